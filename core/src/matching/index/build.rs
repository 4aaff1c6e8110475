//! Builds the index over many items at once: the numbers' grammar first, then each item in an order in which those lie side
//! by side that are looked at together.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::edit::{due, is_closed, numbers_of, printed_number, prints_numbers};
use super::keys::head;
use super::number_table::NumberTable;
use super::people::customer_key;
use super::texts::Texts;
use super::{Index, Side};
use crate::error::Error;
use crate::matching::threads::side_by_side;
use crate::model::{Customer, Invoice};
use crate::reference::series::Grammar;

/// Numbers under which an item may be named, most often.
const NUMBERS_OF_ITEM: usize = 5;
/// Bytes of an item's id and number, most often.
const TEXT_OF_ITEM: usize = 20;

impl Index {
    /// Prepares the items: `rows` are the invoices to take, ordered by id.
    ///
    /// # Errors
    /// `matching.too_many` for ids and numbers of more than 4 GiB.
    pub fn build(invoices: &[Invoice], rows: &[u32], side: Side, threads: usize) -> Result<Self, Error> {
        let mut grammar = Grammar::default();
        let mut order: Vec<(Place, u32)> = Vec::new();
        let tasks = [Task::Grammar(&mut grammar), Task::Order(&mut order)];
        side_by_side(threads_for(rows, threads), tasks, |task| match task {
            Task::Grammar(grammar) => {
                let taken = rows.iter().map(|row| &invoices[*row as usize]);
                *grammar = Grammar::learn(taken.filter(|i| prints_numbers(i)).map(printed_number));
            }
            Task::Order(order) => *order = in_order(invoices, rows),
        });
        let taken = || order.iter().map(|(_, row)| &invoices[*row as usize]);
        // What an item is and under which numbers it is named stand in tables of their own.
        let mut index = Index {
            side,
            texts: Texts::with_capacity(rows.len() * TEXT_OF_ITEM),
            by_id: vec![0; rows.len()],
            ..Index::default()
        };
        let mut numbers = NumberTable::with_capacity(rows.len() * NUMBERS_OF_ITEM);
        let mut outcome = Ok(());
        let tasks = [Made::Rows(&mut index, &mut outcome), Made::Numbers(&mut numbers)];
        side_by_side(threads_for(rows, threads), tasks, |task| match task {
            Made::Rows(index, outcome) => *outcome = index.insert_all(invoices, &order),
            Made::Numbers(numbers) => {
                for (invoice, row) in taken().zip(0..).filter(|(invoice, _)| side.lists(invoice)) {
                    numbers_of(&grammar, invoice, |key, form| numbers.add(key, row, form));
                }
            }
        });
        outcome?;
        (index.grammar, index.numbers) = (grammar, numbers);
        for (invoice, at) in taken().zip(0..).filter(|(invoice, _)| !invoice.covers.is_empty()) {
            index.says_it_covers(at, &invoice.covers);
        }
        index.share();
        index.tidy();
        Ok(index)
    }

    /// Takes in all items but for their numbers.
    fn insert_all(&mut self, invoices: &[Invoice], order: &[(Place, u32)]) -> Result<(), Error> {
        self.items.reserve_exact(order.len());
        self.labels.reserve_exact(order.len());
        for ((_, _, _, _, rank), row) in order {
            let at = self.insert_unnumbered(&invoices[*row as usize])?;
            self.by_id[*rank as usize] = at;
        }
        Ok(())
    }

    fn tidy(&mut self) {
        self.owned.tidy();
        self.amounts.tidy();
        self.people.tidy();
    }
}

/// What must be known before items are taken in.
enum Task<'a> {
    Grammar(&'a mut Grammar),
    Order(&'a mut Vec<(Place, u32)>),
}

/// What is made of the items.
enum Made<'a> {
    Rows(&'a mut Index, &'a mut Result<(), Error>),
    Numbers(&'a mut NumberTable),
}

/// Items for which a thread is worth being started.
const LEAST_PART: usize = 2048;

fn threads_for(rows: &[u32], threads: usize) -> usize {
    if rows.len() < LEAST_PART { 1 } else { threads }
}

/// The items in the order in which they lie.
fn in_order(invoices: &[Invoice], rows: &[u32]) -> Vec<(Place, u32)> {
    let mut folded = String::new();
    let place =
        |(rank, row): (usize, &u32)| (place(&invoices[*row as usize], rank as u32, &mut folded), *row);
    let mut order: Vec<(Place, u32)> = rows.iter().enumerate().map(place).collect();
    order.sort_unstable();
    order
}

/// Where an item lies: by its customer's name, then the customer; open before closed, the oldest first, then by id.
type Place = (u64, u64, bool, i32, u32);

fn place(invoice: &Invoice, rank: u32, folded: &mut String) -> Place {
    let customer = invoice.customer.as_ref();
    let name = customer.and_then(|customer| customer.name.as_deref()).unwrap_or_default();
    let key = |customer: &Customer| customer_key(customer, folded);
    let customer = customer.and_then(key).unwrap_or(u64::MAX);
    (head(name), customer, is_closed(invoice), due(invoice), rank)
}
