//! A decision table as a model in DMN 1.3, the notation that analysts draw and rule engines run.
//!
//! Each condition is there under its id: a boolean input or, where the table says in FEEL what it asks, a decision that
//! follows from the facts, which are then the inputs; a condition that is named like a fact but says something else is
//! `…_holds`. What several tables say in FEEL is a function, a business knowledge model. The decisions are named after the
//! table (`okr.option` becomes `okr_option`, because a dot in FEEL is a path):
//! * a FIRST table: `okr_option`, a table with the outputs `outcome` and `row`, and `okr_option_because`, a table that lists
//!   the conditions that the row names and that hold;
//! * a COLLECT table: `car_pass_enrolment_reasons`, a table that lists every reason that holds, and `car_pass_enrolment`,
//!   the outcome that follows from whether any does;
//! * `…_advisories`, a table of its own, wherever there are advisories.
//!
//! A table asks only for the conditions that its rows ask for. Combinations that cannot happen are told in the model's
//! description: an engine finds no row for some of them.

use super::facts::{self, Shape, Type};
use super::feel::{Function, functions_called};
use crate::message::Language;
use crate::table::{HitPolicy, MAX_CONDITIONS, Reason, Row, Table, When};

const MODEL: &str = "https://www.omg.org/spec/DMN/20191111/MODEL/";
const FEEL: &str = "https://www.omg.org/spec/DMN/20191111/FEEL/";
const DMNDI: &str = "https://www.omg.org/spec/DMN/20191111/DMNDI/";
const DC: &str = "http://www.omg.org/spec/DMN/20180521/DC/";
const DI: &str = "http://www.omg.org/spec/DMN/20180521/DI/";

/// What a FIRST table answers with: an outcome and a row.
const ANSWER_TYPE: &str = "tAnswer";
/// What a COLLECT table answers with: ids.
const IDS_TYPE: &str = "tIds";
/// Fits both answers. An empty cell would mean the same and is not read by every engine.
const ANY: &str = "-";

/// The table as DMN 1.3. The model of a computation, which has neither rows nor advisories, decides nothing.
#[must_use]
pub fn model(table: &Table) -> String {
    let nodes = nodes(table);
    let mut xml = Xml::new();
    xml.open(
        "definitions",
        &[
            ("xmlns", MODEL),
            ("xmlns:dmndi", DMNDI),
            ("xmlns:dc", DC),
            ("xmlns:di", DI),
            ("id", table.id),
            ("name", table.id),
            ("namespace", &format!("urn:dms-rules:{}:{}", table.edition, table.id)),
            ("expressionLanguage", FEEL),
            ("typeLanguage", FEEL),
            ("exporter", env!("CARGO_PKG_NAME")),
            ("exporterVersion", env!("CARGO_PKG_VERSION")),
        ],
    );
    xml.text("description", &description(table));
    types(&mut xml, table, &nodes);
    for node in &nodes {
        node.write(&mut xml, &nodes);
    }
    diagram(&mut xml, &nodes);
    xml.close();
    xml.finish()
}

/// Where the table was read, and which combinations of its conditions cannot happen.
fn description(table: &Table) -> String {
    let Table { id, edition, source, .. } = table;
    let mut text = format!(
        "{id}, edition {edition}. Source: {}, {} ({}): {}",
        source.manual.short, source.manual.product, source.manual.file, source.passage
    );
    for (place, when) in table.impossible.iter().enumerate() {
        text.push_str(if place == 0 { "\nCannot happen: " } else { "; " });
        let literals: Vec<_> = when
            .literals(table)
            .map(|literal| format!("{}{}", if literal.holds { "" } else { "not " }, literal.condition.id))
            .collect();
        text.push_str(&literals.join(" and "));
    }
    text
}

/// What the requirements graph shows as a box.
struct Node {
    /// Unique in the model; what lies inside the box has an id that begins with it.
    id: String,
    /// The name of the box and of the variable that carries its value.
    name: String,
    type_ref: String,
    description: String,
    /// The places of the nodes that it reads.
    needs: Vec<usize>,
    logic: Logic,
}

