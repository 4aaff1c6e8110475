//! Direct debits and cheques that come back, and are tried again.

use super::desk::{Desk, Mark};
use super::{Slip, Way};
use crate::standard::digits;
use crate::{Kind, Random};
use chrono::{Days, NaiveDate};
use payymo::model::{Reference, ReferenceKind, ReturnStage, Returned, Transaction, TransactionKind};
use payymo::money::Amount;

/// Reasons of ISO 20022 and of American clearing.
const REASONS: &[&str] = &["AC04", "MD06", "AM04", "MS03", "MD01", "AC01", "R01", "R10"];

/// A payment comes back: one of months ago, or one of these very statements.
pub fn returned(desk: &mut Desk<'_>, random: &mut Random) {
    if random.chance(380)
        && let Some(paid) = desk.paid.pop()
    {
        let amount = desk.draft.items[paid.item].invoice.open;
        let day = desk.business(paid.day + Days::new(1 + random.below(6)));
        let references = [Some(paid.transaction), paid.end_to_end];
        back(desk, random, paid.item, amount, references, day);
    } else {
        let day = desk.day_after(random, desk.from);
        old(desk, random, day);
    }
}

/// A payment of months ago comes back, and is tried again with success.
pub fn tried_again(desk: &mut Desk<'_>, random: &mut Random) {
    let early = desk.from + Days::new(random.below(20));
    let day = desk.business(early);
    let item = old(desk, random, day);
    let party = desk.draft.items[item].party;
    let number = desk.number(item);
    let total = desk.draft.items[item].invoice.total;
    let words = format!("{} {number}", random.pick(desk.bank.tongue().invoice));
    let again = desk.business(day + Days::new(3 + random.below(9)));
    let mut row = desk.print(random, party, Way::In, total, again, &words);
    row.kind = TransactionKind::DirectDebit;
    desk.enter(Kind::SecondTry, Some(party), vec![(item, total.minor())], row, &[number], Mark::default());
}

/// A settlement that is on file is taken back. Answers the item.
fn old(desk: &mut Desk<'_>, random: &mut Random, day: NaiveDate) -> usize {
    let total = Amount::new(desk.amount(random).max(500), desk.home);
    let end_to_end = format!("{}{}", random.pick(&["E2E", "DD-", "SDD"]), digits(random, 11));
    let outer = if random.chance(650) { vec![end_to_end.clone()] } else { Vec::new() };
    let listed = !outer.is_empty();
    let (item, transaction) = desk.settled_before(random, total, outer);
    back(desk, random, item, total, [transaction, Some(end_to_end).filter(|_| listed)], day);
    item
}

/// The row that takes it back: `references` are the payment's id and its end-to-end id, where the host knows them.
fn back(
    desk: &mut Desk<'_>,
    random: &mut Random,
    item: usize,
    amount: Amount,
    [transaction, end_to_end]: [Option<String>; 2],
    day: NaiveDate,
) {
    let party = desk.draft.items[item].party;
    let number = desk.number(item);
    let tongue = desk.bank.tongue();
    let mut words = random.pick(tongue.returned).to_string();
    let mut numbers = Vec::new();
    let way = random.below(100);
    let by_number = (60..82).contains(&way) || (way < 60 && transaction.is_none() && end_to_end.is_none());
    if by_number && way < 92 {
        words = format!("{words} {} {number}", random.pick(tongue.invoice));
        numbers.push(number);
    }
    // What the bank takes for it, on the same row.
    let fee = if random.chance(250) { *random.pick(&[300_i64, 350, 500, 800, 1_200]) } else { 0 };
    let gross = Amount::new(-amount.minor() - fee, amount.currency());
    let name = desk.name(party);
    let iban = desk.iban(random, party);
    let slip = Slip { way: Way::Returned, amount: gross, day, name: &name, iban: Some(&iban), words: &words };
    let mut row: Transaction = desk.print_for(random, &slip);
    row.kind = TransactionKind::Return;
    let reason = random.chance(800).then(|| random.pick(REASONS).to_string());
    let mut originals = Vec::new();
    match way {
        0..35 => originals.extend(transaction.or(end_to_end)),
        35..60 => match end_to_end {
            Some(value) => {
                numbers.push(value.clone());
                row.references.push(Reference { kind: ReferenceKind::EndToEnd, value });
            }
            None if random.chance(500) => row.reverses = transaction,
            None => originals.extend(transaction),
        },
        _ => {}
    }
    numbers.extend(originals.iter().cloned().chain(row.reverses.clone()));
    row.returned = Some(Returned { stage: ReturnStage::Return, reason, originals });
    desk.enter(Kind::DebitReturn, Some(party), vec![(item, -amount.minor())], row, &numbers, Mark::default());
}
