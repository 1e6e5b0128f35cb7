//! The Python binding: the functions in Rust, the classes and enums in Python, the stubs, and the lists of all of them.

mod class;
mod function;
mod layout;
mod native;
mod prose;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use serde::Deserialize;
use serde_json::json;

use crate::File;
use crate::model::{Decision, Domain, Field, Model, Type};

/// The exceptions that the model does not know; each is explained where it stands, in `overrides.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Overrides {
    /// Facts of another decision that stand as one field of the Rust struct, by decision.
    #[serde(default)]
    nested: BTreeMap<String, Nested>,
    /// Parts of an outcome that the Rust type answers by a method, by record.
    #[serde(default)]
    methods: BTreeMap<String, Vec<String>>,
    /// Where Rust finds a type that is declared in a private module, by id.
    #[serde(default)]
    paths: BTreeMap<String, String>,
    /// Unions that check their own parts when they are made, by id.
    #[serde(default)]
    checked: BTreeMap<String, Checked>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Nested {
    field: String,
    of: String,
}

/// `new` takes the kind of the union, then its parts as far as they are given.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Checked {
    kind: String,
    parts: Vec<String>,
}

const PACKAGE: &str = "bindings-python/python/dms_rules";

/// Everything that is generated for Python.
pub(crate) fn files(model: &Model, overrides: &Overrides) -> Result<Vec<File>, Box<dyn Error>> {
    let binding = Binding { model, overrides, templates: templates()? };
    let mut files = Vec::new();
    for domain in &model.domains {
        let name = &domain.id;
        files.push(File::new(format!("{PACKAGE}/{name}.py"), binding.module(domain)?));
        files.push(File::new(format!("{PACKAGE}/_native/{name}.pyi"), binding.stub(domain)?));
        files.push(File::rust(format!("bindings-python/src/generated/{name}.rs"), &binding.native(domain)?)?);
    }
    files.push(File::new(format!("{PACKAGE}/__init__.py"), binding.package()?));
    files.push(File::new(format!("{PACKAGE}/_native/__init__.pyi"), binding.rendered("native.pyi")?));
    files.push(File::new(format!("{PACKAGE}/_error_code.py"), binding.error_codes()?));
    files.push(File::rust("bindings-python/src/generated/mod.rs", &binding.rendered("mod.rs")?)?);
    Ok(files)
}

fn templates() -> Result<Environment<'static>, Box<dyn Error>> {
    let mut templates = Environment::new();
    let mut syntax = SyntaxConfig::builder();
    syntax.trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true);
    templates.set_syntax(syntax.build()?);
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    templates.set_auto_escape_callback(|_| AutoEscape::None);
    templates.add_template("module.py", include_str!("../../templates/python/module.py.jinja"))?;
    templates.add_template("stub.pyi", include_str!("../../templates/python/stub.pyi.jinja"))?;
    templates.add_template("domain.rs", include_str!("../../templates/python/domain.rs.jinja"))?;
    templates.add_template("mod.rs", include_str!("../../templates/python/mod.rs.jinja"))?;
    templates.add_template("package.py", include_str!("../../templates/python/package.py.jinja"))?;
    templates.add_template("native.pyi", include_str!("../../templates/python/native.pyi.jinja"))?;
    templates.add_template("error_code.py", include_str!("../../templates/python/error_code.py.jinja"))?;
    Ok(templates)
}

/// The model as Python sees it.
struct Binding<'a> {
    model: &'a Model,
    overrides: &'a Overrides,
    templates: Environment<'static>,
}

