//! What the outcome of a decision gives.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{GenericParam, Generics, Ident, Result};

use crate::declaration::{Body, Declaration, Field, Variant};
use crate::facts;

pub(crate) fn expand(declaration: &Declaration) -> Result<TokenStream> {
    let shaped = declaration.shaped();
    let written = written(declaration);
    let read = if declaration.settings.read { Some(facts::read(declaration, declaration.record()?)) } else { None };
    let columns = declaration.settings.columns.then(|| columns(declaration));
    Ok(quote!(#shaped #written #read #columns))
}

/// Writing as JSON: a record's fields, or a `kind` and the fields beside it.
pub(crate) fn written(declaration: &Declaration) -> TokenStream {
    let ident = &declaration.ident;
    // Names that no field of an outcome can have.
    let [record, serializer] = ["record", "serializer"].map(local);
    let (generics, arguments, _) = declaration.generics.split_for_impl();
    let every: Vec<&Field> = match &declaration.body {
        Body::Record(fields) => fields.iter().collect(),
        Body::Union(variants) => variants.iter().flat_map(|variant| &variant.fields).collect(),
    };
    let written_types = every.iter().map(|field| &field.of).filter(|of| declaration.is_generic(of));
    let bounds: Vec<_> = if declaration.time().is_some() {
        written_types.map(|of| quote!(#of: serde::Serialize)).collect()
    } else {
        vec![]
    };
    let (name, count) = (ident.to_string(), every.len());
    let body = match &declaration.body {
        Body::Record(fields) => {
            let fields = fields.iter().map(|field| {
                let (name, ident) = (field.name(), &field.ident);
                let value = value(field, &quote!(&self.#ident));
                quote!(#record.serialize_field(#name, #value)?;)
            });
            quote! {
                let mut #record = serde::Serializer::serialize_struct(#serializer, #name, #count)?;
                #(#fields)*
                #record.end()
            }
        }
        Body::Union(variants) => {
            let arms = variants.iter().map(|variant| {
                let Variant { ident, fields, .. } = variant;
                let (id, count) = (variant.id(), fields.len() + 1);
                let names = fields.iter().map(|field| &field.ident);
                let fields = fields.iter().map(|field| {
                    let (name, ident) = (field.name(), &field.ident);
                    let value = value(field, &quote!(#ident));
                    quote!(#record.serialize_field(#name, #value)?;)
                });
                quote! {
                    Self::#ident { #(#names),* } => {
                        let mut #record = serde::Serializer::serialize_struct(#serializer, #name, #count)?;
                        #record.serialize_field("kind", #id)?;
                        #(#fields)*
                        #record.end()
                    }
                }
            });
            quote!(match self { #(#arms)* })
        }
    };
    quote! {
        #[cfg(feature = "json")]
        impl #generics serde::Serialize for #ident #arguments where #(#bounds),* {
            fn serialize<S: serde::Serializer>(&self, #serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeStruct;
                #body
            }
        }
    }
}

/// The name of something local.
fn local(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}

fn value(field: &Field, place: &TokenStream) -> TokenStream {
    if field.ids { quote!(&crate::json::ids(#place)) } else { place.clone() }
}

/// The parts of an outcome as columns: for one of several kinds the kind first, and a part has no value where the kind has
/// none.
fn columns(declaration: &Declaration) -> TokenStream {
    let ident = &declaration.ident;
    let to = local("to");
    let arguments = in_columns(&declaration.generics);
    let lifetimes: Vec<_> = declaration.generics.lifetimes().map(|one| &one.lifetime).collect();
    let (columns, put) = match &declaration.body {
        Body::Record(fields) => {
            let names: Vec<_> = fields.iter().map(|field| &field.ident).collect();
            let columns = fields.iter().map(|field| {
                let (name, part) = (field.name(), &field.ident);
                quote!(crate::columns::column(#name, |outcome: Self| outcome.#part))
            });
            let places = 0..fields.len();
            let put = quote! {
                let Self { #(#names),* } = self;
                #(#to[#places].put(#names);)*
            };
            (quote!(vec![#(#columns),*]), put)
        }
        Body::Union(variants) => {
            let ids = variants.iter().map(Variant::id);
            let mut parts: Vec<(&Variant, &Field)> = Vec::new();
            for (variant, field) in variants.iter().flat_map(|one| one.fields.iter().map(move |field| (one, field))) {
                if parts.iter().all(|(_, part)| part.ident != field.ident) {
                    parts.push((variant, field));
                }
            }
            let columns = parts.iter().map(|(variant, field)| {
                let (name, part, owner) = (field.name(), &field.ident, &variant.ident);
                quote! {
                    crate::columns::column(#name, |outcome: Self| match outcome {
                        Self::#owner { #part, .. } => Some(#part),
                        #[allow(unreachable_patterns, reason = "an outcome may be of one kind")]
                        _ => None,
                    })
                }
            });
            let arms = variants.iter().enumerate().map(|(place, variant)| {
                let Variant { ident, fields, .. } = variant;
                let names: Vec<_> = fields.iter().map(|field| &field.ident).collect();
                let places = names
                    .iter()
                    .map(|name| 1 + parts.iter().position(|(_, part)| part.ident == **name).unwrap_or_default());
                quote! {
                    Self::#ident { #(#names),* } => {
                        #to[0].put_place(#place);
                        #(#to[#places].put(#names);)*
                    }
                }
            });
            (quote!(vec![crate::columns::kinds(&[#(#ids),*]), #(#columns),*]), quote!(match self { #(#arms)* }))
        }
    };
    quote! {
        #[cfg(feature = "columns")]
        impl<#(#lifetimes),*> crate::columns::Outcome for #ident #arguments {
            fn columns() -> Vec<crate::columns::Answer> {
                #columns
            }

            fn put(self, #to: &mut [crate::columns::Answer]) {
                #put
            }
        }
    }
}

/// The arguments of the type in columns, where times are readings of the clock on the wall.
fn in_columns(generics: &Generics) -> TokenStream {
    let arguments = generics.params.iter().map(|parameter| match parameter {
        GenericParam::Lifetime(one) => {
            let lifetime = &one.lifetime;
            quote!(#lifetime)
        }
        _ => quote!(chrono::NaiveDateTime),
    });
    if generics.params.is_empty() { quote!() } else { quote!(<#(#arguments),*>) }
}
