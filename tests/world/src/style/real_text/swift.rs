//! Texts of MT940 and MT942 files, as far as a template needs them: amount, sign, text, name, account. No reader.

use chrono::NaiveDate;
use payymo::model::Transaction;
use payymo::money::{Amount, Currency};

/// A row for each `:61:` with its `:86:`; nothing for other files.
pub fn rows(bytes: &[u8]) -> Vec<Transaction> {
    let text = String::from_utf8_lossy(bytes).replace('\r', "");
    let mut rows = Vec::new();
    let mut entry: Option<i64> = None;
    let mut told: Option<String> = None;
    let finish = |entry: &mut Option<i64>, told: &mut Option<String>, rows: &mut Vec<Transaction>| {
        if let (Some(minor), Some(text)) = (entry.take(), told.take()) {
            rows.extend(row(minor, &text));
        }
    };
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix(":61:") {
            finish(&mut entry, &mut told, &mut rows);
            entry = minor(rest);
        } else if let Some(rest) = line.strip_prefix(":86:") {
            told = entry.map(|_| rest.to_owned());
        } else if line.starts_with(':') || line.starts_with('-') {
            finish(&mut entry, &mut told, &mut rows);
        } else if let Some(text) = &mut told {
            text.push_str(if text.contains('?') { "" } else { "\n" });
            text.push_str(line);
        }
    }
    finish(&mut entry, &mut told, &mut rows);
    rows
}

/// Signed minor units of a statement line.
fn minor(line: &str) -> Option<i64> {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let (sign, rest) = match rest.trim_start_matches(['R', 'E']) {
        rest if rest.starts_with('C') => (1, &rest[1..]),
        rest if rest.starts_with('D') => (-1, &rest[1..]),
        _ => return None,
    };
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let (whole, cents) = rest.split_once(',')?;
    let cents: String = cents.chars().take_while(char::is_ascii_digit).chain("00".chars()).take(2).collect();
    let (whole, cents): (i64, i64) = (whole.parse().ok()?, cents.parse().ok()?);
    whole.checked_mul(100)?.checked_add(cents).map(|minor| sign * minor)
}

fn row(minor: i64, text: &str) -> Option<Transaction> {
    let currency = Currency::parse("EUR").ok()?;
    let mut row = Transaction::new("", NaiveDate::default(), Amount::new(minor, currency));
    row.source = "mt940".into();
    if text.contains("?20") {
        let mut name = String::new();
        for field in text.split('?').skip(1) {
            let Some((tag, value)) = field.split_at_checked(2) else { continue };
            match tag {
                _ if tag.starts_with('2') || tag.starts_with('6') => row.remittance.push_str(value),
                "31" => row.counterparty.iban = Some(value.to_owned()).filter(|iban| iban.len() > 14),
                "32" | "33" => name.push_str(value),
                _ => {}
            }
        }
        row.counterparty.name = Some(name.trim().to_owned()).filter(|name| !name.is_empty());
    } else {
        row.remittance = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let named = row.remittance.split_once("/NAME/").and_then(|(_, rest)| rest.split('/').next());
        row.counterparty.name = named.map(str::to_owned).filter(|name| !name.is_empty());
    }
    Some(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_text_and_name() {
        let found = rows(b":61:0709070904CR50,05NTRFNONREF\r\n:86:166?00GUTSCHRIFT?20EREF+1?21 2?32ANNA\r\n?33 MUSTER\r\n:62F:C0\r\n");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].amount.minor(), 5005);
        assert_eq!(found[0].remittance, "EREF+1 2");
        assert_eq!(found[0].counterparty.name.as_deref(), Some("ANNA MUSTER"));
        assert!(rows(b"anything else").is_empty());
    }
}
