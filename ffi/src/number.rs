//! Numbers for what has a name in the core. They are kept by name and for good, in `ffi/abi/numbers`: where something
//! stands in the core's tables decides nothing, and what has no number yet stops the build and is named.

use dms_rules::decision::Decision;
use dms_rules::error::{Error, ErrorCode};
use dms_rules::table::{HitPolicy, Reason, Row, Table};

use crate::status::Refusal;

/// A closed enum and the number of each of its values.
pub(crate) trait Mirrored: Copy + 'static {
    /// Every value.
    const ALL: &'static [Self];

    /// Its number in C.
    fn number(self) -> i32;

    /// Its name, the same in every language.
    fn name(self) -> &'static str;
}

/// The number of a value.
pub(crate) fn of(value: impl Mirrored) -> i32 {
    value.number()
}

/// Gives each value of a closed enum its number, with a `match` that a new value does not pass.
macro_rules! mirrored {
    ($enum:ty { $($variant:ident => $number:ident,)+ }) => {
        impl $crate::number::Mirrored for $enum {
            const ALL: &'static [Self] = <$enum>::ALL;

            fn number(self) -> i32 {
                match self { $(Self::$variant => $number),+ }
            }

            fn name(self) -> &'static str {
                self.as_str()
            }
        }

        const _: () = $crate::number::distinct(&[$($number),+]);
    };
}
pub(crate) use mirrored;

/// A closed enum and the bit that each of its values has in a set.
pub(crate) trait InSets: Copy + 'static {
    /// Its bit.
    fn bit(self) -> u32;
}

/// The set of some values.
pub(crate) fn set<E: InSets>(values: impl IntoIterator<Item = E>) -> u32 {
    values.into_iter().fold(0, |set, value| set | value.bit())
}

/// Gives each value of a closed enum its bit, with a `match` that a new value does not pass.
macro_rules! in_sets {
    ($enum:ty { $($variant:ident => $bit:ident,)+ }) => {
        impl $crate::number::InSets for $enum {
            fn bit(self) -> u32 {
                match self { $(Self::$variant => $bit),+ }
            }
        }

        const _: () = $crate::number::disjoint(&[$($bit),+]);
    };
}
pub(crate) use in_sets;

/// Stops the build where something has not exactly one bit, or one that stands twice.
#[track_caller]
pub(crate) const fn disjoint(bits: &[u32]) {
    let mut taken = 0;
    let mut at = 0;
    while at < bits.len() {
        assert!(bits[at].is_power_of_two(), "not exactly one bit");
        assert!(taken & bits[at] == 0, "a bit stands twice");
        taken |= bits[at];
        at += 1;
    }
}

/// Stops the build where a number stands twice, or is not above 0.
#[track_caller]
pub(crate) const fn distinct(numbers: &[i32]) {
    let mut at = 0;
    while at < numbers.len() {
        assert!(numbers[at] > 0, "numbers count from 1");
        let mut other = at + 1;
        while other < numbers.len() {
            assert!(numbers[at] != numbers[other], "a number stands twice");
            other += 1;
        }
        at += 1;
    }
}

/// As many rows, reasons or advisories as a set of bits can hold.
const MOST: usize = u32::BITS as usize;

/// In place of a bit.
const NO_BIT: u8 = u8::MAX;

/// What a decision's rows, reasons and advisories are called in C.
pub(crate) struct Given<'a> {
    /// Numbers of rows.
    pub(crate) rows: &'a [(&'a str, i32)],
    /// Bits of what may stand in `because`.
    pub(crate) because: &'a [(&'a str, u32)],
    /// Bits of advisories.
    pub(crate) advisories: &'a [(&'a str, u32)],
}

impl Given<'_> {
    /// Of a decision that computes and has no rows.
    pub(crate) const NONE: Self = Self { rows: &[], because: &[], advisories: &[] };
}

