//! Reader of Wise's balance statements in JSON.
//!
//! Source: docs.wise.com, "Balance statement" (2026), and the borderless account's statement before it. From documentation:
//! no statement of a live account was at hand.
//!
//! # Design
//! A statement is of one balance, that is of one currency; the amount of a movement is what moved it, fees within. Its account
//! is the IBAN of the account details where the statement has them, else `wise:` with the currency: a conversion stands in
//! two statements under one number. Statements list the newest movement first; older versions leave the opening balance out,
//! which is then what the oldest movement found.

mod account;
mod row;
mod wire;

#[cfg(test)]
mod tests;

use super::json::{self, Answers, At, Documents, Value, Way, money};
use super::look::{CERTAIN, Confidence, LIKELY, Look};
use super::reading::ids::Ids;
use super::reading::ledger::{Ledger, Ledgers};
use super::reading::{Out, Reader, Stop};
use super::{Account, Balance, BalanceKind, FieldPath, RowPlace};
use crate::error::{Code, Error};
use crate::model::wire::date;
use crate::money::Amount;
use wire::Query;

/// How sure the start of an input is.
pub(super) fn looks(look: &Look<'_>) -> Confidence {
    let any = |key: &str| look.keys(&[key]);
    if any("endOfStatementBalance") || look.keys(&["accountHolder", "issuer", "bankDetails"]) {
        CERTAIN
    } else if look.keys(&["referenceNumber", "runningBalance"])
        || look.keys(&["totalFees", "referenceNumber"])
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
    Holder,
    Bank,
    Opening,
    Closing,
    Query,
}

/// Reads balance statements of Wise.
#[derive(Default)]
pub(crate) struct Wise {
    documents: Documents<Kind>,
    content: Content,
}

#[derive(Default)]
struct Content {
    ids: Ids,
    ledgers: Ledgers,
    known: bool,
    statement: State,
}

/// The statement that is read.
#[derive(Default)]
struct State {
    ledger: Ledger,
    holder: Option<String>,
    number: Option<String>,
    bank: Option<String>,
    first: Option<End>,
    last: Option<End>,
    /// Where its first record stands.
    place: Option<RowPlace>,
}

/// A movement at one end of the list: its time, and the balance before it.
struct End {
    at: String,
    before: Option<Amount>,
}

impl Reader for Wise {
    fn read(&mut self, out: &mut Out<'_>) -> Result<usize, Stop> {
        let read = self.documents.read(&mut self.content, out);
        if read.is_err() {
            self.content.statement.ledger.incomplete();
        }
        if read.is_err() || out.is_last() {
            self.content.end(out);
        }
        let done = read.map_err(|broken| broken.stop(out.text().len()))?;
        if out.is_last() && !self.content.known {
            let said = "no balance statement of Wise: neither `transactions` nor `endOfStatementBalance`";
            return Err(Stop::Refused(Error::new(Code::FormatUnknown, said)));
        }
        Ok(done)
    }
}

impl Answers for Content {
    type Kind = Kind;

    fn bare(&self, look: &Look<'_>) -> Option<Kind> {
        let record = |key: &str| look.has(&[key, &format!("[].{key}")]);
        record("referenceNumber").then_some(Kind::Transaction)
    }

    fn begin(&mut self, _: &mut Out<'_>) {
        self.statement = State::default();
        self.ids.statement();
    }

    fn way(&mut self, at: At<'_>) -> Way<Kind> {
        if at.depth > 1 {
            return Way::Pass;
        }
        match at.member {
            "transactions" => {
                self.known = true;
                Way::Records(Kind::Transaction)
            }
            "accountHolder" => Way::Record(Kind::Holder),
            "bankDetails" => Way::Record(Kind::Bank),
            "startOfStatementBalance" => Way::Record(Kind::Opening),
            "endOfStatementBalance" => {
                self.known = true;
                Way::Record(Kind::Closing)
            }
            "query" | "request" => Way::Record(Kind::Query),
            _ => Way::Pass,
        }
    }

