//! What is found at a given precision, the threshold swept over all probabilities.

use super::{Form, Verdict};

/// A transaction or credit note that is in a match, and how that came out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranked {
    /// Of which style.
    pub style: &'static str,
    /// The form of the item's number.
    pub form: Option<Form>,
    /// What the engine said, for review or not.
    pub probability: f64,
    /// What was.
    pub right: bool,
    /// Whether a careful person could know it.
    pub knowable: bool,
}

impl Ranked {
    pub(super) fn of(style: &'static str, verdict: &Verdict) -> Option<Self> {
        let probability = verdict.probability?;
        let (form, right, knowable) = (verdict.form, verdict.right, verdict.knowable);
        Some(Ranked { style, form, probability, right, knowable })
    }
}

/// How many of the knowable are found right at the best threshold of which so large a share is right. Equal
/// probabilities are taken together.
pub(super) fn found_at(mut rows: Vec<Ranked>, precision: f64) -> u64 {
    rows.sort_by(|a, b| b.probability.total_cmp(&a.probability));
    let (mut taken, mut right, mut found, mut best) = (0_u64, 0_u64, 0_u64, 0_u64);
    for (at, row) in rows.iter().enumerate() {
        taken += 1;
        right += u64::from(row.right);
        found += u64::from(row.right && row.knowable);
        let last = rows.get(at + 1).is_none_or(|next| next.probability < row.probability);
        if last && right as f64 >= precision * taken as f64 {
            best = best.max(found);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_threshold_is_where_the_precision_still_holds() {
        let row =
            |probability, right| Ranked { style: "test", form: None, probability, right, knowable: true };
        let mut rows: Vec<Ranked> = (0..1_999).map(|_| row(0.99, true)).collect();
        rows.push(row(0.98, false));
        rows.push(row(0.97, true));
        rows.push(row(0.5, false));
        rows.push(row(0.5, true));
        // Two wrong of 2,003 are above one in a thousand with the first of them, below it without the last.
        assert_eq!(found_at(rows.clone(), 0.999), 2_001);
        assert_eq!(found_at(rows.clone(), 0.9995), 2_000);
        assert_eq!(found_at(rows.clone(), 1.0), 1_999);
        rows.reverse();
        assert_eq!(found_at(rows, 1.0), 1_999);
        assert_eq!(found_at(Vec::new(), 0.999), 0);
    }

    #[test]
    fn equal_probabilities_stand_or_fall_together() {
        let row = |right| Ranked { style: "test", form: None, probability: 0.9, right, knowable: true };
        assert_eq!(found_at(vec![row(true), row(false)], 0.999), 0);
        assert_eq!(found_at(vec![row(true), row(false)], 0.5), 1);
    }
}