/// The numbers of a decision's rows, reasons and advisories, by their places in the core's table.
pub(crate) struct Numbers {
    pub(crate) table: &'static Table,
    /// The table's id and edition, each with a closing NUL.
    pub(crate) texts: &'static [u8],
    rows: [u8; MOST],
    /// Which bit; `NO_BIT` where there is none.
    because: [u8; MOST],
    advisories: [u8; MOST],
    /// Advisories that no decision carries, but a refusal may.
    pub(crate) refusing_with: &'static [(Reason, u32)],
}

/// The numbers of one decision, with the texts of its table.
macro_rules! numbers {
    ($table:expr, $given:expr) => {
        $crate::number::Numbers::new(
            &$table,
            const { $crate::texts::of::<{ $crate::texts::size(&$table) }>(&$table) }.bytes(),
            $given,
        )
    };
}
pub(crate) use numbers;

/// What fired, in numbers of C.
pub(crate) struct Fired {
    pub(crate) row: i32,
    pub(crate) because: u32,
    pub(crate) advisories: u32,
}

impl Numbers {
    /// Finds the number of everything in the table; stops the build and names what has none, or no longer exists.
    #[track_caller]
    pub(crate) const fn new(table: &'static Table, texts: &'static [u8], given: &Given<'_>) -> Self {
        let Given { rows, because, advisories } = given;
        each_once(table, "row", rows);
        each_one_bit(table, "reason", because);
        each_one_bit(table, "advisory", advisories);
        let collects = matches!(table.policy, HitPolicy::Collect);
        Self {
            table,
            texts,
            // A COLLECT table names its rows as reasons; none of them decides alone.
            rows: if collects { [0; MOST] } else { small(by_place(table, "row", ids(table.rows), rows, 0)) },
            because: bits(by_place(table, "reason", reasons(table), because, 0)),
            advisories: bits(by_place(table, "advisory", ids(table.advisories), advisories, 0)),
            refusing_with: &[],
        }
    }

    /// The same with advisories that no decision carries, but a refusal may.
    #[track_caller]
    pub(crate) const fn refusing_with(self, advisories: &'static [(Reason, u32)]) -> Self {
        let mut at = 0;
        while at < advisories.len() {
            let (advisory, bit) = &advisories[at];
            if !bit.is_power_of_two() {
                stop(self.table, "advisory", advisory.id, " must have exactly one bit");
            }
            let mut place = 0;
            while place < MOST {
                if set_of(self.advisories[place]) == *bit || (place < at && advisories[place].1 == *bit) {
                    stop(self.table, "advisory", advisory.id, " has a bit that was given before");
                }
                place += 1;
            }
            at += 1;
        }
        Self { refusing_with: advisories, ..self }
    }

    /// The advisories of a refusal; the refusal itself where one has no bit, so that none is lost.
    pub(crate) fn refused_with(&self, refusal: Error) -> Result<u32, Refusal> {
        let bit = |advisory: &Reason| self.refusing_with.iter().find(|(known, _)| known.id == advisory.id);
        let set = refusal.advisories().iter().try_fold(0, |set, advisory| Some(set | bit(advisory)?.1));
        set.ok_or_else(|| refusal.into())
    }

    /// The numbers of what fired.
    pub(crate) fn fired<O>(&self, decision: &Decision<O>) -> Fired {
        self.translated(decision.row_index(), decision.because_bits(), decision.advisory_bits())
    }

    #[inline(never)]
    fn translated(&self, row: Option<usize>, because: u32, advisories: u32) -> Fired {
        Fired {
            row: row.map_or(0, |row| self.rows[row].into()),
            because: translated(because, &self.because),
            advisories: translated(advisories, &self.advisories),
        }
    }

