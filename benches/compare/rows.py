"""The rows of a generated world as every peer gets them: what a careful script would prepare.

The open items, and the booked money in that is of no kind in NO_CUSTOMER. An item has its number, the names of its
customer, what is open, when it was issued and due. A payment has its gross amount (fees added), the name of the payer
(where a bank prints the name in the text only: the text) and all text with the references.
"""

import datetime
import json
import re
import unicodedata
from decimal import Decimal

NO_CUSTOMER = {"payout", "internal", "interest", "fee", "refund", "dispute"}


def plain(text):
    """Upper case, no accents, letters and digits only, one space between."""
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^A-Z0-9]+", " ", text.upper()).split())


def words(text):
    """What may be a part of a name."""
    return sorted({word for word in plain(text).split() if len(word) > 2 and not word.isdigit()})


def digits(text):
    """Runs of three digits and more, without zeros before them."""
    return sorted({run.lstrip("0") for run in re.findall(r"[0-9]{3,}", text)} - {""})


def day(text):
    return datetime.date.fromisoformat(text).toordinal()


def read(folder, name):
    with open(f"{folder}/{name}.json", encoding="utf-8") as file:
        return json.load(file)


def is_open(item):
    return item["state"] in ("open", "in_collection", "on_hold") and Decimal(item["open"]) > 0


def items(folder):
    rows = []
    for item in read(folder, "invoices"):
        if not is_open(item):
            continue
        customer = item.get("customer", {})
        number = item.get("number", item["id"])
        names = [customer.get("name", ""), *customer.get("aliases", [])]
        rows.append({
            "unique_id": item["id"],
            "amount": float(item["open"]),
            "currency": item["currency"],
            "price": f"{item['open']} {item['currency']}",
            "name": plain(names[0]),
            "words": words(" ".join(names)),
            "number": plain(number),
            # Of NW-2026-00429 the last run; the year says nothing.
            "digits": digits(" ".join(re.findall(r"[0-9]+", number)[-1:])),
            "day": day(item.get("due_on", item["issued_on"])),
        })
    return rows


def payments(folder):
    rows = []
    for row in read(folder, "transactions"):
        gross = Decimal(row["amount"]) + sum(Decimal(fee["amount"]) for fee in row.get("fees", []))
        if row["status"] != "booked" or gross <= 0 or row["kind"] in NO_CUSTOMER:
            continue
        payer = row.get("counterparty", {}).get("name", "")
        text = " ".join([row.get("remittance", ""), *(ref["value"] for ref in row.get("references", []))])
        rows.append({
            "unique_id": row["id"],
            "amount": float(gross),
            "currency": row["currency"],
            "price": f"{gross} {row['currency']}",
            "name": plain(payer or re.sub(r"[0-9]+", " ", text)),
            "words": words(f"{payer} {text}"),
            "number": plain(text),
            "digits": digits(text),
            "day": day(row["booked_on"]),
        })
    return rows
