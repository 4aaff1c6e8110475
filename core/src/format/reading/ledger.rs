//! The running sum of a statement, and the proof by its balances, alone and chained to the statement before.

use super::Out;
use crate::error::{Code, Error};
use crate::format::{Chain, Proof, RowPlace, Statement};
use crate::money::{Amount, Currency};
use rustc_hash::FxHashMap;

/// Accounts of one input whose last statement is known.
const ACCOUNTS: usize = 1 << 16;

/// A statement on its way: what it says of itself, and what its entries add up to.
#[derive(Default)]
pub(crate) struct Ledger {
    /// What is handed out at its end; `entries`, `booked`, `proof` and `chain` are filled then.
    pub(crate) statement: Statement,
    /// Interim balances, before and after the entries, for those that the statement does not have. They are taken where
    /// they prove the entries. Where they do not they say nothing: a report of the day may list only what is new.
    pub(crate) interim: (Option<Amount>, Option<Amount>),
    sums: Vec<Amount>,
    entries: u64,
    incomplete: bool,
}

impl Ledger {
    /// Counts an entry that moved the account.
    pub(crate) fn book(&mut self, amount: Amount) {
        self.entries += 1;
        match self.sums.iter_mut().find(|sum| sum.currency() == amount.currency()) {
            Some(sum) => match sum.checked_add(amount) {
                Ok(total) => *sum = total,
                Err(_) => self.incomplete = true,
            },
            None => self.sums.push(amount),
        }
    }

    /// Notes that an entry or a balance is missing: there is nothing to prove.
    pub(crate) fn incomplete(&mut self) {
        self.incomplete = true;
    }

    /// Takes the interim balances where they prove the entries.
    fn take_interim(&mut self) {
        let Statement { opening, closing, .. } = self.statement;
        let (Some(before), Some(after)) = (opening.or(self.interim.0), closing.or(self.interim.1)) else {
            return;
        };
        let sum = self.sums.iter().copied().find(|sum| sum.currency() == after.currency());
        let sum = sum.unwrap_or(Amount::zero(after.currency()));
        if before.checked_add(sum) == Ok(after) {
            (self.statement.opening, self.statement.closing) = (Some(before), Some(after));
        }
    }

    /// The statement with its sums and its proof, and what the proof says against it.
    fn prove(mut self) -> (Statement, Option<String>) {
        self.take_interim();
        let currency = self.statement.closing.or(self.statement.opening).map(Amount::currency);
        let sum = |currency: Currency| {
            let known = self.sums.iter().copied().find(|sum| sum.currency() == currency);
            known.unwrap_or(Amount::zero(currency))
        };
        let booked = match (currency, self.sums.as_slice()) {
            (Some(currency), _) => Some(sum(currency)),
            (None, [only]) => Some(*only),
            _ => None,
        };
        let (proof, said) = match (self.statement.opening, self.statement.closing, booked) {
            _ if self.incomplete => (Proof::Incomplete, None),
            (Some(opening), Some(closing), _) if opening.currency() != closing.currency() => {
                let (opening, closing) = (opening.currency(), closing.currency());
                (Proof::NoBalances, Some(format!("opening balance in {opening}, closing in {closing}")))
            }
            (Some(opening), Some(closing), Some(booked)) => match opening.checked_add(booked) {
                Ok(reached) if reached == closing => (Proof::Holds, None),
                Ok(reached) => (Proof::Broken, Some(broken(opening, booked, reached, closing))),
                Err(_) => (Proof::Incomplete, None),
            },
            _ => (Proof::NoBalances, None),
        };
        self.statement.entries = self.entries;
        self.statement.booked = booked;
        self.statement.proof = proof;
        (self.statement, said)
    }
}

fn broken(opening: Amount, booked: Amount, reached: Amount, closing: Amount) -> String {
    let apart = closing.checked_sub(reached).map_or_else(|_| String::new(), |gap| format!(", {gap} apart"));
    format!("{opening} and entries of {booked} make {reached}, not the closing {closing}{apart}")
}

/// The last statement of each account, and whether it is an interim report.
#[derive(Default)]
pub(crate) struct Ledgers {
    last: FxHashMap<(Option<String>, Option<Currency>), (Statement, bool)>,
}

impl Ledgers {
    /// Hands out a statement that has ended, with what its proof and its chain say against it.
    pub(crate) fn end(&mut self, ledger: Ledger, place: RowPlace, out: &mut Out<'_>) {
        let interim = ledger.interim != (None, None);
        let (mut statement, broken) = ledger.prove();
        let currency = statement.closing.or(statement.opening).map(Amount::currency);
        let key = (statement.account.clone(), currency);
        if let Some((before, reported)) = self.last.get(&key) {
            statement.chain = chain(before, &statement);
            // Reports of one day begin with the same balance, and end with the balance of some hour.
            if (interim || *reported) && matches!(statement.chain, Chain::Gap | Chain::Overlap) {
                statement.chain = Chain::First;
            }
        }
        let said = broken.map(|said| (Code::FormatBalance, said)).into_iter().chain(unchained(&statement));
        for (code, said) in said {
            let warning = Error::new(code, said).at_bytes(place.bytes.clone()).at_line(place.line);
            out.warn_placed(match &statement.id {
                Some(id) => warning.at_row(id.clone()),
                None => warning,
            });
        }
        if statement.chain != Chain::Repeated && (self.last.len() < ACCOUNTS || self.last.contains_key(&key))
        {
            self.last.insert(key, (statement.clone(), interim));
        }
        out.statement(statement, place);
    }
}

fn unchained(statement: &Statement) -> Option<(Code, String)> {
    let opening = statement.opening.map_or_else(String::new, |opening| format!(" with {opening}"));
    match statement.chain {
        Chain::Gap => Some((
            Code::FormatStatementGap,
            format!(
                "it begins{opening}, with which the statement before it does not end: one may be missing"
            ),
        )),
        Chain::Overlap => Some((
            Code::FormatStatementOverlap,
            format!(
                "it begins{opening}, within the period of the statement before it: entries may be in both"
            ),
        )),
        _ => None,
    }
}

/// How a statement follows another one of its account. Some files give the newest statement first.
fn chain(before: &Statement, statement: &Statement) -> Chain {
    let same = |left: &Statement, right: &Statement| {
        (&left.id, &left.number, left.from, left.until, left.opening, left.closing, left.entries, left.booked)
            == (
                &right.id,
                &right.number,
                right.from,
                right.until,
                right.opening,
                right.closing,
                right.entries,
                right.booked,
            )
    };
    let meets = |end: Option<Amount>, start: Option<Amount>| end.is_some() && end == start;
    if same(before, statement) && (statement.id.is_some() || statement.number.is_some()) {
        Chain::Repeated
    } else if meets(before.closing, statement.opening) || meets(statement.closing, before.opening) {
        Chain::Joined
    } else if before.closing.is_none() || statement.opening.is_none() {
        Chain::First
    } else if within(before, statement) || within(statement, before) {
        Chain::Overlap
    } else {
        Chain::Gap
    }
}

/// Whether one statement begins before another ends that began first.
fn within(first: &Statement, second: &Statement) -> bool {
    match (first.from.or(first.until), first.until, second.from) {
        (Some(begun), Some(ended), Some(from)) => begun <= from && from < ended,
        _ => false,
    }
}
