//! What audits prove: the exact bound on the share of wrong automatic matches that the verdicts on a sample give.
//!
//! # Design
//! The bounds are those of Clopper and Pearson (Biometrika 26, 1934), one-sided at 95 %: the upper one is the share at which
//! so few wrong ones among so many had a chance of 5 %. It is found by bisection over the incomplete beta function, with
//! `libm` throughout: the same digits on every machine.
//!
//! To *prove* a share of 1 in 10,000 takes 29,956 audited matches without an error; until then the bound says `shipped`, for
//! nothing but the shipped calibration stands behind `auto`. To *disprove* it takes few: one wrong match among the first 512
//! is less than 5 % likely where 1 in 10,000 is wrong. A host that looks at the bound after each verdict will see it fail a
//! little more often than in one month of twenty by chance alone; that is the safe side.

use crate::matching::result::{Audited, Bound};
use libm::{exp, log, log1p};

/// The chance of being misled, to either side.
const CHANCE: f64 = 0.05;

/// What the verdicts on the sample say of a share of wrong matches that the host accepts.
pub(crate) fn bound(confirmed: u64, wrong: u64, accepted: f64) -> Bound {
    let audited = confirmed.saturating_add(wrong);
    let failed = lower(wrong, audited) > accepted;
    if !failed && (audited as f64) < needed(accepted) {
        return Bound::SHIPPED;
    }
    // Rounded up: what is written is a bound too.
    let upper = libm::ceil(upper(wrong, audited) * 1e6 - 1e-6) / 1e6;
    Bound { method: "audit", audited: Some(Audited { confirmed, wrong, upper, failed }) }
}

/// How many audited matches without an error prove a share.
pub(crate) fn needed(accepted: f64) -> f64 {
    if accepted <= 0.0 { f64::INFINITY } else { libm::ceil(log(CHANCE) / log1p(-accepted.min(0.5))) }
}

/// The upper bound of a share of which `wrong` of `all` were seen.
fn upper(wrong: u64, all: u64) -> f64 {
    if wrong >= all {
        return 1.0;
    }
    let (k, n) = (wrong as f64, all as f64);
    bisect(|share| beta(k + 1.0, n - k, share) < 1.0 - CHANCE)
}

/// The lower bound of a share of which `wrong` of `all` were seen.
fn lower(wrong: u64, all: u64) -> f64 {
    if wrong == 0 || all == 0 {
        return 0.0;
    }
    let (k, n) = (wrong as f64, all as f64);
    bisect(|share| beta(k, n - k + 1.0, share) < CHANCE)
}

/// The share up to which `below` holds.
fn bisect(below: impl Fn(f64) -> bool) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if below(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}

/// The regularised incomplete beta function, by its continued fraction (NIST DLMF 8.17.22) after Lentz.
fn beta(a: f64, b: f64, x: f64) -> f64 {
    if x <= 0.0 || x >= 1.0 {
        return if x <= 0.0 { 0.0 } else { 1.0 };
    }
    let front = exp(libm::lgamma(a + b) - libm::lgamma(a) - libm::lgamma(b) + a * log(x) + b * log1p(-x));
    if x < (a + 1.0) / (a + b + 2.0) {
        front * fraction(a, b, x) / a
    } else {
        1.0 - front * fraction(b, a, 1.0 - x) / b
    }
}

fn fraction(a: f64, b: f64, x: f64) -> f64 {
    // Steps grow with the root of the counts.
    const MOST_STEPS: u32 = 200_000;
    const LEAST: f64 = 1e-300;
    let away = |value: f64| if value.abs() < LEAST { LEAST } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    let mut out = d;
    for step in 1..=MOST_STEPS {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away(1.0 + even * d);
        c = away(1.0 + even / c);
        out *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away(1.0 + odd * d);
        c = away(1.0 + odd / c);
        out *= d * c;
        if (d * c - 1.0).abs() < 1e-14 {
            break;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The chance of at most `wrong` of `all`, term by term.
    fn at_most(wrong: u64, all: u64, share: f64) -> f64 {
        let mut term = libm::exp(all as f64 * log1p(-share));
        let mut sum = term;
        for k in 0..wrong {
            term *= (all - k) as f64 / (k + 1) as f64 * share / (1.0 - share);
            sum += term;
        }
        sum
    }

    #[test]
    fn bounds_are_those_of_the_binomial_sums() {
        for (wrong, all) in [(0, 10), (0, 29_956), (1, 10), (3, 50), (17, 4000), (49, 50), (2, 100_000)] {
            let (high, low) = (upper(wrong, all), lower(wrong, all));
            assert!((at_most(wrong, all, high) - CHANCE).abs() < 1e-9, "{wrong} of {all}: {high}");
            if wrong > 0 {
                let chance = 1.0 - at_most(wrong - 1, all, low);
                assert!((chance - CHANCE).abs() < 1e-9, "{wrong} of {all}: {low}");
            }
            assert!(low <= wrong as f64 / all as f64 && wrong as f64 / all as f64 <= high);
        }
        assert_eq!((upper(5, 5), lower(0, 5)), (1.0, 0.0));
        assert!(upper(1 << 40, (1 << 41) + 1).is_finite());
    }

    #[test]
    fn one_in_ten_thousand_takes_thirty_thousand_audits() {
        assert_eq!(needed(1e-4), 29_956.0);
        assert_eq!(bound(29_955, 0, 1e-4), Bound::SHIPPED);
        let proven = bound(29_956, 0, 1e-4).audited.expect("proven");
        assert!((proven.upper - 0.0001).abs() < 1e-9 && !proven.failed, "{proven:?}");
        assert_eq!(bound(1 << 40, 0, 0.0), Bound::SHIPPED);
        assert_eq!(bound(0, 0, 0.0), Bound::SHIPPED);
    }

    #[test]
    fn a_share_is_disproven_by_few() {
        let failed =
            |confirmed, wrong| bound(confirmed, wrong, 1e-4).audited.is_some_and(|audited| audited.failed);
        assert!(failed(0, 1) && failed(511, 1) && !failed(512, 1));
        assert!(failed(3000, 2) && !failed(30_000, 3));
        let open = bound(30_000, 3, 1e-4).audited.expect("counted");
        assert!(open.upper > 1e-4 && !open.failed);
    }
}
