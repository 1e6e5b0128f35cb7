//! Reading facts from JSON: strictly, and with an error that names the field.
//!
//! The facts' own `Deserialize` says which fields there are. What is added here is the order in which faults are found
//! (the first in field order is reported), the error codes, strict dates and times, and the refusal of a key that stands
//! twice, which a map would silently swallow.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;
use std::ops::RangeInclusive;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeZone};
use serde::de::{
    self, Deserialize, DeserializeSeed, Deserializer, Expected, MapAccess, SeqAccess, Unexpected, Visitor,
};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::error::{Error, ErrorCode};
use crate::table::Reason;
use crate::value::{Cents, Closed, EnterpriseNumber, Few, Latest, OdometerReading, Set, Vin};

/// Most facts have no more fields: room for them is made at once.
const USUAL_FIELDS: usize = 12;

/// A JSON text, every key kept in the order in which it stands.
#[derive(Clone, Debug)]
pub(crate) enum Json<'a> {
    Null,
    Bool(bool),
    Unsigned(u64),
    Negative(i64),
    Float(f64),
    Text(Cow<'a, str>),
    List(Vec<Json<'a>>),
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
    /// A day in a column, counted from 1970-01-01. JSON writes text.
    #[cfg_attr(not(feature = "columns"), allow(dead_code, reason = "stands in columns alone"))]
    Day(i32),
    /// A reading of the clock on the wall in a column, in nanoseconds since 1970-01-01T00:00:00. JSON writes text.
    #[cfg_attr(not(feature = "columns"), allow(dead_code, reason = "stands in columns alone"))]
    Time(i128),
}

/// Reads one JSON value that is all of `text`.
pub(crate) fn read_text<R>(text: &str, read: impl FnOnce(&Json<'_>) -> Result<R, Error>) -> Result<R, Error> {
    let malformed = |error: serde_json::Error| Error::whole(ErrorCode::MalformedJson, error.to_string());
    match serde_json::from_str(text) {
        Ok(json) => read(&json),
        // JSON itself knows no such limit: the field is named that has the number.
        Err(error) if error.to_string().starts_with("number out of range") => {
            read(&serde_json::from_str(&within_floats(text)).map_err(malformed)?)
        }
        Err(error) => Err(malformed(error)),
    }
}

/// The same JSON with each number that is too large for a float as one that no fact takes either; as long as before, so
/// that places in messages stay true.
fn within_floats(text: &str) -> String {
    let mut within = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['"', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']) {
        within.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = if let Some(text) = rest.strip_prefix('"') {
            let mut escaped = false;
            let closing = text.find(|character| {
                let closes = character == '"' && !escaped;
                escaped = character == '\\' && !escaped;
                closes
            });
            closing.map_or(rest.len(), |closing| closing + 2)
        } else {
            rest.find(|part: char| !matches!(part, '0'..='9' | '-' | '+' | '.' | 'e' | 'E')).unwrap_or(rest.len())
        };
        let (value, behind) = rest.split_at(end);
        let finite = match value.parse::<f64>() {
            Ok(f64::INFINITY) => "1e300",
            Ok(f64::NEG_INFINITY) => "-1e300",
            _ => value,
        };
        within.push_str(finite);
        within.extend(std::iter::repeat_n(' ', value.len() - finite.len()));
        rest = behind;
    }
    within + rest
}

impl<'a> Json<'a> {
    /// What stands under a key that an object has once.
    pub(crate) fn once(&self, key: &'static str) -> Result<&Self, Error> {
        let mut found = self.under(key);
        match (found.next(), found.next()) {
            (Some(value), None) => Ok(value),
            (None, _) => Err(Error::new(ErrorCode::MissingField, key, "this is needed and is not given")),
            (Some(_), Some(_)) => Err(Error::new(ErrorCode::MalformedJson, key, "the key stands twice")),
        }
    }

    /// The text that stands under a key, if one does.
    pub(crate) fn text(&self, key: &'static str) -> Option<String> {
        let mut found = self.under(key);
        match (found.next(), found.next()) {
            (Some(Self::Text(text)), None) => Some(text.clone().into_owned()),
            _ => None,
        }
    }

    /// All that stands under a key.
    fn under(&self, key: &'static str) -> impl Iterator<Item = &Self> {
        let entries = match self {
            Self::Object(entries) => entries.as_slice(),
            _ => &[],
        };
        entries.iter().filter(move |(name, _)| name == key).map(|(_, value)| value)
    }

    /// The same object, only with those of its keys that are wanted; anything else as it is.
    pub(crate) fn only(&self, wanted: impl Fn(&str) -> bool) -> Self {
        match self {
            Self::Object(entries) => Self::Object(entries.iter().filter(|(key, _)| wanted(key)).cloned().collect()),
            other => other.clone(),
        }
    }

    fn unexpected(&self) -> Unexpected<'_> {
        match self {
            Self::Null => Unexpected::Other("null"),
            Self::Bool(value) => Unexpected::Bool(*value),
            Self::Unsigned(value) => Unexpected::Unsigned(*value),
            Self::Negative(value) => Unexpected::Signed(*value),
            Self::Float(value) => Unexpected::Float(*value),
            Self::Text(text) => Unexpected::Str(text),
            Self::List(_) => Unexpected::Seq,
            Self::Object(_) => Unexpected::Map,
            Self::Day(_) => Unexpected::Other("a date"),
            Self::Time(_) => Unexpected::Other("a time"),
        }
    }
}

impl<'de> Deserialize<'de> for Json<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;

        impl<'de> Visitor<'de> for Any {
            type Value = Json<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("JSON")
            }

            fn visit_unit<E>(self) -> Result<Json<'de>, E> {
                Ok(Json::Null)
            }

            fn visit_bool<E>(self, value: bool) -> Result<Json<'de>, E> {
                Ok(Json::Bool(value))
            }

            fn visit_u64<E>(self, value: u64) -> Result<Json<'de>, E> {
                Ok(Json::Unsigned(value))
            }

            fn visit_i64<E>(self, value: i64) -> Result<Json<'de>, E> {
                Ok(u64::try_from(value).map_or(Json::Negative(value), Json::Unsigned))
            }

            fn visit_f64<E>(self, value: f64) -> Result<Json<'de>, E> {
                Ok(Json::Float(value))
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Json<'de>, E> {
                Ok(Json::Text(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Json<'de>, E> {
                Ok(Json::Text(Cow::Owned(text.to_owned())))
            }

            fn visit_string<E>(self, text: String) -> Result<Json<'de>, E> {
                Ok(Json::Text(Cow::Owned(text)))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json<'de>, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = items.next_element()? {
                    list.push(item);
                }
                Ok(Json::List(list))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json<'de>, A::Error> {
                let mut object = Vec::with_capacity(USUAL_FIELDS);
                while let Some(Json::Text(key)) = entries.next_key()? {
                    object.push((key, entries.next_value()?));
                }
                Ok(Json::Object(object))
            }
        }

        deserializer.deserialize_any(Any)
    }
}

