"""`okr.option` on a table: `decide_batch` against polars expressions and numpy, on one core.

    pip install ./bindings-python -r bindings-python/requirements-test.txt
    python benches/python/batch.py [ROWS]

Every contestant first agrees with the library's single answers to 2,000 random rows: outcome, row, reasons and
advisories, and which rows are refused. Then they take turns; the figures are medians of processor time.
"""

import os

os.environ["POLARS_MAX_THREADS"] = "1"

import json
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any, NamedTuple

import dms_rules
import numpy as np
import polars as pl
import pyarrow as pa

TURNS = 15
MODES = ["never", "always", "after_invoice", "after_invoice_from_amount"]
BOUNDARIES = ["more_than", "at_least"]
TABLE = dms_rules.describe("okr.option")
ROWS = [row["id"] for row in TABLE["rows"]]
OUTCOMES = list(dict.fromkeys(row["outcome"] for row in TABLE["rows"]))
CONDITIONS = [condition["id"] for condition in TABLE["conditions"]]
ADVISORIES = [advisory["id"] for advisory in TABLE["advisories"]]
# `read_on_invoice_date` is asked for by an advisory alone: it is no reason.
REASONS = [condition for condition in CONDITIONS if condition in ROWS]


def facts(rows: int, refused: float) -> pa.Table:
    """Random facts in random order; this share of them is refused."""
    random = np.random.default_rng(11)
    last = random.integers(0, 300_000, rows)
    change = random.choice([0, 1, -1, 1, 1], rows) * random.choice([30, 5_000, 100_001], rows)
    invoice = random.integers(20_000, 20_700, rows)
    read = invoice - random.choice([0, 1, 20, 50], rows)
    read[random.random(rows) < refused] += 60
    mode = random.integers(0, 4, rows)
    unaged = (mode < 2) & (random.random(rows) < 0.5) | (random.random(rows) < refused)
    names = pa.DictionaryArray.from_arrays
    return pa.table(
        {
            "mode": names(pa.array(mode.astype(np.int8)), pa.array(MODES)),
            "max_age_days": pa.array(random.integers(0, 40, rows).astype(np.int16), mask=unaged),
            "threshold_cents": pa.array(np.full(rows, 15_000)),
            "boundary": names(pa.array(random.integers(0, 2, rows).astype(np.int8)), pa.array(BOUNDARIES)),
            "apk_reported": pa.array(random.random(rows) < 0.2),
            "entered_reading_km": pa.array(np.maximum(last + change, 0).astype(np.int32)),
            "last_reading_km": pa.array(last.astype(np.int32), mask=random.random(rows) < 0.15),
            "reading_date": pa.array(read.astype(np.int32), mask=random.random(rows) < 0.1).cast(pa.date32()),
            "invoice_date": pa.array(invoice.astype(np.int32)).cast(pa.date32()),
            "invoice_total_cents": pa.array(random.choice([15_000, -2_000, 14_999, 42_000], rows)),
        }
    )


class Answer(NamedTuple):
    """What a contestant answers to a row; nothing where it is refused."""

    outcome: str
    row: str
    because: tuple[str, ...]
    advisories: tuple[str, ...]


def bits(mask: int, names: list[str]) -> tuple[str, ...]:
    """The names of bits."""
    return tuple(name for bit, name in enumerate(names) if mask >> bit & 1)


def alone(table: pa.Table) -> list[Answer | None]:
    """The library's own answers, row by row."""
    answers: list[Answer | None] = []
    for row in table.to_pylist():
        known = {name: fact.isoformat() if hasattr(fact, "isoformat") else fact for name, fact in row.items()}
        answer = json.loads(dms_rules.evaluate_json(json.dumps({"decision": "okr.option", "facts": known})))
        named = [answer.get(name) for name in ("outcome", "row", "because", "advisories")]
        answers.append(None if "error" in answer else Answer(named[0], named[1], tuple(named[2]), tuple(named[3])))
    return answers


def batch_lists(table: pa.Table) -> list[Answer | None]:
    """`decide_batch` with names."""
    rows = pa.table(dms_rules.decide_batch("okr.option", table, errors="column")).to_pylist()
    return [
        None if row["error"] else Answer(row["outcome"], row["row"], tuple(row["because"]), tuple(row["advisories"]))
        for row in rows
    ]


def batch_masks(table: pa.Table) -> list[Answer | None]:
    """`decide_batch` with bits."""
    rows = pa.table(dms_rules.decide_batch("okr.option", table, errors="column", masks=True)).to_pylist()
    return [
        None
        if row["error"]
        else Answer(
            row["outcome"], row["row"], bits(row["because_mask"], CONDITIONS), bits(row["advisories_mask"], ADVISORIES)
        )
        for row in rows
    ]


