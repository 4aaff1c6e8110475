//! Checks a result's JSON against its inputs: no money is lost, made, or spent twice. It knows the contract and nothing
//! of the engine.

use payymo::model::{Invoice, InvoiceKind, InvoiceState, Transaction};
use payymo::money::{Amount, Currency};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that is wrong, in words; nothing, if all is right.
pub fn violations(result: &Value, transactions: &[Transaction], invoices: &[Invoice]) -> Vec<String> {
    let mut found = Found::default();
    let by_money_out = |row: &&Invoice| matches!(row.kind, InvoiceKind::Bill | InvoiceKind::CreditNote);
    found.by_money_out = invoices.iter().filter(by_money_out).map(|row| row.id.clone()).collect();
    found.read(result);
    found.payouts(result, transactions);
    found.payments(transactions);
    found.items(invoices);
    found.summary(result);
    found.wrong
}

#[derive(Default)]
struct Found {
    wrong: Vec<String>,
    /// Items that money out settles: allocations to them are positive, the money is not.
    by_money_out: BTreeSet<String>,
    /// Taken from each credit note.
    credited: BTreeMap<String, i128>,
    /// Taken from each transaction by allocations and its own differences.
    taken: BTreeMap<String, i128>,
    /// Put on each invoice.
    put: BTreeMap<String, i128>,
    /// What is open after, and what of it is labelled.
    open: BTreeMap<String, i128>,
    labelled: BTreeMap<String, i128>,
    /// Transactions by what became of them.
    auto: BTreeSet<String>,
    review: BTreeSet<String>,
    unmatched: BTreeSet<String>,
    allocated: BTreeMap<String, i128>,
}

impl Found {
    fn read(&mut self, result: &Value) {
        let mut ids = BTreeSet::new();
        for row in list(result, "matches") {
            let id = text(row, "id");
            if !ids.insert(id.clone()) {
                self.wrong.push(format!("match {id} stands twice"));
            }
            let pile = text(row, "decision");
            for part in list(row, "allocations") {
                let amount = minor(part, "amount", "currency");
                if let Some(transaction) = part["transaction"].as_str() {
                    let own = if part["paid_amount"].is_null() {
                        amount
                    } else {
                        minor(part, "paid_amount", "paid_currency")
                    };
                    let out = part["invoice"].as_str().is_some_and(|id| self.by_money_out.contains(id));
                    *self.taken.entry(transaction.to_owned()).or_default() += if out { -own } else { own };
                    let pile = if pile == "auto" { &mut self.auto } else { &mut self.review };
                    pile.insert(transaction.to_owned());
                }
                if let Some(credit) = part["credit"].as_str() {
                    *self.credited.entry(credit.to_owned()).or_default() += amount;
                }
                if let Some(invoice) = part["invoice"].as_str() {
                    *self.put.entry(invoice.to_owned()).or_default() += amount;
                }
                *self.allocated.entry(text(part, "currency")).or_default() += amount;
            }
            for row in list(row, "differences") {
                let amount = minor(row, "amount", "currency");
                match (row["transaction"].as_str(), row["invoice"].as_str()) {
                    (Some(id), None) => {
                        *self.taken.entry(id.to_owned()).or_default() += amount;
                        // Money that had settled nothing is taken back without an allocation.
                        let pile = if pile == "auto" { &mut self.auto } else { &mut self.review };
                        pile.insert(id.to_owned());
                    }
                    (None, Some(id)) => *self.labelled.entry(id.to_owned()).or_default() += amount,
                    _ => self.wrong.push(format!("a difference in {id} belongs to neither or both")),
                }
            }
        }
        for row in list(result, "unmatched") {
            let id = text(row, "transaction");
            if !self.unmatched.insert(id.clone()) {
                self.wrong.push(format!("{id} is unmatched twice"));
            }
        }
        for row in list(result, "open_invoices") {
            let id = text(row, "invoice");
            if self.open.insert(id.clone(), minor(row, "open", "currency")).is_some() {
                self.wrong.push(format!("{id} is open twice"));
            }
        }
    }

    /// Members + residual = deposit; a payout answers its own rows, and members that settle nothing.
    fn payouts(&mut self, result: &Value, transactions: &[Transaction]) {
        let mut members = BTreeSet::new();
        for row in list(result, "matches").iter().filter(|row| row["kind"] == "payout") {
            let id = text(row, "id");
            let pile = if row["decision"] == "auto" { &mut self.auto } else { &mut self.review };
            let rows = |name: &str| row[name].as_array().map_or(&[][..], Vec::as_slice);
            let sum = |rows: &mut dyn Iterator<Item = &Value>| -> i128 {
                rows.map(|row| minor(row, "amount", "currency")).sum()
            };
            let gateway = rows("deposit").iter().any(|row| row["kind"] != "deposit");
            let moved = sum(&mut rows("deposit").iter().filter(|row| (row["kind"] != "deposit") == gateway));
            let parts = sum(&mut rows("members").iter().chain(rows("residual")));
            if parts != if gateway { -moved } else { moved } {
                self.wrong.push(format!("{id}: a payout of {moved} is made of {parts}"));
            }
            for member in rows("members") {
                if !members.insert(text(member, "transaction")) {
                    self.wrong.push(format!("{id}: a member of two payouts"));
                }
            }
            let settles =
                |row: &&Value| ["charge", "refund", "dispute"].iter().any(|kind| row["kind"] == *kind);
            let own = rows("members").iter().filter(|row| !settles(row));
            for row in rows("deposit").iter().chain(own) {
                pile.insert(text(row, "transaction"));
            }
            for row in rows("deposit").iter().chain(rows("members")) {
                let transaction = transactions.iter().find(|one| row["transaction"] == one.id.as_str());
                let gross = transaction.map(|one| i128::from(one.gross().expect("a gross amount").minor()));
                if gross != Some(minor(row, "amount", "currency")) {
                    self.wrong.push(format!("{id}: a row of the payout is not what was given"));
                }
            }
        }
    }

