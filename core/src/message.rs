//! Texts for people, in the four languages of the manuals' readers.
//!
//! A table's texts stand in the table's own file, below its rows, so that a row and its words change together; what
//! several tables say in the same words stands here.

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
