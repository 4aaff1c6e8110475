"""`python -m payymo reconcile`: the bytes of the Rust command, its exit codes, a table for a person."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, SAMPLE

TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release"
MONTH = [
    "--transactions",
    *(str(SAMPLE / name) for name in ("bank.camt053.xml", "gocardless.json", "stripe.json")),
    "--invoices",
    *(str(SAMPLE / name) for name in ("whmcs-invoices.json", "business-invoices.json")),
    "--settled",
    str(SAMPLE / "whmcs-transactions.json"),
]
OPTIONS = ["--options", str(SAMPLE / "options.json")]


def run(*arguments: str, stdin: bytes = b"", code: int = 0) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run([sys.executable, "-m", "payymo", *arguments], input=stdin, capture_output=True)
    assert done.returncode == code, done.stderr.decode()
    return done


def rust(*arguments: str, stdin: bytes = b"") -> bytes:
    done = subprocess.run([TARGET / "reconcile", *arguments], input=stdin, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def test_the_sample_month_to_the_byte() -> None:
    asked = [*MONTH, *OPTIONS, "--json", "-"]
    done = run("reconcile", *asked)
    assert done.stdout == rust(*asked)
    assert len(json.loads(done.stdout)["matches"]) > 20


def test_other_ways_to_ask_to_the_byte(tmp_path: Path) -> None:
    # A file as both kinds, a day, options alone, overlapping files, standard input, records that cannot be read.
    (tmp_path / "options.json").write_text('\ufeff{"max_group": 4, "alternatives": 1}')
    broken = tmp_path / "rows.jsonl"
    broken.write_text(
        '{"id": "x1", "booked_on": "2026-03-05", "amount": "12.345", "currency": "EUR"}\n'
        '{"id": "x2", "booked_on": "2026-03-06", "amount": "12.34", "currency": "EUR"}\n'
        '{"id": "x2", "booked_on": "2026-03-06", "amount": "99.34", "currency": "EUR"}\n'
    )
    bank, invoices = str(SAMPLE / "bank.camt053.xml"), str(SAMPLE / "business-invoices.json")
    asked = ["--transactions", bank, str(broken), bank, "-", "--invoices", invoices, invoices, "--as-of", "2026-04-15"]
    asked += ["--options", str(tmp_path / "options.json"), "--json", "-"]
    stdin = (SAMPLE / "gocardless.json").read_bytes()
    done = run("reconcile", *asked, stdin=stdin)
    assert done.stdout == rust(*asked, stdin=stdin)
    assert json.loads(done.stdout)["errors"] and b"records could not be used" in done.stderr


def test_a_world_of_2000_customers_to_the_byte(tmp_path: Path) -> None:
    subprocess.run(
        [TARGET / "world", "--style", "hosting_uk", "--seed", "7", "--customers", "2000", "--out", tmp_path], check=True
    )
    file = {path.stem: str(path) for path in tmp_path.iterdir()}
    asked = ["--transactions", file["transactions"], "--invoices", file["invoices"]]
    asked += ["--settled", file["settlements"], "--options", file["options"], "--json", "-"]
    done = run("reconcile", *asked)
    assert done.stdout == rust(*asked)
    assert json.loads(done.stdout)["summary"]["transactions"] > 1000


def test_learning_to_the_byte(tmp_path: Path) -> None:
    result = json.loads(run("reconcile", *MONTH, "--json", "-").stdout)
    verdicts = [{"verdict": "confirmed", "day": "2026-04-02", "match": match} for match in result["matches"][:8]]
    verdicts.append({"verdict": "rejected", "day": "2026-04-02", "match": result["matches"][9]})
    feedback = tmp_path / "verdicts.jsonl"
    feedback.write_text("".join(json.dumps(verdict, ensure_ascii=False) + "\n" for verdict in verdicts) + "\n")
    asked = [*MONTH, "--feedback", str(feedback), "--json", "-"]
    done = run("reconcile", *asked, "--memory-out", str(tmp_path / "python.memory"))
    assert done.stdout == rust(*asked, "--memory-out", str(tmp_path / "rust.memory"))
    assert (tmp_path / "python.memory").read_bytes() == (tmp_path / "rust.memory").read_bytes()
    asked = [*MONTH, "--memory", str(tmp_path / "python.memory"), "--json", "-"]
    assert run("reconcile", *asked).stdout == rust(*asked)
    # The memory may take the place of the one before.
    run("reconcile", *asked, "--memory-out", str(tmp_path / "python.memory"))
    feedback.write_text(json.dumps({**verdicts[0], "match": {**verdicts[0]["match"], "allocations": [
        {"transaction": "nowhere", "invoice": "1", "amount": "1", "currency": "EUR"}]}}))
    done = run("reconcile", *asked, "--feedback", str(feedback), code=2)
    assert b"line 1: no row of nowhere" in done.stderr or b"line 1: no row of 1" in done.stderr


def test_a_table_for_a_person(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    shown = run("reconcile", *MONTH, "--html", str(page)).stdout.decode()
    assert "As of 2026-03-31" in shown and "DECISION" in shown and "STILL OPEN" in shown
    assert page.read_text().startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "required"),
        (["frobnicate"], "frobnicate"),
        (["reconcile"], "--transactions"),
        (["reconcile", "--transactions"], "expected at least one"),
        (["reconcile", "--transactions", "-", "--invoices", "-"], "standard input"),
        (["reconcile", "--transactions", "none.xml", "--invoices", "x"], "none.xml"),
        (["reconcile", *MONTH, "--as-of", "31.03.2026"], "2026-03-31"),
        (["reconcile", *MONTH, "--as-of", "2026-02-30"], "2026-03-31"),
        (["reconcile", *MONTH, "--json", "a", "--json", "b"], "twice"),
        (["reconcile", *MONTH, "--json", "a", "--html", "a"], "same output"),
        (["reconcile", *MONTH, "--json", str(SAMPLE / "stripe.json")], "would be overwritten"),
        (["reconcile", *MONTH, "--memory", str(SAMPLE / "stripe.json")], "memory.syntax"),
        (["reconcile", *MONTH, "--feedback", str(SAMPLE / "stripe.json")], "line 1"),
        (["reconcile", *MONTH, "--options", str(SAMPLE / "bank.camt053.xml")], "not options"),
        (["reconcile", *MONTH, *OPTIONS, *OPTIONS], "twice"),
        (["reconcile", *MONTH[:4], "--invoices", MONTH[1]], "give it as --transactions"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ",
)
def test_wrong_arguments_and_inputs(arguments: list[str], said: str) -> None:
    done = run(*arguments, code=2)
    assert said in done.stderr.decode() and not done.stdout
    assert "Traceback" not in done.stderr.decode()


def test_wrong_options_are_named(tmp_path: Path) -> None:
    options = tmp_path / "options.json"
    for text, said in [
        ('{"max_grup": 5}', "max_grup"),
        ("[]", "not options"),
        ('{"matching": {}, "max_group": 5}', "max_group stands beside"),
        ('{"read": {"x": 1}}', "/options/x"),
        ('{"max_group": 1000}', "max_group"),
    ]:
        options.write_text(text)
        done = run("reconcile", *MONTH, "--options", str(options), code=2)
        assert said in done.stderr.decode(), done.stderr


def test_outputs_that_cannot_be_written(tmp_path: Path) -> None:
    missing = str(tmp_path / "missing" / "x.html")
    done = run("reconcile", *MONTH, "--json", str(tmp_path / "a.json"), "--html", missing, code=1)
    assert b"x.html" in done.stderr and list(tmp_path.iterdir()) == []


def test_versions_and_help() -> None:
    assert run("--version").stdout.startswith(b"payymo ")
    shown = run("reconcile", "--help").stdout.decode()
    for name in ["transactions", "invoices", "settled", "options", "as-of", "memory", "feedback", "memory-out", "json", "html"]:
        assert f"--{name}" in shown


def test_a_reader_that_goes_away() -> None:
    process: Any = subprocess.Popen([sys.executable, "-m", "payymo", "reconcile", *MONTH], stdout=subprocess.PIPE)
    process.stdout.close()
    assert process.wait() in (0, 120)
