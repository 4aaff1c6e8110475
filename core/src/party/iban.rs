//! International bank account numbers (ISO 13616): normal form, verdict, and finding them in free text.

use core::ops::Range;

/// Letters and digits of the longest IBAN that there may be.
const LONGEST: usize = 34;

/// Countries of the SWIFT IBAN registry with the length of their IBAN, in alphabetical order.
const REGISTERED: &str = "\
    AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 \
    FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 \
    LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 \
    RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30";
/// Countries that use IBANs without being registered.
const PARTIAL: &str = "\
    AO25 BF28 BJ28 CF27 CG27 CI28 CM27 CV25 DZ26 GA27 GQ27 GW25 IR26 KM27 MA28 MG27 ML28 MZ25 NE28 SN28 TD27 TG28";

/// What is to be said of an IBAN.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum IbanVerdict {
    /// Registered or used in practice, of the right length, with the right check digits.
    Valid,
    /// The check digits do not fit: a digit is wrong.
    BadChecksum,
    /// Too short or too long for its country.
    BadLength,
    /// Of the form of an IBAN, but no country uses it.
    UnknownCountry,
    /// Not of the form: two letters, two digits, up to 30 letters and digits.
    NotIban,
}

impl IbanVerdict {
    /// All verdicts, in their order.
    pub const ALL: &'static [IbanVerdict] = &[
        IbanVerdict::Valid,
        IbanVerdict::BadChecksum,
        IbanVerdict::BadLength,
        IbanVerdict::UnknownCountry,
        IbanVerdict::NotIban,
    ];

    /// A stable name: `valid`, `bad_checksum` …
    pub const fn as_str(self) -> &'static str {
        match self {
            IbanVerdict::Valid => "valid",
            IbanVerdict::BadChecksum => "bad_checksum",
            IbanVerdict::BadLength => "bad_length",
            IbanVerdict::UnknownCountry => "unknown_country",
            IbanVerdict::NotIban => "not_iban",
        }
    }
}

/// An IBAN in normal form (capitals, no spaces), with its verdict. Never refused.
///
/// ```
/// use payymo::party::{Iban, IbanVerdict};
/// let iban = Iban::parse("de89 3704 0044 0532 0130 00");
/// assert_eq!(iban.as_str(), "DE89370400440532013000");
/// assert_eq!(iban.verdict(), IbanVerdict::Valid);
/// assert_eq!(Iban::parse("DE88370400440532013000").verdict(), IbanVerdict::BadChecksum);
/// assert_eq!(iban.printed(), "DE89 3704 0044 0532 0130 00");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Iban {
    text: String,
    verdict: IbanVerdict,
}

impl Iban {
    /// Brings text to normal form and judges it. A leading `IBAN` and the separators of print are dropped.
    pub fn parse(text: &str) -> Self {
        let text = bare(text);
        let verdict = values(&text, &mut [0; ROOM]).map_or(IbanVerdict::NotIban, judge);
        Iban { text, verdict }
    }

    /// The normal form.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What is to be said of it.
    pub fn verdict(&self) -> IbanVerdict {
        self.verdict
    }

    /// The verdict alone on text in any printed form, as of [`Iban::parse`].
    ///
    /// ```
    /// use payymo::party::{Iban, IbanVerdict};
    /// assert_eq!(Iban::verdict_of("de89 3704 0044 0532 0130 00"), IbanVerdict::Valid);
    /// ```
    pub fn verdict_of(text: &str) -> IbanVerdict {
        let mut room = [0; ROOM];
        match values(text, &mut room) {
            Some(values) => judge(values.strip_prefix(LABEL).unwrap_or(values)),
            None => Iban::parse(text).verdict,
        }
    }

    /// Whether the verdict is [`IbanVerdict::Valid`].
    pub fn is_valid(&self) -> bool {
        self.verdict == IbanVerdict::Valid
    }

    /// Two letters of the country; `None` when not of the form of an IBAN.
    pub fn country(&self) -> Option<&str> {
        if self.verdict == IbanVerdict::NotIban { None } else { self.text.get(..2) }
    }

    /// The national part, after country and check digits; `None` when not of the form of an IBAN.
    pub fn bban(&self) -> Option<&str> {
        if self.verdict == IbanVerdict::NotIban { None } else { self.text.get(4..) }
    }

    /// Whether its country is not in the SWIFT registry but uses IBANs in part (Morocco, Algeria …).
    pub fn is_partial(&self) -> bool {
        self.country().is_some_and(|country| PARTIAL.split(' ').any(|row| row.starts_with(country)))
    }

