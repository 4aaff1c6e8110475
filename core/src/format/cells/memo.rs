//! What cells were found to say, so that the few words of a column are looked up once.

use rustc_hash::FxHashMap;

/// Cells that are remembered. Columns of words hold some dozens.
const CELLS: usize = 256;
/// Bytes of a cell that is remembered.
const LONGEST: usize = 64;

/// Answers by cell.
pub(crate) struct Memo<V>(FxHashMap<Box<str>, V>);

impl<V: Copy> Memo<V> {
    pub(crate) fn new() -> Self {
        Memo(FxHashMap::default())
    }

    /// The answer for a cell: the one given before, or a new one.
    pub(crate) fn get(&mut self, cell: &str, answer: impl FnOnce(&str) -> V) -> V {
        if let Some(known) = self.0.get(cell) {
            return *known;
        }
        let answer = answer(cell);
        if cell.len() <= LONGEST && self.0.len() < CELLS {
            self.0.insert(cell.into(), answer);
        }
        answer
    }
}
