//! `okr.*`.

use dms_rules::okr::{Mode, choice, mutation, option};

use crate::name::mirror;

mirror! {
    Mode = "dms_rules.okr"."Mode" {
        Never = "NEVER",
        Always = "ALWAYS",
        AfterInvoice = "AFTER_INVOICE",
        AfterInvoiceFromAmount = "AFTER_INVOICE_FROM_AMOUNT",
    }
}

mirror! {
    option::Boundary = "dms_rules.okr"."Boundary" { MoreThan = "MORE_THAN", AtLeast = "AT_LEAST" }
}

mirror! {
    option::Outcome = "dms_rules.okr"."OptionOutcome" {
        Locked = "LOCKED",
        YesForward = "YES_FORWARD",
        NoApkReported = "NO_APK_REPORTED",
        NoReadingOld = "NO_READING_OLD",
        NoAmountBelow = "NO_AMOUNT_BELOW",
    }
}

mirror! {
    choice::Choice = "dms_rules.okr"."Choice" {
        YesForward = "YES_FORWARD",
        NoApkReported = "NO_APK_REPORTED",
        NoReadingOld = "NO_READING_OLD",
        NoAmountBelow = "NO_AMOUNT_BELOW",
    }
}

mirror! {
    mutation::Outcome = "dms_rules.okr"."MutationOutcome" { Hold = "HOLD", AskFirst = "ASK_FIRST", Forward = "FORWARD" }
}

/// The Dutch odometer register.
#[pyo3::pymodule(submodule)]
pub(crate) mod okr {
    use dms_rules::okr as core;
    use dms_rules::value::Cents;
    use pyo3::prelude::*;
    use pyo3::sync::PyOnceLock;
    use pyo3::types::PyType;

    use crate::decision::Decision;
    use crate::fact::{Fact, amount, fact, read};
    use crate::fault::{Fault, guard};
    use crate::name::Mirror;

    /// Not given. Signatures show `...`; the stubs say what that stands for.
    const DEFAULT: Option<&Bound<'_, PyAny>> = None;

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
    #[pyfunction]
    #[pyo3(signature = (
        *, mode, max_age_days=None, threshold_cents=None, threshold=None, boundary=DEFAULT, apk_reported,
        entered_reading_km, last_reading_km=None, reading_date=None, invoice_date, invoice_total_cents=DEFAULT,
        invoice_total=DEFAULT,
    ))]
    fn option(
        py: Python<'_>,
        mode: &Bound<'_, PyAny>,
        max_age_days: Option<&Bound<'_, PyAny>>,
        threshold_cents: Option<&Bound<'_, PyAny>>,
        threshold: Option<&Bound<'_, PyAny>>,
        boundary: Option<&Bound<'_, PyAny>>,
        apk_reported: &Bound<'_, PyAny>,
        entered_reading_km: &Bound<'_, PyAny>,
        last_reading_km: Option<&Bound<'_, PyAny>>,
        reading_date: Option<&Bound<'_, PyAny>>,
        invoice_date: &Bound<'_, PyAny>,
        invoice_total_cents: Option<&Bound<'_, PyAny>>,
        invoice_total: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Decision> {
        guard(py, || {
            let facts = read!(core::option::Facts {
                mode,
                max_age_days,
                threshold_cents: threshold_amount(threshold_cents, threshold)?,
                boundary: fact::<Option<_>>("boundary", boundary)?.unwrap_or_default(),
                apk_reported,
                entered_reading_km,
                last_reading_km,
                reading_date,
                invoice_date,
                invoice_total_cents: invoice_amount(invoice_total_cents, invoice_total)?,
            });
            Decision::named(py, core::option::decide(&facts)?)
        })
    }

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
    #[pyfunction]
    #[pyo3(signature = (
        *, mode, max_age_days=None, threshold_cents=None, threshold=None, boundary=DEFAULT, apk_reported,
        entered_reading_km, last_reading_km=None, reading_date=None, invoice_date, invoice_total_cents=DEFAULT,
        invoice_total=DEFAULT, chosen=None,
    ))]
    fn choice(
        py: Python<'_>,
        mode: &Bound<'_, PyAny>,
        max_age_days: Option<&Bound<'_, PyAny>>,
        threshold_cents: Option<&Bound<'_, PyAny>>,
        threshold: Option<&Bound<'_, PyAny>>,
        boundary: Option<&Bound<'_, PyAny>>,
        apk_reported: &Bound<'_, PyAny>,
        entered_reading_km: &Bound<'_, PyAny>,
        last_reading_km: Option<&Bound<'_, PyAny>>,
        reading_date: Option<&Bound<'_, PyAny>>,
        invoice_date: &Bound<'_, PyAny>,
        invoice_total_cents: Option<&Bound<'_, PyAny>>,
        invoice_total: Option<&Bound<'_, PyAny>>,
        chosen: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Decision> {
        static OUTCOME: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        guard(py, || {
            let facts = read!(core::choice::Facts {
                option: read!(core::option::Facts {
                    mode,
                    max_age_days,
                    threshold_cents: threshold_amount(threshold_cents, threshold)?,
                    boundary: fact::<Option<_>>("boundary", boundary)?.unwrap_or_default(),
                    apk_reported,
                    entered_reading_km,
                    last_reading_km,
                    reading_date,
                    invoice_date,
                    invoice_total_cents: invoice_amount(invoice_total_cents, invoice_total)?,
                }),
                chosen,
            });
            Decision::of(core::choice::decide(&facts)?, |outcome| {
                let core::choice::Outcome { option, forward, overridden } = outcome;
                let class = OUTCOME.import(py, "dms_rules.okr", "ChoiceOutcome")?;
                Ok(class.call1((option.to_python(py)?, forward, overridden))?.unbind())
            })
        })
    }

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
    #[pyfunction]
    #[pyo3(signature = (*, mode, entered_reading_km, last_reading_km=None))]
    fn mutation(
        py: Python<'_>,
        mode: &Bound<'_, PyAny>,
        entered_reading_km: &Bound<'_, PyAny>,
        last_reading_km: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Decision> {
        guard(py, || {
            let facts = read!(core::mutation::Facts { mode, entered_reading_km, last_reading_km });
            Decision::named(py, core::mutation::decide(&facts)?)
        })
    }

    type Given<'a, 'py> = Option<&'a Bound<'py, PyAny>>;

    fn threshold_amount(cents: Given<'_, '_>, euros: Given<'_, '_>) -> Result<Cents, Fault> {
        Ok(amount("threshold_cents", cents, euros)?.unwrap_or(core::option::default_threshold()))
    }

    fn invoice_amount(cents: Given<'_, '_>, euros: Given<'_, '_>) -> Result<Cents, Fault> {
        const FIELD: &str = "invoice_total_cents";
        amount(FIELD, cents, euros)?.map_or_else(|| Cents::unknown(FIELD), Ok)
    }
}
