//! A sieve before a large table: says of most keys that are not in it that they are not, without a look at the table.

/// A bit table over hashes, sixteen bits to a key: of fifteen keys that are not there fourteen are held back.
#[derive(Clone, Debug, Default)]
pub struct Sieve {
    bits: Vec<u64>,
}

impl Sieve {
    pub fn new(keys: usize) -> Self {
        Sieve { bits: vec![0; (keys / 4).next_power_of_two()] }
    }

    /// Whether it holds back too little with so many keys.
    pub fn is_full(&self, keys: usize) -> bool {
        keys / 8 > self.bits.len()
    }

    pub fn insert(&mut self, hash: u64) {
        let (word, bit) = self.place(hash);
        if let Some(word) = self.bits.get_mut(word) {
            *word |= bit;
        }
    }

    /// `false`: surely not. `true`: look.
    pub fn may_hold(&self, hash: u64) -> bool {
        let (word, bit) = self.place(hash);
        self.bits.get(word).is_some_and(|word| word & bit != 0)
    }

    fn place(&self, hash: u64) -> (usize, u64) {
        ((hash >> 6) as usize & self.bits.len().wrapping_sub(1), 1 << (hash & 63))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::Key;

    #[test]
    fn what_was_put_in_is_found_and_most_else_is_not() {
        let hash = |n: u32| Key::of(&format!("INV{n:06}")).unwrap().mixed();
        let mut sieve = Sieve::new(1000);
        assert!(!Sieve::default().may_hold(hash(1)));
        (0..1000).for_each(|n| sieve.insert(hash(n)));
        assert!((0..1000).all(|n| sieve.may_hold(hash(n))));
        assert!((1000..11_000).filter(|n| sieve.may_hold(hash(*n))).count() < 1500);
    }
}
