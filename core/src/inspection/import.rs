//! `inspection.import`: what does one report of EBV change in the register, the order and the vehicles?
//!
//! Source: IPN, "Daten über Schnittstelle aus dem EBV": "Übernahme in IPN", "… in den Auftrag", "… in das
//! Kundenfahrzeug", "… in das Handelsfahrzeug", "Fehlerprotokoll".
//!
//! Readings of the manual:
//! * Inspection date 1 ("Prüfdatum 1") becomes the report's "Gültig bis".
//! * A hint speaks only of what is updated, and what is updated is overwritten even where it was higher ("werden aber
//!   trotzdem aktualisiert").
//! * A chassis number that several customer vehicles have has found them: they are ambiguous, not "nicht gefunden".
//! * The trade vehicle has no condition on the invoice: it is updated even when the order is invoiced.
//! * A report that EBV cancelled, or whose inspection was failed, is taken over as it stands; a person should check the
//!   due date.

use chrono::NaiveDate;
use dms_rules_derive::{Facts, Outcome};

use super::said;
use crate::decision::Decision;
use crate::decision_table;
use crate::error::{Error, ErrorCode};
use crate::manual::IPN;
use crate::message::Text;
use crate::table::Reason;
use crate::value::{OdometerReading, closed_enum};

/// The facts of `inspection.import`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts<'a> {
    /// The report that EBV handed over.
    pub report: Report<'a>,
    /// The order that has the report's order number, if one was found.
    pub order: Option<Order<'a>>,
    /// The customer vehicle that has the report's customer and vehicle number, if one was found.
    pub customer_vehicle_by_number: Option<VehicleMaster>,
    /// The customer vehicles that have the report's chassis number.
    pub customer_vehicles_by_vin: Vec<VehicleMaster>,
    /// The trade vehicle on which the order was opened, if it was found.
    pub trade_vehicle: Option<VehicleMaster>,
}

/// A report ("Gutachten") of EBV.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Report<'a> {
    /// The number of the plaque ("Plakettennummer").
    pub plaque_number: &'a str,
    /// The kind of plaque ("Plakettenart").
    pub plaque_kind: &'a str,
    /// The day until which the plaque is valid ("Gültig bis").
    pub valid_until: NaiveDate,
    /// The chassis number.
    pub vin: &'a str,
    /// The registration ("Kennzeichen").
    pub registration: &'a str,
    /// The odometer reading, in km.
    pub odometer_km: OdometerReading,
    /// The customer's number.
    pub customer_number: Option<&'a str>,
    /// The customer's name.
    pub customer_name: Option<&'a str>,
    /// The vehicle's number.
    pub vehicle_number: Option<&'a str>,
    /// The number of the report ("Gutachtennummer").
    pub report_number: &'a str,
    /// The kind of report ("Gutachtenart").
    pub report_kind: &'a str,
    /// The report was cancelled in EBV.
    pub cancelled: bool,
    /// The result of the inspection ("Prüfergebnis").
    pub result: InspectionResult,
    /// The plaque that replaces another ("Ersatzplakette").
    pub replacement_plaque: Option<&'a str>,
    /// The day of the inspection ("Begutachtungsdatum").
    pub inspected_on: NaiveDate,
    /// The inspector ("Prüfer").
    pub inspector: &'a str,
    /// The inspector's assistant ("Prüfhelfer").
    pub assistant: Option<&'a str>,
    /// The number of the order ("Auftragsnummer").
    pub order_number: Option<&'a str>,
}

closed_enum! {
    /// The result of an inspection.
    pub enum InspectionResult {
        /// The vehicle passed.
        Passed = "passed",
        /// It did not.
        Failed = "failed",
    }
}

/// The order that a report belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Order<'a> {
    /// Its number: that of the report.
    pub number: &'a str,
    /// It is invoiced.
    pub invoiced: bool,
    /// The number of the invoice; needed where it is invoiced.
    pub invoice_number: Option<&'a str>,
    /// The date of the invoice; needed where it is invoiced.
    pub invoice_date: Option<NaiveDate>,
    /// Its odometer reading, in km.
    pub odometer_km: Option<OdometerReading>,
    /// Its inspection date 1.
    pub next_inspection: Option<NaiveDate>,
    /// The customer's number.
    pub customer_number: Option<&'a str>,
    /// The customer's name.
    pub customer_name: Option<&'a str>,
    /// The chassis number.
    pub vin: Option<&'a str>,
    /// The registration.
    pub registration: Option<&'a str>,
    /// The vehicle's number.
    pub vehicle_number: Option<&'a str>,
    /// It was opened on a trade vehicle ("Handelsfahrzeug").
    pub is_trade_vehicle: bool,
}

