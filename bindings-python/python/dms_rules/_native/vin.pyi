from dms_rules._native import Decision
from dms_rules.vin import CheckOutcome

__all__ = ["check"]

def check(*, vin: str) -> Decision[CheckOutcome]:
    """`vin.check`: is this a vehicle identification number?

    Blanks and dashes are dropped and letters put in upper case first. The check digit in position 9 is a North
    American rule: a wrong one is the advisory `check_digit_mismatch`, and only where the number starts with 1 to 5.

    Args:
        vin: The number as entered.

    Source: vehicleidentificationnumber.com; PlanManager, "Obtenir la liste Car-Pass"; CPSautosoft, "5. Overzicht".
    """
