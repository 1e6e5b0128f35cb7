//! Car-Pass, the Belgian odometer register.

mod state;

pub use state::{State, StateKind};

use crate::model::registry::decisions;
use crate::value::closed_enum;

decisions! {
    enrolment,
    visible,
    readiness,
    prompt (records),
    badge,
    start_of_work,
    submission (records),
    lifecycle (records),
    actions (records),
    invoicing (records),
    account,
    history,
    worklist (records),
}

closed_enum! {
    /// The document that is saved or invoiced.
    pub enum Document {
        /// "Werkfiche": a work order.
        WorkOrder = "work_order",
        /// "Schadedossier": a claim file.
        ClaimFile = "claim_file",
        /// "Factuur": an invoice that stands alone.
        Invoice = "invoice",
    }
}

mod text {
    //! What several Car-Pass tables say in the same words.
    use crate::message::Text;

    pub(super) const VIN_INVALID: Text = Text {
        en: "The chassis number is invalid: too long, or with a character that cannot stand in one.",
        nl: "Het chassisnummer is ongeldig: te lang, of met een teken dat er niet in kan voorkomen.",
        fr: "Le numéro de châssis est invalide : trop long, ou avec un caractère qui ne peut y figurer.",
        de: "Die Fahrgestellnummer ist ungültig: zu lang oder mit einem Zeichen, das darin nicht vorkommen kann.",
    };

    pub(super) const READING_MISSING: Text = Text {
        en: "The odometer reading is missing.",
        nl: "De km-stand ontbreekt.",
        fr: "Le kilométrage manque.",
        de: "Der Kilometerstand fehlt.",
    };

    pub(super) const START_OF_WORK_MISSING: Text = Text {
        en: "The start of work is missing.",
        nl: "De datum aanvang werken ontbreekt.",
        fr: "La date du commencement des travaux manque.",
        de: "Der Arbeitsbeginn fehlt.",
    };

    pub(super) const START_OF_WORK_IN_FUTURE: Text = Text {
        en: "The start of work lies in the future.",
        nl: "De datum aanvang werken ligt in de toekomst.",
        fr: "La date du commencement des travaux est dans le futur.",
        de: "Der Arbeitsbeginn liegt in der Zukunft.",
    };

    pub(super) const SETTLED: Text = Text {
        en: "The Car-Pass is in order: accepted, confirmed, documented, or not to be sent.",
        nl: "De Car-Pass is in orde: aanvaard, bevestigd, gedocumenteerd, of niet door te sturen.",
        fr: "Le Car-Pass est en ordre : accepté, confirmé, documenté, ou à ne pas transmettre.",
        de: "Der Car-Pass ist in Ordnung: angenommen, bestätigt, belegt oder nicht zu übermitteln.",
    };

    pub(super) const QUESTIONED: Text = Text {
        en: "Car-Pass has answered with an error.",
        nl: "Car-Pass heeft met een foutmelding geantwoord.",
        fr: "Car-Pass a répondu par une erreur.",
        de: "Car-Pass hat mit einer Fehlermeldung geantwortet.",
    };

    pub(super) const QUESTIONED_AGAIN: Text = Text {
        en: "Car-Pass has answered with an error for the second time or more.",
        nl: "Car-Pass heeft voor de tweede maal of vaker met een foutmelding geantwoord.",
        fr: "Car-Pass a répondu par une erreur pour la deuxième fois au moins.",
        de: "Car-Pass hat zum zweiten Mal oder öfter mit einer Fehlermeldung geantwortet.",
    };

    pub(super) const USER_CODE_MISSING: Text = Text {
        en: "The Car-Pass user code is not set.",
        nl: "De usercode van Car-Pass is niet ingevuld.",
        fr: "Le code d'utilisateur de Car-Pass n'est pas rempli.",
        de: "Der Car-Pass-Benutzercode ist nicht eingetragen.",
    };

    pub(super) const PASSWORD_MISSING: Text = Text {
        en: "The Car-Pass password is not set.",
        nl: "Het paswoord van Car-Pass is niet ingevuld.",
        fr: "Le mot de passe de Car-Pass n'est pas rempli.",
        de: "Das Car-Pass-Passwort ist nicht eingetragen.",
    };

    pub(super) const EMAIL_MISSING: Text = Text {
        en: "The e-mail address for Car-Pass is not set.",
        nl: "Het e-mailadres voor Car-Pass is niet ingevuld.",
        fr: "L'adresse e-mail pour Car-Pass n'est pas remplie.",
        de: "Die E-Mail-Adresse für Car-Pass ist nicht eingetragen.",
    };

    pub(super) const USER_CODE_SET: Text = Text {
        en: "The Car-Pass user code is set.",
        nl: "De usercode van Car-Pass is ingevuld.",
        fr: "Le code d'utilisateur de Car-Pass est rempli.",
        de: "Der Car-Pass-Benutzercode ist eingetragen.",
    };

    pub(super) const PASSWORD_SET: Text = Text {
        en: "The Car-Pass password is set.",
        nl: "Het paswoord van Car-Pass is ingevuld.",
        fr: "Le mot de passe de Car-Pass est rempli.",
        de: "Das Car-Pass-Passwort ist eingetragen.",
    };

    pub(super) const EMAIL_SET: Text = Text {
        en: "The e-mail address for Car-Pass is set.",
        nl: "Het e-mailadres voor Car-Pass is ingevuld.",
        fr: "L'adresse e-mail pour Car-Pass est remplie.",
        de: "Die E-Mail-Adresse für Car-Pass ist eingetragen.",
    };
}
