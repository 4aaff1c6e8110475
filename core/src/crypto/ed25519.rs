//! Points of Ed25519 that are no keys.
//!
//! # Design
//! Under a point of small order a signature can be made for any message without a secret; a point whose coordinate is not reduced has a second
//! spelling. RFC 8032 section 5.1.3 refuses the latter; of small order there are eight points.

/// The prime of the field, its lowest byte first: 2^255 − 19.
const PRIME: [u8; 32] = {
    let mut prime = [0xff; 32];
    #[allow(clippy::indexing_slicing, reason = "the places are constants within the array")]
    {
        prime[0] = 0xed;
        prime[31] = 0x7f;
    }
    prime
};

/// The coordinates of the points of order 8, their lowest byte first.
const ORDER_8: [[u8; 32]; 2] = [
    [
        0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef, 0x98, 0xf0, 0xd5,
        0xdf, 0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88, 0x6d, 0x53, 0xfc, 0x05,
    ],
    [
        0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67, 0x0f, 0x2a,
        0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac, 0x03, 0x7a,
    ],
];

/// Whether a public key is of small order or not reduced.
pub(super) fn is_weak(key: &[u8; 32]) -> bool {
    let mut coordinate = *key;
    // The highest bit is the sign of the other coordinate.
    if let Some(last) = coordinate.last_mut() {
        *last &= 0x7f;
    }
    let mut minus_one = PRIME;
    if let Some(first) = minus_one.first_mut() {
        *first -= 1;
    }
    let small =
        |number: u8| coordinate.first() == Some(&number) && coordinate.iter().skip(1).all(|byte| *byte == 0);
    let reduced = coordinate.iter().rev().lt(PRIME.iter().rev());
    !reduced || small(0) || small(1) || coordinate == minus_one || ORDER_8.contains(&coordinate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_of_small_order() {
        let mut weak = vec![[0; 32], PRIME, ORDER_8[0], ORDER_8[1]];
        let with = |at: usize, byte: u8, of: [u8; 32]| {
            let mut key = of;
            key[at] = byte;
            key
        };
        weak.extend([with(0, 1, [0; 32]), with(0, 0xec, PRIME), with(0, 0xee, PRIME), with(0, 0xff, PRIME)]);
        for key in weak {
            assert!(is_weak(&key), "{key:02x?}");
            let signed = with(31, key[31] | 0x80, key);
            assert!(is_weak(&signed), "{key:02x?}");
        }
        assert!(!is_weak(&with(0, 2, [0; 32])) && !is_weak(&with(0, 0xeb, PRIME)));
    }
}
