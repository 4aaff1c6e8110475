# Generated from the table of operations: cargo run -p payymo-contract --bin generate-bindings
"""Words that fields hold. Words are added in later versions of the library, never renamed: a value that is
none of these comes from a newer one.
"""

from __future__ import annotations

from typing import Final, Literal, Mapping

__all__ = [
    "Format",
    "FORMAT",
    "DecimalMark",
    "DECIMAL_MARK",
    "DateOrder",
    "DATE_ORDER",
    "Sign",
    "SIGN",
    "Status",
    "STATUS",
    "TransactionKind",
    "TRANSACTION_KIND",
    "ReferenceKind",
    "REFERENCE_KIND",
    "ReturnStage",
    "RETURN_STAGE",
    "InvoiceKind",
    "INVOICE_KIND",
    "InvoiceState",
    "INVOICE_STATE",
    "BalanceKind",
    "BALANCE_KIND",
    "Proof",
    "PROOF",
    "Chain",
    "CHAIN",
    "CopyReason",
    "COPY_REASON",
    "PayoutRest",
    "PAYOUT_REST",
    "MatchKind",
    "MATCH_KIND",
    "TwinPolicy",
    "TWIN_POLICY",
    "Decision",
    "DECISION",
    "DifferenceKind",
    "DIFFERENCE_KIND",
    "EvidenceCode",
    "EVIDENCE_CODE",
    "ReviewReason",
    "REVIEW_REASON",
    "Component",
    "COMPONENT",
    "CalibrationKind",
    "CALIBRATION_KIND",
    "UnmatchedReason",
    "UNMATCHED_REASON",
    "LimitKind",
    "LIMIT_KIND",
    "Verdict",
    "VERDICT",
    "Scheme",
    "SCHEME",
    "Strictness",
    "STRICTNESS",
    "ReferenceMark",
    "REFERENCE_MARK",
    "IbanVerdict",
    "IBAN_VERDICT",
    "BicVerdict",
    "BIC_VERDICT",
    "NameKind",
    "NAME_KIND",
    "NameMatch",
    "NAME_MATCH",
    "SignatureAlgorithm",
    "SIGNATURE_ALGORITHM",
    "RevocationScope",
    "REVOCATION_SCOPE",
    "Standing",
    "STANDING",
    "RefreshOutcome",
    "REFRESH_OUTCOME",
    "FamilyEnd",
    "FAMILY_END",
    "WriteResult",
    "WRITE_RESULT",
    "PermissionOutcome",
    "PERMISSION_OUTCOME",
    "RouteGapKind",
    "ROUTE_GAP_KIND",
    "KeyRingDue",
    "KEY_RING_DUE",
    "FetchAction",
    "FETCH_ACTION",
    "WebhookProvider",
    "WEBHOOK_PROVIDER",
    "Freshness",
    "FRESHNESS",
    "ClaimStep",
    "CLAIM_STEP",
    "ClaimOutcome",
    "CLAIM_OUTCOME",
    "AnchorProfile",
    "ANCHOR_PROFILE",
    "ChainPurpose",
    "CHAIN_PURPOSE",
    "RevocationCheck",
    "REVOCATION_CHECK",
    "WhenPinsExpire",
    "WHEN_PINS_EXPIRE",
    "ChainOutcome",
    "CHAIN_OUTCOME",
    "ChainWarning",
    "CHAIN_WARNING",
    "BundleOrder",
    "BUNDLE_ORDER",
    "HeldStage",
    "HELD_STAGE",
    "RotationAction",
    "ROTATION_ACTION",
    "RotationState",
    "ROTATION_STATE",
]


Format = Literal[
    "camt052",
    "camt053",
    "camt054",
    "mt940",
    "mt942",
    "bai2",
    "coda",
    "ubl",
    "cii",
    "gocardless",
    "gocardless_pro",
    "open_banking_uk",
    "paypal",
    "wise",
    "plaid",
    "whmcs",
    "stripe",
    "stripe_report",
    "paypal_csv",
    "canonical",
    "ofx",
    "qif",
    "csv",
]
"""Formats of statements and lists."""

FORMAT: Final[Mapping[str, str]] = {
    "camt052": "ISO 20022 camt.052, the report of an account within the day.",
    "camt053": "ISO 20022 camt.053, the statement.",
    "camt054": "ISO 20022 camt.054, the notification of single bookings.",
    "mt940": "SWIFT MT940, the customer statement.",
    "mt942": "SWIFT MT942, the interim transaction report.",
    "bai2": "BAI2, the balance and transaction report of North American banks.",
    "coda": "CODA, the coded statement of account of Belgian banks.",
    "ubl": "UBL 2.1 `Invoice` and `CreditNote`, plain or of EN 16931.",
    "cii": "UN/CEFACT Cross Industry Invoice: Factur-X, ZUGFeRD, XRechnung.",
    "gocardless": "GoCardless Bank Account Data.",
    "gocardless_pro": "GoCardless Pro, the API that collects direct debits.",
    "open_banking_uk": "The account information API of the UK's banks.",
    "paypal": "PayPal's transaction search and balances.",
    "wise": "Balance statements of Wise.",
    "plaid": "Plaid's transactions.",
    "whmcs": "WHMCS API answers.",
    "stripe": "Stripe objects.",
    "stripe_report": "Stripe's report CSVs.",
    "paypal_csv": "PayPal's activity download.",
    "canonical": "The contract's own JSON.",
    "ofx": "Open Financial Exchange, SGML or XML.",
    "qif": "Quicken Interchange Format.",
    "csv": "A bank's CSV export.",
}
"""What each word of `Format` means."""

DecimalMark = Literal[
    ".",
    ",",
]
"""What parts units from cents."""

DECIMAL_MARK: Final[Mapping[str, str]] = {
    ".": "`1,234.56`",
    ",": "`1.234,56`",
}
"""What each word of `DecimalMark` means."""

DateOrder = Literal[
    "day_month_year",
    "month_day_year",
    "year_month_day",
]
"""The order of day, month and year."""