/// Reads facts from an object.
pub(crate) fn read<'de, F: Deserialize<'de>>(facts: &'de Json<'de>) -> Result<F, Error> {
    read_as(facts, "facts")
}

/// Reads an object; `whole` names it where no field of it is at fault.
pub(crate) fn read_as<'de, F: Deserialize<'de>>(object: &'de Json<'de>, whole: &'static str) -> Result<F, Error> {
    F::deserialize(FactJson(Some(object))).map_err(|fault| fault.or_at(whole))
}

/// Reads facts from a row of columns: a cell for each fact, in the order in which the facts declare them.
#[cfg(feature = "columns")]
pub(crate) fn read_row<'de, F: Deserialize<'de>>(cells: &'de [Json<'de>]) -> Result<F, Error> {
    F::deserialize(Row(cells)).map_err(|fault| fault.or_at("facts"))
}

#[cold]
#[inline(never)]
fn unknown_field(key: &str, fields: &[&str]) -> Fault {
    Fault::new(ErrorCode::UnknownField, format!("no such field; expected {}", fields.join(", "))).below(key)
}

type Entries<'a> = [(Cow<'a, str>, Json<'a>)];

/// What an object has, for facts with these fields, and whether every key is known to be one of them and to stand once.
#[inline(never)]
fn object<'de>(given: FactJson<'de>, fields: &[&str]) -> Result<(&'de Entries<'de>, bool), Fault> {
    let Json::Object(entries) = given.known()? else {
        return Err(de::Error::invalid_type(given.known()?.unexpected(), &"an object"));
    };
    let orderly = each_known_once(entries, fields);
    if !orderly {
        no_key_twice(entries)?;
    }
    Ok((entries, orderly))
}