/// What the master data of a vehicle say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct VehicleMaster {
    /// Its odometer reading, in km.
    pub odometer_km: Option<OdometerReading>,
    /// Its inspection date 1.
    pub next_inspection: Option<NaiveDate>,
}

/// What is to be written.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Outcome)]
pub struct Outcome<'a> {
    /// The entry in the register.
    pub register_entry: RegisterEntry<'a>,
    /// What is updated, in the manual's order.
    pub updates: Vec<Update>,
    /// The hints of the error protocol ("Fehlerprotokoll"), in the manual's order: what `because` names.
    #[fact(ids)]
    pub protocol: Vec<&'static Reason>,
}

/// An entry in the register, field by field as the manual lists them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Outcome)]
pub struct RegisterEntry<'a> {
    /// "Plakettennummer".
    pub plaque_number: &'a str,
    /// "Plakettenart".
    pub plaque_kind: &'a str,
    /// "Gültig bis".
    pub valid_until: NaiveDate,
    /// "Fahrgestellnummer": the order's, else the report's.
    pub vin: &'a str,
    /// "Kennzeichen": the order's, else the report's.
    pub registration: &'a str,
    /// "Kilometerstand".
    pub odometer_km: OdometerReading,
    /// "Kundennummer": the order's, else the report's.
    pub customer_number: Option<&'a str>,
    /// The customer's name: the order's, else the report's.
    pub customer_name: Option<&'a str>,
    /// The vehicle's number: the order's, else the report's.
    pub vehicle_number: Option<&'a str>,
    /// "Auftragsnummer".
    pub order_number: Option<&'a str>,
    /// Text 3: "Gutachtennummer und Gutachtenart".
    pub text_3: String,
    /// Text 4: "STORNIERT, falls in EBV Gutachten storniert wurde".
    pub text_4: &'static str,
    /// Text 5: "Prüfergebnis".
    pub text_5: InspectionResult,
    /// Text 6: "Ersatzplakette"; empty where there is none.
    pub text_6: &'a str,
    /// Text 7: "Begutachtungsdatum".
    pub text_7: NaiveDate,
    /// Text 8: "Prüfer".
    pub text_8: &'a str,
    /// Text 9: "Prüfhelfer"; empty where there was none.
    pub text_9: &'a str,
    /// The number of the invoice, once the order is invoiced.
    pub invoice_number: Option<&'a str>,
    /// The date of the invoice, once the order is invoiced.
    pub invoice_date: Option<NaiveDate>,
    /// "Weiters bleibt der Verrechnungscode immer LEER".
    pub billing_code: &'static str,
}

/// What a report writes into an order or the master data of a vehicle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
pub struct Update {
    /// What is updated.
    pub target: Target,
    /// Its new odometer reading, in km.
    pub odometer_km: OdometerReading,
    /// Its new inspection date 1.
    pub inspection_date_1: NaiveDate,
}

closed_enum! {
    /// What a report updates.
    pub enum Target {
        /// The order.
        Order = "order",
        /// The customer vehicle ("Kundenfahrzeug").
        CustomerVehicle = "customer_vehicle",
        /// The trade vehicle ("Handelsfahrzeug").
        TradeVehicle = "trade_vehicle",
    }
}

closed_enum! {
    /// Whether the error protocol has something to say.
    pub enum Protocol {
        /// It has no hints.
        Empty = "empty",
        /// It has hints.
        Hints = "hints",
    }
}

