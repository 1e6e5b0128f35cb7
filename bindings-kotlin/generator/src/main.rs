//! Builds the native library and writes the Kotlin that calls it: what Maven runs before it compiles.
//!
//! ```text
//! dms-rules-kotlin-generator <cargo profile> <folder for Kotlin> <folder for the native library>
//! dms-rules-kotlin-generator --sown <folder for a native library that panics where the tests tell it to>
//! ```
//!
//! The library is laid down as `<folder>/<os>-<architecture>/<file name>`, which is where JNA looks for it on the class
//! path.

use std::env::{self, consts};
use std::fs;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use camino::{Utf8Path, Utf8PathBuf};
use serde_json::Value;
use uniffi_bindgen::bindings::{GenerateOptions, TargetLanguage, generate};

/// The crate this generator serves, and the name of its library.
const CRATE: &str = "dms-rules-kotlin";
const LIBRARY: &str = "dms_rules_kotlin";

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    // Of this run, not of the build: checkouts that share a target folder share this program.
    let generator = env::var("CARGO_MANIFEST_DIR").context("the generator is run by cargo")?;
    let binding = Utf8Path::new(&generator).parent().context("the generator lies inside the crate it serves")?;
    match *arguments {
        ["--sown", folder] => lay_down(&build(binding, "dev", &["--features", "sown-panic"])?, Utf8Path::new(folder)),
        [profile, kotlin, native] => {
            let library = build(binding, profile, &[])?;
            write_kotlin(binding, &library, Utf8Path::new(kotlin))?;
            lay_down(&library, &Utf8Path::new(native).join(jna_platform()))
        }
        _ => bail!(
            "usage: dms-rules-kotlin-generator <cargo profile> <folder for Kotlin> <folder for the native library>"
        ),
    }
}

/// Builds the library with cargo, and asks cargo where it put it.
fn build(binding: &Utf8Path, profile: &str, features: &[&str]) -> Result<Utf8PathBuf> {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .args(["build", "--quiet", "--locked", "--message-format=json-render-diagnostics", "--package", CRATE])
        .args(["--profile", profile])
        .args(features)
        .current_dir(binding)
        .stderr(Stdio::inherit())
        .output()
        .context("cargo could not be started")?;
    ensure!(output.status.success(), "cargo could not build {CRATE}");

    let messages = String::from_utf8(output.stdout)?;
    for message in messages.lines() {
        let message: Value = serde_json::from_str(message)?;
        if message["reason"] == "compiler-artifact" && message["target"]["name"] == LIBRARY {
            let files = message["filenames"].as_array().into_iter().flatten();
            let mut libraries = files.filter_map(Value::as_str).filter(|file| file.ends_with(consts::DLL_SUFFIX));
            if let Some(library) = libraries.next() {
                return Ok(Utf8PathBuf::from(library));
            }
        }
    }
    bail!("cargo built {CRATE} but named no file ending in {}", consts::DLL_SUFFIX)
}

/// Generates the bridge into an empty folder, so that nothing of an earlier one is left.
fn write_kotlin(binding: &Utf8Path, library: &Utf8Path, folder: &Utf8Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    generate(GenerateOptions {
        languages: vec![TargetLanguage::Kotlin],
        source: library.to_owned(),
        out_dir: folder.to_owned(),
        config_override: Some(binding.join("uniffi.toml")),
        ..GenerateOptions::default()
    })
}

fn lay_down(library: &Utf8Path, folder: &Utf8Path) -> Result<()> {
    let name = library.file_name().context("a library has a file name")?;
    fs::create_dir_all(folder)?;
    fs::copy(library, folder.join(name)).with_context(|| format!("cannot copy {library} to {folder}"))?;
    Ok(())
}

/// The folder name in which JNA looks for a library of this machine, `linux-x86-64` for instance.
fn jna_platform() -> String {
    let os = match consts::OS {
        "macos" => "darwin",
        "windows" => "win32",
        other => other,
    };
    let architecture = match consts::ARCH {
        "x86_64" => "x86-64",
        "powerpc64" => "ppc64",
        other => other,
    };
    format!("{os}-{architecture}")
}