/// Refuses the first key that is no field.
#[inline(never)]
fn each_known(entries: &Entries<'_>, fields: &[&str]) -> Result<(), Fault> {
    let unknown = entries.iter().find(|(key, _)| !fields.contains(&key.as_ref()));
    unknown.map_or(Ok(()), |(key, _)| Err(unknown_field(key, fields)))
}

/// Whether every key is a field and stands once. Found quickly where the keys stand in the order of the fields, as most
/// do; where not, what is wrong is looked for thoroughly.
fn each_known_once(entries: &Entries<'_>, fields: &[&str]) -> bool {
    let mut later = fields.iter();
    entries.iter().all(|(key, _)| later.any(|field| field == key))
}

/// A key that stands twice is refused: which of the two was meant would be a guess. However many keys there are, each is
/// looked up in a set.
fn no_key_twice(entries: &Entries<'_>) -> Result<(), Fault> {
    let mut earlier = BTreeSet::new();
    match entries.iter().find(|(key, _)| !earlier.insert(key.as_ref())) {
        Some((key, _)) => Err(Fault::new(ErrorCode::MalformedJson, "the key stands twice".to_owned()).below(key)),
        None => Ok(()),
    }
}

/// What is given for a fact, or that nothing is. `null` is the same as nothing: unknown.
#[derive(Clone, Copy)]
struct FactJson<'de>(Option<&'de Json<'de>>);

impl<'de> FactJson<'de> {
    fn known(self) -> Result<&'de Json<'de>, Fault> {
        self.0.filter(|value| !matches!(value, Json::Null)).ok_or_else(missing)
    }

    fn is_known(self) -> bool {
        !matches!(self.0, None | Some(Json::Null))
    }
}

#[cold]
#[inline(never)]
fn missing() -> Fault {
    Fault::new(ErrorCode::MissingField, "this fact is needed and is not given".to_owned())
}

impl<'de> Deserializer<'de> for FactJson<'de> {
    type Error = Fault;

    /// Not inlined, for facts of one type are read alike wherever they stand.
    #[inline(never)]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.known()? {
            Json::Null => visitor.visit_unit(),
            Json::Bool(value) => visitor.visit_bool(*value),
            Json::Unsigned(value) => visitor.visit_u64(*value),
            Json::Negative(value) => visitor.visit_i64(*value),
            Json::Float(value) => visitor.visit_f64(*value),
            Json::Text(text) => visitor.visit_borrowed_str(text),
            Json::Day(days) => visitor.visit_i32(*days),
            Json::Time(nanoseconds) => visitor.visit_i128(*nanoseconds),
            other @ (Json::List(_) | Json::Object(_)) => Err(de::Error::invalid_type(other.unexpected(), &visitor)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.is_known() { visitor.visit_some(self) } else { visitor.visit_none() }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _name: &'static str, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.known()? {
            Json::List(items) => visitor.visit_seq(InOrder { items, place: 0 }),
            other => Err(de::Error::invalid_type(other.unexpected(), &"a list")),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let (entries, orderly) = object(self, fields)?;
        let facts = visitor.visit_map(InFieldOrder { entries, fields, place: 0, found: 0 })?;
        if !orderly {
            each_known(entries, fields)?;
        }
        Ok(facts)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        tuple tuple_struct map enum identifier ignored_any
    }
}

/// The entries of an object, offered in the order in which the facts declare their fields. A field that is not given is
/// offered too, as nothing, so that the first fault in field order is found whether it is a value or the lack of one: a
/// fact with a default must therefore be read as an `Option`.
struct InFieldOrder<'de> {
    entries: &'de Entries<'de>,
    fields: &'static [&'static str],
    /// The field after the one whose key was given last.
    place: usize,
    /// The entry after the one that was found last: the next field mostly stands there.
    found: usize,
}

impl<'de> InFieldOrder<'de> {
    /// The field whose key was given last, and what stands under it.
    #[inline(never)]
    fn given(&mut self) -> (&'static str, FactJson<'de>) {
        let field = self.fields[self.place - 1];
        let (before, after) = self.entries.split_at(self.found);
        let mut places = (self.found..).zip(after).chain((0..).zip(before));
        let given = places.find(|(_, (key, _))| key == field).map(|(place, (_, value))| {
            self.found = place + 1;
            value
        });
        (field, FactJson(given))
    }
}

impl<'de> MapAccess<'de> for InFieldOrder<'de> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        if self.place == self.fields.len() {
            return Ok(None);
        }
        self.place += 1;
        // The facts know their fields by their places too.
        seed.deserialize(de::value::U64Deserializer::new(self.place as u64 - 1)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let (field, given) = self.given();
        seed.deserialize(given).map_err(|fault| fault.below(field))
    }
}