/// How the value of a node comes about.
enum Logic {
    /// The caller gives it.
    Given,
    Table(Rules),
    /// A FEEL expression over the nodes that it reads.
    Expression(String),
    /// What conditions call by its name.
    Function(&'static Function),
}

/// A decision table: the first rule that fits decides (FIRST), or every one (COLLECT).
struct Rules {
    policy: HitPolicy,
    inputs: Vec<Input>,
    outputs: Vec<Output>,
    rules: Vec<Rule>,
}

/// What a column of a decision table asks.
struct Input {
    name: String,
    expression: String,
    type_ref: String,
}

/// What a column of a decision table answers, and all its values.
struct Output {
    name: &'static str,
    values: Vec<&'static str>,
}

struct Rule {
    id: &'static str,
    text: &'static str,
    /// What each input must be.
    cells: Vec<String>,
    /// What each output is.
    answers: Vec<&'static str>,
}

/// The boxes of the model, each after those that it reads.
fn nodes(table: &Table) -> Vec<Node> {
    let name = table.id.replace('.', "_");
    let mut nodes = Vec::new();
    let conditions = conditions(table, &mut nodes);
    match (table.policy, table.collected) {
        (HitPolicy::First, _) => {
            let description = "The first row that fits decides.";
            let decision =
                Node::table("decision", &name, description, HitPolicy::First, table.rows, &conditions, &nodes);
            nodes.push(decision);
            nodes.extend(Node::because(&name, table, &conditions, &nodes));
        }
        (HitPolicy::Collect, Some([none, any])) => {
            let reasons = format!("{name}_reasons");
            // `count(null)` is null, and so is a comparison with it: an engine that answers null where no row fits gives
            // the same outcome.
            let outcome = format!("if count({reasons}) > 0 then {} else {}", feel_string(any), feel_string(none));
            let description = "Every row that fits is a reason.";
            let policy = HitPolicy::Collect;
            nodes.push(Node::table("reasons", &reasons, description, policy, table.rows, &conditions, &nodes));
            nodes.push(Node {
                id: "decision".to_owned(),
                name: name.clone(),
                type_ref: "string".to_owned(),
                description: "The outcome follows from whether there is any reason.".to_owned(),
                needs: vec![nodes.len() - 1],
                logic: Logic::Expression(outcome),
            });
        }
        (HitPolicy::Collect, None) | (HitPolicy::None, _) => {}
    }
    if !table.advisories.is_empty() {
        let description = "What a person should look at; it never changes the outcome.";
        let name = format!("{name}_advisories");
        let policy = HitPolicy::Collect;
        nodes.push(Node::table("advisories", &name, description, policy, table.advisories, &conditions, &nodes));
    }
    nodes
}

/// The names of a table's conditions in its model. A condition that is named like a fact but says something else has
/// another name, since a name stands for one thing.
pub(super) fn condition_names(table: &Table) -> Vec<String> {
    let facts = facts::facts_of(table);
    let name = |(bit, condition): (usize, &Reason)| {
        let id = condition.id;
        let is_taken = table.feel.get(bit).is_some_and(|feel| *feel != id) && facts.iter().any(|fact| fact.name == id);
        if is_taken { format!("{id}_holds") } else { id.to_owned() }
    };
    table.conditions.iter().enumerate().map(name).collect()
}

/// Adds a box for each condition, and those of the facts and functions that they follow from; returns the places of the
/// conditions.
fn conditions(table: &Table, nodes: &mut Vec<Node>) -> Vec<usize> {
    nodes.extend(facts::facts_read(table).into_iter().map(|fact| Node {
        id: format!("fact.{}", fact.name),
        name: fact.name,
        type_ref: fact.type_ref,
        description: fact.description,
        needs: Vec::new(),
        logic: Logic::Given,
    }));
    for function in functions_called(table) {
        nodes.push(Node {
            id: format!("function.{}", function.name),
            name: function.name.to_owned(),
            type_ref: function.type_ref.to_owned(),
            description: function.description.to_owned(),
            needs: nodes
                .iter()
                .enumerate()
                .filter(|(_, node)| matches!(node.logic, Logic::Function(_)) && facts::reads(function.body, &node.name))
                .map(|(place, _)| place)
                .collect(),
            logic: Logic::Function(function),
        });
    }
    let mut places = Vec::with_capacity(table.conditions.len());
    for (bit, (condition, name)) in table.conditions.iter().zip(condition_names(table)).enumerate() {
        let feel = table.feel.get(bit).copied();
        // A condition that is a fact of the same name needs no box of its own.
        if let Some(fact) = nodes.iter().position(|node| feel == Some(condition.id) && node.name == condition.id) {
            places.push(fact);
            continue;
        }
        places.push(nodes.len());
        nodes.push(Node {
            id: format!("condition.{}", condition.id),
            name,
            type_ref: "boolean".to_owned(),
            description: condition.text.get(Language::En).to_owned(),
            needs: feel.map_or_else(Vec::new, |feel| read(feel, nodes)),
            logic: feel.map_or(Logic::Given, |feel| Logic::Expression(feel.to_owned())),
        });
    }
    places
}

/// The places of the facts and functions that an expression reads.
fn read(feel: &str, nodes: &[Node]) -> Vec<usize> {
    let is_read = |node: &Node| !matches!(node.logic, Logic::Expression(_)) && facts::reads(feel, &node.name);
    nodes.iter().enumerate().filter(|(_, node)| is_read(node)).map(|(place, _)| place).collect()
}

impl Node {
    /// Decides by these rows, and reads the conditions that they ask for.
    fn table(
        id: &str,
        name: &str,
        description: &str,
        policy: HitPolicy,
        rows: &'static [Row],
        conditions: &[usize],
        nodes: &[Self],
    ) -> Self {
        let asked = rows.iter().fold(0, |asked, Row { when, .. }| asked | when.requires | when.forbids);
        let asks: Vec<_> = (0..MAX_CONDITIONS).filter(|bit| asked & (1 << bit) != 0).collect();
        let needs: Vec<_> = asks.iter().map(|&bit| conditions[bit]).collect();
        let rule = |row: &'static Row| Rule {
            id: row.reason.id,
            text: row.reason.text.get(Language::En),
            cells: asks.iter().map(|&bit| cell(row.when, bit).to_owned()).collect(),
            answers: match policy {
                HitPolicy::First => row.outcome.into_iter().chain([row.reason.id]).collect(),
                HitPolicy::Collect | HitPolicy::None => vec![row.reason.id],
            },
        };
        // The row's id stands beside the outcome, because several rows may decide the same.
        let names: &[_] = if policy == HitPolicy::First { &["outcome", "row"] } else { &["reason"] };
        let inputs = needs.iter().map(|&need| Input::of(&nodes[need])).collect();
        Self {
            id: id.to_owned(),
            name: name.to_owned(),
            type_ref: if policy == HitPolicy::First { ANSWER_TYPE } else { IDS_TYPE }.to_owned(),
            description: description.to_owned(),
            needs,
            logic: Logic::Table(Rules::new(policy, inputs, names, rows.iter().map(rule).collect())),
        }
    }

