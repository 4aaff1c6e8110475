"""What the comparisons share: a process with its time and memory, names with versions, and a table's place in the page."""

import datetime
import importlib.metadata
import os
import platform
import subprocess


def run(command):
    """Processor seconds and MiB of a process, its exit code and the last line of its complaint."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                          env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}) as process:
        complaint = process.stderr.read().strip().splitlines()[-1:]
        # This child's own figures; RUSAGE_CHILDREN would give the largest of all children so far.
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode, "".join(complaint)


def version(libraries):
    try:
        return ", ".join(f"{name} {importlib.metadata.version(name)}" for name in libraries)
    except importlib.metadata.PackageNotFoundError:
        return ", ".join(libraries)


def machine(load):
    """The day and the class of the machine."""
    return (f"{datetime.date.today()}, {platform.machine().replace('_', '-')}, {os.cpu_count()} cores, one thread each, "
            f"load {load:.1f} before the start; Python {platform.python_version()}.")


def put(result, name, text):
    """Writes a text between the marks of its name in a page."""
    begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->\n"
    with open(result, encoding="utf-8") as file:
        page = file.read()
    before, rest = page.split(begin)
    with open(result, "w", encoding="utf-8") as file:
        file.write(before + begin + text + end + rest.split(end)[1])
