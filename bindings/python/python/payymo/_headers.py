"""Headers, as frameworks give them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable, Protocol, Union

from payymo._errors import refused

if TYPE_CHECKING:
    from typing_extensions import TypeAlias

_Text = Union[str, bytes]


class HasItems(Protocol):
    """A mapping, or what has its pairs as one: the headers of Starlette, Werkzeug, Django, aiohttp."""

    def items(self) -> Iterable[tuple[_Text, _Text | Iterable[_Text]]]:
        """Names with their values; a name may come again."""
        ...


Headers: TypeAlias = "HasItems | Iterable[tuple[_Text, _Text | Iterable[_Text]]]"
"""Headers by their names, or as pairs: each name with its value, or with all its values."""

_RIGHT = "headers are a mapping of names to values or lists of values, or pairs of these"


def by_name(given: Any, field: str) -> Any:
    """Every name with all its values. Those of bytes are read as ISO 8859-1, as WSGI and ASGI have them."""
    pairs = given.items() if hasattr(given, "items") else given
    if isinstance(pairs, (str, bytes)) or not isinstance(pairs, Iterable):
        # The library says what is wrong with it.
        return given
    named: dict[str, list[Any]] = {}
    for pair in pairs:
        if not isinstance(pair, (tuple, list)) or len(pair) != 2 or not isinstance(pair[0], (str, bytes)):
            raise refused("contract.field", _RIGHT, field)
        name, value = _text(pair[0]), pair[1]
        several = isinstance(value, Iterable) and not isinstance(value, (str, bytes))
        named.setdefault(name, []).extend(map(_text, value) if several else [_text(value)])
    return named


def _text(value: Any) -> Any:
    return value.decode("latin-1") if isinstance(value, bytes) else value
