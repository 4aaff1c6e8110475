"""payymo pairs bank transactions with open invoices and says why.

`reconcile` is the main job, `read` turns statements and lists into rows, `read_stream` does so piece by piece, `Matcher`
keeps open items between calls. `Verifier` checks tokens, `Signer` and `Sessions` make them, `Revocations` knows what was taken back,
`Anchors` verifies chains of certificates. The modules hold all else that the library can do: `format`, `linking`, `matching`,
`memory`, `reference`, `party`, `money`, `text`, `token`, `permission`, `keyring`, `jwks`, `webhook`, `certificate`, `library`. Records are in `records`, the words of their fields in `words`,
exceptions in `errors`.
"""

from payymo import errors, records, words
from payymo._anchors import Anchors
from payymo._errors import Place
from payymo._headers import Headers
from payymo._matcher import Matcher
from payymo._records import Progress
from payymo._revocations import Revocations
from payymo._sessions import Sessions
from payymo._signer import Signer
from payymo._stream import Stream
from payymo._verifier import Verifier
from payymo._api import read, reconcile
from payymo._read_stream import read_stream, read_stream_async
from payymo.errors import *
from payymo.records import *
from payymo import certificate, format, jwks, keyring, library, linking, matching, memory, money, party, permission
from payymo import reference, text, token, webhook
from payymo._native import call, currency_decimals, iban_check, reference_check

__version__: str = library.about().version

__all__ = [
    "Anchors",
    "Headers",
    "Matcher",
    "Place",
    "Progress",
    "Revocations",
    "Sessions",
    "Signer",
    "Stream",
    "Verifier",
    "call",
    "certificate",
    "currency_decimals",
    "errors",
    "format",
    "iban_check",
    "jwks",
    "keyring",
    "library",
    "linking",
    "matching",
    "memory",
    "money",
    "party",
    "permission",
    "read",
    "read_stream",
    "read_stream_async",
    "reconcile",
    "records",
    "reference",
    "reference_check",
    "text",
    "token",
    "webhook",
    "words",
]
__all__ += errors.__all__
__all__ += records.__all__