    /// In groups of four, as printed on paper.
    pub fn printed(&self) -> String {
        let mut out = String::with_capacity(self.text.len() + 8);
        for (at, ch) in self.text.chars().enumerate() {
            if at > 0 && at % 4 == 0 {
                out.push(' ');
            }
            out.push(ch);
        }
        out
    }
}

/// Valid IBANs in free text, with their bytes, in normal form. In order; they do not overlap.
///
/// Single spaces, hyphens and points inside are passed over; each must begin a word (or follow `IBAN`) and end at the
/// end of one, or, after a digit, before a letter that was glued to it by a lost line break.
///
/// ```
/// let found = payymo::party::iban::find("Rent, IBAN: DE89 3704 0044 0532 0130 00 thanks");
/// assert_eq!(found, vec![(12..39, "DE89370400440532013000".to_owned())]);
/// ```
pub fn find(text: &str) -> Vec<(Range<usize>, String)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        match begins(text, at).then(|| read(bytes, at)).flatten() {
            Some((end, iban)) => {
                found.push((at..end, iban));
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// Whether an IBAN may begin here: two letters and two digits that begin a word.
fn begins(text: &str, at: usize) -> bool {
    let Some([a, b, c, d]) = text.as_bytes().get(at..at + 4) else { return false };
    if !(a.is_ascii_alphabetic() && b.is_ascii_alphabetic() && c.is_ascii_digit() && d.is_ascii_digit()) {
        return false;
    }
    let before = text.get(..at).unwrap_or_default();
    let apart = before.chars().next_back().is_none_or(|last| !last.is_alphanumeric());
    apart || before.as_bytes().last_chunk::<4>().is_some_and(|word| word.eq_ignore_ascii_case(b"IBAN"))
}

fn read(bytes: &[u8], at: usize) -> Option<(usize, String)> {
    let country = bytes.get(at..)?.first_chunk()?;
    let length = country_length(country.map(|letter| letter.to_ascii_uppercase().wrapping_sub(b'A')))?;
    let mut iban = String::with_capacity(length);
    let mut end = at;
    let mut separated = false;
    for (offset, byte) in bytes.get(at..)?.iter().enumerate() {
        if byte.is_ascii_alphanumeric() {
            iban.push(char::from(byte.to_ascii_uppercase()));
            separated = false;
            end = at + offset + 1;
            if iban.len() == length {
                break;
            }
        } else if matches!(byte, b' ' | b'-' | b'.' | b'\n') && !separated {
            separated = true;
        } else {
            return None;
        }
    }
    let glued = match (bytes.get(end - 1), bytes.get(end)) {
        (Some(last), Some(next)) if last.is_ascii_digit() => next.is_ascii_digit(),
        (_, Some(next)) => next.is_ascii_alphanumeric(),
        _ => false,
    };
    let valid = !glued && values(&iban, &mut [0; ROOM]).map(judge) == Some(IbanVerdict::Valid);
    valid.then_some((end, iban))
}

/// Letters and digits in capitals, without a leading `IBAN`; other characters than separators are kept.
fn bare(text: &str) -> String {
    let bare: String = text.chars().filter(|ch| !is_separator(*ch)).flat_map(char::to_uppercase).collect();
    match bare.strip_prefix("IBAN") {
        Some(rest) => rest.to_owned(),
        None => bare,
    }
}

fn is_separator(ch: char) -> bool {
    ch.is_whitespace() || matches!(ch, '-' | '.' | '/' | ':' | '\u{200B}'..='\u{200F}')
}

/// What a byte counts in the check: digits 0 to 9, letters of either case 10 to 35.
#[allow(clippy::indexing_slicing)] // computed by the compiler, which looks at the bounds
static VALUES: [u8; 256] = {
    let mut values = [OTHER; 256];
    let mut byte = 0;
    while byte < values.len() {
        values[byte] = match byte as u8 {
            digit @ b'0'..=b'9' => digit - b'0',
            capital @ b'A'..=b'Z' => capital - b'A' + 10,
            small @ b'a'..=b'z' => small - b'a' + 10,
            b' ' | b'\t'..=b'\r' | b'-' | b'.' | b'/' | b':' => SEPARATOR,
            _ => OTHER,
        };
        byte += 1;
    }
    values
};
/// [`is_separator`], of ASCII.
const SEPARATOR: u8 = 0x40;
const OTHER: u8 = 0x80;
/// `IBAN`.
const LABEL: &[u8] = &[18, 11, 10, 23];

/// Most bytes of a text that is read without memory of its own: the longest IBAN in print, and a label before it.
const ROOM: usize = 64;

/// The values of a text, without its separators; `None` where it is not ASCII, or too long. Hosts ask for whole files, and
/// where digits and separators stand is what a processor cannot foresee: nothing here depends on it but sums.
fn values<'v>(text: &str, room: &'v mut [u8; ROOM]) -> Option<&'v [u8]> {
    if text.len() > ROOM || !text.is_ascii() {
        return None;
    }
    let mut length = 0;
    for byte in text.bytes() {
        let value = VALUES.get(usize::from(byte)).copied().unwrap_or(OTHER);
        if let Some(place) = room.get_mut(length % ROOM) {
            *place = value;
        }
        length += usize::from(value != SEPARATOR);
    }
    room.get(..length)
}

