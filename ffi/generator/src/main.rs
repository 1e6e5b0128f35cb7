//! Writes the C header of dms-rules and what checks its layout: `dms-rules-header <the folder ffi> <where to write>`.
//!
//! The header reads from top to bottom as the sources do: first what `lib.rs` says of the whole, then file by file the
//! numbers, structs and functions of one decision, below what that file says of itself.

mod layout;

use std::error::Error;
use std::fs;
use std::path::Path;

use cbindgen::{Builder, Config, DocumentationLength, DocumentationStyle, Language, LineEndingStyle, Style};

/// In the order in which a C compiler must see them.
const SECTIONS: &[&str] = &[
    "status",
    "time",
    "vin/check",
    "car_pass/document",
    "car_pass/state",
    "car_pass/enrolment",
    "car_pass/visible",
    "car_pass/start_of_work",
    "car_pass/badge",
    "car_pass/prompt",
    "car_pass/readiness",
    "car_pass/account",
    "car_pass/history",
    "car_pass/submission",
    "car_pass/lifecycle",
    "car_pass/actions",
    "car_pass/invoicing",
    "okr/mode",
    "okr/option",
    "okr/choice",
    "okr/mutation",
    "quarter_hour",
    "booking/kind",
    "booking/issue_limit",
    "booking/issue",
    "booking/follows_master",
    "booking/status",
    "booking/permission",
    "booking/editable",
    "booking/cancel_issue",
    "booking/take_back",
    "booking/odometer",
    "booking/template",
    "booking/advisor",
    "booking/driver",
    "booking/reservation",
    "booking/documents",
    "booking/actions",
    "booking/settlement",
    "booking/confirmation",
    "booking/maintenance_contract",
    "inspection/next_due",
    "inspection/window",
    "inspection/month_end",
    "inspection/sources",
    "catalogue",
    "json",
];

/// What no function of its own file takes, but others do.
const TAKEN_ELSEWHERE: &[&str] = &["dms_time", "dms_car_pass_state"];

const OPENING: &str = "\
#ifndef DMS_RULES_H
#define DMS_RULES_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern \"C\" {
#endif
";

const CLOSING: &str = "\
#ifdef __cplusplus
} /* extern \"C\" */
#endif

#endif /* DMS_RULES_H */
";

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(ffi), Some(written)) = (arguments.next(), arguments.next()) else {
        return Err("usage: dms-rules-header <the folder ffi> <where to write>".into());
    };
    let sources = Path::new(&ffi).join("src");
    let mut header = "/* Generated from ffi/src by ffi/header: change it there. */\n\n".to_owned();
    header += &comment(&about(&sources.join("lib.rs"))?);
    header += "\n";
    header += OPENING;
    for section in SECTIONS {
        let source = sources.join(section).with_extension("rs");
        header += "\n";
        header += &comment(&about(&source)?);
        header += "\n";
        header += &declarations(&source)?;
    }
    header += "\n";
    header += CLOSING;
    let (for_c, for_rust) = layout::files(&header)?;
    for (file, text) in
        [("include/dms_rules.h", header), ("include/dms_rules_layout.h", for_c), ("src/layout.rs", for_rust)]
    {
        let file = Path::new(&written).join(file);
        fs::create_dir_all(file.parent().unwrap_or(&file))?;
        fs::write(file, text)?;
    }
    Ok(())
}

/// What a file says of itself: the lines that begin with `//!`.
fn about(source: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let text = fs::read_to_string(source).map_err(|error| format!("{}: {error}", source.display()))?;
    let lines: Vec<_> = text.lines().map_while(|line| line.strip_prefix("//!")).map(|line| in_c(line.trim())).collect();
    if lines.is_empty() { Err(format!("{} says nothing of itself", source.display()).into()) } else { Ok(lines) }
}

fn comment(lines: &[String]) -> String {
    let body: String = lines.iter().map(|line| format!(" * {line}").trim_end().to_owned() + "\n").collect();
    format!("/*\n{body} */\n")
}

