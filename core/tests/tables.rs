//! What the proof stops: tables that do not hold do not compile, and are told why. Those that hold are part of this test.
//!
//! The expected messages are those of Rust 1.95. `TRYBUILD=overwrite cargo test -p dms-rules --test tables` writes them
//! anew; look at what changed before you commit it.

#[path = "tables/holds.rs"]
mod holds;
#[path = "tables/sixteen_conditions.rs"]
mod sixteen_conditions;

#[test]
fn a_table_that_holds_answers() {
    holds::main();
    sixteen_conditions::main();
}

#[test]
fn a_table_that_does_not_hold_does_not_compile() {
    // Without a table that passes, so that the library is checked for them and not built once more.
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/tables/gap.rs");
    cases.compile_fail("tests/tables/dead_row.rs");
    cases.compile_fail("tests/tables/dead_advisory.rs");
    cases.compile_fail("tests/tables/duplicate_row_id.rs");
    cases.compile_fail("tests/tables/missing_text.rs");
    cases.compile_fail("tests/tables/not_a_conjunction.rs");
    cases.compile_fail("tests/tables/unasked_condition.rs");
    cases.compile_fail("tests/tables/half_the_feel.rs");
}
