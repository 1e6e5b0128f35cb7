//! `quarter_hour.floor`, `.ceil`, `.nearest` and `.next`.

use chrono::{DateTime, FixedOffset, NaiveDateTime};
use dms_rules::error::Error;
use dms_rules::quarter_hour;

use crate::answer::WireRefusal;
use crate::fact::{JvmTime, WireTime};

/// Which quarter hour.
#[derive(uniffi::Enum, Clone, Copy)]
pub(crate) enum WireQuarter {
    /// At or before.
    Floor,
    /// At or after.
    Ceil,
    /// The nearest.
    Nearest,
    /// Strictly later.
    Next,
}

/// A quarter hour, or a refusal.
#[derive(uniffi::Enum)]
pub(crate) enum WireQuarterHourAnswer {
    /// There is one.
    Found {
        /// In the form of what was asked.
        at: WireTime,
    },
    /// There is none.
    Refused {
        /// Why.
        refusal: WireRefusal,
    },
}

/// Rounds each time.
#[uniffi::export]
pub(crate) fn quarter_hour(quarter: WireQuarter, times: Vec<WireTime>) -> Vec<WireQuarterHourAnswer> {
    let round = |at: WireTime| {
        if at.has_offset() { round::<DateTime<FixedOffset>>(quarter, at) } else { round::<NaiveDateTime>(quarter, at) }
    };
    let answer = |rounded| match rounded {
        Ok(at) => WireQuarterHourAnswer::Found { at },
        Err(error) => WireQuarterHourAnswer::Refused { refusal: WireRefusal::from(error) },
    };
    times.into_iter().map(round).map(answer).collect()
}

fn round<T: JvmTime>(quarter: WireQuarter, at: WireTime) -> Result<WireTime, Error> {
    let at = T::read(at, "at")?;
    match quarter {
        WireQuarter::Floor => quarter_hour::floor(&at),
        WireQuarter::Ceil => quarter_hour::ceil(&at),
        WireQuarter::Nearest => quarter_hour::nearest(&at),
        WireQuarter::Next => quarter_hour::next(&at),
    }
    .map(Into::into)
}
