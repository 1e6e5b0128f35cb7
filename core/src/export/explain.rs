//! One decision, explained.

use super::{Fared, Grid, escaped, letter, mark, matrix, policy, source, words};
use crate::decision::{Decision, Reasons};
use crate::message::{Language, Text};
use crate::table::HitPolicy;

/// Explains a decision in one language, as Markdown: the answer to each condition, the table with the row that fired or,
/// under COLLECT, every row that fits, then the reasons and what a person should look at.
///
/// The outcome is written as its row has it; what a decision adds to it (a time, a record) is the caller's to show. A binding
/// that keeps decisions of all kinds may keep them as `decision.map(|_| ())`.
///
/// ```
/// use dms_rules::export::explain;
/// use dms_rules::message::Language;
/// use dms_rules::value::Vin;
/// use dms_rules::vin::check;
///
/// let decision = check::decide(&check::Facts { vin: Vin::new("WVWZZZ1JZXW0000I0") })?;
/// assert!(explain(&decision, Language::Nl).contains("| →   | **`illegal_character`** "));
/// # Ok::<(), dms_rules::error::Error>(())
/// ```
#[must_use]
pub fn explain<O>(decision: &Decision<O>, language: Language) -> String {
    let table = decision.table();
    let holds = decision.condition_bits();
    let mut out = format!("### `{}`\n\n{}\n\n", table.id, source(table, language));
    if !table.conditions.is_empty() {
        let headings = [words::ANSWER, words::CONDITION, words::SAYS].map(|heading| heading.get(language).to_owned());
        let mut grid = Grid::new([&[String::new()], &headings[..]].concat());
        for (place, condition) in table.conditions.iter().enumerate() {
            grid.row(vec![
                letter(place).to_string(),
                mark(Some(holds & (1 << place) != 0)).to_owned(),
                format!("`{}`", condition.id),
                escaped(condition.text.get(language)),
            ]);
        }
        grid.write(&mut out);
    }
    out.push_str(&format!("{}\n\n", policy(table, language)));
    if !table.rows.is_empty() {
        let fired = |place: usize| match table.policy {
            HitPolicy::Collect => decision.because_bits() & (1 << place) != 0,
            HitPolicy::First | HitPolicy::None => decision.row_index() == Some(place),
        };
        let rows = Fared { rows: table.rows, heading: words::ROW, answers: Some((holds, &fired)) };
        matrix(table, &rows, language).write(&mut out);
    }
    if let Some([none, any]) = table.collected {
        let (said, outcome) =
            if decision.because_bits() == 0 { (words::NO_ROW_FITS, none) } else { (words::A_ROW_FITS, any) };
        out.push_str(&format!("{} → **`{outcome}`**\n\n", said.get(language)));
    }
    if !table.advisories.is_empty() {
        let fired = |place: usize| decision.advisory_bits() & (1 << place) != 0;
        let advisories = Fared { rows: table.advisories, heading: words::ADVISORY, answers: Some((holds, &fired)) };
        matrix(table, &advisories, language).write(&mut out);
    }
    said(&mut out, words::WHY, decision.reasons(language), language);
    said(&mut out, words::LOOK, texts(decision.advisories(), language), language);
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn texts(reasons: Reasons, language: Language) -> impl Iterator<Item = &'static str> {
    reasons.map(move |reason| reason.text.get(language))
}

/// A heading and the lines below it; nothing where there are none.
fn said(out: &mut String, heading: Text, lines: impl Iterator<Item = &'static str>, language: Language) {
    let lines: String = lines.map(|line| format!("* {}\n", escaped(line))).collect();
    if !lines.is_empty() {
        out.push_str(&format!("**{}**\n\n{lines}\n", heading.get(language)));
    }
}
