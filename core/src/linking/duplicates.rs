//! Copies of one transaction over several inputs.
//!
//! # Design
//! A row is known by its id. Where the bank gives none, the id is made of what the row says and a counter over equal rows
//! of its input ([`Occurrences`]): the second of two equal rows is a row of its own, and the second of two equal rows in
//! another input is its copy. So the rule for copies is one: the same id. What stands under one id is compared, because
//! banks reuse ids.
//!
//! What depends on the order of the inputs: of copies the first survives, with its spelling of names and its metadata; of
//! rows that share an id and contradict each other too. Unless rows contradict each other, which ids survive does not.
//! Within one input, the order of rows that say the same decides which of them gets which counter.
//!
//! Inputs go into one call: a booking whose pending row an earlier call has left out would stand for another one.

use super::content::Content;
use super::linked::{Copy, Linked, Parted, Row, Why};
use super::payout::payouts;
use super::{batch, event, gateway, pending, reversal, take};
use crate::error::{Code, Error};
use crate::model::{Occurrences, Status, Transaction};
use std::collections::BTreeSet;

/// Finds the copies over inputs that may overlap: one inner list for each statement or file, in the order given.
///
/// - Rows without an id get one ([`assign_ids`]).
/// - The same id and the same content: a copy; the first stays. The content is account, booking date, amount, other side,
///   references and remittance, compared without regard to case, accents, punctuation and spaces.
/// - The same id, pending here and booked there: the booked row stays, whatever changed, if account and currency agree.
/// - The same id of a gateway that gives no id twice (Stripe, GoCardless Pro), and the same gross or a conversion: one payment of which each
///   export knows a part. The row that knows fees or the conversion stays, else the first, and takes what it does not say
///   from the others. So does a charge for an intent that it names.
/// - The same id or not, and another source of the account tells of the same entry (camt.052, 053 and 054, MT940 and CSV):
///   a copy if account, amount, status and a day are equal, and a reference is, or the other side and the remittance are,
///   if nothing contradicts, and if the other source has as many such rows. The row of the statement stays and takes what
///   it does not say from the others.
/// - An entry of a batch that another source tells payment by payment: the payments stay for it, if they share a reference
///   with it and make its amount.
/// - The same id and other content: an error that names both rows; the first stays.
/// - Another id, pending here and booked there: a copy if account and amount are equal, the booking lies between 3 days
///   before and 10 days after the announcement, and a payment reference is equal, or the other side and the remittance
///   are; or if the booked row names it, whatever its amount. A booked row stands for one pending row at most.
///
/// Where it cannot be known whether two rows are one, both stay. A row that takes back another one is told in `reverses` of
/// the row which, where that is known.
///
/// Takes time n log n in the number of rows.
///
/// ```
/// use payymo::linking::{Why, duplicates};
/// use payymo::model::Transaction;
/// use payymo::money::{Amount, Currency};
/// let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 4).unwrap_or_default();
/// let euro = Currency::parse("EUR")?;
/// let row = |id: &str| Transaction::new(id, day, Amount::new(999, euro));
/// let linked = duplicates(vec![vec![row("a"), row("b")], vec![row("b"), row("c")]]);
/// let ids: Vec<&str> = linked.transactions.iter().map(|row| row.id.as_str()).collect();
/// assert_eq!(ids, ["a", "b", "c"]);
/// assert_eq!(linked.copies[0].why, Why::Repeated);
/// # Ok::<(), payymo::Error>(())
/// ```
pub fn duplicates(mut inputs: Vec<Vec<Transaction>>) -> Linked {
    for rows in &mut inputs {
        assign_ids(rows);
    }
    let mut rows: Vec<Entry> = inputs
        .into_iter()
        .enumerate()
        .flat_map(|(input, rows)| {
            rows.into_iter().enumerate().map(move |(row, transaction)| Entry {
                input,
                row,
                transaction,
                fate: Fate::Stays,
            })
        })
        .collect();
    by_id(&mut rows);
    let intents = gateway::intents_of_charges(&staying(&rows));
    give(
        &mut rows,
        intents.into_iter().map(|(place, kept)| (place, Fate::Copy { kept, why: Why::OnePayment })),
    );
    let batches = parted(&mut rows);
    let again = event::told_again(&staying(&rows), |place| number(&rows, place));
    give(&mut rows, again.into_iter().map(|(place, kept)| (place, Fate::Copy { kept, why: Why::OneEvent })));
    let announced: BTreeSet<usize> = rows
        .iter()
        .filter_map(|row| match row.fate {
            Fate::Copy { kept, why: Why::Booked } => Some(survivor(&rows, kept)),
            _ => None,
        })
        .collect();
    let pairs = pending::booked_under_another_id(&staying(&rows), |place| announced.contains(&place));
    for (dropped, kept, why) in pairs {
        if let Some(row) = rows.get_mut(dropped) {
            row.fate = Fate::Copy { kept, why };
        }
    }
    finish(rows, batches)
}

