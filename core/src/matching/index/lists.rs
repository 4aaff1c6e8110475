//! Many short lists in one piece of memory.
#![allow(clippy::indexing_slicing)] // a kernel: spans are cut from the pool that they were made for

/// Lists by row. A list that outgrows its room moves to the end; what is left behind is cleared away when it is half of
/// all.
#[derive(Clone, Debug)]
pub struct Lists<T> {
    spans: Vec<Span>,
    pool: Vec<T>,
    dropped: usize,
}

#[derive(Clone, Copy, Debug, Default)]
struct Span {
    start: u32,
    length: u32,
    room: u32,
}

impl Span {
    fn range(self) -> core::ops::Range<usize> {
        self.start as usize..(self.start + self.length) as usize
    }
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Lists { spans: Vec::new(), pool: Vec::new(), dropped: 0 }
    }
}

impl<T: Copy + Ord> Lists<T> {
    /// Puts a value into a list in order, where it is not there yet; says whether it was not.
    pub fn insert_sorted(&mut self, row: u32, value: T) -> bool {
        let list = self.get(row);
        // What comes in order is put at the end.
        let at = match list.last() {
            Some(last) if *last >= value => match list.binary_search(&value) {
                Ok(_) => return false,
                Err(at) => at,
            },
            _ => list.len(),
        };
        self.insert(row, at, value);
        true
    }

    /// Takes a value out of a list in order; says whether it was there.
    pub fn remove_sorted(&mut self, row: u32, value: T) -> bool {
        let found = self.get(row).binary_search(&value);
        found.inspect(|at| self.remove(row, *at)).is_ok()
    }
}

impl<T: Copy> Lists<T> {
    /// A list; nothing where there is none.
    pub fn get(&self, row: u32) -> &[T] {
        self.spans.get(row as usize).map_or(&[], |span| &self.pool[span.range()])
    }

    /// Puts a value at a place of a list.
    pub fn insert(&mut self, row: u32, at: usize, value: T) {
        if self.spans.len() <= row as usize {
            self.spans.resize(row as usize + 1, Span::default());
        }
        let span = self.spans[row as usize];
        if span.length == span.room {
            self.grow(row, value);
        }
        let span = &mut self.spans[row as usize];
        let range = span.range();
        let at = range.start + at.min(range.len());
        self.pool.copy_within(at..range.end, at + 1);
        self.pool[at] = value;
        span.length += 1;
    }

    /// Takes the value at a place out of a list.
    pub fn remove(&mut self, row: u32, at: usize) {
        let Some(span) = self.spans.get_mut(row as usize).filter(|span| at < span.length as usize) else {
            return;
        };
        let range = span.range();
        self.pool.copy_within(range.start + at + 1..range.end, range.start + at);
        span.length -= 1;
    }

    /// Puts a value behind the last of a list.
    pub fn push(&mut self, row: u32, value: T) {
        self.insert(row, usize::MAX, value);
    }

    /// Empties a list.
    pub fn clear(&mut self, row: u32) {
        if let Some(span) = self.spans.get_mut(row as usize) {
            span.length = 0;
        }
    }

    /// Gives a full list room: behind it where it is the last, else at the end.
    fn grow(&mut self, row: u32, filler: T) {
        let span = self.spans[row as usize];
        if (span.start + span.room) as usize == self.pool.len() {
            self.pool.push(filler);
            self.spans[row as usize].room += 1;
            return;
        }
        if self.dropped > self.pool.len() / 2 {
            self.gather();
        }
        let span = self.spans[row as usize];
        let room = (span.room * 2).max(4);
        let start = self.pool.len() as u32;
        self.pool.extend_from_within(span.range());
        self.pool.resize(start as usize + room as usize, filler);
        self.dropped += span.room as usize;
        self.spans[row as usize] = Span { start, room, ..span };
    }

    /// Takes out what lists that moved have left behind.
    fn gather(&mut self) {
        let mut pool = Vec::with_capacity(self.pool.len() - self.dropped);
        for span in &mut self.spans {
            let start = pool.len() as u32;
            let range = span.start as usize..(span.start + span.room) as usize;
            pool.extend_from_slice(&self.pool[range]);
            span.start = start;
        }
        (self.pool, self.dropped) = (pool, 0);
    }

    /// Lays the lists one behind the other, without room between them.
    pub fn tidy(&mut self) {
        let mut pool = Vec::with_capacity(self.spans.iter().map(|span| span.length as usize).sum());
        for span in &mut self.spans {
            let start = pool.len() as u32;
            pool.extend_from_slice(&self.pool[span.range()]);
            (span.start, span.room) = (start, span.length);
        }
        (self.pool, self.dropped) = (pool, 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn lists_are_what_vectors_would_be(acts in prop::collection::vec((0_u32..6, any::<bool>(), 0_usize..8, any::<u8>()), 0..300)) {
            let mut lists = Lists::default();
            let mut vectors: Vec<Vec<u8>> = vec![Vec::new(); 6];
            for (row, puts, at, value) in acts {
                let vector = &mut vectors[row as usize];
                if puts {
                    let at = at.min(vector.len());
                    vector.insert(at, value);
                    lists.insert(row, at, value);
                } else {
                    if at < vector.len() {
                        vector.remove(at);
                    }
                    lists.remove(row, at);
                }
                for (row, vector) in vectors.iter().enumerate() {
                    prop_assert_eq!(lists.get(row as u32), vector.as_slice());
                }
            }
        }
    }
}
