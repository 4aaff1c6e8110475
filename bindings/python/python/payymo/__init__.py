"""payymo pairs bank transactions with open invoices and says why.

`reconcile` is the main job, `read` turns statements and lists into rows, `read_stream` does so piece by piece, `Matcher`
keeps open items between calls. The modules hold all else that the library can do: `format`, `linking`, `matching`,
`memory`, `reference`, `party`, `money`, `text`, `library`. Records are in `records`, the words of their fields in `words`,
exceptions in `errors`.
"""

from payymo import errors, records, words
from payymo._errors import Place
from payymo._matcher import Matcher
from payymo._records import Progress
from payymo._stream import Stream
from payymo._api import read, reconcile
from payymo._read_stream import read_stream, read_stream_async
from payymo.errors import *
from payymo.records import *
from payymo import format, library, linking, matching, memory, money, party, reference, text
from payymo._native import call, currency_decimals, iban_check, reference_check

__version__: str = library.about().version

__all__ = [
    "Matcher",
    "Place",
    "Progress",
    "Stream",
    "call",
    "currency_decimals",
    "errors",
    "format",
    "iban_check",
    "library",
    "linking",
    "matching",
    "memory",
    "money",
    "party",
    "read",
    "read_stream",
    "read_stream_async",
    "reconcile",
    "records",
    "reference",
    "reference_check",
    "text",
    "words",
]
__all__ += errors.__all__
__all__ += records.__all__
