//! Every name of the public interface has a text in each language, and no two names of a table say the same.

use std::collections::BTreeMap;

use dms_rules::catalogue::{self, DECISIONS};
use dms_rules::error::ErrorCode;
use dms_rules::message::{Language, Text, written};

#[test]
fn no_two_names_of_a_table_share_a_text() {
    for entry in DECISIONS {
        let table = entry.table();
        let rows = table.rows.iter().chain(table.advisories).map(|row| row.reason);
        let named: BTreeMap<&str, Text> =
            table.conditions.iter().copied().chain(rows).map(|reason| (reason.id, reason.text.text())).collect();
        differ(table.id, &named);
    }
}

#[test]
fn no_two_refusals_share_a_text() {
    differ("refusals", &ErrorCode::ALL.iter().map(|code| (code.as_str(), code.text())).collect());
}

fn differ(table: &str, named: &BTreeMap<&str, Text>) {
    for language in Language::ALL.iter().copied() {
        let mut said = BTreeMap::new();
        for (id, text) in named {
            let line = text.get(language);
            assert!(line.len() > 4 && line.ends_with(['.', '?']), "{table}: {id}: {language}: {line:?} is no sentence");
            if let Some(other) = said.insert(line, id) {
                panic!("{table}: {id} and {other} say the same in {language}: {line}");
            }
        }
    }
}

/// As C reads them: the same with a NUL behind.
#[test]
fn names_and_texts_are_the_same_with_a_nul() {
    let mut count = 0;
    for entry in DECISIONS {
        let table = entry.table();
        let rows = table.rows.iter().chain(table.advisories).map(|row| &row.reason);
        for reason in table.conditions.iter().chain(rows) {
            assert_eq!(reason.text.terminated_id().to_str(), Ok(reason.id));
            for language in Language::ALL {
                assert_eq!(reason.text.terminated(*language).to_str(), Ok(reason.text.get(*language)));
            }
            assert_eq!(format!("{:?}", reason.text), format!("{:?}", reason.text.text()));
            count += 1;
        }
    }
    println!("rust texts: {count} names in {} languages", Language::ALL.len());
}

/// A text that holds a NUL would end early in C: it stops the build, wherever the NUL stands.
#[test]
fn a_text_with_a_nul_is_refused() {
    const ROOM: usize = 5 * 4;
    let fine = Text { en: "abc", nl: "abc", fr: "abc", de: "abc" };
    assert_eq!(written::<ROOM>("abc", &fine), *b"abc\0abc\0abc\0abc\0abc\0");
    for bad in ["\0bc", "a\0c", "ab\0"] {
        for text in
            [Text { en: bad, ..fine }, Text { nl: bad, ..fine }, Text { fr: bad, ..fine }, Text { de: bad, ..fine }]
        {
            assert!(std::panic::catch_unwind(|| written::<ROOM>("abc", &text)).is_err(), "{text:?}");
        }
        assert!(std::panic::catch_unwind(|| written::<ROOM>(bad, &fine)).is_err(), "{bad:?}");
    }
}

#[test]
fn ids_are_snake_case() {
    for entry in DECISIONS {
        let table = entry.table();
        let ids = table.conditions.iter().map(|condition| condition.id);
        for id in ids.chain(table.rows.iter().chain(table.advisories).map(|row| row.reason.id)).chain([table.id]) {
            let legal = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '.';
            assert!(id.chars().all(legal), "{}: {id}", table.id);
        }
    }
}

#[test]
fn every_decision_is_described_and_has_a_schema() {
    for entry in DECISIONS {
        let described = catalogue::describe(entry.id()).expect("a description");
        assert_eq!(described["decision"], entry.id());
        assert!(described["source"]["file"].as_str().is_some_and(|file| !file.is_empty()));
        for row in described["rows"].as_array().expect("rows") {
            for language in Language::ALL {
                assert!(row["text"][language.as_str()].is_string(), "{}: {row}", entry.id());
            }
        }
        let schema = catalogue::schema(entry.id()).expect("a schema");
        assert_eq!(schema["type"], "object");
        assert_eq!(schema["additionalProperties"], false);
        for (fact, about) in schema["properties"].as_object().expect("facts") {
            assert!(about["description"].is_string(), "{}: {fact} is not described", entry.id());
        }
    }
}
