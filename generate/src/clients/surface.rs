//! What C programs see of the library, read from its header: other languages declare the same, member for member.

use serde::{Deserialize, Serialize};

/// What the header declares, part by part.
pub(super) struct Surface {
    pub(super) sections: Vec<Section>,
}

/// A part of the header, often a decision.
#[derive(Default, Serialize)]
pub(super) struct Section {
    pub(super) title: String,
    /// Constants that stand together.
    pub(super) groups: Vec<Vec<Constant>>,
    pub(super) structs: Vec<Struct>,
    pub(super) functions: Vec<Function>,
}

#[derive(Clone, Serialize)]
pub(super) struct Constant {
    pub(super) name: String,
    pub(super) about: String,
    pub(super) value: u64,
    /// It is this bit of a set, rather than a number.
    pub(super) bit: Option<u32>,
    /// How the names of all the numbers of its members begin.
    prefix: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Struct {
    pub(super) name: String,
    pub(super) about: String,
    pub(super) members: Vec<Member>,
    /// Where pointers have 64 bits.
    pub(super) size: u64,
    /// It begins as the results of most decisions do.
    pub(super) has_outcome: bool,
    /// It has no other members than these.
    pub(super) plain: bool,
    align: u64,
}

/// How the results of most decisions begin.
const OUTCOME: [&str; 4] = ["outcome", "row", "because", "advisories"];

#[derive(Clone, Deserialize, Serialize)]
pub(super) struct Member {
    pub(super) name: String,
    pub(super) about: String,
    #[serde(flatten)]
    pub(super) of: Kind,
    /// The numbers that it may have or, of a set, its bits; nothing where they have no names.
    pub(super) values: Vec<Named>,
}

impl Member {
    /// Whether it only keeps a place.
    pub(super) fn is_reserved(&self) -> bool {
        let rest = self.name.strip_prefix("reserved").map(|rest| rest.trim_start_matches('_'));
        rest.is_some_and(|rest| rest.bytes().all(|letter| letter.is_ascii_digit()))
    }
}

/// One of the numbers of a member, under what is its own of the constant's name.
#[derive(Clone, Deserialize, Serialize)]
pub(super) struct Named {
    pub(super) name: String,
    pub(super) value: u64,
}

/// The type of a member.
#[derive(Clone, PartialEq, Deserialize, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum Kind {
    Int32,
    Uint32,
    Int64,
    Size,
    /// A pointer to bytes, of which the next member is the length.
    Text,
    /// Bytes: a text that ends with a NUL, or what is reserved.
    Chars {
        count: u64,
    },
    Uint32s {
        count: u64,
    },
    Struct {
        of: String,
        size: u64,
    },
}

#[derive(Serialize)]
pub(super) struct Function {
    pub(super) name: String,
    pub(super) about: String,
    pub(super) parameters: Vec<Parameter>,
}

#[derive(Serialize)]
pub(super) struct Parameter {
    pub(super) name: String,
    /// The type in C, without the name.
    pub(super) of: String,
    /// The struct that it points to.
    pub(super) points_to: Option<String>,
}

impl Function {
    /// Whether it takes many structs at once.
    pub(super) fn is_batch(&self) -> bool {
        self.parameters.iter().any(|parameter| parameter.name == "count")
    }

    /// The structs of facts and of the result, where it decides once.
    pub(super) fn decides(&self) -> Option<(&str, &str)> {
        let [facts, result, error] = &*self.parameters else { return None };
        let pointers = (facts.points_to.as_deref()?, result.points_to.as_deref()?, error.points_to.as_deref()?);
        Some((pointers.0, pointers.1))
    }
}

