"""Inputs that are read while they come, in memory that does not grow with them."""

from __future__ import annotations

import asyncio
import inspect
import os
from contextlib import closing
from typing import Any, AsyncGenerator, AsyncIterable, Awaitable, Generator, Iterable, Iterator, Mapping, Protocol, Union

from payymo._errors import refused
from payymo._stream import Stream
from payymo.records import ReadOptions, StreamBatch

__all__ = ["read_stream", "read_stream_async"]

CHUNK = 256 * 1024
"""Bytes that are handed to the library at once. It looks for rows where it has as many."""

_Bytes = Union[bytes, bytearray, memoryview]


class Readable(Protocol):
    """A file that was opened in binary mode, a response, a member of an archive."""

    def read(self, size: int, /) -> bytes: ...


class AsyncReadable(Protocol):
    """The reader of `asyncio`, a file of a library for such files."""

    def read(self, size: int, /) -> Awaitable[bytes]: ...


Source = Union[str, "os.PathLike[str]", _Bytes, Readable, Iterable[_Bytes]]
"""The path of a file, bytes, an open file, or bytes in pieces."""

AsyncSource = Union[AsyncReadable, AsyncIterable[_Bytes]]
"""What is read with `await`, or bytes in pieces."""


def read_stream(
    source: Source,
    *,
    options: ReadOptions | Mapping[str, Any] | None = None,
    name: str | None = None,
    places: bool | None = None,
    chunk: int = CHUNK,
) -> Generator[StreamBatch, None, None]:
    """Reads a statement or a list of any supported format in pieces, for what is larger than memory or arrives over a
    network: yields the rows as they are read. They are those of `read`, however the input is cut. The last batch has the
    `summary`; without it the input was not read to its end.

    Stripe, GoCardless Pro, Plaid and WHMCS, whose objects speak of each other, are kept until the end.

    Args:
        source: The path of a file, bytes, a file that was opened in binary mode, or any iterable of bytes. A path is opened
            with the first batch and closed with the last, or with `close()`; what was open stays open.
        options: How it is read. The default needs no tuning.
        name: Messages of errors and warnings begin with it. Default: the file's name, where a path is given.
        places: Whether each row is answered with its place. Default true.
        chunk: Bytes that are read at once.

    Raises:
        FormatError: The bytes are of no known format, or cannot be read on; rows may have come before.
        InputError: `input.options`.
        ContractError: A source of none of these kinds, or text where bytes belong.
        OSError: The file cannot be read.
    """
    parts = _Parts(chunk)
    if isinstance(source, (str, os.PathLike)):
        pieces = _of_path(source, parts.size)
        name = name_of(source) if name is None else name
    elif isinstance(source, (bytes, bytearray, memoryview)):
        pieces = _of_each((source,))
    elif callable(getattr(source, "read", None)):
        pieces = _of_file(source, parts.size)
    elif isinstance(source, Iterable):
        pieces = _of_each(source)
    else:
        said = "the path of a file, bytes, a file that was opened in binary mode, or bytes in pieces"
        raise refused("contract.argument", said, "source")
    return _batches(Stream(options=options, name=name, places=places), pieces, parts)


def read_stream_async(
    source: AsyncSource,
    *,
    options: ReadOptions | Mapping[str, Any] | None = None,
    name: str | None = None,
    places: bool | None = None,
    chunk: int = CHUNK,
) -> AsyncGenerator[StreamBatch, None]:
    """`read_stream` for programs of `asyncio`: the library computes in another thread, and the next bytes are awaited when
    the last batch was taken.

    Args:
        source: What has a `read` to await, such as `asyncio.StreamReader`, or any asynchronous iterable of bytes.
        options: How it is read. The default needs no tuning.
        name: Messages of errors and warnings begin with it.
        places: Whether each row is answered with its place. Default true.
        chunk: Bytes that are read at once.

    Raises:
        FormatError: The bytes are of no known format, or cannot be read on; rows may have come before.
        InputError: `input.options`.
        ContractError: A source of none of these kinds, or text where bytes belong.
    """
    parts = _Parts(chunk)
    if callable(getattr(source, "read", None)):
        pieces = _of_reader(source, parts.size)
    elif isinstance(source, AsyncIterable):
        pieces = _of_each_async(source)
    else:
        said = "what has a read to await, or bytes in pieces to await"
        raise refused("contract.argument", said, "source")
    return _batches_async(Stream(options=options, name=name, places=places), pieces, parts)


