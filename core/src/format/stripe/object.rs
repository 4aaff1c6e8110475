//! A Stripe object as it comes: the fields of all kinds that are read, each as text until its kind is known.

use super::super::ReadOptions;
use super::super::json::Text;
use super::units;
use super::wire::wire;
use crate::error::{Code, Error};
use crate::model::Metadata;
use crate::model::wire::date;
use crate::money::{Amount, Currency};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

type Raw<'a> = Option<&'a RawValue>;

wire! {
    /// Any Stripe object.
    Object {
        id: Text,
        /// Its kind; in the `data` of an event the object itself.
        object: Raw,
        data: Raw,
        has_more: Raw,
        /// Of a list: where it was fetched from.
        url: Text,
        /// Of an event: the connected account that it is of; of an application fee: who paid it.
        account: Text,
        #[serde(rename = "type")]
        kind: Text,
        reporting_category: Text,
        status: Text,
        amount: Raw,
        amount_captured: Raw,
        amount_received: Raw,
        amount_refunded: Raw,
        amount_reversed: Raw,
        net: Raw,
        fee_details: Raw,
        exchange_rate: Raw,
        currency: Text,
        created: Raw,
        available_on: Raw,
        arrival_date: Raw,
        captured: Raw,
        paid: Raw,
        description: Text,
        reason: Text,
        receipt_email: Text,
        customer: Raw,
        billing_details: Raw,
        payment_method_details: Raw,
        payment_intent: Raw,
        charge: Raw,
        latest_charge: Raw,
        charges: Raw,
        refunds: Raw,
        dispute: Raw,
        invoice: Raw,
        source: Raw,
        balance_transaction: Raw,
        balance_transactions: Raw,
        failure_balance_transaction: Raw,
        failure_code: Text,
        original_payout: Raw,
        trace_id: Raw,
        destination: Raw,
        transfer: Raw,
        reversals: Raw,
        /// The fee of a balance transaction; of a fee refund the fee that is given back.
        #[serde(rename = "fee")]
        fee_of: Raw,
        payout: Raw,
        automatic_payout_id: Raw,
        merchant_amount: Raw,
        merchant_currency: Text,
        merchant_data: Raw,
        approved: Raw,
        transaction: Raw,
        financial_account: Raw,
        flow: Raw,
        flow_type: Text,
        status_transitions: Raw,
        ending_balance: Raw,
        funded: Raw,
        available: Raw,
        pending: Raw,
        connect_reserved: Raw,
        issuing: Raw,
        metadata: Raw,
    }
}

wire! {
    /// What another object is told by where it is expanded.
    Inner {
        id: Text,
        name: Text,
        email: Text,
        #[serde(rename = "type")]
        kind: Text,
        /// Of a trace id: the bank's.
        value: Text,
        posted_at: Raw,
    }
}

impl<'a> Object<'a> {
    pub(super) fn parse(text: &'a str) -> Result<Self, Error> {
        serde_json::from_str(text).map_err(|_| bad("not a Stripe object"))
    }

