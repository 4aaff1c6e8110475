//! The month after a world: the same customers owe the same again and pay it in their own way.
//!
//! # Design
//! Worlds hold one month, and most customers pay once in it. What is learnt shows when they come back: so each payment of
//! the world that settles one whole item comes again thirty days later, for a new item with a new number. Where the text
//! named the old number it names the new one; where it said something else of the old item (a part of the number, a
//! payment reference) the payment does not come again, for nobody could say what it would read. What settles nothing
//! comes again as it was.

use chrono::Days;
use payymo::model::{Invoice, InvoiceState, Transaction};
use payymo_world::{Kind, Truth, World};
use std::collections::{BTreeMap, BTreeSet};

/// The world of the month after. What the first month settled is closed, the rest of its items is still open.
pub fn next_month(world: &World) -> World {
    let mut next = world.clone();
    next.as_of = world.as_of + Days::new(30);
    next.transactions.clear();
    next.truth.clear();
    next.credits.clear();
    close(&mut next.invoices, world);
    let names = |row: &Invoice| row.number.iter().chain([&row.id]).cloned().collect::<Vec<_>>();
    let mut numbers: BTreeSet<String> = world.invoices.iter().flat_map(names).collect();
    let items: BTreeMap<&str, &Invoice> = world.invoices.iter().map(|row| (row.id.as_str(), row)).collect();
    for row in &world.transactions {
        let Some(truth) = world.truth.get(&row.id) else { continue };
        match (truth.kind, truth.allocations.as_slice()) {
            (
                Kind::Plain | Kind::NoReference | Kind::ThirdParty | Kind::CustomerNumber | Kind::BankFee,
                [(id, minor)],
            ) if truth.copies.is_none() => {
                let Some(old) = items
                    .get(id.as_str())
                    .filter(|old| old.open.minor() == *minor || truth.kind == Kind::BankFee)
                else {
                    continue;
                };
                let Some((payment, item)) = again(row, old, &mut numbers) else { continue };
                let settles = (item.id.clone(), *minor);
                next.truth.insert(payment.id.clone(), Truth { allocations: vec![settles], ..truth.clone() });
                next.transactions.push(payment);
                next.invoices.push(item);
            }
            (Kind::Background | Kind::Salary | Kind::StrangerSameAmount | Kind::Interest, []) => {
                let payment = later(row);
                next.truth.insert(payment.id.clone(), truth.clone());
                next.transactions.push(payment);
            }
            _ => {}
        }
    }
    next
}

fn close(invoices: &mut [Invoice], world: &World) {
    let settled: BTreeSet<&str> =
        world.truth.values().flat_map(|truth| &truth.allocations).map(|(id, _)| id.as_str()).collect();
    let closed = invoices.iter_mut().filter(|row| settled.contains(row.id.as_str()));
    closed.for_each(|row| row.state = InvoiceState::Closed);
}

/// A payment thirty days later, under an id of its own.
fn later(row: &Transaction) -> Transaction {
    let mut row = row.clone();
    row.id = format!("next-{}", row.id);
    row.booked_on = row.booked_on + Days::new(30);
    row.value_on = row.value_on.map(|day| day + Days::new(30));
    row.references.retain(|reference| reference.kind != payymo::model::ReferenceKind::Bank);
    row
}

/// The payment and the item of the month after.
fn again(row: &Transaction, old: &Invoice, numbers: &mut BTreeSet<String>) -> Option<(Transaction, Invoice)> {
    // An item without a number is known by its id.
    let number = old.number.clone().unwrap_or_else(|| old.id.clone());
    let fresh = follower(&number, numbers)?;
    let mut payment = later(row);
    let parts = || {
        let lines = row.remittance_lines.iter().map(|line| line.reference.as_str());
        let references = row.references.iter().map(|reference| reference.value.as_str());
        let values = row.metadata.values();
        [row.remittance.as_str()].into_iter().chain(lines).chain(references).chain(values)
    };
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let tail = &digits[digits.len().saturating_sub(4)..];
    let rest = |text: &str| text.replace(&number, "");
    if parts().any(|text| rest(text).contains(tail.trim_start_matches('0')))
        || old.references.iter().any(|own| parts().any(|text| text.contains(own.as_str())))
        || parts().skip(1).any(|text| text.contains(&number))
    {
        return None;
    }
    payment.remittance = row.remittance.replace(&number, &fresh);
    let mut item = old.clone();
    item.id = old.number.as_ref().map_or_else(|| fresh.clone(), |_| format!("next-{}", old.id));
    item.number = old.number.as_ref().map(|_| fresh.clone());
    item.references.clear();
    item.other_numbers.clear();
    item.covers.clear();
    item.state = InvoiceState::Open;
    item.issued_on = old.issued_on.map(|day| day + Days::new(30));
    item.due_on = old.due_on.map(|day| day + Days::new(30));
    numbers.insert(fresh);
    Some((payment, item))
}

/// A number of the same form that no item has: its last digits counted up.
fn follower(number: &str, numbers: &BTreeSet<String>) -> Option<String> {
    let length = number.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (head, tail) = number.split_at(number.len() - length);
    let value: u64 = tail.parse().ok()?;
    (1..2_000)
        .map(|step| format!("{head}{:0length$}", value + 1_000 + 7 * step))
        .find(|fresh| fresh.len() == number.len() && !numbers.contains(fresh))
}
