"""payymo and its peers on one generated world: time, memory, and what they find. Started by `make compare`.

`compare.py FOLDER RECONCILE RESULT.md` takes what the command `world` wrote to FOLDER, runs payymo (RECONCILE, the command) and each
peer as a process of its own, prints the table, and writes it into RESULT.md between its marks. A peer that is not
installed or fails is named; payymo's failure ends it with 1.
"""

import json
import os
import sys

import judge
from common import machine, put, run, version

HERE = os.path.dirname(os.path.abspath(__file__))
# What the peer is called, the libraries that it needs, and its name in peers.py.
PEERS = [
    ("RapidFuzz, equal amounts", ["rapidfuzz"], "rapidfuzz"),
    ("RapidFuzz, points", ["rapidfuzz"], "rapidfuzz-sum"),
    ("Splink on DuckDB", ["splink", "duckdb"], "splink"),
    ("recordlinkage, ECM", ["recordlinkage"], "recordlinkage"),
]


def ours(path):
    """One list: each payment of a match with its item. Several items together are none of them alone."""
    with open(path, encoding="utf-8") as file:
        result = json.load(file)
    pairs = []
    for match in result["matches"]:
        items = {}
        for part in match["allocations"]:
            if "transaction" in part and "invoice" in part and not part["amount"].startswith("-"):
                items.setdefault(part["transaction"], []).append(part["invoice"])
        pairs += [(payment, "+".join(found), match["probability"]) for payment, found in items.items()]
    return [pairs]


def main(folder, reconcile, result):
    load = os.getloadavg()[0]
    measured, left = [], ["dedupe: it learns from pairs that a person labelled; the others get none"]
    out = f"{folder}/payymo.out.json"
    files = {name: f"{folder}/{name}.json" for name in ("transactions", "invoices", "settlements", "options")}
    ran = run([reconcile, "--transactions", files["transactions"], "--invoices", files["invoices"],
               "--settled", files["settlements"], "--options", files["options"], "--json", out])
    if ran[2] != 0:
        sys.exit(f"payymo ended with {ran[2]}: {ran[3]}")
    measured.append(("payymo", ran, out))
    for title, libraries, name in PEERS:
        out = f"{folder}/{name}.out.json"
        ran = run([sys.executable, f"{HERE}/peers.py", name, folder, out])
        if ran[2] == 0:
            measured.append((f"{title} ({version(libraries)})", ran, out))
        else:
            left.append(f"{title}: {'not installed' if ran[2] == 3 else f'ended with {ran[2]}'}: {ran[3]}")

    # Read only now: the largest memory of a process that is started counts what its parent held.
    truth = judge.Truth(folder)
    lines = ["| | processor seconds | MiB | found at 1 | recall at precision 0.99 | at 0.999 | with strangers: at 0.99 | at 0.999 |",
             "|---|---|---|---|---|---|---|---|"]
    for title, (seconds, memory, _, _), out in measured:
        if title == "payymo":
            lists = ours(out)
        else:
            with open(out, encoding="utf-8") as file:
                lists = json.load(file)
        best = [max(figures) for figures in zip(*(truth.figures(pairs) for pairs in lists))]
        shares = " | ".join(f"{share:.4f}" for share in best)
        lines.append(f"| {title} | {seconds:.2f} | {memory:.0f} | {shares} |")
    text = "\n".join([
        f"{machine(load)} {len(truth.right):,} payments counted, {len(truth.strangers):,} strangers.",
        "", *lines, "", *(f"Left out: {reason}." for reason in left), "",
    ])
    print(text)
    put(result, "table", text)


if __name__ == "__main__":
    main(*sys.argv[1:])
