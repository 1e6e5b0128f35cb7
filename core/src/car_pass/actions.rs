//! `car_pass.actions`: what may a person do about an error that Car-Pass has answered with?
//!
//! Source: CPS 3, "Opladen km stand" (after the first error: correct, or "afsluiten zonder aanpassing"; after the second also
//! the correction document) and "Correctiedocument" ("kan onmiddellijk doorgemaild worden naar carpass, indien uw
//! handtekening is ingesteld in het programma"; "ook afdrukken om te ondertekenen en dan terug inscannen").

use dms_rules_derive::{Facts, Outcome};

use super::{State, text};
use crate::decision::Decision;
use crate::decision_table;
use crate::error::Error;
use crate::manual::CPS;
use crate::message::Text;
use crate::value::closed_enum;

/// The facts of `car_pass.actions`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts<'a> {
    /// How far the job's Car-Pass has come.
    pub state: State<'a>,
    /// The user's signature is kept in the program.
    pub signature_configured: bool,
}

/// What a person may do; each list in the order of the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
pub struct Outcome {
    /// The actions that are offered.
    pub actions: &'static [Action],
    /// The ways on which the correction document can go to Car-Pass.
    pub document_by: &'static [DocumentBy],
}

closed_enum! {
    /// What a person may do about an error; each is an event of `car_pass.lifecycle`.
    pub enum Action {
        /// Correct the data and send them again.
        CorrectData = "correct_data",
        /// "Afsluiten zonder aanpassing": state that the data are right.
        CloseWithoutChange = "close_without_change",
        /// Have the correction document made.
        GenerateDocument = "generate_document",
    }
}

closed_enum! {
    /// How the correction document goes to Car-Pass.
    pub enum DocumentBy {
        /// By e-mail, straight from the program.
        EmailDirectly = "email_directly",
        /// Printed, signed and scanned.
        PrintSignScan = "print_sign_scan",
    }
}

closed_enum! {
    /// Whether there is anything for a person to do.
    pub enum Verdict {
        /// Nothing.
        Nothing = "nothing",
        /// Something.
        Something = "something",
    }
}

decision_table! {
    /// After the first error: correct the data, or close without change. From the second on also have the correction
    /// document made, which goes by e-mail where the user's signature is set; else the advisory
    /// `signature_not_configured` says that it must be printed.
    decision "car_pass.actions", edition "2026-11";
    question Text {
        en: "What may a person do about an error that Car-Pass has answered with?",
        nl: "Wat mag iemand doen aan een fout die Car-Pass heeft geantwoord?",
        fr: "Que peut faire une personne d'une erreur que Car-Pass a répondue ?",
        de: "Was darf jemand bei einem Fehler tun, den Car-Pass gemeldet hat?",
    };
    refuses {
        missing_field: "`state.reason` of an exempt state, where it is blank";
    }
    source CPS, "3. Opladen km stand; Correctiedocument";
    hit policy COLLECT => Verdict;

    given(facts: &Facts<'_>) {}

    conditions {
        questioned              = facts.state.attempt().is_some(),
            feel r#"state.kind = "questioned""#;
        questioned_again        = facts.state.is_questioned_again(),
            feel r#"state.kind = "questioned" and state.attempt >= 2"#;
        signature_configured    = facts.signature_configured,
            feel "signature_configured";
    }

    impossible {
        questioned_again && !questioned;
    }

    rows {
        // action               | when
        correct_data            : questioned;
        close_without_change    : questioned;
        generate_document       : questioned_again;
        // document by          | when
        email_directly          : questioned_again && signature_configured;
        print_sign_scan         : questioned_again;
    }

    outcome {
        none => Verdict::Nothing;
        any => Verdict::Something;
    }

    advisories {
        signature_not_configured    : questioned_again && !signature_configured;
    }

    texts {
        questioned: text::QUESTIONED;
        questioned_again: text::QUESTIONED_AGAIN;
        signature_configured: Text {
            en: "The user's signature is kept in the program.",
            nl: "De handtekening is ingesteld in het programma.",
            fr: "La signature est configurée dans le programme.",
            de: "Die Unterschrift ist im Programm hinterlegt.",
        };
        correct_data: Text {
            en: "Correct the data and send them again.",
            nl: "De gegevens corrigeren en opnieuw doorsturen.",
            fr: "Corriger les données et les transmettre à nouveau.",
            de: "Die Angaben berichtigen und erneut übermitteln.",
        };
        close_without_change: Text {
            en: "Close without change, where the data are right.",
            nl: "Afsluiten zonder aanpassing, indien de gegevens correct zijn.",
            fr: "Clôturer sans modification, si les données sont correctes.",
            de: "Ohne Änderung abschließen, wenn die Angaben richtig sind.",
        };
        generate_document: Text {
            en: "Have the correction document made.",
            nl: "Het correctiedocument genereren.",
            fr: "Générer le document de correction.",
            de: "Das Korrekturdokument erstellen.",
        };
        email_directly: Text {
            en: "Mail the correction document to Car-Pass straight from the program.",
            nl: "Het correctiedocument onmiddellijk doormailen naar Car-Pass.",
            fr: "Envoyer le document de correction directement par e-mail à Car-Pass.",
            de: "Das Korrekturdokument direkt per E-Mail an Car-Pass senden.",
        };
        print_sign_scan: Text {
            en: "Print the correction document, sign it and scan it.",
            nl: "Het correctiedocument afdrukken, ondertekenen en terug inscannen.",
            fr: "Imprimer le document de correction, le signer et le scanner.",
            de: "Das Korrekturdokument ausdrucken, unterschreiben und einscannen.",
        };
        signature_not_configured: Text {
            en: "No signature is kept in the program: the correction document cannot be mailed straight away.",
            nl: "Er is geen handtekening ingesteld: het correctiedocument kan niet onmiddellijk worden doorgemaild.",
            fr: "Aucune signature n'est configurée : le document de correction ne peut partir directement par e-mail.",
            de: "Es ist keine Unterschrift hinterlegt: das Korrekturdokument kann nicht direkt gemailt werden.",
        };
    }
}

/// Decides `car_pass.actions`.
///
/// # Errors
/// None.
pub fn decide(facts: &Facts<'_>) -> Result<Decision<Outcome>, Error> {
    let decision = apply(facts);
    let rows = decision.because_bits();
    let outcome = Outcome {
        actions: neighbours(Action::ALL, rows),
        document_by: neighbours(DocumentBy::ALL, rows >> Action::ALL.len()),
    };
    Ok(decision.map(|_| outcome))
}

/// Those of `all` whose rows fired. The rows that fire always stand together, so that nothing need be copied.
fn neighbours<T>(all: &'static [T], rows: u32) -> &'static [T] {
    let fired = |place: &usize| rows & (1 << place) != 0;
    let first = (0..all.len()).find(fired).unwrap_or_default();
    let count = (first..all.len()).take_while(fired).count();
    &all[first..first + count]
}
