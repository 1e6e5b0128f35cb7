//! `booking.advisor`: who is preselected as the booking's advisor?
//!
//! Source: MD, "Buchungsdetails": "Bei Mietfahrzeug- und Probefahrtterminen wird der Verkaufsberater aus dem
//! Kundenstamm für den Buchungsberater vorausgewählt. Wird ein Ersatzfahrzeugtermin über einen Service-Termin erstellt,
//! so wird der dortige Annehmer als Buchungsberater vorausgewählt. Ist dieser nicht vorhanden oder wird der
//! Ersatzfahrzeugtermin ohne Service-Termin erstellt, wird der Kundendienstberater aus dem Kundenstamm …
//! vorausgewählt".
//!
//! Reading of the manual: where the person named is unknown, nobody is preselected; a sales advisor never stands in for
//! a service advisor, nor the reverse.

use dms_rules_derive::{Facts, Outcome};

use super::Kind;
use crate::decision::Decision;
use crate::decision_table;
use crate::error::Error;
use crate::manual::MD;
use crate::message::Text;
use crate::value::{closed_enum, given};

/// The facts of `booking.advisor`. Advisors are the codes of employees; a blank code counts as none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts<'a> {
    /// The kind of the booking.
    pub kind: Kind,
    /// The customer's sales advisor ("Verkaufsberater").
    pub sales_advisor: Option<&'a str>,
    /// The customer's service advisor ("Kundendienstberater").
    pub service_advisor: Option<&'a str>,
    /// Who receives the vehicle at the service appointment ("Annehmer").
    pub appointment_receiver: Option<&'a str>,
    /// The booking is made from a service appointment.
    pub from_appointment: bool,
}

/// Who is preselected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
#[model(columns)]
pub struct Outcome<'a> {
    /// The advisor's code; none where nobody is preselected.
    pub advisor: Option<&'a str>,
}

closed_enum! {
    /// Which of the known people is preselected.
    pub enum Preselected {
        /// The customer's sales advisor.
        SalesAdvisor = "sales_advisor",
        /// The receiver at the service appointment.
        AppointmentReceiver = "appointment_receiver",
        /// The customer's service advisor.
        ServiceAdvisor = "service_advisor",
        /// Nobody.
        Nobody = "none",
    }
}

decision_table! {
    /// For a rental or a test drive the customer's sales advisor; for a replacement the receiver of the service
    /// appointment, else the customer's service advisor. None stands in for another. A blank code counts as none.
    decision "booking.advisor", edition "2026-11";
    question Text {
        en: "Who is preselected as the booking's advisor?",
        nl: "Wie is voorgeselecteerd als adviseur van de boeking?",
        fr: "Qui est présélectionné comme conseiller de la réservation ?",
        de: "Wer ist als Buchungsberater vorausgewählt?",
    };
    source MD, "Buchungsdetails";
    hit policy FIRST => Preselected;

    given(facts: &Facts<'_>) {
        let replacement = facts.kind == Kind::Replacement;
        let known = |code| given(code).is_some();
    }

    conditions {
        sales_advisor           = !replacement && known(facts.sales_advisor),
            feel r#"kind != "replacement" and given(sales_advisor)"#;
        appointment_receiver    = replacement && facts.from_appointment && known(facts.appointment_receiver),
            feel r#"kind = "replacement" and from_appointment and given(appointment_receiver)"#;
        service_advisor         = replacement && known(facts.service_advisor),
            feel r#"kind = "replacement" and given(service_advisor)"#;
    }

    impossible {
        sales_advisor && appointment_receiver;
        sales_advisor && service_advisor;
    }

    rows {
        // row                  | when                  | preselected
        sales_advisor           : sales_advisor         => Preselected::SalesAdvisor;
        appointment_receiver    : appointment_receiver  => Preselected::AppointmentReceiver;
        service_advisor         : service_advisor       => Preselected::ServiceAdvisor;
        none                    : otherwise             => Preselected::Nobody;
    }

    advisories {}

    texts {
        sales_advisor: Text {
            en: "Rental or test drive: the customer's sales advisor.",
            nl: "Verhuur of proefrit: de verkoopadviseur van de klant.",
            fr: "Location ou essai : le conseiller commercial du client.",
            de: "Mietfahrzeug oder Probefahrt: der Verkaufsberater aus dem Kundenstamm.",
        };
        appointment_receiver: Text {
            en: "Replacement from a service appointment: the receiver at the appointment.",
            nl: "Vervangwagen bij een werkplaatsafspraak: de receptionist van die afspraak.",
            fr: "Remplacement lié à un rendez-vous d'atelier : le réceptionnaire du rendez-vous.",
            de: "Ersatzfahrzeug aus einem Service-Termin: der dortige Annehmer.",
        };
        service_advisor: Text {
            en: "Replacement: the customer's service advisor.",
            nl: "Vervangwagen: de serviceadviseur van de klant.",
            fr: "Remplacement : le conseiller service du client.",
            de: "Ersatzfahrzeug: der Kundendienstberater aus dem Kundenstamm.",
        };
        none: Text {
            en: "Nobody is known for this: choose an advisor.",
            nl: "Hiervoor is niemand bekend: kies een adviseur.",
            fr: "Personne n'est connu : choisissez un conseiller.",
            de: "Dafür ist niemand hinterlegt: bitte einen Berater wählen.",
        };
    }
}

/// Decides `booking.advisor`.
///
/// # Errors
/// None.
pub fn decide<'a>(facts: &Facts<'a>) -> Result<Decision<Outcome<'a>>, Error> {
    Ok(apply(facts).map(|preselected| Outcome {
        advisor: match preselected {
            Preselected::SalesAdvisor => facts.sales_advisor,
            Preselected::AppointmentReceiver => facts.appointment_receiver,
            Preselected::ServiceAdvisor => facts.service_advisor,
            Preselected::Nobody => None,
        },
    }))
}
