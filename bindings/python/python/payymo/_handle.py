"""What lives between calls, and what it can do beside its operations."""

from __future__ import annotations

import json
from types import TracebackType
from typing import TYPE_CHECKING, Any

from payymo import _native
from payymo._errors import refused
from payymo._records import Progress
from payymo.records import Problem

if TYPE_CHECKING:
    from typing_extensions import Self


class HandleBase:
    """A handle of the library."""

    __slots__ = ("_inner",)

    _inner: _native.Handle

    def __getattr__(self, name: str) -> Any:
        """Only what was never set comes here."""
        if name in ("_inner", "_errors"):
            raise refused("contract.handle", f"a {type(self).__name__} that was not made: call its class")
        raise AttributeError(name)

    def __reduce__(self) -> Any:
        raise TypeError(f"a {type(self).__name__} cannot be copied or pickled: make another")

    @property
    def released(self) -> bool:
        """Whether it was released: every call raises `ContractError` then."""
        return self._inner.closed

    def release(self) -> None:
        """Frees what it holds; waits for a call that is under way."""
        self._inner.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None, /
    ) -> None:
        self.release()

    def _opened(self, operation: str, arguments: dict[str, Any], progress: Progress | None = None) -> Any:
        self._inner, answer = _native.Handle.make(operation, arguments, progress)
        return json.loads(answer.decode())

    def _open(self, operation: str, arguments: dict[str, Any], progress: Progress | None = None) -> None:
        self._opened(operation, arguments, progress)

    def _asked(self, operation: str, arguments: dict[str, Any], progress: Progress | None = None) -> bytes:
        return self._inner.ask(operation, arguments, progress)

    def _ask(self, operation: str, arguments: dict[str, Any], progress: Progress | None = None) -> Any:
        # As text: of bytes the encoding would be looked for.
        return json.loads(self._inner.ask(operation, arguments, progress).decode())


class TellingHandleBase(HandleBase):
    """A handle that said when it was made what it could not use."""

    __slots__ = ("_errors",)

    _errors: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What could not be used of that which it was made of."""
        return self._errors

    def _open(self, operation: str, arguments: dict[str, Any], progress: Progress | None = None) -> None:
        answer = self._opened(operation, arguments, progress)
        self._errors = tuple([Problem.from_document(each) for each in answer])
