//! The native half of the Kotlin package `dms.rules`: what crosses the border between the JVM and `dms-rules`.
//!
//! Nothing here is the interface that a Kotlin program sees. uniffi generates the Kotlin package `dms.rules.internal`
//! from this crate; `src/main/kotlin` puts `dms.rules` before it, with `LocalDate`, `ZonedDateTime`, `BigDecimal` and
//! generic answers. There is no rule on either side: a function converts, calls the core, and converts.
//!
//! * **Everything goes in lists.** A decision is one function from a list of facts to a list of answers, so that a
//!   thousand decisions cross the border once. A refused element is an answer, and loses no other.
//! * **Two ways across.** The decisions that a host asks by the thousand have records of their own on this border; all
//!   others share `decide_all`, from the JSON of the catalogue to plain values (`value.rs`). A Kotlin program sees no
//!   difference.
//! * **What the JVM can say and the core cannot** (a date in the year 10000, a tenth of a cent, half a surrogate pair, a
//!   negative reading) crosses as it is and is refused here, with the fact's name, in the order of the rules.
//! * **Drift is noticed.** Where a decision has records here, conversions name every field on both sides and match every
//!   variant: a field or variant added to the core stops the build. Of the others `DriftTest` holds the Kotlin classes
//!   against the catalogue's schemas and tables, and the shared cases every part of every outcome.
//! * **Names cross as numbers.** Row, reasons and advisories are places in the decision's table, which crosses once.
//! * No unsigned numbers and none narrower than 32 bits cross: the JVM has no unsigned ones, and Android widens
//!   narrow ones wrongly.

mod answer;
mod booking;
mod car_pass;
mod catalogue;
mod direct;
mod fact;
mod okr;
mod quarter_hour;
#[cfg(feature = "sown-panic")]
mod sown;
mod table;
mod value;
mod vin;

uniffi::setup_scaffolding!("dms_rules");
