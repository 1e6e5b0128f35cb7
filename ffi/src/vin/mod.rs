//! Vehicle identification numbers.

mod check;

pub use check::*;