DATE_ORDER: Final[Mapping[str, str]] = {
    "day_month_year": "31.03.2026",
    "month_day_year": "03/31/2026",
    "year_month_day": "2026-03-31",
}
"""What each word of `DateOrder` means."""

Sign = Literal[
    "in_positive",
    "out_positive",
]
"""What a positive amount means."""

SIGN: Final[Mapping[str, str]] = {
    "in_positive": "Money in is positive, as on a bank account.",
    "out_positive": "Money out is positive, as charges are on a card statement.",
}
"""What each word of `Sign` means."""

Status = Literal[
    "booked",
    "pending",
]
"""Whether the bank has booked a transaction."""

STATUS: Final[Mapping[str, str]] = {
    "booked": "Booked: final.",
    "pending": "Announced: may change or vanish.",
}
"""What each word of `Status` means."""

TransactionKind = Literal[
    "transfer",
    "direct_debit",
    "card",
    "cheque",
    "payout",
    "refund",
    "return",
    "dispute",
    "fee",
    "interest",
    "internal",
    "other",
]
"""What a transaction is."""

TRANSACTION_KIND: Final[Mapping[str, str]] = {
    "transfer": "Credit transfer.",
    "direct_debit": "Direct debit.",
    "card": "Card payment.",
    "cheque": "Cheque.",
    "payout": "Payout of a gateway.",
    "refund": "Refund to a payer.",
    "return": "Returned payment.",
    "dispute": "Chargeback or dispute.",
    "fee": "Charges of the bank or the gateway.",
    "interest": "Interest.",
    "internal": "Between the host's own accounts.",
    "other": "Anything else, or not known.",
}
"""What each word of `TransactionKind` means."""

ReferenceKind = Literal[
    "end_to_end",
    "creditor",
    "mandate",
    "invoice",
    "payment",
    "payout",
    "cheque",
    "bank",
]
"""What a reference refers to."""

REFERENCE_KIND: Final[Mapping[str, str]] = {
    "end_to_end": "End-to-end id of the payer.",
    "creditor": "Creditor reference (ISO 11649 RF, OGM, QRR, KID, OCR …).",
    "mandate": "Mandate of a direct debit.",
    "invoice": "Invoice number in structured advice.",
    "payment": "The gateway's payment id.",
    "payout": "The gateway's payout id.",
    "cheque": "Cheque number.",
    "bank": "The bank's own reference.",
}
"""What each word of `ReferenceKind` means."""

ReturnStage = Literal[
    "reject",
    "return",
    "refund",
    "chargeback",
    "indemnity",
    "won",
]
"""At which stage a payment came back."""

RETURN_STAGE: Final[Mapping[str, str]] = {
    "reject": "Before settlement.",
    "return": "After settlement, by the bank.",
    "refund": "By the payee, or on the payer's demand.",
    "chargeback": "By the card scheme.",
    "indemnity": "Under the scheme's indemnity.",
    "won": "A dispute won: the money is back.",
}
"""What each word of `ReturnStage` means."""

InvoiceKind = Literal[
    "invoice",
    "credit_note",
    "bill",
    "entry",
]
"""What an open item is."""

INVOICE_KIND: Final[Mapping[str, str]] = {
    "invoice": "Owed to the host, settled by money in.",
    "credit_note": "A source of money, or refunded by money out.",
    "bill": "Owed by the host, settled by money out.",
    "entry": "A row of a ledger or processor: signed, settled by a transaction of the same sign.",
}
"""What each word of `InvoiceKind` means."""

InvoiceState = Literal[
    "open",
    "closed",
    "draft",
    "void",
    "in_collection",
    "on_hold",
]
"""State of an open item; only `open` is ever automatic."""

INVOICE_STATE: Final[Mapping[str, str]] = {
    "open": "Open.",
    "closed": "Settled: explains payments and is never paid again.",
    "draft": "Not issued yet; explains payments as a closed one does.",
    "void": "Void or cancelled; explains payments as a closed one does.",
    "in_collection": "A debit is under way.",
    "on_hold": "Dispute or insolvency.",
}
"""What each word of `InvoiceState` means."""

BalanceKind = Literal[
    "opening",
    "closing",
    "other",
]
"""What a balance is."""

BALANCE_KIND: Final[Mapping[str, str]] = {
    "opening": "Booked, before the statement's entries.",
    "closing": "Booked, after the statement's entries.",
    "other": "Available, interim or forward: not part of the balance proof.",
}
"""What each word of `BalanceKind` means."""

Proof = Literal[
    "holds",
    "broken",
    "no_balances",
    "incomplete",
]
"""Whether the balances of a statement prove its entries."""

PROOF: Final[Mapping[str, str]] = {
    "holds": "Opening balance and entries make the closing balance.",
    "broken": "They do not: a warning says by how much.",
    "no_balances": "The statement does not state both balances in one currency.",
    "incomplete": "An entry or a balance could not be read, or the input ends within the statement.",
}
"""What each word of `Proof` means."""

Chain = Literal[
    "first",
    "joined",
    "gap",
    "overlap",
    "repeated",
]
"""How a statement follows the one before it of the same account and currency in the same input."""

CHAIN: Final[Mapping[str, str]] = {
    "first": "No statement of the account came before, or a balance is missing.",
    "joined": "One begins with the balance with which the other ends.",
    "gap": "The balances differ and the periods do not meet: a statement is missing.",
    "overlap": "The balances differ and the periods run into each other.",
    "repeated": "The same statement again.",
}
"""What each word of `Chain` means."""

CopyReason = Literal[
    "repeated",
    "one_payment",
    "one_event",
    "parts",
    "booked",
    "booked_by_reference",
    "booked_by_text",
]
"""Why a row is a copy of another."""

COPY_REASON: Final[Mapping[str, str]] = {
    "repeated": "The same id, and it says the same.",
    "one_payment": "Another export of a gateway tells of the same payment, and knows another part of it.",
    "one_event": "Another source of the account tells of the same entry.",
    "parts": "The sum of a batch, and another source tells its payments one by one.",
    "booked": "A pending row, and the booked row has its id.",
    "booked_by_reference": "A pending row, and the booked row has its reference, account and amount.",
    "booked_by_text": "A pending row, and the booked row has its other side, text, account and amount.",
}
"""What each word of `CopyReason` means."""