decision_table! {
    /// `because` has the hints of the error protocol, each about something that is updated all the same. The invoice
    /// number and date stand in the register only once the order is invoiced; the order is updated only before.
    /// Advisories: `cancelled_report`, `failed_inspection`, `replacement_plaque`.
    decision "inspection.import", edition "2026-11";
    question Text {
        en: "What does one report of EBV change in the register, the order and the vehicles?",
        nl: "Wat wijzigt één verslag van EBV in het register, de order en de voertuigen?",
        fr: "Que change un rapport d'EBV dans le registre, l'ordre et les véhicules ?",
        de: "Was ändert ein Gutachten aus EBV im Pickerlbuch, im Auftrag und in den Fahrzeugen?",
    };
    refuses {
        contradiction: "`order.number` that is not the report's";
        missing_field: "`order.invoice_number` and `order.invoice_date` of an order that is invoiced";
    }
    source IPN, "Daten über Schnittstelle aus dem EBV";
    hit policy COLLECT => Protocol;

    given(facts: &Facts<'_>) {
        let higher = |known: Option<OdometerReading>| known > Some(facts.report.odometer_km);
        let later = |known: Option<NaiveDate>| known > Some(facts.report.valid_until);
        let order = facts.order.as_ref();
        let customer_vehicle = facts.customer_vehicle();
        let trade_vehicle = facts.trade_vehicle.as_ref();
    }

    conditions {
        order_open                          = facts.open_order().is_some(),
            feel "order != null and not(order.invoiced)";
        odometer_in_order_higher            = order.is_some_and(|order| higher(order.odometer_km)),
            feel "order != null and order.odometer_km != null and order.odometer_km > report.odometer_km";
        date_in_order_higher                = order.is_some_and(|order| later(order.next_inspection)),
            feel "order != null and order.next_inspection != null and date(order.next_inspection) > date(report.valid_until)";
        customer_vehicle_odometer_higher    = customer_vehicle.is_some_and(|vehicle| higher(vehicle.odometer_km)),
            feel "some vehicle in (if customer_vehicle_by_number != null then [customer_vehicle_by_number]
                else if count(customer_vehicles_by_vin) = 1 then customer_vehicles_by_vin else [])
                satisfies vehicle.odometer_km != null and vehicle.odometer_km > report.odometer_km";
        customer_vehicle_date_higher        = customer_vehicle.is_some_and(|vehicle| later(vehicle.next_inspection)),
            feel "some vehicle in (if customer_vehicle_by_number != null then [customer_vehicle_by_number]
                else if count(customer_vehicles_by_vin) = 1 then customer_vehicles_by_vin else [])
                satisfies vehicle.next_inspection != null and date(vehicle.next_inspection) > date(report.valid_until)";
        order_on_trade_vehicle              = facts.trade_vehicle_of_order().is_some(),
            feel "order != null and order.is_trade_vehicle and trade_vehicle != null";
        odometer_in_trade_vehicle_higher    = trade_vehicle.is_some_and(|vehicle| higher(vehicle.odometer_km)),
            feel "trade_vehicle != null and trade_vehicle.odometer_km != null and trade_vehicle.odometer_km > report.odometer_km";
        date_in_trade_vehicle_higher        = trade_vehicle.is_some_and(|vehicle| later(vehicle.next_inspection)),
            feel "trade_vehicle != null and trade_vehicle.next_inspection != null
                and date(trade_vehicle.next_inspection) > date(report.valid_until)";
        vin_ambiguous                       = facts.is_vin_ambiguous(),
            feel "customer_vehicle_by_number = null and count(customer_vehicles_by_vin) > 1";
        order_or_vehicle_found              = facts.is_anything_found(),
            feel "order != null or customer_vehicle_by_number != null or count(customer_vehicles_by_vin) > 0
                or trade_vehicle != null";
        cancelled_report                    = facts.report.cancelled,
            feel "report.cancelled";
        failed_inspection                   = facts.report.result == InspectionResult::Failed,
            feel r#"report.result = "failed""#;
        replacement_plaque                  = said(facts.report.replacement_plaque).is_some(),
            feel "given(report.replacement_plaque)";
    }

    impossible {
        order_open && !order_or_vehicle_found;
        order_on_trade_vehicle && !order_or_vehicle_found;
        vin_ambiguous && !order_or_vehicle_found;
        vin_ambiguous && customer_vehicle_odometer_higher;
        vin_ambiguous && customer_vehicle_date_higher;
    }

    rows {
        // hint                             | when
        order_odometer_higher               : order_open && odometer_in_order_higher;
        order_date_higher                   : order_open && date_in_order_higher;
        customer_vehicle_odometer_higher    : customer_vehicle_odometer_higher;
        customer_vehicle_date_higher        : customer_vehicle_date_higher;
        trade_vehicle_odometer_higher       : order_on_trade_vehicle && odometer_in_trade_vehicle_higher;
        trade_vehicle_date_higher           : order_on_trade_vehicle && date_in_trade_vehicle_higher;
        vin_ambiguous                       : vin_ambiguous;
        nothing_found                       : !order_or_vehicle_found;
    }

    outcome {
        none => Protocol::Empty;
        any => Protocol::Hints;
    }

    advisories {
        cancelled_report                    : cancelled_report;
        failed_inspection                   : failed_inspection;
        replacement_plaque                  : replacement_plaque;
    }

    texts {
        order_open: Text {
            en: "An order was found that is not invoiced yet.",
            nl: "Er is een order gevonden die nog niet gefactureerd is.",
            fr: "Un ordre a été trouvé qui n'est pas encore facturé.",
            de: "Ein Auftrag wurde gefunden und ist noch nicht fakturiert.",
        };
        odometer_in_order_higher: Text {
            en: "The order has a higher odometer reading than EBV.",
            nl: "De order heeft een hogere kilometerstand dan EBV.",
            fr: "L'ordre a un kilométrage plus élevé qu'EBV.",
            de: "Der Kilometerstand im Auftrag ist höher als im EBV.",
        };
        date_in_order_higher: Text {
            en: "The order has a later inspection date than EBV.",
            nl: "De order heeft een latere keuringsdatum dan EBV.",
            fr: "L'ordre a une date de contrôle plus tardive qu'EBV.",
            de: "Das Prüfdatum im Auftrag ist höher als im EBV.",
        };
        order_on_trade_vehicle: Text {
            en: "The order was opened on a trade vehicle, which was found.",
            nl: "De order is op een handelsvoertuig geopend, dat is gevonden.",
            fr: "L'ordre a été ouvert sur un véhicule de commerce, qui a été trouvé.",
            de: "Der Auftrag wurde auf ein Handelsfahrzeug eröffnet, das gefunden wurde.",
        };
        odometer_in_trade_vehicle_higher: Text {
            en: "The trade vehicle has a higher odometer reading than EBV.",
            nl: "Het handelsvoertuig heeft een hogere kilometerstand dan EBV.",
            fr: "Le véhicule de commerce a un kilométrage plus élevé qu'EBV.",
            de: "Der Kilometerstand im Handelsfahrzeug ist höher als im EBV.",
        };
        date_in_trade_vehicle_higher: Text {
            en: "The trade vehicle has a later inspection date than EBV.",
            nl: "Het handelsvoertuig heeft een latere keuringsdatum dan EBV.",
            fr: "Le véhicule de commerce a une date de contrôle plus tardive qu'EBV.",
            de: "Das Prüfdatum im Handelsfahrzeug ist höher als im EBV.",
        };
        order_or_vehicle_found: Text {
            en: "An order, a customer vehicle or a trade vehicle was found.",
            nl: "Er is een order, een klantvoertuig of een handelsvoertuig gevonden.",
            fr: "Un ordre, un véhicule client ou un véhicule de commerce a été trouvé.",
            de: "Ein Auftrag, ein Kunden- oder ein Handelsfahrzeug wurde gefunden.",
        };
        order_odometer_higher: Text {
            en: "The odometer reading in the order was higher than in EBV; it is overwritten all the same.",
            nl: "De kilometerstand in de order was hoger dan in EBV; hij wordt toch overschreven.",
            fr: "Le kilométrage de l'ordre était plus élevé que dans EBV ; il est pourtant remplacé.",
            de: "Der Kilometerstand war im Auftrag höher als im EBV; der Auftrag wird trotzdem aktualisiert.",
        };
        order_date_higher: Text {
            en: "The inspection date in the order was later than in EBV; it is overwritten all the same.",
            nl: "De keuringsdatum in de order was later dan in EBV; hij wordt toch overschreven.",
            fr: "La date de contrôle de l'ordre était postérieure à celle d'EBV ; elle est pourtant remplacée.",
            de: "Das Prüfdatum war im Auftrag höher als im EBV; der Auftrag wird trotzdem aktualisiert.",
        };
        customer_vehicle_odometer_higher: Text {
            en: "The odometer reading of the customer vehicle was higher than in EBV; it is overwritten all the same.",
            nl: "De kilometerstand van het klantvoertuig was hoger dan in EBV; hij wordt toch overschreven.",
            fr: "Le kilométrage du véhicule client était plus élevé que dans EBV ; il est pourtant remplacé.",
            de: "Der Kilometerstand war im Kundenfahrzeug höher als im EBV; die Daten werden trotzdem aktualisiert.",
        };
        customer_vehicle_date_higher: Text {
            en: "The inspection date of the customer vehicle was later than in EBV; it is overwritten all the same.",
            nl: "De keuringsdatum van het klantvoertuig was later dan in EBV; hij wordt toch overschreven.",
            fr: "La date de contrôle du véhicule client était postérieure à celle d'EBV ; elle est pourtant remplacée.",
            de: "Das Prüfdatum war im Kundenfahrzeug höher als im EBV; die Daten werden trotzdem aktualisiert.",
        };
        trade_vehicle_odometer_higher: Text {
            en: "The odometer reading of the trade vehicle was higher than in EBV; it is overwritten all the same.",
            nl: "De kilometerstand van het handelsvoertuig was hoger dan in EBV; hij wordt toch overschreven.",
            fr: "Le kilométrage du véhicule de commerce était plus élevé que dans EBV ; il est pourtant remplacé.",
            de: "Der Kilometerstand war im Handelsfahrzeug höher als im EBV; die Daten werden trotzdem aktualisiert.",
        };
        trade_vehicle_date_higher: Text {
            en: "The inspection date of the trade vehicle was later than in EBV; it is overwritten all the same.",
            nl: "De keuringsdatum van het handelsvoertuig was later dan in EBV; hij wordt toch overschreven.",
            fr: "La date de contrôle du véhicule de commerce était postérieure à celle d'EBV ; elle est pourtant remplacée.",
            de: "Das Prüfdatum war im Handelsfahrzeug höher als im EBV; die Daten werden trotzdem aktualisiert.",
        };
        vin_ambiguous: Text {
            en: "Several customer vehicles have this chassis number: none of them is updated.",
            nl: "Meerdere klantvoertuigen hebben dit chassisnummer: geen ervan wordt bijgewerkt.",
            fr: "Plusieurs véhicules client portent ce numéro de châssis : aucun n'est mis à jour.",
            de: "Die Fahrgestellnummer kommt mehrmals vor: kein Kundenfahrzeug wird aktualisiert.",
        };
        nothing_found: Text {
            en: "Neither an order nor a customer vehicle nor a trade vehicle was found.",
            nl: "Er is geen order, geen klantvoertuig en geen handelsvoertuig gevonden.",
            fr: "Ni ordre, ni véhicule client, ni véhicule de commerce n'a été trouvé.",
            de: "Weder ein Auftrag noch ein Kunden- bzw. Handelsfahrzeug wurde gefunden.",
        };
        cancelled_report: Text {
            en: "The report was cancelled in EBV: check the inspection date.",
            nl: "Het keuringsrapport is in EBV geannuleerd: controleer de keuringsdatum.",
            fr: "Le rapport a été annulé dans EBV : vérifiez la date de contrôle.",
            de: "Das Gutachten wurde in EBV storniert: das Prüfdatum ist zu kontrollieren.",
        };
        failed_inspection: Text {
            en: "The vehicle failed the inspection: check the inspection date.",
            nl: "Het voertuig is afgekeurd: controleer de keuringsdatum.",
            fr: "Le véhicule n'a pas réussi le contrôle : vérifiez la date de contrôle.",
            de: "Das Fahrzeug hat die Begutachtung nicht bestanden: das Prüfdatum ist zu kontrollieren.",
        };
        replacement_plaque: Text {
            en: "It is a replacement plaque: check the inspection date.",
            nl: "Het is een vervangende plakette: controleer de keuringsdatum.",
            fr: "C'est une vignette de remplacement : vérifiez la date de contrôle.",
            de: "Es handelt sich um eine Ersatzplakette: das Prüfdatum ist zu kontrollieren.",
        };
    }
}

