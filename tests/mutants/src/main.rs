//! Sows mutants in a copy of the core's sources, so that one build serves them all: each mutant stands beside what it
//! mutates, and the environment chooses one when the tests run.
//!
//! cargo-mutants says which mutants the functions have. It sees nothing inside of macros, where the conditions of the
//! tables stand, and knows no constants: those are found here.

mod find;
mod sow;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// A mutant as cargo-mutants lists it.
#[derive(Deserialize)]
struct Listed {
    file: PathBuf,
    genre: String,
    function: Option<Function>,
    replacement: String,
    span: Range,
}

#[derive(Deserialize)]
struct Function {
    function_name: String,
}

#[derive(Deserialize, Clone, Copy)]
struct Range {
    start: Position,
    end: Position,
}

/// Line and column, from 1.
#[derive(Deserialize, Clone, Copy)]
struct Position {
    line: usize,
    column: usize,
}

/// A mutant as the tests are run with it.
#[derive(Serialize)]
struct Mutant {
    /// What it is, the same as long as the code it mutates is.
    id: String,
    file: String,
    line: usize,
    /// The number that chooses it; none where it must be compiled by itself.
    number: Option<u32>,
    /// Whether it stands in a function that may run while the crate compiles, when no number chooses it.
    constant: bool,
    /// Where it stands in the copy, for what the compiler says of it.
    sown: Option<[usize; 2]>,
    /// The bytes of the source that it replaces, and by what.
    start: usize,
    end: usize,
    text: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [root, listed, copy, unfit] = arguments.as_slice() else {
        return Err("usage: dms-rules-mutants ROOT LISTED COPY UNFIT".into());
    };
    let listed: Vec<Listed> = serde_json::from_str(&fs::read_to_string(listed)?)?;
    // Those that do not compile beside what they mutate.
    let unfit: BTreeMap<String, String> = serde_json::from_str(&fs::read_to_string(unfit)?)?;
    let (root, copy) = (Path::new(root), Path::new(copy));
    let mut files = Vec::new();
    sources(&root.join("core/src"), &mut files)?;
    files.sort();
    let mut mutants = Vec::new();
    let mut number = 0;
    for path in files {
        let within = path.strip_prefix(root)?;
        let of_file: Vec<&Listed> = listed.iter().filter(|listed| listed.file == within).collect();
        let source = fs::read_to_string(&path)?;
        let name = within.strip_prefix("core/src")?.to_string_lossy().into_owned();
        let found = find::mutants(&name, &source, &of_file)?;
        let before = mutants.len();
        let text = sow::sow(&source, &name, found, &unfit, &mut number, &mut mutants);
        fs::write(copy.join(within), sow::hooked(&name, text, &mut mutants[before..])?)?;
    }
    println!("{}", serde_json::to_string(&mutants)?);
    Ok(())
}

/// The sources of the core, but for the export, which decides nothing, and for what only the tests of the bindings have it do.
fn sources(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            if path.file_name().is_some_and(|name| name != "export") {
                sources(&path, files)?;
            }
        } else if path.file_name().is_some_and(|name| name != "sown.rs") {
            files.push(path);
        }
    }
    Ok(())
}
