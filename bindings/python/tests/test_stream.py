"""Inputs that come in pieces: whatever they are cut into, whoever holds them, however large they are."""

from __future__ import annotations

import asyncio
import copy
import gc
import gzip
import io
import mmap
import os
import pickle
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, AsyncIterator, Iterable, Iterator

import payymo
import pytest
from endure import rss
from payymo import ContractError, FormatError, InputError, Report, Stream, StreamBatch
from conftest import SAMPLE

STATEMENT = b"""\
Date,Amount,Currency,Description,Counterparty
2026-03-03,112.00,GBP,INV-2026-01042,Ada Smith
2026-03-04,fifty,GBP,INV-2026-01043,Ben Jones
2026-03-05,-9.99,GBP,fee,
"""
LISTS = ["transactions", "invoices", "settlements", "balances", "accounts", "statements", "errors", "warnings"]
PLACES = LISTS[:6]
FILES = sorted(path for path in SAMPLE.iterdir() if path.name not in ("README.md", "options.json"))


def joined(batches: Iterable[StreamBatch]) -> dict[str, Any]:
    """The rows of all batches, in the form that a report has."""
    batches = list(batches)
    *before, last = batches
    assert last.summary is not None and all(batch.summary is None for batch in before)
    rows: dict[str, Any] = {name: [row for batch in batches for row in getattr(batch, name)] for name in LISTS}
    if last.places is not None:
        rows["places"] = {
            name: [place for batch in batches for place in getattr(batch.places, name)] for name in PLACES
        }
    return {**rows, "summary": last.summary.to_document()}


def whole(report: Report) -> dict[str, Any]:
    rows: dict[str, Any] = {name: list(getattr(report, name)) for name in LISTS}
    if report.places is not None:
        rows["places"] = {name: list(getattr(report.places, name)) for name in PLACES}
    summary = {name: getattr(report, name) for name in ("format", "records", "refused", "says_empty")}
    return {**rows, "summary": summary}


def cut(content: bytes, size: int) -> Iterator[bytes]:
    return (content[at : at + size] for at in range(0, len(content), size))


def rows(count: int) -> Iterator[bytes]:
    """A statement of any length, in pieces of about 200 rows."""
    yield b"Date,Amount,Currency,Description,Counterparty\n"
    for at in range(0, count, 200):
        yield b"".join(
            b"2026-03-%02d,%d.%02d,EUR,Rechnung RE-%07d,Kundin %d\n" % (row % 28 + 1, row % 997 + 1, row % 100, row, row % 5000)
            for row in range(at, at + 200)
        )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_pieces_are_the_whole(path: Path) -> None:
    content = path.read_bytes()
    expected = whole(payymo.format.read(content, name=path.name))
    assert expected["transactions"] or expected["invoices"] or expected["errors"]
    for size in (97, 4096, len(content)):
        stream = Stream(name=path.name)
        batches = [stream.push(piece) for piece in cut(content, size)]
        assert joined([*batches, stream.finish()]) == expected
        assert joined(payymo.read_stream(content, name=path.name, chunk=size)) == expected
    assert joined(payymo.read_stream(path)) == whole(payymo.read(path)) == expected


def test_there_are_samples() -> None:
    assert len(FILES) >= 5


