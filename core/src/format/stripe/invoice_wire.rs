//! Invoices, credit notes and their payments as they come.

use super::super::json::{Text, part};
use super::object::{bad, minor};
use super::wire::wire;
use crate::error::Error;
use crate::model::Metadata;
use crate::money::{Amount, Currency};
use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

type Raw<'a> = Option<&'a RawValue>;

wire! {
    /// An invoice or a credit note.
    Document {
        id: Text,
        number: Text,
        status: Text,
        currency: Text,
        created: Raw,
        effective_at: Raw,
        due_date: Raw,
        deleted: Raw,
        paid: Raw,
        paid_out_of_band: Raw,
        total: Raw,
        /// Of a credit note in old versions of the API.
        #[serde(rename = "amount")]
        total_of_note: Raw,
        amount_due: Raw,
        amount_paid: Raw,
        amount_remaining: Raw,
        out_of_band_amount: Raw,
        tax: Raw,
        tax_percent: Text,
        total_taxes: Raw,
        total_tax_amounts: Raw,
        tax_amounts: Raw,
        default_tax_rates: Raw,
        customer: Raw,
        customer_account: Raw,
        customer_name: Text,
        customer_email: Text,
        custom_fields: Raw,
        description: Text,
        memo: Text,
        lines: Raw,
        invoice: Raw,
        payment_intent: Raw,
        charge: Raw,
        payments: Raw,
        refund: Raw,
        refunds: Raw,
        #[serde(rename = "status_transitions")]
        transitions: Raw,
        #[serde(rename = "metadata")]
        keys: Raw,
    }
}

wire! {
    /// A payment of an invoice; a refund of a credit note.
    Payment {
        invoice: Raw,
        currency: Text,
        status: Text,
        amount_paid: Raw,
        created: Raw,
        payment: Raw,
        refund: Raw,
        #[serde(rename = "status_transitions")]
        transitions: Raw,
    }
}

wire! {
    /// What a payment of an invoice was made by.
    By { charge: Raw, payment_intent: Raw, }
}

wire! {
    /// When a status began.
    Transitions { finalized_at: Raw, paid_at: Raw, }
}

wire! {
    /// A line, or a field of the host's own.
    Payer { description: Text, value: Text, tax_rates: Raw, }
}

wire! {
    /// A tax of an invoice.
    TaxAmount { amount: Raw, taxable_amount: Raw, tax_rate: Raw, tax_rate_details: Raw, }
}

wire! {
    /// A rate of tax.
    TaxRate { id: Text, percentage: Raw, effective_percentage: Raw, tax_rate: Raw, }
}

impl<'a> Document<'a> {
    pub(super) fn parse(text: &'a str) -> Result<Self, Error> {
        serde_json::from_str(text).map_err(|_| bad("not a Stripe object"))
    }

    pub(super) fn currency(&self) -> Result<Currency, Error> {
        Currency::parse(&self.currency.clean()).map_err(|fault| bad(fault.message()).at_field("/currency"))
    }

    pub(super) fn amount(
        &self,
        raw: Raw<'a>,
        field: &str,
        currency: Currency,
    ) -> Result<Option<Amount>, Error> {
        raw.map(|raw| minor(raw, currency, field)).transpose()
    }

    pub(super) fn status_transitions(&self) -> Transitions<'a> {
        part(self.transitions)
    }

    pub(super) fn metadata(&self) -> Metadata {
        let map: BTreeMap<String, Text<'_>> = part(self.keys);
        map.into_iter().map(|(key, text)| (key, text.0.into_owned())).collect()
    }
}

impl<'a> Payment<'a> {
    pub(super) fn parse(text: &'a str) -> Result<Self, Error> {
        serde_json::from_str(text).map_err(|_| bad("not a Stripe object"))
    }

    pub(super) fn by(&self) -> By<'a> {
        part(self.payment)
    }

    pub(super) fn status_transitions(&self) -> Transitions<'a> {
        part(self.transitions)
    }
}

impl TaxRate<'_> {
    /// The percentage; digits, never a binary number.
    pub(super) fn percent(&self) -> Option<Decimal> {
        let raw = self.percentage.or(self.effective_percentage)?;
        raw.get().trim_matches('"').parse::<Decimal>().ok().map(|rate| rate.normalize())
    }
}

impl TaxAmount<'_> {
    /// The rate, by what is expanded, by what is known, or by the amount that was taxed.
    pub(super) fn rate(&self, known: &[(String, Decimal)]) -> Option<Decimal> {
        let details: TaxRate<'_> = part(self.tax_rate_details);
        let named = self.tax_rate.or(details.tax_rate);
        if let Some(text) = named.map(RawValue::get) {
            let rate: TaxRate<'_> = serde_json::from_str(text).unwrap_or_default();
            let id: Text<'_> = serde_json::from_str(text).unwrap_or_default();
            let by_id = || known.iter().find(|(known, _)| *known == id.0).map(|(_, rate)| *rate);
            if let Some(rate) = rate.percent().or_else(by_id) {
                return Some(rate);
            }
        }
        let of = |raw: Raw<'_>| raw.and_then(|raw| raw.get().parse::<Decimal>().ok());
        let (amount, taxed) = (of(self.amount)?, of(self.taxable_amount)?);
        let rate = amount.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(taxed)?;
        Some(rate.round_dp(2).normalize())
    }
}
