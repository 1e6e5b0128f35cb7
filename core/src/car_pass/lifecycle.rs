//! `car_pass.lifecycle`: what becomes of a job's Car-Pass, from not sent to in order?
//!
//! Source: CPS 3, "Opladen km stand" ("krijgt u onderstaand scherm en kan u de gegevens eventueel corrigeren … 'afsluiten
//! zonder aanpassing' … Indien u voor de tweede maal een fout verstuurd … of u kan er voor kiezen om het correctiedocument te
//! genereren"), "Correctiedocument", "Km teller vervangen" ("voor u de carpass gegevens doorstuurt"); CPS 4 ("aan te duiden
//! … dat de carpass niet doorgestuurd moet worden").
//!
//! Readings of the manual:
//! * The correction document may be made from the second error on, however many follow.
//! * Marking a job as not to be sent needs a reason, and may be taken back.
//! * Correcting the data and flagging a replaced odometer change no state: what they change is sent next.
//! * A replaced odometer is flagged before the reading is sent; once Car-Pass has it, a correction must be sent instead.
//!
//! Every pair of a state and an event has a row or is listed as impossible, as the proof shows; an impossible pair is
//! refused.

use std::num::NonZeroU32;

use dms_rules_derive::Facts;

use super::{State, text};
use crate::decision::Decision;
use crate::decision_table;
use crate::error::{Error, ErrorCode};
use crate::manual::CPS;
use crate::message::Text;
use crate::reason;
use crate::table::Reason;
use crate::value::{closed_enum, given};

/// The facts of `car_pass.lifecycle`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts<'a> {
    /// How far the job's Car-Pass has come.
    pub state: State<'a>,
    /// What happens.
    pub event: Event,
    /// Why nothing is sent; needed with `mark_exempt`, ignored with any other event.
    pub reason: Option<&'a str>,
}

closed_enum! {
    /// What can happen.
    pub enum Event {
        /// The reading was sent and Car-Pass accepted it.
        AnsweredOk = "answered_ok",
        /// The reading was sent and Car-Pass answered with an error.
        AnsweredError = "answered_error",
        /// "Afsluiten zonder aanpassing": the user states that the data are right.
        CloseWithoutChange = "close_without_change",
        /// The user corrects the data; they are sent next.
        CorrectData = "correct_data",
        /// The user has the correction document made.
        GenerateDocument = "generate_document",
        /// The user marks the job as not to be sent.
        MarkExempt = "mark_exempt",
        /// The user takes that mark back.
        Reopen = "reopen",
        /// The user flags on the job that the odometer was replaced.
        FlagOdometerReplaced = "flag_odometer_replaced",
    }
}

closed_enum! {
    /// What the state becomes.
    pub enum Next {
        /// Nothing has been sent.
        Open = "open",
        /// Questioned, once more than before.
        QuestionedOnceMore = "questioned_once_more",
        /// Accepted.
        Accepted = "accepted",
        /// Confirmed.
        Confirmed = "confirmed",
        /// Documented.
        Documented = "documented",
        /// Exempt.
        Exempt = "exempt",
        /// What it was.
        Unchanged = "unchanged",
    }
}

