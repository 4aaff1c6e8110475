//! Audits: a sample of the automatic matches, chosen so that nobody can foresee it and everybody can repeat it, and the end
//! of `auto` where its verdicts show too many wrong ones.

use crate::error::{Code, Error};
use crate::matching::decide::settle::summary;
use crate::matching::options::Options;
use crate::matching::result::{Bound, Decision, Reconciliation, ReviewReason};
use sha2::{Digest, Sha256};

/// Marks the sample, or takes all from `auto` where it failed its audits.
pub(crate) fn finish(result: &mut Reconciliation, options: &Options, bound: Bound) {
    result.bound = bound;
    let failed = bound.audited.filter(|audited| audited.failed);
    for found in result.matches.iter_mut().filter(|found| found.decision == Decision::Auto) {
        if failed.is_some() {
            (found.decision, found.review) = (Decision::Review, Some(ReviewReason::Bound));
        } else {
            found.audit = sampled(options.audit_rate, &options.audit_salt, &found.id);
        }
    }
    if let Some(audited) = failed {
        let said = format!(
            "{} of {} audited automatic matches were wrong, more than max_wrong_auto accepts: all are for review",
            audited.wrong,
            audited.wrong.saturating_add(audited.confirmed)
        );
        result.warnings.push(Error::new(Code::MatchingBoundFailed, said));
        result.summary = summary(&result.matches, &result.unmatched);
    }
}

/// Whether a match is of the audit sample: so, for a share of all match ids, with this salt.
pub(crate) fn sampled(rate: f64, salt: &str, match_id: &str) -> bool {
    if rate <= 0.0 {
        return false;
    }
    let mut hash = Sha256::new();
    hash.update((salt.len() as u64).to_be_bytes());
    hash.update(salt);
    hash.update(match_id);
    let value = hash.finalize().iter().take(4).fold(0_u32, |value, byte| value << 8 | u32::from(*byte));
    f64::from(value) < rate * 4_294_967_296.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_has_its_share_and_its_salt() {
        let ids: Vec<String> = (0..20_000).map(|n| format!("m_{n:032x}")).collect();
        let count = |rate, salt: &str| ids.iter().filter(|id| sampled(rate, salt, id)).count();
        assert_eq!((count(0.0, "a"), count(1.0, "a")), (0, 20_000));
        assert!((1_800..2_200).contains(&count(0.1, "a")), "{}", count(0.1, "a"));
        let both = |id: &&String| sampled(0.1, "a", id) && sampled(0.1, "b", id);
        assert!(ids.iter().filter(both).count() < 400, "another salt, another sample");
        // A larger share holds the smaller one.
        assert!(ids.iter().all(|id| !sampled(0.1, "a", id) || sampled(0.2, "a", id)));
    }
}
