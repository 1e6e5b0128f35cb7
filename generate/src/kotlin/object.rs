//! The object of a domain, with a function and a list function for each decision.

use std::collections::BTreeSet;

use minijinja::{Value, context};

use super::class::clock;
use super::kdoc::going_on;
use super::{GENERATED, Kotlin};
use crate::model::{Decision, Domain};
use crate::name::{camel, lower_camel, shouting};

const WIDTH: usize = 120;

/// A kind of time that functions take: its class, what its way across is called, what is said of its functions, and what
/// the JVM calls the function and the list function where they would be called as another's.
struct Clock {
    class: &'static str,
    prefix: &'static str,
    said: &'static str,
    suffixes: [&'static str; 2],
}

const ZONED: Clock = Clock { class: "ZonedDateTime", prefix: "zoned", said: "", suffixes: ["", ""] };
const LOCAL: Clock = Clock {
    class: "LocalDateTime",
    prefix: "local",
    said: " of a host without zones",
    suffixes: ["Local", "AllLocal"],
};

impl Kotlin<'_> {
    pub(super) fn object(&self, domain: &Domain) -> Value {
        let rounding = self.overrides.rounding.contains(&domain.id);
        let mut about = self.overrides.about.get(&domain.id).map_or_else(Vec::new, |about| self.paragraphs(about));
        if !rounding {
            about.splice(0..0, self.paragraphs(&domain.about));
        }
        let (mut functions, mut ways, mut times) = (Vec::new(), Vec::new(), false);
        for decision in self.decisions(&domain.id) {
            times |= decision.rust.times;
            if rounding {
                functions.push(self.rounds(decision, &mut ways));
            } else {
                functions.push(self.decides(decision, &mut ways));
            }
        }
        let imports = if times { vec!["java.time.LocalDateTime", "java.time.ZonedDateTime"] } else { Vec::new() };
        context! {
            generated => GENERATED, imports, name => camel(&domain.id), kdoc => self.kdoc(0, &about),
            functions => functions.concat(), ways,
        }
    }

    /// The calls of all decisions, for the tests.
    pub(super) fn calls(&self) -> Value {
        let calls = self.model.decisions.iter().map(|decision| {
            let bare = self.overrides.bare.contains(&decision.id).then(|| &decision.facts.fields[0]);
            let bare = bare.map(|fact| {
                context! { name => lower_camel(&fact.name), type => self.kotlin_type(&fact.of, "T", &mut BTreeSet::new()) }
            });
            context! {
                id => decision.id.as_str(), object => camel(&decision.domain), function => self.function(decision),
                facts => self.class(&decision.facts.id), times => decision.rust.times, bare,
                rounding => self.overrides.rounding.contains(&decision.domain),
            }
        });
        context! { generated => GENERATED, calls => calls.collect::<Vec<_>>() }
    }

    /// The functions of a decision. Its ways across come behind them.
    fn decides(&self, decision: &Decision, ways: &mut Vec<String>) -> Vec<String> {
        let name = self.function(decision);
        let number = self.ways[decision.id.as_str()];
        let clocks =
            if decision.rust.times { vec![(&ZONED, number + 1), (&LOCAL, number)] } else { vec![(&ZONED, number)] };
        let bare = self.overrides.bare.contains(&decision.id).then(|| &decision.facts.fields[0]);
        let mut functions = Vec::new();
        for (place, (clock_kind, number)) in clocks.into_iter().enumerate() {
            let Clock { class: time, prefix, said, suffixes } = clock_kind;
            let way = if decision.rust.times { format!("{prefix}{}", camel(&decision.name)) } else { name.clone() };
            let generic = |class: String, generic: bool| if generic { format!("{class}<{time}>") } else { class };
            let outcome = self.kotlin_type(&decision.outcome, time, &mut BTreeSet::new());
            let (parameter, parameters, facts) = match bare {
                Some(fact) => {
                    let name = lower_camel(&fact.name);
                    (name.clone(), format!("{name}s"), self.kotlin_type(&fact.of, time, &mut BTreeSet::new()))
                }
                None => (
                    "facts".to_owned(),
                    "facts".to_owned(),
                    generic(self.class(&decision.facts.id), decision.rust.times),
                ),
            };
            let kdoc = if place == 0 {
                self.kdoc(4, &self.said(decision))
            } else {
                self.kdoc(4, &[format!("[{name}] for a host without zones.")])
            };
            functions.push(function(
                &kdoc,
                suffixes[0],
                &name,
                &format!("{parameter}: {facts}"),
                &format!("Decision<{outcome}>"),
                &format!("{way}.answer({parameter})"),
            ));
            functions.push(function(
                &self.kdoc(4, &[format!("[{name}] for each of many{said}, a hundred in one crossing of the border.")]),
                suffixes[1],
                &format!("{name}All"),
                &format!("{parameters}: List<{facts}>"),
                &format!("List<Answer<Decision<{outcome}>>>"),
                &format!("{way}.answerAll({parameters})"),
            ));
            let like = clock(decision).map(|clock| format!("it.{}", lower_camel(clock))).unwrap_or_default();
            let read = self.read(&decision.outcome, &like);
            ways.push(way_of(
                &format!("    private val {way} = rule<{facts}, {outcome}>("),
                &[
                    format!("\"{}\"", decision.id),
                    number.to_string(),
                    "{ write(it) }".to_owned(),
                    format!("{{ {read} }}"),
                ],
            ));
        }
        functions
    }

