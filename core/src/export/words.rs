//! The words around a table: headings and the sentences that say how it is read.

use crate::message::Text;

/// Declares headings and sentences, each in the four languages.
macro_rules! words {
    ($($name:ident: $en:literal, $nl:literal, $fr:literal, $de:literal;)+) => {
        $(pub(super) const $name: Text = Text { en: $en, nl: $nl, fr: $fr, de: $de };)+
    };
}

// What explaining a decision and the pages have in common.
words! {
    EDITION: "Edition", "Editie", "Édition", "Ausgabe";
    CONDITION: "Condition", "Voorwaarde", "Condition", "Bedingung";
    SAYS: "What it says", "Wat ze zegt", "Ce qu'elle dit", "Was sie sagt";
    ANSWER: "Answer", "Antwoord", "Réponse", "Antwort";
    ROW: "Row", "Rij", "Ligne", "Zeile";
    ADVISORY: "Advisory", "Aandachtspunt", "Point d'attention", "Hinweis";
    OUTCOME: "Outcome", "Uitkomst", "Résultat", "Ergebnis";
    WHY: "Why", "Waarom", "Pourquoi", "Warum";
    LOOK: "To look at", "Om naar te kijken", "À examiner", "Anzusehen";
    FIRST:
        "The first row that fits decides.",
        "De eerste rij die past, beslist.",
        "La première ligne qui convient décide.",
        "Die erste Zeile, die passt, entscheidet.";
    COLLECT:
        "Every row that fits is a reason.",
        "Elke rij die past, is een reden.",
        "Chaque ligne qui convient est une raison.",
        "Jede Zeile, die passt, ist ein Grund.";
    NONE:
        "A computation: no row decides.",
        "Een berekening: er beslist geen rij.",
        "Un calcul : aucune ligne ne décide.",
        "Eine Berechnung: keine Zeile entscheidet.";
    NO_ROW_FITS: "no row fits", "er past geen rij", "aucune ligne ne convient", "keine Zeile passt";
    A_ROW_FITS: "a row fits", "er past een rij", "une ligne convient", "eine Zeile passt";
    LEGEND:
        "✓ must hold, ✗ must not hold, blank: does not matter.",
        "✓ moet gelden, ✗ mag niet gelden, leeg: speelt geen rol.",
        "✓ doit être vrai, ✗ doit être faux, vide : sans importance.",
        "✓ muss zutreffen, ✗ darf nicht zutreffen, leer: spielt keine Rolle.";
}

#[cfg(feature = "export")]
words! {
    TABLES: "The decision tables", "De beslissingstabellen", "Les tables de décision", "Die Entscheidungstabellen";
    DECISION: "Decision", "Beslissing", "Décision", "Entscheidung";
    QUESTION: "Question", "Vraag", "Question", "Frage";
    ROWS: "Rows", "Rijen", "Lignes", "Zeilen";
    CONDITIONS: "Conditions", "Voorwaarden", "Conditions", "Bedingungen";
    MANUAL: "Manual", "Handleiding", "Manuel", "Handbuch";
    MANUALS: "The manuals", "De handleidingen", "Les manuels", "Die Handbücher";
    PRODUCT: "Product", "Product", "Produit", "Produkt";
    COUNTRY: "Country", "Land", "Pays", "Land";
    FILE: "File", "Bestand", "Fichier", "Datei";
    IMPOSSIBLE: "Cannot happen", "Kan niet voorkomen", "Ne peut se présenter", "Kann nicht vorkommen";
    NAME: "Name", "Naam", "Nom", "Name";
    NOT: "not", "niet", "pas", "nicht";
    TEXTS:
        "Texts in four languages",
        "Teksten in vier talen",
        "Textes en quatre langues",
        "Texte in vier Sprachen";
    FEEL:
        "The conditions over the facts, in FEEL",
        "De voorwaarden op de feiten, in FEEL",
        "Les conditions sur les faits, en FEEL",
        "Die Bedingungen über die Fakten, in FEEL";
    ALL_TABLES: "All tables", "Alle tabellen", "Toutes les tables", "Alle Tabellen";
    GENERATED:
        "Written by the library from the tables that decide:",
        "Door de bibliotheek geschreven uit de tabellen die beslissen:",
        "Écrit par la bibliothèque à partir des tables qui décident :",
        "Von der Bibliothek aus den Tabellen geschrieben, die entscheiden:";
    BECAUSE:
        "`because` names those of these conditions that hold.",
        "`because` noemt wie van deze voorwaarden geldt.",
        "`because` nomme celles de ces conditions qui sont vraies.",
        "`because` nennt, welche dieser Bedingungen zutreffen.";
    ADVISED:
        "Every one that fits is shown to a person; none changes the outcome.",
        "Elk dat past, wordt aan een mens getoond; geen verandert de uitkomst.",
        "Chacun qui convient est montré à une personne ; aucun ne change le résultat.",
        "Jeder, der passt, wird einem Menschen gezeigt; keiner ändert das Ergebnis.";
}

// What the domains are about.
words! {
    VIN:
        "Vehicle identification numbers",
        "Chassisnummers",
        "Numéros de châssis",
        "Fahrgestellnummern";
    CAR_PASS:
        "Car-Pass, the Belgian odometer register",
        "Car-Pass, het Belgische register van tellerstanden",
        "Car-Pass, le registre belge des kilométrages",
        "Car-Pass, das belgische Register der Kilometerstände";
    OKR:
        "OKR, the Dutch odometer register",
        "OKR, het Nederlandse register van tellerstanden",
        "OKR, le registre néerlandais des kilométrages",
        "OKR, das niederländische Register der Kilometerstände";
    QUARTER_HOUR: "Quarter hours", "Kwartieren", "Quarts d'heure", "Viertelstunden";
    BOOKING:
        "Replacement, rental and test-drive vehicles",
        "Vervang-, huur- en proefritwagens",
        "Véhicules de remplacement, de location et d'essai",
        "Ersatz-, Miet- und Probefahrzeuge";
    INSPECTION:
        "The Austrian register of the §57a inspections",
        "Het Oostenrijkse register van de §57a-keuringen",
        "Le registre autrichien des contrôles §57a",
        "Das österreichische Register der §57a-Begutachtungen (Pickerlbuch)";
}
