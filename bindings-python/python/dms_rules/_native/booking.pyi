from datetime import datetime

from dms_rules._native import Decision
from dms_rules.booking import ImmediateWindow, IssueLimitOutcome, IssueOutcome, Kind

__all__ = ["issue", "issue_limit"]

def issue_limit(
    *,
    now: datetime,
    days_ahead: int,
    immediate_window: ImmediateWindow = ImmediateWindow.NEXT_QUARTER_HOUR,
) -> Decision[IssueLimitOutcome]:
    """`booking.issue_limit`: until when may an issue be dated?

    Without days ahead, until the next full quarter hour (or, by the setting, 15 minutes from now); else until 23:59
    local time on the day so many days after today. Where a zone shows 23:59 twice on that day, it is the later one.
    The answer is in the zone of `now`; where `now` is naive, so is the answer.

    Args:
        now: Now, on the host's clock.
        days_ahead: The setting "Fahrzeugausgabe vor Abholung in Tagen"; 0 or less allows no later day.
        immediate_window: How far an immediate issue may reach; the next full quarter hour unless given.

    Raises:
        Refusal: `out_of_range` where the result lies after the year 9999.

    Source: MOTIONDATA, "Ausgabe durchführen" and "Ausgabe in der Zukunft speichern".
    """

def issue(
    *,
    kind: Kind,
    may_issue: bool,
    now: datetime,
    requested_at: datetime,
    days_ahead: int,
    immediate_window: ImmediateWindow = ImmediateWindow.NEXT_QUARTER_HOUR,
    planned_end: datetime,
    already_issued: bool,
    vehicle_out: bool,
    plate_out: bool,
    overlaps_past_handover: bool,
) -> Decision[IssueOutcome]:
    """`booking.issue`: may the vehicle be handed out now?

    `because` has every reason against it. The requested time and the planned end may be in other zones than `now`:
    they are put into its zone first. Neither now nor the requested time may lie after the planned end. Times compare
    at whole minutes. The latest permitted time is that of `booking.issue_limit`, in the zone of `now`.

    Args:
        kind: What the vehicle is handed out for.
        may_issue: The user has the right "Fahrzeug ausgeben" for this kind.
        now: Now, on the host's clock.
        requested_at: When the vehicle is to be handed out.
        days_ahead: The setting "Fahrzeugausgabe vor Abholung in Tagen"; 0 or less allows no later day.
        immediate_window: How far an immediate issue may reach; the next full quarter hour unless given.
        planned_end: The planned end of the booking.
        already_issued: The vehicle was handed out on this booking before.
        vehicle_out: Another booking of this vehicle has an open return.
        plate_out: Another booking of this trial plate has an open return; matters on test drives only.
        overlaps_past_handover: The requested time lies between the actual issue and return of another booking of this
            vehicle.

    Raises:
        Refusal: `contradiction` for a time that is naive where `now` is aware, or the other way round; then those of
            `booking.issue_limit`.

    Source: MOTIONDATA, "Ausgabe durchführen", "Ausgabe in der Zukunft speichern" and "Berechtigungsverwaltung".
    """