PayoutRest = Literal[
    "returned",
    "unexplained",
]
"""What lies between a payout and the sum of its members."""

PAYOUT_REST: Final[Mapping[str, str]] = {
    "returned": "Exactly what the gateway had back when the payout failed.",
    "unexplained": "Nothing in the rows says what.",
}
"""What each word of `PayoutRest` means."""

MatchKind = Literal[
    "single",
    "grouped",
    "instalment",
    "on_account",
    "apply_credit",
    "reversal",
    "payout",
]
"""Shapes of a match."""

MATCH_KIND: Final[Mapping[str, str]] = {
    "single": "One payment, one item; part payments too.",
    "grouped": "One payment, several items.",
    "instalment": "Several payments, one item.",
    "on_account": "The payer is certain, the item is not.",
    "apply_credit": "A credit note applied.",
    "reversal": "Takes an earlier settlement back, or gives it again.",
    "payout": "A gateway's deposit and its parts.",
}
"""What each word of `MatchKind` means."""

TwinPolicy = Literal[
    "oldest_first",
    "review",
]
"""What happens to twins: items of one customer and one amount that nothing tells apart."""

TWIN_POLICY: Final[Mapping[str, str]] = {
    "oldest_first": "They count as one explanation and go oldest first.",
    "review": "A person chooses.",
}
"""What each word of `TwinPolicy` means."""

Decision = Literal[
    "auto",
    "review",
]
"""Whether a match may be booked without a person."""

DECISION: Final[Mapping[str, str]] = {
    "auto": "As good as certain: book it.",
    "review": "For a person.",
}
"""What each word of `Decision` means."""

DifferenceKind = Literal[
    "overpayment",
    "fx",
    "chargeback_fee",
    "bank_fee",
    "discount",
    "rounding",
    "deduction",
    "withholding_tax",
    "vat",
    "late_fee",
    "keying_error",
    "underpayment",
]
"""What money that settles nothing is, or why a part of an item did not come."""

DIFFERENCE_KIND: Final[Mapping[str, str]] = {
    "overpayment": "More came than was owed.",
    "fx": "Exchange.",
    "chargeback_fee": "A card scheme's charge for a chargeback.",
    "bank_fee": "Banks on the way took it.",
    "discount": "Early-payment discount by the terms.",
    "rounding": "Rounded by the payer.",
    "deduction": "Deducted by the payer, for a reason that is not known.",
    "withholding_tax": "Tax withheld at source.",
    "vat": "The tax was left out.",
    "late_fee": "A late fee was not paid.",
    "keying_error": "Digits changed over or left out.",
    "underpayment": "Too little, for no reason that is known.",
}
"""What each word of `DifferenceKind` means."""

EvidenceCode = Literal[
    "reference.creditor",
    "reference.exact",
    "reference.digits",
    "reference.serial",
    "reference.bare",
    "reference.fuzzy",
    "reference.range",
    "reference.other_number",
    "reference.id",
    "reference.previous",
    "reference.none",
    "reference.elsewhere",
    "reference.named_too",
    "reference.own_other",
    "reference.credit_note",
    "reference.loose",
    "reference.unlisted",
    "text.refund",
    "text.advance",
    "amount.equal",
    "amount.sum",
    "amount.discount",
    "amount.discount_late",
    "amount.less_credit",
    "amount.previous_total",
    "amount.withheld",
    "amount.deducted",
    "amount.completes",
    "amount.fraction",
    "amount.part",
    "amount.bank_fee",
    "amount.rounding",
    "amount.double",
    "amount.over",
    "amount.keying_error",
    "amount.net_of_tax",
    "amount.converted",
    "amount.other_currency",
    "amount.habit",
    "amount.unusual",
    "payer.account",
    "payer.other_account",
    "payer.other_id",
    "payer.new_account",
    "payer.email",
    "payer.customer_id",
    "payer.customer_number",
    "payer.customer_number_told",
    "payer.virtual_account",
    "payer.learnt",
    "payer.other_payee",
    "payer.group",
    "payer.name",
    "payer.name_partial",
    "payer.name_in_text",
    "payer.name_partial_in_text",
    "payer.name_differs",
    "date.near_due",
    "date.late",
    "date.early",
    "date.before_issue",
    "twins",
    "memo.same",
    "memo.begins",
    "memo.words",
    "memo.initials",
    "memo.slip",
    "memo.partly",
    "memo.instead",
    "memo.differs",
    "memo.nothing",
    "amount.near",
    "amount.digit",
    "amount.point",
    "entry.days",
    "entry.rivals",
    "twins.told",
    "group.oldest",
    "memory.rejected",
    "group.all",
    "payout.id",
    "payout.window",
    "payout.together",
    "payout.sum",
    "payout.carry_over",
    "payout.unexplained",
    "payout.deposit",
    "payout.deposit_amount",
    "payout.failed",
    "settled.before",
    "settled.by_gateway",
    "reversal.transaction",
    "reversal.reference",
    "reversal.gateway",
    "reversal.amount",
    "reversal.part",
    "reversal.fee",
    "reversal.surplus",
    "reversal.account",
    "reversal.other_account",
    "reversal.words",
    "credit.names",
    "credit.equal",
    "credit.covers",
    "credit.only",
    "reversal.won",
]
"""Codes of evidence, with the sentence that each is shown with; {} stands for the item or the customer."""

