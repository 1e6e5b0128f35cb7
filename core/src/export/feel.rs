//! What several tables say in FEEL, named once: the functions of the exported models.
//!
//! A function bears the name that the same thing has in the rules.

use super::facts::reads;
use crate::table::Table;

/// A function that conditions call by its name.
pub(super) struct Function {
    pub(super) name: &'static str,
    pub(super) parameter: &'static str,
    pub(super) type_ref: &'static str,
    pub(super) body: &'static str,
    pub(super) description: &'static str,
}

/// All functions, each after those that it calls.
pub(super) const FUNCTIONS: &[Function] = &[
    Function {
        name: "given",
        parameter: "text",
        type_ref: "boolean",
        body: r#"text != null and matches(text, "[^\\s\\p{Z}\u0085]")"#,
        description: "Whether a text says something: blank text counts as not given.",
    },
    Function {
        name: "trimmed",
        parameter: "text",
        type_ref: "string",
        body: r#"replace(text, "^[\\s\\p{Z}\u0085]+|[\\s\\p{Z}\u0085]+$", "")"#,
        description: "A text without the blanks before and after it.",
    },
    Function {
        name: "vin_characters",
        parameter: "vin",
        type_ref: "string",
        body: r#"replace(vin, "[\\s\\p{Z}\u0085\\-\u2010-\u2015\u2212]", "")"#,
        description: "A VIN without blanks and dashes.",
    },
    Function {
        name: "form_of_characters",
        parameter: "characters",
        type_ref: "string",
        body: r#"if characters = "" then "missing"
            else if string length(characters) > 17 then "too_long"
            else if matches(characters, "[^A-Za-z0-9]") then "illegal_character"
            else if string length(characters) < 17 then "short"
            else if matches(characters, "[IOQioq]") then "illegal_character"
            else "standard""#,
        description: "What a VIN without blanks and dashes looks like, by its length and its characters alone.",
    },
    Function {
        name: "vin_form",
        parameter: "vin",
        type_ref: "string",
        body: "form_of_characters(vin_characters(vin))",
        description: "What a VIN looks like, by its length and its characters alone.",
    },
    Function {
        name: "check_digit",
        parameter: "characters",
        type_ref: "string",
        // In the row of characters a value is the last digit of the place.
        body: r#"(for remainder in [modulo(sum(for place in 1..17 return modulo(string length(substring before(
            "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ", substring(upper case(characters), place, 1))), 10)
            * [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2][place]), 11)]
            return if remainder = 10 then "X" else string(remainder))[1]"#,
        description: "The check digit that position 9 should have, of a VIN of 17 characters.",
    },
    Function {
        name: "minutes",
        parameter: "at",
        type_ref: "number",
        body: r#"floor((date and time(at) - date and time(if matches(at, "(Z|[+\\-]\\d\\d:\\d\\d)$")
            then "1970-01-01T00:00:00Z" else "1970-01-01T00:00:00")) / duration("PT1M"))"#,
        description: "The whole minutes of a time since 1970: of the instant, or of the clock on the wall.",
    },
    Function {
        name: "months",
        parameter: "day",
        type_ref: "number",
        body: "date(day).year * 12 + date(day).month",
        description: "The months of a day since the year 0.",
    },
];

/// The functions that a table's conditions call, and those that these call, each after its own.
pub(super) fn functions_called(table: &Table) -> Vec<&'static Function> {
    let mut called = table.feel.to_vec();
    for function in FUNCTIONS.iter().rev() {
        if called.iter().any(|feel| reads(feel, function.name)) {
            called.push(function.body);
        }
    }
    FUNCTIONS.iter().filter(|function| called.contains(&function.body)).collect()
}

/// An expression on one line.
pub(super) fn on_one_line(feel: &str) -> String {
    feel.split_whitespace().collect::<Vec<_>>().join(" ")
}
