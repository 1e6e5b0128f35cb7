//! What the proof accepts and what it stops, in its words. It runs while a crate compiles; here it is asked for tables that
//! are put together by hand, so that every place in a table can be the faulty one. `tables.rs` shows that it stops a build.

use std::panic::{UnwindSafe, catch_unwind};

use dms_rules::table::{
    Draft, HitPolicy, MAX_CONDITIONS, Manual, Names, Reason, Row, Source, Table, When, WhenMasks, lookup, lookup_len,
    proven, reason_of,
};

static HOUSE: Manual = Manual { short: "HR", file: "house.txt", product: "House rules", country: "BE", language: "en" };

/// What the row `otherwise` asks.
const OTHERWISE: When = When::ALWAYS;

fn kept<T>(values: Vec<T>) -> &'static [T] {
    Vec::leak(values)
}

fn named(id: &str) -> Reason {
    Reason { id: String::leak(id.to_owned()), ..Reason::EMPTY }
}

fn numbered(of: &str, count: usize) -> Vec<Reason> {
    (0..count).map(|number| named(&format!("{of}_{number}"))).collect()
}

fn row(id: &str, when: When) -> Row {
    Row { reason: named(id), when, names: when.requires, outcome: None }
}

const fn when(requires: u32, forbids: u32) -> When {
    When { requires, forbids }
}

/// Every condition, of so many.
const fn mask(conditions: usize) -> u32 {
    (1 << conditions) - 1
}

/// Fits this combination of so many conditions alone.
const fn exactly(holds: u32, conditions: usize) -> When {
    when(holds, !holds & mask(conditions))
}

/// Every conjunction over so many conditions.
fn every_when(conditions: usize) -> impl Iterator<Item = When> {
    let masks = 0..1_u32 << conditions;
    masks.clone().flat_map(move |requires| {
        masks.clone().filter(move |forbids| requires & forbids == 0).map(move |forbids| when(requires, forbids))
    })
}

/// A table without a text, whose conditions are `c_0` and so on.
fn sketch(policy: HitPolicy, conditions: usize, rows: Vec<Row>) -> Draft {
    Draft {
        id: "house.gate",
        edition: "2026-11",
        source: Source { manual: &HOUSE, passage: "Opening hours" },
        policy,
        conditions: kept(numbered("c", conditions)),
        feel: kept(vec![""; conditions]),
        rows: kept(rows),
        advisories: &[],
        impossible: &[],
        collected: None,
        lookup: &[],
        texts: &[],
    }
}

/// A FIRST table of three conditions that holds: each is asked for by a row or an advisory.
fn gate() -> Draft {
    Draft {
        advisories: kept(vec![row("first_advice", when(0b100, 0)), row("last_advice", when(0, 0b100))]),
        ..sketch(
            HitPolicy::First,
            3,
            vec![row("first_row", when(0b001, 0)), row("middle_row", when(0b010, 0)), row("last_row", OTHERWISE)],
        )
    }
}

fn holds(draft: Draft) {
    let _ = proven(draft);
}

/// What the proof says of a table that it stops.
fn refused(draft: Draft) -> String {
    said(move || proven(draft))
}

fn said<T>(stopped: impl FnOnce() -> T + UnwindSafe) -> String {
    let Err(said) = catch_unwind(stopped) else { panic!("the proof holds") };
    *said.downcast::<String>().expect("a sentence")
}

#[track_caller]
fn stops(draft: Draft, sentence: &str) {
    assert_eq!(refused(draft), format!("decision table house.gate{sentence}"));
}

#[test]
fn a_table_is_proven_as_it_is_drafted() {
    let draft = Draft {
        collected: Some(["open", "shut"]),
        impossible: kept(vec![when(0b11, 0)]),
        lookup: &[0, 1],
        feel: kept(vec!["a", "b", "c"]),
        ..gate()
    };
    let Table { id, edition, source, policy, conditions, feel, rows, advisories, impossible, collected, .. } =
        proven(draft);
    assert_eq!((id, edition, source, policy), (draft.id, draft.edition, draft.source, draft.policy));
    assert_eq!((conditions, feel, rows), (draft.conditions, draft.feel, draft.rows));
    assert_eq!((advisories, impossible, collected), (draft.advisories, draft.impossible, draft.collected));
}

#[test]
fn policies_have_their_names() {
    let names = [HitPolicy::First, HitPolicy::Collect, HitPolicy::None].map(HitPolicy::as_str);
    assert_eq!(names, ["first", "collect", "none"]);
}

#[test]
fn always_fits_everything_and_asks_nothing() {
    assert!((0..8).chain([u32::MAX]).all(|answers| When::ALWAYS.fits(answers)));
    assert_eq!(lookup_len(&[row("row", When::ALWAYS)]), 1);
}

