//! Reader of Stripe objects: single, in lists, in event envelopes, one a line.
//!
//! Source: docs.stripe.com/api (charge, payment_intent, refund, dispute, payout, balance_transaction, event, list).
//!
//! # Design
//! The account is the Stripe balance: a charge comes in net of fees, a payout goes out. What moved the balance is
//! known from the balance transaction only; where it is not expanded, the row shows the charge before fees in its own
//! currency, and a warning says so. Several objects may tell of one payment (intent, charge, event, balance
//! transaction): they have one id, and become one row that knows what all of them know. Objects that did not move
//! money, or not yet, are counted in warnings and never booked.

mod object;
mod rows;
mod units;

#[cfg(test)]
mod tests;

use super::detect::look::{Confidence, LIKELY, Look};
use super::json::{Broken, Cursor, Value, place, placed, walk};
use super::reading::Stop;
use super::{FieldPath, ReadOptions, Report, RowPlace, Visitor};
use crate::error::{Code, Error};
use crate::model::{Status, TransactionKind};
use object::{Object, elements, is_true};
use rows::{Depth, Found, Row};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Envelopes inside of envelopes: an event in a list in a list, and no more.
const ENVELOPES: u8 = 4;

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
    let mut notes = Notes::default();
    let mut reader = Reader { report, options, rows: Vec::new(), notes: &mut notes };
    let ended = walk(text, |cursor| reader.objects(cursor));
    reader.give_rows();
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
        let mut said = Vec::new();
        if self.before_fees > 0 {
            said.push(format!(
                "{} × without an expanded balance transaction: the amount is before Stripe's fees, in the currency of the payment",
                self.before_fees
            ));
        }
        if self.refunds_elsewhere > 0 {
            said.push(format!("{} × refunded charge that does not list its refunds", self.refunds_elsewhere));
        }
        if self.more {
            said.push("the list says has_more: there are further pages".to_owned());
        }
        said
    }
}

