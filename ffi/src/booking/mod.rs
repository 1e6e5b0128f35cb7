//! Replacement, rental and test-drive vehicles.

mod issue;
mod issue_limit;
mod kind;

pub use issue::*;
pub use issue_limit::*;
pub use kind::*;
