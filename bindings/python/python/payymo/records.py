# Generated from the table of operations: cargo run -p payymo-contract --bin generate-bindings
"""What the library takes and gives, as frozen records. All fields are given by name; optional ones are
`None` or empty where nothing is known. Amounts are `Decimal` (text and int are taken too, a float
never), days are `date` (text of ISO 8601 is taken too).
"""

from __future__ import annotations

from dataclasses import field
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Mapping

from payymo._reconciliation import ReconciliationBase
from payymo._records import Record, day, decimal, listed, record, set_day, set_decimal, set_tuple
from payymo.words import (
    AnchorProfile,
    BalanceKind,
    BicVerdict,
    BundleOrder,
    CalibrationKind,
    Chain,
    ChainOutcome,
    ChainPurpose,
    ChainWarning,
    ClaimOutcome,
    ClaimStep,
    Component,
    CopyReason,
    DateOrder,
    DecimalMark,
    Decision,
    DifferenceKind,
    EvidenceCode,
    FamilyEnd,
    FetchAction,
    Format,
    Freshness,
    HeldStage,
    IbanVerdict,
    InvoiceKind,
    InvoiceState,
    KeyRingDue,
    LimitKind,
    MatchKind,
    NameKind,
    NameMatch,
    PayoutRest,
    PermissionOutcome,
    Proof,
    ReferenceKind,
    ReferenceMark,
    RefreshOutcome,
    ReturnStage,
    ReviewReason,
    RevocationCheck,
    RevocationScope,
    RotationAction,
    RotationState,
    RouteGapKind,
    Scheme,
    Sign,
    SignatureAlgorithm,
    Standing,
    Status,
    Strictness,
    TransactionKind,
    TwinPolicy,
    UnmatchedReason,
    Verdict,
    WebhookProvider,
    WhenPinsExpire,
    WriteResult,
)

__all__ = [
    "FormatClaim",
    "Detection",
    "Columns",
    "ReadOptions",
    "Fee",
    "Original",
    "Counterparty",
    "Reference",
    "RemittanceLine",
    "BankCode",
    "Returned",
    "Batch",
    "Transaction",
    "Customer",
    "Tax",
    "Terms",
    "Invoice",
    "Settlement",
    "Balance",
    "Account",
    "Money",
    "Statement",
    "ByteRange",
    "Problem",
    "RecordPlace",
    "Places",
    "Report",
    "StatementHead",
    "Written",
    "StreamSummary",
    "StreamBatch",
    "RowPlace",
    "Copy",
    "Parted",
    "PayoutMembers",
    "Linked",
    "InvoicesOnce",
    "SettlementsOnce",
    "AutoScope",
    "FxRate",
    "Options",
    "Engine",
    "Allocation",
    "Difference",
    "Evidence",
    "Alternative",
    "Member",
    "Residual",
    "Match",
    "Unmatched",
    "OpenInvoice",
    "Summary",
    "Bound",
    "Limit",
    "Reconciliation",
    "Calibration",
    "Hypothesis",
    "Change",
    "Explained",
    "Feedback",
    "MemoryInfo",
    "ValidReference",
    "FoundReference",
    "Iban",
    "FoundIban",
    "Bic",
    "Name",
    "NameComparison",
    "LocalizedAmount",
    "CurrencyInfo",
    "PublicKey",
    "TokenPolicy",
    "TokenBinding",
    "VerifiedToken",
    "KeyInfo",
    "Revocation",
    "TokenStanding",
    "SessionLifetimes",
    "StateWrite",
    "SessionStep",
    "PresentedToken",
    "SessionTokens",
    "Role",
    "PermissionSubject",
    "PermissionVerdict",
    "Route",
    "RouteGap",
    "KeyTimes",
    "KeyRingView",
    "KeyRingStep",
    "FetchTimes",
    "FetchDecision",
    "VerifiedWebhook",
    "ClaimLeases",
    "ClaimAnswer",
    "ClaimDecision",
    "PinSet",
    "ChainLink",
    "ChainVerdict",
    "RepeatedCertificate",
    "CertificateBundle",
    "HeldCertificate",
    "PinnedKey",
    "LeadTimes",
    "RotationStep",
    "RotationPlan",
    "About",
]


@record
class FormatClaim(Record):
    """A format that claims an input, and how sure it is."""

    _RECORD: ClassVar[str] = "FormatClaim"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "format",
        "confidence",
    )

    format: Format
    """The format that it may be."""
    confidence: int
    """How sure it is, in percent."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> FormatClaim:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            format=document["format"],
            confidence=document["confidence"],
        )


@record
class Detection(Record):
    """The format of some bytes, and how sure that is."""

    _RECORD: ClassVar[str] = "Detection"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "format",
        "confidence",
        "runner_up",
    )

    format: Format
    """The format that it is."""
    confidence: int
    """In percent: 99 for a mark that only this format has."""
    runner_up: FormatClaim | None = None
    """The next likely format, where another one claims the input too."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Detection:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            format=document["format"],
            confidence=document["confidence"],
            runner_up=None if (value := get("runner_up")) is None else FormatClaim.from_document(value),
        )


@record
class Columns(Record):
    """A column map for CSV exports whose headers are not understood or lack."""

    _RECORD: ClassVar[str] = "Columns"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "delimiter",
        "fields",
        "decimal_mark",
        "date_order",
        "sign",
    )

    delimiter: str | None = None
    """One ASCII character."""
    fields: Mapping[str, int | str | tuple[int | str, ...]] = field(default_factory=dict, hash=False)
    """What the columns hold, by the name of a field (`booked_on`, `amount`, `debit`, `credit`, `text`,
    `name` …): a header, a number from 0, or several of these.
    """
    decimal_mark: DecimalMark | None = None
    """The decimal mark of all amounts."""
    date_order: DateOrder | None = None
    """The order of day, month and year."""
    sign: Sign | None = None
    """What a positive amount means."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Columns:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            delimiter=get("delimiter"),
            fields={name: listed(each) for name, each in (get("fields") or {}).items()},
            decimal_mark=get("decimal_mark"),
            date_order=get("date_order"),
            sign=get("sign"),
        )


@record
class ReadOptions(Record):
    """How an input is read. The defaults need no tuning: everything is told from the bytes."""

    _RECORD: ClassVar[str] = "ReadOptions"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "format",
        "utc_offset_minutes",
        "account",
        "currency",
        "invoice_currencies",
        "columns",
    )

    format: Format | None = None
    """The format, where the caller knows better than detection."""
    utc_offset_minutes: int | None = None
    """Minutes east of UTC by which instants become dates. Default 0."""
    account: str | None = None
    """The host's own account, for inputs that do not name it."""
    currency: str | None = None
    """The currency, for inputs that do not name it."""
    invoice_currencies: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Currencies of invoices known already, by id, for payments that name their invoice and no currency."""
    columns: Columns | None = None
    """What the columns of a CSV export hold, where its headers are not understood."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> ReadOptions:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            format=get("format"),
            utc_offset_minutes=get("utc_offset_minutes"),
            account=get("account"),
            currency=get("currency"),
            invoice_currencies=dict((get("invoice_currencies") or {})),
            columns=None if (value := get("columns")) is None else Columns.from_document(value),
        )


@record
class Fee(Record):
    """Charges taken off before the amount was booked."""

    _RECORD: ClassVar[str] = "Fee"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "amount",
        "currency",
        "kind",
    )

    amount: Decimal
    """Positive, in the account's currency."""
    currency: str
    """Of the account."""
    kind: str | None = None
    """As the source names it: `stripe_fee`, `bank_fee` …"""

    def __post_init__(self) -> None:
        if type(self.amount) is not Decimal:
            set_decimal(self, "amount")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Fee:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            amount=decimal(document["amount"]),
            currency=document["currency"],
            kind=get("kind"),
        )


@record
class Original(Record):
    """The amount before conversion: `amount × rate` is the gross."""

    _RECORD: ClassVar[str] = "Original"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "amount",
        "currency",
        "rate",
    )

    amount: Decimal
    """In the payer's currency."""
    currency: str
    """The payer's currency."""
    rate: Decimal | None = None
    """Units of the account's currency for one of the payer's."""

    def __post_init__(self) -> None:
        if type(self.amount) is not Decimal:
            set_decimal(self, "amount")
        if self.rate is not None and type(self.rate) is not Decimal:
            set_decimal(self, "rate")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Original:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            amount=decimal(document["amount"]),
            currency=document["currency"],
            rate=None if (value := get("rate")) is None else decimal(value),
        )


@record
class Counterparty(Record):
    """The other side of a transaction."""

    _RECORD: ClassVar[str] = "Counterparty"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "name",
        "ultimate_name",
        "iban",
        "account",
        "bic",
        "email",
        "customer_id",
    )

    name: str | None = None
    """Name of the account's holder."""
    ultimate_name: str | None = None
    """On whose behalf."""
    iban: str | None = None
    """IBAN of the other side's account."""
    account: str | None = None
    """Account number of another kind."""
    bic: str | None = None
    """BIC of the other side's bank."""
    email: str | None = None
    """E-mail address of the payer."""
    customer_id: str | None = None
    """The host's or the gateway's id of the customer."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Counterparty:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            name=get("name"),
            ultimate_name=get("ultimate_name"),
            iban=get("iban"),
            account=get("account"),
            bic=get("bic"),
            email=get("email"),
            customer_id=get("customer_id"),
        )


@record
class Reference(Record):
    """A reference that the bank or the gateway gives by kind."""

    _RECORD: ClassVar[str] = "Reference"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "kind",
        "value",
    )

    kind: ReferenceKind
    """What the reference refers to."""
    value: str
    """The reference as the bank gives it."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Reference:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            kind=document["kind"],
            value=document["value"],
        )


@record
class RemittanceLine(Record):
    """A line of structured remittance advice: one document paid."""

    _RECORD: ClassVar[str] = "RemittanceLine"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "reference",
        "amount",
        "currency",
        "text",
    )

    reference: str | None = None
    """The document's number."""
    amount: Decimal | None = None
    """How much of the payment is for it."""
    currency: str | None = None
    """Default: that of the transaction."""
    text: str | None = None
    """Text beside it."""

    def __post_init__(self) -> None:
        if self.amount is not None and type(self.amount) is not Decimal:
            set_decimal(self, "amount")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> RemittanceLine:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            reference=get("reference"),
            amount=None if (value := get("amount")) is None else decimal(value),
            currency=get("currency"),
            text=get("text"),
        )