impl<'a> Binding<'a> {
    fn decisions(&self, domain: &'a Domain) -> impl Iterator<Item = &'a Decision> {
        self.model.decisions.iter().filter(move |decision| decision.domain == domain.id)
    }

    fn render(&self, template: &str, said: &serde_json::Value) -> Result<String, minijinja::Error> {
        self.templates.get_template(template)?.render(Serde(said))
    }

    /// A template that names no more than the domains.
    fn rendered(&self, template: &str) -> Result<String, Box<dyn Error>> {
        let domains: Vec<_> = self.model.domains.iter().map(|domain| &domain.id).collect();
        let mut sorted = domains.clone();
        sorted.sort();
        Ok(self.render(template, &json!({ "domains": domains, "sorted": sorted }))?)
    }

    fn error_codes(&self) -> Result<String, Box<dyn Error>> {
        let values: Vec<_> =
            self.model.error_codes.iter().map(|code| class::Member::of(&code.id, &code.about)).collect();
        Ok(self.render("error_code.py", &json!({ "values": values }))?)
    }

    fn package(&self) -> Result<String, Box<dyn Error>> {
        const ROOM: usize = 50;
        let mut table = Vec::new();
        for domain in &self.model.domains {
            let names: Vec<_> = self.decisions(domain).map(|each| format!("`{}`", identifier(&each.name))).collect();
            let country = domain.country.as_deref().map_or("", country);
            for (place, line) in prose::wrapped(&names.join(", "), ROOM, ROOM).into_iter().enumerate() {
                let (module, country) =
                    if place == 0 { (format!("`{}`", domain.id), country) } else { Default::default() };
                table.push(format!("{module:<16}  {line:<ROOM$}  {country}").trim_end().to_owned());
            }
        }
        let mut domains: Vec<_> = self.model.domains.iter().map(|domain| &domain.id).collect();
        domains.sort();
        let imports = layout::import("dms_rules", &domains);
        let mut all: Vec<_> = CLASSES.into_iter().map(str::to_owned).collect();
        let mut names: Vec<_> = FUNCTIONS.into_iter().chain(domains.iter().map(|domain| domain.as_str())).collect();
        names.sort_unstable();
        all.extend(names.into_iter().map(str::to_owned));
        Ok(self.render("package.py", &json!({ "table": table, "imports": imports, "all": all }))?)
    }

    /// What is said of a domain beyond its first line: examples mostly, which tests run.
    fn further(&self, domain: &Domain) -> Result<String, Box<dyn Error>> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("templates/python/modules/{}.txt", domain.id));
        Ok(if path.exists() { fs::read_to_string(path)?.trim_end().to_owned() } else { String::new() })
    }

    /// The name of a type's class, and what it is within the domain.
    fn name_of(&self, of: &Type) -> Option<&'a str> {
        match of {
            Type::Enum { of } | Type::Set { of } => Some(&self.model.enumeration(of).name),
            Type::Record { of } => Some(&self.model.record(of).name),
            Type::Union { of } => Some(&self.model.union(of).name),
            _ => None,
        }
    }

    /// A type as Python annotates it: `set` and `list` say what stands for a set and for a list.
    fn annotation(&self, of: &Type, time: &Time, set: &str, list: (&str, &str)) -> String {
        match of {
            Type::Boolean => "bool".to_owned(),
            Type::Integer { .. } | Type::OdometerReading { .. } | Type::Cents { .. } => "int".to_owned(),
            Type::Text | Type::Vin | Type::EnterpriseNumber | Type::Reason { .. } | Type::Advisory { .. } => {
                "str".to_owned()
            }
            Type::Date => time.of("date"),
            Type::TimeOfDay => time.of("time"),
            Type::WallClock | Type::Time | Type::Latest => time.of("datetime"),
            Type::Enum { .. } | Type::Record { .. } | Type::Union { .. } => {
                self.name_of(of).unwrap_or_default().to_owned()
            }
            Type::Set { .. } => format!("{set}[{}]", self.name_of(of).unwrap_or_default()),
            Type::List { items, .. } => format!("{}[{}{}]", list.0, self.annotation(items, time, set, list), list.1),
        }
    }
}

/// Whether classes of the module `datetime` are named with it: where a field is called as one of them, they must be.
struct Time {
    qualified: bool,
}

impl Time {
    fn of(&self, class: &str) -> String {
        if self.qualified { format!("datetime.{class}") } else { class.to_owned() }
    }
}

const CLASSES: [&str; 6] = ["DecidedTable", "Decision", "ErrorCode", "InternalError", "Language", "Refusal"];
const FUNCTIONS: [&str; 7] =
    ["decide_batch", "decisions", "describe", "evaluate", "evaluate_json", "explain", "schema"];

/// A name of the model as Python spells it: its own words end with an underscore.
fn identifier(name: &str) -> String {
    const WORDS: [&str; 32] = [
        "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
        "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass",
        "raise", "return", "try", "while", "with", "yield",
    ];
    if WORDS.contains(&name) { format!("{name}_") } else { name.to_owned() }
}

fn country(code: &str) -> &str {
    match code {
        "AT" => "Austria",
        "BE" => "Belgium",
        "NL" => "Netherlands",
        other => other,
    }
}

/// What stands for an amount beside its cents: the same fact in euros.
fn euros(field: &Field) -> Option<&str> {
    matches!(field.of, Type::Cents { .. }).then(|| field.name.strip_suffix("_cents")).flatten()
}

/// Whether the rule's limits of a number are narrower than those of its type.
fn is_limited(of: &Type) -> bool {
    let Type::Integer { bits, signed, minimum, maximum, .. } = of else { return false };
    let (least, most) = match (bits, signed) {
        (64, _) => (i64::MIN, i64::MAX),
        (bits, true) => (-(1 << (bits - 1)), (1 << (bits - 1)) - 1),
        (bits, false) => (0, (1 << bits) - 1),
    };
    (*minimum, *maximum) != (least, most)
}
