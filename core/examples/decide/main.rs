//! Decides requests from a file or standard input, one JSON object a line:
//! `{"decision":"okr.option","facts":{…},"name"?:"…"}`.
//!
//! `cargo run --release --example decide -- [--json|--table|--explain|--record] [--lang en|nl|fr|de] [FILE|-]`

pub(crate) mod replay;

use std::borrow::Cow;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, IsTerminal, Read, Write};
use std::process::ExitCode;

use dms_rules::catalogue::{self, DECISIONS, JsonOutcome, Response};
use dms_rules::decision::Decision;
use dms_rules::export::{escaped, explain};
use dms_rules::message::{Language, Text};
use dms_rules::model;
use dms_rules::table::{HitPolicy, Row, Table};
use serde_json::Value;
use serde_json::value::RawValue;
use textwrap::core::display_width;

const USAGE: &str = "\
Decides requests, one JSON object a line: {\"decision\":\"okr.option\",\"facts\":{…},\"name\"?:\"…\"}

usage: decide [--json | --table | --explain | --record] [--lang en|nl|fr|de] [FILE | -]
       decide [--json | --table] [--lang en|nl|fr|de] --replay FILE
       decide [--json] --list
       decide [--json] [--lang en|nl|fr|de] --describe ID
       decide --schema ID
       decide --model [ID…]

  --json         one JSON decision a line (the default unless a terminal is written to)
  --table        a table, one line a case (the default on a terminal)
  --explain      for each line the whole table, as Markdown: answers, rows, the row that fired, and why
  --record       {\"request\":…,\"answer\":…} a line: what --replay reads, and a record to keep
  --replay FILE  decides what was recorded again and tells each difference: what an upgrade changes
  --lang         the language of texts in the table and the explanation; en unless given
  --list         the decisions there are
  --describe ID  a decision's source, conditions, rows and texts
  --schema ID    the JSON Schema of a decision's facts
  --model [ID…]  all that is declared of these decisions, or of all: what bindings are generated from

exit status: 0 all decided, 1 a line was refused, 2 wrong usage or an unreadable file;
with --replay: 0 all decided as recorded, 1 a line was decided otherwise, 2 also where a line is no record";

fn main() -> ExitCode {
    match Task::from_arguments().and_then(Task::carry_out) {
        Ok(code) => code,
        Err(Stop::Usage(message)) => {
            eprintln!("decide: {message}\n\n{USAGE}");
            ExitCode::from(2)
        }
        // Whoever read the output has seen enough.
        Err(Stop::Io(_, error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Stop::Io(place, error)) => {
            eprintln!("decide: {place}: {error}");
            ExitCode::from(2)
        }
    }
}

/// Why the run ends early.
pub(crate) enum Stop {
    Usage(String),
    Io(String, io::Error),
}

impl From<lexopt::Error> for Stop {
    fn from(error: lexopt::Error) -> Self {
        Self::Usage(error.to_string())
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Io("standard output".to_owned(), error)
    }
}

impl From<dms_rules::error::Error> for Stop {
    fn from(error: dms_rules::error::Error) -> Self {
        Self::Usage(error.to_string())
    }
}

enum Question {
    Help,
    List,
    Describe(String),
    Schema(String),
    Model(Vec<String>),
    Decide(OsString),
    Replay(OsString),
}

/// How answers are written.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    Json,
    Table,
    Explained,
    Recorded,
}

struct Task {
    question: Question,
    form: Option<Form>,
    language: Language,
}

impl Task {
    fn from_arguments() -> Result<Self, Stop> {
        use lexopt::prelude::*;

        let mut question = None;
        let mut form = None;
        let mut language = Language::En;
        let mut arguments = lexopt::Parser::from_env();
        while let Some(argument) = arguments.next()? {
            let asked = match argument {
                Long("json") => {
                    form = Some(Form::Json);
                    continue;
                }
                Long("table") => {
                    form = Some(Form::Table);
                    continue;
                }
                Long("explain") => {
                    form = Some(Form::Explained);
                    continue;
                }
                Long("record") => {
                    form = Some(Form::Recorded);
                    continue;
                }
                Long("lang") => {
                    language = arguments.value()?.parse()?;
                    continue;
                }
                Long("list") => Question::List,
                Long("describe") => Question::Describe(arguments.value()?.string()?),
                Long("schema") => Question::Schema(arguments.value()?.string()?),
                Long("model") => {
                    let ids = arguments.raw_args()?.map(ValueExt::string).collect::<Result<_, _>>()?;
                    Question::Model(ids)
                }
                Long("replay") => Question::Replay(arguments.value()?),
                Long("help") | Short('h') => Question::Help,
                Value(file) => Question::Decide(file),
                other => return Err(other.unexpected().into()),
            };
            if question.replace(asked).is_some() {
                return Err(Stop::Usage(
                    "one file, --replay, --list, --describe, --schema or --model at a time".to_owned(),
                ));
            }
        }
        if question.is_none() && io::stdin().is_terminal() {
            return Err(Stop::Usage("no file was named".to_owned()));
        }
        Ok(Self { question: question.unwrap_or(Question::Decide("-".into())), form, language })
    }

    fn carry_out(self) -> Result<ExitCode, Stop> {
        let Self { question, form, language } = self;
        let usual = if io::stdout().is_terminal() { Form::Table } else { Form::Json };
        let mut out = BufWriter::new(io::stdout().lock());
        let code = match question {
            Question::Help => writeln!(out, "{USAGE}").map(|()| ExitCode::SUCCESS)?,
            Question::List => list(&mut out, form == Some(Form::Json))?,
            Question::Describe(id) if form == Some(Form::Json) => pretty(&mut out, &catalogue::describe(&id)?)?,
            Question::Describe(id) => describe(&mut out, catalogue::find(&id)?.table(), language)?,
            Question::Schema(id) => pretty(&mut out, &catalogue::schema(&id)?)?,
            Question::Model(ids) => pretty(&mut out, &model::json(&ids)?)?,
            Question::Decide(file) => {
                let lines = Lines::of(file)?;
                match form.unwrap_or(usual) {
                    Form::Json => as_json(lines, &mut out)?,
                    Form::Table => as_table(lines, &mut out, language)?,
                    Form::Explained => explained(lines, &mut out, language)?,
                    Form::Recorded => recorded(lines, &mut out)?,
                }
            }
            Question::Replay(file) => match form.unwrap_or(usual) {
                Form::Json => replay::as_json(Lines::of(file)?, &mut out)?,
                Form::Table => replay::as_table(Lines::of(file)?, &mut out, language)?,
                Form::Explained | Form::Recorded => {
                    return Err(Stop::Usage("--replay answers with --json or --table".to_owned()));
                }
            },
        };
        out.flush()?;
        Ok(code)
    }
}

/// The requests of a file, one line in memory at a time.
pub(crate) struct Lines<R> {
    input: R,
    place: String,
    line: Vec<u8>,
    number: u64,
}

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

impl Lines<BufReader<Box<dyn Read>>> {
    fn of(file: OsString) -> Result<Self, Stop> {
        let place = file.to_string_lossy().into_owned();
        let input: Box<dyn Read> = match file {
            dash if dash == "-" => Box::new(io::stdin().lock()),
            file => Box::new(File::open(file).map_err(|error| Stop::Io(place.clone(), error))?),
        };
        Ok(Self::read(BufReader::new(input), place))
    }
}

impl<R: BufRead> Lines<R> {
    /// The requests that are read here.
    pub(crate) const fn read(input: R, place: String) -> Self {
        Self { input, place, line: Vec::new(), number: 0 }
    }

    /// The next line that is not blank.
    fn next_line(&mut self) -> Result<Option<&[u8]>, Stop> {
        loop {
            self.line.clear();
            let read = self.input.read_until(b'\n', &mut self.line);
            if read.map_err(|error| Stop::Io(self.place.clone(), error))? == 0 {
                return Ok(None);
            }
            self.number += 1;
            if self.number == 1 && self.line.starts_with(BYTE_ORDER_MARK) {
                self.line.drain(..BYTE_ORDER_MARK.len());
            }
            if !self.line.trim_ascii().is_empty() {
                break;
            }
        }
        Ok(Some(self.line.trim_ascii()))
    }

    /// Answers the next line that is not blank.
    fn next(&mut self) -> Result<Option<Response>, Stop> {
        Ok(self.next_line()?.map(respond))
    }
}

fn respond(line: &[u8]) -> Response {
    match std::str::from_utf8(line) {
        Ok(request) => catalogue::respond(request),
        Err(error) => Response::refused(dms_rules::error::Error::whole(
            dms_rules::error::ErrorCode::MalformedJson,
            format!("the line is not UTF-8: {error}"),
        )),
    }
}

fn status(refused: bool) -> ExitCode {
    if refused { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

pub(crate) fn as_json(mut lines: Lines<impl BufRead>, out: &mut impl Write) -> Result<ExitCode, Stop> {
    let mut progress = Progress::new();
    let mut refused = false;
    let mut line = Vec::new();
    while let Some(response) = lines.next()? {
        refused |= response.answer.is_err();
        line.clear();
        serde_json::to_writer(&mut line, &response).map_err(io::Error::from)?;
        line.push(b'\n');
        out.write_all(&line)?;
        progress.line();
    }
    Ok(status(refused))
}

/// Each request beside its answer, both as they are.
pub(crate) fn recorded(mut lines: Lines<impl BufRead>, out: &mut impl Write) -> Result<ExitCode, Stop> {
    let mut progress = Progress::new();
    let mut refused = false;
    while let Some(line) = lines.next_line()? {
        let response = respond(line);
        refused |= response.answer.is_err();
        match serde_json::from_slice::<&RawValue>(line) {
            Ok(request) => writeln!(out, r#"{{"request":{request},"answer":{}}}"#, response.to_json())?,
            Err(error) => eprintln!("decide: {}: line {} cannot be recorded: {error}", lines.place, lines.number),
        }
        progress.line();
    }
    Ok(status(refused))
}

/// Tells a person who watches how far a long run is, where its output goes elsewhere.
struct Progress {
    watched: bool,
    lines: u64,
}

impl Progress {
    const LINES_A_REPORT: u64 = 100_000;

    fn new() -> Self {
        Self { watched: io::stderr().is_terminal() && !io::stdout().is_terminal(), lines: 0 }
    }

    fn line(&mut self) {
        self.lines += 1;
        if self.watched && self.lines.is_multiple_of(Self::LINES_A_REPORT) {
            eprint!("\rdecide: {} lines", self.lines);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.watched && self.lines >= Self::LINES_A_REPORT {
            eprintln!("\rdecide: {} lines", self.lines);
        }
    }
}

/// Lines are aligned with those of the same block, so that a file of any length is shown in constant memory.
const LINES_A_BLOCK: usize = 64;
const COLUMNS: usize = 4;
/// A line of the table: the columns, and what stands behind them.
type Cells = [String; COLUMNS + 1];

pub(crate) fn as_table(
    mut lines: Lines<impl BufRead>,
    out: &mut impl Write,
    language: Language,
) -> Result<ExitCode, Stop> {
    let mut refused = false;
    let mut block: Vec<Cells> = Vec::with_capacity(LINES_A_BLOCK + 1);
    loop {
        block.clear();
        block.push(HEADINGS.map(|heading| heading.get(language).to_owned()));
        while block.len() <= LINES_A_BLOCK {
            let Some(response) = lines.next()? else { break };
            refused |= response.answer.is_err();
            block.push(cells(response, lines.number, language));
        }
        if block.len() == 1 {
            return Ok(status(refused));
        }
        write_block(out, &block)?;
    }
}

/// Each line under its name: the outcome and the table that gave it, or the refusal.
pub(crate) fn explained(
    mut lines: Lines<impl BufRead>,
    out: &mut impl Write,
    language: Language,
) -> Result<ExitCode, Stop> {
    let mut refused = false;
    while let Some(response) = lines.next()? {
        let name = response.name.unwrap_or_else(|| format!("{} {}", CASE.get(language), lines.number));
        writeln!(out, "## {}\n", escaped(&name))?;
        match response.answer {
            Ok(decision) => {
                let outcome = escaped(&outcome(&decision));
                writeln!(out, "{} → **{outcome}**\n\n{}", OUTCOME.get(language), explain(&decision, language))?;
            }
            Err(error) => {
                refused = true;
                if let Some(id) = response.decision {
                    writeln!(out, "### {}\n", escaped(&id))?;
                }
                let one = std::slice::from_ref(&error);
                for fault in if error.faults().is_empty() { one } else { error.faults() } {
                    let (line, detail) = (escaped(&fault.line(language)), escaped(fault.detail()));
                    writeln!(out, "* ✗ `{}` {line} ({detail})", fault.code())?;
                }
                for advisory in error.advisories() {
                    writeln!(out, "* {}", escaped(advisory.text.get(language)))?;
                }
                writeln!(out)?;
            }
        }
    }
    Ok(status(refused))
}

const CASE: Text = Text { en: "Case", nl: "Geval", fr: "Cas", de: "Fall" };
const OUTCOME: Text = Text { en: "Outcome", nl: "Uitkomst", fr: "Résultat", de: "Ergebnis" };

const DECISION: Text = Text { en: "Decision", nl: "Beslissing", fr: "Décision", de: "Entscheidung" };

const HEADINGS: [Text; COLUMNS + 1] = [
    CASE,
    DECISION,
    OUTCOME,
    Text { en: "Row", nl: "Rij", fr: "Ligne", de: "Zeile" },
    Text { en: "Why", nl: "Waarom", fr: "Pourquoi", de: "Warum" },
];

fn cells(response: Response, number: u64, language: Language) -> Cells {
    let name = response.name.unwrap_or_else(|| format!("#{number}"));
    match response.answer {
        Ok(decision) => {
            let row = decision.row().map_or("", |row| row.id).to_owned();
            let why = decision.reasons(language).map(Cow::Borrowed);
            let look = decision.advisories().map(|advisory| format!("! {}", advisory.text.get(language)).into());
            let why = why.chain(look).collect::<Vec<_>>().join(" ");
            [name, decision.id().to_owned(), outcome(&decision), row, why]
        }
        Err(error) => {
            let decision = response.decision.unwrap_or_default();
            let why = format!("{} ({})", error.line(language), error.detail());
            [name, decision, "✗".to_owned(), error.code().to_string(), why]
        }
    }
}

fn outcome(decision: &Decision<JsonOutcome>) -> String {
    readable(&serde_json::from_str(decision.outcome.get()).unwrap_or_default())
}

/// An outcome as a person reads it: `allowed, latest 2026-11-21T10:15:00`. What is unknown or empty is left out, and of
/// records and lists of records only what tells them apart; `--json` has all of it.
fn readable(outcome: &Value) -> String {
    match outcome {
        Value::Object(parts) => {
            let parts = parts.iter().filter_map(|(key, value)| match (key.as_str(), value) {
                (_, Value::Null) => None,
                (_, Value::Array(items)) if items.is_empty() => None,
                ("kind" | "option", value) => Some(readable(value)),
                (key, Value::Bool(true)) => Some(key.to_owned()),
                (key, Value::Bool(false)) => Some(format!("not {key}")),
                (key, Value::Object(parts)) if parts.len() > RECORD_IN_SHORT => Some(format!("{key} …")),
                (key, value) => Some(format!("{key} {}", readable(value))),
            });
            parts.collect::<Vec<_>>().join(", ")
        }
        Value::Array(items) => items.iter().map(in_short).collect::<Vec<_>>().join(" + "),
        Value::String(word) => word.clone(),
        other => other.to_string(),
    }
}

/// A record with more entries than this is named, not written out.
const RECORD_IN_SHORT: usize = 3;

/// A record by its first value and by what is true of it: `1190 red`.
fn in_short(item: &Value) -> String {
    let Value::Object(parts) = item else { return readable(item) };
    let first = parts.values().next().map(readable);
    let so = parts.iter().filter(|(_, value)| **value == Value::Bool(true)).map(|(key, _)| key.clone());
    first.into_iter().chain(so).collect::<Vec<_>>().join(" ")
}

/// A column grows with its cells up to here; a longer cell shifts its own line only.
const WIDEST: [usize; COLUMNS] = [48, 32, 42, 26];
const GAP: usize = 2;
/// On a terminal that leaves less than this, the reasons stand below their case.
const NARROWEST_WHY: usize = 40;
const BELOW: &str = "    ";

fn write_block(out: &mut impl Write, block: &[Cells]) -> Result<(), Stop> {
    let mut widths = [0; COLUMNS];
    for cells in block {
        for ((width, widest), cell) in widths.iter_mut().zip(WIDEST).zip(cells) {
            *width = display_width(cell).min(widest).max(*width);
        }
    }
    let terminal = io::stdout().is_terminal().then(textwrap::termwidth);
    for (place, cells) in block.iter().enumerate() {
        let mut line = String::new();
        for (width, cell) in widths.iter().zip(cells) {
            let gap = width.saturating_sub(display_width(cell)) + GAP;
            line.extend([cell.as_str(), &" ".repeat(gap)]);
        }
        let indent = display_width(&line);
        let why = &cells[COLUMNS];
        match terminal {
            None => writeln!(out, "{line}{why}")?,
            Some(terminal) if terminal >= indent + NARROWEST_WHY => {
                let rest = " ".repeat(indent);
                writeln!(out, "{}", wrapped(why, terminal, &line, &rest))?;
            }
            Some(_) if why.is_empty() => writeln!(out, "{}", line.trim_end())?,
            Some(terminal) => writeln!(out, "{}\n{}", line.trim_end(), wrapped(why, terminal, BELOW, BELOW))?,
        }
        if place == 0 {
            let rule = indent + display_width(why);
            writeln!(out, "{}", "─".repeat(terminal.map_or(rule, |terminal| rule.min(terminal))))?;
        }
    }
    Ok(())
}

fn wrapped(text: &str, terminal: usize, first: &str, rest: &str) -> String {
    textwrap::fill(text, textwrap::Options::new(terminal).initial_indent(first).subsequent_indent(rest))
}

fn pretty(out: &mut impl Write, value: &Value) -> Result<ExitCode, Stop> {
    writeln!(out, "{value:#}")?;
    Ok(ExitCode::SUCCESS)
}

fn list(out: &mut impl Write, json: bool) -> Result<ExitCode, Stop> {
    let width = DECISIONS.iter().map(|entry| entry.id().len()).max().unwrap_or(0);
    for Table { id, policy, source, edition, .. } in DECISIONS.iter().map(catalogue::Entry::table) {
        if json {
            let line = serde_json::json!({ "decision": id, "edition": edition, "hit_policy": policy.as_str(), "source": source });
            writeln!(out, "{line}")?;
        } else {
            writeln!(out, "{id:width$}  {:7}  {}: {}", policy.as_str(), source.manual.short, source.passage)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn describe(out: &mut impl Write, table: &'static Table, language: Language) -> Result<ExitCode, Stop> {
    let source = table.source;
    writeln!(out, "{} (edition {}, hit policy {})", table.id, table.edition, table.policy.as_str())?;
    writeln!(out, "Source: {} ({}), {}", source.manual.product, source.manual.file, source.passage)?;
    if table.policy == HitPolicy::None {
        writeln!(out, "\nA computation: there are no conditions and no rows.")?;
        return Ok(ExitCode::SUCCESS);
    }
    writeln!(out, "\nConditions")?;
    let conditions: Vec<_> =
        table.conditions.iter().map(|condition| (condition.id.into(), condition.text.text())).collect();
    lines(out, &conditions, language)?;
    writeln!(out, "\nRows")?;
    lines(out, &rows(table.rows, table), language)?;
    if let Some([none, any]) = table.collected {
        writeln!(out, "  no row → {none}, any row → {any}")?;
    }
    if !table.advisories.is_empty() {
        writeln!(out, "\nAdvisories")?;
        lines(out, &rows(table.advisories, table), language)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Each row as `id: when → outcome`, with its text.
fn rows(rows: &'static [Row], table: &'static Table) -> Vec<(Cow<'static, str>, Text)> {
    let written = rows.iter().map(|row| {
        let when = row.when.literals(table).map(|literal| literal.to_string()).collect::<Vec<_>>().join(" && ");
        let when = if when.is_empty() { "otherwise" } else { &when };
        let outcome = row.outcome.map(|outcome| format!(" → {outcome}")).unwrap_or_default();
        (format!("{}: {when}{outcome}", row.reason.id).into(), row.reason.text.text())
    });
    written.collect()
}

fn lines(out: &mut impl Write, lines: &[(Cow<'_, str>, Text)], language: Language) -> io::Result<()> {
    let width = lines.iter().map(|(line, _)| display_width(line)).max().unwrap_or(0);
    for (line, text) in lines {
        writeln!(out, "  {line}{:gap$}{}", "", text.get(language), gap = width - display_width(line) + 2)?;
    }
    Ok(())
}
