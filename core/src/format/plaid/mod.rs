//! Reader of Plaid's transactions: `/transactions/get` and `/transactions/sync`.
//!
//! Source: plaid.com/docs/api/products/transactions and Plaid's OpenAPI document (2020-09-14, of 2026). From documentation: no
//! answer of a live item was at hand.
//!
//! # Design
//! Plaid counts money out as positive: the sign is reversed. What `sync` answers is a log: rows are added, modified and removed
//! again, over several pages. So rows are handed out once all pages are read, each as the log leaves it; what the log takes
//! back that is not in the input is named in a warning. A booked row that names its pending one takes its place, and
//! carries the pending row's id as a payment reference, under which linking finds it in another input.

mod row;
mod wire;

#[cfg(test)]
mod tests;

use super::json::{self, Answers, At, Documents, Value, Way};
use super::look::{CERTAIN, Confidence, LIKELY, Look};
use super::reading::ids::Ids;
use super::reading::{Out, Reader, Stop};
use super::{FieldPath, RowPlace};
use crate::error::{Code, Error};
use row::Read;
use rustc_hash::FxHashMap;

/// Ids that a warning names.
const NAMED: usize = 20;

/// How sure the start of an input is.
pub(super) fn looks(look: &Look<'_>) -> Confidence {
    if look.keys(&["iso_currency_code", "unofficial_currency_code"])
        || look.keys(&["transactions_update_status", "next_cursor"])
    {
        CERTAIN
    } else if look.keys(&["personal_finance_category"])
        || look.keys(&["added", "modified", "removed"])
        || look.keys(&["pending_transaction_id"])
        || look.keys(&["iso_currency_code", "account_id"])
        || look.keys(&["error_type", "error_code", "display_message"])
    {
        LIKELY
    } else {
        0
    }
}

/// What a record is.
#[derive(Clone, Copy)]
enum Kind {
    Added,
    Modified,
    Removed,
    Account,
    /// Movements that are not of a bank account.
    Investments,
    HasMore,
    Total,
    Failed,
}

/// Reads answers of Plaid.
#[derive(Default)]
pub(crate) struct Plaid {
    documents: Documents<Kind>,
    content: Content,
}

#[derive(Default)]
struct Content {
    /// Rows in the order in which they came first; `None` for what was removed again.
    rows: Vec<Option<(Read, RowPlace)>>,
    at: FxHashMap<String, usize>,
    known: bool,
    failed: bool,
    /// The last page of the log says that there is more.
    more: bool,
    /// Rows of this answer, and how many it says there are.
    listed: u64,
    total: Option<u64>,
    fewer: bool,
    investments: u64,
    /// Rows of earlier inputs that were changed or removed.
    modified: u64,
    removed: Vec<String>,
    removed_count: u64,
    superseded: u64,
}

impl Reader for Plaid {
    fn read(&mut self, out: &mut Out<'_>) -> Result<usize, Stop> {
        let read = self.documents.read(&mut self.content, out);
        if read.is_ok() && !out.is_last() {
            return read.map_err(|broken| broken.stop(0));
        }
        self.content.give(out);
        let done = read.map_err(|broken| broken.stop(out.text().len()))?;
        self.content.finish(out)?;
        Ok(done)
    }
}

impl Answers for Content {
    type Kind = Kind;

    fn bare(&self, look: &Look<'_>) -> Option<Kind> {
        let record = |key: &str| look.has(&[key, &format!("[].{key}")]);
        record("transaction_id").then_some(Kind::Added)
    }

    fn begin(&mut self, _: &mut Out<'_>) {
        (self.listed, self.total) = (0, None);
    }

    fn way(&mut self, at: At<'_>) -> Way<Kind> {
        if at.depth > 1 {
            return Way::Pass;
        }
        let kind = match at.member {
            "transactions" | "added" => Kind::Added,
            "modified" => Kind::Modified,
            "removed" => Kind::Removed,
            "accounts" => Kind::Account,
            "investment_transactions" => Kind::Investments,
            "has_more" => return Way::Record(Kind::HasMore),
            "total_transactions" => return Way::Record(Kind::Total),
            "error_code" => return Way::Record(Kind::Failed),
            _ => return Way::Pass,
        };
        self.known = true;
        Way::Records(kind)
    }

