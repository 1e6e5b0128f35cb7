//! The catalogue's own promises: how a request is answered and refused, what a refusal says to the developer, and how a
//! decision and its facts are described.

use dms_rules::catalogue::{describe, evaluate, evaluate_json, respond, schema};
use dms_rules::error::{Error, ErrorCode};
use serde_json::{Value, json};

#[test]
fn a_request_is_answered_in_one_line() {
    let request =
        r#"{"name":"case 1","decision":"car_pass.visible","facts":{"user_site":"Gent","dossier_site":"Luik"}}"#;
    assert_eq!(
        evaluate_json(request),
        r#"{"name":"case 1","decision":"car_pass.visible","edition":"2026-11","outcome":"hidden","row":"other_site","because":["other_site"],"advisories":[]}"#
    );
    let computed = r#"{"decision":"quarter_hour.floor","facts":{"at":"2026-11-21T10:07:00"}}"#;
    assert_eq!(
        evaluate_json(computed),
        r#"{"decision":"quarter_hour.floor","edition":"2026-11","outcome":{"at":"2026-11-21T10:00:00"},"row":null,"because":[],"advisories":[]}"#
    );
}

/// Name and decision are carried into a refusal, wherever the fault is; the first fault of the request is named.
#[test]
fn a_request_is_refused_in_one_line() {
    for (request, decision, name, code, field) in [
        ("", None, None, "malformed_json", None),
        ("[]", None, None, "wrong_type", Some("request")),
        (r#"{"facts":{}}"#, None, None, "missing_field", Some("decision")),
        (r#"{"decision":7,"facts":{}}"#, None, None, "wrong_type", Some("decision")),
        (r#"{"decision":"car_pass.visible"}"#, Some("car_pass.visible"), None, "missing_field", Some("facts")),
        (r#"{"decision":"vin.check","facts":[]}"#, Some("vin.check"), None, "wrong_type", Some("facts")),
        (r#"{"decision":"vin.chek","facts":{}}"#, Some("vin.chek"), None, "unknown_decision", None),
        (r#"{"decision":"vin.check","facts":{},"lang":"nl"}"#, Some("vin.check"), None, "unknown_field", Some("lang")),
        (r#"{"decision":"vin.check","facts":{},"name":7}"#, Some("vin.check"), None, "wrong_type", Some("name")),
        (
            r#"{"name":"a","decision":"vin.check","facts":{}}"#,
            Some("vin.check"),
            Some("a"),
            "missing_field",
            Some("vin"),
        ),
        (r#"{"decision":"vin.check","decision":"vin.check"}"#, None, None, "malformed_json", Some("decision")),
        (r#"{"decision":"vin.check","facts":{},"facts":{}}"#, Some("vin.check"), None, "malformed_json", Some("facts")),
    ] {
        let answer: Value = serde_json::from_str(&evaluate_json(request)).expect("JSON");
        assert_eq!(answer["error"]["code"], code, "{request}: {answer}");
        assert_eq!(answer["error"]["field"].as_str(), field, "{request}: {answer}");
        assert_eq!(answer["decision"].as_str(), decision, "{request}: {answer}");
        assert_eq!(answer.get("name").and_then(Value::as_str), name, "{request}: {answer}");
        assert!(answer["error"]["message"].as_str().is_some_and(|message| !message.is_empty()), "{request}: {answer}");
        let response = respond(request);
        assert_eq!((response.decision.as_deref(), response.name.as_deref()), (decision, name), "{request}");
    }
}

/// What was expected and what was found, in the words of JSON.
#[test]
fn a_refusal_says_what_was_expected_and_what_was_found() {
    let option = json!({
        "mode": "always", "apk_reported": false, "entered_reading_km": 1, "invoice_date": "2026-11-21",
        "invoice_total_cents": 1
    });
    let due = json!({ "today": "2026-11-21", "first_registration": "2020-05-01" });
    let lifecycle = json!({ "state": { "kind": "open" }, "event": "answered_ok" });
    let permission = json!({
        "kind": "replacement", "action": "create", "rights": [], "advisor_is_user": false, "created_by_user": false
    });
    let settlement = json!({ "kind": "rental", "status": "returned", "settled": false, "may_settle": true });
    let limit = json!({ "now": "2026-11-21T10:00:00", "days_ahead": 1 });
    for (decision, facts, field, given, expected) in [
        ("okr.option", &option, "apk_reported", json!("ja"), r#"expected true or false, found the text "ja""#),
        ("okr.option", &option, "apk_reported", json!([]), "expected true or false, found a list"),
        ("okr.option", &option, "apk_reported", json!({}), "expected true or false, found an object"),
        ("okr.option", &option, "apk_reported", json!(1), "expected true or false, found 1"),
        ("okr.option", &option, "apk_reported", json!(-1), "expected true or false, found -1"),
        ("okr.option", &option, "apk_reported", json!(1.5), "expected true or false, found 1.5"),
        ("okr.option", &option, "entered_reading_km", json!(true), "from 0 to 9,999,999, found true"),
        ("okr.option", &option, "entered_reading_km", json!(10_000_000), "from 0 to 9,999,999, found 10000000"),
        ("okr.option", &option, "max_age_days", json!(-1), "expected a whole number from 0 to 65,535, found -1"),
        (
            "okr.option",
            &option,
            "max_age_days",
            json!("a"),
            r#"expected a whole number from 0 to 65,535, found the text "a""#,
        ),
        (
            "okr.option",
            &option,
            "invoice_total_cents",
            json!("a"),
            r#"expected a whole number of 64 bits, found the text "a""#,
        ),
        ("okr.option", &option, "invoice_date", json!(7), "expected a date that exists, written YYYY-MM-DD, found 7"),
        ("okr.option", &option, "mode", json!("maybe"), "found `maybe`"),
        ("okr.option", &option, "mode", json!(7), "expected one of never, "),
        (
            "booking.issue_limit",
            &limit,
            "days_ahead",
            json!("a"),
            r#"expected a whole number of 32 bits, found the text "a""#,
        ),
        ("car_pass.lifecycle", &lifecycle, "reason", json!(7), "expected a text, found 7"),
        ("inspection.next_due", &due, "interval_months", json!("a"), "whole number of months from 1 to 65535, found"),
        ("booking.permission", &permission, "rights", json!("settle"), r#"expected a list, found the text "settle""#),
        ("booking.settlement", &settlement, "days_of_use", json!("a"), "from 0 to 4,294,967,295, found the text"),
    ] {
        let mut facts = facts.clone();
        facts[field] = given;
        let refused = match evaluate(decision, &facts.to_string()) {
            Err(refused) => refused,
            Ok(decision) => panic!("{facts}: {decision:?}"),
        };
        assert_eq!(refused.field(), Some(field), "{facts}: {refused}");
        assert!(refused.detail().contains(expected), "{facts}: {refused}");
    }
}

fn refused(decision: &str, facts: &str) -> Error {
    evaluate(decision, facts).map(|decision| decision.outcome).expect_err(facts)
}

#[test]
fn the_number_of_an_attempt_starts_with_one() {
    let facts = r#"{"state":{"kind":"questioned","attempt":"a"},"event":"answered_ok"}"#;
    let said = refused("car_pass.lifecycle", facts);
    assert!(said.detail().contains("from 1 to 4,294,967,295, found the text"), "{said}");
    assert_eq!(said.field(), Some("state.attempt"));
}

/// How a time may be written, to the last digit.
#[test]
fn a_time_is_read_to_its_last_digit() {
    for time in [
        "2026-11-21T10:00:00.1",
        "2026-11-21T10:00:00.123456789",
        "2026-11-21T10:00:00+18:00",
        "2026-11-21T10:00:00-18:00",
        "2026-11-21T10:00:00+10:59",
        "2026-11-21T10:00:00.5Z",
    ] {
        let facts = json!({ "at": time }).to_string();
        assert!(evaluate("quarter_hour.floor", &facts).is_ok(), "{time}");
    }
    for time in [
        "2026-11-21T10:00:00.",
        "2026-11-21T10:00:00.0000000001",
        "2026-11-21T10:00:00.1234567890",
        "2026-11-21T10:00:00+18:01",
        "2026-11-21T10:00:00-19:00",
        "2026-11-21T10:00:00+10:60",
        "2026-11-21T10:00:00.Z",
    ] {
        let facts = json!({ "at": time }).to_string();
        assert_eq!(refused("quarter_hour.floor", &facts).code(), ErrorCode::InvalidDate, "{time}");
    }
}

/// A whole number beyond 64 bits is out of range where a whole number was expected, and nothing else is.
#[test]
fn a_number_beyond_64_bits_is_out_of_range_where_a_number_was_expected() {
    let at = |number: &str| format!(r#"{{"now":"2026-11-21T10:00:00","days_ahead":{number}}}"#);
    for beyond in ["18446744073709551616", "-9223372036854775809", "1e300"] {
        assert_eq!(refused("booking.issue_limit", &at(beyond)).code(), ErrorCode::OutOfRange, "{beyond}");
    }
    for fraction in ["0.5", "1e-300", "1.0"] {
        assert_eq!(refused("booking.issue_limit", &at(fraction)).code(), ErrorCode::WrongType, "{fraction}");
    }
    assert_eq!(refused("vin.check", r#"{"vin":1e300}"#).code(), ErrorCode::WrongType);
}

/// A number that no float holds is refused in its field, and all that stands beside it is read as it is written.
#[test]
fn a_number_beyond_floats_is_refused_in_its_field() {
    for number in ["1e400", "-1e400", "1E400", "1e+400", "0.1e400", "10e399", "23456789e0400", "-0.1E+0401"] {
        let request = format!(
            r#"{{"decision":"booking.issue_limit","name":"a \"1e999\" in 7 -\u0031e999 \\","facts":{{"now":"2026-11-21T10:00:00","days_ahead":{number}}}}}"#
        );
        let answer: Value = serde_json::from_str(&evaluate_json(&request)).expect("JSON");
        assert_eq!(answer["error"]["code"], "out_of_range", "{number}: {answer}");
        assert_eq!(answer["error"]["field"], "days_ahead", "{number}: {answer}");
        assert_eq!(answer["name"], "a \"1e999\" in 7 -1e999 \\", "{number}: {answer}");
        let said = answer["error"]["message"].as_str().expect("a message");
        assert!(said.contains("a number of more than 300 digits"), "{number}: {said}");
    }
    let request =
        r#"{"name":"","decision":"booking.issue_limit","facts":{"now":"2026-11-21T10:00:00","days_ahead":1e400}}"#;
    let answer: Value = serde_json::from_str(&evaluate_json(request)).expect("JSON");
    assert_eq!(answer["error"]["field"], "days_ahead", "{answer}");
    // Beside a number that is read, and in a list; the first fault in field order is another one.
    let facts = r#"{"now":"2026-11-21T10:00:00","days_ahead":12,"x":[1e400,-2e400,[3]]}"#;
    assert_eq!(refused("booking.issue_limit", facts).field(), Some("x"));
    let facts = r#"{"days_ahead":12,"now":-1e400}"#;
    assert_eq!(refused("booking.issue_limit", facts).code(), ErrorCode::WrongType);
    assert_eq!(refused("booking.issue_limit", facts).field(), Some("now"));
    // Small ones are no fault of themselves.
    let facts = r#"{"now":"2026-11-21T10:00:00","days_ahead":12,"x":1e400,"days_ahead":1e-400}"#;
    assert_eq!(refused("booking.issue_limit", facts).field(), Some("days_ahead"));
}

/// Where JSON ends to be well-formed is told in the places of the text as it was given.
#[test]
fn places_stay_true_behind_a_number_beyond_floats() {
    for (text, place) in [
        (r#"{"a":1e400,"#, "line 1 column 11"),
        (r#"{"a":-0000000001e4000,}"#, "line 1 column 8"),
        (r#"{"a":123456789e4000,}"#, "line 1 column 21"),
        ("{\"a\":-1e400,\n \"b\" 7}", "line 2 column 6"),
        (r#"{"a":1e400,"b":"1e"#, "line 1 column 18"),
        (r#"[1e400,"b""#, "line 1 column 10"),
    ] {
        let said = evaluate("vin.check", text).expect_err(text);
        assert_eq!(said.code(), ErrorCode::MalformedJson, "{text}: {said}");
        assert!(said.detail().contains(place), "{text}: {said}");
    }
}

#[test]
fn a_decision_is_described_as_its_table() {
    let table = describe("okr.option").expect("a decision");
    assert_eq!(
        (&table["decision"], &table["edition"], &table["hit_policy"]),
        (&json!("okr.option"), &json!("2026-11"), &json!("first"))
    );
    assert_eq!(table["source"]["short"], "OKR");
    for list in ["conditions", "impossible", "rows", "advisories"] {
        assert!(table[list].as_array().is_some_and(|list| !list.is_empty()), "{list}: {table}");
    }
    assert!(table.get("collected").is_none());
    let status = describe("booking.status").expect("a decision");
    let row = &status["rows"][0];
    let said = (&row["id"], &row["when"], &row["outcome"]);
    assert_eq!(said, (&json!("returned"), &json!(["returned"]), &json!("returned")));
    assert!(row["text"]["nl"].is_string() && row.get("names").is_none(), "{row}");

    let lifecycle = describe("car_pass.lifecycle").expect("a decision");
    let closed =
        lifecycle["rows"].as_array().and_then(|rows| rows.iter().find(|row| row["id"] == "close_without_change"));
    let closed = closed.expect("a row that names less than it asks for");
    assert_eq!(
        (&closed["when"], &closed["names"]),
        (&json!(["close_without_change", "questioned"]), &json!(["close_without_change"]))
    );

    let enrolment = describe("car_pass.enrolment").expect("a decision");
    assert_eq!(enrolment["rows"][0]["when"], json!(["!manual", "!work_started"]));

    let issue = describe("booking.issue").expect("a decision");
    assert_eq!(issue["collected"], json!({ "none": "allowed", "any": "refused" }));
    assert_eq!(describe("house.gate").map_err(|refused| refused.code()), Err(ErrorCode::UnknownDecision));
}

#[test]
fn the_facts_of_a_decision_are_described_by_their_schema() {
    let title = |id: &str| schema(id).expect("a decision")["title"].clone();
    assert_eq!(title("okr.option"), "Facts of okr.option");
    let kind = |id: &str, fact: &str| schema(id).expect("a decision")["properties"][fact].clone();
    let has = |schema: Value, what: Value| {
        for (key, value) in what.as_object().expect("an object") {
            assert_eq!(schema[key], *value, "{schema}");
        }
    };
    has(kind("vin.check", "vin"), json!({ "type": "string" }));
    has(kind("okr.option", "entered_reading_km"), json!({ "type": "integer", "minimum": 0, "maximum": 9_999_999 }));
    has(kind("okr.option", "invoice_total_cents"), json!({ "type": "integer", "format": "int64" }));
    has(kind("quarter_hour.floor", "at"), json!({ "type": "string" }));
    assert!(kind("quarter_hour.floor", "at")["pattern"].is_string());
    has(kind("booking.permission", "rights"), json!({ "type": "array" }));
    assert!(kind("inspection.next_due", "interval_months").to_string().contains("65535"));
    let state = schema("car_pass.lifecycle").expect("a decision")["$defs"]["State"].to_string();
    assert!(["kind", "attempt", "reason", "questioned"].iter().all(|word| state.contains(word)), "{state}");
    // What stands beside the facts of another decision is described with them.
    let choice = schema("okr.choice").expect("a decision");
    assert!(choice["properties"]["chosen"].is_object() && choice["properties"]["mode"].is_object(), "{choice}");
    assert_eq!(schema("house.gate").map_err(|refused| refused.code()), Err(ErrorCode::UnknownDecision));
}

/// What an explanation shows of a condition is true of the facts, also where no row asks.
#[test]
fn a_condition_holds_of_what_is_there_alone() {
    let holding = |decision: &str, facts: &Value| -> Vec<&str> {
        let decided = evaluate(decision, &facts.to_string()).expect("a decision");
        let conditions = decided.table().conditions.iter().enumerate();
        let holding = conditions.filter(|(bit, _)| decided.condition_bits() & (1 << bit) != 0);
        holding.map(|(_, condition)| condition.id).collect()
    };
    let report = json!({
        "plaque_number": "AB123456", "plaque_kind": "W", "valid_until": "2027-11-30", "vin": "WVWZZZ1KZAW123456",
        "registration": "W-48213K", "odometer_km": 84_500, "report_number": "2026/004711", "report_kind": "P",
        "cancelled": false, "result": "passed", "inspected_on": "2026-11-20", "inspector": "Gruber Josef"
    });
    let nothing_found = json!({ "report": report, "customer_vehicles_by_vin": [] });
    assert_eq!(holding("inspection.import", &nothing_found), Vec::<&str>::new());
    let e_order = json!({
        "order_kind": "E", "lines": [], "configured": [], "update_date_1": false, "update_date_2": false,
        "day_end": "2026-11-20"
    });
    assert_eq!(holding("inspection.register_from_order", &e_order), ["e_order_ignored"]);
}
