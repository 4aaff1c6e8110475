//! What was added, mixed into the world: the old rows stay as they are, and in their order.

use super::desk::Desk;
use crate::{Parts, Random, Truth, World};
use payymo::matching::Component;
use payymo::model::Invoice;
use std::collections::BTreeSet;

/// Mixes new rows in between old ones, both in their order, by chance.
fn mixed<T>(random: &mut Random, old: Vec<T>, mut new: Vec<T>) -> Vec<T> {
    random.shuffle(&mut new);
    let mut places: Vec<bool> =
        std::iter::repeat_n(true, old.len()).chain(std::iter::repeat_n(false, new.len())).collect();
    random.shuffle(&mut places);
    let (mut old, mut new) = (old.into_iter(), new.into_iter());
    places.into_iter().filter_map(|is_old| if is_old { old.next() } else { new.next() }).collect()
}

/// What a payout is made of that is no row of its own: fees that were taken off in its members, and what came back of
/// payouts that had failed.
fn residual(desk: &Desk<'_>, payout: usize, members: &[usize]) -> BTreeSet<Component> {
    let row = |at: usize| &desk.draft.payments[at].row;
    let fees = members.iter().any(|&at| row(at).fees.iter().any(|fee| !fee.amount.is_zero()));
    let sum: i64 = members.iter().map(|&at| row(at).amount.minor()).sum();
    let more = !members.is_empty() && sum != row(payout).amount.minor().abs();
    let parts = [(fees, Component::Fee), (more, Component::FailedPayout)];
    parts.into_iter().filter(|part| part.0).map(|part| part.1).collect()
}

/// The world with what was added.
pub fn close(mut world: World, mut desk: Desk<'_>, mut random: Random) -> World {
    let knowable: Vec<bool> = desk.draft.judged();
    let prefix = if world.truth.keys().all(|id| id.starts_with("t-")) { "t-" } else { "" };
    let ids: Vec<String> = desk
        .marks
        .iter()
        .map(|mark| mark.id.clone())
        .collect::<Vec<_>>()
        .into_iter()
        .map(|id| id.unwrap_or_else(|| desk.ids.next(prefix)))
        .collect();
    let invoice = |at: usize| desk.draft.items[at].invoice.id.clone();
    let named = |list: &[usize]| list.iter().map(|&at| ids[at].clone()).collect::<BTreeSet<String>>();
    let mut rows = Vec::with_capacity(ids.len());
    for (at, payment) in desk.draft.payments.iter().enumerate() {
        let mark = &desk.marks[at];
        let mut row = payment.row.clone();
        row.id.clone_from(&ids[at]);
        rows.push(row);
        let customer = payment.party.map(|party| desk.draft.faces[party].id.clone());
        let allocations: Vec<(String, i64)> =
            payment.parts.iter().map(|&(item, minor)| (invoice(item), minor)).collect();
        let told = Truth {
            named: desk.draft.payments[mark.like.unwrap_or(at)].named && !allocations.is_empty(),
            allocations,
            knowable: mark.knowable.unwrap_or(knowable[mark.like.unwrap_or(at)]),
            payout: mark.parts.as_ref().map(|(members, beside)| Parts {
                members: named(members),
                beside: named(beside),
                residual: residual(&desk, at, members),
            }),
            on_account: mark.on_account,
            by_hand: mark.by_hand,
            ..Truth::nothing(payment.kind, customer)
        };
        world.truth.insert(ids[at].clone(), told);
    }
    for credit in &desk.credits {
        let customer = desk.draft.faces[desk.draft.items[credit.note].party].id.clone();
        let parts: Vec<(String, i64)> =
            credit.parts.iter().map(|&(item, minor)| (invoice(item), minor)).collect();
        let word = match credit.beside {
            Some(at) => knowable[at],
            None => credit.knowable,
        };
        let named = credit.beside.is_some_and(|at| desk.draft.payments[at].named);
        let truth = Truth::settles(credit.kind, customer, parts).knowable(word).named(named);
        world.credits.insert(invoice(credit.note), truth);
    }
    let listed: BTreeSet<String> = world.invoices.iter().map(|row| row.id.clone()).collect();
    let items = std::mem::take(&mut desk.draft.items).into_iter().map(|item| item.invoice);
    let invoices: Vec<Invoice> = items.filter(|row| !listed.contains(&row.id)).collect();
    world.transactions = mixed(&mut random, world.transactions, rows);
    world.invoices = mixed(&mut random, world.invoices, invoices);
    world.settlements = mixed(&mut random, world.settlements, desk.settled);
    random.shuffle(&mut desk.rates);
    world.options.rates = desk.rates;
    world
}
