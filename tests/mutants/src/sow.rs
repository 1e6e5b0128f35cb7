//! Writes the copy of a source that holds its mutants.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::Mutant;
use crate::find::{Found, Site};

/// What chooses a mutant.
const CHOSEN: &str = "crate::table::mutation::chosen";

/// Number, place among the mutants, and code of those that stand at one place.
type Codes = Vec<(u32, usize, String)>;

/// The mutants that stand in place of one expression.
struct Choice {
    range: Range<usize>,
    mutants: Codes,
}

struct Copy<'a> {
    source: &'a str,
    choices: Vec<Choice>,
    /// By the byte before which they are put.
    before: BTreeMap<usize, Codes>,
    written: String,
    sown: Vec<(usize, [usize; 2])>,
}

/// The source with its mutants, which join the others.
pub fn sow(
    source: &str,
    name: &str,
    found: Vec<Found>,
    unfit: &BTreeMap<String, String>,
    number: &mut u32,
    mutants: &mut Vec<Mutant>,
) -> String {
    let mut by_range: BTreeMap<(usize, usize), Codes> = BTreeMap::new();
    let mut before: BTreeMap<usize, Codes> = BTreeMap::new();
    for Found { id, edit: (range, text), constant, site } in found {
        let place = mutants.len();
        let site = site.filter(|_| !unfit.contains_key(&id));
        let chosen = site.is_some().then(|| {
            *number += 1;
            *number
        });
        match site.zip(chosen) {
            Some((Site::Instead(range, code), number)) => {
                by_range.entry((range.start, range.end)).or_default().push((number, place, code));
            }
            Some((Site::Returns(at, code), number)) => {
                let code = format!("if {CHOSEN}({number}) {{ return {code}; }} ");
                before.entry(at).or_default().push((number, place, code));
            }
            Some((Site::Unmatched(at), number)) => {
                before.entry(at).or_default().push((number, place, format!(" if !{CHOSEN}({number})")));
            }
            None => {}
        }
        let line = source[..range.start].matches('\n').count() + 1;
        let (start, end) = (range.start, range.end);
        mutants.push(Mutant {
            id,
            file: name.to_owned(),
            line,
            number: chosen,
            constant,
            sown: None,
            start,
            end,
            text,
        });
    }
    let choices = by_range.into_iter().map(|((start, end), mutants)| Choice { range: start..end, mutants });
    let mut choices: Vec<Choice> = choices.collect();
    // The outer before the inner.
    choices.sort_by_key(|choice| (choice.range.start, usize::MAX - choice.range.end));
    let mut copy = Copy { source, choices, before, written: String::new(), sown: Vec::new() };
    let mut next = 0;
    copy.write(0..source.len(), &mut next);
    for (place, range) in copy.sown {
        mutants[place].sown = Some(range);
    }
    copy.written
}

impl Copy<'_> {
    /// Writes these bytes of the source, with the choices within them from the next on.
    fn write(&mut self, range: Range<usize>, next: &mut usize) {
        let mut at = range.start;
        while at <= range.end {
            if let Some(mutants) = self.before.remove(&at) {
                for (_, place, code) in mutants {
                    self.code(place, &code);
                }
            }
            let begins =
                self.choices.get(*next).filter(|choice| choice.range.start == at && choice.range.end <= range.end);
            if let Some(Choice { range, mutants }) = begins {
                let (range, mutants) = (range.clone(), mutants.clone());
                *next += 1;
                // A block behind the arrow of an arm needs no comma as long as it is one.
                let (open, close) = if self.source[range.clone()].starts_with('{') { ("{ ", " }") } else { ("(", ")") };
                self.written.push_str(open);
                for (number, place, code) in mutants {
                    self.written.push_str(&format!("if {CHOSEN}({number}) {{ "));
                    self.code(place, &code);
                    self.written.push_str(" } else ");
                }
                self.written.push_str("{ ");
                self.write(range.clone(), next);
                self.written.push_str(" }");
                self.written.push_str(close);
                at = range.end;
                if at == self.source.len() {
                    return;
                }
                continue;
            }
            let stop = self.next_event(at, next, range.end);
            self.written.push_str(&self.source[at..stop]);
            if stop == range.end {
                // What is put before the end of an outer range belongs to it.
                return;
            }
            at = stop;
        }
    }

    fn next_event(&self, at: usize, next: &usize, end: usize) -> usize {
        let choice = self.choices.get(*next).map_or(end, |choice| choice.range.start);
        let before = self.before.range(at + 1..).next().map_or(end, |(&before, _)| before);
        choice.min(before).min(end).max(at)
    }

    fn code(&mut self, place: usize, code: &str) {
        let start = self.written.len();
        self.written.push_str(code);
        self.sown.push((place, [start, self.written.len()]));
    }
}