def name_of(path: str | os.PathLike[str]) -> str:
    """The name of a file, for messages: of one that is no text what is."""
    try:
        return os.fsencode(os.path.basename(os.fspath(path))).decode("utf-8", "replace")
    except (TypeError, ValueError):
        pass
    raise refused("contract.argument", "bytes, or the path of a file", "source")


class _Parts:
    """Bytes as they come, handed on in parts of one size: each part is a call of the library."""

    __slots__ = ("size", "_held")

    def __init__(self, size: int) -> None:
        if not isinstance(size, int) or isinstance(size, bool) or size < 1:
            raise refused("contract.argument", "a number of bytes above 0", "chunk")
        self.size = size
        self._held = bytearray()

    def take(self, piece: Any) -> Iterator[bytes]:
        """The parts that these bytes complete."""
        view = _view(piece)
        while len(view) > 0:
            taken = view[: self.size - len(self._held)]
            self._held += taken
            view = view[len(taken) :]
            if len(self._held) == self.size:
                yield self.rest()

    def rest(self) -> bytes:
        """What is no whole part."""
        rest = bytes(self._held)
        self._held.clear()
        return rest


def _view(piece: Any) -> memoryview:
    try:
        return memoryview(piece).cast("B")
    except TypeError:
        pass
    said = "bytes in each piece: open a file in binary mode, and encode no text on the way"
    raise refused("contract.argument", said, "source")


def _of_path(path: str | os.PathLike[str], size: int) -> Generator[Any, None, None]:
    try:
        file = open(path, "rb", buffering=0)
    except ValueError:
        fault = refused("contract.argument", "bytes, or the path of a file", "source")
    else:
        with file:
            yield from _of_file(file, size)
        return
    raise fault


def _of_file(file: Any, size: int) -> Generator[Any, None, None]:
    while (piece := file.read(size)) != b"":
        yield piece


def _of_each(pieces: Iterable[Any]) -> Generator[Any, None, None]:
    yield from pieces


async def _of_reader(reader: Any, size: int) -> AsyncGenerator[Any, None]:
    while True:
        piece = reader.read(size)
        if not inspect.isawaitable(piece):
            raise refused("contract.argument", "a read to await: read_stream takes other files", "source")
        if (got := await piece) == b"":
            return
        yield got


async def _of_each_async(pieces: AsyncIterable[Any]) -> AsyncGenerator[Any, None]:
    async for piece in pieces:
        yield piece


_ROWS = ("transactions", "invoices", "settlements", "balances", "accounts", "statements", "errors", "warnings")


def _holds_rows(batch: StreamBatch) -> bool:
    return any(getattr(batch, rows) for rows in _ROWS)


def _batches(
    stream: Stream, pieces: Generator[Any, None, None], parts: _Parts
) -> Generator[StreamBatch, None, None]:
    with stream, closing(pieces):
        for piece in pieces:
            for part in parts.take(piece):
                batch = stream.push(part)
                if _holds_rows(batch):
                    yield batch
        batch = stream.push(parts.rest())
        if _holds_rows(batch):
            yield batch
        yield stream.finish()


async def _batches_async(
    stream: Stream, pieces: AsyncGenerator[Any, None], parts: _Parts
) -> AsyncGenerator[StreamBatch, None]:
    with stream:
        try:
            async for piece in pieces:
                for part in parts.take(piece):
                    batch = await asyncio.to_thread(stream.push, part)
                    if _holds_rows(batch):
                        yield batch
        finally:
            await pieces.aclose()
        batch = await asyncio.to_thread(stream.push, parts.rest())
        if _holds_rows(batch):
            yield batch
        yield await asyncio.to_thread(stream.finish)
