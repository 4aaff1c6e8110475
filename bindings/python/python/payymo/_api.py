"""The two calls that most hosts need."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Iterable, Mapping, overload

from payymo import format, matching
from payymo._errors import refused
from payymo._read_stream import name_of
from payymo._records import Progress
from payymo._tables import ArrowStream, TableReconciliation, is_table, reconcile_tables
from payymo.records import Invoice, Options, ReadOptions, Reconciliation, Report, Settlement, Transaction

__all__ = ["read", "reconcile"]


def read(
    source: str | os.PathLike[str] | bytes | bytearray | memoryview,
    *,
    options: ReadOptions | Mapping[str, Any] | None = None,
    name: str | None = None,
    places: bool | None = None,
) -> Report:
    """Reads a statement or a list of any supported format: bytes, or the file of a path.

    Args:
        source: Bytes of the input, or the path of a file.
        options: How it is read. The default needs no tuning.
        name: Messages of errors and warnings begin with it. Default: the file's name.
        places: Whether each row is answered with its place. Default true.

    Raises:
        FormatError: The bytes are of no known format, or cannot be read at all.
        OSError: The file cannot be read.
    """
    if isinstance(source, (bytes, bytearray, memoryview)):
        return format.read(source, options=options, name=name, places=places)
    try:
        path = Path(source)
        content = path.read_bytes()
    except (TypeError, ValueError):
        fault = refused("contract.argument", "bytes, or the path of a file", "source")
    else:
        return format.read(content, options=options, name=name_of(path) if name is None else name, places=places)
    raise fault


@overload
def reconcile(
    transactions: ArrowStream,
    invoices: ArrowStream,
    *,
    settlements: ArrowStream | None = None,
    options: Options | Mapping[str, Any] | None = None,
    memory: bytes | None = None,
    progress: Progress | None = None,
) -> TableReconciliation: ...


@overload
def reconcile(
    transactions: Iterable[Transaction | Mapping[str, Any]],
    invoices: Iterable[Invoice | Mapping[str, Any]],
    *,
    settlements: Iterable[Settlement | Mapping[str, Any]] | None = None,
    options: Options | Mapping[str, Any] | None = None,
    memory: bytes | None = None,
    progress: Progress | None = None,
) -> Reconciliation: ...


def reconcile(
    transactions: Any,
    invoices: Any,
    *,
    settlements: Any | None = None,
    options: Options | Mapping[str, Any] | None = None,
    memory: bytes | None = None,
    progress: Progress | None = None,
) -> Reconciliation | TableReconciliation:
    """Pairs transactions with open items and says why.

    Rows are records or mappings in lists, or tables of pandas, polars, pyarrow or anything else with an Arrow stream: then
    the lists of the result are tables of that kind. Columns have the names of the fields; members of an object stand in a
    struct column or under dotted names (`counterparty.name`). Rows that cannot be used are listed in the result's `errors`.

    Args:
        transactions: Rows of accounts, in any order.
        invoices: Open items, and those closed of late, which explain payments and are never paid again.
        settlements: What was settled before; refunds and returns refer to it.
        options: The defaults need no tuning.
        memory: What was learnt before, as `memory.learn` gave it.
        progress: Called with the stage, the rows done and the rows in all; what is false but `None` stops the call. What it
            raises stops the call too, and is raised again.

    Raises:
        InputError: `input.float_money` where money is a binary float; `input.options`.
        MatchingError: `matching.cancelled`, `matching.too_many`.
        StoredMemoryError: `memory.version`, `memory.syntax`.
        ContractError: An argument of a wrong type, a table without a column that is needed.
    """
    if is_table(transactions):
        return reconcile_tables(transactions, invoices, settlements, options, memory, progress)
    for name, table in (("invoices", invoices), ("settlements", settlements)):
        if is_table(table):
            said = "all tables, or all lists of rows: this one is a table beside lists"
            raise refused("contract.field", said, f"/{name}")
    return matching.reconcile(
        transactions,
        invoices,
        settlements=settlements,
        options=options,
        memory=memory,
        progress=progress,
    )