    /// Names why the row of a FIRST table fired, after the node that decides; none where no row names a condition.
    fn because(name: &str, table: &Table, conditions: &[usize], nodes: &[Self]) -> Option<Self> {
        let named = table.rows.iter().fold(0, |named, row| named | row.names);
        let asks: Vec<_> = (0..MAX_CONDITIONS).filter(|bit| named & (1 << bit) != 0).collect();
        if asks.is_empty() {
            return None;
        }
        let rule = |&bit: &usize| {
            let rows: Vec<_> = table.rows.iter().filter(|row| row.names & (1 << bit) != 0).collect();
            let ids: Vec<_> = rows.iter().map(|row| row.reason.id).collect();
            let row = if rows.len() == table.rows.len() { ANY.to_owned() } else { feel_strings(&ids) };
            let holds = asks.iter().map(|&asked| if asked == bit { "true" } else { ANY }.to_owned());
            let condition = &table.conditions[bit];
            Rule {
                id: condition.id,
                text: condition.text.get(Language::En),
                cells: [row].into_iter().chain(holds).collect(),
                answers: vec![condition.id],
            }
        };
        let decision = nodes.len() - 1;
        let row = Input { name: "row".to_owned(), expression: format!("{name}.row"), type_ref: "string".to_owned() };
        let inputs = [row].into_iter().chain(asks.iter().map(|&bit| Input::of(&nodes[conditions[bit]]))).collect();
        let rules = asks.iter().map(rule).collect();
        Some(Self {
            id: "because".to_owned(),
            name: format!("{name}_because"),
            type_ref: IDS_TYPE.to_owned(),
            description: "The conditions that the row names and that hold.".to_owned(),
            needs: [decision].into_iter().chain(asks.iter().map(|&bit| conditions[bit])).collect(),
            logic: Logic::Table(Rules::new(HitPolicy::Collect, inputs, &["reason"], rules)),
        })
    }

