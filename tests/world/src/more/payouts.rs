//! How a gateway pays out: what has gathered until a cut goes to the bank in one sum, some days later.

use super::desk::{Desk, Mark};
use super::gateway::Till;
use super::gateway_rows::{Gateway, Other, payout};
use super::{Slip, Way};
use crate::{Kind, Random};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use payymo::model::TransactionKind;
use payymo::money::Amount;

/// Pays out a till day by day. What has not gathered enough, or less than nothing, waits for the next time.
pub fn pay_out(desk: &mut Desk<'_>, random: &mut Random, till: &mut Till) {
    if till.rows.is_empty() {
        return;
    }
    others(desk, random, till);
    till.rows.sort_by_key(|row| row.0);
    let (lag, days): (u64, &[Weekday]) = match till.gateway {
        Gateway::Stripe => (2, &[Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri]),
        Gateway::GoCardless => (3, &[Weekday::Tue, Weekday::Fri]),
        Gateway::PayPal => (1, &[Weekday::Mon, Weekday::Thu]),
    };
    let mut waiting: Vec<usize> = Vec::new();
    let mut rest = std::mem::take(&mut till.rows);
    let mut failed: Vec<(NaiveDate, usize, Vec<usize>)> = Vec::new();
    let mut day = desk.from;
    while day <= desk.as_of {
        if days.contains(&day.weekday()) {
            let cut = day - Days::new(lag);
            let (ready, later): (Vec<_>, Vec<_>) = rest.into_iter().partition(|row| row.0 <= cut);
            rest = later;
            waiting.extend(ready.into_iter().map(|row| row.1));
            let back: Vec<(NaiveDate, usize, Vec<usize>)> =
                failed.iter().filter(|row| row.0 <= cut).cloned().collect();
            failed.retain(|row| row.0 > cut);
            let returned: Vec<usize> = back.iter().map(|row| row.1).collect();
            let sum: i64 = waiting.iter().chain(&returned).map(|&at| minor(desk, at)).sum();
            if sum <= 0 {
                // Less than nothing is carried over.
                failed.extend(back);
            } else {
                let beside: Vec<usize> = back.iter().flat_map(|row| row.2.iter().copied()).collect();
                for (members, more) in batches(desk, random, till, std::mem::take(&mut waiting), returned) {
                    let fails =
                        till.ids && random.chance(60) && day + Days::new(6) < desk.as_of && more.is_empty();
                    let gone = pay(desk, random, till, day, members, (more, &beside), fails);
                    failed.extend(gone);
                }
            }
        }
        day = day + Days::new(1);
    }
}

/// One payout, or two on one day where each row says to which it belongs. With each what a failed one left.
fn batches(
    desk: &Desk<'_>,
    random: &mut Random,
    till: &Till,
    members: Vec<usize>,
    returned: Vec<usize>,
) -> Vec<(Vec<usize>, Vec<usize>)> {
    let half = members.len() / 2;
    let sum = |rows: &[usize]| rows.iter().map(|&at| minor(desk, at)).sum::<i64>();
    if till.ids
        && half > 0
        && random.chance(350)
        && sum(&members[..half]) > 0
        && sum(&members[half..]) + sum(&returned) > 0
    {
        return vec![(members[..half].to_vec(), Vec::new()), (members[half..].to_vec(), returned)];
    }
    vec![(members, returned)]
}

fn minor(desk: &Desk<'_>, at: usize) -> i64 {
    desk.draft.payments[at].row.amount.minor()
}