    /// The functions that round a time.
    fn rounds(&self, decision: &Decision, ways: &mut Vec<String>) -> Vec<String> {
        let name = self.function(decision);
        let number = self.ways[decision.id.as_str()];
        let mut functions = Vec::new();
        for (Clock { class, prefix, said, .. }, number) in [(&ZONED, number + 1), (&LOCAL, number)] {
            let way = format!("{prefix}{}", camel(&decision.name));
            let zoned = *class == ZONED.class;
            let kdoc = if zoned {
                self.kdoc(4, &self.said(decision))
            } else {
                self.kdoc(4, &[format!("[{name}] for a host without zones.")])
            };
            functions.push(function(&kdoc, "", &name, &format!("at: {class}"), class, &format!("{way}.answer(at)")));
            functions.push(function(
                &self.kdoc(
                    4,
                    &[format!("[{name}] for each of many times{said}, a hundred in one crossing of the border.")],
                ),
                if zoned { "AllZoned" } else { "" },
                &format!("{name}All"),
                &format!("times: List<{class}>"),
                &format!("List<Answer<{class}>>"),
                &format!("{way}.answerAll(times)"),
            ));
            ways.push(way_of(
                &format!("    private val {way} = Way<{class}, {class}>("),
                &[number.to_string(), "{ write(it) }".to_owned(), "{ time(it) }".to_owned()],
            ));
        }
        functions
    }

    /// What is said of a decision.
    fn said(&self, decision: &Decision) -> Vec<String> {
        let question = decision.question.get("en").map_or("", String::as_str);
        let mut said = vec![format!("`{}`: {}", decision.id, going_on(question))];
        said.extend(self.paragraphs(&decision.about));
        said.push(format!("Source: {}, {}.", decision.source.product, decision.source.passage.trim_end_matches('.')));
        if !decision.refuses.is_empty() {
            let refuses = decision
                .refuses
                .iter()
                .map(|refusal| format!("[ErrorCode.{}] {}", shouting(&refusal.code), self.linked(&refusal.about)));
            said.push(format!("@throws RulesException {}.", refuses.collect::<Vec<_>>().join("; ")));
        }
        said
    }
}

/// A public function. The JVM tells apart by `suffix` those that differ in the types within their types alone.
fn function(kdoc: &str, suffix: &str, name: &str, parameter: &str, answer: &str, body: &str) -> String {
    let named = if suffix.is_empty() {
        String::new()
    } else {
        format!("    @JvmName(\"{}{suffix}\")\n", name.trim_end_matches("All"))
    };
    let signature = format!("    public fun {name}({parameter}): {answer} =");
    let text = if fits(&format!("{signature} {body}")) {
        format!("{signature} {body}")
    } else if fits(&signature) {
        format!("{signature}\n        {body}")
    } else if fits(&format!("    ): {answer} = {body}")) {
        format!("    public fun {name}(\n        {parameter},\n    ): {answer} = {body}")
    } else {
        format!("    public fun {name}(\n        {parameter},\n    ): {answer} =\n        {body}")
    };
    format!("{kdoc}\n{named}{text}")
}

/// A way across, on one line if it fits.
fn way_of(head: &str, arguments: &[String]) -> String {
    let line = format!("{head}{})", arguments.join(", "));
    if fits(&line) {
        return line;
    }
    format!("{head}\n        {},\n    )", arguments.join(", "))
}

fn fits(line: &str) -> bool {
    line.chars().count() <= WIDTH
}
