"""What is linked into a library: licences with their texts, and a bill of materials (CycloneDX 1.5).

    third_party.py PACKAGE TARGET FOLDER

PACKAGE is a crate of the workspace, TARGET a triple; FOLDER gets THIRD-PARTY.txt and sbom.cdx.json. What the crates bring as
licence texts is printed once for each text, with who brings it; a crate without a licence is an error. The same Cargo.lock gives
the same bytes.
"""

import json
import pathlib
import subprocess
import sys
import tomllib

TEXTS = ("LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE", "COPYRIGHT")


def cargo(*arguments: str) -> str:
    return subprocess.run(["cargo", *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout


def linked(package: str, target: str) -> list[dict]:
    """The crates that a package links, without those of the workspace. What runs while building only is in no library."""
    metadata = json.loads(cargo("metadata", "--format-version", "1", "--locked", "--filter-platform", target))
    packages = {(row["name"], row["version"]): row for row in metadata["packages"]}
    own = set(metadata["workspace_members"])
    edges = ["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"]
    tree = cargo("tree", "--locked", "--package", package, "--features", "payymo-contract/aws-lc", "--target", target, *edges)
    names = {tuple(line.replace(" v", " ", 1).split()[:2]) for line in tree.splitlines() if line}
    return [packages[name] for name in sorted(names) if packages[name]["id"] not in own]


def texts(row: dict) -> list[str]:
    """The licence texts that a crate brings."""
    folder = pathlib.Path(row["manifest_path"]).parent
    files = [file for file in sorted(folder.iterdir()) if file.is_file() and file.name.upper().startswith(TEXTS)]
    return [file.read_text(encoding="utf-8", errors="replace").strip() for file in files]


def licences(package: str, rows: list[dict]) -> str:
    lines = [f"Crates that are linked into {package}, and their licences.", ""]
    by_text: dict[str, list[str]] = {}
    for row in rows:
        name = f"{row['name']} {row['version']}"
        if not (row["license"] or row["license_file"]):
            sys.exit(f"{name}: no licence is said")
        lines.append(f"- {name}: {row['license'] or 'see below'}, {row['repository']}")
        for text in texts(row):
            by_text.setdefault(text, []).append(name)
    for text, names in sorted(by_text.items(), key=lambda pair: (-len(pair[1]), pair[1])):
        lines += ["", "-" * 78, ", ".join(names), "", text]
    return "\n".join(lines) + "\n"


def bill(package: str, version: str, rows: list[dict]) -> str:
    lock = tomllib.loads(pathlib.Path("Cargo.lock").read_text(encoding="utf-8"))
    sums = {(row["name"], row["version"]): row.get("checksum") for row in lock["package"]}

    def component(row: dict) -> dict:
        found = {
            "type": "library",
            "name": row["name"],
            "version": row["version"],
            "purl": f"pkg:cargo/{row['name']}@{row['version']}",
            # Older crates part alternatives by a slash, which is no SPDX expression.
            "licenses": [{"expression": (row["license"] or "NOASSERTION").replace("/", " OR ")}],
        }
        checksum = sums.get((row["name"], row["version"]))
        return found | {"hashes": [{"alg": "SHA-256", "content": checksum}]} if checksum else found

    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {"type": "library", "name": package, "version": version}},
        "components": [component(row) for row in rows],
    }
    return json.dumps(document, indent=2) + "\n"


def main() -> None:
    package, target, folder = sys.argv[1:]
    rows = linked(package, target)
    version = tomllib.loads(pathlib.Path("Cargo.toml").read_text(encoding="utf-8"))["workspace"]["package"]["version"]
    out = pathlib.Path(folder)
    (out / "THIRD-PARTY.txt").write_text(licences(package, rows), encoding="utf-8")
    (out / "sbom.cdx.json").write_text(bill(package, version, rows), encoding="utf-8")
    print(f"{package}: {len(rows)} crates")


main()
