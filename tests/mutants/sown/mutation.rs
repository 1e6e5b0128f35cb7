//! The mutants that are sown in this copy: which one is chosen, and those of the tables.
//!
//! `DMS_RULES_MUTANT` chooses, or [`choose`]: a number, or `table` and the place of a mutant of a table.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::ptr;
use std::sync::Once;
use std::sync::atomic::{AtomicPtr, AtomicU32, Ordering::Relaxed};

use super::{Draft, HitPolicy, Row, Table, When, proven};
use crate::catalogue::DECISIONS;

/// The number that is chosen; 0 is none.
static SOWN: AtomicU32 = AtomicU32::new(0);
/// The mutant of a table that is chosen.
static MUTATED: AtomicPtr<Mutated> = AtomicPtr::new(ptr::null_mut());
static ASKED: Once = Once::new();

/// Chooses a mutant in place of the one before.
pub fn choose(said: &str) {
    ASKED.call_once(|| {});
    put(said);
}

fn put(said: &str) {
    SOWN.store(0, Relaxed);
    MUTATED.store(ptr::null_mut(), Relaxed);
    match said.strip_prefix("table ") {
        Some(place) => {
            let place = place.parse().expect("the place of a mutant");
            MUTATED.store(Box::leak(Box::new(Mutated::at(place))), Relaxed);
        }
        None => SOWN.store(said.parse().expect("the number of a mutant"), Relaxed),
    }
}

fn asked() {
    thread_local! {
        /// Choosing asks the tables, in which mutants are sown too: until it is done none is chosen.
        static CHOOSING: Cell<bool> = const { Cell::new(false) };
    }
    if CHOOSING.replace(true) {
        return;
    }
    ASKED.call_once(|| {
        if let Ok(said) = std::env::var("DMS_RULES_MUTANT") {
            put(&said);
        }
    });
    CHOOSING.set(false);
}

/// Whether this mutant is chosen. While the crate compiles none is.
#[inline]
pub const fn chosen(number: u32) -> bool {
    const fn compiling(_: u32) -> bool {
        false
    }
    fn running(number: u32) -> bool {
        asked();
        SOWN.load(Relaxed) == number
    }
    std::intrinsics::const_eval_select((number,), compiling, running)
}

/// A mutant of a table.
#[derive(Clone)]
pub struct Mutant {
    /// What is changed.
    pub what: String,
    rows: Vec<Row>,
    /// The place, among the outcomes, of what each row decides.
    outcomes: Vec<usize>,
    advisories: Vec<Row>,
    impossible: Vec<When>,
    swapped: bool,
}

/// What is known of a mutant before facts are decided with it.
pub enum Verdict {
    /// It would not compile: what the proof says.
    Refused(String),
    /// It answers every combination that can happen as the table does.
    Same,
    /// That is for the tests to say.
    Open,
}

/// The chosen mutant of a table.
struct Mutated {
    original: &'static Table,
    table: Table,
    /// The same under the id of a decision that rests on it.
    of_another: Vec<Table>,
    outcomes: Vec<usize>,
    swapped: bool,
}

impl Mutated {
    fn at(place: usize) -> Self {
        let (original, mutant) = mutants().nth(place).expect("a mutant of a table");
        let table = mutant.clone().table(original);
        let others = DECISIONS.iter().map(|entry| entry.original());
        let others = others.filter(|other| other.id != original.id && is_same(other, original));
        let of_another = others.map(|other| table.for_decision(other.id)).collect();
        Self { original, table, of_another, outcomes: mutant.outcomes, swapped: mutant.swapped }
    }
}

fn mutated(table: &Table) -> Option<&'static Mutated> {
    asked();
    // SAFETY: null or what was leaked.
    let mutated = unsafe { MUTATED.load(Relaxed).as_ref() };
    // A decision that rests on another has its conditions.
    mutated.filter(|mutated| is_same(mutated.original, table))
}

