"""The native half of `dms_rules`."""

from types import GenericAlias
from typing import Generic, TypeVar, final

from dms_rules._language import Language
from dms_rules._native import booking, car_pass, inspection, okr, quarter_hour, vin
from dms_rules._refusal import ErrorCode
from typing_extensions import Self

__all__ = [
    "Decision",
    "advisory_line",
    "booking",
    "car_pass",
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
