//! How Python is laid out: on one line where there is room, else with a line for each part.

use std::fmt::Display;

use super::prose::{WIDTH, wrapped};

/// `head` and `tail` with parts between them.
pub(super) fn parts(head: &str, parts: &[String], tail: &str) -> String {
    let line = format!("{head}{}{tail}", parts.join(", "));
    if line.chars().count() <= WIDTH {
        return line;
    }
    let parts: String = parts.iter().map(|part| format!("    {part},\n")).collect();
    format!("{head}\n{parts}{tail}")
}

/// `from module import names`, sorted as ruff sorts them: classes before functions.
pub(super) fn import(module: &str, names: &[impl Display]) -> String {
    let names: Vec<_> = names.iter().map(ToString::to_string).collect();
    let head = format!("from {module} import ");
    let line = format!("{head}{}", names.join(", "));
    if line.chars().count() <= WIDTH { line } else { parts(&format!("{head}("), &names, ")") }
}

/// `__all__`.
pub(super) fn all(names: &[impl Display]) -> String {
    let names: Vec<_> = names.iter().map(|name| format!("\"{name}\"")).collect();
    parts("__all__ = [", &names, "]")
}

/// Text in lines behind a margin of so many blanks; every line but the last ends with `continued`.
pub(super) fn block(text: &str, margin: usize, continued: &str) -> String {
    let room = WIDTH - margin - continued.len();
    let lines = wrapped(text, room, room);
    let last = lines.len() - 1;
    let line = |(place, line)| {
        let end = if place == last { "" } else { continued };
        format!("{}{line}{end}\n", " ".repeat(margin))
    };
    lines.into_iter().enumerate().map(line).collect()
}
