//! What stands above each table in its source: the manual's words and how they were read.

use crate::model::{self, registry::every_domain};
use crate::table::Table;

/// What stands above this table, below the question: the passages of the manual and their readings, as Markdown in
/// English.
pub(crate) fn of(table: &Table) -> String {
    let about = lines(source(table).lines(), "//!");
    about.split_once("\n\n").map_or_else(String::new, |(_, text)| text.to_owned())
}

/// What is said of this decision alone, where several share a file: the first paragraph above its function.
pub(super) fn of_function(table: &Table) -> Option<String> {
    let signature = format!("pub fn {}<", super::parts(table).1);
    let before: Vec<&str> = source(table).lines().take_while(|line| !line.starts_with(&signature)).collect();
    let start = before.iter().rposition(|line| !line.starts_with("///"))? + 1;
    let about = lines(before[start..].iter().copied(), "///");
    about.split("\n\n").next().filter(|said| !said.is_empty()).map(str::to_owned)
}

/// The files of the decisions, in the order of the rules.
static SOURCES: &[&str] = {
    const EVERY: &[&[&str]] = every_domain!(SOURCES);
    &model::all::<&str, { model::count(EVERY) }>(EVERY)
};

/// The file that a table stands in.
fn source(table: &Table) -> &'static str {
    let place = model::DECISIONS.iter().position(|declared| declared.table.id == table.id);
    place.map_or("", |place| SOURCES[place])
}

/// The documentation at the start of these lines of source.
fn lines<'s>(source: impl Iterator<Item = &'s str>, sign: &str) -> String {
    let lines = source.map_while(|line| line.strip_prefix(sign)).map(|line| line.strip_prefix(' ').unwrap_or(line));
    super::without_links(&lines.collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::catalogue::DECISIONS;

    #[test]
    fn every_table_says_where_it_was_read() {
        for table in DECISIONS.iter().map(crate::catalogue::Entry::table) {
            let said = of(table);
            assert!(said.starts_with("Source: "), "{}: {said:?}", table.id);
            assert!(!said.contains("](") && !said.contains("[`"), "{}: {said}", table.id);
        }
    }
}