#[test]
fn so_many_conditions_can_be_walked() {
    let of = |conditions: usize| {
        let rows = vec![row("full", exactly(mask(conditions), conditions)), row("room", OTHERWISE)];
        sketch(HitPolicy::First, conditions, rows)
    };
    assert_eq!(proven(of(MAX_CONDITIONS)).conditions.len(), 16);
    stops(of(17), " has more conditions than can be walked");
}

#[test]
fn so_many_rows_have_room_in_a_word() {
    let rows = |count: u32| (0..count).map(|holds| row(&format!("row_{holds}"), exactly(holds, 6))).collect();
    let above = " has more rows than a word has bits";
    for policy in [HitPolicy::Collect, HitPolicy::None] {
        assert_eq!(proven(sketch(policy, 6, rows(32))).rows.len(), 32);
        stops(sketch(policy, 6, rows(33)), above);
        let advises = |count| Draft { advisories: kept(rows(count)), ..sketch(policy, 6, vec![]) };
        assert_eq!(proven(advises(32)).advisories.len(), 32);
        stops(advises(33), above);
    }
    let last = |count| {
        let mut rows: Vec<_> = rows(count);
        rows.push(row("otherwise", OTHERWISE));
        sketch(HitPolicy::First, 6, rows)
    };
    assert_eq!(proven(last(31)).rows.len(), 32);
    stops(last(32), above);
}

#[test]
fn no_id_stands_twice_wherever() {
    // Also names that differ in one letter, or begin alike, are told apart.
    let ids = ["abc", "abd", "aac", "bbc", "ab", "abcd", ""];
    let place = |at: usize| ids[at].to_owned();
    let with = |kind: &str, ids: &[String]| {
        let names: Vec<_> = ids.iter().map(|id| named(id)).collect();
        let rows: Vec<_> = (0_u32..).zip(ids).map(|(holds, id)| row(id, exactly(holds, 7))).collect();
        let asking: Vec<_> = (0_u32..7).map(|bit| row(&format!("asks_{bit}"), when(1 << bit, 0))).collect();
        let collect = sketch(HitPolicy::Collect, 7, asking.clone());
        match kind {
            "condition" => Draft { conditions: kept(names), ..collect },
            "row" => Draft { rows: kept(rows), ..collect },
            "advisory" => Draft { advisories: kept(rows), ..collect },
            _ => Draft { texts: kept(names.clone()), conditions: kept(names), ..collect },
        }
    };
    for kind in ["condition", "row", "advisory", "text"] {
        let apart: Vec<_> = (0..ids.len()).map(place).collect();
        holds(with(kind, &apart));
        for one in 0..ids.len() {
            for (other, id) in ids.iter().enumerate().take(one) {
                let mut twice = apart.clone();
                twice[one] = place(other);
                let mut draft = with(kind, &twice);
                if kind == "text" {
                    draft.conditions = with(kind, &apart).conditions;
                }
                stops(draft, &format!(": the {kind} id `{id}` stands twice"));
            }
        }
    }
}

#[test]
fn a_condition_and_a_row_may_share_an_id_and_a_text() {
    let names = numbered("c", 3);
    let draft = Draft { texts: kept(names.clone()), conditions: kept(names), ..gate() };
    let rows = vec![row("c_1", when(0b001, 0)), row("c_0", when(0b010, 0)), row("c_2", OTHERWISE)];
    holds(Draft { rows: kept(rows), ..draft });
}

#[test]
fn every_text_belongs_to_something() {
    let draft = gate();
    let ids = draft.conditions.iter().chain(draft.rows.iter().chain(draft.advisories).map(|row| &row.reason));
    let texts: Vec<_> = ids.copied().collect();
    assert_eq!(texts.len(), 8);
    holds(Draft { texts: kept(texts.clone()), ..draft });
    for at in 0..=texts.len() {
        let mut stray = texts.clone();
        stray.insert(at, named("nobody"));
        stops(Draft { texts: kept(stray), ..draft }, ": the text `nobody` belongs to nothing in the table");
    }
}

#[test]
fn every_condition_is_asked_for() {
    for left_out in 0..3_u32 {
        let others = 0b111 & !(1 << left_out);
        let only = |rows| sketch(HitPolicy::First, 3, rows);
        let rows = vec![row("some", when(others, 0)), row("rest", OTHERWISE)];
        let sentence = format!(": no row asks for the condition `c_{left_out}`");
        stops(only(rows.clone()), &sentence);
        let forbidding = vec![row("some", when(0, others)), row("rest", OTHERWISE)];
        stops(only(forbidding.clone()), &sentence);

        // A row that forbids it, an advisory that asks, or a row that names it is enough.
        holds(only(vec![row("some", when(others, 1 << left_out)), row("rest", OTHERWISE)]));
        holds(Draft { advisories: kept(vec![row("advice", when(1 << left_out, 0))]), ..only(rows.clone()) });
        for at in 0..2 {
            let mut naming = rows.clone();
            naming[at].names |= 1 << left_out;
            holds(only(naming));
        }
    }
    // The first of them is told.
    stops(sketch(HitPolicy::First, 3, vec![row("all", OTHERWISE)]), ": no row asks for the condition `c_0`");
    // What a row asks for in vain is asked for.
    let vain = vec![row("all", OTHERWISE), row("vain", when(1, 1))];
    let never = "can never fire: nothing fits it, or a row above takes every case it fits";
    stops(sketch(HitPolicy::First, 1, vain), &format!(": the row `vain` {never}"));
}

