//! What C sees of the decisions: constants, structs and functions, worked out from the model and the ledger.

use std::collections::{BTreeMap, BTreeSet};

use super::ledger::{Counting, Ledger};
use super::{Overrides, Result};
use crate::model::{Decision, Enum, Field, Model, Record, Table, Type, Union};
use crate::name::{shouting, snake};

/// All of it, in the order in which a C compiler must see it.
pub(crate) struct Surface {
    /// The numbers of the decisions.
    pub(crate) decisions: Group,
    /// Names that nothing has any more, with their numbers.
    pub(crate) retired: Vec<(String, i64)>,
    pub(crate) sections: Vec<Section>,
}

/// What is declared together: one decision, or what the decisions of a domain share.
pub(crate) struct Section {
    pub(crate) domain: String,
    /// The name of the decision; none where a domain's decisions share it.
    pub(crate) decision: Option<String>,
    /// What its values, rows, reasons and advisories are called.
    pub(crate) groups: Vec<Group>,
    /// Lengths: of arrays, and of texts in them.
    pub(crate) lengths: Vec<Constant>,
    /// The records and unions that facts and results hold.
    pub(crate) parts: Vec<Struct>,
    /// The decision's own; none where JSON alone asks for it.
    pub(crate) typed: Option<Typed>,
}

impl Section {
    /// Whether C sees anything of it.
    pub(crate) fn declares(&self) -> bool {
        !self.groups.is_empty() || !self.parts.is_empty() || self.typed.is_some()
    }
}

/// A decision's function with its structs.
pub(crate) struct Typed {
    pub(crate) function: Function,
    pub(crate) facts: Struct,
    pub(crate) result: Struct,
}

/// Constants of one kind.
pub(crate) struct Group {
    /// What it numbers.
    pub(crate) of: Of,
    pub(crate) constants: Vec<Constant>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Of {
    Decisions,
    /// The values of the enum with this id.
    Enum(String),
    /// The same, one bit each.
    Set(String),
    /// The variants of the union with this id.
    Union(String),
    Rows,
    Because,
    Advisories,
}

impl Of {
    /// Bits are unsigned.
    pub(crate) fn bits(&self) -> bool {
        matches!(self, Self::Set(_) | Self::Because | Self::Advisories)
    }
}

pub(crate) struct Constant {
    pub(crate) name: String,
    pub(crate) number: i64,
    /// What it stands for: `clear_reservation`.
    pub(crate) id: String,
    pub(crate) about: String,
}

pub(crate) struct Struct {
    pub(crate) name: String,
    pub(crate) about: String,
    pub(crate) members: Vec<Member>,
}

#[derive(Clone)]
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    pub(crate) about: String,
    /// It came after the struct was first given out.
    pub(crate) added: bool,
}

/// The type of a member.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    I32,
    U32,
    I64,
    Size,
    /// `const char *`, with its length in the member that follows.
    Text,
    Time,
    /// A record or union.
    Part(String),
    /// A text with a closing NUL in so many bytes; the length has this name.
    Held(String, usize),
    /// Bits in so many places; the length has this name.
    Places(String, usize),
    /// Bytes that nobody looks at.
    Reserved(usize),
}

pub(crate) struct Function {
    pub(crate) name: String,
    pub(crate) about: String,
    /// Whether there is one for many rows at once.
    pub(crate) batch: bool,
}

impl Surface {
    /// The constants of the values that an enum, a set or a union has.
    pub(crate) fn group(&self, of: &Of) -> Option<&Group> {
        self.sections.iter().flat_map(|section| &section.groups).find(|group| group.of == *of)
    }
}

/// Works the surface out; what has no number or place yet gets one.
pub(crate) fn of(model: &Model, overrides: &Overrides, ledger: &mut Ledger) -> Result<Surface> {
    // Which names live, and how long the structs within others are, is known once all of it was worked out.
    let mut extents = Extents::new();
    loop {
        let (mut asked, before) = (ledger.clone(), extents.clone());
        let mut builder = Builder { model, overrides, ledger: &mut asked, extents };
        builder.surface()?;
        extents = builder.extents;
        if extents == before {
            *ledger = std::mem::take(ledger).with_living(asked);
            return Builder { model, overrides, ledger, extents }.surface();
        }
    }
}

/// The size of each struct and what its place is a multiple of, with pointers of 64 bits.
type Extents = BTreeMap<String, (usize, usize)>;

struct Builder<'a> {
    model: &'a Model,
    overrides: &'a Overrides,
    ledger: &'a mut Ledger,
    extents: Extents,
}

