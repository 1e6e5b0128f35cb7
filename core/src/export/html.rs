//! Every table on one page to read and to try, in four languages: one file, without a network.
//!
//! The page carries the tables as data and evaluates their masks itself, as [`Table::first`](crate::table::Table::first)
//! and [`Table::collect`](crate::table::Table::collect) do; a test compares the two on every combination.

use std::collections::BTreeMap;

use serde::Serialize;

use super::feel::{functions_called, on_one_line};
use super::{DOMAINS, words};
use crate::catalogue::{self, DECISIONS};
use crate::message::{Language, Text};
use crate::table::{Reason, Row, Source, Table, When};

/// The page, complete.
#[must_use]
pub fn page() -> String {
    // Within a script element only `<` could be taken for markup.
    let data = serde_json::to_string(&Page::new()).unwrap_or_default().replace('<', r"\u003c");
    format!(include_str!("page.html"), style = include_str!("page.css"), script = include_str!("page.js"), data = data)
}

/// What the page's script reads.
#[derive(Serialize)]
struct Page {
    /// Each language by its tag, called by its own name.
    languages: BTreeMap<&'static str, &'static str>,
    words: BTreeMap<&'static str, Text>,
    groups: Vec<Country>,
    tables: Vec<Drawn>,
}

#[derive(Serialize)]
struct Country {
    #[serde(skip)]
    code: &'static str,
    country: Text,
    domains: Vec<Domain>,
}

#[derive(Serialize)]
struct Domain {
    #[serde(skip)]
    prefix: &'static str,
    domain: Text,
    ids: Vec<&'static str>,
}

#[derive(Serialize)]
struct Drawn {
    id: &'static str,
    question: Text,
    edition: &'static str,
    source: Source,
    policy: &'static str,
    conditions: &'static [Reason],
    /// What follows from the facts: the conditions, then the functions that they call, each by its name.
    feel: Vec<(String, String)>,
    rows: Vec<Line>,
    advisories: Vec<Line>,
    impossible: Vec<Masks>,
    collected: Option<[&'static str; 2]>,
}

#[derive(Serialize)]
struct Line {
    #[serde(flatten)]
    reason: Reason,
    #[serde(flatten)]
    when: Masks,
    names: u32,
    outcome: Option<&'static str>,
}

#[derive(Serialize)]
struct Masks {
    requires: u32,
    forbids: u32,
}

impl Page {
    fn new() -> Self {
        let tables = || DECISIONS.iter().map(catalogue::Entry::table);
        Self {
            languages: Language::ALL.iter().map(|tag| (tag.as_str(), own_name(*tag))).collect(),
            words: WORDS.iter().copied().collect(),
            groups: grouped(tables()),
            tables: tables().map(Drawn::from).collect(),
        }
    }
}

/// By country and domain, each in the order in which the catalogue first names it.
fn grouped(tables: impl Iterator<Item = &'static Table>) -> Vec<Country> {
    let mut countries: Vec<Country> = Vec::new();
    for table in tables {
        let code = table.source.manual.country;
        let at = countries.iter().position(|country| country.code == code).unwrap_or_else(|| {
            countries.push(Country { code, country: country_name(code), domains: Vec::new() });
            countries.len() - 1
        });
        let domains = &mut countries[at].domains;
        let prefix = table.id.split('.').next().unwrap_or(table.id);
        let at = domains.iter().position(|domain| domain.prefix == prefix).unwrap_or_else(|| {
            domains.push(Domain { prefix, domain: domain_name(prefix), ids: Vec::new() });
            domains.len() - 1
        });
        domains[at].ids.push(table.id);
    }
    countries
}

impl From<&'static Table> for Drawn {
    fn from(table: &'static Table) -> Self {
        Self {
            id: table.id,
            question: crate::model::declared(table.id).map_or(same(table.id), |declared| declared.words.question),
            edition: table.edition,
            source: table.source,
            policy: table.policy.as_str(),
            conditions: table.conditions,
            feel: feel(table),
            rows: table.rows.iter().map(Line::from).collect(),
            advisories: table.advisories.iter().map(Line::from).collect(),
            impossible: table.impossible.iter().copied().map(Masks::from).collect(),
            collected: table.collected,
        }
    }
}

fn feel(table: &Table) -> Vec<(String, String)> {
    let conditions =
        table.conditions.iter().zip(table.feel).map(|(condition, feel)| (condition.id.to_owned(), on_one_line(feel)));
    let functions = functions_called(table).into_iter();
    conditions
        .chain(
            functions
                .map(|function| (format!("{}({})", function.name, function.parameter), on_one_line(function.body))),
        )
        .collect()
}

impl From<&Row> for Line {
    fn from(row: &Row) -> Self {
        Self { reason: row.reason, when: row.when.into(), names: row.names, outcome: row.outcome }
    }
}

