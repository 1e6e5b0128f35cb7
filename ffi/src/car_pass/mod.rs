//! Car-Pass, the Belgian odometer register.

mod account;
mod actions;
mod badge;
mod document;
mod enrolment;
mod history;
mod invoicing;
mod lifecycle;
mod prompt;
mod readiness;
mod start_of_work;
mod state;
mod submission;
mod visible;

pub use account::*;
pub use actions::*;
pub use badge::*;
pub use document::*;
pub use enrolment::*;
pub use history::*;
pub use invoicing::*;
pub use lifecycle::*;
pub use prompt::*;
pub use readiness::*;
pub use start_of_work::*;
pub use state::*;
pub use submission::*;
pub use visible::*;
