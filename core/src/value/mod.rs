//! The values that facts are made of.

mod enterprise_number;
mod money;
mod odometer;
mod set;
mod time;
mod vin;

use std::ffi::CStr;

pub use enterprise_number::EnterpriseNumber;
pub use money::Cents;
pub use odometer::OdometerReading;
pub(crate) use set::sealed::Sealed;
pub use set::{Closed, Few, Set};
pub(crate) use time::{LAST_DAY, days_between, whole_minutes};
pub use time::{Latest, Time};
pub use vin::{Vin, VinForm};

/// A text that says something: blank text counts as not given.
pub(crate) fn given(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !text.trim().is_empty())
}

/// Declares an enum whose values have stable names, the same in every language: `pub enum Action as PermissionAction { … }` where
/// other languages know it by another name than Rust.
macro_rules! closed_enum {
    (
        $(#[doc = $about:literal])*
        pub enum $name:ident $(as $public:ident)? {
            $($(#[doc = $meaning:literal])* $variant:ident = $id:literal,)+
        }
    ) => {
        $(#[doc = $about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[doc = $meaning])* $variant,)+ }

        impl $name {
            /// What the model says of it.
            #[doc(hidden)]
            pub const MODEL: $crate::model::Enum = $crate::model::Enum {
                place: $crate::model::Place {
                    module: module_path!(),
                    rust: stringify!($name),
                    name: $crate::value::first(&[$(stringify!($public))?]),
                },
                about: &[$($about),*],
                values: &[$($crate::model::Value { id: $id, about: &[$($meaning),*] }),+],
            };
        }

        impl $crate::model::Shaped for $name {
            const SHAPE: $crate::model::Shape = $crate::model::Shape::Enum { of: &Self::MODEL };
        }

        impl $name {
            /// Every value, in the order of the rules.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable name.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }

            /// The stable name as C reads it.
            #[must_use]
            pub const fn as_c_str(self) -> &'static std::ffi::CStr {
                match self { $(Self::$variant => const { $crate::value::terminated(concat!($id, "\0")) }),+ }
            }
        }

        impl $crate::value::Sealed for $name {}

        impl $crate::value::Closed for $name {
            const ALL: &'static [Self] = Self::ALL;

            fn place(self) -> u32 {
                self as u32
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::value::UnknownName;

            fn from_str(name: &str) -> Result<Self, Self::Err> {
                match name {
                    $($id => Ok(Self::$variant),)+
                    _ => Err($crate::value::UnknownName { expected: &[$($id),+] }),
                }
            }
        }

        #[cfg(feature = "json")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[cfg(feature = "json")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::json::read_name(deserializer, &[$($id),+], Self::ALL)
            }
        }

    };
}
pub(crate) use closed_enum;

/// The only one of at most one.
pub(crate) const fn first(names: &[&'static str]) -> Option<&'static str> {
    if names.is_empty() { None } else { Some(names[0]) }
}

/// A text with a closing NUL as C reads it; stops the build where it has none, or one inside.
#[track_caller]
pub(crate) const fn terminated(text: &'static str) -> &'static CStr {
    match CStr::from_bytes_with_nul(text.as_bytes()) {
        Ok(text) => text,
        Err(_) => panic!("a name has one NUL, at its end"),
    }
}

/// A word that is none of the names of an enum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("expected one of: {}", expected.join(", "))]
pub struct UnknownName {
    /// The names there are.
    pub expected: &'static [&'static str],
}
