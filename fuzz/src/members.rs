//! Structs of facts as C fills them, and the same facts as JSON where JSON can say them.

use std::collections::BTreeMap;
use std::ptr;

use chrono::{Datelike, Days, NaiveDate};
use dms_rules::catalogue;
use serde_json::{Map, Value};

use crate::given::Given;
use crate::header::{KNOWN, Kind, Member, Struct};

/// What a member says.
enum Meaning {
    OneOf(Vec<(String, i64)>),
    Set(Vec<(String, i64)>),
    YesNo,
    Number,
    Long,
    Date,
    Clock,
    Time,
    Text,
    Record(Vec<Fact>),
}

/// A member of a struct of facts, and the flag that says whether it is known.
struct Fact {
    name: String,
    at: usize,
    /// Where its length lies, that of a text.
    length: usize,
    flag: Option<usize>,
    meaning: Meaning,
}

/// A struct of facts that is known.
pub struct Form {
    /// Its size.
    pub size: usize,
    facts: Vec<Fact>,
}

impl Form {
    /// The struct of this name, which holds the facts of this decision.
    #[must_use]
    pub fn of(name: &str, decision: &str) -> Self {
        let whole = KNOWN.structure(name);
        let schema = catalogue::schema(decision).expect("a decision of the catalogue");
        Self { size: whole.size, facts: facts(whole, &schema, &schema) }
    }

    /// Every name that a refusal may give for a fact: `vin`, `vin_length`, `has_reading_km`, `state.kind`.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let mut names = vec!["size".to_owned(), "facts".to_owned()];
        named(&self.facts, "", &mut names);
        names
    }
}

fn named(facts: &[Fact], before: &str, names: &mut Vec<String>) {
    for fact in facts {
        let name = &fact.name;
        names.extend([format!("{before}{name}"), format!("{before}has_{name}")]);
        match &fact.meaning {
            Meaning::Text => names.push(format!("{before}{name}_length")),
            Meaning::Time => names.push(format!("{before}{name}.has_offset")),
            Meaning::Record(members) => named(members, &format!("{before}{name}."), names),
            _ => {}
        }
    }
}

fn facts(whole: &Struct, schema: &Value, root: &Value) -> Vec<Fact> {
    let is_beside = |member: &Member| {
        let of = |start: &str, end: &str| {
            let name = member.name.strip_prefix(start).and_then(|name| name.strip_suffix(end));
            name.is_some_and(|name| whole.member(name).is_some())
        };
        member.name == "size" || of("has_", "") || member.kind == Kind::Size && of("", "_length")
    };
    let facts = whole.members.iter().filter(|member| !is_beside(member)).map(|member| {
        let name = &member.name;
        let beside = |name: String| whole.member(&name).map(|member| member.at);
        Fact {
            name: name.clone(),
            at: member.at,
            length: beside(format!("{name}_length")).unwrap_or_default(),
            flag: beside(format!("has_{name}")),
            meaning: meaning(member, property(schema, name, root), root),
        }
    });
    facts.collect()
}

/// The schema of a property, wherever it is defined.
fn property<'s>(schema: &'s Value, name: &str, root: &'s Value) -> &'s Value {
    let of = &schema["properties"][name];
    let named = of.get("$ref").or_else(|| of["anyOf"][0].get("$ref")).and_then(Value::as_str);
    named.map_or(of, |named| root.pointer(named.trim_start_matches('#')).expect("a definition"))
}

