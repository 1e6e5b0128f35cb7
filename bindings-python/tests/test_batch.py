"""Whole tables: `decide_batch` answers each row as the decision's own function answers it alone."""

import json
import pickle
import re
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import dms_rules
import pytest
from dms_rules import ErrorCode, Refusal
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_typed_vectors import is_object
from test_vectors import CASES

# Not all of them have types; none is to be had for Python 3.10.
pa: Any = pytest.importorskip("pyarrow")
pl: Any = pytest.importorskip("polars")
pd: Any = pytest.importorskip("pandas")
duckdb: Any = pytest.importorskip("duckdb")

def facts_of(decision: str) -> dict[str, Any]:
    facts: dict[str, Any] = dms_rules.schema(decision)["properties"]
    return facts


def kind_of(schema: dict[str, Any]) -> str:
    """What a fact is, as its schema says."""
    kind: Any = schema.get("type", "record")
    if not isinstance(kind, str):
        kind = kind[0]
    if kind != "string":
        return str(kind)
    if schema.get("format") == "date":
        return "date"
    return "time" if "pattern" in schema or schema.get("format") == "partial-date-time" else "string"


def no_column(decision: str) -> str | None:
    """The first fact that no column holds."""
    return next((name for name, each in facts_of(decision).items() if kind_of(each) in ("array", "record")), None)


LISTS = {decision: fact for decision in dms_rules.decisions() if (fact := no_column(decision))}
"""The decisions that are not offered, with the first fact that no column holds."""

FLAT = [decision for decision in dms_rules.decisions() if decision not in LISTS]

ARROW = {
    "boolean": pa.bool_(),
    "integer": pa.int64(),
    "string": pa.string(),
    "date": pa.string(),
    "time": pa.string(),
}
IN_PYTHON = {"boolean": bool, "integer": int, "string": str, "date": str, "time": str}


def fits(value: object, kind: str) -> bool:
    """Whether a column of the fact's type holds it."""
    if value is None:
        return True
    number: Any = value
    return type(value) is IN_PYTHON[kind] and (kind != "integer" or -(2**63) <= number < 2**63)


def left_out(decision: str, facts: object) -> str | None:
    """Why no table can hold these facts."""
    if not is_object(facts):
        return "no object"
    schemas = facts_of(decision)
    if facts.keys() - schemas.keys():
        return "a column that is no fact"
    if not all(fits(value, kind_of(schemas[name])) for name, value in facts.items()):
        return "a value of another type than its column"
    return "times of several offsets" if len(offsets(decision, facts)) > 1 else None


OFFSET = re.compile(r"(?<=T..:..:..)(\.\d+)?(Z|[+-](?:0\d|1[0-7]):[0-5]\d)$")


def offsets(decision: str, facts: dict[str, Any]) -> set[str]:
    """The offsets of the times among these facts, with nothing for the clock on the wall."""
    schemas = facts_of(decision)
    times = [value for name, value in facts.items() if "pattern" in schemas[name] and value]
    return {found[2] if (found := OFFSET.search(value)) else "" for value in times}


def on_the_wall(value: object) -> Any:
    """The same with its times as the clock on the wall shows them: where all have one offset, nothing else differs."""
    if is_object(value):
        return {name: on_the_wall(part) for name, part in value.items()}
    return OFFSET.sub(lambda found: found[1] or "", value) if isinstance(value, str) else value


def cases() -> Iterator[tuple[str, list[dict[str, Any]], list[dict[str, Any]]]]:
    """The shared cases of each decision that a table can hold."""
    for decision in FLAT:
        held: list[tuple[dict[str, Any], dict[str, Any]]] = []
        for case in (case for case in CASES if case.decision == decision):
            try:
                pairs: list[Any] = json.loads(case.facts, object_pairs_hook=list)
                facts: object = json.loads(case.facts)
            except ValueError:
                LEFT_OUT["no JSON"] += 1
                continue
            if is_object(facts) and len(pairs) != len(facts):
                LEFT_OUT["a key that stands twice"] += 1
            elif why := left_out(decision, facts):
                LEFT_OUT[why] += 1
            elif is_object(facts):
                clocks = {name for name, schema in facts_of(decision).items() if "pattern" in schema}
                facts = {name: on_the_wall(fact) if name in clocks else fact for name, fact in facts.items()}
                held.append((facts, on_the_wall(case.expected)))
        yield decision, [facts for facts, _ in held], [expected for _, expected in held]


