//! The inputs that are kept for a target: one a line, with `\xNN` for what cannot stand in a line.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::PathBuf;
use std::{fs, io};

use dms_rules::catalogue::{DECISIONS, Entry};

use crate::mutation::Dice;

/// Where a target's inputs are kept.
#[must_use]
pub fn kept(target: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target)
}

/// The inputs that are kept for a target.
///
/// # Errors
/// Where the file cannot be read, or a line of it is not written as it should be.
pub fn read(target: &str) -> io::Result<Vec<Vec<u8>>> {
    let lines = fs::read_to_string(kept(target))?;
    lines.lines().map(|line| unescaped(line).ok_or_else(|| io::Error::other(format!("{target}: {line}")))).collect()
}

/// The same inputs as they are kept: in order, each once.
#[must_use]
pub fn written(mut inputs: Vec<Vec<u8>>) -> String {
    inputs.sort_unstable_by(|one, other| (one.len(), one).cmp(&(other.len(), other)));
    inputs.dedup();
    let mut lines = String::new();
    for input in inputs {
        for byte in input {
            match byte {
                b'\\' => lines.push_str(r"\\"),
                b' '..=b'~' => lines.push(byte.into()),
                _ => write!(lines, "\\x{byte:02x}").expect("room"),
            }
        }
        lines.push('\n');
    }
    lines
}

/// What is kept of a target's inputs takes no more room than this.
const ROOM: usize = 18 * 1024;

/// As many inputs as there is room for: of each decision, or of each first byte where there is none, one after the other
/// as the dice fall.
#[must_use]
pub fn thinned(inputs: Vec<Vec<u8>>) -> Vec<Vec<u8>> {
    let id_of = |input: &[u8]| {
        let text = String::from_utf8_lossy(input);
        DECISIONS.iter().map(Entry::id).filter(|id| text.contains(id)).max_by_key(|id| id.len())
    };
    let mut dice = Dice::new(0);
    let mut kinds: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for input in inputs {
        let kind = id_of(&input).map_or_else(|| input.iter().take(1).copied().collect(), |id| id.as_bytes().to_vec());
        kinds.entry(kind).or_default().push((dice.throw(), input));
    }
    kinds.values_mut().for_each(|inputs| inputs.sort_unstable());
    let mut kept = Vec::new();
    let mut room = ROOM;
    while kinds.values().any(|inputs| !inputs.is_empty()) {
        for (_, input) in kinds.values_mut().filter_map(Vec::pop) {
            let size = written(vec![input.clone()]).len();
            if size > room {
                return kept;
            }
            room -= size;
            kept.push(input);
        }
    }
    kept
}

fn unescaped(line: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut rest = line.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        rest = match (byte, after) {
            (b'\\', [b'\\', after @ ..]) => {
                bytes.push(b'\\');
                after
            }
            (b'\\', [b'x', high, low, after @ ..]) => {
                let digits = [*high, *low];
                bytes.push(u8::from_str_radix(str::from_utf8(&digits).ok()?, 16).ok()?);
                after
            }
            (b'\\', _) => return None,
            _ => {
                bytes.push(*byte);
                after
            }
        };
    }
    Some(bytes)
}

/// Words as libFuzzer reads a dictionary.
#[must_use]
pub fn dictionary(words: &BTreeSet<String>) -> String {
    let lines = words.iter().map(|word| {
        let bytes = word.bytes().map(|byte| match byte {
            b'"' | b'\\' => format!("\\{}", char::from(byte)),
            b' '..=b'~' => char::from(byte).to_string(),
            _ => format!("\\x{byte:02X}"),
        });
        format!("\"{}\"\n", bytes.collect::<String>())
    });
    lines.collect()
}
