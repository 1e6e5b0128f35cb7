"""Full quarter hours, as the Austrian booking calendar uses them.

It is the instant that is rounded. Every offset in use today is a multiple of 15 minutes, so the clock on the wall is
rounded with it, also on the days when the clocks change: in Vienna, 01:53 on 2026-03-29 is followed by 03:00. A naive
`datetime` is rounded as it stands, and the answer is naive.

>>> from datetime import datetime
>>> from dms_rules import quarter_hour
>>> quarter_hour.next(at=datetime(2026, 11, 21, 10, 0))
datetime.datetime(2026, 11, 21, 10, 15)

`quarter_hour.next(at=…)` is meant to be read with the module's name before it.
"""

from dms_rules._native.quarter_hour import ceil, floor, nearest, next

__all__ = ["ceil", "floor", "nearest", "next"]
