//! How many slips of the pen lie between two words.
//!
//! # Design
//! The distance is that of optimal string alignment (restricted Damerau–Levenshtein): insertions, deletions, replacements and
//! two neighbours changed over count one each, and what was changed over is not edited again. Up to two edits are tried at
//! the first letters that differ: that is a handful of comparisons. More are counted with bits, after Hyyrö (“A bit-vector
//! algorithm for computing Levenshtein and Damerau edit distances”, 2003): a bit for each letter of the shorter word, 64 at
//! a time, and what a block of them says at its lower border goes on to the next.

use core::borrow::BorrowMut;

/// Up to so many edits are tried, more are counted.
const TRIED: usize = 2;

/// The least number of edits that make two texts equal: a letter inserted, deleted or replaced, or two neighbours changed over
/// (optimal string alignment). Letters are `char`s; case and accents count, [`fold`](super::fold) takes them away.
///
/// Symmetric. Time grows with the product of the lengths, 64 letters of the shorter text at once; for texts of any length
/// [`edits_within`] with a bound of 2 is linear.
///
/// ```
/// use payymo::text::edits;
/// assert_eq!(edits("smith", "smiht"), 1);
/// assert_eq!(edits("hovestadt", "hofstadt"), 2);
/// assert_eq!(edits("", "abc"), 3);
/// ```
pub fn edits(a: &str, b: &str) -> usize {
    edits_within(a, b, usize::MAX).unwrap_or(usize::MAX)
}

/// The same where there are at most so many edits, and `None` where there are more.
///
/// ```
/// use payymo::text::edits_within;
/// assert_eq!(edits_within("smith", "smiht", 2), Some(1));
/// assert_eq!(edits_within("smith", "schmidt", 2), None);
/// ```
pub fn edits_within(a: &str, b: &str, most: usize) -> Option<usize> {
    if a == b {
        return Some(0);
    }
    if a.is_ascii() && b.is_ascii() {
        return differing(a.as_bytes(), b.as_bytes(), most);
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    differing(&a, &b, most)
}

/// Leaves out what is equal at both ends and looks at the rest.
fn differing<'a, T: Copy + Eq + Into<u32>>(mut a: &'a [T], mut b: &'a [T], most: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    while let ([before @ .., x], [others @ .., y]) = (a, b)
        && x == y
    {
        (a, b) = (before, others);
    }
    if most <= TRIED {
        return tried(a, b, most);
    }
    (a, b) = from_first_difference(a, b);
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let edits = if short.is_empty() { long.len() } else { counted(short, long) };
    (edits <= most).then_some(edits)
}

fn from_first_difference<'a, T: Eq>(mut a: &'a [T], mut b: &'a [T]) -> (&'a [T], &'a [T]) {
    while let ([x, rest @ ..], [y, others @ ..]) = (a, b)
        && x == y
    {
        (a, b) = (rest, others);
    }
    (a, b)
}

/// Tries each edit at the first letters that differ.
fn tried<T: Eq>(a: &[T], b: &[T], most: usize) -> Option<usize> {
    if most == 0 {
        return (a == b).then_some(0);
    }
    let (a, b) = from_first_difference(a, b);
    let apart = a.len().abs_diff(b.len());
    let ([x, rest @ ..], [y, others @ ..]) = (a, b) else { return (apart <= most).then_some(apart) };
    // Where both ends differ, one edit makes two letters equal at most.
    if apart > most || most == 1 && a.last() != b.last() && a.len().max(b.len()) > 2 {
        return None;
    }
    let mut best = most + 1;
    let mut way = |a: &[T], b: &[T]| {
        let better = best.checked_sub(2).and_then(|most| tried(a, b, most));
        best = better.map_or(best, |edits| edits + 1);
    };
    way(rest, others);
    if let ([v, rest @ ..], [w, others @ ..]) = (rest, others)
        && x == w
        && y == v
    {
        way(rest, others);
    }
    way(a, others);
    way(rest, b);
    (best <= most).then_some(best)
}

/// Counts the edits of two words that are not empty; `short` is no longer than `long`.
fn counted<T: Copy + Into<u32>>(short: &[T], long: &[T]) -> usize {
    if short.len() <= BLOCK {
        return count_block(short, short.len(), long, core::iter::repeat_n(Border::FIRST, long.len()));
    }
    let mut border = vec![Border::FIRST; long.len()];
    let mut counted = 0;
    let mut edits = 0;
    for block in short.chunks(BLOCK) {
        counted += block.len();
        edits = count_block(block, counted, long, &mut border);
    }
    edits
}

/// Letters of a block.
const BLOCK: usize = 64;

/// What one letter of the longer word does at the lower border of the letters that were counted: one edit more, one less,
/// and whether it is equal to the last of them without having been taken for it (so that two may be changed over).
#[derive(Clone, Copy)]
struct Border {
    up: bool,
    down: bool,
    crosses: bool,
}

impl Border {
    /// Above the first letter: each letter of the longer word is an edit.
    const FIRST: Border = Border { up: true, down: false, crosses: false };
}

