"""Vehicle identification numbers (VIN, chassis numbers).

>>> from dms_rules import vin
>>> vin.check(vin="wauzzz 8v3-ea070544").outcome
<CheckOutcome.VALID: 'valid'>
"""

from dms_rules._name import Name
from dms_rules._native.vin import check

__all__ = ["CheckOutcome", "check"]


class CheckOutcome(Name):
    """What a VIN is found to be."""

    MISSING = "missing"
    """Nothing was entered."""
    INVALID = "invalid"
    """Too long, or with a character that cannot stand in a VIN."""
    SHORT = "short"
    """Fewer than 17 characters: a vehicle from before the standard."""
    VALID = "valid"
    """Seventeen legal characters."""