/// The copy of a source, which asks for the chosen mutant of its table wherever it asks the table.
pub fn hooked(name: &str, mut text: String, mutants: &mut [Mutant]) -> Result<String, String> {
    for (_, from, to) in HOOKS.iter().filter(|(of, ..)| *of == name) {
        let mut at = 0;
        let mut met = false;
        while let Some(ahead) = text[at..].find(from) {
            met = true;
            at += ahead;
            replace(&mut text, at..at + from.len(), to, mutants);
            at += to.len();
        }
        if !met {
            return Err(format!("{name}: no `{from}`: tests/mutants/src/sow.rs must follow the core"));
        }
    }
    match name {
        "lib.rs" => {
            let features = "#![allow(internal_features)]\n#![feature(core_intrinsics, const_eval_select)]\n";
            replace(&mut text, 0..0, features, mutants);
        }
        "table.rs" => text.push_str("\npub mod mutation;\n"),
        _ => {}
    }
    Ok(text)
}

/// Replaces a part of the copy; what stands behind it moves.
fn replace(text: &mut String, range: Range<usize>, by: &str, mutants: &mut [Mutant]) {
    text.replace_range(range.clone(), by);
    for sown in mutants.iter_mut().filter_map(|mutant| mutant.sown.as_mut()) {
        if sown[0] >= range.end {
            *sown = sown.map(|place| place + by.len() - range.len());
        }
    }
}

const HOOKS: &[(&str, &str, &str)] = &[
    ("table.rs", "= TABLE.first(evaluate_conditions(", "= $crate::table::mutation::of(&TABLE).first(evaluate_conditions("),
    ("table.rs", "= TABLE.collect(evaluate_conditions(", "= $crate::table::mutation::of(&TABLE).collect(evaluate_conditions("),
    ("table.rs", "&TABLE, TABLE.collect(evaluate_conditions(", "&TABLE, $crate::table::mutation::of(&TABLE).collect(evaluate_conditions("),
    (
        "table.rs",
        "OUTCOMES[fired.row.map_or(0, usize::from)]",
        "OUTCOMES[$crate::table::mutation::outcome(&TABLE, fired.row)]",
    ),
    ("table.rs", "if fired.because == 0 {", "if (fired.because == 0) != $crate::table::mutation::swapped(&TABLE) {"),
    (
        "decision.rs",
        "pub fn new(outcome: O, table: &'static Table, fired: Evaluation) -> Self {",
        "pub fn new(outcome: O, table: &'static Table, fired: Evaluation) -> Self { \
         let table = crate::table::mutation::of(table);",
    ),
    (
        "decision.rs",
        "pub(crate) fn under(self, table: &'static Table) -> Self {",
        "pub(crate) fn under(self, table: &'static Table) -> Self { let table = crate::table::mutation::of(table);",
    ),
    (
        "catalogue.rs",
        "pub const fn table(&self) -> &'static Table {",
        "pub fn table(&self) -> &'static Table { crate::table::mutation::of(self.table) } \
         pub(crate) const fn original(&self) -> &'static Table {",
    ),
    ("car_pass/lifecycle.rs", "TABLE.impossible", "crate::table::mutation::of(&TABLE).impossible"),
];
