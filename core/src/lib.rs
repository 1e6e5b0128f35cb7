//! The rules that garages must keep, decided from facts: odometer registers, courtesy and rental cars, inspections.
//!
//! A decision is a function from facts to a decision. Nothing else is touched: no clock, no file, no network. "Now" and
//! "today" are facts. Every answer names the row of the table that gave it, why, and what a person should look at, with
//! texts in English, Dutch, French and German.
//!
//! | domain | decisions | country |
//! | --- | --- | --- |
//! | [`vin`] | `vin.check` | |
//! | [`car_pass`] | `car_pass.enrolment`, `.visible`, `.readiness`, `.prompt`, `.badge`, `.start_of_work`, `.submission`, `.lifecycle`, `.actions`, `.invoicing`, `.account`, `.history`, `.worklist` | Belgium |
//! | [`okr`] | `okr.option`, `okr.choice`, `okr.mutation` | Netherlands |
//! | [`quarter_hour`] | `quarter_hour.floor`, `.ceil`, `.nearest`, `.next` | |
//! | [`booking`] | `booking.issue_limit`, `.issue`, `.plan`, `.issue_prefill`, `.follows_master`, `.status`, `.permission`, `.editable`, `.cancel_issue`, `.take_back`, `.amend_handover`, `.odometer`, `.template`, `.advisor`, `.driver`, `.reservation`, `.documents`, `.actions`, `.settlement`, `.confirmation`, `.maintenance_contract` | Austria |
//! | [`inspection`] | `inspection.import`, `.register_from_order`, `.next_due`, `.window`, `.month_end`, `.sources` | Austria |
//!
//! Each decision is a module with its `Facts`, its outcome and `decide`. Readings are kilometres, money is euro cents
//! including VAT, dates are civil dates of the garage.
//!
//! ```
//! use chrono::NaiveDate;
//! use dms_rules::message::Language;
//! use dms_rules::okr::{Mode, option};
//! use dms_rules::value::{Cents, OdometerReading};
//!
//! let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
//! let decision = option::decide(&option::Facts {
//!     mode: Mode::AfterInvoiceFromAmount,
//!     max_age_days: Some(30),
//!     threshold_cents: option::default_threshold(),
//!     boundary: option::Boundary::MoreThan,
//!     apk_reported: false,
//!     entered_reading_km: OdometerReading::new(125_896).unwrap(),
//!     last_reading_km: OdometerReading::new(118_200),
//!     reading_date: Some(day(19)),
//!     invoice_date: day(21),
//!     invoice_total_cents: Cents::new(15_000),
//! })?;
//!
//! assert_eq!(decision.outcome, option::Outcome::NoAmountBelow);
//! assert_eq!(decision.row().unwrap().id, "amount_too_low");
//! assert_eq!(
//!     decision.row().unwrap().text.get(Language::Nl),
//!     "Het factuurbedrag ligt niet boven het bedrag waarvanaf wordt doorgestuurd.",
//! );
//! # Ok::<(), dms_rules::error::Error>(())
//! ```
//!
//! With the feature `json`, [`catalogue`] offers every decision by its id, from JSON to JSON, with `columns`, [`columns`]
//! decides whole tables of facts. [`export`] explains a
//! decision and, with the feature of that name, writes the tables as pages and models.

#![forbid(unsafe_code)]

/// The README's Rust example runs as a documentation test.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

pub mod booking;
pub mod car_pass;
#[cfg(feature = "json")]
pub mod catalogue;
#[cfg(feature = "columns")]
pub mod columns;
pub mod decision;
pub mod error;
pub mod export;
pub mod inspection;
#[cfg(feature = "json")]
mod json;
pub mod manual;
pub mod message;
pub mod model;
pub mod okr;
pub mod quarter_hour;
#[cfg(feature = "sown-panic")]
#[doc(hidden)]
pub mod sown;
pub mod table;
pub mod value;
pub mod vin;