    /// The nodes that it reads.
    fn reads<'n>(&self, nodes: &'n [Self]) -> impl Iterator<Item = &'n Self> {
        self.needs.iter().map(|&need| &nodes[need])
    }

    fn write(&self, xml: &mut Xml, nodes: &[Self]) {
        let element = match self.logic {
            Logic::Given => "inputData",
            Logic::Table(_) | Logic::Expression(_) => "decision",
            Logic::Function(_) => "businessKnowledgeModel",
        };
        xml.open(element, &[("id", &self.id), ("name", &self.name)]);
        xml.text("description", &self.description);
        let variable = [("id", &*self.within("variable")), ("name", &self.name), ("typeRef", &self.type_ref)];
        // That of a function is the function, not what it gives.
        let is_function = matches!(self.logic, Logic::Function(_));
        xml.empty("variable", if is_function { &variable[..2] } else { &variable });
        if let Logic::Function(function) = self.logic {
            xml.open("encapsulatedLogic", &[("id", &self.within("logic")), ("kind", "FEEL")]);
            let parameter = self.within("parameter");
            xml.empty("formalParameter", &[("id", &parameter), ("name", function.parameter), ("typeRef", "string")]);
            self.write_expression(xml, function.body);
            xml.close();
        }
        let (functions, values): (Vec<_>, Vec<_>) =
            self.reads(nodes).partition(|need| matches!(need.logic, Logic::Function(_)));
        for need in values {
            xml.open("informationRequirement", &[("id", &self.requirement(need))]);
            let required = if matches!(need.logic, Logic::Given) { "requiredInput" } else { "requiredDecision" };
            xml.empty(required, &[("href", &format!("#{}", need.id))]);
            xml.close();
        }
        for need in functions {
            xml.open("knowledgeRequirement", &[("id", &self.requirement(need))]);
            xml.empty("requiredKnowledge", &[("href", &format!("#{}", need.id))]);
            xml.close();
        }
        match &self.logic {
            Logic::Given | Logic::Function(_) => {}
            Logic::Table(rules) => self.write_table(xml, rules),
            Logic::Expression(expression) => self.write_expression(xml, expression),
        }
        xml.close();
    }

    fn write_expression(&self, xml: &mut Xml, feel: &str) {
        xml.open("literalExpression", &[("id", &self.within("expression")), ("typeRef", &self.type_ref)]);
        xml.text("text", feel);
        xml.close();
    }

    fn write_table(&self, xml: &mut Xml, Rules { policy, inputs, outputs, rules }: &Rules) {
        let hit_policy = if *policy == HitPolicy::First { "FIRST" } else { "COLLECT" };
        xml.open(
            "decisionTable",
            &[
                ("id", &self.within("table")),
                ("hitPolicy", hit_policy),
                ("preferredOrientation", "Rule-as-Row"),
                ("outputLabel", &self.name),
            ],
        );
        for Input { name, expression, type_ref } in inputs {
            let id = self.within(&format!("input.{name}"));
            xml.open("input", &[("id", &id)]);
            xml.open("inputExpression", &[("id", &format!("{id}.expression")), ("typeRef", type_ref)]);
            xml.text("text", expression);
            xml.close();
            xml.close();
        }
        for Output { name, values } in outputs {
            let id = self.within(&format!("output.{name}"));
            if outputs.len() > 1 {
                xml.open("output", &[("id", &id), ("name", name), ("typeRef", "string")]);
            } else {
                // A single output has neither name nor type of its own: it is the decision's value.
                xml.open("output", &[("id", &id), ("label", name)]);
            }
            xml.open("outputValues", &[("id", &format!("{id}.values"))]);
            xml.text("text", &feel_strings(values));
            xml.close();
            xml.close();
        }
        xml.empty("annotation", &[("name", "text")]);
        for Rule { id, text, cells, answers } in rules {
            let id = self.within(&format!("row.{id}"));
            xml.open("rule", &[("id", &id)]);
            // Some editors draw the description beside the row, some the annotation.
            xml.text("description", text);
            for (input, cell) in inputs.iter().zip(cells) {
                xml.open("inputEntry", &[("id", &format!("{id}.{}", input.name))]);
                xml.text("text", cell);
                xml.close();
            }
            for (output, answer) in outputs.iter().zip(answers) {
                xml.open("outputEntry", &[("id", &format!("{id}.output.{}", output.name))]);
                xml.text("text", &feel_string(answer));
                xml.close();
            }
            xml.open("annotationEntry", &[]);
            xml.text("text", text);
            xml.close();
            xml.close();
        }
        xml.close();
    }

    /// The id of what lies inside this box.
    fn within(&self, part: &str) -> String {
        format!("{}.{part}", self.id)
    }

    /// The id of the arrow from `need` to this box.
    fn requirement(&self, need: &Self) -> String {
        self.within(&format!("needs.{}", need.id))
    }
}

