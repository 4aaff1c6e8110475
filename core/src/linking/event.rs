//! One entry of an account as several sources tell it: an intraday report, a statement and a notification, or statements
//! in two formats.
//!
//! # Design
//! Sources give one entry other ids, texts and references, so nothing alone says that two rows are one. They are taken as
//! one where account, amount, currency, status and day (of booking or of value) are the same and
//! - a reference is the same: of the bank, end-to-end, of the payment, of the creditor, a cheque's number; or
//! - the name or the account of the other side and the remittance are, and neither is empty,
//!
//! and where nothing contradicts: another IBAN of the other side, a name without a common word, another end-to-end id,
//! creditor's reference, mandate or cheque. Two rows of one source are never one. Where n rows of a source share all that, n rows of the other must too:
//! they are paired in the order of their sources. Otherwise all stay, since nobody knows which is which. What says more
//! goes first: a reference with the text and the name, then the reference alone, then the text. A row without an account
//! is nobody's copy.
//!
//! Of an event the row of the source that tells most reliably stays ([`teller`]), whatever the order of the inputs, and
//! takes from the others what it does not say.

use super::accounts::Accounts;
use super::content::plain;
use super::said::{contradict, cut_references, is_swift, references, same_day, value_day};
use crate::model::{ReferenceKind, Status, Transaction};
use crate::money::Amount;
use chrono::NaiveDate;
use rustc_hash::FxHashMap;

/// Sources that one entry is looked for in.
const MOST_TELLERS: usize = 8;

/// References that tell an entry of a day and an amount.
const TELLING: &[ReferenceKind] = &[
    ReferenceKind::Bank,
    ReferenceKind::EndToEnd,
    ReferenceKind::Payment,
    ReferenceKind::Creditor,
    ReferenceKind::Cheque,
];

/// Who tells a row; of several the least stays: the bank's statement before what is told in its stead, and a
/// notification before an intraday report.
pub(super) fn teller(row: &Transaction) -> (u8, &str) {
    let source = row.source.as_ref();
    let rank = match source {
        "camt053" => 0,
        "mt940" => 2,
        "ofx" | "csv" | "qif" => 3,
        "camt054" => 4,
        "camt052" => 5,
        "mt942" => 6,
        _ => 1,
    };
    (rank, source)
}

/// Whether two rows that have one id, which is the bank's reference, tell of one entry, each in the words of its source.
pub(super) fn under_one_id(one: &Transaction, other: &Transaction) -> bool {
    one.source != other.source
        && (one.status, one.amount) == (other.status, other.amount)
        && one.account.is_some()
        && one.account == other.account
        && same_day(one, other)
        && !contradict(one, other)
}

/// The row that stays of those under one id that tell of the same entry as this one.
pub(super) fn told_best<'a>(
    first: (usize, &'a Transaction),
    members: &[(usize, &'a Transaction)],
) -> (usize, &'a Transaction) {
    let same = members.iter().filter(|member| under_one_id(first.1, member.1));
    same.copied().chain([first]).min_by_key(|member| teller(member.1)).unwrap_or(first)
}

/// Rows that tell of an entry that another row tells of too: pairs of the places that came with them, the row left out
/// and the one that stays. `number` says which row of its input stands at a place.
pub(super) fn told_again(
    rows: &[(usize, &Transaction)],
    number: impl Fn(usize) -> usize,
) -> Vec<(usize, usize)> {
    let Some(first) = rows.first() else { return Vec::new() };
    if rows.iter().all(|(_, row)| row.source == first.1.source) {
        return Vec::new();
    }
    let accounts = Accounts::of(rows.iter().map(|(_, row)| *row));
    let mut members: Vec<Member<'_>> = rows
        .iter()
        .filter_map(|&(place, row)| {
            let slot = (accounts.get(row)?, row.amount, row.status == Status::Booked);
            Some(Member { slot, teller: teller(row), number: number(place), place, row })
        })
        .collect();
    members.sort_unstable_by(|a, b| a.order().cmp(&b.order()));
    let mut pairs = Vec::new();
    for slot in members.chunk_by(|a, b| a.slot == b.slot) {
        if slot.first().map(|one| one.teller) != slot.last().map(|one| one.teller) {
            Slot::of(slot).link(&mut pairs);
        }
    }
    pairs
}

/// A row among those of its account, amount and status.
struct Member<'a> {
    slot: (u32, Amount, bool),
    teller: (u8, &'a str),
    number: usize,
    place: usize,
    row: &'a Transaction,
}

impl<'a> Member<'a> {
    /// Not by the place, which depends on the order of the inputs.
    fn order(&self) -> impl Ord + use<'a> {
        let row = self.row;
        (self.slot, self.teller, row.booked_on, self.number, row.id.as_str())
    }
}

/// What a row says, each text by its number.
#[derive(Default)]
struct Said {
    references: Vec<u32>,
    /// The beginnings of long ones.
    cut: Vec<u32>,
    /// The name, and the account, of the other side.
    sides: [u32; 2],
    remittance: u32,
}

/// What rows have in common: a kind of reference, its number, the other side, the remittance.
type Key = (bool, u32, u32, u32);

/// What must be the same, the most telling first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    All,
    ReferenceAndText,
    ReferenceAndName,
    Reference,
    Text,
}

