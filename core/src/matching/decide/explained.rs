//! Why a transaction got its answer, so that it can be checked: each hypothesis with each weight, the calibration, the
//! threshold, and what would change the decision.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::calibration;
use super::decision::One;
use crate::matching::result::{
    Allocation, Decision, Evidence, Match, MatchKind, Reconciliation, ReviewReason, Uncalibrated,
    UnmatchedReason, six, two,
};
use crate::matching::weigh::hypothesis::{Explanation, Shape};
use libm::{exp2, log2};
use serde::Serialize;

/// Why one transaction got its answer. Serialises to JSON; weights with two decimals, probabilities with six.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Explained {
    /// Its id.
    pub transaction: String,
    /// The id of its match; `None`: it is unmatched.
    #[serde(rename = "match", skip_serializing_if = "Option::is_none")]
    pub match_id: Option<String>,
    /// Whether the match may be booked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// Why the match waits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review: Option<ReviewReason>,
    /// Why the transaction is unmatched.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unmatched: Option<UnmatchedReason>,
    /// From which probability on a match may be automatic.
    #[serde(serialize_with = "six")]
    pub threshold: f64,
    /// How the chosen hypothesis came to its probability, where one by items or on account was chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calibration: Option<Calibration>,
    /// The chosen one first, then its rivals, likeliest first. What takes back or is made up of parts has no rivals; a
    /// transaction that is no payment of a customer has none at all.
    pub hypotheses: Vec<Hypothesis>,
    /// What would change the decision.
    pub changes: Vec<Change>,
}

/// What a transaction may be.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Hypothesis {
    /// The code of a [`MatchKind`], or `closed` (it pays what is settled), `unlisted` (a number of the host's series that
    /// no item has), `nothing` (for nothing that is known).
    pub kind: &'static str,
    /// What it would settle.
    pub allocations: Vec<Allocation>,
    /// Bits before any evidence.
    #[serde(serialize_with = "two")]
    pub prior: f64,
    /// All that speaks for it and against it: prior and weights add up to the score.
    pub evidence: Vec<Evidence>,
    /// Bits.
    #[serde(serialize_with = "two")]
    pub score: f64,
    /// Its probability among the hypotheses of this transaction, by the scores alone.
    #[serde(serialize_with = "six")]
    pub alone: f64,
    /// The same when other transactions have claimed what they settle.
    #[serde(serialize_with = "six")]
    pub probability: f64,
}

/// From log-odds to the probability that a result shows.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Calibration {
    /// The kind of evidence: a code of [`CALIBRATION_KINDS`](crate::matching::CALIBRATION_KINDS).
    pub kind: &'static str,
    /// Base-2 log-odds of the hypothesis against its rivals.
    #[serde(serialize_with = "two")]
    pub log_odds: f64,
    /// Bits that the host's own verdicts add, for good or ill.
    #[serde(serialize_with = "two")]
    pub learnt: f64,
    /// The calibrated probability.
    #[serde(serialize_with = "six")]
    pub probability: f64,
}

/// Something that would change the decision.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// What it is about: `probability`, `margin`, `rival`, `proposal`, or the reason for a review or for being unmatched.
    pub code: &'static str,
    /// How much is missing, or to spare.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "some_two")]
    pub bits: Option<f64>,
    /// The same for a person.
    pub text: String,
}

fn some_two<S: serde::Serializer>(value: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    two(&value.unwrap_or_default(), serializer)
}

impl Change {
    fn new(code: &'static str, bits: Option<f64>, text: impl Into<String>) -> Self {
        Change { code, bits, text: text.into() }
    }
}