impl Rules {
    fn new(policy: HitPolicy, inputs: Vec<Input>, outputs: &[&'static str], rules: Vec<Rule>) -> Self {
        let values = |place: usize| {
            let mut values = Vec::new();
            for answer in rules.iter().filter_map(|rule| rule.answers.get(place)) {
                if !values.contains(answer) {
                    values.push(*answer);
                }
            }
            values
        };
        let outputs = outputs.iter().enumerate().map(|(place, name)| Output { name, values: values(place) }).collect();
        Self { policy, inputs, outputs, rules }
    }
}

impl Input {
    /// Asks for the value of a node.
    fn of(node: &Node) -> Self {
        Self { name: node.name.clone(), expression: node.name.clone(), type_ref: node.type_ref.clone() }
    }
}

/// What a row asks of one condition.
fn cell(when: When, bit: usize) -> &'static str {
    match (when.requires & (1 << bit) != 0, when.forbids & (1 << bit) != 0) {
        (true, _) => "true",
        (_, true) => "false",
        _ => ANY,
    }
}

fn feel_string(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn feel_strings(texts: &[&str]) -> String {
    texts.iter().map(|text| feel_string(text)).collect::<Vec<_>>().join(", ")
}

/// The types of records and lists among the facts, and those that the decisions answer with.
fn types(xml: &mut Xml, table: &Table, nodes: &[Node]) {
    for Type { name, shape } in facts::types_read(table) {
        let id = format!("type.{name}");
        match shape {
            Shape::List(of) => {
                xml.open("itemDefinition", &[("id", &id), ("name", &name), ("isCollection", "true")]);
                xml.text("typeRef", &of);
            }
            Shape::Record(members) => {
                xml.open("itemDefinition", &[("id", &id), ("name", &name)]);
                for (member, type_ref) in &members {
                    xml.open("itemComponent", &[("id", &format!("{id}.{member}")), ("name", member)]);
                    xml.text("typeRef", type_ref);
                    xml.close();
                }
            }
        }
        xml.close();
    }
    let decides = nodes.iter().find(|node| node.type_ref == ANSWER_TYPE);
    if let Some(Node { logic: Logic::Table(Rules { outputs, .. }), .. }) = decides {
        xml.open("itemDefinition", &[("id", "type.answer"), ("name", ANSWER_TYPE)]);
        for Output { name, values } in outputs {
            let id = format!("type.answer.{name}");
            xml.open("itemComponent", &[("id", &id), ("name", name)]);
            xml.text("typeRef", "string");
            xml.open("allowedValues", &[("id", &format!("{id}.values"))]);
            xml.text("text", &feel_strings(values));
            xml.close();
            xml.close();
        }
        xml.close();
    }
    if nodes.iter().any(|node| node.type_ref == IDS_TYPE) {
        xml.open("itemDefinition", &[("id", "type.ids"), ("name", IDS_TYPE), ("isCollection", "true")]);
        xml.text("typeRef", "string");
        xml.close();
    }
}

// The drawing: a column for what is given, right of it a column for each step of deciding. Wide enough for the longest
// id, which has no place to break.
const WIDTH: usize = 280;
const HEIGHT: usize = 50;
const COLUMN: usize = WIDTH + 160;
const LINE: usize = HEIGHT + 20;
const MARGIN: usize = 40;
/// Editors write the model's name into the upper left corner.
const TITLE: usize = 80;

/// Where each box is drawn, so that editors need not guess.
fn diagram(xml: &mut Xml, nodes: &[Node]) {
    let corners = corners(nodes);
    xml.open("dmndi:DMNDI", &[]);
    xml.open("dmndi:DMNDiagram", &[("id", "diagram")]);
    for (node, &(x, y)) in nodes.iter().zip(&corners) {
        xml.open("dmndi:DMNShape", &[("id", &format!("shape.{}", node.id)), ("dmnElementRef", &node.id)]);
        let [x, y, width, height] = [x, y, WIDTH, HEIGHT].map(|length| length.to_string());
        xml.empty("dc:Bounds", &[("x", &x), ("y", &y), ("width", &width), ("height", &height)]);
        xml.close();
    }
    for (node, &(x, y)) in nodes.iter().zip(&corners) {
        for &need in &node.needs {
            let requirement = node.requirement(&nodes[need]);
            let (from_x, from_y) = corners[need];
            xml.open("dmndi:DMNEdge", &[("id", &format!("edge.{requirement}")), ("dmnElementRef", &requirement)]);
            for (x, y) in [(from_x + WIDTH, from_y), (x, y)] {
                let (x, y) = (x.to_string(), (y + HEIGHT / 2).to_string());
                xml.empty("di:waypoint", &[("x", &x), ("y", &y)]);
            }
            xml.close();
        }
    }
    xml.close();
    xml.close();
}

/// The upper left corner of each box: its column follows from what it reads, and columns are centred on the tallest.
fn corners(nodes: &[Node]) -> Vec<(usize, usize)> {
    let mut places: Vec<(usize, usize)> = Vec::with_capacity(nodes.len());
    let mut lines: Vec<usize> = Vec::new();
    for node in nodes {
        let column = node.needs.iter().map(|&need| places[need].0 + 1).max().unwrap_or(0);
        lines.resize(lines.len().max(column + 1), 0);
        places.push((column, lines[column]));
        lines[column] += 1;
    }
    let tallest = lines.iter().copied().max().unwrap_or(0);
    let corner = |(column, line): (usize, usize)| {
        (MARGIN + column * COLUMN, MARGIN + TITLE + line * LINE + (tallest - lines[column]) * LINE / 2)
    };
    places.into_iter().map(corner).collect()
}

/// XML, indented; what it contains is escaped, what it is made of is this module's own.
struct Xml {
    out: String,
    open: Vec<&'static str>,
}

impl Xml {
    fn new() -> Self {
        Self { out: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(), open: Vec::new() }
    }

    fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes, ">\n");
        self.open.push(name);
    }

    fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.indent();
            self.push(&["</", name, ">\n"]);
        }
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes, "/>\n");
    }

    fn text(&mut self, name: &str, text: &str) {
        self.tag(name, &[], ">");
        self.escaped(text, "\"");
        self.push(&["</", name, ">\n"]);
    }

    fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.out
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)], end: &str) {
        self.indent();
        self.push(&["<", name]);
        for (attribute, value) in attributes {
            self.push(&[" ", attribute, "=\""]);
            self.escaped(value, "&quot;");
            self.push(&["\""]);
        }
        self.push(&[end]);
    }

    fn indent(&mut self) {
        let depth = self.open.len();
        self.out.extend(std::iter::repeat_n("  ", depth));
    }

    fn push(&mut self, parts: &[&str]) {
        self.out.extend(parts.iter().copied());
    }

    /// Between tags a quote may stay as it is, which keeps FEEL readable. Control characters cannot be said in XML 1.0.
    fn escaped(&mut self, text: &str, quote: &str) {
        for character in text.chars() {
            match character {
                '&' => self.push(&["&amp;"]),
                '<' => self.push(&["&lt;"]),
                '>' => self.push(&["&gt;"]),
                '"' => self.push(&[quote]),
                '\n' | '\t' => self.out.push(character),
                character if character.is_control() => self.out.push(char::REPLACEMENT_CHARACTER),
                character => self.out.push(character),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::catalogue::DECISIONS;
    use crate::okr;

    #[test]
    fn text_is_escaped_where_it_must_be() {
        let mut xml = Xml::new();
        xml.open("a", &[("b", "1 < 2 & \"so\"")]);
        xml.text("c", "]]> <b> & \"so\" \u{8} é");
        assert_eq!(
            xml.finish().lines().skip(1).collect::<Vec<_>>(),
            [r#"<a b="1 &lt; 2 &amp; &quot;so&quot;">"#, "  <c>]]&gt; &lt;b&gt; &amp; \"so\" \u{fffd} é</c>", "</a>"]
        );
        assert_eq!(feel_string(r#"a "b" \c"#), r#""a \"b\" \\c""#);
    }

    #[test]
    fn a_first_table_asks_decides_and_names_its_row() {
        let model = model(&okr::option::TABLE);
        let row: Vec<_> = model
            .lines()
            .map(str::trim)
            .skip_while(|line| *line != r#"<rule id="decision.row.amount_too_low">"#)
            .take_while(|line| *line != "</rule>")
            .filter_map(|line| line.strip_prefix("<text>")?.strip_suffix("</text>"))
            .collect();
        let text = okr::option::TABLE.rows[2].reason.text.get(Language::En);
        assert_eq!(row, ["-", "-", "true", "-", "-", "-", r#""no_amount_below""#, r#""amount_too_low""#, text]);
    }

    #[test]
    fn no_id_stands_twice_and_no_box_lies_on_another() {
        for table in DECISIONS.iter().map(crate::catalogue::Entry::table) {
            let model = model(table);
            let mut ids = BTreeSet::new();
            for id in model.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(ids.insert(id), "{}: {id}", table.id);
            }
            let nodes = nodes(table);
            let names: BTreeSet<_> = nodes.iter().map(|node| &node.name).collect();
            assert_eq!(names.len(), nodes.len(), "{}: a name stands twice", table.id);
            let corners = corners(&nodes);
            assert_eq!(corners.iter().collect::<BTreeSet<_>>().len(), corners.len(), "{}", table.id);
        }
    }
}