impl Surface {
    pub(super) fn read(header: &str) -> Result<Self, String> {
        let mut surface = Self { sections: Vec::new() };
        let mut lines = header.lines().skip_while(|line| !line.starts_with("extern")).skip(2).peekable();
        let mut about = String::new();
        let mut apart = true;
        while let Some(line) = lines.next() {
            if line.starts_with("#ifdef __cplusplus") {
                break;
            } else if line.is_empty() {
                apart = true;
            } else if line == "/*" {
                let title = title(&mut lines);
                surface.sections.push(Section { title, ..Section::default() });
            } else if let Some(first) = line.strip_prefix("/**") {
                about = comment(first, &mut lines);
            } else if let Some(constant) = line.strip_prefix("#define ") {
                let constant = constant_of(constant, std::mem::take(&mut about))?;
                let groups = &mut surface.last()?.groups;
                match groups.last_mut() {
                    Some(group) if !apart => group.push(constant),
                    _ => groups.push(vec![constant]),
                }
                apart = false;
            } else if let Some(name) = line.strip_prefix("typedef struct ").and_then(|line| line.strip_suffix(" {")) {
                let declared = surface.structure(name, std::mem::take(&mut about), &mut lines)?;
                surface.last()?.structs.push(declared);
            } else if line.starts_with("int32_t dms_") {
                let mut text = line.to_owned();
                while !text.ends_with(';') {
                    text.push(' ');
                    text.push_str(lines.next().ok_or("a declaration without an end")?.trim());
                }
                surface.last()?.functions.push(function_of(&text, std::mem::take(&mut about))?);
            } else {
                return Err(format!("a line of the header that is none of those it is made of: {line}"));
            }
        }
        // A comment may tell of constants that come later.
        let members = surface.structs().flat_map(|each| &each.members);
        let told: Vec<_> =
            members.flat_map(|member| told_in(&member.about)).chain(surface.constants().filter_map(told_by)).collect();
        for constant in surface.sections.iter_mut().flat_map(|section| section.groups.iter_mut().flatten()) {
            let of =
                told.iter().filter(|told| constant.name.starts_with(&told.prefix)).max_by_key(|told| told.prefix.len());
            constant.prefix = of.map(|told| told.prefix.clone());
            constant.bit = of.is_some_and(|told| told.bits).then(|| constant.value.trailing_zeros());
        }
        let constants: Vec<_> = surface.constants().cloned().collect();
        for member in
            surface.sections.iter_mut().flat_map(|section| &mut section.structs).flat_map(|each| &mut each.members)
        {
            member.values = named_in(&member.about, &constants);
        }
        Ok(surface)
    }

    pub(super) fn constants(&self) -> impl Iterator<Item = &Constant> {
        self.sections.iter().flat_map(|section| section.groups.iter().flatten())
    }

    pub(super) fn structs(&self) -> impl Iterator<Item = &Struct> {
        self.sections.iter().flat_map(|section| &section.structs)
    }

    pub(super) fn functions(&self) -> impl Iterator<Item = &Function> {
        self.sections.iter().flat_map(|section| &section.functions)
    }

    /// The struct with this name.
    pub(super) fn find(&self, name: &str) -> Result<&Struct, String> {
        self.structs().find(|declared| declared.name == name).ok_or_else(|| format!("the header has no struct {name}"))
    }

    /// The number of a constant.
    pub(super) fn number(&self, name: &str) -> Result<u64, String> {
        let found = self.constants().find(|constant| constant.name == name);
        found.map(|constant| constant.value).ok_or_else(|| format!("the header has no constant {name}"))
    }

    fn last(&mut self) -> Result<&mut Section, String> {
        self.sections.last_mut().ok_or_else(|| "the header declares something before its first part".to_owned())
    }

    fn structure<'a>(
        &self,
        name: &str,
        about: String,
        lines: &mut impl Iterator<Item = &'a str>,
    ) -> Result<Struct, String> {
        let mut members = Vec::new();
        let (mut size, mut aligned) = (0_u64, 1);
        let mut note = String::new();
        while let Some(line) = lines.next().map(str::trim).filter(|line| !line.starts_with('}')) {
            if let Some(first) = line.strip_prefix("/**") {
                note = comment(first, lines);
                continue;
            }
            let member = line.strip_suffix(';').ok_or_else(|| format!("{name}: no member: {line}"))?;
            let (of, member) = member.rsplit_once(' ').ok_or_else(|| format!("{name}: no member: {line}"))?;
            let (kind, member, length, align) = self.kind(of, member)?;
            if size % align != 0 {
                return Err(format!("{name}: a gap before {member}: something must be reserved there"));
            }
            members.push(Member { name: member, about: std::mem::take(&mut note), of: kind, values: Vec::new() });
            size += length;
            aligned = aligned.max(align);
        }
        if size % aligned != 0 {
            return Err(format!("{name}: a gap behind its last member: something must be reserved there"));
        }
        let has_outcome = members.iter().map(|member| &*member.name).take(OUTCOME.len()).eq(OUTCOME);
        let plain = has_outcome && members.len() == OUTCOME.len();
        let name = name.to_owned();
        Ok(Struct { name, about, members, size, has_outcome, plain, align: aligned })
    }

    /// The type of a member, its name, and its size and alignment where pointers have 64 bits.
    fn kind(&self, of: &str, member: &str) -> Result<(Kind, String, u64, u64), String> {
        if let Some((member, places)) = member.strip_suffix(']').and_then(|member| member.split_once('[')) {
            let count = places.parse().or_else(|_| self.number(places))?;
            return match of {
                "char" | "uint8_t" => Ok((Kind::Chars { count }, member.to_owned(), count, 1)),
                "uint32_t" => Ok((Kind::Uint32s { count }, member.to_owned(), count * 4, 4)),
                _ => Err(format!("{member}: an array of {of}")),
            };
        }
        let (kind, size) = match (of, member.strip_prefix('*')) {
            ("int32_t", None) => (Kind::Int32, 4),
            ("uint32_t", None) => (Kind::Uint32, 4),
            ("int64_t", None) => (Kind::Int64, 8),
            ("size_t", None) => (Kind::Size, 8),
            ("const char", Some(member)) => return Ok((Kind::Text, member.to_owned(), 8, 8)),
            (of, None) => {
                let inner = self.find(of)?;
                let kind = Kind::Struct { of: of.to_owned(), size: inner.size };
                return Ok((kind, member.to_owned(), inner.size, inner.align));
            }
            _ => return Err(format!("{member}: a pointer to {of}")),
        };
        Ok((kind, member.to_owned(), size, size))
    }
}