@record
class BankCode(Record):
    """A bank transaction code: ISO 20022 domain, family and sub-family, or the format's own."""

    _RECORD: ClassVar[str] = "BankCode"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "domain",
        "family",
        "sub_family",
        "proprietary",
    )

    domain: str | None = None
    """Domain, such as `PMNT`."""
    family: str | None = None
    """Family, such as `RCDT`."""
    sub_family: str | None = None
    """Sub-family, such as `ESCT`."""
    proprietary: str | None = None
    """The bank's own."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> BankCode:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            domain=get("domain"),
            family=get("family"),
            sub_family=get("sub_family"),
            proprietary=get("proprietary"),
        )


@record
class Returned(Record):
    """Why and at which stage an earlier payment came back."""

    _RECORD: ClassVar[str] = "Returned"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "stage",
        "reason",
        "originals",
    )

    stage: ReturnStage
    """At which stage it came back."""
    reason: str | None = None
    """Reason code of the scheme or the gateway."""
    originals: tuple[str, ...] = ()
    """References of what it takes back."""

    def __post_init__(self) -> None:
        if type(self.originals) is not tuple:
            set_tuple(self, "originals")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Returned:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            stage=document["stage"],
            reason=get("reason"),
            originals=tuple((get("originals") or ())),
        )


@record
class Batch(Record):
    """Several bookings that the bank made as one."""

    _RECORD: ClassVar[str] = "Batch"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "id",
        "count",
    )

    id: str | None = None
    """The bank's id of it."""
    count: int | None = None
    """How many bookings it holds."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Batch:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            id=get("id"),
            count=get("count"),
        )


@record
class Transaction(Record):
    """A movement on the host's own account, as its bank or gateway reports it."""

    _RECORD: ClassVar[str] = "Transaction"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "id",
        "account",
        "booked_on",
        "value_on",
        "status",
        "amount",
        "currency",
        "fees",
        "original",
        "kind",
        "counterparty",
        "payee_iban",
        "references",
        "remittance",
        "remittance_lines",
        "bank_code",
        "returned",
        "reverses",
        "batch",
        "source",
        "metadata",
    )

    id: str
    """Unique within a call; readers derive a stable one where the bank gives none."""
    booked_on: date
    """Booking date of the bank."""
    amount: Decimal
    """What moved the account, signed: money in is positive."""
    currency: str
    """Of the account."""
    account: str | None = None
    """The host's own account: IBAN or the provider's id."""
    value_on: date | None = None
    """Value date, from which interest counts."""
    status: Status | None = None
    """Whether it is booked; `booked` is the default."""
    fees: tuple[Fee, ...] = ()
    """Taken off before; gross = amount + fees: what settles an invoice."""
    original: Original | None = None
    """The amount before conversion, where the payer paid in another currency."""
    kind: TransactionKind | None = None
    """What it is. Default `other`."""
    counterparty: Counterparty | None = None
    """The other side."""
    payee_iban: str | None = None
    """Where it came in, if that tells something (virtual IBANs)."""
    references: tuple[Reference, ...] = ()
    """References that the bank or the gateway gives by kind."""
    remittance: str | None = None
    """Free text of the payer, parts joined by one space."""
    remittance_lines: tuple[RemittanceLine, ...] = ()
    """Structured advice, one a document paid."""
    bank_code: BankCode | None = None
    """Bank transaction code of ISO 20022, or the format's own."""
    returned: Returned | None = None
    """Set when it takes back an earlier one."""
    reverses: str | None = None
    """Id of the transaction that it takes back."""
    batch: Batch | None = None
    """Where the bank booked several as one."""
    source: str | None = None
    """The format it was read from: `gocardless`, `stripe`, `camt053`, `csv` …"""
    metadata: Mapping[str, str] = field(default_factory=dict, hash=False)
    """A provider's own keys (Stripe `metadata`)."""

    def __post_init__(self) -> None:
        if type(self.booked_on) is not date:
            set_day(self, "booked_on")
        if type(self.amount) is not Decimal:
            set_decimal(self, "amount")
        if self.value_on is not None and type(self.value_on) is not date:
            set_day(self, "value_on")
        if type(self.fees) is not tuple:
            set_tuple(self, "fees")
        if type(self.references) is not tuple:
            set_tuple(self, "references")
        if type(self.remittance_lines) is not tuple:
            set_tuple(self, "remittance_lines")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Transaction:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            id=document["id"],
            booked_on=day(document["booked_on"]),
            amount=decimal(document["amount"]),
            currency=document["currency"],
            account=get("account"),
            value_on=None if (value := get("value_on")) is None else day(value),
            status=get("status"),
            fees=tuple([Fee.from_document(each) for each in (get("fees") or ())]),
            original=None if (value := get("original")) is None else Original.from_document(value),
            kind=get("kind"),
            counterparty=None if (value := get("counterparty")) is None else Counterparty.from_document(value),
            payee_iban=get("payee_iban"),
            references=tuple([Reference.from_document(each) for each in (get("references") or ())]),
            remittance=get("remittance"),
            remittance_lines=tuple([RemittanceLine.from_document(each) for each in (get("remittance_lines") or ())]),
            bank_code=None if (value := get("bank_code")) is None else BankCode.from_document(value),
            returned=None if (value := get("returned")) is None else Returned.from_document(value),
            reverses=get("reverses"),
            batch=None if (value := get("batch")) is None else Batch.from_document(value),
            source=get("source"),
            metadata=dict((get("metadata") or {})),
        )


@record
class Customer(Record):
    """Who owes an item."""

    _RECORD: ClassVar[str] = "Customer"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "id",
        "name",
        "aliases",
        "ibans",
        "virtual_ibans",
        "emails",
        "group",
    )

    id: str | None = None
    """The host's id."""
    name: str | None = None
    """Name of the person or the company."""
    aliases: tuple[str, ...] = ()
    """Other names: the contact, the trading name."""
    ibans: tuple[str, ...] = ()
    """Accounts that the customer pays from."""
    virtual_ibans: tuple[str, ...] = ()
    """Accounts of the host that only this customer pays into."""
    emails: tuple[str, ...] = ()
    """The customer's e-mail addresses."""
    group: str | None = None
    """Payers of one group pay for each other."""

    def __post_init__(self) -> None:
        if type(self.aliases) is not tuple:
            set_tuple(self, "aliases")
        if type(self.ibans) is not tuple:
            set_tuple(self, "ibans")
        if type(self.virtual_ibans) is not tuple:
            set_tuple(self, "virtual_ibans")
        if type(self.emails) is not tuple:
            set_tuple(self, "emails")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Customer:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            id=get("id"),
            name=get("name"),
            aliases=tuple((get("aliases") or ())),
            ibans=tuple((get("ibans") or ())),
            virtual_ibans=tuple((get("virtual_ibans") or ())),
            emails=tuple((get("emails") or ())),
            group=get("group"),
        )


@record
class Tax(Record):
    """Tax in a total."""

    _RECORD: ClassVar[str] = "Tax"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "rate",
        "amount",
    )

    rate: Decimal
    """Rate of the tax in per cent."""
    amount: Decimal
    """The tax, in the item's currency."""

    def __post_init__(self) -> None:
        if type(self.rate) is not Decimal:
            set_decimal(self, "rate")
        if type(self.amount) is not Decimal:
            set_decimal(self, "amount")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Tax:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            rate=decimal(document["rate"]),
            amount=decimal(document["amount"]),
        )


@record
class Terms(Record):
    """Early-payment discount."""

    _RECORD: ClassVar[str] = "Terms"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "discount_percent",
        "discount_days",
    )

    discount_percent: Decimal
    """Per cent of the total."""
    discount_days: int
    """Days from the date of issue."""

    def __post_init__(self) -> None:
        if type(self.discount_percent) is not Decimal:
            set_decimal(self, "discount_percent")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Terms:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            discount_percent=decimal(document["discount_percent"]),
            discount_days=document["discount_days"],
        )


@record
class Invoice(Record):
    """An open item: an invoice, a bill, a credit note, or a row of a ledger."""

    _RECORD: ClassVar[str] = "Invoice"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "id",
        "number",
        "other_numbers",
        "kind",
        "customer",
        "issued_on",
        "due_on",
        "total",
        "open",
        "currency",
        "previous_totals",
        "covers",
        "state",
        "references",
        "tax",
        "terms",
        "description",
        "metadata",
    )

    id: str
    """The host's key."""
    total: Decimal
    """Total of the document, with tax."""
    currency: str
    """Of all its amounts."""
    number: str | None = None
    """The number printed on the document; may repeat."""
    other_numbers: tuple[str, ...] = ()
    """Pro-forma, order and earlier numbers."""
    kind: InvoiceKind | None = None
    """What the item is; `invoice` is the default."""
    customer: Customer | None = None
    """Who owes it; absent or without a name: unknown."""
    issued_on: date | None = None
    """Date of issue."""
    due_on: date | None = None
    """Due date, as agreed with the customer."""
    open: Decimal | None = None
    """What is still owed. Default: the total."""
    previous_totals: tuple[Decimal, ...] = ()
    """What the total was before a late fee or a correction."""
    covers: tuple[str, ...] = ()
    """Ids of the items that a mass-payment invoice stands for: they share one open amount."""
    state: InvoiceState | None = None
    """Whether it is open; `open` is the default."""
    references: tuple[str, ...] = ()
    """Payment references printed on it or sent with it (RF, OGM, KID, QRR, OCR, `pi_…`)."""
    tax: tuple[Tax, ...] = ()
    """Tax in the total."""
    terms: Terms | None = None
    """Terms of the discount for early payment."""
    description: str | None = None
    """Free text of the item: its lines, or the memo of a ledger row."""
    metadata: Mapping[str, str] = field(default_factory=dict, hash=False)
    """The host's own keys."""

    def __post_init__(self) -> None:
        if type(self.total) is not Decimal:
            set_decimal(self, "total")
        if type(self.other_numbers) is not tuple:
            set_tuple(self, "other_numbers")
        if self.issued_on is not None and type(self.issued_on) is not date:
            set_day(self, "issued_on")
        if self.due_on is not None and type(self.due_on) is not date:
            set_day(self, "due_on")
        if self.open is not None and type(self.open) is not Decimal:
            set_decimal(self, "open")
        if type(self.previous_totals) is not tuple:
            set_tuple(self, "previous_totals")
        if type(self.covers) is not tuple:
            set_tuple(self, "covers")
        if type(self.references) is not tuple:
            set_tuple(self, "references")
        if type(self.tax) is not tuple:
            set_tuple(self, "tax")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Invoice:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            id=document["id"],
            total=decimal(document["total"]),
            currency=document["currency"],
            number=get("number"),
            other_numbers=tuple((get("other_numbers") or ())),
            kind=get("kind"),
            customer=None if (value := get("customer")) is None else Customer.from_document(value),
            issued_on=None if (value := get("issued_on")) is None else day(value),
            due_on=None if (value := get("due_on")) is None else day(value),
            open=None if (value := get("open")) is None else decimal(value),
            previous_totals=tuple([decimal(each) for each in (get("previous_totals") or ())]),
            covers=tuple((get("covers") or ())),
            state=get("state"),
            references=tuple((get("references") or ())),
            tax=tuple([Tax.from_document(each) for each in (get("tax") or ())]),
            terms=None if (value := get("terms")) is None else Terms.from_document(value),
            description=get("description"),
            metadata=dict((get("metadata") or {})),
        )


@record
class Settlement(Record):
    """What was settled before, by the host or by a gateway."""

    _RECORD: ClassVar[str] = "Settlement"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "invoice",
        "amount",
        "currency",
        "settled_on",
        "transaction",
        "external_ids",
    )

    invoice: str
    """Id of the item."""
    amount: Decimal
    """How much; negative where it was taken back."""
    currency: str
    """Of the item."""
    settled_on: date
    """Day on which it was settled."""
    transaction: str | None = None
    """Id of the transaction, if known."""
    external_ids: tuple[str, ...] = ()
    """Ids of the gateway: `pi_…`, `PM…`."""

    def __post_init__(self) -> None:
        if type(self.amount) is not Decimal:
            set_decimal(self, "amount")
        if type(self.settled_on) is not date:
            set_day(self, "settled_on")
        if type(self.external_ids) is not tuple:
            set_tuple(self, "external_ids")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Settlement:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            invoice=document["invoice"],
            amount=decimal(document["amount"]),
            currency=document["currency"],
            settled_on=day(document["settled_on"]),
            transaction=get("transaction"),
            external_ids=tuple((get("external_ids") or ())),
        )


@record
class Balance(Record):
    """A balance that the bank states."""

    _RECORD: ClassVar[str] = "Balance"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "account",
        "statement",
        "kind",
        "amount",
        "currency",
        "on",
    )

    kind: BalanceKind
    """What it is."""
    amount: Decimal
    """The balance, signed; negative: overdrawn."""
    currency: str
    """Of the account."""
    account: str | None = None
    """The account: IBAN or the bank's own number."""
    statement: str | None = None
    """Id of the statement it stands in."""
    on: date | None = None
    """Of which day."""

    def __post_init__(self) -> None:
        if type(self.amount) is not Decimal:
            set_decimal(self, "amount")
        if self.on is not None and type(self.on) is not date:
            set_day(self, "on")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Balance:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            kind=document["kind"],
            amount=decimal(document["amount"]),
            currency=document["currency"],
            account=get("account"),
            statement=get("statement"),
            on=None if (value := get("on")) is None else day(value),
        )


@record
class Account(Record):
    """An account of the host that an input names."""

    _RECORD: ClassVar[str] = "Account"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "id",
        "owner",
        "name",
        "bank",
        "currency",
    )

    id: str
    """As the transactions name it: IBAN, or the bank's or the provider's own number."""
    owner: str | None = None
    """Who holds it."""
    name: str | None = None
    """What it is called: the product, or a name that the holder gave it."""
    bank: str | None = None
    """BIC of the bank, or its national number."""
    currency: str | None = None
    """The currency that it is held in."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Account:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            id=document["id"],
            owner=get("owner"),
            name=get("name"),
            bank=get("bank"),
            currency=get("currency"),
        )


@record
class Money(Record):
    """An amount of a currency."""

    _RECORD: ClassVar[str] = "Money"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "currency",
        "amount",
    )

    currency: str
    """Currency code of ISO 4217."""
    amount: Decimal
    """The amount in major units."""

    def __post_init__(self) -> None:
        if type(self.amount) is not Decimal:
            set_decimal(self, "amount")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Money:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            currency=document["currency"],
            amount=decimal(document["amount"]),
        )


@record
class Statement(Record):
    """A statement of an account: what it covers, and whether its balances prove its entries."""

    _RECORD: ClassVar[str] = "Statement"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "account",
        "id",
        "number",
        "from_",
        "until",
        "opening",
        "closing",
        "booked",
        "entries",
        "proof",
        "chain",
    )

    entries: int
    """Number of booked entries."""
    proof: Proof
    """Whether opening balance and entries make the closing balance."""
    chain: Chain
    """How it follows the statement before it."""
    account: str | None = None
    """The account, as the transactions name it."""
    id: str | None = None
    """Id that the bank gave it."""
    number: str | None = None
    """Its number, as printed."""
    from_: date | None = None
    """First day of its period."""
    until: date | None = None
    """Last day of its period, or the day of its closing balance."""
    opening: Money | None = None
    """Booked balance before its entries."""
    closing: Money | None = None
    """Booked balance after them."""
    booked: Money | None = None
    """Sum of the booked entries."""

    def __post_init__(self) -> None:
        if self.from_ is not None and type(self.from_) is not date:
            set_day(self, "from_")
        if self.until is not None and type(self.until) is not date:
            set_day(self, "until")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Statement:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            entries=document["entries"],
            proof=document["proof"],
            chain=document["chain"],
            account=get("account"),
            id=get("id"),
            number=get("number"),
            from_=None if (value := get("from")) is None else day(value),
            until=None if (value := get("until")) is None else day(value),
            opening=None if (value := get("opening")) is None else Money.from_document(value),
            closing=None if (value := get("closing")) is None else Money.from_document(value),
            booked=None if (value := get("booked")) is None else Money.from_document(value),
        )


@record
class ByteRange(Record):
    """Bytes of an input or a text."""

    _RECORD: ClassVar[str] = "ByteRange"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "start",
        "end",
    )

    start: int
    """The first, counted from 0."""
    end: int
    """Behind the last."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> ByteRange:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            start=document["start"],
            end=document["end"],
        )


