//! `inspection.register_from_order`: which entries does an invoiced order make in the register?
//!
//! Source: IPN, "Daten aus der Fakturierung aus CDP": "E-Aufträge werden nicht berücksichtigt"; "bis zu 10 Arbeits-,
//! Text-, Paket- oder Ersatzteilnummern"; "für jede dieser Nummern auch eine Art (z.B. 'G' für grünes Pickerl, 'W' für
//! weißes Pickerl)"; "ob das Prüfdatum 1 bzw. 2 automatisch im Zuge des Tagesabschlusses … aktualisiert werden soll".
//!
//! Readings of the manual:
//! * A number counts in whichever kind of line it stands, and once however often it stands there.
//! * A blank number stands for no number: an unused place among the ten, or a line without one.
//! * An inspection date is updated only where an entry is made; the next date is that of `inspection.next_due` with the
//!   manual's window and a yearly interval.
//! * The kinds are the firm's own letters. White plaques are the ones in use, red since 2018-05-20 those of historic
//!   vehicles; green is history (jusline.at 456474246).

use chrono::NaiveDate;
use dms_rules_derive::{Facts, Outcome};

use super::{next_due, said, text};
use crate::decision::Decision;
use crate::decision_table;
use crate::error::{Error, ErrorCode};
use crate::manual::IPN;
use crate::message::Text;
use crate::value::closed_enum;

/// The facts of `inspection.register_from_order`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts<'a> {
    /// The kind of the order; "E" marks an E-order ("E-Auftrag"), blanks and case apart.
    pub order_kind: &'a str,
    /// The lines of the order.
    pub lines: Vec<Line<'a>>,
    /// The numbers of "Standardwerte Prüfnachweis", at most 10.
    #[fact(at_most = MOST_NUMBERS, unit = "numbers")]
    pub configured: Vec<Configured<'a>>,
    /// The setting: inspection date 1 ("Prüfdatum 1") is updated.
    pub update_date_1: bool,
    /// The setting: inspection date 2 ("Prüfdatum 2") is updated.
    pub update_date_2: bool,
    /// The date of the day end ("Tagesabschlussdatum").
    pub day_end: NaiveDate,
    /// The day of the first registration; needed where a date is updated.
    pub first_registration: Option<NaiveDate>,
}

/// A line of the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Line<'a> {
    /// What the line charges.
    pub r#type: LineType,
    /// Its number; blank where it has none.
    pub number: &'a str,
}

closed_enum! {
    /// What a line of an order charges.
    pub enum LineType {
        /// Labour ("AW").
        Labour = "labour",
        /// A text ("TE").
        Text = "text",
        /// A package ("PA").
        Package = "package",
        /// A part ("ET").
        Part = "part",
    }
}

/// A number that stands for an inspection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Configured<'a> {
    /// The number of labour, text, package or part.
    pub number: &'a str,
    /// The kind of plaque ("Art") that goes with it.
    pub kind: Option<&'a str>,
}

/// "bis zu 10 … -nummern".
pub const MOST_NUMBERS: usize = 10;

/// What the order makes of the register and of the inspection dates.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Outcome)]
pub struct Outcome<'a> {
    /// The entries, in the order in which the numbers are configured.
    pub entries: Vec<Entry<'a>>,
    /// The first day of the month of the next inspection; none where no date is updated.
    pub next_inspection: Option<NaiveDate>,
    /// Inspection date 1 is set to it.
    pub update_date_1: bool,
    /// Inspection date 2 is set to it.
    pub update_date_2: bool,
}

/// An entry in the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
pub struct Entry<'a> {
    /// The configured number that the order contains.
    pub number: &'a str,
    /// The kind of plaque that goes with it, if one does.
    pub plaque_kind: Option<&'a str>,
}

closed_enum! {
    /// Whether the order makes entries.
    pub enum Verdict {
        /// It makes none.
        NoEntry = "no_entry",
        /// It makes one for each configured number that occurs.
        Entries = "entries",
    }
}

