//! Builds the index over many items at once: the numbers' grammar first, then each item in an order in which those lie side
//! by side that are looked at together.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::edit::{due, is_closed, printed_number, prints_numbers};
use super::number_table::NumberTable;
use super::people::customer_key;
use super::texts::Texts;
use super::{Index, Side};
use crate::error::Error;
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
    pub fn build(invoices: &[Invoice], rows: &[u32], side: Side) -> Result<Self, Error> {
        let taken = || rows.iter().map(|row| &invoices[*row as usize]);
        let mut index = Index {
            side,
            grammar: Grammar::learn(taken().filter(|i| prints_numbers(i)).map(printed_number)),
            numbers: NumberTable::with_capacity(rows.len() * NUMBERS_OF_ITEM),
            texts: Texts::with_capacity(rows.len() * TEXT_OF_ITEM),
            ..Index::default()
        };
        index.items.reserve_exact(rows.len());
        index.labels.reserve_exact(rows.len());
        let mut folded = String::new();
        let mut order: Vec<(Place, u32)> = Vec::with_capacity(rows.len());
        for (rank, row) in rows.iter().enumerate() {
            order.push((place(&invoices[*row as usize], rank as u32, &mut folded), *row));
        }
        order.sort_unstable();
        index.by_id = vec![0; rows.len()];
        for ((_, _, _, _, rank), row) in &order {
            let at = index.insert(&invoices[*row as usize])?;
            index.by_id[*rank as usize] = at;
        }
        let covers = order.iter().zip(0..).filter(|(row, _)| !invoices[row.1 as usize].covers.is_empty());
        for ((_, row), at) in covers {
            index.says_it_covers(at, &invoices[*row as usize].covers);
        }
        index.share();
        index.tidy();
        Ok(index)
    }

    fn tidy(&mut self) {
        self.owned.tidy();
        self.amounts.tidy();
        self.people.tidy();
    }
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

/// The first letters and digits of a name as a number.
fn head(name: &str) -> u64 {
    let letters = name.bytes().filter(u8::is_ascii_alphanumeric).take(8);
    letters.fold(0, |head, byte| head << 8 | u64::from(byte.to_ascii_lowercase()))
}
