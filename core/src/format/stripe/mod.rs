//! Reader of Stripe objects: single, in lists, in event envelopes, one a line.
//!
//! Source: docs.stripe.com/api, of 2026: the objects by their names.
//!
//! # Design
//! The account is the Stripe balance: a charge comes in net of fees, a payout goes out. What moved the balance is
//! known from the balance transaction only; where it is not expanded, the row shows the charge before fees in its own
//! currency, and a warning says so. Several objects may tell of one payment (intent, charge, event, balance
//! transaction): they have one id, and become one row that knows what all of them know (`merge`). What was taken back
//! by a movement of its own is two rows. Objects that did not move money, or not yet, are counted in warnings and never
//! booked. Invoices are open items, what a customer has left is an unapplied credit.

mod credit;
mod invoice_wire;
mod invoices;
mod issuing;
pub(super) mod kinds;
mod members;
mod merge;
pub(super) mod method;
mod movement;
mod object;
mod parts;
mod payments;
mod row;
mod source;
mod transfers;
mod units;
mod wire;

#[cfg(test)]
mod tests;

use super::json::{Broken, Cursor, Value, place, placed, walk};
use super::look::{Confidence, LIKELY, Look};
use super::reading::Stop;
use super::{Balance, BalanceKind, FieldPath, ReadOptions, Report, RowPlace, Visitor};
use crate::error::{Code, Error};
use crate::model::{Invoice, Settlement, Status, TransactionKind};
use credit::Credits;
use invoices::Item;
use members::List;
use object::{Object, elements, is_true};
use row::{Depth, Found, Row};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Envelopes inside of envelopes: an event in a list in a list, and no more.
const ENVELOPES: u8 = 4;

/// The account where nothing names it: the Stripe balance.
const ACCOUNT: &str = "stripe";

/// How sure the start of an input is.
pub(super) fn looks(look: &Look<'_>) -> Confidence {
    let named = |path: &String| path.starts_with("object=") || path.starts_with("[].object=");
    if look.keys(&["object", "livemode"])
        || look.keys(&["object", "created"])
        || look.keys(&["object", "has_more"])
        || look.keys(&["balance_transaction"])
        || look.keys(&["amount_captured"])
        || look.paths().iter().any(named)
    {
        // Keys that others use too.
        LIKELY - 10
    } else {
        0
    }
}

/// Reads Stripe objects.
///
/// # Errors
/// `format.stripe.unsupported` where no object moves money, `format.json.syntax` and `format.truncated`.
pub(crate) fn read(text: &str, options: &ReadOptions, report: &mut Report) -> Result<(), Stop> {
    let mut reader = Reader {
        report,
        options,
        rows: Vec::new(),
        lists: Vec::new(),
        items: Items::default(),
        credits: Credits::default(),
        notes: Notes::default(),
    };
    let ended = walk(text, |cursor| reader.objects(cursor));
    reader.give_items();
    reader.give_rows();
    let Reader { notes, report, .. } = reader;
    let not_taken = notes.not_taken();
    if ended.is_ok() && report.is_empty() && !not_taken.is_empty() {
        return Err(Stop::Refused(Error::new(Code::StripeUnsupported, not_taken.join("; "))));
    }
    let with = |code| move |said: String| Error::new(code, said);
    report.warnings.extend(not_taken.into_iter().map(with(Code::StripeUnsupported)));
    report.warnings.extend(notes.incomplete().into_iter().map(with(Code::StripeIncomplete)));
    ended.map_err(|broken| broken.stop(text.len()))
}