impl Builder<'_> {
    fn surface(&mut self) -> Result<Surface> {
        let model = self.model;
        let mut sections = Vec::new();
        for domain in &model.domains {
            sections.push(self.section(&domain.id, None)?);
            for decision in model.decisions.iter().filter(|decision| decision.domain == domain.id) {
                if !self.overrides.by_hand.contains(&decision.id) {
                    sections.push(self.section(&domain.id, Some(decision))?);
                }
            }
        }
        let ids: Vec<_> = model.decisions.iter().map(|decision| shouting(&decision.id)).collect();
        let numbers = self.ledger.numbers("DMS_DECISION", &ids, Counting::Numbers);
        let constants = model.decisions.iter().zip(numbers).map(|(decision, number)| {
            let function = snake(&decision.id);
            let about = match json_alone(model, self.overrides, decision) {
                None => format!("`{}`: dms_{function}.", decision.id),
                Some(_) => format!("`{}`: by JSON alone.", decision.id),
            };
            Constant {
                name: format!("DMS_DECISION_{}", shouting(&decision.id)),
                number,
                id: decision.id.clone(),
                about,
            }
        });
        let decisions = Group { of: Of::Decisions, constants: constants.collect() };
        let by_hand = |name: &str| BY_HAND.iter().any(|prefix| name.starts_with(prefix));
        let retired = self.ledger.left(by_hand);
        Ok(Surface { decisions, retired, sections: in_order(sections) })
    }

    fn section(&mut self, domain: &str, decision: Option<&Decision>) -> Result<Section> {
        let model = self.model;
        let here = (domain, decision.map(|decision| decision.name.as_str()));
        let declared = |id: &str| declared_in(model, id) == here;
        let parts_here: BTreeSet<_> = {
            let ids = model.records.iter().map(|each| &each.id).chain(model.unions.iter().map(|each| &each.id));
            ids.filter(|id| declared(id) && self.is_part(id)).collect()
        };
        let (used, in_sets) = self.used();
        let mut groups = Vec::new();
        for each in model.enums.iter().filter(|each| declared(&each.id)) {
            if used.contains(&each.id) {
                let group = self.values(each, Of::Enum(each.id.clone()));
                groups.push(group);
            }
            if in_sets.contains(&each.id) {
                let group = self.values(each, Of::Set(each.id.clone()));
                groups.push(group);
            }
        }
        for each in model.unions.iter().filter(|each| declared(&each.id)) {
            let group = self.variants(each);
            groups.push(group);
        }
        let (mut lengths, mut parts) = (Vec::new(), Vec::new());
        for each in model.records.iter().filter(|each| parts_here.contains(&each.id)) {
            let members = self.record_members(&each.fields, &each.id)?;
            let name = self.struct_name(&each.id);
            parts.push(self.placed(name, each.about.clone(), members, false)?);
        }
        for each in model.unions.iter().filter(|each| parts_here.contains(&each.id)) {
            let members = self.union_members(each)?;
            let name = self.struct_name(&each.id);
            parts.push(self.placed(name, each.about.clone(), members, false)?);
        }
        let mut typed = None;
        if let Some(decision) = decision {
            if !self.overrides.numbered_as.contains_key(&decision.id) {
                groups.extend(self.table(decision));
            }
            if json_alone(model, self.overrides, decision).is_none() {
                typed = Some(self.typed(decision, &mut lengths)?);
            }
        }
        let decision = decision.map(|decision| decision.name.clone());
        Ok(Section { domain: domain.to_owned(), decision, groups, lengths, parts, typed })
    }

    /// The enums whose values C sees: one by one, and as bits.
    fn used(&self) -> (BTreeSet<String>, BTreeSet<String>) {
        let (mut used, mut in_sets) = (BTreeSet::new(), BTreeSet::new());
        for decision in &self.model.decisions {
            if let Type::Enum { of } = &decision.outcome {
                used.insert(of.clone());
            }
            if json_alone(self.model, self.overrides, decision).is_some() {
                continue;
            }
            let mut see = |field: &Field| match &field.of {
                Type::Enum { of } => drop(used.insert(of.clone())),
                Type::Set { of } => drop(in_sets.insert(of.clone())),
                Type::List { items, .. } => match &**items {
                    Type::Enum { of } => drop(in_sets.insert(of.clone())),
                    // The reason's bits are those of the table.
                    Type::Record { of } => {
                        if let Some((of, _)) = pair(self.model, of) {
                            used.insert(of.to_owned());
                        }
                    }
                    _ => {}
                },
                _ => {}
            };
            decision.facts.fields.iter().for_each(&mut see);
            for (place, field) in self.outcome_fields(decision) {
                if !self.overrides.left_out.contains(&place) {
                    see(field);
                }
            }
        }
        for part in self.model.records.iter().filter(|record| self.is_part(&record.id)) {
            for field in &part.fields {
                if let Type::Enum { of } = &field.of {
                    used.insert(of.clone());
                }
            }
        }
        (used, in_sets)
    }

    /// What an outcome consists of, each with its place in the model.
    fn outcome_fields(&self, decision: &Decision) -> Vec<(String, &Field)> {
        let of = |id: &str, fields| move_places(id, fields);
        match &decision.outcome {
            Type::Record { of: id } => of(id, &self.model.record(id).fields),
            Type::Union { of: id } => {
                let variants = &self.model.union(id).variants;
                variants.iter().flat_map(|variant| move_places(id, &variant.fields)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether a record or union is a struct of its own: where facts hold it.
    fn is_part(&self, id: &str) -> bool {
        let typed = self.model.decisions.iter().filter(|each| json_alone(self.model, self.overrides, each).is_none());
        let mut fields = typed.flat_map(|decision| &decision.facts.fields);
        fields.any(|field| matches!(&field.of, Type::Record { of } | Type::Union { of } if of == id))
    }

    fn struct_name(&self, id: &str) -> String {
        struct_name(self.model, self.overrides, id)
    }

    fn values(&mut self, each: &Enum, of: Of) -> Group {
        let prefix = constants(self.overrides, &each.id);
        let ids: Vec<_> = each.values.iter().map(|value| (value.id.clone(), value.about.clone())).collect();
        self.numbered(of, prefix, ids)
    }

    fn variants(&mut self, each: &Union) -> Group {
        let mut prefix = constants(self.overrides, &each.id);
        if self.is_part(&each.id) {
            prefix += "_KIND";
        }
        let ids: Vec<_> = each.variants.iter().map(|variant| (variant.id.clone(), variant.about.clone())).collect();
        self.numbered(Of::Union(each.id.clone()), prefix, ids)
    }

    fn numbered(&mut self, of: Of, prefix: String, ids: Vec<(String, String)>) -> Group {
        let names: Vec<_> = ids.iter().map(|(id, _)| shouting(id)).collect();
        // A prefix that ends as the values begin is not said twice.
        let counting = if of.bits() { Counting::Bits } else { Counting::Numbers };
        let numbers = self.ledger.numbers(&prefix, &names, counting);
        let constants = ids.into_iter().zip(names).zip(numbers).map(|(((id, about), name), number)| {
            let name = format!("{prefix}_{name}");
            Constant { name, number, id, about: sentence(&about) }
        });
        Group { of, constants: constants.collect() }
    }

    /// What a table's rows, reasons and advisories are called.
    fn table(&mut self, decision: &Decision) -> Vec<Group> {
        let Table { rows, because, conditions, advisories, .. } = &decision.table;
        let prefix = format!("DMS_{}", shouting(&decision.id));
        let mut groups = Vec::new();
        if decision.table.hit_policy == "first" {
            let ids = rows.iter().map(|row| (row.id.clone(), format!("Row `{}`.", row.id))).collect();
            groups.push(self.numbered(Of::Rows, format!("{prefix}_ROW"), ids));
        }
        let text = |id: &String| {
            let row = rows.iter().find(|row| row.id == *id).map(|row| &row.text);
            let condition = conditions.iter().find(|condition| condition.id == *id).map(|condition| &condition.text);
            let text = if decision.table.hit_policy == "collect" { row.or(condition) } else { condition.or(row) };
            text.and_then(|text| text.get("en")).cloned().unwrap_or_default()
        };
        groups.push(self.numbered(
            Of::Because,
            format!("{prefix}_BECAUSE"),
            because.iter().map(|id| (id.clone(), text(id))).collect(),
        ));
        let english = |row: &crate::model::Row| row.text.get("en").cloned().unwrap_or_default();
        let mut ids: Vec<_> = advisories.iter().map(|row| (row.id.clone(), english(row))).collect();
        let refusing = self.overrides.refusing_with.get(&decision.id).into_iter().flatten();
        ids.extend(refusing.map(|advisory| (advisory.id.clone(), advisory.about.clone())));
        groups.push(self.numbered(Of::Advisories, format!("{prefix}_ADVISORY"), ids));
        groups.retain(|group| !group.constants.is_empty());
        groups
    }

    fn typed(&mut self, decision: &Decision, lengths: &mut Vec<Constant>) -> Result<Typed> {
        let name = format!("dms_{}", snake(&decision.id));
        let mut members = vec![member("size", Kind::U32, "The size of this struct.")];
        members.extend(self.record_members(&decision.facts.fields, &decision.facts.id)?);
        let facts = self.placed(format!("{name}_facts"), decision.facts.about.clone(), members, true)?;
        let members = self.result_members(decision, lengths)?;
        let about = format!("What `{}` answers.", decision.id);
        let result = self.placed(format!("{name}_result"), about, members, false)?;
        let refuses = decision.refuses.iter();
        let refuses = refuses.map(|refused| format!("DMS_STATUS_{}: {}.", shouting(&refused.code), refused.about));
        let about = format!("Decides `{}`.\n\n{}", decision.id, refuses.collect::<Vec<_>>().join("\n\n"));
        let function =
            Function { name, about: about.trim_end().to_owned(), batch: self.overrides.batch.contains(&decision.id) };
        Ok(Typed { function, facts, result })
    }

    /// The members of a struct of facts, or of a record within one.
    fn record_members(&mut self, fields: &[Field], id: &str) -> Result<Vec<Member>> {
        let mut members = Vec::new();
        for field in fields {
            let place = format!("{id}.{}", field.name);
            let about = self.fact_about(field);
            members.extend(self.value(&field.name, &field.of, &about, &place)?);
            if needs_flag(field) {
                members.push(member(&format!("has_{}", field.name), Kind::I32, &self.flag_about(field)));
            }
        }
        Ok(members)
    }

    fn union_members(&mut self, each: &Union) -> Result<Vec<Member>> {
        let kinds = format!("{}_KIND_*.", constants(self.overrides, &each.id));
        let mut members = vec![member("kind", Kind::I32, &kinds)];
        for variant in &each.variants {
            for field in &variant.fields {
                let about = format!("`{}`: {}", variant.id, lower(&self.value_about(field)));
                members.extend(self.value(&field.name, &field.of, &about, &format!("{}.{}", each.id, field.name))?);
                let flag = format!("Whether there is one: under `{}` alone.", variant.id);
                members.push(member(&format!("has_{}", field.name), Kind::I32, &flag));
            }
        }
        Ok(members)
    }

    fn result_members(&mut self, decision: &Decision, lengths: &mut Vec<Constant>) -> Result<Vec<Member>> {
        let id = &decision.id;
        let table = self.overrides.numbered_as.get(id).unwrap_or(id);
        let prefix = format!("DMS_{}", shouting(table));
        let bits = |any: bool, what: &str| {
            if any { format!("Bits {prefix}_{what}_*.") } else { "None: 0.".to_owned() }
        };
        let row = match decision.table.hit_policy.as_str() {
            "first" => format!("{prefix}_ROW_*."),
            "collect" => "0: every reason that holds is in `because`.".to_owned(),
            _ => "None: 0.".to_owned(),
        };
        let mut members = Vec::new();
        if let Some(outcome) = self.outcome_about(decision) {
            members.push(member("outcome", Kind::I32, &outcome));
        }
        members.push(member("row", Kind::I32, &row));
        members.push(member("because", Kind::U32, &bits(!decision.table.because.is_empty(), "BECAUSE")));
        members.push(member("advisories", Kind::U32, &bits(!decision.table.advisories.is_empty(), "ADVISORY")));
        match &decision.outcome {
            Type::Enum { .. } => {}
            Type::Record { of } | Type::Union { of } if self.overrides.embedded.contains_key(id) => {
                let embedded = &self.overrides.embedded[id].member;
                let about = self.about_of(of);
                members.push(member(embedded, Kind::Part(self.struct_name(of)), &about));
            }
            Type::Record { of } => {
                let model = self.model;
                for field in &model.record(of).fields {
                    if self.overrides.outcomes.get(id) != Some(&field.name) {
                        members.extend(self.outcome_member(decision, of, field, lengths)?);
                    }
                }
            }
            Type::Union { of } => {
                let model = self.model;
                let all = model.union(of);
                for field in union_fields(all) {
                    let mut told = self.outcome_member(decision, of, field, lengths)?;
                    let within =
                        |variant: &&crate::model::Variant| variant.fields.iter().any(|other| other.name == field.name);
                    let with: Vec<_> =
                        all.variants.iter().filter(within).map(|variant| format!("`{}`", variant.id)).collect();
                    if with.len() < all.variants.len() {
                        let otherwise = nothing(&told[0].kind);
                        told[0].about += &format!(" Under {}; otherwise {}.", with.join(" and "), otherwise);
                    }
                    members.extend(told);
                }
            }
            other => return Err(format!("{id}: no rule for an outcome that is {other:?}").into()),
        }
        Ok(members)
    }

    /// What is said of `outcome`; nothing where the outcome has no name.
    fn outcome_about(&self, decision: &Decision) -> Option<String> {
        let id = &decision.id;
        let of = outcome_of(self.model, self.overrides, decision)?;
        let (enumeration, union) = match &of {
            Of::Enum(of) | Of::Set(of) => (of, false),
            Of::Union(of) => (of, true),
            _ => return None,
        };
        let mut prefix = constants(self.overrides, enumeration);
        if union && self.is_part(enumeration) {
            prefix += "_KIND";
        }
        let all = self.all_of(&prefix, enumeration);
        let said = match &decision.outcome {
            Type::Record { of } => {
                let name =
                    self.overrides.outcomes.get(id).or(self.overrides.embedded.get(id).map(|each| &each.outcome));
                let field = self.model.record(of).fields.iter().find(|field| Some(&field.name) == name);
                field.map(|field| field.about.clone())
            }
            _ => None,
        };
        Some(said.map_or(format!("{all}."), |said| with(&said, &all)))
    }

    /// `DMS_OKR_MODE_*`; where names of other things begin alike, each by itself.
    fn all_of(&self, prefix: &str, of: &str) -> String {
        let decisions = self.model.decisions.iter();
        if !decisions.into_iter().any(|decision| format!("DMS_{}", shouting(&decision.id)) == prefix) {
            return format!("{prefix}_*");
        }
        let values = &self.model.enumeration(of).values;
        let mut names: Vec<_> = values.iter().map(|value| format!("_{}", shouting(&value.id))).collect();
        names[0] = format!("{prefix}{}", names[0]);
        names.join(", ")
    }

    fn outcome_member(
        &mut self,
        decision: &Decision,
        of: &str,
        field: &Field,
        lengths: &mut Vec<Constant>,
    ) -> Result<Vec<Member>> {
        let place = format!("{of}.{}", field.name);
        if self.overrides.left_out.contains(&place) {
            return Ok(Vec::new());
        }
        let upper = shouting(&decision.id);
        let about = self.value_about(field);
        let mut length = |name: String, number: usize, about: &str, ledger: &mut Ledger| {
            ledger.set(&name, number as i64);
            if lengths.iter().all(|known| known.name != name) {
                let about = about.to_owned();
                lengths.push(Constant { name: name.clone(), number: number as i64, id: String::new(), about });
            }
            name
        };
        let flagged = field.optional && matches!(decision.outcome, Type::Record { .. });
        let mut members = match &field.of {
            Type::Vin => {
                let size = format!("DMS_{upper}_{}_SIZE", shouting(&field.name));
                let size = length(size, 18, "The bytes that a VIN may take, its closing NUL included.", self.ledger);
                vec![member(&field.name, Kind::Held(size, 18), &about)]
            }
            Type::EnterpriseNumber => {
                let size = format!("DMS_{upper}_{}_SIZE", shouting(&field.name));
                let said = "The bytes that an enterprise number takes, its closing NUL included.";
                let size = length(size, 11, said, self.ledger);
                vec![member(&field.name, Kind::Held(size, 11), &with(&about, "ten digits"))]
            }
            Type::Text if self.overrides.held.contains_key(&place) => {
                let said = "The bytes that a text made for the answer may take, its closing NUL included.";
                let size = length(format!("DMS_{upper}_TEXT_SIZE"), HELD, said, self.ledger);
                let held = format!("{about} UTF-8 with a closing NUL.");
                let long = "Its length in bytes, without the closing NUL; a NUL that the facts have inside is counted.";
                vec![
                    member(&field.name, Kind::Held(size, HELD), &held),
                    member(&format!("{}_length", field.name), Kind::Size, long),
                ]
            }
            Type::Record { of } => {
                let mut members = Vec::new();
                for inner in &self.model.record(of).fields {
                    let inside = format!("{place}.{}", inner.name);
                    let name = self.overrides.members.get(&inside);
                    let name = name.cloned().unwrap_or_else(|| format!("{}_{}", field.name, inner.name));
                    members.extend(self.value(&name, &inner.of, &self.value_about(inner), &inside)?);
                    if inner.optional {
                        members.push(member(&format!("has_{name}"), Kind::I32, "Whether it is known."));
                    }
                }
                members
            }
            Type::List { items, .. } if matches!(&**items, Type::Record { .. }) => {
                let Type::Record { of } = &**items else { return Err(place.into()) };
                let (valued, _) = pair(self.model, of).ok_or_else(|| format!("{place}: no rule for its items"))?;
                let (valued, prefix) = (self.model.enumeration(valued), constants(self.overrides, valued));
                let numbered = self.values(valued, Of::Enum(valued.id.clone()));
                let most = numbered.constants.iter().map(|constant| constant.number).max().unwrap_or(0);
                let (name, places) = (format!("{prefix}_PLACES"), usize::try_from(most + 1)?);
                let said = format!(
                    "The length of an array in which each value {prefix}_* has the place that is its number, counted from 0; place 0 is left over and holds 0."
                );
                let name = length(name, places, &said, self.ledger);
                let about = format!(
                    "{about} At the place that is the number {prefix}_*: 0 where it is not among them, otherwise the one bit DMS_{upper}_BECAUSE_* of why."
                );
                vec![member(&format!("{}_because", field.name), Kind::Places(name, places), &about)]
            }
            _ => self.value(&field.name, &field.of, &about, &place)?,
        };
        if flagged {
            members.push(member(&format!("has_{}", field.name), Kind::I32, "Whether there is one."));
        }
        Ok(members)
    }

    /// The members that hold one value.
    fn value(&self, name: &str, of: &Type, about: &str, place: &str) -> Result<Vec<Member>> {
        let kind = match of {
            Type::Boolean | Type::Enum { .. } | Type::OdometerReading { .. } | Type::Date | Type::TimeOfDay => {
                Kind::I32
            }
            _ if self.overrides.unsigned.iter().any(|each| each == place) => Kind::U32,
            Type::Integer { bits, signed, .. } if *bits < 32 || (*bits == 32 && *signed) => Kind::I32,
            Type::Integer { bits, signed, .. } if *bits < 64 || *signed => Kind::I64,
            Type::Cents { .. } => Kind::I64,
            Type::Set { .. } => Kind::U32,
            Type::List { items, .. } if matches!(**items, Type::Enum { .. }) => Kind::U32,
            Type::Time | Type::WallClock | Type::Latest => Kind::Time,
            Type::Record { of } | Type::Union { of } => Kind::Part(self.struct_name(of)),
            Type::Text | Type::Vin => {
                let length = member(&format!("{name}_length"), Kind::Size, "Its length in bytes.");
                return Ok(vec![member(name, Kind::Text, about), length]);
            }
            other => return Err(format!("{place}: no rule for {other:?}").into()),
        };
        Ok(vec![member(name, kind, about)])
    }

    fn fact_about(&self, field: &Field) -> String {
        let about = self.value_about(field);
        match (&field.of, &field.default) {
            (Type::Boolean, Some(serde_json::Value::Bool(false))) => format!("{about} 0 unless set."),
            _ => about,
        }
    }

    /// What a field says, and how its value is told.
    fn value_about(&self, field: &Field) -> String {
        let about = sentence(&field.about);
        match &field.of {
            Type::Boolean => format!("{about} Yes or no."),
            Type::Enum { of } => with(&about, &self.all_of(&constants(self.overrides, of), of)),
            Type::Set { of } => with(&about, &format!("bits {}_*", constants(self.overrides, of))),
            Type::List { items, .. } => match &**items {
                Type::Enum { of } => with(&about, &format!("bits {}_*", constants(self.overrides, of))),
                _ => about,
            },
            Type::Integer { bits, minimum, maximum, .. }
                if *bits < 64 && (*minimum, *maximum) != (-1 << 31, (1 << 31) - 1) =>
            {
                format!("{about} {} to {}.", grouped(*minimum), grouped(*maximum))
            }
            _ => about,
        }
    }

    fn flag_about(&self, field: &Field) -> String {
        let unless = match (&field.of, &field.default) {
            (_, None) => return "Whether it is known.".to_owned(),
            (Type::Enum { of }, Some(serde_json::Value::String(value))) => {
                format!("{}_{}", constants(self.overrides, of), shouting(value))
            }
            (_, Some(serde_json::Value::Bool(yes))) => i32::from(*yes).to_string(),
            (_, Some(other)) => other.to_string(),
        };
        format!("Whether it is set; {unless} unless it is.")
    }

    fn about_of(&self, id: &str) -> String {
        let records = self.model.records.iter().map(|each: &Record| (&each.id, &each.about));
        let unions = self.model.unions.iter().map(|each: &Union| (&each.id, &each.about));
        let about = records.chain(unions).find(|(known, _)| *known == id).map(|(_, about)| about.as_str());
        sentence(about.unwrap_or_default().split("\n\n").next().unwrap_or_default())
    }

    /// The struct with its members where they lie, and with a name for every byte between them.
    fn placed(&mut self, name: String, about: String, members: Vec<Member>, grows: bool) -> Result<Struct> {
        let names: Vec<_> = members.iter().map(|member| member.name.clone()).collect();
        let places = self.ledger.places(&name, &names, grows)?;
        let (mut placed, mut at, mut align, mut reserved) = (Vec::<Member>::new(), 0_usize, 4_usize, 0);
        let mut reserve = |bytes: usize, added: bool| {
            reserved += 1;
            let name = if reserved == 1 { "reserved".to_owned() } else { format!("reserved_{reserved}") };
            Member { name, kind: Kind::Reserved(bytes), about: "Nothing yet: 0.".to_owned(), added }
        };
        for place in &places {
            // Reserved members follow from the others, wherever they came from.
            let Some(found) = members.iter().find(|member| member.name == place.name) else { continue };
            let (size, own) = self.extent(&found.kind);
            let gap = at.next_multiple_of(own) - at;
            // What is added lies behind the whole of what was there.
            if place.added && placed.iter().all(|member| !member.added) {
                let whole = at.next_multiple_of(align) - at;
                if whole > 0 {
                    placed.push(reserve(whole, false));
                    at += whole;
                }
            } else if gap > 0 {
                placed.push(reserve(gap, place.added));
                at += gap;
            }
            align = align.max(own);
            at = at.next_multiple_of(own) + size;
            placed.push(Member { added: place.added, ..found.clone() });
        }
        let end = at.next_multiple_of(align) - at;
        if end > 0 {
            let added = placed.last().is_some_and(|member| member.added);
            placed.push(reserve(end, added));
        }
        self.extents.insert(name.clone(), (at + end, align));
        self.ledger.keep(&name, places.into_iter().filter(|place| !place.name.starts_with("reserved")).collect());
        Ok(Struct { name, about, members: placed })
    }

    /// The size of a member and what its place is a multiple of, with pointers of 64 bits.
    fn extent(&self, kind: &Kind) -> (usize, usize) {
        match kind {
            Kind::I32 | Kind::U32 => (4, 4),
            Kind::I64 | Kind::Size | Kind::Text => (8, 8),
            Kind::Time => (16, 4),
            Kind::Held(_, size) | Kind::Reserved(size) => (*size, 1),
            Kind::Places(_, places) => (4 * places, 4),
            Kind::Part(name) => self.extents.get(name).copied().unwrap_or((4, 4)),
        }
    }
}

/// Names that no model asks for: those of the runtime.
const BY_HAND: &[&str] =
    &["DMS_REQUEST_", "DMS_STATUS_", "DMS_ERROR_", "DMS_LANGUAGE_", "DMS_CAR_PASS_SUBMISSION_FAULT_"];

/// The bytes that a text made for an answer may take.
const HELD: usize = 256;

/// Sections whose structs others hold come before those.
fn in_order(mut sections: Vec<Section>) -> Vec<Section> {
    let mut ordered: Vec<Section> = Vec::new();
    while !sections.is_empty() {
        let missing = |section: &Section, rest: &[Section]| {
            let structs = section.typed.iter().flat_map(|typed| [&typed.facts, &typed.result]).chain(&section.parts);
            let held: Vec<_> = structs.flat_map(|each| &each.members).map(|member| member.kind.clone()).collect();
            rest.iter().position(|other| {
                let elsewhere = other.domain != section.domain || other.decision != section.decision;
                elsewhere && other.parts.iter().any(|part| held.contains(&Kind::Part(part.name.clone())))
            })
        };
        let mut first = 0;
        while let Some(before) = missing(&sections[first], &sections) {
            first = before;
        }
        ordered.push(sections.remove(first));
    }
    ordered
}

/// The domain, and the decision if there is one, beside which a type stands.
fn declared_in<'i>(model: &Model, id: &'i str) -> (&'i str, Option<&'i str>) {
    let mut path = id.split('.');
    let (domain, module) = (path.next().unwrap_or_default(), path.next().unwrap_or_default());
    let beside = model.decisions.iter().any(|decision| decision.domain == domain && decision.name == module);
    (domain, beside.then_some(module))
}

fn member(name: &str, kind: Kind, about: &str) -> Member {
    Member { name: name.to_owned(), kind, about: about.to_owned(), added: false }
}

fn move_places<'f>(id: &str, fields: &'f [Field]) -> Vec<(String, &'f Field)> {
    fields.iter().map(|field| (format!("{id}.{}", field.name), field)).collect()
}

/// The parts of all variants, each once.
pub(crate) fn union_fields(union: &Union) -> Vec<&Field> {
    let mut fields: Vec<&Field> = Vec::new();
    for field in union.variants.iter().flat_map(|variant| &variant.fields) {
        if fields.iter().all(|known| known.name != field.name) {
            fields.push(field);
        }
    }
    fields
}

/// Whether the value of a fact has a flag that says whether it is known: no yes or no that is no unless said.
pub(crate) fn needs_flag(field: &Field) -> bool {
    field.optional && field.default != Some(serde_json::Value::Bool(false))
}

/// The two enums of a record that says of a value for which reason.
pub(crate) fn pair<'m>(model: &'m Model, record: &str) -> Option<(&'m str, &'m str)> {
    match model.record(record).fields.as_slice() {
        [Field { of: Type::Enum { of: value }, .. }, Field { of: Type::Enum { of: reason }, .. }] => {
            Some((value, reason))
        }
        _ => None,
    }
}

