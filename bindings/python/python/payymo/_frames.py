"""Data frames of pandas and polars as tables that have an Arrow form: the columns that the library knows."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from payymo._columns import DAYS, is_known, lacking, mixed
from payymo._errors import PayymoError, refused
from payymo._pandas import Columns


def of_pandas(name: str, frame: Any) -> Any:
    """A frame of pandas as a table of Arrow."""
    frame = known_of_pandas(name, frame)
    if not has_pyarrow():
        return Columns(name, frame)
    import pyarrow

    try:
        return pyarrow.Table.from_pandas(frame, preserve_index=False)
    except Exception:
        # Its words may hold what stood in a row.
        fault = unfit(name, frame)
    raise fault


def has_pyarrow() -> bool:
    """Whether it can be imported."""
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        return False
    return True


def known_of_pandas(name: str, frame: Any) -> Any:
    """The known columns, an index among them, with days as their own zones have them."""
    index = [each for each in frame.index.names if isinstance(each, str) and is_known(name, each)]
    index = [each for each in index if each not in frame.columns]
    if index:
        frame = frame.reset_index(level=index)
    places = [place for place, column in enumerate(frame.columns) if is_known(name, str(column))]
    columns = [str(frame.columns[place]) for place in places]
    if not columns and len(frame):
        raise lacking(name)
    for column in columns:
        if columns.count(column) > 1:
            raise refused("contract.field", "two columns of one name", f"/{name}/{column}")
    frame = frame.iloc[:, places].set_axis(columns, axis=1).copy(deep=False)
    for column in columns:
        series = frame[column]
        plain = plain_of_pandas(column, series)
        if plain is not series:
            frame[column] = plain
    return frame


def plain_of_pandas(column: str, series: Any) -> Any:
    """A column whose type Arrow has, without zones."""
    if hasattr(series.dtype, "fill_value") and hasattr(series, "sparse"):
        series = series.sparse.to_dense()
    if column not in DAYS:
        return series
    arrow = getattr(series.dtype, "pyarrow_dtype", None)
    if getattr(series.dtype, "tz", None) is not None or getattr(arrow, "tz", None) is not None:
        return series.dt.tz_localize(None)
    if series.dtype == object and any(isinstance(each, datetime) for each in series):
        days = [each.date() if isinstance(each, datetime) and each == each else each for each in series]
        return type(series)(days, index=series.index, dtype=object)
    return series


def unfit(name: str, frame: Any) -> PayymoError:
    """Why a frame has no Arrow form."""
    import pyarrow

    for column in frame.columns:
        field = f"/{name}/{column}"
        try:
            pyarrow.Array.from_pandas(frame[column])
        except UnicodeEncodeError:
            return refused("contract.encoding", "text with a lone surrogate", field)
        except Exception:
            return mixed(column, frame[column], field)
    return refused("contract.field", "a data frame that Arrow cannot hold", f"/{name}")


def of_polars(name: str, frame: Any) -> Any:
    """A frame of polars without the type of nothing, whose Arrow form others do not read, and without zones."""
    import polars

    chosen = [column for column in frame.columns if is_known(name, column)]
    if not chosen and frame.height:
        raise lacking(name)
    return frame.select([plain_of_polars(polars, column, frame.schema[column]) for column in chosen])


def plain_of_polars(polars: Any, column: str, kind: Any) -> Any:
    """A column as it is handed on."""
    values = polars.col(column)
    if column in DAYS and isinstance(kind, polars.Datetime) and kind.time_zone is not None:
        return values.dt.replace_time_zone(None)
    plain = with_something(polars, kind)
    return values if plain == kind else values.cast(plain)


def with_something(polars: Any, kind: Any) -> Any:
    """A type in which text stands for nothing."""
    if kind == polars.Null:
        return polars.String
    if isinstance(kind, polars.List):
        return polars.List(with_something(polars, kind.inner))
    if isinstance(kind, polars.Array):
        return polars.Array(with_something(polars, kind.inner), kind.size)
    if isinstance(kind, polars.Struct):
        return polars.Struct([polars.Field(each.name, with_something(polars, each.dtype)) for each in kind.fields])
    return kind
