//! What stands above each table in its source: the manual's words and how they were read.

use crate::table::Table;

/// The files of the decisions, by their names below `src`.
macro_rules! files {
    ($($name:literal)+) => { &[$(($name, include_str!(concat!("../", $name, ".rs")))),+] };
}

static FILES: &[(&str, &str)] = files! {
    "vin/check"
    "car_pass/enrolment" "car_pass/visible" "car_pass/readiness" "car_pass/prompt" "car_pass/badge"
    "car_pass/start_of_work" "car_pass/submission" "car_pass/lifecycle" "car_pass/actions" "car_pass/invoicing"
    "car_pass/account" "car_pass/history" "car_pass/worklist"
    "okr/option" "okr/choice" "okr/mutation"
    "quarter_hour"
    "booking/issue_limit" "booking/issue" "booking/plan" "booking/issue_prefill" "booking/follows_master"
    "booking/status" "booking/permission" "booking/editable" "booking/cancel_issue" "booking/take_back"
    "booking/amend_handover" "booking/odometer" "booking/template" "booking/advisor" "booking/driver"
    "booking/reservation" "booking/documents" "booking/actions" "booking/settlement" "booking/confirmation"
    "booking/maintenance_contract"
    "inspection/import" "inspection/register_from_order" "inspection/next_due" "inspection/window"
    "inspection/month_end" "inspection/sources"
};

/// What stands above this table, below the question: the passages of the manual and their readings, as Markdown in
/// English.
pub(super) fn of(table: &Table) -> String {
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

/// The file that a table stands in.
fn source(table: &Table) -> &'static str {
    let (domain, _) = super::parts(table);
    let own = table.id.replace('.', "/");
    FILES.iter().find(|(file, _)| *file == own || *file == domain).map_or("", |(_, source)| source)
}

/// The documentation at the start of these lines of source.
fn lines<'s>(source: impl Iterator<Item = &'s str>, sign: &str) -> String {
    let lines = source.map_while(|line| line.strip_prefix(sign)).map(|line| line.strip_prefix(' ').unwrap_or(line));
    without_links(&lines.collect::<Vec<_>>().join("\n"))
}

/// Names that rustdoc links, without the links: [`law`](super::law) becomes `law`.
fn without_links(text: &str) -> String {
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
