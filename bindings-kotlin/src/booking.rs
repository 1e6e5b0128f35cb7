//! `booking.issue_limit` and `booking.issue`.

use chrono::{DateTime, FixedOffset, NaiveDateTime};
use dms_rules::booking::{self, issue, issue_limit};
use dms_rules::error::Error;
use dms_rules::value::Latest;

use crate::answer::{answer, mirror};
use crate::fact::{JvmTime, WireTime};

/// The facts of `booking.issue_limit`.
#[derive(uniffi::Record)]
pub(crate) struct WireBookingIssueLimitFacts {
    now: WireTime,
    days_ahead: i32,
    immediate_window: WireImmediateWindow,
}

mirror! {
    /// How far an immediate issue may reach.
    WireImmediateWindow = issue_limit::ImmediateWindow: { NextQuarterHour, FifteenMinutes }
    comes_in
}

/// The latest permitted time. Without an offset although `now` has one, it is a civil time, to be found in the zone.
#[derive(uniffi::Record)]
pub(crate) struct WireBookingIssueLimitOutcome {
    latest: WireTime,
}

answer! {
    /// The answer of `booking.issue_limit`.
    WireBookingIssueLimitAnswer of WireBookingIssueLimitOutcome
}

impl WireBookingIssueLimitFacts {
    fn read<T: JvmTime>(self) -> Result<issue_limit::Facts<T>, Error> {
        let Self { now, days_ahead, immediate_window } = self;
        Ok(issue_limit::Facts { now: T::read(now, "now")?, days_ahead, immediate_window: immediate_window.into() })
    }
}

impl<T: JvmTime> From<issue_limit::Outcome<T>> for WireBookingIssueLimitOutcome {
    fn from(core: issue_limit::Outcome<T>) -> Self {
        let issue_limit::Outcome { latest } = core;
        Self { latest: latest_time(latest) }
    }
}

/// Decides `booking.issue_limit` for each "now".
#[uniffi::export]
pub(crate) fn booking_issue_limit(facts: Vec<WireBookingIssueLimitFacts>) -> Vec<WireBookingIssueLimitAnswer> {
    fn answer<T: JvmTime>(facts: WireBookingIssueLimitFacts) -> WireBookingIssueLimitAnswer {
        facts.read::<T>().and_then(|facts| issue_limit::decide(&facts)).into()
    }
    let answer = |facts: WireBookingIssueLimitFacts| {
        if facts.now.has_offset() { answer::<DateTime<FixedOffset>>(facts) } else { answer::<NaiveDateTime>(facts) }
    };
    facts.into_iter().map(answer).collect()
}

/// The facts of `booking.issue`.
#[derive(uniffi::Record)]
pub(crate) struct WireBookingIssueFacts {
    kind: WireBookingKind,
    may_issue: bool,
    now: WireTime,
    requested_at: WireTime,
    days_ahead: i32,
    immediate_window: WireImmediateWindow,
    planned_end: WireTime,
    already_issued: bool,
    vehicle_out: bool,
    plate_out: bool,
    overlaps_past_handover: bool,
}

mirror! {
    /// What a vehicle is handed out for.
    WireBookingKind = booking::Kind: { Replacement, Rental, TestDrive }
    comes_in
}

/// Whether the vehicle may be handed out, and the latest permitted time as in `WireBookingIssueLimitOutcome`.
#[derive(uniffi::Enum)]
pub(crate) enum WireBookingIssueOutcome {
    /// It may.
    Allowed {
        /// Until then.
        latest: WireTime,
    },
    /// It may not.
    Refused {
        /// Until then, if the reasons did not stand against it.
        latest: WireTime,
    },
}

answer! {
    /// The answer of `booking.issue`.
    WireBookingIssueAnswer of WireBookingIssueOutcome
}

impl WireBookingIssueFacts {
    fn read<T: JvmTime>(self) -> Result<issue::Facts<T>, Error> {
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
        Ok(issue::Facts {
            kind: kind.into(),
            may_issue,
            now: T::read(now, "now")?,
            requested_at: T::read(requested_at, "requested_at")?,
            days_ahead,
            immediate_window: immediate_window.into(),
            planned_end: T::read(planned_end, "planned_end")?,
            already_issued,
            vehicle_out,
            plate_out,
            overlaps_past_handover,
        })
    }
}

impl<T: JvmTime> From<issue::Outcome<T>> for WireBookingIssueOutcome {
    fn from(core: issue::Outcome<T>) -> Self {
        match core {
            issue::Outcome::Allowed { latest } => Self::Allowed { latest: latest_time(latest) },
            issue::Outcome::Refused { latest } => Self::Refused { latest: latest_time(latest) },
        }
    }
}

/// Decides `booking.issue` for each booking.
#[uniffi::export]
pub(crate) fn booking_issue(facts: Vec<WireBookingIssueFacts>) -> Vec<WireBookingIssueAnswer> {
    fn answer<T: JvmTime>(facts: WireBookingIssueFacts) -> WireBookingIssueAnswer {
        facts.read::<T>().and_then(|facts| issue::decide(&facts)).into()
    }
    let answer = |facts: WireBookingIssueFacts| {
        if facts.now.has_offset() { answer::<DateTime<FixedOffset>>(facts) } else { answer::<NaiveDateTime>(facts) }
    };
    facts.into_iter().map(answer).collect()
}

fn latest_time<T: JvmTime>(latest: Latest<T>) -> WireTime {
    latest.resolve(Into::into, Into::into)
}