EVIDENCE_CODE: Final[Mapping[str, str]] = {
    "reference.creditor": "the payment reference of {} stands in the payment",
    "reference.exact": "invoice number {} stands in the payment",
    "reference.digits": "the digits of invoice number {} stand in the payment",
    "reference.serial": "the last part of invoice number {} stands in the payment",
    "reference.bare": "the running number of {} stands in the payment, without the zeros before it",
    "reference.fuzzy": "a number that differs from {} in one place stands in the payment",
    "reference.range": "{} lies in a range of numbers that stands in the payment",
    "reference.other_number": "an earlier or order number of {} stands in the payment",
    "reference.id": "the id of {} stands in the payment",
    "reference.previous": "the payment names {}, a settled item of the same customer and amount",
    "reference.none": "the payment's text does not name {}",
    "reference.elsewhere": "the payment's text names another item than {}",
    "reference.named_too": "the payment's text names {} as well",
    "reference.own_other": "the payment's text names another item of the same customer than {}",
    "reference.credit_note": "the payment's text names a credit note",
    "reference.loose": "the number of {} may be a part of something else there",
    "reference.unlisted": "a number of the host's series that is not among the items stands in the payment",
    "text.refund": "the payment's text speaks of money that comes back",
    "text.advance": "the payment's text speaks of money in advance",
    "amount.equal": "the amount is what is open",
    "amount.sum": "the amount is the sum of the items",
    "amount.discount": "the amount is what is open less the early-payment discount",
    "amount.discount_late": "the amount is what is open less a discount whose time was over",
    "amount.less_credit": "the amount is what is open less the customer's credit",
    "amount.previous_total": "the amount is what the item was before it was changed",
    "amount.withheld": "the amount is what is open less the tax that the payment says was withheld",
    "amount.deducted": "the amount is less than what is open, and the payment says that something was deducted",
    "amount.completes": "with other payments the amount makes up what is open",
    "amount.fraction": "the amount is a plain part of what is open",
    "amount.part": "the amount is less than what is open",
    "amount.bank_fee": "the amount is short by what banks on the way may have charged",
    "amount.rounding": "the amount is what is open, rounded",
    "amount.double": "the amount is twice what is open",
    "amount.over": "the amount is more than what is open",
    "amount.keying_error": "the amount is what is open with two digits changed over",
    "amount.net_of_tax": "the amount is what is open without the tax",
    "amount.converted": "the amount was converted from another currency",
    "amount.other_currency": "the payment is in another currency, and no known rate makes it this amount",
    "amount.habit": "the customer has paid this amount before",
    "amount.unusual": "the customer has not paid this amount before",
    "payer.account": "the payer's account is known as that of {}",
    "payer.other_account": "the payer's account is known as another customer's than {}",
    "payer.other_id": "the payment carries an id, an e-mail or an account that is kept for another customer than {}",
    "payer.new_account": "the payer's account is none of those that are known of {}",
    "payer.email": "the payer's e-mail is that of {}",
    "payer.customer_id": "the payment carries the customer id of {}",
    "payer.customer_number": "the customer number of {} stands in the payment",
    "payer.customer_number_told": "the payment says that {} pays, by the customer number",
    "payer.virtual_account": "the account that was paid into is kept for {}",
    "payer.learnt": "the same payer pays other items of {}",
    "payer.other_payee": "the same payer pays items of other customers than {}",
    "payer.group": "the payer is of the group of {}",
    "payer.name": "the payer's name is that of {}",
    "payer.name_partial": "the payer's name is partly that of {}",
    "payer.name_in_text": "the name of {} stands in the text",
    "payer.name_partial_in_text": "a part of the name of {} stands in the text",
    "payer.name_differs": "the payer's name is not that of {}",
    "date.near_due": "paid around the due date",
    "date.late": "paid after the due date",
    "date.early": "paid long before the due date",
    "date.before_issue": "paid before the item was issued",
    "twins": "several items of the customer are alike: the oldest is taken",
    "memo.same": "the memos are the same",
    "memo.begins": "one memo is the beginning of the other",
    "memo.words": "all words of one memo stand in the other",
    "memo.initials": "the words of one memo stand in the other, some as initials",
    "memo.slip": "the words of one memo stand in the other, one with a slip",
    "memo.partly": "the memos share words, and each has others",
    "memo.instead": "the memos share words, and go on otherwise",
    "memo.differs": "the memos share words, and differ in rare ones",
    "memo.nothing": "the memos share no word",
    "amount.near": "the amounts are within a tenth of each other",
    "amount.digit": "the amounts differ in one digit",
    "amount.point": "the decimal point stands in another place",
    "entry.days": "so many days lie between the bank's row and the entry",
    "entry.rivals": "other rows may be the counterpart as well",
    "twins.told": "several items of the customer are alike: {} is of the day or month that the text says",
    "group.oldest": "the items are the customer's oldest",
    "memory.rejected": "a person said that the payment is not for {}",
    "group.all": "the items are all that the customer has open",
    "payout.id": "the parts carry the payout's id",
    "payout.window": "the gateway booked the parts between the payout before and this one",
    "payout.together": "several payouts of one day have these parts together",
    "payout.sum": "the parts add up to the payout",
    "payout.carry_over": "the payout before left as much",
    "payout.unexplained": "nothing names a part of the payout",
    "payout.deposit": "the bank's row names the payout",
    "payout.deposit_amount": "the bank's row is as large and comes from the gateway",
    "payout.failed": "the payout did not arrive: {} put it back",
    "settled.before": "it was booked before: it settles {}",
    "settled.by_gateway": "the gateway had posted it by itself: it settles {}",
    "reversal.transaction": "it names the payment that settled {}",
    "reversal.reference": "it carries a reference of the payment that settled {}",
    "reversal.gateway": "the gateway had posted the payment of {} by itself",
    "reversal.amount": "it is as much as was settled of {}",
    "reversal.part": "it is a part of what was settled of {}",
    "reversal.fee": "what it is more may be the charge for it",
    "reversal.surplus": "it takes back money that had settled nothing",
    "reversal.account": "the money goes to the account that it came from",
    "reversal.other_account": "the money goes to another account than it came from",
    "reversal.words": "it is said to give money back",
    "credit.names": "the credit note names {}",
    "credit.equal": "the credit is what is open of {}",
    "credit.covers": "the credit covers {}",
    "credit.only": "the customer has no other credit and nothing else open of this amount",
    "reversal.won": "it gives back what had been taken of {}",
}
"""What each word of `EvidenceCode` means."""

ReviewReason = Literal[
    "kind",
    "state",
    "evidence",
    "payer",
    "displaced",
    "original",
    "payer_owes",
    "probability",
    "scope",
    "bound",
]
"""Why a match is for a person to decide."""