/// The first paragraph of the comment that begins a part.
fn title<'a>(lines: &mut impl Iterator<Item = &'a str>) -> String {
    let lines: Vec<_> =
        lines.take_while(|line| *line != " */").map(|line| line.trim_start_matches(" *").trim()).collect();
    lines.split(|line| line.is_empty()).next().unwrap_or_default().join(" ")
}

/// The text of a comment of which the first line is `first`.
fn comment<'a>(first: &str, lines: &mut impl Iterator<Item = &'a str>) -> String {
    let mut words = Vec::new();
    let mut line = first;
    loop {
        let text = line.trim().trim_end_matches("*/").trim_start_matches('*');
        words.extend(text.split_whitespace());
        if line.trim_end().ends_with("*/") {
            return words.join(" ");
        }
        match lines.next() {
            Some(next) => line = next,
            None => return words.join(" "),
        }
    }
}

fn constant_of(text: &str, about: String) -> Result<Constant, String> {
    let constant = text.split_once(' ').and_then(|(name, value)| Some((name.to_owned(), value.parse().ok()?)));
    let (name, value) = constant.ok_or_else(|| format!("no constant: {text}"))?;
    Ok(Constant { name, about, value, bit: None, prefix: None })
}

fn function_of(text: &str, about: String) -> Result<Function, String> {
    let no_function = || format!("no function: {text}");
    let (name, rest) = text.strip_prefix("int32_t ").and_then(|text| text.split_once('(')).ok_or_else(no_function)?;
    let mut parameters = Vec::new();
    for parameter in rest.strip_suffix(");").ok_or_else(no_function)?.split(',').map(str::trim) {
        let at = parameter.rfind([' ', '*']).ok_or_else(no_function)? + 1;
        let (of, name) = (parameter[..at].trim(), &parameter[at..]);
        let points_to = of.strip_suffix('*').map(|of| of.trim_start_matches("const ").trim());
        let points_to = points_to.filter(|of| of.starts_with("dms_")).map(str::to_owned);
        parameters.push(Parameter { name: name.to_owned(), of: of.to_owned(), points_to });
    }
    Ok(Function { name: name.to_owned(), about, parameters })
}

/// What a comment tells of: `DMS_BOOKING_KIND_*`, or bits `DMS_BOOKING_RIGHT_*`.
struct Told {
    prefix: String,
    bits: bool,
}

fn told_in(about: &str) -> Vec<Told> {
    let mut words = about.split(NO_NAME).peekable();
    let mut told = Vec::new();
    while let Some(word) = words.next() {
        let next = words.peek().and_then(|next| next.strip_suffix('*')).filter(|next| next.starts_with("DMS_"));
        if let Some(prefix) = next {
            told.push(Told { prefix: prefix.to_owned(), bits: matches!(word, "Bits" | "bits" | "bit") });
        }
    }
    if let Some(prefix) = about.split(NO_NAME).next().and_then(|word| word.strip_suffix('*')) {
        told.push(Told { prefix: prefix.to_owned(), bits: false });
    }
    told
}

/// How a constant begins that is a row, a reason, an advisory or an outcome of a decision, whether or not it has structs.
fn told_by(constant: &Constant) -> Option<Told> {
    [("_OUTCOME_", false), ("_ROW_", false), ("_BECAUSE_", true), ("_ADVISORY_", true)].iter().find_map(
        |(kind, bits)| {
            let end = constant.name.find(kind)? + kind.len();
            Some(Told { prefix: constant.name[..end].to_owned(), bits: *bits })
        },
    )
}