decision_table! {
    /// The outcome is the new state. Correcting the data and flagging a replaced odometer change no state: what they
    /// change is sent next. The correction document may be made from the second error on.
    decision "car_pass.lifecycle", edition "2026-11";
    question Text {
        en: "What becomes of a job's Car-Pass, from not sent to in order?",
        nl: "Wat wordt er van de Car-Pass van een opdracht, van niet verstuurd tot in orde?",
        fr: "Que devient le Car-Pass d'un travail, de non envoyé à en ordre ?",
        de: "Was wird aus dem Car-Pass eines Auftrags, von nicht gesendet bis in Ordnung?",
    };
    refuses {
        missing_field: "`state.reason` of an exempt state, where it is blank";
        illegal_transition: "`event` that cannot happen in this state; where a replaced odometer is flagged too late, with the advisory `send_correction`";
        missing_field: "`reason` where a job is marked exempt without one";
        out_of_range: "`state.attempt` past the last number there is";
    }
    source CPS, "3. Opladen km stand; Correctiedocument; Km teller vervangen; 4. Facturatie";
    hit policy FIRST => Next;

    given(facts: &Facts<'_>) {}

    conditions {
        answered_ok             = facts.event == Event::AnsweredOk,
            feel r#"event = "answered_ok""#;
        answered_error          = facts.event == Event::AnsweredError,
            feel r#"event = "answered_error""#;
        close_without_change    = facts.event == Event::CloseWithoutChange,
            feel r#"event = "close_without_change""#;
        correct_data            = facts.event == Event::CorrectData,
            feel r#"event = "correct_data""#;
        generate_document       = facts.event == Event::GenerateDocument,
            feel r#"event = "generate_document""#;
        mark_exempt             = facts.event == Event::MarkExempt,
            feel r#"event = "mark_exempt""#;
        reopen                  = facts.event == Event::Reopen,
            feel r#"event = "reopen""#;
        flag_odometer_replaced  = facts.event == Event::FlagOdometerReplaced,
            feel r#"event = "flag_odometer_replaced""#;
        settled                 = facts.state.is_settled(),
            feel r#"state.kind in ("accepted", "confirmed", "documented", "exempt")"#;
        questioned              = facts.state.attempt().is_some(),
            feel r#"state.kind = "questioned""#;
        questioned_again        = facts.state.is_questioned_again(),
            feel r#"state.kind = "questioned" and state.attempt >= 2"#;
        exempt                  = matches!(facts.state, State::Exempt { .. }),
            feel r#"state.kind = "exempt""#;
    }

    impossible {
        // What follows from what a state is, and that something always happens.
        settled && questioned;
        questioned_again && !questioned;
        exempt && !settled;
        !answered_ok && !answered_error && !close_without_change && !correct_data
            && !generate_document && !mark_exempt && !reopen && !flag_odometer_replaced;
        // The pairs that are refused.
        answered_ok && settled;
        answered_error && settled;
        close_without_change && !questioned;
        correct_data && !questioned;
        generate_document && !questioned_again;
        mark_exempt && settled;
        reopen && !exempt;
        flag_odometer_replaced && settled;
    }

    rows {
        // event                | from                                      | to
        answered_ok             : answered_ok && !settled                   => Next::Accepted;
        answered_error          : answered_error && !settled                => Next::QuestionedOnceMore;
        close_without_change    : close_without_change && questioned        => Next::Confirmed,
            because close_without_change;
        correct_data            : correct_data && questioned                => Next::Unchanged,
            because correct_data;
        generate_document       : generate_document && questioned_again     => Next::Documented,
            because generate_document;
        mark_exempt             : mark_exempt && !settled                   => Next::Exempt;
        reopen                  : reopen && exempt                          => Next::Open,
            because reopen;
        flag_odometer_replaced  : flag_odometer_replaced && !settled        => Next::Unchanged;
    }

    advisories {}

    texts {
        answered_ok: Text {
            en: "Car-Pass has accepted the odometer reading.",
            nl: "Car-Pass heeft de km-stand aanvaard.",
            fr: "Car-Pass a accepté le kilométrage.",
            de: "Car-Pass hat den Kilometerstand angenommen.",
        };
        answered_error: Text {
            en: "Car-Pass answers with an error: correct the data, or state that they are right.",
            nl: "Car-Pass meldt een fout: corrigeer de gegevens, of meld dat ze correct zijn.",
            fr: "Car-Pass signale une erreur : corrigez les données, ou déclarez qu'elles sont correctes.",
            de: "Car-Pass meldet einen Fehler: die Angaben berichtigen oder als richtig bestätigen.",
        };
        close_without_change: Text {
            en: "Closed without change: the user states that the data are right.",
            nl: "Afgesloten zonder aanpassing: de gebruiker meldt dat de gegevens correct zijn.",
            fr: "Clôturé sans modification : l'utilisateur déclare que les données sont correctes.",
            de: "Ohne Änderung abgeschlossen: der Benutzer bestätigt, dass die Angaben richtig sind.",
        };
        correct_data: Text {
            en: "The data have been corrected: they must be sent again.",
            nl: "De gegevens zijn gecorrigeerd: ze moeten opnieuw worden doorgestuurd.",
            fr: "Les données ont été corrigées : il faut les transmettre à nouveau.",
            de: "Die Angaben wurden berichtigt: sie sind erneut zu übermitteln.",
        };
        generate_document: Text {
            en: "The correction document has been made.",
            nl: "Het correctiedocument is gegenereerd.",
            fr: "Le document de correction a été généré.",
            de: "Das Korrekturdokument wurde erstellt.",
        };
        mark_exempt: Text {
            en: "The job is marked: its Car-Pass does not have to be sent.",
            nl: "Er is aangeduid dat de Car-Pass niet doorgestuurd moet worden.",
            fr: "Il est indiqué que le Car-Pass ne doit pas être transmis.",
            de: "Es ist vermerkt, dass der Car-Pass nicht übermittelt werden muss.",
        };
        reopen: Text {
            en: "The mark is taken back: the Car-Pass has to be sent after all.",
            nl: "De aanduiding is ingetrokken: de Car-Pass moet toch doorgestuurd worden.",
            fr: "L'indication est retirée : le Car-Pass doit tout de même être transmis.",
            de: "Der Vermerk ist zurückgenommen: der Car-Pass muss doch übermittelt werden.",
        };
        flag_odometer_replaced: Text {
            en: "The job says that the odometer was replaced; Car-Pass is told with the reading.",
            nl: "Op het dossier is aangegeven dat de km-teller vervangen is; dat gaat mee met de km-stand.",
            fr: "Le dossier indique que le compteur a été remplacé ; Car-Pass l'apprend avec le kilométrage.",
            de: "Am Auftrag ist vermerkt, dass der Kilometerzähler ersetzt wurde; das wird mit dem Stand übermittelt.",
        };
        settled: text::SETTLED;
        questioned: text::QUESTIONED;
        questioned_again: text::QUESTIONED_AGAIN;
        exempt: Text {
            en: "The job carries the mark that nothing is to be sent.",
            nl: "Het dossier draagt de aanduiding dat er niets doorgestuurd moet worden.",
            fr: "Le dossier porte l'indication que rien ne doit être transmis.",
            de: "Der Auftrag trägt den Vermerk, dass nichts zu übermitteln ist.",
        };
    }
}

/// What a person should look at when an odometer replacement is flagged after Car-Pass has the reading: a correction must
/// be sent to Car-Pass. It stands in the refusal, [`Error::advisories`].
pub const SEND_CORRECTION: Reason = reason!(
    "send_correction",
    Text {
        en: "Car-Pass already has the reading: send a correction that tells of the replaced odometer.",
        nl: "Car-Pass heeft de km-stand al: stuur een correctie die de vervangen km-teller meldt.",
        fr: "Car-Pass a déjà le kilométrage : envoyez une correction signalant le compteur remplacé.",
        de: "Car-Pass hat den Kilometerstand bereits: bitte den ersetzten Kilometerzähler als Korrektur melden.",
    }
);

/// Decides `car_pass.lifecycle`.
///
/// # Errors
/// * [`ErrorCode::IllegalTransition`] `event` where it cannot happen in this state, with [`SEND_CORRECTION`] where a
///   replaced odometer is flagged too late;
/// * [`ErrorCode::MissingField`] `reason` where a job is marked exempt without one;
/// * [`ErrorCode::OutOfRange`] `state.attempt` past the last number there is.
pub fn decide<'a>(facts: &Facts<'a>) -> Result<Decision<State<'a>>, Error> {
    let pair = evaluate_conditions(facts);
    if TABLE.impossible.iter().any(|impossible| impossible.fits(pair)) {
        return Err(refused(facts));
    }
    let next = apply(facts);
    let state = match next.outcome {
        Next::Open => State::Open,
        Next::QuestionedOnceMore => State::Questioned { attempt: once_more(facts.state)? },
        Next::Accepted => State::Accepted,
        Next::Confirmed => State::Confirmed,
        Next::Documented => State::Documented,
        Next::Exempt => State::Exempt { reason: reason(facts)? },
        Next::Unchanged => facts.state,
    };
    Ok(next.map(|_| state))
}

fn once_more(state: State<'_>) -> Result<NonZeroU32, Error> {
    let Some(attempt) = state.attempt() else { return Ok(NonZeroU32::MIN) };
    attempt
        .checked_add(1)
        .ok_or_else(|| Error::new(ErrorCode::OutOfRange, "state.attempt", "a number that can be counted on from"))
}

fn reason<'a>(facts: &Facts<'a>) -> Result<&'a str, Error> {
    given(facts.reason).ok_or_else(|| Error::new(ErrorCode::MissingField, "reason", "why nothing is to be sent"))
}

fn refused(facts: &Facts<'_>) -> Error {
    let detail = format!("`{}` cannot happen where the state is {}", facts.event, facts.state.kind());
    let refusal = Error::new(ErrorCode::IllegalTransition, "event", detail);
    match (facts.event, facts.state) {
        (Event::FlagOdometerReplaced, State::Accepted | State::Confirmed | State::Documented) => {
            refusal.advising(SEND_CORRECTION)
        }
        _ => refusal,
    }
}