@record
class Problem(Record):
    """An error or a warning about a record: code, sentence, place. It holds no data of a person."""

    _RECORD: ClassVar[str] = "Problem"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "code",
        "message",
        "bytes",
        "line",
        "field",
        "row",
    )

    code: str
    """A stable code: `format.csv.bad_amount`."""
    message: str
    """What was wrong, and what would be right."""
    bytes: ByteRange | None = None
    """Bytes of the record."""
    line: int | None = None
    """Line, counted from 1."""
    field: str | None = None
    """Path of the field."""
    row: str | None = None
    """Id of the row."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Problem:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            code=document["code"],
            message=document["message"],
            bytes=None if (value := get("bytes")) is None else ByteRange.from_document(value),
            line=get("line"),
            field=get("field"),
            row=get("row"),
        )


@record
class RecordPlace(Record):
    """Where a row came from, counted on the input as it was given, whatever its encoding."""

    _RECORD: ClassVar[str] = "RecordPlace"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "bytes",
        "line",
        "field",
    )

    bytes: ByteRange
    """Bytes of its record. Rows of one batch have the bytes of the batch."""
    line: int
    """Line on which the record begins, counted from 1."""
    field: str | None = None
    """Path of the record: `/transactions/booked/3`, `Stmt[1]/Ntry[17]`."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> RecordPlace:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            bytes=ByteRange.from_document(document["bytes"]),
            line=document["line"],
            field=get("field"),
        )


@record
class Places(Record):
    """Where the rows of a report came from: for each list of rows the places in the same order."""

    _RECORD: ClassVar[str] = "Places"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "transactions",
        "invoices",
        "settlements",
        "balances",
        "accounts",
        "statements",
    )

    transactions: tuple[RecordPlace, ...]
    """Of the transactions."""
    invoices: tuple[RecordPlace, ...]
    """Of the invoices."""
    settlements: tuple[RecordPlace, ...]
    """Of the settlements."""
    balances: tuple[RecordPlace, ...]
    """Of the balances."""
    accounts: tuple[RecordPlace, ...]
    """Of the accounts: where each is named first."""
    statements: tuple[RecordPlace, ...]
    """Of the statements."""

    def __post_init__(self) -> None:
        if type(self.transactions) is not tuple:
            set_tuple(self, "transactions")
        if type(self.invoices) is not tuple:
            set_tuple(self, "invoices")
        if type(self.settlements) is not tuple:
            set_tuple(self, "settlements")
        if type(self.balances) is not tuple:
            set_tuple(self, "balances")
        if type(self.accounts) is not tuple:
            set_tuple(self, "accounts")
        if type(self.statements) is not tuple:
            set_tuple(self, "statements")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Places:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            transactions=tuple([RecordPlace.from_document(each) for each in document["transactions"]]),
            invoices=tuple([RecordPlace.from_document(each) for each in document["invoices"]]),
            settlements=tuple([RecordPlace.from_document(each) for each in document["settlements"]]),
            balances=tuple([RecordPlace.from_document(each) for each in document["balances"]]),
            accounts=tuple([RecordPlace.from_document(each) for each in document["accounts"]]),
            statements=tuple([RecordPlace.from_document(each) for each in document["statements"]]),
        )


@record
class Report(Record):
    """The rows of one input, and what could not be read of it."""

    _RECORD: ClassVar[str] = "Report"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "format",
        "transactions",
        "invoices",
        "settlements",
        "balances",
        "accounts",
        "statements",
        "errors",
        "warnings",
        "places",
        "records",
        "refused",
        "says_empty",
    )

    format: Format
    """The format it was read as."""
    transactions: tuple[Transaction, ...]
    """In the order of the input."""
    invoices: tuple[Invoice, ...]
    """In the order of the input."""
    settlements: tuple[Settlement, ...]
    """In the order of the input."""
    balances: tuple[Balance, ...]
    """As the bank states them."""
    accounts: tuple[Account, ...]
    """The host's own accounts that the input names, each once."""
    statements: tuple[Statement, ...]
    """Each with the proof by its balances."""
    errors: tuple[Problem, ...]
    """One a record that could not be read."""
    warnings: tuple[Problem, ...]
    """What was assumed or doubted; the rows are there."""
    records: int
    """Records seen: rows read and rows refused."""
    refused: int
    """Records that were refused."""
    says_empty: bool
    """Whether the input says itself that it holds no row."""
    places: Places | None = None
    """Where each row came from, unless the request says that none is wanted."""

    def __post_init__(self) -> None:
        if type(self.transactions) is not tuple:
            set_tuple(self, "transactions")
        if type(self.invoices) is not tuple:
            set_tuple(self, "invoices")
        if type(self.settlements) is not tuple:
            set_tuple(self, "settlements")
        if type(self.balances) is not tuple:
            set_tuple(self, "balances")
        if type(self.accounts) is not tuple:
            set_tuple(self, "accounts")
        if type(self.statements) is not tuple:
            set_tuple(self, "statements")
        if type(self.errors) is not tuple:
            set_tuple(self, "errors")
        if type(self.warnings) is not tuple:
            set_tuple(self, "warnings")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Report:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            format=document["format"],
            transactions=tuple([Transaction.from_document(each) for each in document["transactions"]]),
            invoices=tuple([Invoice.from_document(each) for each in document["invoices"]]),
            settlements=tuple([Settlement.from_document(each) for each in document["settlements"]]),
            balances=tuple([Balance.from_document(each) for each in document["balances"]]),
            accounts=tuple([Account.from_document(each) for each in document["accounts"]]),
            statements=tuple([Statement.from_document(each) for each in document["statements"]]),
            errors=tuple([Problem.from_document(each) for each in document["errors"]]),
            warnings=tuple([Problem.from_document(each) for each in document["warnings"]]),
            records=document["records"],
            refused=document["refused"],
            says_empty=document["says_empty"],
            places=None if (value := get("places")) is None else Places.from_document(value),
        )


@record
class StatementHead(Record):
    """What a statement that is to be written covers; what is left out is told from its rows."""

    _RECORD: ClassVar[str] = "StatementHead"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "account",
        "id",
        "number",
        "from_",
        "until",
        "opening",
        "closing",
    )

    account: str | None = None
    """The account: IBAN or the bank's own number."""
    id: str | None = None
    """Id of the statement."""
    number: str | None = None
    """Number of the statement."""
    from_: date | None = None
    """First day of its period."""
    until: date | None = None
    """Last day of its period."""
    opening: Money | None = None
    """Booked balance before its entries."""
    closing: Money | None = None
    """Booked balance after them."""

    def __post_init__(self) -> None:
        if self.from_ is not None and type(self.from_) is not date:
            set_day(self, "from_")
        if self.until is not None and type(self.until) is not date:
            set_day(self, "until")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> StatementHead:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            account=get("account"),
            id=get("id"),
            number=get("number"),
            from_=None if (value := get("from")) is None else day(value),
            until=None if (value := get("until")) is None else day(value),
            opening=None if (value := get("opening")) is None else Money.from_document(value),
            closing=None if (value := get("closing")) is None else Money.from_document(value),
        )


@record
class Written(Record):
    """A file, and what the format does not hold of the rows."""

    _RECORD: ClassVar[str] = "Written"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "text",
        "left_out",
    )

    text: str
    """The content of the file."""
    left_out: tuple[Problem, ...]
    """One a row of which the format does not hold all, naming the fields."""

    def __post_init__(self) -> None:
        if type(self.left_out) is not tuple:
            set_tuple(self, "left_out")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Written:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            text=document["text"],
            left_out=tuple([Problem.from_document(each) for each in document["left_out"]]),
        )


@record
class StreamSummary(Record):
    """What an input was, when all of it is read."""

    _RECORD: ClassVar[str] = "StreamSummary"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "format",
        "records",
        "refused",
        "says_empty",
    )

    format: Format
    """The format it was read as."""
    records: int
    """Records seen: rows read and rows refused."""
    refused: int
    """Records that were refused."""
    says_empty: bool
    """Whether the input says itself that it holds no row."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> StreamSummary:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            format=document["format"],
            records=document["records"],
            refused=document["refused"],
            says_empty=document["says_empty"],
        )


@record
class StreamBatch(Record):
    """The rows that the last bytes of an input completed."""

    _RECORD: ClassVar[str] = "StreamBatch"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "transactions",
        "invoices",
        "settlements",
        "balances",
        "accounts",
        "statements",
        "errors",
        "warnings",
        "places",
        "summary",
    )

    transactions: tuple[Transaction, ...]
    """In the order of the input."""
    invoices: tuple[Invoice, ...]
    """In the order of the input."""
    settlements: tuple[Settlement, ...]
    """In the order of the input."""
    balances: tuple[Balance, ...]
    """As the bank states them."""
    accounts: tuple[Account, ...]
    """The host's own accounts that the input names, each once."""
    statements: tuple[Statement, ...]
    """Each with the proof by its balances."""
    errors: tuple[Problem, ...]
    """One a record that could not be read."""
    warnings: tuple[Problem, ...]
    """What was assumed or doubted; the rows are there."""
    places: Places | None = None
    """Where each row came from, unless the request says that none is wanted."""
    summary: StreamSummary | None = None
    """What the input was, behind its end."""

    def __post_init__(self) -> None:
        if type(self.transactions) is not tuple:
            set_tuple(self, "transactions")
        if type(self.invoices) is not tuple:
            set_tuple(self, "invoices")
        if type(self.settlements) is not tuple:
            set_tuple(self, "settlements")
        if type(self.balances) is not tuple:
            set_tuple(self, "balances")
        if type(self.accounts) is not tuple:
            set_tuple(self, "accounts")
        if type(self.statements) is not tuple:
            set_tuple(self, "statements")
        if type(self.errors) is not tuple:
            set_tuple(self, "errors")
        if type(self.warnings) is not tuple:
            set_tuple(self, "warnings")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> StreamBatch:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            transactions=tuple([Transaction.from_document(each) for each in document["transactions"]]),
            invoices=tuple([Invoice.from_document(each) for each in document["invoices"]]),
            settlements=tuple([Settlement.from_document(each) for each in document["settlements"]]),
            balances=tuple([Balance.from_document(each) for each in document["balances"]]),
            accounts=tuple([Account.from_document(each) for each in document["accounts"]]),
            statements=tuple([Statement.from_document(each) for each in document["statements"]]),
            errors=tuple([Problem.from_document(each) for each in document["errors"]]),
            warnings=tuple([Problem.from_document(each) for each in document["warnings"]]),
            places=None if (value := get("places")) is None else Places.from_document(value),
            summary=None if (value := get("summary")) is None else StreamSummary.from_document(value),
        )


@record
class RowPlace(Record):
    """A row of one of several inputs."""

    _RECORD: ClassVar[str] = "RowPlace"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "input",
        "row",
        "id",
    )

    input: int
    """Which input, counted from 0."""
    row: int
    """Which row of it, counted from 0."""
    id: str
    """Id of the row."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> RowPlace:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            input=document["input"],
            row=document["row"],
            id=document["id"],
        )


@record
class Copy(Record):
    """A row that was left out, because another says the same."""

    _RECORD: ClassVar[str] = "Copy"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "dropped",
        "kept",
        "why",
    )

    dropped: RowPlace
    """The row left out."""
    kept: RowPlace
    """The row that stays for it."""
    why: CopyReason
    """Why it counts as a copy."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Copy:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            dropped=RowPlace.from_document(document["dropped"]),
            kept=RowPlace.from_document(document["kept"]),
            why=document["why"],
        )


