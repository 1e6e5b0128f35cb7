//! Every decision is what is recorded of its edition, and the record is kept as it promises: one edition, one content.

#[allow(dead_code, reason = "what only the example needs")]
#[path = "../examples/editions/content.rs"]
mod content;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use content::{fnv, without_blanks, written};
use dms_rules::message::Wording;
use dms_rules::okr;
use dms_rules::table::{HitPolicy, Reason, Table};

/// The example, which `cargo test` builds beside the tests.
fn editions(arguments: &[&str]) -> Output {
    let tests = std::env::current_exe().expect("the path of this test");
    let target = tests.ancestors().nth(2).expect("the target folder");
    let example = target.join("examples").join(format!("editions{}", std::env::consts::EXE_SUFFIX));
    assert!(example.exists(), "{} is built by `cargo test` or `cargo build --examples`", example.display());
    Command::new(example).args(arguments).output().expect("the example runs")
}

fn committed() -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/editions.txt");
    // A checkout may have given the lines other endings.
    std::fs::read_to_string(file).expect("the record").replace("\r\n", "\n")
}

/// A record of its own, removed at the end.
struct Record(PathBuf);

impl Record {
    fn new(name: &str, text: &str) -> Self {
        let file = std::env::temp_dir().join(format!("dms-rules-editions-{}-{name}.txt", std::process::id()));
        std::fs::write(&file, text).expect("a file");
        Self(file)
    }

    /// The exit status and what was said.
    fn asked(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let file = ["--file", self.0.to_str().expect("a path in UTF-8")];
        let output = editions(&[arguments, &file[..]].concat());
        (output.status.code(), String::from_utf8(output.stderr).expect("UTF-8"))
    }

    fn text(&self) -> String {
        std::fs::read_to_string(&self.0).expect("the record")
    }
}

impl Drop for Record {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// The lines of a decision in the record, the first that of its edition.
fn lines_of<'r>(record: &'r str, id: &str) -> Vec<&'r str> {
    let from = record.lines().skip_while(|line| line.split(' ').next() != Some(id));
    let (first, cases) = (from.clone().take(1), from.skip(1).take_while(|line| line.starts_with(' ')));
    first.chain(cases).collect()
}

/// The record with another first line for a decision.
fn with_head(id: &str, head: impl Fn(&str) -> String) -> String {
    let record = committed();
    let old = lines_of(&record, id)[0];
    record.replacen(old, &head(old), 1)
}

