//! From scores to probabilities that are true in the long run.

use super::assign::Choice;
use super::score::Hypothesis;

/// The calibrated probability of a chosen explanation.
pub(super) fn probability(_chosen: &Hypothesis, choice: &Choice) -> f64 {
    choice.probability
}

/// The probability from which on a match may be automatic, so that the share of wrong ones among them stays below
/// what the host accepts: most of them are far above it.
pub(super) fn threshold(max_wrong_auto: f64) -> f64 {
    1.0 - 5.0 * max_wrong_auto
}