/// What was not taken or only half known, counted.
#[derive(Default)]
struct Notes {
    not_taken: BTreeMap<(String, &'static str), u64>,
    before_fees: u64,
    refunds_elsewhere: u64,
    half_told: u64,
    undated: u64,
    more: bool,
}

impl Notes {
    fn not_taken(&self) -> Vec<String> {
        let one = |((name, why), count): (&(String, &'static str), &u64)| {
            format!("{count} × Stripe `{name}`: {why}")
        };
        self.not_taken.iter().map(one).collect()
    }

    fn incomplete(&self) -> Vec<String> {
        let counted = [
            (
                self.before_fees,
                "without an expanded balance transaction: the amount is before Stripe's fees, in the currency of the payment",
            ),
            (self.refunds_elsewhere, "refunded charge that does not list its refunds"),
            (
                self.half_told,
                "top-up, transfer or application fee that was taken back by what is not in the input: give its balance transactions",
            ),
            (
                self.undated,
                "came back on a day that is not in the input: its own is taken; give the balance transactions",
            ),
        ];
        let mut said: Vec<String> = counted
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, said)| format!("{count} × {said}"))
            .collect();
        if self.more {
            said.push("the list says has_more: there are further pages".to_owned());
        }
        said
    }
}

/// Open items and settlements, each once.
#[derive(Default)]
struct Items {
    invoices: Vec<(Invoice, Vec<Settlement>, Option<i64>, RowPlace)>,
    by_id: FxHashMap<String, usize>,
    settlements: Vec<(Settlement, RowPlace)>,
}

impl Items {
    /// Keeps of one invoice what is as it is now, or was seen last.
    fn add(&mut self, invoice: Invoice, settled: Vec<Settlement>, seen: Option<i64>, place: &RowPlace) {
        let next = self.invoices.len();
        let nth = *self.by_id.entry(invoice.id.clone()).or_insert(next);
        match self.invoices.get_mut(nth) {
            None => self.invoices.push((invoice, settled, seen, place.clone())),
            Some(known) if seen.unwrap_or(i64::MAX) >= known.2.unwrap_or(i64::MAX) => {
                *known = (invoice, settled, seen, place.clone());
            }
            Some(_) => {}
        }
    }
}

/// What an envelope says of what is in it.
#[derive(Clone, Default)]
struct Scope {
    /// The connected account.
    account: Option<String>,
    /// When the event was.
    seen: Option<i64>,
}

struct Reader<'r> {
    report: &'r mut Report,
    options: &'r ReadOptions,
    rows: Vec<(Row, RowPlace)>,
    lists: Vec<List>,
    items: Items,
    credits: Credits,
    notes: Notes,
}

