//! The decision tables for people and tools that read no Rust.

pub mod dmn;
