//! `okr.option`, `okr.choice` and `okr.mutation`.

use dms_rules::error::Error;
use dms_rules::okr::{self, choice, mutation, option};

use crate::answer::{answer, mirror};
use crate::fact::{Fact, WireDate, WireEuros};

mirror! {
    /// When readings are forwarded.
    WireOkrMode = okr::Mode: { Never, Always, AfterInvoice, AfterInvoiceFromAmount }
    comes_in
}

/// The facts of `okr.option`.
#[derive(uniffi::Record)]
pub(crate) struct WireOkrOptionFacts {
    mode: WireOkrMode,
    max_age_days: Option<i32>,
    threshold: WireEuros,
    boundary: WireOkrBoundary,
    apk_reported: bool,
    entered_reading_km: i32,
    last_reading_km: Option<i32>,
    reading_date: Option<WireDate>,
    invoice_date: WireDate,
    invoice_total: WireEuros,
}

mirror! {
    /// Whether an invoice of exactly the threshold is forwarded.
    WireOkrBoundary = option::Boundary: { MoreThan, AtLeast }
    comes_in
}

mirror! {
    /// The choice that is preselected.
    WireOkrOptionOutcome = option::Outcome: { Locked, YesForward, NoApkReported, NoReadingOld, NoAmountBelow }
    goes_out
}

answer! {
    /// The answer of `okr.option`.
    WireOkrOptionAnswer of WireOkrOptionOutcome
}

impl TryFrom<WireOkrOptionFacts> for option::Facts {
    type Error = Error;

    fn try_from(wire: WireOkrOptionFacts) -> Result<Self, Error> {
        let WireOkrOptionFacts {
            mode,
            max_age_days,
            threshold,
            boundary,
            apk_reported,
            entered_reading_km,
            last_reading_km,
            reading_date,
            invoice_date,
            invoice_total,
        } = wire;
        Ok(Self {
            mode: mode.into(),
            max_age_days: max_age_days.read("max_age_days")?,
            threshold_cents: threshold.read("threshold_cents")?,
            boundary: boundary.into(),
            apk_reported,
            entered_reading_km: entered_reading_km.read("entered_reading_km")?,
            last_reading_km: last_reading_km.read("last_reading_km")?,
            reading_date: reading_date.read("reading_date")?,
            invoice_date: invoice_date.read("invoice_date")?,
            invoice_total_cents: invoice_total.read("invoice_total_cents")?,
        })
    }
}

/// Decides `okr.option` for each invoice.
#[uniffi::export]
pub(crate) fn okr_option(facts: Vec<WireOkrOptionFacts>) -> Vec<WireOkrOptionAnswer> {
    facts.into_iter().map(|facts| facts.try_into().and_then(|facts| option::decide(&facts)).into()).collect()
}

/// The facts of `okr.choice`.
#[derive(uniffi::Record)]
pub(crate) struct WireOkrChoiceFacts {
    option: WireOkrOptionFacts,
    chosen: Option<WireOkrChoice>,
}

mirror! {
    /// The four choices on the invoice screen.
    WireOkrChoice = choice::Choice: { YesForward, NoApkReported, NoReadingOld, NoAmountBelow }
    comes_in
}

/// The choice that stands.
#[derive(uniffi::Record)]
pub(crate) struct WireOkrChoiceOutcome {
    option: WireOkrOptionOutcome,
    forward: bool,
    overridden: bool,
}

answer! {
    /// The answer of `okr.choice`.
    WireOkrChoiceAnswer of WireOkrChoiceOutcome
}

impl TryFrom<WireOkrChoiceFacts> for choice::Facts {
    type Error = Error;

    fn try_from(wire: WireOkrChoiceFacts) -> Result<Self, Error> {
        let WireOkrChoiceFacts { option, chosen } = wire;
        Ok(Self { option: option.try_into()?, chosen: chosen.map(Into::into) })
    }
}

impl From<choice::Outcome> for WireOkrChoiceOutcome {
    fn from(core: choice::Outcome) -> Self {
        let choice::Outcome { option, forward, overridden } = core;
        Self { option: option.into(), forward, overridden }
    }
}

/// Decides `okr.choice` for each invoice.
#[uniffi::export]
pub(crate) fn okr_choice(facts: Vec<WireOkrChoiceFacts>) -> Vec<WireOkrChoiceAnswer> {
    facts.into_iter().map(|facts| facts.try_into().and_then(|facts| choice::decide(&facts)).into()).collect()
}

/// The facts of `okr.mutation`.
#[derive(uniffi::Record)]
pub(crate) struct WireOkrMutationFacts {
    mode: WireOkrMode,
    entered_reading_km: i32,
    last_reading_km: Option<i32>,
}

mirror! {
    /// What to do with the changed reading.
    WireOkrMutationOutcome = mutation::Outcome: { Hold, AskFirst, Forward }
    goes_out
}

answer! {
    /// The answer of `okr.mutation`.
    WireOkrMutationAnswer of WireOkrMutationOutcome
}

impl TryFrom<WireOkrMutationFacts> for mutation::Facts {
    type Error = Error;

    fn try_from(wire: WireOkrMutationFacts) -> Result<Self, Error> {
        let WireOkrMutationFacts { mode, entered_reading_km, last_reading_km } = wire;
        Ok(Self {
            mode: mode.into(),
            entered_reading_km: entered_reading_km.read("entered_reading_km")?,
            last_reading_km: last_reading_km.read("last_reading_km")?,
        })
    }
}

/// Decides `okr.mutation` for each changed reading.
#[uniffi::export]
pub(crate) fn okr_mutation(facts: Vec<WireOkrMutationFacts>) -> Vec<WireOkrMutationAnswer> {
    facts.into_iter().map(|facts| facts.try_into().and_then(|facts| mutation::decide(&facts)).into()).collect()
}
