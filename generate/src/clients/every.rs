//! One call of every decision that has a function: facts from the shared cases, as members of the structs of C.

use std::error::Error;
use std::path::Path;

use serde::Serialize;
use serde_json::{Map, Value};

use super::surface::{Function, Kind, Member, Named, Struct, Surface};
use crate::model::{Field, Model, Type};
use crate::name;

#[derive(Serialize)]
pub(super) struct Call {
    /// What its names begin with in COBOL.
    pub(super) prefix: String,
    pub(super) decision: String,
    pub(super) function: String,
    pub(super) facts: String,
    pub(super) result: String,
    /// The result begins with the four members that most results have, and no other follows.
    pub(super) plain: bool,
    /// It begins with them.
    pub(super) has_outcome: bool,
    pub(super) sets: Vec<Part<Set>>,
    pub(super) gets: Vec<Part<Get>>,
    /// The texts among `sets`.
    pub(super) texts: Vec<String>,
}

impl Call {
    /// How much its facts say: the members that are set, and the letters of the texts.
    fn said(&self) -> (usize, usize) {
        let members = self.sets.iter().map(|part| part.members.len()).sum();
        (members, self.texts.iter().map(String::len).sum())
    }
}

/// Members of a struct, or of one within it.
#[derive(Serialize)]
pub(super) struct Part<M> {
    /// The member that is a struct; none for the struct itself.
    pub(super) within: Option<String>,
    pub(super) of: Option<String>,
    pub(super) members: Vec<M>,
}

/// A member that gets a value.
#[derive(Serialize)]
pub(super) struct Set {
    pub(super) name: String,
    pub(super) number: Option<i64>,
    /// The place of its text among the call's.
    pub(super) text: Option<usize>,
}

/// A member that is read.
#[derive(Serialize)]
pub(super) struct Get {
    pub(super) name: String,
    #[serde(flatten)]
    pub(super) of: Kind,
}

/// A call of each decision, with the first case that sets the most members.
pub(super) fn calls(model: &Model, surface: &Surface, vectors: &Path) -> Result<Vec<Call>, Box<dyn Error>> {
    let mut calls = Vec::new();
    for decision in &model.decisions {
        let function = format!("dms_{}", name::snake(&decision.id));
        let Some(function) = surface.functions().find(|known| known.name == function) else { continue };
        let file = std::fs::read_to_string(vectors.join(format!("{}.json", decision.id)))?;
        let file: Value = serde_json::from_str(&file)?;
        let mut best: Option<Call> = None;
        for case in file["cases"].as_array().into_iter().flatten() {
            let (Some(facts), false) = (case["facts"].as_object(), case["expect"]["outcome"].is_null()) else {
                continue;
            };
            let Some(call) = call(model, surface, &decision.id, function, &decision.facts.fields, facts)? else {
                continue;
            };
            if best.as_ref().is_none_or(|best| call.said() > best.said()) {
                best = Some(call);
            }
        }
        let mut call = best.ok_or_else(|| format!("{}: no case says what a program can write down", decision.id))?;
        call.prefix = format!("D{:02}", calls.len() + 1);
        calls.push(call);
    }
    Ok(calls)
}

fn call(
    model: &Model,
    surface: &Surface,
    decision: &str,
    function: &Function,
    fields: &[Field],
    given: &Map<String, Value>,
) -> Result<Option<Call>, Box<dyn Error>> {
    let Some((facts, result)) = function.decides() else { return Ok(None) };
    let (facts, result) = (surface.find(facts)?, surface.find(result)?);
    let mut writer =
        Writer { model, surface, parts: vec![Part { within: None, of: None, members: Vec::new() }], texts: Vec::new() };
    if writer.record(facts, fields, given, 0).is_none() {
        return Ok(None);
    }
    let Writer { parts: sets, texts, .. } = writer;
    Ok(Some(Call {
        prefix: String::new(),
        decision: decision.to_owned(),
        function: function.name.clone(),
        facts: facts.name.clone(),
        plain: result.plain,
        has_outcome: result.has_outcome,
        gets: gets(surface, result)?,
        result: result.name.clone(),
        sets,
        texts,
    }))
}

fn gets(surface: &Surface, result: &Struct) -> Result<Vec<Part<Get>>, String> {
    let get = |member: &Member| Get { name: member.name.clone(), of: member.of.clone() };
    let mut own = Part { within: None, of: None, members: Vec::new() };
    let mut inner = Vec::new();
    for member in &result.members {
        match &member.of {
            Kind::Struct { of, .. } => {
                let members = surface.find(of)?.members.iter().filter(|member| !member.is_reserved());
                let members = members.map(get).collect();
                inner.push(Part { within: Some(member.name.clone()), of: Some(of.clone()), members });
            }
            // The length of a text is read with it, and what nobody looks at is not.
            Kind::Size => {}
            _ if member.is_reserved() => {}
            _ => own.members.push(get(member)),
        }
    }
    for part in &mut inner {
        part.members.retain(|member| member.of != Kind::Size);
    }
    inner.insert(0, own);
    Ok(inner)
}

/// Writes facts as JSON has them into the members of structs. `None` where a case says more than a member can.
struct Writer<'a> {
    model: &'a Model,
    surface: &'a Surface,
    parts: Vec<Part<Set>>,
    texts: Vec<String>,
}

