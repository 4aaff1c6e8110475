# Generated from the table of operations: cargo run -p payymo-contract --bin generate-bindings
"""Open items prepared once, for many calls."""

from __future__ import annotations

from typing import Any, Iterable, Mapping

from payymo._handle import TellingHandleBase
from payymo._records import Progress
from payymo.records import Explained, Invoice, Match, Options, Problem, Reconciliation, Settlement, Transaction

__all__ = ["Matcher"]


class Matcher(TellingHandleBase):
    """Open items prepared once, for many calls.

    Any thread may call. It holds memory outside of Python until it is released, left as a context or
    collected.
    """

    __slots__ = ()

    def __init__(
        self,
        invoices: Iterable[Invoice | Mapping[str, Any]],
        *,
        settlements: Iterable[Settlement | Mapping[str, Any]] | None = None,
        options: Options | Mapping[str, Any] | None = None,
        memory: bytes | bytearray | memoryview | str | None = None,
        strict: bool = False,
    ) -> None:
        """Prepares open items, which then open, change and close in place. Answers the errors of the rows
        that cannot be used.

        Args:
            invoices: Open items, and those closed of late, which explain payments and are never paid
                again.
            settlements: What was settled before; refunds and returns refer to it.
            options: The defaults need no tuning.
            memory: What was learnt before, as memory.learn gave it.
            strict: Unknown fields are an error instead of being ignored.

        Raises:
            ContractError: an argument of a wrong type.
            InputError: `input.options`.
            MatchingError: `matching.too_many`.
            StoredMemoryError: `memory.version`, `memory.syntax`.
        """
        self._open("matcher.new", {
            "invoices": invoices,
            "settlements": settlements,
            "options": options,
            "memory": memory,
            "strict": strict,
        })

    def put(self, invoice: Invoice | Mapping[str, Any], *, strict: bool = False) -> None:
        """Takes an item in, in place of the one with its id: opened, paid, changed or closed by the host.

        Args:
            invoice: The item as it is now.
            strict: Unknown fields are an error instead of being ignored.

        Raises:
            ContractError: an argument of a wrong type.
            FormatError: `format.json.syntax`, `format.too_large`.
            InputError: `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`.
            MoneyError: `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
                `money.currency_mismatch`.
        """
        self._ask("matcher.put", {"invoice": invoice, "strict": strict})

    def remove(self, id: str) -> bool:
        """Takes an item out: it explains nothing any more. Answers whether it was there.

        Args:
            id: Id of the item.

        Raises:
            ContractError: an argument of a wrong type.
        """
        answer: bool = self._ask("matcher.remove", {"id": id})
        return answer

    def close(self, id: str) -> bool:
        """Closes an item: it explains payments and is never paid again. Answers whether it was there.

        Args:
            id: Id of the item.

        Raises:
            ContractError: an argument of a wrong type.
        """
        answer: bool = self._ask("matcher.close", {"id": id})
        return answer

    def settle(self, settlement: Settlement | Mapping[str, Any], *, strict: bool = False) -> None:
        """Takes a settlement in: what was settled is not proposed again. Its item is not touched.

        Args:
            settlement: What was settled.
            strict: Unknown fields are an error instead of being ignored.

        Raises:
            ContractError: an argument of a wrong type.
            FormatError: `format.json.syntax`, `format.too_large`.
            InputError: `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`.
            MoneyError: `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
                `money.currency_mismatch`.
        """
        self._ask("matcher.settle", {"settlement": settlement, "strict": strict})

    def apply(self, matches: Iterable[Match | Mapping[str, Any]], *, strict: bool = False) -> None:
        """Books matches: what they settle is open no more. All of them or, with an error, none.

        Args:
            matches: Matches as a result holds them.
            strict: Unknown fields are an error instead of being ignored.

        Raises:
            ContractError: an argument of a wrong type.
            MatchingError: `matching.unknown_item`, `matching.overspent`.
        """
        self._ask("matcher.apply", {"matches": matches, "strict": strict})

    def undo(self, matches: Iterable[Match | Mapping[str, Any]], *, strict: bool = False) -> None:
        """Takes matches back that were booked. All of them or, with an error, none.

        Args:
            matches: Matches as a result holds them.
            strict: Unknown fields are an error instead of being ignored.

        Raises:
            ContractError: an argument of a wrong type.
            MatchingError: `matching.unknown_item`, `matching.overspent`.
        """
        self._ask("matcher.undo", {"matches": matches, "strict": strict})

    def remember(self, *, memory: bytes | bytearray | memoryview | str | None = None) -> None:
        """Uses from now on what was learnt, in place of what was remembered before.

        Args:
            memory: What was learnt before, as memory.learn gave it.

        Raises:
            ContractError: an argument of a wrong type.
            StoredMemoryError: `memory.version`, `memory.syntax`.
        """
        self._ask("matcher.remember", {"memory": memory})

    def reconcile(
        self,
        transactions: Iterable[Transaction | Mapping[str, Any]],
        *,
        strict: bool = False,
        progress: Progress | None = None,
    ) -> Reconciliation:
        """Pairs transactions with the items. `open_invoices` lists the items that the result settles in
        part.

        Args:
            transactions: Rows of accounts, in any order.
            strict: Unknown fields are an error instead of being ignored.
            progress: Called with the stage, the rows done and the rows in all; what is false but `None`
                stops the call.

        Raises:
            ContractError: an argument of a wrong type.
            MatchingError: `matching.too_many`, `matching.cancelled`.
        """
        return Reconciliation.from_json(self._asked("matcher.reconcile", {"transactions": transactions, "strict": strict}, progress))

    def propose(
        self,
        transaction: Transaction | Mapping[str, Any],
        *,
        strict: bool = False,
    ) -> Reconciliation:
        """Explains one transaction, as a webhook brings it.

        Args:
            transaction: A row of an account.
            strict: Unknown fields are an error instead of being ignored.

        Raises:
            ContractError: an argument of a wrong type.
            FormatError: `format.json.syntax`, `format.too_large`.
            InputError: `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`.
            MoneyError: `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
                `money.currency_mismatch`.
        """
        return Reconciliation.from_json(self._asked("matcher.propose", {"transaction": transaction, "strict": strict}))

    def explain(
        self,
        id: str,
        transactions: Iterable[Transaction | Mapping[str, Any]],
        *,
        strict: bool = False,
    ) -> tuple[Explained, ...]:
        """Tells why a match got its decision, or a transaction its answer, among the transactions of its
        call. Rows that cannot be read are left out, as there.

        Args:
            id: Id of a match or of a transaction.
            transactions: Rows of accounts, in any order.
            strict: Unknown fields are an error instead of being ignored.

        Raises:
            ContractError: an argument of a wrong type.
            MatchingError: `matching.unknown`, `matching.too_many`.
        """
        answer = self._ask("matcher.explain", {"id": id, "transactions": transactions, "strict": strict})
        return tuple([Explained.from_document(each) for each in answer])
