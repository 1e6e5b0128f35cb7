//! Holds every decision against what is recorded of its edition in `tests/editions.txt`.
//!
//! `cargo run --example editions -- [--accept] [--file FILE]`

mod content;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use content::{Case, Content};
use dms_rules::catalogue::{DECISIONS, Entry};

const USAGE: &str = "\
Holds every decision against what is recorded of its edition, in tests/editions.txt unless another file is named.

usage: editions [--accept] [--file FILE]

  --accept     records new editions, new decisions and new cases; refuses, and writes nothing, where a decision changed
               and its edition did not. An edition that was never released may be taken anew: remove its lines first.
  --file FILE  the record

exit status: 0 as recorded, 1 not as recorded or not to be accepted, 2 wrong usage or an unreadable file";

const HEADING: &str = "\
# What each edition decides: the decision, its edition, the hash of its table and, after `after`, the editions before; then
# facts-answer of each shared case. `cargo run --example editions -- --accept` writes it, core/tests/editions.rs reads it.
";

fn main() -> ExitCode {
    match Task::from_arguments().and_then(|task| task.map_or_else(|| Ok(help()), Task::carry_out)) {
        Ok(code) => code,
        Err(stop) => {
            eprintln!("editions: {stop}");
            ExitCode::from(2)
        }
    }
}

fn help() -> ExitCode {
    println!("{USAGE}");
    ExitCode::SUCCESS
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

struct Task {
    accept: bool,
    file: PathBuf,
}

impl Task {
    /// What was asked for; nothing where it was help.
    fn from_arguments() -> Result<Option<Self>, String> {
        use lexopt::prelude::*;

        let usage = |error: lexopt::Error| format!("{error}\n\n{USAGE}");
        let mut task = Self { accept: false, file: repository().join("tests/editions.txt") };
        let mut arguments = lexopt::Parser::from_env();
        while let Some(argument) = arguments.next().map_err(usage)? {
            match argument {
                Long("accept") => task.accept = true,
                Long("file") => task.file = arguments.value().map_err(usage)?.into(),
                Long("help") | Short('h') => return Ok(None),
                other => return Err(usage(other.unexpected())),
            }
        }
        Ok(Some(task))
    }

    fn carry_out(self) -> Result<ExitCode, String> {
        let mut recorded = self.recorded()?;
        let mut record = String::from(HEADING);
        let (mut changes, mut refusals) = (Vec::new(), Vec::new());
        for table in DECISIONS.iter().map(Entry::table) {
            let found = Content::of(table, &repository())?;
            let known = recorded.remove(table.id);
            match known.as_ref().map_or(Ok(vec!["it is not recorded".to_owned()]), |known| found.changes(known)) {
                Ok(found) => changes.extend(found.into_iter().map(|change| format!("{}: {change}", table.id))),
                Err(refusal) => refusals.push(format!("{}: {refusal}", table.id)),
            }
            found.write(table.id, known.as_ref(), &mut record);
        }
        changes.extend(recorded.keys().map(|id| format!("{id}: there is no such decision any more")));

        for line in refusals.iter().chain(&changes) {
            eprintln!("{line}");
        }
        if !refusals.is_empty() {
            eprintln!("A decision that changes is given a new edition, where its table stands, before it is accepted.");
            return Ok(ExitCode::FAILURE);
        }
        if self.accept {
            std::fs::write(&self.file, record).map_err(|error| self.failed(&error))?;
            return Ok(ExitCode::SUCCESS);
        }
        if !changes.is_empty() {
            eprintln!("`cargo run --example editions -- --accept` records this, if it is meant.");
            return Ok(ExitCode::FAILURE);
        }
        println!("{} decisions are as recorded", DECISIONS.len());
        Ok(ExitCode::SUCCESS)
    }

    /// The record, by decision; empty where there is none yet.
    fn recorded(&self) -> Result<BTreeMap<String, Content>, String> {
        let text = match std::fs::read_to_string(&self.file) {
            Err(error) if self.accept && error.kind() == io::ErrorKind::NotFound => String::new(),
            read => read.map_err(|error| self.failed(&error))?,
        };
        let mut recorded: BTreeMap<String, Content> = BTreeMap::new();
        let mut last = None;
        for (place, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            let unreadable = || format!("{}: line {} cannot be read: {line}", self.file.display(), place + 1);
            let mut words = line.split_whitespace();
            if line.starts_with(' ') {
                let content = last.as_ref().and_then(|id| recorded.get_mut(id)).ok_or_else(unreadable)?;
                for word in words {
                    let (facts, answer) = word.split_once('-').ok_or_else(unreadable)?;
                    let [facts, answer] = [facts, answer].map(|hash| u32::from_str_radix(hash, 16));
                    let answer = answer.map_err(|_| unreadable())?;
                    let case = Case { answer, name: String::new() };
                    content.cases.insert(facts.map_err(|_| unreadable())?, case);
                }
            } else {
                let [Some(id), Some(edition), Some(table)] = [words.next(), words.next(), words.next()] else {
                    return Err(unreadable());
                };
                let content = Content {
                    edition: edition.to_owned(),
                    table: u64::from_str_radix(table, 16).map_err(|_| unreadable())?,
                    before: words.skip(1).map(str::to_owned).collect(),
                    cases: BTreeMap::new(),
                };
                if recorded.insert(id.to_owned(), content).is_some() {
                    return Err(unreadable());
                }
                last = Some(id.to_owned());
            }
        }
        Ok(recorded)
    }

    fn failed(&self, error: &io::Error) -> String {
        format!("{}: {error}", self.file.display())
    }
}