struct Reader<'r> {
    report: &'r mut Report,
    options: &'r ReadOptions,
    rows: Vec<(Row, RowPlace)>,
    notes: &'r mut Notes,
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
        let mut at = 0_u64;
        cursor.array(|cursor| {
            let value = cursor.skip()?;
            self.value(&value, FieldPath::pointer(&path, at));
            at += 1;
            Ok(())
        })
    }

    /// One object over any number of lines; the rows of a list are taken one by one.
    fn one(&mut self, cursor: &mut Cursor<'_>) -> Result<(), Broken> {
        let start = cursor.position();
        let (mut is_list, mut more) = (false, false);
        cursor.object(|cursor, name| match (name, cursor.peek()) {
            ("data", Some(b'[')) => {
                is_list = true;
                self.list(cursor, "/data/")
            }
            ("has_more", Some(b't')) => {
                more = true;
                cursor.skip().map(drop)
            }
            _ => cursor.skip().map(drop),
        })?;
        if is_list {
            self.notes.more |= more;
            return Ok(());
        }
        cursor.rewind(start);
        let value = cursor.skip()?;
        self.value(&value, FieldPath::default());
        Ok(())
    }

    fn value(&mut self, value: &Value<'_>, field: FieldPath) {
        let (seen, place) = (self.report.records, place(value, field));
        let read = value.check_depth().and_then(|()| self.object(value.text, &place, 0));
        if let Err(error) = read {
            self.report.records = self.report.records.max(seen + 1);
            self.report.refuse(placed(error, value, &place.field));
        }
    }

    /// An object, or what an envelope holds.
    fn object(&mut self, text: &str, place: &RowPlace, envelopes: u8) -> Result<(), Error> {
        let object = Object::parse(text)?;
        let name = object.name();
        let content = match (object.object, name.as_str()) {
            // The `data` of an event alone.
            (Some(raw), _) if raw.get().starts_with('{') => Some(vec![raw.get()]),
            (_, "list" | "search_result") => {
                self.report.says_empty = true;
                self.notes.more |= is_true(object.has_more);
                Some(elements(object.data))
            }
            (_, "event") => Some(object.data.map(serde_json::value::RawValue::get).into_iter().collect()),
            _ => None,
        };
        let Some(content) = content else {
            self.report.records += 1;
            return self.row(&object, &name, place).map_err(|fault| match object.id.some() {
                Some(id) => fault.at_row(id),
                None => fault,
            });
        };
        if envelopes >= ENVELOPES {
            return Err(Error::new(Code::FormatTooLarge, "lists and events inside of each other"));
        }
        for text in content {
            self.object(text, place, envelopes + 1)?;
        }
        Ok(())
    }

    fn row(&mut self, object: &Object<'_>, name: &str, place: &RowPlace) -> Result<(), Error> {
        let options = self.options;
        let found = match name {
            "charge" => {
                let refunds = elements(object.refunds);
                if object.is_refunded() && refunds.is_empty() {
                    self.notes.refunds_elsewhere += 1;
                }
                self.push(rows::charge(object, options)?, name, place);
                for text in refunds {
                    self.push(rows::refund(&Object::parse(text)?, options)?, "refund", place);
                }
                if let Some(dispute) = object.dispute.filter(|raw| raw.get().starts_with('{')) {
                    self.push(rows::dispute(&Object::parse(dispute.get())?, options)?, "dispute", place);
                }
                return Ok(());
            }
            "payment_intent" => {
                let latest = object.latest_charge.map(serde_json::value::RawValue::get);
                let mut charges = elements(object.charges);
                charges.extend(latest.filter(|text| text.starts_with('{')));
                if object.status.0 == "succeeded" && !charges.is_empty() {
                    for text in charges {
                        self.row(&Object::parse(text)?, "charge", place)?;
                    }
                    return Ok(());
                }
                rows::intent(object, options)?
            }
            "refund" => rows::refund(object, options)?,
            "dispute" => rows::dispute(object, options)?,
            "payout" => rows::payout(object, options)?,
            "balance_transaction" => rows::movement(object, options)?,
            "invoice" => Found::Nothing("not read by this version: give the invoices in another form"),
            _ => Found::Nothing("moves no money of the balance by itself, or is not read by this version"),
        };
        self.push(found, name, place);
        Ok(())
    }

    fn push(&mut self, found: Found, name: &str, place: &RowPlace) {
        match found {
            Found::Rows(rows) => self.rows.extend(rows.into_iter().map(|row| (row, place.clone()))),
            Found::Nothing(why) => *self.notes.not_taken.entry((name.to_owned(), why)).or_default() += 1,
        }
    }

    /// One row for each payment, at the place of its first object.
    fn give_rows(&mut self) {
        let mut at: FxHashMap<String, usize> = FxHashMap::default();
        let mut payments: Vec<Payment> = Vec::new();
        for (row, place) in core::mem::take(&mut self.rows) {
            let next = payments.len();
            let nth = *at.entry(row.transaction.id.clone()).or_insert(next);
            if nth == next {
                payments.push(Payment::default());
            }
            if let Some(payment) = payments.get_mut(nth) {
                payment.add(row, place);
            }
        }
        let rows: Vec<_> = payments.into_iter().filter_map(Payment::row).collect();
        // An intent that does not name its charge, beside a charge that names the intent.
        let charged: FxHashSet<String> = rows
            .iter()
            .filter(|(row, _)| row.depth != Depth::Intent)
            .map(|(row, _)| row.intent.clone())
            .collect();
        for (row, place) in rows {
            if row.depth == Depth::Intent && charged.contains(&row.intent) {
                continue;
            }
            let gross = matches!(row.depth, Depth::Intent | Depth::Gross);
            if gross
                && row.transaction.status == Status::Booked
                && row.transaction.kind != TransactionKind::Payout
            {
                self.notes.before_fees += 1;
            }
            self.report.transaction(row.transaction, place);
        }
    }
}

/// What the objects of one id say: who paid, and what moved.
#[derive(Default)]
struct Payment {
    object: Option<(Row, RowPlace)>,
    movement: Option<(Row, RowPlace)>,
}

impl Payment {
    /// Keeps the object that knows more, of equals the booked one, else the later one.
    fn add(&mut self, row: Row, place: RowPlace) {
        let kept = if row.depth == Depth::Movement { &mut self.movement } else { &mut self.object };
        let weight = |row: &Row| (row.depth, row.transaction.status == Status::Booked);
        if kept.as_ref().is_none_or(|(known, _)| weight(&row) >= weight(known)) {
            *kept = Some((row, place));
        }
    }

    fn row(self) -> Option<(Row, RowPlace)> {
        match (self.object, self.movement) {
            (Some((mut row, place)), Some((movement, _))) => {
                if row.depth < Depth::Net {
                    rows::take(&mut row.transaction, &movement.transaction, movement.rate);
                    row.depth = Depth::Net;
                }
                Some((row, place))
            }
            (object, movement) => object.or(movement),
        }
    }
}
