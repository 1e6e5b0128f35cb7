//! `okr.option`: which of the four choices is preselected when an invoice is made?
//!
//! Source: OKR, "Ad Optie 1" to "Ad Optie 4" and Tabel 1.
//!
//! Readings of the manual:
//! * 150.00 exactly is not above the threshold: the text says twice "groter dan" and once "vanaf", so the boundary is a
//!   setting.
//! * The three additional situations under Ad Optie 1 guard the automatic choice in every mode: a probable typing error
//!   is never forwarded without a person choosing.
//! * The APK report goes before the amount and the amount before the rest, since option 3 is the manual's catch-all for
//!   what is not option 2 or 4.
//! * Any mode but "never" leaves the choices settable; a person may always set option 1 (`okr.choice`).

use std::cmp::Ordering;

use chrono::NaiveDate;
use dms_rules_derive::Facts;

use super::{LARGEST_DEVIATION_KM, Mode, TREND_BREAK_KM, text};
use crate::decision::Decision;
use crate::decision_table;
use crate::error::{Error, ErrorCode};
use crate::manual::OKR;
use crate::message::Text;
use crate::value::{Cents, OdometerReading, closed_enum, days_between};

/// The facts of `okr.option`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts {
    /// The setting: when readings are forwarded.
    pub mode: Mode,
    /// The setting "niet ouder dan x dagen"; required in the two modes after an invoice, ignored in the others.
    pub max_age_days: Option<u16>,
    /// The setting for the amount, in cents incl. VAT; € 150.00 unless set. Ignored but in the mode that asks for it.
    #[fact(default = default_threshold())]
    pub threshold_cents: Cents,
    /// Whether the threshold itself is enough.
    #[fact(default = Boundary::MoreThan)]
    pub boundary: Boundary,
    /// An APK report was made for this vehicle on this work order: the RDW has the reading already.
    pub apk_reported: bool,
    /// The reading entered, in km.
    pub entered_reading_km: OdometerReading,
    /// The last reading known for the vehicle, in km.
    pub last_reading_km: Option<OdometerReading>,
    /// The day on which the entered reading was taken.
    pub reading_date: Option<NaiveDate>,
    /// The day of the invoice.
    pub invoice_date: NaiveDate,
    /// What the customer pays, in cents incl. VAT; negative for a credit note.
    pub invoice_total_cents: Cents,
}

/// The threshold unless set: € 150.00.
pub const fn default_threshold() -> Cents {
    Cents::new(15_000)
}

/// The shorter way of its columns.
#[cfg(feature = "columns")]
pub(super) const BLOCKS: crate::columns::Blocks = crate::columns::OkrOption::of;

closed_enum! {
    /// Whether an invoice of exactly the threshold is forwarded.
    pub enum Boundary {
        /// "groter dan": more than the threshold.
        MoreThan = "more_than",
        /// "vanaf": the threshold or more.
        AtLeast = "at_least",
    }
}

#[allow(clippy::derivable_impls, reason = "the enum's declaration carries names, not attributes")]
impl Default for Boundary {
    fn default() -> Self {
        Self::MoreThan
    }
}

closed_enum! {
    /// The choice that is preselected.
    pub enum Outcome {
        /// Readings are never forwarded: the four choices cannot be set.
        Locked = "locked",
        /// 1: "Ja, tellerstand doorsturen".
        YesForward = "yes_forward",
        /// 2: "Nee, APK-melding gedaan".
        NoApkReported = "no_apk_reported",
        /// 3: "Nee, tellerstand oud".
        NoReadingOld = "no_reading_old",
        /// 4: "Nee, fact. bedrag < 150".
        NoAmountBelow = "no_amount_below",
    }
}

