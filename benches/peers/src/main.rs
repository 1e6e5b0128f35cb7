//! `okr.option` by this library, by hand and by rule engines: the same facts, one process, in turns.
//!
//! Prints a Markdown table. Every contestant first has to agree with the library on 2,000 random inputs. Then they take
//! turns, round after round; a ratio is taken within a round, and medians over the rounds are printed, so that a machine
//! whose speed drifts or that is shared distorts little.

#![cfg_attr(
    not(all(feature = "zen", feature = "cel", feature = "regorus", feature = "datalogic")),
    allow(dead_code, unused_variables, clippy::ptr_arg, reason = "an engine that is left out needs less")
)]

mod answer;
mod by_hand;
mod counting;
mod engine;
mod facts;
mod peer;

use std::cell::RefCell;
use std::hint::black_box;
use std::rc::Rc;
use std::time::Instant;

use dms_rules::okr::option::{self, Facts, TABLE};

use answer::Answer;
use peer::Peer;

/// Facts on which all must agree, and which the engines are timed on.
const AGREED: usize = 2_000;
/// Facts on which what takes nanoseconds is timed: too many for a branch predictor to learn their order.
const MANY: usize = 32_768;
const ROUNDS: usize = 101;

struct Contestant {
    name: &'static str,
    input: &'static str,
    /// Decides all its facts once.
    run: Box<dyn FnMut()>,
    facts: usize,
    nanoseconds: Vec<f64>,
    allocations: f64,
}

impl Contestant {
    fn new(name: &'static str, input: &'static str, facts: usize, run: impl FnMut() + 'static) -> Self {
        Self { name, input, run: Box::new(run), facts, nanoseconds: Vec::new(), allocations: 0.0 }
    }

    fn take_turn(&mut self) {
        let start = Instant::now();
        (self.run)();
        self.nanoseconds.push(start.elapsed().as_nanos() as f64 / self.facts as f64);
    }

    fn count_allocations(&mut self) {
        (self.run)();
        self.allocations = counting::allocations(&mut self.run) as f64 / self.facts as f64;
    }
}

fn main() {
    let agreed: Rc<[Facts]> = facts::random(AGREED).into();
    let many: Rc<[Facts]> = facts::random(MANY).into();
    let mut contestants = by_rust(&agreed, &many);
    add_engines(&mut contestants, &agreed);
    eprintln!("all agree on {AGREED} random inputs");

    contestants.iter_mut().for_each(Contestant::count_allocations);
    for round in 0..ROUNDS {
        // There and back, so that nobody always follows the same neighbour.
        if round % 2 == 0 {
            contestants.iter_mut().for_each(Contestant::take_turn);
        } else {
            contestants.iter_mut().rev().for_each(Contestant::take_turn);
        }
    }
    print(&contestants);
}

fn add_engines(contestants: &mut Vec<Contestant>, agreed: &Rc<[Facts]>) {
    #[cfg(feature = "datalogic")]
    {
        add(contestants, engine::datalogic::Datalogic::whole(), agreed);
        contestants.push(row_alone(agreed));
    }
    #[cfg(feature = "zen")]
    {
        add(contestants, engine::zen::ZenExpression::new(), agreed);
        add(contestants, engine::zen::ZenTable::new(false), agreed);
        add(contestants, engine::zen::ZenTable::new(true), agreed);
    }
    #[cfg(feature = "cel")]
    add(contestants, engine::cel::CelProgram::new(), agreed);
    #[cfg(feature = "regorus")]
    add(contestants, engine::regorus::Regorus::new(), agreed);
}

/// The library and the two forms by hand.
fn by_rust(agreed: &[Facts], many: &Rc<[Facts]>) -> Vec<Contestant> {
    let mut rows = vec![0; TABLE.rows.len()];
    for facts in agreed {
        let expected = decide(facts);
        rows[expected.row] += 1;
        assert_eq!(by_hand::small(facts).map(Answer::from), Ok(expected), "{facts:?}");
        assert_eq!(by_hand::named(facts).map(Answer::from), Ok(expected), "{facts:?}");
    }
    assert!(rows.iter().all(|count| *count > AGREED / 100), "every row is met often: {rows:?}");
    let (library, small, named) = (Rc::clone(many), Rc::clone(many), Rc::clone(many));
    vec![
        Contestant::new("dms-rules", "typed facts", many.len(), move || {
            for facts in &*library {
                black_box(&option::decide(black_box(facts)));
            }
        }),
        Contestant::new("`match` by hand, reasons as bits", "typed facts", many.len(), move || {
            for facts in &*small {
                black_box(&by_hand::small(black_box(facts)));
            }
        }),
        Contestant::new("`match` by hand, reasons in a `Vec`", "typed facts", many.len(), move || {
            for facts in &*named {
                black_box(&by_hand::named(black_box(facts)));
            }
        }),
    ]
}

fn decide(facts: &Facts) -> Answer {
    Answer::of(&option::decide(facts).expect("a decision"))
}

/// An engine, with its input built beforehand and from typed facts to typed answer, once it agrees.
fn add(contestants: &mut Vec<Contestant>, mut peer: impl Peer + 'static, agreed: &Rc<[Facts]>) {
    for facts in &**agreed {
        assert_eq!(peer.decide(facts), decide(facts), "{}: {facts:?}", peer.name());
    }
    peer.build(agreed);
    let name = peer.name();
    let peer = Rc::new(RefCell::new(peer));
    let (built, whole, facts) = (Rc::clone(&peer), peer, Rc::clone(agreed));
    contestants.push(Contestant::new(name, "built", agreed.len(), move || built.borrow_mut().evaluate_built()));
    contestants.push(Contestant::new(name, "end to end", agreed.len(), move || {
        let mut peer = whole.borrow_mut();
        for facts in &*facts {
            black_box(peer.decide(black_box(facts)));
        }
    }));
}

/// The fastest engine at its shortest: no reasons, no advisories.
#[cfg(feature = "datalogic")]
fn row_alone(agreed: &Rc<[Facts]>) -> Contestant {
    let mut peer = engine::datalogic::Datalogic::row_only();
    for facts in &**agreed {
        assert_eq!(peer.row_of(facts), TABLE.rows[decide(facts).row].reason.id, "{facts:?}");
    }
    peer.build(agreed);
    Contestant::new(peer.name(), "built", agreed.len(), move || peer.evaluate_built())
}

fn print(contestants: &[Contestant]) {
    println!("| contestant | input | ns a decision | ratio | allocations |");
    println!("| --- | --- | ---: | ---: | ---: |");
    let first = &contestants[0].nanoseconds;
    for Contestant { name, input, nanoseconds, allocations, .. } in contestants {
        let ratio = median(nanoseconds.iter().zip(first).map(|(theirs, ours)| theirs / ours));
        let time = median(nanoseconds.iter().copied());
        println!("| {name} | {input} | {} | {} | {allocations:.1} |", short(time), short(ratio));
    }
}

fn median(figures: impl Iterator<Item = f64>) -> f64 {
    let mut figures: Vec<_> = figures.collect();
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

/// Three digits that mean something.
fn short(figure: f64) -> String {
    match figure {
        ..10.0 => format!("{figure:.2}"),
        ..100.0 => format!("{figure:.1}"),
        _ => format!("{figure:.0}"),
    }
}
