//! The Austrian register of the §57a inspections.

mod month_end;
mod next_due;
mod sources;
mod window;

pub use month_end::*;
pub use next_due::*;
pub use sources::*;
pub use window::*;