def polars_conditions() -> tuple[dict[str, pl.Expr], pl.Expr]:
    """The conditions, and which rows are refused, as expressions."""
    mode, last, entered = pl.col("mode"), pl.col("last_reading_km"), pl.col("entered_reading_km")
    after_invoice = mode.is_in(MODES[2:])
    total, threshold = pl.col("invoice_total_cents"), pl.col("threshold_cents")
    enough = pl.when(pl.col("boundary") == "more_than").then(total > threshold).otherwise(total >= threshold)
    age = (pl.col("invoice_date") - pl.col("reading_date")).dt.total_days()
    above = entered - last
    conditions = {
        "forwarding_never": mode == "never",
        "apk_reported": pl.col("apk_reported"),
        "amount_too_low": (mode == MODES[3]) & ~enough,
        "reading_unchanged": (above == 0).fill_null(False),
        "reading_stale": after_invoice & ~(age <= pl.col("max_age_days")).fill_null(False),
        "deviation_exceeds_limit": (above.abs() > 100_000).fill_null(False),
        "reading_lower": ((above < 0) & (above > -100)).fill_null(False),
        "reading_breaks_trend": (above <= -100).fill_null(False),
        "fresh_unchanged_reading": ((above == 0) & (age == 0)).fill_null(False),
    }
    refused = (after_invoice & pl.col("max_age_days").is_null()) | (age < 0).fill_null(False)
    return conditions, refused


def polars_form(lists: bool) -> Callable[[pl.DataFrame], pl.DataFrame]:
    """The decision in polars: all conditions once, then outcome and row as names, reasons as bits or lists of names."""
    conditions, refused = polars_conditions()
    held = {name: pl.col(f"holds_{name}") for name in conditions}

    def first(values: list[str], kind: pl.Enum) -> pl.Expr:
        chain: Any = pl
        for name, value in zip(ROWS[:-1], values, strict=False):
            chain = chain.when(held[name]).then(pl.lit(value, dtype=kind))
        return chain.otherwise(pl.lit(values[-1], dtype=kind))

    def as_bits(names: list[str]) -> pl.Expr:
        return pl.sum_horizontal(pl.when(held[name]).then(1 << bit).otherwise(0) for bit, name in names)

    def as_list(names: list[tuple[int, str]]) -> pl.Expr:
        kind = pl.Enum([name for _, name in names])
        return pl.concat_list(
            pl.when(held[name]).then(pl.lit(name, dtype=kind)).otherwise(None) for _, name in names
        ).list.drop_nulls()

    form = as_list if lists else as_bits
    reasons = [(bit, name) for bit, name in enumerate(CONDITIONS) if name in REASONS]
    by_row = [next(row["outcome"] for row in TABLE["rows"] if row["id"] == name) for name in ROWS]
    expressions = {
        "outcome": first(by_row, pl.Enum(OUTCOMES)),
        "row": first(ROWS, pl.Enum(ROWS)),
        "because": form(reasons),
        "advisories": form(list(enumerate(ADVISORIES))),
        "refused": pl.col("refused"),
    }

    def decide(frame: pl.DataFrame) -> pl.DataFrame:
        asked = frame.lazy().select(
            **{f"holds_{name}": condition for name, condition in conditions.items()}, refused=refused
        )
        return asked.select(**expressions).collect()

    return decide


def polars_answers(table: pa.Table, lists: bool) -> list[Answer | None]:
    """The answers of a polars form."""
    rows = polars_form(lists)(pl.DataFrame(table)).to_dicts()
    answers: list[Answer | None] = []
    for row in rows:
        because, advisories = row["because"], row["advisories"]
        if not lists:
            because, advisories = bits(because, CONDITIONS), bits(advisories, ADVISORIES)
        answer = Answer(row["outcome"], row["row"], tuple(because), tuple(advisories))
        answers.append(None if row["refused"] else answer)
    return answers


class Arrays(NamedTuple):
    """The facts as numpy has them: codes for names, and which rows are known."""

    mode: np.ndarray
    max_age_days: np.ndarray
    aged: np.ndarray
    threshold: np.ndarray
    at_least: np.ndarray
    apk_reported: np.ndarray
    entered: np.ndarray
    last: np.ndarray
    has_last: np.ndarray
    read: np.ndarray
    dated: np.ndarray
    invoice: np.ndarray
    total: np.ndarray


def arrays(table: pa.Table) -> Arrays:
    """The table for numpy, put so beforehand."""

    def known(name: str) -> np.ndarray:
        return table[name].is_valid().to_numpy()

    def numbers(name: str) -> np.ndarray:
        column = table[name].combine_chunks()
        if pa.types.is_date32(column.type):
            column = column.cast(pa.int32())
        return column.fill_null(0).to_numpy()

    def codes(name: str) -> np.ndarray:
        return table[name].combine_chunks().indices.to_numpy()

    return Arrays(
        codes("mode"),
        numbers("max_age_days"),
        known("max_age_days"),
        numbers("threshold_cents"),
        codes("boundary") == 1,
        table["apk_reported"].to_numpy(),
        numbers("entered_reading_km"),
        numbers("last_reading_km"),
        known("last_reading_km"),
        numbers("reading_date"),
        known("reading_date"),
        numbers("invoice_date"),
        numbers("invoice_total_cents"),
    )


