"""One peer on one world: `peers.py NAME FOLDER OUT` writes two lists of [transaction, invoice, score] to OUT: the best
item of each payment, and the same with each item once, taken greedily by score.

Exit 3: the peer's library is not installed.
"""

import collections
import json
import sys

import rows


def ranked(pairs, items):
    """The best pairs first; of equal ones that whose item is due first."""
    due = {item["unique_id"]: item["day"] for item in items}
    return sorted(pairs, key=lambda pair: (-pair[2], due[pair[1]], pair[0], pair[1]))


def take(pairs, items_once):
    """Each payment once, and where it is asked for each item once, the first pairs first."""
    paid, settled, taken = set(), set(), []
    for payment, item, score in pairs:
        if payment not in paid and item not in settled:
            paid.add(payment)
            if items_once:
                settled.add(item)
            taken.append([payment, item, float(score)])
    return taken


def candidates(payments, items, most):
    """Pairs that share price, a run of digits, or a word, where at most so many items share it."""
    index = collections.defaultdict(list)
    for at, item in enumerate(items):
        for key in keys(item):
            index[key].append(at)
    index = {key: found for key, found in index.items() if len(found) <= most}
    for at, payment in enumerate(payments):
        yield at, sorted({other for key in keys(payment) for other in index.get(key, ())})


def keys(row):
    yield "price", row["price"]
    yield from (("digits", run) for run in row["digits"])
    yield from (("word", word) for word in row["words"])


def rapidfuzz(payments, items):
    """Items of equal amount, token_sort_ratio of `number name` and the whole text."""
    from rapidfuzz import fuzz

    blocks = collections.defaultdict(list)
    for item in items:
        blocks[item["price"]].append(item)
    pairs = []
    for row in payments:
        text = f"{row['number']} {row['name']}"
        for item in blocks[row["price"]]:
            score = fuzz.token_sort_ratio(text, f"{item['number']} {item['name']}")
            pairs.append((row["unique_id"], item["unique_id"], score))
    return pairs


def rapidfuzz_sum(payments, items):
    """Candidates that at most 400 items share; a point each for the number in the text and the equal amount, token_set_ratio of names."""
    from rapidfuzz import fuzz

    pairs = []
    for at, found in candidates(payments, items, 400):
        row = payments[at]
        for other in found:
            item = items[other]
            number = bool(set(row["digits"]) & set(item["digits"]))
            amount = row["price"] == item["price"]
            names = max(fuzz.token_set_ratio(text, item["name"]) for text in (row["name"], row["number"]))
            pairs.append((row["unique_id"], item["unique_id"], number + amount + names / 100))
    return pairs


def splink(payments, items):
    """Blocks as the candidates above, of any size; parameters by EM, u from random pairs; the match weight."""
    import duckdb
    import pandas
    import splink.comparison_level_library as level
    import splink.comparison_library as compare
    from splink import Linker, SettingsCreator, block_on
    from splink.backends.duckdb import DuckDBAPI

    def days(most):
        return level.CustomLevel(f"abs(day_l - day_r) <= {most}")

    def near(share):
        close = f"abs(amount_l - amount_r) <= {share} * greatest(amount_l, amount_r)"
        return level.CustomLevel(f"currency_l = currency_r AND {close}")

    comparisons = [
        compare.CustomComparison([
            level.ExactMatchLevel("price", term_frequency_adjustments=True),
            near(0.03), near(0.2), level.ElseLevel(),
        ], output_column_name="amount"),
        compare.CustomComparison([
            level.CustomLevel("len(digits_l) = 0 OR len(digits_r) = 0").configure(is_null_level=True),
            level.ArrayIntersectLevel("digits", 1), level.ElseLevel(),
        ], output_column_name="digits"),
        compare.CustomComparison([
            level.NullLevel("name"),
            level.ExactMatchLevel("name", term_frequency_adjustments=True),
            level.Or(level.JaroWinklerLevel("name", 0.92), level.ArrayIntersectLevel("words", 2)),
            level.JaroWinklerLevel("name", 0.8), level.ArrayIntersectLevel("words", 1), level.ElseLevel(),
        ], output_column_name="name"),
        compare.CustomComparison([days(3), days(14), days(31), level.ElseLevel()], output_column_name="day"),
    ]
    amount = block_on("price")
    number = block_on("digits", arrays_to_explode=["digits"])
    name = block_on("words", arrays_to_explode=["words"])
    settings = SettingsCreator(
        link_type="link_only", comparisons=comparisons, retain_matching_columns=False,
        blocking_rules_to_generate_predictions=[amount, number, name],
    )
    database = DuckDBAPI(duckdb.connect(config={"threads": 1}))
    tables = [database.register(pandas.DataFrame(table).replace({"name": {"": None}}), table_name=called)
              for table, called in ((payments, "payments"), (items, "items"))]
    linker = Linker(tables, settings, log_level="ERROR")
    sure = "l.price = r.price AND list_has_any(l.digits, r.digits)"
    linker.training.estimate_probability_two_random_records_match([sure], recall=0.5)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    for rule in (amount, block_on("name")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    found = linker.inference.predict().as_pandas_dataframe()
    payment = found["source_dataset_l"] == "payments"
    left = found["unique_id_l"].where(payment, found["unique_id_r"])
    right = found["unique_id_r"].where(payment, found["unique_id_l"])
    return list(zip(left, right, found["match_weight"]))


def recordlinkage(payments, items):
    """Candidates as above, where at most a hundred share (with more the classifier learns names alone); number, amount, names and days as yes or no; the ECM classifier's probability."""
    import pandas
    import recordlinkage
    from rapidfuzz.distance import JaroWinkler

    index, features = [], []
    for at, found in candidates(payments, items, 100):
        row = payments[at]
        for other in found:
            item = items[other]
            index.append((row["unique_id"], item["unique_id"]))
            common = len(set(row["words"]) & set(item["words"]))
            features.append((
                bool(set(row["digits"]) & set(item["digits"])),
                row["price"] == item["price"],
                common > 1 or JaroWinkler.similarity(row["name"], item["name"]) >= 0.92,
                abs(row["day"] - item["day"]) <= 14,
            ))
    names = ["number", "amount", "name", "days"]
    table = pandas.DataFrame(features, columns=names, index=pandas.MultiIndex.from_tuples(index)).astype(int)
    classifier = recordlinkage.ECMClassifier()
    classifier.fit(table)
    return [(*key, score) for key, score in classifier.prob(table).items()]


PEERS = {"rapidfuzz": rapidfuzz, "rapidfuzz-sum": rapidfuzz_sum, "splink": splink, "recordlinkage": recordlinkage}

if __name__ == "__main__":
    name, folder, out = sys.argv[1:]
    payments, items = rows.payments(folder), rows.items(folder)
    try:
        pairs = ranked(PEERS[name](payments, items), items)
    except ImportError as error:
        print(error, file=sys.stderr)
        sys.exit(3)
    with open(out, "w", encoding="utf-8") as file:
        json.dump([take(pairs, False), take(pairs, True)], file)
