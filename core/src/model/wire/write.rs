//! Rows as the contract's JSON: fields in its order, what is empty left out.

use crate::model::{
    Counterparty, Fee, Invoice, Original, RemittanceLine, Settlement, Tax, Terms, Transaction,
};
use rust_decimal::Decimal;
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// Writes a field unless it is empty; serde wants to hear of those that are left out.
macro_rules! unless_empty {
    ($row:ident, $name:literal, $value:expr, $empty:expr) => {
        if $empty {
            $row.skip_field($name)?;
        } else {
            $row.serialize_field($name, $value)?;
        }
    };
}

impl Serialize for Transaction {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_struct("Transaction", 22)?;
        row.serialize_field("id", &self.id)?;
        unless_empty!(row, "account", &self.account, self.account.is_none());
        row.serialize_field("booked_on", &self.booked_on)?;
        unless_empty!(row, "value_on", &self.value_on, self.value_on.is_none());
        row.serialize_field("status", &self.status)?;
        row.serialize_field("amount", &self.amount.decimal_text())?;
        row.serialize_field("currency", self.amount.currency().as_str())?;
        unless_empty!(row, "fees", &self.fees, self.fees.is_empty());
        unless_empty!(row, "original", &self.original, self.original.is_none());
        row.serialize_field("kind", &self.kind)?;
        let nobody = self.counterparty == Counterparty::default();
        unless_empty!(row, "counterparty", &self.counterparty, nobody);
        unless_empty!(row, "payee_iban", &self.payee_iban, self.payee_iban.is_none());
        unless_empty!(row, "references", &self.references, self.references.is_empty());
        unless_empty!(row, "remittance", &self.remittance, self.remittance.is_empty());
        unless_empty!(row, "remittance_lines", &self.remittance_lines, self.remittance_lines.is_empty());
        unless_empty!(row, "bank_code", &self.bank_code, self.bank_code.is_none());
        unless_empty!(row, "returned", &self.returned, self.returned.is_none());
        unless_empty!(row, "reverses", &self.reverses, self.reverses.is_none());
        unless_empty!(row, "batch", &self.batch, self.batch.is_none());
        unless_empty!(row, "source", &self.source, self.source.is_empty());
        unless_empty!(row, "metadata", &self.metadata, self.metadata.is_empty());
        row.end()
    }
}

impl Serialize for Fee {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_struct("Fee", 3)?;
        row.serialize_field("amount", &self.amount.decimal_text())?;
        row.serialize_field("currency", self.amount.currency().as_str())?;
        unless_empty!(row, "kind", &self.kind, self.kind.is_empty());
        row.end()
    }
}

impl Serialize for Original {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_struct("Original", 3)?;
        row.serialize_field("amount", &self.amount.decimal_text())?;
        row.serialize_field("currency", self.amount.currency().as_str())?;
        unless_empty!(row, "rate", &self.rate.map(plain), self.rate.is_none());
        row.end()
    }
}

impl Serialize for RemittanceLine {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_struct("RemittanceLine", 4)?;
        row.serialize_field("reference", &self.reference)?;
        if let Some(amount) = self.amount {
            row.serialize_field("amount", &amount.decimal_text())?;
            row.serialize_field("currency", amount.currency().as_str())?;
        } else {
            row.skip_field("amount")?;
            row.skip_field("currency")?;
        }
        unless_empty!(row, "text", &self.text, self.text.is_none());
        row.end()
    }
}

impl Serialize for Invoice {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_struct("Invoice", 18)?;
        row.serialize_field("id", &self.id)?;
        unless_empty!(row, "number", &self.number, self.number.is_none());
        unless_empty!(row, "other_numbers", &self.other_numbers, self.other_numbers.is_empty());
        row.serialize_field("kind", &self.kind)?;
        unless_empty!(row, "customer", &self.customer, self.customer.is_none());
        unless_empty!(row, "issued_on", &self.issued_on, self.issued_on.is_none());
        unless_empty!(row, "due_on", &self.due_on, self.due_on.is_none());
        row.serialize_field("total", &self.total.decimal_text())?;
        row.serialize_field("open", &self.open.decimal_text())?;
        row.serialize_field("currency", self.open.currency().as_str())?;
        let previous: Vec<String> = self.previous_totals.iter().map(|total| total.decimal_text()).collect();
        unless_empty!(row, "previous_totals", &previous, previous.is_empty());
        unless_empty!(row, "covers", &self.covers, self.covers.is_empty());
        row.serialize_field("state", &self.state)?;
        unless_empty!(row, "references", &self.references, self.references.is_empty());
        unless_empty!(row, "tax", &self.tax, self.tax.is_empty());
        unless_empty!(row, "terms", &self.terms, self.terms.is_none());
        unless_empty!(row, "description", &self.description, self.description.is_none());
        unless_empty!(row, "metadata", &self.metadata, self.metadata.is_empty());
        row.end()
    }
}

impl Serialize for Tax {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_struct("Tax", 2)?;
        row.serialize_field("rate", &plain(self.rate))?;
        row.serialize_field("amount", &self.amount.decimal_text())?;
        row.end()
    }
}

impl Serialize for Terms {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_struct("Terms", 2)?;
        row.serialize_field("discount_percent", &plain(self.discount_percent))?;
        row.serialize_field("discount_days", &self.discount_days)?;
        row.end()
    }
}

impl Serialize for Settlement {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_struct("Settlement", 6)?;
        row.serialize_field("invoice", &self.invoice)?;
        row.serialize_field("amount", &self.amount.decimal_text())?;
        row.serialize_field("currency", self.amount.currency().as_str())?;
        row.serialize_field("settled_on", &self.settled_on)?;
        unless_empty!(row, "transaction", &self.transaction, self.transaction.is_none());
        unless_empty!(row, "external_ids", &self.external_ids, self.external_ids.is_empty());
        row.end()
    }
}

/// Decimal text without zeros at the end: one number, one text.
fn plain(value: Decimal) -> String {
    value.normalize().to_string()
}
