//! OKR, the odometer register of the Netherlands.

mod choice;
mod mode;
mod mutation;
mod option;

pub use choice::*;
pub use mode::*;
pub use mutation::*;
pub use option::*;
