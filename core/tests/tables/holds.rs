//! A table that holds.

use dms_rules::decision_table;
use dms_rules::message::Text;
use dms_rules::table::Manual;

const HOUSE: Manual = Manual { short: "HR", file: "house.txt", product: "House rules", country: "BE", language: "en" };

#[derive(Clone, Copy)]
enum Gate {
    Open,
    Shut,
}

impl Gate {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Shut => "shut",
        }
    }
}

const fn says(text: &'static str) -> Text {
    Text { en: text, nl: text, fr: text, de: text }
}

struct Facts {
    hour: u8,
    holiday: bool,
}

decision_table! {
    decision "house.gate", edition "2026-11";
    source HOUSE, "Opening hours";
    hit policy FIRST => Gate;

    given(facts: &Facts) {}

    conditions {
        holiday         = facts.holiday;
        working_hours   = (8..18).contains(&facts.hour);
    }

    impossible {}

    rows {
        holiday         : holiday               => Gate::Shut;
        working_hours   : working_hours         => Gate::Open;
        night           : otherwise             => Gate::Shut;
    }

    advisories {
    }

    texts {
        holiday: says("It is a holiday.");
        working_hours: says("The workshop is open.");
        night: says("The workshop is closed.");
    }
}

pub(crate) fn main() {
    let row = |hour, holiday| apply(&Facts { hour, holiday }).row().map(|row| row.id);
    assert_eq!(row(10, false), Some("working_hours"));
    assert_eq!(row(10, true), Some("holiday"));
    assert_eq!(row(20, false), Some("night"));
}
