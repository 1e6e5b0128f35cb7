//! Writing Markdown that reads well rendered and as it stands.

/// A column that is wider holds sentences and is not padded: lines stay short, and one text that changes moves no other.
const NARROW: usize = 72;

/// A rule below a heading has at least three signs.
const LEAST: usize = 3;

/// A table in Markdown, its narrow columns aligned.
pub(super) struct Grid {
    rows: Vec<Vec<String>>,
}

impl Grid {
    /// With these headings. A column whose heading is one letter or none is centred: it holds marks.
    pub(super) fn new(headings: Vec<String>) -> Self {
        Self { rows: vec![headings] }
    }

    /// One row, its cells written in Markdown; cells that are left out at the end are empty.
    pub(super) fn row(&mut self, mut cells: Vec<String>) {
        cells.resize(self.rows[0].len(), String::new());
        self.rows.push(cells);
    }

    /// Appends it as a block of its own.
    pub(super) fn write(&self, out: &mut String) {
        let widths: Vec<usize> = (0..self.rows[0].len()).map(|column| self.width(column)).collect();
        for (place, row) in self.rows.iter().enumerate() {
            for (cell, width) in row.iter().zip(&widths) {
                let gap = width.saturating_sub(cell.chars().count());
                out.push_str(&format!("| {cell}{:gap$} ", ""));
            }
            out.push_str("|\n");
            if place == 0 {
                for (heading, width) in row.iter().zip(&widths) {
                    let colon = if heading.chars().count() <= 1 { ":" } else { "-" };
                    out.push_str(&format!("| {colon}{}{colon} ", "-".repeat(width - 2)));
                }
                out.push_str("|\n");
            }
        }
        out.push('\n');
    }

    /// The width to which a column is padded: the Latin letters and marks that are written here are one place wide.
    fn width(&self, column: usize) -> usize {
        let widest = self.rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
        if widest <= NARROW { widest.max(LEAST) } else { LEAST }
    }
}

/// A text that Markdown shows as it stands.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut within_word = false;
    while let Some(letter) = letters.next() {
        let word_goes_on = letters.peek().is_some_and(|next| next.is_alphanumeric());
        match letter {
            // A line break would end the cell, the item or the heading.
            '\n' | '\r' => written.push(' '),
            // Within a word it says nothing to Markdown, and names stay readable.
            '_' if within_word && word_goes_on => written.push('_'),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$' => {
                written.extend(['\\', letter]);
            }
            _ => written.push(letter),
        }
        within_word = letter.is_alphanumeric();
    }
    written
}

#[cfg(test)]
mod tests {
    use super::{Grid, escaped};

    #[test]
    fn nothing_in_a_text_is_read_as_markdown() {
        assert_eq!(escaped("a|b *c* <d> [e]_f `g`\nh_i"), "a\\|b \\*c\\* \\<d\\> \\[e\\]\\_f \\`g\\` h_i");
        assert_eq!(escaped("« N° TVA » n'est pas §57a?"), "« N° TVA » n'est pas §57a?");
    }

    #[test]
    fn narrow_columns_align_and_sentences_run_on() {
        let mut grid = Grid::new(vec!["Rij".to_owned(), "A".to_owned(), "Tekst".to_owned()]);
        grid.row(vec!["`één`".to_owned(), "✓".to_owned(), "x".repeat(80)]);
        grid.row(vec!["`b`".to_owned()]);
        let mut text = String::new();
        grid.write(&mut text);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "| Rij   | A   | Tekst |");
        assert_eq!(lines[1], "| ----- | :-: | --- |");
        assert_eq!(lines[2], format!("| `één` | ✓   | {} |", "x".repeat(80)));
        assert_eq!(lines[3], "| `b`   |     |     |");
    }
}
