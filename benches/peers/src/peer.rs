//! What every rule engine is asked to do.

use dms_rules::okr::option::Facts;

use crate::answer::Answer;

pub trait Peer {
    /// What the table calls it.
    fn name(&self) -> &'static str;

    /// From the typed facts to the typed answer.
    fn decide(&mut self, facts: &Facts) -> Answer;

    /// Builds the engine's own input for all the facts, and keeps it.
    fn build(&mut self, facts: &[Facts]);

    /// Evaluates every built input, to the engine's own output.
    fn evaluate_built(&mut self);
}

/// A name for each condition that holds, in the order of the table.
pub const REASONS: [&str; 6] = [
    "forwarding_never",
    "apk_reported",
    "amount_too_low",
    "reading_unchanged",
    "reading_stale",
    "deviation_exceeds_limit",
];

/// Each row with its outcome; what fits none of them is forwarded.
pub const OUTCOMES: [(&str, &str); 6] = [
    ("forwarding_never", "locked"),
    ("apk_reported", "no_apk_reported"),
    ("amount_too_low", "no_amount_below"),
    ("reading_unchanged", "no_reading_old"),
    ("reading_stale", "no_reading_old"),
    ("deviation_exceeds_limit", "no_reading_old"),
];
