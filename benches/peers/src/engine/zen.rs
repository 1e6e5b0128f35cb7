//! zen-engine: a compiled expression, and a decision table behind an expression node.

use std::hint::black_box;
use std::sync::Arc;

use dms_rules::okr::option::Facts;
use tokio::runtime::Runtime;
use zen_engine::model::DecisionContent;
use zen_engine::{Decision, DecisionEngine, EvaluationOptions, Variable};
use zen_expression::expression::Standard;
use zen_expression::vm::VM;
use zen_expression::{Expression, compile_expression};

use crate::answer::Answer;
use crate::facts::{FIELDS, Value, values};
use crate::peer::Peer;

const EXPRESSION: &str = include_str!("okr_option.zen");
const GRAPH: &str = include_str!("okr_option.jdm.json");

/// The whole answer as one compiled expression.
pub struct ZenExpression {
    expression: Expression<Standard>,
    vm: VM,
    inputs: Vec<Variable>,
}

impl ZenExpression {
    pub fn new() -> Self {
        let expression = compile_expression(EXPRESSION).expect("an expression");
        Self { expression, vm: VM::new(), inputs: Vec::new() }
    }
}

impl Peer for ZenExpression {
    fn name(&self) -> &'static str {
        "zen-engine 2.1.6, compiled expression"
    }

    fn decide(&mut self, facts: &Facts) -> Answer {
        read(&self.expression.evaluate_with(input(facts), &mut self.vm).expect("an answer"))
    }

    fn build(&mut self, facts: &[Facts]) {
        self.inputs = facts.iter().map(input).collect();
    }

    fn evaluate_built(&mut self) {
        for input in &self.inputs {
            black_box(self.expression.evaluate_with(input.clone(), &mut self.vm).expect("an answer"));
        }
    }
}

/// The decision table that an analyst would draw.
pub struct ZenTable {
    name: &'static str,
    trace: bool,
    decision: Decision,
    runtime: Runtime,
    inputs: Vec<Variable>,
}

impl ZenTable {
    pub fn new(trace: bool) -> Self {
        let content: DecisionContent = serde_json::from_str(GRAPH).expect("a decision graph");
        let mut decision = DecisionEngine::default().create_decision(Arc::new(content)).expect("a decision");
        decision.compile();
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        let name =
            if trace { "zen-engine 2.1.6, decision table with trace" } else { "zen-engine 2.1.6, decision table" };
        Self { name, trace, decision, runtime, inputs: Vec::new() }
    }

    fn evaluate(&self, input: Variable) -> Variable {
        let options = EvaluationOptions { trace: self.trace, max_depth: 5 };
        self.runtime.block_on(self.decision.evaluate_with_opts(input, options)).expect("an answer").result
    }
}

impl Peer for ZenTable {
    fn name(&self) -> &'static str {
        self.name
    }

    fn decide(&mut self, facts: &Facts) -> Answer {
        read(&self.evaluate(input(facts)))
    }

    fn build(&mut self, facts: &[Facts]) {
        self.inputs = facts.iter().map(input).collect();
    }

    fn evaluate_built(&mut self) {
        for input in &self.inputs {
            black_box(self.evaluate(input.clone()));
        }
    }
}

fn input(facts: &Facts) -> Variable {
    let fields = FIELDS.into_iter().zip(values(facts)).map(|(field, value)| {
        let value = match value {
            Value::Unknown => Variable::Null,
            Value::YesNo(yes) => Variable::Bool(yes),
            Value::Number(number) => Variable::Number(number.into()),
            Value::Name(name) => Variable::String(name.into()),
        };
        (Variable::key(field), value)
    });
    Variable::from_object(fields.collect())
}

fn read(answer: &Variable) -> Answer {
    let part = |name: &str| answer.dot(name).expect("a part of the answer");
    let names = |name: &str| -> Vec<Variable> { part(name).as_array().expect("a list").borrow().clone() };
    let (outcome, row, because, advisories) = (part("outcome"), part("row"), names("because"), names("advisories"));
    Answer::named(text(&outcome), text(&row), because.iter().map(text), advisories.iter().map(text))
}

fn text(value: &Variable) -> &str {
    value.as_str().expect("a name")
}