#[test]
fn every_gap_is_told() {
    let others = |gap: u32| (0..8).filter(move |holds| *holds != gap);
    for gap in 0..8_u32 {
        let rows: Vec<_> = others(gap).map(|holds| row(&format!("row_{holds}"), exactly(holds, 3))).collect();
        let draft = sketch(HitPolicy::First, 3, rows.clone());
        let not = |bit: u32| if gap & (1 << bit) == 0 { "!" } else { "" };
        let sentence = format!(" has a gap: no row fits {}c_0 && {}c_1 && {}c_2", not(0), not(1), not(2));
        stops(draft, &sentence);

        // Where it cannot happen, wherever that stands, nothing is missing; nor for a table that collects.
        for impossible in [vec![exactly(gap, 3)], vec![when(1, 1), exactly(gap, 3)], vec![exactly(gap, 3), when(1, 1)]]
        {
            holds(Draft { impossible: kept(impossible), ..draft });
        }
        stops(Draft { impossible: kept(vec![when(1, 1)]), ..draft }, &sentence);
        holds(sketch(HitPolicy::Collect, 3, rows));
    }
    stops(sketch(HitPolicy::First, 1, vec![row("only", when(1, 0))]), " has a gap: no row fits !c_0");
}

#[test]
fn every_row_and_advisory_fires() {
    let never = "can never fire: nothing fits it, or a row above takes every case it fits";
    let kinds = |rows: &[Row]| {
        let asking: Vec<_> = (0_u32..3).map(|bit| row(&format!("asks_{bit}"), when(1 << bit, 0))).collect();
        let advises = Draft { advisories: kept(rows.to_vec()), ..sketch(HitPolicy::Collect, 3, asking) };
        [("row", sketch(HitPolicy::Collect, 3, rows.to_vec())), ("advisory", advises)]
    };
    let rows: Vec<_> = (0_u32..8).map(|holds| row(&format!("on_{holds}"), exactly(holds, 3))).collect();
    let first = sketch(HitPolicy::First, 3, rows.clone());
    holds(first);
    for (kind, draft) in kinds(&rows) {
        holds(draft);
        for at in 0..8 {
            // Nothing fits it.
            let mut dead = rows.clone();
            dead[at].when = when(1, 1);
            let sentence = format!(": the {kind} `on_{at}` {never}");
            let (_, draft) = kinds(&dead).into_iter().find(|(other, _)| *other == kind).expect("a kind");
            stops(draft, &sentence);
        }
        for at in 0..8_u32 {
            // What it fits cannot happen.
            let impossible = kept(vec![exactly(at, 3)]);
            stops(Draft { impossible, ..draft }, &format!(": the {kind} `on_{at}` {never}"));
        }
    }
    for at in 0..7_usize {
        // A row above takes what it fits.
        let mut above = rows.clone();
        above.insert(at, row("above", exactly(at as u32 + 1, 3)));
        stops(Draft { rows: kept(above), ..first }, &format!(": the row `on_{}` {never}", at + 1));
    }
}

#[test]
fn the_last_of_many_rows_fires() {
    let mut rows: Vec<_> = (0_u32..31).map(|holds| row(&format!("on_{holds}"), exactly(holds, 5))).collect();
    rows.push(row("last", exactly(31, 5)));
    let collect = sketch(HitPolicy::Collect, 5, rows.clone());
    holds(sketch(HitPolicy::First, 5, rows));
    let impossible = kept(vec![exactly(31, 5)]);
    stops(
        Draft { impossible, ..collect },
        ": the row `last` can never fire: nothing fits it, or a row above takes every case it fits",
    );
}

#[test]
fn feel_stands_at_all_conditions_or_at_none() {
    assert_eq!(proven(gate()).feel, [""; 0]);
    assert_eq!(proven(Draft { feel: kept(vec!["a", "b", "c"]), ..gate() }).feel, ["a", "b", "c"]);
    for known in 1..7_u32 {
        let feel: Vec<_> = (0..3).map(|bit| if known & (1 << bit) == 0 { "" } else { "a" }).collect();
        let without = feel.iter().rposition(|feel| feel.is_empty()).expect("one without");
        let sentence = format!(": the condition `c_{without}` has no FEEL, others have");
        stops(Draft { feel: kept(feel), ..gate() }, &sentence);
    }
}

