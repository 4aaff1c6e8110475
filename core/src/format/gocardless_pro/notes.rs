//! What was not taken, or only half known, counted.

use crate::error::{Code, Error};
use std::collections::BTreeMap;

/// Counts of what is told once an input.
#[derive(Default)]
pub(super) struct Notes {
    nothing: BTreeMap<(String, &'static str), u64>,
    events_alone: u64,
    assumed_days: u64,
    items_without_payout: u64,
    fees_without_payout: u64,
    fees_differ: u64,
    sums_differ: u64,
    pub(super) more: bool,
}

impl Notes {
    /// An object that moves no money, and why.
    pub(super) fn nothing(&mut self, name: &str, why: &'static str) {
        *self.nothing.entry((name.to_owned(), why)).or_default() += 1;
    }

    pub(super) fn events_alone(&mut self, count: usize) {
        self.events_alone += count as u64;
    }

    pub(super) fn assumed_day(&mut self) {
        self.assumed_days += 1;
    }

    pub(super) fn items_without_payout(&mut self, count: usize) {
        self.items_without_payout += count as u64;
    }

    pub(super) fn fee_without_payout(&mut self) {
        self.fees_without_payout += 1;
    }

    pub(super) fn fees_differ(&mut self) {
        self.fees_differ += 1;
    }

    pub(super) fn items_do_not_add_up(&mut self) {
        self.sums_differ += 1;
    }

    /// What moves no money.
    pub(super) fn not_taken(&self) -> Vec<String> {
        let one = |((name, why), count): (&(String, &'static str), &u64)| {
            format!("{count} × GoCardless `{name}`: {why}")
        };
        let mut said: Vec<String> = self.nothing.iter().map(one).collect();
        if self.events_alone > 0 {
            said.push(format!(
                "{} events of payments, refunds or payouts that are not in the input: an event tells no amount; give the objects too",
                self.events_alone
            ));
        }
        said
    }

    /// The warnings of an input.
    pub(super) fn warnings(&self) -> Vec<Error> {
        let not_taken =
            self.not_taken().into_iter().map(|said| Error::new(Code::GocardlessProUnsupported, said));
        let mut said = Vec::new();
        let mut add = |count: u64, what: &str| {
            if count > 0 {
                said.push(format!("{count} {what}"));
            }
        };
        add(
            self.assumed_days,
            "payments or refunds that came back without the event that says when: taken on the day of the payment",
        );
        add(self.items_without_payout, "items whose payout is not known: give the payout in the same input");
        add(
            self.fees_without_payout,
            "fees of payouts that are not in the input: not booked, since the payout's own row holds them",
        );
        add(self.fees_differ, "payouts whose fee items are not what was deducted: what was deducted holds");
        add(self.sums_differ, "payouts that are not the sum of their items: items may be missing");
        if self.more {
            said.push("the list has a cursor behind it: there are further pages".to_owned());
        }
        not_taken
            .chain(said.into_iter().map(|said| Error::new(Code::GocardlessProIncomplete, said)))
            .collect()
    }
}