fn meaning(member: &Member, schema: &Value, root: &Value) -> Meaning {
    let names = || {
        let names = if schema["items"].is_null() { &schema["enum"] } else { &schema["items"]["enum"] };
        let names: Vec<_> = names.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let given = member.numbers.as_deref().unwrap_or_else(|| panic!("{member:?} has no numbers"));
        // Where the description names each value, it begins with one of them.
        let of = |name: &&str| given.strip_suffix(name.to_uppercase().as_str());
        let prefix = names.iter().find_map(of).unwrap_or(given);
        let number = |name: &str| KNOWN.number(&format!("{prefix}{}", name.to_uppercase()));
        names.iter().map(|name| ((*name).to_owned(), number(name).into())).collect()
    };
    let is = |kind: &str| schema["type"] == kind || schema["type"][0] == kind;
    match &member.kind {
        Kind::Struct(name) if name == "dms_time" => Meaning::Time,
        Kind::Struct(name) => Meaning::Record(facts(KNOWN.structure(name), schema, root)),
        Kind::Text => Meaning::Text,
        Kind::Int64 => Meaning::Long,
        Kind::Uint32 if is("array") => Meaning::Set(names()),
        Kind::Int32 if schema.get("enum").is_some() => Meaning::OneOf(names()),
        Kind::Int32 if is("boolean") => Meaning::YesNo,
        Kind::Int32 if schema["format"] == "date" => Meaning::Date,
        Kind::Int32 if schema["format"] == "partial-time" => Meaning::Clock,
        Kind::Int32 | Kind::Uint32 if is("integer") => Meaning::Number,
        other => panic!("{}: {other:?} {schema}", member.name),
    }
}

impl Form {
    /// Where numbers lie, those of records within too.
    #[must_use]
    pub fn numbers(&self) -> Vec<usize> {
        let mut places = Vec::new();
        numbers(&self.facts, 0, &mut places);
        places
    }

    /// Where texts lie: the pointer, and the length.
    #[must_use]
    pub fn texts(&self) -> Vec<(usize, usize)> {
        let mut places = Vec::new();
        texts(&self.facts, 0, &mut places);
        places
    }
}

fn numbers(facts: &[Fact], from: usize, places: &mut Vec<usize>) {
    for fact in facts {
        let at = from + fact.at;
        places.extend(fact.flag.map(|flag| from + flag));
        match &fact.meaning {
            Meaning::Text => {}
            Meaning::Time => places.extend([at, at + 4, at + 8, at + 12]),
            Meaning::Record(members) => numbers(members, at, places),
            _ => places.push(at),
        }
    }
}

fn texts(facts: &[Fact], from: usize, places: &mut Vec<(usize, usize)>) {
    for fact in facts {
        match &fact.meaning {
            Meaning::Text => places.push((from + fact.at, from + fact.length)),
            Meaning::Record(members) => texts(members, from + fact.at, places),
            _ => {}
        }
    }
}

/// How the times of a call carry offsets: all alike, as they should, or each as it likes.
#[derive(Clone, Copy)]
enum Offsets {
    None,
    All,
    Each,
}

/// A struct that was filled in.
pub struct Filled {
    /// The struct, its size set.
    pub bytes: Vec<u8>,
    /// What its texts point to, each as long as its length says, so that a byte read behind it is seen.
    texts: Vec<Box<[u8]>>,
    /// The same facts in JSON; none where JSON has no way to say them, and then they are refused.
    pub json: Option<Value>,
}

/// Fills in a struct.
pub fn fill(form: &Form, given: &mut Given<'_>) -> Filled {
    let offsets = match given.byte() % 8 {
        0..=3 => Offsets::None,
        4..=6 => Offsets::All,
        _ => Offsets::Each,
    };
    let mut filled = Filled { bytes: vec![0; form.size], texts: Vec::new(), json: None };
    filled.put(0, (form.size as u32).to_ne_bytes());
    filled.json = filled.record(&form.facts, 0, offsets, given);
    filled
}

impl Filled {
    /// Puts a number where it does not belong.
    pub fn put<const N: usize>(&mut self, at: usize, bytes: [u8; N]) {
        self.bytes[at..at + N].copy_from_slice(&bytes);
    }

    /// A pointer, not its address alone: what it points to goes with it.
    pub fn point(&mut self, at: usize, pointer: *const u8) {
        let place = &mut self.bytes[at..at + size_of::<*const u8>()];
        // SAFETY: the place is as long as a pointer.
        unsafe { place.as_mut_ptr().cast::<*const u8>().write_unaligned(pointer) };
    }

    fn record(&mut self, facts: &[Fact], from: usize, offsets: Offsets, given: &mut Given<'_>) -> Option<Value> {
        let mut sayable = true;
        let mut object = Map::new();
        for fact in facts {
            let said = self.fact(fact, from, offsets, given);
            let flag = fact.flag.map(|at| (at, flag(given)));
            if let Some((at, flag)) = flag {
                self.put(from + at, flag.to_ne_bytes());
            }
            match (flag, said) {
                // What is not known is not looked at, whatever it is.
                (Some((_, 0)), _) => {}
                (None | Some((_, 1)), Some(said)) => {
                    object.insert(fact.name.clone(), said);
                }
                _ => sayable = false,
            }
        }
        sayable.then_some(Value::Object(object))
    }

