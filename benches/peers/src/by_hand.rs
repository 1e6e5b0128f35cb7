//! The same decision as one would write it without the library: refusals, outcome, row, reasons and advisories.

use dms_rules::okr::Mode;
use dms_rules::okr::option::{Boundary, Facts, Outcome};

use crate::answer::Answer;

/// What is wrong with the facts, and with which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    Missing(&'static str),
    Contradiction(&'static str),
}

/// The row that decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    ForwardingNever,
    ApkReported,
    AmountTooLow,
    ReadingUnchanged,
    ReadingStale,
    DeviationExceedsLimit,
    Forward,
}

/// Why and what to look at, one bit each.
pub mod bit {
    pub const FORWARDING_NEVER: u8 = 1;
    pub const APK_REPORTED: u8 = 1 << 1;
    pub const AMOUNT_TOO_LOW: u8 = 1 << 2;
    pub const READING_UNCHANGED: u8 = 1 << 3;
    pub const READING_STALE: u8 = 1 << 4;
    pub const DEVIATION_EXCEEDS_LIMIT: u8 = 1 << 5;

    pub const READING_LOWER: u8 = 1;
    pub const READING_BREAKS_TREND: u8 = 1 << 1;
    pub const FRESH_UNCHANGED_READING: u8 = 1 << 2;
}

/// The leanest answer: four small numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Small {
    pub outcome: Outcome,
    pub row: Row,
    pub because: u8,
    pub advisories: u8,
}

/// The handiest answer: lists of names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub outcome: Outcome,
    pub row: &'static str,
    pub because: Vec<&'static str>,
    pub advisories: Vec<&'static str>,
}

/// The questions, asked once.
struct Questions {
    never: bool,
    too_low: bool,
    unchanged: bool,
    stale: bool,
    deviates: bool,
    lower: bool,
    breaks_trend: bool,
    fresh: bool,
}

#[inline]
fn ask(facts: &Facts) -> Result<Questions, Refusal> {
    let after_invoice = matches!(facts.mode, Mode::AfterInvoice | Mode::AfterInvoiceFromAmount);
    let stale = match (after_invoice, facts.max_age_days, facts.reading_date) {
        (true, None, _) => return Err(Refusal::Missing("max_age_days")),
        (_, _, Some(read)) if read > facts.invoice_date => return Err(Refusal::Contradiction("reading_date")),
        (true, Some(days), Some(read)) => (facts.invoice_date - read).num_days() > i64::from(days),
        (after_invoice, _, _) => after_invoice,
    };
    let too_low = facts.mode == Mode::AfterInvoiceFromAmount
        && match facts.boundary {
            Boundary::MoreThan => facts.invoice_total_cents <= facts.threshold_cents,
            Boundary::AtLeast => facts.invoice_total_cents < facts.threshold_cents,
        };
    let above = facts.last_reading_km.map(|last| facts.entered_reading_km.get() as i32 - last.get() as i32);
    Ok(Questions {
        never: facts.mode == Mode::Never,
        too_low,
        unchanged: above == Some(0),
        stale,
        deviates: above.is_some_and(|km| km.abs() > 100_000),
        lower: matches!(above, Some(-99..=-1)),
        breaks_trend: matches!(above, Some(..=-100)),
        fresh: facts.reading_date == Some(facts.invoice_date),
    })
}

/// Answers with small numbers: allocates nothing.
pub fn small(facts: &Facts) -> Result<Small, Refusal> {
    let asked = ask(facts)?;
    let (row, outcome) = match asked {
        Questions { never: true, .. } => (Row::ForwardingNever, Outcome::Locked),
        _ if facts.apk_reported => (Row::ApkReported, Outcome::NoApkReported),
        Questions { too_low: true, .. } => (Row::AmountTooLow, Outcome::NoAmountBelow),
        Questions { unchanged: true, .. } => (Row::ReadingUnchanged, Outcome::NoReadingOld),
        Questions { stale: true, .. } => (Row::ReadingStale, Outcome::NoReadingOld),
        Questions { deviates: true, .. } => (Row::DeviationExceedsLimit, Outcome::NoReadingOld),
        _ => (Row::Forward, Outcome::YesForward),
    };
    let mut because = 0;
    for (holds, bit) in [
        (asked.never, bit::FORWARDING_NEVER),
        (facts.apk_reported, bit::APK_REPORTED),
        (asked.too_low, bit::AMOUNT_TOO_LOW),
        (asked.unchanged, bit::READING_UNCHANGED),
        (asked.stale, bit::READING_STALE),
        (asked.deviates, bit::DEVIATION_EXCEEDS_LIMIT),
    ] {
        if holds {
            because |= bit;
        }
    }
    let mut advisories = 0;
    if asked.lower {
        advisories |= bit::READING_LOWER;
    }
    if asked.breaks_trend {
        advisories |= bit::READING_BREAKS_TREND;
    }
    if asked.unchanged && asked.fresh {
        advisories |= bit::FRESH_UNCHANGED_READING;
    }
    Ok(Small { outcome, row, because, advisories })
}

/// Answers with lists of names.
pub fn named(facts: &Facts) -> Result<Named, Refusal> {
    let asked = ask(facts)?;
    let (row, outcome) = match asked {
        Questions { never: true, .. } => ("forwarding_never", Outcome::Locked),
        _ if facts.apk_reported => ("apk_reported", Outcome::NoApkReported),
        Questions { too_low: true, .. } => ("amount_too_low", Outcome::NoAmountBelow),
        Questions { unchanged: true, .. } => ("reading_unchanged", Outcome::NoReadingOld),
        Questions { stale: true, .. } => ("reading_stale", Outcome::NoReadingOld),
        Questions { deviates: true, .. } => ("deviation_exceeds_limit", Outcome::NoReadingOld),
        _ => ("forward", Outcome::YesForward),
    };
    let mut because = Vec::new();
    for (holds, name) in [
        (asked.never, "forwarding_never"),
        (facts.apk_reported, "apk_reported"),
        (asked.too_low, "amount_too_low"),
        (asked.unchanged, "reading_unchanged"),
        (asked.stale, "reading_stale"),
        (asked.deviates, "deviation_exceeds_limit"),
    ] {
        if holds {
            because.push(name);
        }
    }
    let mut advisories = Vec::new();
    if asked.lower {
        advisories.push("reading_lower");
    }
    if asked.breaks_trend {
        advisories.push("reading_breaks_trend");
    }
    if asked.unchanged && asked.fresh {
        advisories.push("fresh_unchanged_reading");
    }
    Ok(Named { outcome, row, because, advisories })
}

impl From<Small> for Answer {
    fn from(small: Small) -> Self {
        let Small { outcome, row, because, advisories } = small;
        Self { outcome, row: row as usize, because: because.into(), advisories: advisories.into() }
    }
}

impl From<Named> for Answer {
    fn from(named: Named) -> Self {
        Self::named(named.outcome.as_str(), named.row, named.because, named.advisories)
    }
}
