//! The engines, each with the decision in its own language.

#[cfg(feature = "cel")]
pub mod cel;
#[cfg(feature = "datalogic")]
pub mod datalogic;
#[cfg(feature = "regorus")]
pub mod regorus;
#[cfg(feature = "zen")]
pub mod zen;