    fn fact(&mut self, fact: &Fact, from: usize, offsets: Offsets, given: &mut Given<'_>) -> Option<Value> {
        let at = from + fact.at;
        match &fact.meaning {
            Meaning::OneOf(names) => {
                let number = match given.byte() {
                    choice @ 0..=239 => names[usize::from(choice) % names.len()].1 as i32,
                    _ => given.int(),
                };
                self.put(at, number.to_ne_bytes());
                // Any other name is as unknown to JSON as the number is to C.
                let name = names.iter().find(|(_, known)| *known == i64::from(number));
                Some(name.map_or("nothing", |(name, _)| name).into())
            }
            Meaning::Set(names) => {
                let bits = if given.byte() < 240 { u32::from(given.short()) } else { given.int() as u32 };
                self.put(at, bits.to_ne_bytes());
                let all = names.iter().fold(0, |all, (_, bit)| all | *bit as u32);
                let named = names.iter().filter(|(_, bit)| bits & *bit as u32 != 0);
                let list = named.map(|(name, _)| name.as_str().into()).collect();
                (bits & !all == 0).then_some(Value::Array(list))
            }
            Meaning::YesNo => {
                let number = flag(given);
                self.put(at, number.to_ne_bytes());
                matches!(number, 0 | 1).then(|| (number == 1).into())
            }
            Meaning::Number => {
                let number = number(given);
                self.put(at, number.to_ne_bytes());
                // An attempt has no sign.
                Some(if fact.name == "attempt" { (number as u32).into() } else { number.into() })
            }
            Meaning::Long => {
                let number = if given.byte() < 192 { number(given).into() } else { given.long() };
                self.put(at, number.to_ne_bytes());
                Some(number.into())
            }
            Meaning::Date => {
                let date = date(given);
                self.put(at, date.to_ne_bytes());
                said_date(date).map(Value::from)
            }
            Meaning::Clock => {
                let time = clock(given);
                self.put(at, time.to_ne_bytes());
                said_clock(time).map(Value::from)
            }
            Meaning::Time => {
                let at_once = [
                    date(given),
                    clock(given),
                    match offsets {
                        Offsets::None => 0,
                        Offsets::All => 1,
                        Offsets::Each => flag(given),
                    },
                    offset(given),
                ];
                for (place, number) in at_once.into_iter().enumerate() {
                    self.put(at + 4 * place, number.to_ne_bytes());
                }
                said_time(at_once).map(Value::from)
            }
            Meaning::Text => {
                let (pointer, length, said) = self.text(given);
                self.point(at, pointer);
                self.put(from + fact.length, length.to_ne_bytes());
                said.map(Value::from)
            }
            Meaning::Record(members) => self.record(members, at, offsets, given),
        }
    }

    /// A text: where it lies, its length, and what it says.
    fn text(&mut self, given: &mut Given<'_>) -> (*const u8, usize, Option<String>) {
        const SAMPLES: [&str; 6] = ["", " ", "WVWZZZ1JZ3W386752", "1M8GDM9AXKP042788", "BE0403019261", "0403.019.261"];
        let bytes = match given.byte() {
            length @ 0..=159 => given.at_most(usize::from(length % 40)).to_vec(),
            160..=239 => given.one_of(&SAMPLES).as_bytes().to_vec(),
            240..=247 => vec![b'1'; usize::from(given.short())],
            248..=251 => return (ptr::null(), usize::from(given.byte()), None),
            // Longer than any text can be; such a length is refused, and nothing is read.
            _ => {
                let length = isize::MAX as usize + 1 + usize::from(given.byte());
                return (ptr::dangling(), length, None);
            }
        };
        let text = bytes.into_boxed_slice();
        let said = str::from_utf8(&text).ok().map(str::to_owned);
        let length = text.len();
        self.texts.push(text);
        (self.texts[self.texts.len() - 1].as_ptr(), length, said)
    }
}