/// A row of columns. Which column stands for which fact was found before, so that no key is looked for here.
#[cfg(feature = "columns")]
struct Row<'de>(&'de [Json<'de>]);

#[cfg(feature = "columns")]
impl<'de> Deserializer<'de> for Row<'de> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_struct("", &[], visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_seq(Cells { cells: self.0, fields, place: 0 })
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

/// The cells of a row; a fault names the fact.
#[cfg(feature = "columns")]
struct Cells<'de> {
    cells: &'de [Json<'de>],
    fields: &'static [&'static str],
    place: usize,
}

#[cfg(feature = "columns")]
impl<'de> SeqAccess<'de> for Cells<'de> {
    type Error = Fault;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        let Some(cell) = self.cells.get(self.place) else { return Ok(None) };
        let field = self.fields.get(self.place);
        self.place += 1;
        seed.deserialize(FactJson(Some(cell))).map(Some).map_err(|fault| fault.below(field.unwrap_or(&"facts")))
    }
}

/// The items of a list; a fault names the item's place, counted from 0.
struct InOrder<'de> {
    items: &'de [Json<'de>],
    place: usize,
}

impl<'de> SeqAccess<'de> for InOrder<'de> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        let Some(item) = self.items.get(self.place) else { return Ok(None) };
        let place = self.place;
        self.place += 1;
        seed.deserialize(FactJson(Some(item))).map(Some).map_err(|fault| fault.at(place))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len() - self.place)
    }
}

/// What serde finds wrong. It lies apart: what is passed on from each fact that is read stays small.
#[derive(Debug)]
struct Fault(Box<Found>);

/// The code under which a fault will be reported, and the way to the field, such as `orders[2].vin`.
#[derive(Debug)]
struct Found {
    code: ErrorCode,
    field: String,
    detail: String,
}

impl Fault {
    #[cold]
    #[inline(never)]
    fn new(code: ErrorCode, detail: String) -> Self {
        Self(Box::new(Found { code, field: String::new(), detail }))
    }

    /// The same fault, seen from one step above.
    #[cold]
    #[inline(never)]
    fn below(mut self, step: &str) -> Self {
        let Found { field, .. } = &mut *self.0;
        let dot = if field.is_empty() || field.starts_with('[') { "" } else { "." };
        *field = format!("{step}{dot}{field}");
        self
    }

    /// The same fault, seen from the list in which the item has this place.
    #[cold]
    #[inline(never)]
    fn at(self, place: usize) -> Self {
        self.below(&format!("[{place}]"))
    }

    /// The refusal; where no field is at fault but the whole, `whole` names it.
    #[cold]
    #[inline(never)]
    fn or_at(self, whole: &'static str) -> Error {
        let Found { code, field, detail } = *self.0;
        let field = if field.is_empty() { Cow::Borrowed(whole) } else { Cow::Owned(field) };
        Error::new(code, field, detail)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.0.field, self.0.detail)
    }
}

impl std::error::Error for Fault {}

impl de::Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(ErrorCode::WrongType, message.to_string())
    }

    #[cold]
    #[inline(never)]
    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let wording = wording(expected);
        // JSON knows numbers, not integers: what is whole but beyond 64 bits arrives as a float.
        let code = match found {
            Unexpected::Float(number) if wording.starts_with(WHOLE_NUMBER) && is_beyond_64_bits(number) => {
                ErrorCode::OutOfRange
            }
            _ => ErrorCode::WrongType,
        };
        Self::new(code, format!("expected {wording}, found {}", in_json(found)))
    }

    /// What a record does not say in spite of its kind.
    #[cold]
    #[inline(never)]
    fn missing_field(field: &'static str) -> Self {
        Self::new(ErrorCode::MissingField, "this is needed here and is not given".to_owned()).below(field)
    }

    /// What a record says in spite of its kind.
    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        unknown_field(field, expected)
    }

    /// The values that are given as text and have limits of their own are dates and times.
    #[cold]
    #[inline(never)]
    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let code = match found {
            Unexpected::Str(_) => ErrorCode::InvalidDate,
            _ => ErrorCode::OutOfRange,
        };
        Self::new(code, format!("expected {}, found {}", wording(expected), in_json(found)))
    }

    #[cold]
    #[inline(never)]
    fn unknown_variant(found: &str, expected: &'static [&'static str]) -> Self {
        Self::new(ErrorCode::UnknownValue, format!("expected one of {}, found `{found}`", expected.join(", ")))
    }
}

