"""Car-Pass, the Belgian odometer register."""

from dms_rules._name import Name
from dms_rules._native.car_pass import enrolment, readiness, visible

__all__ = [
    "EnrolmentOutcome",
    "Policy",
    "ReadinessOutcome",
    "Trigger",
    "VisibleOutcome",
    "enrolment",
    "readiness",
    "visible",
]


class Trigger(Name):
    """What sets an enrolment off."""

    AUTOMATIC = "automatic"
    """Saving the dossier."""
    MANUAL = "manual"
    """The Car-Pass button in the vehicle's details."""


class EnrolmentOutcome(Name):
    """Whether a dossier enters the Car-Pass list."""

    ENROLLED = "enrolled"
    """It enters the list."""
    NOT_ENROLLED = "not_enrolled"
    """It does not."""


class VisibleOutcome(Name):
    """Whether a user sees a dossier."""

    VISIBLE = "visible"
    """The user's list shows it."""
    HIDDEN = "hidden"
    """It stands in the list of another site."""


class Policy(Name):
    """Which kind of file the readings come from."""

    WORK_ORDER = "work_order"
    """A work order, by the rule of CPSautosoft."""
    CLAIM_FILE = "claim_file"
    """A body shop's claim file, by the rule of PlanManager."""


class ReadinessOutcome(Name):
    """Whether a reading may be sent to Car-Pass."""

    READY = "ready"
    """It may be sent."""
    BLOCKED = "blocked"
    """Its row is red."""
