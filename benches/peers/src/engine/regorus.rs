//! regorus: Rego, run by its virtual machine.

use std::collections::BTreeMap;
use std::hint::black_box;

use dms_rules::okr::option::Facts;
use regorus::languages::rego::compiler::Compiler;
use regorus::rvm::vm::RegoVM;
use regorus::{Engine, Value as Rego};

use crate::answer::Answer;
use crate::facts::{FIELDS, Value, values};
use crate::peer::Peer;

const POLICY: &str = include_str!("okr_option.rego");
const ENTRY: &str = "data.okr.answer";

pub struct Regorus {
    vm: RegoVM,
    inputs: Vec<Rego>,
}

impl Regorus {
    pub fn new() -> Self {
        let mut engine = Engine::new();
        engine.add_policy("okr_option.rego".to_owned(), POLICY.to_owned()).expect("a policy");
        let policy = engine.compile_with_entrypoint(&ENTRY.into()).expect("a compiled policy");
        let mut vm = RegoVM::new();
        vm.load_program(Compiler::compile_from_policy(&policy, &[ENTRY]).expect("a program"));
        Self { vm, inputs: Vec::new() }
    }

    fn evaluate(&mut self, input: Rego) -> Rego {
        self.vm.set_input(input);
        self.vm.execute().expect("an answer")
    }
}

impl Peer for Regorus {
    fn name(&self) -> &'static str {
        "regorus 0.14.1 (RVM)"
    }

    fn decide(&mut self, facts: &Facts) -> Answer {
        let answer = self.evaluate(input(facts));
        let names = |part: &str| -> Vec<String> {
            let names = answer[part].as_set().expect("a set");
            names.iter().map(|name| name.as_string().expect("a name").to_string()).collect()
        };
        let text = |part: &str| answer[part].as_string().expect("a name").to_string();
        let (because, advisories) = (names("because"), names("advisories"));
        Answer::named(
            &text("outcome"),
            &text("row"),
            because.iter().map(String::as_str),
            advisories.iter().map(String::as_str),
        )
    }

    fn build(&mut self, facts: &[Facts]) {
        self.inputs = facts.iter().map(input).collect();
    }

    fn evaluate_built(&mut self) {
        for place in 0..self.inputs.len() {
            let input = self.inputs[place].clone();
            black_box(self.evaluate(input));
        }
    }
}

fn input(facts: &Facts) -> Rego {
    let values = values(facts).map(|value| match value {
        Value::Unknown => Rego::Null,
        Value::YesNo(yes) => yes.into(),
        Value::Number(number) => number.into(),
        Value::Name(name) => name.into(),
    });
    FIELDS.map(Rego::from).into_iter().zip(values).collect::<BTreeMap<_, _>>().into()
}