decision_table! {
    /// One for each configured number that occurs in its lines, none for an E-order. An inspection date is updated only
    /// where an entry is made, by `inspection.next_due` with the manual's window and a yearly interval. Advisory:
    /// `outside_window`.
    decision "inspection.register_from_order", edition "2026-11";
    question Text {
        en: "Which entries does an invoiced order make in the register?",
        nl: "Welke inschrijvingen maakt een gefactureerde order in het register?",
        fr: "Quelles inscriptions un ordre facturé fait-il au registre ?",
        de: "Welche Einträge macht ein fakturierter Auftrag im Pickerlbuch?",
    };
    refuses {
        contradiction: "`configured[…].number` that was configured before";
        missing_field: "`first_registration` where a date is updated";
        contradiction: "`first_registration` after the day end, where a date is updated";
        out_of_range: "`day_end` where the date to update would lie after the year 9999";
    }
    source IPN, "Daten aus der Fakturierung aus CDP";
    hit policy FIRST => Verdict;

    given(is_e_order: bool, occurs: bool, is_outside_window: bool) {}

    conditions {
        e_order_ignored             = is_e_order,
            feel r#"trimmed(order_kind) in ("E", "e")"#;
        nothing_configured_occurs   = !occurs,
            feel r#"not(trimmed(order_kind) in ("E", "e")) and not(some line in lines satisfies some entry in configured
                satisfies given(entry.number) and trimmed(line.number) = trimmed(entry.number))"#;
        outside_window              = is_outside_window,
            feel r#"not(trimmed(order_kind) in ("E", "e")) and (update_date_1 or update_date_2) and first_registration != null
                and (some line in lines satisfies some entry in configured
                satisfies given(entry.number) and trimmed(line.number) = trimmed(entry.number))
                and not(modulo(months(day_end) - months(first_registration), 12) in (0, 1, 2, 11))"#;
    }

    impossible {
        e_order_ignored && outside_window;
        nothing_configured_occurs && outside_window;
    }

    rows {
        // row                      | when                          | outcome
        e_order_ignored             : e_order_ignored               => Verdict::NoEntry;
        nothing_configured_occurs   : nothing_configured_occurs     => Verdict::NoEntry;
        registered                  : otherwise                     => Verdict::Entries;
    }

    advisories {
        outside_window              : outside_window;
    }

    texts {
        e_order_ignored: Text {
            en: "It is an E-order: E-orders are not taken into account.",
            nl: "Het is een E-order: met E-orders wordt geen rekening gehouden.",
            fr: "C'est un ordre E : les ordres E ne sont pas pris en compte.",
            de: "Es ist ein E-Auftrag: E-Aufträge werden nicht berücksichtigt.",
        };
        nothing_configured_occurs: Text {
            en: "None of the numbers set for inspections occurs in the order.",
            nl: "Geen van de nummers die voor keuringen zijn ingesteld, komt in de order voor.",
            fr: "Aucun des numéros définis pour les contrôles ne figure dans l'ordre.",
            de: "Keine der Nummern aus den Standardwerten Prüfnachweis kommt im Auftrag vor.",
        };
        registered: Text {
            en: "The order contains an inspection: it is entered in the register.",
            nl: "De order bevat een keuring: die wordt in het register ingeschreven.",
            fr: "L'ordre contient un contrôle : il est inscrit au registre.",
            de: "Der Auftrag enthält eine Überprüfung: es wird ein Eintrag im Pickerlbuch vorgenommen.",
        };
        outside_window: text::OUTSIDE_WINDOW;
    }
}

/// Decides `inspection.register_from_order`.
///
/// # Errors
/// * [`ErrorCode::OutOfRange`] `configured` with more than 10 numbers;
/// * [`ErrorCode::Contradiction`] `configured[i].number`, a number configured before;
/// * where a date is updated, [`ErrorCode::MissingField`] `first_registration`, [`ErrorCode::Contradiction`] where it
///   lies after the day end, and [`ErrorCode::OutOfRange`] `day_end` past the year 9999.
pub fn decide<'a>(facts: &Facts<'a>) -> Result<Decision<Outcome<'a>>, Error> {
    if facts.configured.len() > MOST_NUMBERS {
        let expected = format!("at most {MOST_NUMBERS} numbers, found {}", facts.configured.len());
        return Err(Error::new(ErrorCode::OutOfRange, "configured", expected));
    }
    no_number_twice(&facts.configured)?;

    let is_e_order = facts.order_kind.trim().eq_ignore_ascii_case("E");
    let entries: Vec<_> = if is_e_order { Vec::new() } else { entries(facts).collect() };
    let next = if !entries.is_empty() && (facts.update_date_1 || facts.update_date_2) {
        Some(next_inspection(facts)?)
    } else {
        None
    };

    let is_outside_window = next.is_some_and(|next| !next.advisories().is_empty());
    let occurs = is_e_order || !entries.is_empty();
    Ok(apply(is_e_order, occurs, is_outside_window).map(|_| Outcome {
        update_date_1: facts.update_date_1 && next.is_some(),
        update_date_2: facts.update_date_2 && next.is_some(),
        next_inspection: next.map(|next| next.outcome.due),
        entries,
    }))
}

fn no_number_twice(configured: &[Configured<'_>]) -> Result<(), Error> {
    for (place, number) in configured.iter().map(|configured| configured.number.trim()).enumerate() {
        let earlier = &configured[..place];
        if !number.is_empty() && earlier.iter().any(|earlier| earlier.number.trim() == number) {
            let field = format!("configured[{place}].number");
            return Err(Error::new(ErrorCode::Contradiction, field, "a number that is not configured before"));
        }
    }
    Ok(())
}

/// One entry for each configured number that occurs in the order.
fn entries<'a>(facts: &Facts<'a>) -> impl Iterator<Item = Entry<'a>> {
    let occurs = |number: &str| facts.lines.iter().any(|line| line.number.trim() == number);
    facts.configured.iter().filter_map(move |configured| {
        let number = configured.number.trim();
        let plaque_kind = said(configured.kind);
        (!number.is_empty() && occurs(number)).then_some(Entry { number: configured.number, plaque_kind })
    })
}

fn next_inspection(facts: &Facts<'_>) -> Result<Decision<next_due::Outcome>, Error> {
    let missing = || Error::new(ErrorCode::MissingField, "first_registration", "an update of the date needs its month");
    let first_registration = facts.first_registration.ok_or_else(missing)?;
    let due = next_due::decide(&next_due::Facts {
        today: facts.day_end,
        first_registration,
        interval_months: next_due::default_interval_months(),
        months_before: next_due::default_months_before(),
        months_after: next_due::default_months_after(),
    });
    // What is refused there as a month count or as `today` is here the day end, from which all else follows.
    due.map_err(|refused| match refused.code() {
        ErrorCode::Contradiction => {
            Error::new(ErrorCode::Contradiction, "first_registration", "a day not after day_end")
        }
        code => Error::new(code, "day_end", refused.detail().to_owned()),
    })
}
