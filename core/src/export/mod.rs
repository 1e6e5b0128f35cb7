//! Tables as people and other tools read them: explained, as pages, as data.
//!
//! Every form is drawn from the one [`Table`] that decides; nothing is written by hand beside it. [`explain()`] needs no
//! feature; with the feature `export` come the pages and whatever else is written for many tables at once.

mod explain;
mod grid;
mod words;

#[cfg(feature = "export")]
pub mod answers;
#[cfg(feature = "export")]
pub mod dmn;
#[cfg(feature = "export")]
pub(crate) mod documentation;
#[cfg(feature = "export")]
pub mod facts;
#[cfg(feature = "export")]
mod feel;
#[cfg(feature = "export")]
pub mod html;
#[cfg(feature = "export")]
pub mod markdown;

pub use explain::explain;
pub use grid::escaped;

use grid::Grid;

use crate::message::{Language, Text};
use crate::table::{HitPolicy, Row, Table, When};

/// The tables under one first word of their ids, and what they are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Domain {
    /// The first word of the ids: `okr` of `okr.option`.
    pub id: &'static str,
    /// What it is about.
    pub title: Text,
    /// What its decisions are about, in a sentence in English.
    pub about: &'static str,
    /// The country whose rules they are (ISO 3166-1 alpha-2), where they are one country's.
    pub country: Option<&'static str>,
}

/// Every domain, in the order of the rules.
pub static DOMAINS: &[Domain] = &[
    Domain {
        id: "vin",
        title: words::VIN,
        about: "Vehicle identification numbers (VIN, chassis numbers).",
        country: None,
    },
    Domain {
        id: "car_pass",
        title: words::CAR_PASS,
        about: "Car-Pass, the Belgian odometer register.",
        country: Some("BE"),
    },
    Domain {
        id: "okr",
        title: words::OKR,
        about: "The Dutch odometer register (OKR, kept by the RDW).",
        country: Some("NL"),
    },
    Domain {
        id: "quarter_hour",
        title: words::QUARTER_HOUR,
        about: "Quarter hours: `quarter_hour.floor`, `.ceil`, `.nearest` and `.next`.",
        country: Some("AT"),
    },
    Domain {
        id: "booking",
        title: words::BOOKING,
        about: "Replacement, rental and test-drive vehicles.",
        country: Some("AT"),
    },
    Domain {
        id: "inspection",
        title: words::INSPECTION,
        about: "The Austrian register of the §57a inspections (\"Pickerlbuch\").",
        country: Some("AT"),
    },
];

impl Domain {
    /// Whether a table belongs here.
    #[must_use]
    pub fn holds(&self, table: &Table) -> bool {
        parts(table).0 == self.id
    }
}

/// The domain and the name within it: `okr.option` is `option` of `okr`.
#[must_use]
pub fn parts(table: &Table) -> (&'static str, &'static str) {
    table.id.split_once('.').unwrap_or((table.id, ""))
}

/// Names that rustdoc links, without the links: [`law`](super::law) becomes `law`.
#[cfg(feature = "json")]
pub(crate) fn without_links(text: &str) -> String {
    let mut parts = text.split("[`");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once("`]").unwrap_or((part, ""));
        let rest = match rest.strip_prefix('(').and_then(|link| link.split_once(')')) {
            Some((_, rest)) => rest,
            None => rest,
        };
        plain.push_str(&format!("`{name}`{rest}"));
    }
    plain
}

/// What a row asks of the n-th condition: that it holds, that it does not, or nothing.
#[must_use]
pub const fn asked(when: When, condition: usize) -> Option<bool> {
    let bit = 1 << condition;
    if when.requires & bit != 0 {
        Some(true)
    } else if when.forbids & bit != 0 {
        Some(false)
    } else {
        None
    }
}

/// The sign for an answer, or for what a row asks.
#[must_use]
pub const fn mark(answer: Option<bool>) -> &'static str {
    match answer {
        Some(true) => "✓",
        Some(false) => "✗",
        None => "",
    }
}

/// The letter that stands for the n-th condition where its name has no room.
#[must_use]
pub fn letter(condition: usize) -> char {
    // No table has more conditions than the alphabet has letters.
    ('A'..='Z').nth(condition).unwrap_or('?')
}

/// The letters of these conditions, in the order of their table.
fn letters(conditions: u32) -> String {
    let places = (0..u32::BITS as usize).filter(|place| conditions & (1 << place) != 0);
    places.map(|place| letter(place).to_string()).collect::<Vec<_>>().join(" ")
}

