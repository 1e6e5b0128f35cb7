"""The what-if on Spark's local mode: as the README shows it, and with orders that cannot be decided."""

import csv
import json
import os
import pathlib
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pyarrow.parquet as parquet
import pytest
from dms_rules import evaluate
from pyspark.sql import SparkSession

HERE = pathlib.Path(__file__).parent
README = (HERE / "README.md").read_text(encoding="utf-8")
sys.path.insert(0, str(HERE))
# Spark's Python processes load what they run from there.
os.environ["PYTHONPATH"] = os.pathsep.join([str(HERE), *filter(None, [os.environ.get("PYTHONPATH")])])
os.environ["PYSPARK_PYTHON"] = sys.executable

import orders as orders_py  # noqa: E402
import what_if  # noqa: E402

NOW, PLANNED = (json.loads((HERE / name).read_text(encoding="utf-8")) for name in ("now.json", "planned.json"))


def blocks(language: str) -> list[str]:
    """The README's fenced blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def facts_of(order: dict[str, str]) -> dict[str, Any]:
    """The facts of an order, read by hand."""
    number = {name: int(order[name]) for name in ("entered_reading_km", "invoice_total_cents")}
    last = int(order["last_reading_km"]) if order["last_reading_km"] else None
    return number | {
        "apk_reported": order["apk_reported"] == "true",
        "last_reading_km": last,
        "reading_date": order["reading_date"] or None,
        "invoice_date": order["invoice_date"],
    }


def alone() -> dict[str, dict[str, Any]]:
    """Each order of `orders.csv`, decided by itself under both settings."""
    with (HERE / "orders.csv").open(encoding="utf-8", newline="") as file:
        return {
            order["order"]: {
                f"{name}_{part}": answer[part]
                for name, settings in (("now", NOW), ("planned", PLANNED))
                for answer in [evaluate("okr.option", facts_of(order) | settings)]
                for part in ("outcome", "row", "because", "advisories")
            }
            for order in csv.DictReader(file)
        }


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    """Two processes on this machine, and batches so small that there are many."""
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "100")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


def test_readme_command(tmp_path: pathlib.Path) -> None:
    (command,) = blocks("sh")
    (shown,) = blocks("text")
    arguments = command.replace("decisions.parquet", str(tmp_path / "decisions.parquet")).split()
    run = subprocess.run(arguments, cwd=HERE, capture_output=True, text=True, timeout=300, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout == shown
    decided = parquet.read_table(tmp_path / "decisions.parquet").to_pylist()
    answers = alone()
    assert len(decided) == len(answers) == 300
    for order in decided:
        answer = answers[order["order"]]
        assert {part: order[part] for part in answer} == answer
        assert order["changed"] == (answer["now_outcome"] != answer["planned_outcome"])


def test_many_batches_of_parquet_give_what_csv_gives(spark: SparkSession, tmp_path: pathlib.Path) -> None:
    from_csv = what_if.read(spark, str(HERE / "orders.csv"), "okr.option")
    assert [kind for _, kind in from_csv.dtypes] == ["string", "boolean", "bigint", "bigint", "date", "date", "bigint"]
    from_csv.repartition(4).write.parquet(str(tmp_path / "orders.parquet"))
    from_parquet = what_if.read(spark, str(tmp_path / "orders.parquet"), "okr.option")
    one, other = (
        {row["order"]: row for row in what_if.what_if(orders, "okr.option", NOW, PLANNED).collect()}
        for orders in (from_csv, from_parquet)
    )
    assert one == other
    assert len(one) == 300


def test_an_order_that_cannot_be_decided_is_told_and_counted(
    spark: SparkSession, capsys: pytest.CaptureFixture[str]
) -> None:
    orders = spark.createDataFrame(
        [
            ("one", False, 100, "2026-11-20", 20_000),
            ("two", False, -1, "2026-11-20", 20_000),
            ("three", False, 9, None, 20_000),
        ],
        "order string, apk_reported boolean, entered_reading_km int, invoice_date string, invoice_total_cents bigint",
    )
    decided = what_if.what_if(orders, "okr.option", {"mode": "always"}, {"mode": "never"})
    what_if.report(decided)
    assert [line.split("  ")[0] for line in capsys.readouterr().out.splitlines()] == [
        "now",
        "missing_field: invoice_date",
        "out_of_range: entered_reading_km",
        "yes_forward",
        "1 of 3 orders change.",
    ]
    by_order = {row["order"]: row for row in decided.collect()}
    assert (by_order["one"]["now_outcome"], by_order["one"]["planned_outcome"]) == ("yes_forward", "locked")
    assert (by_order["two"]["now_outcome"], by_order["two"]["now_error_field"]) == (None, "entered_reading_km")
    assert (by_order["three"]["planned_error"], by_order["three"]["changed"]) == ("missing_field", False)


def test_a_decision_whose_outcome_is_a_record(spark: SparkSession, capsys: pytest.CaptureFixture[str]) -> None:
    bookings = spark.sql("select timestamp_ntz '2026-11-20 10:07:00' as now")
    what_if.report(what_if.what_if(bookings, "booking.issue_limit", {"days_ahead": 0}, {"days_ahead": 2}))
    assert capsys.readouterr().out.endswith("1 of 1 orders change.\n")


@pytest.mark.usefixtures("spark")
@pytest.mark.parametrize(
    ("cell", "planned", "told"),
    [
        ("33.516 km", PLANNED, 'For input string: "33.516 km"'),
        ("90000", PLANNED | {"apk_reported": True}, "given as a setting and as a column of the orders: apk_reported"),
        ("90000", PLANNED | {"max_age": 30}, "max_age"),
        ("90000", [], "planned.json"),
    ],
)
def test_what_cannot_be_used_stops_the_run(
    cell: str,
    planned: object,
    told: str,
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    page = (HERE / "orders.csv").read_text(encoding="utf-8")
    page, times = re.subn(r"^(WO00000001,\w+,)\d+", rf"\g<1>{cell}", page, count=1, flags=re.MULTILINE)
    assert times == 1
    (tmp_path / "orders.csv").write_text(page, encoding="utf-8")
    (tmp_path / "planned.json").write_text(json.dumps(planned), encoding="utf-8")
    settings = ["--now", str(HERE / "now.json"), "--planned", str(tmp_path / "planned.json")]
    files = [str(tmp_path / "orders.csv"), str(tmp_path / "decisions.parquet")]
    monkeypatch.setattr(sys, "argv", ["what_if.py", *settings, *files])
    assert what_if.main() == 1
    (line,) = [line for line in capfd.readouterr().err.splitlines() if line.startswith("what_if.py: ")]
    assert told in line


@pytest.mark.parametrize("block", blocks("python"))
def test_one_machine(block: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HERE)
    names: dict[str, Any] = {}
    exec(block, names)
    answers = list(alone().values())
    if "decided" in names:
        outcomes = names["decided"]["outcome"].to_list()
        assert outcomes == [answer["planned_outcome"] for answer in answers]
    else:
        counts = Counter((answer["planned_outcome"], answer["planned_row"]) for answer in answers)
        assert names["counts"].fetchall() == [(*key, count) for key, count in sorted(counts.items())]


def test_the_orders_are_those_that_the_command_writes(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["orders.py", "300"])
    orders_py.main()
    assert capsys.readouterr().out == (HERE / "orders.csv").read_text(encoding="utf-8")