/// What stands between the words of a comment.
const NO_NAME: [char; 7] = [' ', ',', '.', ';', ':', '(', ')'];

/// The constants that a comment tells of first: `DMS_BOOKING_KIND_*`, or `DMS_BOOKING_DRIVER_CUSTOMER, _CONTACT`.
fn named_in(about: &str, constants: &[Constant]) -> Vec<Named> {
    let mut words = about.split(NO_NAME).skip_while(|word| !word.starts_with("DMS_"));
    let Some(first) = words.next() else { return Vec::new() };
    let named = |prefix: &str, constant: &Constant| {
        let name = constant.name.strip_prefix(prefix)?.to_owned();
        Some(Named { name, value: constant.value })
    };
    if let Some(prefix) = first.strip_suffix('*') {
        let own = constants.iter().filter(|constant| constant.prefix.as_deref() == Some(prefix));
        return own.filter_map(|constant| named(prefix, constant)).collect();
    }
    let others: Vec<_> = words.filter(|word| word.starts_with('_')).collect();
    // What the first name shares with the others.
    let shared = first.match_indices('_').map(|(at, _)| &first[..at]).find(|shared| {
        let whole = |other: &&str| constants.iter().any(|constant| constant.name == format!("{shared}{other}"));
        !others.is_empty() && others.iter().all(whole)
    });
    let Some(shared) = shared else { return Vec::new() };
    let prefix = format!("{shared}_");
    let told = |name: &str| name == first || others.iter().any(|other| name.strip_prefix(shared) == Some(other));
    constants.iter().filter(|constant| told(&constant.name)).filter_map(|constant| named(&prefix, constant)).collect()
}

#[cfg(test)]
mod tests {
    use super::Surface;

    const HEADER: &str = r#"
extern "C" {
#endif

/*
 * FIRST: what is it?
 *
 * More of it.
 */

/** A car. */
#define DMS_KIND_CAR 1
/** A bus. */
#define DMS_KIND_BUS 2

/** Because of it. */
#define DMS_FIRST_BECAUSE_IT 8

#define DMS_ROOM 8

/** The facts. */
typedef struct dms_first_facts {
  /** The size of this struct. */
  uint32_t size;
  /** What it is: DMS_KIND_CAR or _BUS. */
  int32_t kind;
  /**
   * Its
   * name.
   */
  const char *name;
  size_t name_length;
  /** Bits DMS_FIRST_BECAUSE_*. */
  uint32_t because;
  uint32_t reserved;
} dms_first_facts;

typedef struct dms_first_result {
  dms_first_facts facts;
  char code[DMS_ROOM];
} dms_first_result;

/** Decides. */
int32_t dms_first(const dms_first_facts *facts,
                  dms_first_result *result,
                  dms_error *error);

#ifdef __cplusplus
"#;

    #[test]
    fn a_header_is_read_as_it_stands() {
        let surface = Surface::read(HEADER).expect("a header");
        let [section] = &*surface.sections else { panic!("one part") };
        assert_eq!((&*section.title, section.groups.len()), ("FIRST: what is it?", 3));
        assert_eq!(surface.number("DMS_FIRST_BECAUSE_IT"), Ok(8));
        let [function] = &*section.functions else { panic!("one function") };
        assert_eq!((&*function.about, function.decides()), ("Decides.", Some(("dms_first_facts", "dms_first_result"))));
    }

    #[test]
    fn structs_have_no_gaps() {
        let surface = Surface::read(HEADER).expect("a header");
        assert_eq!(surface.find("dms_first_facts").expect("facts").size, 32);
        assert_eq!(surface.find("dms_first_result").expect("a result").size, 40);
        let gaping = HEADER.replace("  uint32_t reserved;\n", "");
        assert_eq!(
            Surface::read(&gaping).err().as_deref(),
            Some("dms_first_facts: a gap behind its last member: something must be reserved there"),
        );
    }

    #[test]
    fn members_have_the_numbers_that_their_comments_tell_of() {
        let surface = Surface::read(HEADER).expect("a header");
        let facts = surface.find("dms_first_facts").expect("facts");
        let named = |place: usize| {
            let values = &facts.members[place].values;
            values.iter().map(|named| (&*named.name, named.value)).collect::<Vec<_>>()
        };
        assert_eq!(named(1), [("CAR", 1), ("BUS", 2)]);
        assert_eq!(named(4), [("IT", 8)]);
    }
}
