//! The rows that a host hands in and readers give: transactions, open items, earlier settlements.

use super::Type::{Currency, Date, Decimal, List, Of, Row, Text, Word};
use super::words::{INVOICE_KIND, INVOICE_STATE, REFERENCE_KIND, RETURN_STAGE, STATUS, TRANSACTION_KIND};
use super::{COUNT, COUNT_64, Record, TEXT_MAP, TEXTS, Type, may, must};

/// A movement on the host's own account.
pub static TRANSACTION: Record = Record {
    name: "Transaction",
    doc: "A movement on the host's own account, as its bank or gateway reports it.",
    fields: &[
        must("id", Text, "Unique within a call; readers derive a stable one where the bank gives none."),
        may("account", Text, "The host's own account: IBAN or the provider's id."),
        must("booked_on", Date, "Booking date of the bank."),
        may("value_on", Date, "Value date, from which interest counts."),
        may("status", Word(&STATUS), "Whether it is booked; `booked` is the default."),
        must("amount", Decimal, "What moved the account, signed: money in is positive."),
        must("currency", Currency, "Of the account."),
        may("fees", List(&Of(&FEE)), "Taken off before; gross = amount + fees: what settles an invoice."),
        may(
            "original",
            Of(&ORIGINAL),
            "The amount before conversion, where the payer paid in another currency.",
        ),
        may("kind", Word(&TRANSACTION_KIND), "What it is. Default `other`."),
        may("counterparty", Of(&COUNTERPARTY), "The other side."),
        may("payee_iban", Text, "Where it came in, if that tells something (virtual IBANs)."),
        may("references", List(&Of(&REFERENCE)), "References that the bank or the gateway gives by kind."),
        may("remittance", Text, "Free text of the payer, parts joined by one space."),
        may("remittance_lines", List(&Of(&REMITTANCE_LINE)), "Structured advice, one a document paid."),
        may("bank_code", Of(&BANK_CODE), "Bank transaction code of ISO 20022, or the format's own."),
        may("returned", Of(&RETURNED), "Set when it takes back an earlier one."),
        may("reverses", Text, "Id of the transaction that it takes back."),
        may("batch", Of(&BATCH), "Where the bank booked several as one."),
        may("source", Text, "The format it was read from: `gocardless`, `stripe`, `camt053`, `csv` …"),
        may("metadata", TEXT_MAP, "A provider's own keys (Stripe `metadata`)."),
    ],
};

/// Charges taken off before the amount was booked.
pub static FEE: Record = Record {
    name: "Fee",
    doc: "Charges taken off before the amount was booked.",
    fields: &[
        must("amount", Decimal, "Positive, in the account's currency."),
        must("currency", Currency, "Of the account."),
        may("kind", Text, "As the source names it: `stripe_fee`, `bank_fee` …"),
    ],
};

/// The amount before conversion.
pub static ORIGINAL: Record = Record {
    name: "Original",
    doc: "The amount before conversion: `amount × rate` is the gross.",
    fields: &[
        must("amount", Decimal, "In the payer's currency."),
        must("currency", Currency, "The payer's currency."),
        may("rate", Decimal, "Units of the account's currency for one of the payer's."),
    ],
};

/// The other side of a transaction.
pub static COUNTERPARTY: Record = Record {
    name: "Counterparty",
    doc: "The other side of a transaction.",
    fields: &[
        may("name", Text, "Name of the account's holder."),
        may("ultimate_name", Text, "On whose behalf."),
        may("iban", Text, "IBAN of the other side's account."),
        may("account", Text, "Account number of another kind."),
        may("bic", Text, "BIC of the other side's bank."),
        may("email", Text, "E-mail address of the payer."),
        may("customer_id", Text, "The host's or the gateway's id of the customer."),
    ],
};

/// A reference by kind.
pub static REFERENCE: Record = Record {
    name: "Reference",
    doc: "A reference that the bank or the gateway gives by kind.",
    fields: &[
        must("kind", Word(&REFERENCE_KIND), "What the reference refers to."),
        must("value", Text, "The reference as the bank gives it."),
    ],
};

/// One document paid.
pub static REMITTANCE_LINE: Record = Record {
    name: "RemittanceLine",
    doc: "A line of structured remittance advice: one document paid.",
    fields: &[
        may("reference", Text, "The document's number."),
        may("amount", Decimal, "How much of the payment is for it."),
        may("currency", Currency, "Default: that of the transaction."),
        may("text", Text, "Text beside it."),
    ],
};