/// Names stand between backticks in Rust's documentation and bare in C's.
fn in_c(line: &str) -> String {
    line.replace('`', "")
}

/// The numbers, structs and functions of one file.
fn declarations(source: &Path) -> Result<String, Box<dyn Error>> {
    let mut config = Config {
        language: Language::C,
        // Without tags, so that types are named alike whichever file declares them.
        style: Style::Type,
        documentation: true,
        documentation_style: DocumentationStyle::Doxy,
        documentation_length: DocumentationLength::Full,
        line_endings: LineEndingStyle::LF,
        line_length: 120,
        usize_is_size_t: true,
        no_includes: true,
        ..Config::default()
    };
    config.export.include = TAKEN_ELSEWHERE.iter().map(|name| (*name).to_owned()).collect();
    let mut written = Vec::new();
    Builder::new().with_config(config).with_src(source).generate()?.write(&mut written);
    let lines: Vec<_> = in_c(&String::from_utf8(written)?).trim().lines().map(str::to_owned).collect();
    Ok(constants_together(&tagged(comments_of_one_line(lines))))
}

/// `/**`, one line, `*/` become one line.
fn comments_of_one_line(lines: Vec<String>) -> Vec<String> {
    let mut joined: Vec<String> = Vec::new();
    for line in lines {
        if let [.., opening, said] = joined.as_slice()
            && line.trim() == "*/"
            && opening.trim() == "/**"
        {
            let comment = format!("{} {} */", opening.trim_end(), said.trim().trim_start_matches("* "));
            joined.truncate(joined.len() - 2);
            joined.push(comment);
        } else {
            joined.push(line);
        }
    }
    joined
}

/// Gives each struct a tag of its own name, so that it can be declared ahead.
fn tagged(mut lines: Vec<String>) -> Vec<String> {
    let mut name = String::new();
    for line in lines.iter_mut().rev() {
        if let Some(end) = line.strip_prefix("} ") {
            name = end.trim_end_matches(';').to_owned();
        } else if line == "typedef struct {" {
            *line = format!("typedef struct {name} {{");
        }
    }
    lines
}

/// Leaves no empty line between constants of one kind.
fn constants_together(lines: &[String]) -> String {
    let mut together = String::new();
    for (at, line) in lines.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| kind(&lines[before]));
        let after = lines.get(at + 2).and_then(|after| kind(after));
        if !line.is_empty() || before.is_none() || before != after {
            together += line;
            together += "\n";
        }
    }
    together
}

/// The kind of a constant: its name up to the word that says what its number stands for.
fn kind(line: &str) -> Option<&str> {
    /// What answers are made of; these come last in a name, behind that of the decision.
    const ANSWERS: &[&str] = &["_OUTCOME_", "_COLOUR_", "_ROW_", "_BECAUSE_", "_ADVISORY_"];
    const KINDS: &[&str] = &[
        "_STATUS_",
        "_ERROR_",
        "_TRIGGER_",
        "_POLICY_",
        "_MODE_",
        "_FAULT_",
        "_SOURCE_",
        "_VEHICLE_",
        "_CLASS_",
        "_INTERVALS_",
        "_BOUNDARY_",
        "_CHOICE_",
        "_WINDOW_",
        "_KIND_",
        "_RIGHT_",
        "_ACTION_",
        "_FIELD_",
        "_ORIGIN_",
        "_DRIVER_",
        "_EVENT_",
        "_DOCUMENT_",
        "_TARGET_",
        "_LANGUAGE_",
        "_DECISION_",
    ];
    let name = line.strip_prefix("#define ")?;
    let first = |kinds: &[&str]| {
        let found = kinds.iter().filter_map(|kind| name.find(kind).map(|at| &name[..at + kind.len()]));
        found.min_by_key(|kind| kind.len())
    };
    first(ANSWERS).or_else(|| first(KINDS))
}
