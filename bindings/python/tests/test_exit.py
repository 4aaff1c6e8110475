"""The interpreter ends while other threads are in code that the library called."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

START = """
import sys, threading, time
import payymo
from collections.abc import Mapping

def row(at):
    return {"id": str(at), "booked_on": "2026-03-01", "amount": "1.00", "currency": "EUR"}

class Slow(Mapping):
    def __init__(self, row): self.row = row
    def __iter__(self): return iter(self.row)
    def __len__(self): return len(self.row)
    def __getitem__(self, name):
        for _ in range(50): pass
        return self.row[name]

def endless(pause):
    at = 0
    while True:
        at += 1
        if pause: time.sleep(pause)
        yield row(at)

def for_ever(*_):
    while True: pass

def for_long(*_):
    time.sleep(1.5)

def mappings():
    rows = [Slow(row(at)) for at in range(2000)]
    while True: payymo.reconcile(rows, [])

def asking():
    matcher = payymo.Matcher([])
    while True: matcher.reconcile(endless(0))

def batches():
    import pyarrow
    one = pyarrow.record_batch({name: [text] for name, text in row(1).items()})
    def given():
        while True:
            time.sleep(0.001)
            yield one
    stream = pyarrow.RecordBatchReader.from_batches(one.schema, given())
    payymo.reconcile(stream, pyarrow.table({"id": ["1"], "total": ["1"], "currency": ["EUR"]}))

def small():
    while True:
        try: payymo.party.iban("DE89370400440532013000")
        except payymo.PayymoError: pass

threading.excepthook = lambda told: None
"""

WORK = {
    "rows": "payymo.reconcile(endless(0), [])",
    "slow rows": "payymo.reconcile(endless(0.001), [])",
    "waiting rows": "payymo.reconcile(endless(1.2), [])",
    "rows of a matcher": "asking()",
    "mappings": "mappings()",
    "a callback that does not end": "payymo.reconcile([row(at) for at in range(100)], [], progress=for_ever)",
    "a callback that ends late": "payymo.reconcile([row(at) for at in range(100)], [], progress=for_long)",
    "batches": "batches()",
    "call after call": "small()",
}


@pytest.mark.parametrize("work", WORK)
def test_the_interpreter_ends(work: str) -> None:
    # A bound on memory: what never ends shall not fill the machine's.
    limit = "import resource; resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))\n"
    threads = f"for _ in range(3): threading.Thread(target=lambda: {WORK[work]}, daemon=True).start()\n"
    end = "import atexit\natexit.register(lambda: time.sleep(1.2))\ntime.sleep(0.4)\nprint('the end', flush=True)\n"
    done = subprocess.run(
        [sys.executable, "-c", limit + START + threads + end],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert (done.returncode, done.stdout) == (0, "the end\n"), done.stderr
    assert not done.stderr
