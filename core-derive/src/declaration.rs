//! What a struct or an enum declares, and its shape for the model.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;
use syn::{
    Attribute, Data, DeriveInput, Error, Expr, ExprLit, Fields, GenericArgument, Generics, Ident, Lit, LitStr, Meta,
    PathArguments, Result, Type,
};

pub(crate) struct Declaration {
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) settings: Settings,
    pub(crate) about: Vec<String>,
    pub(crate) body: Body,
}

pub(crate) enum Body {
    Record(Vec<Field>),
    Union(Vec<Variant>),
}

pub(crate) struct Variant {
    pub(crate) ident: Ident,
    pub(crate) about: Vec<String>,
    pub(crate) fields: Vec<Field>,
}

pub(crate) struct Field {
    pub(crate) ident: Ident,
    pub(crate) of: Type,
    pub(crate) about: Vec<String>,
    pub(crate) default: Option<Expr>,
    pub(crate) range: Option<Expr>,
    pub(crate) at_most: Option<Expr>,
    pub(crate) unit: Option<LitStr>,
    pub(crate) ids: bool,
}

/// What `#[model(…)]` says.
#[derive(Default)]
pub(crate) struct Settings {
    pub(crate) name: Option<LitStr>,
    pub(crate) read: bool,
    pub(crate) written: bool,
    pub(crate) columns: bool,
}

impl Declaration {
    pub(crate) fn read(input: &DeriveInput) -> Result<Self> {
        let body = match &input.data {
            Data::Struct(data) => Body::Record(fields(&data.fields)?),
            Data::Enum(data) => {
                let variant = |variant: &syn::Variant| {
                    Ok(Variant {
                        ident: variant.ident.clone(),
                        about: about(&variant.attrs),
                        fields: fields(&variant.fields)?,
                    })
                };
                Body::Union(data.variants.iter().map(variant).collect::<Result<_>>()?)
            }
            Data::Union(data) => return Err(Error::new(data.union_token.span, "expected a struct or an enum")),
        };
        Ok(Self {
            ident: input.ident.clone(),
            generics: input.generics.clone(),
            settings: Settings::read(&input.attrs)?,
            about: about(&input.attrs),
            body,
        })
    }

    /// The fields of a struct.
    pub(crate) fn record(&self) -> Result<&[Field]> {
        match &self.body {
            Body::Record(fields) => Ok(fields),
            Body::Union(_) => Err(Error::new(self.ident.span(), "facts are a struct")),
        }
    }

    /// The parameter that stands for the type of times, where the declaration has one.
    pub(crate) fn time(&self) -> Option<&Ident> {
        self.generics.type_params().next().map(|parameter| &parameter.ident)
    }

    pub(crate) fn has_lifetime(&self) -> bool {
        self.generics.lifetimes().next().is_some()
    }

    /// Whether the type says something of the declaration's lifetime or times.
    pub(crate) fn is_generic(&self, of: &Type) -> bool {
        let words = words(of);
        let lifetimes = self.generics.lifetimes().map(|parameter| parameter.lifetime.ident.to_string());
        let types = self.generics.type_params().map(|parameter| parameter.ident.to_string());
        lifetimes.chain(types).any(|parameter| words.contains(&parameter))
    }

