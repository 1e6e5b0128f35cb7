"""What would another setting have changed? Every work order is decided twice, on as many machines as Spark has.

    spark-submit what_if.py --now now.json --planned planned.json orders.csv decisions.parquet

Reads work orders (CSV with a header, or Parquet), a column for each fact of the decision, and two files of settings:
facts that are the same for every order. Writes the orders as Parquet with the answers beside them: `now_outcome`,
`now_row`, `now_because`, `now_advisories`, `now_error`, `now_error_field`, the same with `planned_`, and `changed`,
whether outcome or refusal differ. Prints how many orders go from which outcome to which.

An order that cannot be decided stops nothing: its error stands in its row and is counted. A cell of a CSV file that is
not of its fact's type does stop the run, for Spark would else take it for unknown.
"""

import argparse
import json
import pathlib
import sys
from collections.abc import Callable, Iterator
from functools import reduce
from typing import Any

import pyarrow as pa
from dms_rules import Refusal, decide_batch, schema
from py4j.protocol import Py4JJavaError
from pyspark.errors import PySparkException
from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F  # noqa: N812, as Spark's users write it
from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

Settings = dict[str, Any]
Deciding = Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]


def main() -> int:
    """The command. Exit status 1 where settings or orders cannot be used."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("orders", help="work orders: a .parquet file or folder, or CSV with a header")
    options.add_argument("decisions", help="where the decisions are written, as Parquet")
    options.add_argument("--now", required=True, type=pathlib.Path, help="the settings as they are, JSON")
    options.add_argument("--planned", required=True, type=pathlib.Path, help="the settings as they might be, JSON")
    options.add_argument("--decision", default="okr.option", help="which decision (default: %(default)s)")
    given = options.parse_args()
    try:
        now, planned = (settings_in(file) for file in (given.now, given.planned))
        spark = SparkSession.builder.appName(f"what if: {given.decision}").getOrCreate()
        orders = read(spark, given.orders, given.decision)
        what_if(orders, given.decision, now, planned).write.mode("overwrite").parquet(given.decisions)
    except (OSError, ValueError, Refusal, PySparkException) as fault:
        print(f"what_if.py: {fault}", file=sys.stderr)
        return 1
    except Py4JJavaError as fault:
        print(f"what_if.py: {'; '.join(causes(fault))}", file=sys.stderr)
        return 1
    report(spark.read.parquet(given.decisions))
    return 0


def settings_in(file: pathlib.Path) -> Settings:
    """The settings in a file of JSON."""
    settings = json.loads(file.read_text(encoding="utf-8"))
    if not isinstance(settings, dict):
        raise ValueError(f"{file}: expected an object, a member for each setting")
    return settings


def read(spark: SparkSession, orders: str, decision: str) -> DataFrame:
    """The work orders, each fact of its type. In CSV, columns that are no facts stay text."""
    if orders.rstrip("/").endswith(".parquet"):
        return spark.read.parquet(orders)
    facts = schema(decision)["properties"]
    reader = spark.read.option("header", True).option("mode", "FAILFAST")
    columns = reader.csv(orders).columns
    return reader.schema(", ".join(f"`{name}` {spark_type(facts.get(name, {}))}" for name in columns)).csv(orders)


def spark_type(fact: dict[str, Any]) -> str:
    """Spark's type for a fact, by the JSON Schema of the fact."""
    if "boolean" in fact.get("type", ()):
        return "boolean"
    if "integer" in fact.get("type", ()):
        return "bigint"
    return "date" if fact.get("format") == "date" else "string"


def causes(fault: Py4JJavaError) -> Iterator[str]:
    """What went wrong on a machine and why, without where in Spark it happened."""
    cause = fault.java_exception
    while cause is not None:
        yield " ".join(str(cause.getMessage()).split())
        cause = cause.getCause()


def what_if(orders: DataFrame, decision: str, now: Settings, planned: Settings) -> DataFrame:
    """The orders, and what is decided of them under both settings."""
    both = {"now": now, "planned": planned}
    if twice := sorted({fact for settings in both.values() for fact in settings} & set(orders.columns)):
        raise ValueError(f"given as a setting and as a column of the orders: {', '.join(twice)}")
    # Of no orders: which columns come out is known before the first is read.
    empty = pa.RecordBatch.from_pylist([], to_arrow_schema(orders.schema))
    (answered,) = deciding(decision, both)(iter([empty]))
    decided = orders.mapInArrow(deciding(decision, both), from_arrow_schema(answered.schema))
    compared = [name.removeprefix("now_") for name in decided.columns if name.startswith(("now_outcome", "now_error"))]
    differs = [~F.col(f"now_{name}").eqNullSafe(F.col(f"planned_{name}")) for name in compared]
    return decided.withColumn("changed", reduce(lambda one, other: one | other, differs))


def deciding(decision: str, settings: dict[str, Settings]) -> Deciding:
    """What each machine does to its share of the orders, batch by batch."""
    facts = schema(decision)["properties"]

    def decided(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for orders in batches:
            columns = dict(zip(orders.schema.names, orders.columns, strict=True))
            known = {name: column for name, column in columns.items() if name in facts}
            for name, given in settings.items():
                # A setting that is null is unknown, as one that is not there.
                same = {fact: pa.repeat(value, orders.num_rows) for fact, value in given.items() if value is not None}
                answers = pa.table(decide_batch(decision, pa.table(known | same), errors="column"))
                columns |= {f"{name}_{answer}": plain(answers[answer]) for answer in answers.column_names}
            yield pa.RecordBatch.from_pydict(columns)

    return decided


def plain(answers: pa.ChunkedArray) -> pa.Array:
    """The answers as Spark knows them: names as text."""
    return answers.cast(spelt_out(answers.type)).combine_chunks()


def spelt_out(answers: pa.DataType) -> pa.DataType:
    """The type without dictionaries."""
    if pa.types.is_list(answers):
        return pa.list_(spelt_out(answers.value_type))
    return answers.value_type if pa.types.is_dictionary(answers) else answers


def report(decided: DataFrame) -> None:
    """How many orders go from which outcome or error to which."""
    sides = [outcome_or_error(decided, side) for side in ("now", "planned")]
    counts = decided.groupBy(*sides).count().orderBy("now", "planned").collect()
    widths = [max(len("planned"), *(len(row[side]) for row in counts)) for side in ("now", "planned")]
    for now, planned, count in [("now", "planned", "orders"), *counts]:
        print(f"{now:{widths[0]}}  {planned:{widths[1]}}  {count:>12}")
    print(f"{decided.filter('changed').count()} of {decided.count()} orders change.")


def outcome_or_error(decided: DataFrame, side: str) -> Column:
    """What became of an order; of an outcome that is a record only that there is one."""
    outcome = F.col(f"{side}_outcome") if f"{side}_outcome" in decided.columns else F.lit("decided")
    error = F.concat_ws(": ", F.col(f"{side}_error"), F.col(f"{side}_error_field"))
    return F.when(F.col(f"{side}_error").isNull(), outcome).otherwise(error).alias(side)


if __name__ == "__main__":
    sys.exit(main())