#[test]
fn a_lookup_is_as_long_as_the_last_condition_asked_for_needs() {
    assert_eq!(lookup_len(&[]), 1);
    for bit in 0..MAX_CONDITIONS {
        let length = if bit < 10 { 2 << bit } else { 0 };
        let asks = row("asks", when(1 << bit, 0));
        let forbids = row("forbids", when(0, 1 << bit));
        let vain = row("vain", when(1 << bit, 1 << bit));
        for one in [asks, forbids, vain] {
            assert_eq!(lookup_len(&[one]), length);
            assert_eq!(lookup_len(&[one, row("rest", OTHERWISE)]), length);
            assert_eq!(lookup_len(&[row("all", OTHERWISE), one]), length);
        }
    }
}

#[test]
fn a_lookup_has_the_first_row_that_fits() {
    let rows = [row("both", when(0b11, 0)), row("one", when(0b01, 0)), row("neither", when(0, 0b11))];
    assert_eq!(lookup::<4>(&rows), [2, 1, u8::MAX, 0]);
    assert_eq!(lookup::<8>(&rows), [2, 1, u8::MAX, 0, 2, 1, u8::MAX, 0]);
    assert_eq!(lookup::<1>(&[]), [u8::MAX]);
}

#[test]
fn a_conjunction_is_read_from_what_it_accepts_and_nothing_else_is() {
    for conditions in 0..=3 {
        let combinations = 1_u32 << conditions;
        let reading = |accepted: &dyn Fn(u32) -> bool| {
            (0..combinations).filter(|holds| accepted(*holds)).fold(WhenMasks::default(), WhenMasks::accepts)
        };
        let conjunctions: Vec<(u32, When)> = every_when(conditions)
            .map(|when| ((0..combinations).filter(|holds| when.fits(*holds)).map(|holds| 1 << holds).sum(), when))
            .collect();
        for accepted in 0..1_u32 << combinations {
            let read = reading(&|holds| accepted & (1 << holds) != 0);
            match conjunctions.iter().find(|(fitting, _)| *fitting == accepted) {
                Some((_, when)) => assert_eq!(read.when("house.gate", "row", conditions), *when),
                None if accepted == 0 => {
                    let never = read.when("house.gate", "row", conditions);
                    assert!((0..combinations).all(|holds| !never.fits(holds)));
                }
                None => assert_eq!(
                    said(move || read.when("house.gate", "row", conditions)),
                    "decision table house.gate: row `row` must be conditions joined by && and !, nothing else"
                ),
            }
        }
    }
    // The words of a row of as many conditions as there may be.
    let last = (0..1_u32 << 16).filter(|holds| holds >> 15 == 1).fold(WhenMasks::new(), WhenMasks::accepts);
    assert_eq!(last.when("house.gate", "row", 16), when(1 << 15, 0));
}

#[test]
fn a_name_has_its_own_text() {
    let texts: Vec<_> = ["abc", "abd", "aac", "bbc", "ab", "abcd"].map(named).into();
    for text in &texts {
        assert_eq!(reason_of("house.gate", text.id, &texts), *text);
    }
    for id in ["", "a", "abx", "abcde", "xbc"] {
        let texts = texts.clone();
        assert_eq!(
            said(move || reason_of("house.gate", id, &texts)),
            format!("decision table house.gate: `{id}` has no text")
        );
    }
}

#[test]
fn a_row_names_what_its_table_says() {
    let rows = [when(0b0001, 0b0010), when(0b0100, 0), when(1 << 4, 1 << 4)];
    for (place, row) in rows.iter().enumerate() {
        assert_eq!(Names::Required.mask(&rows, place), row.requires);
        assert_eq!(Names::These(0b1010).mask(&rows, place), 0b1010);
        assert_eq!(Names::EveryCondition.mask(&rows, place), 0b1_0111);
    }
    assert_eq!(Names::EveryCondition.mask(&[], 0), 0);
}

#[test]
fn a_sentence_holds_what_there_is_room_for() {
    const BEGINNING: &str = "decision table ";
    const END: &str = " has more conditions than can be walked";
    let room = 1024 - BEGINNING.len();
    // What does not fit is left out whole.
    for (letters, name, end) in [(room - END.len(), true, END), (room - END.len() + 1, true, ""), (room, true, "")]
        .into_iter()
        .chain([(room + 1, false, END), (2000, false, END)])
    {
        let id: &'static str = String::leak("g".repeat(letters));
        let draft = Draft { id, ..sketch(HitPolicy::First, 17, vec![row("all", OTHERWISE)]) };
        assert_eq!(refused(draft), format!("{BEGINNING}{}{end}", if name { id } else { "" }));
    }
}
