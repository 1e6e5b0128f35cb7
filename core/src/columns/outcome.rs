//! What outcomes become in columns.

use std::fmt::Display;

use super::answer::{Answer, Answers, Part};
use crate::booking;
use crate::value::{Closed, Few};

/// An outcome that lies in columns.
pub(crate) trait Outcome: Sized {
    /// The empty columns for it.
    fn columns() -> Vec<Answer>;

    /// Gives its columns their next row; those that it says nothing of are left as they are.
    fn put(self, to: &mut [Answer]);
}

/// A plain enum is its name.
impl<E: Closed + Display> Outcome for E {
    fn columns() -> Vec<Answer> {
        vec![Answer::of::<E>("outcome")]
    }

    fn put(self, to: &mut [Answer]) {
        to[0].put(self);
    }
}

/// The empty column for what is taken out of an outcome.
pub(crate) fn column<O, P: Part>(name: &str, _part: fn(O) -> P) -> Answer {
    Answer::of::<P>(format!("outcome_{name}"))
}

/// The empty column for the kinds of an outcome.
pub(crate) fn kinds(ids: &[&str]) -> Answer {
    Answer::new("outcome", Answers::name(ids.iter().map(|id| (*id).to_owned()).collect()))
}

/// Locked fields are records in a list: their fields and their reasons are two lists, in one order.
impl Outcome for booking::editable::Outcome {
    fn columns() -> Vec<Answer> {
        type Locked<E> = Few<E, { booking::editable::Field::ALL.len() }>;
        vec![
            column("editable", |outcome: Self| outcome.editable),
            Answer::of::<Locked<booking::editable::Field>>("outcome_locked_field"),
            Answer::of::<Locked<booking::editable::Lock>>("outcome_locked_reason"),
        ]
    }

    fn put(self, to: &mut [Answer]) {
        let Self { editable, locked } = self;
        let [editables, fields, reasons] = to else { return };
        editables.put(editable);
        fields.put(locked.map(|locked| locked.field));
        reasons.put(locked.map(|locked| locked.reason));
    }
}
