//! RSA keys of a faulty generator.
//!
//! # Design
//! Keys that some smart cards made until 2017 are products of primes of the form `k·M + (65537^a mod M)`, where `M` is the product of the
//! first primes: such a modulus is a power of 65537 modulo each of them, which one of another generator is by chance once in some
//! hundred millions. Source: Nemec and others, "The Return of Coppersmith's Attack", CCS 2017 (CVE-2017-15361).

/// The primes of `M` for the smallest keys.
const PRIMES: [u16; 39] = [
    2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103,
    107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167,
];
const GENERATOR: u32 = 65_537;

/// Whether a modulus, its highest byte first, has the fingerprint of that generator.
pub(super) fn is_of_it(modulus: &[u8]) -> bool {
    let mut primes = PRIMES.as_slice();
    while !primes.is_empty() {
        // One pass over the modulus for as many primes as make a product of 32 bits: most moduli fail in the first.
        let (mut product, mut count) = (1_u32, 0);
        for prime in primes {
            let Some(larger) = product.checked_mul(u32::from(*prime)) else { break };
            (product, count) = (larger, count + 1);
        }
        let Some((together, others)) = primes.split_at_checked(count.max(1)) else { return false };
        let rest = remainder(modulus, product);
        if !together.iter().all(|prime| is_power(rest % u32::from(*prime), u32::from(*prime))) {
            return false;
        }
        primes = others;
    }
    true
}

fn remainder(modulus: &[u8], by: u32) -> u32 {
    let by = u64::from(by);
    let (head, words) = modulus.split_at(modulus.len() % 4);
    let head = head.iter().fold(0, |rest, byte| (rest << 8 | u64::from(*byte)) % by);
    let word = |word: &[u8]| word.iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
    let rest = words.chunks_exact(4).fold(head, |rest, four| (rest << 32 | word(four)) % by);
    // Below a divisor of 32 bits.
    u32::try_from(rest).unwrap_or(u32::MAX)
}

/// Whether a number is a power of the generator modulo a prime.
fn is_power(number: u32, prime: u32) -> bool {
    let mut power = 1;
    for _ in 0..prime {
        if power == number {
            return true;
        }
        power = power * (GENERATOR % prime) % prime;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_of_the_generator_are_told() {
        // 65537^5, which is a power modulo every prime.
        let mut power = 1_u128;
        (0..5).for_each(|_| power *= u128::from(GENERATOR));
        assert!(is_of_it(&power.to_be_bytes()));
        assert!(!is_of_it(&(power + 2).to_be_bytes()));
        assert_eq!(remainder(&[1, 0, 1], 7), GENERATOR % 7);
        let number = u128::MAX - 158;
        for by in [2, 167, 4_294_967_291_u32] {
            let rest = u32::try_from(number % u128::from(by)).unwrap();
            assert_eq!(remainder(&number.to_be_bytes(), by), rest);
            assert_eq!(remainder(&[&[0, 0, 0], &number.to_be_bytes()[..]].concat(), by), rest);
        }
    }
}