def test_every_kind_of_source(tmp_path: Path) -> None:
    expected = whole(payymo.read(STATEMENT))
    file = tmp_path / "march.csv"
    file.write_bytes(STATEMENT)
    packed = tmp_path / "march.csv.gz"
    packed.write_bytes(gzip.compress(STATEMENT))
    sources: list[Any] = [
        STATEMENT,
        bytearray(STATEMENT),
        memoryview(STATEMENT),
        io.BytesIO(STATEMENT),
        list(cut(STATEMENT, 7)),
        cut(STATEMENT, 1),
        [bytearray(STATEMENT[:50]), b"", memoryview(STATEMENT)[50:]],
        STATEMENT.splitlines(keepends=True),
    ]
    for source in sources:
        assert joined(payymo.read_stream(source, chunk=16)) == expected
    named = whole(payymo.read(STATEMENT, name="march.csv"))
    assert named != expected and named["errors"][0].message.startswith("march.csv")
    assert joined(payymo.read_stream(file)) == joined(payymo.read_stream(str(file))) == named
    with gzip.open(packed) as opened:
        assert joined(payymo.read_stream(opened)) == expected
    with open(file, "rb") as opened:
        assert joined(payymo.read_stream(opened)) == expected
        assert not opened.closed
        mapped = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
        assert joined(payymo.read_stream(mapped)) == expected
        mapped.close()
    odd = tmp_path / os.fsdecode(b"m\xe4rz.csv")
    odd.write_bytes(STATEMENT)
    for report in (whole(payymo.read(odd)), joined(payymo.read_stream(odd))):
        assert report["errors"][0].message.startswith("m\ufffdrz.csv")


def test_options_and_places() -> None:
    last = list(payymo.read_stream(STATEMENT, places=False, options=payymo.ReadOptions(format="csv")))[-1]
    assert last.places is None and last.summary is not None and last.summary.format == "csv"
    assert payymo.read(STATEMENT, places=False).places is None
    places = payymo.read(STATEMENT).places
    assert places is not None
    place = places.transactions[1]
    assert STATEMENT[place.bytes.start : place.bytes.end].startswith(b"2026-03-05") and place.line == 4


def test_rows_come_while_it_is_read() -> None:
    pulled = 0

    def source() -> Iterator[bytes]:
        nonlocal pulled
        for piece in rows(40_000):
            pulled += 1
            yield piece

    batches = payymo.read_stream(source())
    assert pulled == 0
    first = next(batches)
    assert len(first.transactions) > 1000 and pulled < 100
    at = pulled
    batches.close()
    assert pulled == at
    with pytest.raises(StopIteration):
        next(batches)


def test_a_batch_without_rows_is_left_out_but_for_the_last() -> None:
    batches = list(payymo.read_stream(STATEMENT, chunk=1))
    assert len(batches) == 1 and batches[0].summary is not None


def test_a_file_is_closed(tmp_path: Path) -> None:
    file = tmp_path / "long.csv"
    file.write_bytes(b"".join(rows(20_000)))

    def descriptors() -> list[str]:
        gc.collect()
        links = []
        for number in os.listdir("/proc/self/fd"):
            try:
                links.append(os.readlink(f"/proc/self/fd/{number}"))
            except OSError:
                pass
        return [link for link in links if link == str(file.resolve())]

    never = payymo.read_stream(file)
    assert not descriptors()
    del never
    batches = payymo.read_stream(file)
    next(batches)
    assert len(descriptors()) == 1
    batches.close()
    assert not descriptors()
    list(payymo.read_stream(file))
    assert not descriptors()
    with pytest.raises(InputError):
        payymo.read_stream(file, options={"utc_offset_minutes": 100_000})
    assert not descriptors()


def refused(code: str, field: str | None, call: Any, *args: Any, **named: Any) -> None:
    with pytest.raises(payymo.PayymoError) as told:
        call(*args, **named)
    assert (told.value.code, told.value.field) == (code, field)
    assert told.value.number == payymo.errors.CODES[code]


def test_what_is_refused(tmp_path: Path) -> None:
    for source in (None, 5, object(), 1.5):
        refused("contract.argument", "source", payymo.read_stream, source)
    for source in (["text"], [1, 2], io.StringIO("Date,Amount"), io.StringIO(), [None], ["\ud800"], "a\0b"):
        refused("contract.argument", "source", list, payymo.read_stream(source))  # type: ignore[arg-type]
    refused("contract.argument", "source", payymo.read_stream, "\ud800")
    for chunk in (0, -1, True, 1.5, "5", None):
        refused("contract.argument", "chunk", payymo.read_stream, STATEMENT, chunk=chunk)
    with pytest.raises(OSError):
        next(payymo.read_stream(tmp_path / "none.csv"))
    with pytest.raises(OSError):
        next(payymo.read_stream(tmp_path))
    refused("contract.field", "/options/unknown", payymo.read_stream, STATEMENT, options={"unknown": 1})
    refused("contract.field", "/content", Stream().push, 5)
    refused("contract.field", "/content", Stream().push, None)
    refused("contract.operation", None, Stream()._ask, "matcher.reconcile", {"transactions": []})
    refused("contract.operation", None, payymo.Matcher([])._ask, "stream.finish", {})
    refused("contract.handle", None, payymo.call, "stream.finish", "{}")