const WHOLE_NUMBER: &str = "a whole number";

/// Whole numbers within 64 bits arrive as integers, so that a float at either end stands for one beyond it.
fn is_beyond_64_bits(number: f64) -> bool {
    number.fract() == 0.0 && (number <= -9_223_372_036_854_775_808.0 || number >= 18_446_744_073_709_551_616.0)
}

fn wording(expected: &dyn Expected) -> Cow<'static, str> {
    match expected.to_string().as_str() {
        "a boolean" => "true or false".into(),
        "a string" | "a borrowed string" => "a text".into(),
        "u16" => "a whole number from 0 to 65,535".into(),
        "a nonzero u32" => "a whole number from 1 to 4,294,967,295".into(),
        "u32" => "a whole number from 0 to 4,294,967,295".into(),
        "i32" => "a whole number of 32 bits".into(),
        "i64" => "a whole number of 64 bits".into(),
        other => other.to_owned().into(),
    }
}

/// What was found, in the words of JSON.
fn in_json(found: Unexpected<'_>) -> Cow<'static, str> {
    match found {
        Unexpected::Bool(value) => value.to_string().into(),
        Unexpected::Unsigned(number) => number.to_string().into(),
        Unexpected::Signed(number) => number.to_string().into(),
        Unexpected::Float(number) if number.abs() >= 1e300 => "a number of more than 300 digits".into(),
        Unexpected::Float(number) => format!("{number:?}").into(),
        Unexpected::Str(text) => format!("the text {text:?}").into(),
        Unexpected::Seq => "a list".into(),
        Unexpected::Map => "an object".into(),
        other => other.to_string().into(),
    }
}

/// Reads the name of an enum's value; names and values are in one order.
pub(crate) fn read_name<'de, D: Deserializer<'de>, N: Copy>(
    deserializer: D,
    names: &'static [&'static str],
    values: &'static [N],
) -> Result<N, D::Error> {
    Ok(values[place_of_name(deserializer, names)?])
}

/// Where the name that is read stands among those that are known.
#[inline(never)]
fn place_of_name<'de, D: Deserializer<'de>>(
    deserializer: D,
    names: &'static [&'static str],
) -> Result<usize, D::Error> {
    struct Name(&'static [&'static str]);

    impl<'de> Visitor<'de> for Name {
        type Value = Cow<'de, str>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "one of {}", self.0.join(", "))
        }

        fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Self::Value, E> {
            Ok(Cow::Borrowed(name))
        }

        fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
            Ok(Cow::Owned(name.to_owned()))
        }
    }

    let name = deserializer.deserialize_str(Name(names))?;
    names.iter().position(|known| *known == name).ok_or_else(|| de::Error::unknown_variant(&name, names))
}

/// Reads what may be left out or `null`, for this value.
pub(crate) fn or<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D, default: T) -> Result<T, D::Error> {
    Option::deserialize(deserializer).map(|given| given.unwrap_or(default))
}

/// Reads a whole number within limits; `unit` says what it counts.
pub(crate) fn within<'de, D: Deserializer<'de>>(
    deserializer: D,
    range: RangeInclusive<u16>,
    unit: &'static str,
) -> Result<u16, D::Error> {
    deserializer.deserialize_u16(Limits { range, unit })
}

/// Reads a whole number within limits that may be left out or `null`, for the default.
pub(crate) fn within_or<'de, D: Deserializer<'de>>(
    deserializer: D,
    range: RangeInclusive<u16>,
    unit: &'static str,
    default: u16,
) -> Result<u16, D::Error> {
    struct OrNothing(Limits);

    impl<'de> Visitor<'de> for OrNothing {
        type Value = Option<u16>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.expecting(f)
        }

        fn visit_none<E>(self) -> Result<Option<u16>, E> {
            Ok(None)
        }

        fn visit_unit<E>(self) -> Result<Option<u16>, E> {
            Ok(None)
        }

        fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<u16>, D::Error> {
            deserializer.deserialize_u16(self.0).map(Some)
        }
    }

    let given = deserializer.deserialize_option(OrNothing(Limits { range, unit }))?;
    Ok(given.unwrap_or(default))
}

