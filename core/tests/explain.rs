//! An explanation says what the decision says, for every combination of answers of every table.

use dms_rules::catalogue::{DECISIONS, Entry};
use dms_rules::decision::Decision;
use dms_rules::export::{escaped, explain, mark};
use dms_rules::message::Language;
use dms_rules::table::{HitPolicy, Table};

/// What a table answers to every combination that can happen.
fn decisions(table: &'static Table) -> impl Iterator<Item = Decision<()>> {
    let every = 0..1_u32 << table.conditions.len();
    let possible = every.filter(|holds| !table.impossible.iter().any(|when| when.fits(*holds)));
    possible.map(move |holds| {
        let fired = match table.policy {
            HitPolicy::First => table.first(holds),
            HitPolicy::Collect | HitPolicy::None => table.collect(holds),
        };
        Decision::new((), table, fired)
    })
}

fn cells(line: &str) -> Vec<&str> {
    line.trim_matches('|').split('|').map(str::trim).collect()
}

#[test]
fn answers_rows_and_texts_are_those_of_the_decision() {
    let mut count = 0;
    for table in DECISIONS.iter().map(Entry::table) {
        for (decision, language) in decisions(table).zip(Language::ALL.iter().copied().cycle()) {
            let explained = explain(&decision, language);
            let grid: Vec<_> = explained.lines().filter(|line| line.starts_with('|')).map(cells).collect();

            for (place, condition) in table.conditions.iter().enumerate() {
                let answer = mark(Some(decision.condition_bits() & (1 << place) != 0));
                let name = format!("`{}`", condition.id);
                let said = grid.iter().any(|cells| cells[1] == answer && cells[2] == name);
                assert!(said, "{}: {} {answer}\n{explained}", table.id, condition.id);
            }

            let mut fired: Vec<_> = decision.row().map(|row| row.id).into_iter().collect();
            if table.policy == HitPolicy::Collect {
                fired.extend(decision.because().ids());
            }
            fired.extend(decision.advisories().ids());
            let arrows: Vec<_> = grid.iter().filter(|cells| cells[0] == "→").map(|cells| cells[1]).collect();
            let expected: Vec<_> = fired.iter().map(|id| format!("**`{id}`**")).collect();
            assert_eq!(arrows, expected, "{}\n{explained}", table.id);

            let bullets: Vec<_> = explained.lines().filter_map(|line| line.strip_prefix("* ")).collect();
            let lines: Vec<_> = decision.lines(language).map(escaped).collect();
            assert_eq!(bullets, lines, "{}\n{explained}", table.id);
            count += 1;
        }
    }
    println!("rust explanations: {count} combinations of answers");
}

#[test]
fn the_columns_of_the_answers_and_of_the_rows_stand_below_each_other() {
    for table in DECISIONS.iter().map(Entry::table).filter(|table| !table.rows.is_empty()) {
        let Some(decision) = decisions(table).next() else { panic!("{}: nothing can happen", table.id) };
        for language in Language::ALL {
            let explained = explain(&decision, *language);
            let bars = |line: &str| {
                line.chars().enumerate().filter(|(_, sign)| *sign == '|').map(|(place, _)| place).collect::<Vec<_>>()
            };
            // The second block of lines is that of the rows.
            let rows = explained.split("\n\n").filter(|block| block.starts_with('|')).nth(1).unwrap_or_default();
            let mut lines = rows.lines().map(bars);
            let first = lines.next().unwrap_or_default();
            assert!(first.len() > table.conditions.len(), "{explained}");
            assert!(lines.all(|line| line == first), "{explained}");
        }
    }
}
