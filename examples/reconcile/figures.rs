//! What a result comes to: counts, sums and the proof that nothing was lost on the way.

use crate::load::Inputs;
use crate::sums::Sums;
use crate::words;
use chrono::NaiveDate;
use payymo::matching::{
    Allocation, Decision, DifferenceOf, Match, Reconciliation, Target, Unmatched, UnmatchedReason,
};
use payymo::model::{Invoice, InvoiceKind, InvoiceState, ReferenceKind, Status, Transaction};
use payymo::money::{Amount, Currency};
use std::collections::{BTreeMap, BTreeSet};

/// Rows by id.
pub struct Rows<'a> {
    transactions: BTreeMap<&'a str, &'a Transaction>,
    invoices: BTreeMap<&'a str, &'a Invoice>,
    /// Names of customers by id.
    customers: BTreeMap<&'a str, &'a str>,
    /// Ids of transactions and gateway payments that were settled before.
    settled: BTreeSet<&'a str>,
}

impl<'a> Rows<'a> {
    /// Of the inputs.
    pub fn new(inputs: &'a Inputs) -> Self {
        Rows {
            transactions: inputs.transactions.iter().map(|row| (row.id.as_str(), row)).collect(),
            invoices: inputs.invoices.iter().map(|row| (row.id.as_str(), row)).collect(),
            customers: inputs
                .invoices
                .iter()
                .filter_map(|row| row.customer.as_ref())
                .filter_map(|customer| Some((customer.id.as_deref()?, customer.name.as_deref()?)))
                .collect(),
            settled: inputs
                .settlements
                .iter()
                .flat_map(|row| row.transaction.iter().chain(&row.external_ids))
                .map(String::as_str)
                .filter(|id| !id.is_empty())
                .collect(),
        }
    }

    /// A transaction.
    pub fn transaction(&self, id: &str) -> Option<&'a Transaction> {
        self.transactions.get(id).copied()
    }

    /// An invoice.
    pub fn invoice(&self, id: &str) -> Option<&'a Invoice> {
        self.invoices.get(id).copied()
    }

    /// Whose an item or an account is: `Martin Keller (3105)`. The reasons of a match call a customer by his id.
    pub fn owner(&self, target: &Target) -> Option<String> {
        let (id, name) = match target {
            Target::Invoice(id) => {
                let customer = self.invoice(id)?.customer.as_ref()?;
                (customer.id.as_deref(), customer.name.as_deref())
            }
            Target::Customer(id) => (Some(id.as_str()), self.customers.get(id.as_str()).copied()),
        };
        match (name, id) {
            (Some(name), Some(id)) => Some(format!("{name} ({id})")),
            (Some(name), None) => Some(name.to_owned()),
            (None, Some(id)) => Some(format!("customer {id}")),
            (None, None) => None,
        }
    }

    /// Why a transaction settles nothing, in words: that the host or its gateway posted it before, or the engine's reason.
    pub fn reason(&self, row: &Unmatched) -> String {
        if self.settled_before(row) { "was settled before".to_owned() } else { words::reason(row.reason) }
    }

    /// Whether the settlements given name a transaction that settles nothing now.
    pub fn settled_before(&self, row: &Unmatched) -> bool {
        matches!(row.reason, UnmatchedReason::Duplicate | UnmatchedReason::ClosedInvoice)
            && self.transaction(&row.transaction).is_some_and(|row| {
                let payments =
                    row.references.iter().filter(|reference| reference.kind == ReferenceKind::Payment);
                let mut ids = payments.map(|reference| reference.value.as_str()).chain([row.id.as_str()]);
                ids.any(|id| self.settled.contains(id))
            })
    }

    /// Whether nobody has to do anything about it: posted before, money out, no customer's money, or not booked yet.
    pub fn needs_nobody(&self, row: &Unmatched) -> bool {
        let quiet = [UnmatchedReason::NotAReceipt, UnmatchedReason::Pending, UnmatchedReason::MoneyOut];
        quiet.contains(&row.reason) || self.settled_before(row)
    }

    /// Where a match stands in a list for a person: by the day of its first payment, then as the result has it.
    pub fn first_day(&self, found: &Match) -> Option<NaiveDate> {
        payments(found).iter().filter_map(|id| self.transaction(id)).map(|row| row.booked_on).min()
    }

    /// The same for an unmatched transaction.
    pub fn day(&self, row: &Unmatched) -> Option<NaiveDate> {
        self.transaction(&row.transaction).map(|row| row.booked_on)
    }

    /// All transactions, copies once.
    pub fn transactions(&self) -> impl Iterator<Item = &'a Transaction> + '_ {
        self.transactions.values().copied()
    }

    /// Whether an item is a receivable: what customers owe, also where a debit is under way or it is disputed.
    fn is_receivable(&self, id: &str) -> bool {
        // A mass-payment invoice stands for others that are counted themselves.
        self.invoice(id).is_some_and(|item| {
            item.kind == InvoiceKind::Invoice
                && (item.covers.is_empty()
                    || !item.covers.iter().all(|id| self.invoices.contains_key(id.as_str())))
        })
    }
}

