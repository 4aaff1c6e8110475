//! From chosen explanations to the result: `auto` or `review`, evidence, rivals, what is left.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::assign::{Assigned, Choice, Taken};
use super::calibration;
use super::doubt::{self, Doubt};
use super::settle::{Ledger, first_source, label_short, left, match_id, merge_instalments, summary};
use crate::matching::hash::push_hex;
use crate::matching::index::NONE;
use crate::matching::options::Options;
use crate::matching::payment::features::Payment;
use crate::matching::per_row::PerRow;
use crate::matching::result::{
    Allocation, Alternative, Bound, Decision, Difference, DifferenceKind, DifferenceOf, Engine, Evidence,
    Match, MatchKind, Reconciliation, ReviewReason, Source, Target, Uncalibrated, Unmatched, UnmatchedReason,
};
use crate::matching::threads::in_parts;
use crate::matching::weigh::clue::{About, Clue, Weighed};
use crate::matching::weigh::hypothesis::{Explanation, Shape};
use crate::matching::weigh::parameters;
use crate::matching::weigh::scored::Scored;
use crate::model::Transaction;
use crate::money::{Amount, Currency};
use core::ops::Range;
use rust_decimal::{Decimal, RoundingStrategy};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// An explanation by items below this is not proposed; it is shown as the nearest.
const LEAST_PROPOSED: f64 = 0.25;

/// An explanation by items from which on it is a rival that makes a payment ambiguous.
const LEAST_RIVAL: f64 = 0.1;

/// Decides every payment. `forget` says whether the explanations are needed by nobody else.
pub(crate) fn decide(
    ledger: &Ledger<'_>,
    payments: &[Payment],
    scored: &mut Scored,
    assigned: &Assigned,
    refused: &[(u32, UnmatchedReason)],
    forget: bool,
) -> Reconciliation {
    let mut settled = PerRow::new(ledger.index.items.len(), scored.rows(), 0_i64);
    let mut unmatched: Vec<Unmatched> = refused
        .iter()
        .map(|(row, reason)| Unmatched {
            transaction: ledger.transactions[*row as usize].id.clone(),
            reason: *reason,
            nearest: Vec::new(),
        })
        .collect();
    let mut all = Part::default();
    for (block, own) in scored.by_block() {
        let one = |at: u32| One::at(ledger, payments, scored, assigned, at as usize);
        let part = |range: Range<usize>| {
            let mut part = Part::default();
            own[range].iter().for_each(|at| part.take(*at, &one(*at)));
            part
        };
        in_parts(own.len(), ledger.threads, part).into_iter().for_each(|part| all.add(part));
        // What is written needs no explanation any more: its memory is for what is written next.
        if forget {
            scored.forget(block);
        }
    }
    for (item, amount) in core::mem::take(&mut all.settled) {
        let sum = settled.get_mut(item);
        *sum = sum.saturating_add(amount * ledger.index.items[item as usize].sign());
    }
    let Part { mut matches, mut singles, unmatched: others, .. } = all;
    put_in_order(&mut matches, &singles);
    singles.sort_unstable();
    unmatched.extend(others);
    let mut matches = merge_instalments(matches, &singles);
    for found in &mut matches {
        // An instalment is another match than its parts.
        if found.id.is_empty() {
            found.id = match_id(found);
        }
        // Only now is it known which payments are parts of one item.
        if found.decision == Decision::Auto && !ledger.options.auto.allows_kind(found.kind) {
            (found.decision, found.review) = (Decision::Review, Some(ReviewReason::Scope));
        }
    }
    matches.sort_by(|a, b| first_source(a).cmp(&first_source(b)).then_with(|| a.id.cmp(&b.id)));
    unmatched.sort_by(|a, b| a.transaction.cmp(&b.transaction));
    let open_invoices = left(ledger, &settled);
    label_short(&open_invoices, &mut matches);
    let as_of = ledger
        .options
        .as_of
        .or_else(|| ledger.transactions.iter().map(|t| t.booked_on).max())
        .or_else(|| ledger.index.last_issued())
        // Without any row the result speaks of no day: the first of the calendar of computers, which every language reads.
        .unwrap_or_default();
    Reconciliation {
        version: 1,
        as_of,
        engine: ledger.engine.clone(),
        summary: summary(&matches, &unmatched),
        open_invoices,
        matches,
        unmatched,
        bound: Bound::SHIPPED,
        errors: Vec::new(),
        warnings: Vec::new(),
        limits: Vec::new(),
    }
}

