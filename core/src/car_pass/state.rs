use std::num::NonZeroU32;

use dms_rules_derive::Outcome;

use crate::error::{Error, ErrorCode};
use crate::value::{closed_enum, given};

/// How far a job's reading has come on its way to the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
pub enum State<'a> {
    /// Nothing has been sent, or nothing answered yet.
    Open,
    /// Car-Pass has answered with an error.
    Questioned {
        /// How often Car-Pass has answered with an error, the first time being 1.
        attempt: NonZeroU32,
    },
    /// Car-Pass has accepted the reading.
    Accepted,
    /// "Afsluiten zonder aanpassing": the user has stated that the data are right.
    Confirmed,
    /// The correction document has been made.
    Documented,
    /// The job is marked as not to be sent.
    Exempt {
        /// Why nothing is sent; never blank.
        reason: &'a str,
    },
}

closed_enum! {
    /// The kinds of [`State`], without what belongs to them.
    pub enum StateKind {
        /// Nothing has been sent, or nothing answered yet.
        Open = "open",
        /// Car-Pass has answered with an error.
        Questioned = "questioned",
        /// Car-Pass has accepted the reading.
        Accepted = "accepted",
        /// The user has stated that the data are right.
        Confirmed = "confirmed",
        /// The correction document has been made.
        Documented = "documented",
        /// The job is marked as not to be sent.
        Exempt = "exempt",
    }
}

impl<'a> State<'a> {
    /// A state from its record: a questioned one needs an attempt, an exempt one a reason that is not blank, and no other
    /// has either.
    ///
    /// # Errors
    /// [`ErrorCode::MissingField`] and [`ErrorCode::UnknownField`], `attempt` or `reason`.
    pub fn new(kind: StateKind, attempt: Option<NonZeroU32>, reason: Option<&'a str>) -> Result<Self, Error> {
        Self::of(kind, attempt, reason).map_err(|misfit| match misfit {
            Misfit::Missing(field) => Error::new(ErrorCode::MissingField, field, format!("needed where it is {kind}")),
            Misfit::Unknown(field) => Error::new(ErrorCode::UnknownField, field, format!("none where it is {kind}")),
        })
    }

    fn of(kind: StateKind, attempt: Option<NonZeroU32>, reason: Option<&'a str>) -> Result<Self, Misfit> {
        let reason = given(reason);
        let state = match kind {
            StateKind::Open => Self::Open,
            StateKind::Questioned => Self::Questioned { attempt: attempt.ok_or(Misfit::Missing(ATTEMPT))? },
            StateKind::Accepted => Self::Accepted,
            StateKind::Confirmed => Self::Confirmed,
            StateKind::Documented => Self::Documented,
            StateKind::Exempt => Self::Exempt { reason: reason.ok_or(Misfit::Missing(REASON))? },
        };
        if attempt.is_some() && kind != StateKind::Questioned {
            return Err(Misfit::Unknown(ATTEMPT));
        }
        if reason.is_some() && kind != StateKind::Exempt {
            return Err(Misfit::Unknown(REASON));
        }
        Ok(state)
    }

    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> StateKind {
        match self {
            Self::Open => StateKind::Open,
            Self::Questioned { .. } => StateKind::Questioned,
            Self::Accepted => StateKind::Accepted,
            Self::Confirmed => StateKind::Confirmed,
            Self::Documented => StateKind::Documented,
            Self::Exempt { .. } => StateKind::Exempt,
        }
    }

    /// Whether the Car-Pass of the job is in order: nothing more is offered, and the job may be invoiced.
    #[must_use]
    pub const fn is_settled(&self) -> bool {
        match self {
            Self::Open | Self::Questioned { .. } => false,
            Self::Accepted | Self::Confirmed | Self::Documented | Self::Exempt { .. } => true,
        }
    }

    /// How often Car-Pass has answered with an error; `None` where no error is open.
    #[must_use]
    pub const fn attempt(&self) -> Option<NonZeroU32> {
        match self {
            Self::Questioned { attempt } => Some(*attempt),
            _ => None,
        }
    }

    /// Whether Car-Pass has answered with an error for the second time or more.
    pub(super) const fn is_questioned_again(&self) -> bool {
        matches!(self, Self::Questioned { attempt } if attempt.get() >= 2)
    }
}

const ATTEMPT: &str = "attempt";
const REASON: &str = "reason";

/// What a record lacks or has too much for its kind.
enum Misfit {
    Missing(&'static str),
    Unknown(&'static str),
}

#[cfg(feature = "json")]
mod record {
    use std::num::NonZeroU32;

    use serde::de::Error as _;
    use serde::{Deserialize, Deserializer};

    use super::{Misfit, State, StateKind};

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Record<'a> {
        kind: StateKind,
        attempt: Option<NonZeroU32>,
        #[serde(borrow)]
        reason: Option<&'a str>,
    }

    impl<'de: 'a, 'a> Deserialize<'de> for State<'a> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let Record { kind, attempt, reason } = Record::deserialize(deserializer)?;
            Self::of(kind, attempt, reason).map_err(|misfit| match misfit {
                Misfit::Missing(field) => D::Error::missing_field(field),
                Misfit::Unknown(field) => D::Error::unknown_field(field, &["kind"]),
            })
        }
    }
}
