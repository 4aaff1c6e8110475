//! What comes twice, and what still says the number of last month.

use super::book::Office;
use super::events::{Who, Words};
use super::text;
use crate::draft::{Payer, probe};
use crate::{Kind, Random};
use chrono::Days;

impl Office {
    /// Money that comes again for no number in particular pays the client's next bill of that amount; so there is none.
    fn to_repeat(&self, random: &mut Random, words: &Words) -> Option<usize> {
        for _ in 0..300 {
            let item = self.untouched(random, 1)?;
            if matches!(words, Words::Numbers) || self.only_one(item) {
                return Some(item);
            }
        }
        None
    }

    /// Whether no other bill of the client is as large.
    fn only_one(&self, item: usize) -> bool {
        let open = |at: usize| self.draft.items[at].invoice.open.minor();
        let bills = &self.clients[self.draft.items[item].party].open;
        bills.iter().all(|other| *other == item || open(*other) != open(item))
    }

    pub fn paid_twice(&mut self, random: &mut Random) -> Option<()> {
        let words = if random.chance(800) { Words::Numbers } else { Words::Vague };
        let item = self.to_repeat(random, &words)?;
        let first = self.pay(random, Kind::PaidTwice, &[item], self.left(item), words, Who::Own);
        if !self.draft.payments[first].named && !self.only_one(item) {
            return Some(());
        }
        let copies = self.group_of_copies(first);
        let client = self.draft.items[item].party;
        let day = self.business(self.draft.payments[first].row.booked_on + Days::new(random.below(16)));
        let reference = random.next();
        self.copy(first, |copy| {
            copy.row.booked_on = day;
            copy.row.value_on = copy.row.value_on.map(|_| day);
            copy.copies = copies;
            // Where a twin is open, the second may be for that one.
            if std::mem::take(&mut copy.named) {
                copy.payer = Payer::Known(client);
            }
            for entry in &mut copy.row.references {
                if entry.kind == payymo::model::ReferenceKind::Bank {
                    entry.value = format!("{}{:09}", text::six(day), reference % 1_000_000_000);
                }
            }
        });
        Some(())
    }

    /// A standing order that still says the number it was set up with.
    pub fn standing_order(&mut self, random: &mut Random) -> Option<()> {
        let mut found = None;
        for _ in 0..300 {
            let item = self.untouched(random, 1)?;
            let client = &self.clients[self.draft.items[item].party];
            let same =
                |&at: &usize| self.draft.items[at].invoice.total == self.draft.items[item].invoice.total;
            if let Some(&old) = client.closed.iter().find(|at| same(at)) {
                found = Some((item, old));
                break;
            }
        }
        let (item, old) = match found {
            Some(pair) => pair,
            None => {
                // Last month's invoice was paid and is no longer listed.
                let item = self.untouched(random, 1)?;
                let unlisted = |at: usize| !self.draft.items[at].listed;
                (item, probe(random, self.draft.items.len(), unlisted)?)
            }
        };
        let number = self.draft.items[old].invoice.number.clone().unwrap_or_default();
        let words = match random.below(3) {
            0 => format!("Dauerauftrag {number}"),
            1 => format!("Rechnung {number}"),
            _ => format!("DAUERAUFTRAG Wartung RE {number}"),
        };
        self.pay(
            random,
            Kind::StandingOrderOldNumber,
            &[item],
            self.left(item),
            Words::Other(words),
            Who::Own,
        );
        Some(())
    }

    /// An ordinary payment that the files hold twice.
    pub fn copied(&mut self, kind: Kind, random: &mut Random) -> Option<()> {
        let words = if random.chance(750) { Words::Numbers } else { Words::Vague };
        let item = self.to_repeat(random, &words)?;
        let first = self.pay(random, kind, &[item], self.left(item), words, Who::Own);
        if kind == Kind::OverlapCopy && !self.draft.payments[first].named && !self.only_one(item) {
            return Some(());
        }
        if kind == Kind::PendingCopy {
            self.pending_copy(first, random);
        } else if random.chance(500) {
            self.draft.payments[first].twice = true;
        } else {
            let day = self.draft.payments[first].row.booked_on;
            let reference = format!("{}{:09}", text::six(day), random.below(1_000_000_000));
            let entry =
                payymo::model::Reference { kind: payymo::model::ReferenceKind::Bank, value: reference };
            let bank = &mut self.draft.payments[first].row.references;
            bank.retain(|reference| reference.kind != payymo::model::ReferenceKind::Bank);
            bank.push(entry);
            let copies = self.group_of_copies(first);
            self.copy(first, |copy| {
                copy.copies = copies;
                copy.named = true;
            });
        }
        Some(())
    }
}
