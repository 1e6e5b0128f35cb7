//! The derives by which the core of dms-rules declares the facts and the outcome of a decision.
//!
//! The struct is the declaration: its fields, their types and their documentation. What follows from them is written here, so
//! that no decision writes it again. The expansions name `crate`, for only the core declares decisions.
//!
//! [`macro@Facts`], on a struct, gives
//! * `new`, which takes what is required in the order of the fields, and a `with_…` for each fact that may be left out;
//! * its shape, for the model;
//! * with the feature `json`, how it is read;
//! * for a struct of times, `first_time`: the first time that is given.
//!
//! [`macro@Outcome`], on a struct or an enum, gives its shape and, with the feature `json`, how it is written.
//!
//! On a struct or enum, `#[model(…)]` takes
//! * `name = "Account"`: its name in all languages but Rust, where that is not the name of the type;
//! * `read`: an outcome that is a fact of another decision;
//! * `written`: facts that are part of an outcome;
//! * `columns`: an outcome whose parts lie in columns.
//!
//! On a field, `#[fact(…)]` takes
//! * `default = Boundary::MoreThan`: the value where nothing is given;
//! * `range = 1..=12` and `unit = "months"`: the limits of a whole number and what it counts;
//! * `at_most = 10` and `unit = "numbers"`: the limit of a list and what it holds;
//! * `ids`: reasons, which are written by their ids.

mod declaration;
mod facts;
mod outcome;

use proc_macro::TokenStream;

use declaration::Declaration;

/// Declares the facts of a decision, or a record among them.
#[proc_macro_derive(Facts, attributes(fact, model))]
pub fn derive_facts(input: TokenStream) -> TokenStream {
    expanded(input, facts::expand)
}

/// Declares the outcome of a decision, or a part of it.
#[proc_macro_derive(Outcome, attributes(fact, model))]
pub fn derive_outcome(input: TokenStream) -> TokenStream {
    expanded(input, outcome::expand)
}

fn expanded(input: TokenStream, expand: fn(&Declaration) -> syn::Result<proc_macro2::TokenStream>) -> TokenStream {
    let declared = syn::parse(input).and_then(|input| Declaration::read(&input));
    declared.and_then(|declaration| expand(&declaration)).unwrap_or_else(|error| error.to_compile_error()).into()
}
