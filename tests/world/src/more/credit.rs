//! Credit notes: netted by the payer, paid out, or standing against an item of their own size.

use super::Way;
use super::desk::{Credit, Desk, Mark};
use crate::{Kind, Random};
use payymo::model::InvoiceKind;
use payymo::money::Amount;

/// A credit note of a customer, and its number; its lines may name the item that it is for.
fn note(
    desk: &mut Desk<'_>,
    random: &mut Random,
    party: usize,
    minor: i64,
    item: Option<usize>,
) -> (usize, String) {
    let number = desk.credit_number();
    let total = Amount::new(minor, desk.home);
    let at = desk.paper(random, party, InvoiceKind::CreditNote, number.clone(), total);
    if let Some(item) = item {
        let words = format!("{} {}", random.pick(desk.bank.tongue().invoice), desk.number(item));
        desk.draft.items[at].invoice.description = Some(words);
    }
    (at, number)
}

/// The payer takes a credit note off the item and pays the rest.
pub fn netted(desk: &mut Desk<'_>, random: &mut Random) {
    let item = desk.owed(random);
    let party = desk.draft.items[item].party;
    let open = desk.draft.items[item].invoice.open.minor();
    let minor = match random.below(3) {
        0 => open * random.between(5, 60) / 100,
        1 => (random.between(1, 20) * 500).min(open / 2),
        _ => random.between(1, open / 2),
    }
    .clamp(1, open - 1);
    let for_it = random.chance(450).then_some(item);
    let (credit, credit_number) = note(desk, random, party, minor, for_it);
    let number = desk.number(item);
    let tongue = desk.bank.tongue();
    let (mut numbers, mut words) = (Vec::new(), random.pick(tongue.vague).to_string());
    if random.chance(720) {
        words = format!("{} {number}", random.pick(tongue.invoice));
        numbers.push(number);
        if random.chance(600) {
            words = format!("{words} {} {credit_number}", random.pick(tongue.credit));
        }
    }
    let day = desk.pay_day(random, item).max(desk.pay_day(random, credit));
    let row = desk.print(random, party, Way::In, Amount::new(open - minor, desk.home), day, &words);
    let mark = Mark::default();
    let at = desk.enter(Kind::CreditNetted, Some(party), vec![(item, open - minor)], row, &numbers, mark);
    desk.draft.payments[at].less.push((credit, minor));
    desk.draft.items[item].left -= minor;
    desk.credits.push(Credit {
        note: credit,
        kind: Kind::CreditNetted,
        parts: vec![(item, minor)],
        beside: Some(at),
        knowable: true,
    });
}

/// A credit note as large as an open item of its customer, and no payment; or one that fits nothing.
pub fn applied(desk: &mut Desk<'_>, random: &mut Random) {
    let item = desk.owed(random);
    let party = desk.draft.items[item].party;
    let open = desk.draft.items[item].invoice.open.minor();
    let fits = random.chance(800);
    let minor = if fits { open } else { open + random.between(100, 3_000) };
    let for_it = (fits && random.chance(500)).then_some(item);
    let (credit, _) = note(desk, random, party, minor, for_it);
    let alike = desk.draft.items.iter().filter(|other| {
        other.party == party
            && other.invoice.kind == InvoiceKind::Invoice
            && other.invoice.open.minor() == open
    });
    let knowable = for_it.is_some() || alike.count() == 1;
    let parts = if fits { vec![(item, minor)] } else { Vec::new() };
    if fits {
        desk.draft.items[item].left -= minor;
        desk.draft.items[item].touched = true;
    }
    desk.credits.push(Credit { note: credit, kind: Kind::CreditApplied, parts, beside: None, knowable });
}

/// The host pays a credit note out, to the account that the customer pays from.
pub fn refunded(desk: &mut Desk<'_>, random: &mut Random) {
    let party = desk.client(random);
    let minor = desk.amount(random).max(200);
    let (credit, number) = note(desk, random, party, minor, None);
    if random.chance(200) {
        let other = desk.amount(random).max(200);
        note(desk, random, party, other, None);
    }
    let told = random.chance(700);
    let tongue = desk.bank.tongue();
    let words = if told {
        format!("{} {} {number}", random.pick(tongue.refund), random.pick(tongue.credit))
    } else {
        random.pick(tongue.refund).to_string()
    };
    let day = desk.pay_day(random, credit);
    let amount = Amount::new(-minor, desk.home);
    let mut row = desk.print(random, party, Way::Out, amount, day, &words);
    row.kind = payymo::model::TransactionKind::Refund;
    let numbers = if told { vec![number] } else { Vec::new() };
    desk.enter(Kind::CreditRefunded, Some(party), vec![(credit, minor)], row, &numbers, Mark::default());
}