/// A bank transaction code.
pub static BANK_CODE: Record = Record {
    name: "BankCode",
    doc: "A bank transaction code: ISO 20022 domain, family and sub-family, or the format's own.",
    fields: &[
        may("domain", Text, "Domain, such as `PMNT`."),
        may("family", Text, "Family, such as `RCDT`."),
        may("sub_family", Text, "Sub-family, such as `ESCT`."),
        may("proprietary", Text, "The bank's own."),
    ],
};

/// Why a payment came back.
pub static RETURNED: Record = Record {
    name: "Returned",
    doc: "Why and at which stage an earlier payment came back.",
    fields: &[
        must("stage", Word(&RETURN_STAGE), "At which stage it came back."),
        may("reason", Text, "Reason code of the scheme or the gateway."),
        may("originals", TEXTS, "References of what it takes back."),
    ],
};

/// Several bookings as one.
pub static BATCH: Record = Record {
    name: "Batch",
    doc: "Several bookings that the bank made as one.",
    fields: &[may("id", Text, "The bank's id of it."), may("count", COUNT_64, "How many bookings it holds.")],
};

/// An open item.
pub static INVOICE: Record = Record {
    name: "Invoice",
    doc: "An open item: an invoice, a bill, a credit note, or a row of a ledger.",
    fields: &[
        must("id", Text, "The host's key."),
        may("number", Text, "The number printed on the document; may repeat."),
        may("other_numbers", TEXTS, "Pro-forma, order and earlier numbers."),
        may("kind", Word(&INVOICE_KIND), "What the item is; `invoice` is the default."),
        may("customer", Of(&CUSTOMER), "Who owes it; absent or without a name: unknown."),
        may("issued_on", Date, "Date of issue."),
        may("due_on", Date, "Due date, as agreed with the customer."),
        must("total", Decimal, "Total of the document, with tax."),
        may("open", Decimal, "What is still owed. Default: the total."),
        must("currency", Currency, "Of all its amounts."),
        may("previous_totals", List(&Decimal), "What the total was before a late fee or a correction."),
        may(
            "covers",
            TEXTS,
            "Ids of the items that a mass-payment invoice stands for: they share one open amount.",
        ),
        may("state", Word(&INVOICE_STATE), "Whether it is open; `open` is the default."),
        may(
            "references",
            TEXTS,
            "Payment references printed on it or sent with it (RF, OGM, KID, QRR, OCR, `pi_…`).",
        ),
        may("tax", List(&Of(&TAX)), "Tax in the total."),
        may("terms", Of(&TERMS), "Terms of the discount for early payment."),
        may("description", Text, "Free text of the item: its lines, or the memo of a ledger row."),
        may("metadata", TEXT_MAP, "The host's own keys."),
    ],
};

/// Who owes an item.
pub static CUSTOMER: Record = Record {
    name: "Customer",
    doc: "Who owes an item.",
    fields: &[
        may("id", Text, "The host's id."),
        may("name", Text, "Name of the person or the company."),
        may("aliases", TEXTS, "Other names: the contact, the trading name."),
        may("ibans", TEXTS, "Accounts that the customer pays from."),
        may("virtual_ibans", TEXTS, "Accounts of the host that only this customer pays into."),
        may("emails", TEXTS, "The customer's e-mail addresses."),
        may("group", Text, "Payers of one group pay for each other."),
    ],
};

/// Tax in a total.
pub static TAX: Record = Record {
    name: "Tax",
    doc: "Tax in a total.",
    fields: &[
        must("rate", Decimal, "Rate of the tax in per cent."),
        must("amount", Decimal, "The tax, in the item's currency."),
    ],
};

/// Early-payment discount.
pub static TERMS: Record = Record {
    name: "Terms",
    doc: "Early-payment discount.",
    fields: &[
        must("discount_percent", Decimal, "Per cent of the total."),
        must("discount_days", COUNT, "Days from the date of issue."),
    ],
};

/// What was settled before.
pub static SETTLEMENT: Record = Record {
    name: "Settlement",
    doc: "What was settled before, by the host or by a gateway.",
    fields: &[
        must("invoice", Text, "Id of the item."),
        must("amount", Decimal, "How much; negative where it was taken back."),
        must("currency", Currency, "Of the item."),
        must("settled_on", Date, "Day on which it was settled."),
        may("transaction", Text, "Id of the transaction, if known."),
        may("external_ids", TEXTS, "Ids of the gateway: `pi_…`, `PM…`."),
    ],
};

/// A transaction as the core reads it.
pub static TRANSACTION_ROW: Type = Row(&TRANSACTION);
/// An open item as the core reads it.
pub static INVOICE_ROW: Type = Row(&INVOICE);
/// A settlement as the core reads it.
pub static SETTLEMENT_ROW: Type = Row(&SETTLEMENT);
