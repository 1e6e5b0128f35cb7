"""Every decision by its id."""

import json
import math
from collections.abc import Collection, Mapping, Set
from datetime import date
from typing import Any, cast

from dms_rules import _native
from dms_rules._error_code import ErrorCode
from dms_rules._language import Language
from dms_rules._native import decisions, evaluate_json
from dms_rules._refusal import Refusal

__all__ = ["decisions", "describe", "evaluate", "evaluate_json", "explain", "schema"]


def evaluate(decision_id: str, facts: Mapping[str, object]) -> dict[str, Any]:
    """Decides by the decision's id, from a dict of facts to a dict with the answer.

    Facts are named as in the rules: readings in whole kilometres (`_km`), money in whole cents including VAT
    (`_cents`). A value is a bool, an int, a str, an enum of this package, a `date`, a `datetime`, a list or a dict of
    these, or None where it is unknown; dates and times may be text as JSON has them. A Decimal is refused, for it would
    not say whether it is cents or euros.

    The answer has `decision`, `edition`, `outcome`, `row`, `because` and `advisories`, as JSON has them: outcomes are
    names, times are text. The end of a civil day has no offset, for only the zone knows it: the typed functions say it.

    Raises:
        Refusal: `unknown_decision`, `unknown_field`, `missing_field`, and whatever the decision refuses.
    """
    request = json.dumps({"decision": _known(decision_id), "facts": _written(facts)})
    answer: dict[str, Any] = json.loads(evaluate_json(request))
    if error := answer.get("error"):
        raise Refusal(ErrorCode(error["code"]), error["field"], error["message"])
    return answer


def explain(decision_id: str, facts: Mapping[str, object], language: Language = Language.EN) -> str:
    """Decides as `evaluate` does and shows how, as Markdown.

    The whole table: the answer to each condition, the row that decided or every reason that holds, and what a person
    should look at, in the language asked for. `Decision.explain` says the same of what a typed function decided.

    Raises:
        Refusal: as `evaluate`.
    """
    return _native.explain(_known(decision_id), json.dumps(_written(facts)), language)


def _known(decision_id: Any) -> Any:
    """An id as JSON can have it: one that no text can have is one that is not known."""
    if isinstance(decision_id, str):
        return decision_id.encode(errors="replace").decode()
    return _plain(decision_id, 0)


def _written(facts: object) -> object:
    return _plain(cast(Mapping[object, object], facts), _DEPTH) if isinstance(facts, Mapping) else _NO_FACT


def describe(decision_id: str) -> dict[str, Any]:
    """What a decision is: where it was read, its conditions, rows, advisories and texts.

    Raises:
        Refusal: `unknown_decision`.
    """
    description: dict[str, Any] = json.loads(_native.describe(_known(decision_id)))
    return description


def schema(decision_id: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a decision's facts.

    Raises:
        Refusal: `unknown_decision`.
    """
    facts: dict[str, Any] = json.loads(_native.schema(_known(decision_id)))
    return facts


_NO_FACT = 0.5
"""Stands for what no fact can be, and is refused in its turn as being of the wrong type."""

_DEPTH = 8
"""No facts are nested as deeply; what is, is refused without going down to its end."""

_BEYOND_64_BITS = 2**64
"""As far as integers go: Python writes none of thousands of digits, and one beyond 64 bits is refused anyway."""


def _plain(value: object, depth: int) -> object:
    match value:
        case None | bool():
            return value
        case str() if _is_text(value):
            return value
        case int():
            return max(-_BEYOND_64_BITS, min(value, _BEYOND_64_BITS))
        case float() if math.isfinite(value):
            return value
        case date():
            return value.isoformat()
        case list() | tuple() | Set() if depth:
            return [_plain(each, depth - 1) for each in cast(Collection[object], value)]
        case Mapping() if depth:
            fields = cast(Mapping[object, object], value)
            return {_name(key): _plain(each, depth - 1) for key, each in fields.items()}
        case _:
            return _NO_FACT


def _name(key: object) -> str:
    """The name of a fact; a key that is no text names none, and is refused by its type."""
    return (key if isinstance(key, str) else type(key).__name__).encode(errors="backslashreplace").decode()


def _is_text(value: str) -> bool:
    """Half a surrogate pair is none."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
