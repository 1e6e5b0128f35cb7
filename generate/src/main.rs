//! Writes everything that is derived from the model: `cargo run -p generate`.
//!
//! `--check` writes nothing and says which file is not as it would be written.

mod c;
mod clients;
mod kotlin;
mod model;
mod name;
mod python;
mod rules;

use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use lexopt::prelude::Long;
use model::Model;
use serde::Deserialize;

/// A file that is generated: where it stands in the repository, and what stands in it.
pub(crate) struct File {
    pub(crate) path: PathBuf,
    pub(crate) text: String,
}

impl File {
    pub(crate) fn new(path: impl Into<PathBuf>, text: String) -> Self {
        Self { path: path.into(), text }
    }

    /// A file of Rust, as rustfmt writes it.
    pub(crate) fn rust(path: impl Into<PathBuf>, text: &str) -> Result<Self, Box<dyn Error>> {
        Ok(Self { path: path.into(), text: formatted(text)? })
    }
}

/// `overrides.toml`.
#[derive(Deserialize)]
struct Overrides {
    c: c::Overrides,
    core: rules::Overrides,
    kotlin: kotlin::Overrides,
    python: python::Overrides,
}

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("generate: {error}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<ExitCode, Box<dyn Error>> {
    let mut check = false;
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("check") => check = true,
            other => return Err(other.unexpected().into()),
        }
    }
    // By way of the text that is published, so that it holds all that a generator needs.
    let model: Model = serde_json::from_str(&dms_rules::model::json::<&str>(&[])?.to_string())?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut stale = Vec::new();
    for file in files(&model, &root)? {
        let path = root.join(&file.path);
        if fs::read_to_string(&path).is_ok_and(|text| text == file.text) {
            continue;
        }
        if check {
            stale.push(file.path);
        } else {
            fs::create_dir_all(path.parent().unwrap_or(&root))?;
            fs::write(path, file.text)?;
            println!("wrote {}", file.path.display());
        }
    }
    for path in &stale {
        println!("{} is not as it is generated; write it with: cargo run -p generate", path.display());
    }
    Ok(if stale.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Everything that is generated.
fn files(model: &Model, root: &Path) -> Result<Vec<File>, Box<dyn Error>> {
    let overrides: Overrides = toml::from_str(include_str!("../overrides.toml"))?;
    let mut files = rules::files(model, &overrides.core)?;
    files.extend(c::files(model, &overrides.c)?);
    files.extend(clients::files(model, root)?);
    files.extend(python::files(model, &overrides.python)?);
    files.extend(kotlin::files(model, &overrides.kotlin)?);
    Ok(files)
}

/// Rust as rustfmt writes it.
fn formatted(text: &str) -> Result<String, Box<dyn Error>> {
    let config = concat!(env!("CARGO_MANIFEST_DIR"), "/../rustfmt.toml");
    let mut rustfmt = Command::new("rustfmt")
        .args(["--edition", "2024", "--config-path", config])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    rustfmt.stdin.take().ok_or("rustfmt takes no text")?.write_all(text.as_bytes())?;
    let output = rustfmt.wait_with_output()?;
    if output.status.success() {
        Ok(String::from_utf8(output.stdout)?)
    } else {
        Err("rustfmt refused what was generated".into())
    }
}
