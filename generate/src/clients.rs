//! What programs in other languages declare of the C interface, and a program in each that calls every function of it.
//!
//! It is read from the header, where what is written by hand stands beside what the model says: `ffi/header` comes first.

mod every;
mod surface;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use every::Call;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior};
use serde_json::{Value, json};
use surface::{Constant, Kind, Member, Section, Struct, Surface};

use crate::File;
use crate::model::Model;
use crate::name;

/// Each template, and the file that is written from it.
const FILES: &[(&str, &str, &str)] = &[
    ("cobol/dmsrules.cpy", "tests/clients/cobol/dmsrules.cpy", include_str!("../templates/clients/dmsrules.cpy.jinja")),
    ("pascal", "tests/clients/pascal/DmsRules.pas", include_str!("../templates/clients/DmsRules.pas.jinja")),
    ("csharp", "tests/clients/csharp/DmsRules.cs", include_str!("../templates/clients/DmsRules.cs.jinja")),
    ("java", "tests/clients/java/DmsRules.java", include_str!("../templates/clients/DmsRules.java.jinja")),
    ("every.c", "tests/clients/every/every.c", include_str!("../templates/clients/every.c.jinja")),
    ("every.cob", "tests/clients/every/every.cob", include_str!("../templates/clients/every.cob.jinja")),
    ("every.pas", "tests/clients/every/every.pas", include_str!("../templates/clients/every.pas.jinja")),
    ("Every.cs", "tests/clients/every/Every.cs", include_str!("../templates/clients/Every.cs.jinja")),
    ("Every.java", "tests/clients/every/Every.java", include_str!("../templates/clients/Every.java.jinja")),
];

/// The template of a decision's copybook.
const COPYBOOK: &str = include_str!("../templates/clients/decision.cpy.jinja");

pub(crate) fn files(model: &Model, root: &Path) -> Result<Vec<File>, Box<dyn Error>> {
    let mut surface = Surface::read(&fs::read_to_string(root.join("ffi/include/dms_rules.h"))?)?;
    // A library may be built without JSON; these programs do without it.
    surface.sections.retain(|section| section.title != "JSON");
    let calls = every::calls(model, &surface, &root.join("tests/vectors"))?;

    let mut templates = environment()?;
    for (name, _, template) in FILES {
        templates.add_template(name, template)?;
    }
    templates.add_template("decision.cpy", COPYBOOK)?;
    // Where COBOL has each struct.
    let size_of: BTreeMap<_, _> =
        surface.structs().map(|declared| (&*declared.name, cobol_record(&declared.name, &calls))).collect();
    let all = json!({
        "sections": surface.sections,
        "structs": surface.structs().collect::<Vec<_>>(),
        "plain_structs": surface.structs().filter(|each| each.plain).map(|each| &each.name).collect::<Vec<_>>(),
        "statuses": numbers(&surface, "DMS_STATUS_"),
        "decisions": numbers(&surface, "DMS_DECISION_"),
        "languages": numbers(&surface, "DMS_LANGUAGE_"),
        "texts": calls.iter().map(|call| call.texts.len()).max().unwrap_or(0),
        "size_of": size_of,
        "calls": calls,
    });
    let mut files = Vec::new();
    for (name, path, _) in FILES {
        let text = templates.get_template(name)?.render(Serde(&all))?;
        files.push(File { path: (*path).into(), text });
    }
    for section in &surface.sections {
        if let Some((name, copybook)) = copybook(&surface, section) {
            let text = templates.get_template("decision.cpy")?.render(Serde(&copybook))?;
            files.push(File { path: format!("tests/clients/cobol/{name}.cpy").into(), text });
        }
    }
    Ok(files)
}

/// The constants that begin so.
fn numbers<'a>(surface: &'a Surface, prefix: &str) -> Vec<&'a Constant> {
    surface.constants().filter(|constant| constant.name.starts_with(prefix)).collect()
}

/// The name of a decision's copybook and what stands in it; nothing for a part of the header that is no decision's.
fn copybook(surface: &Surface, section: &Section) -> Option<(String, Value)> {
    let decision = section.functions.iter().find(|function| !function.is_batch())?;
    let (facts, result) = decision.decides()?;
    let (facts, result) = (surface.find(facts).ok()?, surface.find(result).ok()?);
    let name = facts.name.strip_prefix("dms_")?.strip_suffix("_facts")?.replace('_', "-");
    let functions = section.functions.iter().filter(|function| !function.is_batch()).map(|function| &function.name);
    let part = |of: &Struct| json!({ "about": of.about, "members": of.members });
    let copybook = json!({
        "title": section.title,
        "functions": functions.collect::<Vec<_>>(),
        "facts": part(facts),
        "result": part(result),
    });
    Some((name, copybook))
}