/// Puts matches in the order of their payments, without room for a second one of each.
fn put_in_order(matches: &mut [Match], payments: &[(u32, u32)]) {
    let mut order: Vec<u32> = (0..payments.len() as u32).collect();
    order.sort_unstable_by_key(|at| payments[*at as usize]);
    let mut rank = vec![0; order.len()];
    order.iter().zip(0..).for_each(|(at, place)| rank[*at as usize] = place);
    for at in 0..matches.len() {
        while rank[at] != at {
            let place = rank[at];
            matches.swap(at, place);
            rank.swap(at, place);
        }
    }
}

/// What some payments came to.
#[derive(Default)]
struct Part {
    matches: Vec<Match>,
    /// Of each match the payment, and the item, where it settles one by one payment.
    singles: Vec<(u32, u32)>,
    unmatched: Vec<Unmatched>,
    /// What each item got.
    settled: Vec<(u32, i64)>,
}

impl Part {
    /// Adds what others came to.
    fn add(&mut self, other: Part) {
        self.matches.extend(other.matches);
        self.singles.extend(other.singles);
        self.unmatched.extend(other.unmatched);
        self.settled.extend(other.settled);
    }

    fn take(&mut self, at: u32, one: &One<'_>) {
        if let Some(reason) = one.reason() {
            self.unmatched.push(one.unmatched(reason));
            return;
        }
        let mut found = one.found();
        found.id = match_id(&found);
        self.matches.push(found);
        let chosen = one.chosen();
        // What comes back wholly settles nothing in the end.
        let stays = !one.ledger.returned.contains(&one.payment.row);
        let item = if stays && chosen.shape == Shape::Single { one.items()[0] } else { NONE };
        self.singles.push((at, item));
        if stays && chosen.shape.settles() {
            self.settled.extend(one.items().iter().copied().zip(chosen.amounts().iter().copied()));
        }
    }
}

/// One payment with its explanations and what was chosen.
pub(crate) struct One<'a> {
    pub ledger: &'a Ledger<'a>,
    payment: &'a Payment,
    pub scored: &'a Scored,
    /// Rows of its explanations, best first.
    pub rows: Range<usize>,
    pub choice: &'a Choice,
    /// Probabilities of all explanations, by row.
    pub posterior: &'a [f64],
}

impl<'a> One<'a> {
    /// One of the payments of a call.
    pub fn at(
        ledger: &'a Ledger<'a>,
        payments: &'a [Payment],
        scored: &'a Scored,
        assigned: &'a Assigned,
        at: usize,
    ) -> Self {
        One {
            ledger,
            payment: &payments[at],
            scored,
            rows: scored.range(at),
            choice: &assigned.choices[at],
            posterior: &assigned.posterior,
        }
    }

    /// What the probability is made from.
    pub fn uncalibrated(&self) -> (calibration::Kind, f64) {
        calibration::uncalibrated(self.ledger.index, self.chosen(), self.choice.probability)
    }

