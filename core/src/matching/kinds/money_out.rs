//! Money out: bills that it pays, credit notes that it refunds. The engine is the same, over an index of its own and with
//! the sign turned; what is booked without a person is less.

use crate::matching::decide::calibration;
use crate::matching::payment::reference_hits::NAMED;
use crate::matching::result::{
    Decision, DifferenceOf, Match, MatchKind, Reconciliation, ReviewReason, Unmatched, UnmatchedReason,
};
use crate::matching::weigh::clue::{Clue, is_payer, names_item};
use crate::matching::weigh::parameters as p;

/// The matches of money out; money for nothing in particular is none.
pub(crate) fn matches(found: Vec<Match>, max_wrong_auto: f64) -> Vec<Match> {
    let mut out: Vec<Match> = found.into_iter().filter(|one| one.kind != MatchKind::OnAccount).collect();
    for one in &mut out {
        for difference in &mut one.differences {
            if let DifferenceOf::Transaction(_) = difference.of
                && let Ok(turned) = difference.amount.checked_neg()
            {
                // With the sign of the money.
                difference.amount = turned;
            }
        }
        if one.decision == Decision::Auto
            && let Some((reason, clue)) = doubt(one, max_wrong_auto)
        {
            one.decision = Decision::Review;
            one.review = Some(reason);
            one.review_clue = clue.map(Clue::code);
        }
    }
    out
}

/// Whoever can change an account in a text can have money sent to it: only a number, the amount and the known payee
/// together are booked, or a payee who is sure and the amount where they are nearly certain; a new account never.
fn doubt(found: &Match, max_wrong_auto: f64) -> Option<(ReviewReason, Option<Clue>)> {
    let evidence = &found.evidence;
    let has = |clue: Clue| evidence.iter().any(|row| row.code == clue.code());
    let sum = |of: fn(&str) -> bool| -> f64 {
        evidence.iter().filter(|row| of(row.code)).map(|row| row.weight).sum()
    };
    let by = |clue: Clue| Some((ReviewReason::Evidence, Some(clue)));
    if has(Clue::PayerNewAccount) {
        by(Clue::PayerNewAccount)
    } else if has(Clue::PayerOtherAccount) {
        by(Clue::PayerOtherAccount)
    } else if has(Clue::AmountEqual)
        && sum(is_payer) >= p::PAYER_SURE
        && found.probability >= calibration::nearly_certain(max_wrong_auto)
    {
        None
    } else if sum(names_item) < NAMED || sum(is_payer) < p::PAYER_KNOWN {
        Some((ReviewReason::Payer, None))
    } else if has(Clue::AmountEqual) || has(Clue::AmountSum) || has(Clue::AmountDiscount) {
        None
    } else {
        Some((ReviewReason::Probability, None))
    }
}

/// Says of money out that settles nothing why, where that is known.
pub(crate) fn reasons(found: Vec<Unmatched>, result: &mut Reconciliation) {
    for one in found {
        let at = result.unmatched.binary_search_by(|row| row.transaction.cmp(&one.transaction));
        if let Some(row) = at.ok().and_then(|at| result.unmatched.get_mut(at)) {
            row.nearest = one.nearest;
            if one.reason != UnmatchedReason::NoCandidate {
                row.reason = one.reason;
            }
        }
    }
}