/// Reads a list of at most so many; `unit` says what it holds.
pub(crate) fn at_most<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
    most: usize,
    unit: &'static str,
) -> Result<Vec<T>, D::Error> {
    let list = Vec::deserialize(deserializer)?;
    if list.len() > most {
        let found = Unexpected::Unsigned(list.len() as u64);
        return Err(de::Error::invalid_value(found, &format!("at most {most} {unit}").as_str()));
    }
    Ok(list)
}

/// A whole number within limits.
struct Limits {
    range: RangeInclusive<u16>,
    unit: &'static str,
}

impl Visitor<'_> for Limits {
    type Value = u16;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{WHOLE_NUMBER} of {} from {} to {}", self.unit, self.range.start(), self.range.end())
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<u16, E> {
        let within = u16::try_from(number).ok().filter(|number| self.range.contains(number));
        within.ok_or_else(|| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<u16, E> {
        u64::try_from(number)
            .map_err(|_| E::invalid_value(Unexpected::Signed(number), &self))
            .and_then(|number| self.visit_u64(number))
    }
}

/// Reads what stands as text, or is counted in a column, and is turned into a value, or is not one.
struct Written<T> {
    expected: &'static str,
    parse: fn(&str) -> Option<T>,
    count: fn(Count) -> Option<T>,
}

/// A date or a time as columns have it.
enum Count {
    /// Days since 1970-01-01.
    Days(i32),
    /// Nanoseconds since 1970-01-01T00:00:00 on the clock on the wall.
    Nanoseconds(i128),
}

impl Count {
    /// What a count may be that stands for nothing here.
    const BEYOND: Unexpected<'static> =
        Unexpected::Other("one outside the years 1 to 9999, or with a part of a microsecond");

    fn day(self) -> Option<NaiveDate> {
        let Self::Days(days) = self else { return None };
        let day = NaiveDate::from_num_days_from_ce_opt(days.checked_add(DAYS_TO_1970)?)?;
        is_of_the_calendar(day).then_some(day)
    }

    fn wall_clock(self) -> Option<NaiveDateTime> {
        const MICROSECOND: i128 = 1000;
        let Self::Nanoseconds(since) = self else { return None };
        let microseconds = i64::try_from(since / MICROSECOND).ok().filter(|_| since % MICROSECOND == 0)?;
        let at = DateTime::from_timestamp_micros(microseconds)?.naive_utc();
        is_of_the_calendar(at.date()).then_some(at)
    }
}

/// Days from the day before 0001-01-01 to 1970-01-01.
const DAYS_TO_1970: i32 = 719_163;

/// Years that four digits write.
fn is_of_the_calendar(day: NaiveDate) -> bool {
    (1..=9999).contains(&day.year())
}

impl<T> Visitor<'_> for Written<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        (self.parse)(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }

    fn visit_i32<E: de::Error>(self, days: i32) -> Result<T, E> {
        (self.count)(Count::Days(days)).ok_or_else(|| E::invalid_value(Count::BEYOND, &self))
    }

    fn visit_i128<E: de::Error>(self, nanoseconds: i128) -> Result<T, E> {
        (self.count)(Count::Nanoseconds(nanoseconds)).ok_or_else(|| E::invalid_value(Count::BEYOND, &self))
    }
}

const DATE: Written<NaiveDate> =
    Written { expected: "a date that exists, written YYYY-MM-DD", parse: parse_date, count: Count::day };

/// Reads a date.
pub(crate) fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    deserializer.deserialize_str(DATE)
}

/// Reads a date that may be left out or `null`.
pub(crate) fn optional_date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    #[derive(serde::Deserialize)]
    struct Date(#[serde(deserialize_with = "date")] NaiveDate);

    Ok(Option::<Date>::deserialize(deserializer)?.map(|date| date.0))
}