REVIEW_REASON: Final[Mapping[str, str]] = {
    "kind": "It is of a kind that is never automatic: money on account.",
    "state": "An item is in collection, on hold or otherwise not simply open.",
    "evidence": "It rests on evidence that a person should see, or goes against some: a misread or an old number, another item that is named too, a part of a name, an amount in part, without the tax or far over. `review_clue` names it.",
    "payer": "Nothing says who paid, and no number names the item.",
    "displaced": "What fitted better was settled by another payment.",
    "original": "It takes back what another payment settles, and that payment is for a person to decide, or what it settled before is not listed.",
    "payer_owes": "The text names an item of another customer, and the payer owes the same amount himself: he may have miswritten the number.",
    "probability": "Its probability is below what `max_wrong_auto` asks for.",
    "scope": "The options keep its kind, source, size or customer out of `auto`, or everything: in a shadow month these are the matches that would have been booked.",
    "bound": "The audits show more wrong automatic matches than `max_wrong_auto` accepts: nothing is automatic.",
}
"""What each word of `ReviewReason` means."""

Component = Literal[
    "deposit",
    "payout",
    "charge",
    "refund",
    "dispute",
    "fee",
    "reserve",
    "hold",
    "adjustment",
    "carry_over",
    "fx",
    "failed_payout",
    "unexplained",
]
"""Parts of a payout."""

COMPONENT: Final[Mapping[str, str]] = {
    "deposit": "The bank's row of the payout.",
    "payout": "The gateway's row of the payout.",
    "charge": "What a customer paid.",
    "refund": "Paid back to a customer, or returned by his bank.",
    "dispute": "Taken by a dispute, or given back when it was won.",
    "fee": "Charges of the gateway: a row of them, or in the residual the sum that was taken off in the rows.",
    "reserve": "Kept back as a reserve, or released from one.",
    "hold": "Held back for a while, or released.",
    "adjustment": "A correction of the gateway, or money put on its account.",
    "carry_over": "A balance, below nothing most of the time, that the payout before had left.",
    "fx": "Exchange.",
    "failed_payout": "A payout that did not arrive and went back to the gateway's account.",
    "unexplained": "What nothing names.",
}
"""What each word of `Component` means."""

CalibrationKind = Literal[
    "full",
    "misread",
    "number_alone",
    "number_inexact",
    "number_inexact_alone",
    "number_over",
    "number_just_over",
    "number_over_only",
    "number_over_alone",
    "group",
    "group_partly",
    "group_guessed",
    "group_sum",
    "group_sum_equal",
    "identity",
    "name",
    "name_in_text",
    "name_part",
    "nobody",
    "elsewhere",
    "own",
    "unlisted",
    "inexact",
    "converted",
    "charged",
    "rounded",
    "completes",
    "over",
    "previous",
    "entry",
    "entry_near",
    "entry_keyed",
    "entry_amount",
    "entry_sum",
    "account",
    "reversal_id",
    "reversal_number",
    "reversal_number_part",
    "reversal_number_alone",
    "reversal_payee",
    "payout_id",
    "payout_days",
    "payout_rest",
    "credit",
]
"""The kind of evidence that a probability was calibrated by."""

CALIBRATION_KIND: Final[Mapping[str, str]] = {
    "full": "A number, the exact amount, and the payer.",
    "misread": "A number with a slip, the exact amount, and the payer.",
    "number_alone": "A number and the exact amount; the payer is unknown or another.",
    "number_inexact": "A number and the payer, an amount that differs.",
    "number_inexact_alone": "A number, an amount that differs, and nothing of the payer.",
    "number_over": "A number, more money than was open, and the payer.",
    "number_just_over": "A number, up to a twentieth more money than was open, and the payer.",
    "number_over_only": "A number, more money than was open, and a payer who has nothing else open.",
    "number_over_alone": "A number, more money than was open, and nothing of the payer.",
    "group": "All numbers of a group.",
    "group_partly": "Some numbers of a group.",
    "group_guessed": "Some numbers of a group, where another item would do as well as one of them.",
    "group_sum": "A group by its sum and payer.",
    "group_sum_equal": "A group by its sum and payer, of items that are all as much.",
    "identity": "The exact amount and an account, id or habit of the payer.",
    "name": "The exact amount and the payer's whole name.",
    "name_in_text": "The exact amount and a whole name in the text.",
    "name_part": "The exact amount and a part of a name.",
    "nobody": "The exact amount alone.",
    "elsewhere": "The text names an item of another customer.",
    "own": "The text names another item of the same customer.",
    "unlisted": "The text names a number that is not listed.",
    "inexact": "The payer, an amount that differs.",
    "converted": "The payer, an amount of another currency at its rate.",
    "charged": "The payer, an amount that lacks a charge.",
    "rounded": "The payer, an amount that is off by cents.",
    "completes": "The payer, and what is missing comes with other payments.",
    "over": "The payer, more money than was open.",
    "previous": "A standing order with an old number.",
    "entry": "A row of a ledger with words in common and the same amount.",
    "entry_near": "A row of a ledger with words in common and nearly the same amount.",
    "entry_keyed": "A row of a ledger with words in common and an amount that somebody mistyped.",
    "entry_amount": "A row of a ledger by amount and day alone.",
    "entry_sum": "Rows of a ledger by their sum.",
    "account": "Money on account.",
    "reversal_id": "Money back that names a payment by an id.",
    "reversal_number": "Money back with an item's number, the whole amount or a charge more, and the payee.",
    "reversal_number_part": "Money back with an item's number, a part of the amount, and the payee.",
    "reversal_number_alone": "Money back with an item's number, and nothing of the payee.",
    "reversal_payee": "Money back by the payee and the amount.",
    "payout_id": "A payout by the id that its parts carry.",
    "payout_days": "A payout by whole days of rows.",
    "payout_rest": "A payout of which a part is named by nothing.",
    "credit": "A credit that covers an item by itself.",
}
"""What each word of `CalibrationKind` means."""

