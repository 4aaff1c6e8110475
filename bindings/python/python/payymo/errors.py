# Generated from the table of operations: cargo run -p payymo-contract --bin generate-bindings
"""Exceptions, one an area of codes, and the codes themselves."""

from __future__ import annotations

from typing import Final, Mapping

from payymo._errors import PayymoError

__all__ = [
    "CODES",
    "MEANINGS",
    "PayymoError",
    "MoneyError",
    "InputError",
    "FormatError",
    "MatchingError",
    "StoredMemoryError",
    "CryptoError",
    "TokenKeyError",
    "TokenError",
    "RolePermissionError",
    "WebhookError",
    "CertificateError",
    "ContractError",
]


class MoneyError(PayymoError, area="money"):
    """Codes of `money`.

    - `money.syntax`: Text that is not an amount.
    - `money.overflow`: An amount beyond what 64 bits of minor units hold.
    - `money.precision`: Digits beyond the currency's ISO 4217 decimals.
    - `money.currency_unknown`: A currency that is not in ISO 4217, now or in the past.
    - `money.currency_mismatch`: Two amounts of different currencies in one sum.
    """


class InputError(PayymoError, area="input"):
    """Codes of `input`.

    - `input.float_money`: Money given as a binary float: give a decimal string.
    - `input.duplicate_id`: The same id with different content.
    - `input.missing`: A required field is missing.
    - `input.bad_field`: A field whose value is not of its form.
    - `input.bad_date`: A date that does not exist or lies outside the years 1900 to 2199.
    - `input.options`: An option outside its range.
    """


