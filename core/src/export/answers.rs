//! What the library answers to every combination of a table's conditions, for an engine that runs the exported model,
//! and for the page's own evaluation, to be compared with.

use std::fmt::Write;

use super::dmn;
use crate::table::{Evaluation, HitPolicy, Reason, Row, Table};

/// Three lines of what the table is (its id and hit policy, its conditions as the model names them, the columns), then one
/// line for each combination, counted in binary with the first condition as the lowest bit. `-` is nothing.
#[must_use]
pub fn answers(table: &Table) -> String {
    let conditions = dmn::condition_names(table);
    let conditions: Vec<_> = conditions.iter().map(String::as_str).collect();
    let mut lines = format!("{}\t{}\n{}\n", table.id, table.policy.as_str(), list(&conditions));
    lines.push_str("possible\trow\toutcome\treasons\tadvisories\n");
    for holds in 0..1_u32 << table.conditions.len() {
        let possible = !table.impossible.iter().any(|impossible| impossible.fits(holds));
        let [row, outcome, reasons, advisories] = answer(table, holds);
        let _ = writeln!(lines, "{possible}\t{row}\t{outcome}\t{reasons}\t{advisories}");
    }
    lines
}

/// Row, outcome, reasons and advisories, as ids joined by commas. The reasons of a FIRST table are conditions.
pub(super) fn answer(table: &Table, holds: u32) -> [String; 4] {
    let ids = |rows: &'static [Row], fired: u32| {
        let fired = rows.iter().enumerate().filter(|(bit, _)| fired & (1 << bit) != 0);
        list(&fired.map(|(_, Row { reason: Reason { id, .. }, .. })| *id).collect::<Vec<_>>())
    };
    let none = || "-".to_owned();
    match table.policy {
        // Where no row fits, the proof has found that the table declares it impossible; the library has no answer there.
        HitPolicy::First if table.rows.iter().any(|row| row.when.fits(holds)) => {
            let fired = table.first(holds);
            let row = fired.row.and_then(|row| table.rows.get(usize::from(row)));
            let id = row.map_or_else(none, |row| row.reason.id.to_owned());
            let outcome = row.and_then(|row| row.outcome).map_or_else(none, str::to_owned);
            let because = table.conditions.iter().enumerate().filter(|(bit, _)| fired.because & (1 << bit) != 0);
            let because = list(&because.map(|(_, condition)| condition.id).collect::<Vec<_>>());
            [id, outcome, because, ids(table.advisories, fired.advisories)]
        }
        HitPolicy::First => [none(), none(), none(), ids(table.advisories, table.collect(holds).advisories)],
        HitPolicy::Collect | HitPolicy::None => {
            let fired = table.collect(holds);
            let outcome = table.collected.map(|[no, any]| if fired.because == 0 { no } else { any });
            [
                none(),
                outcome.map_or_else(none, str::to_owned),
                ids(table.rows, fired.because),
                ids(table.advisories, fired.advisories),
            ]
        }
    }
}

fn list(ids: &[&str]) -> String {
    if ids.is_empty() { "-".to_owned() } else { ids.join(",") }
}

/// One line of JSON for each table: its id and, for every combination counted as above, `[row, because, advisories,
/// outcome]` in numbers, or `null` where the combination cannot happen.
#[must_use]
pub fn in_numbers(tables: &[&'static Table]) -> String {
    let line = |table: &&'static Table| {
        let combinations = 0..1_u32 << table.conditions.len();
        let answers: Vec<_> = combinations.map(|holds| numbers(table, holds)).collect();
        format!("{}\n", serde_json::json!({ "id": table.id, "answers": answers }))
    };
    tables.iter().map(line).collect()
}

fn numbers(table: &'static Table, holds: u32) -> Option<(Option<u8>, u32, u32, Option<&'static str>)> {
    if table.impossible.iter().any(|when| when.fits(holds)) {
        return None;
    }
    let Evaluation { row, because, advisories, .. } = match table.policy {
        HitPolicy::First => table.first(holds),
        HitPolicy::Collect | HitPolicy::None => table.collect(holds),
    };
    let outcome = match (row, table.collected) {
        (Some(row), _) => table.rows.get(usize::from(row)).and_then(|row| row.outcome),
        (None, collected) => collected.map(|[none, any]| if because == 0 { none } else { any }),
    };
    Some((row, because, advisories, outcome))
}
