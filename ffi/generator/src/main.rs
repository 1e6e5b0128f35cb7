//! Writes the C header of dms-rules and what checks its layout: `dms-rules-header <the folder ffi> <where to write>`.
//!
//! The header reads from top to bottom as the sources do: first what `lib.rs` says of the whole, then file by file the
//! numbers, structs and functions of one decision, below what that file says of itself. `sections`, which is generated
//! with the sources, has the files in the order in which a C compiler must see them.

mod layout;

use std::error::Error;
use std::fs;
use std::path::Path;

use cbindgen::{Builder, Config, DocumentationLength, DocumentationStyle, Language, LineEndingStyle, Style};

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
    for section in fs::read_to_string(Path::new(&ffi).join("generator/sections"))?.lines() {
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
    let lines = text.lines().skip_while(|line| !line.starts_with("//!")).map_while(|line| line.strip_prefix("//!"));
    let lines: Vec<_> = lines.map(|line| in_c(line.trim())).collect();
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
    let text = fs::read_to_string(source)?;
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
    // Also what only functions of other files take.
    let structs = text.lines().filter_map(|line| line.strip_prefix("pub struct ")?.strip_suffix(" {"));
    config.export.include = structs.map(str::to_owned).collect();
    let mut written = Vec::new();
    Builder::new().with_config(config).with_src(source).generate()?.write(&mut written);
    let lines: Vec<_> = in_c(&String::from_utf8(written)?).trim().lines().map(str::to_owned).collect();
    Ok(constants_together(&tagged(comments_of_one_line(lines)), &first_of_each_kind(&text)))
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

/// The constants before which the source has an empty line: those of one kind stand together there.
fn first_of_each_kind(source: &str) -> Vec<&str> {
    let mut first = Vec::new();
    let mut apart = true;
    for line in source.lines() {
        if let Some((name, _)) = line.strip_prefix("pub const ").and_then(|rest| rest.split_once(':')) {
            first.extend(apart.then_some(name));
            apart = false;
        } else if !line.starts_with("///") {
            apart = true;
        }
    }
    first
}

/// Leaves no empty line between constants of one kind.
fn constants_together(lines: &[String], first: &[&str]) -> String {
    let constant =
        |line: &String| line.strip_prefix("#define ").and_then(|rest| rest.split(' ').next()).map(str::to_owned);
    let mut together = String::new();
    for (at, line) in lines.iter().enumerate() {
        let after_constant = at.checked_sub(1).is_some_and(|before| constant(&lines[before]).is_some());
        let next = lines[at..]
            .iter()
            .find_map(constant)
            .filter(|_| lines.get(at + 1).is_some_and(|next| next.starts_with("/**")));
        let goes_on = next.is_some_and(|next| !first.contains(&next.as_str()));
        if !line.is_empty() || !after_constant || !goes_on {
            together += line;
            together += "\n";
        }
    }
    together
}
