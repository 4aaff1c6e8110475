//! What was settled before, found by the ids under which a bank or a gateway speaks of it again.
#![allow(clippy::indexing_slicing)] // a kernel: rows come from the tables that they index

use crate::matching::index::days;
use crate::model::Settlement;
use crate::money::Currency;
use std::collections::BTreeMap;

/// Settlements by ids. Texts lie one behind the other: there may be years of them.
#[derive(Default)]
pub(crate) struct Earlier {
    rows: Vec<Posted>,
    texts: String,
    /// Ordered by text, then by row.
    keys: Vec<(Text, u32)>,
}

/// A part of the texts.
#[derive(Clone, Copy, Debug, Default)]
struct Text {
    start: usize,
    length: u32,
}

/// One settlement.
#[derive(Clone, Copy, Debug)]
struct Posted {
    invoice: Text,
    /// The transaction that settled it, or an id of the gateway: rows of one payment share it.
    payment: Text,
    amount: i64,
    currency: Currency,
    day: i32,
    /// Posted by a gateway: no transaction is known.
    by_gateway: bool,
}

/// What a payment of the past settled, less what was taken back of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Paid<'a> {
    pub payment: &'a str,
    pub by_gateway: bool,
    pub parts: Vec<PaidPart<'a>>,
    /// The first day on which a part was settled.
    pub day: i32,
}

/// What it settled of one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PaidPart<'a> {
    pub invoice: &'a str,
    /// Settled, and still so.
    pub settled: i64,
    /// Settled, and taken back again.
    pub taken_back: i64,
    pub currency: Currency,
}

impl Earlier {
    pub fn new(settlements: &[Settlement]) -> Self {
        let mut out = Earlier::default();
        settlements.iter().for_each(|settlement| {
            out.put(settlement);
        });
        let texts = &out.texts;
        out.keys.sort_unstable_by(|a, b| (cut(texts, a.0), a.1).cmp(&(cut(texts, b.0), b.1)));
        out
    }

    /// Takes one more in.
    pub fn add(&mut self, settlement: &Settlement) {
        let start = self.put(settlement);
        for key in self.keys.split_off(start) {
            let text = cut(&self.texts, key.0);
            let at = self.keys.partition_point(|other| (cut(&self.texts, other.0), other.1) < (text, key.1));
            self.keys.insert(at, key);
        }
    }

    /// Writes a settlement down with its keys behind all others; answers where these start.
    fn put(&mut self, settlement: &Settlement) -> usize {
        let start = self.keys.len();
        let row = self.rows.len() as u32;
        let own = settlement.transaction.as_deref().filter(|id| !id.trim().is_empty());
        let external = settlement.external_ids.iter().map(String::as_str).filter(|id| !id.trim().is_empty());
        let mut ids: Vec<&str> = own.into_iter().chain(external).collect();
        // A host that keeps no ids still knows what was paid, and when.
        let day = days(settlement.settled_on);
        let nameless = format!("{NAMELESS}{}{NAMELESS}{day}", settlement.invoice);
        let by_gateway = own.is_none() && !ids.is_empty();
        if ids.is_empty() {
            ids.push(&nameless);
        }
        let payment = ids.first().copied().unwrap_or_default();
        let (invoice, payment) = (self.text(&settlement.invoice), self.text(payment));
        self.rows.push(Posted {
            invoice,
            payment,
            amount: settlement.amount.minor(),
            currency: settlement.amount.currency(),
            day,
            by_gateway,
        });
        ids.sort_unstable();
        ids.dedup();
        for id in ids {
            let text = self.text(id);
            self.keys.push((text, row));
        }
        start
    }

    fn text(&mut self, text: &str) -> Text {
        let start = self.texts.len();
        self.texts.push_str(text);
        Text { start, length: text.len() as u32 }
    }

