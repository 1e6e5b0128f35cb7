//! Writes the page of all tables to standard output; with `--answers`, what the library answers for every combination of
//! every table, to hold the page's own evaluation against.
//!
//! `cargo run --features export --example tables_html -- [--answers]`

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use dms_rules::catalogue::{DECISIONS, Entry};
use dms_rules::export::html;
use dms_rules::table::{Fired, HitPolicy, Table};

fn main() -> io::Result<ExitCode> {
    let mut out = BufWriter::new(io::stdout().lock());
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => out.write_all(html::page().as_bytes())?,
        ["--answers"] => {
            for table in DECISIONS.iter().map(Entry::table) {
                let combinations = 0..1_u32 << table.conditions.len();
                let answers: Vec<_> = combinations.map(|holds| answer(table, holds)).collect();
                writeln!(out, "{}", serde_json::json!({ "id": table.id, "answers": answers }))?;
            }
        }
        _ => {
            eprintln!("usage: tables_html [--answers]");
            return Ok(ExitCode::from(2));
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Row, because, advisories, outcome; nothing for a combination that cannot happen.
fn answer(table: &'static Table, holds: u32) -> Option<(Option<u8>, u32, u32, Option<&'static str>)> {
    if table.impossible.iter().any(|when| when.fits(holds)) {
        return None;
    }
    let Fired { row, because, advisories, .. } = match table.policy {
        HitPolicy::First => table.first(holds),
        HitPolicy::Collect | HitPolicy::None => table.collect(holds),
    };
    let outcome = match (row, table.collected) {
        (Some(row), _) => table.rows[usize::from(row)].outcome,
        (None, collected) => collected.map(|[none, any]| if because == 0 { none } else { any }),
    };
    Some((row, because, advisories, outcome))
}
