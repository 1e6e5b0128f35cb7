//! What stands above each table in its source: the question, the manual's words and how they were read.

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

/// What a decision's source says of it, in English.
pub(super) struct Documentation {
    /// The question it answers, or what it computes.
    pub(super) question: String,
    /// The passages of the manual and their readings, as Markdown.
    pub(super) text: String,
}

/// What stands above this table.
pub(super) fn of(table: &Table) -> Documentation {
    let (domain, name) = super::parts(table);
    let own = table.id.replace('.', "/");
    let source = FILES.iter().find(|(file, _)| *file == own || *file == domain).map_or("", |(_, source)| source);
    let about = lines(source.lines(), "//!");
    let (first, text) = about.split_once("\n\n").unwrap_or((&about, ""));
    let question = match first.split_once(": ") {
        Some((id, question)) if id.contains(table.id) => question.to_owned(),
        // Several decisions in one file: what stands above this one's function.
        _ => above_function(source, name),
    };
    Documentation { question: sentence(&question), text: text.to_owned() }
}

/// The first paragraph above `pub fn name`.
fn above_function(source: &str, name: &str) -> String {
    let signature = format!("pub fn {name}<");
    let before: Vec<&str> = source.lines().take_while(|line| !line.starts_with(&signature)).collect();
    let start = before.iter().rposition(|line| !line.starts_with("///")).map_or(0, |line| line + 1);
    lines(before[start..].iter().copied(), "///").split("\n\n").next().unwrap_or_default().to_owned()
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

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::catalogue::DECISIONS;

    #[test]
    fn every_table_says_what_it_answers_and_where_it_was_read() {
        for table in DECISIONS.iter().map(crate::catalogue::Entry::table) {
            let said = of(table);
            assert!(said.question.ends_with(['?', '.']), "{}: {:?}", table.id, said.question);
            assert!(said.text.starts_with("Source: "), "{}: {:?}", table.id, said.text);
            assert!(!said.text.contains("](") && !said.text.contains("[`"), "{}: {}", table.id, said.text);
        }
    }
}
