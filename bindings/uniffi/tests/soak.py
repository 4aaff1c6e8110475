"""What takes long: 24 threads at once, handles freed in any order, errors in callbacks; an end in the middle; memory that stays flat.

    soak.py [SECONDS]
"""

import os
import random
import subprocess
import sys
import time
from functools import partial

import payymo
from endure import crowd, flat

ROWS = [
    payymo.Transaction(id=f"t{at}", booked_on="2026-03-01", amount=f"{at + 1}.00", currency="EUR", remittance=f"RE-{at:06}")
    for at in range(60)
]
ITEMS = [payymo.Invoice(id=str(at), number=f"RE-{at:06}", total=f"{at + 1}.00", currency="EUR") for at in range(60)]


STATEMENT = b"Date,Amount,Currency,Description\n" + b"2026-03-03,112.00,GBP,INV-2026-01042\n" * 100


class Failing(payymo.Progress):
    def tell(self, stage, done, all):
        raise RuntimeError("no")


class Stopping(payymo.Progress):
    def tell(self, stage, done, all):
        return False


def refused(code, call):
    try:
        call()
    except payymo.PayymoError.Failed as error:
        assert error.code == code, error.code
    else:
        raise AssertionError(f"no {code}")


def work(shared, seed, end, counts):
    chance, own = random.Random(seed), []
    expected = payymo.matching_reconcile(ROWS, ITEMS)
    while time.monotonic() < end:
        counts[seed] += 1
        deed = chance.randrange(7)
        if deed == 0:
            assert payymo.matching_reconcile(ROWS, ITEMS) == expected
        elif deed == 1:
            own.append(payymo.Matcher(ITEMS[:20]))
        elif deed == 2 and own:
            own.pop(chance.randrange(len(own)))
        elif deed == 3:
            chance.choice(shared).propose(chance.choice(ROWS))
        elif deed == 4:
            progress = chance.choice([Failing, Stopping])()
            refused("matching.cancelled", lambda: payymo.matching_reconcile(ROWS, ITEMS, progress=progress))
        elif deed == 5:
            stream, size = payymo.Stream(), chance.randrange(50, 5000)
            count = sum(len(stream.push(STATEMENT[at : at + size]).transactions) for at in range(0, len(STATEMENT), size))
            assert chance.random() < 0.5 or count + len(stream.finish().transactions) == 100
        else:
            refused("money.precision", lambda: payymo.money_parse("1.005", "EUR"))
        if len(own) > 10:
            own.clear()


def calls(count):
    for at in range(count):
        kind = at % 50
        if kind == 0:
            payymo.matching_reconcile(ROWS[:3], ITEMS[:3])
        elif kind == 1:
            payymo.Matcher(ITEMS[:3]).propose(ROWS[0])
        elif kind == 2:
            payymo.format_read(b'{"transactions": []}')
        elif kind == 4:
            payymo.Stream().push(STATEMENT[:400])
        elif kind == 3:
            refused("matching.cancelled", lambda: payymo.matching_reconcile(ROWS[:3], ITEMS[:3], progress=Failing()))
        elif kind % 2:
            refused("money.syntax", lambda: payymo.money_parse("1,5", "EUR"))
        else:
            payymo.party_name("Dr. Ada Lovelace")


# A daemon thread is inside a call when the interpreter ends. Without a listener: CPython before 3.14 ends the thread of a
# callback where it stands, which no library on ctypes can help; the Python package can.
ENDS = """
import threading, time
import soak
for _ in range(6):
    def work():
        while True:
            soak.payymo.matching_reconcile(soak.ROWS, soak.ITEMS)
    threading.Thread(target=work, daemon=True).start()
time.sleep(0.3)
"""


def main(seconds):
    crowd(seconds, partial(work, [payymo.Matcher(ITEMS) for _ in range(3)]))
    for _ in range(10):
        ended = subprocess.run(
            [sys.executable, "-B", "-c", ENDS], cwd=os.path.dirname(os.path.abspath(__file__)), capture_output=True, text=True
        )
        assert (ended.returncode, ended.stderr) == (0, ""), (ended.returncode, ended.stderr)
    print("the interpreter ended 10 times while 6 threads computed")
    flat(calls)


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 60)