@record
class Parted(Record):
    """An entry that was left out for the payments that it is the sum of."""

    _RECORD: ClassVar[str] = "Parted"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "sum",
        "parts",
    )

    sum: RowPlace
    """The entry that was left out."""
    parts: tuple[RowPlace, ...]
    """The rows that stay for it; they make its amount."""

    def __post_init__(self) -> None:
        if type(self.parts) is not tuple:
            set_tuple(self, "parts")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Parted:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            sum=RowPlace.from_document(document["sum"]),
            parts=tuple([RowPlace.from_document(each) for each in document["parts"]]),
        )


@record
class PayoutMembers(Record):
    """A payout of a gateway and the rows that name it."""

    _RECORD: ClassVar[str] = "PayoutMembers"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "id",
        "payout",
        "members",
        "currency",
        "sum",
        "paid",
        "difference",
        "difference_kind",
    )

    id: str
    """The gateway's id of it."""
    members: tuple[str, ...]
    """Ids of the rows that went into it."""
    currency: str
    """Currency code of ISO 4217."""
    sum: Decimal
    """What the members moved after fees."""
    payout: str | None = None
    """Id of the row with which the gateway paid out, where it is given."""
    paid: Decimal | None = None
    """What left the gateway's account, where its row is given."""
    difference: Decimal | None = None
    """What was paid out beyond the sum, where that is not zero."""
    difference_kind: PayoutRest | None = None
    """What the difference is."""

    def __post_init__(self) -> None:
        if type(self.members) is not tuple:
            set_tuple(self, "members")
        if type(self.sum) is not Decimal:
            set_decimal(self, "sum")
        if self.paid is not None and type(self.paid) is not Decimal:
            set_decimal(self, "paid")
        if self.difference is not None and type(self.difference) is not Decimal:
            set_decimal(self, "difference")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> PayoutMembers:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            id=document["id"],
            members=tuple(document["members"]),
            currency=document["currency"],
            sum=decimal(document["sum"]),
            payout=get("payout"),
            paid=None if (value := get("paid")) is None else decimal(value),
            difference=None if (value := get("difference")) is None else decimal(value),
            difference_kind=get("difference_kind"),
        )


@record
class Linked(Record):
    """The transactions of all inputs without their copies. Every row given is in one of the first three."""

    _RECORD: ClassVar[str] = "Linked"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "transactions",
        "copies",
        "errors",
        "batches",
        "payouts",
    )

    transactions: tuple[Transaction, ...]
    """Those that stay, in the order given."""
    copies: tuple[Copy, ...]
    """Those left out as copies."""
    errors: tuple[Problem, ...]
    """Those left out because another has their id and says something else."""
    batches: tuple[Parted, ...] = ()
    """Batches whose sum was left out, with their payments."""
    payouts: tuple[PayoutMembers, ...] = ()
    """The payouts that rows name, and what went into each."""

    def __post_init__(self) -> None:
        if type(self.transactions) is not tuple:
            set_tuple(self, "transactions")
        if type(self.copies) is not tuple:
            set_tuple(self, "copies")
        if type(self.errors) is not tuple:
            set_tuple(self, "errors")
        if type(self.batches) is not tuple:
            set_tuple(self, "batches")
        if type(self.payouts) is not tuple:
            set_tuple(self, "payouts")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Linked:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            transactions=tuple([Transaction.from_document(each) for each in document["transactions"]]),
            copies=tuple([Copy.from_document(each) for each in document["copies"]]),
            errors=tuple([Problem.from_document(each) for each in document["errors"]]),
            batches=tuple([Parted.from_document(each) for each in (get("batches") or ())]),
            payouts=tuple([PayoutMembers.from_document(each) for each in (get("payouts") or ())]),
        )


@record
class InvoicesOnce(Record):
    """The items of all inputs, each once."""

    _RECORD: ClassVar[str] = "InvoicesOnce"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "invoices",
        "copies",
        "errors",
    )

    invoices: tuple[Invoice, ...]
    """In the order given."""
    copies: int
    """How many were left out as copies."""
    errors: tuple[Problem, ...]
    """Those left out because another has their id and says something else."""

    def __post_init__(self) -> None:
        if type(self.invoices) is not tuple:
            set_tuple(self, "invoices")
        if type(self.errors) is not tuple:
            set_tuple(self, "errors")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> InvoicesOnce:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            invoices=tuple([Invoice.from_document(each) for each in document["invoices"]]),
            copies=document["copies"],
            errors=tuple([Problem.from_document(each) for each in document["errors"]]),
        )


@record
class SettlementsOnce(Record):
    """The settlements of all inputs, each once."""

    _RECORD: ClassVar[str] = "SettlementsOnce"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "settlements",
        "copies",
    )

    settlements: tuple[Settlement, ...]
    """In the order given."""
    copies: int
    """How many were left out as copies."""

    def __post_init__(self) -> None:
        if type(self.settlements) is not tuple:
            set_tuple(self, "settlements")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> SettlementsOnce:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            settlements=tuple([Settlement.from_document(each) for each in document["settlements"]]),
            copies=document["copies"],
        )


@record
class AutoScope(Record):
    """What `auto` may do. What it excludes becomes `review`."""

    _RECORD: ClassVar[str] = "AutoScope"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "enabled",
        "kinds",
        "sources",
        "max_amount",
        "except_customers",
    )

    enabled: bool | None = None
    """Off: everything is `review` (a shadow month). Default on."""
    kinds: tuple[MatchKind, ...] = ()
    """Kinds of matches; empty: all."""
    sources: tuple[str, ...] = ()
    """Sources of transactions (`camt053`, `stripe` …); empty: all."""
    max_amount: Decimal | None = None
    """The largest payment, in major units of its currency. Default: any."""
    except_customers: tuple[str, ...] = ()
    """Ids of customers who are always reviewed."""

    def __post_init__(self) -> None:
        if type(self.kinds) is not tuple:
            set_tuple(self, "kinds")
        if type(self.sources) is not tuple:
            set_tuple(self, "sources")
        if self.max_amount is not None and type(self.max_amount) is not Decimal:
            set_decimal(self, "max_amount")
        if type(self.except_customers) is not tuple:
            set_tuple(self, "except_customers")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> AutoScope:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            enabled=get("enabled"),
            kinds=tuple((get("kinds") or ())),
            sources=tuple((get("sources") or ())),
            max_amount=None if (value := get("max_amount")) is None else decimal(value),
            except_customers=tuple((get("except_customers") or ())),
        )


@record
class FxRate(Record):
    """An exchange rate of the host's books. It holds the other way round too."""

    _RECORD: ClassVar[str] = "FxRate"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "from_",
        "to",
        "rate",
        "on",
    )

    from_: str
    """The currency that is exchanged."""
    to: str
    """The currency that it becomes."""
    rate: Decimal
    """Major units of `to` for one major unit of `from`; above zero."""
    on: date | None = None
    """The day it is of. Default: any day; of several the nearest counts."""

    def __post_init__(self) -> None:
        if type(self.rate) is not Decimal:
            set_decimal(self, "rate")
        if self.on is not None and type(self.on) is not date:
            set_day(self, "on")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> FxRate:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            from_=document["from"],
            to=document["to"],
            rate=decimal(document["rate"]),
            on=None if (value := get("on")) is None else day(value),
        )


@record
class Options(Record):
    """Options of a reconciliation. The defaults need no tuning."""

    _RECORD: ClassVar[str] = "Options"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "as_of",
        "max_wrong_auto",
        "auto",
        "twins",
        "bank_fee_per_mille",
        "bank_fee_cap",
        "rounding_minor",
        "discount_grace_days",
        "max_group",
        "pooled_ibans",
        "own_ibans",
        "own_names",
        "rates",
        "threads",
        "alternatives",
        "adapt",
        "audit_rate",
        "audit_salt",
    )
    _SECRETS: ClassVar[frozenset[str]] = frozenset({"audit_salt"})

    as_of: date | None = None
    """The day the result speaks of. Default: the latest booking date of the call."""
    max_wrong_auto: float | None = None
    """The share of automatic matches that may be wrong, 0 to 0.5. Default 0.0001."""
    auto: AutoScope | None = None
    """What `auto` may do."""
    twins: TwinPolicy | None = None
    """Items of one customer and one amount that nothing tells apart. Default `oldest_first`."""
    bank_fee_per_mille: int | None = None
    """The largest charge of banks on the way, per mille of the item. Default 20."""
    bank_fee_cap: int | None = None
    """The largest such charge, in major units. Default 50; 0: no charges."""
    rounding_minor: int | None = None
    """The largest difference that is a rounding, in minor units. Default 5; 0: none."""
    discount_grace_days: int | None = None
    """Days by which a discount may be taken late. Default 5."""
    max_group: int | None = None
    """Most items that one payment may settle without their numbers in its text, up to 64. Default 9."""
    pooled_ibans: tuple[str, ...] = ()
    """IBANs that belong to nobody in particular: they identify no customer."""
    own_ibans: tuple[str, ...] = ()
    """The host's own accounts: what moves between them is no receipt."""
    own_names: tuple[str, ...] = ()
    """Names of the host's own company: a transfer from it is no receipt."""
    rates: tuple[FxRate, ...] = ()
    """The host's exchange rates; without any they are learnt from payments that name their item."""
    threads: int | None = None
    """0: as many as there are; 1: none beside the caller. The result does not depend on it. Default 1."""
    alternatives: int | None = None
    """Most alternatives that are shown beside a match, up to 100. Default 3."""
    adapt: bool | None = None
    """Whether the payments of a call teach about each other. Default on."""
    audit_rate: float | None = None
    """The share of automatic matches that are marked `audit`, 0 to 1. Default 0."""
    audit_salt: str | None = None
    """A secret of the host that makes the sample one that nobody can foresee."""

    def __post_init__(self) -> None:
        if self.as_of is not None and type(self.as_of) is not date:
            set_day(self, "as_of")
        if type(self.pooled_ibans) is not tuple:
            set_tuple(self, "pooled_ibans")
        if type(self.own_ibans) is not tuple:
            set_tuple(self, "own_ibans")
        if type(self.own_names) is not tuple:
            set_tuple(self, "own_names")
        if type(self.rates) is not tuple:
            set_tuple(self, "rates")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Options:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            as_of=None if (value := get("as_of")) is None else day(value),
            max_wrong_auto=get("max_wrong_auto"),
            auto=None if (value := get("auto")) is None else AutoScope.from_document(value),
            twins=get("twins"),
            bank_fee_per_mille=get("bank_fee_per_mille"),
            bank_fee_cap=get("bank_fee_cap"),
            rounding_minor=get("rounding_minor"),
            discount_grace_days=get("discount_grace_days"),
            max_group=get("max_group"),
            pooled_ibans=tuple((get("pooled_ibans") or ())),
            own_ibans=tuple((get("own_ibans") or ())),
            own_names=tuple((get("own_names") or ())),
            rates=tuple([FxRate.from_document(each) for each in (get("rates") or ())]),
            threads=get("threads"),
            alternatives=get("alternatives"),
            adapt=get("adapt"),
            audit_rate=get("audit_rate"),
            audit_salt=get("audit_salt"),
        )


@record
class Engine(Record):
    """What computed a result: equal fields and equal input give equal bytes."""

    _RECORD: ClassVar[str] = "Engine"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "version",
        "parameters",
        "options",
        "memory",
    )

    version: str
    """Version of the engine."""
    parameters: str
    """Name of the parameter set."""
    options: str
    """Digest of the options."""
    memory: str
    """Digest of the memory, or `none`."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Engine:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            version=document["version"],
            parameters=document["parameters"],
            options=document["options"],
            memory=document["memory"],
        )


@record
class Allocation(Record):
    """So much of a source (`transaction` or `credit`) settles so much of a target (`invoice` or
    `customer`).
    """

    _RECORD: ClassVar[str] = "Allocation"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "transaction",
        "credit",
        "invoice",
        "customer",
        "amount",
        "currency",
        "paid_amount",
        "paid_currency",
        "rate",
    )

    amount: Decimal
    """In the target's currency; negative where it takes a settlement back."""
    currency: str
    """Of the target."""
    transaction: str | None = None
    """Source: a transaction's id."""
    credit: str | None = None
    """Source: a credit note's id."""
    invoice: str | None = None
    """Target: an item's id."""
    customer: str | None = None
    """Target: a customer's id, money on account."""
    paid_amount: Decimal | None = None
    """Where the currencies differ: what was paid."""
    paid_currency: str | None = None
    """Of the payment."""
    rate: Decimal | None = None
    """`amount × rate = paid_amount`."""

    def __post_init__(self) -> None:
        if type(self.amount) is not Decimal:
            set_decimal(self, "amount")
        if self.paid_amount is not None and type(self.paid_amount) is not Decimal:
            set_decimal(self, "paid_amount")
        if self.rate is not None and type(self.rate) is not Decimal:
            set_decimal(self, "rate")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Allocation:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            amount=decimal(document["amount"]),
            currency=document["currency"],
            transaction=get("transaction"),
            credit=get("credit"),
            invoice=get("invoice"),
            customer=get("customer"),
            paid_amount=None if (value := get("paid_amount")) is None else decimal(value),
            paid_currency=get("paid_currency"),
            rate=None if (value := get("rate")) is None else decimal(value),
        )


