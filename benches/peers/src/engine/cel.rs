//! cel: the Common Expression Language.

use std::hint::black_box;
use std::sync::Arc;

use cel::objects::{Key, Value as Cel};
use cel::{Context, Env, Program};
use dms_rules::okr::option::Facts;

use crate::answer::Answer;
use crate::facts::{FIELDS, Value, values};
use crate::peer::Peer;

const SOURCE: &str = include_str!("okr_option.cel");

pub struct CelProgram {
    env: Arc<Env>,
    program: Program,
    inputs: Vec<Context<'static, 'static>>,
}

impl CelProgram {
    pub fn new() -> Self {
        let env = Arc::new(Env::stdlib());
        let program = env.compile(SOURCE).expect("a program");
        Self { env, program, inputs: Vec::new() }
    }

    fn input(&self, facts: &Facts) -> Context<'static, 'static> {
        let mut context = Context::with_env(Arc::clone(&self.env));
        for (field, value) in FIELDS.into_iter().zip(values(facts)) {
            let value = match value {
                Value::Unknown => Cel::Null,
                Value::YesNo(yes) => Cel::Bool(yes),
                Value::Number(number) => Cel::Int(number),
                Value::Name(name) => Cel::from(name),
            };
            context.add_variable_from_value(field, value);
        }
        context
    }
}

impl Peer for CelProgram {
    fn name(&self) -> &'static str {
        "cel 0.15.0"
    }

    fn decide(&mut self, facts: &Facts) -> Answer {
        let Cel::Map(answer) = self.program.execute(&self.input(facts)).expect("an answer") else { panic!("no map") };
        let part = |name: &str| answer.map.get(&Key::from(name)).expect("a part of the answer");
        Answer::named(text(part("outcome")), text(part("row")), texts(part("because")), texts(part("advisories")))
    }

    fn build(&mut self, facts: &[Facts]) {
        self.inputs = facts.iter().map(|facts| self.input(facts)).collect();
    }

    fn evaluate_built(&mut self) {
        for input in &self.inputs {
            black_box(self.program.execute(input).expect("an answer"));
        }
    }
}

fn text(value: &Cel) -> &str {
    let Cel::String(text) = value else { panic!("no text: {value:?}") };
    text
}

fn texts(value: &Cel) -> impl Iterator<Item = &str> {
    let Cel::List(list) = value else { panic!("no list: {value:?}") };
    list.iter().map(text)
}
