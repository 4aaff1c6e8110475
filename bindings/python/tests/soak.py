"""What takes long: 24 threads at once, handles freed in any order, exceptions in callbacks; memory that must stay flat.

    soak.py [SECONDS]
"""

from __future__ import annotations

import gc
import os
import random
import sys
import threading
import time
from typing import Any

import payymo
import pyarrow

ROWS: list[dict[str, Any]] = [
    {"id": f"t{at}", "booked_on": "2026-03-01", "amount": f"{at + 1}.00", "currency": "EUR", "remittance": f"RE-{at:06}"}
    for at in range(60)
]
ITEMS: list[dict[str, Any]] = [
    {"id": str(at), "number": f"RE-{at:06}", "total": f"{at + 1}.00", "currency": "EUR"} for at in range(60)
]
TABLES = tuple(
    pyarrow.table({name: [row[name] for row in rows] for name in rows[0]}) for rows in (ROWS, ITEMS)
)


class Mine(Exception):
    pass


def failing(*_: Any) -> None:
    raise Mine


def stopping(*_: Any) -> bool:
    return False


def work(seed: int, end: float, shared: list[payymo.Matcher], counts: list[int], wrong: list[Any]) -> None:
    chance = random.Random(seed)
    own: list[payymo.Matcher] = []
    expected = payymo.reconcile(ROWS, ITEMS).to_json()
    try:
        while time.monotonic() < end:
            counts[seed] += 1
            deed = chance.randrange(8)
            if deed == 0:
                assert payymo.reconcile(ROWS, ITEMS).to_json() == expected
            elif deed == 1:
                result = payymo.reconcile(*TABLES)
                assert result.to_json() == expected and result.matches.num_rows > 0
            elif deed == 2:
                own.append(payymo.Matcher(ITEMS[:20]))
            elif deed == 3 and own:
                matcher = own.pop(chance.randrange(len(own)))
                matcher.release() if chance.random() < 0.5 else None
            elif deed == 4:
                chance.choice(shared).propose(chance.choice(ROWS))
            elif deed == 5:
                chance.choice([failing, stopping])
                try:
                    payymo.reconcile(ROWS, ITEMS, progress=chance.choice([failing, stopping]))
                except (Mine, payymo.MatchingError):
                    pass
                else:
                    raise AssertionError("nothing stopped it")
            elif deed == 6:
                try:
                    payymo.money.parse("1.005", "EUR")
                except payymo.MoneyError as error:
                    assert error.code == "money.precision"
            else:
                assert payymo.party.iban("DE89370400440532013000").valid
            if len(own) > 10:
                own.clear()
    except BaseException as error:
        wrong.append(error)
        raise


def rss() -> float:
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def calls(count: int) -> None:
    for at in range(count):
        kind = at % 50
        if kind == 0:
            payymo.reconcile(ROWS[:3], ITEMS[:3])._repr_html_()
        elif kind == 1:
            payymo.Matcher(ITEMS[:3]).propose(ROWS[0])
        elif kind == 2:
            payymo.reconcile(*TABLES).allocations
        elif kind == 3:
            payymo.format.read(b'{"transactions": []}')
        elif kind == 4:
            try:
                payymo.reconcile(ROWS[:3], ITEMS[:3], progress=failing)
            except Mine:
                pass
        elif kind % 2:
            try:
                payymo.money.parse("1,5", "EUR")
            except payymo.MoneyError:
                pass
        else:
            payymo.party.name("Dr. Ada Lovelace")


def main(seconds: float) -> None:
    shared = [payymo.Matcher(ITEMS) for _ in range(3)]
    counts, wrong = [0] * 24, []  # type: ignore[var-annotated]
    end = time.monotonic() + seconds
    threads = [threading.Thread(target=work, args=(seed, end, shared, counts, wrong)) for seed in range(24)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong, wrong
    print(f"24 threads, {seconds:.0f} s: {sum(counts):,} deeds, the slowest thread {min(counts):,}")
    calls(20_000)
    gc.collect()
    before = rss()
    calls(100_000)
    gc.collect()
    after = rss()
    print(f"100,000 calls: {before:.1f} MiB before, {after:.1f} MiB after")
    assert after - before < 4, "memory grows"


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 60)
