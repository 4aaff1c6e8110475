"""payymo and its peers on two-sided ledgers: time, memory, and what they find. Started by `make compare`.

`compare_ledgers.py TOOLS FOLDER RESULT.md SEED ROWS MISSING...` makes a world for each share of missing rows (TOOLS holds the
commands `world`, `reconcile` and `ledger`) in FOLDER, runs payymo and each peer as a process of its own, prints the table,
and writes it into RESULT.md between its marks. A peer that is not installed or fails is named; payymo's failure ends it with 1.
"""

import json
import os
import re
import subprocess
import sys

import judge
import ledger_rows
from common import machine, put, run, version

HERE = os.path.dirname(os.path.abspath(__file__))
PEERS = [("RapidFuzz", ["rapidfuzz"], "rapidfuzz"), ("Splink on DuckDB", ["splink", "duckdb"], "splink")]


def figures(pairs, truth):
    """Found at 1, and the recall at both precisions, over all that is proposed."""
    rights = [(score, (transaction, entry) in truth) for transaction, entry, score in pairs]
    found = sum(right for _, right in rights) / len(truth)
    return [found, *(judge.recall(rights, len(truth), least) for least in (0.99, 0.999))]


def best(pairs):
    """The best entry of each bank row."""
    of = {}
    for transaction, entry, score in pairs:
        rank = (-score, entry)
        of[transaction] = min(of.get(transaction, rank), rank)
    return [(transaction, entry, -score) for transaction, (score, entry) in of.items()]


def ours(path):
    with open(path, encoding="utf-8") as file:
        matches = json.load(file)["matches"]
    parts = [(part, match["probability"]) for match in matches for part in match["allocations"]]
    return [(part["transaction"], part["invoice"], score) for part, score in parts]


def matching_alone(tools, seed, rows, missing):
    """Processor seconds of payymo's call on the same world, of which the command `ledger` tells."""
    command = [f"{tools}/ledger", "--seeds", f"{seed}..{seed}", "--rows", rows, "--missing", missing, "--books", "0"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return float(re.search(r"\(([0-9.]+) s on a processor\)", said)[1])


def measure(tools, folder, seed, rows, missing):
    """All tools on one world: what each took and where it wrote its pairs, and what was left out."""
    subprocess.run([f"{tools}/world", "--style", "two_sided", "--seed", seed, "--rows", rows, "--missing", missing, "--out", folder], check=True)
    out = f"{folder}/payymo.out.json"
    whole = run([f"{tools}/reconcile", "--transactions", f"{folder}/transactions.json", "--invoices", f"{folder}/invoices.json", "--json", out])
    if whole[2] != 0:
        sys.exit(f"payymo ended with {whole[2]}: {whole[3]}")
    measured, left = [("payymo", whole, matching_alone(tools, seed, rows, missing), out)], []
    for title, libraries, name in PEERS:
        out = f"{folder}/{name}.out.json"
        ran = run([sys.executable, "-B", f"{HERE}/ledger_peer.py", name, folder, out])
        if ran[2] == 0:
            measured.append((f"{title} ({version(libraries)})", ran, None, out))
        else:
            left.append(f"{title}: {'not installed' if ran[2] == 3 else f'ended with {ran[2]}'}: {ran[3]}")
    return measured, left


def judged(folder, missing, measured):
    """The rows of the table of one world."""
    truth = ledger_rows.truth(folder)
    lines, first = [], None
    for title, (seconds, memory, _, _), alone, out in measured:
        if title == "payymo":
            lists = [ours(out)]
        else:
            with open(out, encoding="utf-8") as file:
                told = json.load(file)
            alone, lists = told["seconds"], told["lists"]
        first = first or (alone, seconds)
        shares = [max(shares) for shares in zip(*(figures(best(pairs), truth) for pairs in lists))]
        times = f"{alone:.2f} ({alone / first[0]:.1f}) | {seconds:.2f} ({seconds / first[1]:.1f})"
        lines.append(f"| {missing} % | {title} | {times} | {memory:.0f} | " + " | ".join(f"{share:.4f}" for share in shares) + " |")
    return lines


def main(tools, folder, result, seed, rows, *shares):
    load = os.getloadavg()[0]
    lines = ["| rows missing on each side | | processor seconds of the matching | of the whole process | MiB | found at 1 | recall at precision 0.99 | at 0.999 |",
             "|---|---|---|---|---|---|---|---|"]
    left = []
    worlds = [(f"{folder}/ledgers-{missing}", missing) for missing in shares]
    measured = [measure(tools, made_in, seed, rows, missing) for made_in, missing in worlds]
    # Read only now: the largest memory of a process that is started counts what its parent held.
    for (made_in, missing), (figures_of, failed) in zip(worlds, measured):
        lines += judged(made_in, missing, figures_of)
        left += [reason for reason in failed if reason not in left]
    text = "\n".join([
        f"{machine(load)} {int(rows):,} pairs before rows are taken out, seed {seed}. In brackets how many times as long as payymo.",
        "", *lines, "", *(f"Left out: {reason}." for reason in left), "",
    ])
    print(text)
    put(result, "ledgers", text)


if __name__ == "__main__":
    main(*sys.argv[1:])
