//! Reader of PayPal's transaction search and balances.
//!
//! Source: developer.paypal.com, Transaction Search API v1 (`search_response`, `balances_response`) and T-codes (2026). From
//! documentation: no answer of a live account was at hand.
//!
//! # Design
//! The account is the balance at PayPal, one for each currency. PayPal's amount is before its fee: amount and fee together
//! moved the balance. A conversion is two transactions, one of each currency, and both moved something; what PayPal holds back
//! and releases moves between what is available and what is not, so that both are rows of kind `internal` and settle nothing.
//! An authorisation or a denied payment moved nothing and is counted in a warning.

pub(super) mod code;
mod row;
mod wire;

#[cfg(test)]
mod tests;

use super::json::{self, Answers, At, Documents, Text, Value, Way};
use super::look::{CERTAIN, Confidence, LIKELY, Look};
use super::reading::ids::Ids;
use super::reading::{Out, Reader, Stop};
use super::{Account, Balance, BalanceKind, FieldPath, RowPlace};
use crate::error::{Code, Error};
use crate::model::wire::date;
use crate::money::Amount;
use chrono::NaiveDate;
use row::Found;
use std::collections::BTreeMap;

/// Balances that wait for the day of which they are: PayPal lists one a currency.
const BALANCES: usize = 1 << 10;

/// How sure the start of an input is.
pub(super) fn looks(look: &Look<'_>) -> Confidence {
    let any = |key: &str| look.keys(&[key]);
    if any("transaction_details") && any("transaction_info") || any("paypal_reference_id") {
        CERTAIN
    } else if any("transaction_details")
        || look.keys(&["transaction_info", "transaction_event_code"])
        || look.keys(&["total_balance", "available_balance"])
        || look.keys(&["total_balance", "withheld_balance"])
        || look.keys(&["debug_id", "name", "message"])
    {
        LIKELY
    } else {
        0
    }
}

/// What a record is.
#[derive(Clone, Copy)]
enum Kind {
    Transaction,
    Balance,
    /// A member of the answer that says something of it.
    About(About),
}

#[derive(Clone, Copy)]
enum About {
    Account,
    AsOf,
    Page,
    Pages,
    Failed,
}

/// Reads answers of PayPal's reporting API.
#[derive(Default)]
pub(crate) struct Paypal {
    documents: Documents<Kind>,
    content: Content,
}

#[derive(Default)]
struct Content {
    ids: Ids,
    known: bool,
    failed: bool,
    more: bool,
    /// Transactions that were taken back by another one.
    reversed: u64,
    nothing: BTreeMap<&'static str, u64>,
    page: Page,
}

/// The answer that is read.
#[derive(Default)]
struct Page {
    page: Option<u64>,
    pages: Option<u64>,
    as_of: Option<NaiveDate>,
    balances: Vec<(Amount, RowPlace)>,
}

impl Reader for Paypal {
    fn read(&mut self, out: &mut Out<'_>) -> Result<usize, Stop> {
        let read = self.documents.read(&mut self.content, out);
        if read.is_err() || out.is_last() {
            self.content.end(out);
        }
        let done = read.map_err(|broken| broken.stop(out.text().len()))?;
        if out.is_last() {
            self.content.finish(out)?;
        }
        Ok(done)
    }
}

impl Answers for Content {
    type Kind = Kind;

    fn bare(&self, look: &Look<'_>) -> Option<Kind> {
        let list = look.has(&["transaction_details[]"]);
        (look.has(&["transaction_info{}", "[].transaction_info{}"]) && !list).then_some(Kind::Transaction)
    }

    fn begin(&mut self, _: &mut Out<'_>) {
        self.page = Page::default();
        self.ids.statement();
    }

    fn way(&mut self, at: At<'_>) -> Way<Kind> {
        if at.depth > 1 {
            return Way::Pass;
        }
        let about = match at.member {
            "transaction_details" => {
                self.known = true;
                return Way::Records(Kind::Transaction);
            }
            "balances" => {
                self.known = true;
                return Way::Records(Kind::Balance);
            }
            "account_number" | "account_id" => About::Account,
            "as_of_time" => About::AsOf,
            "page" => About::Page,
            "total_pages" => About::Pages,
            "debug_id" => About::Failed,
            _ => return Way::Pass,
        };
        Way::Record(Kind::About(about))
    }

