//! Documentation, as KDoc has it.

use super::Kotlin;

const WIDTH: usize = 120;

impl Kotlin<'_> {
    /// A comment, on one line if it fits.
    pub(super) fn kdoc(&self, indent: usize, paragraphs: &[String]) -> String {
        let indent = " ".repeat(indent);
        if let [only] = paragraphs
            && !only.starts_with('@')
        {
            let line = format!("{indent}/** {only} */");
            if line.chars().count() <= WIDTH {
                return line;
            }
        }
        let mut lines = vec![format!("{indent}/**")];
        for (place, paragraph) in paragraphs.iter().enumerate() {
            if place > 0 && !(paragraph.starts_with('@') && paragraphs[place - 1].starts_with('@')) {
                lines.push(format!("{indent} *"));
            }
            let hang = if paragraph.starts_with('@') { "  " } else { "" };
            lines.extend(wrapped(paragraph, WIDTH - indent.len() - 3, hang).map(|line| format!("{indent} * {line}")));
        }
        lines.push(format!("{indent} */"));
        lines.join("\n")
    }

    /// The model's words with links for decisions and for the parts of one.
    pub(super) fn linked(&self, text: &str) -> String {
        let mut linked = String::new();
        for (place, piece) in text.split('`').enumerate() {
            if place % 2 == 0 {
                linked.push_str(piece);
            } else if piece == "because" || piece == "row" || piece == "advisories" {
                linked += &format!("[Decision.{piece}]");
            } else {
                linked += &self.link(piece).unwrap_or_else(|| format!("`{piece}`"));
            }
        }
        linked
    }

    /// The paragraphs of the model's words.
    pub(super) fn paragraphs(&self, about: &str) -> Vec<String> {
        let words = self.overrides.words.iter();
        let about = words.fold(about.to_owned(), |about, (model, kotlin)| about.replace(model, kotlin));
        let paragraphs = about.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
        paragraphs.map(|paragraph| self.linked(&paragraph.split_whitespace().collect::<Vec<_>>().join(" "))).collect()
    }
}

/// The lines of a paragraph; those after the first begin with `hang`.
fn wrapped(paragraph: &str, width: usize, hang: &str) -> impl Iterator<Item = String> {
    let mut lines = vec![String::new()];
    for word in paragraph.split(' ') {
        let line = lines.last_mut().expect("there is a first line");
        if line.trim().is_empty() || line.chars().count() + 1 + word.chars().count() <= width {
            if !line.trim().is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        } else {
            lines.push(format!("{hang}{word}"));
        }
    }
    lines.into_iter()
}

/// A sentence that goes on: its first letter small, unless it begins an abbreviation.
pub(super) fn going_on(sentence: &str) -> String {
    let mut letters = sentence.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(sentence.chars().skip(1)).collect()
        }
        _ => sentence.to_owned(),
    }
}
