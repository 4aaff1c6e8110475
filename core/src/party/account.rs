//! Account numbers of any form, and when two forms are one account.

use super::iban::Iban;

/// A key to compare account numbers by: letters and digits in capitals, without separators and a leading `IBAN`.
///
/// The Czech and Slovak form `prefix-number/bank` becomes the national part of its IBAN. A masked number keeps its
/// stars. An empty key means that there is no number.
///
/// ```
/// use payymo::party::normal_account;
/// assert_eq!(normal_account("20-00-00 55779911"), "20000055779911");
/// assert_eq!(normal_account("19-2000145399/0800"), "08000000192000145399");
/// assert_eq!(normal_account("iban de89 3704 0044 0532 0130 00"), "DE89370400440532013000");
/// ```
pub fn normal_account(text: &str) -> String {
    let mut key = String::new();
    normal_account_into(text, &mut key);
    key
}

/// [`normal_account`] into memory that is used again: what `key` held is cleared.
///
/// ```
/// let mut key = String::new();
/// payymo::party::normal_account_into("20-00-00 55779911", &mut key);
/// assert_eq!(key, "20000055779911");
/// ```
pub fn normal_account_into(text: &str, key: &mut String) {
    key.clear();
    key.reserve(text.len());
    if czech(text.trim(), key) {
        return;
    }
    if text.is_ascii() {
        for part in text.as_bytes().chunks(BLOCK) {
            let (mut block, mut kept) = ([0; BLOCK], 0);
            for byte in part {
                if let Some(slot) = block.get_mut(kept) {
                    *slot = byte.to_ascii_uppercase();
                }
                kept += usize::from(byte.is_ascii_alphanumeric() || *byte == b'*');
            }
            let kept = block.get(..kept).unwrap_or_default();
            key.push_str(core::str::from_utf8(kept).unwrap_or_default());
        }
    } else {
        let known = text.chars().filter(|ch| ch.is_alphanumeric() || *ch == '*');
        key.extend(known.flat_map(char::to_uppercase));
    }
    if key.starts_with("IBAN") {
        key.drain(..4);
    }
}

/// Bytes that are looked at at a time.
const BLOCK: usize = 32;

/// All keys under which an account may be written: its [`normal_account`] first; for a valid IBAN then the national
/// forms that identify it alone (sort code and number, BLZ and number with and without leading zeros …).
///
/// Two texts are the same account if the first key of one is among the keys of the other: index by all, look up the first.
pub fn account_keys(text: &str) -> Vec<String> {
    let mut keys = vec![normal_account(text)];
    let iban = Iban::parse(text);
    if iban.is_valid() {
        for form in national(&iban) {
            if form.len() >= 7 && !keys.contains(&form) {
                keys.push(form);
            }
        }
    }
    keys
}

/// Whether two texts are one account: equal in normal form, or an IBAN and the national number that it holds.
///
/// A masked or empty number is the same as none.
///
/// ```
/// use payymo::party::same_account;
/// assert!(same_account("GB29 NWBK 6016 1331 9268 19", "60-16-13 31926819"));
/// assert!(same_account("DE89370400440532013000", "37040044 / 532013000"));
/// assert!(!same_account("****6819", "****6819"));
/// ```
pub fn same_account(a: &str, b: &str) -> bool {
    let (a, b) = (account_keys(a), account_keys(b));
    let holds = |keys: &[String], of: &[String]| of.first().is_some_and(|first| keys.contains(first));
    let known = |keys: &[String]| keys.first().is_some_and(|key| !key.is_empty() && !key.contains('*'));
    known(&a) && known(&b) && (holds(&a, &b) || holds(&b, &a))
}

