//! Matches that are not chosen among the explanations of one payment: payouts, reversals and credits. What was found
//! becomes a match, with its probability and whether it may be booked.

use crate::matching::decide::calibration;
use crate::matching::decide::settle::match_id;
use crate::matching::options::Options;
use crate::matching::result::{
    Allocation, Alternative, Decision, Difference, Evidence, Match, MatchKind, Payout, ReviewReason,
    Uncalibrated,
};
use crate::matching::weigh::clue::Clue;
use crate::model::Transaction;
use crate::money::Amount;
use std::sync::Arc;

/// What was found.
pub(crate) struct Whole {
    pub kind: MatchKind,
    /// How it was found: what its probability is calibrated by.
    pub way: calibration::Kind,
    /// Bits before any evidence.
    pub prior: f64,
    pub evidence: Vec<Evidence>,
    pub allocations: Vec<Allocation>,
    pub differences: Vec<Difference>,
    pub payout: Option<Box<Payout>>,
    /// Others that fit too, each with its share of the chances before they are known as a whole.
    pub alternatives: Vec<Alternative>,
    /// It is not surer than this, in bits: what it speaks of may itself be wrong.
    pub at_most: f64,
    /// Why a person should see it, however likely it is.
    pub doubt: Option<(ReviewReason, Option<Clue>)>,
}

/// Nothing is more certain than this.
const MOST_BITS: f64 = 19.0;

/// Bits of a probability.
pub(crate) fn log_odds(probability: f64) -> f64 {
    libm::log2(probability / (1.0 - probability).max(f64::MIN_POSITIVE))
}

impl Whole {
    pub fn new(kind: MatchKind, way: calibration::Kind, prior: f64) -> Self {
        Whole {
            kind,
            way,
            prior,
            evidence: Vec::new(),
            allocations: Vec::new(),
            differences: Vec::new(),
            payout: None,
            alternatives: Vec::new(),
            at_most: MOST_BITS,
            doubt: None,
        }
    }

    pub fn say(&mut self, clue: Clue, weight: f64, about: Option<&str>) {
        self.evidence.push(Evidence { code: clue.code(), weight, about: about.map(Arc::from) });
    }

    /// Says what a person should see before anything is booked; the first that was said stays.
    pub fn doubt(&mut self, clue: Clue) {
        self.doubt_for(ReviewReason::Evidence, Some(clue));
    }

    pub fn doubt_for(&mut self, reason: ReviewReason, clue: Option<Clue>) {
        self.doubt.get_or_insert((reason, clue));
    }

    pub fn score(&self) -> f64 {
        self.prior + self.evidence.iter().map(|clue| clue.weight).sum::<f64>()
    }

    /// The match. `rows` are the transactions whose source must be in the scope of `auto`, `amount` what is booked at
    /// most, `customers` whose items are touched.
    pub fn found(
        mut self,
        options: &Options,
        rows: &[&Transaction],
        amount: Option<Amount>,
        customers: &[&str],
    ) -> Match {
        let score = self.score();
        let rivals: f64 = self.alternatives.iter().map(|rival| rival.probability).sum();
        // Its rivals stand in with what they would be worth alone.
        let posterior = 1.0 / (1.0 + libm::exp2(-score.clamp(-MOST_BITS, MOST_BITS))) / (1.0 + rivals);
        let log_odds = log_odds(posterior).clamp(-MOST_BITS, MOST_BITS).min(self.at_most);
        let probability = calibration::probability((self.way, log_odds), 0.0);
        let left = if rivals > 0.0 { probability.min((1.0 - probability) / rivals) } else { 0.0 };
        self.alternatives.iter_mut().for_each(|rival| rival.probability *= left);
        self.alternatives.truncate(options.alternatives as usize);
        let auto = &options.auto;
        let sources = rows.iter().map(|row| row.source.as_ref());
        let within = auto.allows_kind(self.kind) && auto.allows(sources, amount, customers.iter().copied());
        let likely = probability >= calibration::threshold(options.max_wrong_auto);
        let review = match self.doubt {
            Some(doubt) => Some(doubt),
            None if !likely => Some((ReviewReason::Probability, None)),
            None if !within => Some((ReviewReason::Scope, None)),
            None => None,
        };
        let mut found = Match {
            id: String::new(),
            kind: self.kind,
            decision: if review.is_some() { Decision::Review } else { Decision::Auto },
            probability,
            score,
            prior: self.prior,
            allocations: self.allocations,
            differences: self.differences,
            evidence: self.evidence,
            alternatives: self.alternatives,
            review: review.map(|(reason, _)| reason),
            review_clue: review.and_then(|(_, clue)| clue).map(Clue::code),
            payout: self.payout,
            audit: false,
            uncalibrated: Uncalibrated { kind: self.way.code(), log_odds },
        };
        found.id = match_id(&found);
        found
    }
}
