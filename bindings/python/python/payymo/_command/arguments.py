"""What is asked of the command."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Sequence

from payymo import __version__

ABOUT = "Reconciles bank transactions with open invoices and says why."
AFTER = """\
A FILE of any supported format is recognised by its content; rows of every kind in it are taken. `-` is standard input or
output. Exit 0: it ran, and records that could not be read are listed; 1: an output could not be written; 2: wrong
arguments, or an input that is unusable or yields no row.
"""


@dataclass
class Arguments:
    """The arguments of a run."""

    transactions: list[str] = field(default_factory=list)
    invoices: list[str] = field(default_factory=list)
    settled: list[str] = field(default_factory=list)
    options: str | None = None
    as_of: str | None = None
    memory: str | None = None
    feedback: list[str] = field(default_factory=list)
    memory_out: str | None = None
    json: str | None = None
    html: str | None = None

    def inputs(self) -> list[str]:
        """All files to read."""
        single = [each for each in (self.options, self.memory) if each is not None]
        return [*self.transactions, *self.invoices, *self.settled, *single, *self.feedback]

    def outputs(self) -> dict[str, str]:
        """All files to write, by their option."""
        named = {"json": self.json, "html": self.html, "memory-out": self.memory_out}
        return {name: out for name, out in named.items() if out is not None}


class Once(argparse.Action):
    """An option that may stand once."""

    def __call__(self, parser: Any, namespace: Any, values: Any, option: str | None = None) -> None:
        if getattr(namespace, self.dest) is not None:
            parser.error(f"{option} is given twice")
        setattr(namespace, self.dest, values)


def parse(argv: Sequence[str]) -> Arguments:
    """Reads the arguments; ends with 2 where they are wrong."""
    parser = argparse.ArgumentParser(prog="python -m payymo", description=ABOUT, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"payymo {__version__}")
    jobs = parser.add_subparsers(dest="job", required=True)
    job = jobs.add_parser("reconcile", description=ABOUT, epilog=AFTER, allow_abbrev=False)

    def files(name: str, about: str) -> None:
        job.add_argument(name, metavar="FILE", nargs="+", action="extend", default=[], help=about)

    def one(name: str, metavar: str, about: str) -> None:
        job.add_argument(name, metavar=metavar, action=Once, help=about)

    files("--transactions", "bank statements and gateway lists")
    files("--invoices", "open invoices")
    files("--settled", "what was settled before")
    one("--options", "FILE", 'JSON: {"matching": {…}, "read": {…}}, or the fields of "matching" alone')
    one("--as-of", "DATE", "the day the result speaks of, as 2026-03-31; default: the latest booking date")
    one("--memory", "FILE", "what was learnt before, as --memory-out wrote it")
    files("--feedback", "verdicts of people to learn from, JSON Lines; rows left out are looked for among the inputs")
    one("--memory-out", "FILE", "where to keep what is learnt; may be the file of --memory")
    one("--json", "OUT", "write the result as JSON instead of the table")
    one("--html", "OUT", "write the result as a page")
    named = vars(parser.parse_args(argv))
    named.pop("job")
    arguments = Arguments(**named)
    fault = check(arguments)
    if fault is not None:
        job.error(fault)
    return arguments


def check(arguments: Arguments) -> str | None:
    """What is wrong with arguments that can be read."""
    if arguments.inputs().count("-") > 1:
        return "standard input (`-`) can be read once only"
    outputs = list(arguments.outputs().items())
    for at, (name, out) in enumerate(outputs):
        for other, same in outputs[at + 1 :]:
            if out == same:
                return f"--{name} and --{other} name the same output"
    if arguments.as_of is not None:
        try:
            whole = len(arguments.as_of) == 10 and date.fromisoformat(arguments.as_of)
        except ValueError:
            whole = False
        if not whole:
            return "--as-of needs a date such as 2026-03-31"
    if not (arguments.transactions or arguments.invoices or arguments.settled):
        return "no input: give --transactions FILE and --invoices FILE"
    return None
