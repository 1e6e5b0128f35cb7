//! The native half of the Kotlin package `dms.rules`: what crosses the border between the JVM and `dms-rules`.
//!
//! Nothing here is the interface that a Kotlin program sees. uniffi generates the Kotlin package `dms.rules.internal`
//! from this crate; `src/main/kotlin` puts `dms.rules` before it, with `LocalDate`, `ZonedDateTime`, `BigDecimal` and
//! generic answers. There is no rule on either side: a function converts, calls the core, and converts.
//!
//! * **One way across for decisions** (`call.rs`): a list of facts as bytes (`bytes.rs`), and a list of answers as bytes. A
//!   thousand decisions cross the border ten times, not a thousand; a refused element is an answer, and loses no other.
//! * **What is said of each decision is generated** from the model, on both sides: `generated/` here and
//!   `src/generated/kotlin`. The two are checked to be of one model when the library is loaded.
//! * **What the JVM can say and the core cannot** (a date in the year 10000, a tenth of a cent, half a surrogate pair, a
//!   negative reading) crosses as it is and is refused here, with the fact's name, in the order of the rules.
//! * **Names cross as numbers.** Row, reasons and advisories are places in the decision's table, which crosses once.
//! * No unsigned numbers and none narrower than 32 bits are arguments of a call: the JVM has no unsigned ones, and Android
//!   widens narrow ones wrongly.
//! * **uniffi carries what is of no decision**: the catalogue, the tables, explanations and the lines of refusals.

mod answer;
mod bytes;
mod call;
mod catalogue;
mod fact;
mod generated;
mod part;
#[cfg(feature = "sown-panic")]
mod sown;
mod table;

uniffi::setup_scaffolding!("dms_rules");
