"""Tables that speak Arrow, whichever library they are of."""

from typing import Protocol


class ArrowTable(Protocol):
    """A table, or a stream of batches, by Arrow's C interface."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The stream, in a capsule."""
        ...


class ArrowBatch(Protocol):
    """One batch of columns, by Arrow's C interface."""

    def __arrow_c_array__(self, requested_schema: object = None) -> tuple[object, object]:
        """Schema and columns, in capsules."""
        ...