class FormatError(PayymoError, area="format"):
    """Codes of `format`.

    - `format.unknown`: Content of no known format.
    - `format.unsupported`: A known format that has no reader yet.
    - `format.encoding`: Bytes that are not text in the declared or detected encoding.
    - `format.truncated`: The input ends in the middle of a record.
    - `format.no_rows`: The input holds no row.
    - `format.too_large`: A field, line or nesting beyond the reader's bounds.
    - `format.balance`: Opening balance and entries do not add up to the closing balance.
    - `format.statement_gap`: A statement begins with another balance than the one before it ends with.
    - `format.statement_overlap`: Statements whose periods run into each other.
    - `format.write`: Rows that do not make one file of the format.
    - `format.left_out`: Fields of a row that the format does not hold.
    - `format.xml.syntax`: Text that is not well-formed XML.
    - `format.xml.doctype`: A document type declaration, which no bank sends: refused.
    - `format.camt.bad_amount`: An entry's amount cannot be read.
    - `format.camt.bad_date`: An entry's date cannot be read.
    - `format.camt.missing`: An entry lacks a required element.
    - `format.camt.details`: The details of an entry do not add up to its amount: the entry's holds.
    - `format.camt.assumed`: Something that the statement leaves out was assumed.
    - `format.camt.not_booked`: An entry that is for information only: no row.
    - `format.csv.no_header`: No row names a date and an amount column.
    - `format.csv.bad_amount`: A cell is not an amount.
    - `format.csv.bad_date`: A cell is not a date.
    - `format.csv.columns`: A row with too few or too many cells.
    - `format.csv.mapping`: The column map names a column that is not there.
    - `format.csv.date_order`: Day and month cannot be told apart in any row.
    - `format.csv.currency`: No column and no option says the currency, or an amount names another one.
    - `format.csv.sign`: Nothing tells money in from money out, or a row goes neither way.
    - `format.csv.balance`: The running balance does not follow from the amounts.
    - `format.csv.decimal_mark`: Decimals and thousands cannot be told apart in any cell.
    - `format.csv.fee`: A fee of which nothing tells whether the amount holds it.
    - `format.csv.left_out`: Rows that are no booked transaction: declined ones, headings, totals.
    - `format.csv.status`: A status that is not known: its rows are taken as booked.
    - `format.gocardless.bad_row`: A transaction that lacks an amount or has one that cannot be read.
    - `format.gocardless.bad_date`: A booked transaction without a date that can be read.
    - `format.gocardless.swapped`: The other side is named in the fields of the host's own side.
    - `format.gocardless.incomplete`: The rows are read, but planned payments or further pages are not
      among them.
    - `format.stripe.bad_object`: An object that lacks amount, currency or time.
    - `format.stripe.unsupported`: A Stripe object that moves no money here.
    - `format.stripe.incomplete`: The rows are read, but fees, refunds or further pages are not in the
      input.
    - `format.stripe_report.bad_row`: A row without id or currency, or of a status that is not known.
    - `format.stripe_report.bad_amount`: A cell is not an amount, or gross, fee and net do not add up.
    - `format.stripe_report.bad_date`: A row without a time, or with one that cannot be read.
    - `format.stripe_report.summary`: A report of totals, which holds no row.
    - `format.stripe_report.incomplete`: The rows are read, but refunds, days or ids are not in the
      report.
    - `format.stripe_report.left_out`: Rows that moved no money.
    - `format.whmcs.bad_row`: An invoice or transaction row that cannot be read.
    - `format.whmcs.failed`: The answer of an API call that failed.
    - `format.whmcs.no_invoice`: A transaction that belongs to no invoice: it settles nothing.
    - `format.whmcs.no_balance`: Unpaid invoices of a list that states no balances: taken as open with
      their total.
    - `format.json.syntax`: Text that is not JSON.
    - `format.json.bad_row`: A row that is not of the contract's shape.
    - `format.mt940.bad_entry`: A statement line (:61:) that does not say whether money came in or went
      out.
    - `format.mt940.bad_amount`: An entry's amount cannot be read.
    - `format.mt940.bad_date`: An entry's date cannot be read, or does not exist and was taken as the
      last of its month.
    - `format.mt940.currency`: No balance, floor limit, account or option says the currency.
    - `format.mt940.bad_balance`: A balance that cannot be read.
    - `format.mt940.incomplete`: A statement without its opening or its closing balance: it may be cut.
    - `format.mt940.details`: Details (:86:) that are of no entry.
    - `format.mt940.sums`: The entries of an interim report are not those that it counts and adds up.
    - `format.mt940.assumed`: Something that the statement leaves out was assumed.
    - `format.ofx.bad_amount`: An amount is missing or cannot be read.
    - `format.ofx.bad_date`: A movement's date is missing or cannot be read.
    - `format.ofx.currency`: Neither the statement nor an option says the currency.
    - `format.ofx.failed`: The bank answers with an error or a warning of its own.
    - `format.ofx.assumed`: Something that the file leaves out or says in two ways was assumed.
    - `format.ofx.correction`: A record that replaces or deletes an earlier one.
    - `format.ofx.no_cash`: Movements of securities that move no cash: no rows.
    - `format.qif.bad_amount`: An amount is missing or cannot be read.
    - `format.qif.bad_date`: A record's date is missing or cannot be read.
    - `format.qif.currency`: No option says the currency, which the format leaves out.
    - `format.qif.date_order`: Day and month cannot be told apart in any record.
    - `format.qif.decimal_mark`: Decimals and thousands cannot be told apart in any amount.
    - `format.qif.splits`: The splits of a record do not make its amount: the amount holds.
    - `format.qif.action`: A trade of which nothing tells whether money comes in or goes out.
    - `format.qif.assumed`: Something that the file leaves out was assumed.
    - `format.qif.left_out`: Records that move no money of the account: lists, securities.
    - `format.bai2.bad_entry`: A transaction detail (16) whose type code or amount cannot be read.
    - `format.bai2.bad_balance`: A balance or a total of an account (03) that cannot be read.
    - `format.bai2.bad_date`: The as-of date of a group (02) is missing or cannot be read.
    - `format.bai2.bad_record`: A line that is of no record.
    - `format.bai2.control`: A trailer or a total that does not fit what was read, or is missing.
    - `format.bai2.assumed`: Something that the file leaves out or says oddly was assumed.
    - `format.bai2.left_out`: Records that move no money: notes, and those of deletions and tests.
    - `format.coda.bad_entry`: A movement (21) whose amount or transaction code cannot be read.
    - `format.coda.bad_balance`: An old (1) or a new (8) balance that cannot be read.
    - `format.coda.bad_date`: Nothing says the day of a movement.
    - `format.coda.bad_record`: A line that is of no statement.
    - `format.coda.control`: A trailer (9) that does not fit what was read, or a new balance or a
      trailer that is missing.
    - `format.coda.assumed`: Something that the statement leaves out or says oddly was assumed.
    - `format.coda.details`: The details of a movement do not add up to it or cannot be read: the
      movement's amount holds.
    - `format.coda.left_out`: Records that move no money: free messages of the bank.
    - `format.gocardless_pro.bad_object`: An object that lacks amount, currency or time, or has one that
      cannot be read.
    - `format.gocardless_pro.unsupported`: An object or event that moves no money of the balance.
    - `format.gocardless_pro.incomplete`: The rows are read, but days, payouts, items or further pages
      are not in the input.
    - `format.open_banking_uk.bad_row`: A record that lacks amount, direction, status or date, or has
      one that cannot be read.
    - `format.open_banking_uk.not_booked`: Transactions that were rejected or are yet to come: no row.
    - `format.open_banking_uk.assumed`: Something that the answer leaves open was assumed.
    - `format.open_banking_uk.incomplete`: The rows are read, but other lists or further pages are not.
    - `format.paypal.bad_row`: A record that lacks id, amount or date, or has one that cannot be read.
    - `format.paypal.not_booked`: Transactions that moved no money: no row.
    - `format.paypal.reversed`: Transactions that another transaction took back as a whole.
    - `format.paypal.incomplete`: The rows are read, but there are further pages.
    - `format.paypal_csv.bad_row`: A row without a currency, or of a status that is not known.
    - `format.paypal_csv.bad_amount`: A cell is not an amount, or gross and fee do not make the net
      amount.
    - `format.paypal_csv.bad_date`: A row without a date, or with one that cannot be read.
    - `format.paypal_csv.left_out`: Rows that moved nothing: memos, and what was denied or cancelled.
    - `format.paypal_csv.assumed`: Day and month cannot be told apart in any row.
    - `format.wise.bad_row`: A movement that lacks amount, direction or date, or has one that cannot be
      read.
    - `format.plaid.bad_row`: A record that lacks id, amount, currency or date, or has one that cannot
      be read.
    - `format.plaid.removed`: Transactions of earlier answers that are there no more.
    - `format.plaid.modified`: Transactions that replace those of earlier answers.
    - `format.plaid.superseded`: Pending transactions that are there as booked: no row.
    - `format.plaid.incomplete`: The rows are read, but there are further ones.
    - `format.einvoice.missing`: An invoice lacks its number, its amounts or its currency.
    - `format.einvoice.bad_amount`: An amount of an invoice cannot be read.
    - `format.einvoice.bad_date`: A date of an invoice cannot be read.
    - `format.einvoice.totals`: The totals of an invoice do not make its amount due: the amount due
      holds.
    - `format.einvoice.assumed`: Something that an invoice leaves out or says in an unusual way was
      assumed.
    - `format.einvoice.left_out`: Discounts of an invoice that the model does not hold.
    - `format.csv.items`: A list of invoices leaves out what is still open, or says a status that is not
      known.
    """


class MatchingError(PayymoError, area="matching"):
    """Codes of `matching`.

    - `matching.cancelled`: The progress callback stopped the call.
    - `matching.too_many`: More rows than 32-bit row numbers hold.
    - `matching.unknown_item`: No item has this id.
    - `matching.overspent`: More would be settled of an item than is open, or more taken back than it
      was.
    - `matching.bound_failed`: The audits show more wrong automatic matches than the options accept:
      nothing is automatic.
    - `matching.unknown`: No match or transaction of the call has this id.
    """