impl Reader<'_> {
    fn objects(&mut self, cursor: &mut Cursor<'_>) -> Result<(), Broken> {
        match cursor.peek() {
            Some(b'[') => self.list(cursor, "/"),
            Some(b'{') if cursor.rows_are_lines() => {
                while cursor.peek().is_some() {
                    let value = cursor.line();
                    self.value(&value, FieldPath::default());
                }
                Ok(())
            }
            Some(b'{') => {
                while cursor.peek().is_some() {
                    self.one(cursor)?;
                }
                Ok(())
            }
            _ => cursor.skip().map(drop),
        }
    }

    fn list(&mut self, cursor: &mut Cursor<'_>, path: &str) -> Result<(), Broken> {
        self.report.says_empty = true;
        let path: Arc<str> = path.into();
        let (mut at, first) = (0_u64, self.rows.len());
        let ended = cursor.array(|cursor| {
            let value = cursor.skip()?;
            self.value(&value, FieldPath::pointer(&path, at));
            at += 1;
            Ok(())
        });
        self.lists.push(List { rows: first..self.rows.len(), payout: None });
        ended
    }

    /// One object over any number of lines; the rows of a list are taken one by one.
    fn one(&mut self, cursor: &mut Cursor<'_>) -> Result<(), Broken> {
        let start = cursor.position();
        let (mut is_list, mut more, mut payout) = (false, false, None);
        cursor.object(|cursor, name| match (name, cursor.peek()) {
            ("data", Some(b'[')) => {
                is_list = true;
                self.list(cursor, "/data/")
            }
            ("has_more", Some(b't')) => {
                more = true;
                cursor.skip().map(drop)
            }
            ("url", Some(b'"')) => {
                let url: String = serde_json::from_str(cursor.skip()?.text).unwrap_or_default();
                payout = members::named(&url);
                Ok(())
            }
            _ => cursor.skip().map(drop),
        })?;
        if is_list {
            self.notes.more |= more;
            if let Some(list) = self.lists.last_mut() {
                list.payout = payout;
            }
            return Ok(());
        }
        cursor.rewind(start);
        let value = cursor.skip()?;
        self.value(&value, FieldPath::default());
        Ok(())
    }

    fn value(&mut self, value: &Value<'_>, field: FieldPath) {
        let (seen, place) = (self.report.records, place(value, field));
        let read = value.check_depth().and_then(|()| self.object(value.text, &place, &Scope::default(), 0));
        if let Err(error) = read {
            self.report.records = self.report.records.max(seen + 1);
            self.report.refuse(placed(error, value, &place.field));
        }
    }

    /// An object, or what an envelope holds.
    fn object(&mut self, text: &str, place: &RowPlace, scope: &Scope, envelopes: u8) -> Result<(), Error> {
        let object = Object::parse(text)?;
        let name = object.name();
        let mut inside = scope.clone();
        let mut list = false;
        let content = match (object.object, name.as_str()) {
            // The `data` of an event alone.
            (Some(raw), _) if raw.get().starts_with('{') => Some(vec![raw.get()]),
            (_, "list" | "search_result") => {
                self.report.says_empty = true;
                self.notes.more |= is_true(object.has_more);
                list = true;
                Some(elements(object.data))
            }
            (_, "event") => {
                inside.account = object.account.some().or(inside.account);
                inside.seen = object.stamp();
                Some(object.data.map(serde_json::value::RawValue::get).into_iter().collect())
            }
            _ => None,
        };
        let Some(content) = content else {
            self.report.records += 1;
            return self.row(&object, text, &name, place, scope).map_err(|fault| match object.id.some() {
                Some(id) => fault.at_row(id),
                None => fault,
            });
        };
        if envelopes >= ENVELOPES {
            return Err(Error::new(Code::FormatTooLarge, "lists and events inside of each other"));
        }
        let first = self.rows.len();
        if !list {
            return content.into_iter().try_for_each(|text| self.object(text, place, &inside, envelopes + 1));
        }
        let path: Arc<str> = format!("{}/data/", place.field).into();
        for (nth, text) in (0..).zip(content) {
            let place = RowPlace { field: FieldPath::pointer(&path, nth), ..place.clone() };
            let seen = self.report.records;
            if let Err(error) = self.object(text, &place, &inside, envelopes + 1) {
                self.refuse(error, &place, seen);
            }
        }
        let payout = members::named(&object.url.0);
        self.lists.push(List { rows: first..self.rows.len(), payout });
        Ok(())
    }

    fn row(
        &mut self,
        object: &Object<'_>,
        text: &str,
        name: &str,
        place: &RowPlace,
        scope: &Scope,
    ) -> Result<(), Error> {
        let options = self.options;
        let found = match name {
            "charge" => return self.charge(object, place, scope),
            "payment_intent" => match self.charges(object, place, scope) {
                Some(read) => return read,
                None => payments::intent(object, options)?,
            },
            "refund" => payments::refund(object, options)?,
            "dispute" => payments::dispute(object, options)?,
            "payout" => transfers::payout(object, options)?,
            "topup" => transfers::topup(object, options)?,
            "transfer" => transfers::transfer(object, options)?,
            "transfer_reversal" => transfers::transfer_reversal(object, options)?,
            "application_fee" => transfers::application_fee(object, options)?,
            "fee_refund" => transfers::fee_refund(object, options)?,
            "balance_transaction" => source::movement_with_source(object, options)?,
            "issuing.transaction" => issuing::transaction(object, options)?,
            "issuing.authorization" => issuing::authorization(object, options)?,
            "issuing.dispute" => issuing::dispute(object, options)?,
            "treasury.transaction" => issuing::treasury(object, options)?,
            "invoice" => return self.item(invoices::invoice(text, options)?, name, place, scope),
            "credit_note" => return self.item(invoices::credit_note(text, options)?, name, place, scope),
            "invoice_payment" => return self.item(invoices::payment(text, options)?, name, place, scope),
            "customer_balance_transaction" | "customer_cash_balance_transaction" => {
                return self.credits.add(object, options, place);
            }
            "balance" => return self.balances(object, place, scope),
            _ => Found::Nothing("moves no money of the balance by itself, or is not read by this version"),
        };
        self.push(found, name, place, scope);
        Ok(())
    }

    fn account(&self, scope: &Scope) -> String {
        let known = scope.account.as_ref().or(self.options.account.as_ref());
        known.map_or_else(|| ACCOUNT.to_owned(), String::clone)
    }

    fn push(&mut self, found: Found, name: &str, place: &RowPlace, scope: &Scope) {
        match found {
            Found::Rows(rows) => {
                for mut row in rows {
                    row.transaction.account.get_or_insert_with(|| self.account(scope));
                    row.seen = scope.seen;
                    self.rows.push((row, place.clone()));
                }
            }
            Found::Nothing(why) => self.nothing(name, why),
        }
    }

    fn nothing(&mut self, name: &str, why: &'static str) {
        *self.notes.not_taken.entry((name.to_owned(), why)).or_default() += 1;
    }

    fn item(&mut self, item: Item, name: &str, place: &RowPlace, scope: &Scope) -> Result<(), Error> {
        match item {
            Item::Invoice(invoice, settled) => self.items.add(*invoice, settled, scope.seen, place),
            Item::Settlement(settled) => self.items.settlements.push((settled, place.clone())),
            Item::Nothing(why) => self.nothing(name, why),
        }
        Ok(())
    }

    /// What the balance was when it was asked for: of no day.
    fn balances(&mut self, object: &Object<'_>, place: &RowPlace, scope: &Scope) -> Result<(), Error> {
        let account = self.account(scope);
        let issuing = object.issuing.and_then(|raw| Object::parse(raw.get()).ok());
        let issuing = issuing.and_then(|issuing| issuing.available);
        for part in [object.available, object.pending, object.connect_reserved, issuing] {
            for text in elements(part) {
                let amount = Object::parse(text)?.amount()?;
                let balance = Balance {
                    account: Some(account.clone()),
                    statement: None,
                    kind: BalanceKind::Other,
                    amount,
                    on: None,
                };
                self.report.balance(balance, place.clone());
            }
        }
        Ok(())
    }

    fn give_items(&mut self) {
        let credits = core::mem::take(&mut self.credits);
        if credits.earlier > 0 {
            let why = "an entry of a customer's balance before the newest, which says what is left";
            *self.notes.not_taken.entry(("customer balance".to_owned(), why)).or_default() += credits.earlier;
        }
        let items = core::mem::take(&mut self.items);
        let mut settlements = Vec::new();
        for (invoice, settled, _, place) in items.invoices {
            settlements.extend(settled.into_iter().map(|settled| (settled, place.clone())));
            self.report.invoice(invoice, place);
        }
        for (credit, place) in credits.into_items() {
            self.report.invoice(credit, place);
        }
        settlements.extend(items.settlements);
        // An invoice, its list of payments and a payment alone may tell of one.
        let mut known: FxHashSet<(String, String)> = FxHashSet::default();
        for (settled, place) in settlements {
            let ids = settled.transaction.iter().chain(&settled.external_ids);
            let fresh = ids.map(|id| known.insert((settled.invoice.clone(), id.clone())));
            if fresh.fold(true, |all, fresh| all & fresh) {
                self.report.settlement(settled, place);
            }
        }
    }

    fn give_rows(&mut self) {
        let mut rows = core::mem::take(&mut self.rows);
        members::assign(&mut rows, &self.lists);
        for (row, place) in merge::payments(rows) {
            let gross = matches!(row.depth, Depth::Intent | Depth::Gross);
            let transaction = &row.transaction;
            self.notes.half_told += u64::from(row.half_told);
            self.notes.undated += u64::from(row.undated);
            if gross && transaction.status == Status::Booked && transaction.kind != TransactionKind::Payout {
                self.notes.before_fees += 1;
            }
            self.report.transaction(row.transaction, place);
        }
    }
}
