//! Less than the item, for a reason: tax withheld, tax left out, something deducted, a late fee that nobody paid.

use super::Way;
use super::desk::{Desk, Mark};
use crate::{Kind, Random};
use chrono::Days;
use payymo::model::Tax;
use payymo::money::Amount;

/// A payment of a part of an item, with a reason in words and mostly with the number.
#[allow(clippy::too_many_arguments)]
fn pay(
    desk: &mut Desk<'_>,
    random: &mut Random,
    kind: Kind,
    item: usize,
    minor: i64,
    reason: &str,
    numbered: u64,
    mark: Mark,
) {
    let party = desk.draft.items[item].party;
    let number = desk.number(item);
    let tongue = desk.bank.tongue();
    let told = random.chance(numbered);
    let words = match (told, reason) {
        (true, "") => format!("{} {number}", random.pick(tongue.invoice)),
        (true, reason) => format!("{} {number} {reason}", random.pick(tongue.invoice)),
        (false, "") => random.pick(tongue.vague).to_string(),
        (false, reason) => reason.to_owned(),
    };
    let day = desk.pay_day(random, item);
    let amount = Amount::new(minor, desk.draft.items[item].invoice.currency());
    let row = desk.print(random, party, Way::In, amount, day, &words);
    let numbers = if told { vec![number] } else { Vec::new() };
    desk.enter(kind, Some(party), vec![(item, minor)], row, &numbers, mark);
}

/// An item of a new or a quiet customer whose tax is listed: percent.
fn taxed(desk: &mut Desk<'_>, random: &mut Random) -> (usize, i64) {
    let party = desk.client(random);
    let percent = *random.pick(&[19_i64, 20, 21, 23, 22, 10, 25]);
    let net = desk.amount(random).max(2_000);
    let tax = (net * percent + 50) / 100;
    let issued = desk.as_of - Days::new(4 + random.below(45));
    let total = Amount::new(net + tax, desk.home);
    let item = desk.bill(random, party, issued, Some(total));
    desk.draft.items[item].invoice.tax =
        vec![Tax { rate: percent.into(), amount: Amount::new(tax, desk.home) }];
    (item, tax)
}

/// A round share of the net goes to the tax office of the payer.
pub fn withheld(desk: &mut Desk<'_>, random: &mut Random) {
    let (item, tax) = if random.chance(600) { taxed(desk, random) } else { (desk.owed(random), 0) };
    let percent = *random.pick(&[5_i64, 10, 15, 20, 30, 19, 7]);
    let invoice = &desk.draft.items[item].invoice;
    // Tax that the style lists itself is a part of the total too.
    let listed: i64 = invoice.tax.iter().map(|row| row.amount.minor()).sum::<i64>().max(tax);
    let open = invoice.open.minor();
    let kept = ((open - listed) * percent + 50) / 100;
    let reason = if random.chance(600) {
        random.pick(desk.bank.tongue().withheld).replace("{}", &percent.to_string())
    } else {
        String::new()
    };
    pay(desk, random, Kind::WithholdingTax, item, (open - kept).max(1), &reason, 700, Mark::default());
}

/// The payer takes the tax for something that is not his.
pub fn untaxed(desk: &mut Desk<'_>, random: &mut Random) {
    let (item, tax) = taxed(desk, random);
    let reason = if random.chance(350) { *random.pick(desk.bank.tongue().untaxed) } else { "" };
    let net = desk.draft.items[item].invoice.open.minor() - tax;
    // Whether he may is for a person to say.
    let by_hand = Mark { by_hand: true, ..Mark::default() };
    pay(desk, random, Kind::VatLeftOut, item, net, reason, 1_000, by_hand);
}

/// Something was broken, late or already paid, and the payer says so.
pub fn deducted(desk: &mut Desk<'_>, random: &mut Random) {
    let item = desk.owed(random);
    let open = desk.draft.items[item].invoice.open.minor();
    let off = match random.below(3) {
        0 => (random.between(1, 12) * 500).min(open / 3),
        1 => open * random.between(3, 25) / 100,
        _ => random.between(100, 4_000).min(open / 3),
    };
    let reason = *random.pick(desk.bank.tongue().deducted);
    pay(desk, random, Kind::Deduction, item, open - off.max(1), reason, 1_000, Mark::default());
}

/// The item has grown by a late fee since; what comes is what stood on the paper.
pub fn late_fee(desk: &mut Desk<'_>, random: &mut Random) {
    let party = desk.client(random);
    let issued = desk.as_of - Days::new(25 + random.below(70));
    let before = Amount::new(desk.amount(random).max(500), desk.home);
    let item = desk.bill(random, party, issued, Some(before));
    let fee = *random.pick(&[250_i64, 500, 1_000, 1_500, 2_500, 4_000]);
    let total = Amount::new(before.minor() + fee, desk.home);
    let entry = &mut desk.draft.items[item];
    entry.invoice.previous_totals.push(before);
    (entry.invoice.total, entry.invoice.open, entry.left) = (total, total, total.minor());
    pay(desk, random, Kind::LateFeeUnpaid, item, before.minor(), "", 700, Mark::default());
}