@pytest.mark.parametrize("content", [b"", b"\0" * 100_000, b"Dear Sir", b"%PDF-1.7\n", b"<html>" * 50_000], ids=range(5))
def test_an_input_of_no_use_is_told_as_for_the_whole(content: bytes) -> None:
    with pytest.raises(FormatError) as known:
        payymo.read(content)
    with pytest.raises(FormatError) as told:
        list(payymo.read_stream(content, chunk=1000))
    assert (told.value.code, told.value.message) == (known.value.code, known.value.message)


def test_an_error_stays() -> None:
    stream = Stream(options={"format": "camt053"})
    with pytest.raises(FormatError) as first:
        for piece in cut(b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>" + b" " * 600_000, 100_000):
            stream.push(piece)
    with pytest.raises(FormatError) as again:
        stream.push(STATEMENT)
    with pytest.raises(FormatError) as last:
        stream.finish()
    assert first.value.code == again.value.code == last.value.code == "format.xml.doctype"


def test_what_a_source_raises_comes_out_itself() -> None:
    class Mine(Exception):
        pass

    def source() -> Iterator[bytes]:
        yield STATEMENT
        raise Mine

    with pytest.raises(Mine):
        list(payymo.read_stream(source()))


def test_unfinished_and_released() -> None:
    stream = Stream()
    stream.push(STATEMENT[:60])
    assert not stream.released
    stream.release()
    stream.release()
    assert stream.released
    refused("contract.handle", None, stream.push, STATEMENT)
    refused("contract.handle", None, stream.finish)
    with Stream() as other:
        other.push(STATEMENT)
        assert other.finish().summary
        refused("contract.handle", None, other.push, b"")
        refused("contract.handle", None, other.finish)
    assert other.released
    with pytest.raises(KeyError), Stream() as third:
        raise KeyError
    assert third.released


def test_one_that_was_not_made() -> None:
    empty = Stream.__new__(Stream)
    refused("contract.handle", None, empty.push, STATEMENT)
    refused("contract.handle", None, empty.release)
    assert not hasattr(empty, "errors") and not hasattr(empty, "unknown")


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, pickle.dumps])
def test_it_is_not_copied(copied: Any) -> None:
    with pytest.raises(TypeError, match="a Stream cannot"):
        copied(Stream())


