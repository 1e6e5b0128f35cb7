"""Facts that are refused."""

from dms_rules._error_code import ErrorCode
from dms_rules._language import Language
from dms_rules._native import advisory_line, refusal_line


class Refusal(ValueError):
    """Facts that were refused: nothing was decided and nothing was guessed.

    Where several facts are at fault, it is the first in the order of the rules.
    """

    code: ErrorCode
    """Why."""
    field: str | None
    """The fact, named as in the rules; None where none can be named."""
    message: str
    """What was expected, in English, for the developer."""
    faults: tuple["Refusal", ...]
    """Every fault in the order of the facts, where the decision lists them all (`car_pass.submission`); else empty."""
    advisories: tuple[str, ...]
    """What a person should look at, by its stable name (`send_correction` of `car_pass.lifecycle`)."""
    row: int | None = None
    """Which row of a table was refused, counted from 0 (`decide_batch`)."""

    def __init__(
        self,
        code: ErrorCode,
        field: str | None,
        message: str,
        faults: tuple["Refusal", ...] = (),
        advisories: tuple[str, ...] = (),
    ) -> None:
        super().__init__(code, field, message, faults, advisories)
        self.code = code
        self.field = field
        self.message = message
        self.faults = faults
        self.advisories = advisories

    def __str__(self) -> str:
        return self.message

    def line(self, language: Language) -> str:
        """One line for the workshop's staff."""
        return refusal_line(self.code, self.field, language)

    def lines(self, language: Language) -> list[str]:
        """Everything to show to a person: a line for each fault, then the advisories."""
        advisories = (advisory_line(advisory, language) for advisory in self.advisories)
        return [fault.line(language) for fault in self.faults or (self,)] + [line for line in advisories if line]


class InternalError(RuntimeError):
    """A fault of this library, not of the facts: please report it with its message.

    Nothing was decided, and the library can still be used: only the same facts are likely to fail again.
    """
