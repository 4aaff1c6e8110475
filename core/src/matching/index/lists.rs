//! Many short lists in one piece of memory.
#![allow(clippy::indexing_slicing)] // a kernel: spans are cut from the pool that they were made for

/// Lists by row.
#[derive(Clone, Debug, Default)]
pub struct Lists<T> {
    spans: Vec<Span>,
    pool: Vec<T>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Span {
    start: u32,
    length: u32,
}

impl<T: Copy> Lists<T> {
    pub fn with_capacity(lists: usize, values: usize) -> Self {
        Lists { spans: Vec::with_capacity(lists), pool: Vec::with_capacity(values) }
    }

    /// Adds a list; answers its row.
    pub fn add(&mut self, values: impl IntoIterator<Item = T>) -> u32 {
        let start = self.pool.len() as u32;
        self.pool.extend(values);
        let length = self.pool.len() as u32 - start;
        self.spans.push(Span { start, length });
        self.spans.len() as u32 - 1
    }

    /// A list; nothing where there is none.
    pub fn get(&self, row: u32) -> &[T] {
        let cut = |span: &Span| &self.pool[span.start as usize..(span.start + span.length) as usize];
        self.spans.get(row as usize).map_or(&[], cut)
    }
}
