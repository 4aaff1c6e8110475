//! The few clues that say who paid: kept side by side, for there is a list of them for every customer who comes into
//! question.

use super::clue::Weighed;

/// Clues about one customer: at most one of each kind of proof, of which there are seven.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Clues {
    rows: [Weighed; MOST],
    length: usize,
}

const MOST: usize = 8;

impl Clues {
    /// Adds one; beyond the last place there is none.
    pub fn push(&mut self, clue: Weighed) {
        if let Some(place) = self.rows.get_mut(self.length) {
            *place = clue;
            self.length += 1;
        }
    }

    pub fn as_slice(&self) -> &[Weighed] {
        self.rows.get(..self.length).unwrap_or_default()
    }
}

impl From<Weighed> for Clues {
    fn from(clue: Weighed) -> Self {
        let mut out = Clues::default();
        out.push(clue);
        out
    }
}
