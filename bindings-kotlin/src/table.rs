//! The tables' names and texts, which cross the border once.

use dms_rules::catalogue::DECISIONS;
use dms_rules::message::Text;
use dms_rules::table::{Reason, Table};

/// What the places in `WireGrounds` stand for.
#[derive(uniffi::Record)]
pub(crate) struct WireTable {
    decision: String,
    edition: String,
    rows: Vec<WireReason>,
    /// What the bits of `because` stand for.
    reasons: Vec<WireReason>,
    advisories: Vec<WireReason>,
}

/// A name, and what it says in each language.
#[derive(uniffi::Record)]
pub(crate) struct WireReason {
    id: String,
    en: String,
    nl: String,
    fr: String,
    de: String,
}

/// The tables of all decisions.
#[uniffi::export]
pub(crate) fn tables() -> Vec<WireTable> {
    DECISIONS.iter().map(|decision| WireTable::from(decision.table())).collect()
}

impl From<&Table> for WireTable {
    fn from(table: &Table) -> Self {
        Self {
            decision: table.id.to_owned(),
            edition: table.edition.to_owned(),
            rows: table.rows.iter().map(|row| (&row.reason).into()).collect(),
            reasons: (0..).map_while(|bit| table.reason(bit)).map(Into::into).collect(),
            advisories: table.advisories.iter().map(|advisory| (&advisory.reason).into()).collect(),
        }
    }
}

impl From<&Reason> for WireReason {
    fn from(reason: &Reason) -> Self {
        let Reason { id, text } = *reason;
        let Text { en, nl, fr, de } = text.text();
        Self { id: id.to_owned(), en: en.to_owned(), nl: nl.to_owned(), fr: fr.to_owned(), de: de.to_owned() }
    }
}
