"""The rules that garages must keep, decided from facts: odometer registers, courtesy cars, inspections.

A decision is a function from facts to a decision, and touches nothing else: "now" and "today" are facts. There is one
function per decision, in the module that its id names, with the facts as keywords:

>>> from datetime import datetime
>>> from dms_rules import Language, booking
>>> decision = booking.issue_limit(now=datetime(2026, 11, 20, 10, 7), days_ahead=0)
>>> decision.outcome
IssueLimitOutcome(latest=datetime.datetime(2026, 11, 20, 10, 15))
>>> decision.row
'immediate'
>>> decision.lines(Language.EN)
['Issues may be dated no later than the next quarter hour.']

================  ==================================================  ===========
module            decisions                                           country
================  ==================================================  ===========
`vin`             `check`
`car_pass`        `enrolment`, `visible`, `readiness`, `prompt`,      Belgium
                  `badge`, `start_of_work`, `submission`,
                  `lifecycle`, `actions`, `invoicing`, `account`,
                  `history`, `worklist`
`okr`             `option`, `choice`, `mutation`                      Netherlands
`quarter_hour`    `floor`, `ceil`, `nearest`, `next`
`booking`         `issue_limit`, `issue`, `plan`, `issue_prefill`,    Austria
                  `follows_master`, `status`, `permission`,
                  `editable`, `cancel_issue`, `take_back`,
                  `amend_handover`, `odometer`, `template`,
                  `advisor`, `driver`, `reservation`, `documents`,
                  `actions`, `settlement`, `confirmation`,
                  `maintenance_contract`
`inspection`      `import_`, `register_from_order`, `next_due`,       Austria
                  `window`, `month_end`, `sources`
================  ==================================================  ===========

Readings are kilometres, money is euros including VAT, dates are civil dates of the garage. A fact that is unknown is
`None`. Facts that cannot be used raise `Refusal`, which names the first of them; a keyword that is left out, or that a
decision does not know, is a `TypeError` as for any function.

An outcome that carries data is a frozen object with typed attributes, a set is a `frozenset`, a list a `tuple`. Records
that stand for facts, such as `car_pass.Dossier`, are frozen too and are made with keywords. Python reserves two of the
rules' names: `inspection.import_` and the keyword `from_` of `booking.template` end with an underscore here.

`decide_batch` decides a whole table, of pyarrow, polars, pandas or DuckDB, in one call.

`evaluate` decides any decision by its id from a dict; `explain`, or `Decision.explain`, shows the whole table with the
row that decided.
"""

import contextlib

from dms_rules import booking, car_pass, inspection, okr, quarter_hour, vin
from dms_rules._catalogue import decisions, describe, evaluate, evaluate_json, explain, schema
from dms_rules._language import Language
from dms_rules._native import Decision
from dms_rules._refusal import ErrorCode, InternalError, Refusal

with contextlib.suppress(ImportError):  # where it was built without the feature `batch`
    from dms_rules._native import DecidedTable, decide_batch

__all__ = [
    "DecidedTable",
    "Decision",
    "ErrorCode",
    "InternalError",
    "Language",
    "Refusal",
    "booking",
    "car_pass",
    "decide_batch",
    "decisions",
    "describe",
    "evaluate",
    "evaluate_json",
    "explain",
    "inspection",
    "okr",
    "quarter_hour",
    "schema",
    "vin",
]
