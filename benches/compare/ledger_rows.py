"""The rows of a two-sided world as the peers get them: id, amount with its sign, day, and the memo in upper case without accents."""

import collections
import re

import rows

# Letters of a memo of the side that cuts.
SHORT = 15
# A word that more than so large a share of a side's rows has tells no payer from another.
COMMON = 0.01


def tables(folder):
    """The bank's rows and the ledger's, as lists of columns by name."""
    bank = [row(it, it["booked_on"], it["amount"], it.get("remittance", "")) for it in rows.read(folder, "transactions")]
    book = [row(it, it["issued_on"], it["open"], it.get("description", "")) for it in rows.read(folder, "invoices")]
    for side in (bank, book):
        borne = collections.Counter(word for one in side for word in one["words"])
        for one in side:
            one["rare"] = [word for word in one["words"] if borne[word] <= COMMON * len(side)]
    return bank, book


def row(given, day, amount, memo):
    memo = rows.plain(memo)
    return {
        "unique_id": given["id"],
        "amount": float(amount),
        "price": f"{amount} {given['currency']}",
        "day": rows.day(day),
        "memo": memo,
        "short": memo[:SHORT].strip(),
        "words": sorted(set(re.findall(r"[A-Z0-9]{2,}", memo))),
    }


def truth(folder):
    """The pairs that belong together."""
    return {(row["transaction"], row["entry"]) for row in rows.read(folder, "truth")}
