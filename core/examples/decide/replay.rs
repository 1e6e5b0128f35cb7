//! Decides again what was recorded, and tells what is decided otherwise today.
//!
//! A line holds a request and the answer that it was given, `{"request":{…},"answer":{…}}`, both as the library reads and
//! writes them. Further members are the host's and are left alone.
//!
//! A new edition alone is no difference: every change of a table brings one, and what is asked here is which decisions an
//! upgrade changes. It is counted and told at the end. The message of a refusal is English for a developer and may be put
//! better, so refusals are compared without it.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};
use std::process::ExitCode;

use dms_rules::catalogue::Response;
use dms_rules::message::{Language, Text};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

use super::{CASE, Cells, DECISION, LINES_A_BLOCK, Lines, Progress, Stop, readable, respond, write_block};

/// A line of the file.
#[derive(Deserialize)]
struct Stored<'a> {
    #[serde(borrow)]
    request: &'a RawValue,
    answer: Value,
}

/// What was stored and what is decided now.
#[derive(PartialEq, Eq, PartialOrd, Ord, Clone, Serialize)]
struct Pair<T> {
    stored: T,
    now: T,
}

/// What a decided and a refused answer are compared by.
const DECIDED: [&str; 4] = ["outcome", "row", "because", "advisories"];
const EITHER: [&str; 2] = ["outcome", "error"];

/// A line that was decided again.
struct Again {
    name: Option<String>,
    decision: String,
    edition: Pair<Option<String>>,
    differences: Vec<(&'static str, Pair<Value>)>,
}

impl Again {
    /// Decides a line again, or says why it is no record.
    fn of(line: &[u8]) -> Result<Self, String> {
        let Stored { request, answer: mut stored } = serde_json::from_slice(line)
            // The line is counted in the file.
            .map_err(|error| error.to_string().replace(" at line 1 column ", ", column "))?;
        let response: Response = respond(request.get().as_bytes());
        let mut now = serde_json::to_value(&response).unwrap_or_default();
        let refused = !of(&stored, "error").is_null();
        let needed: &[&str] = if refused { &["decision", "error"] } else { &["decision", "edition"] };
        for member in needed.iter().chain(if refused { &[] } else { &DECIDED[..] }) {
            if stored.get(member).is_none() {
                return Err(format!("`answer.{member}` is missing"));
            }
        }
        if stored["decision"] != now["decision"] {
            return Err(format!(
                "`answer.decision` is {}, that of the request {}",
                stored["decision"], now["decision"]
            ));
        }
        for answer in [&mut stored, &mut now] {
            if let Some(Value::Object(error)) = answer.get_mut("error") {
                error.remove("message");
            }
        }
        let members = if refused || response.answer.is_err() { &EITHER[..] } else { &DECIDED };
        let pairs = members.iter().map(|member| (*member, Pair { stored: of(&stored, member), now: of(&now, member) }));
        let edition = |answer: &Value| answer["edition"].as_str().map(str::to_owned);
        Ok(Self {
            name: response.name,
            decision: response.decision.unwrap_or_default(),
            edition: Pair { stored: edition(&stored), now: edition(&now) },
            differences: pairs.filter(|(_, Pair { stored, now })| stored != now).collect(),
        })
    }
}

fn of(answer: &Value, member: &str) -> Value {
    answer.get(member).cloned().unwrap_or_default()
}

/// What is told at the end.
#[derive(Default)]
struct Summary {
    lines: u64,
    differing: u64,
    unusable: u64,
    /// How many lines of a decision were decided under another edition.
    editions: BTreeMap<(String, Pair<Option<String>>), u64>,
}

impl Summary {
    fn count(&mut self, again: &Result<Again, String>) {
        self.lines += 1;
        match again {
            Ok(again) => {
                self.differing += u64::from(!again.differences.is_empty());
                let Pair { stored, now } = &again.edition;
                if stored != now && stored.is_some() && now.is_some() {
                    *self.editions.entry((again.decision.clone(), again.edition.clone())).or_default() += 1;
                }
            }
            Err(_) => self.unusable += 1,
        }
    }

