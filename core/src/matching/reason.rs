//! Why a transaction got its answer, so that it can be checked: each hypothesis with each weight, the calibration, the
//! threshold, and what would change the decision.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::calibration;
use super::decide::One;
use super::hypothesis::{Explanation, Shape};
use super::reasons::{ReviewReason, UnmatchedReason};
use super::result::{
    Allocation, Decision, Evidence, Match, MatchKind, Reconciliation, Uncalibrated, six, two,
};
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
    /// `single`, `grouped`, `instalment`, `on_account`, `apply_credit`, `reversal`, `payout`, `closed` (it pays what is settled), `unlisted` (a number of the host's series
    /// that no item has), `nothing` (for nothing that is known).
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
    /// The kind of evidence.
    pub kind: String,
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

/// The transactions that an id means: those of a match, or itself.
pub(super) fn meant(result: &Reconciliation, id: &str) -> Vec<String> {
    match result.matches.iter().find(|found| found.id == id) {
        Some(found) => found.transactions().into_iter().map(str::to_owned).collect(),
        None => vec![id.to_owned()],
    }
}

/// What a result says of a transaction, without its hypotheses; `None` where it says nothing.
pub(super) fn answer(result: &Reconciliation, id: &str, max_wrong_auto: f64) -> Option<Explained> {
    let found = result.matches.iter().find(|found| found.transactions().contains(&id));
    let unmatched = result.unmatched.iter().find(|row| row.transaction == id);
    if found.is_none() && unmatched.is_none() {
        return None;
    }
    let mut out = Explained {
        transaction: id.to_owned(),
        match_id: found.map(|found| found.id.clone()),
        decision: found.map(|found| found.decision),
        review: found.and_then(|found| found.review),
        unmatched: unmatched.map(|row| row.reason),
        threshold: calibration::threshold_of(
            found.map_or("", |found| found.uncalibrated.kind),
            max_wrong_auto,
        ),
        calibration: None,
        hypotheses: Vec::new(),
        changes: Vec::new(),
    };
    if let Some(found) = found {
        out.changes.extend(waits(found));
        out.hypotheses.push(Hypothesis::of(found));
    }
    if let Some(row) = unmatched {
        out.changes.push(Change::new(row.reason.code(), None, row.reason.meaning()));
    }
    Some(out)
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
        let kind = match found.kind {
            MatchKind::Single => "single",
            MatchKind::Grouped => "grouped",
            MatchKind::Instalment => "instalment",
            MatchKind::OnAccount => "on_account",
            MatchKind::ApplyCredit => "apply_credit",
            MatchKind::Reversal => "reversal",
            MatchKind::Payout => "payout",
        };
        Hypothesis {
            kind,
            allocations: found.allocations.clone(),
            prior: found.prior,
            evidence: found.evidence.clone(),
            score: found.score,
            alone: found.probability,
            probability: found.probability,
        }
    }
}

/// Adds what the engine weighed to what the result says.
pub(super) fn weigh(out: &mut Explained, one: &One<'_>, result: &Reconciliation) {
    let found = result.matches.iter().find(|found| Some(&found.id) == out.match_id.as_ref());
    // What became of it was decided elsewhere: by what it takes back, or is made up of.
    if found.is_some_and(|found| found.transactions().len() == 1 && found.score != one.chosen().score) {
        return;
    }
    let chosen = one.choice.row;
    let mut order: Vec<usize> = one.rows.clone().filter(|row| *row != chosen).collect();
    order.sort_by(|a, b| one.posterior[*b].total_cmp(&one.posterior[*a]).then(a.cmp(b)));
    let scores = || one.rows.clone().map(|row| one.scored.get(row).score);
    let top = scores().fold(f64::MIN, f64::max);
    let sum: f64 = scores().map(|score| exp2(score - top)).sum();
    let all = core::iter::once(chosen).chain(order.iter().copied());
    out.hypotheses = all
        .map(|row| {
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
        })
        .collect();
    let explanation = one.chosen();
    let of = one.uncalibrated();
    if out.match_id.is_some() {
        let log_odds = of.1;
        let from = Uncalibrated { kind: of.0.name(), log_odds };
        let (kind, learnt) = (from.code(), one.ledger.memory.shift(&from));
        let probability = calibration::probability(of, learnt);
        out.calibration = Some(Calibration { kind, log_odds, learnt, probability });
        out.changes.extend(certainty(out, probability, result));
    } else {
        out.changes.extend(proposal(one));
    }
    out.changes.extend(order.first().and_then(|row| rival(one, explanation, *row)));
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
fn certainty(out: &Explained, probability: f64, result: &Reconciliation) -> Option<Change> {
    let odds = |p: f64| log2(p / (1.0 - p));
    let found = result.matches.iter().find(|found| Some(&found.id) == out.match_id.as_ref())?;
    if found.kind == MatchKind::OnAccount {
        return None;
    }
    if out.threshold >= 1.0 {
        let said = "`max_wrong_auto` is 0: nothing is certain enough";
        return Some(Change::new("probability", None, said));
    }
    let bits = odds(probability.clamp(1e-12, 1.0 - 1e-12)) - odds(out.threshold);
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
        Shape::Single => "single",
        Shape::Group => "grouped",
        Shape::OnAccount => "on_account",
        Shape::Closed => "closed",
        Shape::Unlisted => "unlisted",
        Shape::Nothing => "nothing",
    }
}
