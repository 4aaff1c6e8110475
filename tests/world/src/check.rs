//! Whether a world is sound: a wrong truth would teach the engine wrong things.

use crate::{Kind, World};
use std::collections::{BTreeMap, BTreeSet};

impl World {
    /// Checks that the truth fits the rows: each transaction has a truth and the reverse, ids are unique (the same
    /// row in two statements excepted), allocations go to open items and never beyond what is open, what came in is
    /// what is allocated where nothing else explains a difference, covered items exist. Answers what is wrong.
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
                if *amount <= 0 {
                    wrong.push(format!("{id} settles {amount} of {invoice}"));
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
                _ => gross == sum,
            };
            if !fits {
                wrong.push(format!("{id} ({:?}): {gross} came in, {sum} is allocated", truth.kind));
            }
        }
        wrong.extend(left.iter().filter(|row| *row.1 < 0).map(|row| format!("{} is paid too often", row.0)));
        wrong
    }

    /// The kinds that the world holds.
    pub fn kinds(&self) -> BTreeSet<Kind> {
        self.truth.values().map(|truth| truth.kind).collect()
    }
}
