//! What several tables of the bookings say in the same words.

use crate::message::Text;

pub(super) const TEST_DRIVE: Text = Text {
    en: "It is a test drive.",
    nl: "Het is een proefrit.",
    fr: "C'est un essai routier.",
    de: "Es ist eine Probefahrt.",
};

pub(super) const NOT_FOR_THIS_KIND: Text = Text {
    en: "Bookings of this kind do not have this.",
    nl: "Voor dit soort boekingen bestaat dit niet.",
    fr: "Cela n'existe pas pour ce genre de réservations.",
    de: "Das gibt es bei dieser Buchungsart nicht.",
};

pub(super) const NO_SETTLEMENT_OF_TEST_DRIVES: Text = Text {
    en: "Test drives are not settled: only replacement and rental vehicles are.",
    nl: "Proefritten worden niet afgerekend: alleen vervang- en huurwagens.",
    fr: "Les essais ne sont pas facturés : seuls les véhicules de remplacement et de location le sont.",
    de: "Probefahrten werden nicht verrechnet: nur Ersatz- und Mietfahrzeuge.",
};

pub(super) const RIGHT_MISSING: Text = Text {
    en: "The user lacks the right for bookings of this kind.",
    nl: "De gebruiker heeft hiervoor bij dit soort boekingen geen recht.",
    fr: "L'utilisateur n'a pas ce droit pour ce genre de réservations.",
    de: "Dem Benutzer fehlt die Berechtigung für diese Buchungsart.",
};

pub(super) const RIGHT_TO_AMEND_MISSING: Text = Text {
    en: "The right to amend handovers is missing.",
    nl: "Het recht om een voertuigoverdracht te bewerken ontbreekt.",
    fr: "Le droit de modifier une remise du véhicule manque.",
    de: "Das Recht „Fahrzeugübergabe bearbeiten“ fehlt.",
};

pub(super) const MAY_AMEND: Text = Text {
    en: "The user has the right to amend handovers.",
    nl: "De gebruiker heeft het recht om een voertuigoverdracht te bewerken.",
    fr: "L'utilisateur a le droit de modifier une remise du véhicule.",
    de: "Der Benutzer hat das Recht „Fahrzeugübergabe bearbeiten“.",
};

pub(super) const NOT_OWN_ENTRY: Text = Text {
    en: "The user may only touch own entries, and this is somebody else's.",
    nl: "De gebruiker mag alleen eigen invoer bewerken, en deze is van iemand anders.",
    fr: "L'utilisateur ne peut toucher qu'à ses propres saisies, et celle-ci est d'un autre.",
    de: "Der Benutzer darf nur eigene Eingaben bearbeiten, und diese ist nicht seine.",
};

pub(super) const ALREADY_ISSUED: Text = Text {
    en: "The vehicle has already been issued on this booking.",
    nl: "Het voertuig is op deze boeking al uitgegeven.",
    fr: "Le véhicule a déjà été remis pour cette réservation.",
    de: "Das Fahrzeug wurde für diesen Termin bereits ausgegeben.",
};

pub(super) const ISSUED: Text = Text {
    en: "The vehicle has been issued on this booking.",
    nl: "Het voertuig is op deze boeking uitgegeven.",
    fr: "Le véhicule a été remis pour cette réservation.",
    de: "Das Fahrzeug wurde für diesen Termin ausgegeben.",
};

pub(super) const NOT_ISSUED: Text = Text {
    en: "The vehicle has not been issued on this booking.",
    nl: "Het voertuig is op deze boeking nog niet uitgegeven.",
    fr: "Le véhicule n'a pas encore été remis pour cette réservation.",
    de: "Das Fahrzeug wurde für diesen Termin noch nicht ausgegeben.",
};

pub(super) const ALREADY_RETURNED: Text = Text {
    en: "The vehicle has already been taken back.",
    nl: "Het voertuig is al teruggenomen.",
    fr: "Le véhicule est déjà rentré.",
    de: "Das Fahrzeug wurde bereits zurückgenommen.",
};

pub(super) const NOT_RETURNED: Text = Text {
    en: "The vehicle has not been taken back yet.",
    nl: "Het voertuig is nog niet teruggenomen.",
    fr: "Le véhicule n'est pas encore rentré.",
    de: "Das Fahrzeug wurde noch nicht zurückgenommen.",
};

pub(super) const RETURN_BEFORE_ISSUE: Text = Text {
    en: "The return lies before the issue.",
    nl: "De terugname ligt vóór de uitgifte.",
    fr: "Le retour précède la remise.",
    de: "Die Rückgabe liegt vor der Ausgabe.",
};

pub(super) const ALREADY_SETTLED: Text = Text {
    en: "The booking has already been settled.",
    nl: "De boeking is al afgerekend.",
    fr: "La réservation a déjà été facturée.",
    de: "Der Termin wurde bereits abgerechnet.",
};

pub(super) const CONFIRMED: Text = Text {
    en: "The booking is confirmed, and thereby locked.",
    nl: "De boeking is bevestigd en daardoor vergrendeld.",
    fr: "La réservation est confirmée, et donc verrouillée.",
    de: "Der Termin ist bestätigt und damit gesperrt.",
};