/// Payer of a transaction as the bank names it.
pub fn payer(transaction: &Transaction) -> &str {
    let party = &transaction.counterparty;
    let names = [&party.name, &party.ultimate_name, &party.email, &party.iban, &party.account];
    let named = names.into_iter().flatten().find(|name| !name.trim().is_empty());
    named.map_or(transaction.remittance.as_str(), String::as_str)
}

/// The number of an invoice as printed, else its id.
pub fn number<'a>(rows: &Rows<'a>, id: &'a str) -> &'a str {
    rows.invoice(id).and_then(|item| item.number.as_deref()).filter(|n| !n.is_empty()).unwrap_or(id)
}

/// The customer of an invoice, if named.
pub fn customer(item: &Invoice) -> Option<&str> {
    item.customer.as_ref().and_then(|customer| customer.name.as_deref())
}

/// Ids of the transactions of a match, in order, each once.
pub fn payments(found: &Match) -> Vec<&str> {
    let mut seen = BTreeSet::new();
    let ids = found.allocations.iter().filter_map(|part| part.source.transaction());
    ids.filter(|id| seen.insert(*id)).collect()
}

/// Payments and their money.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pile {
    pub payments: usize,
    pub money: Sums,
}

impl Pile {
    fn put(&mut self, transaction: Option<&Transaction>) {
        self.payments += 1;
        if let Some(transaction) = transaction {
            self.money.add(transaction.gross().unwrap_or(transaction.amount));
        }
    }
}

/// Receivables of one currency: `opening − automatic − proposed + reversed = closing`.
#[derive(Clone, Debug, PartialEq)]
pub struct Proof {
    pub currency: Currency,
    pub opening: i128,
    pub automatic: i128,
    pub proposed: i128,
    pub reversed: i128,
    /// What the result lists as open.
    pub closing: i128,
}

impl Proof {
    /// What is missing: nothing, if the result is right.
    pub fn gap(&self) -> i128 {
        self.opening - self.automatic - self.proposed + self.reversed - self.closing
    }
}

/// Age classes of what is open, by the days since it was due.
pub const AGES: [&str; 6] = ["not due", "1–30", "31–60", "61–90", "over 90", "no due date"];

/// What a result comes to.
pub struct Figures {
    /// In automatic matches.
    pub automatic: Pile,
    /// In matches for review.
    pub review: Pile,
    /// Money in that settles nothing.
    pub left: Pile,
    /// Money in that is no customer's payment, or is not booked yet: nothing to settle.
    pub aside: Pile,
    /// Posted before, by the host or its gateway.
    pub before: Pile,
    /// Money out that takes nothing back.
    pub out: Pile,
    /// Receivables that are open in the end, and how many.
    pub open: Sums,
    pub open_items: usize,
    /// Of these, what is past its due date.
    pub overdue: Sums,
    /// Paid on account and surpluses: money that settles no invoice.
    pub on_account: Sums,
    pub surplus: Sums,
    pub proofs: Vec<Proof>,
    /// By currency, open by [`AGES`].
    pub ages: BTreeMap<Currency, [i128; 6]>,
}

impl Figures {
    /// Counts and adds up.
    pub fn new(result: &Reconciliation, rows: &Rows<'_>) -> Self {
        let mut figures = Figures {
            automatic: Pile::default(),
            review: Pile::default(),
            left: Pile::default(),
            aside: Pile::default(),
            before: Pile::default(),
            out: Pile::default(),
            open: Sums::default(),
            open_items: 0,
            overdue: Sums::default(),
            on_account: Sums::default(),
            surplus: Sums::default(),
            proofs: Vec::new(),
            ages: BTreeMap::new(),
        };
        figures.pile(result, rows);
        figures.age(result, rows);
        figures.prove(result, rows);
        figures
    }