/// The national forms of a valid IBAN.
fn national(iban: &Iban) -> Vec<String> {
    let (Some(country), Some(bban)) = (iban.country(), iban.bban()) else { return Vec::new() };
    let mut forms = vec![bban.to_owned()];
    let mut add = |bank: &str, number: &str| forms.push(format!("{bank}{number}"));
    let split = |at: usize| bban.split_at_checked(at).unwrap_or((bban, ""));
    match country {
        // Sort code and account number
        "GB" | "IE" => add("", split(4).1),
        // Bankleitzahl and account number
        "DE" => add(split(8).0, zeroless(split(8).1)),
        "AT" => add(split(5).0, zeroless(split(5).1)),
        // Numbers were unique over all banks
        "NL" => {
            add("", split(4).1);
            add("", zeroless(split(4).1));
        }
        // Registration number and account number
        "DK" | "FO" | "GL" => add(split(4).0, zeroless(split(4).1)),
        // Printed without the zeros that fill it up, after the sixth digit or, for some banks, the seventh
        "FI" => {
            add(split(6).0, zeroless(split(6).1));
            add(split(7).0, zeroless(split(7).1));
        }
        // Clearing and account number, filled up in front
        "SE" => add("", zeroless(split(3).1)),
        // The national number has the check digits of the IBAN
        "PL" => add("", iban.as_str().get(2..).unwrap_or_default()),
        // The last group is left out when it is empty
        "HU" if split(16).1 == "00000000" => add(split(16).0, ""),
        // Bank, ledger and number; then the holder's identity number
        "IS" => add(split(12).0, ""),
        _ => {}
    }
    forms
}

fn zeroless(number: &str) -> &str {
    number.trim_start_matches('0')
}

/// Writes `prefix-number/bank` as the national part of an IBAN: bank, prefix in six digits, number in ten. Whether it
/// is of that form.
fn czech(text: &str, key: &mut String) -> bool {
    let Some((account, bank)) = text.split_once('/') else { return false };
    let (prefix, number) = account.split_once('-').unwrap_or(("", account));
    let digits =
        |text: &str, most: usize| text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit());
    let formed =
        bank.len() == 4 && digits(bank, 4) && digits(prefix, 6) && number.len() >= 2 && digits(number, 10);
    if formed {
        key.push_str(bank);
        for (part, width) in [(prefix, 6), (number, 10)] {
            key.extend(core::iter::repeat_n('0', width - part.len()));
            key.push_str(part);
        }
    }
    formed
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn iban_and_national_form() {
        for (iban, national) in [
            ("GB29NWBK60161331926819", "60-16-13 31926819"),
            ("GB29NWBK60161331926819", "60161331926819"),
            ("IE29AIBK93115212345678", "93-11-52 12345678"),
            ("DE89370400440532013000", "37040044 0532013000"),
            ("DE89370400440532013000", "37040044/532013000"),
            ("NL91ABNA0417164300", "417164300"),
            ("NL91ABNA0417164300", "41.71.64.300"),
            ("BE68539007547034", "539-0075470-34"),
            ("AT611904300234573201", "19043 00234573201"),
            ("AT611904300234573201", "19043 234573201"),
            ("CZ6508000000192000145399", "19-2000145399/0800"),
            ("SK3112000000198742637541", "19-8742637541/1200"),
            ("FI2112345600000785", "123456-785"),
            ("NO9386011117947", "8601 11 17947"),
            ("DK5000400440116243", "0040 0440116243"),
            ("DK5000400440116243", "0040-440116243"),
            ("SE4550000000058398257466", "5839-8257466"),
            ("PL61109010140000071219812874", "61 1090 1014 0000 0712 1981 2874"),
            ("HU42117730161111101800000000", "11773016-11111018"),
            ("ES9121000418450200051332", "2100 0418 45 0200051332"),
        ] {
            assert!(same_account(iban, national), "{iban} {national}");
            assert!(same_account(national, iban), "{iban} {national}");
        }
    }

    #[test]
    fn what_differs() {
        for (a, b) in [
            ("", ""),
            ("DE89370400440532013000", ""),
            ("GB29NWBK60161331926819", "31926819"),
            ("DE89370400440532013000", "532013000"),
            ("GB29NWBK60161331926819", "60-16-13 31926810"),
            // An IBAN with a wrong digit stands for nothing but itself.
            ("GB28NWBK60161331926819", "60-16-13 31926819"),
        ] {
            assert!(!same_account(a, b), "{a} {b}");
        }
    }

    proptest! {
        #[test]
        fn symmetric_and_reflexive(a in "[A-Z0-9 /*-]{0,24}", b in "[0-9/-]{0,20}") {
            prop_assert_eq!(same_account(&a, &b), same_account(&b, &a));
            let key = normal_account(&a);
            prop_assert_eq!(same_account(&a, &a), !key.is_empty() && !key.contains('*'));
        }

        #[test]
        fn never_panics(a: String) {
            account_keys(&a);
        }
    }
}