/// 1 or 0, rarely something else.
fn flag(given: &mut Given<'_>) -> i32 {
    match given.byte() {
        choice @ 0..=247 => i32::from(choice % 2),
        _ => given.int(),
    }
}

/// Mostly near the limits that numbers have.
fn number(given: &mut Given<'_>) -> i32 {
    const EDGES: [i32; 10] = [-1, 0, 1, 9_999_999, 10_000_000, 65_535, 65_536, i32::MAX, i32::MIN, 12];
    match given.byte() {
        0..=63 => i32::from(given.byte()),
        64..=127 => i32::from(given.short()),
        128..=191 => given.int() & 0xff_ffff,
        192..=223 => *given.one_of(&EDGES),
        _ => given.int(),
    }
}

fn date(given: &mut Given<'_>) -> i32 {
    const EDGES: [i32; 10] =
        [0, 101, 10_101, 99_991_231, 100_000_101, 20_260_229, 20_240_229, 19_000_229, 20_261_131, -20_261_121];
    let first = |day: NaiveDate| day.year() * 10_000 + (day.month() * 100 + day.day()) as i32;
    match given.byte() {
        // Dates that lie near each other, as those of a job do.
        near @ 0..=127 => {
            first(NaiveDate::from_ymd_opt(2026, 11, 1).expect("a date") + Days::new(u64::from(near % 64)))
        }
        128..=207 => first(NaiveDate::from_ymd_opt(1990, 1, 1).expect("a date") + Days::new(given.short().into())),
        208..=239 => *given.one_of(&EDGES),
        _ => given.int(),
    }
}

fn clock(given: &mut Given<'_>) -> i32 {
    const EDGES: [i32; 6] = [0, 235_959, 240_000, 236_000, 235_960, -1];
    match given.byte() {
        0..=207 => {
            let second = u32::from(given.short()) * 4 / 3 % 86_400;
            (second / 3600 * 10_000 + second / 60 % 60 * 100 + second % 60) as i32
        }
        208..=239 => *given.one_of(&EDGES),
        _ => given.int(),
    }
}

fn offset(given: &mut Given<'_>) -> i32 {
    const EDGES: [i32; 6] = [18 * 60, -18 * 60, 18 * 60 + 1, 0, -1, 5 * 60 + 45];
    match given.byte() {
        choice @ 0..=191 => i32::from(choice % 3) * 60,
        192..=239 => *given.one_of(&EDGES),
        _ => given.int(),
    }
}

/// A date however impossible, as JSON writes it; none where it has more digits than a date.
fn said_date(date: i32) -> Option<String> {
    (0..=99_999_999).contains(&date).then(|| format!("{:04}-{:02}-{:02}", date / 10_000, date / 100 % 100, date % 100))
}

fn said_clock(time: i32) -> Option<String> {
    (0..=999_999).contains(&time).then(|| format!("{:02}:{:02}:{:02}", time / 10_000, time / 100 % 100, time % 100))
}

