"""Outputs that are there whole or not at all: written beside their place, then renamed into it."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress

from payymo._command.arguments import Arguments
from payymo._command.documents import shown
from payymo._command.inputs import Unusable


class NotWritten(Exception):
    """An output that cannot be written."""


class Outputs:
    """Outputs of one run. Files are all written before the first is put in its place."""

    def __init__(self) -> None:
        self.waiting: list[tuple[str, bytes]] = []

    def add(self, path: str, content: bytes) -> None:
        self.waiting.append((path, content))

    def write(self) -> None:
        beside: list[tuple[str, str, str]] = []
        try:
            for path, content in self.waiting:
                if path != "-":
                    beside += [(path, *each) for each in written(path, content)]
            while beside:
                path, at, to = beside[0]
                os.replace(at, to)
                beside.pop(0)
        except OSError as error:
            raise NotWritten(f"{shown(path)}: {error.strerror}") from None
        finally:
            for _, at, _ in beside:
                with suppress(OSError):
                    os.unlink(at)
        for path, content in self.waiting:
            if path == "-":
                sys.stdout.buffer.write(content)
                sys.stdout.buffer.flush()


def written(path: str, content: bytes) -> list[tuple[str, str]]:
    """Writes beside a file's place; a device or a pipe is written to itself, a link is followed."""
    to = os.path.realpath(path)
    try:
        old: os.stat_result | None = os.stat(to)
    except FileNotFoundError:
        old = None
    if old is not None and not stat.S_ISREG(old.st_mode):
        with open(to, "wb") as file:
            file.write(content)
        return []
    folder, name = os.path.split(to)
    at = os.path.join(folder, f".{name}.{os.getpid()}.partial")
    try:
        with open(at, "xb") as file:
            if old is not None:
                os.fchmod(file.fileno(), stat.S_IMODE(old.st_mode))
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with suppress(OSError):
            os.unlink(at)
        raise
    return [(at, to)]


def keep_inputs(arguments: Arguments) -> None:
    """Refuses an output that would replace an input; a memory may take the place of the one before."""
    for option, out in arguments.outputs().items():
        if out == "-" or not os.path.exists(out):
            continue
        for path in arguments.inputs():
            renewed = option == "memory-out" and path == arguments.memory
            if path != "-" and not renewed and os.path.exists(path) and os.path.samefile(path, out):
                raise Unusable(f"{shown(out)} is an input and would be overwritten")
