//! Quarter hours: `quarter_hour.floor`, `.ceil`, `.nearest` and `.next`.
//!
//! Source: MD, "Ausgabe durchführen": an issue may be dated at most to the next full quarter hour.
//!
//! It is the instant that is rounded. Every offset in use today is a multiple of 15 minutes, so that the clock on the
//! wall is rounded with it, also across a daylight-saving change: 01:53 on 2026-03-29 in Vienna is followed by 03:00.
//! A wall-clock time of a host without zones is rounded as it stands.
//!
//! Each function refuses with [`ErrorCode::OutOfRange`], field `at`, a result past the year 9999.

use chrono::{DateTime, Utc};
use dms_rules_derive::{Facts, Outcome};

#[cfg(feature = "json")]
use crate::catalogue::{self, Entry, JsonOutcome};
#[cfg(feature = "json")]
use crate::decision::Decision;
use crate::decision::reached;
use crate::error::{Error, ErrorCode};
#[cfg(feature = "json")]
use crate::json::{self, JsonTime};
use crate::manual::MD;
use crate::message::Text;
use crate::model::{Declaration, Shaped, Words};
use crate::table::{Source, Table};
use crate::value::Time;
#[cfg(feature = "columns")]
use {
    crate::columns::{self, Flat},
    chrono::NaiveDateTime,
};

const SECONDS: i64 = 15 * 60;

const SOURCE: Source = Source { manual: &MD, passage: "Ausgabe durchführen; Ausgabe in der Zukunft speichern" };

/// Identifies `quarter_hour.floor`.
pub static FLOOR: Table = Table::computation("quarter_hour.floor", "2026-11", SOURCE);
/// Identifies `quarter_hour.ceil`.
pub static CEIL: Table = Table::computation("quarter_hour.ceil", "2026-11", SOURCE);
/// Identifies `quarter_hour.nearest`.
pub static NEAREST: Table = Table::computation("quarter_hour.nearest", "2026-11", SOURCE);
/// Identifies `quarter_hour.next`.
pub static NEXT: Table = Table::computation("quarter_hour.next", "2026-11", SOURCE);

/// The facts of `quarter_hour.*`.
#[derive(Clone, Copy, Debug, Facts)]
#[cfg_attr(not(feature = "json"), allow(dead_code, reason = "read from JSON and columns alone"))]
struct Facts<T> {
    /// The time to round.
    at: T,
}

/// A full quarter hour.
#[derive(Clone, Copy, Debug, Outcome)]
#[model(columns)]
#[cfg_attr(not(feature = "json"), allow(dead_code, reason = "written to JSON and columns alone"))]
struct At<T> {
    /// The full quarter hour.
    at: T,
}

/// What holds for the four of them.
const ZONES: &str = "With a zone it is the instant that is rounded, and the answer is in that zone. Every offset in use today is \
    a multiple of 15 minutes, so the clock on the wall is rounded with it, also on the days when the clocks \
    change. Without a zone the time is rounded as it stands.";