    pub fn chosen(&self) -> Explanation<'a> {
        self.scored.get(self.choice.row)
    }

    /// The items that it settles.
    pub fn items(&self) -> &[u32] {
        match &self.choice.taken {
            Taken::Own => self.chosen().items(),
            Taken::Twin(item) => core::slice::from_ref(item),
            Taken::Nothing => &[],
        }
    }

    /// -1 where what it settles are entries of money out.
    fn sign(&self) -> i64 {
        self.items().first().map_or(1, |item| self.ledger.index.items[*item as usize].sign())
    }

    pub fn transaction(&self) -> &Transaction {
        &self.ledger.transactions[self.payment.row as usize]
    }

    /// Why the payment settles nothing; `None` when it does.
    fn reason(&self) -> Option<UnmatchedReason> {
        let chosen = self.chosen();
        let surplus = self.choice.surplus;
        match chosen.shape {
            Shape::Single | Shape::Group if self.choice.taken == Taken::Nothing => {
                Some(UnmatchedReason::Duplicate)
            }
            Shape::Single | Shape::Group if self.choice.probability >= LEAST_PROPOSED => None,
            Shape::Single | Shape::Group => Some(UnmatchedReason::Ambiguous),
            _ if surplus => Some(UnmatchedReason::Duplicate),
            Shape::Closed | Shape::Unlisted => Some(UnmatchedReason::ClosedInvoice),
            Shape::OnAccount if self.choice.probability >= LEAST_PROPOSED && self.customer_id().is_some() => {
                None
            }
            Shape::OnAccount | Shape::Nothing => {
                let likely = |row: &usize| self.posterior[*row] >= LEAST_RIVAL;
                let several =
                    self.rows.clone().filter(|row| self.scored.get(*row).shape.settles() && likely(row));
                Some(if several.count() > 1 {
                    UnmatchedReason::Ambiguous
                } else {
                    UnmatchedReason::NoCandidate
                })
            }
        }
    }

    fn customer_id(&self) -> Option<&'a str> {
        self.ledger.index.customer_id(self.chosen().customer)
    }

    fn unmatched(&self, reason: UnmatchedReason) -> Unmatched {
        let nearest = self.rivals(None);
        Unmatched { transaction: self.transaction().id.clone(), reason, nearest }
    }

    /// The other explanations, likeliest first; an explanation by nothing has no allocations. Beside a match of calibrated
    /// probability they share what that leaves; without one they are the nearest, with their reasons.
    fn rivals(&self, except: Option<(usize, f64)>) -> Vec<Alternative> {
        let evidence = except.is_none();
        // Calibrated and uncalibrated shares meet here: none is said to be likelier than what is proposed.
        let (except, left, most) = match except {
            Some((at, probability)) => {
                (at, (1.0 - probability) / (1.0 - self.posterior[at]).max(1e-12), probability)
            }
            None => (usize::MAX, 1.0, 1.0),
        };
        let mut order: Vec<usize> = self.rows.clone().filter(|at| *at != except).collect();
        let posterior = self.posterior;
        order.sort_by(|a, b| posterior[*b].total_cmp(&posterior[*a]).then(a.cmp(b)));
        let mut out: Vec<Alternative> = order
            .into_iter()
            .filter(|at| !evidence || self.scored.get(*at).shape != Shape::Nothing)
            .filter(|at| posterior[*at] * left >= 1e-6)
            .take(self.ledger.options.alternatives as usize)
            .map(|at| {
                let hypothesis = self.scored.get(at);
                Alternative {
                    allocations: self.allocations(hypothesis, hypothesis.items()).0,
                    probability: (posterior[at] * left).min(most),
                    evidence: if evidence { self.evidence(hypothesis) } else { Vec::new() },
                }
            })
            .collect();
        // There are many of them, and they stay.
        out.shrink_to_fit();
        out
    }

    pub fn evidence(&self, hypothesis: Explanation<'_>) -> Vec<Evidence> {
        // Most clues of an explanation are about one customer and one item: each is named once.
        let mut named: [Option<(About, Arc<str>)>; 2] = [None, None];
        let mut name = |about: About| {
            let [item, customer] = &mut named;
            let last = if matches!(about, About::Customer(_)) { customer } else { item };
            if last.as_ref().is_none_or(|row| row.0 != about) {
                *last = Some((about, self.name(about)?));
            }
            last.as_ref().map(|row| Arc::clone(&row.1))
        };
        let evidence = |w: &Weighed| Evidence { code: w.clue.code(), weight: w.bits, about: name(w.about()) };
        hypothesis.clues().iter().map(evidence).collect()
    }

    /// What a person knows an item or a customer by.
    fn name(&self, about: About) -> Option<Arc<str>> {
        let index = self.ledger.index;
        match about {
            About::Nothing => None,
            About::Item(item) => Some(index.printed(item).into()),
            About::Customer(customer) => {
                let id = index.customer_id(customer);
                Some(id.map_or_else(|| "the customer".into(), |id| ["customer ", id].concat().into()))
            }
        }
    }

    fn found(&self) -> Match {
        let chosen = self.chosen();
        let (allocations, over) = self.allocations(chosen, self.items());
        let kind = match chosen.shape {
            Shape::OnAccount => MatchKind::OnAccount,
            Shape::Group => MatchKind::Grouped,
            _ => MatchKind::Single,
        };
        let mut differences = Vec::new();
        if over > 0 {
            differences.push(Difference {
                kind: match chosen.relation.and_then(|relation| relation.short) {
                    Some(DifferenceKind::Fx) => DifferenceKind::Fx,
                    _ => DifferenceKind::Overpayment,
                },
                of: DifferenceOf::Transaction(self.transaction().id.clone()),
                amount: Amount::new(over * self.sign(), self.payment.currency),
            });
        }
        if let Some(why) = chosen.relation.and_then(|relation| relation.short) {
            for (item, amount) in self.items().iter().zip(chosen.amounts()) {
                let (at, item) = (*item, &self.ledger.index.items[*item as usize]);
                if item.owed() > *amount {
                    differences.push(Difference {
                        kind: why,
                        of: DifferenceOf::Invoice(self.ledger.index.id(at).to_string()),
                        amount: Amount::new((item.owed() - amount) * item.sign(), item.currency),
                    });
                }
            }
        }
        let uncalibrated = self.uncalibrated();
        let from = Uncalibrated { kind: uncalibrated.0.code(), log_odds: uncalibrated.1 };
        let probability = calibration::probability(uncalibrated, self.ledger.memory.shift(&from));
        let review = self.review(chosen, probability, from.kind);
        Match {
            id: String::new(),
            kind,
            decision: if review.is_none() { Decision::Auto } else { Decision::Review },
            probability,
            score: chosen.score,
            prior: chosen.prior,
            allocations,
            differences,
            evidence: self.evidence(chosen),
            alternatives: self.rivals(Some((self.choice.row, probability))),
            review: review.map(|(reason, _)| reason),
            review_clue: review.and_then(|(_, clue)| clue).map(Clue::code),
            payout: None,
            audit: false,
            uncalibrated: from,
        }
    }

    /// Why the match may not be booked: not certain enough, out of the scope of `auto`, or one of the doubts that a
    /// probability does not weigh; with the clue that raised the doubt.
    fn review(
        &self,
        chosen: Explanation<'_>,
        probability: f64,
        kind: &'static str,
    ) -> Option<(ReviewReason, Option<Clue>)> {
        let options = self.ledger.options;
        if !chosen.shape.settles() {
            return Some((ReviewReason::Kind, None));
        }
        if !self.items().iter().all(|item| self.ledger.index.items[*item as usize].bookable()) {
            return Some((ReviewReason::State, None));
        }
        let nearly_certain = probability >= calibration::nearly_certain(options.max_wrong_auto);
        match doubt::doubt(self.ledger.index, chosen, self.payment, nearly_certain) {
            Some(Doubt::Clue(clue)) => return Some((ReviewReason::Evidence, Some(clue))),
            Some(Doubt::Nobody) => return Some((ReviewReason::Payer, None)),
            None => {}
        }
        if self.choice.displaced {
            return Some((ReviewReason::Displaced, None));
        }
        if doubt::payer_owes_it(chosen, self.rows.clone().map(|row| self.scored.get(row))) {
            return Some((ReviewReason::PayerOwes, None));
        }
        if probability < calibration::threshold_of(kind, options.max_wrong_auto) {
            return Some((ReviewReason::Probability, None));
        }
        let index = self.ledger.index;
        let source = core::iter::once(self.transaction().source.as_ref());
        let amount = Amount::new(self.payment.gross, self.payment.currency);
        let customers = self.items().iter().map(|item| index.items[*item as usize].customer);
        let customers = customers.filter_map(|customer| index.customer_id(customer));
        (!options.auto.allows(source, Some(amount), customers)).then_some((ReviewReason::Scope, None))
    }

    /// What a hypothesis settles, and the money that is over, in the payment's currency.
    pub fn allocations(&self, hypothesis: Explanation<'_>, items: &[u32]) -> (Vec<Allocation>, i64) {
        let source = || Source::Transaction(self.transaction().id.clone());
        let gross = self.payment.gross;
        if hypothesis.shape == Shape::OnAccount {
            let Some(id) = self.ledger.index.customer_id(hypothesis.customer) else {
                return (Vec::new(), gross);
            };
            let amount = Amount::new(gross, self.payment.currency);
            return (
                vec![Allocation {
                    source: source(),
                    target: Target::Customer(id.to_string()),
                    amount,
                    paid: None,
                }],
                0,
            );
        }
        if !matches!(hypothesis.shape, Shape::Single | Shape::Group | Shape::Closed) {
            return (Vec::new(), gross);
        }
        let mut left = gross;
        let mut out = Vec::with_capacity(items.len());
        for (item, amount) in items.iter().zip(hypothesis.amounts()) {
            let invoice = self.ledger.index.id(*item).to_string();
            let item = &self.ledger.index.items[*item as usize];
            let (paid, rate) = match self.payment.amount_in(item.currency) {
                _ if item.currency == self.payment.currency => (*amount, None),
                original => {
                    let whole = original.unwrap_or(*amount);
                    let paid = if *amount >= whole { left } else { portion(gross, *amount, whole).min(left) };
                    (paid, Some(rate(paid, self.payment.currency, *amount, item.currency)))
                }
            };
            left -= paid;
            out.push(Allocation {
                source: source(),
                target: Target::Invoice(invoice),
                amount: Amount::new(*amount * item.sign(), item.currency),
                paid: rate.map(|rate| (Amount::new(paid, self.payment.currency), rate)),
            });
        }
        (out, left)
    }
}

