//! The check digits themselves. Every function takes ASCII digits (ISO 7064 takes letters too); who calls has
//! looked at the form before.

use super::canonical::Scheme;

/// Whether a printed reference may be valid: false only where its last digit, or the digit or two that its scheme
/// checks it by, are surely wrong. For who tries many numbers, most of which are no reference.
pub(super) fn may_pass(scheme: Scheme, text: &str) -> bool {
    let (mut buffer, mut count) = ([0; MOST_DIGITS], 0);
    for byte in text.bytes().filter(u8::is_ascii_digit) {
        let Some(slot) = buffer.get_mut(count) else { return true };
        *slot = byte;
        count += 1;
    }
    let digits = buffer.get(..count).and_then(|digits| core::str::from_utf8(digits).ok()).unwrap_or_default();
    let Some((front, last)) = digits.split_at_checked(count.wrapping_sub(1)) else { return true };
    let ends = |check: char| last.starts_with(check);
    match scheme {
        Scheme::KidMod10 | Scheme::Ocr => ends(luhn(front)),
        Scheme::KidMod11 => text.ends_with('-') || ends(eleven_kid(front)),
        Scheme::Viitenumero | Scheme::Viitenumber => ends(seven_three_one(front)),
        Scheme::Qrr | Scheme::Esr => ends(recursive(front)),
        Scheme::Ogm => {
            let two = digits.get(10..).and_then(|two| two.parse::<u32>().ok());
            count == 12
                && two.is_some_and(|two| two % 97 == remainder97(digits.get(..10).unwrap_or_default()))
        }
        Scheme::Betalingskenmerk => {
            let body = digits.get(1..).unwrap_or_default();
            count == 7 || digits.starts_with(eleven_nl(body))
        }
        Scheme::Rf | Scheme::Si | Scheme::Fik | Scheme::VariableSymbol => true,
    }
}

/// More digits than any reference has.
const MOST_DIGITS: usize = 40;

/// The values of ASCII digits.
fn values(digits: &str) -> impl DoubleEndedIterator<Item = u32> + '_ {
    digits.bytes().map(|byte| u32::from(byte.wrapping_sub(b'0') % 10))
}

/// What is missing to the next multiple of ten.
fn to_ten(sum: u32) -> char {
    digit((10 - sum % 10) % 10)
}

/// 0 to 9 as a character.
fn digit(value: u32) -> char {
    char::from_digit(value % 10, 10).unwrap_or('0')
}

/// Modulus 10 with the weights 2, 1 from the right and cross sums (Luhn, ISO/IEC 7812-1 annex B): KID, OCR, FIK.
pub(super) fn luhn(base: &str) -> char {
    let sum = values(base).rev().enumerate().map(|(at, value)| {
        let product = if at % 2 == 0 { value * 2 } else { value };
        product / 10 + product % 10
    });
    to_ten(sum.sum())
}

/// Modulus 10 with the weights 7, 3, 1 from the right: Finland, Estonia.
pub(super) fn seven_three_one(base: &str) -> char {
    let weights = [7, 3, 1].into_iter().cycle();
    to_ten(values(base).rev().zip(weights).map(|(value, weight)| value * weight).sum())
}

/// Modulus 10 recursive, through a Latin square: Switzerland.
pub(super) fn recursive(base: &str) -> char {
    const ROW: [u32; 10] = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];
    let carry = values(base)
        .fold(0_u32, |carry, value| ROW.get(((carry + value) % 10) as usize).copied().unwrap_or_default());
    digit((10 - carry) % 10)
}

/// Modulus 11 with the weights 2 to 7 from the right; ten is written as a hyphen: KID.
pub(super) fn eleven_kid(base: &str) -> char {
    let weights = (2..=7).cycle();
    let sum: u32 = values(base).rev().zip(weights).map(|(value, weight)| value * weight).sum();
    match (11 - sum % 11) % 11 {
        10 => '-',
        value => digit(value),
    }
}

/// Modulus 11 with the weights 2, 3, 4 … from the right; ten and eleven are written as 0: Slovenia.
pub(super) fn eleven_si(base: &str) -> char {
    let sum: u32 = values(base).rev().zip(2..).map(|(value, weight)| value * weight).sum();
    match 11 - sum % 11 {
        10 | 11 => '0',
        value => digit(value),
    }
}

/// Modulus 11 with ten weights from the right; ten is written as 1, eleven as 0: the Netherlands.
pub(super) fn eleven_nl(base: &str) -> char {
    let weights = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1].into_iter().cycle();
    let sum: u32 = values(base).rev().zip(weights).map(|(value, weight)| value * weight).sum();
    match 11 - sum % 11 {
        10 => '1',
        11 => '0',
        value => digit(value),
    }
}

/// The remainder of a text by 97, letters as two digits, A = 10 (ISO 7064 MOD 97-10).
pub(super) fn remainder97(text: &str) -> u32 {
    text.chars().filter_map(|character| character.to_digit(36)).fold(0, |rest, value| {
        let shift = if value < 10 { 10 } else { 100 };
        (rest * shift + value) % 97
    })
}

/// The two check digits of an ISO 11649 reference over this body.
pub(super) fn rf(body: &str) -> String {
    format!("{:02}", 98 - remainder97(&format!("{body}RF00")))
}

/// The two check digits of a Belgian structured communication over its ten digits.
pub(super) fn ogm(base: &str) -> String {
    match remainder97(base) {
        0 => "97".into(),
        rest => format!("{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_examples() {
        // Luhn's own; a giro card maker's (1 -> 8, 2 -> 6); Monitor ERP's KID.
        assert_eq!(luhn("7992739871"), '3');
        assert_eq!(luhn("1"), '8');
        assert_eq!(luhn("2"), '6');
        assert_eq!(luhn("60224"), '3');
        // Estonian Banking Association: 12131295 -> 2. Finance Finland: 1234567 -> 2.
        assert_eq!(seven_three_one("12131295"), '2');
        assert_eq!(seven_three_one("1234567"), '2');
        // SIX, implementation guidelines for the QR-bill.
        assert_eq!(recursive("21000000000313947143000901"), '7');
        // A tax office's worked example: 5678 -> 2.
        assert_eq!(eleven_si("5678"), '2');
        // Betaalvereniging Nederland: (5)000 0567 8901 2345, and 12 2345 3462 2567.
        assert_eq!(eleven_nl("000056789012345"), '5');
        assert_eq!(eleven_nl("2234534622567"), '1');
        // A well-known example: RF18 5390 0754 7034.
        assert_eq!(rf("539007547034"), "18");
        // A well-known example: +++090/9337/55493+++.
        assert_eq!(ogm("0909337554"), "93");
    }

    #[test]
    fn eleven_writes_ten_as_a_hyphen() {
        // 6 × 2 = 12, 12 mod 11 = 1, 11 - 1 = 10.
        assert_eq!(eleven_kid("6"), '-');
        assert_eq!(eleven_kid("0"), '0');
        // 1 × 3 + 2 × 2 = 7 -> 4.
        assert_eq!(eleven_kid("12"), '4');
    }
}
