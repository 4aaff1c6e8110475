//! An open item: an invoice, a bill, a credit note, or a row of a ledger.

use super::Metadata;
use crate::money::{Amount, Currency};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// An open item.
#[derive(Clone, PartialEq, Eq)]
pub struct Invoice {
    /// The host's key.
    pub id: String,
    /// The number printed on the document; may repeat.
    pub number: Option<String>,
    /// Pro-forma, order and earlier numbers.
    pub other_numbers: Vec<String>,
    /// What it is.
    pub kind: InvoiceKind,
    /// Who owes it; `None` or without a name: unknown.
    pub customer: Option<Customer>,
    /// Date of issue.
    pub issued_on: Option<NaiveDate>,
    /// Due date.
    pub due_on: Option<NaiveDate>,
    /// The total.
    pub total: Amount,
    /// What is still owed, in the same currency as `total`.
    pub open: Amount,
    /// What the total was before a late fee or a correction.
    pub previous_totals: Vec<Amount>,
    /// Ids of the items that a mass-payment invoice stands for: they share one open amount.
    pub covers: Vec<String>,
    /// Its state; only `open` is ever automatic.
    pub state: InvoiceState,
    /// Payment references printed on it or sent with it (RF, OGM, KID, QRR, OCR, `pi_…`).
    pub references: Vec<String>,
    /// Tax in the total.
    pub tax: Vec<Tax>,
    /// Early-payment discount.
    pub terms: Option<Terms>,
    /// Free text of the item: its lines, or the memo of a ledger row.
    pub description: Option<String>,
    /// The host's own keys.
    pub metadata: Metadata,
}

impl Invoice {
    /// An open invoice with the required fields; `open` is the total, the rest empty.
    pub fn new(id: impl Into<String>, total: Amount) -> Self {
        Invoice {
            id: id.into(),
            number: None,
            other_numbers: Vec::new(),
            kind: InvoiceKind::Invoice,
            customer: None,
            issued_on: None,
            due_on: None,
            total,
            open: total,
            previous_totals: Vec::new(),
            covers: Vec::new(),
            state: InvoiceState::Open,
            references: Vec::new(),
            tax: Vec::new(),
            terms: None,
            description: None,
            metadata: Metadata::default(),
        }
    }

    /// Its currency.
    pub fn currency(&self) -> Currency {
        self.open.currency()
    }
}

/// Names and addresses are personal data: an invoice shows its id and nothing else.
impl core::fmt::Debug for Invoice {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Invoice").field("id", &self.id).finish_non_exhaustive()
    }
}

/// What an open item is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InvoiceKind {
    /// Owed to the host, settled by money in.
    #[default]
    Invoice,
    /// A source of money, or refunded by money out.
    CreditNote,
    /// Owed by the host, settled by money out.
    Bill,
    /// A row of a ledger or processor: signed, settled by a transaction of the same sign.
    Entry,
}

/// State of an open item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InvoiceState {
    /// Open.
    #[default]
    Open,
    /// Settled; explains payments and is never paid again.
    Closed,
    /// Not issued yet; explains payments as a closed one does.
    Draft,
    /// Void or cancelled; explains payments as a closed one does.
    Void,
    /// A debit is under way.
    InCollection,
    /// Dispute or insolvency.
    OnHold,
}

/// Who owes an item.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Customer {
    /// The host's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Name of the person or the company.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Other names: the contact, the trading name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Accounts that the customer pays from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ibans: Vec<String>,
    /// Accounts of the host that only this customer pays into.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub virtual_ibans: Vec<String>,
    /// E-mail addresses.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<String>,
    /// Payers of one group pay for each other.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
}

/// Personal data: a customer shows the host's id and nothing else.
impl core::fmt::Debug for Customer {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Customer").field("id", &self.id).finish_non_exhaustive()
    }
}

/// A rate of tax and its amount.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tax {
    /// Percent.
    pub rate: Decimal,
    /// In the invoice's currency.
    pub amount: Amount,
}

/// Early-payment discount: `discount_percent` off when paid within `discount_days` of issue.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Terms {
    /// Percent of the total.
    pub discount_percent: Decimal,
    /// Days from the date of issue.
    pub discount_days: u32,
}