UnmatchedReason = Literal[
    "no_candidate",
    "ambiguous",
    "duplicate",
    "closed_invoice",
    "not_a_receipt",
    "pending",
    "money_out",
]
"""Why a transaction settles nothing."""

UNMATCHED_REASON: Final[Mapping[str, str]] = {
    "no_candidate": "Nothing fits.",
    "ambiguous": "Several fit alike.",
    "duplicate": "A surplus copy of a payment.",
    "closed_invoice": "Pays an item that is not open any more.",
    "not_a_receipt": "Interest, an own transfer, a payout whose parts are not given.",
    "pending": "Not booked yet.",
    "money_out": "Money out.",
}
"""What each word of `UnmatchedReason` means."""

LimitKind = Literal[
    "text",
    "items_of_customer",
    "group_search",
    "named_items",
    "misreadings",
]
"""Bounds of the search."""

LIMIT_KIND: Final[Mapping[str, str]] = {
    "text": "More text or numbers stood there than are read.",
    "items_of_customer": "A customer has more open items than are compared one by one.",
    "group_search": "There were more sums of items than are tried, or more items than are summed.",
    "named_items": "The text names more items than are looked at.",
    "misreadings": "More numbers than are tried may be misread ones of items.",
}
"""What each word of `LimitKind` means."""

Verdict = Literal[
    "confirmed",
    "rejected",
    "corrected",
]
"""What a person said of a match."""

VERDICT: Final[Mapping[str, str]] = {
    "confirmed": "It is right.",
    "rejected": "It is wrong, and what would be right was not said.",
    "corrected": "Something else is right.",
}
"""What each word of `Verdict` means."""

Scheme = Literal[
    "rf",
    "ogm",
    "qrr",
    "esr",
    "viitenumero",
    "viitenumber",
    "kid_mod10",
    "kid_mod11",
    "ocr",
    "si",
    "fik",
    "betalingskenmerk",
    "variable_symbol",
]
"""Schemes of payment references."""

SCHEME: Final[Mapping[str, str]] = {
    "rf": "ISO 11649 creditor reference.",
    "ogm": "Belgian structured communication (OGM, VCS).",
    "qrr": "Swiss QR reference.",
    "esr": "Swiss ISR reference (ESR, BVR, PVR), until 2022.",
    "viitenumero": "Finnish reference number.",
    "viitenumber": "Estonian reference number.",
    "kid_mod10": "Norwegian customer identification, modulus 10.",
    "kid_mod11": "Norwegian customer identification, modulus 11.",
    "ocr": "Swedish OCR reference number.",
    "si": "Slovenian reference.",
    "fik": "Danish payment slip (FIK, GIK) with a payment id.",
    "betalingskenmerk": "Dutch payment reference.",
    "variable_symbol": "Czech and Slovak variable symbol.",
}
"""What each word of `Scheme` means."""

Strictness = Literal[
    "labelled",
    "bare",
]
"""Which references are reported of a text."""

STRICTNESS: Final[Mapping[str, str]] = {
    "labelled": "Those that show what they are: by prefix, frame or shape, or by a label beside them.",
    "bare": "Mere digits too: every number of at least four digits that passes a check.",
}
"""What each word of `Strictness` means."""

ReferenceMark = Literal[
    "form",
    "label",
    "bare",
]
"""How a reference shows what it is."""

REFERENCE_MARK: Final[Mapping[str, str]] = {
    "form": "By its own prefix, frame or shape.",
    "label": "By a label beside it.",
    "bare": "By its check digit alone.",
}
"""What each word of `ReferenceMark` means."""

IbanVerdict = Literal[
    "valid",
    "bad_checksum",
    "bad_length",
    "unknown_country",
    "not_iban",
]
"""What is to be said of an IBAN."""

IBAN_VERDICT: Final[Mapping[str, str]] = {
    "valid": "Of the right length for its country, with the right check digits.",
    "bad_checksum": "The check digits do not fit: a digit is wrong.",
    "bad_length": "Too short or too long for its country.",
    "unknown_country": "Of the form of an IBAN, but no country uses it.",
    "not_iban": "Not of the form: two letters, two digits, up to 30 letters and digits.",
}
"""What each word of `IbanVerdict` means."""

BicVerdict = Literal[
    "valid",
    "unknown_country",
    "not_bic",
]
"""What is to be said of a BIC."""

BIC_VERDICT: Final[Mapping[str, str]] = {
    "valid": "Of the form, with a country of ISO 3166.",
    "unknown_country": "Of the form, but of no country.",
    "not_bic": "Not four letters, a country, two characters and perhaps a branch of three.",
}
"""What each word of `BicVerdict` means."""

NameKind = Literal[
    "person",
    "company",
    "unknown",
]
"""A guess at who bears a name."""

NAME_KIND: Final[Mapping[str, str]] = {
    "person": "A title, initials, `SURNAME, FIRST` or two holders say so.",
    "company": "A legal form or a word of trade says so.",
    "unknown": "Nothing says either.",
}
"""What each word of `NameKind` means."""

NameMatch = Literal[
    "equal",
    "equal_tokens",
    "glued",
    "initials",
    "truncated",
    "subset",
    "typo",
    "surname_only",
    "partial",
    "different",
]
"""What relates two names, from strongest to weakest."""

NAME_MATCH: Final[Mapping[str, str]] = {
    "equal": "The same words in the same order.",
    "equal_tokens": "The same words in another order.",
    "glued": "The same letters with the spaces elsewhere.",
    "initials": "Single letters stand for words, all others are equal.",
    "truncated": "One is the other cut off where banks cut.",
    "subset": "All words of the shorter stand in the longer.",
    "typo": "All words pair, some with small edits.",
    "surname_only": "Only the surname is shared.",
    "partial": "Some words are shared.",
    "different": "Nothing is shared, or there is no name.",
}
"""What each word of `NameMatch` means."""

SignatureAlgorithm = Literal[
    "RS256",
    "RS384",
    "RS512",
    "PS256",
    "PS384",
    "PS512",
    "ES256",
    "ES384",
    "ES512",
    "Ed25519",
    "HS256",
    "HS384",
    "HS512",
]
"""Algorithms of signatures (RFC 7518, RFC 8037, RFC 9864)."""