    /// The row with this number.
    pub(crate) fn row(&self, number: i32) -> Result<&'static Reason, Refusal> {
        let rows = self.table.rows.iter().zip(self.rows);
        self.named("row", number, rows.map(|(row, number)| (&row.reason, number.into())))
    }

    /// The reason with this bit.
    pub(crate) fn reason(&self, bit: u32) -> Result<&'static Reason, Refusal> {
        let reasons = (0..MOST).map_while(|place| self.table.reason(place)).zip(self.because.map(set_of));
        self.named("reason", bit, reasons)
    }

    /// The advisory with this bit.
    pub(crate) fn advisory(&self, bit: u32) -> Result<&'static Reason, Refusal> {
        let decided = self.table.advisories.iter().map(|row| &row.reason).zip(self.advisories.map(set_of));
        self.named("advisory", bit, decided.chain(self.refusing_with.iter().map(|(advisory, bit)| (advisory, *bit))))
    }

    /// The row, reason or advisory with this id: whichever it is, it says the same.
    pub(crate) fn by_id(&self, id: &str) -> Option<&'static Reason> {
        let rows = self.table.rows.iter().chain(self.table.advisories).map(|row| &row.reason);
        let reasons = (0..MOST).map_while(|place| self.table.reason(place));
        let refused = self.refusing_with.iter().map(|(advisory, _)| advisory);
        rows.chain(reasons).chain(refused).find(|reason| reason.id == id)
    }

    fn named<N: Copy + PartialEq + Default + std::fmt::Display>(
        &self,
        kind: &'static str,
        number: N,
        mut all: impl Iterator<Item = (&'static Reason, N)>,
    ) -> Result<&'static Reason, Refusal> {
        // 0 stands behind what has no number because it never comes out.
        let found = all.find(|(_, known)| *known == number && *known != N::default());
        found.map(|(reason, _)| reason).ok_or_else(|| {
            let expected = format!("the number of one {kind} of {}, found {number}", self.table.id);
            Refusal::new(ErrorCode::UnknownValue, kind, expected)
        })
    }
}

/// The set that C knows for a set of places.
fn translated(mut places: u32, bits: &[u8; MOST]) -> u32 {
    let mut set = 0;
    while places != 0 {
        set |= set_of(bits[places.trailing_zeros() as usize]);
        places &= places - 1;
    }
    set
}

/// The set of one bit, or none.
const fn set_of(bit: u8) -> u32 {
    if bit == NO_BIT { 0 } else { 1 << bit }
}

// What follows runs while the crate compiles.

/// The numbers of rows as they are kept.
#[track_caller]
const fn small(numbers: [i32; MOST]) -> [u8; MOST] {
    let mut small = [0; MOST];
    let mut at = 0;
    while at < MOST {
        assert!(numbers[at] <= u8::MAX as i32, "the number of a row needs more than a byte");
        small[at] = numbers[at] as u8;
        at += 1;
    }
    small
}

/// Sets of one bit as they are kept.
const fn bits(sets: [u32; MOST]) -> [u8; MOST] {
    let mut bits = [NO_BIT; MOST];
    let mut at = 0;
    while at < MOST {
        if sets[at] != 0 {
            bits[at] = sets[at].trailing_zeros() as u8;
        }
        at += 1;
    }
    bits
}

