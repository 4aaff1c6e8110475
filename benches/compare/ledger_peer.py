"""One peer on one two-sided world: `ledger_peer.py NAME FOLDER OUT` writes the processor seconds that the matching alone took, and
two lists of [transaction, entry, score]: the best entry of each bank row, and the same with each entry once, taken greedily by score.

Exit 3: a library is not installed.
"""

import collections
import json
import sys
import time

import ledger_rows
from peers import take

# Days and share of the amount beyond which two rows have nothing to do with each other.
DAYS, SHARE = 22, 0.11


def rapidfuzz(bank, book):
    """Entries that share a word that few have, within DAYS and SHARE; `token_set_ratio` of the memos, less the share that the amount is off."""
    from rapidfuzz import fuzz

    start = time.process_time()
    holders = collections.defaultdict(list)
    for at, row in enumerate(book):
        for word in row["rare"]:
            holders[word].append(at)
    pairs = []
    for row in bank:
        for at in {at for word in row["rare"] for at in holders.get(word, ())}:
            other = book[at]
            apart = abs(row["amount"] - other["amount"]) / abs(other["amount"])
            if apart <= SHARE and abs(row["day"] - other["day"]) <= DAYS:
                score = fuzz.token_set_ratio(row["memo"], other["memo"]) / 100 - apart
                pairs.append((row["unique_id"], other["unique_id"], score))
    return time.process_time() - start, pairs


def splink(bank, book):
    """Blocks on the memo's beginning, a word that few have, or the price, each within DAYS and (but for the price) SHARE."""
    import duckdb
    import pandas
    import splink.comparison_level_library as level
    import splink.comparison_library as compare
    from splink import Linker, SettingsCreator, block_on
    from splink.backends.duckdb import DuckDBAPI
    from splink.blocking_rule_library import CustomRule

    frames = [pandas.DataFrame(side) for side in (bank, book)]
    start = time.process_time()
    near = f"abs(l.amount - r.amount) <= {SHARE} * abs(r.amount) and abs(l.day - r.day) <= {DAYS}"
    dated = f"abs(l.day - r.day) <= {DAYS}"
    comparisons = [
        compare.CustomComparison([
            level.ExactMatchLevel("short", term_frequency_adjustments=True),
            level.CustomLevel("starts_with(short_l, short_r) or starts_with(short_r, short_l)"),
            level.JaroWinklerLevel("short", 0.92), level.JaroWinklerLevel("short", 0.85),
            level.ArrayIntersectLevel("rare", 1), level.JaroWinklerLevel("short", 0.7),
            level.ElseLevel(),
        ], output_column_name="memo"),
        compare.CustomComparison([
            level.ExactMatchLevel("price", term_frequency_adjustments=True),
            *(level.CustomLevel(f"abs(amount_l - amount_r) <= {share} * abs(amount_r)")
              for share in (0.01, 0.02, 0.03, 0.05, 0.08, SHARE)),
            level.ElseLevel(),
        ], output_column_name="amount"),
        compare.CustomComparison([
            *(level.CustomLevel(f"abs(day_l - day_r) <= {days}") for days in (3, 6, 10, 14, 18, DAYS)),
            level.ElseLevel(),
        ], output_column_name="day"),
    ]
    settings = SettingsCreator(
        link_type="link_only", comparisons=comparisons, retain_matching_columns=False,
        probability_two_random_records_match=1 / max(len(bank), len(book)),
        blocking_rules_to_generate_predictions=[
            CustomRule(f"substr(l.short, 1, 6) = substr(r.short, 1, 6) and {near}"),
            CustomRule(f"l.rare = r.rare and {near}", arrays_to_explode=["rare"]),
            CustomRule(f"l.price = r.price and {dated}"),
        ],
    )
    database = DuckDBAPI(duckdb.connect(config={"threads": 1}))
    sides = [database.register(frame, table_name=name) for frame, name in zip(frames, ("bank", "book"))]
    linker = Linker(sides, settings, log_level="ERROR")
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    for rule in (block_on("price"), block_on("short")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    found = linker.inference.predict().as_pandas_dataframe()
    seconds = time.process_time() - start
    of_bank = found["source_dataset_l"] == "bank"
    left = found["unique_id_l"].where(of_bank, found["unique_id_r"])
    right = found["unique_id_r"].where(of_bank, found["unique_id_l"])
    return seconds, list(zip(left, right, found["match_weight"]))


PEERS = {"rapidfuzz": rapidfuzz, "splink": splink}

if __name__ == "__main__":
    name, folder, out = sys.argv[1:]
    try:
        seconds, pairs = PEERS[name](*ledger_rows.tables(folder))
    except ImportError as error:
        print(error, file=sys.stderr)
        sys.exit(3)
    pairs.sort(key=lambda pair: (-pair[2], pair[0], pair[1]))
    with open(out, "w", encoding="utf-8") as file:
        json.dump({"seconds": seconds, "lists": [take(pairs, False), take(pairs, True)]}, file)
