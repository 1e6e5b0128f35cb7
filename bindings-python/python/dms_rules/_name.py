"""Stable names, the same in every language."""

from enum import Enum
from typing import TypeVar

_Name = TypeVar("_Name", bound="Name")


class Name(str, Enum):
    """An enum whose values are stable names: `str(Mode.NEVER)` is `never`, and `Mode("never")` is `Mode.NEVER`.

    It is `enum.StrEnum`, which Python 3.10 does not have.
    """

    def __new__(cls: type[_Name], value: str) -> _Name:
        name = str.__new__(cls, value)
        name._value_ = value
        return name

    def __str__(self) -> str:
        return str.__str__(self)