LEFT_OUT: Counter[str] = Counter()
TABLES = list(cases())


def table_of(decision: str, rows: list[dict[str, Any]], types: dict[str, Any] | None = None) -> Any:
    """A table with a column for every fact, whichever row knows it."""
    types = ARROW | (types or {})
    return pa.table(
        {
            name: pa.array([row.get(name) for row in rows], types[kind_of(schema)])
            for name, schema in facts_of(decision).items()
        }
    )


def as_written(value: Any) -> Any:
    """What stands in an answer, as JSON writes it."""
    if isinstance(value, datetime | time):
        return value.isoformat()
    return value.isoformat() if isinstance(value, date) else value


def by_type(kind: str, value: Any) -> Any:
    """A day or a time as one; nothing else is changed."""
    if kind not in WRITTEN or value is None:
        return value
    pattern, read = WRITTEN[kind]
    if not pattern.fullmatch(value):
        raise ValueError(value)
    return read(value)


WRITTEN: dict[str, tuple[re.Pattern[str], Callable[[str], Any]]] = {
    "date": (re.compile(r"\d{4}-\d\d-\d\d"), date.fromisoformat),
    "time": (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.(\d{3}|\d{6}))?"), datetime.fromisoformat),
}


def typed(rows: list[dict[str, Any]], decision: str) -> Iterator[dict[str, Any] | None]:
    """The rows with their days and times by type; nothing for one that has a text that is none."""
    kinds = {name: kind_of(schema) for name, schema in facts_of(decision).items()}
    for row in rows:
        try:
            yield {name: by_type(kinds[name], value) for name, value in row.items()}
        except ValueError:
            yield None


def told(row: dict[str, Any]) -> dict[str, Any]:
    """A row of answers as the shared cases have it."""
    if row.get("error"):
        assert all(value is None for name, value in row.items() if not name.startswith("error"))
        return {"error": {"code": row["error"], "field": row["error_field"]}}
    parts = {name.removeprefix("outcome_"): as_written(value) for name, value in row.items() if "outcome_" in name}
    if "locked_field" in parts:
        fields, reasons = parts.pop("locked_field"), parts.pop("locked_reason")
        parts["locked"] = [
            {"field": field, "reason": reason} for field, reason in zip(fields, reasons, strict=True)
        ]
    kind = {"kind": row["outcome"]} if "outcome" in row and parts else {}
    outcome = kind | parts or row["outcome"]
    return {"expect": {"outcome": outcome} | {name: row[name] for name in ("row", "because", "advisories")}}


def agrees(answer: dict[str, Any], expected: dict[str, Any]) -> bool:
    """Whether an answer is the one expected; a part that an outcome's kind has not got has no value."""
    outcome = answer.get("expect", {}).get("outcome")
    if is_object(outcome) and "kind" in outcome:
        wanted: dict[str, Any] = expected.get("expect", {}).get("outcome", {})
        missing = [name for name in outcome if name not in wanted]
        assert all(outcome.pop(name) is None for name in missing)
    return answer == expected


class TestTables:
    @pytest.mark.parametrize(("decision", "rows", "expected"), TABLES, ids=[decision for decision, _, _ in TABLES])
    def test_answers(self, decision: str, rows: list[dict[str, Any]], expected: list[dict[str, Any]]) -> None:
        assert rows
        answers = pa.table(dms_rules.decide_batch(decision, table_of(decision, rows), errors="column")).to_pylist()
        for facts, answer, wanted in zip(rows, answers, expected, strict=True):
            assert agrees(told(answer), wanted), facts

    @pytest.mark.parametrize(("decision", "rows", "expected"), TABLES, ids=[decision for decision, _, _ in TABLES])
    def test_days_and_times_by_type(
        self, decision: str, rows: list[dict[str, Any]], expected: list[dict[str, Any]]
    ) -> None:
        pairs = [(row, wanted) for row, wanted in zip(typed(rows, decision), expected, strict=True) if row is not None]
        table = table_of(decision, [row for row, _ in pairs], {"date": pa.date32(), "time": pa.timestamp("us")})
        answers = pa.table(dms_rules.decide_batch(decision, table, errors="column")).to_pylist()
        for (facts, wanted), answer in zip(pairs, answers, strict=True):
            assert agrees(told(answer), wanted), facts

    def test_count(self) -> None:
        held = sum(len(rows) for _, rows, _ in TABLES)
        assert held + LEFT_OUT.total() == sum(case.decision in FLAT for case in CASES)
        assert held > 1_300, LEFT_OUT