/// Gives every row whose id is empty an id of its content ([`Occurrences`]), for the rows of one input. Rows that have
/// such an id already are counted, so that an equal row beside them becomes another one.
pub fn assign_ids(rows: &mut [Transaction]) {
    if rows.iter().all(|row| !row.id.is_empty()) {
        return;
    }
    let mut occurrences = Occurrences::default();
    for row in rows.iter().filter(|row| is_derived(&row.id)) {
        occurrences.id(row);
    }
    for row in rows.iter_mut().filter(|row| row.id.is_empty()) {
        row.id = occurrences.id(row);
    }
}

/// Whether an id is of the form that [`Occurrences`] gives.
fn is_derived(id: &str) -> bool {
    let Some((hash, count)) = id.strip_prefix("c_").and_then(|rest| rest.split_at_checked(32)) else {
        return false;
    };
    let counted = count.is_empty()
        || count.strip_prefix('_').is_some_and(|count| count.bytes().all(|byte| byte.is_ascii_digit()));
    counted && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// A row on its way.
struct Entry {
    input: usize,
    row: usize,
    transaction: Transaction,
    fate: Fate,
}

/// What becomes of a row; others by their place among all rows.
#[derive(Clone, Copy)]
enum Fate {
    Stays,
    Copy { kept: usize, why: Why },
    Contradicts { kept: usize },
}

/// The rows that stay so far, with their places.
fn staying(rows: &[Entry]) -> Vec<(usize, &Transaction)> {
    rows.iter()
        .enumerate()
        .filter(|(_, row)| matches!(row.fate, Fate::Stays))
        .map(|(place, row)| (place, &row.transaction))
        .collect()
}

/// Which row of its input stands at a place.
fn number(rows: &[Entry], place: usize) -> usize {
    rows.get(place).map_or(0, |row| row.row)
}

/// The row that stays for the one at a place. A pending row may have had copies before it became one: several steps lead
/// to who stays.
fn survivor(rows: &[Entry], mut place: usize) -> usize {
    while let Some(Fate::Copy { kept, .. }) = rows.get(place).map(|entry| entry.fate) {
        place = kept;
    }
    place
}

/// Leaves out the sums of batches whose payments are told, and answers them.
fn parted(rows: &mut [Entry]) -> Vec<batch::Parted> {
    let found = batch::parted(&staying(rows), |place| number(rows, place));
    for one in &found {
        let Some(&kept) = one.parts.first() else { continue };
        let Some(sum) = rows.get_mut(one.sum) else { continue };
        sum.fate = Fate::Copy { kept, why: Why::Parts };
        let (value_on, batch) = (sum.transaction.value_on, sum.transaction.batch.clone());
        for part in &one.parts {
            let Some(part) = rows.get_mut(*part) else { continue };
            part.transaction.value_on = part.transaction.value_on.or(value_on);
            if part.transaction.batch.is_none() {
                part.transaction.batch.clone_from(&batch);
            }
        }
    }
    found
}

/// Decides among the rows of each id.
fn by_id(rows: &mut [Entry]) {
    let mut order: Vec<(&str, usize)> =
        rows.iter().enumerate().map(|(place, row)| (row.transaction.id.as_str(), place)).collect();
    order.sort_unstable();
    let mut fates: Vec<(usize, Fate)> = Vec::new();
    for same in order.chunk_by(|left, right| left.0 == right.0).filter(|same| same.len() > 1) {
        let member = |place: usize| rows.get(place).map(|row| (place, &row.transaction));
        let members: Vec<(usize, &Transaction)> =
            same.iter().filter_map(|&(_, place)| member(place)).collect();
        let booked = members.iter().find(|(_, row)| row.status == Status::Booked);
        let Some(&first) = booked.or(members.first()) else { continue };
        let (kept, stays) = event::told_best(gateway::knows_what_moved(first, &members), &members);
        let mut content = None;
        for &(place, row) in members.iter().filter(|member| member.0 != kept) {
            let converted = gateway::gives_no_id_twice(row) && gateway::gives_no_id_twice(stays);
            let fate = if row.status != stays.status
                && row.account == stays.account
                && (row.currency() == stays.currency() || converted)
            {
                Fate::Copy { kept, why: Why::Booked }
            } else if row == stays || *content.get_or_insert_with(|| Content::of(stays)) == Content::of(row) {
                Fate::Copy { kept, why: Why::Repeated }
            } else if gateway::one_payment(stays, row) {
                Fate::Copy { kept, why: Why::OnePayment }
            } else if event::under_one_id(stays, row) {
                Fate::Copy { kept, why: Why::OneEvent }
            } else {
                Fate::Contradicts { kept }
            };
            fates.push((place, fate));
        }
    }
    give(rows, fates);
}

/// Gives rows their fate; a row of a gateway, or of several sources, that stays for a copy takes from it what it does not
/// say.
fn give(rows: &mut [Entry], fates: impl IntoIterator<Item = (usize, Fate)>) {
    for (place, fate) in fates {
        let Some(row) = rows.get_mut(place) else { continue };
        row.fate = fate;
        let Fate::Copy { kept, why } = fate else { continue };
        let Some([row, kept]) = two(rows, place, kept) else { continue };
        let (row, kept) = (&row.transaction, &mut kept.transaction);
        if why == Why::OneEvent || why == Why::Repeated && row.source != kept.source {
            take::of_event(kept, row);
        } else {
            gateway::take_what_lacks(kept, row);
        }
    }
}

/// Two rows at a time.
fn two(rows: &mut [Entry], one: usize, other: usize) -> Option<[&mut Entry; 2]> {
    rows.get_disjoint_mut([one, other]).ok()
}

/// Sorts the rows into what [`Linked`] tells.
fn finish(rows: Vec<Entry>, batches: Vec<batch::Parted>) -> Linked {
    let named = |place: usize| {
        rows.get(place).map(|entry| Row {
            input: entry.input,
            row: entry.row,
            id: entry.transaction.id.clone(),
        })
    };
    let mut linked = Linked::default();
    for entry in &rows {
        let dropped = Row { input: entry.input, row: entry.row, id: entry.transaction.id.clone() };
        match entry.fate {
            Fate::Stays => {}
            Fate::Copy { kept, why } => {
                if let Some(kept) = named(survivor(&rows, kept)) {
                    linked.copies.push(Copy { dropped, kept, why });
                }
            }
            Fate::Contradicts { kept } => {
                let other = rows.get(kept).map_or((0, 0), |kept| (kept.input + 1, kept.row + 1));
                let message = format!(
                    "row {} of input {} has the id of row {} of input {} and says something else; only the latter is used",
                    entry.row + 1,
                    entry.input + 1,
                    other.1,
                    other.0,
                );
                linked.errors.push(Error::new(Code::InputDuplicateId, message).at_row(dropped.id));
            }
        }
    }
    for one in batches {
        let parts = one.parts.iter().filter_map(|part| named(survivor(&rows, *part))).collect();
        linked.batches.extend(named(one.sum).map(|sum| Parted { sum, parts }));
    }
    linked.batches.sort_unstable_by(|a, b| a.sum.cmp(&b.sum));
    linked.transactions =
        rows.into_iter().filter(|row| matches!(row.fate, Fate::Stays)).map(|row| row.transaction).collect();
    let other = |copy: &&Copy| copy.dropped.id != copy.kept.id && copy.why != Why::Parts;
    let names = |copy: &Copy| (copy.dropped.id.clone(), copy.kept.id.clone());
    let stays_for = linked.copies.iter().filter(other).map(names).collect();
    reversal::link(&mut linked.transactions, &stays_for);
    linked.payouts = payouts(&linked.transactions);
    linked
}

#[cfg(test)]
mod tests;
