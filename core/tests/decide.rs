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
        &["--replay"],
        &["--replay", "no/such/file.jsonl"],
        &["--replay", "-", "--explain"],
        &["--replay", "-", "--record"],
        &["--replay", "-", "tests/data/workshop_day.jsonl"],
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

/// What `--record` writes of every day.
fn record() -> String {
    let mut record = String::new();
    for name in ["workshop_day", "belgium_day", "netherlands_day", "austria_bookings_day", "austria_inspection_day"] {
        let output = answer(decide().arg("--record").arg(data(&format!("{name}.jsonl"))), b"");
        assert_eq!(output.status.code(), Some(0), "{name}");
        record += text(&output.stdout);
    }
    record
}

/// The exit status and the lines of `--replay` in JSON, the closing one last.
fn replayed(record: &str) -> (Option<i32>, Vec<Value>) {
    let output = answer(decide().args(["--json", "--replay", "-"]), record.as_bytes());
    let lines = text(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    (output.status.code(), lines)
}

#[test]
fn a_record_holds_each_request_and_its_answer_as_they_are() {
    let day = std::fs::read_to_string(data("workshop_day.jsonl")).expect("the day");
    let recorded = answer(decide().arg("--record").arg(data("workshop_day.jsonl")), b"");
    let decided = answer(decide().arg("--json").arg(data("workshop_day.jsonl")), b"");
    let beside: String = day
        .lines()
        .zip(text(&decided.stdout).lines())
        .map(|(request, answer)| format!("{{\"request\":{request},\"answer\":{answer}}}\n"))
        .collect();
    assert_eq!(text(&recorded.stdout), beside);
}

#[test]
fn what_is_no_json_cannot_be_recorded() {
    let output = answer(decide().arg("--record").arg(data("workshop_day_with_faults.jsonl")), b"");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout).lines().count(), 5);
    assert!(text(&output.stderr).contains("line 4 cannot be recorded"), "{}", text(&output.stderr));
    let (status, lines) = replayed(text(&output.stdout));
    assert_eq!((status, &lines[0]["differing"]), (Some(0), &Value::from(0)), "refusals are as recorded: {lines:?}");
}

#[test]
fn every_day_is_decided_again_as_recorded() {
    let record = record();
    let count = record.lines().count();
    assert!(count > 250, "{count}");
    let (status, lines) = replayed(&record);
    let closing = serde_json::json!({ "lines": count, "differing": 0, "unusable": 0, "editions": [] });
    assert_eq!((status, lines), (Some(0), vec![closing]));
    // As a host may lay it out and add to it.
    let spaced = record.replace("{\"request\":", "{ \"stored_by\" : 7, \"request\" : ").replace('\n', " \r\n\r\n");
    assert_eq!(replayed(&spaced).0, Some(0));
}

const DECIDED: &str = r#"{"request":{"name":"Card 7","decision":"okr.mutation","facts":{"mode":"always","entered_reading_km":120000,"last_reading_km":120050}},"answer":{"name":"Card 7","decision":"okr.mutation","edition":"2026-11","outcome":"forward","row":"forward","because":[],"advisories":["reading_lower"]}}"#;
const REFUSED: &str = r#"{"request":{"decision":"okr.mutation","facts":{"mode":"always"}},"answer":{"decision":"okr.mutation","error":{"code":"missing_field","field":"entered_reading_km","message":"of old"}}}"#;

