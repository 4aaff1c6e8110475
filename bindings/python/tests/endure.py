"""What every soak of a Python module does: many threads for a while, then memory that must stay flat over 100,000 calls."""

from __future__ import annotations

import gc
import os
import threading
import time
from typing import Any, Callable

THREADS = 24


def crowd(seconds: float, work: Callable[[int, float, list[int]], None]) -> None:
    """Has threads work until an end, each with its number and where it counts its deeds."""
    counts, wrong = [0] * THREADS, []  # type: ignore[var-annotated]
    end = time.monotonic() + seconds

    def one(number: int) -> None:
        try:
            work(number, end, counts)
        except BaseException as error:
            wrong.append(error)
            raise

    threads = [threading.Thread(target=one, args=(number,)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong, wrong
    print(f"{THREADS} threads, {seconds:.0f} s: {sum(counts):,} deeds, the slowest thread {min(counts):,}")


def flat(calls: Callable[[int], Any]) -> None:
    """Makes calls and looks at the memory of the process, in MiB."""
    calls(20_000)
    before = rss()
    calls(100_000)
    after = rss()
    print(f"100,000 calls: {before:.1f} MiB before, {after:.1f} MiB after")
    assert after - before < 4, "memory grows"


def rss() -> float:
    gc.collect()
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
