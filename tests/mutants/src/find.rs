//! Finds the mutants of one source.

use std::collections::BTreeMap;
use std::error::Error;
use std::ops::Range;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{BinOp, Expr, Lit, Pat, Token, UnOp};

use crate::Listed;

/// One mutant, before it has a number.
pub struct Found {
    /// What it is.
    pub id: String,
    /// The bytes that it replaces, and by what.
    pub edit: (Range<usize>, String),
    /// Whether it stands in a function that may run while the crate compiles.
    pub constant: bool,
    /// How it stands beside what it mutates; none where that runs while the crate compiles.
    pub site: Option<Site>,
}

/// Where and how a mutant is sown.
pub enum Site {
    /// In place of the expression with these bytes: this one.
    Instead(Range<usize>, String),
    /// At the beginning of a function's body: it returns this.
    Returns(usize, String),
    /// Behind the pattern of an arm, which has no guard: the arm does not match.
    Unmatched(usize),
}

/// The names that compare or combine, each with what it is mistaken for.
const METHODS: &[(&str, &str)] = &[
    ("is_some", "is_none"),
    ("is_some_and", "is_none_or"),
    ("any", "all"),
    ("min", "max"),
    ("min_by_key", "max_by_key"),
    ("first", "last"),
];

/// All mutants of a source: those that cargo-mutants lists, and what it does not see.
pub fn mutants(name: &str, source: &str, listed: &[&Listed]) -> Result<Vec<Found>, Box<dyn Error>> {
    let lines: Vec<usize> = std::iter::once(0).chain(source.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let offset = |position: crate::Position| {
        let line = lines[position.line - 1];
        let ahead = source[line..].chars().take(position.column - 1).map(char::len_utf8).sum::<usize>();
        line + ahead
    };
    let mut by_place: BTreeMap<usize, Vec<&Listed>> = BTreeMap::new();
    for mutant in listed {
        by_place.entry(offset(mutant.span.start)).or_default().push(mutant);
    }
    let mut finder = Finder {
        name,
        source,
        listed: by_place,
        found: Vec::new(),
        within: Vec::new(),
        compiling: 0,
        constant: 0,
        macros: 0,
    };
    finder.visit_file(&syn::parse_file(source)?);
    // What was not met again is compiled by itself.
    for mutant in std::mem::take(&mut finder.listed).into_values().flatten() {
        let range = offset(mutant.span.start)..offset(mutant.span.end);
        let of = mutant.function.as_ref().map_or("", |function| &function.function_name);
        let id = format!("{of}: {} becomes {}", quoted(&source[range.clone()]), quoted(&mutant.replacement));
        finder.found.push(Found { id, edit: (range, mutant.replacement.clone()), constant: false, site: None });
    }
    let mut found = finder.found;
    found.sort_by_key(|mutant| mutant.edit.0.start);
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for mutant in &mut found {
        mutant.id = format!("{name} {}", mutant.id);
        let times = seen.entry(mutant.id.clone()).or_default();
        *times += 1;
        if *times > 1 {
            mutant.id = format!("{} ({times})", mutant.id);
        }
    }
    Ok(found)
}

struct Finder<'a> {
    name: &'a str,
    source: &'a str,
    /// The mutants that cargo-mutants lists and that were not met yet, by the byte where they begin.
    listed: BTreeMap<usize, Vec<&'a Listed>>,
    found: Vec<Found>,
    /// The names of what is being walked.
    within: Vec<String>,
    /// How many constants, or functions that run while the crate compiles, are being walked.
    compiling: usize,
    /// How many functions that may run while the crate compiles.
    constant: usize,
    /// How many macros, of which cargo-mutants sees nothing.
    macros: usize,
}

