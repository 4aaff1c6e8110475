"""Payymo's readers beside those of Python, on the same files, a process each: MB/s at their best, and their ratio.

    statements.py BINARY FOLDER [RECORDS]     everything: writes the files into a folder, reads them, prints the table
    statements.py --peer NAME FILE            one peer: seconds of reading a file, the best of several
"""

import os
import subprocess
import sys
import time

# What each peer reads, and how often faster payymo is to be.
PEERS = [
    ("mt940", "mt-940", 50),
    ("camt053", "bankstatementparser", 50),
    ("camt053", "lxml", 4),
    ("ofx", "ofxtools", 100),
    ("bai2", "bai2", 25),
    ("csv", "csv", 1.5),
    ("gocardless", "orjson", 2),
]
RUNS = 3
ROUNDS = 3
# Some peers look at the name of a file.
ENDING = {"mt940": ".sta", "camt053": ".xml", "ofx": ".ofx", "bai2": ".bai", "csv": ".csv", "gocardless": ".json"}


def mt940(path):
    import mt940
    return len(mt940.parse(path))


def bankstatementparser(path):
    from bankstatementparser import CamtParser
    return len(CamtParser(path).parse())


def lxml(path):
    """Entries by iterparse, to the values that payymo's skeleton reads."""
    from lxml import etree
    rows = []
    name = "{urn:iso:std:iso:20022:tech:xsd:camt.053.001.08}"
    paths = {key: "/".join(name + part for part in path.split("/")) for key, path in {
        "day": "BookgDt/Dt", "value": "ValDt/Dt", "amount": "Amt", "sign": "CdtDbtInd", "reference": "AcctSvcrRef",
        "name": "NtryDtls/TxDtls/RltdPties/Dbtr/Pty/Nm", "account": "NtryDtls/TxDtls/RltdPties/DbtrAcct/Id/IBAN",
        "text": "NtryDtls/TxDtls/RmtInf/Ustrd"}.items()}
    for _, entry in etree.iterparse(path, tag=name + "Ntry"):
        rows.append({key: entry.findtext(path) for key, path in paths.items()})
        entry.clear()
    return len(rows)


def ofxtools(path):
    from ofxtools.Parser import OFXTree
    tree = OFXTree()
    tree.parse(path)
    return sum(len(statement.banktranlist) for statement in tree.convert().statements)


def bai2(path):
    import bai2.bai2
    with open(path, encoding="utf-8") as file:
        return len(bai2.bai2.parse_from_file(file, check_integrity=False).children)


def csv(path):
    import csv
    with open(path, encoding="utf-8", newline="") as file:
        return len(list(csv.reader(file, delimiter=";")))


def orjson(path):
    import orjson
    with open(path, "rb") as file:
        return len(orjson.loads(file.read())["transactions"]["booked"])


READERS = {"mt-940": mt940, "bankstatementparser": bankstatementparser, "lxml": lxml, "ofxtools": ofxtools,
           "bai2": bai2, "csv": csv, "orjson": orjson}


def seconds(name, path):
    best, begin, runs = float("inf"), time.perf_counter(), 0
    while runs < RUNS or time.perf_counter() - begin < 2:
        start = time.perf_counter()
        rows = READERS[name](path)
        best = min(best, time.perf_counter() - start)
        runs += 1
        if not rows:
            sys.exit(f"{name} reads nothing of {path}")
    return best


def output(command):
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1])


def table(binary, folder, records):
    os.makedirs(folder, exist_ok=True)
    subprocess.run([binary, "--write", folder, records], check=True)
    for name, ending in ENDING.items():
        os.replace(f"{folder}/{name}", f"{folder}/{name}{ending}")
    print(f"{'format':<12} {'MB':>6} {'payymo MB/s':>12} {'peer':<20} {'MB/s':>8} {'ratio':>8} {'wanted':>7}")
    for name, peer, wanted in PEERS:
        path = f"{folder}/{name}{ENDING[name]}"
        with open(path, "rb") as file:
            megabytes = len(file.read()) / 1e6
        # In turns, so that both meet the same moods of the machine.
        commands = [[binary, "--read", path], [sys.executable, "-B", __file__, "--peer", peer, path]]
        rounds = [[output(command) for command in commands] for _ in range(ROUNDS)]
        ours, theirs = (megabytes / min(times) for times in zip(*rounds))
        print(f"{name:<12} {megabytes:>6.1f} {ours:>12.0f} {peer:<20} {theirs:>8.1f} {ours / theirs:>8.1f} {wanted:>7}")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--peer", name, path]:
            print(f"{seconds(name, path):.6f}")
        case [binary, folder, *records]:
            table(binary, folder, (records or ["20000"])[0])
        case _:
            sys.exit(__doc__)
