//! The tables as pages: one a domain, and an index.

use super::feel::{functions_called, on_one_line};
use super::{
    DOMAINS, Document, Domain, Fared, Grid, documentation, escaped, letter, matrix, parts, policy, source, words,
};
use crate::message::{Language, Text};
use crate::table::{Manual, Reason, Table, When};

/// The command that writes the pages.
pub const COMMAND: &str = "cargo run --release --example tables -- --format markdown --out docs/tables";

/// The pages of these tables, the index last; their words and sentences in one language, all texts in four. What the
/// source says above a table is in English.
#[must_use]
pub fn pages(tables: &[&'static Table], language: Language) -> Vec<Document> {
    let domains = DOMAINS.iter().map(|domain| (domain, of(domain, tables))).filter(|(_, own)| !own.is_empty());
    let mut pages: Vec<_> = domains.map(|(domain, own)| page(domain, &own, language)).collect();
    pages.push(index(tables, language));
    pages
}

fn of(domain: &Domain, tables: &[&'static Table]) -> Vec<&'static Table> {
    tables.iter().copied().filter(|table| domain.holds(table)).collect()
}

fn index(tables: &[&'static Table], language: Language) -> Document {
    let mut out = format!("# {}\n\n{}\n\n", words::TABLES.get(language), written(language));
    for domain in DOMAINS {
        let own = of(domain, tables);
        if !own.is_empty() {
            out.push_str(&format!("## [{}]({}.md)\n\n", escaped(domain.title.get(language)), domain.id));
            contents(&mut out, &own, &format!("{}.md", domain.id), language);
        }
    }
    manuals(&mut out, tables, language);
    document("README", out)
}

/// The manuals that were read for these tables, under the short names that the pages use.
fn manuals(out: &mut String, tables: &[&'static Table], language: Language) {
    let mut named: Vec<&Manual> = Vec::new();
    for table in tables {
        if !named.contains(&table.source.manual) {
            named.push(table.source.manual);
        }
    }
    out.push_str(&format!("## {}\n\n", words::MANUALS.get(language)));
    let headings = [words::NAME, words::PRODUCT, words::COUNTRY, words::FILE];
    let mut grid = Grid::new(headings.map(|heading| heading.get(language).to_owned()).to_vec());
    for Manual { short, file, product, country, language: _ } in named {
        grid.row(vec![(*short).to_owned(), escaped(product), (*country).to_owned(), format!("`{file}`")]);
    }
    grid.write(out);
}

fn page(domain: &Domain, tables: &[&'static Table], language: Language) -> Document {
    let title = escaped(domain.title.get(language));
    let every = words::ALL_TABLES.get(language);
    let mut out = format!("# {title}\n\n[{every}](README.md). {}\n\n", written(language));
    contents(&mut out, tables, "", language);
    let mut above = String::new();
    for table in tables {
        let said = documentation::of(table);
        heading(&mut out, table, language);
        if let Some(said) = documentation::of_function(table) {
            out.push_str(&format!("{said}\n\n"));
        }
        // What several decisions of one file have in common stands with the first.
        if said != above {
            out.push_str(&format!("{said}\n\n"));
            above = said;
        }
        section(&mut out, table, language);
    }
    document(domain.id, out)
}

/// A file that ends with one line break.
fn document(name: &str, mut text: String) -> Document {
    text.truncate(text.trim_end().len());
    text.push('\n');
    Document { name: format!("{name}.md"), text }
}

fn written(language: Language) -> String {
    format!("{} `{COMMAND}`", words::GENERATED.get(language))
}

/// The decisions of a page, each with a link to where it stands.
fn contents(out: &mut String, tables: &[&'static Table], page: &str, language: Language) {
    let headings = [words::DECISION, words::QUESTION, words::CONDITIONS, words::ROWS, words::MANUAL];
    let mut grid = Grid::new(headings.map(|heading| heading.get(language).to_owned()).to_vec());
    for table in tables {
        let count = |number: usize| if number == 0 { String::new() } else { number.to_string() };
        grid.row(vec![
            format!("[`{}`]({page}#{})", table.id, parts(table).1),
            question(table, language).to_owned(),
            count(table.conditions.len()),
            count(table.rows.len()),
            table.source.manual.short.to_owned(),
        ]);
    }
    grid.write(out);
}

fn question(table: &Table, language: Language) -> &'static str {
    crate::model::declared(table.id).map_or("", |declared| declared.words.question.get(language))
}

fn heading(out: &mut String, table: &Table, language: Language) {
    // An anchor of its own: hosts derive different ones from a heading with a dot.
    out.push_str(&format!("<a id=\"{}\"></a>\n\n## `{}`\n\n", parts(table).1, table.id));
    out.push_str(&format!("**{}**\n\n{}\n\n", question(table, language), source(table, language)));
}

fn section(out: &mut String, table: &'static Table, language: Language) {
    conditions(out, table, language);
    impossible(out, table, language);
    rows(out, table, language);
    if !table.advisories.is_empty() {
        out.push_str(&format!("{}\n\n", words::ADVISED.get(language)));
        matrix(table, &Fared { rows: table.advisories, heading: words::ADVISORY, answers: None }, language).write(out);
    }
    feel(out, table, language);
    texts(out, table, language);
}

/// How each condition follows from the facts, folded away.
fn feel(out: &mut String, table: &Table, language: Language) {
    if table.feel.is_empty() {
        return;
    }
    out.push_str(&format!("<details>\n<summary>{}</summary>\n\n", words::FEEL.get(language)));
    let headings = [words::NAME.get(language), "FEEL"];
    let mut grid = Grid::new(headings.map(str::to_owned).to_vec());
    let code = |feel: &str| format!("`{}`", on_one_line(feel).replace('|', "\\|"));
    for (condition, feel) in table.conditions.iter().zip(table.feel) {
        grid.row(vec![format!("`{}`", condition.id), code(feel)]);
    }
    for function in functions_called(table) {
        grid.row(vec![format!("`{}({})`", function.name, function.parameter), code(function.body)]);
    }
    grid.write(out);
    out.push_str("</details>\n\n");
}

fn conditions(out: &mut String, table: &Table, language: Language) {
    if table.conditions.is_empty() {
        return;
    }
    let headings = [Text::EMPTY, words::CONDITION, words::SAYS];
    let mut grid = Grid::new(headings.map(|heading| heading.get(language).to_owned()).to_vec());
    for (place, condition) in table.conditions.iter().enumerate() {
        let meaning = escaped(condition.text.get(language));
        grid.row(vec![letter(place).to_string(), format!("`{}`", condition.id), meaning]);
    }
    grid.write(out);
}

fn impossible(out: &mut String, table: &Table, language: Language) {
    if table.impossible.is_empty() {
        return;
    }
    out.push_str(&format!("**{}**\n\n", words::IMPOSSIBLE.get(language)));
    for when in table.impossible {
        out.push_str(&format!("* {}\n", together(*when, table, language)));
    }
    out.push('\n');
}

/// Conditions and what is asked of them: ``A `never` + not B `too_low` ``.
fn together(when: When, table: &Table, language: Language) -> String {
    let asked = table.conditions.iter().enumerate().filter_map(|(place, condition)| {
        let not = match super::asked(when, place)? {
            true => String::new(),
            false => format!("{} ", words::NOT.get(language)),
        };
        Some(format!("{not}{} `{}`", letter(place), condition.id))
    });
    asked.collect::<Vec<_>>().join(" + ")
}

fn rows(out: &mut String, table: &Table, language: Language) {
    out.push_str(&policy(table, language));
    if super::names_others(table.rows) {
        out.push_str(&format!(" {}", words::BECAUSE.get(language)));
    }
    out.push_str("\n\n");
    if !table.rows.is_empty() {
        matrix(table, &Fared { rows: table.rows, heading: words::ROW, answers: None }, language).write(out);
    }
    if let Some([none, any]) = table.collected {
        for (fits, outcome) in [(words::NO_ROW_FITS, none), (words::A_ROW_FITS, any)] {
            out.push_str(&format!("* {} → `{outcome}`\n", fits.get(language)));
        }
        out.push('\n');
    }
}

/// What each name says to a person, folded away.
fn texts(out: &mut String, table: &'static Table, language: Language) {
    let rows = table.rows.iter().chain(table.advisories).map(|row| &row.reason);
    let mut named: Vec<&Reason> = Vec::new();
    for reason in table.conditions.iter().chain(rows) {
        if named.iter().all(|known| known.id != reason.id) {
            named.push(reason);
        }
    }
    if named.is_empty() {
        return;
    }
    out.push_str(&format!("<details>\n<summary>{}</summary>\n\n", words::TEXTS.get(language)));
    let headings = [words::NAME.get(language), "English", "Nederlands", "Français", "Deutsch"];
    let mut grid = Grid::new(headings.map(str::to_owned).to_vec());
    for reason in named {
        let said = Language::ALL.iter().map(|language| escaped(reason.text.get(*language)));
        grid.row([format!("`{}`", reason.id)].into_iter().chain(said).collect());
    }
    grid.write(out);
    out.push_str("</details>\n\n");
}
