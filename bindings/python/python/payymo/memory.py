# Generated from the table of operations: cargo run -p payymo-contract --bin generate-bindings
"""What people's verdicts teach, kept by the host as bytes."""

from __future__ import annotations

from typing import Any, Iterable, Mapping

from payymo._records import ask, raw
from payymo.records import Feedback, MemoryInfo

__all__ = [
    "learn",
    "unlearn",
    "merge",
    "forget_customer",
    "merge_customers",
    "info",
]


def learn(
    feedback: Iterable[Feedback | Mapping[str, Any]],
    *,
    memory: bytes | bytearray | memoryview | str | None = None,
    strict: bool = False,
) -> bytes:
    """Learns from verdicts: who pays for whom, how customers name what they pay and when, what banks take,
    how often each kind of evidence was right. What was rejected is not proposed again. Answers the
    memory to keep.

    Args:
        feedback: Verdicts; give each once: twice counts twice.
        memory: What was learnt before; without it nothing.
        strict: Unknown fields are an error instead of being ignored.

    Raises:
        ContractError: an argument of a wrong type.
        FormatError: `format.json.syntax`.
        InputError: `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`.
        MoneyError: `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
            `money.currency_mismatch`.
        StoredMemoryError: `memory.version`, `memory.syntax`.
    """
    answer = ask("memory.learn", {"memory": memory, "feedback": feedback, "strict": strict})
    return raw(answer)


def unlearn(
    memory: bytes | bytearray | memoryview | str,
    feedback: Iterable[Feedback | Mapping[str, Any]],
    *,
    strict: bool = False,
) -> bytes:
    """Forgets what verdicts taught: the memory is as if they had never been learnt.

    Args:
        memory: What was learnt before.
        feedback: Verdicts; give each once: twice counts twice.
        strict: Unknown fields are an error instead of being ignored.

    Raises:
        ContractError: an argument of a wrong type.
        FormatError: `format.json.syntax`.
        InputError: `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`.
        MoneyError: `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
            `money.currency_mismatch`.
        StoredMemoryError: `memory.version`, `memory.syntax`.
    """
    answer = ask("memory.unlearn", {"memory": memory, "feedback": feedback, "strict": strict})
    return raw(answer)


def merge(memories: Iterable[bytes | bytearray | memoryview | str]) -> bytes:
    """Adds up what several memories have learnt from different verdicts.

    Args:
        memories: The memories that become one.

    Raises:
        ContractError: an argument of a wrong type.
        StoredMemoryError: `memory.version`, `memory.syntax`.
    """
    answer = ask("memory.merge", {"memories": memories})
    return raw(answer)


def forget_customer(memory: bytes | bytearray | memoryview | str, customer: str) -> bytes:
    """Forgets all that was learnt of a customer, who has a right to it.

    Args:
        memory: What was learnt before.
        customer: The host's id of the customer.

    Raises:
        ContractError: an argument of a wrong type.
        StoredMemoryError: `memory.version`, `memory.syntax`.
    """
    answer = ask("memory.forget_customer", {"memory": memory, "customer": customer})
    return raw(answer)


def merge_customers(memory: bytes | bytearray | memoryview | str, from_: str, into: str) -> bytes:
    """What was learnt of one customer is another's from now on: the host found that they are one.

    Args:
        memory: What was learnt before.
        from_: Id of the customer who is no more.
        into: Id of the customer who stays.

    Raises:
        ContractError: an argument of a wrong type.
        StoredMemoryError: `memory.version`, `memory.syntax`.
    """
    answer = ask("memory.merge_customers", {"memory": memory, "from": from_, "into": into})
    return raw(answer)


def info(memory: bytes | bytearray | memoryview | str) -> MemoryInfo:
    """What is to be said of a memory without reading it.

    Args:
        memory: What was learnt before.

    Raises:
        ContractError: an argument of a wrong type.
        StoredMemoryError: `memory.version`, `memory.syntax`.
    """
    answer = ask("memory.info", {"memory": memory})
    return MemoryInfo.from_document(answer)