    /// Each transaction is on one pile, and gross = allocations + own differences.
    fn payments(&mut self, transactions: &[Transaction]) {
        let mut known = BTreeSet::new();
        for row in transactions {
            known.insert(row.id.as_str());
            let piles = [&self.auto, &self.review, &self.unmatched];
            let on = piles.iter().filter(|pile| pile.contains(&row.id)).count();
            if on != 1 {
                self.wrong.push(format!("{} is on {on} piles", row.id));
            }
            let Some(taken) = self.taken.get(&row.id) else { continue };
            let gross = i128::from(row.gross().expect("a gross amount").minor());
            if *taken != gross {
                self.wrong.push(format!("{}: gross {gross}, allocated and differing {taken}", row.id));
            }
        }
        for id in self.auto.iter().chain(&self.review).chain(&self.unmatched) {
            if !known.contains(id.as_str()) {
                self.wrong.push(format!("transaction {id} was not given"));
            }
        }
    }

    /// Open before = allocations + open after; never less than nothing; a label is no larger than what stays open.
    fn items(&mut self, invoices: &[Invoice]) {
        let known: BTreeSet<&str> = invoices.iter().map(|row| row.id.as_str()).collect();
        for row in invoices {
            let put = self.put.get(&row.id).copied().unwrap_or(0);
            if row.kind == InvoiceKind::CreditNote {
                let spent = put + self.credited.get(&row.id).copied().unwrap_or(0);
                if spent > i128::from(row.open.minor()) {
                    self.wrong.push(format!("{}: more than the credit is spent", row.id));
                }
                continue;
            }
            let after = self.open.get(&row.id).copied().unwrap_or(0);
            let before = match row.state {
                InvoiceState::Open | InvoiceState::InCollection | InvoiceState::OnHold => {
                    i128::from(row.open.minor())
                }
                // Never paid again: only a reversal touches it, and reopens it.
                _ => 0,
            };
            if before != put + after {
                self.wrong.push(format!("{}: open {before}, settled {put}, left {after}", row.id));
            }
            if after < 0 && before >= 0 {
                self.wrong.push(format!("{} is open by less than nothing", row.id));
            }
            if self.labelled.get(&row.id).is_some_and(|label| *label > after) {
                self.wrong.push(format!("{}: a label is larger than what stays open", row.id));
            }
        }
        let taken_back = |id: &String| self.put.get(id).is_some_and(|put| *put < 0);
        for id in self.put.keys().chain(self.open.keys()).chain(self.labelled.keys()) {
            // What was settled before may not be listed any more when it is taken back.
            if !known.contains(id.as_str()) && !taken_back(id) {
                self.wrong.push(format!("invoice {id} was not given"));
            }
        }
    }

    fn summary(&mut self, result: &Value) {
        let counts =
            [("auto", self.auto.len()), ("review", self.review.len()), ("unmatched", self.unmatched.len())];
        for (name, count) in counts {
            if result["summary"][name].as_u64() != Some(count as u64) {
                self.wrong.push(format!("summary.{name} is not {count}"));
            }
        }
        for row in list(&result["summary"], "allocated") {
            let currency = text(row, "currency");
            let sum = self.allocated.remove(&currency).unwrap_or(0);
            if minor(row, "amount", "currency") != sum {
                self.wrong.push(format!("summary.allocated of {currency} is not {sum}"));
            }
        }
        for (currency, _) in self.allocated.iter().filter(|(_, sum)| **sum != 0) {
            self.wrong.push(format!("summary.allocated lacks {currency}"));
        }
    }
}

fn list<'a>(row: &'a Value, name: &str) -> &'a [Value] {
    row[name].as_array().unwrap_or_else(|| panic!("{name} is no list"))
}

fn text(row: &Value, name: &str) -> String {
    row[name].as_str().unwrap_or_else(|| panic!("{name} is no text")).to_owned()
}

fn minor(row: &Value, amount: &str, currency: &str) -> i128 {
    let currency = Currency::parse(&text(row, currency)).expect("a currency");
    i128::from(Amount::parse(&text(row, amount), currency).expect("an amount").minor())
}