    fn record(&mut self, kind: Kind, value: &Value<'_>, field: FieldPath, out: &mut Out<'_>) {
        let state = &mut self.statement;
        match kind {
            Kind::Transaction => return self.transaction(value, field, out),
            Kind::Holder => state.holder = account::holder(value.text),
            Kind::Bank => (state.number, state.bank) = account::numbers(value.text),
            Kind::Opening | Kind::Closing => {
                let read = money(value.text, out.options().currency);
                let statement = &mut state.ledger.statement;
                match (kind, read) {
                    (Kind::Opening, Ok(amount)) => statement.opening = amount,
                    (_, Ok(amount)) => statement.closing = amount,
                    (_, Err(fault)) => {
                        state.ledger.incomplete();
                        let said = format!("a balance that cannot be read: {}", fault.message());
                        out.error(json::placed(row::bad(&said), value, &field));
                    }
                }
            }
            Kind::Query => {
                let query: Query<'_> = serde_json::from_str(value.text).unwrap_or_default();
                let day = |text: &json::Text<'_>| {
                    date::from_text(&text.0, out.options().utc_offset_minutes).ok().flatten()
                };
                let statement = &mut state.ledger.statement;
                statement.from = day(&query.interval_start).or(statement.from);
                statement.until = day(&query.interval_end).or(statement.until);
                statement.number = query.balance_id.some().or(statement.number.take());
            }
        }
        let place = out.place(value.range(), field);
        self.statement.place.get_or_insert(place);
    }

    fn end(&mut self, out: &mut Out<'_>) {
        let state = core::mem::take(&mut self.statement);
        let Some(place) = state.place else { return };
        let mut ledger = state.ledger;
        let statement = &mut ledger.statement;
        // The oldest movement tells the balance before it: it stands last, unless the list is in the order of time.
        let oldest = match (state.first, state.last) {
            (Some(first), Some(last)) if first.at < last.at => Some(first),
            (first, last) => last.or(first),
        };
        statement.opening = statement.opening.or_else(|| oldest.and_then(|end| end.before));
        let amount = statement.closing.or(statement.opening);
        statement.account = out.options().account.clone().or(state.number);
        if let (None, Some(amount)) = (&statement.account, amount) {
            statement.account = Some(format!("wise:{}", amount.currency()));
        }
        let Some(id) = statement.account.clone() else { return };
        let (currency, owner) = (amount.map(Amount::currency), state.holder);
        out.account(Account { id: id.clone(), owner, name: None, bank: state.bank, currency }, place.clone());
        for (kind, amount, on) in [
            (BalanceKind::Opening, statement.opening, statement.from),
            (BalanceKind::Closing, statement.closing, statement.until),
        ] {
            if let Some(amount) = amount {
                out.balance(
                    Balance { account: Some(id.clone()), statement: None, kind, amount, on },
                    place.clone(),
                );
            }
        }
        self.ledgers.end(ledger, place, out);
    }
}

impl Content {
    fn transaction(&mut self, value: &Value<'_>, field: FieldPath, out: &mut Out<'_>) {
        out.record();
        self.known = true;
        let state = &mut self.statement;
        let account = out.options().account.as_deref().or(state.number.as_deref());
        let read = value.check_depth().and_then(|()| row::transaction(value.text, account, out.options()));
        let row::Read { mut transaction, id, at, running } = match read {
            Ok(read) => read,
            Err(error) => {
                state.ledger.incomplete();
                return out.refuse(json::placed(error, value, &field));
            }
        };
        state.ledger.book(transaction.amount);
        let before = running.and_then(|running| running.checked_sub(transaction.amount).ok());
        let end = End { at, before };
        match &state.first {
            None => state.first = Some(end),
            Some(_) => state.last = Some(end),
        }
        let place = out.place(value.range(), field);
        state.place.get_or_insert_with(|| place.clone());
        transaction.id = self.ids.name_by_provider(&transaction, id.as_deref());
        out.transaction(transaction, place);
    }
}