class StoredMemoryError(PayymoError, area="memory"):
    """Codes of `memory`.

    - `memory.version`: A memory that another version of the engine wrote.
    - `memory.syntax`: Bytes that are not a memory.
    """


class CryptoError(PayymoError, area="crypto"):
    """Codes of `crypto`.

    - `crypto.unsupported`: An algorithm that the library behind this build does not do.
    - `crypto.failed`: The library behind this build could not sign.
    """


class TokenKeyError(PayymoError, area="key"):
    """Codes of `key`.

    - `key.syntax`: Not a key of the form that it is said to be.
    - `key.kind`: A key of another kind than its algorithm takes.
    - `key.weak`: A key that is too short or too simple to be trusted.
    - `key.roca`: An RSA key of a generator whose keys can be factored.
    - `key.small_order`: An Ed25519 key under which anybody can sign.
    - `key.use`: A key that is there for something else.
    - `key.algorithm`: A key for another algorithm.
    - `key.private`: A private key where a public one is due.
    - `key.duplicate_id`: Two keys of one set have the same id.
    - `key.set_mixed`: Secrets and public keys in one set.
    - `key.none`: A set without a key that can be used.
    - `key.revoked`: A key that nothing counts under any more.
    - `key.status`: A key that is not in the state that a step of its life takes.
    """


class TokenError(PayymoError, area="token"):
    """Codes of `token`.

    - `token.too_large`: A token or its header beyond its bound.
    - `token.segments`: Not three segments with points between them.
    - `token.base64`: A segment that is not base64url without padding.
    - `token.json`: A header or a payload that is no JSON object of one meaning.
    - `token.header`: A member of the header is missing or of another type.
    - `token.header_key`: A token that brings its own key.
    - `token.critical`: The header asks for what is not understood here.
    - `token.algorithm`: An algorithm that is not allowed.
    - `token.unknown_key`: No key that the token may be signed under.
    - `token.signature`: The signature is not that of the token.
    - `token.type`: A token of another type.
    - `token.claim`: A claim of another type than its own.
    - `token.missing`: A claim that must be there is not.
    - `token.issuer`: A token of another issuer.
    - `token.audience`: A token that is meant for somebody else.
    - `token.subject`: A token of another subject.
    - `token.expired`: A token whose time is over.
    - `token.not_yet`: A token whose time has not come.
    - `token.too_old`: A token that was issued too long ago.
    - `token.binding`: A token that is bound to a key that was not shown.
    """


class RolePermissionError(PayymoError, area="permission"):
    """Codes of `permission`.

    - `permission.syntax`: Not a permission, or not a pattern of some.
    - `permission.role`: A role without a name, or one that is there already.
    """


class WebhookError(PayymoError, area="webhook"):
    """Codes of `webhook`.

    - `webhook.scheme`: A description of a scheme that proves nothing, or that can be read in two ways.
    - `webhook.secret`: A secret that is missing, too short, too long, there twice, or not of the
      scheme's form.
    - `webhook.missing`: A header that the scheme needs is not there.
    - `webhook.repeated`: What may stand once stands several times.
    - `webhook.too_large`: A header or a body beyond its bound.
    - `webhook.header`: A header that is not of the scheme's form.
    - `webhook.encoding`: A signature that is not spelled as the scheme spells it.
    - `webhook.candidates`: More signatures than are looked at.
    - `webhook.no_signature`: A header without a signature of the scheme.
    - `webhook.timestamp`: A timestamp that is no plain number of seconds.
    - `webhook.timestamp_unit`: A timestamp in milliseconds or finer, where seconds are due.
    - `webhook.id`: An id in a header that is not of its form.
    - `webhook.signature`: No signature is that of the body under a secret.
    - `webhook.body_changed`: The signature is that of another spelling of the body: it was not handed
      on as it came.
    - `webhook.too_old`: A message that was signed longer ago than is accepted.
    - `webhook.ahead`: A message that was signed further in the future than clocks may differ.
    - `webhook.event_json`: A body that is no JSON of one meaning.
    - `webhook.event_id`: An event's id is missing, there twice, or not of its form.
    """


class CertificateError(PayymoError, area="certificate"):
    """Codes of `certificate`.

    - `certificate.syntax`: Bytes that are not a certificate in DER, or no chain of them.
    - `certificate.too_large`: A certificate, a list, a chain or a bundle beyond its bound.
    - `certificate.version`: A certificate of another version than the third.
    - `certificate.serial`: A serial number that is not positive or too long.
    - `certificate.distinguished_name`: An issuer or an authority without a name.
    - `certificate.extension`: An extension that is there twice, malformed, or critical where it may not
      be.
    - `certificate.critical`: A critical extension that nothing here acts on.
    - `certificate.authority`: No authority in the place of one, or one in the place of a leaf.
    - `certificate.key_usage`: A key that may not be used for what it is used for, or for more than it
      may.
    - `certificate.extended_key_usage`: A certificate that is there for something else, or does not say
      for what.
    - `certificate.key_identifier`: A key identifier that is missing, malformed or critical.
    - `certificate.name_constraints`: Name constraints that no name can be held against, or in a leaf.
    - `certificate.constrained`: A name that the path does not permit.
    - `certificate.alternative_name`: Alternative names that are missing or none of their kind.
    - `certificate.key`: A key that is too weak or of a kind that is not taken.
    - `certificate.lifetime`: A public certificate that lasts longer than it may.
    - `certificate.expired`: A certificate whose time is over.
    - `certificate.not_yet`: A certificate whose time has not begun.
    - `certificate.name`: A certificate for other names.
    - `certificate.unknown_issuer`: No path leads to an anchor.
    - `certificate.signature`: A signature that is not that of the issuer.
    - `certificate.algorithm`: A certificate that is signed in a way that is not taken.
    - `certificate.path_length`: More authorities in the path than it may have.
    - `certificate.distrusted`: A key that nobody trusts any more.
    - `certificate.revoked`: A certificate that was revoked.
    - `certificate.revocation_unknown`: No revocation list answers for a certificate.
    - `certificate.skipped`: A chain that was not verified, since the mode is that of a sandbox.
    - `certificate.no_anchor`: A set without an anchor.
    - `certificate.client`: A client against anchors of the public web.
    - `certificate.list_syntax`: Bytes that are not a revocation list in DER.
    - `certificate.list_extension`: An extension of a revocation list that is missing, malformed or
      critical.
    - `certificate.list_unsupported`: A revocation list of a kind that is not taken.
    - `certificate.list_expired`: A revocation list whose time is over.
    - `certificate.list_not_yet`: A revocation list whose time has not begun.
    - `certificate.list_signature`: A revocation list whose signature is not that of the authority.
    - `certificate.list_issuer`: A revocation list of an authority whose key may not sign any.
    - `certificate.pem`: Text that is not a bundle in PEM.
    - `certificate.private_key`: A private key in a bundle of certificates.
    - `certificate.pin`: Text that is not a pin.
    - `certificate.pin_no_backup`: A set without a pin that could be switched to.
    - `certificate.pin_mismatch`: No key of a chain is pinned.
    - `certificate.pin_expired`: A set of pins whose time is over.
    """


