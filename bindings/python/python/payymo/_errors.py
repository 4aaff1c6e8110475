"""What all exceptions of the library have in common."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, ClassVar, NamedTuple

from payymo import _native


class Place(NamedTuple):
    """Where something was wrong; what is not known is `None`."""

    field: str | None = None
    """Path of the field: of a request a JSON pointer such as `/transactions/3/amount`, of a table `/amount/3`."""
    row: str | None = None
    """Id of the row."""
    line: int | None = None
    """Line, counted from 1."""
    bytes: tuple[int, int] | None = None
    """The first byte of the record, and the one behind its last."""


class PayymoError(Exception):
    """Why a call has no answer. Its text holds no secret and no data of a person."""

    _classes: ClassVar[dict[str, type[PayymoError]]] = {}

    code: str
    """A stable code: `money.precision`."""
    number: int
    """Number of the code; 0 for a code of a newer library."""
    message: str
    """What was wrong, and what would be right."""
    place: Place
    """Where it was."""

    def __init_subclass__(cls, *, area: str | None = None, **rest: Any) -> None:
        super().__init_subclass__(**rest)
        if area is not None:
            PayymoError._classes[area] = cls

    def __init__(self, code: str, message: str, *, number: int = 0, place: Place = Place()) -> None:
        super().__init__(code, message)
        self.code = code
        self.number = number
        self.message = message
        self.place = place

    @property
    def field(self) -> str | None:
        """Path of the field."""
        return self.place.field

    @property
    def row(self) -> str | None:
        """Id of the row."""
        return self.place.row

    @property
    def line(self) -> int | None:
        """Line, counted from 1."""
        return self.place.line

    def __str__(self) -> str:
        parts = [f"{self.code}: {self.message}"]
        if self.line is not None:
            parts.append(f"line {self.line}")
        if self.field is not None:
            parts.append(f"field {self.field}")
        if self.row is not None:
            parts.append(f"row {self.row}")
        return ", ".join(parts)

    def __reduce__(self) -> tuple[Any, ...]:
        return _made, (type(self), self.code, self.message, self.number, self.place)


def _made(kind: type[PayymoError], code: str, message: str, number: int, place: Place) -> PayymoError:
    return kind(code, message, number=number, place=Place(*place))


def raised(
    code: str,
    number: int,
    message: str,
    field: str | None = None,
    row: str | None = None,
    line: int | None = None,
    bytes: tuple[int, int] | None = None,
) -> PayymoError:
    """The exception of a code: of the class of its area, or of the base for an area of a newer library."""
    kind = PayymoError._classes.get(code.split(".", 1)[0], PayymoError)
    return kind(code, message, number=number, place=Place(field, row, line, bytes))


@lru_cache(maxsize=None)
def _numbers() -> dict[str, int]:
    return {code: number for code, number, _ in _native.codes()}


def refused(code: str, message: str, field: str | None = None) -> PayymoError:
    """The exception of what is refused before the library is asked, with the library's own number."""
    return raised(code, _numbers()[code], message, field)