/// One payout of these rows. Where it fails: when it came back, its row, and all rows of the failed payout.
fn pay(
    desk: &mut Desk<'_>,
    random: &mut Random,
    till: &Till,
    day: NaiveDate,
    members: Vec<usize>,
    (returned, others): (Vec<usize>, &[usize]),
    fails: bool,
) -> Option<(NaiveDate, usize, Vec<usize>)> {
    let sum: i64 = members.iter().chain(&returned).map(|&at| minor(desk, at)).sum();
    let id = till.gateway.payout_id(random);
    if till.ids {
        for &at in members.iter().chain(&returned) {
            let row = &mut desk.draft.payments[at].row;
            // What came back of a failed payout keeps that one's id.
            if row.references.iter().all(|one| one.kind != payymo::model::ReferenceKind::Payout) {
                row.references.push(payout(&id));
            }
        }
    }
    let arrives = desk.business(day + Days::new(1 + random.below(2)));
    let (bank, own) = till.shows;
    let mut deposits = Vec::new();
    if own || fails {
        let mut row = till.gateway.row(random, "po", &till.account, Amount::new(-sum, till.currency), day);
        row.id.clone_from(&id);
        row.kind = TransactionKind::Payout;
        row.value_on = Some(arrives);
        row.remittance = if till.gateway == Gateway::Stripe { "STRIPE PAYOUT" } else { "" }.to_owned();
        row.references.push(payout(&id));
        deposits.push(place(desk, Kind::GatewayPayout, row));
    }
    if fails {
        let back = day + Days::new(2);
        let mut row = till.gateway.row(random, "txn", &till.account, Amount::new(sum, till.currency), back);
        row.kind = TransactionKind::Payout;
        row.remittance = "Payout failure".to_owned();
        row.references.push(payout(&id));
        let at = place(desk, Kind::GatewayRow, row);
        let failed: Vec<usize> = deposits.iter().copied().chain([at]).collect();
        // Whether the rows of a payout that failed are named beside it is all one.
        let all: Vec<usize> = members.into_iter().chain(failed.iter().copied()).collect();
        for &row in &failed {
            desk.draft.payments[row].kind = Kind::GatewayRow;
            desk.marks[row].parts = Some((Vec::new(), all.clone()));
            desk.marks[row].knowable = Some(false);
        }
        return Some((back, at, failed));
    }
    if bank && day + Days::new(3) <= desk.as_of {
        let words = match random.below(4) {
            0 | 1 if till.ids => format!("{} {id}", random.pick(&["PAYOUT", "TRANSFER", "REF"])),
            2 => format!("{} {}", till.gateway.names()[0], day.format("%d%m%y")),
            _ => String::new(),
        };
        let name = *random.pick(till.gateway.names());
        let amount = Amount::new(sum, till.currency);
        let slip = Slip { way: Way::Deposit, amount, day: arrives, name, iban: None, words: &words };
        let mut row = desk.print_for(random, &slip);
        row.kind = if random.chance(550) { TransactionKind::Payout } else { TransactionKind::Transfer };
        deposits.push(place(desk, Kind::GatewayPayout, row));
    }
    let beside: Vec<usize> = deposits.iter().chain(&returned).chain(others).copied().collect();
    for &at in &deposits {
        desk.marks[at].parts = Some((members.clone(), beside.clone()));
        desk.marks[at].knowable = Some(true);
    }
    None
}

/// Enters a row that is nobody's. A gateway's has its own id.
pub fn place(desk: &mut Desk<'_>, kind: Kind, row: payymo::model::Transaction) -> usize {
    let id = Some(row.id.clone()).filter(|id| !id.is_empty());
    desk.enter(kind, None, Vec::new(), row, &[], Mark { id, ..Mark::default() })
}

/// Fees of the month, a reserve that is held and released, a correction.
fn others(desk: &mut Desk<'_>, random: &mut Random, till: &mut Till) {
    let income: i64 = till.rows.iter().map(|row| minor(desk, row.1)).filter(|minor| *minor > 0).sum();
    let span = (desk.as_of - desk.from).num_days().max(1).unsigned_abs();
    let mut day = desk.from + Days::new(random.below(8));
    while day <= desk.as_of {
        let at = |desk: &Desk<'_>, ahead: u64| (day + Days::new(ahead)).min(desk.as_of);
        let mut rows = vec![(Other::Fee, -random.between(150, 2_500), at(desk, 0))];
        if random.chance(450) {
            let held = (income / 40).max(100);
            rows.push((Other::Hold, -held, at(desk, random.below(5))));
            rows.push((Other::Release, held, at(desk, 7 + random.below(span))));
        }
        if random.chance(450) {
            // Never nothing.
            let minor = random.between(-900, 1_800) | 1;
            rows.push((Other::Adjustment, minor, at(desk, random.below(12))));
        }
        for (what, minor, on) in rows {
            let amount = Amount::new(minor, till.currency);
            let row = till.gateway.other(random, &till.account, what, amount, on);
            let entered = place(desk, Kind::GatewayRow, row);
            till.rows.push((on, entered));
        }
        day = day + Days::new(16 + random.below(10));
    }
}