@record
class Difference(Record):
    """Money of a transaction that settles nothing, or a label on a part of an item that stays open."""

    _RECORD: ClassVar[str] = "Difference"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "kind",
        "transaction",
        "invoice",
        "amount",
        "currency",
    )

    kind: DifferenceKind
    """What the difference is taken for."""
    amount: Decimal
    """How much it is, in major units."""
    currency: str
    """Of the amount."""
    transaction: str | None = None
    """Whose money it is."""
    invoice: str | None = None
    """Whose part it is."""

    def __post_init__(self) -> None:
        if type(self.amount) is not Decimal:
            set_decimal(self, "amount")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Difference:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            kind=document["kind"],
            amount=decimal(document["amount"]),
            currency=document["currency"],
            transaction=get("transaction"),
            invoice=get("invoice"),
        )


@record
class Evidence(Record):
    """One reason, with its weight."""

    _RECORD: ClassVar[str] = "Evidence"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "code",
        "weight",
        "text",
    )

    code: EvidenceCode
    """A stable code."""
    weight: float
    """Bits; positive speaks for the match."""
    text: str
    """A sentence for a person."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Evidence:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            code=document["code"],
            weight=document["weight"],
            text=document["text"],
        )


@record
class Alternative(Record):
    """A rival explanation of the same payment."""

    _RECORD: ClassVar[str] = "Alternative"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "allocations",
        "probability",
        "evidence",
    )

    allocations: tuple[Allocation, ...]
    """What it would settle; empty: nothing that is known."""
    probability: float
    """Calibrated probability, with six decimals."""
    evidence: tuple[Evidence, ...] = ()
    """Why, for the nearest of an unmatched transaction."""

    def __post_init__(self) -> None:
        if type(self.allocations) is not tuple:
            set_tuple(self, "allocations")
        if type(self.evidence) is not tuple:
            set_tuple(self, "evidence")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Alternative:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            allocations=tuple([Allocation.from_document(each) for each in document["allocations"]]),
            probability=document["probability"],
            evidence=tuple([Evidence.from_document(each) for each in (get("evidence") or ())]),
        )


@record
class Member(Record):
    """A row of a payout."""

    _RECORD: ClassVar[str] = "Member"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "transaction",
        "kind",
        "amount",
        "currency",
    )

    transaction: str
    """Id of the transaction."""
    kind: Component
    """What it is in the payout."""
    amount: Decimal
    """What it moved before fees."""
    currency: str
    """Of its account."""

    def __post_init__(self) -> None:
        if type(self.amount) is not Decimal:
            set_decimal(self, "amount")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Member:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            transaction=document["transaction"],
            kind=document["kind"],
            amount=decimal(document["amount"]),
            currency=document["currency"],
        )


@record
class Residual(Record):
    """A part of a payout that is no row of its own."""

    _RECORD: ClassVar[str] = "Residual"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "kind",
        "amount",
        "currency",
    )

    kind: Component
    """What the component stands for."""
    amount: Decimal
    """With the sign that it has in the payout: fees are negative."""
    currency: str
    """Of the payout."""

    def __post_init__(self) -> None:
        if type(self.amount) is not Decimal:
            set_decimal(self, "amount")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Residual:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            kind=document["kind"],
            amount=decimal(document["amount"]),
            currency=document["currency"],
        )


@record
class Match(Record):
    """One decision: which payments settle which items."""

    _RECORD: ClassVar[str] = "Match"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "id",
        "kind",
        "decision",
        "probability",
        "score",
        "prior",
        "allocations",
        "differences",
        "evidence",
        "alternatives",
        "review",
        "review_clue",
        "deposit",
        "members",
        "residual",
        "audit",
        "calibration",
    )

    id: str
    """`m_` and 32 hex digits: the digest of its sorted allocations; the same match has the same id in
    every run.
    """
    kind: MatchKind
    """How many transactions and items it joins, and in which way."""
    decision: Decision
    """Whether it may be booked."""
    probability: float
    """That it is right, calibrated, after its rivals; six decimals."""
    score: float
    """Bits: `prior` + the weights of the evidence."""
    prior: float
    """Bits before any evidence."""
    allocations: tuple[Allocation, ...]
    """What settles what."""
    differences: tuple[Difference, ...]
    """Money that settles nothing, or why a part of an item did not come."""
    evidence: tuple[Evidence, ...]
    """What speaks for it and against it."""
    alternatives: tuple[Alternative, ...]
    """Its rivals, likeliest first."""
    calibration: CalibrationKind
    """The kind of evidence that its probability was calibrated by."""
    review: ReviewReason | None = None
    """Why it is not automatic."""
    review_clue: EvidenceCode | None = None
    """With `review: evidence` the evidence that a person should see."""
    deposit: tuple[Member, ...] = ()
    """Of a payout: the rows by which bank and gateway booked it."""
    members: tuple[Member, ...] = ()
    """Of a payout: the gateway's rows that it is made of."""
    residual: tuple[Residual, ...] = ()
    """Of a payout: what is no row of its own; members + residual = deposit."""
    audit: bool | None = None
    """Whether it is of the sample that a person should check."""

    def __post_init__(self) -> None:
        if type(self.allocations) is not tuple:
            set_tuple(self, "allocations")
        if type(self.differences) is not tuple:
            set_tuple(self, "differences")
        if type(self.evidence) is not tuple:
            set_tuple(self, "evidence")
        if type(self.alternatives) is not tuple:
            set_tuple(self, "alternatives")
        if type(self.deposit) is not tuple:
            set_tuple(self, "deposit")
        if type(self.members) is not tuple:
            set_tuple(self, "members")
        if type(self.residual) is not tuple:
            set_tuple(self, "residual")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Match:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            id=document["id"],
            kind=document["kind"],
            decision=document["decision"],
            probability=document["probability"],
            score=document["score"],
            prior=document["prior"],
            allocations=tuple([Allocation.from_document(each) for each in document["allocations"]]),
            differences=tuple([Difference.from_document(each) for each in document["differences"]]),
            evidence=tuple([Evidence.from_document(each) for each in document["evidence"]]),
            alternatives=tuple([Alternative.from_document(each) for each in document["alternatives"]]),
            calibration=document["calibration"],
            review=get("review"),
            review_clue=get("review_clue"),
            deposit=tuple([Member.from_document(each) for each in (get("deposit") or ())]),
            members=tuple([Member.from_document(each) for each in (get("members") or ())]),
            residual=tuple([Residual.from_document(each) for each in (get("residual") or ())]),
            audit=get("audit"),
        )


@record
class Unmatched(Record):
    """A transaction that settles nothing."""

    _RECORD: ClassVar[str] = "Unmatched"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "transaction",
        "reason",
        "nearest",
    )

    transaction: str
    """Id of the transaction."""
    reason: UnmatchedReason
    """Why it settles nothing."""
    nearest: tuple[Alternative, ...]
    """The likeliest explanations, likeliest first."""

    def __post_init__(self) -> None:
        if type(self.nearest) is not tuple:
            set_tuple(self, "nearest")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Unmatched:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            transaction=document["transaction"],
            reason=document["reason"],
            nearest=tuple([Alternative.from_document(each) for each in document["nearest"]]),
        )


@record
class OpenInvoice(Record):
    """An item with something left."""

    _RECORD: ClassVar[str] = "OpenInvoice"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "invoice",
        "open",
        "currency",
    )

    invoice: str
    """Id of the open item."""
    open: Decimal
    """What is still owed after all matches, automatic and in review."""
    currency: str
    """Of the item."""

    def __post_init__(self) -> None:
        if type(self.open) is not Decimal:
            set_decimal(self, "open")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> OpenInvoice:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            invoice=document["invoice"],
            open=decimal(document["open"]),
            currency=document["currency"],
        )


@record
class Summary(Record):
    """Totals of a result."""

    _RECORD: ClassVar[str] = "Summary"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "transactions",
        "auto",
        "review",
        "unmatched",
        "allocated",
    )

    transactions: int
    """Transactions that were used."""
    auto: int
    """Those in automatic matches."""
    review: int
    """Those in matches for review."""
    unmatched: int
    """Those that settle nothing."""
    allocated: tuple[Money, ...]
    """Allocated, one a currency; left out where the sum is more than an amount holds."""

    def __post_init__(self) -> None:
        if type(self.allocated) is not tuple:
            set_tuple(self, "allocated")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Summary:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            transactions=document["transactions"],
            auto=document["auto"],
            review=document["review"],
            unmatched=document["unmatched"],
            allocated=tuple([Money.from_document(each) for each in document["allocated"]]),
        )


@record
class Bound(Record):
    """What stands behind `auto`."""

    _RECORD: ClassVar[str] = "Bound"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "method",
        "confirmed",
        "wrong",
        "upper",
        "failed",
    )

    method: str
    """`shipped`: the calibration that came with the engine; `audit`: the verdicts on audited matches."""
    confirmed: int | None = None
    """Audited matches that were right."""
    wrong: int | None = None
    """Audited matches that were wrong."""
    upper: float | None = None
    """Upper bound of the share that is wrong, one-sided at 95 %."""
    failed: bool | None = None
    """Whether more are wrong than `max_wrong_auto` accepts: nothing is automatic then."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Bound:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            method=document["method"],
            confirmed=get("confirmed"),
            wrong=get("wrong"),
            upper=get("upper"),
            failed=get("failed"),
        )


@record
class Limit(Record):
    """A bound of the search that was hit: the answer is right, a better one may have been missed."""

    _RECORD: ClassVar[str] = "Limit"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "code",
        "transaction",
    )

    code: LimitKind
    """Which limit was reached."""
    transaction: str
    """Id of the transaction at which it was reached."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Limit:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            code=document["code"],
            transaction=document["transaction"],
        )


@record
class Reconciliation(ReconciliationBase):
    """The result of a reconciliation. The same rows give the same bytes, in any order and on any number of
    threads.
    """

    _RECORD: ClassVar[str] = "Reconciliation"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "version",
        "as_of",
        "engine",
        "matches",
        "unmatched",
        "open_invoices",
        "summary",
        "bound",
        "errors",
        "warnings",
        "limits",
    )

    version: int
    """Of the shape: 1."""
    as_of: date
    """The day it speaks of."""
    engine: Engine
    """What computed it."""
    matches: tuple[Match, ...]
    """Payments and what they settle, ordered by their smallest transaction id."""
    unmatched: tuple[Unmatched, ...]
    """Transactions that settle nothing, ordered by id."""
    open_invoices: tuple[OpenInvoice, ...]
    """Items with something left, ordered by id."""
    summary: Summary
    """Counts of transactions by what became of them."""
    bound: Bound
    """What stands behind `auto`."""
    errors: tuple[Problem, ...]
    """Records that could not be used."""
    warnings: tuple[Problem, ...]
    """What was used although it is doubtful."""
    limits: tuple[Limit, ...]
    """Bounds of the search that were hit."""

    def __post_init__(self) -> None:
        if type(self.as_of) is not date:
            set_day(self, "as_of")
        if type(self.matches) is not tuple:
            set_tuple(self, "matches")
        if type(self.unmatched) is not tuple:
            set_tuple(self, "unmatched")
        if type(self.open_invoices) is not tuple:
            set_tuple(self, "open_invoices")
        if type(self.errors) is not tuple:
            set_tuple(self, "errors")
        if type(self.warnings) is not tuple:
            set_tuple(self, "warnings")
        if type(self.limits) is not tuple:
            set_tuple(self, "limits")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Reconciliation:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            version=document["version"],
            as_of=day(document["as_of"]),
            engine=Engine.from_document(document["engine"]),
            matches=tuple([Match.from_document(each) for each in document["matches"]]),
            unmatched=tuple([Unmatched.from_document(each) for each in document["unmatched"]]),
            open_invoices=tuple([OpenInvoice.from_document(each) for each in document["open_invoices"]]),
            summary=Summary.from_document(document["summary"]),
            bound=Bound.from_document(document["bound"]),
            errors=tuple([Problem.from_document(each) for each in document["errors"]]),
            warnings=tuple([Problem.from_document(each) for each in document["warnings"]]),
            limits=tuple([Limit.from_document(each) for each in document["limits"]]),
        )


