"""What takes long: 24 threads at once, handles freed in any order, exceptions in callbacks; memory that must stay flat.

    soak.py [SECONDS]
"""

from __future__ import annotations

import random
import sys
import time
from functools import partial
from typing import Any

import payymo
import pyarrow
from endure import crowd, flat

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


STATEMENT = b"Date,Amount,Currency,Description\n" + b"2026-03-03,112.00,GBP,INV-2026-01042\n" * 300


class Mine(Exception):
    pass


def failing(*_: Any) -> None:
    raise Mine


def stopping(*_: Any) -> bool:
    return False


def work(shared: list[payymo.Matcher], seed: int, end: float, counts: list[int]) -> None:
    chance = random.Random(seed)
    own: list[payymo.Matcher] = []
    expected = payymo.reconcile(ROWS, ITEMS).to_json()
    while time.monotonic() < end:
        counts[seed] += 1
        deed = chance.randrange(9)
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
            batches = payymo.read_stream(STATEMENT, chunk=chance.randrange(50, 5000))
            if chance.random() < 0.5:
                assert sum(len(batch.transactions) for batch in batches) == 300
            else:
                next(batches)
        elif deed == 7:
            try:
                payymo.money.parse("1.005", "EUR")
            except payymo.MoneyError as error:
                assert error.code == "money.precision"
        else:
            assert payymo.party.iban("DE89370400440532013000").valid
        if len(own) > 10:
            own.clear()


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
        elif kind == 6:
            sum(len(batch.transactions) for batch in payymo.read_stream(STATEMENT[:400], chunk=50))
        elif kind == 8:
            payymo.Stream().push(STATEMENT)
        elif kind % 2:
            try:
                payymo.money.parse("1,5", "EUR")
            except payymo.MoneyError:
                pass
        else:
            payymo.party.name("Dr. Ada Lovelace")


def main(seconds: float) -> None:
    crowd(seconds, partial(work, [payymo.Matcher(ITEMS) for _ in range(3)]))
    flat(calls)


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 60)