impl From<When> for Masks {
    fn from(When { requires, forbids }: When) -> Self {
        Self { requires, forbids }
    }
}

const fn own_name(language: Language) -> &'static str {
    match language {
        Language::En => "English",
        Language::Nl => "Nederlands",
        Language::Fr => "Français",
        Language::De => "Deutsch",
    }
}

/// What reads the same in every language.
const fn same(line: &'static str) -> Text {
    text(line, line, line, line)
}

const fn text(en: &'static str, nl: &'static str, fr: &'static str, de: &'static str) -> Text {
    Text { en, nl, fr, de }
}

fn country_name(code: &'static str) -> Text {
    match code {
        "" => text("Every country", "Elk land", "Tous les pays", "Jedes Land"),
        "BE" => text("Belgium", "België", "Belgique", "Belgien"),
        "NL" => text("Netherlands", "Nederland", "Pays-Bas", "Niederlande"),
        "AT" => text("Austria", "Oostenrijk", "Autriche", "Österreich"),
        other => same(other),
    }
}

fn domain_name(prefix: &'static str) -> Text {
    DOMAINS.iter().find(|domain| domain.id == prefix).map_or(same(prefix), |domain| domain.title)
}

/// What the page says by itself.
const WORDS: &[(&str, Text)] = &[
    ("title", text("Decision tables", "Beslissingstabellen", "Tables de décision", "Entscheidungstabellen")),
    ("skip", text("To the tables", "Naar de tabellen", "Vers les tables", "Zu den Tabellen")),
    (
        "search",
        text("Search the tables", "In de tabellen zoeken", "Chercher dans les tables", "In den Tabellen suchen"),
    ),
    ("search_hint", text("Search …", "Zoeken …", "Chercher …", "Suchen …")),
    ("language", text("Language", "Taal", "Langue", "Sprache")),
    ("dark", text("Dark", "Donker", "Sombre", "Dunkel")),
    ("contents", text("Contents", "Inhoud", "Sommaire", "Inhalt")),
    (
        "intro",
        text(
            "Tick what holds: the row that decides lights up, with its reasons. The button of a row ticks a case in which it fires.",
            "Kruis aan wat geldt: de rij die beslist licht op, met haar redenen. De knop van een rij kruist een geval aan waarin zij geldt.",
            "Cochez ce qui est vrai : la ligne qui décide s'allume, avec ses raisons. Le bouton d'une ligne coche un cas où elle s'applique.",
            "Haken Sie an, was zutrifft: die Zeile, die entscheidet, leuchtet auf, mit ihren Gründen. Die Schaltfläche einer Zeile hakt einen Fall an, in dem sie greift.",
        ),
    ),
    ("found", text("decisions found", "beslissingen gevonden", "décisions trouvées", "Entscheidungen gefunden")),
    (
        "nothing_found",
        text(
            "No decision was found.",
            "Er is geen beslissing gevonden.",
            "Aucune décision trouvée.",
            "Es wurde keine Entscheidung gefunden.",
        ),
    ),
    ("source", text("Source", "Bron", "Source", "Quelle")),
    ("edition", words::EDITION),
    ("reading", text("How to read it", "Hoe te lezen", "Lecture", "Lesart")),
    (
        "first",
        text(
            "FIRST: from the top, the first row that fits decides.",
            "FIRST: van boven af, de eerste rij die past beslist.",
            "FIRST : à partir du haut, la première ligne qui convient décide.",
            "FIRST: von oben, die erste passende Zeile entscheidet.",
        ),
    ),
    (
        "collect",
        text(
            "COLLECT: every row that fits is reported; the outcome follows from whether any does.",
            "COLLECT: elke rij die past wordt gemeld; de uitkomst volgt uit de vraag of er één past.",
            "COLLECT : chaque ligne qui convient est signalée ; le résultat dépend de ce qu'il y en ait une.",
            "COLLECT: jede passende Zeile wird gemeldet; das Ergebnis folgt daraus, ob eine passt.",
        ),
    ),
    (
        "none",
        text(
            "A computation with advisories: it has no rows.",
            "Een berekening met aandachtspunten: zij heeft geen rijen.",
            "Un calcul avec des avertissements : il n'a pas de lignes.",
            "Eine Berechnung mit Hinweisen: sie hat keine Zeilen.",
        ),
    ),
    (
        "computation",
        text(
            "A computation: it has no conditions and no rows.",
            "Een berekening: zij heeft geen voorwaarden en geen rijen.",
            "Un calcul : il n'a ni conditions ni lignes.",
            "Eine Berechnung: sie hat keine Bedingungen und keine Zeilen.",
        ),
    ),
    ("conditions", words::CONDITIONS),
    ("clear", text("Start again", "Opnieuw beginnen", "Recommencer", "Neu beginnen")),
    ("link", text("Link to this case", "Link naar dit geval", "Lien vers ce cas", "Link zu diesem Fall")),
    ("copy", text("Copy the link", "Link kopiëren", "Copier le lien", "Link kopieren")),
    (
        "copied",
        text("The link was copied.", "De link is gekopieerd.", "Le lien a été copié.", "Der Link wurde kopiert."),
    ),
    (
        "unknown",
        text(
            "The link names conditions that this edition does not have:",
            "De link noemt voorwaarden die deze editie niet heeft:",
            "Le lien nomme des conditions que cette édition n'a pas :",
            "Der Link nennt Bedingungen, die diese Ausgabe nicht hat:",
        ),
    ),
    ("answer", words::ANSWER),
    ("table", text("Table", "Tabel", "Table", "Tabelle")),
    ("row", words::ROW),
    ("outcome", words::OUTCOME),
    ("because", words::WHY),
    ("further", text("Also", "Ook", "Aussi", "Außerdem")),
    ("nothing", text("Nothing to report.", "Niets te melden.", "Rien à signaler.", "Nichts zu melden.")),
    ("advisories", words::LOOK),
    ("text", words::SAYS),
    ("yes", text("yes", "ja", "oui", "ja")),
    ("no", text("no", "nee", "non", "nein")),
    ("either", same("–")),
    ("fires", text("fires", "geldt", "s'applique", "greift")),
    (
        "show",
        text(
            "Tick a case in which this row fires",
            "Een geval aankruisen waarin deze rij geldt",
            "Cocher un cas où cette ligne s'applique",
            "Einen Fall anhaken, in dem diese Zeile greift",
        ),
    ),
    ("none_fits", words::NO_ROW_FITS),
    ("any", words::A_ROW_FITS),
    ("names", text("Reasons it names:", "Redenen die zij noemt:", "Raisons nommées :", "Genannte Gründe:")),
    (
        "names_all",
        text(
            "Whichever row fires, every condition that rows ask for and that holds is named as a reason.",
            "Welke rij ook geldt, elke voorwaarde waar rijen naar vragen en die geldt, wordt als reden genoemd.",
            "Quelle que soit la ligne, chaque condition demandée par les lignes et remplie est nommée comme raison.",
            "Welche Zeile auch greift: jede zutreffende Bedingung, nach der Zeilen fragen, wird als Grund genannt.",
        ),
    ),
    ("feel", words::FEEL),
    ("impossible", words::IMPOSSIBLE),
    (
        "never",
        text(
            "This combination cannot happen; the table says so:",
            "Deze combinatie kan niet voorkomen; de tabel zegt:",
            "Cette combinaison ne peut pas arriver ; la table le dit :",
            "Diese Kombination kann nicht vorkommen; die Tabelle sagt:",
        ),
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// The text between two marks.
    fn between<'p>(page: &'p str, start: &str, end: &str) -> &'p str {
        page.split_once(start).and_then(|(_, rest)| rest.split_once(end)).map_or("", |(inside, _)| inside)
    }

    #[test]
    fn carries_every_decision_as_data_that_cannot_end_its_element() {
        let page = page();
        let data = between(&page, r#"id="data">"#, "</script>");
        assert!(!data.contains('<'));
        let data: serde_json::Value = serde_json::from_str(data).expect("JSON");
        let ids: Vec<_> = data["tables"].as_array().expect("tables").iter().map(|table| &table["id"]).collect();
        assert_eq!(ids, DECISIONS.iter().map(catalogue::Entry::id).collect::<Vec<_>>());
    }

    #[test]
    fn refers_to_nothing_outside_itself() {
        let page = page();
        for outside in ["http:", "https:", "src=", "@import", "url(", "fetch("] {
            assert!(!page.contains(outside), "{outside}");
        }
    }

    #[test]
    fn has_a_name_for_every_country_and_domain() {
        for country in grouped(DECISIONS.iter().map(catalogue::Entry::table)) {
            assert_ne!(country.country.en, country.code);
            for domain in country.domains {
                assert_ne!(domain.domain.en, domain.prefix);
            }
        }
    }

    #[test]
    fn has_every_word_that_the_page_asks_for() {
        let asked = |text: &'static str, start| text.split(start).skip(1).filter_map(|rest| rest.split('"').next());
        let script = include_str!("page.js");
        let page = include_str!("page.html");
        let words = asked(script, "word(\"")
            .chain(asked(script, "entry(\""))
            .chain(asked(page, "data-word=\""))
            .chain(asked(page, "data-placeholder=\""));
        for word in words {
            assert!(WORDS.iter().any(|(key, _)| *key == word), "{word}");
        }
    }
}
