//! Money that belongs to a customer and to none of his items, and items that only a person may settle.

use super::Way;
use super::desk::{Desk, Mark};
use crate::{Kind, Random};
use chrono::Days;
use payymo::model::InvoiceState;
use payymo::money::Amount;

/// A customer who owes nothing pays something round, from the account that is on file.
pub fn ahead(desk: &mut Desk<'_>, random: &mut Random) {
    let name = desk.bank.customer(random);
    let party = desk.newcomer(random, name, 1_000);
    for _ in 0..1 + random.below(2) {
        let issued = desk.as_of - Days::new(60 + random.below(200));
        let item = desk.bill(random, party, issued, None);
        desk.close(item);
    }
    let iban = desk.card(party).ibans[0].clone();
    let amount = Amount::new(*random.pick(&[10_000_i64, 20_000, 30_000, 50_000, 25_000, 100_000]), desk.home);
    let words = *random.pick(desk.bank.tongue().ahead);
    let day = desk.day_after(random, desk.from);
    let name = desk.name(party);
    let slip = super::Slip { way: Way::In, amount, day, name: &name, iban: Some(&iban), words };
    let row = desk.print_for(random, &slip);
    // Without his account or his name on it, nobody knows whose it is.
    let known = row.counterparty.iban.is_some() || super::read::shown(&row, &name).is_some();
    let mark = Mark { on_account: true, by_hand: true, knowable: Some(known), ..Mark::default() };
    desk.enter(Kind::OnAccount, Some(party), Vec::new(), row, &[], mark);
}

/// An item that is in collection, on hold, void or a draft is paid.
pub fn held(desk: &mut Desk<'_>, random: &mut Random, kind: Kind) {
    let party = desk.client(random);
    let issued = desk.as_of - Days::new(6 + random.below(60));
    let item = desk.bill(random, party, issued, None);
    let state = match (kind, random.chance(500)) {
        (Kind::HeldItem, true) => InvoiceState::InCollection,
        (Kind::HeldItem, false) => InvoiceState::OnHold,
        (_, true) => InvoiceState::Void,
        (_, false) => InvoiceState::Draft,
    };
    desk.draft.items[item].invoice.state = state;
    let number = desk.number(item);
    let amount = desk.draft.items[item].invoice.open;
    let words = format!("{} {number}", random.pick(desk.bank.tongue().invoice));
    let day = desk.pay_day(random, item);
    let row = desk.print(random, party, Way::In, amount, day, &words);
    let parts = if kind == Kind::HeldItem { vec![(item, amount.minor())] } else { Vec::new() };
    let mark = Mark { by_hand: true, ..Mark::default() };
    desk.enter(kind, Some(party), parts, row, &[number], mark);
}
