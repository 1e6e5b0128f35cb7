"""The project's README shows examples that are run elsewhere, word for word, commands that are, and answers as given.

The Rust example is a documentation test of the core crate. Exit status 1 names what differs. Run with an interpreter
that has `dms_rules`.
"""

import json
import pathlib
import re
import sys

import dms_rules

ROOT = pathlib.Path(__file__).parent.parent


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of one language."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


# The README's invoice, as JSON has it.
INVOICE = {
    "mode": "after_invoice_from_amount",
    "max_age_days": 30,
    "apk_reported": False,
    "entered_reading_km": 125_896,
    "last_reading_km": 126_000,
    "reading_date": "2026-11-19",
    "invoice_date": "2026-11-21",
    "invoice_total_cents": 15_000,
}
# Commands that tests/run gives otherwise, or is.
GIVEN_OTHERWISE = {"tests/run", "pip install ./bindings-python"}


def answers(shown: list[str]) -> list[str]:
    """The answers shown that are not those given: to the invoice, and where a fact is missing."""
    without = {name: fact for name, fact in INVOICE.items() if name != "max_age_days"}
    given = []
    for facts in (INVOICE, without):
        answer = json.loads(dms_rules.evaluate_json(json.dumps({"decision": "okr.option", "facts": facts})))
        if "error" in answer:
            answer["error"]["message"] = "…"
        given.append(json.dumps(answer, ensure_ascii=False, separators=(",", ":")))
    both = zip((block.strip() for block in shown), given, strict=True)
    return [f"README.md: {one} is not {other}" for one, other in both if one != other]


def main() -> int:
    """Print what differs; the exit status says whether anything did."""
    run = (ROOT / "tests" / "run").read_text(encoding="utf-8")
    shown = {
        "c": (blocks("README.md", "c"), [(ROOT / "tests/clients/c/example.c").read_text(encoding="utf-8")]),
        "python": (blocks("README.md", "python"), blocks("bindings-python/README.md", "python")[:1]),
        "kotlin": (blocks("README.md", "kotlin"), blocks("bindings-kotlin/README.md", "kotlin")[:1]),
    }
    faults = [
        f"README.md: the {language} example is not the one that is tested"
        for language, (one, other) in shown.items()
        if one != other or not one
    ]
    if len(blocks("README.md", "rust")) != 1:
        faults.append("README.md: one Rust example, which is a documentation test of core/src/lib.rs")
    for command in "".join(blocks("README.md", "sh")).splitlines():
        if command not in GIVEN_OTHERWISE and command not in run:
            faults.append(f"README.md: tests/run does not run `{command}`")
    faults += answers(blocks("README.md", "json"))
    for page in sorted((ROOT / "docs").rglob("*.md")):
        commands = re.findall(r"`(cargo [^`]*|tests/run[^`]*)`", page.read_text(encoding="utf-8"))
        faults += [f"{page.name}: tests/run does not run `{command}`" for command in commands if command not in run]
    languages = set(re.findall(r"^```(\w+)$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE))
    for language in sorted(languages - {*shown, "rust", "toml", "sh", "json"}):
        faults.append(f"README.md: nothing runs its {language} example")
    print("\n".join(faults) or "every example of the README is run")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
