//! A table of as many conditions as it may have.

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
    /// Whether there is a vehicle in the bay.
    bays: [bool; 16],
}

decision_table! {
    decision "house.gate", edition "2026-11";
    source HOUSE, "Opening hours";
    hit policy FIRST => Gate;

    given(facts: &Facts) {}

    conditions {
        bay_1           = facts.bays[0];
        bay_2           = facts.bays[1];
        bay_3           = facts.bays[2];
        bay_4           = facts.bays[3];
        bay_5           = facts.bays[4];
        bay_6           = facts.bays[5];
        bay_7           = facts.bays[6];
        bay_8           = facts.bays[7];
        bay_9           = facts.bays[8];
        bay_10          = facts.bays[9];
        bay_11          = facts.bays[10];
        bay_12          = facts.bays[11];
        bay_13          = facts.bays[12];
        bay_14          = facts.bays[13];
        bay_15          = facts.bays[14];
        bay_16          = facts.bays[15];
    }

    impossible {}

    rows {
        full            : bay_1 & bay_2 & bay_3 & bay_4 & bay_5 & bay_6 & bay_7 & bay_8
                          & bay_9 & bay_10 & bay_11 & bay_12 & bay_13 & bay_14 & bay_15 & bay_16
                                                => Gate::Shut;
        room            : otherwise             => Gate::Open;
    }

    advisories {
    }

    texts {
        bay_1: says("There is a vehicle in bay 1.");
        bay_2: says("There is a vehicle in bay 2.");
        bay_3: says("There is a vehicle in bay 3.");
        bay_4: says("There is a vehicle in bay 4.");
        bay_5: says("There is a vehicle in bay 5.");
        bay_6: says("There is a vehicle in bay 6.");
        bay_7: says("There is a vehicle in bay 7.");
        bay_8: says("There is a vehicle in bay 8.");
        bay_9: says("There is a vehicle in bay 9.");
        bay_10: says("There is a vehicle in bay 10.");
        bay_11: says("There is a vehicle in bay 11.");
        bay_12: says("There is a vehicle in bay 12.");
        bay_13: says("There is a vehicle in bay 13.");
        bay_14: says("There is a vehicle in bay 14.");
        bay_15: says("There is a vehicle in bay 15.");
        bay_16: says("There is a vehicle in bay 16.");
        full: says("There is a vehicle in every bay.");
        room: says("There is room for a vehicle.");
    }
}

pub(crate) fn main() {
    let row = |bays| apply(&Facts { bays }).row().map(|row| row.id);
    assert_eq!(row([true; 16]), Some("full"));
    for free in 0..16 {
        assert_eq!(row(std::array::from_fn(|bay| bay != free)), Some("room"));
    }
}
