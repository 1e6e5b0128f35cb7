//! What every contestant must answer.

use dms_rules::decision::Decision;
use dms_rules::okr::option::{Outcome, TABLE};
use dms_rules::table::{Reason, Row};

/// Outcome, row, reasons and advisories; the names read back into the numbers of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    pub outcome: Outcome,
    pub row: usize,
    pub because: u32,
    pub advisories: u32,
}

impl Answer {
    pub fn of(decision: &Decision<Outcome>) -> Self {
        Self {
            outcome: decision.outcome,
            row: decision.row_index().expect("a row"),
            because: decision.because_bits(),
            advisories: decision.advisory_bits(),
        }
    }

    /// Reads the names that an engine answered with.
    pub fn named<'n>(
        outcome: &str,
        row: &str,
        because: impl IntoIterator<Item = &'n str>,
        advisories: impl IntoIterator<Item = &'n str>,
    ) -> Self {
        Self {
            outcome: outcome.parse().expect("an outcome"),
            row: place(TABLE.rows.iter().map(reason), row),
            because: bits(because, |name| place(TABLE.conditions.iter(), name)),
            advisories: bits(advisories, |name| place(TABLE.advisories.iter().map(reason), name)),
        }
    }
}

fn reason(row: &Row) -> &Reason {
    &row.reason
}

fn place<'t>(mut reasons: impl Iterator<Item = &'t Reason>, name: &str) -> usize {
    reasons.position(|reason| reason.id == name).expect("a name of the table")
}

fn bits<'n>(names: impl IntoIterator<Item = &'n str>, place: impl Fn(&str) -> usize) -> u32 {
    names.into_iter().fold(0, |bits, name| bits | 1 << place(name))
}
