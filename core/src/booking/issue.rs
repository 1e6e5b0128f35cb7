//! `booking.issue`: may the vehicle be handed out now?
//!
//! Source: MD, "Ausgabe durchführen", "Ausgabe in der Zukunft speichern" and the right "Fahrzeug ausgeben".
//!
//! Readings of the manual:
//! * "In the house" means that no other booking of the vehicle, nor of the trial plate, has an open return. A trial
//!   plate is used on test drives only.
//! * Neither now nor the requested time may lie after the planned end.
//! * Times compare at whole minutes. A limit that is the end of a civil day is compared with what the clock on the wall
//!   shows at the requested time; give local times with their local offset.

pub use super::Verdict;
use dms_rules_derive::{Facts, Outcome};

use super::issue_limit::{self, ImmediateWindow};
use super::{Kind, text};
use crate::decision::Decision;
use crate::decision_table;
use crate::error::Error;
use crate::manual::MD;
use crate::message::Text;
use crate::value::{Latest, Time, whole_minutes};

/// The facts of `booking.issue`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts<T> {
    /// What the vehicle is handed out for.
    pub kind: Kind,
    /// The user has the right "Fahrzeug ausgeben" for this kind.
    pub may_issue: bool,
    /// Now, on the host's clock.
    pub now: T,
    /// When the vehicle is to be handed out.
    pub requested_at: T,
    /// The setting "Fahrzeugausgabe vor Abholung in Tagen"; 0 or less allows no later day.
    pub days_ahead: i32,
    /// How far an immediate issue may reach.
    #[fact(default = ImmediateWindow::NextQuarterHour)]
    pub immediate_window: ImmediateWindow,
    /// The planned end of the booking.
    pub planned_end: T,
    /// The vehicle was handed out on this booking before.
    pub already_issued: bool,
    /// Another booking of this vehicle has an open return.
    pub vehicle_out: bool,
    /// Another booking of this trial plate has an open return; matters on test drives only.
    pub plate_out: bool,
    /// The requested time lies between the actual issue and return of another booking of this vehicle.
    pub overlaps_past_handover: bool,
}

