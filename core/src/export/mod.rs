//! The tables in other forms, for those who read no Rust (feature `export`).

pub mod html;
mod question;
