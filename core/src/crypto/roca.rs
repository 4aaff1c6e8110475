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
    PRIMES.iter().all(|prime| is_power(remainder(modulus, u32::from(*prime)), u32::from(*prime)))
}

fn remainder(modulus: &[u8], prime: u32) -> u32 {
    modulus.iter().fold(0, |rest, byte| (rest << 8 | u32::from(*byte)) % prime)
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
    }
}