/// Number of an empty text, and of what is not compared.
const EMPTY: u32 = 0;

impl Said {
    fn keys(&self, level: Level, mut add: impl FnMut(Key)) {
        let [name, account] = self.sides;
        let (side, text) = match level {
            Level::All => (name, self.remittance),
            Level::ReferenceAndText => (EMPTY, self.remittance),
            Level::ReferenceAndName => (name, EMPTY),
            Level::Reference => (EMPTY, EMPTY),
            Level::Text => {
                if self.remittance != EMPTY {
                    let sides = [name, account].into_iter().filter(|side| *side != EMPTY);
                    sides.for_each(|side| add((false, EMPTY, side, self.remittance)));
                }
                return;
            }
        };
        self.references.iter().for_each(|reference| add((false, *reference, side, text)));
        self.cut.iter().for_each(|reference| add((true, *reference, side, text)));
    }
}

/// The rows of one account, amount and status, and what is known of them.
struct Slot<'a> {
    members: &'a [Member<'a>],
    said: Vec<Said>,
    /// Of each row the event that it is of.
    event: Vec<usize>,
    /// The rows of each event, of a source each.
    events: Vec<Vec<usize>>,
    /// How many sources tell of these rows.
    tellers: usize,
}

impl<'a> Slot<'a> {
    fn of(members: &'a [Member<'a>]) -> Self {
        let mut numbers: FxHashMap<String, u32> = FxHashMap::default();
        let mut numbered = |text: String| {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX).saturating_add(1);
            if text.is_empty() { EMPTY } else { *numbers.entry(text).or_insert(next) }
        };
        let mut said = |row: &Transaction| {
            let mut all = |keys: &mut dyn Iterator<Item = String>| -> Vec<u32> {
                let mut list: Vec<u32> = keys.map(&mut numbered).collect();
                list.sort_unstable();
                list.dedup();
                list
            };
            let (references, cut) =
                (all(&mut references(row, TELLING)), all(&mut cut_references(row, TELLING)));
            let party = &row.counterparty;
            let account = party.iban.as_deref().or(party.account.as_deref());
            let sides =
                [party.name.as_deref(), account].map(|text| numbered(plain(text.unwrap_or_default())));
            Said { references, cut, sides, remittance: numbered(plain(&row.remittance)) }
        };
        Slot {
            members,
            said: members.iter().map(|member| said(member.row)).collect(),
            event: (0..members.len()).collect(),
            events: (0..members.len()).map(|at| vec![at]).collect(),
            tellers: members.chunk_by(|a, b| a.teller == b.teller).count(),
        }
    }

    fn link(mut self, pairs: &mut Vec<(usize, usize)>) {
        use Level::{All, Reference, ReferenceAndName, ReferenceAndText, Text};
        type Days = fn(&Transaction) -> (NaiveDate, NaiveDate);
        let days: [Days; 3] = [
            |row| (row.booked_on, value_day(row)),
            |row| (row.booked_on, NaiveDate::MIN),
            |row| (value_day(row), NaiveDate::MIN),
        ];
        let mut keyed: Vec<(Key, (NaiveDate, NaiveDate), usize)> = Vec::new();
        for level in [All, ReferenceAndText, ReferenceAndName, Reference, Text] {
            for day in days {
                keyed.clear();
                for (at, (member, said)) in self.members.iter().zip(&self.said).enumerate() {
                    if self.rows_of_event(at).len() < self.tellers.min(MOST_TELLERS) {
                        said.keys(level, |key| keyed.push((key, day(member.row), at)));
                    }
                }
                keyed.sort_unstable();
                for group in keyed.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).filter(|group| group.len() > 1) {
                    let rows: Vec<usize> = group.iter().map(|one| one.2).collect();
                    self.group(&rows, level, group.first().is_some_and(|one| one.0.0));
                }
            }
        }
        for event in &self.events {
            // Members are in the order of their sources, so the first is told best.
            let mut rows: Vec<&Member<'_>> = event.iter().filter_map(|at| self.members.get(*at)).collect();
            rows.sort_unstable_by_key(|member| member.teller);
            if let Some((kept, others)) = rows.split_first() {
                pairs.extend(others.iter().map(|other| (other.place, kept.place)));
            }
        }
    }

    /// Pairs the rows of a key, source by source.
    fn group(&mut self, rows: &[usize], level: Level, cut: bool) {
        let teller = |at: &usize| self.members.get(*at).map(|member| member.teller);
        let runs: Vec<&[usize]> = rows.chunk_by(|a, b| teller(a) == teller(b)).collect();
        for (at, here) in runs.iter().enumerate() {
            for there in runs.iter().skip(at + 1).take(MOST_TELLERS) {
                self.pair(here, there, level, cut);
            }
        }
    }

    /// Pairs the rows of two sources, in their order, if they are as many and nothing contradicts.
    fn pair(&mut self, here: &[usize], there: &[usize], level: Level, cut: bool) {
        let teller = |rows: &[usize]| rows.first().and_then(|at| self.members.get(*at));
        let (Some(one), Some(other)) = (teller(here), teller(there)) else { return };
        // Only the field of SWIFT's line cuts.
        if cut && is_swift(one.row) == is_swift(other.row) {
            return;
        }
        let open = |rows: &[usize], teller: (u8, &str)| -> Vec<usize> {
            rows.iter().copied().filter(|at| !self.is_told_by(*at, teller)).collect()
        };
        let (here, there) = (open(here, other.teller), open(there, one.teller));
        let several = here.len() > 1 && matches!(level, Level::Reference | Level::ReferenceAndText);
        let fits = |(here, there): (&usize, &usize)| {
            self.may_be_one(*here, *there) && !(several && self.named_apart(*here, *there))
        };
        if here.len() != there.len() || !here.iter().zip(&there).all(fits) {
            return;
        }
        here.into_iter().zip(there).for_each(|(here, there)| self.join(here, there));
    }

    fn rows_of_event(&self, at: usize) -> &[usize] {
        self.event.get(at).and_then(|event| self.events.get(*event)).map_or(&[], Vec::as_slice)
    }

    /// Whether a source's row is in the event of this one.
    fn is_told_by(&self, at: usize, teller: (u8, &str)) -> bool {
        let mut rows = self.rows_of_event(at).iter().filter_map(|at| self.members.get(*at));
        rows.any(|member| member.teller == teller)
    }

    /// Whether nothing that is known of two events contradicts that they are one.
    fn may_be_one(&self, here: usize, there: usize) -> bool {
        let (here, there) = (self.rows_of_event(here), self.rows_of_event(there));
        let member = |at: &usize| self.members.get(*at);
        here.len() + there.len() <= MOST_TELLERS
            && here.iter().filter_map(member).all(|one| {
                let mut others = there.iter().filter_map(member);
                others.all(|other| one.teller != other.teller && !contradict(one.row, other.row))
            })
    }

    /// Whether two rows name the other side, and not the same.
    fn named_apart(&self, here: usize, there: usize) -> bool {
        let name = |at: usize| self.said.get(at).map_or(EMPTY, |said| said.sides[0]);
        let (here, there) = (name(here), name(there));
        here != EMPTY && there != EMPTY && here != there
    }

    fn join(&mut self, here: usize, there: usize) {
        let (Some(&to), Some(&from)) = (self.event.get(here), self.event.get(there)) else { return };
        let moved = self.events.get_mut(from).map(core::mem::take).unwrap_or_default();
        for at in &moved {
            if let Some(event) = self.event.get_mut(*at) {
                *event = to;
            }
        }
        if let Some(event) = self.events.get_mut(to) {
            event.extend(moved);
        }
    }
}

#[cfg(test)]
mod tests;
