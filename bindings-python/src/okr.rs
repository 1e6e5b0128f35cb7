//! `okr.*`.

use dms_rules::okr as core;
use dms_rules::value::Cents;
use pyo3::prelude::*;

use crate::answer::answer;
use crate::decision::decision;
use crate::fact::{DEFAULT, Fact, Given, amount, fact_or_default, read};
use crate::fault::Fault;
use crate::name::mirror;

mirror! {
    core::Mode = "dms_rules.okr"."Mode" { Never, Always, AfterInvoice, AfterInvoiceFromAmount }
    core::option::Boundary = "dms_rules.okr"."Boundary" { MoreThan, AtLeast }
    core::option::Outcome = "dms_rules.okr"."OptionOutcome" {
        Locked, YesForward, NoApkReported, NoReadingOld, NoAmountBelow,
    }
    core::choice::Choice = "dms_rules.okr"."Choice" { YesForward, NoApkReported, NoReadingOld, NoAmountBelow }
    core::mutation::Outcome = "dms_rules.okr"."MutationOutcome" { Hold, AskFirst, Forward }
}

answer! {
    core::choice::Outcome = "dms_rules.okr" { "ChoiceOutcome"(option, forward, overridden) }
}

decision! {
    /// `okr.option`: which of the four choices is preselected when an invoice is made?
    ///
    /// `because` names the row's condition and every other "no" condition that holds as well. The greatest age and the
    /// amount are ignored in the modes that do not use them. Advisories: `reading_lower` (1 to 99 km below the last
    /// reading), `reading_breaks_trend` (100 km or more below), `fresh_unchanged_reading`.
    ///
    /// Amounts include VAT and are given in whole cents, or as a Decimal in euros under the name without `_cents`.
    ///
    /// Args:
    ///     mode: The vehicle setting "OKR instellingen": when readings are forwarded.
    ///     max_age_days: The setting "niet ouder dan x dagen"; needed in the two modes after an invoice.
    ///     threshold_cents: The setting for the amount; € 150.00 unless given.
    ///     threshold: The same in euros.
    ///     boundary: Whether the threshold itself is enough; more than the threshold unless given.
    ///     apk_reported: An APK report was made for this vehicle on this work order.
    ///     entered_reading_km: The reading entered, in kilometres.
    ///     last_reading_km: The last reading known for the vehicle, in kilometres; None where none is known.
    ///     reading_date: The civil day on which the entered reading was taken; None where unknown.
    ///     invoice_date: The civil day of the invoice.
    ///     invoice_total_cents: What the customer pays; negative for a credit note.
    ///     invoice_total: The same in euros.
    ///
    /// Raises:
    ///     Refusal: `out_of_range` for a reading below 0 or above 9,999,999 km and for an amount of more cents than 64
    ///         bits hold; `wrong_type` for an amount with a fraction of a cent; `missing_field` for `max_age_days` in the
    ///         two modes after an invoice, and for `invoice_total_cents` where neither form is given; `contradiction`
    ///         where both are, and for `reading_date` after the invoice date.
    ///
    /// Source: CSS, "Ad Optie 1" to "Ad Optie 4" and Tabel 1.
    option(
        mode, max_age_days = None, threshold_cents = None, threshold = None, boundary = DEFAULT, apk_reported,
        entered_reading_km, last_reading_km = None, reading_date = None, invoice_date, invoice_total_cents = DEFAULT,
        invoice_total = DEFAULT,
    ) shown "(*, mode, max_age_days=None, threshold_cents=None, threshold=None, boundary=Boundary.MORE_THAN, \
            apk_reported, entered_reading_km, last_reading_km=None, reading_date=None, invoice_date, \
            invoice_total_cents=..., invoice_total=...)" as |py, given| {
        let facts = read!(core::option::Facts {
            mode,
            max_age_days,
            threshold_cents: threshold_amount(threshold_cents, threshold)?,
            boundary: fact_or_default("boundary", boundary)?,
            apk_reported,
            entered_reading_km,
            last_reading_km,
            reading_date,
            invoice_date,
            invoice_total_cents: invoice_amount(invoice_total_cents, invoice_total)?,
        });
        given.decision(&py, core::option::decide(&facts)?)
    }
}

decision! {
    /// `okr.choice`: what does a person make of the preselected choice?
    ///
    /// Row, reasons and advisories are those of `okr.option` on the same facts: why the choice was preselected stays on
    /// record beside what the person chose. The facts are those of `okr.option`, and one more.
    ///
    /// Args:
    ///     chosen: What the person chose; None where the preselected choice was left.
    ///
    /// Raises:
    ///     Refusal: As `okr.option`; then `options_locked` for `chosen` where the mode is `never` and a choice was made.
    ///
    /// Source: CSS, "Ad Optie 1", "Ad Optie 2" and Figuur 68.
    choice(
        mode, max_age_days = None, threshold_cents = None, threshold = None, boundary = DEFAULT, apk_reported,
        entered_reading_km, last_reading_km = None, reading_date = None, invoice_date, invoice_total_cents = DEFAULT,
        invoice_total = DEFAULT, chosen = None,
    ) shown "(*, mode, max_age_days=None, threshold_cents=None, threshold=None, boundary=Boundary.MORE_THAN, \
            apk_reported, entered_reading_km, last_reading_km=None, reading_date=None, invoice_date, \
            invoice_total_cents=..., invoice_total=..., chosen=None)" as |py, given| {
        let facts = read!(core::choice::Facts {
            option: read!(core::option::Facts {
                mode,
                max_age_days,
                threshold_cents: threshold_amount(threshold_cents, threshold)?,
                boundary: fact_or_default("boundary", boundary)?,
                apk_reported,
                entered_reading_km,
                last_reading_km,
                reading_date,
                invoice_date,
                invoice_total_cents: invoice_amount(invoice_total_cents, invoice_total)?,
            }),
            chosen,
        });
        given.decision(&py, core::choice::decide(&facts)?)
    }
}

decision! {
    /// `okr.mutation`: is a changed reading forwarded at once, without an invoice?
    ///
    /// A reading that differs by more than 100,000 km from the last one is probably a typing error: a person is asked
    /// first. Advisories: `reading_lower`, `reading_breaks_trend`.
    ///
    /// Args:
    ///     mode: The vehicle setting "OKR instellingen": when readings are forwarded.
    ///     entered_reading_km: The reading entered, in kilometres.
    ///     last_reading_km: The last reading known for the vehicle, in kilometres; None where none is known.
    ///
    /// Raises:
    ///     Refusal: `out_of_range` for a reading below 0 or above 9,999,999 km.
    ///
    /// Source: CSS, Tabel 1, "Altijd (bij elke tellerstand mutatie)".
    mutation(mode, entered_reading_km, last_reading_km = None) = mutation
}

fn threshold_amount(cents: Given<'_, '_>, euros: Given<'_, '_>) -> Result<Cents, Fault> {
    Ok(amount("threshold_cents", cents, euros)?.unwrap_or(core::option::default_threshold()))
}

fn invoice_amount(cents: Given<'_, '_>, euros: Given<'_, '_>) -> Result<Cents, Fault> {
    const FIELD: &str = "invoice_total_cents";
    amount(FIELD, cents, euros)?.map_or_else(|| Cents::unknown(FIELD), Ok)
}

/// The Dutch odometer register.
#[pymodule(submodule)]
pub(crate) mod okr {
    #[pymodule_export]
    use super::{choice, mutation, option};
}