    /// The exit status; a file without a record says nothing, which is not that nothing differs.
    fn status(&self, place: String) -> Result<ExitCode, Stop> {
        match self {
            Self { lines: 0, .. } => Err(Stop::Io(place, io::Error::other("nothing is recorded there"))),
            Self { unusable: 1.., .. } => Ok(ExitCode::from(2)),
            Self { differing: 1.., .. } => Ok(ExitCode::FAILURE),
            Self { .. } => Ok(ExitCode::SUCCESS),
        }
    }
}

/// A line of JSON for each line that differs or is no record, and one for the whole.
pub(crate) fn as_json(mut lines: Lines<impl BufRead>, out: &mut impl Write) -> Result<ExitCode, Stop> {
    let mut progress = Progress::new();
    let mut summary = Summary::default();
    while let Some(line) = lines.next_line()? {
        let again = Again::of(line);
        summary.count(&again);
        progress.line();
        let line = lines.number;
        match again {
            Ok(Again { differences, .. }) if differences.is_empty() => {}
            Ok(Again { name, decision, edition, differences }) => {
                let differences: serde_json::Map<_, _> = differences
                    .into_iter()
                    .map(|(member, pair)| (member.to_owned(), serde_json::to_value(pair).unwrap_or_default()))
                    .collect();
                let told = serde_json::json!({
                    "line": line, "name": name, "decision": decision, "edition": edition, "differences": differences,
                });
                writeln!(out, "{told}")?;
            }
            Err(fault) => writeln!(out, "{}", serde_json::json!({ "line": line, "unusable": fault }))?,
        }
    }
    let place = lines.place;
    let Summary { lines, differing, unusable, editions } = &summary;
    let editions: Vec<_> = editions
        .iter()
        .map(|((decision, Pair { stored, now }), lines)| {
            serde_json::json!({ "decision": decision, "stored": stored, "now": now, "lines": lines })
        })
        .collect();
    let told = serde_json::json!({
        "lines": lines, "differing": differing, "unusable": unusable, "editions": editions,
    });
    writeln!(out, "{told}")?;
    summary.status(place)
}

const HEADINGS: [Text; 5] = [
    CASE,
    DECISION,
    Text { en: "Edition", nl: "Editie", fr: "Édition", de: "Ausgabe" },
    Text { en: "Member", nl: "Deel", fr: "Élément", de: "Teil" },
    Text { en: "Stored → now", nl: "Bewaard → nu", fr: "Enregistré → maintenant", de: "Gespeichert → jetzt" },
];
const AGAIN: Text =
    Text { en: "decided again", nl: "opnieuw beslist", fr: "décidés à nouveau", de: "neu entschieden" };
const OTHERWISE: Text = Text { en: "otherwise", nl: "anders", fr: "autrement", de: "anders" };
const UNUSABLE: Text = Text { en: "no record", nl: "geen registratie", fr: "inutilisables", de: "keine Aufzeichnung" };

/// A line of the table for each member that differs, and a closing line.
pub(crate) fn as_table(
    mut lines: Lines<impl BufRead>,
    out: &mut impl Write,
    language: Language,
) -> Result<ExitCode, Stop> {
    let mut progress = Progress::new();
    let mut summary = Summary::default();
    let mut block: Vec<Cells> = Vec::new();
    loop {
        block.clear();
        block.push(HEADINGS.map(|heading| heading.get(language).to_owned()));
        while block.len() <= LINES_A_BLOCK {
            let Some(line) = lines.next_line()? else { break };
            let again = Again::of(line);
            summary.count(&again);
            progress.line();
            block.extend(cells(again, lines.number));
        }
        if block.len() == 1 {
            break;
        }
        write_block(out, &block)?;
    }
    let place = lines.place;
    let Summary { lines, differing, unusable, editions } = &summary;
    let [again, otherwise, no_record, edition] =
        [AGAIN, OTHERWISE, UNUSABLE, HEADINGS[2]].map(|text| text.get(language));
    writeln!(out, "{} {again}, {differing} {otherwise}, {unusable} {no_record}", lines - unusable)?;
    for ((decision, pair), lines) in editions {
        writeln!(out, "{decision}: {edition} {} ({lines})", change(pair))?;
    }
    summary.status(place)
}

fn change(Pair { stored, now }: &Pair<Option<String>>) -> String {
    match (stored, now) {
        (Some(stored), Some(now)) if stored != now => format!("{stored} → {now}"),
        (stored, now) => now.as_ref().or(stored.as_ref()).cloned().unwrap_or_default(),
    }
}

/// The first line of a case says which it is.
fn cells(again: Result<Again, String>, number: u64) -> Vec<Cells> {
    let Again { name, decision, edition, differences } = match again {
        Ok(again) => again,
        Err(fault) => return vec![[format!("#{number}"), String::new(), String::new(), "✗".to_owned(), fault]],
    };
    let case = [Some(format!("#{number}")), name].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let about = [case, decision, change(&edition)];
    let mut about = Some(about).into_iter();
    let lines = differences.into_iter().map(|(member, pair)| {
        let [case, decision, edition] = about.next().unwrap_or_default();
        [case, decision, edition, member.to_owned(), shown(&pair)]
    });
    lines.collect()
}

/// As a person reads it; whole where that would hide what differs.
fn shown(Pair { stored, now }: &Pair<Value>) -> String {
    let short = [stored, now].map(|value| match value {
        Value::Null => "–".to_owned(),
        Value::Array(items) if items.is_empty() => "–".to_owned(),
        value => readable(value),
    });
    let [stored, now] = if short[0] == short[1] { [stored, now].map(Value::to_string) } else { short };
    format!("{stored} → {now}")
}
