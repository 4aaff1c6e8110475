//! A transaction on the host's own account.

use super::Metadata;
use crate::money::{Amount, Currency};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A movement on the host's own account, as its bank or gateway reports it.
#[derive(Clone, PartialEq, Eq)]
pub struct Transaction {
    /// Unique within a call; readers derive a stable one where the bank gives none.
    pub id: String,
    /// The host's own account: IBAN or the provider's id.
    pub account: Option<String>,
    /// Booking date.
    pub booked_on: NaiveDate,
    /// Value date.
    pub value_on: Option<NaiveDate>,
    /// Booked, or still pending.
    pub status: Status,
    /// What moved the account, signed: money in is positive.
    pub amount: Amount,
    /// Taken off before `amount`, in the account's currency. Gross = amount + fees.
    pub fees: Vec<Fee>,
    /// Before conversion.
    pub original: Option<Original>,
    /// What it is.
    pub kind: TransactionKind,
    /// The other side.
    pub counterparty: Counterparty,
    /// The IBAN it came in on, if that tells something (virtual IBANs).
    pub payee_iban: Option<String>,
    /// References that the bank or the gateway gives by kind.
    pub references: Vec<Reference>,
    /// Free text of the payer, parts joined by one space.
    pub remittance: String,
    /// Structured advice, one a document paid.
    pub remittance_lines: Vec<RemittanceLine>,
    /// Bank transaction code.
    pub bank_code: Option<BankCode>,
    /// Set when it takes back an earlier one.
    pub returned: Option<Returned>,
    /// Id of the transaction that this one takes back.
    pub reverses: Option<String>,
    /// Where the bank booked several as one.
    pub batch: Option<Batch>,
    /// The format it was read from: `gocardless`, `camt053`, `csv` …
    pub source: Cow<'static, str>,
    /// A provider's own keys.
    pub metadata: Metadata,
}

impl Transaction {
    /// A booked transaction with the required fields; the rest empty.
    pub fn new(id: impl Into<String>, booked_on: NaiveDate, amount: Amount) -> Self {
        Transaction {
            id: id.into(),
            account: None,
            booked_on,
            value_on: None,
            status: Status::Booked,
            amount,
            fees: Vec::new(),
            original: None,
            kind: TransactionKind::Other,
            counterparty: Counterparty::default(),
            payee_iban: None,
            references: Vec::new(),
            remittance: String::new(),
            remittance_lines: Vec::new(),
            bank_code: None,
            returned: None,
            reverses: None,
            batch: None,
            source: Cow::Borrowed(""),
            metadata: Metadata::default(),
        }
    }

    /// Its currency: that of the account.
    pub fn currency(&self) -> Currency {
        self.amount.currency()
    }

    /// Amount + fees: what settles an invoice.
    ///
    /// # Errors
    /// `money.overflow`, `money.currency_mismatch` for a fee in another currency.
    pub fn gross(&self) -> Result<Amount, crate::Error> {
        self.fees.iter().try_fold(self.amount, |sum, fee| sum.checked_add(fee.amount))
    }
}

/// A name, an account and a remittance are personal data: a transaction shows its id and nothing else.
impl core::fmt::Debug for Transaction {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Transaction").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Whether the bank has booked it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Booked: final.
    #[default]
    Booked,
    /// Announced: may change or vanish.
    Pending,
}

/// What a transaction is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TransactionKind {
    /// Credit transfer.
    Transfer,
    /// Direct debit.
    DirectDebit,
    /// Card payment.
    Card,
    /// Cheque.
    Cheque,
    /// Payout of a gateway.
    Payout,
    /// Refund to a payer.
    Refund,
    /// Returned payment.
    Return,
    /// Chargeback or dispute.
    Dispute,
    /// Charges of the bank or the gateway.
    Fee,
    /// Interest.
    Interest,
    /// Between the host's own accounts.
    Internal,
    /// Anything else, or not known.
    #[default]
    Other,
}

/// Charges taken off before the amount was booked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fee {
    /// In the account's currency, positive.
    pub amount: Amount,
    /// Whose: `stripe_fee`, `bank_fee` … as the source names it.
    pub kind: String,
}

/// The amount before conversion: `amount × rate` = gross.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Original {
    /// In the payer's currency.
    pub amount: Amount,
    /// Account currency per unit of the original, if given.
    pub rate: Option<Decimal>,
}

/// The other side of a transaction.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Counterparty {
    /// Name of the account's holder.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// On whose behalf.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ultimate_name: Option<String>,
    /// IBAN.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iban: Option<String>,
    /// Account number of another kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// BIC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bic: Option<String>,
    /// E-mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The host's or the gateway's id of the customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_id: Option<String>,
}

/// Personal data: a counterparty shows the customer's id and nothing else.
impl core::fmt::Debug for Counterparty {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Counterparty").field("customer_id", &self.customer_id).finish_non_exhaustive()
    }
}

/// A reference by kind.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// What it refers to.
    pub kind: ReferenceKind,
    /// As given.
    pub value: String,
}

/// A value may be a person's: a reference shows its kind.
impl core::fmt::Debug for Reference {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Reference").field("kind", &self.kind).finish_non_exhaustive()
    }
}

/// Kinds of references.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReferenceKind {
    /// End-to-end id of the payer.
    EndToEnd,
    /// Creditor reference (ISO 11649 RF, OGM, QRR, KID, OCR …).
    Creditor,
    /// Mandate of a direct debit.
    Mandate,
    /// Invoice number in structured advice.
    Invoice,
    /// The payment's own id: the gateway's, or the one that its sender gave (`InstrId`, `KREF`).
    Payment,
    /// The gateway's payout id.
    Payout,
    /// Cheque number.
    Cheque,
    /// The bank's own reference.
    Bank,
}

/// A line of structured remittance advice: one document paid.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct RemittanceLine {
    /// The document's number.
    pub reference: String,
    /// How much of the payment is for it.
    pub amount: Option<Amount>,
    /// Text beside it.
    pub text: Option<String>,
}

/// Free text of a payer: a line shows its amount.
impl core::fmt::Debug for RemittanceLine {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("RemittanceLine").field("amount", &self.amount).finish_non_exhaustive()
    }
}

/// A bank transaction code: ISO 20022 domain, family, sub-family, or the format's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BankCode {
    /// `PMNT`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub domain: Option<String>,
    /// `RCDT`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family: Option<String>,
    /// `ESCT`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sub_family: Option<String>,
    /// The bank's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proprietary: Option<String>,
}

/// Why and at which stage an earlier payment came back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Returned {
    /// The stage.
    pub stage: ReturnStage,
    /// Reason code of the scheme or the gateway.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// References of what it takes back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub originals: Vec<String>,
}

/// Stages of a payment that comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReturnStage {
    /// Before settlement.
    Reject,
    /// After settlement, by the bank.
    Return,
    /// By the payee, or on the payer's demand.
    Refund,
    /// By the card scheme.
    Chargeback,
    /// Under the card scheme's or the direct debit scheme's indemnity.
    Indemnity,
    /// A dispute won: the money is back.
    Won,
}

/// Several bookings that the bank made as one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Batch {
    /// The bank's id of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// How many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u64>,
}