def test_threads() -> None:
    content = b"".join(rows(3000))
    expected = whole(payymo.read(content))
    wrong: list[Any] = []

    def own() -> None:
        try:
            if joined(payymo.read_stream(content, chunk=5000)) != expected:
                wrong.append("own")
        except BaseException as error:
            wrong.append(error)

    threads = [threading.Thread(target=own) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert not wrong and not any(thread.is_alive() for thread in threads)


def test_threads_take_turns_on_one() -> None:
    """Each line is a record of its own, so that any order of them is a statement."""
    lines = b"".join(rows(4000)).splitlines(keepends=True)
    stream = Stream()
    stream.push(lines[0])
    taken: list[int] = []

    def push(mine: list[bytes]) -> None:
        taken.extend(len(stream.push(piece).transactions) for piece in mine)

    threads = [threading.Thread(target=push, args=(lines[1 + at :: 8],)) for at in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    last = stream.finish()
    assert last.summary is not None and last.summary.records == 4000
    assert sum(taken) + len(last.transactions) == 4000


def test_one_thread_releases_what_another_reads() -> None:
    for _ in range(20):
        stream = Stream()
        told: list[Any] = []

        def read() -> None:
            try:
                for piece in rows(20_000):
                    stream.push(piece)
            except BaseException as error:
                told.append(error)

        thread = threading.Thread(target=read)
        thread.start()
        stream.release()
        thread.join(60)
        assert not thread.is_alive()
        assert [type(error) for error in told] == [ContractError] and told[0].code == "contract.handle"


def test_memory_does_not_grow_with_the_input() -> None:
    """120 MB in long rows: of each row so far its id is remembered, which is little beside them."""
    long = b"Verwendungszweck " * 120

    def source() -> Iterator[bytes]:
        yield b"Date,Amount,Currency,Description,Counterparty\n"
        for at in range(60_000):
            yield b"2026-03-04,%d.00,EUR,%s RE-%d,Kundin %d\n" % (at, long, at, at % 5000)

    looks: list[float] = []
    count = 0
    for batch in payymo.read_stream(source()):
        count += len(batch.transactions)
        looks.append(rss())
    assert count == 60_000 and len(looks) > 200
    early, late = max(looks[20:60]), max(looks[-40:])
    assert late - early < 24, (early, late)


async def later(pieces: Iterable[bytes]) -> AsyncIterator[bytes]:
    for piece in pieces:
        await asyncio.sleep(0)
        yield piece


async def listed(batches: Any) -> list[StreamBatch]:
    return [batch async for batch in batches]


def test_asyncio() -> None:
    content = b"".join(rows(10_000))
    expected = whole(payymo.read(content))

    async def reader() -> asyncio.StreamReader:
        made = asyncio.StreamReader()
        made.feed_data(content)
        made.feed_eof()
        return made

    async def main() -> None:
        beats = 0

        async def beat() -> None:
            nonlocal beats
            while True:
                beats += 1
                await asyncio.sleep(0.001)

        beating = asyncio.create_task(beat())
        assert joined(await listed(payymo.read_stream_async(later(cut(content, 1000))))) == expected
        assert joined(await listed(payymo.read_stream_async(await reader()))) == expected
        beating.cancel()
        assert beats > 5
        one = payymo.read_stream_async(later(rows(1_000_000)))
        assert (await one.__anext__()).transactions
        await one.aclose()
        with pytest.raises(FormatError):
            await listed(payymo.read_stream_async(later([b"Dear Sir"])))
        for wrong in (io.BytesIO(STATEMENT), later(["text"])):  # type: ignore[list-item]
            with pytest.raises(ContractError) as told:
                await listed(payymo.read_stream_async(wrong))  # type: ignore[arg-type]
            assert (told.value.code, told.value.field) == ("contract.argument", "source")
        for source in (None, [STATEMENT], STATEMENT):
            with pytest.raises(ContractError):
                payymo.read_stream_async(source)  # type: ignore[arg-type]

    asyncio.run(main())


def test_a_task_that_is_cancelled_leaves_nothing() -> None:
    async def main() -> None:
        closed = asyncio.Event()

        async def source() -> AsyncIterator[bytes]:
            try:
                for piece in rows(10_000_000):
                    await asyncio.sleep(0)
                    yield piece
            finally:
                closed.set()

        async def read() -> None:
            async for _ in payymo.read_stream_async(source()):
                pass

        task = asyncio.create_task(read())
        await asyncio.sleep(0.3)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await asyncio.wait_for(closed.wait(), 5)

    asyncio.run(main())


def test_the_interpreter_ends_with_a_stream_that_is_read() -> None:
    program = """
import threading, time
from test_stream import *
def read():
    while True:
        for batch in payymo.read_stream(rows(20_000)): pass
for _ in range(4):
    threading.Thread(target=read, daemon=True).start()
held = Stream()
held.push(STATEMENT)
batches = payymo.read_stream(rows(20_000))
next(batches)
time.sleep(0.3)
"""
    done = subprocess.run(
        [sys.executable, "-B", "-c", program], cwd=Path(__file__).parent, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0 and "Fatal" not in done.stderr and "panicked" not in done.stderr, done.stderr