/// The verdict on values.
fn judge(iban: &[u8]) -> IbanVerdict {
    let [a, b, c, d, rest @ ..] = iban else { return IbanVerdict::NotIban };
    let all = iban.iter().fold(0, |all, value| all | value);
    if *a < 10 || *b < 10 || *c > 9 || *d > 9 || all >= SEPARATOR || !(1..=LONGEST - 4).contains(&rest.len())
    {
        return IbanVerdict::NotIban;
    }
    match country_length([a - 10, b - 10]) {
        None => IbanVerdict::UnknownCountry,
        Some(length) if length != iban.len() => IbanVerdict::BadLength,
        Some(_) if checks([*a, *b, *c, *d], rest) => IbanVerdict::Valid,
        Some(_) => IbanVerdict::BadChecksum,
    }
}

/// ISO 7064 mod 97-10, and check digits in the range that it gives out (02 to 98).
fn checks(first: [u8; 4], rest: &[u8]) -> bool {
    let step = |sum: u64, value: &u8| sum * (10 + 90 * u64::from(*value > 9)) + u64::from(*value);
    // Eight values are 16 digits at most: what 64 bits hold beside a remainder.
    let sum = rest.chunks(8).fold(0, |sum, eight| eight.iter().fold(sum, step) % 97);
    let [_, _, tens, ones] = first;
    first.iter().fold(sum, step) % 97 == 1 && (2..=98).contains(&(tens * 10 + ones))
}

/// Lengths by both letters of the country; 0 where no country uses IBANs.
#[expect(clippy::indexing_slicing, reason = "made by the compiler, which refuses a wrong index")]
const LENGTHS: [[u8; 26]; 26] = {
    let mut lengths = [[0; 26]; 26];
    let tables = [REGISTERED.as_bytes(), PARTIAL.as_bytes()];
    let mut table = 0;
    while table < tables.len() {
        let mut rows = tables[table];
        while let [a, b, tens, ones, rest @ ..] = rows {
            lengths[(*a - b'A') as usize][(*b - b'A') as usize] = (*tens - b'0') * 10 + (*ones - b'0');
            rows = match rest {
                [_, rest @ ..] => rest,
                [] => rest,
            };
        }
        table += 1;
    }
    lengths
};

