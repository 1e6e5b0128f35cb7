//! Texts for people, in the four languages of the manuals' readers.
//!
//! A table's texts stand in the table's own file, below its rows, so that a row and its words change together; what
//! several tables say in the same words stands here.

use std::ffi::CStr;
use std::fmt;

use crate::value::closed_enum;

closed_enum! {
    /// A language in which the library speaks to a workshop's staff.
    pub enum Language {
        /// English.
        En = "en",
        /// Dutch.
        Nl = "nl",
        /// French.
        Fr = "fr",
        /// German.
        De = "de",
    }
}

/// One line in each language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Text {
    /// English.
    pub en: &'static str,
    /// Dutch.
    pub nl: &'static str,
    /// French.
    pub fr: &'static str,
    /// German.
    pub de: &'static str,
}

impl Text {
    /// Says nothing.
    #[doc(hidden)]
    pub const EMPTY: Self = Self { en: "", nl: "", fr: "", de: "" };

    /// The line in one language.
    #[must_use]
    pub const fn get(&self, language: Language) -> &'static str {
        match language {
            Language::En => self.en,
            Language::Nl => self.nl,
            Language::Fr => self.fr,
            Language::De => self.de,
        }
    }
}

/// What a table says of one of its names, in each language.
///
/// The name and its lines lie behind one another, each with a closing NUL: a library carries them once, for Rust and for C,
/// and one address for all of them.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Wording {
    kept: &'static str,
    /// Where the lines begin, in the order of [`Text`].
    begin: [u16; 4],
}

impl Wording {
    /// Says nothing of nothing.
    #[doc(hidden)]
    pub const EMPTY: Self = Self { kept: "\0\0\0\0\0", begin: [1, 2, 3, 4] };

    /// The line in one language.
    #[must_use]
    pub const fn get(&self, language: Language) -> &'static str {
        self.part(1 + language as usize)
    }

    /// The lines in all languages.
    #[must_use]
    pub const fn text(&self) -> Text {
        Text {
            en: self.get(Language::En),
            nl: self.get(Language::Nl),
            fr: self.get(Language::Fr),
            de: self.get(Language::De),
        }
    }

    /// The name.
    pub(crate) const fn id(&self) -> &'static str {
        self.part(0)
    }

    /// The name as C reads it.
    #[must_use]
    pub fn terminated_id(&self) -> &'static CStr {
        self.terminated_part(0)
    }

    /// The line in one language as C reads it.
    #[must_use]
    pub fn terminated(&self, language: Language) -> &'static CStr {
        self.terminated_part(1 + language as usize)
    }

    const fn part(&self, place: usize) -> &'static str {
        let (begin, end) = self.bounds(place);
        self.kept.split_at(end).0.split_at(begin).1
    }

    fn terminated_part(&self, place: usize) -> &'static CStr {
        let (begin, end) = self.bounds(place);
        // Each part was written with its NUL.
        CStr::from_bytes_with_nul(&self.kept.as_bytes()[begin..=end]).unwrap_or_default()
    }

    /// Where a part begins, and where its NUL stands.
    const fn bounds(&self, place: usize) -> (usize, usize) {
        let begin = if place == 0 { 0 } else { self.begin[place - 1] as usize };
        let next = if place == self.begin.len() { self.kept.len() } else { self.begin[place] as usize };
        (begin, next - 1)
    }
}

impl fmt::Debug for Wording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text().fmt(f)
    }
}

#[cfg(feature = "json")]
impl serde::Serialize for Wording {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.text().serialize(serializer)
    }
}

// What follows runs while the crate compiles.

const _: () = {
    // Lines are found by their language's place.
    assert!(Language::En as usize == 0 && Language::Nl as usize == 1);
    assert!(Language::Fr as usize == 2 && Language::De as usize == 3);
};

/// The parts of a wording, in their order.
const fn parts<'a>(id: &'a str, text: &Text) -> [&'a str; 5] {
    // No `..`: a language that is added must be added here.
    let Text { en, nl, fr, de } = *text;
    [id, en, nl, fr, de]
}

/// How many bytes a wording takes.
#[doc(hidden)]
#[must_use]
pub const fn room(id: &str, text: &Text) -> usize {
    let parts = parts(id, text);
    let mut room = 0;
    let mut place = 0;
    while place < parts.len() {
        room += parts[place].len() + 1;
        place += 1;
    }
    room
}

/// The bytes of a wording.
#[doc(hidden)]
#[must_use]
#[track_caller]
pub const fn written<const ROOM: usize>(id: &str, text: &Text) -> [u8; ROOM] {
    let parts = parts(id, text);
    let mut bytes = [0; ROOM];
    let mut at = 0;
    let mut place = 0;
    while place < parts.len() {
        let part = parts[place].as_bytes();
        let mut byte = 0;
        while byte < part.len() {
            assert!(part[byte] != 0, "a NUL would end a text early");
            byte += 1;
        }
        bytes.split_at_mut(at).1.split_at_mut(part.len()).0.copy_from_slice(part);
        at += part.len() + 1;
        place += 1;
    }
    bytes
}

/// The wording that was written into these bytes.
#[doc(hidden)]
#[must_use]
#[track_caller]
pub const fn wording(bytes: &'static [u8], id: &str, text: &Text) -> Wording {
    let parts = parts(id, text);
    let mut begin = [0; 4];
    let mut at = 0;
    let mut place = 0;
    while place < begin.len() {
        at += parts[place].len() + 1;
        begin[place] = at as u16;
        place += 1;
    }
    assert!(bytes.len() <= u16::MAX as usize, "a text is too long");
    match str::from_utf8(bytes) {
        Ok(kept) => Wording { kept, begin },
        Err(_) => panic!("a text is not UTF-8"),
    }
}

pub(crate) const VIN_MISSING: Text = Text {
    en: "The chassis number is missing.",
    nl: "Het chassisnummer ontbreekt.",
    fr: "Le numéro de châssis manque.",
    de: "Die Fahrgestellnummer fehlt.",
};

pub(crate) const VIN_TOO_LONG: Text = Text {
    en: "The chassis number has more than 17 characters.",
    nl: "Het chassisnummer heeft meer dan 17 tekens.",
    fr: "Le numéro de châssis compte plus de 17 caractères.",
    de: "Die Fahrgestellnummer hat mehr als 17 Zeichen.",
};

pub(crate) const VIN_SHORT: Text = Text {
    en: "The chassis number has fewer than 17 characters; that is right only for a vehicle older than the standard.",
    nl: "Het chassisnummer heeft minder dan 17 tekens; dat klopt alleen bij een voertuig van vóór de norm.",
    fr: "Le numéro de châssis compte moins de 17 caractères ; ce n'est juste que pour un véhicule antérieur à la norme.",
    de: "Die Fahrgestellnummer hat weniger als 17 Zeichen; das stimmt nur bei Fahrzeugen aus der Zeit vor der Norm.",
};