impl Writer<'_> {
    fn record(&mut self, of: &Struct, fields: &[Field], given: &Map<String, Value>, part: usize) -> Option<()> {
        for (name, value) in given.iter().filter(|(_, value)| !value.is_null()) {
            let field = fields.iter().find(|field| field.name == *name)?;
            let member = of.members.iter().find(|member| member.name == *name)?;
            if let Kind::Struct { of: inner, .. } = &member.of {
                let inner = self.surface.find(inner).ok()?;
                self.parts.push(Part { within: Some(name.clone()), of: Some(inner.name.clone()), members: Vec::new() });
                let part = self.parts.len() - 1;
                self.structure(inner, &field.of, value, part)?;
            } else {
                self.value(&field.of, &member.values, name, value, part)?;
            }
            let flag = format!("has_{name}");
            if of.members.iter().any(|member| member.name == flag) {
                self.number(&flag, 1, part);
            }
        }
        Some(())
    }

    fn structure(&mut self, of: &Struct, shape: &Type, value: &Value, part: usize) -> Option<()> {
        match shape {
            Type::Time | Type::WallClock => {
                let (date, time, offset) = time(value.as_str()?)?;
                self.number("date", date, part);
                self.number("time", time, part);
                if let Some(offset) = offset {
                    self.number("has_offset", 1, part);
                    self.number("offset_minutes", offset, part);
                }
                Some(())
            }
            Type::Record { of: id } => self.record(of, &self.model.record(id).fields, value.as_object()?, part),
            Type::Union { of: id } => {
                let mut given = value.as_object()?.clone();
                let kind = given.remove("kind")?;
                let variant = self.model.union(id).variants.iter().find(|variant| kind == *variant.id)?;
                let member = of.members.iter().find(|member| member.name == "kind")?;
                self.value(&Type::Enum { of: String::new() }, &member.values, "kind", &kind, part)?;
                self.record(of, &variant.fields, &given, part)
            }
            _ => None,
        }
    }

    fn value(&mut self, shape: &Type, values: &[Named], name: &str, value: &Value, part: usize) -> Option<()> {
        let constant = |value: &Value| {
            let name = value.as_str()?.to_uppercase();
            i64::try_from(values.iter().find(|known| known.name == name)?.value).ok()
        };
        let number = match shape {
            Type::Boolean => i64::from(value.as_bool()?),
            Type::Integer { .. } | Type::OdometerReading { .. } | Type::Cents { .. } => value.as_i64()?,
            Type::Enum { .. } => constant(value)?,
            Type::Set { .. } => value.as_array()?.iter().map(constant).sum::<Option<i64>>()?,
            Type::Date => digits(value.as_str()?, 8)?,
            Type::TimeOfDay => digits(value.as_str()?, 6)?,
            Type::Text | Type::Vin | Type::EnterpriseNumber => {
                // Short enough for a line of COBOL, and without what needs to be escaped somewhere.
                let plain = |letter: char| letter.is_ascii_alphanumeric() || " .-/".contains(letter);
                let text = value.as_str().filter(|text| (1..=40).contains(&text.len()) && text.chars().all(plain))?;
                self.texts.push(text.to_owned());
                let text = Some(self.texts.len() - 1);
                self.parts[part].members.push(Set { name: name.to_owned(), number: None, text });
                return Some(());
            }
            _ => return None,
        };
        self.number(name, number, part);
        Some(())
    }

    fn number(&mut self, name: &str, number: i64, part: usize) {
        self.parts[part].members.push(Set { name: name.to_owned(), number: Some(number), text: None });
    }
}

/// The digits of a date or time, of which there must be so many.
fn digits(text: &str, count: usize) -> Option<i64> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if digits.len() == count { digits.parse().ok() } else { None }
}

/// Date, time of day and minutes ahead of UTC.
fn time(text: &str) -> Option<(i64, i64, Option<i64>)> {
    let (date, time) = text.split_once('T')?;
    let (time, offset) = match time.find(['+', '-', 'Z']) {
        Some(at) => (&time[..at], Some(&time[at..])),
        None => (time, None),
    };
    let offset = match offset {
        None => None,
        Some("Z") => Some(0),
        Some(offset) => {
            let (hours, minutes) = offset.get(1..)?.split_once(':')?;
            let minutes = hours.parse::<i64>().ok()? * 60 + minutes.parse::<i64>().ok()?;
            Some(if offset.starts_with('-') { -minutes } else { minutes })
        }
    };
    Some((digits(date, 8)?, digits(time, 6)?, offset))
}

#[cfg(test)]
mod tests {
    use super::{digits, time};

    #[test]
    fn times_are_read_as_c_has_them() {
        assert_eq!(time("2026-11-20T10:07:30+01:00"), Some((20_261_120, 100_730, Some(60))));
        assert_eq!(time("2026-11-20T10:07:30-03:30"), Some((20_261_120, 100_730, Some(-210))));
        assert_eq!(time("2026-11-20T10:07:30"), Some((20_261_120, 100_730, None)));
        // A fraction of a second has no place in a dms_time.
        assert_eq!(time("2026-11-20T10:07:30.5"), None);
        assert_eq!(digits("2026-11", 8), None);
    }
}