impl Explained {
    /// Why a transaction got its answer: what the result says of it, with what was weighed of it. `None` where the result
    /// says nothing.
    pub(crate) fn of(
        result: &Reconciliation,
        id: &str,
        weighed: &[Weighing],
        max_wrong_auto: f64,
    ) -> Option<Explained> {
        let found = result.matches.iter().find(|found| found.transactions().contains(&id));
        let unmatched = result.unmatched.iter().find(|row| row.transaction == id);
        if found.is_none() && unmatched.is_none() {
            return None;
        }
        let kind = found.map_or("", |found| found.uncalibrated.kind);
        let mut out = Explained {
            transaction: id.to_owned(),
            match_id: found.map(|found| found.id.clone()),
            decision: found.map(|found| found.decision),
            review: found.and_then(|found| found.review),
            unmatched: unmatched.map(|row| row.reason),
            threshold: calibration::threshold_of(kind, max_wrong_auto),
            calibration: None,
            hypotheses: found.map(Hypothesis::of).into_iter().collect(),
            changes: found.and_then(waits).into_iter().collect(),
        };
        if let Some(row) = unmatched {
            out.changes.push(Change::new(row.reason.code(), None, row.reason.meaning()));
        }
        for weighing in weighed.iter().filter(|weighing| weighing.transaction == id) {
            out.add(weighing, found);
        }
        Some(out)
    }

    /// Adds what was weighed.
    fn add(&mut self, weighing: &Weighing, found: Option<&Match>) {
        // What became of it was decided elsewhere: by what it takes back, or is made up of.
        let score = weighing.hypotheses.first().map(|chosen| chosen.score);
        if found.is_some_and(|found| found.transactions().len() == 1 && Some(found.score) != score) {
            return;
        }
        self.hypotheses.clone_from(&weighing.hypotheses);
        match found {
            Some(found) => {
                self.changes.extend(certainty(found, weighing.calibration.probability, self.threshold));
                self.calibration = Some(weighing.calibration.clone());
            }
            None => self.changes.extend(weighing.proposal.clone()),
        }
        self.changes.extend(weighing.rival.clone());
    }
}

/// Why a match waits, but for its probability.
fn waits(found: &Match) -> Option<Change> {
    let reason = found.review?;
    let seen = found.evidence.iter().find(|row| Some(row.code) == found.review_clue);
    match (reason, seen) {
        (ReviewReason::Probability, _) => None,
        (ReviewReason::Evidence, Some(clue)) => {
            let said = format!("waits because {}: a person should see that {}", clue.code, clue.text());
            Some(Change::new(reason.code(), None, said))
        }
        _ => Some(Change::new(reason.code(), None, reason.meaning())),
    }
}

impl Hypothesis {
    /// A match as its own hypothesis, without rivals: what takes back, and what is made up of parts.
    fn of(found: &Match) -> Self {
        Hypothesis {
            kind: found.kind.code(),
            allocations: found.allocations.clone(),
            prior: found.prior,
            evidence: found.evidence.clone(),
            score: found.score,
            alone: found.probability,
            probability: found.probability,
        }
    }
}

/// What was weighed of one payment, before it is known what became of all.
pub(crate) struct Weighing {
    /// The transaction's id.
    transaction: String,
    /// The chosen one first, then its rivals.
    hypotheses: Vec<Hypothesis>,
    /// How the chosen one came to its probability.
    calibration: Calibration,
    /// What is missing for it to be proposed.
    proposal: Option<Change>,
    /// What tells it from the nearest rival.
    rival: Option<Change>,
}

