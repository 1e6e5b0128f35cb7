"""The types that the stubs claim, as Python knows them."""

import ast
import importlib
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import dms_rules

STUBS = Path(dms_rules.__file__).parent / "_native"
DOMAINS = tuple(dict.fromkeys(decision.partition(".")[0] for decision in dms_rules.decisions()))
COMMON = {
    each.__name__: each for each in (Decimal, Sequence, date, datetime, dms_rules.Decision)
} | {"AbstractSet": AbstractSet}  # fmt: skip


class Function(NamedTuple):
    """A decision's own function, with its stub."""

    call: Callable[..., Any]
    stub: ast.FunctionDef
    parameters: dict[str, Any]
    """What each fact is claimed to be, by the name of its keyword."""
    outcome: Any
    """What is claimed to be decided."""


def stubs(domain: str) -> dict[str, ast.FunctionDef]:
    """The functions of a stub file; of overloads, the first."""
    tree = ast.parse((STUBS / f"{domain}.pyi").read_text(encoding="utf-8"))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    return {function.name: function for function in reversed(functions)}


def claimed(domain: str, annotation: ast.expr | None) -> Any:
    """What an annotation of a stub file means."""
    assert annotation
    names = vars(importlib.import_module(f"dms_rules.{domain}")) | COMMON
    return eval(compile(ast.Expression(annotation), f"{domain}.pyi", "eval"), names)


def functions() -> dict[str, Function]:
    """Every decision that has a function of its own, by its id."""
    found: dict[str, Function] = {}
    for domain in DOMAINS:
        module = importlib.import_module(f"dms_rules.{domain}")
        for name, stub in stubs(domain).items():
            parameters = {each.arg: claimed(domain, each.annotation) for each in stub.args.kwonlyargs}
            answer = claimed(domain, stub.returns)
            outcome = answer if answer is datetime else answer.__args__[0]
            # Python's own words end with an underscore here.
            found[f"{domain}.{name.rstrip('_')}"] = Function(getattr(module, name), stub, parameters, outcome)
    return found


FUNCTIONS = functions()
