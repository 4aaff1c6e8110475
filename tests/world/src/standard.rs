//! Check digits of account numbers and payment references, as their standards state them. No noise lives here.

use crate::Random;

/// So many random digits.
pub fn digits(random: &mut Random, count: usize) -> String {
    (0..count).map(|_| char::from(b'0' + random.below(10) as u8)).collect()
}

/// One character of a list that is not empty.
pub fn characters(random: &mut Random, alphabet: &str, count: usize) -> String {
    (0..count).map(|_| char::from(*random.pick(alphabet.as_bytes()))).collect()
}

/// Remainder by 97 of a text of digits and letters (A is 10 … Z is 35): ISO 7064.
fn mod97(text: &str) -> u64 {
    text.chars().filter_map(|c| c.to_digit(36)).fold(0, |rest, value| {
        let shifted = if value > 9 { rest * 100 } else { rest * 10 };
        (shifted + u64::from(value)) % 97
    })
}

/// An IBAN of a country from its national account number.
pub fn iban(country: &str, bban: &str) -> String {
    format!("{country}{:02}{bban}", 98 - mod97(&format!("{bban}{country}00")))
}

/// An account of nobody, of the right length for its country.
pub fn some_iban(random: &mut Random, country: &str) -> String {
    let bban = match country {
        "DE" => format!(
            "{}{}",
            random.pick(&["500105", "370400", "200505", "700202", "430609"]),
            digits(random, 12)
        ),
        "AT" => format!("{}{}", random.pick(&["20111", "32000", "12000", "14000"]), digits(random, 11)),
        "CH" => format!("{}{}", random.pick(&["00762", "09000", "00230", "80808"]), digits(random, 12)),
        "NL" => format!("{}0{}", random.pick(&["INGB", "RABO", "ABNA", "BUNQ", "KNAB"]), digits(random, 9)),
        "BE" => {
            let body = format!("{}{}", random.pick(&["001", "363", "735", "068"]), digits(random, 7));
            let rest = mod97(&body);
            format!("{body}{:02}", if rest == 0 { 97 } else { rest })
        }
        "FI" => digits(random, 14),
        "SE" => format!("{}{}", random.pick(&["500", "600", "800", "300"]), digits(random, 17)),
        "NO" => digits(random, 11),
        "DK" => digits(random, 14),
        "FR" => digits(random, 23),
        "ES" => digits(random, 20),
        "IT" => format!("{}{}", random.pick(&["X05428", "K03069", "A02008", "P01030"]), digits(random, 16)),
        "PL" => format!("{}{}", random.pick(&["1020", "1140", "1050", "1240"]), digits(random, 20)),
        "PT" => format!("{}{}", random.pick(&["0035", "0010", "0033", "0018"]), digits(random, 17)),
        "LU" => format!("001{}", digits(random, 13)),
        "LT" => format!("32500{}", digits(random, 11)),
        _ => digits(random, 16),
    };
    iban(country, &bban)
}

/// ISO 11649: `RF`, check digits, body.
pub fn rf(body: &str) -> String {
    format!("RF{:02}{body}", 98 - mod97(&format!("{body}RF00")))
}

/// Luhn's check digit (mod 10), behind the body: Swedish OCR, Norwegian KID, Danish FIK.
pub fn luhn(body: &str) -> String {
    let sum: u32 = body
        .chars()
        .rev()
        .filter_map(|c| c.to_digit(10))
        .enumerate()
        .map(|(at, digit)| if at % 2 == 0 { (digit * 2) / 10 + (digit * 2) % 10 } else { digit })
        .sum();
    format!("{body}{}", (10 - sum % 10) % 10)
}

/// Swedish OCR with a length digit before the check digit.
pub fn ocr_with_length(body: &str) -> String {
    luhn(&format!("{body}{}", (body.len() + 2) % 10))
}

/// Norwegian KID, mod 11 with weights 2 to 7; `None` where the check digit would be `-`.
pub fn kid11(body: &str) -> Option<String> {
    let sum: u32 = body
        .chars()
        .rev()
        .filter_map(|c| c.to_digit(10))
        .zip((2..=7).cycle())
        .map(|(d, weight)| d * weight)
        .sum();
    match 11 - sum % 11 {
        10 => None,
        11 => Some(format!("{body}0")),
        check => Some(format!("{body}{check}")),
    }
}

/// Finnish viitenumero: weights 7, 3, 1.
pub fn viitenumero(body: &str) -> String {
    let sum: u32 = body
        .chars()
        .rev()
        .filter_map(|c| c.to_digit(10))
        .zip([7, 3, 1].into_iter().cycle())
        .map(|(digit, weight)| digit * weight)
        .sum();
    format!("{body}{}", (10 - sum % 10) % 10)
}

/// Belgian structured communication from ten digits, with its slashes and pluses.
pub fn ogm(body: &str) -> String {
    let rest = mod97(body);
    let all = format!("{body}{:02}", if rest == 0 { 97 } else { rest });
    format!("+++{}/{}/{}+++", &all[..3], &all[3..7], &all[7..])
}

/// Swiss QR reference: 26 digits and the recursive mod 10 check digit.
pub fn qrr(body: &str) -> String {
    const TABLE: [usize; 10] = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];
    let padded = format!("{body:0>26}");
    let carry = padded
        .chars()
        .filter_map(|c| c.to_digit(10))
        .fold(0, |carry, digit| TABLE[(carry + digit as usize) % 10]);
    format!("{padded}{}", (10 - carry) % 10)
}

/// Dutch betalingskenmerk: a check digit before 15 digits, weights 2, 4, 8, 5, 10, 9, 7, 3, 6, 1 from the right.
pub fn betalingskenmerk(body: &str) -> String {
    let padded = format!("{body:0>15}");
    let sum: u32 = padded
        .chars()
        .rev()
        .filter_map(|c| c.to_digit(10))
        .zip([2, 4, 8, 5, 10, 9, 7, 3, 6, 1].into_iter().cycle())
        .map(|(digit, weight)| digit * weight)
        .sum();
    let check = match 11 - sum % 11 {
        11 => 0,
        10 => 1,
        other => other,
    };
    format!("{check}{padded}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_examples_hold() {
        assert_eq!(iban("DE", "370400440532013000"), "DE89370400440532013000");
        assert_eq!(iban("NL", "ABNA0417164300"), "NL91ABNA0417164300");
        assert_eq!(rf("539007547034"), "RF18539007547034");
        assert_eq!(luhn("7992739871"), "79927398713");
        assert_eq!(viitenumero("123456"), "1234561");
        assert_eq!(ogm("0909337554"), "+++090/9337/55493+++");
        assert_eq!(qrr("21000000000313947143000901"), "210000000003139471430009017");
        assert_eq!(betalingskenmerk("234567890123456").len(), 16);
        assert_eq!(kid11("1234567").as_deref(), Some("12345674"));
    }
}
