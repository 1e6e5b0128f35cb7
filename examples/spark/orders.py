"""Writes work orders that nobody drove, as CSV, to try what_if.py with: `python orders.py 1000000 > orders.csv`."""

import argparse
import csv
import random
import sys
from datetime import date, timedelta

FIRST_DAY = date(2016, 1, 1)
DAYS = 3_650
COLUMNS = [
    "order",
    "apk_reported",
    "entered_reading_km",
    "last_reading_km",
    "reading_date",
    "invoice_date",
    "invoice_total_cents",
]


def main() -> None:
    """The command. The same number and seed write the same orders."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("orders", type=int, help="how many")
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    chance = random.Random(given.seed)
    rows = csv.writer(sys.stdout, lineterminator="\n")
    rows.writerow(COLUMNS)
    rows.writerows(order(f"WO{number:08}", chance) for number in range(1, given.orders + 1))


def order(number: str, chance: random.Random) -> list[object]:
    """One work order; of some the last reading or the day of the reading is unknown."""
    invoiced = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    read = invoiced - timedelta(days=min(chance.randrange(60), chance.randrange(60)))
    last = chance.randrange(500, 320_000)
    entered = last + chance.choice([0, chance.randrange(-300, 0), chance.randrange(20_000), chance.randrange(20_000)])
    # A digit too many, now and then.
    entered = entered * 10 if chance.randrange(100) == 0 else entered
    return [
        number,
        "true" if chance.randrange(5) == 0 else "false",
        entered,
        "" if chance.randrange(10) == 0 else last,
        "" if chance.randrange(20) == 0 else read,
        invoiced,
        chance.randrange(-2_000, 60_000),
    ]


if __name__ == "__main__":
    main()