def test_the_others_are_refused_and_named() -> None:
    for decision, fact in LISTS.items():
        with pytest.raises(Refusal, match="do not lie in columns") as refused:
            dms_rules.decide_batch(decision, pa.table({}))
        assert (refused.value.code, refused.value.field) == (ErrorCode.WRONG_TYPE, fact)
    with pytest.raises(Refusal) as refused:
        dms_rules.decide_batch("okr.nothing", pa.table({}))
    assert refused.value.code is ErrorCode.UNKNOWN_DECISION
    assert len(FLAT) > len(LISTS)


DAY = date(2026, 11, 21)
ORDERS: dict[str, list[Any]] = {
    "mode": ["after_invoice_from_amount", "after_invoice", "always", "never", "after_invoice"],
    "max_age_days": [30, 14, None, None, 0],
    "threshold_cents": [None, 15_000, 15_000, None, 0],
    "boundary": [None, "at_least", "more_than", None, "more_than"],
    "apk_reported": [False, False, True, False, False],
    "entered_reading_km": [125_896, 84_500, 12, 0, 9_999_999],
    "last_reading_km": [126_000, 84_540, None, 0, 9_999_999],
    "reading_date": [date(2026, 11, 19), date(2026, 10, 1), None, DAY, DAY],
    "invoice_date": [DAY] * 5,
    "invoice_total_cents": [15_000, 42_000, -100, 0, 1],
}
SCHEMA = pa.schema(
    {
        "mode": pa.string(),
        "max_age_days": pa.int32(),
        "threshold_cents": pa.int64(),
        "boundary": pa.string(),
        "apk_reported": pa.bool_(),
        "entered_reading_km": pa.int32(),
        "last_reading_km": pa.int32(),
        "reading_date": pa.date32(),
        "invoice_date": pa.date32(),
        "invoice_total_cents": pa.int64(),
    }
)
TABLE = pa.table(ORDERS, schema=SCHEMA)


def decided(decision: str, table: Any, **options: Any) -> list[dict[str, Any]]:
    """The answers, row by row."""
    rows: list[dict[str, Any]] = pa.table(dms_rules.decide_batch(decision, table, **options)).to_pylist()
    return rows


def alone(decision: str, facts: dict[str, Any]) -> dict[str, Any]:
    """What the library answers to one set of facts, as the shared cases have it."""
    request = {"decision": decision, "facts": {name: as_written(value) for name, value in facts.items()}}
    answer = json.loads(dms_rules.evaluate_json(json.dumps(request)))
    if "error" in answer:
        return {"error": {name: answer["error"][name] for name in ("code", "field")}}
    return {"expect": {name: answer[name] for name in ("outcome", "row", "because", "advisories")}}


EXPECTED = [alone("okr.option", facts) for facts in TABLE.to_pylist()]


def recast(**types: Any) -> Any:
    """The same table with columns of other types."""
    fields = [pa.field(field.name, types.get(field.name, field.type)) for field in SCHEMA]
    return TABLE.cast(pa.schema(fields))


