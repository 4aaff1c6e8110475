# Generated from the table of operations: cargo run -p payymo-contract --bin generate-bindings
"""An input that comes in pieces, to rows."""

from __future__ import annotations

from typing import Any, Mapping

from payymo._handle import HandleBase
from payymo.records import ReadOptions, StreamBatch

__all__ = ["Stream"]


class Stream(HandleBase):
    """An input that comes in pieces, to rows.

    Any thread may call. It holds memory outside of Python until it is released, left as a context or
    collected.
    """

    __slots__ = ()

    def __init__(
        self,
        *,
        options: ReadOptions | Mapping[str, Any] | None = None,
        name: str | None = None,
        places: bool | None = None,
        strict: bool = False,
    ) -> None:
        """Begins to read an input that comes in pieces: for what is larger than memory, or arrives over a
        network. Its rows are those that `format.read` answers for the whole, however it is cut.

        Args:
            options: How it is read. The default needs no tuning.
            name: Name of the file; messages of errors and warnings begin with it.
            places: Whether each row is answered with its place. Default true.
            strict: Unknown fields are an error instead of being ignored.

        Raises:
            ContractError: an argument of a wrong type.
            InputError: `input.options`.
        """
        self._open("stream.new", {
            "options": options,
            "name": name,
            "places": places,
            "strict": strict,
        })

    def push(self, content: bytes | bytearray | memoryview | str) -> StreamBatch:
        """Reads the next bytes, and answers the rows that they completed.

        Args:
            content: The next bytes of the input, as many as there are.

        Raises:
            ContractError: an argument of a wrong type.
            FormatError: `format.unknown`, `format.unsupported`, `format.encoding`, `format.no_rows`,
                `format.truncated`, `format.too_large`, `format.xml.syntax`, `format.xml.doctype`,
                `format.json.syntax`, `format.csv.no_header`, `format.csv.mapping`,
                `format.csv.date_order`, `format.csv.currency`, `format.csv.sign`,
                `format.csv.decimal_mark`, `format.whmcs.failed`.
            InputError: `input.options`.
        """
        answer = self._ask("stream.push", {"content": content})
        return StreamBatch.from_document(answer)

    def finish(self) -> StreamBatch:
        """Reads what is left, after the last bytes, and answers the last rows and what the input was.

        Raises:
            ContractError: an argument of a wrong type.
            FormatError: `format.unknown`, `format.unsupported`, `format.encoding`, `format.no_rows`,
                `format.truncated`, `format.too_large`, `format.xml.syntax`, `format.xml.doctype`,
                `format.json.syntax`, `format.csv.no_header`, `format.csv.mapping`,
                `format.csv.date_order`, `format.csv.currency`, `format.csv.sign`,
                `format.csv.decimal_mark`, `format.whmcs.failed`.
            InputError: `input.options`.
        """
        answer = self._ask("stream.finish", {})
        return StreamBatch.from_document(answer)