class ContractError(PayymoError, area="contract"):
    """Codes of `contract`.

    - `contract.version`: A request of a version that this library does not speak.
    - `contract.operation`: No operation has this name.
    - `contract.syntax`: A request that is not a JSON object.
    - `contract.field`: A field of a request that is missing or not of its type.
    - `contract.handle`: A handle that is not open: it was closed, or never given.
    - `contract.internal`: A fault of the library itself, which was caught. Please report it.
    - `contract.argument`: An argument of a function that cannot be used, such as a null pointer.
    - `contract.encoding`: Text that is not UTF-8.
    - `contract.callback`: A function of the host that the library called has failed.
    - `contract.transport`: The library cannot be reached: not found, not allowed, or gone away.
    """


CODES: Final[Mapping[str, int]] = {
    "money.syntax": 1001,
    "money.overflow": 1002,
    "money.precision": 1003,
    "money.currency_unknown": 1004,
    "money.currency_mismatch": 1005,
    "input.float_money": 2001,
    "input.duplicate_id": 2002,
    "input.missing": 2003,
    "input.bad_field": 2004,
    "input.bad_date": 2005,
    "input.options": 2006,
    "format.unknown": 3001,
    "format.unsupported": 3002,
    "format.encoding": 3003,
    "format.truncated": 3004,
    "format.no_rows": 3005,
    "format.too_large": 3006,
    "format.balance": 3007,
    "format.statement_gap": 3008,
    "format.statement_overlap": 3009,
    "format.write": 3010,
    "format.left_out": 3011,
    "format.xml.syntax": 3101,
    "format.xml.doctype": 3102,
    "format.camt.bad_amount": 3110,
    "format.camt.bad_date": 3111,
    "format.camt.missing": 3112,
    "format.camt.details": 3114,
    "format.camt.assumed": 3115,
    "format.camt.not_booked": 3116,
    "format.csv.no_header": 3201,
    "format.csv.bad_amount": 3202,
    "format.csv.bad_date": 3203,
    "format.csv.columns": 3204,
    "format.csv.mapping": 3205,
    "format.csv.date_order": 3206,
    "format.csv.currency": 3207,
    "format.csv.sign": 3208,
    "format.csv.balance": 3209,
    "format.csv.decimal_mark": 3210,
    "format.csv.fee": 3211,
    "format.csv.left_out": 3212,
    "format.csv.status": 3213,
    "format.gocardless.bad_row": 3301,
    "format.gocardless.bad_date": 3302,
    "format.gocardless.swapped": 3303,
    "format.gocardless.incomplete": 3304,
    "format.stripe.bad_object": 3401,
    "format.stripe.unsupported": 3402,
    "format.stripe.incomplete": 3403,
    "format.stripe_report.bad_row": 3420,
    "format.stripe_report.bad_amount": 3421,
    "format.stripe_report.bad_date": 3422,
    "format.stripe_report.summary": 3423,
    "format.stripe_report.incomplete": 3424,
    "format.stripe_report.left_out": 3425,
    "format.whmcs.bad_row": 3501,
    "format.whmcs.failed": 3502,
    "format.whmcs.no_invoice": 3503,
    "format.whmcs.no_balance": 3504,
    "format.json.syntax": 3601,
    "format.json.bad_row": 3602,
    "format.mt940.bad_entry": 3701,
    "format.mt940.bad_amount": 3702,
    "format.mt940.bad_date": 3703,
    "format.mt940.currency": 3704,
    "format.mt940.bad_balance": 3705,
    "format.mt940.incomplete": 3706,
    "format.mt940.details": 3707,
    "format.mt940.sums": 3708,
    "format.mt940.assumed": 3709,
    "format.ofx.bad_amount": 3720,
    "format.ofx.bad_date": 3721,
    "format.ofx.currency": 3722,
    "format.ofx.failed": 3723,
    "format.ofx.assumed": 3724,
    "format.ofx.correction": 3725,
    "format.ofx.no_cash": 3726,
    "format.qif.bad_amount": 3740,
    "format.qif.bad_date": 3741,
    "format.qif.currency": 3742,
    "format.qif.date_order": 3743,
    "format.qif.decimal_mark": 3744,
    "format.qif.splits": 3745,
    "format.qif.action": 3746,
    "format.qif.assumed": 3747,
    "format.qif.left_out": 3748,
    "format.bai2.bad_entry": 3760,
    "format.bai2.bad_balance": 3761,
    "format.bai2.bad_date": 3762,
    "format.bai2.bad_record": 3763,
    "format.bai2.control": 3764,
    "format.bai2.assumed": 3765,
    "format.bai2.left_out": 3766,
    "format.coda.bad_entry": 3770,
    "format.coda.bad_balance": 3771,
    "format.coda.bad_date": 3772,
    "format.coda.bad_record": 3773,
    "format.coda.control": 3774,
    "format.coda.assumed": 3775,
    "format.coda.details": 3776,
    "format.coda.left_out": 3777,
    "format.gocardless_pro.bad_object": 3801,
    "format.gocardless_pro.unsupported": 3802,
    "format.gocardless_pro.incomplete": 3803,
    "format.open_banking_uk.bad_row": 3821,
    "format.open_banking_uk.not_booked": 3822,
    "format.open_banking_uk.assumed": 3823,
    "format.open_banking_uk.incomplete": 3824,
    "format.paypal.bad_row": 3841,
    "format.paypal.not_booked": 3842,
    "format.paypal.reversed": 3843,
    "format.paypal.incomplete": 3844,
    "format.paypal_csv.bad_row": 3850,
    "format.paypal_csv.bad_amount": 3851,
    "format.paypal_csv.bad_date": 3852,
    "format.paypal_csv.left_out": 3853,
    "format.paypal_csv.assumed": 3854,
    "format.wise.bad_row": 3861,
    "format.plaid.bad_row": 3881,
    "format.plaid.removed": 3882,
    "format.plaid.modified": 3883,
    "format.plaid.superseded": 3884,
    "format.plaid.incomplete": 3885,
    "format.einvoice.missing": 3900,
    "format.einvoice.bad_amount": 3901,
    "format.einvoice.bad_date": 3902,
    "format.einvoice.totals": 3903,
    "format.einvoice.assumed": 3904,
    "format.einvoice.left_out": 3905,
    "format.csv.items": 3920,
    "matching.cancelled": 5001,
    "matching.too_many": 5002,
    "matching.unknown_item": 5003,
    "matching.overspent": 5004,
    "matching.bound_failed": 5005,
    "matching.unknown": 5006,
    "memory.version": 5101,
    "memory.syntax": 5102,
    "crypto.unsupported": 6001,
    "crypto.failed": 6002,
    "key.syntax": 6011,
    "key.kind": 6012,
    "key.weak": 6013,
    "key.roca": 6014,
    "key.small_order": 6015,
    "key.use": 6016,
    "key.algorithm": 6017,
    "key.private": 6018,
    "key.duplicate_id": 6019,
    "key.set_mixed": 6020,
    "key.none": 6021,
    "key.revoked": 6022,
    "key.status": 6023,
    "token.too_large": 6101,
    "token.segments": 6102,
    "token.base64": 6103,
    "token.json": 6104,
    "token.header": 6105,
    "token.header_key": 6106,
    "token.critical": 6107,
    "token.algorithm": 6108,
    "token.unknown_key": 6109,
    "token.signature": 6110,
    "token.type": 6111,
    "token.claim": 6112,
    "token.missing": 6113,
    "token.issuer": 6114,
    "token.audience": 6115,
    "token.subject": 6116,
    "token.expired": 6117,
    "token.not_yet": 6118,
    "token.too_old": 6119,
    "token.binding": 6120,
    "permission.syntax": 6201,
    "permission.role": 6202,
    "webhook.scheme": 6301,
    "webhook.secret": 6302,
    "webhook.missing": 6303,
    "webhook.repeated": 6304,
    "webhook.too_large": 6305,
    "webhook.header": 6306,
    "webhook.encoding": 6307,
    "webhook.candidates": 6308,
    "webhook.no_signature": 6309,
    "webhook.timestamp": 6310,
    "webhook.timestamp_unit": 6311,
    "webhook.id": 6312,
    "webhook.signature": 6313,
    "webhook.body_changed": 6314,
    "webhook.too_old": 6315,
    "webhook.ahead": 6316,
    "webhook.event_json": 6317,
    "webhook.event_id": 6318,
    "certificate.syntax": 6401,
    "certificate.too_large": 6402,
    "certificate.version": 6403,
    "certificate.serial": 6404,
    "certificate.distinguished_name": 6405,
    "certificate.extension": 6406,
    "certificate.critical": 6407,
    "certificate.authority": 6408,
    "certificate.key_usage": 6409,
    "certificate.extended_key_usage": 6410,
    "certificate.key_identifier": 6411,
    "certificate.name_constraints": 6412,
    "certificate.constrained": 6413,
    "certificate.alternative_name": 6414,
    "certificate.key": 6416,
    "certificate.lifetime": 6417,
    "certificate.expired": 6418,
    "certificate.not_yet": 6419,
    "certificate.name": 6420,
    "certificate.unknown_issuer": 6421,
    "certificate.signature": 6422,
    "certificate.algorithm": 6423,
    "certificate.path_length": 6424,
    "certificate.distrusted": 6425,
    "certificate.revoked": 6426,
    "certificate.revocation_unknown": 6427,
    "certificate.skipped": 6428,
    "certificate.no_anchor": 6429,
    "certificate.client": 6430,
    "certificate.list_syntax": 6440,
    "certificate.list_extension": 6441,
    "certificate.list_unsupported": 6442,
    "certificate.list_expired": 6443,
    "certificate.list_not_yet": 6444,
    "certificate.list_signature": 6445,
    "certificate.list_issuer": 6446,
    "certificate.pem": 6460,
    "certificate.private_key": 6461,
    "certificate.pin": 6470,
    "certificate.pin_no_backup": 6471,
    "certificate.pin_mismatch": 6472,
    "certificate.pin_expired": 6473,
    "contract.version": 9001,
    "contract.operation": 9002,
    "contract.syntax": 9003,
    "contract.field": 9004,
    "contract.handle": 9005,
    "contract.internal": 9006,
    "contract.argument": 9007,
    "contract.encoding": 9008,
    "contract.callback": 9009,
    "contract.transport": 9010,
}
"""Number of each code."""