/// A `dms_time` as JSON writes it.
#[must_use]
pub fn said_time([date, time, has_offset, offset]: [i32; 4]) -> Option<String> {
    let clock = format!("{}T{}", said_date(date)?, said_clock(time)?);
    match (has_offset, offset) {
        (0, _) => Some(clock),
        (1, 0) => Some(clock + "Z"),
        (1, -5999..=5999) => {
            let sign = if offset < 0 { '-' } else { '+' };
            Some(format!("{clock}{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60))
        }
        _ => None,
    }
}

/// What a struct of results says, held against an outcome in JSON.
pub struct Answered<'r> {
    /// The struct.
    pub whole: &'r Struct,
    /// Its bytes.
    pub bytes: &'r [u8],
}

impl Answered<'_> {
    fn int(&self, at: usize) -> i32 {
        i32::from_ne_bytes(self.bytes[at..at + 4].try_into().expect("four bytes"))
    }

    /// A number of the struct.
    #[must_use]
    pub fn number(&self, member: &str) -> Option<i32> {
        self.whole.member(member).map(|member| self.int(member.at))
    }

    fn size(&self, at: usize) -> usize {
        usize::from_ne_bytes(self.bytes[at..at + size_of::<usize>()].try_into().expect("the bytes of a size"))
    }

    /// The member of this name says what JSON says; a name that the struct does not have says nothing.
    pub fn holds(&self, name: &str, value: &Value) {
        let Some(member) = self.whole.member(name) else { return };
        let at = member.at;
        let flag = self.number(&format!("has_{name}"));
        if value.is_null() {
            assert!(flag.is_none_or(|flag| flag == 0), "{name} is not known to JSON");
            let numbers = self.bytes[at..at + 4].iter().all(|byte| *byte == 0);
            assert!(numbers, "{name} is not known to JSON and something in C");
            return;
        }
        assert!(flag.is_none_or(|flag| flag == 1), "{name} is {value} in JSON and not known in C");
        match (&member.kind, value) {
            (Kind::Int32, Value::Bool(yes)) => assert_eq!(self.int(at), i32::from(*yes), "{name}"),
            (Kind::Int32, Value::Number(number)) => assert_eq!(Some(self.int(at).into()), number.as_i64(), "{name}"),
            (Kind::Uint32, Value::Number(number)) => {
                assert_eq!(Some((self.int(at) as u32).into()), number.as_u64(), "{name}");
            }
            (Kind::Int32, Value::String(text)) => {
                let number = self.int(at);
                let said = match &member.numbers {
                    // `class_a` is DMS_INSPECTION_CLASS_A.
                    Some(first) => {
                        let prefix = first.rsplit_once('_').expect("a prefix").0;
                        let mut named = KNOWN.names(prefix).filter(|(_, known)| *known == i64::from(number));
                        named
                            .any(|(rest, _)| format!("{prefix}{rest}").to_lowercase().ends_with(text))
                            .then(|| text.clone())
                    }
                    None if text.contains(':') => said_clock(number),
                    None => said_date(number),
                };
                assert_eq!(said.as_ref(), Some(text), "{name}");
            }
            (Kind::Struct(time), Value::String(text)) if time == "dms_time" => {
                let said = said_time([self.int(at), self.int(at + 4), self.int(at + 8), self.int(at + 12)]);
                assert_eq!(said.as_ref(), Some(text), "{name}");
            }
            // A day and a time of day lie side by side, `start_of_work` and `start_of_work_time`.
            (Kind::Int32, Value::Object(parts)) => {
                assert_eq!(said_date(self.int(at)).as_deref(), parts["date"].as_str(), "{name}");
                self.holds(&format!("{name}_time"), &parts["time"]);
            }
            (Kind::Struct(inner), Value::Object(members)) => {
                let inner = Answered { whole: KNOWN.structure(inner), bytes: &self.bytes[at..] };
                for (name, value) in members {
                    inner.holds(name, value);
                }
            }
            (Kind::Uint32, Value::Array(names)) => {
                let numbers: BTreeMap<_, _> = KNOWN.names(member.numbers.as_deref().expect("numbers")).collect();
                let set = names.iter().fold(0, |set, name| set | numbers[name.as_str().expect("a name")]);
                assert_eq!(i64::from(self.int(at) as u32), set, "{name}");
            }
            (Kind::Buffer(room), Value::String(text)) => {
                // A NUL of the facts may stand inside where a length says how far the text goes.
                let length = self.whole.member(&format!("{name}_length")).map(|length| self.size(length.at));
                let bytes = &self.bytes[at..at + room];
                let end = length.or_else(|| bytes.iter().position(|byte| *byte == 0)).expect("a closing NUL");
                assert_eq!((&bytes[..end], bytes[end]), (text.as_bytes(), 0), "{name}");
            }
            (Kind::Text, Value::String(text)) => {
                let length = self.whole.member(&format!("{name}_length")).expect("a length").at;
                let place = &self.bytes[at..at + size_of::<*const u8>()];
                // SAFETY: the place is as long as a pointer, and the text lies in the facts, which are still there.
                let bytes = unsafe {
                    let pointer = place.as_ptr().cast::<*const u8>().read_unaligned();
                    std::slice::from_raw_parts(pointer, self.size(length))
                };
                assert_eq!(str::from_utf8(bytes), Ok(text.as_str()), "{name}");
            }
            other => panic!("{name}: {other:?}"),
        }
    }
}
