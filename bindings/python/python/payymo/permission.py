# Generated from the table of operations: cargo run -p payymo-contract --bin generate-bindings
"""What roles may do."""

from __future__ import annotations

from typing import Any, Iterable, Mapping

from payymo._records import ask, asked
from payymo.records import PermissionSubject, PermissionVerdict, Role, Route, RouteGap

__all__ = [
    "decide",
    "covers",
    "gaps",
]


def decide(
    roles: Mapping[str, Role],
    subject: PermissionSubject | Mapping[str, Any],
    tenant: str,
    permission: str,
    *,
    strict: bool = False,
) -> PermissionVerdict:
    """Whether somebody may do something to a resource of a tenant. The tenants are compared before
    anything; a deny wins; what nothing allows is not allowed.

    Args:
        roles: The host's roles by their names.
        subject: Who asks, with their tenant and roles.
        tenant: Whose resource it is.
        permission: What is asked for: `invoice:refund`.
        strict: Unknown fields are an error instead of being ignored.

    Raises:
        ContractError: an argument of a wrong type.
        RolePermissionError: `permission.syntax`, `permission.role`.
    """
    answer = ask("permission.decide", {
        "roles": roles,
        "subject": subject,
        "tenant": tenant,
        "permission": permission,
        "strict": strict,
    })
    return PermissionVerdict.from_document(answer)


def covers(patterns: Iterable[str], permission: str) -> bool:
    """Whether one of several patterns, such as a token's `permissions`, stands for a permission.

    Args:
        patterns: The patterns: `invoice:*`.
        permission: What is asked for: `invoice:refund`.

    Raises:
        ContractError: an argument of a wrong type.
        RolePermissionError: `permission.syntax`, `permission.role`.
    """
    answer: bool = ask("permission.covers", {"patterns": patterns, "permission": permission})
    return answer


def gaps(
    roles: Mapping[str, Role],
    table: Iterable[Route | Mapping[str, Any]],
    routes: Iterable[str],
    *,
    strict: bool = False,
) -> tuple[RouteGap, ...]:
    """Holds a table of routes against the routes that the host has and the roles that are meant to use
    them: every role is tried on every route, and an empty answer is the proof. For a host's own tests.

    Args:
        roles: The host's roles by their names.
        table: What each route asks for, and the roles that are meant to use it.
        routes: The routes that the host has, as its router prints them.
        strict: Unknown fields are an error instead of being ignored.

    Raises:
        ContractError: an argument of a wrong type.
        RolePermissionError: `permission.syntax`, `permission.role`.
    """
    answer = ask("permission.gaps", {
        "roles": roles,
        "table": table,
        "routes": routes,
        "strict": strict,
    })
    return tuple([RouteGap.from_document(each) for each in answer])

