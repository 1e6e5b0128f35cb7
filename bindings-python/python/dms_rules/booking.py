"""Replacement, rental and test-drive vehicles.

The times of one call are all naive or all aware. Aware ones may be in different zones; what is answered is in the zone
of `now`, by the host's zone data. Naive ones are the clock on the wall, and so is the answer.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from dms_rules._name import Name
from dms_rules._native.booking import issue, issue_limit

__all__ = [
    "ImmediateWindow",
    "IssueAllowed",
    "IssueLimitOutcome",
    "IssueOutcome",
    "IssueRefused",
    "Kind",
    "issue",
    "issue_limit",
]


class Kind(Name):
    """What a vehicle is handed out for."""

    REPLACEMENT = "replacement"
    """"Ersatzfahrzeug": a replacement during a service."""
    RENTAL = "rental"
    """"Mietfahrzeug": a rental."""
    TEST_DRIVE = "test_drive"
    """"Probefahrt": a test drive."""


class ImmediateWindow(Name):
    """How far an immediate issue may reach."""

    NEXT_QUARTER_HOUR = "next_quarter_hour"
    """"bis zur nächsten vollen 1/4-Stunde"."""
    FIFTEEN_MINUTES = "fifteen_minutes"
    """"bis 15 Minuten"."""


@dataclass(frozen=True)
class IssueLimitOutcome:
    """Until when an issue may be dated."""

    latest: datetime
    """The latest permitted time, itself included."""


@dataclass(frozen=True)
class IssueAllowed:
    """The vehicle may be handed out."""

    latest: datetime
    """The latest time at which the issue may be dated, itself included."""


@dataclass(frozen=True)
class IssueRefused:
    """The vehicle may not be handed out; the decision's `because` says why."""

    latest: datetime
    """The latest time at which the issue may be dated, itself included."""


IssueOutcome: TypeAlias = IssueAllowed | IssueRefused