/// What the table asks about: the facts, put so that a row of a column needs no calendar and, on facts in random order, no
/// branch. What is unknown stands at nought: no day has passed, no kilometre lies between.
#[derive(Clone, Copy)]
pub(crate) struct Inputs {
    pub(crate) mode: Mode,
    pub(crate) has_greatest_age: bool,
    pub(crate) max_age_days: u16,
    pub(crate) boundary: Boundary,
    /// What the customer pays, against the threshold.
    pub(crate) amount: Ordering,
    pub(crate) apk_reported: bool,
    pub(crate) has_last_reading: bool,
    /// How far the entered reading lies above the last.
    pub(crate) above_last_km: i32,
    pub(crate) has_reading_date: bool,
    /// From the reading to the invoice.
    pub(crate) age_days: i32,
}

impl Inputs {
    #[inline]
    fn of(facts: &Facts) -> Self {
        let &Facts {
            mode,
            max_age_days,
            threshold_cents,
            boundary,
            apk_reported,
            entered_reading_km,
            last_reading_km,
            reading_date,
            invoice_date,
            invoice_total_cents,
        } = facts;
        Self {
            mode,
            has_greatest_age: max_age_days.is_some(),
            max_age_days: max_age_days.unwrap_or(0),
            boundary,
            amount: invoice_total_cents.cmp(&threshold_cents),
            apk_reported,
            has_last_reading: last_reading_km.is_some(),
            above_last_km: entered_reading_km.above(last_reading_km.unwrap_or(entered_reading_km)),
            has_reading_date: reading_date.is_some(),
            age_days: days_between(reading_date.unwrap_or(invoice_date), invoice_date),
        }
    }

    /// The greatest age is needed and not given.
    #[inline]
    const fn lacks_greatest_age(&self) -> bool {
        self.mode.is_after_invoice() & !self.has_greatest_age
    }

    /// The reading was taken after the invoice.
    #[inline]
    const fn is_read_later(&self) -> bool {
        self.age_days < 0
    }

    /// Whether the facts are refused.
    #[cfg(feature = "columns")]
    #[inline]
    pub(crate) const fn is_refused(&self) -> bool {
        self.lacks_greatest_age() | self.is_read_later()
    }

    /// The answers to the table's conditions.
    #[cfg(feature = "columns")]
    #[inline]
    pub(crate) fn conditions(&self) -> u32 {
        evaluate_conditions(self)
    }
}

/// The outcome of a row of the table.
#[cfg(feature = "columns")]
pub(crate) const fn outcome_of(row: usize) -> Outcome {
    OUTCOMES[row]
}

