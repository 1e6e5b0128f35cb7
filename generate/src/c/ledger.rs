//! What was given once and is kept: the numbers of names, and the places of members.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::Result;

/// `ffi/abi/numbers` and `ffi/abi/places`, to which generating only adds.
#[derive(Clone, Default)]
pub(crate) struct Ledger {
    numbers: BTreeMap<String, i64>,
    /// The members of each struct, in their order.
    places: Vec<(String, Vec<Place>)>,
    /// The names that were asked for.
    asked: BTreeSet<String>,
    /// The names that will be.
    living: BTreeSet<String>,
}

/// A member that has its place.
#[derive(Clone)]
pub(crate) struct Place {
    pub(crate) name: String,
    /// It came after the struct was first given out: programs may pass a struct that ends before it.
    pub(crate) added: bool,
}

/// How a group of names is numbered.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Counting {
    /// From 1.
    Numbers,
    /// One bit each.
    Bits,
}

impl Ledger {
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        let (mut numbers, mut places) = (BTreeMap::new(), Vec::<(String, Vec<Place>)>::new());
        for line in fs::read_to_string(folder.join("numbers"))?.lines() {
            let (name, number) = line.split_once(' ').ok_or_else(|| format!("numbers: {line}"))?;
            numbers.insert(name.to_owned(), number.parse()?);
        }
        for line in fs::read_to_string(folder.join("places"))?.lines() {
            let (place, added) = line.strip_suffix(" added").map_or((line, false), |place| (place, true));
            let (name, member) = place.split_once('.').ok_or_else(|| format!("places: {line}"))?;
            let place = Place { name: member.to_owned(), added };
            match places.last_mut() {
                Some((last, members)) if last == name => members.push(place),
                _ => places.push((name.to_owned(), vec![place])),
            }
        }
        Ok(Self { numbers, places, ..Self::default() })
    }

    /// The same ledger, once it is known from asking a copy which names live.
    pub(crate) fn with_living(self, asked: Self) -> Self {
        Self { living: asked.asked, ..self }
    }

    /// The number of each of these names, all of one group: the one that it has, or the next.
    pub(crate) fn numbers(&mut self, prefix: &str, names: &[String], counting: Counting) -> Vec<i64> {
        let whole: Vec<String> = names.iter().map(|name| format!("{prefix}_{name}")).collect();
        // What was retired keeps its number too: it begins as the others do.
        let taken = whole.iter().chain(self.retired(prefix)).filter_map(|name| self.numbers.get(name));
        let mut last = taken.max().copied().unwrap_or(0);
        let mut numbers = Vec::new();
        for name in whole {
            let number = *self.numbers.entry(name.clone()).or_insert_with(|| {
                last = if counting == Counting::Bits && last > 0 { last << 1 } else { last + 1 };
                last
            });
            self.asked.insert(name);
            numbers.push(number);
        }
        numbers
    }

    /// A number that is no name's: a length.
    pub(crate) fn set(&mut self, name: &str, number: i64) {
        self.numbers.insert(name.to_owned(), number);
        self.asked.insert(name.to_owned());
    }

    /// Names that begin so and that nothing has any more.
    fn retired<'a>(&'a self, prefix: &str) -> impl Iterator<Item = &'a String> {
        let begins = format!("{prefix}_");
        self.numbers.keys().filter(move |name| name.starts_with(&begins) && !self.living.contains(*name))
    }

    /// What has a number and is nobody's any more.
    pub(crate) fn left(&self, by_hand: impl Fn(&str) -> bool) -> Vec<(String, i64)> {
        let left = self.numbers.iter().filter(|(name, _)| !self.asked.contains(*name) && !by_hand(name));
        left.map(|(name, number)| (name.clone(), *number)).collect()
    }

    /// The members of a struct in their order: those that have a place, then the others.
    pub(crate) fn places(&mut self, name: &str, members: &[String], grows: bool) -> Result<Vec<Place>> {
        let Some((_, places)) = self.places.iter_mut().find(|(known, _)| known == name) else {
            let places: Vec<_> = members.iter().map(|name| Place { name: name.clone(), added: false }).collect();
            return Ok(places);
        };
        let gone = places.iter().find(|place| !place.name.starts_with("reserved") && !members.contains(&place.name));
        if let Some(gone) = gone {
            return Err(
                format!("{name}.{} has a place in ffi/abi/places, and is gone from the model", gone.name).into()
            );
        }
        let new = members.iter().filter(|member| !places.iter().any(|place| place.name == **member));
        let new: Vec<_> = new.map(|member| Place { name: member.clone(), added: grows }).collect();
        Ok(places.iter().cloned().chain(new).collect())
    }

    /// Keeps the order of a struct.
    pub(crate) fn keep(&mut self, name: &str, kept: Vec<Place>) {
        match self.places.iter_mut().find(|(known, _)| known == name) {
            Some((_, places)) => *places = kept,
            None => self.places.push((name.to_owned(), kept)),
        }
    }

    /// Both files as they are kept.
    pub(crate) fn files(&self) -> [(&'static str, String); 2] {
        let numbers = self.numbers.iter().map(|(name, number)| format!("{name} {number}\n")).collect();
        let line = |name: &str, place: &Place| {
            let added = if place.added { " added" } else { "" };
            format!("{name}.{}{added}\n", place.name)
        };
        let places = self.places.iter().flat_map(|(name, members)| members.iter().map(move |place| line(name, place)));
        [("numbers", numbers), ("places", places.collect())]
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Counting, Ledger};

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn numbers_once_given_are_kept_and_new_ones_follow() {
        let numbers = [("DMS_A_ONE", 1), ("DMS_A_THREE", 3), ("DMS_B_FIRST", 1), ("DMS_B_THIRD", 4)];
        let numbers: BTreeMap<_, _> = numbers.into_iter().map(|(name, number)| (name.to_owned(), number)).collect();
        let mut ledger = Ledger { numbers, ..Ledger::default() };
        assert_eq!(ledger.numbers("DMS_A", &names(&["NEW", "ONE"]), Counting::Numbers), [4, 1]);
        assert_eq!(ledger.numbers("DMS_B", &names(&["FIRST", "NEW", "OTHER"]), Counting::Bits), [1, 8, 16]);
        assert_eq!(ledger.left(|_| false), [("DMS_A_THREE".to_owned(), 3), ("DMS_B_THIRD".to_owned(), 4)]);
    }

    #[test]
    fn members_keep_their_places_and_new_ones_come_last() {
        let mut ledger = Ledger::default();
        let first = ledger.places("dms_facts", &names(&["size", "kind"]), true).expect("places");
        ledger.keep("dms_facts", first);
        let grown = ledger.places("dms_facts", &names(&["size", "colour", "kind"]), true).expect("places");
        let grown: Vec<_> = grown.iter().map(|place| (place.name.as_str(), place.added)).collect();
        assert_eq!(grown, [("size", false), ("kind", false), ("colour", true)]);
        assert!(ledger.places("dms_facts", &names(&["size"]), true).is_err());
    }
}