MEANINGS: Final[Mapping[str, str]] = {
    "money.syntax": "Text that is not an amount.",
    "money.overflow": "An amount beyond what 64 bits of minor units hold.",
    "money.precision": "Digits beyond the currency's ISO 4217 decimals.",
    "money.currency_unknown": "A currency that is not in ISO 4217, now or in the past.",
    "money.currency_mismatch": "Two amounts of different currencies in one sum.",
    "input.float_money": "Money given as a binary float: give a decimal string.",
    "input.duplicate_id": "The same id with different content.",
    "input.missing": "A required field is missing.",
    "input.bad_field": "A field whose value is not of its form.",
    "input.bad_date": "A date that does not exist or lies outside the years 1900 to 2199.",
    "input.options": "An option outside its range.",
    "format.unknown": "Content of no known format.",
    "format.unsupported": "A known format that has no reader yet.",
    "format.encoding": "Bytes that are not text in the declared or detected encoding.",
    "format.truncated": "The input ends in the middle of a record.",
    "format.no_rows": "The input holds no row.",
    "format.too_large": "A field, line or nesting beyond the reader's bounds.",
    "format.balance": "Opening balance and entries do not add up to the closing balance.",
    "format.statement_gap": "A statement begins with another balance than the one before it ends with.",
    "format.statement_overlap": "Statements whose periods run into each other.",
    "format.write": "Rows that do not make one file of the format.",
    "format.left_out": "Fields of a row that the format does not hold.",
    "format.xml.syntax": "Text that is not well-formed XML.",
    "format.xml.doctype": "A document type declaration, which no bank sends: refused.",
    "format.camt.bad_amount": "An entry's amount cannot be read.",
    "format.camt.bad_date": "An entry's date cannot be read.",
    "format.camt.missing": "An entry lacks a required element.",
    "format.camt.details": "The details of an entry do not add up to its amount: the entry's holds.",
    "format.camt.assumed": "Something that the statement leaves out was assumed.",
    "format.camt.not_booked": "An entry that is for information only: no row.",
    "format.csv.no_header": "No row names a date and an amount column.",
    "format.csv.bad_amount": "A cell is not an amount.",
    "format.csv.bad_date": "A cell is not a date.",
    "format.csv.columns": "A row with too few or too many cells.",
    "format.csv.mapping": "The column map names a column that is not there.",
    "format.csv.date_order": "Day and month cannot be told apart in any row.",
    "format.csv.currency": "No column and no option says the currency, or an amount names another one.",
    "format.csv.sign": "Nothing tells money in from money out, or a row goes neither way.",
    "format.csv.balance": "The running balance does not follow from the amounts.",
    "format.csv.decimal_mark": "Decimals and thousands cannot be told apart in any cell.",
    "format.csv.fee": "A fee of which nothing tells whether the amount holds it.",
    "format.csv.left_out": "Rows that are no booked transaction: declined ones, headings, totals.",
    "format.csv.status": "A status that is not known: its rows are taken as booked.",
    "format.gocardless.bad_row": "A transaction that lacks an amount or has one that cannot be read.",
    "format.gocardless.bad_date": "A booked transaction without a date that can be read.",
    "format.gocardless.swapped": "The other side is named in the fields of the host's own side.",
    "format.gocardless.incomplete": "The rows are read, but planned payments or further pages are not among them.",
    "format.stripe.bad_object": "An object that lacks amount, currency or time.",
    "format.stripe.unsupported": "A Stripe object that moves no money here.",
    "format.stripe.incomplete": "The rows are read, but fees, refunds or further pages are not in the input.",
    "format.stripe_report.bad_row": "A row without id or currency, or of a status that is not known.",
    "format.stripe_report.bad_amount": "A cell is not an amount, or gross, fee and net do not add up.",
    "format.stripe_report.bad_date": "A row without a time, or with one that cannot be read.",
    "format.stripe_report.summary": "A report of totals, which holds no row.",
    "format.stripe_report.incomplete": "The rows are read, but refunds, days or ids are not in the report.",
    "format.stripe_report.left_out": "Rows that moved no money.",
    "format.whmcs.bad_row": "An invoice or transaction row that cannot be read.",
    "format.whmcs.failed": "The answer of an API call that failed.",
    "format.whmcs.no_invoice": "A transaction that belongs to no invoice: it settles nothing.",
    "format.whmcs.no_balance": "Unpaid invoices of a list that states no balances: taken as open with their total.",
    "format.json.syntax": "Text that is not JSON.",
    "format.json.bad_row": "A row that is not of the contract's shape.",
    "format.mt940.bad_entry": "A statement line (:61:) that does not say whether money came in or went out.",
    "format.mt940.bad_amount": "An entry's amount cannot be read.",
    "format.mt940.bad_date": "An entry's date cannot be read, or does not exist and was taken as the last of its month.",
    "format.mt940.currency": "No balance, floor limit, account or option says the currency.",
    "format.mt940.bad_balance": "A balance that cannot be read.",
    "format.mt940.incomplete": "A statement without its opening or its closing balance: it may be cut.",
    "format.mt940.details": "Details (:86:) that are of no entry.",
    "format.mt940.sums": "The entries of an interim report are not those that it counts and adds up.",
    "format.mt940.assumed": "Something that the statement leaves out was assumed.",
    "format.ofx.bad_amount": "An amount is missing or cannot be read.",
    "format.ofx.bad_date": "A movement's date is missing or cannot be read.",
    "format.ofx.currency": "Neither the statement nor an option says the currency.",
    "format.ofx.failed": "The bank answers with an error or a warning of its own.",
    "format.ofx.assumed": "Something that the file leaves out or says in two ways was assumed.",
    "format.ofx.correction": "A record that replaces or deletes an earlier one.",
    "format.ofx.no_cash": "Movements of securities that move no cash: no rows.",
    "format.qif.bad_amount": "An amount is missing or cannot be read.",
    "format.qif.bad_date": "A record's date is missing or cannot be read.",
    "format.qif.currency": "No option says the currency, which the format leaves out.",
    "format.qif.date_order": "Day and month cannot be told apart in any record.",
    "format.qif.decimal_mark": "Decimals and thousands cannot be told apart in any amount.",
    "format.qif.splits": "The splits of a record do not make its amount: the amount holds.",
    "format.qif.action": "A trade of which nothing tells whether money comes in or goes out.",
    "format.qif.assumed": "Something that the file leaves out was assumed.",
    "format.qif.left_out": "Records that move no money of the account: lists, securities.",
    "format.bai2.bad_entry": "A transaction detail (16) whose type code or amount cannot be read.",
    "format.bai2.bad_balance": "A balance or a total of an account (03) that cannot be read.",
    "format.bai2.bad_date": "The as-of date of a group (02) is missing or cannot be read.",
    "format.bai2.bad_record": "A line that is of no record.",
    "format.bai2.control": "A trailer or a total that does not fit what was read, or is missing.",
    "format.bai2.assumed": "Something that the file leaves out or says oddly was assumed.",
    "format.bai2.left_out": "Records that move no money: notes, and those of deletions and tests.",
    "format.coda.bad_entry": "A movement (21) whose amount or transaction code cannot be read.",
    "format.coda.bad_balance": "An old (1) or a new (8) balance that cannot be read.",
    "format.coda.bad_date": "Nothing says the day of a movement.",
    "format.coda.bad_record": "A line that is of no statement.",
    "format.coda.control": "A trailer (9) that does not fit what was read, or a new balance or a trailer that is missing.",
    "format.coda.assumed": "Something that the statement leaves out or says oddly was assumed.",
    "format.coda.details": "The details of a movement do not add up to it or cannot be read: the movement's amount holds.",
    "format.coda.left_out": "Records that move no money: free messages of the bank.",
    "format.gocardless_pro.bad_object": "An object that lacks amount, currency or time, or has one that cannot be read.",
    "format.gocardless_pro.unsupported": "An object or event that moves no money of the balance.",
    "format.gocardless_pro.incomplete": "The rows are read, but days, payouts, items or further pages are not in the input.",
    "format.open_banking_uk.bad_row": "A record that lacks amount, direction, status or date, or has one that cannot be read.",
    "format.open_banking_uk.not_booked": "Transactions that were rejected or are yet to come: no row.",
    "format.open_banking_uk.assumed": "Something that the answer leaves open was assumed.",
    "format.open_banking_uk.incomplete": "The rows are read, but other lists or further pages are not.",
    "format.paypal.bad_row": "A record that lacks id, amount or date, or has one that cannot be read.",
    "format.paypal.not_booked": "Transactions that moved no money: no row.",
    "format.paypal.reversed": "Transactions that another transaction took back as a whole.",
    "format.paypal.incomplete": "The rows are read, but there are further pages.",
    "format.paypal_csv.bad_row": "A row without a currency, or of a status that is not known.",
    "format.paypal_csv.bad_amount": "A cell is not an amount, or gross and fee do not make the net amount.",
    "format.paypal_csv.bad_date": "A row without a date, or with one that cannot be read.",
    "format.paypal_csv.left_out": "Rows that moved nothing: memos, and what was denied or cancelled.",
    "format.paypal_csv.assumed": "Day and month cannot be told apart in any row.",
    "format.wise.bad_row": "A movement that lacks amount, direction or date, or has one that cannot be read.",
    "format.plaid.bad_row": "A record that lacks id, amount, currency or date, or has one that cannot be read.",
    "format.plaid.removed": "Transactions of earlier answers that are there no more.",
    "format.plaid.modified": "Transactions that replace those of earlier answers.",
    "format.plaid.superseded": "Pending transactions that are there as booked: no row.",
    "format.plaid.incomplete": "The rows are read, but there are further ones.",
    "format.einvoice.missing": "An invoice lacks its number, its amounts or its currency.",
    "format.einvoice.bad_amount": "An amount of an invoice cannot be read.",
    "format.einvoice.bad_date": "A date of an invoice cannot be read.",
    "format.einvoice.totals": "The totals of an invoice do not make its amount due: the amount due holds.",
    "format.einvoice.assumed": "Something that an invoice leaves out or says in an unusual way was assumed.",
    "format.einvoice.left_out": "Discounts of an invoice that the model does not hold.",
    "format.csv.items": "A list of invoices leaves out what is still open, or says a status that is not known.",
    "matching.cancelled": "The progress callback stopped the call.",
    "matching.too_many": "More rows than 32-bit row numbers hold.",
    "matching.unknown_item": "No item has this id.",
    "matching.overspent": "More would be settled of an item than is open, or more taken back than it was.",
    "matching.bound_failed": "The audits show more wrong automatic matches than the options accept: nothing is automatic.",
    "matching.unknown": "No match or transaction of the call has this id.",
    "memory.version": "A memory that another version of the engine wrote.",
    "memory.syntax": "Bytes that are not a memory.",
    "crypto.unsupported": "An algorithm that the library behind this build does not do.",
    "crypto.failed": "The library behind this build could not sign.",
    "key.syntax": "Not a key of the form that it is said to be.",
    "key.kind": "A key of another kind than its algorithm takes.",
    "key.weak": "A key that is too short or too simple to be trusted.",
    "key.roca": "An RSA key of a generator whose keys can be factored.",
    "key.small_order": "An Ed25519 key under which anybody can sign.",
    "key.use": "A key that is there for something else.",
    "key.algorithm": "A key for another algorithm.",
    "key.private": "A private key where a public one is due.",
    "key.duplicate_id": "Two keys of one set have the same id.",
    "key.set_mixed": "Secrets and public keys in one set.",
    "key.none": "A set without a key that can be used.",
    "key.revoked": "A key that nothing counts under any more.",
    "key.status": "A key that is not in the state that a step of its life takes.",
    "token.too_large": "A token or its header beyond its bound.",
    "token.segments": "Not three segments with points between them.",
    "token.base64": "A segment that is not base64url without padding.",
    "token.json": "A header or a payload that is no JSON object of one meaning.",
    "token.header": "A member of the header is missing or of another type.",
    "token.header_key": "A token that brings its own key.",
    "token.critical": "The header asks for what is not understood here.",
    "token.algorithm": "An algorithm that is not allowed.",
    "token.unknown_key": "No key that the token may be signed under.",
    "token.signature": "The signature is not that of the token.",
    "token.type": "A token of another type.",
    "token.claim": "A claim of another type than its own.",
    "token.missing": "A claim that must be there is not.",
    "token.issuer": "A token of another issuer.",
    "token.audience": "A token that is meant for somebody else.",
    "token.subject": "A token of another subject.",
    "token.expired": "A token whose time is over.",
    "token.not_yet": "A token whose time has not come.",
    "token.too_old": "A token that was issued too long ago.",
    "token.binding": "A token that is bound to a key that was not shown.",
    "permission.syntax": "Not a permission, or not a pattern of some.",
    "permission.role": "A role without a name, or one that is there already.",
    "webhook.scheme": "A description of a scheme that proves nothing, or that can be read in two ways.",
    "webhook.secret": "A secret that is missing, too short, too long, there twice, or not of the scheme's form.",
    "webhook.missing": "A header that the scheme needs is not there.",
    "webhook.repeated": "What may stand once stands several times.",
    "webhook.too_large": "A header or a body beyond its bound.",
    "webhook.header": "A header that is not of the scheme's form.",
    "webhook.encoding": "A signature that is not spelled as the scheme spells it.",
    "webhook.candidates": "More signatures than are looked at.",
    "webhook.no_signature": "A header without a signature of the scheme.",
    "webhook.timestamp": "A timestamp that is no plain number of seconds.",
    "webhook.timestamp_unit": "A timestamp in milliseconds or finer, where seconds are due.",
    "webhook.id": "An id in a header that is not of its form.",
    "webhook.signature": "No signature is that of the body under a secret.",
    "webhook.body_changed": "The signature is that of another spelling of the body: it was not handed on as it came.",
    "webhook.too_old": "A message that was signed longer ago than is accepted.",
    "webhook.ahead": "A message that was signed further in the future than clocks may differ.",
    "webhook.event_json": "A body that is no JSON of one meaning.",
    "webhook.event_id": "An event's id is missing, there twice, or not of its form.",
    "certificate.syntax": "Bytes that are not a certificate in DER, or no chain of them.",
    "certificate.too_large": "A certificate, a list, a chain or a bundle beyond its bound.",
    "certificate.version": "A certificate of another version than the third.",
    "certificate.serial": "A serial number that is not positive or too long.",
    "certificate.distinguished_name": "An issuer or an authority without a name.",
    "certificate.extension": "An extension that is there twice, malformed, or critical where it may not be.",
    "certificate.critical": "A critical extension that nothing here acts on.",
    "certificate.authority": "No authority in the place of one, or one in the place of a leaf.",
    "certificate.key_usage": "A key that may not be used for what it is used for, or for more than it may.",
    "certificate.extended_key_usage": "A certificate that is there for something else, or does not say for what.",
    "certificate.key_identifier": "A key identifier that is missing, malformed or critical.",
    "certificate.name_constraints": "Name constraints that no name can be held against, or in a leaf.",
    "certificate.constrained": "A name that the path does not permit.",
    "certificate.alternative_name": "Alternative names that are missing or none of their kind.",
    "certificate.key": "A key that is too weak or of a kind that is not taken.",
    "certificate.lifetime": "A public certificate that lasts longer than it may.",
    "certificate.expired": "A certificate whose time is over.",
    "certificate.not_yet": "A certificate whose time has not begun.",
    "certificate.name": "A certificate for other names.",
    "certificate.unknown_issuer": "No path leads to an anchor.",
    "certificate.signature": "A signature that is not that of the issuer.",
    "certificate.algorithm": "A certificate that is signed in a way that is not taken.",
    "certificate.path_length": "More authorities in the path than it may have.",
    "certificate.distrusted": "A key that nobody trusts any more.",
    "certificate.revoked": "A certificate that was revoked.",
    "certificate.revocation_unknown": "No revocation list answers for a certificate.",
    "certificate.skipped": "A chain that was not verified, since the mode is that of a sandbox.",
    "certificate.no_anchor": "A set without an anchor.",
    "certificate.client": "A client against anchors of the public web.",
    "certificate.list_syntax": "Bytes that are not a revocation list in DER.",
    "certificate.list_extension": "An extension of a revocation list that is missing, malformed or critical.",
    "certificate.list_unsupported": "A revocation list of a kind that is not taken.",
    "certificate.list_expired": "A revocation list whose time is over.",
    "certificate.list_not_yet": "A revocation list whose time has not begun.",
    "certificate.list_signature": "A revocation list whose signature is not that of the authority.",
    "certificate.list_issuer": "A revocation list of an authority whose key may not sign any.",
    "certificate.pem": "Text that is not a bundle in PEM.",
    "certificate.private_key": "A private key in a bundle of certificates.",
    "certificate.pin": "Text that is not a pin.",
    "certificate.pin_no_backup": "A set without a pin that could be switched to.",
    "certificate.pin_mismatch": "No key of a chain is pinned.",
    "certificate.pin_expired": "A set of pins whose time is over.",
    "contract.version": "A request of a version that this library does not speak.",
    "contract.operation": "No operation has this name.",
    "contract.syntax": "A request that is not a JSON object.",
    "contract.field": "A field of a request that is missing or not of its type.",
    "contract.handle": "A handle that is not open: it was closed, or never given.",
    "contract.internal": "A fault of the library itself, which was caught. Please report it.",
    "contract.argument": "An argument of a function that cannot be used, such as a null pointer.",
    "contract.encoding": "Text that is not UTF-8.",
    "contract.callback": "A function of the host that the library called has failed.",
    "contract.transport": "The library cannot be reached: not found, not allowed, or gone away.",
}
"""What each code means, in one sentence."""