/// Letters and digits of an IBAN of a country, which is given by its letters' places in the alphabet.
fn country_length([a, b]: [u8; 2]) -> Option<usize> {
    LENGTHS.get(usize::from(a))?.get(usize::from(b)).copied().filter(|length| *length > 0).map(usize::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Well-known examples of countries' IBANs.
    const EXAMPLES: &[&str] = &[
        "AD1200012030200359100100",
        "AT611904300234573201",
        "BE68539007547034",
        "BG80BNBG96611020345678",
        "CH9300762011623852957",
        "CZ6508000000192000145399",
        "DE89370400440532013000",
        "DK5000400440116243",
        "EE382200221020145685",
        "ES9121000418450200051332",
        "FI2112345600000785",
        "FR1420041010050500013M02606",
        "GB29NWBK60161331926819",
        "GR1601101250000000012300695",
        "HR1210010051863000160",
        "HU42117730161111101800000000",
        "IE29AIBK93115212345678",
        "IS140159260076545510730339",
        "IT60X0542811101000000123456",
        "LT121000011101001000",
        "LU280019400644750000",
        "LV80BANK0000435195001",
        "MT84MALT011000012345MTLCAST001S",
        "NL91ABNA0417164300",
        "NO9386011117947",
        "PL61109010140000071219812874",
        "PT50000201231234567890154",
        "RO49AAAA1B31007593840000",
        "SE4550000000058398257466",
        "SI56263300012039086",
        "SK3112000000198742637541",
        "TR330006100519786457841326",
        "AE070331234567890123456",
        "SA0380000000608010167519",
        "RS35260005601001611379",
        "UA213223130000026007233566001",
    ];

    #[test]
    fn examples_of_the_registry() {
        for text in EXAMPLES {
            assert!(Iban::parse(text).is_valid(), "{text}");
            assert_eq!(Iban::parse(&Iban::parse(text).printed().to_lowercase()).as_str(), *text);
            assert_eq!(find(&format!("x {text}.")), vec![(2..2 + text.len(), (*text).to_owned())]);
        }
    }

    #[test]
    fn verdicts() {
        for (text, verdict) in [
            ("DE88370400440532013000", IbanVerdict::BadChecksum),
            ("DE8937040044053201300", IbanVerdict::BadLength),
            ("ZZ89370400440532013000", IbanVerdict::UnknownCountry),
            ("20-00-00 12345678", IbanVerdict::NotIban),
            ("", IbanVerdict::NotIban),
            ("DE89", IbanVerdict::NotIban),
            ("DE89€70400440532013000", IbanVerdict::NotIban),
        ] {
            assert_eq!(Iban::parse(text).verdict(), verdict, "{text}");
            assert_eq!(Iban::verdict_of(text), verdict, "{text}");
        }
        assert_eq!(Iban::parse("iban: NO93 8601 1117 947").as_str(), "NO9386011117947");
        assert_eq!(Iban::verdict_of("iban: NO93 8601 1117 947"), IbanVerdict::Valid);
        assert!(Iban::parse("MA64011519000001205000534921").is_partial());
        for byte in 0..128_u8 {
            assert_eq!(VALUES[usize::from(byte)] == SEPARATOR, is_separator(char::from(byte)), "{byte}");
        }
        assert_eq!(REGISTERED.split(' ').count(), 89);
        for row in REGISTERED.split(' ').chain(PARTIAL.split(' ')) {
            let (country, length) = row.split_at(2);
            let letters: [u8; 2] = *country.as_bytes().first_chunk().unwrap();
            assert_eq!(country_length(letters.map(|letter| letter - b'A')), length.parse().ok());
        }
        assert_eq!(LENGTHS.as_flattened().iter().filter(|length| **length > 0).count(), 89 + 22);
    }

    #[test]
    fn in_free_text() {
        let iban = "DE89370400440532013000";
        for text in [
            "DE89370400440532013000BIC COBADEFF",
            "IBANDE89370400440532013000",
            "a/DE89-3704-0044-0532-0130-00/b",
            "müde89 DE89370400440532013000",
        ] {
            assert_eq!(find(text).into_iter().map(|hit| hit.1).collect::<Vec<_>>(), [iban], "{text}");
        }
        for text in [
            "XDE89370400440532013000",
            "DE893704004405320130001",
            "DE89  370400440532013000",
            "DE88370400440532013000",
        ] {
            assert!(find(text).is_empty(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_wrong_digit_is_seen(which in 0..EXAMPLES.len(), at in 4..15_usize, digit in 1..10_u8) {
            let mut bytes = EXAMPLES[which].as_bytes().to_vec();
            if bytes[at].is_ascii_digit() {
                bytes[at] = b'0' + (bytes[at] - b'0' + digit) % 10;
                let text = String::from_utf8(bytes).unwrap();
                prop_assert_eq!(Iban::parse(&text).verdict(), IbanVerdict::BadChecksum);
            }
        }

        /// ISO 7064 digit by digit, as by hand.
        #[test]
        fn check_digits_as_by_hand(country in 0..111_usize, bban in "[A-Z0-9]{30}", other in 2..99_u32) {
            let (country, length) =
                REGISTERED.split(' ').chain(PARTIAL.split(' ')).nth(country).unwrap().split_at(2);
            let bban = &bban[..length.parse::<usize>().unwrap() - 4];
            let digits: String =
                format!("{bban}{country}00").chars().map(|ch| ch.to_digit(36).unwrap().to_string()).collect();
            let rest = digits.chars().fold(0, |rest, digit| (rest * 10 + digit.to_digit(10).unwrap()) % 97);
            let verdict =
                if other == 98 - rest { IbanVerdict::Valid } else { IbanVerdict::BadChecksum };
            prop_assert_eq!(Iban::verdict_of(&format!("{country}{other:02}{bban}")), verdict);
            let right = format!("iban {}{:02}-{}", country.to_lowercase(), 98 - rest, bban.to_lowercase());
            prop_assert_eq!(Iban::verdict_of(&right), IbanVerdict::Valid);
        }

        #[test]
        fn never_panics(text: String, near in "[DEGB0-9é ]{0,40}") {
            for text in [text, near] {
                prop_assert_eq!(Iban::verdict_of(&text), Iban::parse(&text).verdict());
                for (at, iban) in find(&text) {
                    prop_assert_eq!(Iban::parse(&text[at]).text, iban);
                }
            }
        }
    }
}
