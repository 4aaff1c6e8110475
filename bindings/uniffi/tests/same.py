"""The sample data and a world of 2,000 customers through the Python that uniffi writes, beside the Rust command: equal to the last byte.

    same.py RELEASE    the folder of the commands reconcile and world
"""

import json
import pathlib
import subprocess
import sys
import tempfile

import payymo

SAMPLE = pathlib.Path(__file__).resolve().parents[3] / "examples" / "data"
# Transactions, invoices, settled; then the options.
OF_SAMPLE = (
    ["bank.camt053.xml", "gocardless.json", "stripe.json"],
    ["whmcs-invoices.json", "business-invoices.json"],
    ["whmcs-transactions.json"],
    "options.json",
)
OF_WORLD = (["transactions.json"], ["invoices.json"], ["settlements.json"], "options.json")


def ask(operation, blobs=(), **request):
    return payymo.call(operation, json.dumps(request), list(blobs))


def reconciled(folder, transactions, invoices, settled, options):
    """The document of a host that takes its files in the order of the Rust command."""
    options = json.loads((folder / options).read_bytes())
    how = options.get("read", {})
    errors, warnings = [], []

    def read(names, kind):
        lists = []
        for name in names:
            content = (folder / name).read_bytes()
            report = json.loads(ask("format.read", [content], content={"blob": 0}, options=how, name=name))
            lists.append(report[kind])
            errors.extend(report["errors"])
            warnings.extend(report["warnings"])
            for row in report["invoices"]:
                how.setdefault("invoice_currencies", {}).setdefault(row["id"], row["currency"])
        return lists

    # Currencies are known from invoices that were read before.
    paid, owed, before = (
        read(transactions, "transactions"),
        read(invoices, "invoices"),
        read(settled, "settlements"),
    )
    linked = json.loads(ask("linking.duplicates", inputs=paid))
    once = json.loads(ask("linking.invoices", inputs=owed))
    settlements = json.loads(ask("linking.settlements", inputs=before))
    return ask(
        "matching.reconcile",
        transactions=linked["transactions"],
        invoices=once["invoices"],
        settlements=settlements["settlements"],
        options=options.get("matching", options),
        errors=errors + linked["errors"] + once["errors"],
        warnings=warnings,
        strict=True,
        pretty=True,
    )


def commanded(release, folder, transactions, invoices, settled, options):
    command = [release / "reconcile", "--transactions", *transactions, "--invoices", *invoices]
    command += ["--settled", *settled, "--options", options, "--json", "-"]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True).stdout.decode()


def main(release):
    with tempfile.TemporaryDirectory() as world:
        make = [release / "world", "--style", "hosting_uk", "--seed", "2001", "--customers", "2000", "--out", world]
        subprocess.run(make, check=True, capture_output=True)
        for name, folder, files in (("sample", SAMPLE, OF_SAMPLE), ("world of 2,000", pathlib.Path(world), OF_WORLD)):
            ours, theirs = reconciled(folder, *files) + "\n", commanded(release, folder, *files)
            assert len(theirs) > 10_000 and ours == theirs, f"{name}: not what the command gives"
            print(f"uniffi (Python): the {name} as the command gives it, {len(ours)} characters")


main(pathlib.Path(sys.argv[1]).resolve())