    fn record(&mut self, kind: Kind, value: &Value<'_>, field: FieldPath, out: &mut Out<'_>) {
        let read = match kind {
            Kind::About(about) => return self.about(about, value, field, out),
            Kind::Transaction => value.check_depth().and_then(|()| self.transaction(value, &field, out)),
            Kind::Balance => value.check_depth().and_then(|()| {
                let amount = row::balance(value.text, out.options())?;
                if self.page.balances.len() >= BALANCES {
                    return Err(Error::new(Code::FormatTooLarge, "more balances than there are currencies"));
                }
                let place = out.place(value.range(), field.clone());
                self.page.balances.push((amount, place));
                Ok(())
            }),
        };
        self.known = true;
        out.record();
        if let Err(error) = read {
            out.refuse(json::placed(error, value, &field));
        }
    }

    fn end(&mut self, out: &mut Out<'_>) {
        let page = core::mem::take(&mut self.page);
        if let (Some(page), Some(pages)) = (page.page, page.pages) {
            self.more |= page < pages;
        }
        for (amount, place) in page.balances {
            let account = Some(row::account(out.options()));
            let balance =
                Balance { account, statement: None, kind: BalanceKind::Other, amount, on: page.as_of };
            out.balance(balance, place);
        }
    }
}

impl Content {
    fn transaction(&mut self, value: &Value<'_>, field: &FieldPath, out: &mut Out<'_>) -> Result<(), Error> {
        let read = match row::transaction(value.text, out.options())? {
            Found::Row(read) => read,
            Found::Nothing(why) => {
                *self.nothing.entry(why).or_default() += 1;
                return Ok(());
            }
        };
        self.reversed += u64::from(read.reversed);
        let mut transaction = read.transaction;
        let place = out.place(value.range(), field.clone());
        if let Some(amount) = read.balance_after {
            let (account, on) = (transaction.account.clone(), Some(transaction.booked_on));
            let balance = Balance { account, statement: None, kind: BalanceKind::Other, amount, on };
            out.balance(balance, place.clone());
        }
        transaction.id = self.ids.name_by_provider(&transaction, Some(&read.id));
        out.transaction(transaction, place);
        Ok(())
    }

    /// What an answer says of itself.
    fn about(&mut self, about: About, value: &Value<'_>, field: FieldPath, out: &mut Out<'_>) {
        let text: Text<'_> = serde_json::from_str(value.text).unwrap_or_default();
        match about {
            About::Account => {
                let id = row::account(out.options());
                let place = out.place(value.range(), field);
                out.account(Account { id, name: text.some(), ..Account::default() }, place);
            }
            About::AsOf => {
                self.page.as_of = date::from_text(&text.0, out.options().utc_offset_minutes).ok().flatten();
            }
            About::Page => self.page.page = text.0.parse().ok(),
            About::Pages => self.page.pages = text.0.parse().ok(),
            About::Failed => self.failed = true,
        }
    }

    fn finish(&self, out: &mut Out<'_>) -> Result<(), Stop> {
        if !self.known {
            let (code, said) = if self.failed {
                (Code::FormatUnsupported, "the answer of a PayPal call that failed: it holds no transactions")
            } else {
                (
                    Code::FormatUnknown,
                    "no answer of PayPal's reporting API: neither `transaction_details` nor `balances`",
                )
            };
            return Err(Stop::Refused(Error::new(code, said)));
        }
        for (why, count) in &self.nothing {
            out.warn(Error::new(Code::PaypalNotBooked, format!("{count} transactions {why}")));
        }
        if self.reversed > 0 {
            let said = format!(
                "{} transactions of status V: booked, since the refund or reversal of each is a transaction of its own",
                self.reversed
            );
            out.warn(Error::new(Code::PaypalReversed, said));
        }
        if self.more {
            let said = "the answer is not the last page: there are further transactions";
            out.warn(Error::new(Code::PaypalIncomplete, said));
        }
        Ok(())
    }
}
