//! Writes the decision tables for people and for other tools.
//!
//! `cargo run --release --example tables -- --format markdown|html|dmn|json|answers|facts [--lang en|nl|fr|de]
//! [--out DIR] [ID…]`

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use dms_rules::export::{self, Document, answers, dmn, facts, html, markdown};
use dms_rules::message::Language;
use dms_rules::table::Table;

const USAGE: &str = "\
Writes the decision tables, all of them or those asked for.

usage: tables --format markdown|html|dmn|json|answers|facts [--lang en|nl|fr|de] [--out DIR] [ID…]

  --format markdown  pages to read, one a domain, and an index
  --format html      one page to read and to try, in four languages
  --format dmn       models that other engines run and editors draw, one a decision (DMN 1.3)
  --format json      conditions, rows and texts as a list
  --format answers   what every combination of conditions is answered with
  --format facts     10,000 facts and answers for each decision whose conditions are said in FEEL
  --lang             the language of headings and sentences; en unless given
  --out DIR          writes files there, replacing those of the same name; standard output unless given

exit status: 0 written, 2 wrong usage or a folder that cannot be written";

fn main() -> ExitCode {
    match Task::from_arguments().and_then(|task| task.map_or_else(help, Task::carry_out)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop::Usage(message)) => {
            eprintln!("tables: {message}\n\n{USAGE}");
            ExitCode::from(2)
        }
        // Whoever read the output has seen enough.
        Err(Stop::Io(_, error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Stop::Io(place, error)) => {
            eprintln!("tables: {place}: {error}");
            ExitCode::from(2)
        }
    }
}

/// Why the run ends early.
enum Stop {
    Usage(String),
    Io(String, io::Error),
}

impl From<lexopt::Error> for Stop {
    fn from(error: lexopt::Error) -> Self {
        Self::Usage(error.to_string())
    }
}

impl From<dms_rules::error::Error> for Stop {
    fn from(error: dms_rules::error::Error) -> Self {
        Self::Usage(error.to_string())
    }
}

#[derive(Clone, Copy)]
enum Format {
    Markdown,
    Html,
    Dmn,
    Json,
    Answers,
    Facts,
}

impl Format {
    fn named(name: &str) -> Result<Self, Stop> {
        match name {
            "markdown" => Ok(Self::Markdown),
            "html" => Ok(Self::Html),
            "dmn" => Ok(Self::Dmn),
            "json" => Ok(Self::Json),
            "answers" => Ok(Self::Answers),
            "facts" => Ok(Self::Facts),
            other => Err(Stop::Usage(format!("there is no format `{other}`"))),
        }
    }
}

struct Task {
    format: Format,
    language: Language,
    out: Option<PathBuf>,
    ids: Vec<String>,
}

impl Task {
    /// What was asked for; nothing where it was help.
    fn from_arguments() -> Result<Option<Self>, Stop> {
        use lexopt::prelude::*;

        let mut format = None;
        let mut language = Language::En;
        let mut out = None;
        let mut ids = Vec::new();
        let mut arguments = lexopt::Parser::from_env();
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("format") => format = Some(Format::named(&arguments.value()?.string()?)?),
                Long("lang") => language = arguments.value()?.parse()?,
                Long("out") => out = Some(arguments.value()?.into()),
                Long("help") | Short('h') => return Ok(None),
                Value(id) => ids.push(id.string()?),
                other => return Err(other.unexpected().into()),
            }
        }
        let format = format.ok_or_else(|| Stop::Usage("no --format was named".to_owned()))?;
        Ok(Some(Self { format, language, out, ids }))
    }

    fn carry_out(self) -> Result<(), Stop> {
        let Self { format, language, out, ids } = self;
        let tables = export::tables(&ids)?;
        let documents = match format {
            Format::Markdown => markdown::pages(&tables, language),
            Format::Html => vec![document("tables.html", html::page())],
            Format::Dmn => one_each(&tables, "dmn", dmn::model),
            Format::Json => vec![export::json(&tables)],
            Format::Answers => {
                let mut documents = one_each(&tables, "tsv", answers::answers);
                documents.push(document("answers.jsonl", answers::in_numbers(&tables)));
                documents
            }
            Format::Facts => {
                let mut documents = one_each(&tables, "facts.jsonl", facts::facts);
                documents.retain(|document| !document.text.is_empty());
                documents
            }
        };
        match out {
            Some(folder) => write_files(&folder, &documents),
            None => print(documents.iter().map(|document| document.text.as_str())),
        }
    }
}

fn document(name: &str, text: String) -> Document {
    Document { name: name.to_owned(), text }
}

fn one_each(tables: &[&'static Table], extension: &str, write: fn(&Table) -> String) -> Vec<Document> {
    tables.iter().map(|table| Document { name: format!("{}.{extension}", table.id), text: write(table) }).collect()
}

fn help() -> Result<(), Stop> {
    print([USAGE, "\n"].into_iter())
}

fn print<'t>(texts: impl Iterator<Item = &'t str>) -> Result<(), Stop> {
    let mut out = io::stdout().lock();
    for text in texts {
        out.write_all(text.as_bytes()).map_err(|error| Stop::Io("standard output".to_owned(), error))?;
    }
    out.flush().map_err(|error| Stop::Io("standard output".to_owned(), error))
}

fn write_files(folder: &Path, documents: &[Document]) -> Result<(), Stop> {
    let failed = |place: &Path| {
        let place = place.display().to_string();
        move |error| Stop::Io(place, error)
    };
    std::fs::create_dir_all(folder).map_err(failed(folder))?;
    for Document { name, text } in documents {
        let file = folder.join(name);
        // What stands there already is not touched: somebody may be reading it.
        if !std::fs::read(&file).is_ok_and(|stands| stands == text.as_bytes()) {
            std::fs::write(&file, text).map_err(failed(&file))?;
        }
        eprintln!("tables: {}", file.display());
    }
    Ok(())
}