/// The table, or its chosen mutant.
pub fn of(table: &'static Table) -> &'static Table {
    match mutated(table) {
        None => table,
        Some(mutated) if mutated.original.id == table.id => &mutated.table,
        Some(mutated) => mutated.of_another.iter().find(|other| other.id == table.id).unwrap_or(table),
    }
}

/// The place of what the row that fired decides.
pub fn outcome(table: &Table, row: Option<u8>) -> usize {
    let row = row.map_or(0, usize::from);
    mutated(table).map_or(row, |mutated| mutated.outcomes[row])
}

/// Whether the two outcomes of a COLLECT table have changed places.
pub fn swapped(table: &Table) -> bool {
    mutated(table).is_some_and(|mutated| mutated.swapped)
}

/// All mutants of all tables, in their order.
pub fn mutants() -> impl Iterator<Item = (&'static Table, Mutant)> {
    DECISIONS.iter().map(|entry| entry.original()).flat_map(|table| {
        let mut before = DECISIONS.iter().map(|entry| entry.original()).take_while(|other| other.id != table.id);
        let rests_on_another = before.any(|other| is_same(other, table));
        let mutants = if rests_on_another { Vec::new() } else { of_table(table) };
        mutants.into_iter().map(move |mutant| (table, mutant))
    })
}

/// Whether the two are one table under two ids.
fn is_same(one: &Table, other: &Table) -> bool {
    one.id == other.id || !one.conditions.is_empty() && one.conditions == other.conditions && one.rows == other.rows
}

fn of_table(table: &Table) -> Vec<Mutant> {
    let plain = Mutant {
        what: String::new(),
        rows: table.rows.to_vec(),
        outcomes: (0..table.rows.len()).collect(),
        advisories: table.advisories.to_vec(),
        impossible: table.impossible.to_vec(),
        swapped: false,
    };
    let mut found = Vec::new();
    let mut add = |what: String, change: &dyn Fn(&mut Mutant)| {
        let mut mutant = plain.clone();
        change(&mut mutant);
        mutant.what = what;
        found.push(mutant);
    };
    let condition = |bit: usize| table.conditions[bit].id;
    for (place, row) in table.rows.iter().enumerate() {
        let id = row.reason.id;
        for bit in bits(row.when) {
            add(format!("row {id}: {} is not asked", condition(bit)), &|mutant| {
                mutant.rows[place] = without(*row, bit);
            });
            add(format!("row {id}: {} is turned round", condition(bit)), &|mutant| {
                mutant.rows[place] = turned(*row, bit);
            });
        }
        add(format!("row {id} is left out"), &|mutant| {
            mutant.rows.remove(place);
            mutant.outcomes.remove(place);
        });
        if place + 1 < table.rows.len() {
            add(format!("row {id} changes places with {}", table.rows[place + 1].reason.id), &|mutant| {
                mutant.rows.swap(place, place + 1);
                mutant.outcomes.swap(place, place + 1);
            });
        }
        if table.policy == HitPolicy::First {
            let mut others: Vec<(usize, &str)> = Vec::new();
            for (other, outcome) in table.rows.iter().enumerate().filter_map(|(at, row)| Some((at, row.outcome?))) {
                if Some(outcome) != row.outcome && others.iter().all(|(_, known)| *known != outcome) {
                    others.push((other, outcome));
                }
            }
            for (other, outcome) in others {
                add(format!("row {id} decides {outcome}"), &|mutant| {
                    mutant.rows[place].outcome = table.rows[other].outcome;
                    mutant.outcomes[place] = other;
                });
            }
            for bit in 0..table.conditions.len() {
                if row.names & (1 << bit) != 0 {
                    add(format!("row {id} does not name {}", condition(bit)), &|mutant| {
                        mutant.rows[place].names &= !(1 << bit);
                    });
                } else {
                    add(format!("row {id} names {} too", condition(bit)), &|mutant| {
                        mutant.rows[place].names |= 1 << bit;
                    });
                }
            }
        }
    }
    for (place, advisory) in table.advisories.iter().enumerate() {
        let id = advisory.reason.id;
        for bit in bits(advisory.when) {
            add(format!("advisory {id}: {} is not asked", condition(bit)), &|mutant| {
                mutant.advisories[place] = without(*advisory, bit);
            });
            add(format!("advisory {id}: {} is turned round", condition(bit)), &|mutant| {
                mutant.advisories[place] = turned(*advisory, bit);
            });
        }
        add(format!("advisory {id} is left out"), &|mutant| {
            mutant.advisories.remove(place);
        });
        if place + 1 < table.advisories.len() {
            add(format!("advisory {id} changes places with {}", table.advisories[place + 1].reason.id), &|mutant| {
                mutant.advisories.swap(place, place + 1);
            });
        }
    }
    for (place, when) in table.impossible.iter().enumerate() {
        let literals: Vec<String> = when.literals(table).map(|literal| literal.to_string()).collect();
        let combination = literals.join(" && ");
        add(format!("impossible {combination}: is left out"), &|mutant| {
            mutant.impossible.remove(place);
        });
        for (bit, literal) in bits(*when).zip(&literals) {
            add(format!("impossible {combination}: {literal} is not asked"), &|mutant| {
                mutant.impossible[place].requires &= !(1 << bit);
                mutant.impossible[place].forbids &= !(1 << bit);
            });
        }
    }
    if table.policy == HitPolicy::Collect {
        add("the outcomes of none and any change places".to_owned(), &|mutant| mutant.swapped = true);
    }
    found
}

fn bits(when: When) -> impl Iterator<Item = usize> {
    (0..32).filter(move |bit| (when.requires | when.forbids) & (1 << bit) != 0)
}

/// `because` follows what a row requires, unless the row names others.
fn follow(row: Row, when: When) -> Row {
    let names = if row.names == row.when.requires { when.requires } else { row.names };
    Row { when, names, ..row }
}

fn without(row: Row, bit: usize) -> Row {
    let When { requires, forbids } = row.when;
    follow(row, When { requires: requires & !(1 << bit), forbids: forbids & !(1 << bit) })
}

fn turned(row: Row, bit: usize) -> Row {
    let When { requires, forbids } = row.when;
    follow(row, When { requires: requires ^ (1 << bit), forbids: forbids ^ (1 << bit) })
}

impl Mutant {
    fn table(self, of: &Table) -> Table {
        let [none, any] = of.collected.unwrap_or_default();
        Table {
            rows: self.rows.leak(),
            advisories: self.advisories.leak(),
            impossible: self.impossible.leak(),
            collected: of.collected.map(|_| if self.swapped { [any, none] } else { [none, any] }),
            lookup: &[],
            ..*of
        }
    }

    /// What is known of it.
    pub fn verdict(&self, of: &'static Table) -> Verdict {
        let table: &'static Table = Box::leak(Box::new(self.clone().table(of)));
        let draft = Draft {
            id: table.id,
            edition: table.edition,
            source: table.source,
            policy: table.policy,
            conditions: table.conditions,
            feel: if table.feel.is_empty() { &[] } else { table.feel },
            rows: table.rows,
            advisories: table.advisories,
            impossible: table.impossible,
            collected: table.collected,
            lookup: &[],
            // A text that nothing asks for goes with its row.
            texts: &[],
        };
        if let Err(said) = panic::catch_unwind(AssertUnwindSafe(|| proven(draft))) {
            let said = said.downcast::<String>().map_or_else(|_| "it does not hold".to_owned(), |said| *said);
            return Verdict::Refused(said);
        }
        let combinations = 0_u32..1 << of.conditions.len();
        let fits_any = |patterns: &[When], holds| patterns.iter().any(|when| when.fits(holds));
        // Facts are asked what is impossible too.
        let same_impossible =
            combinations.clone().all(|holds| fits_any(of.impossible, holds) == fits_any(table.impossible, holds));
        let mut possible = combinations.filter(|holds| !fits_any(of.impossible, *holds));
        if same_impossible && possible.all(|holds| answer(of, holds) == answer(table, holds)) {
            Verdict::Same
        } else {
            Verdict::Open
        }
    }
}

/// All that a decision says of a combination: row, outcome, reasons, advisories.
fn answer(table: &Table, holds: u32) -> (Option<&str>, Option<&str>, Vec<&str>, Vec<&str>) {
    let fired = match table.policy {
        HitPolicy::First => table.first(holds),
        HitPolicy::Collect | HitPolicy::None => table.collect(holds),
    };
    let row = fired.row.map(|row| &table.rows[usize::from(row)]);
    let outcome = match row {
        Some(row) => row.outcome,
        None => table.collected.map(|[none, any]| if fired.because == 0 { none } else { any }),
    };
    let named = |bits: u32, name: &dyn Fn(usize) -> &'static str| -> Vec<&'static str> {
        (0..32).filter(|bit| bits & (1 << bit) != 0).map(|bit| name(bit)).collect()
    };
    let because = named(fired.because, &|bit| table.reason(bit).expect("a reason").id);
    let advisories = named(fired.advisories, &|bit| table.advisories[bit].reason.id);
    (row.map(|row| row.reason.id), outcome, because, advisories)
}
