"""Documents as they are: the command converts nothing between reading and writing."""

from __future__ import annotations

import json
from typing import Any, Callable, Sequence

from payymo._native import call

Document = dict[str, Any]


def ask_raw(
    door: Callable[..., bytes], operation: str, request: Document, blobs: Sequence[bytes] = ()
) -> bytes:
    """The answer to an operation, as the library wrote it."""
    return door(operation, json.dumps(request, ensure_ascii=False, separators=(",", ":")), blobs)


def ask(operation: str, request: Document, blobs: Sequence[bytes] = ()) -> Any:
    """The answer to an operation."""
    return json.loads(ask_raw(call, operation, request, blobs))


def shown(text: str) -> str:
    """A text as a terminal may show it: no control characters, no marks that turn its direction."""
    safe: str = ask("text.terminal", {"text": text.encode(errors="replace").decode()})
    return safe
