//! The model's words as Python's documentation has them.

use crate::model::{Decision, Field};

use super::{euros, identifier};

/// The width of a line of Python and of Rust.
pub(super) const WIDTH: usize = 120;

/// Text in lines: the first with room for so many letters, the others for so many. What stands between backticks stays
/// on one line.
pub(super) fn wrapped(text: &str, first: usize, rest: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in words(text) {
        let room = if lines.is_empty() { first } else { rest };
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > room {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&word);
    }
    lines.push(line);
    lines
}

/// The words of a text, what stands between backticks as one.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut within_code = false;
    for word in text.split_whitespace() {
        match words.last_mut().filter(|_| within_code) {
            Some(last) => *last = format!("{last} {word}"),
            None => words.push(word.to_owned()),
        }
        within_code ^= word.matches('`').count() % 2 == 1;
    }
    words
}

/// The model's words with Python's own for true and false, and without the links that only Rust's pages follow.
pub(super) fn plain(text: &str) -> String {
    let text = text.replace("`false`", "`False`").replace("`true`", "`True`").replace('\\', "\\\\");
    let text = text.replace("[`", "`").replace("`]", "`");
    // What comes next in Rust, the fields, comes after a sentence here.
    text.strip_suffix(':').map_or_else(|| text.clone(), |text| format!("{text}."))
}

/// The lines of a class's docstring: its first sentence stands alone where not all fit on one line.
pub(super) fn class_docstring(about: &str) -> Vec<String> {
    match about.split_once(". ") {
        Some((first, rest)) if about.chars().count() > WIDTH - 10 && !first.contains("\n\n") => {
            docstring(&format!("{first}.\n\n{rest}"), 4)
        }
        _ => docstring(about, 4),
    }
}

/// The lines of a docstring, in quotes, behind an indentation of so many blanks.
pub(super) fn docstring(about: &str, indent: usize) -> Vec<String> {
    let about = plain(about);
    let mut paragraphs = about.split("\n\n");
    let room = WIDTH - indent;
    let first = paragraphs.next().unwrap_or_default();
    // Alone on its line it needs room for the quotes at its end too.
    let quotes = if first.chars().count() + 3 <= room { 6 } else { 3 };
    let mut lines = wrapped(first, room - quotes, room);
    for paragraph in paragraphs {
        lines.push(String::new());
        lines.extend(wrapped(paragraph, room, room));
    }
    if let Some(first) = lines.first_mut() {
        first.insert_str(0, "\"\"\"");
    }
    let fits = lines.len() == 1 && lines[0].chars().count() + 3 <= room;
    match lines.last_mut().filter(|_| fits) {
        Some(only) => only.push_str("\"\"\""),
        None => lines.push("\"\"\"".to_owned()),
    }
    let margin = " ".repeat(indent);
    lines.into_iter().map(|line| if line.is_empty() { line } else { format!("{margin}{line}") }).collect()
}

/// What `help` says of a decision, without quotes and margin.
pub(super) fn of_decision(decision: &Decision, refusals: &[String]) -> Vec<String> {
    const ROOM: usize = WIDTH - 4;
    let question = decision.question.get("en").map(String::as_str).unwrap_or_default();
    let name = identifier(&decision.name);
    let mut lines = vec![format!("`{}.{name}`: {}", decision.domain, uncapitalised(question))];
    let of_the_rules = if name == decision.name { String::new() } else { format!("`{}` in the rules. ", decision.id) };
    for paragraph in
        format!("{of_the_rules}{}", plain(&decision.about)).split("\n\n").filter(|paragraph| !paragraph.is_empty())
    {
        lines.push(String::new());
        lines.extend(wrapped(paragraph, ROOM, ROOM));
    }
    lines.extend([String::new(), "Args:".to_owned()]);
    for field in &decision.facts.fields {
        lines.extend(item(&format!("{}: {}", identifier(&field.name), argument(field))));
        lines.extend(euros(field).iter().flat_map(|euros| item(&format!("{euros}: The same in euros, as a Decimal."))));
    }
    if !refusals.is_empty() {
        lines.extend([String::new(), "Raises:".to_owned()]);
        lines.extend(item(&format!("Refusal: {}.", refusals.join("; "))));
    }
    lines.push(String::new());
    let source = format!("Source: {}, \"{}\".", decision.source.product, decision.source.passage);
    lines.extend(wrapped(&source, ROOM, ROOM));
    lines
}

/// What is said of a fact: also what its name is in the rules, where that is a word of Python's.
fn argument(field: &Field) -> String {
    let about = plain(&field.about);
    if identifier(&field.name) == field.name {
        return about;
    }
    format!("{}; `{}` in the rules.", about.trim_end_matches('.'), field.name)
}

/// A line of a list, and those that go on with it.
fn item(text: &str) -> Vec<String> {
    let lines = wrapped(text, WIDTH - 8, WIDTH - 12);
    lines
        .into_iter()
        .enumerate()
        .map(|(place, line)| format!("{}{line}", if place == 0 { "    " } else { "        " }))
        .collect()
}

/// A question behind a colon. Words such as "VIN" keep their capitals.
fn uncapitalised(question: &str) -> String {
    let mut letters = question.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => question.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{class_docstring, docstring, plain, uncapitalised, wrapped};

    #[test]
    fn code_stays_on_one_line() {
        assert_eq!(wrapped("either `a b` or c", 9, 12), ["either", "`a b` or c"]);
    }

    #[test]
    fn questions_follow_a_colon() {
        assert_eq!(uncapitalised("May it be sent?"), "may it be sent?");
        assert_eq!(uncapitalised("VIN or none?"), "VIN or none?");
    }

    #[test]
    fn words_are_those_of_python() {
        assert_eq!(plain("`true` unless [`Facts::new`] says:"), "`True` unless `Facts::new` says.");
    }

    #[test]
    fn docstrings_close_where_there_is_room() {
        assert_eq!(docstring("Why.", 4), ["    \"\"\"Why.\"\"\""]);
        let long = format!("Short. {}.", "long ".repeat(30).trim_end());
        let lines = class_docstring(&long);
        assert_eq!((lines[0].as_str(), lines[1].as_str()), ("    \"\"\"Short.", ""));
        assert_eq!(lines.last().map(String::as_str), Some("    \"\"\""));
    }
}
