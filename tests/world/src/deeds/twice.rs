//! What comes twice, and what still says the number of last month.

use super::{Ask, Books, Style, Who, Words};
use crate::draft::{Payer, Payment};
use crate::{Kind, Random};
use chrono::Days;
use payymo::model::{ReferenceKind, Status};

impl Books {
    fn copy(&mut self, of: usize, change: impl FnOnce(&mut Payment)) {
        let mut copy = self.draft.payments[of].clone();
        copy.parts.clear();
        change(&mut copy);
        self.draft.payments.push(copy);
    }

    fn group_copies(&mut self, of: usize) -> Option<u32> {
        self.copies += 1;
        self.draft.payments[of].copies = Some(self.copies);
        Some(self.copies)
    }

    /// An item to pay twice. Where no number is told it is the only one of its amount: else the second payment would
    /// be that of the other one.
    fn single(&self, random: &mut Random, words: &Words) -> Option<usize> {
        let fits = |at: &usize| *words == Words::Numbers || self.alone(*at);
        (0..200).filter_map(|_| self.untouched(random, 1)).find(fits)
    }

    /// Whether its owner has nothing else open of the same amount.
    fn alone(&self, item: usize) -> bool {
        let owner = &self.clients[self.draft.items[item].party];
        let total = self.draft.items[item].invoice.open;
        owner.open.iter().filter(|other| self.draft.items[**other].invoice.open == total).count() < 2
    }

    pub(super) fn paid_twice(&mut self, style: &dyn Style, random: &mut Random) -> Option<()> {
        let words = self.words(random);
        let item = self.single(random, &words)?;
        let client = self.draft.items[item].party;
        let first = self.pay(style, random, Kind::PaidTwice, &[item], self.left(item), (words, Who::Own));
        if !self.draft.payments[first].named && !self.alone(item) {
            return Some(());
        }
        let copies = self.group_copies(first);
        let day = self.business(self.draft.payments[first].row.booked_on + Days::new(random.below(18)));
        self.copy(first, |copy| {
            copy.row.booked_on = day;
            copy.row.value_on = copy.row.value_on.map(|_| day);
            copy.row
                .references
                .retain(|entry| !matches!(entry.kind, ReferenceKind::Bank | ReferenceKind::Payment));
            copy.copies = copies;
            // Where a twin is open, the second may be for that one.
            if std::mem::take(&mut copy.named) {
                copy.payer = Payer::Known(client);
            }
        });
        Some(())
    }

    /// A standing order, or a form letter, with the number of an item that is settled.
    pub(super) fn standing_order(&mut self, style: &dyn Style, random: &mut Random) -> Option<()> {
        let (item, old) = (0..600).find_map(|_| {
            let item = self.untouched(random, 1)?;
            let total = self.draft.items[item].invoice.total;
            let closed = &self.clients[self.draft.items[item].party].closed;
            let old = closed.iter().copied().find(|&at| self.draft.items[at].invoice.total == total)?;
            Some((item, old))
        })?;
        let gross = self.left(item);
        let ask = Ask {
            kind: Kind::StandingOrderOldNumber,
            client: Some(self.draft.items[item].party),
            numbers: vec![self.number(old)],
            shares: vec![gross],
            amount: payymo::money::Amount::new(gross, self.currency(item)),
            day: self.pay_day(random, &[item]),
            words: Words::Other,
            who: Who::Own,
        };
        let printed = style.print(self, random, &ask);
        let part = self.draft.take(item, gross);
        self.enter(&ask, printed, vec![part]);
        Some(())
    }

    /// An ordinary payment that the files hold twice.
    pub(super) fn copied(&mut self, style: &dyn Style, kind: Kind, random: &mut Random) -> Option<()> {
        let words = self.words(random);
        let item = self.single(random, &words)?;
        let first = self.pay(style, random, kind, &[item], self.left(item), (words, Who::Own));
        if kind == Kind::OverlapCopy && !self.draft.payments[first].named && !self.alone(item) {
            return Some(());
        }
        if kind == Kind::PendingCopy {
            let (from, early) = (self.from, random.below(4));
            let short = random.chance(250);
            self.copy(first, |copy| {
                copy.row.status = Status::Pending;
                copy.row.booked_on = (copy.row.booked_on - Days::new(early)).max(from);
                copy.row.value_on = None;
                copy.row.references.retain(|entry| entry.kind != ReferenceKind::Bank);
                if short {
                    copy.row.remittance =
                        copy.row.remittance.chars().take(32).collect::<String>().trim().to_owned();
                }
                copy.named = true;
            });
        } else if random.chance(500) {
            self.draft.payments[first].twice = true;
        } else {
            let copies = self.group_copies(first);
            self.copy(first, |copy| {
                copy.copies = copies;
                copy.named = true;
            });
        }
        Some(())
    }
}
