//! Competition and assignment: an item's open amount is spent once, whoever claims it.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::rivals::{CopyOf, compete, softmax};
use crate::matching::index::{Index, NONE};
use crate::matching::payment::features::Payment;
use crate::matching::per_row::PerRow;
use crate::matching::weigh::hypothesis::Explanation;
use crate::matching::weigh::scored::Scored;
use rustc_hash::FxHashSet;

/// What became of a payment.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Choice {
    /// Row of the explanation among all.
    pub row: usize,
    /// Which of its items it settles.
    pub taken: Taken,
    /// Probability after its rivals and after what others claim.
    pub probability: f64,
    /// A likelier explanation by items was already spent by an equal payment.
    pub surplus: bool,
    /// A likelier explanation by items was already spent by another payment.
    pub displaced: bool,
}

/// Which of an explanation's items a payment settles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    /// Those that it says.
    Own,
    /// The oldest twin that was left.
    Twin(u32),
    /// None: an equal payment was first.
    Nothing,
}

/// What became of all payments, in their order.
pub(crate) struct Assigned {
    pub choices: Vec<Choice>,
    /// Of all explanations, by row: probability after what others claim.
    pub posterior: Vec<f64>,
}

/// Gives every payment its most likely explanation that still has something left to settle. `returned` are the rows of
/// payments that come back wholly: they leave to others what they settle.
pub(crate) fn assign(
    index: &Index,
    payments: &[Payment],
    scored: &Scored,
    returned: &FxHashSet<u32>,
    threads: usize,
) -> Assigned {
    let mut posterior = vec![0.0; scored.rows()];
    for at in 0..payments.len() {
        let range = scored.range(at);
        softmax(&mut posterior[range], scored.of(at).map(|h| h.score));
    }
    let stays = |at: u32| !returned.contains(&payments[at as usize].row);
    let contested = contested(index, payments, scored, stays);
    let copies = copies(&contested, payments, scored);
    // Bank rows of ledgers know their rivals already.
    let rivals: Vec<u32> = contested.iter().copied().filter(|at| !payments[*at as usize].weighed).collect();
    compete(index, &rivals, &copies, scored, &mut posterior, threads);
    // Likeliest first; equal payments in the order of their dates; rows are in the order of ids.
    let mut order: Vec<Claim> =
        Vec::with_capacity(contested.iter().map(|at| scored.range(*at as usize).len()).sum());
    for at in &contested {
        let rows = scored.range(*at as usize);
        let claim = |(row, place): (usize, u32)| Claim { less: -posterior[row], payment: *at, place };
        order.extend(rows.zip(0..).map(claim));
    }
    let after = |claim: &Claim| {
        let at = claim.payment as usize;
        (copies[at].rank, payments[at].day, claim.payment, claim.place)
    };
    order.sort_unstable_by(|a, b| a.less.total_cmp(&b.less).then_with(|| after(a).cmp(&after(b))));
    let (items, rows) = (index.items.len(), scored.rows());
    let mut books = Books {
        left: Left { index, spent: PerRow::new(items, rows, 0) },
        spent_by: PerRow::new(items, rows, NONE),
        scored,
        posterior: &posterior,
        copies: &copies,
        lost: vec![(0.0, false); payments.len()],
        out: vec![None; payments.len()],
    };
    for claim in order {
        books.serve(claim.payment, scored.range(claim.payment as usize).start + claim.place as usize);
    }
    // Whom nobody stands in the way of needs no order.
    for at in 0..payments.len() {
        if !stays(at as u32) {
            books.out[at] = first(scored, &posterior, at);
            continue;
        }
        for row in scored.range(at) {
            books.serve(at as u32, row);
        }
    }
    Assigned { choices: books.out.into_iter().flatten().collect(), posterior }
}

/// The likeliest explanation of a payment that stands in nobody's way.
fn first(scored: &Scored, posterior: &[f64], at: usize) -> Option<Choice> {
    let row = scored.range(at).next()?;
    let twin = scored.get(row).twins().first().map_or(Taken::Own, |item| Taken::Twin(*item));
    Some(Choice { row, taken: twin, probability: posterior[row], surplus: false, displaced: false })
}

/// What is left of every item. A mass-payment item and those that it stands for share one open amount.
struct Left<'a> {
    index: &'a Index,
    spent: PerRow<i64>,
}

impl Left<'_> {
    pub fn of(&self, item: u32) -> i64 {
        self.index.items[item as usize].owed().saturating_sub(self.spent.get(item))
    }

    pub fn spend(&mut self, item: u32, amount: i64) {
        let index = self.index;
        self.more(item, amount);
        let mut rest = amount;
        for covered in index.covers(item) {
            let part = self.of(*covered).min(rest).max(0);
            self.more(*covered, part);
            rest -= part;
        }
        for mass in index.covered_by(item) {
            let part = self.of(*mass).min(amount).max(0);
            self.more(*mass, part);
        }
    }

    fn more(&mut self, item: u32, amount: i64) {
        let spent = self.spent.get_mut(item);
        *spent = spent.saturating_add(amount);
    }
}