    /// The implementation of `Shaped`: what the model says of this declaration.
    pub(crate) fn shaped(&self) -> TokenStream {
        let Self { ident, about, .. } = self;
        let (generics, arguments, _) = self.generics.split_for_impl();
        let times = self.generics.type_params().map(|parameter| &parameter.ident);
        let bounds = quote!(where #(#times: crate::model::Shaped),*);
        let name = self.settings.name.as_ref().map_or_else(|| quote!(None), |name| quote!(Some(#name)));
        let rust = ident.to_string();
        let (lifetime, time) = (self.has_lifetime(), self.time().is_some());
        let (of, kind, parts) = match &self.body {
            Body::Record(fields) => {
                let fields = fields.iter().map(Field::shape);
                (quote!(Record), quote!(Record), quote!(fields: &[#(#fields),*], lifetime: #lifetime, times: #time))
            }
            Body::Union(variants) => {
                let variants = variants.iter().map(Variant::shape);
                (quote!(Union), quote!(Union), quote!(variants: &[#(#variants),*]))
            }
        };
        quote! {
            impl #generics #ident #arguments #bounds {
                /// What the model says of it.
                #[doc(hidden)]
                pub const MODEL: crate::model::#of = crate::model::#of {
                    place: crate::model::Place { module: module_path!(), rust: #rust, name: #name },
                    about: &[#(#about),*],
                    #parts,
                };
            }

            impl #generics crate::model::Shaped for #ident #arguments #bounds {
                const SHAPE: crate::model::Shape = crate::model::Shape::#kind { of: &Self::MODEL };
            }
        }
    }
}

impl Variant {
    /// The id by which JSON and other languages know it: `TestDrive` is `test_drive`.
    pub(crate) fn id(&self) -> String {
        let mut id = String::new();
        for letter in self.ident.to_string().chars() {
            if letter.is_uppercase() && !id.is_empty() {
                id.push('_');
            }
            id.extend(letter.to_lowercase());
        }
        id
    }

    fn shape(&self) -> TokenStream {
        let (id, about, fields) = (self.id(), &self.about, self.fields.iter().map(Field::shape));
        quote!(crate::model::Variant { id: #id, about: &[#(#about),*], fields: &[#(#fields),*] })
    }
}

impl Field {
    /// Its name, without the sign that lets a word of Rust be one.
    pub(crate) fn name(&self) -> String {
        self.ident.unraw().to_string()
    }

    /// Whether it may be left out.
    pub(crate) fn is_optional(&self) -> bool {
        self.default.is_some() || self.optional().is_some()
    }

    /// What an `Option` holds.
    pub(crate) fn optional(&self) -> Option<&Type> {
        argument(&self.of, "Option")
    }

    fn shape(&self) -> TokenStream {
        let (name, about, of) = (self.name(), &self.about, &self.of);
        let unit = self.unit.as_ref().map_or_else(|| quote!(""), |unit| quote!(#unit));
        let shape = if let Some(range) = &self.range {
            quote!(<#of as crate::model::Shaped>::SHAPE.within(*(#range).start() as i64, *(#range).end() as i64, #unit))
        } else if let Some(most) = &self.at_most {
            quote!(<#of as crate::model::Shaped>::SHAPE.at_most(#most, #unit))
        } else {
            quote!(<#of as crate::model::Shaped>::SHAPE)
        };
        let default = match &self.default {
            None => quote!(None),
            Some(default) => {
                let default = match words(of).last().map(String::as_str) {
                    Some("bool") => quote!(Boolean(#default)),
                    Some("Cents") => quote!(Integer((#default).get())),
                    Some("u16" | "u32" | "i32" | "i64") => quote!(Integer((#default) as i64)),
                    _ => quote!(Name((#default).as_str())),
                };
                quote!(Some(crate::model::Default::#default))
            }
        };
        let defaulted = self.default.is_some();
        quote! {
            crate::model::Field {
                name: #name,
                about: &[#(#about),*],
                shape: #shape,
                optional: <#of as crate::model::Shaped>::OPTIONAL || #defaulted,
                default: #default,
            }
        }
    }
}

impl Settings {
    fn read(attributes: &[Attribute]) -> Result<Self> {
        let mut settings = Self::default();
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("model")) {
            attribute.parse_nested_meta(|setting| {
                match setting.path.get_ident().map(Ident::to_string).as_deref() {
                    Some("name") => settings.name = Some(setting.value()?.parse()?),
                    Some("read") => settings.read = true,
                    Some("written") => settings.written = true,
                    Some("columns") => settings.columns = true,
                    _ => return Err(setting.error("expected name, read, written or columns")),
                }
                Ok(())
            })?;
        }
        Ok(settings)
    }
}

fn fields(fields: &Fields) -> Result<Vec<Field>> {
    fields
        .iter()
        .map(|field| {
            let Some(ident) = field.ident.clone() else {
                return Err(Error::new_spanned(field, "expected a field with a name"));
            };
            let mut read = Field {
                ident,
                of: field.ty.clone(),
                about: about(&field.attrs),
                default: None,
                range: None,
                at_most: None,
                unit: None,
                ids: false,
            };
            for attribute in field.attrs.iter().filter(|attribute| attribute.path().is_ident("fact")) {
                attribute.parse_nested_meta(|setting| {
                    match setting.path.get_ident().map(Ident::to_string).as_deref() {
                        Some("default") => read.default = Some(setting.value()?.parse()?),
                        Some("range") => read.range = Some(setting.value()?.parse()?),
                        Some("at_most") => read.at_most = Some(setting.value()?.parse()?),
                        Some("unit") => read.unit = Some(setting.value()?.parse()?),
                        Some("ids") => read.ids = true,
                        _ => return Err(setting.error("expected default, range, at_most, unit or ids")),
                    }
                    Ok(())
                })?;
            }
            if read.about.is_empty() {
                return Err(Error::new(
                    read.ident.span(),
                    "every language shows the documentation of a field: write it",
                ));
            }
            Ok(read)
        })
        .collect()
}

/// The lines of documentation.
fn about(attributes: &[Attribute]) -> Vec<String> {
    let line = |attribute: &Attribute| match &attribute.meta {
        Meta::NameValue(doc) if doc.path.is_ident("doc") => match &doc.value {
            Expr::Lit(ExprLit { lit: Lit::Str(line), .. }) => Some(line.value()),
            _ => None,
        },
        _ => None,
    };
    attributes.iter().filter_map(line).collect()
}

/// What stands between the angle brackets of this type.
pub(crate) fn argument<'t>(of: &'t Type, name: &str) -> Option<&'t Type> {
    let Type::Path(path) = of else { return None };
    let last = path.path.segments.last().filter(|last| last.ident == name)?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(of) => Some(of),
        _ => None,
    })
}

/// The words of a type, lifetimes without their sign.
pub(crate) fn words(of: &Type) -> Vec<String> {
    fn collect(tokens: TokenStream, words: &mut Vec<String>) {
        for token in tokens {
            match token {
                proc_macro2::TokenTree::Ident(word) => words.push(word.to_string()),
                proc_macro2::TokenTree::Group(group) => collect(group.stream(), words),
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    collect(quote!(#of), &mut found);
    found
}

/// A function's name beside a field.
pub(crate) fn beside(prefix: &str, field: &Field) -> Ident {
    format_ident!("{prefix}_{}", field.name(), span = Span::call_site())
}