SIGNATURE_ALGORITHM: Final[Mapping[str, str]] = {
    "RS256": "RSA PKCS #1 with SHA-256.",
    "RS384": "RSA PKCS #1 with SHA-384.",
    "RS512": "RSA PKCS #1 with SHA-512.",
    "PS256": "RSA PSS with SHA-256.",
    "PS384": "RSA PSS with SHA-384.",
    "PS512": "RSA PSS with SHA-512.",
    "ES256": "ECDSA on P-256 with SHA-256.",
    "ES384": "ECDSA on P-384 with SHA-384.",
    "ES512": "ECDSA on P-521 with SHA-512; not of every build.",
    "Ed25519": "EdDSA on Curve25519; `EdDSA` in older tokens.",
    "HS256": "HMAC with SHA-256.",
    "HS384": "HMAC with SHA-384.",
    "HS512": "HMAC with SHA-512.",
}
"""What each word of `SignatureAlgorithm` means."""

RevocationScope = Literal[
    "token",
    "subject",
    "family",
    "tenant",
    "key",
]
"""What is taken back together."""

REVOCATION_SCOPE: Final[Mapping[str, str]] = {
    "token": "One token, by issuer and id.",
    "subject": "All of one subject of an issuer.",
    "family": "All of one login.",
    "tenant": "All of one tenant.",
    "key": "All that is signed under one key.",
}
"""What each word of `RevocationScope` means."""

Standing = Literal[
    "stands",
    "revoked",
    "not_consulted",
]
"""What a store of revocations says of a token."""

STANDING: Final[Mapping[str, str]] = {
    "stands": "The store was asked and has nothing against it.",
    "revoked": "It was taken back.",
    "not_consulted": "The store was not asked: whether it stands is not known.",
}
"""What each word of `Standing` means."""

RefreshOutcome = Literal[
    "begin",
    "exchange",
    "again",
    "end",
    "ended",
    "expired",
    "clock",
    "version",
]
"""What to do with a refresh token that came."""

REFRESH_OUTCOME: Final[Mapping[str, str]] = {
    "begin": "A login: write its family where none of its id is.",
    "exchange": "Write the family; then tokens may be made.",
    "again": "The same client came again within the grace: write the state as it is, where the store still has its revision; then tokens may be made once more.",
    "end": "Write the family, and try again until it is written: it has ended. No tokens.",
    "ended": "Refused: the family ended before.",
    "expired": "Refused: the family or its token has expired.",
    "clock": "Refused: the clock stands behind the last exchange by more than clocks differ.",
    "version": "Refused: the state is of a form that this version does not know.",
}
"""What each word of `RefreshOutcome` means."""

FamilyEnd = Literal[
    "reuse",
    "other_holder",
    "logout",
    "revoked",
]
"""Why a login ended."""

FAMILY_END: Final[Mapping[str, str]] = {
    "reuse": "A refresh token came again after it was exchanged.",
    "other_holder": "A refresh token came from another holder.",
    "logout": "Somebody logged out.",
    "revoked": "The host ended it.",
}
"""What each word of `FamilyEnd` means."""

WriteResult = Literal[
    "applied",
    "conflict",
    "unavailable",
]
"""What a store said of a write."""

WRITE_RESULT: Final[Mapping[str, str]] = {
    "applied": "It was written.",
    "conflict": "Something else was written since: look again.",
    "unavailable": "Whether it was written is not known.",
}
"""What each word of `WriteResult` means."""

PermissionOutcome = Literal[
    "allowed",
    "denied",
    "not_allowed",
    "other_tenant",
]
"""What was decided of a permission."""

PERMISSION_OUTCOME: Final[Mapping[str, str]] = {
    "allowed": "A role allows it and none denies it.",
    "denied": "A role denies it, which wins over all that allow it.",
    "not_allowed": "No role allows it.",
    "other_tenant": "The resource is another tenant's, or either names no tenant.",
}
"""What each word of `PermissionOutcome` means."""

RouteGapKind = Literal[
    "unlisted",
    "unknown",
    "twice",
    "unreachable",
    "differs",
]
"""What is wrong with a table of routes."""

ROUTE_GAP_KIND: Final[Mapping[str, str]] = {
    "unlisted": "A route of the host that the table does not list.",
    "unknown": "A route of the table that the host does not have.",
    "twice": "A route that stands twice.",
    "unreachable": "A route that no role may use.",
    "differs": "A role may what it is not meant to, or may not what it is.",
}
"""What each word of `RouteGapKind` means."""

KeyRingDue = Literal[
    "stage",
    "switch",
    "drop",
]
"""What is to be done with a ring of keys."""

KEY_RING_DUE: Final[Mapping[str, str]] = {
    "stage": "Make a key and publish it.",
    "switch": "Let the next key sign.",
    "drop": "Take a key out.",
}
"""What each word of `KeyRingDue` means."""

FetchAction = Literal[
    "use",
    "behind",
    "first",
    "wait",
]
"""Whether to fetch an issuer's published keys."""

FETCH_ACTION: Final[Mapping[str, str]] = {
    "use": "Use the keys that are there.",
    "behind": "Write the state; where it was written, fetch. The keys that are there are good enough meanwhile.",
    "first": "Write the state; where it was written, fetch and check the token with what comes. Else refuse it.",
    "wait": "Refuse the token: no fetch for so many seconds.",
}
"""What each word of `FetchAction` means."""

WebhookProvider = Literal[
    "stripe",
    "gocardless",
]
"""Providers whose webhooks are known."""

WEBHOOK_PROVIDER: Final[Mapping[str, str]] = {
    "stripe": "`Stripe-Signature` with a timestamp.",
    "gocardless": "`Webhook-Signature` without a timestamp.",
}
"""What each word of `WebhookProvider` means."""

Freshness = Literal[
    "stamped",
    "unchecked",
    "none",
]
"""Whether the time of signing was looked at."""

FRESHNESS: Final[Mapping[str, str]] = {
    "stamped": "It was signed at a time within the tolerance.",
    "unchecked": "It was signed at a time, and any age was accepted.",
    "none": "The scheme signs no time: only the ids of its events stop a message that was recorded.",
}
"""What each word of `Freshness` means."""