@record
class Calibration(Record):
    """From log-odds to the probability that a result shows."""

    _RECORD: ClassVar[str] = "Calibration"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "kind",
        "log_odds",
        "learnt",
        "probability",
    )

    kind: CalibrationKind
    """The kind of evidence."""
    log_odds: float
    """Base-2 log-odds against the rivals."""
    learnt: float
    """Bits that the host's own verdicts add."""
    probability: float
    """The calibrated probability."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Calibration:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            kind=document["kind"],
            log_odds=document["log_odds"],
            learnt=document["learnt"],
            probability=document["probability"],
        )


@record
class Hypothesis(Record):
    """What a transaction may be."""

    _RECORD: ClassVar[str] = "Hypothesis"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "kind",
        "allocations",
        "prior",
        "evidence",
        "score",
        "alone",
        "probability",
    )

    kind: str
    """A kind of match, or `closed`, `unlisted`, `nothing`."""
    allocations: tuple[Allocation, ...]
    """What it would settle."""
    prior: float
    """Bits before any evidence."""
    evidence: tuple[Evidence, ...]
    """All that speaks for it and against it."""
    score: float
    """Weight of all evidence together, in bits."""
    alone: float
    """Its probability among the hypotheses of this transaction, by the scores alone."""
    probability: float
    """The same when other transactions have claimed what they settle."""

    def __post_init__(self) -> None:
        if type(self.allocations) is not tuple:
            set_tuple(self, "allocations")
        if type(self.evidence) is not tuple:
            set_tuple(self, "evidence")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Hypothesis:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            kind=document["kind"],
            allocations=tuple([Allocation.from_document(each) for each in document["allocations"]]),
            prior=document["prior"],
            evidence=tuple([Evidence.from_document(each) for each in document["evidence"]]),
            score=document["score"],
            alone=document["alone"],
            probability=document["probability"],
        )


@record
class Change(Record):
    """Something that would change the decision."""

    _RECORD: ClassVar[str] = "Change"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "code",
        "bits",
        "text",
    )

    code: str
    """What it is about."""
    text: str
    """The same for a person."""
    bits: float | None = None
    """How much is missing, or to spare."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Change:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            code=document["code"],
            text=document["text"],
            bits=get("bits"),
        )


@record
class Explained(Record):
    """Why one transaction got its answer, to the last bit."""

    _RECORD: ClassVar[str] = "Explained"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "transaction",
        "match",
        "decision",
        "review",
        "unmatched",
        "threshold",
        "calibration",
        "hypotheses",
        "changes",
    )

    transaction: str
    """Id of the transaction."""
    threshold: float
    """From which probability on a match may be automatic."""
    hypotheses: tuple[Hypothesis, ...]
    """The chosen one first, then its rivals, likeliest first."""
    changes: tuple[Change, ...]
    """What would change the decision."""
    match: str | None = None
    """The id of its match; without one it is unmatched."""
    decision: Decision | None = None
    """Whether the match may be booked."""
    review: ReviewReason | None = None
    """Why the match waits."""
    unmatched: UnmatchedReason | None = None
    """Why the transaction is unmatched."""
    calibration: Calibration | None = None
    """How the chosen hypothesis came to its probability."""

    def __post_init__(self) -> None:
        if type(self.hypotheses) is not tuple:
            set_tuple(self, "hypotheses")
        if type(self.changes) is not tuple:
            set_tuple(self, "changes")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Explained:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            transaction=document["transaction"],
            threshold=document["threshold"],
            hypotheses=tuple([Hypothesis.from_document(each) for each in document["hypotheses"]]),
            changes=tuple([Change.from_document(each) for each in document["changes"]]),
            match=get("match"),
            decision=get("decision"),
            review=get("review"),
            unmatched=get("unmatched"),
            calibration=None if (value := get("calibration")) is None else Calibration.from_document(value),
        )


@record
class Feedback(Record):
    """What a person said of a match, with the rows that it is about."""

    _RECORD: ClassVar[str] = "Feedback"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "verdict",
        "day",
        "match",
        "right",
        "transactions",
        "invoices",
    )

    verdict: Verdict
    """What was said."""
    day: date
    """Day on which the person decided."""
    match: Match | None = None
    """The match as the result holds it; a correction of what was unmatched has none."""
    right: tuple[Allocation, ...] = ()
    """With `corrected` what is right."""
    transactions: tuple[Transaction, ...] = ()
    """The transactions that it is about."""
    invoices: tuple[Invoice, ...] = ()
    """The items that it is about."""

    def __post_init__(self) -> None:
        if type(self.day) is not date:
            set_day(self, "day")
        if type(self.right) is not tuple:
            set_tuple(self, "right")
        if type(self.transactions) is not tuple:
            set_tuple(self, "transactions")
        if type(self.invoices) is not tuple:
            set_tuple(self, "invoices")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Feedback:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            verdict=document["verdict"],
            day=day(document["day"]),
            match=None if (value := get("match")) is None else Match.from_document(value),
            right=tuple([Allocation.from_document(each) for each in (get("right") or ())]),
            transactions=tuple([Transaction.from_document(each) for each in (get("transactions") or ())]),
            invoices=tuple([Invoice.from_document(each) for each in (get("invoices") or ())]),
        )


@record
class MemoryInfo(Record):
    """What is to be said of a memory without reading it."""

    _RECORD: ClassVar[str] = "MemoryInfo"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "entries",
        "digest",
    )

    entries: int
    """How many counts it holds."""
    digest: str
    """What results say of it."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> MemoryInfo:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            entries=document["entries"],
            digest=document["digest"],
        )


@record
class ValidReference(Record):
    """A payment reference whose check digits are right."""

    _RECORD: ClassVar[str] = "ValidReference"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "scheme",
        "text",
        "key",
        "base",
        "bits",
    )

    scheme: Scheme
    """Scheme whose check digits it has."""
    text: str
    """As the scheme's rules print it."""
    key: str
    """To compare by, within a scheme."""
    base: str
    """What it is made from: without check digits and padding."""
    bits: int
    """What its check digits prove: -log2 of the chance that a random text passes."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> ValidReference:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            scheme=document["scheme"],
            text=document["text"],
            key=document["key"],
            base=document["base"],
            bits=document["bits"],
        )


@record
class FoundReference(Record):
    """A payment reference that stands in a text."""

    _RECORD: ClassVar[str] = "FoundReference"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "scheme",
        "bytes",
        "key",
        "bits",
        "mark",
    )

    scheme: Scheme
    """Scheme whose check digits it has."""
    bytes: ByteRange
    """Where, in bytes of the text's UTF-8."""
    key: str
    """To compare by, within a scheme."""
    bits: int
    """What its check digits prove."""
    mark: ReferenceMark
    """How it shows what it is."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> FoundReference:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            scheme=document["scheme"],
            bytes=ByteRange.from_document(document["bytes"]),
            key=document["key"],
            bits=document["bits"],
            mark=document["mark"],
        )


@record
class Iban(Record):
    """An IBAN in normal form, with what is to be said of it. Never refused."""

    _RECORD: ClassVar[str] = "Iban"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "iban",
        "verdict",
        "valid",
        "country",
        "bban",
        "partial",
        "printed",
    )

    iban: str
    """Capitals, no spaces."""
    verdict: IbanVerdict
    """What is to be said of it."""
    valid: bool
    """Whether the verdict is `valid`."""
    partial: bool
    """Whether its country uses IBANs without being registered."""
    printed: str
    """In groups of four."""
    country: str | None = None
    """Country code of ISO 3166, two letters."""
    bban: str | None = None
    """The national part."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Iban:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            iban=document["iban"],
            verdict=document["verdict"],
            valid=document["valid"],
            partial=document["partial"],
            printed=document["printed"],
            country=get("country"),
            bban=get("bban"),
        )


@record
class FoundIban(Record):
    """A valid IBAN that stands in a text."""

    _RECORD: ClassVar[str] = "FoundIban"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "bytes",
        "iban",
    )

    bytes: ByteRange
    """Where, in bytes of the text's UTF-8."""
    iban: str
    """In normal form."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> FoundIban:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            bytes=ByteRange.from_document(document["bytes"]),
            iban=document["iban"],
        )


@record
class Bic(Record):
    """A BIC in normal form, with what is to be said of it. Never refused."""

    _RECORD: ClassVar[str] = "Bic"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "bic",
        "verdict",
        "valid",
        "country",
        "branch",
    )

    bic: str
    """Capitals, without the `XXX` of a head office."""
    verdict: BicVerdict
    """What is to be said of it."""
    valid: bool
    """Whether the verdict is `valid`."""
    country: str | None = None
    """Country code of ISO 3166, two letters."""
    branch: str | None = None
    """Code of the branch, three characters."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Bic:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            bic=document["bic"],
            verdict=document["verdict"],
            valid=document["valid"],
            country=get("country"),
            branch=get("branch"),
        )


@record
class Name(Record):
    """A name of a person or a company in normal form."""

    _RECORD: ClassVar[str] = "Name"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "tokens",
        "legal_form",
        "kind",
        "holders",
    )

    tokens: tuple[str, ...]
    """Folded words in the order of speech, without titles and legal form."""
    kind: NameKind
    """Person or company, as far as the name tells."""
    holders: tuple[tuple[str, ...], ...]
    """The words of each holder of a joint account."""
    legal_form: str | None = None
    """As its country prints it: `GmbH`, `Sp. z o.o.`."""

    def __post_init__(self) -> None:
        if type(self.tokens) is not tuple:
            set_tuple(self, "tokens")
        if type(self.holders) is not tuple:
            set_tuple(self, "holders")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Name:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            tokens=tuple(document["tokens"]),
            kind=document["kind"],
            holders=tuple([tuple(each) for each in document["holders"]]),
            legal_form=get("legal_form"),
        )


@record
class NameComparison(Record):
    """What relates two names."""

    _RECORD: ClassVar[str] = "NameComparison"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "relation",
        "shared",
    )

    relation: NameMatch
    """From `equal`, the strongest, to `different`."""
    shared: int | None = None
    """With `partial` how many words are shared."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> NameComparison:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            relation=document["relation"],
            shared=get("shared"),
        )


@record
class LocalizedAmount(Record):
    """An amount read from text as banks print it."""

    _RECORD: ClassVar[str] = "LocalizedAmount"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "value",
        "currency",
        "amount",
        "decimal_mark",
        "ambiguous",
        "signed",
    )

    value: Decimal
    """In major units, signed."""
    ambiguous: bool
    """Whether another reading is as good, a thousand times larger or smaller."""
    signed: bool
    """Whether the text states a direction."""
    currency: str | None = None
    """The currency that the text names."""
    amount: Decimal | None = None
    """The value in the currency of the text, or of the request, with its decimals."""
    decimal_mark: DecimalMark | None = None
    """The mark, where the text itself shows it."""

    def __post_init__(self) -> None:
        if type(self.value) is not Decimal:
            set_decimal(self, "value")
        if self.amount is not None and type(self.amount) is not Decimal:
            set_decimal(self, "amount")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> LocalizedAmount:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            value=decimal(document["value"]),
            ambiguous=document["ambiguous"],
            signed=document["signed"],
            currency=get("currency"),
            amount=None if (value := get("amount")) is None else decimal(value),
            decimal_mark=get("decimal_mark"),
        )


@record
class CurrencyInfo(Record):
    """A currency of ISO 4217."""

    _RECORD: ClassVar[str] = "CurrencyInfo"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "code",
        "decimals",
        "historic",
        "fixed_euro_rate",
    )

    code: str
    """Currency code of ISO 4217."""
    decimals: int
    """Decimals of its minor unit."""
    historic: bool
    """Whether it is not in use any more."""
    fixed_euro_rate: Decimal | None = None
    """Units for one euro, where that is fixed for good."""

    def __post_init__(self) -> None:
        if self.fixed_euro_rate is not None and type(self.fixed_euro_rate) is not Decimal:
            set_decimal(self, "fixed_euro_rate")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> CurrencyInfo:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            code=document["code"],
            decimals=document["decimals"],
            historic=document["historic"],
            fixed_euro_rate=None if (value := get("fixed_euro_rate")) is None else decimal(value),
        )


@record
class PublicKey(Record):
    """A key that checks signatures: `pem` or `jwk`, one of both."""

    _RECORD: ClassVar[str] = "PublicKey"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "pem",
        "jwk",
        "algorithm",
        "id",
    )

    algorithm: SignatureAlgorithm
    """The one algorithm that it is used with."""
    pem: str | None = None
    """The key in PEM: PUBLIC KEY or RSA PUBLIC KEY."""
    jwk: str | None = None
    """The key as a JSON Web Key (RFC 7517)."""
    id: str | None = None
    """Its id, which tokens name as `kid`; that of the JWK where none is given."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> PublicKey:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            algorithm=document["algorithm"],
            pem=get("pem"),
            jwk=get("jwk"),
            id=get("id"),
        )


