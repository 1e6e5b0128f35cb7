//! `booking.issue_limit`: until when may an issue be dated?
//!
//! Source: MD, "Ausgabe durchführen" ("Ausgaben können maximal bis zur nächsten vollen 1/4-Stunde in die Zukunft gelegt
//! werden") and "Ausgabe in der Zukunft speichern" (the setting "Fahrzeugausgabe vor Abholung in Tagen").
//!
//! Reading of the manual: it says both "bis zur nächsten vollen 1/4-Stunde" and "bis 15 Minuten". On the grid of quarter
//! hours they are the same; off the grid the stricter one is the default and the other a setting.

use chrono::{Days, NaiveTime, TimeDelta};
use dms_rules_derive::{Facts, Outcome};

use crate::decision::Decision;
use crate::decision_table;
use crate::error::{Error, ErrorCode};
use crate::manual::MD;
use crate::message::Text;
use crate::quarter_hour;
use crate::value::{LAST_DAY, Latest, Time, closed_enum};

/// The facts of `booking.issue_limit`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts<T> {
    /// Now, on the host's clock.
    pub now: T,
    /// The setting "Fahrzeugausgabe vor Abholung in Tagen"; 0 or less allows no later day.
    pub days_ahead: i32,
    /// How far an immediate issue may reach.
    #[fact(default = ImmediateWindow::NextQuarterHour)]
    pub immediate_window: ImmediateWindow,
}

impl<T> Facts<T> {
    /// The same facts with their times in another form, or the refusal of the first that has none.
    ///
    /// # Errors
    /// What `form` refuses, given the field and its time.
    pub fn with_times<U, E>(self, form: impl Fn(T, &'static str) -> Result<U, E>) -> Result<Facts<U>, E> {
        let Self { now, days_ahead, immediate_window } = self;
        Ok(Facts { now: form(now, "now")?, days_ahead, immediate_window })
    }
}

closed_enum! {
    /// How far an immediate issue may reach.
    pub enum ImmediateWindow {
        /// "bis zur nächsten vollen 1/4-Stunde".
        NextQuarterHour = "next_quarter_hour",
        /// "bis 15 Minuten".
        FifteenMinutes = "fifteen_minutes",
    }
}

#[allow(clippy::derivable_impls, reason = "the enum's declaration carries names, not attributes")]
impl Default for ImmediateWindow {
    fn default() -> Self {
        Self::NextQuarterHour
    }
}

/// The latest permitted time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
#[model(columns)]
pub struct Outcome<T> {
    /// The latest time at which the issue may be dated, itself included.
    pub latest: Latest<T>,
}

closed_enum! {
    /// How the latest permitted time is found.
    pub enum Reach {
        /// The next full quarter hour or, by the setting, 15 minutes from now.
        NextQuarterHour = "next_quarter_hour",
        /// 23:59 local time on the last permitted day.
        EndOfDay = "end_of_day",
    }
}

decision_table! {
    /// Without days ahead, until the next full quarter hour (or, by the setting, 15 minutes from now); else until 23:59
    /// on the day so many days after today.
    ///
    /// The answer is in the zone of `now`. 23:59 is a reading of the clock on the wall there: which instant that is,
    /// zone data say. Where the clock shows it twice on that day, it is the later one.
    decision "booking.issue_limit", edition "2026-11";
    question Text {
        en: "Until when may an issue be dated?",
        nl: "Tot wanneer mag een uitgifte worden gedateerd?",
        fr: "Jusqu'à quand une remise peut-elle être datée ?",
        de: "Bis wann darf eine Ausgabe datiert werden?",
    };
    refuses {
        out_of_range: "`now` of an immediate issue, else `days_ahead`, where the limit lies after the year 9999";
    }
    source MD, "Ausgabe durchführen; Ausgabe in der Zukunft speichern";
    hit policy FIRST => Reach;

    given(days_ahead: i32) {}

    conditions {
        immediate   = days_ahead <= 0,
            feel "days_ahead <= 0";
        days_ahead  = days_ahead >= 1,
            feel "days_ahead >= 1";
    }

    impossible {
        immediate && days_ahead;
        !immediate && !days_ahead;
    }

    rows {
        // row      | when          | latest permitted time
        immediate   : immediate     => Reach::NextQuarterHour;
        days_ahead  : days_ahead    => Reach::EndOfDay;
    }

    advisories {}

    texts {
        immediate: Text {
            en: "Issues may be dated no later than the next quarter hour.",
            nl: "Een uitgifte mag hooguit tot het volgende kwartier in de toekomst liggen.",
            fr: "Une remise peut être datée au plus tard du prochain quart d'heure.",
            de: "Ausgaben können höchstens bis zur nächsten vollen Viertelstunde in die Zukunft gelegt werden.",
        };
        days_ahead: Text {
            en: "Issues may be dated until the end of the last permitted day.",
            nl: "Een uitgifte mag tot het einde van de laatste toegestane dag worden vastgelegd.",
            fr: "Une remise peut être datée jusqu'à la fin du dernier jour permis.",
            de: "Ausgaben können bis zum Ende des letzten erlaubten Tages gespeichert werden.",
        };
    }
}

/// Decides `booking.issue_limit`.
///
/// The answer is an instant in the zone of `now` for an immediate issue, and the civil time 23:59 on the last permitted
/// day otherwise: which instant that is, the host's zone data says.
///
/// # Errors
/// [`ErrorCode::OutOfRange`] past the year 9999: `now` for an immediate issue, else `days_ahead`.
pub fn decide<T: Time>(facts: &Facts<T>) -> Result<Decision<Outcome<T>>, Error> {
    let reach = apply(facts.days_ahead);
    let latest = match reach.outcome {
        Reach::NextQuarterHour => Latest::Instant(immediate(facts)?),
        Reach::EndOfDay => Latest::Civil(end_of_day(facts).ok_or_else(|| past_the_calendar("days_ahead"))?),
    };
    Ok(reach.map(|_| Outcome { latest }))
}

fn immediate<T: Time>(facts: &Facts<T>) -> Result<T, Error> {
    match facts.immediate_window {
        ImmediateWindow::NextQuarterHour => quarter_hour::next(&facts.now).ok(),
        ImmediateWindow::FifteenMinutes => facts.now.later(TimeDelta::minutes(15)),
    }
    .ok_or_else(|| past_the_calendar("now"))
}

fn end_of_day<T: Time>(facts: &Facts<T>) -> Option<chrono::NaiveDateTime> {
    const LAST_MINUTE: NaiveTime = NaiveTime::from_hms_opt(23, 59, 0).unwrap();
    let days = Days::new(u64::from(facts.days_ahead.unsigned_abs()));
    let day = facts.now.wall_clock()?.date().checked_add_days(days)?;
    (day <= LAST_DAY).then(|| day.and_time(LAST_MINUTE))
}

fn past_the_calendar(field: &'static str) -> Error {
    Error::new(ErrorCode::OutOfRange, field, "the latest permitted time lies after the year 9999")
}