fn environment() -> Result<Environment<'static>, Box<dyn Error>> {
    let mut templates = Environment::new();
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build()?;
    templates.set_syntax(syntax);
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    // dms_booking_issue_facts as BookingIssueFacts, and the parts of a path each by itself.
    templates.add_filter("camel", |text: &str| name::camel(&bare(text).to_lowercase()));
    templates.add_filter("bare", |text: &str| bare(text).to_owned());
    templates.add_filter("shouting", |text: &str| text.to_uppercase());
    templates.add_filter("cobol", |text: &str| text.replace(['_', '.'], "-").to_uppercase());
    templates.add_filter("pascal", pascal);
    templates.add_filter("sentence", sentence);
    templates.add_filter("note", note);
    templates.add_filter("javadoc", javadoc);
    templates.add_function("item", |prefix: &str, member: Serde<Member>| item(prefix, &member));
    templates
        .add_function("value", |name: &str, value: u64| declared("           88  ", name, &format!("VALUE {value}")));
    templates
        .add_function("constant", |name: &str, value: u64| declared("       78  ", name, &format!("VALUE {value}")));
    Ok(templates)
}

/// A name of C without what all of them begin with.
fn bare(name: &str) -> &str {
    name.strip_prefix("dms_").or_else(|| name.strip_prefix("DMS_")).unwrap_or(name)
}

/// The name of a member in Pascal; a word of the language gets its mark.
fn pascal(member: &str) -> String {
    let name = name::camel(member);
    if ["to", "end"].contains(&member) { format!("&{name}") } else { name }
}

/// The first sentence of a comment.
fn sentence(text: &str) -> String {
    match text.find(". ") {
        Some(at) => text[..=at].to_owned(),
        None => text.to_owned(),
    }
}

/// A member in COBOL.
fn item(prefix: &str, member: &Member) -> String {
    let picture = match &member.of {
        Kind::Int32 => "PIC S9(9)  COMP-5".to_owned(),
        Kind::Uint32 => "PIC 9(9)   COMP-5".to_owned(),
        Kind::Int64 => "PIC S9(18) COMP-5".to_owned(),
        Kind::Size => "PIC 9(18)  COMP-5".to_owned(),
        Kind::Text => "POINTER".to_owned(),
        Kind::Chars { count } => format!("PIC X({count})"),
        Kind::Uint32s { count } => format!("PIC 9(9)   COMP-5 OCCURS {count}"),
        Kind::Struct { size, .. } => format!("PIC X({size})"),
    };
    declared("           05  ", &format!("{prefix}-{}", member.name.replace('_', "-").to_uppercase()), &picture)
}

/// An entry of COBOL, on a second line where its name leaves no room.
fn declared(level: &str, name: &str, clause: &str) -> String {
    let head = format!("{level}{name}");
    if head.len() < 39 { format!("{head:<39}{clause}.\n") } else { format!("{head}\n{:39}{clause}.\n", "") }
}

/// What is as long in COBOL as this struct.
fn cobol_record(name: &str, calls: &[Call]) -> String {
    let of = calls.iter().find_map(|call| {
        let part = if call.facts == name {
            "FACTS"
        } else if call.result == name {
            "RESULT"
        } else {
            return None;
        };
        Some(format!("{}-{part}", call.prefix))
    });
    of.unwrap_or_else(|| name.replace('_', "-").to_uppercase())
}

/// A comment, each of its lines behind `prefix`; nothing where nothing is said.
fn note(text: &str, prefix: &str, width: Option<usize>) -> String {
    lines(text, width.unwrap_or(120) - prefix.chars().count()).iter().map(|line| format!("{prefix}{line}\n")).collect()
}

/// A comment for javadoc.
fn javadoc(text: &str, indent: &str) -> String {
    let one = format!("{indent}/** {text} */\n");
    if one.trim_end().chars().count() <= 120 {
        return one;
    }
    format!("{indent}/**\n{}{indent} */\n", note(text, &format!("{indent} * "), None))
}

/// A text in lines of at most so many characters.
fn lines(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{javadoc, note, pascal};

    #[test]
    fn comments_keep_to_their_width() {
        assert_eq!(note("one two three", "// ", Some(10)), "// one two\n// three\n");
        assert_eq!(javadoc("Yes or no.", "    "), "    /** Yes or no. */\n");
        assert!(javadoc(&"word ".repeat(40), "  ").lines().all(|line| line.len() <= 120));
    }

    #[test]
    fn words_of_pascal_are_marked() {
        assert_eq!((pascal("to"), pascal("has_offset")), ("&To".to_owned(), "HasOffset".to_owned()));
    }
}
