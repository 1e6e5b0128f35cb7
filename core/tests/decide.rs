//! The `decide` example as its users run it: a process, its output and its exit status.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// The example, which `cargo test` builds beside the tests.
fn decide() -> Command {
    let tests = std::env::current_exe().expect("the path of this test");
    let target = tests.ancestors().nth(2).expect("the target folder");
    let example = target.join("examples").join(format!("decide{}", std::env::consts::EXE_SUFFIX));
    assert!(example.exists(), "{} is built by `cargo test` or `cargo build --examples`", example.display());
    Command::new(example)
}

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/data").join(name)
}

fn answer(command: &mut Command, input: &[u8]) -> Output {
    let mut process =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the example runs");
    process.stdin.take().expect("its input").write_all(input).expect("its input is read");
    process.wait_with_output().expect("its output")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn a_day_is_decided_line_by_line_in_input_order() {
    let output = answer(decide().arg(data("workshop_day.jsonl")), b"");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let day = std::fs::read_to_string(data("workshop_day.jsonl")).expect("the day");
    let answers: Vec<Value> =
        text(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(answers.len(), day.lines().count());
    for (request, answer) in day.lines().zip(&answers) {
        let request: Value = serde_json::from_str(request).expect("JSON");
        assert_eq!((&request["name"], &request["decision"]), (&answer["name"], &answer["decision"]));
        assert!(answer["error"].is_null(), "{answer}");
    }
    for (name, outcome) in [
        ("Dossier 1095 · hjpgfjfhg", "enrolled"),
        ("Invoice 26-1043 · bulb", "no_amount_below"),
        ("Invoice 26-1047 · fleet car, readings never forwarded", "locked"),
    ] {
        let found = answers.iter().find(|answer| answer["name"] == name);
        assert_eq!(found.map(|answer| &answer["outcome"]), Some(&outcome.into()), "{name}");
    }
}

#[test]
fn every_day_is_decided_without_a_refusal() {
    let files = std::fs::read_dir(data("")).expect("the days").map(|file| file.expect("a file").path());
    let days: Vec<_> = files.filter(|file| file.to_string_lossy().ends_with("day.jsonl")).collect();
    assert!(days.len() >= 5, "{days:?}");
    for day in days {
        let output = answer(decide().args(["--table", "--lang", "de"]).arg(&day), b"");
        assert_eq!(output.status.code(), Some(0), "{}: {}", day.display(), text(&output.stdout));
    }
}

#[test]
fn a_refused_line_stands_in_its_place_and_the_run_goes_on() {
    let output = answer(decide().arg(data("workshop_day_with_faults.jsonl")), b"");
    assert_eq!(output.status.code(), Some(1));
    let codes: Vec<Value> = text(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("JSON")["error"]["code"].take())
        .collect();
    let refused = |code: &str| Value::from(code);
    let decided = Value::Null;
    let expected = [
        decided.clone(),
        refused("wrong_type"),
        decided.clone(),
        refused("malformed_json"),
        refused("unknown_decision"),
        decided,
    ];
    assert_eq!(codes, expected);
}

#[test]
fn the_table_speaks_the_language_that_was_asked_for() {
    let line = br#"{"decision":"okr.mutation","facts":{"mode":"always","entered_reading_km":120000,"last_reading_km":120050},"name":"Kaart 7"}"#;
    for (language, heading, why) in [
        ("en", "Why", "The reading has changed: forward it. ! The reading is up to 99 km below"),
        ("nl", "Waarom", "De tellerstand is gewijzigd: doorsturen. ! De tellerstand ligt tot 99 km onder"),
        ("fr", "Pourquoi", "Le kilométrage a changé : le transmettre. ! Le kilométrage est inférieur"),
        ("de", "Warum", "Der Kilometerstand hat sich geändert: übermitteln. ! Der Kilometerstand liegt"),
    ] {
        let output = answer(decide().args(["--table", "--lang", language, "-"]), line);
        assert_eq!(output.status.code(), Some(0));
        let table: Vec<&str> = text(&output.stdout).lines().collect();
        assert_eq!(table.len(), 3, "{table:?}");
        assert!(table[0].ends_with(heading), "{}", table[0]);
        assert!(table[2].starts_with("Kaart 7  okr.mutation  forward  ") && table[2].contains(why), "{}", table[2]);
    }
}

#[test]
fn an_explanation_shows_answers_rows_and_reasons_in_the_language_asked_for() {
    let lines = concat!(
        r#"{"decision":"okr.mutation","facts":{"mode":"always","entered_reading_km":120000,"last_reading_km":120050},"name":"Kaart *7*"}"#,
        "\n",
        r#"{"decision":"booking.cancel_issue","facts":{"may_amend":false,"status":"returned","reservation_enabled":true,"raised":true}}"#,
        "\n",
        r#"{"decision":"okr.mutation","facts":{"mode":"sometimes"}}"#,
    );
    for (language, expected) in [
        ("en", ["Outcome → **forward**", "| What it says |", "**Why**", "**To look at**", "## Case 2"]),
        ("nl", ["Uitkomst → **forward**", "| Wat ze zegt |", "**Waarom**", "**Om naar te kijken**", "## Geval 2"]),
        ("fr", ["Résultat → **forward**", "| Ce qu'elle dit |", "**Pourquoi**", "**À examiner**", "## Cas 2"]),
        ("de", ["Ergebnis → **forward**", "| Was sie sagt |", "**Warum**", "**Anzusehen**", "## Fall 2"]),
    ] {
        let output = answer(decide().args(["--explain", "--lang", language, "-"]), lines.as_bytes());
        assert_eq!(output.status.code(), Some(1), "the last line is refused");
        let explained = text(&output.stdout);
        for said in expected.into_iter().chain(["## Kaart \\*7\\*", "### `okr.mutation`", "| →   | **`forward`** "]) {
            assert!(explained.contains(said), "{said}\n{explained}");
        }
        assert_eq!(explained.matches("✗ `unknown_value` mode: ").count(), 1, "{explained}");
    }
}

#[test]
fn lines_may_be_blank_or_end_as_windows_ends_them() {
    let line = r#"{"decision":"vin.check","facts":{"vin":""}}"#;
    let input = format!("\u{feff}{line}\r\n\r\n{line}");
    let output = answer(decide().arg("-"), input.as_bytes());
    assert_eq!((output.status.code(), text(&output.stdout).lines().count()), (Some(0), 2));
}

#[test]
fn a_line_that_is_not_text_is_refused() {
    let output = answer(decide().arg("--json"), b"{\"decision\":\"vin.check\",\"facts\":{\"vin\":\"\xff\"}}\n");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("malformed_json"));
}

#[test]
fn wrong_usage_is_told_with_status_2() {
    for arguments in [
        &["--colour"][..],
        &["--lang", "it", "-"],
        &["no/such/file.jsonl"],
        &["--describe", "okr.options"],
        &["--schema"],
        &["--list", "--schema", "okr.option"],
    ] {
        let output = answer(decide().args(arguments), b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn decisions_are_listed_described_and_have_schemas() {
    let list = answer(decide().arg("--list"), b"");
    let ids: Vec<&str> = text(&list.stdout).lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(ids.len(), dms_rules::catalogue::DECISIONS.len());
    for id in ids {
        let described = answer(decide().args(["--describe", id, "--lang", "de"]), b"");
        assert_eq!(described.status.code(), Some(0));
        assert!(text(&described.stdout).starts_with(id));
        let described = answer(decide().args(["--json", "--describe", id]), b"");
        let schema = answer(decide().args(["--schema", id]), b"");
        for json in [&described.stdout, &schema.stdout] {
            serde_json::from_slice::<Value>(json).unwrap_or_else(|error| panic!("{id}: {error}"));
        }
    }
}
