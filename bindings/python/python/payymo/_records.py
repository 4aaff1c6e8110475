"""What records are made of, and how they cross the border to the library."""

from __future__ import annotations

import dataclasses
import json
import sys
from base64 import b64decode
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Callable, ClassVar, TypeVar

from payymo import _native
from payymo._errors import refused

if TYPE_CHECKING:
    from typing_extensions import TypeAlias, dataclass_transform
else:

    def dataclass_transform(**_: Any) -> Callable[[Any], Any]:
        return lambda decorated: decorated


_T = TypeVar("_T")

Progress: TypeAlias = "Callable[[str, int, int], object]"
"""Told the stage (`prepare`, `score`, `assign`), the rows done and the rows in all; what is false but `None` stops."""


HIDDEN = "***"
"""What a record shows of a secret."""


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(dataclasses.field,))
def record(cls: type[_T]) -> type[_T]:
    """Makes a class a record: frozen, fields by name, without a `__dict__` where Python knows how (3.10)."""
    if sys.version_info >= (3, 10):
        return dataclasses.dataclass(frozen=True, slots=True, kw_only=True, repr=False)(cls)
    return dataclasses.dataclass(frozen=True, repr=False)(cls)


class Record:
    """A record of the library."""

    __slots__ = ()

    _RECORD: ClassVar[str]
    _ATTRIBUTES: ClassVar[tuple[str, ...]]
    _SECRETS: ClassVar[frozenset[str]] = frozenset()

    def to_document(self) -> dict[str, Any]:
        """The form that documents have: amounts and days as text, without what is not known."""
        document: dict[str, Any] = json.loads(_native.document(self))
        return document

    def __repr__(self) -> str:
        """The fields that hold something, secrets as `'***'`."""
        fields = ((name, getattr(self, name)) for name in self._ATTRIBUTES)
        held = ((name, value) for name, value in fields if value is not None and value != () and value != {})
        shown = (f"{name}={(HIDDEN if name in self._SECRETS else value)!r}" for name, value in held)
        return f"{type(self).__name__}({', '.join(shown)})"


def decimal(value: Any) -> Decimal:
    """An amount of a document."""
    if type(value) is str or type(value) is int:
        return Decimal(value)
    exact: Decimal = _exact(value, None)
    return exact


def day(value: Any) -> date:
    """A day of a document."""
    return value if isinstance(value, date) else date.fromisoformat(value)


def listed(value: Any) -> Any:
    """A value, or a list of them."""
    return tuple(value) if isinstance(value, list) else value


def raw(value: Any) -> bytes:
    """Bytes of an answer."""
    return b64decode(value)


def set_decimal(record: Any, name: str) -> None:
    """Takes text and whole numbers as decimals, and refuses floats. What is no number the library refuses later."""
    try:
        object.__setattr__(record, name, _exact(getattr(record, name), f"/{name}"))
    except InvalidOperation:
        pass


def _exact(value: Any, field: str | None) -> Any:
    # A float of numpy is one of Python's only at 64 bits.
    if isinstance(value, float) or type(value).__name__.startswith("float"):
        said = 'a binary float: give the amount as Decimal or as text, such as "1204.50"'
        raise refused("input.float_money", said, field)
    if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        return Decimal(value)
    return value


def set_day(record: Any, name: str) -> None:
    """Takes text and instants as days: an instant's own, in its zone. What is no day the library refuses later."""
    value = getattr(record, name)
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value)
        except ValueError:
            return
    elif isinstance(value, datetime):
        # pandas has an instant that is none.
        value = value.date() if value == value else None
    object.__setattr__(record, name, value)


def set_tuple(record: Any, name: str) -> None:
    """Takes any list as a tuple. What is no list the library refuses later."""
    value = getattr(record, name)
    if value is None:
        object.__setattr__(record, name, ())
    elif not isinstance(value, (str, bytes, dict)):
        object.__setattr__(record, name, tuple(value))


def asked(operation: str, arguments: dict[str, Any], progress: Progress | None = None) -> bytes:
    """The answer to an operation, as the library wrote it."""
    return _native.ask(operation, arguments, progress)


def ask(operation: str, arguments: dict[str, Any], progress: Progress | None = None) -> Any:
    """The answer to an operation."""
    return json.loads(_native.ask(operation, arguments, progress).decode())
