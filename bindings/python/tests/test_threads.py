"""Threads, callbacks, signals, and the end of the interpreter."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import payymo
import pytest
from payymo import MatchingError

SAMPLE_ROWS = [
    {"id": f"t{at}", "booked_on": "2026-03-01", "amount": f"{at % 97 + 1}.00", "currency": "EUR", "remittance": f"RE-{at:06}"}
    for at in range(4000)
]
ITEMS = [
    {"id": str(at), "number": f"RE-{at:06}", "total": f"{at % 97 + 1}.00", "currency": "EUR", "issued_on": "2026-02-20"}
    for at in range(4000)
]


def test_progress_is_told_and_can_stop() -> None:
    told: list[tuple[str, int, int]] = []
    result = payymo.reconcile(SAMPLE_ROWS, ITEMS, progress=lambda *at: told.append(at))
    assert result.summary.auto > 3900
    assert {stage for stage, _, _ in told} >= {"prepare", "score"} and all(done <= most for _, done, most in told)
    with pytest.raises(MatchingError) as stopped:
        payymo.reconcile(SAMPLE_ROWS, ITEMS, progress=lambda *at: False)
    assert stopped.value.code == "matching.cancelled"


class HostError(Exception):
    pass


def test_what_a_callback_raises_comes_out_itself() -> None:
    error = HostError("mine")

    def listener(*_: Any) -> None:
        raise error

    with pytest.raises(HostError) as told:
        payymo.reconcile(SAMPLE_ROWS, ITEMS, progress=listener)
    assert told.value is error
    with payymo.Matcher(ITEMS) as matcher:
        with pytest.raises(HostError):
            matcher.reconcile(SAMPLE_ROWS, progress=listener)
        # It is as it was.
        assert matcher.reconcile(SAMPLE_ROWS).summary.auto > 3900
    with pytest.raises(TypeError):
        payymo.reconcile(SAMPLE_ROWS, ITEMS, progress=5)  # type: ignore[arg-type]
    with pytest.raises(SystemExit):
        payymo.reconcile(SAMPLE_ROWS, ITEMS, progress=lambda *_: sys.exit(3))


def test_a_callback_may_call_the_library_but_not_its_own_matcher() -> None:
    inner: list[Any] = []
    with payymo.Matcher(ITEMS) as matcher:

        def listener(*_: Any) -> None:
            inner.append(payymo.party.iban("DE89370400440532013000").valid)
            try:
                matcher.close("1")
            except payymo.ContractError as error:
                inner.append(error.code)

        matcher.reconcile(SAMPLE_ROWS, progress=listener)
    assert inner[:2] == [True, "contract.handle"]


def test_24_threads_get_the_same_answer() -> None:
    expected = payymo.reconcile(SAMPLE_ROWS[:300], ITEMS[:300]).to_json()
    matcher = payymo.Matcher(ITEMS[:300])
    proposed = matcher.propose(SAMPLE_ROWS[7]).to_json()
    wrong: list[Any] = []

    def work(number: int) -> None:
        try:
            for at in range(4):
                if (number + at) % 3 == 0:
                    if payymo.reconcile(SAMPLE_ROWS[:300], ITEMS[:300]).to_json() != expected:
                        wrong.append("reconcile")
                elif (number + at) % 3 == 1:
                    if matcher.propose(SAMPLE_ROWS[7]).to_json() != proposed:
                        wrong.append("propose")
                else:
                    with payymo.Matcher(ITEMS[:50]) as own:
                        own.reconcile(SAMPLE_ROWS[:50], progress=lambda *_: None)
        except BaseException as error:
            wrong.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(24)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert not wrong and not any(thread.is_alive() for thread in threads)


def test_others_work_while_the_library_computes() -> None:
    beats = 0
    done = threading.Event()

    def beat() -> None:
        nonlocal beats
        while not done.is_set():
            beats += 1
            time.sleep(0.001)

    thread = threading.Thread(target=beat)
    thread.start()
    document = json.dumps({"transactions": SAMPLE_ROWS, "invoices": ITEMS})
    before = beats
    payymo.call("matching.reconcile", document)
    after = beats
    done.set()
    thread.join()
    assert after > before


def script(text: str, *, interrupt_after: float | None = None) -> subprocess.CompletedProcess[str]:
    folder = Path(__file__).parent
    process = subprocess.Popen(
        [sys.executable, "-c", "from test_threads import *\n" + text],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    if interrupt_after is not None:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(interrupt_after)
        import signal

        process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=120)
    return subprocess.CompletedProcess([], process.returncode, out, err)


def test_an_interrupt_stops_a_call() -> None:
    done = script(
        """
rows, items = SAMPLE_ROWS, ITEMS
document = json.dumps({"transactions": rows, "invoices": items})
print("ready", flush=True)
try:
    for _ in range(1000):
        payymo.call("matching.reconcile", document)
except KeyboardInterrupt:
    print("interrupted")
""",
        interrupt_after=0.3,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "interrupted"), done.stderr


@pytest.mark.parametrize("listener", ["None", "lambda *_: None", "lambda *_: time.sleep(0.002)"])
@pytest.mark.parametrize("daemon", [True, False])
def test_the_interpreter_ends_while_threads_compute(daemon: bool, listener: str) -> None:
    done = script(
        f"""
document = json.dumps({{"transactions": SAMPLE_ROWS[:1000], "invoices": ITEMS[:1000]}})
matcher = payymo.Matcher(ITEMS[:1000])
end = time.time() + 1.5
def work(number):
    while {daemon} or time.time() < end:
        if number % 2:
            payymo.call("matching.reconcile", document, progress={listener})
        else:
            matcher.reconcile(SAMPLE_ROWS[:500], progress={listener})
threading.excepthook = lambda args: None
for number in range(6):
    threading.Thread(target=work, args=(number,), daemon={daemon}).start()
time.sleep(0.5)
"""
    )
    assert done.returncode == 0, done.stderr
    assert "Fatal" not in done.stderr and "panicked" not in done.stderr, done.stderr


def test_a_child_after_a_fork_computes_and_ends() -> None:
    done = script(
        """
import os
threading.Thread(target=lambda: payymo.reconcile(SAMPLE_ROWS, ITEMS), daemon=True).start()
time.sleep(0.05)
child = os.fork()
if child == 0:
    ok = payymo.party.iban("DE89370400440532013000").valid
    sys.exit(0 if ok else 1)
start = time.time()
_, status = os.waitpid(child, 0)
print(status, time.time() - start < 5)
"""
    )
    assert (done.returncode, done.stdout.strip()) == (0, "0 True"), done.stderr


def test_a_child_forked_in_a_call_does_not_wait_for_its_matcher() -> None:
    done = script(
        """
import os
matcher = payymo.Matcher(ITEMS)
inside, go = threading.Event(), threading.Event()
def hold(*_):
    inside.set()
    go.wait()
thread = threading.Thread(target=lambda: matcher.reconcile(SAMPLE_ROWS, progress=hold))
thread.start()
inside.wait()
child = os.fork()
if child == 0:
    try:
        matcher.reconcile(SAMPLE_ROWS)
    except payymo.PayymoError as error:
        os._exit(0 if error.code == "contract.handle" else 1)
    os._exit(2)
go.set()
thread.join()
print(os.waitpid(child, 0)[1], len(matcher.reconcile(SAMPLE_ROWS).matches) > 0)
"""
    )
    assert (done.returncode, done.stdout.strip()) == (0, "0 True"), done.stderr