/// An explanation in the order in which they are served.
struct Claim {
    /// Its probability, negative.
    less: f64,
    payment: u32,
    /// Its place among the payment's explanations.
    place: u32,
}

/// What is left of every item while payments are served.
struct Books<'a> {
    left: Left<'a>,
    /// The payment that took of an item last.
    spent_by: PerRow<u32>,
    scored: &'a Scored,
    posterior: &'a [f64],
    copies: &'a [CopyOf],
    /// Of every payment the probability of what was spent already, and whether by a copy of it.
    lost: Vec<(f64, bool)>,
    out: Vec<Option<Choice>>,
}

impl Books<'_> {
    /// Books an explanation of a payment that has none yet, if enough is left for it.
    fn serve(&mut self, payment: u32, row: usize) {
        let at = payment as usize;
        if self.out[at].is_some() {
            return;
        }
        let explanation = self.scored.get(row);
        let share = self.posterior[row];
        let Some(taken) = self.feasible(explanation) else {
            let blocker = explanation.items().first().map_or(NONE, |item| self.spent_by.get(*item));
            let equal = blocker != NONE && same(self.copies, payment, blocker);
            self.lost[at] = (self.lost[at].0 + share, self.lost[at].1 || equal);
            let likeliest = !self.scored.range(at).any(|other| self.posterior[other] > share);
            if equal && likeliest {
                // The same money again for what it has settled already.
                self.out[at] = Some(Choice {
                    row,
                    taken: Taken::Nothing,
                    probability: share,
                    surplus: true,
                    displaced: true,
                });
            }
            return;
        };
        if explanation.shape.settles() {
            let mut spend = |item: u32, amount: i64| {
                self.left.spend(item, amount);
                *self.spent_by.get_mut(item) = payment;
            };
            match taken {
                Taken::Twin(item) => explanation.amounts().iter().take(1).for_each(|part| spend(item, *part)),
                _ => explanation
                    .items()
                    .iter()
                    .zip(explanation.amounts())
                    .for_each(|(i, part)| spend(*i, *part)),
            }
        }
        let (gone, surplus) = self.lost[at];
        let probability = (share / (1.0 - gone).max(1e-9)).min(1.0);
        self.out[at] = Some(Choice { row, taken, probability, surplus, displaced: gone > 0.02 });
    }

    /// The items that an explanation would settle now, if enough is left of them.
    fn feasible(&self, explanation: Explanation<'_>) -> Option<Taken> {
        if !explanation.shape.settles() {
            return Some(Taken::Own);
        }
        let enough = |item: u32, amount: i64| self.left.of(item) >= amount && amount > 0;
        if !explanation.twins().is_empty() {
            let amount = explanation.amounts().first().copied().unwrap_or(0);
            return explanation
                .twins()
                .iter()
                .find(|item| enough(**item, amount))
                .map(|item| Taken::Twin(*item));
        }
        let mut parts = explanation.items().iter().zip(explanation.amounts());
        parts.all(|(item, amount)| enough(*item, *amount)).then_some(Taken::Own)
    }
}

/// Finds the copies among payments.
fn copies(contested: &[u32], payments: &[Payment], scored: &Scored) -> Vec<CopyOf> {
    let key = |at: u32| {
        let payment = &payments[at as usize];
        let top = scored.of(at as usize).find(|h| h.shape.settles())?;
        Some(((payment.payer, payment.gross, payment.currency, top.items()), payment.day, at))
    };
    let mut order: Vec<_> = contested.iter().filter_map(|at| key(*at)).collect();
    order.sort_unstable();
    let mut out = vec![CopyOf { group: NONE, rank: 0 }; payments.len()];
    for members in order.chunk_by(|a, b| a.0 == b.0).filter(|members| members.len() > 1) {
        for ((_, _, at), rank) in members.iter().zip(0..) {
            out[*at as usize] = CopyOf { group: members[0].2, rank };
        }
    }
    out
}

fn same(copies: &[CopyOf], a: u32, b: u32) -> bool {
    let (a, b) = (copies[a as usize], copies[b as usize]);
    a.group != NONE && a.group == b.group
}

/// Payments that another payment may stand in the way of: they share an item with it.
fn contested(index: &Index, payments: &[Payment], scored: &Scored, stays: impl Fn(u32) -> bool) -> Vec<u32> {
    const SEVERAL: u32 = NONE - 1;
    let mut claimant = PerRow::new(index.items.len(), scored.rows(), NONE);
    let items = |at: u32| {
        let settling = scored.of(at as usize).filter(|h| h.shape.settles());
        let own = settling.flat_map(|h| if h.twins().is_empty() { h.items() } else { h.twins() });
        own.flat_map(|item| [core::slice::from_ref(item), index.covers(*item), index.covered_by(*item)])
            .flatten()
    };
    let all = (0..payments.len() as u32).filter(|at| stays(*at));
    for at in all.clone() {
        for item in items(at) {
            let known = claimant.get_mut(*item);
            *known = if *known == NONE || *known == at { at } else { SEVERAL };
        }
    }
    all.filter(|at| items(*at).any(|item| claimant.get(*item) == SEVERAL)).collect()
}
