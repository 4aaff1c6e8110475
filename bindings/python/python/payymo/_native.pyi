"""The native module: operations as documents."""

from typing import Any, Callable, Iterable, final

from payymo.words import IbanVerdict, Scheme

__all__ = [
    "ArrowTable",
    "Handle",
    "Tables",
    "ask",
    "call",
    "codes",
    "currency_decimals",
    "document",
    "iban_check",
    "indent",
    "reconcile_tables",
    "reference_check",
]

_Bytes = bytes | bytearray | memoryview
_Progress = Callable[[str, int, int], object]

def call(
    operation: str, request: str | _Bytes, blobs: Iterable[_Bytes] | None = None, progress: _Progress | None = None
) -> bytes: ...
def ask(operation: str, arguments: dict[str, Any], progress: _Progress | None = None) -> bytes: ...
def document(value: object) -> bytes: ...
def indent(document: bytes) -> bytes: ...
def codes() -> list[tuple[str, int, str]]: ...
def iban_check(text: str) -> IbanVerdict: ...
def reference_check(scheme: Scheme, text: str) -> bool: ...
def currency_decimals(code: str) -> int | None: ...

@final
class Handle:
    @staticmethod
    def open(
        operation: str, request: str | _Bytes, blobs: Iterable[_Bytes] | None = None, progress: _Progress | None = None
    ) -> tuple[Handle, bytes]: ...
    @staticmethod
    def make(
        operation: str, arguments: dict[str, Any], progress: _Progress | None = None
    ) -> tuple[Handle, bytes]: ...
    def call(
        self,
        operation: str,
        request: str | _Bytes,
        blobs: Iterable[_Bytes] | None = None,
        progress: _Progress | None = None,
    ) -> bytes: ...
    def ask(self, operation: str, arguments: dict[str, Any], progress: _Progress | None = None) -> bytes: ...
    def close(self) -> None: ...
    @property
    def closed(self) -> bool: ...

def reconcile_tables(
    transactions: object,
    invoices: object,
    settlements: object | None,
    arguments: dict[str, Any],
    progress: _Progress | None = None,
) -> Tables: ...

@final
class Tables:
    def document(self) -> bytes: ...
    def frame(self, matches: int) -> bytes: ...
    def table(self, name: str) -> ArrowTable: ...

@final
class ArrowTable:
    @staticmethod
    def of(columns: dict[str, list[Any]]) -> ArrowTable: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...
    def __len__(self) -> int: ...
    def column_names(self) -> list[str]: ...
    def columns(self) -> dict[str, list[Any]]: ...