NAMES = [pa.string(), pa.large_string(), pa.string_view()]
KEYS = [pa.int8(), pa.uint8(), pa.int16(), pa.uint16(), pa.int32(), pa.uint32(), pa.int64(), pa.uint64()]
NUMBERS = [pa.uint32(), pa.int64(), pa.uint64()]
SMALL = [pa.int8(), pa.uint8(), pa.int16(), pa.uint16(), *NUMBERS]
TYPES: dict[str, Any] = {
    "as it is": TABLE,
    "a batch": TABLE.to_batches()[0],
    "columns in another order": TABLE.select(sorted(ORDERS)),
    **{f"names: {kind}": recast(mode=kind, boundary=kind) for kind in NAMES},
    **{
        f"names: {kind} by {key}": recast(mode=pa.dictionary(key, kind), boundary=pa.dictionary(key, pa.string()))
        for kind in (pa.string(), pa.large_string())
        for key in KEYS
    },
    **{f"readings: {kind}": recast(entered_reading_km=kind, last_reading_km=kind) for kind in NUMBERS},
    **{f"days: {kind}": recast(max_age_days=kind) for kind in SMALL},
    "date64": recast(reading_date=pa.date64(), invoice_date=pa.date64()),
    "texts of dates": recast(reading_date=pa.string(), invoice_date=pa.string_view()),
    "polars": pl.DataFrame(TABLE),
    "polars, categorical": pl.DataFrame(TABLE).with_columns(pl.col("mode", "boundary").cast(pl.Categorical)),
    "polars, enum": pl.DataFrame(TABLE).with_columns(pl.col("boundary").cast(pl.Enum(["at_least", "more_than"]))),
    "pandas": TABLE.to_pandas(types_mapper=pd.ArrowDtype),
    "pandas, nullable": TABLE.to_pandas().astype(
        {"max_age_days": "Int32", "threshold_cents": "Int64", "last_reading_km": "Int32"}
    ),
}


class TestTypes:
    @pytest.mark.parametrize("table", TYPES.values(), ids=TYPES.keys())
    def test_type(self, table: Any) -> None:
        assert [told(row) for row in decided("okr.option", table)] == EXPECTED

    def test_duckdb(self) -> None:
        relation = duckdb.from_arrow(TABLE)
        assert [told(row) for row in decided("okr.option", relation)] == EXPECTED

    def test_a_stream_is_read_batch_by_batch(self) -> None:
        reader = TABLE.to_reader(max_chunksize=2)
        answer = dms_rules.decide_batch("okr.option", reader)
        assert [told(row) for row in pa.table(answer).to_pylist()] == EXPECTED
        assert pa.table(answer).column("row").num_chunks == 3

    @pytest.mark.parametrize("start", range(1, 5))
    def test_slices(self, start: int) -> None:
        for table in (TABLE, pl.DataFrame(TABLE), recast(mode=pa.dictionary(pa.int8(), "string"))):
            assert [told(row) for row in decided("okr.option", table.slice(start))] == EXPECTED[start:]

    def test_slices_of_bits_that_begin_within_a_byte(self) -> None:
        issued = [False, True, True, False, False, True, False, True, True, True, None, False] * 3
        table = pa.table({"issued": issued})
        for start in range(0, 20):
            answers = decided("booking.follows_master", table.slice(start, 13), errors="column")
            follows = [row["outcome_follows_master"] for row in answers]
            assert follows == [None if each is None else not each for each in issued[start : start + 13]]

    def test_dictionaries_with_nothing_as_an_entry(self) -> None:
        mode = pa.DictionaryArray.from_arrays([0, 1, 0], [None, "always"])
        table = pa.table({"mode": mode, "entered_reading_km": [1, 2, 3]})
        answers = decided("okr.mutation", table, errors="column")
        assert [row["error"] for row in answers] == ["missing_field", None, "missing_field"]
        orders = TABLE.slice(0, 3).set_column(0, "mode", mode)
        answers = decided("okr.option", orders, errors="column")
        assert [(row["error"], row["error_field"]) for row in answers][::2] == [("missing_field", "mode")] * 2

    def test_large_dictionaries(self) -> None:
        names = pa.array(["always", *(f"no mode {number}" for number in range(300)), "never"])
        mode = pa.DictionaryArray.from_arrays([0, 301, 7, 0, 301], names)
        answers = decided("okr.option", TABLE.set_column(0, "mode", mode), errors="column")
        assert [row["error"] for row in answers] == [None, None, "unknown_value", None, None]
        assert answers[4]["outcome"] == "locked"

    def test_what_is_left_out_is_unknown(self) -> None:
        optional = ["max_age_days", "threshold_cents", "boundary", "last_reading_km", "reading_date"]
        without = TABLE.slice(2, 2).drop_columns(optional)
        nulls = TABLE.slice(2, 2)
        for name in optional:
            nulls = nulls.set_column(nulls.schema.get_field_index(name), name, pa.nulls(2))
        expected = [alone("okr.option", facts) for facts in without.to_pylist()]
        assert [told(row) for row in decided("okr.option", without)] == expected
        assert [told(row) for row in decided("okr.option", nulls)] == expected

    @pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
    def test_times(self, unit: str) -> None:
        table = pa.table({"at": pa.array([datetime(2026, 11, 20, 10, 7), None], pa.timestamp(unit))})
        answers = decided("quarter_hour.nearest", table, errors="column")
        assert answers[0]["outcome_at"] == datetime(2026, 11, 20, 10, 0)
        assert (answers[1]["error"], answers[1]["error_field"]) == ("missing_field", "at")

    def test_times_that_no_answer_can_hold(self) -> None:
        at = pa.array([1, -(2**62)], pa.int64())
        for kind, row in (("ns", 0), ("us", 1)):
            table = pa.table({"at": at.cast(pa.timestamp(kind))})
            answers = decided("quarter_hour.floor", table, errors="column")
            assert (answers[row]["error"], answers[row]["error_field"]) == ("out_of_range", "at")

    def test_an_empty_table(self) -> None:
        answer = dms_rules.decide_batch("okr.option", TABLE.slice(0, 0))
        assert len(answer) == 0
        assert pa.table(answer).schema.names == list(answer.column_names)
        assert len(dms_rules.decide_batch("okr.option", pa.RecordBatchReader.from_batches(SCHEMA, []))) == 0