/// Reads a reading of the clock on the wall, without an offset, that may be left out or `null`.
pub(crate) fn optional_wall_clock<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<NaiveDateTime>, D::Error> {
    #[derive(serde::Deserialize)]
    struct WallClock(#[serde(deserialize_with = "wall_clock")] NaiveDateTime);

    fn wall_clock<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDateTime, D::Error> {
        deserializer.deserialize_str(Written {
            expected: "a time that exists, written YYYY-MM-DDTHH:MM:SS, without an offset",
            parse: |text| match JsonTime::parse(text)? {
                JsonTime::WallClock(at) => Some(at),
                JsonTime::Instant(_) => None,
            },
            count: Count::wall_clock,
        })
    }

    Ok(Option::<WallClock>::deserialize(deserializer)?.map(|at| at.0))
}

/// Reads a time of day, written `HH:MM:SS`, that may be left out or `null`.
pub(crate) fn optional_time_of_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveTime>, D::Error> {
    #[derive(serde::Deserialize)]
    struct TimeOfDay(#[serde(deserialize_with = "time_of_day")] NaiveTime);

    fn time_of_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveTime, D::Error> {
        deserializer.deserialize_str(Written {
            expected: "a time of day that exists, written HH:MM:SS",
            parse: |text| parse_clock(text, ""),
            count: |_| None,
        })
    }

    Ok(Option::<TimeOfDay>::deserialize(deserializer)?.map(|at| at.0))
}

/// `YYYY-MM-DD` and nothing else, years 0001 to 9999.
fn parse_date(text: &str) -> Option<NaiveDate> {
    let [a, b, c, d, b'-', e, f, b'-', g, h] = *text.as_bytes() else { return None };
    let year = i32::try_from(number(&[a, b, c, d])?).ok()?;
    let day = NaiveDate::from_ymd_opt(year, number(&[e, f])?, number(&[g, h])?)?;
    (year >= 1).then_some(day)
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0')))
}

/// A time as JSON writes it: with an offset from UTC where the zone matters, else the clock on the wall.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum JsonTime {
    WallClock(NaiveDateTime),
    Instant(DateTime<FixedOffset>),
}

impl JsonTime {
    const WRITTEN: Written<Self> = Written {
        expected: "a time that exists, written YYYY-MM-DDTHH:MM:SS, with an offset such as +01:00 or without",
        parse: Self::parse,
        count: |count| count.wall_clock().map(Self::WallClock),
    };

    /// `YYYY-MM-DDTHH:MM:SS`, then perhaps a fraction, then perhaps `Z` or `±HH:MM`.
    fn parse(text: &str) -> Option<Self> {
        let (date, rest) = text.split_at_checked(10)?;
        let (clock, rest) = rest.strip_prefix('T')?.split_at_checked(8)?;
        let fraction_len =
            rest.strip_prefix('.').map_or(0, |digits| 1 + digits.bytes().take_while(u8::is_ascii_digit).count());
        let (fraction, offset) = rest.split_at_checked(fraction_len)?;
        let at = parse_date(date)?.and_time(parse_clock(clock, fraction)?);
        if offset.is_empty() {
            return Some(Self::WallClock(at));
        }
        parse_offset(offset)?.from_local_datetime(&at).single().map(Self::Instant)
    }

    /// The clock on the wall, or a refusal because the first time was given so.
    pub(crate) fn wall_clock(self, field: &'static str) -> Result<NaiveDateTime, Error> {
        match self {
            Self::WallClock(at) => Ok(at),
            Self::Instant(_) => {
                Err(Error::new(ErrorCode::Contradiction, field, "expected no offset, as the first time given has none"))
            }
        }
    }

    /// The clock on the wall, or a refusal: columns hold nothing else, because their answers carry no offset.
    #[cfg(feature = "columns")]
    pub(crate) fn in_column(self, field: &'static str) -> Result<NaiveDateTime, Error> {
        match self {
            Self::WallClock(at) => Ok(at),
            Self::Instant(_) => {
                Err(Error::new(ErrorCode::InvalidDate, field, "expected the clock on the wall, without an offset"))
            }
        }
    }

    /// The instant, or a refusal because the first time was given so.
    pub(crate) fn instant(self, field: &'static str) -> Result<DateTime<FixedOffset>, Error> {
        match self {
            Self::Instant(at) => Ok(at),
            Self::WallClock(_) => {
                Err(Error::new(ErrorCode::Contradiction, field, "expected an offset, as the first time given has one"))
            }
        }
    }
}

fn parse_clock(clock: &str, fraction: &str) -> Option<NaiveTime> {
    let [a, b, b':', c, d, b':', e, f] = *clock.as_bytes() else { return None };
    let nanoseconds = match fraction.strip_prefix('.') {
        None => 0,
        Some(digits @ "") | Some(digits) if digits.is_empty() || digits.len() > 9 => return None,
        Some(digits) => number(format!("{digits:0<9}").as_bytes())?,
    };
    NaiveTime::from_hms_nano_opt(number(&[a, b])?, number(&[c, d])?, number(&[e, f])?, nanoseconds)
}

/// `Z` or `±HH:MM`, at most 18 hours, as wide as any host language allows.
fn parse_offset(offset: &str) -> Option<FixedOffset> {
    if offset == "Z" {
        return FixedOffset::east_opt(0);
    }
    let [sign @ (b'+' | b'-'), a, b, b':', c, d] = *offset.as_bytes() else { return None };
    let (hours, minutes) = (number(&[a, b])?, number(&[c, d])?);
    let seconds = i32::try_from(hours * 3600 + minutes * 60).ok()?;
    if minutes > 59 || seconds > 18 * 3600 {
        return None;
    }
    FixedOffset::east_opt(if sign == b'+' { seconds } else { -seconds })
}

impl<'de> Deserialize<'de> for JsonTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Self::WRITTEN)
    }
}