decision_table! {
    /// `because` names the row's condition and every other "no" condition that holds as well. The greatest age and the
    /// amount are ignored in the modes that do not use them. Advisories: `reading_lower` (1 to 99 km below the last
    /// reading), `reading_breaks_trend` (100 km or more below), `fresh_unchanged_reading`.
    decision "okr.option", edition "2026-11";
    question Text {
        en: "Which of the four choices is preselected when an invoice is made?",
        nl: "Welke van de vier opties staat voorgeselecteerd bij het maken van een factuur?",
        fr: "Lequel des quatre choix est présélectionné à la création d'une facture ?",
        de: "Welche der vier Optionen ist beim Erstellen einer Rechnung vorausgewählt?",
    };
    refuses {
        missing_field: "`max_age_days` in the two modes after an invoice";
        contradiction: "`reading_date` after `invoice_date`";
    }
    source OKR, "Ad Optie 1 – Ad Optie 4; Tabel 1";
    hit policy FIRST => Outcome, because names every condition that holds;

    given(facts: &Inputs) {
        let amount_enough = match facts.boundary {
            Boundary::MoreThan => facts.amount.is_gt(),
            Boundary::AtLeast => facts.amount.is_ge(),
        };
        let recent_enough = facts.has_reading_date & (facts.age_days <= i32::from(facts.max_age_days));
    }

    conditions {
        forwarding_never            = facts.mode == Mode::Never,
            feel r#"mode = "never""#;
        apk_reported                = facts.apk_reported,
            feel "apk_reported";
        amount_too_low              = (facts.mode == Mode::AfterInvoiceFromAmount) & !amount_enough,
            feel r#"mode = "after_invoice_from_amount" and
                (some threshold in [if threshold_cents = null then 15000 else threshold_cents] satisfies
                if boundary = "at_least" then invoice_total_cents < threshold else invoice_total_cents <= threshold)"#;
        reading_unchanged           = facts.has_last_reading & (facts.above_last_km == 0),
            feel "last_reading_km != null and entered_reading_km = last_reading_km";
        reading_stale               = facts.mode.is_after_invoice() & !recent_enough,
            feel r#"mode in ("after_invoice", "after_invoice_from_amount") and
                (if reading_date = null then true
                else (date(invoice_date) - date(reading_date)) / duration("P1D") > max_age_days)"#;
        deviation_exceeds_limit     = facts.above_last_km.unsigned_abs() > LARGEST_DEVIATION_KM,
            feel "last_reading_km != null and abs(entered_reading_km - last_reading_km) > 100000";
        reading_lower               = (facts.above_last_km < 0) & (facts.above_last_km > -TREND_BREAK_KM),
            feel "last_reading_km != null and entered_reading_km < last_reading_km
                and entered_reading_km > last_reading_km - 100";
        reading_breaks_trend        = facts.above_last_km <= -TREND_BREAK_KM,
            feel "last_reading_km != null and entered_reading_km <= last_reading_km - 100";
        read_on_invoice_date        = facts.has_reading_date & (facts.age_days == 0),
            feel "reading_date != null and date(reading_date) = date(invoice_date)";
    }

    impossible {
        forwarding_never && amount_too_low;
        forwarding_never && reading_stale;
        reading_unchanged && deviation_exceeds_limit;
        reading_unchanged && reading_lower;
        reading_unchanged && reading_breaks_trend;
        reading_lower && reading_breaks_trend;
        reading_lower && deviation_exceeds_limit;
    }

    rows {
        // row                      | when                      | outcome
        forwarding_never            : forwarding_never          => Outcome::Locked;
        apk_reported                : apk_reported              => Outcome::NoApkReported;
        amount_too_low              : amount_too_low            => Outcome::NoAmountBelow;
        reading_unchanged           : reading_unchanged         => Outcome::NoReadingOld;
        reading_stale               : reading_stale             => Outcome::NoReadingOld;
        deviation_exceeds_limit     : deviation_exceeds_limit   => Outcome::NoReadingOld;
        forward                     : otherwise                 => Outcome::YesForward;
    }

    advisories {
        reading_lower               : reading_lower;
        reading_breaks_trend        : reading_breaks_trend;
        fresh_unchanged_reading     : reading_unchanged && read_on_invoice_date;
    }

    texts {
        forwarding_never: Text {
            en: "The settings say that odometer readings are never forwarded.",
            nl: "Volgens de instellingen wordt de tellerstand nooit doorgestuurd.",
            fr: "Selon les paramètres, le kilométrage n'est jamais transmis.",
            de: "Laut Einstellungen wird der Kilometerstand nie übermittelt.",
        };
        apk_reported: Text {
            en: "An APK report was made: the RDW has registered the reading with it.",
            nl: "Er is een APK-melding gedaan: daarmee is de tellerstand al bij de RDW geregistreerd.",
            fr: "Un rapport APK a été fait : la RDW a enregistré le kilométrage avec lui.",
            de: "Eine APK-Meldung ist erfolgt: damit ist der Kilometerstand bei der RDW registriert.",
        };
        amount_too_low: Text {
            en: "The invoice does not reach the amount from which readings are forwarded.",
            nl: "Het factuurbedrag ligt niet boven het bedrag waarvanaf wordt doorgestuurd.",
            fr: "La facture n'atteint pas le montant à partir duquel on transmet.",
            de: "Der Rechnungsbetrag erreicht den Betrag nicht, ab dem übermittelt wird.",
        };
        reading_unchanged: text::READING_UNCHANGED;
        reading_stale: Text {
            en: "The odometer reading is older than allowed at the invoice date, or its date is unknown.",
            nl: "De tellerstand is op de factuurdatum ouder dan toegestaan, of de datum ervan is onbekend.",
            fr: "Le kilométrage est plus ancien que permis à la date de la facture, ou sa date est inconnue.",
            de: "Der Kilometerstand ist am Rechnungsdatum älter als erlaubt, oder sein Datum ist unbekannt.",
        };
        deviation_exceeds_limit: text::DEVIATION_EXCEEDS_LIMIT;
        forward: Text {
            en: "Nothing speaks against it: forward the odometer reading.",
            nl: "Er is geen bezwaar: tellerstand doorsturen.",
            fr: "Rien ne s'y oppose : transmettre le kilométrage.",
            de: "Nichts spricht dagegen: Kilometerstand übermitteln.",
        };
        reading_lower: text::READING_LOWER;
        reading_breaks_trend: text::READING_BREAKS_TREND;
        read_on_invoice_date: Text {
            en: "The reading was taken on the invoice date.",
            nl: "De tellerstand is op de factuurdatum opgenomen.",
            fr: "Le kilométrage a été relevé à la date de la facture.",
            de: "Der Kilometerstand wurde am Rechnungsdatum abgelesen.",
        };
        fresh_unchanged_reading: Text {
            en: "The reading is unchanged although it was taken on the invoice date: was the vehicle not driven?",
            nl: "De tellerstand is ongewijzigd maar op de factuurdatum opgenomen: is er niet gereden?",
            fr: "Le kilométrage est inchangé bien que relevé à la date de la facture : le véhicule n'a-t-il pas roulé ?",
            de: "Der Kilometerstand ist unverändert, aber am Rechnungsdatum abgelesen: wurde nicht gefahren?",
        };
    }
}

