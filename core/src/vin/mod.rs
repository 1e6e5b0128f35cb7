//! Vehicle identification numbers (VIN, chassis numbers).

pub mod check;