WRONG: dict[str, tuple[Any, ErrorCode, str, str]] = {
    "text for a number": (recast(max_age_days=pa.string()), ErrorCode.WRONG_TYPE, "max_age_days", "integers"),
    "float for a number": (recast(max_age_days=pa.float64()), ErrorCode.WRONG_TYPE, "max_age_days", "found Float64"),
    "decimal": (recast(invoice_total_cents=pa.decimal128(20)), ErrorCode.WRONG_TYPE, "invoice_total_cents", "Decimal"),
    "number for a flag": (recast(apk_reported=pa.int8()), ErrorCode.WRONG_TYPE, "apk_reported", "booleans"),
    "timestamp for a day": (recast(reading_date=pa.timestamp("us")), ErrorCode.WRONG_TYPE, "reading_date", "dates"),
    "number for a name": (
        TABLE.set_column(0, "mode", pa.array([1] * 5)),
        ErrorCode.WRONG_TYPE,
        "mode",
        "texts",
    ),
    "a list": (TABLE.set_column(0, "mode", pa.array([["never"]] * 5)), ErrorCode.WRONG_TYPE, "mode", "List"),
    "a dictionary of numbers": (
        TABLE.set_column(1, "max_age_days", pa.array([1] * 5).dictionary_encode()),
        ErrorCode.WRONG_TYPE,
        "max_age_days",
        "Dictionary",
    ),
    "no column": (TABLE.drop_columns(["invoice_date"]), ErrorCode.MISSING_FIELD, "invoice_date", "no such column"),
    "a column that is no fact": (
        TABLE.append_column("order", pa.nulls(5)),
        ErrorCode.UNKNOWN_FIELD,
        "order",
        "no such fact",
    ),
    "a name twice": (TABLE.append_column("mode", TABLE["mode"]), ErrorCode.CONTRADICTION, "mode", "two columns"),
}


