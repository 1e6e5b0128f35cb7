//! `booking.amend_handover`: may the times of an issue and a return be changed afterwards?
//!
//! Source: MD, "Ausgabe nachbearbeiten/stornieren": users with the right "Fahrzeugübergabe bearbeiten" "können die
//! Ausgabe- und Rückgabedaten nachträglich noch verändern - solange es dadurch nicht zu Ausgabe-Überschneidungen
//! kommt".
//!
//! Readings of the manual:
//! * Actual spans are half-open: a vehicle may be issued again in the minute in which it came back.
//! * A handover without a return is still open, and overlaps whatever begins later.

use dms_rules_derive::Facts;

use super::span::Span;
use super::{Verdict, text};
use crate::decision::Decision;
use crate::decision_table;
use crate::error::{Error, ErrorCode};
use crate::manual::MD;
use crate::message::Text;
use crate::value::Time;

/// The facts of `booking.amend_handover`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts<T> {
    /// The user has the right "Fahrzeugübergabe bearbeiten" for this kind.
    pub may_amend_handover: bool,
    /// When the vehicle was handed out, as amended.
    pub issued_at: Option<T>,
    /// When it came back, as amended.
    pub returned_at: Option<T>,
    /// The handovers of the same vehicle on other bookings.
    pub other_handovers: Vec<Handover<T>>,
}

/// The actual issue and return on another booking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Handover<T> {
    /// When the vehicle was handed out.
    pub issued_at: T,
    /// When it came back; not before it was handed out.
    pub returned_at: Option<T>,
}

impl<T> Facts<T> {
    /// The same facts with their times in another form, or the first refusal in the order of the fields: of a time that
    /// has no such form, or of one that contradicts those before it.
    ///
    /// # Errors
    /// What `form` refuses, given the field and its time; those of [`decide`].
    pub fn with_times<U: Time>(self, form: impl Fn(T, &'static str) -> Result<U, Error>) -> Result<Facts<U>, Error> {
        let Self { may_amend_handover, issued_at, returned_at, other_handovers } = self;
        Ok(Facts {
            may_amend_handover,
            issued_at: issued_at.map(|at| form(at, "issued_at")).transpose()?,
            returned_at: returned_at.map(|at| form(at, "returned_at")).transpose()?,
            other_handovers: (other_handovers.into_iter().enumerate())
                .map(|(place, other)| other.with_times(&form).map_err(|refused| refused.in_list(OTHERS, place)))
                .collect::<Result<_, _>>()?,
        })
    }
}

impl<T> Handover<T> {
    fn with_times<U: Time>(self, form: impl Fn(T, &'static str) -> Result<U, Error>) -> Result<Handover<U>, Error> {
        let Self { issued_at, returned_at } = self;
        let issued_at = form(issued_at, "issued_at")?;
        let returned_at = returned_at.map(|at| form(at, "returned_at")).transpose()?;
        handed_over(&issued_at, returned_at.as_ref())?;
        Ok(Handover { issued_at, returned_at })
    }
}

/// The span of a handover that took place, or the refusal of a return before its issue.
fn handed_over<T: Time>(issued: &T, returned: Option<&T>) -> Result<Span, Error> {
    let span = Span::new(issued, returned);
    if span.is_reversed() {
        return Err(Error::new(ErrorCode::Contradiction, "returned_at", "expected a return not before the issue"));
    }
    Ok(span)
}

const OTHERS: &str = "other_handovers";

decision_table! {
    /// As long as no other handover of the vehicle is overlapped. Actual spans are half-open; one without a return is
    /// still open.
    decision "booking.amend_handover", edition "2026-11";
    question Text {
        en: "May the times of an issue and a return be changed afterwards?",
        nl: "Mogen de tijden van een uitgifte en een teruggave achteraf worden gewijzigd?",
        fr: "Les heures d'une remise et d'un retour peuvent-elles être modifiées après coup ?",
        de: "Dürfen die Zeiten einer Ausgabe und einer Rückgabe nachträglich geändert werden?",
    };
    refuses {
        contradiction: "`other_handovers[…].returned_at` before its issue";
    }
    source MD, "Ausgabe nachbearbeiten/stornieren";
    hit policy COLLECT => Verdict;

    given(may_amend_handover: bool, amended: Option<Span>, overlaps: bool) {}

    conditions {
        may_amend_handover  = may_amend_handover,
            feel "may_amend_handover";
        issued              = amended.is_some(),
            feel "issued_at != null";
        return_before_issue = amended.is_some_and(Span::is_reversed),
            feel "issued_at != null and returned_at != null and minutes(returned_at) < minutes(issued_at)";
        overlaps_handover   = overlaps,
            feel "issued_at != null and (some other in other_handovers satisfies
                (returned_at = null or minutes(other.issued_at) < minutes(returned_at))
                and (other.returned_at = null or minutes(issued_at) < minutes(other.returned_at)))";
    }

    impossible {
        return_before_issue && !issued;
        overlaps_handover && !issued;
    }

    rows {
        // reason           | when
        right_missing       : !may_amend_handover;
        not_issued          : !issued;
        return_before_issue : return_before_issue;
        overlaps_handover   : overlaps_handover;
    }

    outcome {
        none => Verdict::Allowed;
        any => Verdict::Refused;
    }

    advisories {}

    texts {
        may_amend_handover: text::MAY_AMEND;
        issued: text::ISSUED;
        right_missing: text::RIGHT_TO_AMEND_MISSING;
        not_issued: text::NOT_ISSUED;
        return_before_issue: text::RETURN_BEFORE_ISSUE;
        overlaps_handover: Text {
            en: "The vehicle was out on another booking at that time.",
            nl: "Het voertuig was op dat moment op een andere boeking uit.",
            fr: "Le véhicule était alors sorti pour une autre réservation.",
            de: "Es käme zu einer Ausgabe-Überschneidung mit einem anderen Termin.",
        };
    }
}

/// Decides `booking.amend_handover`.
///
/// # Errors
/// [`ErrorCode::Contradiction`] `other_handovers[…].returned_at` where it lies before its issue.
pub fn decide<T: Time>(facts: &Facts<T>) -> Result<Decision<Verdict>, Error> {
    let amended = facts.issued_at.as_ref().map(|issued| Span::new(issued, facts.returned_at.as_ref()));
    let mut overlaps = false;
    for (place, other) in facts.other_handovers.iter().enumerate() {
        let other = handed_over(&other.issued_at, other.returned_at.as_ref());
        let other = other.map_err(|refused| refused.in_list(OTHERS, place))?;
        overlaps |= amended.is_some_and(|amended| amended.overlaps(other));
    }
    Ok(apply(facts.may_amend_handover, amended, overlaps))
}