#[test]
fn every_decision_is_what_is_recorded_of_its_edition() {
    let output = editions(&[]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let record = committed();
    for entry in dms_rules::catalogue::DECISIONS {
        let lines = lines_of(&record, entry.id());
        assert!(lines.len() > 1, "{}: no cases are recorded", entry.id());
    }
}

/// The record says otherwise than the tables: it is refused, accepted or not, and nothing is written.
fn refused(name: &str, text: &str, said: &str) {
    let record = Record::new(name, text);
    for arguments in [&[][..], &["--accept"]] {
        let (status, told) = record.asked(arguments);
        assert_eq!(status, Some(1), "{name}: {told}");
        assert!(told.contains(said), "{name}: {told}");
    }
    assert_eq!(record.text(), text, "{name}");
}

/// The same, but it is accepted, and then stands as the tables say.
fn accepted(name: &str, text: &str, said: &str) -> String {
    let record = Record::new(name, text);
    let (status, told) = record.asked(&[]);
    assert_eq!(status, Some(1), "{name}: {told}");
    assert!(told.contains(said), "{name}: {told}");
    assert_eq!(record.text(), text, "{name}: nothing is written unless it is accepted");
    assert_eq!(record.asked(&["--accept"]).0, Some(0), "{name}");
    assert_eq!(record.asked(&[]), (Some(0), String::new()), "{name}");
    record.text()
}

#[test]
fn a_changed_table_under_its_old_edition_is_refused() {
    let text = with_head("okr.option", |head| {
        let (rest, hash) = head.rsplit_once(' ').expect("a hash");
        format!("{rest} {:016x}", u64::from_str_radix(hash, 16).expect("a hash") ^ 1)
    });
    refused("table", &text, "okr.option: its table changed, its edition 2026-11 did not");
}

#[test]
fn a_changed_answer_under_its_old_edition_is_refused() {
    // A computation: only its answers can tell.
    let record = committed();
    let case = lines_of(&record, "quarter_hour.nearest")[1].split_whitespace().next().expect("a case");
    let (facts, answer) = case.split_once('-').expect("facts and answer");
    let other = format!("{facts}-{:08x}", u32::from_str_radix(answer, 16).expect("a hash") ^ 1);
    let said = "quarter_hour.nearest: its answers changed, its edition 2026-11 did not, in 1 cases:\n  ";
    refused("answer", &record.replacen(case, &other, 1), said);
}

#[test]
fn an_edition_that_was_left_is_not_taken_up_again() {
    let text = with_head("vin.check", |head| format!("{} after 2026-11", head.replace("2026-11", "2027-01")));
    refused("left", &text, "vin.check: edition 2026-11 was left for 2027-01 and is not taken up again");
}

#[test]
fn a_new_edition_is_accepted_and_the_old_one_remembered() {
    let text = with_head("vin.check", |_| "vin.check 2026-07 0000000000000001 after 2026-05".to_owned());
    let record = accepted("edition", &text, "vin.check: edition 2026-11 follows 2026-07");
    assert!(lines_of(&record, "vin.check")[0].ends_with(" after 2026-05 2026-07"), "{record}");
}

#[test]
fn new_cases_and_decisions_are_accepted() {
    let record = committed();
    let all = lines_of(&record, "okr.mutation");
    let case = all[1].split_whitespace().next().expect("a case");
    assert_eq!(accepted("new", &record.replacen(case, "", 1), "okr.mutation: cases new: 1"), record);
    let gone = record.replacen(case, &format!("{case} 00000000-00000000"), 1);
    assert_eq!(accepted("gone", &gone, "okr.mutation: cases gone: 1"), record);
    let without = record.replacen(&format!("{}\n", all.join("\n")), "", 1);
    assert_eq!(accepted("unrecorded", &without, "okr.mutation: it is not recorded"), record);
    let more = format!("{record}okr.guess 2026-11 0000000000000001\n");
    assert_eq!(accepted("more", &more, "okr.guess: there is no such decision any more"), record);
}

#[test]
fn an_unreadable_record_is_told_with_status_2() {
    for text in ["okr.option", "okr.option 2026-11 hash", "  00000000-00000000", "okr.option 2026-11 1\n  0-x"] {
        let record = Record::new("unreadable", text);
        for arguments in [&[][..], &["--accept"]] {
            let (status, told) = record.asked(arguments);
            assert_eq!(status, Some(2), "{text}");
            assert!(told.contains("cannot be read"), "{told}");
        }
        assert_eq!(record.text(), text);
    }
    assert_eq!(editions(&["--file", "no/such/file.txt"]).status.code(), Some(2));
    assert_eq!(editions(&["--colour"]).status.code(), Some(2));
}

type Alteration = (&'static str, fn(&mut Table));

fn altered<T: Copy>(list: &mut &'static [T], alter: fn(&mut [T])) {
    let mut copy = list.to_vec();
    alter(&mut copy);
    *list = copy.leak();
}

#[test]
fn whatever_an_answer_rests_on_is_in_the_hash() {
    let alterations: &[Alteration] = &[
        ("policy", |table| table.policy = HitPolicy::None),
        ("a condition", |table| altered(&mut table.conditions, |conditions| conditions[0].id = "another")),
        ("the conditions' order", |table| altered(&mut table.conditions, |conditions| conditions.swap(1, 2))),
        ("FEEL", |table| altered(&mut table.feel, |feel| feel[0] = "true")),
        ("what cannot happen", |table| altered(&mut table.impossible, |impossible| impossible[0].forbids ^= 1 << 5)),
        ("a row", |table| altered(&mut table.rows, |rows| rows[0].reason.id = "another")),
        ("the rows' order", |table| altered(&mut table.rows, |rows| rows.swap(1, 2))),
        ("a row requires", |table| altered(&mut table.rows, |rows| rows[0].when.requires ^= 1 << 5)),
        ("a row forbids", |table| altered(&mut table.rows, |rows| rows[0].when.forbids ^= 1 << 5)),
        ("a row names", |table| altered(&mut table.rows, |rows| rows[0].names ^= 1)),
        ("a row's outcome", |table| altered(&mut table.rows, |rows| rows[0].outcome = Some("another"))),
        ("an advisory", |table| altered(&mut table.advisories, |rows| rows[0].when.requires ^= 1 << 5)),
        ("fewer advisories", |table| table.advisories = &[]),
        ("what is collected", |table| table.collected = Some(["one", "other"])),
    ];
    for (what, alter) in alterations {
        let mut other = okr::option::TABLE;
        alter(&mut other);
        assert_ne!(fnv(&written(&okr::option::TABLE)), fnv(&written(&other)), "{what}");
    }
}

#[test]
fn texts_sources_and_line_breaks_are_not() {
    let mut other = okr::option::TABLE;
    other.source.passage = "elsewhere";
    altered(&mut other.rows, |rows| rows[0].reason.text = Wording::EMPTY);
    altered(&mut other.conditions, |conditions| {
        for Reason { text, .. } in conditions {
            *text = Wording::EMPTY;
        }
    });
    altered(&mut other.feel, |feel| feel[0] = "mode  =\n  \"never\"");
    assert_eq!(written(&okr::option::TABLE), written(&other));
}

#[test]
fn the_hash_is_that_of_the_standard() {
    // The published test values of FNV-1a, 64 bits.
    for (text, hash) in [("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)] {
        assert_eq!(fnv(text), hash, "{text}");
    }
}

#[test]
fn blanks_count_in_texts_only() {
    assert_eq!(without_blanks(r#"{ "a b" : [1 , "c \" d\\" ] }"#), r#"{"a b":[1,"c \" d\\"]}"#);
}