@record
class TokenPolicy(Record):
    """What a verifier asks of tokens. What is not said stays strict."""

    _RECORD: ClassVar[str] = "TokenPolicy"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "algorithms",
        "issuers",
        "audiences",
        "any_issuer",
        "any_audience",
        "subject",
        "type",
        "required",
        "may_last_forever",
        "leeway",
        "max_age",
        "understood",
    )

    algorithms: tuple[SignatureAlgorithm, ...]
    """Allowed algorithms, of one family."""
    issuers: tuple[str, ...] = ()
    """Trusted issuers (`iss`). Without it `any_issuer` must say so."""
    audiences: tuple[str, ...] = ()
    """Audiences (`aud`) of which the token must name one. Without it `any_audience` must say so."""
    any_issuer: bool | None = None
    """The issuer is not looked at."""
    any_audience: bool | None = None
    """The audience is not looked at."""
    subject: str | None = None
    """The subject (`sub`) that it must have."""
    type: str | None = None
    """The type (`typ`) that it must have, such as `at+jwt`; without it `JWT` or none."""
    required: tuple[str, ...] = ()
    """Claims that must be there."""
    may_last_forever: bool | None = None
    """A token without `exp` is taken."""
    leeway: int | None = None
    """Seconds by which clocks may differ: 30 where nothing is said."""
    max_age: int | None = None
    """Seconds since `iat` after which it is too old."""
    understood: tuple[str, ...] = ()
    """Header members of `crit` that the host understands and looks at itself."""

    def __post_init__(self) -> None:
        if type(self.algorithms) is not tuple:
            set_tuple(self, "algorithms")
        if type(self.issuers) is not tuple:
            set_tuple(self, "issuers")
        if type(self.audiences) is not tuple:
            set_tuple(self, "audiences")
        if type(self.required) is not tuple:
            set_tuple(self, "required")
        if type(self.understood) is not tuple:
            set_tuple(self, "understood")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> TokenPolicy:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            algorithms=tuple(document["algorithms"]),
            issuers=tuple((get("issuers") or ())),
            audiences=tuple((get("audiences") or ())),
            any_issuer=get("any_issuer"),
            any_audience=get("any_audience"),
            subject=get("subject"),
            type=get("type"),
            required=tuple((get("required") or ())),
            may_last_forever=get("may_last_forever"),
            leeway=get("leeway"),
            max_age=get("max_age"),
            understood=tuple((get("understood") or ())),
        )


@record
class TokenBinding(Record):
    """The key that whoever brings a token has shown, by its hash in base64url: one of both."""

    _RECORD: ClassVar[str] = "TokenBinding"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "key",
        "certificate",
    )

    key: str | None = None
    """Thumbprint of a key that signed a proof (`jkt`, RFC 9449)."""
    certificate: str | None = None
    """SHA-256 of the client's certificate (`x5t#S256`, RFC 8705)."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> TokenBinding:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            key=get("key"),
            certificate=get("certificate"),
        )


@record
class VerifiedToken(Record):
    """A token whose signature and claims hold. Whether it was revoked is another question."""

    _RECORD: ClassVar[str] = "VerifiedToken"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "claims",
        "algorithm",
        "key",
        "key_id",
    )

    claims: Mapping[str, Any]
    """All that it says."""
    algorithm: SignatureAlgorithm
    """How it is signed."""
    key: str
    """Thumbprint of the key under which it is signed (RFC 7638)."""
    key_id: str | None = None
    """`kid` of its header."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> VerifiedToken:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            claims=dict(document["claims"]),
            algorithm=document["algorithm"],
            key=document["key"],
            key_id=get("key_id"),
        )


@record
class KeyInfo(Record):
    """A key that a verifier holds."""

    _RECORD: ClassVar[str] = "KeyInfo"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "id",
        "thumbprint",
        "algorithms",
    )

    thumbprint: str
    """Its thumbprint (RFC 7638)."""
    algorithms: tuple[SignatureAlgorithm, ...]
    """The algorithms it is used with."""
    id: str | None = None
    """Its id, which tokens name as `kid`."""

    def __post_init__(self) -> None:
        if type(self.algorithms) is not tuple:
            set_tuple(self, "algorithms")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> KeyInfo:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            thumbprint=document["thumbprint"],
            algorithms=tuple(document["algorithms"]),
            id=get("id"),
        )


@record
class Revocation(Record):
    """What was taken back before its time: one token, or all of a scope that was issued before a time."""

    _RECORD: ClassVar[str] = "Revocation"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "scope",
        "issuer",
        "value",
        "not_before",
        "until",
    )

    scope: RevocationScope
    """What is taken back."""
    value: str
    """The token's id (`jti`), the subject, the family, the tenant, or the key's thumbprint."""
    until: int
    """When the last of those tokens expires, after which this may be forgotten."""
    issuer: str | None = None
    """The issuer (`iss`), of a token and of a subject."""
    not_before: int | None = None
    """All that was issued before this time is taken back: seconds since 1970. Not of a token; without it
    all of the scope.
    """

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Revocation:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            scope=document["scope"],
            value=document["value"],
            until=document["until"],
            issuer=get("issuer"),
            not_before=get("not_before"),
        )


@record
class TokenStanding(Record):
    """Whether a token that holds stands, or was revoked."""

    _RECORD: ClassVar[str] = "TokenStanding"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "standing",
        "scope",
    )

    standing: Standing
    """What the store says of it."""
    scope: RevocationScope | None = None
    """With what it was taken back."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> TokenStanding:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            standing=document["standing"],
            scope=get("scope"),
        )


@record
class SessionLifetimes(Record):
    """How long what lives, in seconds."""

    _RECORD: ClassVar[str] = "SessionLifetimes"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "access",
        "refresh",
        "family",
        "grace",
    )

    access: int | None = None
    """Of an access token; 900 where nothing is said."""
    refresh: int | None = None
    """Of a refresh token; 604800 where nothing is said."""
    family: int | None = None
    """Of a login, whatever is renewed; 2592000 where nothing is said."""
    grace: int | None = None
    """In which the same client may come again with the token before; 10 where nothing is said."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> SessionLifetimes:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            access=get("access"),
            refresh=get("refresh"),
            family=get("family"),
            grace=get("grace"),
        )


@record
class StateWrite(Record):
    """A state for the host's store, to be written by one compare-and-set."""

    _RECORD: ClassVar[str] = "StateWrite"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "expected",
        "revision",
        "state",
        "keep_until",
    )

    revision: int
    """The revision that is written: a column of its own, to compare by."""
    state: str
    """The state, to be kept as it is and handed in again."""
    expected: int | None = None
    """The revision that the store must still hold; without it nothing must be there."""
    keep_until: int | None = None
    """From when on the store may forget it: seconds since 1970."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> StateWrite:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            revision=document["revision"],
            state=document["state"],
            expected=get("expected"),
            keep_until=get("keep_until"),
        )


@record
class SessionStep(Record):
    """What to do with a login. Tokens are made by `sessions.confirm`, when the store has answered."""

    _RECORD: ClassVar[str] = "SessionStep"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "outcome",
        "why",
        "family",
        "write",
        "state",
    )

    outcome: RefreshOutcome
    """What was decided."""
    family: str
    """Id of the family: the row of the store."""
    why: FamilyEnd | None = None
    """Why the family ended, now or before."""
    write: StateWrite | None = None
    """What is to be written."""
    state: str | None = None
    """The state of which tokens may be made, once the store has answered."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> SessionStep:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            outcome=document["outcome"],
            family=document["family"],
            why=get("why"),
            write=None if (value := get("write")) is None else StateWrite.from_document(value),
            state=get("state"),
        )


@record
class PresentedToken(Record):
    """A refresh token whose signature and claims hold."""

    _RECORD: ClassVar[str] = "PresentedToken"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "family",
        "id",
        "verified",
    )

    family: str
    """Id of its family: the row to look up."""
    id: str
    """Its own id (`jti`)."""
    verified: VerifiedToken
    """All that it says."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> PresentedToken:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            family=document["family"],
            id=document["id"],
            verified=VerifiedToken.from_document(document["verified"]),
        )


@record
class SessionTokens(Record):
    """An access token and a refresh token."""

    _RECORD: ClassVar[str] = "SessionTokens"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "access",
        "refresh",
        "access_expires",
        "refresh_expires",
    )
    _SECRETS: ClassVar[frozenset[str]] = frozenset({"access", "refresh"})

    access: str
    """The access token, for the API."""
    refresh: str
    """The refresh token, for the end point that exchanges it."""
    access_expires: int
    """When the access token expires: seconds since 1970."""
    refresh_expires: int
    """When the refresh token expires: seconds since 1970."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> SessionTokens:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            access=document["access"],
            refresh=document["refresh"],
            access_expires=document["access_expires"],
            refresh_expires=document["refresh_expires"],
        )


@record
class Role(Record):
    """What a role may do, as patterns: `invoice:read`, `invoice:*`, `*:read`, `*:*`."""

    _RECORD: ClassVar[str] = "Role"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "allows",
        "denies",
    )

    allows: tuple[str, ...] = ()
    """Patterns of what it may do."""
    denies: tuple[str, ...] = ()
    """Patterns of what it may never do, whatever another role allows."""

    def __post_init__(self) -> None:
        if type(self.allows) is not tuple:
            set_tuple(self, "allows")
        if type(self.denies) is not tuple:
            set_tuple(self, "denies")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Role:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            allows=tuple((get("allows") or ())),
            denies=tuple((get("denies") or ())),
        )


@record
class PermissionSubject(Record):
    """Who asks: whose data they work on, and their roles."""

    _RECORD: ClassVar[str] = "PermissionSubject"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "tenant",
        "roles",
    )

    tenant: str
    """The tenant whose data they work on."""
    roles: tuple[str, ...]
    """Names of their roles; one that is not known allows nothing."""

    def __post_init__(self) -> None:
        if type(self.roles) is not tuple:
            set_tuple(self, "roles")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> PermissionSubject:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            tenant=document["tenant"],
            roles=tuple(document["roles"]),
        )


@record
class PermissionVerdict(Record):
    """Whether something may be done, and by what that is decided."""

    _RECORD: ClassVar[str] = "PermissionVerdict"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "allowed",
        "verdict",
        "role",
    )

    allowed: bool
    """Whether it may be done."""
    verdict: PermissionOutcome
    """What was decided."""
    role: str | None = None
    """The first role that decides it."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> PermissionVerdict:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            allowed=document["allowed"],
            verdict=document["verdict"],
            role=get("role"),
        )


@record
class Route(Record):
    """A route of the host and what it asks for: a permission, or nothing, said in words."""

    _RECORD: ClassVar[str] = "Route"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "name",
        "needs",
        "public",
        "roles",
    )

    name: str
    """As the host's router prints it: `GET /invoices/{id}`."""
    needs: str | None = None
    """The permission that it asks for."""
    public: bool | None = None
    """Anybody may use it. Without it `needs` must be there."""
    roles: tuple[str, ...] = ()
    """Roles that are meant to be able to use it."""

    def __post_init__(self) -> None:
        if type(self.roles) is not tuple:
            set_tuple(self, "roles")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> Route:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            name=document["name"],
            needs=get("needs"),
            public=get("public"),
            roles=tuple((get("roles") or ())),
        )


@record
class RouteGap(Record):
    """What is wrong with a table of routes."""

    _RECORD: ClassVar[str] = "RouteGap"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "gap",
        "route",
        "role",
        "meant",
    )

    gap: RouteGapKind
    """What is wrong."""
    route: str
    """The route of which that is said."""
    role: str | None = None
    """The role that may what it should not, or may not what it should."""
    meant: bool | None = None
    """Whether the role is meant to."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> RouteGap:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            gap=document["gap"],
            route=document["route"],
            role=get("role"),
            meant=get("meant"),
        )


@record
class KeyTimes(Record):
    """How long an issuer's keys are in which part of their life, in seconds."""

    _RECORD: ClassVar[str] = "KeyTimes"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "ahead",
        "active",
        "overlap",
    )

    ahead: int | None = None
    """Published before it signs; a day where nothing is said."""
    active: int | None = None
    """Signs; 90 days where nothing is said."""
    overlap: int | None = None
    """Still taken after it was replaced; 8 days where nothing is said."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> KeyTimes:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            ahead=get("ahead"),
            active=get("active"),
            overlap=get("overlap"),
        )


@record
class KeyRingView(Record):
    """Which keys of a ring sign and are published."""

    _RECORD: ClassVar[str] = "KeyRingView"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "signs",
        "published",
    )

    published: tuple[str, ...]
    """Thumbprints of the keys to publish."""
    signs: str | None = None
    """Thumbprint of the key that signs; none where it was revoked."""

    def __post_init__(self) -> None:
        if type(self.published) is not tuple:
            set_tuple(self, "published")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> KeyRingView:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            published=tuple(document["published"]),
            signs=get("signs"),
        )


@record
class KeyRingStep(Record):
    """What is to be done with a ring."""

    _RECORD: ClassVar[str] = "KeyRingStep"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "due",
        "key",
        "at",
    )

    due: KeyRingDue
    """What is to be done."""
    at: int
    """From when on: seconds since 1970. The least number there is means at once."""
    key: str | None = None
    """The key that is dropped."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> KeyRingStep:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            due=document["due"],
            at=document["at"],
            key=get("key"),
        )