/// `gross × part / whole`, rounded half away from zero.
pub(crate) fn portion(gross: i64, part: i64, whole: i64) -> i64 {
    let product = i128::from(gross) * i128::from(part);
    i64::try_from((product + i128::from(whole) / 2) / i128::from(whole).max(1)).unwrap_or(gross)
}

/// Payment currency per unit of the item's, with as many digits as `amount × rate = paid` needs.
pub(crate) fn rate(paid: i64, paid_currency: Currency, amount: i64, currency: Currency) -> Decimal {
    let (paid, amount) =
        (Amount::new(paid, paid_currency).to_decimal(), Amount::new(amount, currency).to_decimal());
    let exact = paid.checked_div(amount).unwrap_or(Decimal::ONE);
    let holds = |rate: &Decimal| {
        let product = amount.checked_mul(*rate);
        product.is_some_and(|product| {
            let away = RoundingStrategy::MidpointAwayFromZero;
            product.round_dp_with_strategy(u32::from(paid_currency.decimals()), away) == paid
        })
    };
    let plain = Some(exact.round_dp(15)).filter(holds);
    plain.unwrap_or(exact).normalize()
}

/// What computes a result with these options.
pub(crate) fn engine(options: &Options) -> Engine {
    // The result does not depend on the threads, so neither does what it says of its options.
    let said = serde_json::to_vec(&Options { threads: 1, ..options.clone() }).unwrap_or_default();
    let digest = Sha256::digest(said);
    let mut said = String::new();
    push_hex(&mut said, &digest[..8]);
    Engine {
        version: env!("CARGO_PKG_VERSION").to_string(),
        parameters: parameters::NAME.to_string(),
        options: said,
        memory: "none".to_string(),
    }
}