/// Decides `okr.option`.
///
/// ```
/// use chrono::NaiveDate;
/// use dms_rules::okr::{Mode, option};
/// use dms_rules::value::{Cents, OdometerReading};
///
/// let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
/// let invoice = option::Facts {
///     mode: Mode::AfterInvoice,
///     max_age_days: Some(14),
///     threshold_cents: option::default_threshold(),
///     boundary: option::Boundary::MoreThan,
///     apk_reported: false,
///     entered_reading_km: OdometerReading::new(84_500).unwrap(),
///     last_reading_km: OdometerReading::new(84_540),
///     reading_date: Some(day(18)),
///     invoice_date: day(20),
///     invoice_total_cents: Cents::new(1_895),
/// };
///
/// let decision = option::decide(&invoice)?;
/// assert_eq!(decision.outcome, option::Outcome::YesForward);
/// assert!(decision.advisories().contains("reading_lower"));
///
/// let never = option::decide(&option::Facts { mode: Mode::Never, ..invoice })?;
/// assert_eq!(never.outcome, option::Outcome::Locked);
///
/// let refused = option::decide(&option::Facts { reading_date: Some(day(21)), ..invoice }).unwrap_err();
/// assert_eq!((refused.code().as_str(), refused.field()), ("contradiction", Some("reading_date")));
/// # Ok::<(), dms_rules::error::Error>(())
/// ```
///
/// # Errors
/// * [`ErrorCode::MissingField`] `max_age_days` in the two modes after an invoice;
/// * [`ErrorCode::Contradiction`] `reading_date` after `invoice_date`.
pub fn decide(facts: &Facts) -> Result<Decision<Outcome>, Error> {
    preselect(facts)
}

/// Decides, for `okr.choice` too, which goes on with the answer. Where it is handed over in memory it is written in pieces
/// and read as a whole, for which the processor waits as long as half of the decision takes.
#[allow(clippy::inline_always, reason = "left to itself the compiler calls it, and a choice takes 13.3 ns, not 9.8")]
#[inline(always)]
pub(super) fn preselect(facts: &Facts) -> Result<Decision<Outcome>, Error> {
    let asked = Inputs::of(facts);
    if asked.lacks_greatest_age() {
        let expected = "the modes after an invoice need the greatest age of a reading, in days";
        return Err(Error::new(ErrorCode::MissingField, "max_age_days", expected));
    }
    if asked.is_read_later() {
        return Err(Error::new(ErrorCode::Contradiction, "reading_date", "a day not after invoice_date"));
    }
    Ok(apply(&asked))
}