impl<T: Serialize> Serialize for Latest<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Instant(at) => at.serialize(serializer),
            Self::Civil(at) => at.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Vin {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Written {
            expected: "a text",
            parse: |text| Some(Self::new(text)),
            count: |_| None,
        })
    }
}

/// Normalised; `null` where it is none.
impl Serialize for Vin {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_str().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for OdometerReading {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Kilometres;

        impl Visitor<'_> for Kilometres {
            type Value = OdometerReading;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(OdometerReading::EXPECTED)
            }

            fn visit_u64<E: de::Error>(self, km: u64) -> Result<OdometerReading, E> {
                let reading = u32::try_from(km).ok().and_then(OdometerReading::new);
                reading.ok_or_else(|| E::invalid_value(Unexpected::Unsigned(km), &self))
            }

            fn visit_i64<E: de::Error>(self, km: i64) -> Result<OdometerReading, E> {
                u64::try_from(km)
                    .map_err(|_| E::invalid_value(Unexpected::Signed(km), &self))
                    .and_then(|km| self.visit_u64(km))
            }
        }

        deserializer.deserialize_u32(Kilometres)
    }
}

impl Serialize for OdometerReading {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(self.get())
    }
}

impl<'de> Deserialize<'de> for Cents {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        i64::deserialize(deserializer).map(Self::new)
    }
}

impl Serialize for Cents {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.get())
    }
}

impl Serialize for EnterpriseNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de, E: Closed + Deserialize<'de>> Deserialize<'de> for Set<E> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Names<E>(std::marker::PhantomData<E>);

        impl<'de, E: Closed + Deserialize<'de>> Visitor<'de> for Names<E> {
            type Value = Set<E>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut names: A) -> Result<Set<E>, A::Error> {
                let mut set = Set::EMPTY;
                while let Some(name) = names.next_element()? {
                    set = set.with(name);
                }
                Ok(set)
            }
        }

        deserializer.deserialize_seq(Names(std::marker::PhantomData))
    }
}

impl<E: Closed + Serialize> Serialize for Set<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<T: Serialize, const N: usize> Serialize for Few<T, N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<O: Serialize> Serialize for crate::decision::Decision<O> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let mut decision = serializer.serialize_struct("Decision", 6)?;
        decision.serialize_field("decision", self.id())?;
        decision.serialize_field("edition", self.edition())?;
        decision.serialize_field("outcome", &self.outcome)?;
        decision.serialize_field("row", &self.row().map(|row| row.id))?;
        decision.serialize_field("because", &Ids(self.because()))?;
        decision.serialize_field("advisories", &Ids(self.advisories()))?;
        decision.end()
    }
}

/// The ids of these reasons.
pub(crate) fn ids(reasons: &[&'static Reason]) -> Vec<&'static str> {
    reasons.iter().map(|reason| reason.id).collect()
}

/// Reasons by their ids.
pub(crate) struct Ids(pub(crate) crate::decision::Reasons);

impl Serialize for Ids {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.ids())
    }
}

impl Serialize for Error {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut error = serializer.serialize_map(None)?;
        error.serialize_entry("code", &self.code())?;
        error.serialize_entry("field", &self.field())?;
        error.serialize_entry("message", &self.to_string())?;
        if !self.faults().is_empty() {
            error.serialize_entry("faults", &self.faults().iter().map(ListedFault::of).collect::<Vec<_>>())?;
        }
        if !self.advisories().is_empty() {
            error.serialize_entry(
                "advisories",
                &self.advisories().iter().map(|advisory| advisory.id).collect::<Vec<_>>(),
            )?;
        }
        error.end()
    }
}

/// One of several faults.
#[derive(serde::Serialize)]
struct ListedFault<'e> {
    code: ErrorCode,
    field: Option<&'e str>,
}

impl<'e> ListedFault<'e> {
    fn of(error: &'e Error) -> Self {
        Self { code: error.code(), field: error.field() }
    }
}