/// Decides `inspection.import`.
///
/// # Errors
/// * [`ErrorCode::Contradiction`] `order.number`, an order that is not the report's;
/// * [`ErrorCode::MissingField`] `order.invoice_number` or `order.invoice_date` of an order that is invoiced.
pub fn decide<'a>(facts: &Facts<'a>) -> Result<Decision<Outcome<'a>>, Error> {
    if let Some(order) = &facts.order {
        order.belongs_to(&facts.report)?;
        order.has_its_invoice()?;
    }
    let decision = apply(facts);
    let protocol = decision.because().collect();
    Ok(decision.map(|_| Outcome { register_entry: facts.register_entry(), updates: facts.updates(), protocol }))
}

impl<'a> Facts<'a> {
    /// "Wird ein Auftrag gefunden und ist dieser noch nicht fakturiert".
    fn open_order(&self) -> Option<&Order<'a>> {
        self.order.as_ref().filter(|order| !order.invoiced)
    }

    /// "Wurde ein eindeutiges Kundenfahrzeug gefunden": the one with the report's numbers, else the only one with its
    /// chassis number.
    fn customer_vehicle(&self) -> Option<&VehicleMaster> {
        self.customer_vehicle_by_number.as_ref().or(match self.customer_vehicles_by_vin.as_slice() {
            [only] => Some(only),
            _ => None,
        })
    }

    /// "Kommt die Fahrgestellnummer jedoch mehrmals vor".
    fn is_vin_ambiguous(&self) -> bool {
        self.customer_vehicle_by_number.is_none() && self.customer_vehicles_by_vin.len() > 1
    }

    /// The trade vehicle, if the report's order "auf ein Handelsfahrzeug eröffnet wurde".
    fn trade_vehicle_of_order(&self) -> Option<&VehicleMaster> {
        self.trade_vehicle.as_ref().filter(|_| self.order.is_some_and(|order| order.is_trade_vehicle))
    }

    fn is_anything_found(&self) -> bool {
        self.order.is_some()
            || self.customer_vehicle_by_number.is_some()
            || !self.customer_vehicles_by_vin.is_empty()
            || self.trade_vehicle.is_some()
    }

    fn updates(&self) -> Vec<Update> {
        let found = [
            (Target::Order, self.open_order().is_some()),
            (Target::CustomerVehicle, self.customer_vehicle().is_some()),
            (Target::TradeVehicle, self.trade_vehicle_of_order().is_some()),
        ];
        let Report { odometer_km, valid_until: inspection_date_1, .. } = self.report;
        let targets = found.into_iter().filter_map(|(target, found)| found.then_some(target));
        targets.map(|target| Update { target, odometer_km, inspection_date_1 }).collect()
    }

    fn register_entry(&self) -> RegisterEntry<'a> {
        let report = self.report;
        let order = self.order.as_ref();
        let invoiced = order.filter(|order| order.invoiced);
        // "so werden zusätzlich die Kunden- und Fahrzeugdaten aus dem zugehörigen Auftrag in IPN übernommen".
        let in_order = |fact: fn(&Order<'a>) -> Option<&'a str>| said(order.and_then(fact));
        RegisterEntry {
            plaque_number: report.plaque_number,
            plaque_kind: report.plaque_kind,
            valid_until: report.valid_until,
            vin: in_order(|order| order.vin).unwrap_or(report.vin),
            registration: in_order(|order| order.registration).unwrap_or(report.registration),
            odometer_km: report.odometer_km,
            customer_number: in_order(|order| order.customer_number).or(said(report.customer_number)),
            customer_name: in_order(|order| order.customer_name).or(said(report.customer_name)),
            vehicle_number: in_order(|order| order.vehicle_number).or(said(report.vehicle_number)),
            order_number: said(report.order_number),
            text_3: format!("{} {}", report.report_number, report.report_kind),
            text_4: if report.cancelled { "STORNIERT" } else { "" },
            text_5: report.result,
            text_6: said(report.replacement_plaque).unwrap_or_default(),
            text_7: report.inspected_on,
            text_8: report.inspector,
            text_9: said(report.assistant).unwrap_or_default(),
            invoice_number: invoiced.and_then(|order| said(order.invoice_number)),
            invoice_date: invoiced.and_then(|order| order.invoice_date),
            billing_code: "",
        }
    }
}

impl Order<'_> {
    /// An order is looked up by the report's order number: it has that number or is not the report's.
    fn belongs_to(&self, report: &Report<'_>) -> Result<(), Error> {
        if said(report.order_number) == Some(self.number) {
            return Ok(());
        }
        Err(Error::new(ErrorCode::Contradiction, "order.number", "the order number of the report"))
    }

    fn has_its_invoice(&self) -> Result<(), Error> {
        let missing = |field| Error::new(ErrorCode::MissingField, field, "an order that is invoiced has it");
        if self.invoiced {
            said(self.invoice_number).ok_or_else(|| missing("order.invoice_number"))?;
            self.invoice_date.ok_or_else(|| missing("order.invoice_date"))?;
        }
        Ok(())
    }
}
