//! Inputs that went wrong: valid ones with their bytes flipped, cut, doubled, mixed and broken. Deterministic.

use payymo_world::Random;

/// What breaks readers: ends of numbers and of days, marks of every format, half characters, zeros.
const TOKENS: &[&[u8]] = &[
    b"\0",
    b"\xff",
    b"\xed\xa0\x80",
    b"\xed\xb0\x80",
    b"\xc3",
    b"\xf0\x9f\xa7",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\\ud800",
    b"\\udc00\\ud800",
    b"\\u0000",
    b"\\",
    b"\xe2\x80\xae",
    b"\xcc\x81",
    b"\xc2\x85",
    b"\xe2\x80\xa8",
    b"\r",
    b"\n",
    b"\r\n",
    b"\n\n",
    b"\t",
    b" ",
    b"\x1a",
    b"\x0c",
    b"-",
    b"+",
    b"'",
    b"\"",
    b"\"\"",
    b",",
    b";",
    b".",
    b":",
    b"/",
    b"0",
    b"-0",
    b"-1",
    b"9223372036854775807",
    b"-9223372036854775808",
    b"9223372036854775808",
    b"18446744073709551616",
    b"92233720368547758.07",
    b"1e999999999",
    b"1E-400",
    b"-1e18",
    b"0.00000000000000000000000000001",
    b"NaN",
    b"1,2,3,4",
    b"1.000.000,00",
    b"99999999999999999999999999999999999999",
    b"0000-00-00",
    b"9999-12-31",
    b"2026-02-30",
    b"99991231",
    b"000000",
    b"999999",
    b"20260230",
    b"2026-03-04T24:00:00+25:00",
    b"9999-12-31T23:59:60Z",
    b"-0001-01-01",
    b"null",
    b"true",
    b"{}",
    b"[]",
    b"{",
    b"}",
    b"[",
    b"]",
    b"[[[[[[[[",
    b"{\"a\":",
    b"<",
    b">",
    b"</",
    b"/>",
    b"<a>",
    b"</a>",
    b"<![CDATA[",
    b"]]>",
    b"<!--",
    b"-->",
    b"<!DOCTYPE a [<!ENTITY b \"&b;&b;\">]>",
    b"&b;",
    b"&",
    b"&#0;",
    b"&#xD800;",
    b"&#x110000;",
    b"&#99999999999;",
    b"&amp;",
    b"<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
    b"<?",
    b"xmlns:a=\"b\"",
    b":61:",
    b":86:",
    b":60F:",
    b":62F:",
    b":20:",
    b"?20",
    b"/EREF/",
    b"-}",
    b"{1:",
    b"!Type:Bank",
    b"!Account",
    b"^",
    b"16,",
    b"88,",
    b"03,",
    b"98,1,1/",
    b"JPY",
    b"KWD",
    b"XXX",
    b"EUR",
];

/// A seed after one to six accidents; `others` are what it is mixed with.
pub fn mutant(random: &mut Random, seed: &[u8], others: &[&[u8]]) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=random.below(6) {
        accident(random, &mut bytes, others);
    }
    bytes
}

fn accident(random: &mut Random, bytes: &mut Vec<u8>, others: &[&[u8]]) {
    let span = span(random, bytes.len());
    match random.below(12) {
        0 => {
            if let Some(byte) = bytes.get_mut(span.start) {
                *byte ^= 1 << random.below(8);
            }
        }
        1 => {
            if let Some(byte) = bytes.get_mut(span.start) {
                *byte = random.next() as u8;
            }
        }
        2 => drop(bytes.drain(span)),
        3 => {
            let doubled = bytes[span.clone()].repeat(1 + random.below(4) as usize);
            bytes.splice(span.end..span.end, doubled);
        }
        4 => {
            let moved: Vec<u8> = bytes.drain(span).collect();
            let at = random.below(bytes.len() as u64 + 1) as usize;
            bytes.splice(at..at, moved);
        }
        5 => {
            let other = random.pick(others);
            let part = self::span(random, other.len());
            bytes.splice(span, other[part].iter().copied());
        }
        6 => {
            let other = random.pick(others);
            let from = random.below(other.len() as u64 + 1) as usize;
            bytes.truncate(span.start);
            bytes.extend_from_slice(&other[from..]);
        }
        7 => bytes.truncate(span.start),
        8 | 9 => {
            let token = random.pick(TOKENS);
            bytes.splice(span.start..span.start, token.iter().copied());
        }
        10 => number(random, bytes, span.start),
        _ => {
            let token = random.pick(TOKENS);
            bytes.splice(span, token.iter().copied());
        }
    }
}

/// Another digit, or a whole other number, where the next number stands.
fn number(random: &mut Random, bytes: &mut Vec<u8>, from: usize) {
    let Some(start) = bytes[from..].iter().position(u8::is_ascii_digit).map(|at| from + at) else { return };
    if random.chance(500) {
        bytes[start] = b'0' + random.below(10) as u8;
        return;
    }
    let digits = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let other = random.next() >> random.below(64);
    bytes.splice(start..start + digits, other.to_string().into_bytes());
}

/// A span that is mostly short.
fn span(random: &mut Random, length: usize) -> core::ops::Range<usize> {
    let start = random.below(length as u64 + 1) as usize;
    let most = if random.chance(800) { 16 } else { length as u64 };
    let end = length.min(start + random.below(most + 1) as usize);
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mutants_differ_and_come_again() {
        let seeds: [&[u8]; 2] = [b"one, two, three 123", b"four"];
        let run = || {
            let mut random = Random::new(7);
            (0..500).map(|_| mutant(&mut random, seeds[0], &seeds)).collect::<Vec<_>>()
        };
        let (mutants, again) = (run(), run());
        assert_eq!(mutants, again);
        let mut different = mutants.clone();
        different.sort();
        different.dedup();
        assert!(different.len() > 400, "{}", different.len());
        assert!(mutants.iter().any(|bytes| core::str::from_utf8(bytes).is_err()));
        assert!(mutants.iter().any(|bytes| bytes.len() < 10) && mutants.iter().any(|bytes| bytes.len() > 30));
    }
}