impl Weighing {
    pub fn of(one: &One<'_>) -> Self {
        let chosen = one.choice.row;
        let mut order: Vec<usize> = one.rows.clone().filter(|row| *row != chosen).collect();
        order.sort_by(|a, b| one.posterior[*b].total_cmp(&one.posterior[*a]).then(a.cmp(b)));
        let scores = || one.rows.clone().map(|row| one.scored.get(row).score);
        let top = scores().fold(f64::MIN, f64::max);
        let sum: f64 = scores().map(|score| exp2(score - top)).sum();
        let hypothesis = |row: usize| {
            let explanation = one.scored.get(row);
            let items = if row == chosen { one.items() } else { explanation.items() };
            Hypothesis {
                kind: kind(explanation.shape),
                allocations: one.allocations(explanation, items).0,
                prior: explanation.prior,
                evidence: one.evidence(explanation),
                score: explanation.score,
                alone: exp2(explanation.score - top) / sum,
                probability: one.posterior[row],
            }
        };
        let of = one.uncalibrated();
        let from = Uncalibrated { kind: of.0.code(), log_odds: of.1 };
        let learnt = one.ledger.memory.shift(&from);
        Weighing {
            transaction: one.transaction().id.clone(),
            hypotheses: core::iter::once(chosen).chain(order.iter().copied()).map(hypothesis).collect(),
            calibration: Calibration {
                kind: from.kind,
                log_odds: from.log_odds,
                learnt,
                probability: calibration::probability(of, learnt),
            },
            proposal: proposal(one),
            rival: order.first().and_then(|row| rival(one, one.chosen(), *row)),
        }
    }
}

/// How far the nearest explanation by items is from being proposed.
fn proposal(one: &One<'_>) -> Option<Change> {
    let all = || one.rows.clone().map(|row| one.scored.get(row));
    let settling = all().filter(|explanation| explanation.shape.settles()).map(|best| best.score);
    let best = settling.max_by(f64::total_cmp)?;
    let nothing = all().find(|explanation| explanation.shape == Shape::Nothing)?.score;
    let short = nothing - best;
    let said =
        || format!("the nearest item is {short:.1} bits less likely than that it is for nothing known");
    (short > 0.0).then(|| Change::new("proposal", Some(short), said()))
}

/// How far the probability is from automatic, either way.
fn certainty(found: &Match, probability: f64, threshold: f64) -> Option<Change> {
    let odds = |p: f64| log2(p / (1.0 - p));
    if found.kind == MatchKind::OnAccount {
        return None;
    }
    if threshold >= 1.0 {
        let said = "`max_wrong_auto` is 0: nothing is certain enough";
        return Some(Change::new("probability", None, said));
    }
    let bits = odds(probability.clamp(1e-12, 1.0 - 1e-12)) - odds(threshold);
    Some(if bits < 0.0 {
        Change::new("probability", Some(-bits), format!("{:.1} bits short of automatic", -bits))
    } else {
        Change::new("margin", Some(bits), format!("{bits:.1} bits more than automatic asks for"))
    })
}

/// What tells the chosen one from the nearest rival.
fn rival(one: &One<'_>, chosen: Explanation<'_>, row: usize) -> Option<Change> {
    /// Farther behind, a rival changes nothing.
    const NEAR: f64 = 12.0;
    let rival = one.scored.get(row);
    let ahead = log2(one.posterior[one.choice.row].max(1e-300) / one.posterior[row].max(1e-300));
    if ahead > NEAR || !chosen.shape.settles() {
        return None;
    }
    let said = if !rival.shape.settles() {
        format!("that it is for none of the open items is {ahead:.1} bits less likely")
    } else if rival.customer == chosen.customer {
        let index = one.ledger.index;
        let open =
            |of: Explanation<'_>| of.items().iter().map(|at| index.items[*at as usize].open).sum::<i64>();
        if open(rival) == open(chosen) {
            format!(
                "a second item of the same amount is {ahead:.1} bits less likely: its number would decide"
            )
        } else {
            format!("another item of the customer is {ahead:.1} bits less likely: a number would decide")
        }
    } else {
        format!(
            "an item of another customer is {ahead:.1} bits less likely: the payer's account, name or customer number, or a number of an item, would decide"
        )
    };
    Some(Change::new("rival", Some(ahead), said))
}

fn kind(shape: Shape) -> &'static str {
    match shape {
        Shape::Single => MatchKind::Single.code(),
        Shape::Group => MatchKind::Grouped.code(),
        Shape::OnAccount => MatchKind::OnAccount.code(),
        Shape::Closed => "closed",
        Shape::Unlisted => "unlisted",
        Shape::Nothing => "nothing",
    }
}