#[test]
fn each_member_that_differs_is_told_with_its_line() {
    // A host may store every member, null where there is none.
    let with = |old: &str, new: &str| {
        assert!(DECIDED.contains(old), "{old}");
        DECIDED.replace(old, new).replace(r#""answer":{"#, r#""answer":{"error":null,"#)
    };
    for (old, new, member, stored) in [
        (r#""outcome":"forward""#, r#""outcome":"ask""#, "outcome", Value::from("ask")),
        (r#""row":"forward""#, r#""row":null"#, "row", Value::Null),
        (r#""because":[]"#, r#""because":["always"]"#, "because", serde_json::json!(["always"])),
        (r#""advisories":["reading_lower"]"#, r#""advisories":[]"#, "advisories", serde_json::json!([])),
    ] {
        let now: Value = serde_json::from_str(DECIDED).expect("JSON");
        let (status, lines) = replayed(&format!("{DECIDED}\n\n{}\n{REFUSED}\n", with(old, new)));
        assert_eq!(status, Some(1), "{member}");
        let told = serde_json::json!({
            "line": 3, "name": "Card 7", "decision": "okr.mutation",
            "edition": { "stored": "2026-11", "now": "2026-11" },
            "differences": { member: { "stored": stored, "now": now["answer"][member] } },
        });
        let closing = serde_json::json!({ "lines": 3, "differing": 1, "unusable": 0, "editions": [] });
        assert_eq!(lines, [told, closing]);
    }
}

#[test]
fn an_edition_alone_is_told_but_is_no_difference() {
    let old = DECIDED.replace("2026-11", "2026-05");
    let (status, lines) = replayed(&format!("{old}\n{DECIDED}\n{old}"));
    let editions =
        serde_json::json!([{ "decision": "okr.mutation", "stored": "2026-05", "now": "2026-11", "lines": 2 }]);
    let closing = serde_json::json!({ "lines": 3, "differing": 0, "unusable": 0, "editions": editions });
    assert_eq!((status, lines), (Some(0), vec![closing]));
}

#[test]
fn a_refusal_is_told_by_its_code_and_field() {
    let refused = |code: &str, field: &str| serde_json::json!({ "code": code, "field": field });
    let now = refused("missing_field", "entered_reading_km");
    for (record, differences) in [
        (
            REFUSED.replace("missing_field", "wrong_type"),
            serde_json::json!({ "error": { "stored": refused("wrong_type", "entered_reading_km"), "now": now } }),
        ),
        (
            DECIDED.replace(r#""entered_reading_km":120000,"#, ""),
            serde_json::json!({
                "outcome": { "stored": "forward", "now": null }, "error": { "stored": null, "now": now },
            }),
        ),
        (
            REFUSED.replace("}},", r#","entered_reading_km":1}},"#),
            serde_json::json!({
                "outcome": { "stored": null, "now": "forward" }, "error": { "stored": now, "now": null },
            }),
        ),
        (
            DECIDED.replace("okr.mutation", "okr.mutations"),
            serde_json::json!({
                "outcome": { "stored": "forward", "now": null },
                "error": { "stored": null, "now": { "code": "unknown_decision", "field": null } },
            }),
        ),
    ] {
        let (status, lines) = replayed(&record);
        assert_eq!((status, &lines[0]["differences"]), (Some(1), &differences), "{record}");
    }
}

#[test]
fn a_line_that_is_no_record_is_told_and_the_run_goes_on() {
    let differing = DECIDED.replace(r#""outcome":"forward""#, r#""outcome":"ask""#);
    let request = r#"{"decision":"okr.mutation","facts":{}}"#;
    let faults = [
        (request.to_owned(), "missing field `request`"),
        ("{".to_owned(), "EOF"),
        (format!(r#"{{"request":{request}}}"#), "missing field `answer`"),
        (DECIDED.replace(r#","row":"forward""#, ""), "`answer.row` is missing"),
        (DECIDED.replace(r#""edition":"2026-11","#, ""), "`answer.edition` is missing"),
        (
            DECIDED.replace(r#""decision":"okr.mutation","edition""#, r#""decision":"okr.option","edition""#),
            "`answer.decision`",
        ),
    ];
    for (fault, said) in faults {
        let (status, lines) = replayed(&format!("{fault}\n{differing}\n"));
        assert_eq!(status, Some(2), "{fault}");
        assert_eq!(lines[0]["line"], 1);
        assert!(lines[0]["unusable"].as_str().is_some_and(|told| told.contains(said)), "{said}: {lines:?}");
        assert_eq!((&lines[1]["line"], &lines[1]["name"]), (&Value::from(2), &Value::from("Card 7")));
        assert_eq!((&lines[2]["differing"], &lines[2]["unusable"]), (&Value::from(1), &Value::from(1)));
    }
    let empty = answer(decide().args(["--replay", "-"]), b"\n\n");
    assert_eq!(empty.status.code(), Some(2), "nothing recorded is not nothing that differs");
    assert!(text(&empty.stderr).contains("nothing is recorded there"));
}

#[test]
fn differences_stand_in_a_table_in_the_language_asked_for() {
    let record = DECIDED.replace(r#""row":"forward""#, r#""row":"always""#).replace("2026-11", "2026-05");
    for (language, heading, closing) in [
        (
            "en",
            "Stored → now",
            ["1 decided again, 1 otherwise, 0 no record", "okr.mutation: Edition 2026-05 → 2026-11 (1)"],
        ),
        ("nl", "Bewaard → nu", ["1 opnieuw beslist, 1 anders", "okr.mutation: Editie 2026-05 → 2026-11 (1)"]),
        ("fr", "Enregistré → maintenant", ["1 décidés à nouveau, 1 autrement", "okr.mutation: Édition 2026-05"]),
        ("de", "Gespeichert → jetzt", ["1 neu entschieden, 1 anders", "okr.mutation: Ausgabe 2026-05 → 2026-11 (1)"]),
    ] {
        let output = answer(decide().args(["--table", "--lang", language, "--replay", "-"]), record.as_bytes());
        assert_eq!(output.status.code(), Some(1));
        let lines: Vec<&str> = text(&output.stdout).lines().collect();
        assert_eq!(lines.len(), 5, "{lines:?}");
        assert!(lines[0].ends_with(heading), "{}", lines[0]);
        let cells: Vec<&str> = lines[2].split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect();
        assert_eq!(cells, ["#1 Card 7", "okr.mutation", "2026-05 → 2026-11", "row", "always → forward"]);
        assert!(lines[3].starts_with(closing[0]) && lines[4].starts_with(closing[1]), "{lines:?}");
    }
}
