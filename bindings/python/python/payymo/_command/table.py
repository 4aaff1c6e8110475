"""The result for a person: a plain table, or a page."""

from __future__ import annotations

from typing import Iterator, Sequence

from payymo._command.documents import shown
from payymo._reconciliation import figures, match_row, page
from payymo.records import Allocation, Match, Reconciliation

TOLD = 20
"""Problems that are told one by one."""


def table(result: Reconciliation, files: Sequence[str]) -> str:
    """All that a bookkeeper asks first."""
    lines = [*files, "", f"As of {result.as_of}: {figures(result.summary)}", ""]
    for total in result.summary.allocated:
        lines.append(f"allocated {total.amount} {total.currency}")
    lines += ["", *columns([("DECISION", "PROB.", "PAYMENT", "SETTLES", "AMOUNT", "WHY"), *rows(result)])]
    if result.unmatched:
        lines += ["", *columns([("UNMATCHED", "REASON"), *((each.transaction, each.reason) for each in result.unmatched)])]
    left = [(each.invoice, f"{each.open} {each.currency}") for each in result.open_invoices]
    if left:
        lines += ["", *columns([("STILL OPEN", "AMOUNT"), *left])]
    return "\n".join(lines) + "\n" + problems(result)


def rows(result: Reconciliation) -> Iterator[tuple[str, ...]]:
    for match in result.matches:
        why = max(match.evidence, key=lambda each: each.weight).text if match.evidence else match.kind
        first: tuple[str, str] = (match.decision, f"{match.probability:.4f}")
        for each in match.allocations or [None]:
            yield (*first, *said(match, each), why)
            first, why = ("", ""), ""


def said(match: Match, allocation: Allocation | None) -> tuple[str, str, str]:
    if allocation is None:
        return ", ".join(each.transaction for each in match.deposit), match.kind, ""
    source = allocation.transaction or allocation.credit or ""
    target = allocation.invoice or allocation.customer or ""
    return source, target, f"{allocation.amount} {allocation.currency}"


def columns(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Rows in columns as wide as their widest cell, up to 40 characters but for the last."""
    safe = [tuple(shown(cell) for cell in row) for row in rows]
    widths = [min(40, max(len(row[at]) for row in safe)) for at in range(len(safe[0]))]

    def line(row: tuple[str, ...]) -> str:
        cells = [cut(cell, width).ljust(width) for cell, width in zip(row, widths)]
        return "  ".join([*cells[:-1], row[-1]]).rstrip()

    return [line(row) for row in safe]


def cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


def problems(result: Reconciliation) -> str:
    """Records that could not be read."""
    if not result.errors:
        return ""
    lines = [f"{len(result.errors)} records could not be used:"]
    lines += [shown(f"  {each.code}: {each.message}") for each in result.errors[:TOLD]]
    if len(result.errors) > TOLD:
        lines.append(f"  and {len(result.errors) - TOLD} more")
    return "\n" + "\n".join(lines) + "\n"


def html(result: Reconciliation) -> str:
    """A page of its own."""
    title = f"{result.as_of}: {figures(result.summary)}"
    body = page(title, [match_row(match) for match in result.matches], len(result.matches))
    return f'<!DOCTYPE html>\n<html lang="en"><meta charset="utf-8"><title>payymo</title>{body}</html>\n'
