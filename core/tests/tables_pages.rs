//! The pages under `docs/tables` are what the tables say today.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

use dms_rules::export::{self, DOMAINS, markdown};
use dms_rules::message::Language;
use dms_rules::table::Table;

fn every_table() -> Vec<&'static Table> {
    export::tables::<&str>(&[]).expect("every table")
}

/// Names and texts of the pages.
fn pages(language: Language) -> BTreeMap<String, String> {
    markdown::pages(&every_table(), language).into_iter().map(|page| (page.name, page.text)).collect()
}

#[test]
fn the_committed_pages_are_the_generated_ones() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/tables");
    let written: BTreeMap<String, String> = std::fs::read_dir(&folder)
        .expect("the folder of the pages")
        .map(|file| file.expect("a file").path())
        .filter(|file| file.extension().is_some_and(|extension| extension == "md"))
        .map(|file| {
            let name = file.file_name().expect("a name").to_string_lossy().into_owned();
            // A checkout may have given the lines other endings.
            (name, std::fs::read_to_string(&file).expect("a page").replace("\r\n", "\n"))
        })
        .collect();
    let generated = pages(Language::En);
    let named = |said: &str, pages: Vec<&String>| {
        let names = pages.iter().map(|name| format!("docs/tables/{name}")).collect::<Vec<_>>().join(", ");
        (!pages.is_empty()).then(|| format!("{said}: {names}"))
    };
    let faults = [
        named("missing", generated.keys().filter(|name| !written.contains_key(*name)).collect()),
        named("superfluous, to be removed", written.keys().filter(|name| !generated.contains_key(*name)).collect()),
        named(
            "stale",
            generated
                .iter()
                .filter(|(name, page)| written.get(*name).is_some_and(|old| old != *page))
                .map(|(name, _)| name)
                .collect(),
        ),
    ];
    let faults: Vec<String> = faults.into_iter().flatten().collect();
    assert!(faults.is_empty(), "{}\n`{}` mends it", faults.join("\n"), markdown::COMMAND);
}

#[test]
fn every_table_stands_on_one_page_with_all_its_names_and_texts() {
    for language in Language::ALL {
        let pages = pages(*language);
        for table in every_table() {
            let (domain, _) = export::parts(table);
            let page = &pages[&format!("{domain}.md")];
            assert_eq!(page.matches(&format!("\n## `{}`\n", table.id)).count(), 1, "{}", table.id);
            assert!(pages["README.md"].contains(&format!("[`{}`]({domain}.md#", table.id)), "{}", table.id);
            let manual = table.source.manual;
            for said in [manual.file, &export::escaped(manual.product), &export::escaped(table.source.passage)] {
                assert!(page.contains(said), "{}: {said}", table.id);
            }
            let rows = table.rows.iter().chain(table.advisories).map(|row| row.reason);
            for reason in table.conditions.iter().copied().chain(rows) {
                for language in Language::ALL {
                    let text = export::escaped(reason.text.get(*language));
                    assert!(page.contains(&text), "{}: {}: {text}", table.id, reason.id);
                }
            }
        }
    }
}

#[test]
fn every_table_belongs_to_one_domain() {
    for table in every_table() {
        assert_eq!(DOMAINS.iter().filter(|domain| domain.holds(table)).count(), 1, "{}", table.id);
    }
}

#[test]
fn every_row_of_a_grid_has_the_cells_of_its_heading() {
    for language in Language::ALL {
        for (name, page) in pages(*language) {
            let mut cells = None;
            for line in page.lines() {
                if !line.starts_with('|') {
                    cells = None;
                    continue;
                }
                let bars = line.replace("\\|", "").matches('|').count();
                assert_eq!(*cells.get_or_insert(bars), bars, "{name}: {line}");
            }
        }
    }
}

#[test]
fn marks_are_what_the_rows_ask() {
    let pages = pages(Language::En);
    for (page, line) in [
        ("okr.md", "| `apk_reported` | | ✓ | | | | | | | | `no_apk_reported` | A B C D E F |"),
        ("car_pass.md", "| `vat_number_not_ticked` | ✗ | | | | | | ✓ | ✗ | |"),
    ] {
        let drawn = pages[page].lines().any(|drawn| drawn.split_whitespace().collect::<Vec<_>>().join(" ") == line);
        assert!(drawn, "{page}: {line}");
    }
}

/// The example, which `cargo test` builds beside the tests.
fn tables(arguments: &[&str]) -> Output {
    let tests = std::env::current_exe().expect("the path of this test");
    let target = tests.ancestors().nth(2).expect("the target folder");
    let example = target.join("examples").join(format!("tables{}", std::env::consts::EXE_SUFFIX));
    assert!(example.exists(), "{} is built by `cargo test` or `cargo build --examples`", example.display());
    Command::new(example).args(arguments).output().expect("the example runs")
}

#[test]
fn the_command_writes_what_was_asked_for() {
    let json = tables(&["--format", "json", "vin.check", "okr.option"]);
    assert_eq!(json.status.code(), Some(0));
    let described: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    let of = |id| dms_rules::catalogue::describe(id).expect("a description");
    assert_eq!(described, serde_json::json!([of("vin.check"), of("okr.option")]));

    let all = tables(&["--format", "json"]);
    let all: Vec<serde_json::Value> = serde_json::from_slice(&all.stdout).expect("JSON");
    assert_eq!(all.len(), every_table().len());

    let page = tables(&["--format", "markdown", "--lang", "nl", "okr.mutation"]);
    let page = String::from_utf8(page.stdout).expect("text");
    assert!(page.starts_with("# OKR, het Nederlandse register") && page.contains("De eerste rij die past, beslist."));
    assert!(!page.contains("okr.option"), "only what was asked for");
}

#[test]
fn the_command_writes_files() {
    let folder = std::env::temp_dir().join(format!("dms-rules-tables-{}", std::process::id()));
    let place = folder.to_str().expect("a path in UTF-8");
    let output = tables(&["--format", "markdown", "--out", place]);
    assert_eq!(output.status.code(), Some(0));
    for (name, page) in pages(Language::En) {
        assert_eq!(std::fs::read_to_string(folder.join(&name)).expect("a page"), page, "{name}");
    }
    std::fs::remove_dir_all(&folder).expect("its own folder");
    let no_folder = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let output = tables(&["--format", "json", "--out", no_folder]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn wrong_usage_is_told_with_status_2() {
    for arguments in [
        &[][..],
        &["--format"],
        &["--format", "pdf"],
        &["--format", "json", "--lang", "it"],
        &["--format", "json", "okr.options"],
        &["--colour"],
    ] {
        let output = tables(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{arguments:?}");
    }
}
