//! Whether a world is sound: a wrong truth would teach the engine wrong things.

use crate::{Kind, Parts, World};
use payymo::model::{InvoiceKind, Transaction, TransactionKind};
use std::collections::{BTreeMap, BTreeSet};

impl World {
    /// Checks that the truth fits the rows: each transaction has a truth and the reverse, ids are unique (the same
    /// row in two statements excepted), allocations go to open items and never beyond what is open, what came in is
    /// what is allocated where nothing else explains a difference, what is taken back was settled or is settled here,
    /// a payout is the sum of its members, covered items exist. Answers what is wrong.
    pub fn check(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        let invoices: BTreeMap<&str, _> = self.invoices.iter().map(|row| (row.id.as_str(), row)).collect();
        if invoices.len() != self.invoices.len() {
            wrong.push("invoice ids repeat".to_owned());
        }
        let mut rows: BTreeMap<&str, &payymo::model::Transaction> = BTreeMap::new();
        for row in &self.transactions {
            if rows.insert(&row.id, row).is_some_and(|before| before != row) {
                wrong.push(format!("transaction {} twice, with other content", row.id));
            }
            if !self.truth.contains_key(&row.id) {
                wrong.push(format!("transaction {} without truth", row.id));
            }
        }
        for row in &self.settlements {
            if !invoices.contains_key(row.invoice.as_str()) {
                wrong.push(format!("settlement of {} that does not exist", row.invoice));
            }
        }
        let mut left: BTreeMap<&str, i64> =
            self.invoices.iter().map(|row| (row.id.as_str(), row.open.minor())).collect();
        for (id, truth) in &self.truth {
            let Some(row) = rows.get(id.as_str()) else {
                wrong.push(format!("truth of {id} that does not exist"));
                continue;
            };
            let mut sum = 0;
            let mut foreign = false;
            for (invoice, amount) in &truth.allocations {
                let Some(item) = invoices.get(invoice.as_str()) else {
                    wrong.push(format!("{id} settles {invoice} that does not exist"));
                    continue;
                };
                sum += amount;
                foreign |= item.currency() != row.currency();
                if *amount == 0 || (*amount < 0) != takes_back(truth.kind) {
                    wrong.push(format!("{id} ({:?}) settles {amount} of {invoice}", truth.kind));
                }
                for spent in std::iter::once(invoice).chain(&item.covers) {
                    let share = if spent == invoice {
                        *amount
                    } else {
                        invoices.get(spent.as_str()).map_or(0, |covered| covered.open.minor())
                    };
                    match left.get_mut(spent.as_str()) {
                        Some(rest) => *rest -= share,
                        None => wrong.push(format!("{invoice} covers {spent} that does not exist")),
                    }
                }
            }
            let gross = row.gross().map_or(0, |gross| gross.minor());
            let fits = match truth.kind {
                _ if truth.allocations.is_empty() || foreign => true,
                Kind::Overpayment | Kind::Rounding => gross >= sum,
                // Money out settles what the host owes.
                Kind::Bill | Kind::BillNewAccount | Kind::CreditRefunded => gross == -sum,
                // A fee may stand beside it.
                Kind::DebitReturn | Kind::CardDispute => gross <= sum && gross > sum - 2_500,
                _ => gross == sum,
            };
            if !fits {
                wrong.push(format!("{id} ({:?}): {gross} came in, {sum} is allocated", truth.kind));
            }
            if let Some(parts) = &truth.payout {
                wrong.extend(payout(id, parts, &rows));
            }
        }
        for (id, truth) in &self.credits {
            let Some(note) = invoices.get(id.as_str()).filter(|row| row.kind == InvoiceKind::CreditNote)
            else {
                wrong.push(format!("truth of the credit note {id} that does not exist"));
                continue;
            };
            for (invoice, amount) in &truth.allocations {
                match invoices.get(invoice.as_str()).filter(|row| row.kind == InvoiceKind::Invoice) {
                    Some(item) if item.currency() == note.currency() && *amount > 0 => {}
                    _ => wrong.push(format!("the credit note {id} settles {amount} of {invoice}")),
                }
                for spent in [invoice, id] {
                    left.entry(spent).and_modify(|rest| *rest -= amount);
                }
            }
        }
        wrong.extend(left.iter().filter(|row| *row.1 < 0).map(|row| format!("{} is paid too often", row.0)));
        wrong
    }

    /// The kinds that the world holds.
    pub fn kinds(&self) -> BTreeSet<Kind> {
        self.truth.values().chain(self.credits.values()).map(|truth| truth.kind).collect()
    }
}

/// Whether payments of a kind take a settlement back.
fn takes_back(kind: Kind) -> bool {
    matches!(kind, Kind::DebitReturn | Kind::CardRefund | Kind::CardDispute)
}

/// What is wrong with a payout: its members exist, are of its account, and add up, but for what an earlier one left
/// that failed.
fn payout(id: &str, parts: &Parts, rows: &BTreeMap<&str, &Transaction>) -> Option<String> {
    let deposit = rows.get(id)?;
    let mut sum = 0;
    for member in &parts.members {
        let Some(row) = rows.get(member.as_str()).filter(|row| row.currency() == deposit.currency()) else {
            return Some(format!("{id} is paid out of {member} that does not exist"));
        };
        sum += row.amount.minor();
    }
    let rest = deposit.amount.minor().abs() - sum;
    // One payout that failed, or several, back on the gateway's account.
    let account = parts.members.first().and_then(|id| rows.get(id.as_str())).map(|row| &row.account);
    let back = |id: &String| {
        let row = rows.get(id.as_str()).filter(|row| account == Some(&row.account))?;
        Some(row.amount.minor()).filter(|minor| *minor > 0 && row.kind == TransactionKind::Payout)
    };
    let backs: Vec<i64> = parts.beside.iter().filter_map(back).collect();
    let fits =
        parts.members.is_empty() || rest == 0 || backs.contains(&rest) || backs.iter().sum::<i64>() == rest;
    (!fits).then(|| format!("the members of {id} lack {rest}"))
}
