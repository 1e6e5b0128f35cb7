//! What each decision asks, in the words of its module's first line, for those who read no Rust.

use crate::message::Text;

/// The question that a decision answers; `None` for an id that is no decision's.
pub(super) fn asked_by(id: &str) -> Option<Text> {
    QUESTIONS.iter().find(|(decision, _)| *decision == id).map(|(_, question)| *question)
}

const QUESTIONS: &[(&str, Text)] = &[
    (
        "vin.check",
        Text {
            en: "Is this a vehicle identification number?",
            nl: "Is dit een chassisnummer?",
            fr: "Est-ce un numéro de châssis ?",
            de: "Ist das eine Fahrgestellnummer?",
        },
    ),
    (
        "car_pass.enrolment",
        Text {
            en: "Does a dossier enter the Car-Pass list?",
            nl: "Komt een dossier op de Car-Pass-lijst?",
            fr: "Un dossier entre-t-il dans la liste Car-Pass ?",
            de: "Kommt ein Dossier auf die Car-Pass-Liste?",
        },
    ),
    (
        "car_pass.visible",
        Text {
            en: "Whose list shows a dossier?",
            nl: "In wiens lijst staat een dossier?",
            fr: "Dans la liste de qui figure un dossier ?",
            de: "In wessen Liste steht ein Dossier?",
        },
    ),
    (
        "car_pass.readiness",
        Text {
            en: "May the reading be sent, or is its row red?",
            nl: "Mag de kilometerstand worden doorgestuurd, of staat zijn regel in het rood?",
            fr: "Le kilométrage peut-il être envoyé, ou sa ligne est-elle rouge ?",
            de: "Darf der Kilometerstand gesendet werden, oder ist seine Zeile rot?",
        },
    ),
    (
        "car_pass.prompt",
        Text {
            en: "On saving, does the program offer to send?",
            nl: "Biedt het programma bij het bewaren aan om door te sturen?",
            fr: "À l'enregistrement, le programme propose-t-il d'envoyer ?",
            de: "Bietet das Programm beim Speichern das Senden an?",
        },
    ),
    (
        "car_pass.badge",
        Text {
            en: "On clocking on to a job, does the program ask for the reading and send it?",
            nl: "Vraagt het programma bij het badgen de kilometerstand, en stuurt het die door?",
            fr: "Au pointage, le programme demande-t-il le kilométrage et l'envoie-t-il ?",
            de: "Fragt das Programm beim Einstempeln nach dem Kilometerstand und sendet es ihn?",
        },
    ),
    (
        "car_pass.start_of_work",
        Text {
            en: "Which date goes into the file as the start of work?",
            nl: "Welke datum komt als aanvang van de werken in het bestand?",
            fr: "Quelle date figure au fichier comme début des travaux ?",
            de: "Welches Datum steht als Beginn der Arbeiten in der Datei?",
        },
    ),
    (
        "car_pass.submission",
        Text {
            en: "What is sent to Car-Pass?",
            nl: "Wat wordt naar Car-Pass gestuurd?",
            fr: "Qu'est-ce qui est envoyé à Car-Pass ?",
            de: "Was wird an Car-Pass gesendet?",
        },
    ),
    (
        "car_pass.lifecycle",
        Text {
            en: "What becomes of a job's Car-Pass, from not sent to in order?",
            nl: "Wat wordt er van de Car-Pass van een opdracht, van niet verstuurd tot in orde?",
            fr: "Que devient le Car-Pass d'un travail, de non envoyé à en ordre ?",
            de: "Was wird aus dem Car-Pass eines Auftrags, von nicht gesendet bis in Ordnung?",
        },
    ),
    (
        "car_pass.actions",
        Text {
            en: "What may a person do about an error that Car-Pass has answered with?",
            nl: "Wat mag iemand doen aan een fout die Car-Pass heeft geantwoord?",
            fr: "Que peut faire une personne d'une erreur que Car-Pass a répondue ?",
            de: "Was darf jemand bei einem Fehler tun, den Car-Pass gemeldet hat?",
        },
    ),
    (
        "car_pass.invoicing",
        Text {
            en: "May the job be invoiced?",
            nl: "Mag de opdracht worden gefactureerd?",
            fr: "Le travail peut-il être facturé ?",
            de: "Darf der Auftrag fakturiert werden?",
        },
    ),
    (
        "car_pass.account",
        Text {
            en: "Are the Car-Pass settings complete?",
            nl: "Zijn de Car-Pass-instellingen volledig?",
            fr: "Les paramètres Car-Pass sont-ils complets ?",
            de: "Sind die Car-Pass-Einstellungen vollständig?",
        },
    ),
    (
        "car_pass.history",
        Text {
            en: "May the history of a vehicle be asked for?",
            nl: "Mag de historiek van een voertuig worden opgevraagd?",
            fr: "L'historique d'un véhicule peut-il être demandé ?",
            de: "Darf die Historie eines Fahrzeugs abgefragt werden?",
        },
    ),
    (
        "car_pass.worklist",
        Text {
            en: "Which jobs still have to be sent, and which of them are red?",
            nl: "Welke opdrachten moeten nog worden doorgestuurd, en welke staan in het rood?",
            fr: "Quels travaux restent à envoyer, et lesquels sont rouges ?",
            de: "Welche Aufträge sind noch zu senden, und welche davon sind rot?",
        },
    ),
    (
        "okr.option",
        Text {
            en: "Which of the four choices is preselected when an invoice is made?",
            nl: "Welke van de vier opties staat voorgeselecteerd bij het maken van een factuur?",
            fr: "Lequel des quatre choix est présélectionné à la création d'une facture ?",
            de: "Welche der vier Optionen ist beim Erstellen einer Rechnung vorausgewählt?",
        },
    ),
    (
        "okr.choice",
        Text {
            en: "What does a person make of the preselected choice?",
            nl: "Wat maakt iemand van de voorgeselecteerde optie?",
            fr: "Que fait une personne du choix présélectionné ?",
            de: "Was macht jemand aus der vorausgewählten Option?",
        },
    ),
    (
        "okr.mutation",
        Text {
            en: "Is a changed reading forwarded at once, without an invoice?",
            nl: "Wordt een gewijzigde tellerstand meteen doorgestuurd, zonder factuur?",
            fr: "Un kilométrage modifié est-il transmis aussitôt, sans facture ?",
            de: "Wird ein geänderter Kilometerstand sofort übermittelt, ohne Rechnung?",
        },
    ),
    (
        "quarter_hour.floor",
        Text {
            en: "Which quarter hour has begun?",
            nl: "Welk kwartier is begonnen?",
            fr: "Quel quart d'heure a commencé ?",
            de: "Welche Viertelstunde hat begonnen?",
        },
    ),
    (
        "quarter_hour.ceil",
        Text {
            en: "Which full quarter hour has been reached, or comes next?",
            nl: "Welk vol kwartier is bereikt, of komt eraan?",
            fr: "Quel quart d'heure plein est atteint, ou vient ensuite ?",
            de: "Welche volle Viertelstunde ist erreicht oder kommt als nächste?",
        },
    ),
    (
        "quarter_hour.nearest",
        Text {
            en: "Which full quarter hour is nearest?",
            nl: "Welk vol kwartier is het dichtst bij?",
            fr: "Quel quart d'heure plein est le plus proche ?",
            de: "Welche volle Viertelstunde ist die nächstliegende?",
        },
    ),
    (
        "quarter_hour.next",
        Text {
            en: "Which full quarter hour comes after this time?",
            nl: "Welk vol kwartier volgt op dit tijdstip?",
            fr: "Quel quart d'heure plein suit cette heure ?",
            de: "Welche volle Viertelstunde folgt auf diesen Zeitpunkt?",
        },
    ),
    (
        "booking.issue_limit",
        Text {
            en: "Until when may an issue be dated?",
            nl: "Tot wanneer mag een uitgifte worden gedateerd?",
            fr: "Jusqu'à quand une remise peut-elle être datée ?",
            de: "Bis wann darf eine Ausgabe datiert werden?",
        },
    ),
    (
        "booking.issue",
        Text {
            en: "May the vehicle be handed out now?",
            nl: "Mag het voertuig nu worden uitgegeven?",
            fr: "Le véhicule peut-il être remis maintenant ?",
            de: "Darf das Fahrzeug jetzt ausgegeben werden?",
        },
    ),
    (
        "booking.plan",
        Text {
            en: "May the vehicle be planned for this time, and what should the planner look at?",
            nl: "Mag het voertuig voor deze tijd worden gepland, en wat moet de planner nakijken?",
            fr: "Le véhicule peut-il être planifié à cette heure, et que doit vérifier le planificateur ?",
            de: "Darf das Fahrzeug für diese Zeit geplant werden, und was ist dabei zu beachten?",
        },
    ),
    (
        "booking.issue_prefill",
        Text {
            en: "What does an issue take over from the vehicle master and the booking?",
            nl: "Wat neemt een uitgifte over uit de voertuigstam en de boeking?",
            fr: "Que reprend une remise de la fiche du véhicule et de la réservation ?",
            de: "Was übernimmt eine Ausgabe aus dem Fahrzeugstamm und der Buchung?",
        },
    ),
    (
        "booking.follows_master",
        Text {
            en: "Does the booking still show what the vehicle master says?",
            nl: "Toont de boeking nog wat de voertuigstam zegt?",
            fr: "La réservation montre-t-elle encore ce que dit la fiche du véhicule ?",
            de: "Zeigt die Buchung noch, was der Fahrzeugstamm sagt?",
        },
    ),
    (
        "booking.status",
        Text {
            en: "What state is a booking in, and how is it drawn?",
            nl: "In welke staat is een boeking, en hoe wordt zij getekend?",
            fr: "Quel est l'état d'une réservation, et comment est-elle dessinée ?",
            de: "In welchem Status ist eine Buchung, und wie wird sie gezeichnet?",
        },
    ),
    (
        "booking.permission",
        Text { en: "Who may do it?", nl: "Wie mag het doen?", fr: "Qui peut le faire ?", de: "Wer darf es tun?" },
    ),
    (
        "booking.editable",
        Text {
            en: "What may still be changed?",
            nl: "Wat mag nog worden gewijzigd?",
            fr: "Que peut-on encore modifier ?",
            de: "Was darf noch geändert werden?",
        },
    ),
    (
        "booking.cancel_issue",
        Text {
            en: "May an issue be cancelled?",
            nl: "Mag een uitgifte worden geannuleerd?",
            fr: "Une remise peut-elle être annulée ?",
            de: "Darf eine Ausgabe storniert werden?",
        },
    ),
    (
        "booking.take_back",
        Text {
            en: "May the vehicle be taken back?",
            nl: "Mag het voertuig worden teruggenomen?",
            fr: "Le véhicule peut-il être repris ?",
            de: "Darf das Fahrzeug zurückgenommen werden?",
        },
    ),
    (
        "booking.amend_handover",
        Text {
            en: "May the times of an issue and a return be changed afterwards?",
            nl: "Mogen de tijden van een uitgifte en een teruggave achteraf worden gewijzigd?",
            fr: "Les heures d'une remise et d'un retour peuvent-elles être modifiées après coup ?",
            de: "Dürfen die Zeiten einer Ausgabe und einer Rückgabe nachträglich geändert werden?",
        },
    ),
    (
        "booking.odometer",
        Text {
            en: "What reading does the vehicle master keep after an issue or a return?",
            nl: "Welke kilometerstand houdt de voertuigstam na een uitgifte of teruggave?",
            fr: "Quel kilométrage la fiche du véhicule garde-t-elle après une remise ou un retour ?",
            de: "Welchen Kilometerstand behält der Fahrzeugstamm nach einer Ausgabe oder Rückgabe?",
        },
    ),
    (
        "booking.template",
        Text {
            en: "What does a new booking made from an existing one start with?",
            nl: "Waarmee begint een nieuwe boeking op basis van een bestaande?",
            fr: "Avec quoi commence une réservation faite d'après une autre ?",
            de: "Womit beginnt eine neue Buchung mit einer bestehenden als Vorlage?",
        },
    ),
    (
        "booking.advisor",
        Text {
            en: "Who is preselected as the booking's advisor?",
            nl: "Wie is voorgeselecteerd als adviseur van de boeking?",
            fr: "Qui est présélectionné comme conseiller de la réservation ?",
            de: "Wer ist als Buchungsberater vorausgewählt?",
        },
    ),
    (
        "booking.driver",
        Text {
            en: "What may be done with the driver's data?",
            nl: "Wat mag met de gegevens van de bestuurder gebeuren?",
            fr: "Que peut-on faire des données du conducteur ?",
            de: "Was darf mit den Lenkerdaten geschehen?",
        },
    ),
    (
        "booking.reservation",
        Text {
            en: "What becomes of the reservation in the vehicle master?",
            nl: "Wat gebeurt er met de reservering in de voertuigstam?",
            fr: "Que devient l'option inscrite dans la fiche du véhicule ?",
            de: "Was wird aus der Reservierung im Fahrzeugstamm?",
        },
    ),
    (
        "booking.documents",
        Text {
            en: "Which documents can be printed, and which are printed now by themselves?",
            nl: "Welke documenten kunnen worden afgedrukt, en welke worden nu vanzelf afgedrukt?",
            fr: "Quels documents peuvent être imprimés, et lesquels le sont maintenant d'eux-mêmes ?",
            de: "Welche Belege können gedruckt werden, und welche werden jetzt von selbst gedruckt?",
        },
    ),
    (
        "booking.actions",
        Text {
            en: "What can be done with a booking in the logbook and the managers' menus?",
            nl: "Wat kan er met een boeking in het rittenboek en de menu's van de managers?",
            fr: "Que peut-on faire d'une réservation dans le carnet de route et les menus des gestionnaires ?",
            de: "Was kann man mit einer Buchung im Fahrtenbuch und in den Menüs der Manager tun?",
        },
    ),
    (
        "booking.settlement",
        Text {
            en: "Can the booking be settled?",
            nl: "Kan de boeking worden afgerekend?",
            fr: "La réservation peut-elle être décomptée ?",
            de: "Kann die Buchung abgerechnet werden?",
        },
    ),
    (
        "booking.confirmation",
        Text {
            en: "What does confirming a service appointment do to its replacement booking?",
            nl: "Wat doet het bevestigen van een serviceafspraak met de boeking van het vervangvoertuig?",
            fr: "Que fait la confirmation d'un rendez-vous d'atelier à la réservation de remplacement ?",
            de: "Was bewirkt die Bestätigung eines Service-Termins beim Ersatzfahrzeugtermin?",
        },
    ),
    (
        "booking.maintenance_contract",
        Text {
            en: "What does a maintenance contract opened from a rental start with?",
            nl: "Waarmee begint een onderhoudscontract dat vanuit een verhuring wordt geopend?",
            fr: "Avec quoi commence un contrat d'entretien ouvert depuis une location ?",
            de: "Womit beginnt ein Wartungsvertrag, der aus einer Vermietung geöffnet wird?",
        },
    ),
    (
        "inspection.import",
        Text {
            en: "What does one report of EBV change in the register, the order and the vehicles?",
            nl: "Wat wijzigt één verslag van EBV in het register, de order en de voertuigen?",
            fr: "Que change un rapport d'EBV dans le registre, l'ordre et les véhicules ?",
            de: "Was ändert ein Gutachten aus EBV im Pickerlbuch, im Auftrag und in den Fahrzeugen?",
        },
    ),
    (
        "inspection.register_from_order",
        Text {
            en: "Which entries does an invoiced order make in the register?",
            nl: "Welke inschrijvingen maakt een gefactureerde order in het register?",
            fr: "Quelles inscriptions un ordre facturé fait-il au registre ?",
            de: "Welche Einträge macht ein fakturierter Auftrag im Pickerlbuch?",
        },
    ),
    (
        "inspection.next_due",
        Text {
            en: "In which month is the next inspection due?",
            nl: "In welke maand moet de volgende keuring gebeuren?",
            fr: "Quel mois le prochain contrôle est-il dû ?",
            de: "In welchem Monat ist die nächste Überprüfung fällig?",
        },
    ),
    (
        "inspection.window",
        Text {
            en: "What are the statutory window and intervals of a vehicle on a day?",
            nl: "Wat zijn de wettelijke termijn en de tussenpozen van een voertuig op een dag?",
            fr: "Quels sont le délai légal et les intervalles d'un véhicule à une date donnée ?",
            de: "Welche gesetzliche Frist und welche Abstände gelten für ein Fahrzeug an einem Tag?",
        },
    ),
    (
        "inspection.month_end",
        Text {
            en: "At the month end, is an overdue inspection date rolled on?",
            nl: "Wordt een verstreken keuringsdatum bij de maandafsluiting doorgeschoven?",
            fr: "À la clôture du mois, une date de contrôle dépassée est-elle reportée ?",
            de: "Wird ein überschrittenes Prüfdatum beim Monatsabschluss fortgeschrieben?",
        },
    ),
    (
        "inspection.sources",
        Text {
            en: "Does the register get its data in one way only?",
            nl: "Krijgt het register zijn gegevens op maar één manier?",
            fr: "Le registre reçoit-il ses données d'une seule façon ?",
            de: "Bekommt das Pickerlbuch seine Daten nur auf einem Weg?",
        },
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{DECISIONS, Entry};

    #[test]
    fn every_decision_asks_something_and_nothing_else_does() {
        let asked: Vec<_> = QUESTIONS.iter().map(|(id, _)| *id).collect();
        assert_eq!(asked, DECISIONS.iter().map(Entry::id).collect::<Vec<_>>());
        for (id, Text { en, nl, fr, de }) in QUESTIONS {
            assert!([en, nl, fr, de].iter().all(|line| line.ends_with('?')), "{id}");
        }
    }
}
