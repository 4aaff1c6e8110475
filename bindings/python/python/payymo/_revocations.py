# Generated from the table of operations: cargo run -p payymo-contract --bin generate-bindings
"""What was revoked before its time, for many lookups."""

from __future__ import annotations

from typing import Any, Iterable, Mapping

from payymo._handle import HandleBase
from payymo.records import Revocation, TokenStanding, VerifiedToken

__all__ = ["Revocations"]


class Revocations(HandleBase):
    """What was revoked before its time, for many lookups.

    Any thread may call. It holds memory outside of Python until it is released, left as a context or
    collected.
    """

    __slots__ = ()

    def __init__(
        self,
        *,
        entries: Iterable[Revocation | Mapping[str, Any]] | None = None,
        strict: bool = False,
    ) -> None:
        """Takes in what was revoked, for a process that lives long and verifies many tokens.

        Args:
            entries: What was revoked, as the host's store knows it.
            strict: Unknown fields are an error instead of being ignored.

        Raises:
            ContractError: an argument of a wrong type.
        """
        self._open("revocations.new", {"entries": entries, "strict": strict})

    def add(self, entries: Iterable[Revocation | Mapping[str, Any]], *, strict: bool = False) -> None:
        """Takes in more that was revoked; what was there stays. With an error none of it is in.

        Args:
            entries: What was revoked since.
            strict: Unknown fields are an error instead of being ignored.

        Raises:
            ContractError: an argument of a wrong type.
        """
        self._ask("revocations.add", {"entries": entries, "strict": strict})

    def forget(self, expired_at: int) -> None:
        """Forgets what has expired: call it now and then, with the time less the leeway of the verifiers.

        Args:
            expired_at: The time: seconds since 1970.

        Raises:
            ContractError: an argument of a wrong type.
        """
        self._ask("revocations.forget", {"expired_at": expired_at})

    def count(self) -> int:
        """How many single tokens are revoked.

        Raises:
            ContractError: an argument of a wrong type.
        """
        answer: int = self._ask("revocations.count", {})
        return answer

    def standing(self, token: VerifiedToken | Mapping[str, Any], *, strict: bool = False) -> TokenStanding:
        """Whether a token that holds stands.

        Args:
            token: The token, as it was verified.
            strict: Unknown fields are an error instead of being ignored.

        Raises:
            ContractError: an argument of a wrong type.
        """
        answer = self._ask("revocations.standing", {"token": token, "strict": strict})
        return TokenStanding.from_document(answer)