ClaimStep = Literal[
    "begin",
    "complete",
    "fail",
    "extend",
]
"""What somebody wants of an event."""

CLAIM_STEP: Final[Mapping[str, str]] = {
    "begin": "To handle it.",
    "complete": "To say that it was handled.",
    "fail": "To give it back: the next delivery may try again at once.",
    "extend": "To have it for longer.",
}
"""What each word of `ClaimStep` means."""

ClaimOutcome = Literal[
    "handle",
    "busy",
    "done",
    "too_old",
    "completed",
    "released",
    "extended",
    "fenced",
    "version",
]
"""What became of a step."""

CLAIM_OUTCOME: Final[Mapping[str, str]] = {
    "handle": "Begun: handle it, and complete it with this attempt before its lease ends.",
    "busy": "Somebody else has it: answer the provider that it may come again.",
    "done": "It was handled before: answer the provider that all is well.",
    "too_old": "Older than what is remembered: it may have been handled and forgotten.",
    "completed": "Completed by this holder.",
    "released": "Given back.",
    "extended": "Leased for longer.",
    "fenced": "The lease is not this holder's any more: undo what was done in its name.",
    "version": "The store holds a form that this version does not know.",
}
"""What each word of `ClaimOutcome` means."""

AnchorProfile = Literal[
    "public",
    "private",
]
"""Whose rules chains are held against."""

ANCHOR_PROFILE: Final[Mapping[str, str]] = {
    "public": "Authorities of the public web: they vouch for servers alone.",
    "private": "Authorities that the host or its partner runs: for servers and clients.",
}
"""What each word of `AnchorProfile` means."""

ChainPurpose = Literal[
    "server",
    "client",
]
"""What a leaf is to be used for."""

CHAIN_PURPOSE: Final[Mapping[str, str]] = {
    "server": "A server that was called by a name.",
    "client": "A client that signs in; against private anchors alone.",
}
"""What each word of `ChainPurpose` means."""

RevocationCheck = Literal[
    "require",
    "short_lived",
    "if_available",
]
"""What is asked of revocation lists."""

REVOCATION_CHECK: Final[Mapping[str, str]] = {
    "require": "Each certificate below the anchor must be answered for by a list.",
    "short_lived": "The same, but for a leaf that is short-lived.",
    "if_available": "Where a list is there, it holds; where none is, the chain passes with a warning.",
}
"""What each word of `RevocationCheck` means."""

WhenPinsExpire = Literal[
    "refuse",
    "unpin",
]
"""What pins do when their time is over."""

WHEN_PINS_EXPIRE: Final[Mapping[str, str]] = {
    "refuse": "No chain passes until there are newer ones.",
    "unpin": "They bind no more, and the chain carries a warning.",
}
"""What each word of `WhenPinsExpire` means."""

ChainOutcome = Literal[
    "valid",
    "invalid",
    "skipped",
    "indeterminate",
]
"""What a chain came to. Only `valid` is valid."""

CHAIN_OUTCOME: Final[Mapping[str, str]] = {
    "valid": "It holds.",
    "invalid": "It does not.",
    "skipped": "Whether it holds was not asked: the sandbox.",
    "indeterminate": "Whether it holds cannot be told: no list that is in time says whether a certificate was revoked.",
}
"""What each word of `ChainOutcome` means."""

ChainWarning = Literal[
    "revocation_unknown",
    "short_lived",
    "pin_on_public_leaf",
    "pins_expired",
    "no_extended_key_usage",
    "common_name",
]
"""What is not wrong with a chain, but should be known."""

CHAIN_WARNING: Final[Mapping[str, str]] = {
    "revocation_unknown": "No list answers for a certificate of the path, and none was required.",
    "short_lived": "The leaf is short-lived, and no list was asked about it.",
    "pin_on_public_leaf": "The pin is that of a leaf of a public authority, whose next one comes within weeks.",
    "pins_expired": "The time of the pins is over: nothing was pinned.",
    "no_extended_key_usage": "The leaf does not say what it may be used for.",
    "common_name": "The common name of the leaf is none of its alternative names.",
}
"""What each word of `ChainWarning` means."""

BundleOrder = Literal[
    "chain",
    "reversed",
    "none",
]
"""How the certificates of a bundle follow one another."""

BUNDLE_ORDER: Final[Mapping[str, str]] = {
    "chain": "Each was issued in the name of the next.",
    "reversed": "Each was issued in the name of the one before.",
    "none": "No chain.",
}
"""What each word of `BundleOrder` means."""

HeldStage = Literal[
    "waiting",
    "staged",
    "active",
    "retiring",
]
"""How far a certificate is."""

HELD_STAGE: Final[Mapping[str, str]] = {
    "waiting": "It was issued and stands nowhere yet.",
    "staged": "It stands beside the one in use.",
    "active": "It is in use.",
    "retiring": "It was in use, and still stands beside the one that is.",
}
"""What each word of `HeldStage` means."""

RotationAction = Literal[
    "renew",
    "pin",
    "pin_backup",
    "stage",
    "switch",
    "retire",
    "unpin",
]
"""What is to be done with a certificate or a key."""

ROTATION_ACTION: Final[Mapping[str, str]] = {
    "renew": "Order the next certificate.",
    "pin": "Pin the key of the step.",
    "pin_backup": "Make a key, put it into a safe and pin it.",
    "stage": "Put the certificate beside the one in use.",
    "switch": "Put the certificate to use.",
    "retire": "Take the certificate away.",
    "unpin": "Take the pin away.",
}
"""What each word of `RotationAction` means."""

RotationState = Literal[
    "planned",
    "due",
    "urgent",
    "expired",
]
"""How pressing a step is."""

ROTATION_STATE: Final[Mapping[str, str]] = {
    "planned": "Its time has not come.",
    "due": "Its time has come.",
    "urgent": "It should have been done.",
    "expired": "The certificate in use has expired, or none is in use.",
}
"""What each word of `RotationState` means."""
