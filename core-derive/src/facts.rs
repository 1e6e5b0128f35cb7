//! What the facts of a decision give.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{GenericParam, Lifetime, Result};

use crate::declaration::{Declaration, Field, argument, beside, words};
use crate::outcome;

pub(crate) fn expand(declaration: &Declaration) -> Result<TokenStream> {
    let fields = declaration.record()?;
    let shaped = declaration.shaped();
    let constructors = constructors(declaration, fields);
    let read = read(declaration, fields);
    let written = declaration.settings.written.then(|| outcome::written(declaration));
    let times = first_time(declaration, fields);
    let in_json = in_json(declaration);
    Ok(quote!(#shaped #constructors #read #written #times #in_json))
}

/// `new` and `with_…`, so that a fact that may be left out can be added without breaking who names the others.
fn constructors(declaration: &Declaration, fields: &[Field]) -> TokenStream {
    let ident = &declaration.ident;
    let (generics, arguments, bounds) = declaration.generics.split_for_impl();
    let required: Vec<_> = fields.iter().filter(|field| !field.is_optional()).collect();
    let parameters = required.iter().map(|Field { ident, of, .. }| quote!(#ident: #of));
    let values = fields.iter().map(|field| {
        let ident = &field.ident;
        match &field.default {
            Some(default) => quote!(#ident: #default),
            None if field.is_optional() => quote!(#ident: None),
            None => quote!(#ident),
        }
    });
    let with = fields.iter().filter(|field| field.is_optional()).map(|field| {
        let (name, ident) = (beside("with", field), &field.ident);
        let of = field.optional().unwrap_or(&field.of);
        let value = if field.optional().is_some() { quote!(Some(#ident)) } else { quote!(#ident) };
        let about = &field.about;
        quote! {
            #(#[doc = #about])*
            #[must_use]
            #[inline]
            pub fn #name(mut self, #ident: #of) -> Self {
                self.#ident = #value;
                self
            }
        }
    });
    quote! {
        impl #generics #ident #arguments #bounds {
            /// With what is required; what may be left out is unknown, or as its documentation says.
            #[must_use]
            #[inline]
            #[allow(clippy::too_many_arguments, reason = "as many as are required")]
            pub const fn new(#(#parameters),*) -> Self {
                Self { #(#values),* }
            }

            #(#with)*
        }
    }
}

/// Reading from JSON and from columns: through a struct with the same fields, to which serde's derive is told how.
pub(crate) fn read(declaration: &Declaration, fields: &[Field]) -> TokenStream {
    let ident = &declaration.ident;
    let remote = ident.to_string();
    let generics = &declaration.generics;
    let parameters = &generics.params;
    let (_, arguments, _) = generics.split_for_impl();
    let mut functions = Vec::new();
    let members: Vec<_> = fields
        .iter()
        .map(|field| {
            let (how, function) = reading(field);
            functions.extend(function);
            let borrowed = words(&field.of);
            let borrows = generics.lifetimes().any(|one| borrowed.contains(&one.lifetime.ident.to_string()));
            let borrow = borrows.then(|| quote!(#[serde(borrow)]));
            let (name, of) = (&field.ident, &field.of);
            quote!(#how #borrow #name: #of)
        })
        .collect();
    let outlived: Vec<Lifetime> = generics.lifetimes().map(|one| one.lifetime.clone()).collect();
    let from = if outlived.is_empty() { quote!('de) } else { quote!('de: #(#outlived)+*) };
    let bounds = parameters.iter().filter_map(|parameter| match parameter {
        GenericParam::Type(of) => Some(&of.ident),
        _ => None,
    });
    quote! {
        #[cfg(feature = "json")]
        const _: () = {
            #[derive(serde::Deserialize)]
            #[serde(remote = #remote, deny_unknown_fields)]
            struct Read #generics {
                #(#members),*
            }

            #(#functions)*

            impl<#from, #parameters> serde::Deserialize<'de> for #ident #arguments
            where
                #(#bounds: serde::Deserialize<'de>),*
            {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    Read::deserialize(deserializer)
                }
            }
        };
    }
}

/// How serde reads a field, and the function that it calls for that.
fn reading(field: &Field) -> (TokenStream, Option<TokenStream>) {
    let of = &field.of;
    if let Some(default) = &field.default {
        let (or, or_name) = (beside("unless_given", field), beside("unless_given", field).to_string());
        let (reads, reads_name) = (beside("as_given", field), beside("as_given", field).to_string());
        let value = match &field.range {
            Some(range) => {
                let unit = &field.unit;
                quote!(crate::json::within_or(deserializer, #range, #unit, #default))
            }
            None => quote!(crate::json::or(deserializer, #default)),
        };
        let functions = quote! {
            const fn #or() -> #of {
                #default
            }

            fn #reads<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<#of, D::Error> {
                #value
            }
        };
        return (quote!(#[serde(default = #or_name, deserialize_with = #reads_name)]), Some(functions));
    }
    if let Some(range) = &field.range {
        let (reads, reads_name, unit) = (beside("as_given", field), beside("as_given", field).to_string(), &field.unit);
        let function = quote! {
            fn #reads<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<#of, D::Error> {
                crate::json::within(deserializer, #range, #unit)
            }
        };
        return (quote!(#[serde(deserialize_with = #reads_name)]), Some(function));
    }
    if let Some(most) = &field.at_most {
        let (reads, reads_name, unit) = (beside("as_given", field), beside("as_given", field).to_string(), &field.unit);
        let item = argument(of, "Vec");
        let function = quote! {
            fn #reads<'de: 'a, 'a, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Vec<#item>, D::Error> {
                crate::json::at_most(deserializer, #most, #unit)
            }
        };
        return (quote!(#[serde(deserialize_with = #reads_name)]), Some(function));
    }
    let optional = field.optional();
    let last = words(optional.unwrap_or(of)).pop().unwrap_or_default();
    let how = match (last.as_str(), optional.is_some()) {
        ("NaiveDate", false) => quote!(#[serde(deserialize_with = "crate::json::date")]),
        ("NaiveDate", true) => quote!(#[serde(default, deserialize_with = "crate::json::optional_date")]),
        ("NaiveDateTime", true) => quote!(#[serde(default, deserialize_with = "crate::json::optional_wall_clock")]),
        ("NaiveTime", true) => quote!(#[serde(default, deserialize_with = "crate::json::optional_time_of_day")]),
        _ => quote!(),
    };
    (how, None)
}

/// The first time that is given, in the order of the fields: it says of which kind all of them are.
fn first_time(declaration: &Declaration, fields: &[Field]) -> Option<TokenStream> {
    let ident = &declaration.ident;
    let time = declaration.time()?;
    let (generics, arguments, bounds) = declaration.generics.split_for_impl();
    let is_time = |of: &syn::Type| words(of) == [time.to_string()];
    let times: Vec<_> = fields
        .iter()
        .filter(|field| words(&field.of).contains(&time.to_string()))
        .map(|field| {
            let name = &field.ident;
            if is_time(&field.of) {
                quote!(Some(&self.#name))
            } else if field.optional().is_some_and(is_time) {
                quote!(self.#name.as_ref())
            } else {
                quote!(self.#name.iter().find_map(|one| one.first_time()))
            }
        })
        .collect();
    let (first, others) = times.split_first()?;
    let others = others.iter().map(|other| quote!(.or_else(|| #other)));
    Some(quote! {
        #[cfg(feature = "json")]
        #[allow(dead_code, reason = "a record's times stand behind those of the facts")]
        impl #generics #ident #arguments #bounds {
            /// The first time that is given.
            #[allow(clippy::unnecessary_lazy_evaluations, reason = "some look into lists")]
            pub(crate) fn first_time(&self) -> Option<&#time> {
                #first #(#others)*
            }
        }
    })
}

/// The facts as JSON has them: their times are either kind.
fn in_json(declaration: &Declaration) -> Option<TokenStream> {
    let ident = &declaration.ident;
    let alias = format_ident!("{ident}InJson");
    (ident == "Facts").then(|| {
        let lifetimes = declaration.generics.lifetimes().map(|_| quote!('f));
        let times = declaration.generics.type_params().map(|_| quote!(crate::json::JsonTime));
        let arguments = lifetimes.chain(times);
        quote! {
            #[cfg(feature = "json")]
            pub(crate) type #alias<'f> = #ident<#(#arguments),*>;
        }
    })
}
