//! The one error: what was refused, in which field, and what was expected.

use std::borrow::Cow;

use crate::message::{Language, Text};
use crate::table::Reason;
use crate::value::closed_enum;

closed_enum! {
    /// Why facts were refused; the same code in every language.
    pub enum ErrorCode {
        /// A fact that the decision needs is missing or unknown.
        MissingField = "missing_field",
        /// A fact that the decision does not know.
        UnknownField = "unknown_field",
        /// A value of another kind: text where a number is due.
        WrongType = "wrong_type",
        /// A word that is not among the values of its field.
        UnknownValue = "unknown_value",
        /// A number or a result beyond its limits.
        OutOfRange = "out_of_range",
        /// A date or time that does not exist, or is not written as one.
        InvalidDate = "invalid_date",
        /// Two facts that cannot both be true.
        Contradiction = "contradiction",
        /// An event that cannot happen in this state.
        IllegalTransition = "illegal_transition",
        /// A choice was made although the settings lock the choices.
        OptionsLocked = "options_locked",
        /// No decision has this id.
        UnknownDecision = "unknown_decision",
        /// Text that is not JSON.
        MalformedJson = "malformed_json",
    }
}

impl ErrorCode {
    /// The code with this name.
    ///
    /// # Panics
    /// While the crate compiles, where there is none.
    #[doc(hidden)]
    #[must_use]
    #[track_caller]
    pub const fn named(name: &str) -> Self {
        let mut place = 0;
        while place < Self::ALL.len() {
            if crate::table::same(Self::ALL[place].as_str(), name) {
                return Self::ALL[place];
            }
            place += 1;
        }
        panic!("no error code has this name")
    }

    /// What the code says to a person.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::MissingField => Text {
                en: "This must be given.",
                nl: "Dit moet worden ingevuld.",
                fr: "Cette donnée est obligatoire.",
                de: "Diese Angabe ist erforderlich.",
            },
            Self::UnknownField => Text {
                en: "The decision does not know this field.",
                nl: "De beslissing kent dit veld niet.",
                fr: "La décision ne connaît pas ce champ.",
                de: "Die Entscheidung kennt dieses Feld nicht.",
            },
            Self::WrongType => Text {
                en: "The value is of the wrong kind.",
                nl: "De waarde is van het verkeerde soort.",
                fr: "La valeur n'est pas du bon type.",
                de: "Der Wert ist von der falschen Art.",
            },
            Self::UnknownValue => Text {
                en: "This is none of the possible values.",
                nl: "Dit is geen van de mogelijke waarden.",
                fr: "Ce n'est aucune des valeurs possibles.",
                de: "Das ist keiner der möglichen Werte.",
            },
            Self::OutOfRange => Text {
                en: "The value is beyond its limits.",
                nl: "De waarde valt buiten de grenzen.",
                fr: "La valeur dépasse les limites.",
                de: "Der Wert liegt außerhalb der Grenzen.",
            },
            Self::InvalidDate => Text {
                en: "This date or time does not exist or is not written as one.",
                nl: "Deze datum of tijd bestaat niet of is niet juist geschreven.",
                fr: "Cette date ou heure n'existe pas ou est mal écrite.",
                de: "Dieses Datum oder diese Uhrzeit gibt es nicht oder ist falsch geschrieben.",
            },
            Self::Contradiction => Text {
                en: "This contradicts another entry.",
                nl: "Dit is in tegenspraak met een ander gegeven.",
                fr: "Cela contredit une autre donnée.",
                de: "Das widerspricht einer anderen Angabe.",
            },
            Self::IllegalTransition => Text {
                en: "This cannot happen in the present state.",
                nl: "Dit kan in de huidige toestand niet.",
                fr: "Cela n'est pas possible dans l'état actuel.",
                de: "Das ist im jetzigen Zustand nicht möglich.",
            },
            Self::OptionsLocked => Text {
                en: "The settings never forward readings: the choices cannot be set.",
                nl: "Volgens de instellingen worden tellerstanden nooit doorgestuurd: de keuzes zijn niet instelbaar.",
                fr: "Selon les paramètres, aucun kilométrage n'est transmis : les choix ne sont pas modifiables.",
                de: "Laut Einstellungen werden Kilometerstände nie übermittelt: die Auswahl ist gesperrt.",
            },
            Self::UnknownDecision => Text {
                en: "There is no such decision.",
                nl: "Zo'n beslissing bestaat niet.",
                fr: "Cette décision n'existe pas.",
                de: "Diese Entscheidung gibt es nicht.",
            },
            Self::MalformedJson => Text {
                en: "This is not well-formed JSON.",
                nl: "Dit is geen geldige JSON.",
                fr: "Ce n'est pas du JSON valide.",
                de: "Das ist kein gültiges JSON.",
            },
        }
    }
}