    /// Whether a transaction was booked as one that takes a settlement back.
    pub fn has_taken_back(&self, id: &str) -> bool {
        self.of(id).any(|row| self.rows[row as usize].amount < 0)
    }

    /// The payments that an id names, the latest first.
    pub fn named(&self, id: &str) -> Vec<Paid<'_>> {
        self.named_with(id, &[])
    }

    /// The same, where `others` are names of the same payment: what was taken back may stand under one of these.
    pub fn named_with(&self, id: &str, others: &[&str]) -> Vec<Paid<'_>> {
        let mut payments: BTreeMap<&str, Paid<'_>> = BTreeMap::new();
        let mut rows: Vec<u32> = self.of(id).take(MOST_OF_ID).collect();
        let wanted: Vec<&str> =
            rows.iter().map(|at| cut(&self.texts, self.rows[*at as usize].payment)).collect();
        rows.extend(others.iter().filter(|other| **other != id).flat_map(|id| self.of(id).take(MOST_OF_ID)));
        rows.sort_unstable();
        rows.dedup();
        for row in rows {
            let row = &self.rows[row as usize];
            let payment = cut(&self.texts, row.payment);
            let paid = payments.entry(payment).or_insert(Paid {
                payment,
                by_gateway: row.by_gateway,
                parts: Vec::new(),
                day: i32::MAX,
            });
            paid.add(cut(&self.texts, row.invoice), row);
        }
        // What was taken back under a name of its own was taken from the payments that share the id with it.
        let mut lost: Vec<(&str, i64)> = Vec::new();
        for part in payments.values().flat_map(|paid| &paid.parts).filter(|part| part.settled < 0) {
            lost.push((part.invoice, part.settled));
        }
        for paid in payments.values_mut() {
            for part in paid.parts.iter_mut().filter(|part| part.settled > 0) {
                for lost in lost.iter_mut().filter(|lost| lost.0 == part.invoice) {
                    let taken = part.settled.min(lost.1.saturating_neg());
                    part.settled -= taken;
                    part.taken_back += taken;
                    lost.1 += taken;
                }
            }
        }
        let mut out: Vec<Paid<'_>> = payments.into_values().collect();
        for paid in &mut out {
            paid.parts.retain(|part| part.settled >= 0 && (part.settled > 0 || part.taken_back > 0));
        }
        out.retain(|paid| !paid.parts.is_empty() && wanted.contains(&paid.payment));
        out.sort_by(|a, b| b.day.cmp(&a.day).then_with(|| a.payment.cmp(b.payment)));
        out
    }

    /// All payments of the past with something that is still settled, each under the id that names it first.
    pub fn all(&self) -> Vec<Paid<'_>> {
        let mut ids: Vec<&str> = self.rows.iter().map(|row| cut(&self.texts, row.payment)).collect();
        ids.sort_unstable();
        ids.dedup();
        let of = |id: &&str| self.named(id).into_iter().find(|paid| paid.payment == *id);
        let left = self.left();
        // Under whatever id it was taken back: more than is left of an item cannot be.
        let still = |part: &PaidPart<'_>| {
            part.settled > 0 && left.get(part.invoice).is_none_or(|left| *left >= part.settled)
        };
        ids.iter().filter_map(of).filter(|paid| paid.parts.iter().any(still)).collect()
    }

    /// What is still settled of each item of which something was taken back.
    fn left(&self) -> BTreeMap<&str, i64> {
        let item = |row: &Posted| cut(&self.texts, row.invoice);
        let mut left: BTreeMap<&str, i64> =
            self.rows.iter().filter(|row| row.amount < 0).map(|row| (item(row), 0)).collect();
        if !left.is_empty() {
            for row in &self.rows {
                if let Some(sum) = left.get_mut(item(row)) {
                    *sum = sum.saturating_add(row.amount);
                }
            }
        }
        left
    }

    fn of(&self, id: &str) -> impl Iterator<Item = u32> {
        let text = |key: &(Text, u32)| cut(&self.texts, key.0);
        let start = self.keys.partition_point(|key| text(key) < id);
        self.keys[start..].iter().take_while(move |key| cut(&self.texts, key.0) == id).map(|key| key.1)
    }
}