class TestColumnsThatCannotBe:
    @pytest.mark.parametrize(("table", "code", "field", "words"), WRONG.values(), ids=WRONG.keys())
    @pytest.mark.parametrize("errors", ["raise", "column"])
    def test_is_named(self, table: Any, code: ErrorCode, field: str, words: str, errors: Any) -> None:
        for rows in (table, table.slice(0, 0)):
            with pytest.raises(Refusal, match=words) as refused:
                dms_rules.decide_batch("okr.option", rows, errors=errors)
            assert (refused.value.code, refused.value.field, refused.value.row) == (code, field, None)

    def test_a_time_zone(self) -> None:
        table = pa.table({"at": pa.array([0], pa.timestamp("s", "Europe/Vienna"))})
        with pytest.raises(Refusal, match=r"without a time zone, .* found Timestamp.*Europe/Vienna") as refused:
            dms_rules.decide_batch("quarter_hour.next", table)
        assert (refused.value.code, refused.value.field) == (ErrorCode.WRONG_TYPE, "at")

    def test_further_columns_are_passed_over_if_asked(self) -> None:
        table = TABLE.append_column("order", pa.array([{"lines": [1]}] * 5))
        answers = decided("okr.option", table, extra_columns="ignore")
        assert [told(row) for row in answers] == EXPECTED

    @pytest.mark.parametrize("table", [pa.array([1]), [1], None, pl.Series([1])], ids=lambda each: type(each).__name__)
    def test_no_table(self, table: Any) -> None:
        with pytest.raises((TypeError, ValueError)):
            dms_rules.decide_batch("okr.option", table)

    @pytest.mark.parametrize(
        ("options", "words"),
        [({"errors": "no"}, "errors"), ({"extra_columns": "no"}, "extra_columns"), ({"threads": -1}, "threads")],
    )
    def test_no_such_option(self, options: dict[str, Any], words: str) -> None:
        with pytest.raises(ValueError, match=words):
            dms_rules.decide_batch("okr.option", TABLE, **options)


def many_orders(times: int) -> Any:
    """A long table, a batch of 100,000 rows again and again."""
    batch = pa.concat_tables([TABLE] * 20_000).combine_chunks().to_batches()[0]
    return pa.Table.from_batches([batch] * times)


MANY = many_orders(2).combine_chunks()

# Each with the first row that is refused, the code and the fact.
BAD: dict[str, tuple[dict[str, Any], str, str]] = {
    "a fact that is needed": ({"mode": None}, "missing_field", "mode"),
    "no flag": ({"apk_reported": None}, "missing_field", "apk_reported"),
    "no such name": ({"mode": "sometimes"}, "unknown_value", "mode"),
    "a number beyond its limits": ({"entered_reading_km": 10_000_000}, "out_of_range", "entered_reading_km"),
    "below its limits": ({"last_reading_km": -1}, "out_of_range", "last_reading_km"),
    "no such age": ({"max_age_days": 65_536}, "out_of_range", "max_age_days"),
    "what the decision refuses": ({"reading_date": date(2026, 11, 22)}, "contradiction", "reading_date"),
    "what it needs": ({"mode": "after_invoice", "max_age_days": None}, "missing_field", "max_age_days"),
    "the first of several": ({"boundary": "x", "invoice_total_cents": None}, "unknown_value", "boundary"),
}


class TestRowsThatCannotBe:
    @pytest.mark.parametrize(("fault", "code", "field"), BAD.values(), ids=BAD.keys())
    @pytest.mark.parametrize("threads", [1, 2])
    @pytest.mark.parametrize("row", [3, 200_000])
    def test_is_named(self, fault: dict[str, Any], code: str, field: str, threads: int, row: int) -> None:
        bad = pa.table({name: [fault.get(name, each[0])] for name, each in ORDERS.items()}, SCHEMA)
        assert alone("okr.option", bad.to_pylist()[0]) == {"error": {"code": code, "field": field}}
        table = pa.concat_tables([MANY.slice(0, row), bad, MANY.slice(row), bad]).combine_chunks()
        with pytest.raises(Refusal) as refused:
            dms_rules.decide_batch("okr.option", table, threads=threads)
        refusal = refused.value
        assert (refusal.code, refusal.field, refusal.row) == (code, field, row)
        assert str(refusal).startswith(f"row {row}: {field}: ")
        again = pickle.loads(pickle.dumps(refusal))
        assert (again.row, str(again)) == (row, str(refusal))

        answers = pa.table(dms_rules.decide_batch("okr.option", table, errors="column", threads=threads))
        assert answers["error"].null_count == len(table) - 2
        assert answers["outcome"].null_count == answers["because"].null_count == 2
        told = answers.slice(row, 1).to_pylist()[0]
        assert (told["error"], told["error_field"], told["outcome"]) == (code, field, None)
        assert told["error_detail"]
        assert f"{field}: {told['error_detail']}" in str(refusal)

    def test_a_row_in_a_later_batch(self) -> None:
        batches = [*TABLE.to_batches(), *TABLE.set_column(0, "mode", pa.array(["always"] * 4 + ["?"])).to_batches()]
        with pytest.raises(Refusal) as refused:
            dms_rules.decide_batch("okr.option", pa.RecordBatchReader.from_batches(SCHEMA, batches))
        assert refused.value.row == 9

    def test_a_stream_that_fails(self) -> None:
        def failing() -> Iterator[Any]:
            yield TABLE.to_batches()[0]
            raise RuntimeError("the file ends here")

        with pytest.raises(ValueError, match="the file ends here"):
            dms_rules.decide_batch("okr.option", pa.RecordBatchReader.from_batches(SCHEMA, failing()))


