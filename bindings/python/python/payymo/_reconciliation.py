"""What the result of a reconciliation can do beside holding its fields."""

from __future__ import annotations

import gc
import json
from contextlib import contextmanager
from html import escape
from typing import TYPE_CHECKING, Any, Iterator, Mapping, Sequence

from payymo import _native
from payymo._records import Record

if TYPE_CHECKING:
    from typing_extensions import Self

SHOWN = 20
"""Matches that a notebook shows."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Many records at once have the collector of cycles walk all of them again and again, and records have no cycles."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


class ReconciliationBase(Record):
    """A result with the bytes that the library wrote."""

    __slots__ = ("_document",)

    _document: bytes

    if TYPE_CHECKING:
        summary: Any
        matches: tuple[Any, ...]
        unmatched: tuple[Any, ...]
        open_invoices: tuple[Any, ...]
        errors: tuple[Any, ...]
        warnings: tuple[Any, ...]
        as_of: Any

        @classmethod
        def from_document(cls, document: Mapping[str, Any], /) -> Self: ...

    @classmethod
    def from_json(cls, document: str | bytes, /) -> Self:
        """Reads a result as the library writes it, and keeps its bytes."""
        raw = document.encode() if isinstance(document, str) else bytes(document)
        with uncollected():
            result = cls.from_document(json.loads(raw))
        object.__setattr__(result, "_document", raw)
        return result

    def to_json(self, pretty: bool = False) -> bytes:
        """The document: the bytes that the library wrote, in every language the same. `pretty` indents them."""
        raw: bytes | None = getattr(self, "_document", None)
        if raw is None:
            raw = _native.document(self)
        return _native.indent(raw) if pretty else raw

    def __repr__(self) -> str:
        """Figures only: a log is no place for names and accounts."""
        return f"<{type(self).__name__} as of {self.as_of}: {figures(self.summary)}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self).from_json, (self.to_json(),)

    def _repr_html_(self) -> str:
        rows = [match_row(match) for match in self.matches[:SHOWN]]
        return page(f"{self.as_of}: {figures(self.summary)}", rows, len(self.matches))


def figures(summary: Any) -> str:
    """A summary in one line."""
    return (
        f"{summary.transactions} transactions, {summary.auto} automatic, {summary.review} for review, "
        f"{summary.unmatched} unmatched"
    )


def match_row(match: Any) -> list[str]:
    """A match as cells of a table."""
    settles = [
        f"{each.transaction or each.credit or ''} → {each.invoice or each.customer or ''}: {each.amount} {each.currency}"
        for each in match.allocations
    ]
    reasons = [each.text for each in match.evidence if each.weight > 0]
    return [match.decision, f"{match.probability:.6f}", match.kind, "\n".join(settles), "\n".join(reasons)]


HEADS = ("Decision", "Probability", "Kind", "Settles", "Reasons")


def page(title: str, rows: Sequence[Sequence[str]], count: int) -> str:
    """A small table. What strangers wrote is escaped."""

    def cells(texts: Sequence[str], tag: str) -> str:
        shown = (escape(_plain(text)).replace("\n", "<br>") for text in texts)
        return "<tr>" + "".join(f"<{tag} style='text-align:left'>{text}</{tag}>" for text in shown) + "</tr>"

    body = "".join(cells(row, "td") for row in rows)
    more = f"<p>{count - len(rows)} more</p>" if count > len(rows) else ""
    return f"<div><p>{escape(title)}</p><table>{cells(HEADS, 'th')}{body}</table>{more}</div>"


def _plain(text: str) -> str:
    """Without control characters and marks that turn the direction of text."""
    return "\n".join(json.loads(_native.ask("text.terminal", {"text": line})) for line in text.split("\n"))
