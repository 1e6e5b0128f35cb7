"""`okr.option` by this library, by plain Python and by rule engines: the same facts, one process, in turns.

Prints a Markdown table. Every contestant first has to agree with the library on 2,000 random inputs. Then they take
turns, round after round, each over all inputs, in processor time. What the loop over the inputs takes by itself is
taken off, a ratio is taken within a round, and medians over the rounds are printed.
"""

import gc
import sys
from collections import Counter
from collections.abc import Callable
from statistics import median
from time import thread_time_ns

import by_hand
from dms_rules import okr
from engines import Datalogic, Engine, ZenExpression, ZenTable
from facts import Answer, Facts, some

AGREED = 2_000
ROUNDS = 51


def loop_alone(inputs: list[tuple]) -> None:
    """What every contestant that takes keywords does beside its call."""
    for mode, age, threshold, boundary, apk, entered, last, read, invoiced, total in inputs:  # noqa: B007
        pass


def by_keyword(option: Callable[..., object]) -> Callable[[list[tuple]], None]:
    """Calls a function once for each of the inputs, by keyword."""

    def run(inputs: list[tuple]) -> None:
        for mode, age, threshold, boundary, apk, entered, last, read, invoiced, total in inputs:
            option(
                mode=mode,
                max_age_days=age,
                threshold_cents=threshold,
                boundary=boundary,
                apk_reported=apk,
                entered_reading_km=entered,
                last_reading_km=last,
                reading_date=read,
                invoice_date=invoiced,
                invoice_total_cents=total,
            )

    return run


def by_keyword_and_read(inputs: list[tuple]) -> None:
    """Calls the library and reads all of its answer."""
    option = okr.option
    for mode, age, threshold, boundary, apk, entered, last, read, invoiced, total in inputs:
        decision = option(
            mode=mode,
            max_age_days=age,
            threshold_cents=threshold,
            boundary=boundary,
            apk_reported=apk,
            entered_reading_km=entered,
            last_reading_km=last,
            reading_date=read,
            invoice_date=invoiced,
            invoice_total_cents=total,
        )
        _ = decision.outcome, decision.row, decision.because, decision.advisories


class Contestant:
    """Somebody who decides all inputs when it is their turn."""

    def __init__(self, name: str, given: str, run: Callable[[list], None], inputs: list) -> None:
        self.name, self.given, self.run, self.inputs = name, given, run, inputs
        self.nanoseconds: list[float] = []

    def take_turn(self) -> None:
        """Decides all inputs once."""
        start = thread_time_ns()
        self.run(self.inputs)
        self.nanoseconds.append((thread_time_ns() - start) / len(self.inputs))


def plain(facts: Facts) -> tuple:
    """The facts with their names as text."""
    return facts._replace(mode=facts.mode.value, boundary=facts.boundary.value)


def own_enums(facts: Facts) -> tuple:
    """The facts with the enums of the form by hand."""
    return facts._replace(mode=by_hand.Mode(facts.mode.value), boundary=by_hand.Boundary(facts.boundary.value))


def library(facts: Facts) -> Answer:
    """What the library answers."""
    decision = okr.option(**facts._asdict())
    return Answer(decision.outcome.value, decision.row, decision.because, decision.advisories)


def lean(facts: Facts) -> Answer:
    """What the leanest form by hand answers."""
    outcome, row, because, advisories = by_hand.lean(**plain(facts)._asdict())
    return Answer(outcome, row, tuple(because), tuple(advisories))


def handy(facts: Facts) -> Answer:
    """What the handiest form by hand answers."""
    decision = by_hand.handy(**own_enums(facts)._asdict())
    return Answer(decision.outcome.value, decision.row, decision.because, decision.advisories)


def agree(name: str, decide: Callable[[Facts], Answer], agreed: list[Facts]) -> None:
    """Stops where a contestant answers otherwise than the library."""
    for facts in agreed:
        if decide(facts) != library(facts):
            raise SystemExit(f"{name}: {facts}: {decide(facts)}, but the library says {library(facts)}")


def engine_contestants(engine: Engine, agreed: list[Facts]) -> list[Contestant]:
    """An engine with its input built beforehand, and from typed facts to typed answer, once it agrees."""
    build, evaluate, read = engine.build, engine.evaluate, engine.read

    def on_built(inputs: list) -> None:
        for built in inputs:
            evaluate(built)

    def end_to_end(inputs: list) -> None:
        for facts in inputs:
            read(evaluate(build(facts)))

    agree(engine.name, lambda facts: read(evaluate(build(facts))), agreed)
    return [
        Contestant(engine.name, "built", on_built, [build(facts) for facts in agreed]),
        Contestant(engine.name, "end to end", end_to_end, agreed),
    ]


def main() -> None:
    """Prints who takes how long."""
    agreed = some(AGREED)
    rows = Counter(library(facts).row for facts in agreed)
    if len(rows) != 7 or min(rows.values()) < AGREED // 100:
        raise SystemExit(f"not every row is met often: {rows}")
    agree("lean", lean, agreed)
    agree("handy", handy, agreed)

    # Bare tuples: a loop takes them apart faster.
    typed = [tuple(facts) for facts in agreed]
    texts = [tuple(plain(facts)) for facts in agreed]
    enums = [tuple(own_enums(facts)) for facts in agreed]
    alone = Contestant("", "", loop_alone, typed)
    contestants = [
        Contestant("dms-rules", "keywords", by_keyword(okr.option), typed),
        Contestant("dms-rules, all of the answer read", "keywords", by_keyword_and_read, typed),
        Contestant("if/else by hand, lists in a tuple", "keywords", by_keyword(by_hand.lean), texts),
        Contestant("if/else by hand, enums and a frozen dataclass", "keywords", by_keyword(by_hand.handy), enums),
    ]
    for engine in (Datalogic(), ZenExpression(), ZenTable()):
        contestants += engine_contestants(engine, agreed)
    print(f"all agree on {AGREED} random inputs", file=sys.stderr)

    gc.disable()
    for turn in range(ROUNDS):
        # There and back, so that nobody always follows the same neighbour.
        for contestant in [alone, *contestants][:: 1 if turn % 2 == 0 else -1]:
            contestant.take_turn()
        gc.collect()

    print("| contestant | input | ns a decision | ratio |")
    print("| --- | --- | ---: | ---: |")
    first = contestants[0]
    for contestant in contestants:
        turns = zip(contestant.nanoseconds, first.nanoseconds, alone.nanoseconds, strict=True)
        figures = [(theirs - loop, (theirs - loop) / (ours - loop)) for theirs, ours, loop in turns]
        time, ratio = (median(column) for column in zip(*figures, strict=True))
        print(f"| {contestant.name} | {contestant.given} | {time:.0f} | {ratio:.2f} |")


if __name__ == "__main__":
    main()
