"""The model and the shared vectors are well-formed, and the JSON Schemas of the facts agree with what is accepted.

Run with an interpreter that has `dms_rules` and `jsonschema`.
"""

import json
import pathlib
import subprocess
import sys

import dms_rules
import jsonschema

HERE = pathlib.Path(__file__).parent


def main() -> int:
    """Print what disagrees; the exit status says whether anything did."""
    form = jsonschema.Draft202012Validator(json.loads((HERE / "vectors.schema.json").read_text()))
    faults = model()
    cases = 0
    for path in sorted((HERE / "vectors").glob("*.json")):
        if path.stem == "refusals":  # Of a form of its own, which refusals.py holds.
            continue
        file = json.loads(path.read_text())
        faults += [f"{path.name}: {error.message} at {error.json_path}" for error in form.iter_errors(file)]
        if file["decision"] not in dms_rules.decisions():
            continue
        if path.stem != file["decision"]:
            faults.append(f"{path.name} holds the cases of {file['decision']}")
        names = [case["name"] for case in file["cases"]]
        faults += [
            f"{path.name}: two cases are called {name!r}" for name in sorted(set(names)) if names.count(name) > 1
        ]
        schema = dms_rules.schema(file["decision"])
        jsonschema.Draft202012Validator.check_schema(schema)
        facts = jsonschema.Draft202012Validator(schema)
        for case in file["cases"]:
            cases += 1
            fits = facts.is_valid(case["facts"])
            refused_for = case.get("error", {}).get("code")
            if refused_for is None and not fits:
                message = jsonschema.exceptions.best_match(facts.iter_errors(case["facts"])).message
                faults.append(f"{path.name}: {case['name']}: accepted, but not by the schema: {message}")
            if refused_for in ("unknown_field", "unknown_value") and fits and file["decision"] not in CHECKED_LATER:
                faults.append(f"{path.name}: {case['name']}: refused as {refused_for}, but the schema accepts it")
    print("\n".join(faults) or f"{cases} cases fit")
    return 1 if faults or not cases else 0


def model() -> list[str]:
    """Where the model is not as its schema says."""
    schema = json.loads((HERE.parent / "docs/model.schema.json").read_text())
    command = "cargo run --quiet --locked -p dms-rules --example decide -- --model"
    printed = subprocess.run(command.split(), cwd=HERE.parent, check=True, capture_output=True, text=True).stdout
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    return [f"the model: {error.message} at {error.json_path}" for error in validator.iter_errors(json.loads(printed))]


# Decisions that refuse with these codes what no schema can tell: a VIN that is none, a record's key that only another
# kind of the record has.
CHECKED_LATER = frozenset(
    {
        "car_pass.submission",
        "car_pass.lifecycle",
        "car_pass.prompt",
        "car_pass.actions",
        "car_pass.invoicing",
        "car_pass.worklist",
    }
)

if __name__ == "__main__":
    sys.exit(main())