    fn pile(&mut self, result: &Reconciliation, rows: &Rows<'_>) {
        let mut reviewed = BTreeSet::new();
        let mut automatic = BTreeSet::new();
        for found in &result.matches {
            let into = if found.decision == Decision::Auto { &mut automatic } else { &mut reviewed };
            into.extend(payments(found));
            for part in &found.allocations {
                if matches!(part.target, Target::Customer(_)) {
                    self.on_account.add(paid(part));
                }
            }
            for difference in &found.differences {
                if matches!(difference.of, DifferenceOf::Transaction(_)) {
                    self.surplus.add(difference.amount);
                }
            }
        }
        automatic.iter().for_each(|id| self.automatic.put(rows.transaction(id)));
        reviewed.difference(&automatic).for_each(|id| self.review.put(rows.transaction(id)));
        for unmatched in &result.unmatched {
            let row = rows.transaction(&unmatched.transaction);
            let pile = match unmatched.reason {
                UnmatchedReason::MoneyOut => &mut self.out,
                _ if row.is_some_and(|row| row.amount.minor() < 0) => &mut self.out,
                _ if rows.settled_before(unmatched) => &mut self.before,
                UnmatchedReason::NotAReceipt | UnmatchedReason::Pending => &mut self.aside,
                _ if row.is_some_and(|row| row.status == Status::Pending) => &mut self.aside,
                _ => &mut self.left,
            };
            pile.put(row);
        }
    }

    fn age(&mut self, result: &Reconciliation, rows: &Rows<'_>) {
        for item in result.open_invoices.iter().filter(|item| rows.is_receivable(&item.invoice)) {
            let due = rows.invoice(&item.invoice).and_then(|row| row.due_on);
            let class = age(due, result.as_of);
            let classes = self.ages.entry(item.open.currency()).or_default();
            if let Some(sum) = classes.get_mut(class) {
                *sum += i128::from(item.open.minor());
            }
            self.open_items += 1;
            self.open.add(item.open);
            if (1..=4).contains(&class) {
                self.overdue.add(item.open);
            }
        }
    }

    fn prove(&mut self, result: &Reconciliation, rows: &Rows<'_>) {
        let mut opening = Sums::default();
        for row in rows.invoices.values().filter(|row| rows.is_receivable(&row.id)) {
            if matches!(row.state, InvoiceState::Open | InvoiceState::InCollection | InvoiceState::OnHold) {
                opening.add(row.open);
            }
        }
        let (mut automatic, mut proposed, mut reversed) = (Sums::default(), Sums::default(), Sums::default());
        for found in &result.matches {
            for part in &found.allocations {
                let Target::Invoice(id) = &part.target else { continue };
                if rows.invoice(id).is_none_or(|item| item.kind != InvoiceKind::Invoice) {
                    continue;
                }
                if part.amount.minor() < 0 {
                    reversed.sub(part.amount);
                } else if found.decision == Decision::Auto {
                    automatic.add(part.amount);
                } else {
                    proposed.add(part.amount);
                }
            }
        }
        let all = [&opening, &automatic, &proposed, &reversed, &self.open];
        let currencies: BTreeSet<Currency> = all.into_iter().flat_map(Sums::currencies).collect();
        self.proofs = currencies
            .into_iter()
            .map(|currency| Proof {
                currency,
                opening: opening.get(currency),
                automatic: automatic.get(currency),
                proposed: proposed.get(currency),
                reversed: reversed.get(currency),
                closing: self.open.get(currency),
            })
            .collect();
    }
}

/// Place in [`AGES`].
pub fn age(due: Option<NaiveDate>, as_of: NaiveDate) -> usize {
    match due.map(|due| (as_of - due).num_days()) {
        None => 5,
        Some(..=0) => 0,
        Some(1..=30) => 1,
        Some(31..=60) => 2,
        Some(61..=90) => 3,
        Some(_) => 4,
    }
}

/// What an allocation took from its payment, in the payment's currency.
fn paid(part: &Allocation) -> Amount {
    part.paid.as_ref().map_or(part.amount, |(paid, _)| *paid)
}