/// What the values that a decision's `outcome` has are declared as.
pub(crate) fn outcome_of(model: &Model, overrides: &Overrides, decision: &Decision) -> Option<Of> {
    match &decision.outcome {
        Type::Enum { of } => Some(Of::Enum(of.clone())),
        Type::Union { of } => Some(Of::Union(of.clone())),
        Type::Record { of } => {
            let id = &decision.id;
            let name = overrides.outcomes.get(id).or(overrides.embedded.get(id).map(|each| &each.outcome))?;
            let field = model.record(of).fields.iter().find(|field| field.name == *name)?;
            if let Type::Enum { of } = &field.of { Some(Of::Enum(of.clone())) } else { None }
        }
        _ => None,
    }
}

/// Why a decision has no function of its own; none where it has one.
pub(crate) fn json_alone(model: &Model, overrides: &Overrides, decision: &Decision) -> Option<&'static str> {
    let mut facts = decision.facts.fields.iter();
    if facts.any(|field| {
        matches!(field.of, Type::List { .. })
            || matches!((&field.of, field.optional), (Type::Record { .. } | Type::Union { .. }, true))
    }) {
        return Some("its facts have no fixed length");
    }
    let Type::Record { of } = &decision.outcome else { return None };
    let no_rule = |field: &Field| match &field.of {
        Type::List { items, .. } => match &**items {
            Type::Enum { .. } => false,
            Type::Record { of } => pair(model, of).is_none(),
            _ => true,
        },
        _ => false,
    };
    let fields = model.record(of).fields.iter();
    let left_out = |field: &&Field| overrides.left_out.contains(&format!("{of}.{}", field.name));
    let listed = fields.filter(|field| !left_out(field)).any(no_rule);
    listed.then_some("its outcome has no fixed length")
}

