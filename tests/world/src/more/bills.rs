//! What the host owes: suppliers' bills, paid by money out.

use super::desk::{Desk, Mark};
use super::{Slip, Way};
use crate::standard::{characters, digits, some_iban};
use crate::{Kind, Random};
use payymo::model::InvoiceKind;
use payymo::money::Amount;

/// How a supplier numbers its bills.
fn number(random: &mut Random, style: u64) -> String {
    match style % 6 {
        0 => format!("{}", random.between(10_200, 98_000)),
        1 => format!("{}-{:04}", random.pick(&["A", "F", "R", "S"]), random.between(3, 4_000)),
        2 => format!("2026{}", digits(random, 5)),
        3 => format!("{}{}", characters(random, "ABCDEFGHKLMNPRSTUVWXYZ", 2), digits(random, 6)),
        4 => format!("{:07}", random.between(200, 80_000)),
        _ => format!("{}/{}", random.between(2, 900), random.pick(&["25", "26", "2026"])),
    }
}

/// A bill, and mostly the payment of it; a second supplier may ask for just as much.
pub fn pay(desk: &mut Desk<'_>, random: &mut Random, kind: Kind) {
    let name = desk.bank.supplier(random);
    let party = desk.newcomer(random, name.clone(), if kind == Kind::Bill { 850 } else { 1_000 });
    let total = Amount::new(desk.amount(random).max(1_000), desk.home);
    let style = random.next();
    let count = 1 + random.below(3);
    for _ in 1..count {
        let other = Amount::new(desk.amount(random).max(1_000), desk.home);
        let printed = number(random, style);
        desk.paper(random, party, InvoiceKind::Bill, printed, other);
    }
    let printed = number(random, style);
    let bill = desk.paper(random, party, InvoiceKind::Bill, printed.clone(), total);
    if random.chance(200) {
        let name = desk.bank.supplier(random);
        let rival = desk.newcomer(random, name, 850);
        let style = random.next();
        let printed = number(random, style);
        desk.paper(random, rival, InvoiceKind::Bill, printed, total);
    }
    let told = kind == Kind::BillNewAccount || random.chance(780);
    let words = if told {
        format!("{} {printed}", random.pick(desk.bank.tongue().bill))
    } else {
        random.pick(desk.bank.tongue().vague).to_string()
    };
    let listed = desk.card(party).ibans.first().cloned();
    let country = *random.pick(desk.bank.countries());
    let iban = match listed {
        Some(iban) if kind == Kind::Bill => iban,
        _ => some_iban(random, country),
    };
    let day = desk.pay_day(random, bill);
    let amount = Amount::new(-total.minor(), desk.home);
    let slip = Slip { way: Way::Out, amount, day, name: &name, iban: Some(&iban), words: &words };
    let mut row = desk.print_for(random, &slip);
    if kind == Kind::BillNewAccount {
        // The new account is there to be seen.
        row.counterparty.iban = Some(iban);
        row.counterparty.account = None;
    }
    let numbers = if told { vec![printed] } else { Vec::new() };
    let mark = Mark { by_hand: kind == Kind::BillNewAccount, ..Mark::default() };
    desk.enter(kind, Some(party), vec![(bill, total.minor())], row, &numbers, mark);
}
