"""Tables in and out: pandas, polars, pyarrow and whatever else speaks Arrow."""

from __future__ import annotations

from datetime import date
from typing import Any, Mapping, Protocol

from payymo import _native
from payymo._errors import PayymoError, refused
from payymo._frames import of_pandas, of_polars
from payymo._records import Progress
from payymo._reconciliation import SHOWN, figures
from payymo.records import Bound, Engine, Limit, Options, Problem, Reconciliation, Summary

__all__ = ["ArrowStream", "TableReconciliation", "is_table", "reconcile_tables"]


class ArrowStream(Protocol):
    """A table that gives itself as a stream of Arrow: of pandas, polars, pyarrow, DuckDB …"""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...


def kind_of(table: object) -> str:
    """The library that a table is of."""
    return type(table).__module__.split(".", 1)[0]


def is_table(value: object) -> bool:
    """Whether something is a table and no list of rows."""
    return hasattr(value, "__arrow_c_stream__") or (kind_of(value) == "pandas" and hasattr(value, "columns"))


class TableReconciliation:
    """The result of a reconciliation of tables: its lists are tables of the kind that was given."""

    __slots__ = ("_frame", "_kind", "_native", "_tables")

    def __init__(self, native: _native.Tables, kind: str) -> None:
        self._native = native
        self._kind = kind
        self._frame = Reconciliation.from_json(native.frame(0))
        self._tables: dict[str, Any] = {}

    def _table(self, name: str) -> Any:
        if name not in self._tables:
            self._tables[name] = given_as(self._kind, self._native.table(name))
        return self._tables[name]

    @property
    def matches(self) -> Any:
        """`id`, `kind`, `decision`, `probability`, `score`, `prior`, `review`, `review_clue`, `audit`, `calibration`."""
        return self._table("matches")

    @property
    def allocations(self) -> Any:
        """`match`, its `transaction` or `credit`, its `invoice` or `customer`, `amount`, `currency`, `paid_amount`,
        `paid_currency`, `rate`."""
        return self._table("allocations")

    @property
    def differences(self) -> Any:
        """`match`, `kind`, `transaction` or `invoice`, `amount`, `currency`."""
        return self._table("differences")

    @property
    def evidence(self) -> Any:
        """`match`, `code`, `weight`, `text`."""
        return self._table("evidence")

    @property
    def unmatched(self) -> Any:
        """`transaction`, `reason`."""
        return self._table("unmatched")

    @property
    def open_invoices(self) -> Any:
        """`invoice`, `open`, `currency`."""
        return self._table("open_invoices")

    @property
    def as_of(self) -> date:
        """The day it speaks of."""
        return self._frame.as_of

    @property
    def engine(self) -> Engine:
        """What computed it."""
        return self._frame.engine

    @property
    def summary(self) -> Summary:
        """Totals."""
        return self._frame.summary

    @property
    def bound(self) -> Bound:
        """What stands behind `auto`."""
        return self._frame.bound

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Rows that could not be used; `field` begins with the table and the row: `/transactions/3`."""
        return self._frame.errors

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """Doubts."""
        return self._frame.warnings

    @property
    def limits(self) -> tuple[Limit, ...]:
        """Bounds of the search that were hit."""
        return self._frame.limits

    def to_json(self, pretty: bool = False) -> bytes:
        """The whole result as the document that every language gives."""
        raw = self._native.document()
        return _native.indent(raw) if pretty else raw

    def to_reconciliation(self) -> Reconciliation:
        """The whole result as records."""
        return Reconciliation.from_json(self.to_json())

    def __copy__(self) -> TableReconciliation:
        return TableReconciliation(self._native, self._kind)

    def __deepcopy__(self, memo: dict[int, Any]) -> TableReconciliation:
        return self.__copy__()

    def __reduce__(self) -> Any:
        raise TypeError("a TableReconciliation cannot be pickled: to_reconciliation() and to_json() can")

    def __repr__(self) -> str:
        """Figures only: a log is no place for names and accounts."""
        return f"<TableReconciliation as of {self.as_of}: {figures(self.summary)}>"

    def _repr_html_(self) -> str:
        return Reconciliation.from_json(self._native.frame(SHOWN))._repr_html_()


def given_as(kind: str, table: _native.ArrowTable) -> Any:
    """A table as the library of the host has it; a library that is not known takes it from its Arrow stream itself."""
    if kind == "polars":
        import polars

        return polars.DataFrame(table)
    if kind == "pyarrow":
        import pyarrow

        return pyarrow.table(table)
    if kind == "pandas":
        import pandas

        try:
            if hasattr(pandas.DataFrame, "from_arrow"):
                return pandas.DataFrame.from_arrow(table)
            import pyarrow

            return pyarrow.table(table).to_pandas()
        except ImportError:
            return pandas.DataFrame(table.columns(), columns=table.column_names())
    return table


def reconcile_tables(
    transactions: Any,
    invoices: Any,
    settlements: Any | None,
    options: Options | Mapping[str, Any] | None,
    memory: bytes | None,
    progress: Progress | None,
) -> TableReconciliation:
    """Pairs the rows of tables."""
    tables = {"transactions": transactions, "invoices": invoices, "settlements": settlements}
    for name, table in tables.items():
        if table is not None and not is_table(table):
            said = "all tables, or all lists of rows: this one is a list beside tables"
            raise refused("contract.field", said, f"/{name}")
    arguments = {"options": options, "memory": memory}
    try:
        native = _native.reconcile_tables(
            arrow_of("transactions", transactions),
            arrow_of("invoices", invoices),
            None if settlements is None else arrow_of("settlements", settlements),
            arguments,
            progress,
        )
    except PayymoError:
        raise
    except Exception as error:
        if kind_of(error) != "pyarrow":
            raise
        # Its words may hold what stood in a row.
        fault = refused("contract.field", "a table that Arrow cannot hold")
    else:
        return TableReconciliation(native, kind_of(transactions))
    raise fault


def arrow_of(name: str, table: Any) -> Any:
    """A table with an Arrow stream of types that are known."""
    kind = kind_of(table)
    if kind == "pandas" and hasattr(table, "columns"):
        return of_pandas(name, table)
    if kind == "polars" and hasattr(table, "columns"):
        return of_polars(name, table)
    return table