/// Settlements under one id that are looked at.
const MOST_OF_ID: usize = 400;
/// Begins the name of a settlement that has no id: no bank and no gateway prints it.
const NAMELESS: char = '\u{1}';

fn cut(texts: &str, text: Text) -> &str {
    texts.get(text.start..text.start + text.length as usize).unwrap_or_default()
}

impl<'a> Paid<'a> {
    fn add(&mut self, invoice: &'a str, row: &Posted) {
        self.day = self.day.min(row.day);
        let at = self.parts.iter().position(|part| part.invoice == invoice && part.currency == row.currency);
        let at = at.unwrap_or_else(|| {
            self.parts.push(PaidPart { invoice, settled: 0, taken_back: 0, currency: row.currency });
            self.parts.len() - 1
        });
        let part = &mut self.parts[at];
        part.settled = part.settled.saturating_add(row.amount);
        if row.amount < 0 {
            part.taken_back = part.taken_back.saturating_sub(row.amount);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Amount;

    fn settlement(invoice: &str, minor: i64, transaction: &str, external: &[&str]) -> Settlement {
        Settlement {
            invoice: invoice.into(),
            amount: Amount::new(minor, Currency::EUR),
            settled_on: chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap(),
            transaction: Some(transaction.to_string()).filter(|id| !id.is_empty()),
            external_ids: external.iter().map(ToString::to_string).collect(),
        }
    }

    fn parts(earlier: &Earlier, id: &str) -> Vec<(String, i64, i64)> {
        let all = earlier.named(id).into_iter().flat_map(|paid| paid.parts);
        all.map(|part| (part.invoice.to_string(), part.settled, part.taken_back)).collect()
    }

    #[test]
    fn a_payment_is_found_by_each_of_its_ids() {
        let earlier = Earlier::new(&[
            settlement("a", 100, "t1", &["pi_1", "ch_1"]),
            settlement("b", 50, "t1", &["pi_1", "ch_1"]),
            settlement("c", 70, "", &["pi_2"]),
        ]);
        for id in ["t1", "pi_1", "ch_1"] {
            assert_eq!(parts(&earlier, id), [("a".into(), 100, 0), ("b".into(), 50, 0)]);
        }
        assert!(earlier.named("pi_2")[0].by_gateway);
        assert_eq!(parts(&earlier, "pi_"), []);
    }

    #[test]
    fn one_more_is_as_if_it_had_been_there() {
        let rows = [settlement("b", 50, "t2", &["pi_1"]), settlement("a", 100, "t1", &["pi_1", "ch_1"])];
        let whole = Earlier::new(&rows);
        let mut added = Earlier::new(&rows[..1]);
        added.add(&rows[1]);
        for id in ["t1", "t2", "pi_1", "ch_1", "x"] {
            assert_eq!(parts(&whole, id), parts(&added, id), "{id}");
        }
    }

    #[test]
    fn what_was_taken_back_is_not_settled_any_more() {
        let same = Earlier::new(&[settlement("a", 100, "t1", &[]), settlement("a", -40, "t1", &[])]);
        assert_eq!(parts(&same, "t1"), [("a".into(), 60, 40)]);
        let own =
            Earlier::new(&[settlement("a", 100, "t1", &["pi_1"]), settlement("a", -100, "r1", &["pi_1"])]);
        assert_eq!(parts(&own, "pi_1"), [("a".into(), 0, 100)]);
        assert_eq!(own.named("pi_1").len(), 1, "what takes back is no payment");
        assert!(own.has_taken_back("r1") && !own.has_taken_back("t1"));
        assert!(own.named("t1")[0].parts[0].settled == 100, "only what shares the id is known");
    }
}
