//! What the C header says of its structs and numbers: who calls from C knows no more than this.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The header as it is committed.
const HEADER: &str = include_str!("../../ffi/include/dms_rules.h");

/// The structs and numbers of the header.
pub static KNOWN: LazyLock<Header> = LazyLock::new(|| Header::read(HEADER));

/// What a member is, for the C compiler.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// `int32_t`.
    Int32,
    /// `uint32_t`.
    Uint32,
    /// `int64_t`.
    Int64,
    /// `size_t`.
    Size,
    /// `const char *`.
    Text,
    /// `char name[…]` of this many bytes.
    Buffer(usize),
    /// `uint32_t name[…]` of this many places.
    Places(usize),
    /// A struct of this name.
    Struct(String),
}

/// A member of a struct.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// Its type.
    pub kind: Kind,
    /// Where it lies.
    pub at: usize,
    /// How many bytes it takes.
    pub size: usize,
    /// The first numbers that its description names: one of them, or how all begin, `DMS_BOOKING_KIND_`.
    pub numbers: Option<String>,
}

/// A struct.
#[derive(Clone, Debug, Default)]
pub struct Struct {
    /// Its members, in their order.
    pub members: Vec<Member>,
    /// Its size.
    pub size: usize,
    align: usize,
}

impl Struct {
    /// The member with this name.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.name == name)
    }
}

/// Everything that the header declares.
#[derive(Default)]
pub struct Header {
    structs: BTreeMap<String, Struct>,
    numbers: BTreeMap<String, i64>,
}

impl Header {
    /// Reads a header as cbindgen writes it: a member a line, what it means before it.
    fn read(header: &str) -> Self {
        let mut known = Self::default();
        let mut open: Option<(String, Struct)> = None;
        let mut meaning = String::new();
        for line in header.lines().map(str::trim) {
            if let Some((name, value)) = line.strip_prefix("#define ").and_then(|rest| rest.split_once(' ')) {
                known.numbers.insert(name.to_owned(), number(value));
            } else if let Some(name) = line.strip_prefix("typedef struct ").and_then(|rest| rest.strip_suffix(" {")) {
                open = Some((name.to_owned(), Struct { align: 1, ..Struct::default() }));
            } else if line.starts_with('}') {
                if let Some((name, mut whole)) = open.take() {
                    whole.size = whole.size.next_multiple_of(whole.align);
                    known.structs.insert(name, whole);
                }
            } else if line.starts_with(['/', '*']) {
                meaning.push_str(line);
            } else if let Some((_, whole)) = &mut open {
                known.member(whole, line, &meaning);
                meaning.clear();
            }
            if open.is_none() {
                meaning.clear();
            }
        }
        known
    }

    fn member(&self, whole: &mut Struct, line: &str, meaning: &str) {
        let (kind, name) = line.trim_end_matches(';').rsplit_once([' ', '*']).expect("a type and a name");
        let (name, places) = match name.split_once('[') {
            Some((name, places)) => {
                let places = places.trim_end_matches(']');
                (name, Some(places.parse().unwrap_or_else(|_| self.numbers[places] as usize)))
            }
            None => (name, None),
        };
        let (kind, size, align) = match (kind.trim(), places) {
            ("int32_t", None) => (Kind::Int32, 4, 4),
            ("uint32_t", None) => (Kind::Uint32, 4, 4),
            ("uint32_t", Some(places)) => (Kind::Places(places), 4 * places, 4),
            ("int64_t", None) => (Kind::Int64, 8, 8),
            ("size_t", None) => (Kind::Size, size_of::<usize>(), align_of::<usize>()),
            ("const char", None) => (Kind::Text, size_of::<usize>(), align_of::<usize>()),
            ("char" | "uint8_t", Some(places)) => (Kind::Buffer(places), places, 1),
            (name, None) => {
                let inner = &self.structs[name];
                (Kind::Struct(name.to_owned()), inner.size, inner.align)
            }
            other => panic!("{other:?} is no type of a member"),
        };
        let at = whole.size.next_multiple_of(align);
        let is_name = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
        let numbers = meaning.find("DMS_").map(|start| {
            let rest = &meaning[start..];
            rest[..rest.find(|c| !is_name(c)).unwrap_or(rest.len())].to_owned()
        });
        // What is reserved only takes room.
        if !name.starts_with("reserved") {
            whole.members.push(Member { name: name.to_owned(), kind, at, size, numbers });
        }
        whole.size = at + size;
        whole.align = whole.align.max(align);
    }

    /// The struct with this name.
    #[must_use]
    pub fn structure(&self, name: &str) -> &Struct {
        &self.structs[name]
    }

    /// The number with this name.
    #[must_use]
    pub fn number(&self, name: &str) -> i32 {
        self.numbers[name] as i32
    }

    /// The names that begin so, as JSON writes the rest of them, with their numbers.
    pub fn names(&self, prefix: &str) -> impl Iterator<Item = (String, i64)> {
        let from = self.numbers.range(prefix.to_owned()..);
        from.take_while(move |(name, _)| name.starts_with(prefix))
            .map(move |(name, number)| (name[prefix.len()..].to_lowercase(), *number))
    }
}

/// `3`, `-3` or `(1 << 3)`.
fn number(written: &str) -> i64 {
    match written.strip_prefix("(1 << ").and_then(|rest| rest.strip_suffix(')')) {
        Some(places) => 1 << places.parse::<u32>().expect("a number of places"),
        None => written.parse().unwrap_or_default(),
    }
}
