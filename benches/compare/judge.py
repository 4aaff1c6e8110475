"""Pairs of payments and items against the truth of a world.

Counted are payments that settle exactly one open item, wholly or in part, and of which a careful person could know it. Equal
payments (paid twice, one row in two statements) count as one. Where the text does not name the item, another of the
same customer with the same open amount is right too. Of each payment the best-scored item is taken. Strangers are payments that settle nothing.
"""

import rows


class Truth:
    def __init__(self, folder):
        items = {item["id"]: item for item in rows.read(folder, "invoices")}
        self.due = {key: item.get("due_on", item["issued_on"]) for key, item in items.items()}
        twins = {}
        for key, item in items.items():
            if rows.is_open(item):
                twins.setdefault(same(item), set()).add(key)
        self.payment, settled, named, known = {}, {}, {}, {}
        for row in rows.read(folder, "truth"):
            key = row["transaction"] if row["copies"] is None else ("copies", row["copies"])
            self.payment[row["transaction"]] = key
            settled.setdefault(key, set()).update(part["invoice"] for part in row["allocations"])
            if row["allocations"]:
                named[key] = row["named"] or named.get(key, False)
                known[key] = row["knowable"] and known.get(key, True)
        self.right = {}
        for key, found in settled.items():
            if len(found) == 1 and known[key]:
                item = items[next(iter(found))]
                if rows.is_open(item):
                    self.right[key] = found if named[key] else found | twins[same(item)]
        self.strangers = {key for key, found in settled.items() if not found}

    def best(self, pairs):
        """The best-scored item of each payment; of equal ones the one that was due first."""
        best = {}
        for transaction, item, score in pairs:
            key = self.payment.get(transaction, transaction)
            rank = (-score, self.due.get(item, ""), item)
            best[key] = min(best.get(key, rank), rank)
        return best

    def figures(self, pairs):
        """Found at 1; recall at both precisions; the same where a stranger's payment that is paired counts as wrong."""
        best = self.best(pairs)
        single = [(-rank[0], rank[2] in self.right[key]) for key, rank in best.items() if key in self.right]
        strange = [(-rank[0], False) for key, rank in best.items() if key in self.strangers]
        known = len(self.right)
        found = sum(right for _, right in single) / known
        return [found, *(recall(judged, known, least) for judged in (single, single + strange) for least in (0.99, 0.999))]


def same(item):
    return item.get("customer", {}).get("id", item["id"]), item["open"], item["currency"]


def recall(judged, known, least):
    """The largest share found down to a score at which the precision still holds. Equal scores go together."""
    judged = sorted(judged, reverse=True)
    right = best = 0
    for at, (score, good) in enumerate(judged, 1):
        right += good
        whole = at == len(judged) or judged[at][0] < score
        if whole and right >= least * at:
            best = right
    return best / known