/// What stands in each place; empty behind the last, and where nothing ever comes out.
type Ids = [&'static str; MOST];

const fn ids(rows: &'static [Row]) -> Ids {
    let mut ids = [""; MOST];
    let mut at = 0;
    while at < rows.len() {
        ids[at] = rows[at].reason.id;
        at += 1;
    }
    ids
}

/// What the bits of `because` stand for: the rows of a COLLECT table, and of a FIRST table those conditions that a row
/// may name.
const fn reasons(table: &'static Table) -> Ids {
    if matches!(table.policy, HitPolicy::Collect) {
        return ids(table.rows);
    }
    let mut named = 0;
    let mut at = 0;
    while at < table.rows.len() {
        named |= table.rows[at].names;
        at += 1;
    }
    let mut ids = [""; MOST];
    let mut at = 0;
    while at < table.conditions.len() {
        if named & (1 << at) != 0 {
            ids[at] = table.conditions[at].id;
        }
        at += 1;
    }
    ids
}

/// The number given to each id, by its place; `none` where there is no id.
#[track_caller]
const fn by_place<N: Copy>(table: &Table, kind: &str, ids: Ids, given: &[(&str, N)], none: N) -> [N; MOST] {
    let mut numbers = [none; MOST];
    let mut found = 0;
    let mut place = 0;
    while place < MOST {
        if !ids[place].is_empty() {
            let mut at = 0;
            while at < given.len() && !same(given[at].0, ids[place]) {
                at += 1;
            }
            if at == given.len() {
                stop(table, kind, ids[place], " has no number in the C interface: run `cargo run -p generate`");
            }
            numbers[place] = given[at].1;
            found += 1;
        }
        place += 1;
    }
    // Every id of the core was found once, so that as many ids must be given as were found.
    let mut at = 0;
    while at < given.len() {
        if !stands_in(&ids, given[at].0) {
            stop(table, kind, given[at].0, " is gone from the core: run `cargo run -p generate`");
        }
        at += 1;
    }
    if found != given.len() {
        stop(table, kind, "", " is numbered twice");
    }
    numbers
}

const fn stands_in(ids: &Ids, id: &str) -> bool {
    let mut at = 0;
    while at < MOST {
        if same(ids[at], id) {
            return true;
        }
        at += 1;
    }
    false
}

#[track_caller]
const fn each_once(table: &Table, kind: &str, given: &[(&str, i32)]) {
    let mut at = 0;
    while at < given.len() {
        if given[at].1 <= 0 {
            stop(table, kind, given[at].0, " must have a number above 0");
        }
        let mut other = at + 1;
        while other < given.len() {
            if given[at].1 == given[other].1 {
                stop(table, kind, given[other].0, " has a number that was given before");
            }
            other += 1;
        }
        at += 1;
    }
}

#[track_caller]
const fn each_one_bit(table: &Table, kind: &str, given: &[(&str, u32)]) {
    let mut taken = 0;
    let mut at = 0;
    while at < given.len() {
        let (id, bit) = given[at];
        if !bit.is_power_of_two() {
            stop(table, kind, id, " must have exactly one bit");
        }
        if taken & bit != 0 {
            stop(table, kind, id, " has a bit that was given before");
        }
        taken |= bit;
        at += 1;
    }
}

const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// Stops the build with "okr.option: the row `…` …".
#[track_caller]
const fn stop(table: &Table, kind: &str, id: &str, what: &str) -> ! {
    const ROOM: usize = 512;
    let parts = [table.id, ": the ", kind, " `", id, "`", what];
    let mut sentence = [0; ROOM];
    let mut len = 0;
    let mut at = 0;
    while at < parts.len() {
        let part = parts[at].as_bytes();
        let mut byte = 0;
        while byte < part.len() && len < ROOM {
            sentence[len] = part[byte];
            len += 1;
            byte += 1;
        }
        at += 1;
    }
    match str::from_utf8(sentence.split_at(len).0) {
        Ok(sentence) => panic!("{}", sentence),
        Err(_) => panic!("the numbers of a decision do not hold"),
    }
}

/// Checks that each value of an enum comes back from its number, and that no other number does.
#[cfg(test)]
pub(crate) fn there_and_back<E: Mirrored + PartialEq + std::fmt::Debug>() {
    use crate::value;

    assert!(!E::ALL.is_empty());
    for value in E::ALL {
        assert_eq!(value::one_of::<E>("field", value.number()).ok(), Some(*value));
    }
    for number in [i32::MIN, -1, 0, 99, 1000, i32::MAX] {
        assert!(value::one_of::<E>("field", number).is_err(), "{number}");
    }
}