    fn record(&mut self, kind: Kind, value: &Value<'_>, field: FieldPath, out: &mut Out<'_>) {
        match kind {
            Kind::HasMore => return self.more = value.text == "true",
            Kind::Total => return self.total = value.text.parse().ok(),
            Kind::Failed => return self.failed = true,
            Kind::Investments => return self.investments += 1,
            Kind::Added => self.listed += 1,
            Kind::Modified | Kind::Removed | Kind::Account => {}
        }
        self.known = true;
        out.record();
        let options = out.options();
        let read = value.check_depth().and_then(|()| match kind {
            Kind::Removed => row::removed(value.text).map(|id| self.remove(id)),
            Kind::Account => row::account(value.text, options).map(|(account, balance)| {
                let place = out.place(value.range(), field.clone());
                out.account(account, place.clone());
                if let Some(balance) = balance {
                    out.balance(balance, place);
                }
            }),
            _ => row::transaction(value.text, options).map(|read| {
                let place = out.place(value.range(), field.clone());
                self.put(read, place, matches!(kind, Kind::Modified));
            }),
        });
        if let Err(error) = read {
            out.refuse(json::placed(error, value, &field));
        }
    }

    fn end(&mut self, _: &mut Out<'_>) {
        self.fewer |= self.total.is_some_and(|total| total > self.listed);
    }
}

impl Content {
    /// A row, which takes the place of an earlier one of its id.
    fn put(&mut self, read: Read, place: RowPlace, modified: bool) {
        let next = self.rows.len();
        let at = *self.at.entry(read.id.clone()).or_insert(next);
        match self.rows.get_mut(at) {
            Some(row) => *row = Some((read, place)),
            None => {
                self.modified += u64::from(modified);
                self.rows.push(Some((read, place)));
            }
        }
    }

    fn remove(&mut self, id: String) {
        if self.at.get(&id).and_then(|at| self.rows.get_mut(*at)).is_some_and(|row| row.take().is_some()) {
            return;
        }
        self.removed_count += 1;
        if self.removed.len() < NAMED {
            self.removed.push(id);
        }
    }

    /// Hands out the rows as the log leaves them.
    fn give(&mut self, out: &mut Out<'_>) {
        // A pending row that was booked is not there beside its booking.
        let booked: Vec<String> =
            self.rows.iter().flatten().filter_map(|(read, _)| read.pending.clone()).collect();
        for id in booked {
            if let Some(row) = self.at.get(&id).and_then(|at| self.rows.get_mut(*at)) {
                self.superseded += u64::from(row.take().is_some());
            }
        }
        let mut ids = Ids::default();
        for (read, place) in core::mem::take(&mut self.rows).into_iter().flatten() {
            let mut transaction = read.transaction;
            transaction.id = ids.name_by_provider(&transaction, Some(&read.id));
            out.transaction(transaction, place);
        }
    }

    fn finish(&self, out: &mut Out<'_>) -> Result<(), Stop> {
        if !self.known {
            let (code, said) = if self.failed {
                (Code::FormatUnsupported, "the answer of a Plaid call that failed: it holds no transactions")
            } else {
                (
                    Code::FormatUnknown,
                    "no answer of Plaid: neither `transactions` nor `added`, `modified`, `removed`",
                )
            };
            return Err(Stop::Refused(Error::new(code, said)));
        }
        if self.investments > 0 && out.is_empty() {
            let said = "investment transactions of Plaid: movements of securities, not of a bank account";
            return Err(Stop::Refused(Error::new(Code::FormatUnsupported, said)));
        }
        let mut warn = |code, count: u64, said: String| {
            if count > 0 {
                out.warn(Error::new(code, said));
            }
        };
        let names = if self.removed_count > self.removed.len() as u64 { ", …" } else { "" };
        warn(
            Code::PlaidRemoved,
            self.removed_count,
            format!(
                "{} transactions of earlier answers were removed, take them out: {}{names}",
                self.removed_count,
                self.removed.join(", ")
            ),
        );
        warn(
            Code::PlaidModified,
            self.modified,
            format!(
                "{} transactions of earlier answers were modified: these replace those of their ids",
                self.modified
            ),
        );
        warn(
            Code::PlaidSuperseded,
            self.superseded,
            format!(
                "{} pending transactions left out: the input holds what they were booked as",
                self.superseded
            ),
        );
        let more = u64::from(self.more || self.fewer);
        warn(Code::PlaidIncomplete, more, "the answer says that there are more transactions".to_owned());
        let investments = format!("{} investment transactions: not of a bank account", self.investments);
        warn(Code::PlaidIncomplete, self.investments, investments);
        Ok(())
    }
}
