//! Values that are written as text: VINs, enterprise numbers, dates, times, times of day, numbers. Each is read a second
//! way, by other means than the library's, and what is read comes back.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use dms_rules::catalogue;
use dms_rules::value::{EnterpriseNumber, Vin, VinForm};
use serde_json::{Value, json};

/// One text, as each kind of value.
pub fn target(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    vin(&text);
    enterprise_number(&text);
    date(&text);
    time(&text);
    time_of_day(&text);
    number(&text);
}

fn vin(text: &str) {
    let vin = Vin::new(text);
    let drop = |c: &char| c.is_whitespace() || "-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}".contains(*c);
    let left: String = text.chars().filter(|c| !drop(c)).map(|c| c.to_ascii_uppercase()).collect();
    assert_eq!(Vin::new(&left), vin, "normalising twice is normalising once");
    assert_eq!(Vin::new(&text.to_ascii_lowercase()), vin);
    assert_eq!(Vin::new(&format!(" -{text}\u{2013}\t")), vin);
    assert_eq!(vin.length(), left.chars().count());
    let legal = left.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    let form = match left.chars().count() {
        0 => VinForm::Missing,
        18.. => VinForm::TooLong,
        17 if left.contains(['I', 'O', 'Q']) => VinForm::IllegalCharacter,
        _ if !legal => VinForm::IllegalCharacter,
        17 => VinForm::Standard,
        _ => VinForm::Short,
    };
    assert_eq!(vin.form(), form);
    let kept = matches!(form, VinForm::Missing | VinForm::Short | VinForm::Standard);
    assert_eq!(vin.as_str(), kept.then_some(left.as_str()));
    assert_eq!(vin.check_digit_matches().is_some(), form == VinForm::Standard);
    if form == VinForm::Standard {
        let fitting = "0123456789X".chars().filter(|digit| {
            let other: String = left.chars().enumerate().map(|(at, c)| if at == 8 { *digit } else { c }).collect();
            Vin::new(&other).check_digit_matches() == Some(true)
        });
        assert_eq!(fitting.count(), 1, "{left}: one check digit fits");
    }
    let outcome = outcome("vin.check", &json!({ "vin": text })).expect("any text can be judged");
    let expected = match form {
        VinForm::Missing => "missing",
        VinForm::TooLong | VinForm::IllegalCharacter => "invalid",
        VinForm::Short => "short",
        VinForm::Standard => "valid",
    };
    assert_eq!(outcome, expected);
}

fn enterprise_number(text: &str) {
    let left: String = text.chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
    let digits = left.strip_prefix(['B', 'b']).and_then(|left| left.strip_prefix(['E', 'e'])).unwrap_or(&left);
    let number: Option<u64> = digits.parse().ok();
    let number = number.filter(|_| digits.len() == 10 && digits.bytes().all(|byte| byte.is_ascii_digit()));
    let checks = number.is_some_and(|number| number % 100 == 97 - number / 100 % 97);
    let read = EnterpriseNumber::new(text);
    assert_eq!(read.as_ref().map(EnterpriseNumber::as_str), checks.then_some(digits), "{text:?}");
    if let Some(read) = read {
        assert_eq!(EnterpriseNumber::new(read.as_str()), Some(read));
        assert_eq!(EnterpriseNumber::new(&format!("be {read}")), Some(read));
        assert_eq!(read.to_string(), read.as_str());
    }
}

/// The same digits and marks in the same places; `0` stands for any digit.
fn is_written(text: &str, form: &str) -> bool {
    let same = |(c, form): (u8, u8)| if form == b'0' { c.is_ascii_digit() } else { c == form };
    text.len() == form.len() && text.bytes().zip(form.bytes()).all(same)
}

fn read_date(text: &str) -> Option<NaiveDate> {
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
    (is_written(text, "0000-00-00") && date.year() > 0).then_some(date)
}

fn date(text: &str) {
    let facts =
        json!({"due": text, "enabled": false, "month_end": "2026-11-30", "grace_months": 0, "interval_months": 12});
    let said = answer("inspection.month_end", &facts);
    match read_date(text) {
        Some(_) => {
            assert!(said["error"]["field"] != "due" || said["error"]["code"] != "invalid_date", "{text:?}: {said}")
        }
        None => assert_eq!(
            (&said["error"]["code"], &said["error"]["field"]),
            (&"invalid_date".into(), &"due".into()),
            "{text:?}: {said}"
        ),
    }
    if let (Some(date), Some(due)) = (read_date(text), said["outcome"]["due"].as_str()) {
        assert_eq!(read_date(due), Some(date), "switched off, the day stays");
    }
}

enum Read {
    Clock(NaiveDateTime),
    Instant(DateTime<FixedOffset>),
}