BY_ROW = np.array(
    [OUTCOMES.index(next(row["outcome"] for row in TABLE["rows"] if row["id"] == name)) for name in ROWS], np.int8
)


def numpy_form(facts: Arrays) -> tuple[np.ndarray, ...]:
    """The decision in numpy: codes of outcome and row, bits of reasons and advisories, and which rows are refused."""
    after_invoice = facts.mode >= 2
    enough = np.where(facts.at_least, facts.total >= facts.threshold, facts.total > facts.threshold)
    age = facts.invoice - facts.read
    above = facts.entered - facts.last
    unchanged = facts.has_last & (above == 0)
    conditions = [
        facts.mode == 0,
        facts.apk_reported,
        (facts.mode == 3) & ~enough,
        unchanged,
        after_invoice & ~(facts.dated & (age <= facts.max_age_days)),
        facts.has_last & (np.abs(above) > 100_000),
    ]
    row = np.select(conditions, np.arange(6, dtype=np.int8), np.int8(6))
    because = np.zeros(len(row), np.int32)
    for bit, condition in enumerate(conditions):
        because |= condition.astype(np.int32) << bit
    lower = facts.has_last & (above < 0)
    advisories = (
        (lower & (above > -100)).astype(np.int32)
        | (lower & (above <= -100)).astype(np.int32) << 1
        | (unchanged & facts.dated & (age == 0)).astype(np.int32) << 2
    )
    refused = (after_invoice & ~facts.aged) | (facts.dated & (age < 0))
    return BY_ROW[row], row, because, advisories, refused


def numpy_answers(table: pa.Table) -> list[Answer | None]:
    """The answers of the numpy form."""
    columns = [column.tolist() for column in numpy_form(arrays(table))]
    return [
        None if refused else Answer(OUTCOMES[outcome], ROWS[row], bits(because, CONDITIONS), bits(advised, ADVISORIES))
        for outcome, row, because, advised, refused in zip(*columns, strict=True)
    ]


def agree() -> None:
    """Every contestant answers 2,000 random rows as the library answers each alone."""
    table = facts(2_000, 0.02)
    expected = alone(table)
    met = {answer.row for answer in expected if answer}
    if met != set(ROWS) or None not in expected:
        raise SystemExit(f"rows that no fact meets: {set(ROWS) - met}")
    contestants = {
        "decide_batch, names": batch_lists(table),
        "decide_batch, bits": batch_masks(table),
        "polars, names": polars_answers(table, lists=True),
        "polars, bits": polars_answers(table, lists=False),
        "numpy, bits": numpy_answers(table),
    }
    for name, answers in contestants.items():
        wrong = [place for place, pair in enumerate(zip(answers, expected, strict=True)) if pair[0] != pair[1]]
        if wrong:
            raise SystemExit(f"{name}: row {wrong[0]} of {len(wrong)}: {answers[wrong[0]]} is not {expected[wrong[0]]}")


def main() -> None:
    """Show that all agree, then measure and print one table."""
    agree()
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    table = facts(count, 0.0)
    texts = table.set_column(0, "mode", table["mode"].cast(pa.string()))
    texts = texts.set_column(3, "boundary", table["boundary"].cast(pa.string()))
    frame, plain = pl.DataFrame(table), arrays(table)
    polars_bits, polars_lists = polars_form(lists=False), polars_form(lists=True)
    contestants: dict[str, Callable[[], object]] = {
        "`decide_batch`, reasons as bits": lambda: dms_rules.decide_batch("okr.option", table, masks=True),
        "`decide_batch`, reasons as lists of names": lambda: dms_rules.decide_batch("okr.option", table),
        "the same, `mode` and `boundary` as plain text": lambda: dms_rules.decide_batch("okr.option", texts),
        "the same, a polars frame": lambda: dms_rules.decide_batch("okr.option", frame),
        "polars expressions, reasons as bits": lambda: polars_bits(frame),
        "polars expressions, reasons as lists of names": lambda: polars_lists(frame),
        "numpy, codes and bits": lambda: numpy_form(plain),
    }
    times: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(TURNS):
        for name, decide in contestants.items():
            begin = time.process_time()
            answer = decide()
            times[name].append(time.process_time() - begin)
            del answer
    print(f"{count:,} rows, medians of {TURNS} turns; polars {pl.__version__}, numpy {np.__version__}\n")
    print("| contestant | ns a row | million rows/s | times `decide_batch` |\n| --- | ---: | ---: | ---: |")
    median = {name: statistics.median(measured) / count * 1e9 for name, measured in times.items()}
    for name, spent in median.items():
        like = "`decide_batch`, reasons as " + ("lists of names" if "lists" in name or "same" in name else "bits")
        print(f"| {name} | {spent:.1f} | {1e3 / spent:.1f} | {spent / median[like]:.1f} |")


if __name__ == "__main__":
    main()
