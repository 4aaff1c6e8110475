"""The examples of README.md run, one after the other, and are well typed."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).resolve().parents[1] / "README.md"


def code() -> str:
    blocks = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) >= 5
    return "\n".join(blocks)


def test_examples_run_anywhere(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", code()], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "auto 0.99" in done.stdout and "INV-2026-01042 stands in the payment" in done.stdout
    assert "input.float_money /transactions/0/amount" in done.stdout
    assert "csv 20000 records, 20000 transactions" in done.stdout


def test_examples_are_well_typed(tmp_path: Path) -> None:
    program = tmp_path / "example.py"
    program.write_text(code())
    config = README.parent / "pyproject.toml"
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--config-file", config, "--cache-dir", tmp_path / "cache", program],
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stdout
