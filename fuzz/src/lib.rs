//! What must hold for any input, through every binding that reads bytes. Each target is a function over bytes that panics
//! where something does not hold: libFuzzer drives it with inputs of its own (`fuzz/run`), and `tests/replay.rs` with the
//! inputs that are kept and changes of them, on stable Rust.

mod answer;
pub mod corpus;
pub mod facts;
mod given;
pub mod header;
pub mod json;
pub mod lines;
mod members;
pub mod mutation;
pub mod typed;
pub mod values;

use mutation::Dice;

/// A function over bytes, and how an input for it is changed so that it still means something.
pub struct Target {
    /// Its name, and that of its program for libFuzzer.
    pub name: &'static str,
    /// Panics where something does not hold.
    pub run: fn(&[u8]),
    /// Another input like this one.
    pub change: fn(&[u8], &mut Dice) -> Vec<u8>,
}

/// Every target.
pub static TARGETS: &[Target] = &[
    Target { name: "json", run: json::target, change: mutation::request },
    Target { name: "facts", run: facts::target, change: mutation::facts },
    Target { name: "typed", run: typed::target, change: mutation::bytes },
    Target { name: "lines", run: lines::target, change: mutation::lines },
    Target { name: "values", run: values::target, change: mutation::text },
];

/// The program that libFuzzer drives a target with: half of its changes are its own, half are made here.
#[cfg(feature = "libfuzzer")]
#[macro_export]
macro_rules! fuzz {
    ($name:literal) => {
        static TARGET: std::sync::LazyLock<&'static $crate::Target> =
            std::sync::LazyLock::new(|| $crate::TARGETS.iter().find(|target| target.name == $name).expect("a target"));

        libfuzzer_sys::fuzz_target!(|data: &[u8]| (TARGET.run)(data));

        libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
            if seed % 2 == 0 {
                return libfuzzer_sys::fuzzer_mutate(data, size, max_size);
            }
            let changed = (TARGET.change)(&data[..size], &mut $crate::mutation::Dice::new(seed.into()));
            let length = changed.len().min(max_size);
            data[..length].copy_from_slice(&changed[..length]);
            length
        });
    };
}