/// Whether `because` names other conditions than those that a row requires.
fn names_others(rows: &[Row]) -> bool {
    rows.iter().any(|row| row.outcome.is_some() && row.names != row.when.requires)
}

/// Which rows of a table, and how they fared.
struct Fared<'t> {
    rows: &'static [Row],
    heading: Text,
    /// The answers to the conditions, and which rows they made fire; none where nothing was decided.
    answers: Option<(u32, &'t dyn Fn(usize) -> bool)>,
}

/// Rows against conditions, each cell what the row asks; where something was decided, the answers above them and an
/// arrow before each row that fired.
fn matrix(table: &Table, shown: &Fared<'_>, language: Language) -> Grid {
    let conditions = 0..table.conditions.len();
    let names = names_others(shown.rows) && shown.answers.is_none();
    let outcome = shown.rows.iter().any(|row| row.outcome.is_some());
    let mut headings = Vec::new();
    headings.extend(shown.answers.is_some().then(String::new));
    headings.push(shown.heading.get(language).to_owned());
    headings.extend(conditions.clone().map(|place| letter(place).to_string()));
    headings.extend(outcome.then(|| words::OUTCOME.get(language).to_owned()));
    headings.extend(names.then(|| "`because`".to_owned()));
    let mut grid = Grid::new(headings);
    if let Some((holds, _)) = shown.answers {
        let mut answers = vec![String::new(), format!("*{}*", words::ANSWER.get(language))];
        answers.extend(conditions.clone().map(|place| mark(Some(holds & (1 << place) != 0)).to_owned()));
        grid.row(answers);
    }
    for (place, row) in shown.rows.iter().enumerate() {
        let fired = shown.answers.map(|(_, fired)| fired(place));
        let strong = if fired == Some(true) { "**" } else { "" };
        let mut cells = Vec::new();
        cells.extend(fired.map(|fired| if fired { "→" } else { "" }.to_owned()));
        cells.push(format!("{strong}`{}`{strong}", row.reason.id));
        cells.extend(conditions.clone().map(|condition| mark(asked(row.when, condition)).to_owned()));
        cells.extend(row.outcome.map(|outcome| format!("{strong}`{outcome}`{strong}")));
        cells.extend(names.then(|| letters(row.names)));
        grid.row(cells);
    }
    grid
}

/// Where a table was read, and its edition, as a line of Markdown.
fn source(table: &Table, language: Language) -> String {
    let manual = table.source.manual;
    let country = if manual.country.is_empty() { String::new() } else { format!(" ({})", manual.country) };
    format!(
        "{}: {}{country}, `{}`: {} · {} {}",
        manual.short,
        escaped(manual.product),
        manual.file,
        escaped(table.source.passage),
        words::EDITION.get(language),
        escaped(table.edition),
    )
}

/// How the rows are read.
fn policy(table: &Table, language: Language) -> String {
    let policy = match table.policy {
        HitPolicy::First => words::FIRST,
        HitPolicy::Collect => words::COLLECT,
        HitPolicy::None => words::NONE,
    };
    let legend = if table.conditions.is_empty() { Text::EMPTY } else { words::LEGEND };
    [policy, legend].map(|sentence| sentence.get(language)).join(" ").trim_end().to_owned()
}

/// A file that an export consists of.
#[cfg(feature = "export")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its name below the folder of the export.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

/// The tables with these ids, in the order of the rules; every table where no id is given.
///
/// # Errors
/// [`ErrorCode::UnknownDecision`](crate::error::ErrorCode::UnknownDecision).
#[cfg(feature = "export")]
pub fn tables<S: AsRef<str>>(ids: &[S]) -> Result<Vec<&'static Table>, crate::error::Error> {
    for id in ids {
        crate::catalogue::find(id.as_ref())?;
    }
    let every = crate::catalogue::DECISIONS.iter().map(crate::catalogue::Entry::table);
    Ok(every.filter(|table| ids.is_empty() || ids.iter().any(|id| id.as_ref() == table.id)).collect())
}

/// The tables as JSON: a list of what [`catalogue::describe`](crate::catalogue::describe) says of each.
#[cfg(feature = "export")]
#[must_use]
pub fn json(tables: &[&'static Table]) -> Document {
    // Nothing in a table can fail to be written: it is text and lists of text.
    let mut text = serde_json::to_string_pretty(tables).unwrap_or_default();
    text.push('\n');
    Document { name: "tables.json".to_owned(), text }
}