/// A refusal. Nothing was decided and nothing was guessed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("{}{}", self.field().map(|field| format!("{field}: ")).unwrap_or_default(), self.detail())]
pub struct Error(Box<Refused>);

/// It lies apart, so that a refusal makes no answer larger.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Refused {
    code: ErrorCode,
    field: Option<Cow<'static, str>>,
    detail: Cow<'static, str>,
    /// Every fault, where the decision lists them all.
    faults: Vec<Error>,
    /// What a person should look at.
    advisories: Vec<Reason>,
}

impl Error {
    /// A refusal that names a field; `detail` says in English what was expected.
    pub fn new(code: ErrorCode, field: impl Into<Cow<'static, str>>, detail: impl Into<Cow<'static, str>>) -> Self {
        Self::refused(code, Some(field.into()), detail.into())
    }

    /// A refusal that no field can be named for.
    pub fn whole(code: ErrorCode, detail: impl Into<Cow<'static, str>>) -> Self {
        Self::refused(code, None, detail.into())
    }

    #[cold]
    #[inline(never)]
    fn refused(code: ErrorCode, field: Option<Cow<'static, str>>, detail: Cow<'static, str>) -> Self {
        Self(Box::new(Refused { code, field, detail, faults: Vec::new(), advisories: Vec::new() }))
    }

    /// The refusal of facts with these faults, of which the first gives code and field; `None` where there are none.
    #[must_use]
    pub fn listing(faults: Vec<Self>) -> Option<Self> {
        let mut first = faults.first()?.clone();
        first.0.faults = faults;
        Some(first)
    }

    /// The same refusal with something that a person should look at.
    #[must_use]
    pub fn advising(mut self, advisory: Reason) -> Self {
        self.0.advisories.push(advisory);
        self
    }

    /// The same refusal, its field seen from the list in which the record stands: `others[0].planned_end`.
    #[must_use]
    pub(crate) fn in_list(mut self, list: &str, place: usize) -> Self {
        self.0.field = self.0.field.map(|field| format!("{list}[{place}].{field}").into());
        self
    }

    /// Every fault in field order, where the decision lists them all; else nothing.
    #[must_use]
    pub fn faults(&self) -> &[Self] {
        &self.0.faults
    }

    /// What a person should look at.
    #[must_use]
    pub fn advisories(&self) -> &[Reason] {
        &self.0.advisories
    }

    /// The code, the same in every language.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        self.0.code
    }

    /// The fact that was refused, named as in the rules.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        self.0.field.as_deref()
    }

    /// What was expected, in English, for the developer.
    #[must_use]
    pub fn detail(&self) -> &str {
        &self.0.detail
    }

    /// One line for the workshop's staff.
    #[must_use]
    pub fn line(&self, language: Language) -> String {
        let text = self.0.code.text();
        match self.field() {
            Some(field) => format!("{field}: {}", text.get(language)),
            None => text.get(language).to_owned(),
        }
    }
}