/// A decision of this module: its question, its table, its function.
macro_rules! rounding {
    ($($(#[doc = $about:literal])+ $table:ident $round:ident $question:expr;)+) => {
        pub(crate) const DECLARATIONS: &[Declaration] = &[$(Declaration {
            table: &$table,
            words: Words {
                question: $question,
                about: &[$($about),+, "", ZONES],
                refuses: &[(ErrorCode::OutOfRange, "`at` where the quarter hour lies after the year 9999")],
            },
            facts: &Facts::<DateTime<Utc>>::MODEL,
            outcome: At::<DateTime<Utc>>::SHAPE,
            decide: concat!(module_path!(), "::", stringify!($round)),
        }),+];

        #[cfg(feature = "json")]
        pub(crate) const ENTRIES: &[Entry] = &[$(Entry::new(&$table, |facts| match json::read::<FactsInJson<'_>>(facts)?.at {
            JsonTime::WallClock(at) => rounded($round(&at), &$table),
            JsonTime::Instant(at) => rounded($round(&at), &$table),
        })),+];

        #[cfg(feature = "columns")]
        pub(crate) const FLAT: &[Option<Flat>] = &[$(Some(Flat::new(
            &$table,
            <At<NaiveDateTime> as columns::Outcome>::columns,
            |cells, to| {
                let Facts { at } = json::read_row::<FactsInJson<'_>>(cells)?;
                to.put(Decision::computed(At { at: $round(&at.in_column("at")?)? }, &$table));
                Ok(())
            },
        ))),+];

        #[cfg(feature = "export")]
        pub(crate) const SOURCES: &[&str] = &[$({
            let _ = &$table;
            include_str!("quarter_hour.rs")
        }),+];
    };
}

rounding! {
    /// The full quarter hour at or before `at`: 10:07 gives 10:00, 10:15 gives 10:15.
    FLOOR floor Text {
        en: "Which quarter hour has begun?",
        nl: "Welk kwartier is begonnen?",
        fr: "Quel quart d'heure a commencé ?",
        de: "Welche Viertelstunde hat begonnen?",
    };
    /// The full quarter hour at or after `at`: 10:07 gives 10:15, 10:15 gives 10:15.
    CEIL ceil Text {
        en: "Which full quarter hour has been reached, or comes next?",
        nl: "Welk vol kwartier is bereikt, of komt eraan?",
        fr: "Quel quart d'heure plein est atteint, ou vient ensuite ?",
        de: "Welche volle Viertelstunde ist erreicht oder kommt als nächste?",
    };
    /// The nearest full quarter hour; exactly between two, the later: 10:07:29 gives 10:00, 10:07:30 gives 10:15.
    NEAREST nearest Text {
        en: "Which full quarter hour is nearest?",
        nl: "Welk vol kwartier is het dichtst bij?",
        fr: "Quel quart d'heure plein est le plus proche ?",
        de: "Welche volle Viertelstunde ist die nächstliegende?",
    };
    /// The next full quarter hour, always later than `at`: 10:07 gives 10:15, 10:15 gives 10:30.
    NEXT next Text {
        en: "Which full quarter hour comes after this time?",
        nl: "Welk vol kwartier volgt op dit tijdstip?",
        fr: "Quel quart d'heure plein suit cette heure ?",
        de: "Welche volle Viertelstunde folgt auf diesen Zeitpunkt?",
    };
}

#[cfg(feature = "json")]
fn rounded<T: Time + serde::Serialize>(
    at: Result<T, Error>,
    table: &'static Table,
) -> Result<Decision<JsonOutcome>, Error> {
    catalogue::answer(at.map(|at| Decision::computed(At { at }, table)))
}

/// The full quarter hour at or before `at`: 10:07 → 10:00, 10:15 → 10:15.
///
/// # Errors
/// [`ErrorCode::OutOfRange`] where the calendar ends.
pub fn floor<T: Time>(at: &T) -> Result<T, Error> {
    reached(&FLOOR);
    quarter(at, start(at))
}

/// The full quarter hour at or after `at`: 10:07 → 10:15, 10:15 → 10:15.
///
/// # Errors
/// [`ErrorCode::OutOfRange`] where the calendar ends.
pub fn ceil<T: Time>(at: &T) -> Result<T, Error> {
    reached(&CEIL);
    let full = at.seconds() == start(at) && at.nanoseconds() == 0;
    quarter(at, if full { start(at) } else { start(at) + SECONDS })
}

/// The nearest full quarter hour; exactly between two, the later: 10:07:29 → 10:00, 10:07:30 → 10:15.
///
/// # Errors
/// [`ErrorCode::OutOfRange`] where the calendar ends.
pub fn nearest<T: Time>(at: &T) -> Result<T, Error> {
    reached(&NEAREST);
    let past_the_middle = at.seconds() - start(at) >= SECONDS / 2;
    quarter(at, if past_the_middle { start(at) + SECONDS } else { start(at) })
}

/// The next full quarter hour, always later than `at`: 10:07 → 10:15, 10:15 → 10:30.
///
/// # Errors
/// [`ErrorCode::OutOfRange`] where the calendar ends.
pub fn next<T: Time>(at: &T) -> Result<T, Error> {
    reached(&NEXT);
    quarter(at, start(at) + SECONDS)
}

fn start(at: &impl Time) -> i64 {
    at.seconds().div_euclid(SECONDS) * SECONDS
}

fn quarter<T: Time>(at: &T, seconds: i64) -> Result<T, Error> {
    at.at_seconds(seconds)
        .ok_or_else(|| Error::new(ErrorCode::OutOfRange, "at", "a time before the end of the year 9999"))
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeDelta};
    use proptest::prelude::*;

    use super::{ceil, floor, nearest, next};
    use crate::error::ErrorCode;
    use crate::value::Time;

    fn wall(text: &str) -> NaiveDateTime {
        text.parse().expect("a wall-clock time")
    }

    #[test]
    fn rounds_the_wall_clock() {
        let at = wall("2026-11-21T10:07:30");
        assert_eq!(floor(&at), Ok(wall("2026-11-21T10:00:00")));
        assert_eq!(ceil(&at), Ok(wall("2026-11-21T10:15:00")));
        assert_eq!(nearest(&at), Ok(wall("2026-11-21T10:15:00")));
        assert_eq!(next(&wall("2026-11-21T10:00:00")), Ok(wall("2026-11-21T10:15:00")));
    }

    #[test]
    fn keeps_the_offset() {
        let at: DateTime<FixedOffset> = "2026-03-29T01:53:00+01:00".parse().expect("an instant");
        let quarter = next(&at).expect("within the calendar");
        assert_eq!(quarter.to_rfc3339(), "2026-03-29T02:00:00+01:00");
    }

    #[test]
    fn refuses_what_lies_past_the_calendar() {
        let refused = next(&wall("9999-12-31T23:45:00")).expect_err("past the calendar");
        assert_eq!((refused.code(), refused.field()), (ErrorCode::OutOfRange, Some("at")));
        for at in [NaiveDateTime::MAX, NaiveDateTime::MIN] {
            for round in [floor, ceil, nearest, next] {
                let _ = round(&at);
            }
        }
        for at in [DateTime::<chrono::Utc>::MAX_UTC, DateTime::<chrono::Utc>::MIN_UTC] {
            for hours in [-14, 0, 14] {
                let zone = FixedOffset::east_opt(hours * 3600).expect("an offset");
                for round in [floor, ceil, nearest, next] {
                    let _ = round(&at.with_timezone(&zone));
                }
            }
        }
    }

    fn any_time() -> impl Strategy<Value = NaiveDateTime> {
        let span = wall("0001-01-01T00:00:00").and_utc().timestamp()..wall("9999-12-30T00:00:00").and_utc().timestamp();
        (span, 0_u32..1_000_000_000).prop_map(|(seconds, nanos)| {
            DateTime::from_timestamp(seconds, nanos).expect("within chrono's range").naive_utc()
        })
    }

    proptest! {
        #[test]
        fn the_next_quarter_is_fifteen_minutes_on_rounded_down(at in any_time()) {
            let later = at.later(TimeDelta::minutes(15)).expect("within the calendar");
            prop_assert_eq!(next(&at), floor(&later));
        }

        #[test]
        fn rounding_twice_changes_nothing(at in any_time()) {
            for round in [floor, ceil, nearest] {
                let once = round(&at).expect("within the calendar");
                prop_assert_eq!(round(&once), Ok(once));
            }
        }

        #[test]
        fn rounding_keeps_the_order(one in any_time(), other in any_time()) {
            let (earlier, later) = if one <= other { (one, other) } else { (other, one) };
            for round in [floor, ceil, nearest, next] {
                prop_assert!(round(&earlier).expect("a quarter") <= round(&later).expect("a quarter"));
            }
        }

        #[test]
        fn the_nearest_is_one_of_the_two(at in any_time()) {
            let (below, above) = (floor(&at).expect("a quarter"), ceil(&at).expect("a quarter"));
            let nearest = nearest(&at).expect("a quarter");
            prop_assert!(nearest == below || nearest == above);
            prop_assert!(below <= at && at <= above && next(&at).expect("a quarter") > at);
        }
    }
}
