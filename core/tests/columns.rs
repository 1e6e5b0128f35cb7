//! Facts in columns are decided as facts alone.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime};
use dms_rules::catalogue;
use dms_rules::columns::{self, Answers, Bits, Column, Dictionary, Flags, Form, Kind, Texts, Values, okr_option};
use dms_rules::okr::Mode;
use dms_rules::okr::option::{self, Boundary, Outcome};
use dms_rules::value::{Cents, OdometerReading};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// The decisions with a fact that is a record, a set or a list.
const OTHERS: [&str; 13] = [
    "car_pass.prompt",
    "car_pass.submission",
    "car_pass.lifecycle",
    "car_pass.actions",
    "car_pass.invoicing",
    "car_pass.worklist",
    "booking.plan",
    "booking.issue_prefill",
    "booking.permission",
    "booking.amend_handover",
    "booking.actions",
    "inspection.import",
    "inspection.register_from_order",
];

fn is_plain(fact: &Value) -> bool {
    let kind = &fact["type"];
    let kind = kind.as_str().or_else(|| kind[0].as_str());
    matches!(kind, Some("boolean" | "integer" | "string"))
}

#[test]
fn every_decision_is_offered_whose_schema_has_plain_values_alone() {
    let plain = |id: &&str| {
        let schema = catalogue::schema(id).expect("a schema");
        schema["properties"].as_object().expect("facts").values().all(is_plain)
    };
    let ids: Vec<_> = catalogue::DECISIONS.iter().map(catalogue::Entry::id).collect();
    let offered: Vec<_> = columns::DECISIONS.iter().map(columns::Flat::id).collect();
    assert_eq!(offered, ids.iter().copied().filter(plain).collect::<Vec<_>>());
    assert_eq!(OTHERS.to_vec(), ids.iter().copied().filter(|id| !plain(id)).collect::<Vec<_>>());
    for id in OTHERS {
        let refused = columns::find(id).err().expect("a refusal");
        assert_eq!(refused.code().as_str(), "wrong_type", "{id}");
        let schema = catalogue::schema(id).expect("a schema");
        let named = refused.field().and_then(|fact| schema["properties"].get(fact));
        assert!(named.is_some_and(|fact| !is_plain(fact)), "{id}: {refused}");
    }
}

/// A byte holds a name's place, a whole number of 32 bits a mask.
#[test]
fn names_and_masks_have_room() {
    for decision in columns::DECISIONS {
        let form = Form { errors: true, ..Form::default() };
        for column in decision.answers(form).columns() {
            if let Answers::Name { names, .. } | Answers::Names { names, .. } = &column.values {
                assert!(names.len() <= 127, "{}: {}", decision.id(), column.name);
            }
        }
        for column in decision.answers(Form { masks: true, ..form }).columns() {
            if let Answers::Mask { names, .. } = &column.values {
                assert!(names.len() <= 31, "{}: {}", decision.id(), column.name);
            }
        }
    }
}

#[derive(Clone, Debug)]
struct Order {
    mode: Option<&'static str>,
    max_age_days: Option<i32>,
    threshold_cents: Option<i64>,
    boundary: Option<&'static str>,
    apk_reported: Option<bool>,
    entered_reading_km: Option<i64>,
    last_reading_km: Option<i64>,
    reading_date: Option<i32>,
    invoice_date: Option<i32>,
    invoice_total_cents: Option<i64>,
}

impl Order {
    fn knows(&self, name: &str) -> bool {
        match name {
            "max_age_days" => self.max_age_days.is_some(),
            "threshold_cents" => self.threshold_cents.is_some(),
            "boundary" => self.boundary.is_some(),
            "last_reading_km" => self.last_reading_km.is_some(),
            "reading_date" => self.reading_date.is_some(),
            _ => true,
        }
    }

    /// The same, with nothing unknown that must be known.
    fn complete(self) -> Self {
        Self {
            mode: self.mode.or(Some("always")),
            apk_reported: self.apk_reported.or(Some(false)),
            entered_reading_km: self.entered_reading_km.or(Some(1)),
            invoice_date: self.invoice_date.or(Some(20_031)),
            invoice_total_cents: self.invoice_total_cents.or(Some(15_001)),
            ..self
        }
    }

    /// The same, with each of the other facts known in all rows or in none.
    fn with_others(self, known: [bool; 5]) -> Self {
        Self {
            max_age_days: known[0].then(|| self.max_age_days.unwrap_or(30)),
            threshold_cents: known[1].then(|| self.threshold_cents.unwrap_or(14_999)),
            boundary: known[2].then(|| self.boundary.unwrap_or("at_least")),
            last_reading_km: known[3].then(|| self.last_reading_km.unwrap_or(100)),
            reading_date: known[4].then(|| self.reading_date.unwrap_or(20_000)),
            ..self
        }
    }
}

fn order() -> impl Strategy<Value = Order> {
    let mode = prop::sample::select(vec!["never", "always", "after_invoice", "after_invoice_from_amount", "?"]);
    let boundary = prop::sample::select(vec!["more_than", "at_least", "?"]);
    let km = prop::sample::select(vec![0, 1, 99, 100, 100_000, 100_001, 200_001, 9_999_999, 10_000_000, -1]);
    let cents = prop::sample::select(vec![0, -1, 14_999, 15_000, 15_001, i64::MIN, i64::MAX]);
    let day = prop::sample::select(vec![20_000, 20_001, 20_030, 20_031, -719_162, -719_163, 2_932_896, 2_932_897]);
    let known = |weight| prop::option::weighted(weight, Just(()));
    (
        (
            prop::option::weighted(0.97, mode),
            prop::option::of(prop::sample::select(vec![0, 1, 30, 65_535, 65_536, -1])),
        ),
        (prop::option::of(cents.clone()), prop::option::of(boundary), prop::option::weighted(0.97, any::<bool>())),
        (prop::option::weighted(0.97, km.clone()), prop::option::of(km)),
        (prop::option::of(day.clone()), prop::option::weighted(0.97, day), known(0.97), cents),
    )
        .prop_map(|((mode, max_age_days), (threshold_cents, boundary, apk_reported), (entered, last), days)| {
            let (reading_date, invoice_date, total, cents) = days;
            Order {
                mode,
                max_age_days,
                threshold_cents,
                boundary,
                apk_reported,
                entered_reading_km: entered,
                last_reading_km: last,
                reading_date,
                invoice_date,
                invoice_total_cents: total.map(|()| cents),
            }
        })
}