@record
class FetchTimes(Record):
    """How long an issuer's published keys are used, in seconds."""

    _RECORD: ClassVar[str] = "FetchTimes"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "fresh",
        "stale",
        "cooldown",
    )

    fresh: int | None = None
    """Used without asking; an hour where nothing is said."""
    stale: int | None = None
    """Used where the issuer cannot be reached; a day where nothing is said."""
    cooldown: int | None = None
    """Between two fetches; a minute where nothing is said."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> FetchTimes:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            fresh=get("fresh"),
            stale=get("stale"),
            cooldown=get("cooldown"),
        )


@record
class FetchDecision(Record):
    """Whether to fetch an issuer's published keys before a token is checked."""

    _RECORD: ClassVar[str] = "FetchDecision"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "action",
        "write",
        "seconds",
    )

    action: FetchAction
    """What to do."""
    write: StateWrite | None = None
    """To be written first; whoever it was written for fetches."""
    seconds: int | None = None
    """Seconds until the next fetch."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> FetchDecision:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            action=document["action"],
            write=None if (value := get("write")) is None else StateWrite.from_document(value),
            seconds=get("seconds"),
        )


@record
class VerifiedWebhook(Record):
    """A webhook whose signature holds. Parse the raw body that was verified, and nothing else."""

    _RECORD: ClassVar[str] = "VerifiedWebhook"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "scheme",
        "freshness",
        "at",
        "age",
        "secret",
        "id",
        "event_ids",
    )

    scheme: str
    """The name of the scheme."""
    freshness: Freshness
    """Whether the time of signing was looked at."""
    secret: str
    """The name of the secret that fits."""
    event_ids: tuple[str, ...]
    """Ids of its events, in their order: each is claimed by itself."""
    at: int | None = None
    """When it was signed: seconds since 1970."""
    age: int | None = None
    """Seconds from then to now; negative where the signer's clock is ahead."""
    id: str | None = None
    """The signed id of the message, where the scheme has one."""

    def __post_init__(self) -> None:
        if type(self.event_ids) is not tuple:
            set_tuple(self, "event_ids")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> VerifiedWebhook:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            scheme=document["scheme"],
            freshness=document["freshness"],
            secret=document["secret"],
            event_ids=tuple(document["event_ids"]),
            at=get("at"),
            age=get("age"),
            id=get("id"),
        )


@record
class ClaimLeases(Record):
    """How long an event is leased to a handler, and remembered."""

    _RECORD: ClassVar[str] = "ClaimLeases"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "lease",
        "skew",
        "retention",
    )

    lease: int | None = None
    """Seconds that a handler has; 60 where nothing is said."""
    skew: int | None = None
    """Seconds by which the clocks of servers may differ; 30 where nothing is said."""
    retention: int | None = None
    """Seconds that a handled event is remembered; 35 days where nothing is said."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> ClaimLeases:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            lease=get("lease"),
            skew=get("skew"),
            retention=get("retention"),
        )


@record
class ClaimAnswer(Record):
    """What became of a step of handling an event."""

    _RECORD: ClassVar[str] = "ClaimAnswer"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "outcome",
        "attempt",
        "until",
        "seconds",
        "at",
    )

    outcome: ClaimOutcome
    """What became of it."""
    attempt: int | None = None
    """The attempt, with which it is completed."""
    until: int | None = None
    """When the lease ends: seconds since 1970."""
    seconds: int | None = None
    """Seconds after which it can be taken over."""
    at: int | None = None
    """When it was handled: seconds since 1970."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> ClaimAnswer:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            outcome=document["outcome"],
            attempt=get("attempt"),
            until=get("until"),
            seconds=get("seconds"),
            at=get("at"),
        )


@record
class ClaimDecision(Record):
    """What to do with an event: `answer` stands already, or `write` is to be written and `if_written`
    stands then, and only then.
    """

    _RECORD: ClassVar[str] = "ClaimDecision"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "answer",
        "write",
        "if_written",
    )

    answer: ClaimAnswer | None = None
    """The answer, where nothing is to be written."""
    write: StateWrite | None = None
    """What is to be written. Where the store says that it was not, look again and decide anew."""
    if_written: ClaimAnswer | None = None
    """The answer once it was written."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> ClaimDecision:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            answer=None if (value := get("answer")) is None else ClaimAnswer.from_document(value),
            write=None if (value := get("write")) is None else StateWrite.from_document(value),
            if_written=None if (value := get("if_written")) is None else ClaimAnswer.from_document(value),
        )


@record
class PinSet(Record):
    """Keys of which a chain must hold one, and one more to switch to."""

    _RECORD: ClassVar[str] = "PinSet"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "pins",
        "expires",
        "when_expired",
    )

    pins: tuple[str, ...]
    """SHA-256 of keys (`SubjectPublicKeyInfo`) in base64, two at least."""
    expires: int
    """The last second in which they bind: seconds since 1970."""
    when_expired: WhenPinsExpire | None = None
    """What they do then; `refuse` where nothing is said."""

    def __post_init__(self) -> None:
        if type(self.pins) is not tuple:
            set_tuple(self, "pins")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> PinSet:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            pins=tuple(document["pins"]),
            expires=document["expires"],
            when_expired=get("when_expired"),
        )


@record
class ChainLink(Record):
    """A certificate of a path."""

    _RECORD: ClassVar[str] = "ChainLink"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "chain",
        "anchor",
        "pin",
        "not_before",
        "not_after",
    )

    pin: str
    """SHA-256 of its key, in base64."""
    not_before: int
    """The first second of its time."""
    not_after: int
    """The last second of its time."""
    chain: int | None = None
    """Its place in the chain that was handed in, counted from 0."""
    anchor: int | None = None
    """Its place among the anchors, counted from 0."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> ChainLink:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            pin=document["pin"],
            not_before=document["not_before"],
            not_after=document["not_after"],
            chain=get("chain"),
            anchor=get("anchor"),
        )


@record
class ChainVerdict(Record):
    """What a chain of certificates came to. Only `valid` is valid."""

    _RECORD: ClassVar[str] = "ChainVerdict"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "outcome",
        "path",
        "expires",
        "names",
        "warnings",
        "problem",
        "reason",
    )

    outcome: ChainOutcome
    """What it came to."""
    path: tuple[ChainLink, ...] = ()
    """Where valid: the path from the leaf to the anchor."""
    expires: int | None = None
    """Where valid: the last second in which all of the path is in its time."""
    names: tuple[str, ...] = ()
    """Where valid: what the leaf's alternative names say."""
    warnings: tuple[ChainWarning, ...] = ()
    """Where valid: what is not wrong, but should be known."""
    problem: Problem | None = None
    """Where invalid or indeterminate: why."""
    reason: str | None = None
    """Where skipped: why, in the host's words."""

    def __post_init__(self) -> None:
        if type(self.path) is not tuple:
            set_tuple(self, "path")
        if type(self.names) is not tuple:
            set_tuple(self, "names")
        if type(self.warnings) is not tuple:
            set_tuple(self, "warnings")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> ChainVerdict:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            outcome=document["outcome"],
            path=tuple([ChainLink.from_document(each) for each in (get("path") or ())]),
            expires=get("expires"),
            names=tuple((get("names") or ())),
            warnings=tuple((get("warnings") or ())),
            problem=None if (value := get("problem")) is None else Problem.from_document(value),
            reason=get("reason"),
        )


@record
class RepeatedCertificate(Record):
    """A certificate that a bundle holds more than once."""

    _RECORD: ClassVar[str] = "RepeatedCertificate"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "first",
        "line",
    )

    first: int
    """Its place among the certificates, counted from 0."""
    line: int
    """The line where it stands again, counted from 1."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> RepeatedCertificate:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            first=document["first"],
            line=document["line"],
        )


@record
class CertificateBundle(Record):
    """What a bundle in PEM holds."""

    _RECORD: ClassVar[str] = "CertificateBundle"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "certificates",
        "lists",
        "repeated",
        "order",
    )

    certificates: tuple[str, ...]
    """Its certificates, each once, in base64 of their DER."""
    lists: tuple[str, ...]
    """Its revocation lists, in base64 of their DER."""
    repeated: tuple[RepeatedCertificate, ...]
    """Certificates that stood there again."""
    order: BundleOrder
    """How the certificates follow one another."""

    def __post_init__(self) -> None:
        if type(self.certificates) is not tuple:
            set_tuple(self, "certificates")
        if type(self.lists) is not tuple:
            set_tuple(self, "lists")
        if type(self.repeated) is not tuple:
            set_tuple(self, "repeated")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> CertificateBundle:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            certificates=tuple(document["certificates"]),
            lists=tuple(document["lists"]),
            repeated=tuple([RepeatedCertificate.from_document(each) for each in document["repeated"]]),
            order=document["order"],
        )


@record
class HeldCertificate(Record):
    """A certificate that the host holds."""

    _RECORD: ClassVar[str] = "HeldCertificate"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "id",
        "service",
        "pin",
        "not_before",
        "not_after",
        "stage",
        "retiring_since",
    )

    id: str
    """The host's name of it."""
    service: str
    """What it is for: certificates of one service follow one another."""
    pin: str
    """SHA-256 of its key, in base64."""
    not_before: int
    """The first second of its time."""
    not_after: int
    """The last second of its time."""
    stage: HeldStage
    """How far it is."""
    retiring_since: int | None = None
    """Where retiring: until when it was in use."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> HeldCertificate:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            id=document["id"],
            service=document["service"],
            pin=document["pin"],
            not_before=document["not_before"],
            not_after=document["not_after"],
            stage=document["stage"],
            retiring_since=get("retiring_since"),
        )


@record
class PinnedKey(Record):
    """A key that is pinned for a service."""

    _RECORD: ClassVar[str] = "PinnedKey"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "service",
        "pin",
        "since",
    )

    service: str
    """The service that is pinned."""
    pin: str
    """SHA-256 of the key, in base64."""
    since: int
    """Since when: seconds since 1970."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> PinnedKey:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            service=document["service"],
            pin=document["pin"],
            since=document["since"],
        )


@record
class LeadTimes(Record):
    """Lead times, in thousandths of a certificate's lifetime."""

    _RECORD: ClassVar[str] = "LeadTimes"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "renew",
        "stage",
        "switch",
        "urgent",
        "pinned",
        "overlap",
    )

    renew: int | None = None
    """The next one is ordered when this much is left; 333."""
    stage: int | None = None
    """It is put beside the one in use; 250."""
    switch: int | None = None
    """It is put to use; 167."""
    urgent: int | None = None
    """What is not done is urgent; 83."""
    pinned: int | None = None
    """How long a key must have been pinned before; 83."""
    overlap: int | None = None
    """How long the one before stands beside it; 83."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> LeadTimes:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            renew=get("renew"),
            stage=get("stage"),
            switch=get("switch"),
            urgent=get("urgent"),
            pinned=get("pinned"),
            overlap=get("overlap"),
        )


@record
class RotationStep(Record):
    """A step of a plan."""

    _RECORD: ClassVar[str] = "RotationStep"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "at",
        "until",
        "service",
        "action",
        "certificate",
        "pin",
        "state",
    )

    at: int
    """When: seconds since 1970; it may be past."""
    until: int
    """When at the latest: seconds since 1970."""
    service: str
    """For which service."""
    action: RotationAction
    """What is to be done."""
    state: RotationState
    """How pressing it is."""
    certificate: str | None = None
    """The certificate that is acted on, or replaced."""
    pin: str | None = None
    """The key that is acted on."""

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> RotationStep:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            at=document["at"],
            until=document["until"],
            service=document["service"],
            action=document["action"],
            state=document["state"],
            certificate=get("certificate"),
            pin=get("pin"),
        )


@record
class RotationPlan(Record):
    """What to do with certificates, in the order of its times."""

    _RECORD: ClassVar[str] = "RotationPlan"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "steps",
        "next",
    )

    steps: tuple[RotationStep, ...]
    """The steps by time."""
    next: int | None = None
    """When the next step that is planned falls due: ask again then at the latest."""

    def __post_init__(self) -> None:
        if type(self.steps) is not tuple:
            set_tuple(self, "steps")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> RotationPlan:
        """Reads the form that documents have: dates and amounts as text."""
        get = document.get
        return cls(
            steps=tuple([RotationStep.from_document(each) for each in document["steps"]]),
            next=get("next"),
        )


@record
class About(Record):
    """What the library is."""

    _RECORD: ClassVar[str] = "About"
    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (
        "version",
        "contract",
        "parameters",
        "operations",
    )

    version: str
    """Of the library."""
    contract: int
    """Version of the documents: 1."""
    parameters: str
    """Name of the engine's parameter set."""
    operations: tuple[str, ...]
    """Names of all operations."""

    def __post_init__(self) -> None:
        if type(self.operations) is not tuple:
            set_tuple(self, "operations")

    @classmethod
    def from_document(cls, document: Mapping[str, Any], /) -> About:
        """Reads the form that documents have: dates and amounts as text."""
        return cls(
            version=document["version"],
            contract=document["contract"],
            parameters=document["parameters"],
            operations=tuple(document["operations"]),
        )

