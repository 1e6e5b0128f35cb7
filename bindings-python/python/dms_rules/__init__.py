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

===============  ===================================================  ===========
module           decisions                                            country
===============  ===================================================  ===========
`vin`            `check`
`car_pass`       `enrolment`, `visible`, `readiness`                  Belgium
`okr`            `option`, `choice`, `mutation`                       Netherlands
`quarter_hour`   `floor`, `ceil`, `nearest`, `next`
`booking`        `issue_limit`, `issue`                               Austria
===============  ===================================================  ===========

Readings are kilometres, money is euros including VAT, dates are civil dates of the garage. A fact that is unknown is
`None`. Facts that cannot be used raise `Refusal`, which names the first of them; a keyword that is left out, or that a
decision does not know, is a `TypeError` as for any function.

`evaluate` decides any decision by its id from a dict; `explain`, or `Decision.explain`, shows the whole table with the
row that decided.
"""

from dms_rules import booking, car_pass, okr, quarter_hour, vin
from dms_rules._catalogue import decisions, describe, evaluate, evaluate_json, explain, schema
from dms_rules._language import Language
from dms_rules._native import Decision
from dms_rules._refusal import ErrorCode, InternalError, Refusal

__all__ = [
    "Decision",
    "ErrorCode",
    "InternalError",
    "Language",
    "Refusal",
    "booking",
    "car_pass",
    "decisions",
    "describe",
    "evaluate",
    "evaluate_json",
    "explain",
    "okr",
    "quarter_hour",
    "schema",
    "vin",
]
