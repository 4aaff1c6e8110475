//! Bounded edit distance of two tokens.

/// Tokens longer than this are compared for equality only.
const LONGEST: usize = 40;

/// Edits that a token of so many letters may have: none below four, one below eight, then two.
pub(super) fn allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// Whether the tokens differ by no more edits (insert, delete, replace, swap of neighbours) than the shorter may have.
pub(super) fn is_near(a: &str, b: &str) -> bool {
    let bound = allowed(a.len().min(b.len()));
    if !a.is_ascii() || !b.is_ascii() {
        let letters = a.chars().count().min(b.chars().count());
        return a.len().max(b.len()) <= 4 * LONGEST && strsim::osa_distance(a, b) <= allowed(letters);
    }
    within(a.as_bytes(), b.as_bytes(), bound)
}

/// Whether the optimal string alignment distance is at most `bound`.
fn within(a: &[u8], b: &[u8], bound: usize) -> bool {
    if a.len().abs_diff(b.len()) > bound || a.len().max(b.len()) > LONGEST {
        return a == b;
    }
    let start = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (a.get(start..).unwrap_or_default(), b.get(start..).unwrap_or_default());
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let a = a.get(..a.len() - end).unwrap_or_default();
    let b = b.get(..b.len() - end).unwrap_or_default();
    match (a, b) {
        ([], rest) | (rest, []) => rest.len() <= bound,
        ([_], rest) | (rest, [_]) if bound == 1 => rest.len() == 1,
        ([a, x], [b, y]) if bound == 1 => a == y && x == b,
        _ if bound < 2 => false,
        _ => distance(a, b) <= bound,
    }
}

/// The distance itself, row by row.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut before = [0_usize; LONGEST + 1];
    let mut last: [usize; LONGEST + 1] = core::array::from_fn(|at| at);
    let mut this = [0_usize; LONGEST + 1];
    let at = |row: &[usize; LONGEST + 1], column: usize| row.get(column).copied().unwrap_or(usize::MAX / 2);
    let mut a_before = None;
    for (line, a) in a.iter().enumerate() {
        let mut left = line + 1;
        if let Some(first) = this.first_mut() {
            *first = left;
        }
        let mut b_before = None;
        for (column, b) in b.iter().enumerate() {
            let mut best =
                (at(&last, column) + usize::from(a != b)).min(at(&last, column + 1) + 1).min(left + 1);
            if column > 0 && a_before == Some(b) && b_before == Some(a) {
                best = best.min(at(&before, column - 1) + 1);
            }
            if let Some(cell) = this.get_mut(column + 1) {
                *cell = best;
            }
            left = best;
            b_before = Some(b);
        }
        before = last;
        last = this;
        a_before = Some(a);
    }
    at(&last, b.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn agrees_with_strsim(a in "[abc]{0,9}", b in "[abc]{0,9}", bound in 0..3_usize) {
            prop_assert_eq!(within(a.as_bytes(), b.as_bytes(), bound), strsim::osa_distance(&a, &b) <= bound);
        }

        #[test]
        fn never_panics(a: String, b: String) {
            prop_assert_eq!(is_near(&a, &b), is_near(&b, &a));
        }
    }

    #[test]
    fn long_tokens() {
        let long = "a".repeat(1000);
        assert!(is_near(&long, &long));
        assert!(!is_near(&long, &format!("{long}b")));
    }
}
