"""The native half of `dms_rules`."""

from collections.abc import Callable
from types import GenericAlias
from typing import Generic, Literal, TypeVar, final

from dms_rules._language import Language
from dms_rules._native import booking, car_pass, inspection, okr, quarter_hour, vin
from dms_rules._refusal import ErrorCode
from dms_rules._table import ArrowBatch, ArrowTable
from typing_extensions import Self

__all__ = [
    "DecidedTable",
    "Decision",
    "advisory_line",
    "booking",
    "car_pass",
    "decide_batch",
    "decisions",
    "describe",
    "evaluate_json",
    "explain",
    "inspection",
    "okr",
    "quarter_hour",
    "refusal_line",
    "restored_decision",
    "schema",
    "vin",
]

_Outcome = TypeVar("_Outcome")
_Outcome_co = TypeVar("_Outcome_co", covariant=True)

@final
class DecidedTable:
    """What was decided of a table, row by row, as a table that any Arrow library takes without copying."""

    @property
    def decision(self) -> str:
        """The decision's id, such as `okr.option`."""
    @property
    def edition(self) -> str:
        """The edition of the table that decided; it stands in the metadata of the schema too."""
    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns."""
    def __len__(self) -> int: ...
    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The table as Arrow's C interface has it. Another schema is not offered."""
    def __arrow_c_schema__(self) -> object:
        """The schema of the table as Arrow's C interface has it."""

@final
class Decision(Generic[_Outcome_co]):
    """What was decided, the row that decided it, why, and what a person should look at.

    It cannot be changed, compares by value, and can be a key of a dict.
    """

    def __class_getitem__(cls, key: object) -> GenericAlias: ...
    @property
    def decision(self) -> str:
        """The decision's id, such as `okr.option`."""
    @property
    def edition(self) -> str:
        """The edition of the table that decided; store it with the decision."""
    @property
    def outcome(self) -> _Outcome_co:
        """What was decided."""
    @property
    def row(self) -> str | None:
        """The row that decided; None where every reason is collected."""
    @property
    def because(self) -> tuple[str, ...]:
        """Why: the conditions that made the row decide, or every reason that holds, in the order of the rules."""
    @property
    def advisories(self) -> tuple[str, ...]:
        """What a person should look at; it never changes the outcome."""
    def lines(self, language: Language) -> list[str]:
        """The lines to show to a person: the row, the further reasons, then the advisories."""
    def explain(self, language: Language | None = None) -> str:
        """The whole table as Markdown, in English unless a language is given.

        It has the answer to each condition, the row that decided, the reasons and the advisories.
        """
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, _memo: object, /) -> Self: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

def advisory_line(advisory: str, language: Language) -> str | None:
    """What a person should look at when facts were refused, in one line."""

def decide_batch(
    decision: str,
    table: ArrowTable | ArrowBatch,
    *,
    errors: Literal["raise", "column"] = "raise",
    extra_columns: Literal["refuse", "ignore"] = "refuse",
    masks: bool = False,
    threads: int = 1,
    progress: Callable[[int], object] | None = None,
) -> DecidedTable:
    """Decides a whole table: a column for each fact, a row for each decision.

    The table is any that speaks Arrow: of pyarrow, polars, pandas (2.2 or later), a DuckDB relation, a stream of
    batches. Nothing of it is copied. Its columns are named as the facts of the rules (`schema` lists them): booleans,
    integers, texts, dates (or texts YYYY-MM-DD), timestamps without a time zone (or texts YYYY-MM-DDTHH:MM:SS), which
    are the clock on the wall. Readings are whole kilometres, money whole cents including VAT. No value means unknown;
    the column of a fact that need not be known may be left out. Decisions are offered whose facts are plain values: 35
    of the 48.

    The answer is a table again, its rows in the same order. `outcome` is the name of what was decided, or its kind;
    what else an outcome carries has columns of its own (`outcome_due` for `due`), and an outcome that is a record has
    these alone. `row` is the row that decided, without a value where every reason is collected; `because` and
    `advisories` are lists of names. All names are dictionary-encoded. Decision and edition stand in the metadata of the
    schema.

    Args:
        decision: The decision's id, such as `okr.option`.
        table: The facts.
        errors: "raise" ends with the first row that is refused. "column" decides the others, and answers in three
            further columns: `error` (the code), `error_field`, `error_detail`, without a value where a row was decided;
            what was decided has none where it was refused.
        extra_columns: "ignore" passes over columns that are no facts; "refuse" does not.
        masks: Reasons and advisories as bits, in `because_mask` and `advisories_mask`, in place of the lists. The
            metadata of the schema names the bits under the column's name, the lowest first.
        threads: On how many cores to decide; 0 for all there are. Python's lock is off meanwhile.
        progress: Called with the number of rows decided, about every 65,000 and at the end. What it raises ends the
            run.

    Raises:
        Refusal: as the decision's own function, with the row, counted from 0, in `row`. For a column as a whole:
            `missing_field` where there is none for a fact that is needed, `wrong_type` where it holds values of another
            type, `unknown_field` where it is no fact, `contradiction` where two have one name. `unknown_decision`;
            `wrong_type` for a decision with a fact that is a record, a set or a list.
    """

def decisions() -> tuple[str, ...]:
    """The ids of all decisions, in the order of the rules."""

def describe(decision_id: str) -> str:
    """What a decision is, as JSON text."""

def evaluate_json(request: str) -> str:
    """Answers one request as JSON text.

    The request is `{"decision":"okr.option","facts":{…},"name"?:"…"}`. The answer is the decision, or the refusal
    `{"decision":…,"error":{"code":…,"field":…,"message":…}}`: no request raises an exception.
    """

def explain(decision_id: str, facts: str, language: Language | None = None) -> str:
    """Decides by the decision's id, from JSON text, and explains the decision as Markdown."""

def refusal_line(code: ErrorCode, field: str | None, language: Language) -> str:
    """What a refusal says to the workshop's staff, in one line."""

def restored_decision(decision: str, edition: str, answers: int, outcome: _Outcome) -> Decision[_Outcome]:
    """A decision as it was pickled.

    Row, reasons and advisories follow from the answers to the conditions of the decision's table, one bit each. One of
    another edition is refused: its table is not at hand, so that nothing could be said about it.
    """

def schema(decision_id: str) -> str:
    """The JSON Schema of a decision's facts, as JSON text."""