pub(crate) fn struct_name(model: &Model, overrides: &Overrides, id: &str) -> String {
    if let Some(name) = overrides.structs.get(id) {
        return name.clone();
    }
    let named = model.records.iter().map(|each| (&each.id, &each.domain, &each.name));
    let mut named = named.chain(model.unions.iter().map(|each| (&each.id, &each.domain, &each.name)));
    let (_, domain, name) = named.find(|(known, _, _)| *known == id).unwrap_or_else(|| panic!("the model has no {id}"));
    format!("dms_{domain}_{}", snake(name))
}

/// What the constants of a type's values begin with: `okr.Mode` gives `DMS_OKR_MODE`, `okr.choice.Choice` gives
/// `DMS_OKR_CHOICE`.
pub(crate) fn constants(overrides: &Overrides, id: &str) -> String {
    if let Some(prefix) = overrides.constants.get(id) {
        return prefix.clone();
    }
    let (module, name) = id.rsplit_once('.').unwrap_or(("", id));
    let last = module.rsplit('.').next().unwrap_or_default();
    let whole = if snake(name) == last { module.to_owned() } else { id.to_owned() };
    format!("DMS_{}", shouting(&whole))
}

/// `The kind of the booking: DMS_BOOKING_KIND_*.`
fn with(about: &str, told: &str) -> String {
    let about = about.trim_end_matches('.');
    if about.is_empty() {
        return format!("{told}.");
    }
    let joint = if about.contains(": ") || about.contains("; ") { ". One of" } else { ":" };
    let joint = if joint == ":" || told.starts_with("DMS_") { joint } else { ":" };
    format!("{about}{joint} {told}.")
}

fn sentence(about: &str) -> String {
    let about = about.trim();
    let ends = about.ends_with(['.', '!', '?', ':', ')']) || about.is_empty();
    if ends { about.to_owned() } else { format!("{about}.") }
}

/// A sentence that goes on after a colon.
pub(crate) fn lower(sentence: &str) -> String {
    let mut letters = sentence.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => sentence.to_owned(),
    }
}

/// What a member holds where there is nothing.
fn nothing(kind: &Kind) -> &'static str {
    match kind {
        Kind::Text => "NULL",
        Kind::Held(..) => "empty",
        _ => "0",
    }
}

/// A number as people write it: 65,535.
pub(crate) fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if number < 0 { format!("-{grouped}") } else { grouped }
}
