use std::fmt;

/// The length of a standard VIN.
const STANDARD_LENGTH: usize = 17;

/// A vehicle identification number as somebody entered it, normalised.
///
/// Any text makes a `Vin`: blanks and dashes are dropped and letters put in upper case, and what is left is judged by
/// [`form`](Self::form). Whether a form is acceptable is for each decision to say. It is kept in place, without
/// allocating.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Vin {
    characters: [u8; STANDARD_LENGTH],
    length: u32,
    illegal: bool,
}

/// What a VIN looks like, by its length and its characters alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VinForm {
    /// Nothing was entered.
    Missing,
    /// More than 17 characters.
    TooLong,
    /// A character outside A–Z and 0–9, or I, O or Q in a VIN of 17 characters.
    IllegalCharacter,
    /// Fewer than 17 characters: a vehicle from before the standard.
    Short,
    /// 17 characters that may stand in a VIN.
    Standard,
}

impl Vin {
    /// Normalises what was entered: drops blanks and dashes (typographic ones too), upper-cases A to Z.
    #[must_use]
    pub fn new(entered: &str) -> Self {
        let mut vin = Self { characters: [0; STANDARD_LENGTH], length: 0, illegal: false };
        for character in entered.chars().filter(|c| !is_blank_or_dash(*c)) {
            let upper = character.to_ascii_uppercase();
            if upper.is_ascii_uppercase() || upper.is_ascii_digit() {
                if let Some(place) = vin.characters.get_mut(vin.length as usize) {
                    *place = upper as u8;
                }
            } else {
                vin.illegal = true;
            }
            vin.length = vin.length.saturating_add(1);
        }
        vin
    }

    /// How many characters are left after normalising.
    #[must_use]
    pub const fn length(&self) -> usize {
        self.length as usize
    }

    /// What it looks like.
    #[must_use]
    pub fn form(&self) -> VinForm {
        match self.length() {
            0 => VinForm::Missing,
            18.. => VinForm::TooLong,
            _ if self.illegal => VinForm::IllegalCharacter,
            STANDARD_LENGTH if self.has_i_o_or_q() => VinForm::IllegalCharacter,
            STANDARD_LENGTH => VinForm::Standard,
            _ => VinForm::Short,
        }
    }

    /// The normalised characters, unless they are too many or not all legal.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self.form() {
            VinForm::TooLong | VinForm::IllegalCharacter => None,
            VinForm::Missing | VinForm::Short | VinForm::Standard => {
                std::str::from_utf8(&self.characters[..self.length()]).ok()
            }
        }
    }

    /// Whether position 9 is the check digit of the other sixteen. The rule is North American: elsewhere the position
    /// is free. `None` where there are not 17 legal characters.
    #[must_use]
    pub fn check_digit_matches(&self) -> Option<bool> {
        const WEIGHTS: [u32; STANDARD_LENGTH] = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
        if self.form() != VinForm::Standard {
            return None;
        }
        let sum: u32 =
            self.characters.iter().zip(WEIGHTS).map(|(character, weight)| value_of(*character) * weight).sum();
        let expected = match sum % 11 {
            10 => b'X',
            digit => b'0' + digit as u8,
        };
        Some(self.characters[8] == expected)
    }

    /// Whether the vehicle was built for North America: the VIN starts with 1 to 5.
    #[must_use]
    pub const fn is_north_american(&self) -> bool {
        matches!(self.characters[0], b'1'..=b'5')
    }

    fn has_i_o_or_q(&self) -> bool {
        self.characters.iter().any(|c| matches!(c, b'I' | b'O' | b'Q'))
    }
}

/// The value of a character in the check sum: digits count themselves, A to H 1 to 8, J to R 1 to 9, S to Z 2 to 9.
const fn value_of(character: u8) -> u32 {
    match character {
        b'0'..=b'9' => (character - b'0') as u32,
        b'A'..=b'H' => (character - b'A') as u32 + 1,
        b'J'..=b'R' => (character - b'J') as u32 + 1,
        b'S'..=b'Z' => (character - b'S') as u32 + 2,
        _ => 0,
    }
}

fn is_blank_or_dash(character: char) -> bool {
    character.is_whitespace() || matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

impl From<&str> for Vin {
    fn from(entered: &str) -> Self {
        Self::new(entered)
    }
}

impl fmt::Debug for Vin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.as_str() {
            Some(characters) => write!(f, "Vin({characters:?})"),
            None => write!(f, "Vin({:?}, {} characters)", self.form(), self.length),
        }
    }
}