impl<T> Facts<T> {
    /// The same facts with their times in another form, or the refusal of the first that has none.
    ///
    /// # Errors
    /// What `form` refuses, given the field and its time, and a limit past the calendar before a later time.
    pub fn with_times<U: Time, E: From<Error>>(
        self,
        form: impl Fn(T, &'static str) -> Result<U, E>,
    ) -> Result<Facts<U>, E> {
        let Self {
            kind,
            may_issue,
            now,
            requested_at,
            days_ahead,
            immediate_window,
            planned_end,
            already_issued,
            vehicle_out,
            plate_out,
            overlaps_past_handover,
        } = self;
        let now = form(now, "now")?;
        let limit = issue_limit::decide(&issue_limit::Facts { now: now.clone(), days_ahead, immediate_window });
        let requested_at = match limit {
            Err(refused) if refused.field() == Some("now") => return Err(refused.into()),
            _ => form(requested_at, "requested_at")?,
        };
        limit?;
        Ok(Facts {
            kind,
            may_issue,
            now,
            requested_at,
            days_ahead,
            immediate_window,
            planned_end: form(planned_end, "planned_end")?,
            already_issued,
            vehicle_out,
            plate_out,
            overlaps_past_handover,
        })
    }
}

/// Whether the vehicle may be handed out, and until when an issue may be dated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
#[model(columns)]
pub enum Outcome<T> {
    /// It may.
    Allowed {
        /// The latest time at which the issue may be dated, itself included.
        latest: Latest<T>,
    },
    /// It may not.
    Refused {
        /// The latest time at which the issue may be dated, itself included.
        latest: Latest<T>,
    },
}

decision_table! {
    /// `because` has every reason against it. Neither now nor the requested time may lie after the planned end. Times
    /// compare at whole minutes. The latest permitted time is that of `booking.issue_limit`, in the zone of `now`; the
    /// requested time and the planned end may be given in other zones.
    decision "booking.issue", edition "2026-11";
    question Text {
        en: "May the vehicle be handed out now?",
        nl: "Mag het voertuig nu worden uitgegeven?",
        fr: "Le véhicule peut-il être remis maintenant ?",
        de: "Darf das Fahrzeug jetzt ausgegeben werden?",
    };
    refuses {
        out_of_range: "`now` of an immediate issue, else `days_ahead`, where the limit lies after the year 9999";
    }
    source MD, "Ausgabe durchführen; Ausgabe in der Zukunft speichern; Berechtigungsverwaltung";
    hit policy COLLECT => Verdict;

    given<T: Time>(facts: &Facts<T>, latest: &Latest<T>) {
        let planned_end = whole_minutes(&facts.planned_end);
    }

    conditions {
        may_issue           = facts.may_issue,
            feel "may_issue";
        already_issued      = facts.already_issued,
            feel "already_issued";
        vehicle_out         = facts.vehicle_out,
            feel "vehicle_out";
        test_drive          = facts.kind == Kind::TestDrive,
            feel r#"kind = "test_drive""#;
        plate_out           = facts.plate_out,
            feel "plate_out";
        beyond_issue_limit  = lies_beyond(&facts.requested_at, latest),
            feel r#"if days_ahead >= 1
                then date(date and time(requested_at)) > date(date and time(now)) + days_ahead * duration("P1D")
                else if immediate_window = "fifteen_minutes" then minutes(requested_at) > minutes(now) + 15
                else minutes(requested_at) > floor(minutes(now) / 15) * 15 + 15"#;
        after_planned_end   = whole_minutes(&facts.now) > planned_end || whole_minutes(&facts.requested_at) > planned_end,
            feel "minutes(now) > minutes(planned_end) or minutes(requested_at) > minutes(planned_end)";
        overlaps_handover   = facts.overlaps_past_handover,
            feel "overlaps_past_handover";
    }

    impossible {}

    rows {
        // reason           | when
        right_missing       : !may_issue;
        already_issued      : already_issued;
        vehicle_out         : vehicle_out;
        plate_out           : test_drive && plate_out;
        beyond_issue_limit  : beyond_issue_limit;
        after_planned_end   : after_planned_end;
        overlaps_handover   : overlaps_handover;
    }

    outcome {
        none => Verdict::Allowed;
        any => Verdict::Refused;
    }

    advisories {}

    texts {
        may_issue: Text {
            en: "The user has the right to issue vehicles of this kind.",
            nl: "De gebruiker heeft het recht om dit soort voertuigen uit te geven.",
            fr: "L'utilisateur a le droit de remettre ce genre de véhicules.",
            de: "Der Benutzer hat für diese Buchungsart das Recht „Fahrzeug ausgeben“.",
        };
        test_drive: text::TEST_DRIVE;
        right_missing: Text {
            en: "The right to issue vehicles of this kind is missing.",
            nl: "Het recht om dit soort voertuigen uit te geven ontbreekt.",
            fr: "Le droit de remettre ce genre de véhicules manque.",
            de: "Das Recht „Fahrzeug ausgeben“ fehlt für diese Buchungsart.",
        };
        already_issued: text::ALREADY_ISSUED;
        vehicle_out: Text {
            en: "The vehicle is not in the house: another booking has not been returned.",
            nl: "Het voertuig is niet in huis: een andere boeking is nog niet teruggebracht.",
            fr: "Le véhicule n'est pas sur place : une autre réservation n'est pas encore rentrée.",
            de: "Das Fahrzeug ist nicht im Haus: ein anderer Termin hat noch eine offene Rückgabe.",
        };
        plate_out: Text {
            en: "The trial plate is not in the house: another test drive has not been returned.",
            nl: "De proefritplaat is niet in huis: een andere proefrit is nog niet teruggebracht.",
            fr: "La plaque d'essai n'est pas sur place : un autre essai n'est pas encore rentré.",
            de: "Das Probefahrtkennzeichen ist nicht im Haus: eine andere Probefahrt hat noch eine offene Rückgabe.",
        };
        beyond_issue_limit: Text {
            en: "The requested time lies later than an issue may be dated.",
            nl: "Het gevraagde tijdstip ligt later dan een uitgifte mag worden vastgelegd.",
            fr: "Le moment demandé dépasse la limite jusqu'à laquelle une remise peut être datée.",
            de: "Der gewünschte Zeitpunkt liegt weiter in der Zukunft, als eine Ausgabe gelegt werden darf.",
        };
        after_planned_end: Text {
            en: "The planned end of the booking has passed.",
            nl: "Het geplande einde van de boeking is voorbij.",
            fr: "La fin prévue de la réservation est dépassée.",
            de: "Nach dem geplanten Ende des Termins ist keine Ausgabe mehr möglich.",
        };
        overlaps_handover: Text {
            en: "At the requested time the vehicle was out on another booking.",
            nl: "Op het gevraagde tijdstip was het voertuig op een andere boeking uit.",
            fr: "Au moment demandé, le véhicule était sorti pour une autre réservation.",
            de: "Zum gewünschten Zeitpunkt war das Fahrzeug für einen anderen Termin ausgegeben.",
        };
    }
}

/// Whether a requested time lies beyond the limit, in whole minutes. The end of a civil day is held against the clock on
/// the wall; where that clock's calendar ends, the time is beyond any limit.
fn lies_beyond<T: Time>(requested: &T, latest: &Latest<T>) -> bool {
    match latest {
        Latest::Instant(latest) => whole_minutes(requested) > whole_minutes(latest),
        Latest::Civil(latest) => requested.wall_clock().is_none_or(|at| whole_minutes(&at) > whole_minutes(latest)),
    }
}

/// Decides `booking.issue`.
///
/// ```
/// use chrono::{NaiveDate, NaiveDateTime};
/// use dms_rules::booking::issue::{self, Outcome};
/// use dms_rules::booking::{Kind, issue_limit::ImmediateWindow};
/// use dms_rules::value::Latest;
///
/// let at = |hour, minute| -> NaiveDateTime {
///     NaiveDate::from_ymd_opt(2026, 11, 20).and_then(|day| day.and_hms_opt(hour, minute, 0)).unwrap()
/// };
/// let customer = issue::Facts {
///     kind: Kind::Replacement,
///     may_issue: true,
///     now: at(10, 7),
///     requested_at: at(10, 15),
///     days_ahead: 0,
///     immediate_window: ImmediateWindow::NextQuarterHour,
///     planned_end: at(17, 0),
///     already_issued: false,
///     vehicle_out: false,
///     plate_out: false,
///     overlaps_past_handover: false,
/// };
/// assert_eq!(issue::decide(&customer)?.outcome, Outcome::Allowed { latest: Latest::Instant(at(10, 15)) });
///
/// let later = issue::decide(&issue::Facts { requested_at: at(10, 16), vehicle_out: true, ..customer })?;
/// assert!(later.because().ids().eq(["vehicle_out", "beyond_issue_limit"]));
/// # Ok::<(), dms_rules::error::Error>(())
/// ```
///
/// # Errors
/// Those of `booking.issue_limit`: [`ErrorCode::OutOfRange`](crate::error::ErrorCode::OutOfRange) past the year 9999.
pub fn decide<T: Time>(facts: &Facts<T>) -> Result<Decision<Outcome<T>>, Error> {
    let limit = issue_limit::decide(&issue_limit::Facts {
        now: facts.now.clone(),
        days_ahead: facts.days_ahead,
        immediate_window: facts.immediate_window,
    })?;
    let latest = limit.outcome.latest;
    let verdict = apply(facts, &latest);
    Ok(verdict.map(|verdict| match verdict {
        Verdict::Allowed => Outcome::Allowed { latest },
        Verdict::Refused => Outcome::Refused { latest },
    }))
}