/// Names, each kept once where they are many: the places of the rows, and what is kept.
struct Names {
    of_rows: Vec<&'static str>,
    kept: Vec<Option<&'static str>>,
    places: Vec<usize>,
    has_dictionary: bool,
}

impl Names {
    /// Rows whose name is unknown have a place beyond what is kept.
    fn new(of_rows: Vec<Option<&'static str>>, further: usize, has_dictionary: bool) -> Self {
        let mut kept = vec![None, Some("further")];
        kept.resize(2 + further, Some("further"));
        let places = of_rows.iter().map(|name| match name {
            Some(name) => kept.iter().position(|known| *known == Some(name)).unwrap_or_else(|| {
                kept.push(Some(name));
                kept.len() - 1
            }),
            None => usize::MAX,
        });
        let places = places.collect();
        Self { of_rows: of_rows.into_iter().map(Option::unwrap_or_default).collect(), kept, places, has_dictionary }
    }
}

impl Texts for Names {
    fn text(&self, row: usize) -> &str {
        self.of_rows[row]
    }

    fn dictionary(&self) -> Option<&dyn Dictionary> {
        self.has_dictionary.then_some(self as &dyn Dictionary)
    }
}

impl Dictionary for Names {
    fn len(&self) -> usize {
        self.kept.len()
    }

    fn entry(&self, place: usize) -> Option<&str> {
        self.kept[place]
    }

    fn places(&self, start: usize, to: &mut [usize]) {
        to.copy_from_slice(&self.places[start..][..to.len()]);
    }
}

struct Written(Vec<String>);

impl Texts for Written {
    fn text(&self, row: usize) -> &str {
        &self.0[row]
    }
}

/// What stands in a column, and which rows of it are known.
fn column<T: Copy + Default>(orders: &[Order], of: impl Fn(&Order) -> Option<T>) -> (Vec<T>, Vec<u8>) {
    let values = orders.iter().map(|order| of(order).unwrap_or_default()).collect();
    (values, bits(orders, |order| of(order).is_some()))
}

/// How many bits stand before that of the first row.
const BEFORE: usize = 3;

/// A bit for each row; those before and behind them are set.
fn bits(orders: &[Order], of: impl Fn(&Order) -> bool) -> Vec<u8> {
    let mut bytes = vec![u8::MAX; (orders.len() + BEFORE).div_ceil(8)];
    for (row, order) in orders.iter().enumerate() {
        let bit = row + BEFORE;
        if !of(order) {
            bytes[bit / 8] &= !(1 << (bit % 8));
        }
    }
    bytes
}

fn date(days: i32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(days + 719_163)
}

/// How rows lie in columns, and how they are answered.
#[derive(Clone, Copy, Debug, Default)]
struct How {
    /// Days are written out: that of the reading, that of the invoice.
    written: [bool; 2],
    /// Names are kept once, beside so many others.
    dictionary: Option<usize>,
    /// Reasons are answered as bits.
    masks: bool,
    /// The facts that must be known have no bits that say so.
    bare: bool,
    /// The others have none, or no column where nothing is known.
    others_bare: bool,
}

/// The answers as text, a line a row.
fn decided(orders: &[Order], how: How) -> Vec<String> {
    let How { written, dictionary, masks, bare, others_bare } = how;
    let known = |bits| (!bare).then(|| Bits::new(bits, BEFORE));
    let others_known = |bits| (!others_bare).then(|| Bits::new(bits, BEFORE));
    let names = |of: fn(&Order) -> Option<&'static str>| {
        Names::new(orders.iter().map(of).collect(), dictionary.unwrap_or(0), dictionary.is_some())
    };
    let (mode, boundary) = (names(|order| order.mode), names(|order| order.boundary));
    let (has_mode, has_boundary) =
        (bits(orders, |order| order.mode.is_some()), bits(orders, |order| order.boundary.is_some()));
    let (days, aged) = column(orders, |order| order.max_age_days);
    let (threshold, has_threshold) = column(orders, |order| order.threshold_cents);
    let (apk, has_apk) =
        (bits(orders, |order| order.apk_reported == Some(true)), bits(orders, |order| order.apk_reported.is_some()));
    let (entered, has_entered) = column(orders, |order| order.entered_reading_km);
    let (last, has_last) = column(orders, |order| order.last_reading_km);
    let (read, has_read) = column(orders, |order| order.reading_date);
    let (invoice, has_invoice) = column(orders, |order| order.invoice_date);
    let (total, has_total) = column(orders, |order| order.invoice_total_cents);
    let text = |days: &[i32]| {
        Written(days.iter().map(|day| date(*day).map_or(String::new(), |day| day.to_string())).collect())
    };
    let (read_text, invoice_text) = (text(&read), text(&invoice));
    let given = [
        ("mode", Column { values: Values::Texts(&mode), known: known(&has_mode) }),
        ("max_age_days", Column { values: Values::Int32(&days), known: others_known(&aged) }),
        ("threshold_cents", Column { values: Values::Int64(&threshold), known: others_known(&has_threshold) }),
        ("boundary", Column { values: Values::Texts(&boundary), known: others_known(&has_boundary) }),
        ("apk_reported", Column { values: Values::Flags(Bits::new(&apk, BEFORE)), known: known(&has_apk) }),
        ("entered_reading_km", Column { values: Values::Int64(&entered), known: known(&has_entered) }),
        ("last_reading_km", Column { values: Values::Int64(&last), known: others_known(&has_last) }),
        (
            "reading_date",
            Column {
                values: if written[0] { Values::Texts(&read_text) } else { Values::Days(&read) },
                known: others_known(&has_read),
            },
        ),
        (
            "invoice_date",
            Column {
                values: if written[1] { Values::Texts(&invoice_text) } else { Values::Days(&invoice) },
                known: known(&has_invoice),
            },
        ),
        ("invoice_total_cents", Column { values: Values::Int64(&total), known: known(&has_total) }),
    ];
    let nothing = |name| orders.iter().all(|order| !order.knows(name));
    let given: Vec<_> = given.into_iter().filter(|(name, _)| !(others_bare && nothing(name))).collect();
    let decision = columns::find("okr.option").expect("a decision");
    let rows = decision.rows(orders.len(), &given, false).expect("rows");
    let mut answers = decision.answers(Form { errors: true, masks });
    decision.decide(&rows, 0..orders.len(), &mut answers).expect("refusals lie in columns");
    assert_eq!(answers.len(), orders.len());
    (0..orders.len())
        .map(|row| answers.columns().iter().map(|column| cell(column, row)).collect::<Vec<_>>().join(" "))
        .collect()
}