    /// What the object is: by its `object`, or by the prefix of its id.
    pub(super) fn name(&self) -> String {
        let said: Text<'_> =
            self.object.and_then(|raw| serde_json::from_str(raw.get()).ok()).unwrap_or_default();
        let known =
            |name: &str| name.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'.'));
        if !said.0.is_empty() {
            // A name is shown to people: nothing else than a name gets there.
            return if known(&said.0) && said.0.len() <= 50 {
                said.0.into_owned()
            } else {
                "unknown".to_owned()
            };
        }
        let prefix = self.id.0.split('_').next().unwrap_or_default();
        match prefix {
            "ch" | "py" => "charge",
            "pi" => "payment_intent",
            "re" | "pyr" => "refund",
            "dp" | "du" => "dispute",
            "po" => "payout",
            "txn" => "balance_transaction",
            "tr" => "transfer",
            "trr" => "transfer_reversal",
            "tu" => "topup",
            "fee" => "application_fee",
            "fr" => "fee_refund",
            "ipi" => "issuing.transaction",
            "iauth" => "issuing.authorization",
            "idp" => "issuing.dispute",
            "trxn" => "treasury.transaction",
            "in" => "invoice",
            "inpay" => "invoice_payment",
            "cn" => "credit_note",
            "cbtxn" => "customer_balance_transaction",
            "ccsbtxn" => "customer_cash_balance_transaction",
            "evt" => "event",
            _ => "unknown",
        }
        .to_owned()
    }

    pub(super) fn currency(&self) -> Result<Currency, Error> {
        let code = self.currency.clean();
        if code.is_empty() {
            return Err(bad("no currency").at_field("/currency"));
        }
        Currency::parse(&code).map_err(|fault| bad(fault.message()).at_field("/currency"))
    }

    pub(super) fn money(&self, raw: Raw<'a>, field: &str) -> Result<Option<Amount>, Error> {
        raw.map(|raw| minor(raw, self.currency()?, field)).transpose()
    }

    /// The time of creation, to tell which of two objects is the newer.
    pub(super) fn stamp(&self) -> Option<i64> {
        self.created?.get().parse().ok()
    }

    pub(super) fn amount(&self) -> Result<Amount, Error> {
        self.money(self.amount, "/amount")?.ok_or_else(|| bad("no amount").at_field("/amount"))
    }

    /// What of a charge was captured; old objects say 0 or nothing beside a captured amount.
    pub(super) fn amount_captured(&self) -> Result<Amount, Error> {
        let captured = self.money(self.amount_captured, "/amount_captured")?;
        captured.filter(|captured| !captured.is_zero()).map_or_else(|| self.amount(), Ok)
    }

    pub(super) fn amount_received(&self) -> Result<Amount, Error> {
        let received = self.money(self.amount_received, "/amount_received")?;
        received.filter(|received| !received.is_zero()).map_or_else(|| self.amount(), Ok)
    }

    pub(super) fn is_refunded(&self) -> bool {
        is_more_than_nothing(self.amount_refunded)
    }

    /// Whether something of a transfer came back.
    pub(super) fn is_reversed(&self) -> bool {
        is_more_than_nothing(self.amount_reversed)
    }

    pub(super) fn net(&self) -> Result<Amount, Error> {
        self.money(self.net, "/net")?.ok_or_else(|| bad("no net amount").at_field("/net"))
    }

    pub(super) fn fee(&self) -> Result<Option<Amount>, Error> {
        self.money(self.fee_of, "/fee")
    }

    /// Rate to the settlement currency.
    pub(super) fn exchange_rate(&self) -> Option<Decimal> {
        let raw = self.exchange_rate?.get();
        let digits = raw.trim_matches('"');
        digits.parse().ok().filter(|rate| *rate > Decimal::ZERO)
    }

    pub(super) fn created(&self, options: &ReadOptions) -> Result<NaiveDate, Error> {
        instant(self.created, options)?.ok_or_else(|| bad("no time of creation").at_field("/created"))
    }

    pub(super) fn available_on(&self, options: &ReadOptions) -> Option<NaiveDate> {
        instant(self.available_on, options).ok().flatten()
    }

    pub(super) fn arrival_date(&self) -> Option<NaiveDate> {
        // A day, given as its midnight in UTC: it does not move.
        let utc = ReadOptions::default();
        instant(self.arrival_date, &utc).ok().flatten()
    }

    pub(super) fn metadata(&self) -> Metadata {
        let map: BTreeMap<String, Text<'_>> =
            self.metadata.and_then(|raw| serde_json::from_str(raw.get()).ok()).unwrap_or_default();
        map.into_iter().map(|(key, text)| (key, text.0.into_owned())).collect()
    }

    /// The balance transaction, where it is expanded.
    pub(super) fn expanded_balance_transaction(&self) -> Result<Option<Object<'a>>, Error> {
        match self.balance_transaction {
            Some(raw) if raw.get().starts_with('{') => Object::parse(raw.get()).map(Some),
            _ => Ok(None),
        }
    }
}

/// An amount in Stripe's minor units.
pub(super) fn minor(raw: &RawValue, currency: Currency, field: &str) -> Result<Amount, Error> {
    units::integer(raw.get())
        .and_then(|units| units::amount(units, currency))
        .map_err(|fault| bad(fault.message()).at_field(field))
}

/// Whether a field is the JSON value `true`.
pub(super) fn is_true(raw: Raw<'_>) -> bool {
    raw.is_some_and(|raw| raw.get() == "true")
}

fn is_more_than_nothing(raw: Raw<'_>) -> bool {
    raw.is_some_and(|raw| raw.get().bytes().any(|byte| matches!(byte, b'1'..=b'9')))
}

/// Whether a field says anything.
pub(super) fn is_set(raw: Raw<'_>) -> bool {
    raw.is_some_and(|raw| !matches!(raw.get(), "null" | "\"\""))
}

/// An object inside, or its id alone.
pub(super) fn inner(raw: Raw<'_>) -> Inner<'_> {
    let Some(raw) = raw else { return Inner::default() };
    if raw.get().starts_with('{') {
        return serde_json::from_str(raw.get()).unwrap_or_default();
    }
    Inner { id: serde_json::from_str(raw.get()).unwrap_or_default(), ..Inner::default() }
}

/// The objects of a list, or of Stripe's list object.
pub(super) fn elements(raw: Raw<'_>) -> Vec<&str> {
    #[derive(Deserialize)]
    struct List<'a> {
        #[serde(borrow)]
        data: Vec<&'a RawValue>,
    }
    let Some(raw) = raw else { return Vec::new() };
    let list = if raw.get().starts_with('[') {
        serde_json::from_str(raw.get()).unwrap_or_default()
    } else {
        serde_json::from_str::<List<'_>>(raw.get()).map(|list| list.data).unwrap_or_default()
    };
    list.into_iter().map(RawValue::get).collect()
}

/// The day of an instant: Unix seconds, or text.
pub(super) fn instant(raw: Raw<'_>, options: &ReadOptions) -> Result<Option<NaiveDate>, Error> {
    let offset = options.utc_offset_minutes;
    match raw.map(RawValue::get) {
        None => Ok(None),
        Some(text) if text.starts_with('"') => {
            let text: Text<'_> = serde_json::from_str(text).unwrap_or_default();
            date::from_text(&text.0, offset)
        }
        Some(text) => {
            let seconds = text.parse().map_err(|_| bad("not a time in Unix seconds"))?;
            date::from_unix(seconds, offset).map(Some)
        }
    }
    .map_err(|fault| bad(fault.message()))
}

pub(super) fn bad(said: &str) -> Error {
    Error::new(Code::StripeBadObject, said)
}
