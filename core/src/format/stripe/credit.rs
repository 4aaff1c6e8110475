//! What Stripe keeps for customers: their credit balance and their cash balance.
//!
//! # Design
//! Both are ledgers of one customer: each entry says what the balance is after it. What a customer still has is the balance
//! after the newest entry, and that is an unapplied credit; the entries before it are told by it. No money of the host
//! moves: cash becomes the host's where it is applied, which is a charge.
//!
//! Source: docs.stripe.com/api/customer_balance_transactions, docs.stripe.com/api/cash_balance_transactions.

use super::super::json::Text;
use super::super::{ReadOptions, RowPlace};
use super::object::{Object, bad, inner, minor};
use crate::error::Error;
use crate::model::{Customer, Invoice, InvoiceKind};
use crate::money::Amount;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// The newest entry of each ledger.
#[derive(Default)]
pub(super) struct Credits {
    newest: BTreeMap<String, Entry>,
    /// Entries that others of their ledger tell of.
    pub(super) earlier: u64,
}

struct Entry {
    stamp: Option<i64>,
    credit: Invoice,
    place: RowPlace,
}

impl Credits {
    /// Takes an entry of a ledger in.
    pub(super) fn add(
        &mut self,
        object: &Object<'_>,
        options: &ReadOptions,
        place: &RowPlace,
    ) -> Result<(), Error> {
        let currency = object.currency()?;
        let customer =
            inner(object.customer).id.some().ok_or_else(|| bad("no customer").at_field("/customer"))?;
        let raw = object.ending_balance.ok_or_else(|| bad("no balance").at_field("/ending_balance"))?;
        let after = minor(raw, currency, "/ending_balance")?;
        let cash = object.name().contains("cash");
        // A credit is what the customer does not owe: negative in the one ledger, money in the other.
        let left = if cash { after } else { after.checked_neg()? };
        let left = if left.minor() > 0 { left } else { Amount::zero(currency) };
        let ledger = if cash { "cash" } else { "credit" };
        let mut credit = Invoice::new(format!("{customer}:{ledger}:{currency}"), left);
        credit.kind = InvoiceKind::CreditNote;
        credit.issued_on = Some(object.created(options)?);
        let funded = Funded::of(object);
        credit.customer = Some(Customer {
            id: Some(customer),
            aliases: funded.sender.into_iter().collect(),
            ..Customer::default()
        });
        let said: Vec<String> = [object.description.some(), funded.reference].into_iter().flatten().collect();
        credit.description = Some(said.join("; ")).filter(|said| !said.is_empty());
        credit.metadata = object.metadata();
        let entry = Entry { stamp: object.stamp(), credit, place: place.clone() };
        match self.newest.get_mut(&entry.credit.id) {
            None => {
                self.newest.insert(entry.credit.id.clone(), entry);
            }
            Some(known) => {
                self.earlier += 1;
                // Lists come with the newest first: of one second the first is the newer.
                if entry.stamp > known.stamp {
                    *known = entry;
                }
            }
        }
        Ok(())
    }

    /// What customers still have.
    pub(super) fn into_items(self) -> impl Iterator<Item = (Invoice, RowPlace)> {
        self.newest.into_values().map(|entry| {
            let mut credit = entry.credit;
            if credit.open.is_zero() {
                credit.state = crate::model::InvoiceState::Closed;
            }
            (credit, entry.place)
        })
    }
}

/// Who sent money to a cash balance, and with which words.
#[derive(Default)]
struct Funded {
    sender: Option<String>,
    reference: Option<String>,
}

impl Funded {
    fn of(object: &Object<'_>) -> Self {
        #[derive(Deserialize, Default)]
        #[serde(default)]
        struct Wire<'a> {
            #[serde(borrow)]
            bank_transfer: BTreeMap<String, &'a RawValue>,
        }
        #[derive(Deserialize, Default)]
        #[serde(default)]
        struct Sender<'a> {
            #[serde(borrow)]
            sender_name: Text<'a>,
        }
        let wire: Option<Wire<'_>> = object.funded.and_then(|raw| serde_json::from_str(raw.get()).ok());
        let mut funded = Funded::default();
        for (member, raw) in wire.map(|wire| wire.bank_transfer).unwrap_or_default() {
            if member == "reference" {
                let text: Text<'_> = serde_json::from_str(raw.get()).unwrap_or_default();
                funded.reference = text.some();
            } else if raw.get().starts_with('{') {
                let sender: Sender<'_> = serde_json::from_str(raw.get()).unwrap_or_default();
                funded.sender = funded.sender.or(sender.sender_name.some());
            }
        }
        funded
    }
}
