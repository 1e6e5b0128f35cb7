from datetime import datetime

__all__ = ["ceil", "floor", "nearest", "next"]

def floor(*, at: datetime) -> datetime:
    """`quarter_hour.floor`: the full quarter hour at or before a time: 10:07 → 10:00, 10:15 → 10:15.

    Args:
        at: The time. With a zone, the instant is rounded and answered in that zone; without, as it stands.

    Raises:
        Refusal: `out_of_range` where the calendar ends.

    Source: MOTIONDATA, "Ausgabe durchführen".
    """

def ceil(*, at: datetime) -> datetime:
    """`quarter_hour.ceil`: the full quarter hour at or after a time: 10:07 → 10:15, 10:15 → 10:15.

    Args:
        at: The time. With a zone, the instant is rounded and answered in that zone; without, as it stands.

    Raises:
        Refusal: `out_of_range` where the calendar ends.

    Source: MOTIONDATA, "Ausgabe durchführen".
    """

def nearest(*, at: datetime) -> datetime:
    """`quarter_hour.nearest`: the nearest full quarter hour: 10:07:29 → 10:00, 10:07:30 → 10:15.

    Args:
        at: The time. With a zone, the instant is rounded and answered in that zone; without, as it stands.

    Raises:
        Refusal: `out_of_range` where the calendar ends.

    Source: MOTIONDATA, "Ausgabe durchführen".
    """

def next(*, at: datetime) -> datetime:
    """`quarter_hour.next`: the next full quarter hour, always later: 10:07 → 10:15, 10:15 → 10:30.

    Args:
        at: The time. With a zone, the instant is rounded and answered in that zone; without, as it stands.

    Raises:
        Refusal: `out_of_range` where the calendar ends.

    Source: MOTIONDATA, "Ausgabe durchführen".
    """