/// Counts at most 64 letters of the shorter word, from the border above them to that below. Answers the edits that lie
/// between the longer word and the `counted` letters of the shorter up to the end of the block.
fn count_block<T: Copy + Into<u32>>(
    block: &[T],
    counted: usize,
    long: &[T],
    border: impl IntoIterator<Item = impl BorrowMut<Border>>,
) -> usize {
    let places = Places::of(block);
    let last = block.len().saturating_sub(1) as u32;
    let at_last = |bits: u64| bits >> last & 1 == 1;
    let mut edits = counted;
    // Of each letter of the block whether the count goes up or down there; where the diagonal costs nothing; where the
    // letter before this one stands.
    let (mut up, mut down, mut free, mut before) = (u64::MAX, 0_u64, 0_u64, 0_u64);
    for (letter, mut border) in long.iter().zip(border) {
        let border = border.borrow_mut();
        let here = places.of_letter((*letter).into());
        let crosses = !free & here;
        let changed_over = (crosses << 1 | u64::from(border.crosses)) & before;
        let equal = here | u64::from(border.down);
        free = ((equal & up).wrapping_add(up) ^ up) | equal | down | changed_over;
        let (across_up, across_down) = (down | !(free | up), free & up);
        let (from_up, from_down) =
            (across_up << 1 | u64::from(border.up), across_down << 1 | u64::from(border.down));
        *border = Border { up: at_last(across_up), down: at_last(across_down), crosses: at_last(crosses) };
        edits = edits + usize::from(border.up) - usize::from(border.down);
        up = from_down | !(free | from_up);
        down = from_up & free;
        before = here;
    }
    edits
}

/// At which places of a block each letter stands, as bits.
struct Places {
    ascii: [u64; 128],
    others: Vec<(u32, u64)>,
}

impl Places {
    fn of<T: Copy + Into<u32>>(block: &[T]) -> Self {
        let mut out = Places { ascii: [0; 128], others: Vec::new() };
        for (at, letter) in block.iter().enumerate() {
            let (letter, bit) = ((*letter).into(), 1_u64 << at);
            if let Some(places) = out.ascii.get_mut(letter as usize) {
                *places |= bit;
            } else if let Some((_, places)) = out.others.iter_mut().find(|other| other.0 == letter) {
                *places |= bit;
            } else {
                out.others.push((letter, bit));
            }
        }
        out
    }

    fn of_letter(&self, letter: u32) -> u64 {
        let other = || self.others.iter().find(|other| other.0 == letter).map_or(0, |other| other.1);
        self.ascii.get(letter as usize).copied().unwrap_or_else(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn agrees(a: &str, b: &str) {
        let known = strsim::osa_distance(a, b);
        assert_eq!(edits(a, b), known, "{a} {b}");
        for most in (0..5).chain([known.saturating_sub(1), known, known + 1]) {
            assert_eq!(edits_within(a, b, most), (known <= most).then_some(known), "{a} {b} {most}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]
        #[test]
        fn agrees_with_strsim(a in "[abc]{0,9}", b in "[abc]{0,9}") {
            agrees(&a, &b);
        }

        #[test]
        fn agrees_with_strsim_beyond_ascii(a in "[aü€𝄞]{0,9}", b in "[aü€𝄞]{0,9}") {
            agrees(&a, &b);
        }

        /// Blocks of 64 letters: what crosses their borders counts.
        #[test]
        fn agrees_with_strsim_on_long_texts(a in "[ab]{50,210}", b in "[ab]{50,210}") {
            agrees(&a, &b);
        }

        /// Texts with a few slips: neighbours changed over, letters lost, added and replaced, anywhere.
        #[test]
        fn agrees_with_strsim_on_slips(
            text in "[a-d ]{1,200}",
            slips in prop::collection::vec((any::<prop::sample::Index>(), 0..4_u8), 0..5),
        ) {
            let mut letters = text.clone().into_bytes();
            for (at, kind) in slips.iter().filter(|_| text.len() > 8) {
                let at = at.index(letters.len() - 1);
                match kind {
                    0 => letters.swap(at, at + 1),
                    1 => drop(letters.remove(at)),
                    2 => letters.insert(at, b'x'),
                    _ => letters[at] = b'y',
                }
            }
            agrees(&text, std::str::from_utf8(&letters).expect("ASCII"));
        }

        #[test]
        fn is_symmetric_and_never_panics(a: String, b: String) {
            agrees(&a, &b);
            prop_assert_eq!(edits(&a, &b), edits(&b, &a));
        }
    }

    #[test]
    fn borders_of_blocks() {
        let long = "ab".repeat(100);
        for at in [62, 63, 64, 126, 127, 128] {
            let mut other = long.clone().into_bytes();
            other.swap(at, at + 1);
            // A difference at both ends, so that nothing is left out.
            let other = format!("x{}y", String::from_utf8(other).expect("ASCII"));
            agrees(&format!("p{long}q"), &other);
        }
    }
}