impl Finder<'_> {
    fn text(&self, range: &Range<usize>) -> &str {
        &self.source[range.clone()]
    }

    fn of(&self, node: &impl Spanned) -> Range<usize> {
        node.span().byte_range()
    }

    fn name(&self) -> String {
        self.within.join("::")
    }

    /// A mutant of an expression.
    fn instead(&mut self, range: Range<usize>, text: String) {
        let id = format!("{}: {} becomes {}", self.name(), quoted(self.text(&range)), quoted(&text));
        self.push(id, (range.clone(), text.clone()), Site::Instead(range, text));
    }

    fn push(&mut self, id: String, edit: (Range<usize>, String), site: Site) {
        let site = (self.compiling == 0).then_some(site);
        self.found.push(Found { id, edit, constant: self.constant > 0, site });
    }

    /// What cargo-mutants lists of one kind at a place.
    fn take(&mut self, at: usize, genre: &str) -> Vec<String> {
        let Some(here) = self.listed.get_mut(&at) else { return Vec::new() };
        let (taken, left): (Vec<_>, Vec<_>) =
            std::mem::take(here).into_iter().partition(|listed| listed.genre == genre);
        *here = left;
        taken.into_iter().map(|listed| listed.replacement.clone()).collect()
    }

    fn function(&mut self, name: String, constant: bool, block: &syn::Block, walk: impl FnOnce(&mut Self)) {
        self.within.push(name);
        // Those of the tables run while the crate compiles, all others when facts are decided.
        let compiling = constant && self.name == "table.rs";
        self.compiling += usize::from(compiling);
        self.constant += usize::from(constant);
        if let Some(first) = block.stmts.first() {
            let at = self.of(first).start;
            let whole = at..self.of(block).end - 1;
            for replacement in self.take(at, "FnValue") {
                let id = format!("{} returns {}", self.name(), quoted(&replacement));
                if replacement.contains("::std::iter::") {
                    // A function that returns some iterator returns one type.
                    self.found.push(Found { id, edit: (whole.clone(), replacement), constant: false, site: None });
                } else {
                    self.push(id, (whole.clone(), replacement.clone()), Site::Returns(at, replacement));
                }
            }
        }
        walk(self);
        self.compiling -= usize::from(compiling);
        self.constant -= usize::from(constant);
        self.within.pop();
    }

    fn constant(&mut self, name: String, walk: impl FnOnce(&mut Self)) {
        self.within.push(name);
        self.compiling += 1;
        walk(self);
        self.compiling -= 1;
        self.within.pop();
    }

    fn binary(&mut self, binary: &syn::ExprBinary) {
        let (left, right) = (self.of(&binary.left), self.of(&binary.right));
        let range = left.start..right.end;
        let at = self.of(&binary.op).start;
        let operators = if self.macros > 0 {
            mistaken(&binary.op).iter().map(|&other| other.to_owned()).collect()
        } else {
            self.take(at, "BinaryOperator")
        };
        let chain = has_let(&binary.left) || has_let(&binary.right);
        for other in operators {
            let text = format!("{} {other} {}", self.text(&left), self.text(&right));
            if chain {
                let id = format!("{}: {} becomes {}", self.name(), quoted(self.text(&range)), quoted(&text));
                self.found.push(Found { id, edit: (range.clone(), text), constant: false, site: None });
            } else {
                self.instead(range.clone(), text);
            }
        }
        if !chain && matches!(binary.op, BinOp::And(_) | BinOp::Or(_)) {
            for operand in [left, right] {
                let text = self.text(&operand).to_owned();
                self.instead(range.clone(), text);
            }
        }
    }

    fn literal(&mut self, literal: &syn::ExprLit) {
        let range = self.of(literal);
        match &literal.lit {
            Lit::Int(number) => {
                let Ok(value) = number.base10_parse::<u64>() else { return };
                let suffix = number.suffix();
                self.instead(range.clone(), format!("{}{suffix}", value + 1));
                if let Some(less) = value.checked_sub(1) {
                    self.instead(range, format!("{less}{suffix}"));
                }
            }
            Lit::Bool(value) => self.instead(range, (!value.value).to_string()),
            // A sentence is for people; names of fields, decisions and values are one word.
            Lit::Str(text) if !text.value().contains(' ') => self.instead(range, "\"xyzzy\"".to_owned()),
            _ => {}
        }
    }

    fn arms(&mut self, expression: &syn::ExprMatch) {
        let bodies: Vec<Range<usize>> = expression.arms.iter().map(|arm| self.of(&arm.body)).collect();
        for (place, arm) in expression.arms.iter().enumerate() {
            let range = self.of(arm);
            let pattern = self.of(&arm.pat);
            let shown = quoted(self.text(&pattern));
            for _ in self.take(range.start, "MatchArm") {
                let id = format!("{}: the arm {shown} is left out", self.name());
                let site = match arm_guard(arm) {
                    Some(guard) => Site::Instead(self.of(guard), "false".to_owned()),
                    None => Site::Unmatched(pattern.end),
                };
                self.push(id, (range.clone(), String::new()), site);
            }
            if let Some(guard) = arm_guard(arm) {
                let guard = self.of(guard);
                for replacement in self.take(guard.start, "MatchArmGuard") {
                    self.instead(guard.clone(), replacement);
                }
            }
            let (body, next) = (&bodies[place], &bodies[(place + 1) % bodies.len()]);
            if self.text(body) != self.text(next) {
                let text = self.text(next).to_owned();
                let id = format!("{}: the arm {shown} gives {}", self.name(), quoted(&text));
                self.push(id, (body.clone(), text.clone()), Site::Instead(body.clone(), text));
            }
        }
    }

    fn call(&mut self, call: &syn::ExprMethodCall) {
        let method = call.method.to_string();
        let pairs = METHODS.iter().flat_map(|&(one, other)| [(one, other), (other, one)]);
        for (_, other) in pairs.filter(|(name, _)| *name == method) {
            let (range, name) = (self.of(call), self.of(&call.method));
            let text = format!("{}{other}{}", &self.source[range.start..name.start], &self.source[name.end..range.end]);
            self.instead(range, text);
        }
    }

    /// `matches!(value, one | other)`: the opposite, and each alternative left out.
    fn matching(&mut self, range: Range<usize>, tokens: TokenStream) {
        let parse = |input: ParseStream| -> syn::Result<(Expr, Pat, Option<Expr>)> {
            let value = input.parse()?;
            input.parse::<Token![,]>()?;
            let pattern = Pat::parse_multi_with_leading_vert(input)?;
            let guard = if input.parse::<Option<Token![if]>>()?.is_some() { Some(input.parse()?) } else { None };
            input.parse::<Option<Token![,]>>()?;
            Ok((value, pattern, guard))
        };
        let Ok((value, pattern, guard)) = parse.parse2(tokens) else { return };
        let opposite = format!("!{}", self.text(&range));
        self.instead(range.clone(), opposite);
        if let Pat::Or(alternatives) = &pattern {
            let whole = self.of(&pattern);
            let cases: Vec<Range<usize>> = alternatives.cases.iter().map(|case| self.of(case)).collect();
            for left_out in 0..cases.len() {
                let kept = cases.iter().enumerate().filter(|(place, _)| *place != left_out);
                let kept: Vec<&str> = kept.map(|(_, case)| self.text(case)).collect();
                let text = format!(
                    "{}{}{}",
                    &self.source[range.start..whole.start],
                    kept.join(" | "),
                    &self.source[whole.end..range.end]
                );
                self.instead(range.clone(), text);
            }
        }
        self.macros += 1;
        self.visit_expr(&value);
        if let Some(guard) = guard {
            self.visit_expr(&guard);
        }
        self.macros -= 1;
    }

    /// The questions of a table: what stands in `given` and `conditions`.
    fn table(&mut self, tokens: TokenStream) -> syn::Result<()> {
        self.macros += 1;
        let mut section = String::new();
        for token in tokens {
            match token {
                TokenTree::Ident(word) if word == "given" || word == "conditions" => section = word.to_string(),
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                    match std::mem::take(&mut section).as_str() {
                        "given" => {
                            self.within.push("given".to_owned());
                            for statement in syn::Block::parse_within.parse2(group.stream())? {
                                self.visit_stmt(&statement);
                            }
                            self.within.pop();
                        }
                        "conditions" => {
                            for (condition, question) in conditions.parse2(group.stream())? {
                                self.within.push(format!("condition {condition}"));
                                let range = self.of(&question);
                                self.instead(range.clone(), "true".to_owned());
                                self.instead(range, "false".to_owned());
                                self.visit_expr(&question);
                                self.within.pop();
                            }
                        }
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        self.macros -= 1;
        Ok(())
    }
}

/// `name = question, feel "…";`, many of them.
fn conditions(input: ParseStream) -> syn::Result<Vec<(syn::Ident, Expr)>> {
    let mut found = Vec::new();
    while !input.is_empty() {
        let name = input.parse()?;
        input.parse::<Token![=]>()?;
        found.push((name, input.parse()?));
        if input.parse::<Option<Token![,]>>()?.is_some() {
            input.parse::<syn::Ident>()?;
            input.parse::<Lit>()?;
        }
        input.parse::<Token![;]>()?;
    }
    Ok(found)
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        if !for_tests(&module.attrs) {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        let name = self.of(&*item.self_ty);
        let name = self.text(&name).to_owned();
        self.within.push(name);
        visit::visit_item_impl(self, item);
        self.within.pop();
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        self.within.push(item.ident.to_string());
        visit::visit_item_trait(self, item);
        self.within.pop();
    }

    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        let name = function.sig.ident.to_string();
        let constant = function.sig.constness.is_some();
        self.function(name, constant, &function.block, |finder| visit::visit_item_fn(finder, function));
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        let name = function.sig.ident.to_string();
        let constant = function.sig.constness.is_some();
        self.function(name, constant, &function.block, |finder| visit::visit_impl_item_fn(finder, function));
    }

    fn visit_item_const(&mut self, item: &'ast syn::ItemConst) {
        self.constant(item.ident.to_string(), |finder| visit::visit_item_const(finder, item));
    }

    fn visit_impl_item_const(&mut self, item: &'ast syn::ImplItemConst) {
        self.constant(item.ident.to_string(), |finder| visit::visit_impl_item_const(finder, item));
    }

    fn visit_item_static(&mut self, item: &'ast syn::ItemStatic) {
        self.constant(item.ident.to_string(), |finder| visit::visit_item_static(finder, item));
    }

    // Types, patterns and attributes have no mutants.
    fn visit_type(&mut self, _: &'ast syn::Type) {}
    fn visit_pat(&mut self, _: &'ast Pat) {}
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
    fn visit_generics(&mut self, _: &'ast syn::Generics) {}

    fn visit_expr_repeat(&mut self, repeat: &'ast syn::ExprRepeat) {
        self.visit_expr(&repeat.expr);
    }

    fn visit_expr_binary(&mut self, binary: &'ast syn::ExprBinary) {
        self.binary(binary);
        visit::visit_expr_binary(self, binary);
    }

    fn visit_expr_unary(&mut self, unary: &'ast syn::ExprUnary) {
        let range = self.of(unary);
        let operand = self.of(&*unary.expr);
        let listed = !self.take(range.start, "UnaryOperator").is_empty();
        if listed || self.macros > 0 && matches!(unary.op, UnOp::Not(_) | UnOp::Neg(_)) {
            let text = self.text(&operand).to_owned();
            self.instead(range, text);
        }
        visit::visit_expr_unary(self, unary);
    }

    fn visit_expr_lit(&mut self, literal: &'ast syn::ExprLit) {
        self.literal(literal);
    }

    fn visit_expr_match(&mut self, expression: &'ast syn::ExprMatch) {
        self.arms(expression);
        visit::visit_expr_match(self, expression);
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        if let Some(guard) = arm_guard(arm) {
            self.visit_expr(guard);
        }
        self.visit_expr(&arm.body);
    }

    fn visit_expr_range(&mut self, range: &'ast syn::ExprRange) {
        if let Some(end) = &range.end {
            let start = range.start.as_ref().map(|start| self.of(&**start));
            let (whole, end) = (self.of(range), self.of(&**end));
            let from = start.map_or("", |start| &self.source[start]).to_owned();
            let other = if matches!(range.limits, syn::RangeLimits::Closed(_)) { ".." } else { "..=" };
            let text = format!("{from}{other}{}", self.text(&end));
            // The two are of two types: one cannot stand beside the other.
            let id = format!("{}: {} becomes {}", self.name(), quoted(self.text(&whole)), quoted(&text));
            self.found.push(Found { id, edit: (whole, text), constant: false, site: None });
        }
        visit::visit_expr_range(self, range);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        self.call(call);
        if call.method == "expect" {
            return self.visit_expr(&call.receiver);
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        // What a refusal says to a person is no rule: its code and its field are.
        let told = matches!(&*call.func, Expr::Path(path) if path.path.segments.iter().map(|part| part.ident.to_string()).eq(["Error", "new"]));
        self.visit_expr(&call.func);
        for (place, argument) in call.args.iter().enumerate() {
            if !(told && place == 2) {
                self.visit_expr(argument);
            }
        }
    }

    fn visit_expr_struct(&mut self, record: &'ast syn::ExprStruct) {
        // Texts and sources are for people too.
        let prose = ["Text", "Source", "Manual"];
        if record.path.segments.last().is_some_and(|part| prose.iter().any(|name| part.ident == name)) {
            return;
        }
        visit::visit_expr_struct(self, record);
    }

    fn visit_field_value(&mut self, field: &'ast syn::FieldValue) {
        if !matches!(&field.member, syn::Member::Named(name) if name == "where_read" || name == "expected") {
            visit::visit_field_value(self, field);
        }
    }

    fn visit_expr_macro(&mut self, call: &'ast syn::ExprMacro) {
        if call.mac.path.is_ident("matches") {
            let range = self.of(call);
            self.matching(range, call.mac.tokens.clone());
        }
    }

    fn visit_item_macro(&mut self, item: &'ast syn::ItemMacro) {
        if item.mac.path.segments.last().is_some_and(|part| part.ident == "decision_table") {
            let found = self.table(item.mac.tokens.clone());
            found.expect("a decision table is read as its macro reads it");
        }
    }
}

fn arm_guard(arm: &syn::Arm) -> Option<&Expr> {
    match &arm.pat {
        Pat::Guard(pattern) => Some(&pattern.guard),
        _ => None,
    }
}

fn for_tests(attributes: &[syn::Attribute]) -> bool {
    let test = |attribute: &syn::Attribute| {
        attribute.path().is_ident("cfg") && attribute.parse_args::<syn::Ident>().is_ok_and(|name| name == "test")
    };
    attributes.iter().any(test)
}

/// A chain of `let` cannot stand in parentheses.
fn has_let(expression: &Expr) -> bool {
    match expression {
        Expr::Let(_) => true,
        Expr::Binary(binary) => has_let(&binary.left) || has_let(&binary.right),
        _ => false,
    }
}

/// What cargo-mutants makes of an operator outside of macros.
fn mistaken(operator: &BinOp) -> &'static [&'static str] {
    match operator {
        BinOp::Eq(_) => &["!="],
        BinOp::Ne(_) => &["=="],
        BinOp::And(_) => &["||"],
        BinOp::Or(_) => &["&&"],
        BinOp::Lt(_) => &["==", ">", "<="],
        BinOp::Gt(_) => &["==", "<", ">="],
        BinOp::Le(_) => &[">"],
        BinOp::Ge(_) => &["<"],
        BinOp::Add(_) => &["-", "*"],
        BinOp::Sub(_) => &["+", "/"],
        BinOp::Mul(_) => &["+", "/"],
        BinOp::Div(_) => &["%", "*"],
        BinOp::Rem(_) => &["/", "+"],
        _ => &[],
    }
}

/// A piece of code in one line, its middle left out where it is long.
fn quoted(code: &str) -> String {
    const LONGEST: usize = 100;
    let line = code.split_whitespace().collect::<Vec<_>>().join(" ");
    let chars: Vec<char> = line.chars().collect();
    if chars.len() <= LONGEST {
        return format!("`{line}`");
    }
    let (start, end): (String, String) =
        (chars[..LONGEST / 2].iter().collect(), chars[chars.len() - LONGEST / 2..].iter().collect());
    format!("`{start} … {end}`")
}