class TestAnswers:
    def test_the_table(self) -> None:
        answer = dms_rules.decide_batch("okr.option", TABLE)
        assert (len(answer), answer.decision, answer.edition) == (5, "okr.option", "2026-11")
        assert answer.column_names == ("outcome", "row", "because", "advisories")
        assert repr(answer) == "<DecidedTable okr.option: 5 rows of outcome, row, because, advisories>"
        metadata = pa.schema(answer).metadata
        assert metadata == {b"decision": b"okr.option", b"edition": b"2026-11"}

    def test_every_library_reads_names(self) -> None:
        answer = dms_rules.decide_batch("okr.option", TABLE)
        rows = pa.table(answer).to_pylist()
        assert pl.DataFrame(answer).to_dicts() == rows
        names = duckdb.sql("select * from answer").fetchall()
        assert names == [tuple(row.values()) for row in rows]
        frame = pd.DataFrame.from_arrow(answer)
        assert [list(each) for each in frame["because"]] == [row["because"] for row in rows]
        assert list(frame["outcome"]) == [row["outcome"] for row in rows]

    def test_masks(self) -> None:
        names = pa.table(dms_rules.decide_batch("okr.option", TABLE))
        masks = pa.table(dms_rules.decide_batch("okr.option", TABLE, masks=True))
        assert masks.column_names == ["outcome", "row", "because_mask", "advisories_mask"]
        assert masks.select(["outcome", "row"]).equals(names.select(["outcome", "row"]))
        for name in ("because", "advisories"):
            bits = masks.schema.metadata[f"{name}_mask".encode()].decode().split(",")
            listed = [
                [each for bit, each in enumerate(bits) if mask >> bit & 1]
                for mask in masks[f"{name}_mask"].to_pylist()
            ]
            assert listed == names[name].to_pylist()

    def test_nothing_is_copied_on_the_way_out(self) -> None:
        answer = dms_rules.decide_batch("okr.option", TABLE)
        one, other = (pa.table(answer)["row"].chunk(0).indices.buffers()[1].address for _ in range(2))
        assert one == other

    @pytest.mark.parametrize("threads", [0, 2, 5])
    def test_cores_change_nothing(self, threads: int) -> None:
        table = many_orders(5).combine_chunks()
        alone = pa.table(dms_rules.decide_batch("okr.option", table))
        assert pa.table(dms_rules.decide_batch("okr.option", table, threads=threads)).equals(alone)


