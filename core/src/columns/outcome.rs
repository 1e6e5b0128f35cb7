//! What outcomes become in columns.

use std::fmt::Display;

use chrono::NaiveDateTime;

use super::answer::{Answer, Answers, Part};
use crate::catalogue::At;
use crate::value::{Closed, Few};
use crate::{booking, car_pass, inspection, okr};

/// An outcome that lies in columns.
pub(super) trait Outcome: Sized {
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
fn column<O, P: Part>(name: &str, _part: fn(O) -> P) -> Answer {
    Answer::of::<P>(format!("outcome_{name}"))
}

/// Declares how the parts of a record lie in columns. A part that the core has and this list has not does not compile.
macro_rules! record {
    ($($outcome:ty { $($part:ident),+ })+) => { $(
        impl Outcome for $outcome {
            fn columns() -> Vec<Answer> {
                vec![$(column(stringify!($part), |outcome: Self| outcome.$part)),+]
            }

            fn put(self, to: &mut [Answer]) {
                let Self { $($part),+ } = self;
                let mut to = to.iter_mut();
                $(if let Some(to) = to.next() {
                    to.put($part);
                })+
            }
        }
    )+ };
}

record! {
    At<NaiveDateTime> { at }
    car_pass::badge::Outcome { ask_reading, submit_after_entry }
    car_pass::start_of_work::Outcome { date, time, origin }
    okr::choice::Outcome { option, forward, overridden }
    booking::issue_limit::Outcome<NaiveDateTime> { latest }
    booking::follows_master::Outcome { follows_master }
    booking::status::Outcome<NaiveDateTime> { status, from, to, colour, opaque, warn, vehicle_in_house, settled }
    booking::odometer::Outcome { master_km }
    booking::advisor::Outcome<'_> { advisor }
    booking::driver::Outcome { name_editable, may_write_customer, may_write_vehicle, follow_customer, reasons }
    booking::documents::Outcome { available, print_now }
    booking::confirmation::Outcome { appointment_confirmed, booking_confirmed }
    inspection::next_due::Outcome { due }
    inspection::window::Outcome { window_class, months_before, months_after, intervals }
    inspection::month_end::Outcome { due }
}

/// Declares how an outcome of several kinds lies in columns: the kind, then the parts, each with a kind that has it. A part
/// is unknown where the kind has none.
macro_rules! kinds {
    ($($outcome:ty { $($part:ident of $owner:ident),+ } { $($kind:ident $name:literal { $($own:ident),* }),+ })+) => { $(
        impl Outcome for $outcome {
            fn columns() -> Vec<Answer> {
                let kinds = vec![$($name.to_owned()),+];
                vec![
                    Answer::new("outcome", Answers::name(kinds)),
                    $(column(stringify!($part), |outcome: Self| match outcome {
                        Self::$owner { $part, .. } => Some($part),
                        _ => None,
                    })),+
                ]
            }

            fn put(self, to: &mut [Answer]) {
                /// The columns, in their order.
                #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
                enum Place { Kind, $($part),+ }
                #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
                enum Kind { $($kind),+ }

                match self {
                    $(Self::$kind { $($own),* } => {
                        to[Place::Kind as usize].put_place(Kind::$kind as usize);
                        $(to[Place::$own as usize].put($own);)*
                    })+
                }
            }
        }
    )+ };
}

kinds! {
    booking::issue::Outcome<NaiveDateTime> { latest of Allowed } {
        Allowed "allowed" { latest }, Refused "refused" { latest }
    }
    booking::cancel_issue::Outcome { clear_reservation of Allowed, keep_odometer of Allowed } {
        Allowed "allowed" { clear_reservation, keep_odometer }, Refused "refused" {}
    }
    booking::take_back::Outcome { clear_reservation of Allowed } {
        Allowed "allowed" { clear_reservation }, Refused "refused" {}
    }
    booking::template::Outcome<NaiveDateTime> {
        start of Allowed, end of Allowed, reload_vehicle of Allowed, licence_checked of Allowed
    } {
        Allowed "allowed" { start, end, reload_vehicle, licence_checked }, Refused "refused" {}
    }
    booking::reservation::Outcome<'_> { reserved_by of Set, reserved_until of Set, reserved_for of Set } {
        Leave "leave" {}, Set "set" { reserved_by, reserved_until, reserved_for }, Clear "clear" {}
    }
    booking::settlement::Outcome { copy_comment of Allowed } {
        Allowed "allowed" { copy_comment }, Refused "refused" {}
    }
    booking::maintenance_contract::Outcome<'_> {
        number of Allowed, vin of Allowed, invoice_recipient of Allowed, valid_from of Allowed, valid_to of Allowed,
        saved of Allowed
    } {
        Allowed "allowed" { number, vin, invoice_recipient, valid_from, valid_to, saved }, Refused "refused" {}
    }
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