/// By chrono's own readers, with what the library does not allow left out.
fn read_time(text: &str) -> Option<Read> {
    let (date, rest) = text.split_at_checked(10)?;
    let (clock, rest) = rest.split_at_checked(9)?;
    let clock = clock.strip_prefix('T').filter(|clock| is_written(clock, "00:00:00"))?;
    let digits = rest.strip_prefix('.').map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
    let fraction_is_fit = !rest.starts_with('.') || (1..=9).contains(&digits);
    let offset = if rest.starts_with('.') { &rest[1 + digits..] } else { rest };
    let second_is_fit = NaiveTime::parse_from_str(clock, "%H:%M:%S").ok().filter(|clock| clock.nanosecond() == 0)?;
    let date = read_date(date).filter(|_| fraction_is_fit)?;
    let fraction = rest.strip_suffix(offset)?.trim_start_matches('.');
    let nanos = format!("{fraction:0<9}").parse().ok()?;
    let at = date.and_time(second_is_fit.with_nanosecond(nanos)?);
    if offset.is_empty() {
        return Some(Read::Clock(at));
    }
    if offset != "Z" && !is_written(offset, "+00:00") && !is_written(offset, "-00:00") {
        return None;
    }
    let whole = format!("{}{offset}", at.format("%Y-%m-%dT%H:%M:%S%.9f"));
    let instant = DateTime::parse_from_rfc3339(&whole).ok()?;
    (instant.offset().local_minus_utc().abs() <= 18 * 3600).then_some(Read::Instant(instant))
}

fn time(text: &str) {
    let facts = json!({ "at": text });
    let [floor, ceil, nearest, next] = ["floor", "ceil", "nearest", "next"].map(|which| {
        let said = answer(&format!("quarter_hour.{which}"), &facts);
        match (&said["error"]["code"], said["outcome"]["at"].as_str()) {
            (Value::Null, Some(at)) => Ok(at.to_owned()),
            (code, _) => Err(code.clone()),
        }
    });
    let seconds = |text: &str| match read_time(text) {
        Some(Read::Clock(at)) => at.and_utc().timestamp(),
        Some(Read::Instant(at)) => at.timestamp(),
        None => panic!("{text:?} was answered and is no time"),
    };
    let Some(read) = read_time(text) else {
        assert_eq!(floor, Err("invalid_date".into()), "{text:?}");
        assert_eq!([&ceil, &nearest, &next], [&floor; 3]);
        return;
    };
    let (at, fraction) = match read {
        Read::Clock(at) => (at.and_utc().timestamp(), at.nanosecond()),
        Read::Instant(at) => (at.timestamp(), at.nanosecond()),
    };
    let quarter = 15 * 60;
    let down = at.div_euclid(quarter) * quarter;
    let is_full = down == at && fraction == 0;
    let up = if is_full { down } else { down + quarter };
    let near = if at - down >= quarter - quarter / 2 { down + quarter } else { down };
    for (said, expected) in [(&floor, down), (&ceil, up), (&nearest, near), (&next, down + quarter)] {
        match said {
            Ok(said) => {
                assert_eq!(seconds(said), expected, "{text:?}: {said}");
                let again = outcome("quarter_hour.floor", &json!({ "at": said })).expect("a full quarter hour");
                assert_eq!(again["at"], **said, "{text:?}");
            }
            // Only where the calendar ends.
            Err(code) => {
                assert_eq!(code, "out_of_range", "{text:?}");
                assert!(text.starts_with("9999-12-31") || text.starts_with("0001-01-01"), "{text:?}");
            }
        }
    }
}

fn time_of_day(text: &str) {
    let facts = json!({"policy": "work_order", "vin": "", "start": {"time": text, "origin": "entered"},
        "enterprise_number": "", "odometer_replaced": false,
        "account": {"user_code_set": true, "password_set": true, "email_set": true}});
    let said = answer("car_pass.submission", &facts);
    let exists = is_written(text, "00:00:00")
        && NaiveTime::parse_from_str(text, "%H:%M:%S").is_ok_and(|clock| clock.nanosecond() == 0);
    let refused = said["error"]["code"] == "invalid_date" && said["error"]["field"] == "start.time";
    assert_eq!(refused, !exists, "{text:?}: {said}");
}

/// The first number above those of 64 bits with a sign.
const I64_END: f64 = 9_223_372_036_854_775_808.0;

fn number(text: &str) {
    let Ok(Value::Number(number)) = serde_json::from_str(text) else { return };
    let facts = format!(r#"{{"entered_km":{text}}}"#);
    let said = answer_to(&format!(r#"{{"decision":"booking.odometer","facts":{facts}}}"#));
    let whole: Option<i128> = text.trim_ascii().parse().ok();
    let expected = match whole {
        // A zero may have a sign in JSON, and then is no whole number.
        _ if text.trim_ascii() == "-0" => Some("wrong_type"),
        Some(0..=9_999_999) => None,
        Some(_) => Some("out_of_range"),
        // What is written as a float may be a whole number beyond 64 bits.
        None if number
            .as_f64()
            .is_some_and(|number| !(-I64_END..2.0 * I64_END).contains(&number) || number == -I64_END) =>
        {
            Some("out_of_range")
        }
        None => Some("wrong_type"),
    };
    assert_eq!(said["error"]["code"].as_str(), expected, "{text}: {said}");
    if expected.is_none() {
        assert_eq!(Some(i128::from(said["outcome"]["master_km"].as_i64().expect("a reading"))), whole);
    }
}

fn answer(decision: &str, facts: &Value) -> Value {
    answer_to(&json!({ "decision": decision, "facts": facts }).to_string())
}

fn answer_to(request: &str) -> Value {
    serde_json::to_value(catalogue::respond(request)).expect("an answer")
}

fn outcome(decision: &str, facts: &Value) -> Option<Value> {
    let said = answer(decision, facts);
    said["error"].is_null().then(|| said["outcome"].clone())
}