/// What stands in a row, as text; which year a day has that is none is told otherwise where days are written out.
fn cell(column: &columns::Answer, row: usize) -> String {
    if column.known.as_ref().is_some_and(|known: &Flags| !known.get(row)) || column.name == "error_detail" {
        return "-".to_owned();
    }
    match &column.values {
        Answers::Name { names, places } => match names[places[row] as usize].as_str() {
            "invalid_date" => "out_of_range".to_owned(),
            name => name.to_owned(),
        },
        Answers::Names { names, ends, places } => {
            let of_row = &places[ends[row] as usize..ends[row + 1] as usize];
            format!("{:?}", of_row.iter().map(|place| names[*place as usize].as_str()).collect::<Vec<_>>())
        }
        Answers::Mask { names, bits } => {
            let set = names.iter().enumerate().filter(|(place, _)| bits[row] >> place & 1 != 0);
            format!("{:?}", set.map(|(_, name)| name.as_str()).collect::<Vec<_>>())
        }
        other => panic!("{other:?}"),
    }
}

/// The same in JSON, alone.
fn alone(order: &Order) -> String {
    let day = |days: Option<i32>| days.map(|days| date(days).map_or(String::new(), |day| day.to_string()));
    let facts = serde_json::json!({
        "mode": order.mode, "max_age_days": order.max_age_days, "threshold_cents": order.threshold_cents,
        "boundary": order.boundary, "apk_reported": order.apk_reported, "entered_reading_km": order.entered_reading_km,
        "last_reading_km": order.last_reading_km, "reading_date": day(order.reading_date),
        "invoice_date": day(order.invoice_date), "invoice_total_cents": order.invoice_total_cents,
    });
    match catalogue::evaluate("okr.option", &facts.to_string()) {
        Ok(decision) => {
            let names = |reasons: dms_rules::decision::Reasons| format!("{:?}", reasons.ids().collect::<Vec<_>>());
            let outcome = decision.outcome.get().trim_matches('"').to_owned();
            let row = decision.row().map_or("-", |row| row.id);
            format!("{outcome} {row} {} {} - - -", names(decision.because()), names(decision.advisories()))
        }
        Err(error) => {
            let code = if error.code().as_str() == "invalid_date" { "out_of_range" } else { error.code().as_str() };
            format!("- - - - {code} {} -", error.field().unwrap_or("-"))
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// A block of rows, rows one by one, and facts alone.
    #[test]
    fn rows_are_decided_as_alone(orders in prop::collection::vec(order(), 1..60)) {
        let expected: Vec<_> = orders.iter().map(alone).collect();
        for how in [
            How::default(),
            How { written: [true, true], ..How::default() },
            How { written: [true, false], ..How::default() },
            How { written: [false, true], ..How::default() },
            How { dictionary: Some(0), masks: true, ..How::default() },
            How { dictionary: Some(300), ..How::default() },
        ] {
            prop_assert_eq!(decided(&orders, how), expected.clone(), "{:?}", how);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// The same where columns have no bits that say what is known.
    #[test]
    fn rows_of_columns_without_gaps_are_decided_as_alone(
        orders in prop::collection::vec(order(), 1..30),
        known in any::<[bool; 5]>(),
    ) {
        let bare = How { bare: true, ..How::default() };
        let others_bare = How { others_bare: true, ..How::default() };
        let complete: Vec<_> = orders.iter().cloned().map(Order::complete).collect();
        prop_assert_eq!(decided(&complete, bare), complete.iter().map(alone).collect::<Vec<_>>());
        let others: Vec<_> = orders.into_iter().map(|order| order.with_others(known)).collect();
        prop_assert_eq!(decided(&others, others_bare), others.iter().map(alone).collect::<Vec<_>>());
        let both: Vec<_> = others.into_iter().map(Order::complete).collect();
        let expected: Vec<_> = both.iter().map(alone).collect();
        for dictionary in [None, Some(0), Some(300)] {
            for written in [[false, false], [true, false], [false, true]] {
                let how = How { bare: true, others_bare: true, dictionary, written, ..How::default() };
                prop_assert_eq!(decided(&both, how), expected.clone());
            }
        }
    }
}

/// Rows beyond a block, whichever of them is refused.
#[test]
fn blocks_join() {
    let good = Order {
        mode: Some("after_invoice"),
        max_age_days: Some(30),
        threshold_cents: None,
        boundary: None,
        apk_reported: Some(false),
        entered_reading_km: Some(100),
        last_reading_km: Some(150),
        reading_date: Some(20_000),
        invoice_date: Some(20_001),
        invoice_total_cents: Some(1),
    };
    let bad = Order { mode: Some("?"), ..good.clone() };
    for refused in [0, 1, 1023, 1024, 1025, 2047, 2048, 2999] {
        let mut orders = vec![good.clone(); 3000];
        orders[refused] = bad.clone();
        let decided = decided(&orders, How::default());
        let expected = [alone(&good), alone(&bad)];
        for (row, answer) in decided.iter().enumerate() {
            assert_eq!(*answer, expected[usize::from(row == refused)], "row {row}, refused {refused}");
        }
    }
}

/// In plain slices, by every combination of what the conditions turn on.
#[test]
fn slices_are_decided_as_alone() {
    let reading = |km| OdometerReading::new(km).expect("a reading");
    let mut facts = Vec::new();
    for mode in Mode::ALL {
        for max_age_days in [None, Some(0), Some(30)] {
            for boundary in Boundary::ALL {
                for apk_reported in [false, true] {
                    for last in [None, Some(200_000), Some(200_001), Some(200_099), Some(200_100), Some(300_001)] {
                        for read in [None, Some(20_001), Some(20_000), Some(19_970), Some(19_969)] {
                            for total in [14_999, 15_000, 15_001] {
                                facts.push(option::Facts {
                                    mode: *mode,
                                    max_age_days,
                                    threshold_cents: option::default_threshold(),
                                    boundary: *boundary,
                                    apk_reported,
                                    entered_reading_km: reading(200_000),
                                    last_reading_km: last.map(reading),
                                    reading_date: read.and_then(date),
                                    invoice_date: date(20_000).expect("a day"),
                                    invoice_total_cents: Cents::new(total),
                                });
                            }
                        }
                    }
                }
            }
        }
    }
    let since_1970 = |day: NaiveDate| (day - NaiveDate::default()).num_days() as i32;
    let all = |of: fn(&option::Facts) -> bool| facts.iter().map(of).collect::<Vec<_>>();
    let mode: Vec<_> = facts.iter().map(|facts| facts.mode).collect();
    let days: Vec<_> = facts.iter().map(|facts| facts.max_age_days.unwrap_or(7)).collect();
    let aged = all(|facts| facts.max_age_days.is_some());
    let threshold: Vec<_> = facts.iter().map(|facts| facts.threshold_cents).collect();
    let boundary: Vec<_> = facts.iter().map(|facts| facts.boundary).collect();
    let apk = all(|facts| facts.apk_reported);
    let entered: Vec<_> = facts.iter().map(|facts| facts.entered_reading_km).collect();
    let last: Vec<_> = facts.iter().map(|facts| facts.last_reading_km.unwrap_or(OdometerReading::MAX)).collect();
    let has_last = all(|facts| facts.last_reading_km.is_some());
    let read: Vec<_> = facts.iter().map(|facts| facts.reading_date.map_or(i32::MAX, since_1970)).collect();
    let dated = all(|facts| facts.reading_date.is_some());
    let invoice: Vec<_> = facts.iter().map(|facts| since_1970(facts.invoice_date)).collect();
    let total: Vec<_> = facts.iter().map(|facts| facts.invoice_total_cents).collect();
    let columns = okr_option::Facts {
        mode: &mode,
        max_age_days: okr_option::Known { values: &days, known: &aged },
        threshold_cents: &threshold,
        boundary: &boundary,
        apk_reported: &apk,
        entered_reading_km: &entered,
        last_reading_km: okr_option::Known { values: &last, known: &has_last },
        reading_date: okr_option::Known { values: &read, known: &dated },
        invoice_date: &invoice,
        invoice_total_cents: &total,
    };
    let len = facts.len();
    let (mut outcome, mut row) = (vec![None; len], vec![0; len]);
    let (mut because, mut advisories) = (vec![0; len], vec![0; len]);
    let answers = okr_option::Answers {
        outcome: &mut outcome,
        row: &mut row,
        because: &mut because,
        advisories: &mut advisories,
    };
    okr_option::decide(&columns, answers);
    let mut met = std::collections::BTreeSet::<Option<Outcome>>::new();
    for (place, facts) in facts.iter().enumerate() {
        let answer = (outcome[place], row[place], u32::from(because[place]), u32::from(advisories[place]));
        let alone = option::decide(facts).map_or((None, okr_option::REFUSED, 0, 0), |decision| {
            let row = decision.row_index().expect("a row") as u8;
            (Some(decision.outcome), row, decision.because_bits(), decision.advisory_bits())
        });
        assert_eq!(answer, alone, "{facts:?}");
        met.insert(answer.0);
    }
    assert_eq!(met.len(), 1 + Outcome::ALL.len());
}

/// The shared cases of a decision that columns can hold: no fact of another type than its column, no key that is no fact,
/// times on the clock on the wall.
fn cases(flat: &columns::Flat) -> Vec<(Map<String, Value>, Value)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../tests/vectors/{}.json", flat.id()));
    let file: Value =
        serde_json::from_str(&std::fs::read_to_string(path).expect("the decision's cases")).expect("JSON");
    let facts = flat.facts();
    let fits = |name: &String, value: &Value| {
        facts.iter().any(|fact| {
            fact.name == *name
                && match (fact.kind, value) {
                    (_, Value::Null) | (Kind::Flag, Value::Bool(_)) => true,
                    (Kind::Number, number) => number.is_i64(),
                    (Kind::Time, Value::String(time)) => !time.ends_with('Z') && !time.contains('+') && time.len() < 24,
                    (Kind::Day | Kind::Text, text) => text.is_string(),
                    _ => false,
                }
        })
    };
    let cases = file["cases"].as_array().expect("cases").iter().filter_map(|case| {
        let facts = case["facts"].as_object()?;
        let expected = if case["error"].is_null() { &case["expect"] } else { &case["error"] };
        facts.iter().all(|(name, value)| fits(name, value)).then(|| (facts.clone(), expected.clone()))
    });
    cases.collect()
}

/// How days and times lie in columns.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Calendar {
    Text,
    Days,
    Midnights,
}

/// Years from 1 on: what is none in text is beyond the calendar as a number.
fn day_of(value: &Value) -> Option<NaiveDate> {
    value.as_str().filter(|text| text.len() == 10)?.parse().ok().filter(|day: &NaiveDate| day.year() > 0)
}

fn time_of(value: &Value) -> Option<NaiveDateTime> {
    let text = value.as_str().filter(|text| matches!(text.len(), 19 | 23))?;
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f").ok().filter(|at| at.year() > 0)
}

/// What stands in a column of facts, with room for each form.
#[derive(Default)]
struct Room {
    known: Vec<u8>,
    flags: Vec<u8>,
    numbers: Vec<i64>,
    days: Vec<i32>,
    texts: Vec<String>,
}

impl Room {
    fn of(name: &str, kind: Kind, cases: &[(Map<String, Value>, Value)], written: Calendar) -> Self {
        let values: Vec<&Value> = cases.iter().map(|(facts, _)| facts.get(name).unwrap_or(&Value::Null)).collect();
        let bits = |of: &dyn Fn(&Value) -> bool| {
            let mut bytes = vec![0; (values.len() + BEFORE).div_ceil(8)];
            for (row, value) in values.iter().enumerate() {
                bytes[(row + BEFORE) / 8] |= u8::from(of(value)) << ((row + BEFORE) % 8);
            }
            bytes
        };
        let days = |value: &&Value| day_of(value).map_or(0, |day| (day - NaiveDate::default()).num_days());
        let micros = |value: &&Value| time_of(value).map_or(0, |at| at.and_utc().timestamp_micros());
        let numbers = |value: &&Value| value.as_i64().unwrap_or_default();
        Self {
            known: bits(&|value| !value.is_null()),
            flags: bits(&|value| value == true),
            numbers: match (kind, written) {
                (Kind::Day, _) => values.iter().map(|value| days(value) * 86_400_000).collect(),
                (Kind::Time, _) => values.iter().map(micros).collect(),
                _ => values.iter().map(numbers).collect(),
            },
            days: values.iter().map(|value| days(value) as i32).collect(),
            texts: values.iter().map(|value| value.as_str().unwrap_or_default().to_owned()).collect(),
        }
    }
}

impl Texts for Room {
    fn text(&self, row: usize) -> &str {
        &self.texts[row]
    }
}

/// A row of answers as the shared cases have it.
fn told(answers: &[columns::Answer], row: usize) -> Value {
    let mut parts = Map::new();
    let mut rest = Map::new();
    for column in answers {
        let known = column.known.as_ref().is_none_or(|known| known.get(row));
        let value = if known { value(&column.values, row) } else { Value::Null };
        match column.name.strip_prefix("outcome_") {
            Some(part) => parts.insert(part.to_owned(), value),
            None => rest.insert(column.name.clone(), value),
        };
    }
    let code = rest.remove("error").expect("a column");
    let field = rest.remove("error_field").expect("a column");
    let detail = rest.remove("error_detail").expect("a column");
    assert_eq!(code.is_null(), detail.is_null());
    if !code.is_null() {
        assert!(rest.values().chain(parts.values()).all(Value::is_null), "{rest:?} {parts:?}");
        return json!({ "code": code, "field": field });
    }
    if let (Some(Value::Array(fields)), Some(Value::Array(reasons))) =
        (parts.remove("locked_field"), parts.remove("locked_reason"))
    {
        let locked = fields.into_iter().zip(reasons).map(|(field, reason)| json!({ "field": field, "reason": reason }));
        parts.insert("locked".to_owned(), locked.collect());
    }
    let kind = rest.get("outcome").cloned();
    if !parts.is_empty() {
        if let Some(kind) = kind {
            parts.insert("kind".to_owned(), kind);
        }
        rest.insert("outcome".to_owned(), Value::Object(parts));
    }
    Value::Object(rest)
}

fn value(values: &Answers, row: usize) -> Value {
    let at = |micros: i64| DateTime::from_timestamp_micros(micros).expect("a time").naive_utc();
    match values {
        Answers::Name { names, places } => names[places[row] as usize].clone().into(),
        Answers::Names { names, ends, places } => {
            let of_row = &places[ends[row] as usize..ends[row + 1] as usize];
            of_row.iter().map(|place| names[*place as usize].clone()).collect()
        }
        Answers::Mask { names, bits } => {
            let set = names.iter().enumerate().filter(|(place, _)| bits[row] >> place & 1 != 0);
            set.map(|(_, name)| name.clone()).collect()
        }
        Answers::Flags(flags) => flags.get(row).into(),
        Answers::Numbers(numbers) => numbers[row].into(),
        Answers::Days(days) => date(days[row]).expect("a day").to_string().into(),
        Answers::Times(times) => at(times[row]).format("%Y-%m-%dT%H:%M:%S%.f").to_string().into(),
        Answers::Clocks(clocks) => at(clocks[row]).time().format("%H:%M:%S%.f").to_string().into(),
        Answers::Texts { ends, text } => text[ends[row] as usize..ends[row + 1] as usize].into(),
    }
}

/// What is expected, as columns can say it: what a kind of outcome has not got, and a fact's list of faults, are left out.
fn as_columns(mut expected: Value, answer: &Value) -> Value {
    let object = expected.as_object_mut().expect("an object");
    object.retain(|name, _| !matches!(name.as_str(), "faults" | "advisories") || answer.get(name).is_some());
    if let (Some(Value::Object(outcome)), Value::Object(answered)) = (object.get_mut("outcome"), &answer["outcome"])
        && answered.contains_key("kind")
    {
        for (name, value) in answered.iter().filter(|(_, value)| value.is_null()) {
            outcome.entry(name.clone()).or_insert_with(|| value.clone());
        }
    }
    expected
}

/// Every decision that is offered, its days and times as text and counted; reasons as names and as bits; all at once, and
/// in two parts.
#[test]
fn the_shared_cases_are_answered_as_expected() {
    let mut answered = BTreeMap::new();
    for flat in columns::DECISIONS {
        for (written, masks) in [(Calendar::Text, false), (Calendar::Days, true), (Calendar::Midnights, false)] {
            let mut cases = cases(flat);
            let facts = flat.facts();
            if written != Calendar::Text {
                cases.retain(|(given, _)| {
                    facts.iter().all(|fact| {
                        let value = given.get(&fact.name).unwrap_or(&Value::Null);
                        value.is_null()
                            || match fact.kind {
                                Kind::Day => day_of(value).is_some(),
                                Kind::Time => time_of(value).is_some(),
                                _ => true,
                            }
                    })
                });
            }
            *answered.entry(format!("{written:?}")).or_insert(0) += cases.len();
            let rooms: Vec<_> = facts.iter().map(|fact| Room::of(&fact.name, fact.kind, &cases, written)).collect();
            let given: Vec<_> = facts
                .iter()
                .zip(&rooms)
                .map(|(fact, room)| {
                    let values = match (fact.kind, written) {
                        (Kind::Flag, _) => Values::Flags(Bits::new(&room.flags, BEFORE)),
                        (Kind::Number, _) => Values::Int64(&room.numbers),
                        (Kind::Day, Calendar::Days) => Values::Days(&room.days),
                        (Kind::Day, Calendar::Midnights) => Values::Midnights(&room.numbers),
                        (Kind::Time, Calendar::Days | Calendar::Midnights) => {
                            Values::Times { counts: &room.numbers, unit: 1000 }
                        }
                        _ => Values::Texts(room),
                    };
                    (fact.name.as_str(), Column { values, known: Some(Bits::new(&room.known, BEFORE)) })
                })
                .collect();
            let rows = flat.rows(cases.len(), &given, false).expect("rows");
            assert_eq!((rows.len(), rows.is_empty()), (cases.len(), cases.is_empty()));
            let mut answers = flat.answers(Form { errors: true, masks });
            assert!(answers.is_empty());
            answers.reserve(cases.len());
            let half = cases.len() / 2;
            flat.decide(&rows, 0..half, &mut answers).expect("refusals lie in columns");
            flat.decide(&rows, half..cases.len(), &mut answers).expect("refusals lie in columns");
            assert_eq!((answers.len(), answers.is_empty()), (cases.len(), cases.is_empty()));
            let answers = answers.into_columns();
            for (row, (facts, expected)) in cases.iter().enumerate() {
                let mut answer = told(&answers, row);
                let object = answer.as_object_mut().expect("an object");
                for name in ["because", "advisories"] {
                    if let Some(mask) = object.remove(&format!("{name}_mask")) {
                        object.insert(name.to_owned(), mask);
                    }
                }
                assert_eq!(answer, as_columns(expected.clone(), &answer), "{}: {facts:?}", flat.id());
            }
        }
    }
    assert!(answered["Text"] > 1_100 && answered["Days"] > 1_000 && answered["Midnights"] > 1_000, "{answered:?}");
    println!("rust columns: {} cases of {} decisions", answered["Text"], columns::DECISIONS.len());
}

/// The columns of facts that are well-formed, as a table of three rows has them.
fn good(read: &Values<'static>) -> Vec<(&'static str, Column<'static>)> {
    static MODE: LazyLock<Names> = LazyLock::new(|| Names::new(vec![Some("always"); 3], 0, false));
    let column = |values| Column { values, known: None };
    vec![
        ("mode", column(Values::Texts(&*MODE))),
        ("apk_reported", column(Values::Flags(Bits::new(&[0b010], 0)))),
        ("entered_reading_km", column(*read)),
        ("last_reading_km", column(Values::Int64(&[7, 7, 7]))),
        ("invoice_date", column(Values::Days(&[20_000; 3]))),
        ("invoice_total_cents", column(Values::Int64(&[1, -1, 20_000]))),
    ]
}

fn answered(given: &[(&str, Column<'_>)]) -> Vec<String> {
    let decision = columns::find("okr.option").expect("a decision");
    let rows = decision.rows(3, given, false).expect("rows");
    let mut answers = decision.answers(Form { errors: true, masks: false });
    decision.decide(&rows, 0..3, &mut answers).expect("refusals lie in columns");
    let cells = |row| answers.columns().iter().map(move |column| cell(column, row)).collect::<Vec<_>>().join(" ");
    let cells: Vec<_> = (0..3).map(cells).collect();
    // Bits say what is known where anything is not.
    let decided = &answers.columns()[0];
    assert_eq!(decided.known.is_some(), cells.iter().any(|row| row.starts_with('-')));
    cells
}

/// Whole numbers of every width, and what is beyond the limits of a fact.
#[test]
fn numbers_of_every_width_are_read() {
    let unchanged = r#"no_reading_old reading_unchanged ["reading_unchanged"] [] - - -"#;
    let apk = r#"no_apk_reported apk_reported ["apk_reported"] [] - - -"#;
    let beyond = "- - - - out_of_range entered_reading_km -";
    let forward = r#"yes_forward forward [] [] - - -"#;
    for (values, last) in [
        (Values::Int8(&[7, 9, -1]), beyond),
        (Values::Int16(&[7, 9, 300]), forward),
        (Values::Int32(&[7, 9, 10_000_000]), beyond),
        (Values::Int64(&[7, 9, i64::MIN]), beyond),
        (Values::UInt8(&[7, 9, 200]), forward),
        (Values::UInt16(&[7, 9, 65_535]), forward),
        (Values::UInt32(&[7, 9, u32::MAX]), beyond),
        (Values::UInt64(&[7, 9, u64::MAX]), beyond),
    ] {
        assert_eq!(answered(&good(&values)), [unchanged, apk, last], "{}", values_of(&values));
    }
    // The same by the reader of single rows: dates are written out.
    static DAYS: LazyLock<Names> = LazyLock::new(|| Names::new(vec![Some("2024-10-04"); 3], 0, false));
    for values in [
        Values::Int8(&[7, 9, -1]),
        Values::Int16(&[7, 9, -300]),
        Values::Int32(&[7, 9, 10_000_000]),
        Values::UInt32(&[7, 9, u32::MAX]),
        Values::UInt64(&[7, 9, u64::MAX]),
    ] {
        let mut given = good(&values);
        given[4].1.values = Values::Texts(&*DAYS);
        assert_eq!(answered(&given), [unchanged, apk, beyond], "{}", values_of(&values));
    }
    for (values, last) in [(Values::UInt8(&[7, 9, 200]), forward), (Values::UInt16(&[7, 9, 65_535]), forward)] {
        let mut given = good(&values);
        given[4].1.values = Values::Texts(&*DAYS);
        assert_eq!(answered(&given), [unchanged, apk, last], "{}", values_of(&values));
    }
}

fn values_of(values: &Values<'_>) -> &'static str {
    match values {
        Values::Int8(_) => "Int8",
        Values::Int16(_) => "Int16",
        Values::Int32(_) => "Int32",
        Values::Int64(_) => "Int64",
        Values::UInt8(_) => "UInt8",
        Values::UInt16(_) => "UInt16",
        Values::UInt32(_) => "UInt32",
        Values::UInt64(_) => "UInt64",
        _ => "others",
    }
}

/// Which column may hold which fact, in the words of the refusal.
#[test]
fn columns_of_another_type_are_refused_in_their_words() {
    static TEXTS: LazyLock<Names> = LazyLock::new(|| Names::new(vec![Some("a")], 0, false));
    let all = [
        (Values::Unknown, "nothing"),
        (Values::Flags(Bits::new(&[0], 0)), "booleans"),
        (Values::Int8(&[0]), "integers"),
        (Values::Int16(&[0]), "integers"),
        (Values::Int32(&[0]), "integers"),
        (Values::Int64(&[0]), "integers"),
        (Values::UInt8(&[0]), "integers"),
        (Values::UInt16(&[0]), "integers"),
        (Values::UInt32(&[0]), "integers"),
        (Values::UInt64(&[0]), "integers"),
        (Values::Days(&[0]), "dates"),
        (Values::Midnights(&[0]), "dates"),
        (Values::Times { counts: &[0], unit: 1 }, "timestamps"),
        (Values::Texts(&*TEXTS), "texts"),
        (Values::Other("a list of cars"), "a list of cars"),
    ];
    let mut met = Vec::new();
    for flat in columns::DECISIONS {
        for fact in flat.facts() {
            let (expected, may_be): (_, &[&str]) = match fact.kind {
                Kind::Flag => ("a column of booleans", &["nothing", "booleans"]),
                Kind::Number => ("a column of integers", &["nothing", "integers"]),
                Kind::Day => ("a column of dates, or of texts YYYY-MM-DD", &["nothing", "dates", "texts"]),
                Kind::Time => (
                    "a column of timestamps without a time zone, or of texts YYYY-MM-DDTHH:MM:SS",
                    &["nothing", "timestamps", "texts"],
                ),
                Kind::Text => ("a column of texts", &["nothing", "texts"]),
            };
            for (values, found) in all {
                let mut given: Vec<_> = flat
                    .facts()
                    .into_iter()
                    .map(|other| (other.name, Column { values: Values::Unknown, known: None }))
                    .collect();
                let place = given.iter().position(|(name, _)| *name == fact.name).expect("a fact");
                given[place].1.values = values;
                let rows = flat.rows(1, &given, false).map(|_| ());
                if may_be.contains(&found) {
                    assert_eq!(rows, Ok(()), "{} {} {found}", flat.id(), fact.name);
                } else {
                    let refused = rows.expect_err("a refusal");
                    let said = (refused.code().as_str(), refused.field(), refused.detail());
                    assert_eq!(
                        said,
                        ("wrong_type", Some(fact.name.as_str()), &*format!("expected {expected}, found {found}"))
                    );
                }
            }
            met.push(fact.kind);
        }
    }
    for kind in [Kind::Flag, Kind::Number, Kind::Day, Kind::Time, Kind::Text] {
        assert!(met.contains(&kind), "{kind:?}");
    }
}

/// Whether a fact must have a column, and a column a fact.
#[test]
fn columns_that_are_missing_too_many_or_twice_are_refused() {
    let decision = columns::find("okr.option").expect("a decision");
    let said = |given: &[(&str, Column<'_>)], ignored| {
        let refused = decision.rows(3, given, ignored).map(|rows| rows.len());
        refused.map_err(|refused| (refused.code().as_str(), refused.field().map(str::to_owned)))
    };
    let all = good(&Values::Int64(&[1, 2, 3]));
    assert_eq!(said(&all, false), Ok(3));
    for needed in ["mode", "apk_reported", "entered_reading_km", "invoice_date", "invoice_total_cents"] {
        let given: Vec<_> = all.iter().copied().filter(|(name, _)| *name != needed).collect();
        assert_eq!(said(&given, true), Err(("missing_field", Some(needed.to_owned()))));
    }
    let others: Vec<_> = all.iter().copied().filter(|(name, _)| *name != "last_reading_km").collect();
    assert_eq!(said(&others, false), Ok(3));
    let twice: Vec<_> = all.iter().chain(&all[..1]).copied().collect();
    assert_eq!(said(&twice, true), Err(("contradiction", Some("mode".to_owned()))));
    let further: Vec<_> = all.iter().copied().chain([("plate", all[0].1)]).collect();
    assert_eq!(said(&further, false), Err(("unknown_field", Some("plate".to_owned()))));
    assert_eq!(said(&further, true), Ok(3));
    let refused = columns::find("vin.chek").err().expect("a refusal");
    assert_eq!(refused.code().as_str(), "unknown_decision");
    let none = decision.rows::<&str>(0, &[], false).err().expect("a refusal");
    assert_eq!(none.field(), Some("mode"));
    let empty: Vec<_> = all.iter().map(|(name, _)| (*name, Column { values: Values::Unknown, known: None })).collect();
    let rows = decision.rows(0, &empty, false).expect("no rows");
    assert_eq!((rows.is_empty(), rows.len()), (true, 0));
    assert!(!decision.rows(1, &empty, false).expect("a row").is_empty());
}

#[test]
fn what_is_kept_once_may_be_nothing() {
    assert!(!Dictionary::is_empty(&Names::new(vec![Some("a")], 0, true)));
    assert!(Dictionary::is_empty(&Names { of_rows: vec![], kept: vec![], places: vec![], has_dictionary: true }));
}

/// As Arrow takes them: the bytes of the bits, of more rows than a byte has.
#[test]
fn flags_are_given_away_as_bytes() {
    let issued = Values::Flags(Bits::new(&[0b0101_0011, 0b10], 0));
    let decision = columns::find("booking.follows_master").expect("a decision");
    let rows = decision.rows(10, &[("issued", Column { values: issued, known: None })], false).expect("rows");
    let mut answers = decision.answers(Form::default());
    decision.decide(&rows, 0..10, &mut answers).expect("answers");
    let first = answers.into_columns().swap_remove(0);
    let Answers::Flags(flags) = first.values else { panic!("{first:?}") };
    let of_rows = |bytes: &[u8]| (0..10).map(|row| bytes[row / 8] >> (row % 8) & 1 == 0).collect::<Vec<_>>();
    let expected = [true, true, false, false, true, false, true, false, false, true];
    assert_eq!(of_rows(flags.bytes()), expected);
    assert_eq!(flags.bytes().len(), 2);
    assert!(first.known.is_none(), "every row has a value");
    assert_eq!(of_rows(&flags.clone().into_bytes()), expected);
}

/// Bits that begin anywhere in a byte and end with the last bit that there is.
#[test]
fn flags_begin_anywhere_in_a_byte() {
    let decision = columns::find("okr.option").expect("a decision");
    for rows in [1, 7, 8, 9, 16, 24, 31] {
        let (number, day) = (vec![7_i64; rows], vec![20_000; rows]);
        let mode = Names::new(vec![Some("always"); rows], 0, false);
        for before in 0..=16 {
            let reported = |row: usize| (row * row + before) % 3 != 1;
            let mut bytes = vec![0_u8; (before + rows).div_ceil(8)];
            for row in (0..rows).filter(|row| reported(*row)) {
                bytes[(before + row) / 8] |= 1 << ((before + row) % 8);
            }
            let column = |values| Column { values, known: None };
            let given = [
                ("mode", column(Values::Texts(&mode))),
                ("apk_reported", column(Values::Flags(Bits::new(&bytes, before)))),
                ("entered_reading_km", column(Values::Int64(&number))),
                ("invoice_date", column(Values::Days(&day))),
                ("invoice_total_cents", column(Values::Int64(&number))),
            ];
            let table = decision.rows(rows, &given, false).expect("rows");
            let mut answers = decision.answers(Form { errors: false, masks: false });
            decision.decide(&table, 0..rows, &mut answers).expect("no refusal");
            let row_of = |row| cell(&answers.columns()[1], row);
            for row in 0..rows {
                let expected = if reported(row) { "apk_reported" } else { "forward" };
                assert_eq!(row_of(row), expected, "row {row} of {rows}, {before} bits before");
            }
        }
    }
}

/// Where errors are not answered in columns, the first row that is refused is told, and those before it are answered.
#[test]
fn the_first_refused_row_is_told() {
    let decision = columns::find("okr.option").expect("a decision");
    for (readings, row) in [(&[1_i64, -1, -1], 1), (&[-1, 2, 3], 0), (&[1, 2, -1], 2)] {
        let given = good(&Values::Int64(readings));
        let rows = decision.rows(3, &given, false).expect("rows");
        let mut answers = decision.answers(Form::default());
        let refused = decision.decide(&rows, 0..3, &mut answers).expect_err("a refusal");
        assert_eq!((refused.row, refused.error.field()), (row, Some("entered_reading_km")));
        assert_eq!(answers.len(), row);
        assert!(answers.columns().iter().all(|column| column.len() == row && column.is_empty() == (row == 0)));
    }
}

/// Days and times as they are counted elsewhere: in milliseconds, and in any unit.
#[test]
fn counts_that_are_no_day_or_time_are_refused() {
    const DAY: i64 = 86_400_000;
    let said = |decision: &str, name: &'static str, values: Values<'_>| {
        let decision = columns::find(decision).expect("a decision");
        let given: Vec<_> = decision
            .facts()
            .into_iter()
            .map(|fact| {
                let values = if fact.name == name {
                    values
                } else if fact.kind == Kind::Number {
                    Values::Int64(&[1])
                } else {
                    Values::Unknown
                };
                (fact.name, Column { values, known: None })
            })
            .collect();
        let rows = decision.rows(1, &given, false).expect("rows");
        let mut answers = decision.answers(Form::default());
        match decision.decide(&rows, 0..1, &mut answers) {
            Ok(()) => "answered".to_owned(),
            Err(refused) => format!("{}: {}", refused.error.field().unwrap_or_default(), refused.error.code().as_str()),
        }
    };
    let day = |milliseconds: i64| said("inspection.next_due", "today", Values::Midnights(&[milliseconds]));
    let of_day = |days: i32| said("inspection.next_due", "today", Values::Days(&[days]));
    for (milliseconds, expected) in [(0, true), (DAY, true), (-DAY, true), (DAY + 1, false), (1, false), (-1, false)] {
        assert_eq!(day(milliseconds) == "today: out_of_range", !expected, "{milliseconds}: {}", day(milliseconds));
    }
    for (days, expected) in [(-719_162, true), (-719_163, false), (2_932_896, true), (2_932_897, false)] {
        assert_eq!(day(i64::from(days) * DAY) == "today: out_of_range", !expected, "{days}");
        assert_eq!(of_day(days) == "today: out_of_range", !expected, "{days}");
    }
    let at = |counts: i64, unit| said("quarter_hour.floor", "at", Values::Times { counts: &[counts], unit });
    for (counts, unit, expected) in [
        (0, 1, true),
        (1_000, 1, true),
        (1_001, 1, false),
        (-1, 1, false),
        (-1_000, 1, true),
        (-1, 1_000, true),
        (253_402_300_799, 1_000_000_000, true),
        (253_402_300_800, 1_000_000_000, false),
        (-62_135_596_800, 1_000_000_000, true),
        (-62_135_596_801, 1_000_000_000, false),
        (i64::MAX, 1_000_000_000, false),
        (i64::MIN, 1, false),
    ] {
        assert_eq!(at(counts, unit) == "answered", expected, "{counts} {unit}: {}", at(counts, unit));
    }
}
