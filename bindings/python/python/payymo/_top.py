"""The two calls that most hosts need."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Iterable, Mapping

from payymo import format, matching
from payymo._records import Progress
from payymo.records import Invoice, Options, ReadOptions, Reconciliation, Report, Settlement, Transaction

__all__ = ["read", "reconcile"]


def read(
    source: str | os.PathLike[str] | bytes | bytearray | memoryview,
    *,
    options: ReadOptions | Mapping[str, Any] | None = None,
    name: str | None = None,
) -> Report:
    """Reads a statement or a list of any supported format: bytes, or the file of a path.

    Args:
        source: Bytes of the input, or the path of a file.
        options: How it is read. The default needs no tuning.
        name: Messages of errors and warnings begin with it. Default: the file's name.

    Raises:
        FormatError: The bytes are of no known format, or cannot be read at all.
        OSError: The file cannot be read.
    """
    if isinstance(source, (bytes, bytearray, memoryview)):
        return format.read(source, options=options, name=name)
    path = Path(source)
    return format.read(path.read_bytes(), options=options, name=path.name if name is None else name)


def reconcile(
    transactions: Iterable[Transaction | Mapping[str, Any]],
    invoices: Iterable[Invoice | Mapping[str, Any]],
    *,
    settlements: Iterable[Settlement | Mapping[str, Any]] | None = None,
    options: Options | Mapping[str, Any] | None = None,
    memory: bytes | None = None,
    progress: Progress | None = None,
) -> Reconciliation:
    """Pairs transactions with open items and says why."""
    return matching.reconcile(
        transactions,
        invoices,
        settlements=settlements,
        options=options,
        memory=memory,
        progress=progress,
    )