class TestProgress:
    @pytest.mark.parametrize("threads", [1, 2])
    @pytest.mark.parametrize("table", [many_orders(5), many_orders(5).combine_chunks()], ids=["batches", "one batch"])
    def test_is_told(self, threads: int, table: Any) -> None:
        told: list[int] = []
        dms_rules.decide_batch("okr.option", table, threads=threads, progress=told.append)
        assert told == sorted(set(told))
        assert told[-1] == 500_000
        assert 5 <= len(told) <= 8

    @pytest.mark.parametrize("threads", [1, 2])
    def test_what_it_raises_ends_the_run(self, threads: int) -> None:
        told: list[int] = []

        def enough(rows: int) -> None:
            told.append(rows)
            raise LookupError("enough")

        with pytest.raises(LookupError, match="enough"):
            dms_rules.decide_batch("okr.option", many_orders(20).combine_chunks(), threads=threads, progress=enough)
        assert len(told) == 1

    @pytest.mark.parametrize("threads", [1, 2])
    def test_an_interrupt_ends_the_run(self, threads: int) -> None:
        def interrupt(_rows: int) -> None:
            signal.raise_signal(signal.SIGINT)

        told: list[int] = []

        def count(rows: int) -> None:
            told.append(rows)
            if len(told) == 3:
                # As from the keyboard: noted now, and raised when Python is asked next.
                threading.Thread(target=interrupt, args=(rows,)).start()

        # A shell that starts the tests in the background has them ignore the keyboard.
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            with pytest.raises(KeyboardInterrupt):
                dms_rules.decide_batch("okr.option", many_orders(400), threads=threads, progress=count)
        finally:
            signal.signal(signal.SIGINT, before)
        assert len(told) < 350

    def test_the_lock_is_off(self) -> None:
        """Another thread works meanwhile; with the lock on it would not once."""
        table = many_orders(20).combine_chunks()
        ready, done, worked = threading.Event(), threading.Event(), 0

        def work() -> None:
            nonlocal worked
            ready.set()
            while not done.wait(0.0005):
                worked += 1

        other = threading.Thread(target=work)
        # No turn is taken from who has the lock: only where it is given up can the other work.
        interval = sys.getswitchinterval()
        sys.setswitchinterval(1_000)
        try:
            other.start()
            ready.wait()
            before = worked
            dms_rules.decide_batch("okr.option", table)
            meanwhile = worked - before
        finally:
            done.set()
            sys.setswitchinterval(interval)
            other.join()
        assert meanwhile > 0


MEMORY = """
import dms_rules, pyarrow as pa
from test_batch import many_orders

def peak():
    return int(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1]) * 1024

table = many_orders(40).combine_chunks()
dms_rules.decide_batch("okr.option", table.slice(0, 1000))
for options in ({}, {"masks": True}, {"threads": 2}, {"errors": "column"}):
    open("/proc/self/clear_refs", "w").write("5")
    before = peak()
    answer = dms_rules.decide_batch("okr.option", table, **options)
    print(peak() - before, pa.table(answer).nbytes)
    del answer
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_memory_is_at_most_twice_the_answer() -> None:
    command = [sys.executable, "-c", MEMORY]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parent)
    figures = [tuple(map(int, line.split())) for line in told.stdout.splitlines()]
    assert len(figures) == 4
    for used, answer in figures:
        assert answer > 30_000_000
        assert used <= 2 * answer


def near(schema: dict[str, Any], name: str, required: bool) -> st.SearchStrategy[Any]:
    """Facts near to where the rules turn; some that are refused."""
    kind = kind_of(schema)
    known: dict[str, st.SearchStrategy[Any]] = {
        "boolean": st.booleans(),
        "date": st.dates(date(2024, 1, 1), date(2028, 12, 31)),
        "time": st.datetimes(datetime(2026, 11, 1), datetime(2026, 11, 30)).map(lambda at: at.replace(microsecond=0)),
        "string": st.sampled_from(["", " ", "Gent", "WAUZZZ8V3EA070544", "1M8GDM9AXKP042788"]) | st.text(max_size=20),
        "integer": st.sampled_from([0, 99, 100, 100_000, 100_001, 9_999_999, 10_000_000])
        if name.endswith("_km")
        else st.integers(-1, 15) | st.integers(-(2**63), 2**63 - 1),
    }
    if "enum" in schema:
        names = [each for each in schema["enum"] if each]
        known["string"] = st.sampled_from(names * 8 + ["?"])
    unknown = [st.none()] if not required else []
    return st.one_of(known[kind], *unknown)


@pytest.mark.parametrize("decision", FLAT)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_rows_are_decided_as_alone(decision: str, data: st.DataObject) -> None:
    schema = dms_rules.schema(decision)
    facts = {
        name: near(fact, name, name in schema["required"] and data.draw(st.integers(0, 9)) > 0)
        for name, fact in schema["properties"].items()
    }
    rows = data.draw(st.lists(st.fixed_dictionaries(facts), min_size=1, max_size=20))
    name_type = data.draw(st.sampled_from([pa.string(), pa.large_string(), pa.dictionary(pa.int8(), pa.string())]))
    table = table_of(decision, rows, {"date": pa.date32(), "time": pa.timestamp("us"), "string": name_type})
    answers = decided(decision, table, errors="column")
    for row, answer in zip(rows, answers, strict=True):
        assert agrees(told(answer), alone(decision, row)), row
