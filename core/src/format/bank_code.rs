//! Bank transaction codes as APIs of banks write them: ISO 20022 (`PMNT-RCDT-ESCT`), German business transaction codes
//! (GVC), and words.
//!
//! Sources: ISO 20022 External Code Sets, bank transaction codes; Die Deutsche Kreditwirtschaft, GVC of MT940/camt.

use crate::model::{BankCode, TransactionKind};

/// The code of both fields, `None` where both are empty.
pub(super) fn bank_code(iso: &str, proprietary: &str) -> Option<BankCode> {
    let mut code = BankCode::default();
    let mut parts = iso.split('-');
    let is_code = |part: &&str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_uppercase());
    if let Some(domain) = parts.next().filter(is_code) {
        code.domain = Some(domain.to_owned());
        code.family = parts.next().filter(is_code).map(str::to_owned);
        code.sub_family = parts.next().filter(is_code).map(str::to_owned);
    } else if !iso.is_empty() {
        code.proprietary = Some(iso.to_owned());
    }
    if !proprietary.is_empty() {
        code.proprietary = Some(proprietary.to_owned());
    }
    (code != BankCode::default()).then_some(code)
}

/// What the code says of the transaction.
pub(super) fn kind(code: &BankCode) -> Option<TransactionKind> {
    by_iso(code).or_else(|| by_words(code.proprietary.as_deref()?))
}

fn by_iso(code: &BankCode) -> Option<TransactionKind> {
    use TransactionKind::{Card, Cheque, DirectDebit, Fee, Interest, Return, Transfer};
    match code.sub_family.as_deref() {
        Some("RRTN" | "RPCR" | "PRDD" | "UPDD" | "UPCT" | "UPCQ" | "UPTC" | "PRCT") => return Some(Return),
        Some("CHRG" | "FEES" | "COMM" | "CHKC") => return Some(Fee),
        Some("INTR") => return Some(Interest),
        _ => {}
    }
    match code.family.as_deref()? {
        "RCDT" | "ICDT" | "RRCT" | "IRCT" => Some(Transfer),
        "RDDT" | "IDDT" => Some(DirectDebit),
        "CCRD" | "MCRD" => Some(Card),
        "RCHQ" | "ICHQ" => Some(Cheque),
        _ => None,
    }
}

/// German banks: a GVC (`NTRF+166+…`, `NSTO+117+…`) or words.
fn by_words(text: &str) -> Option<TransactionKind> {
    use TransactionKind::{Card, Cheque, DirectDebit, Fee, Interest, Return, Transfer};
    if let Some(number) = text.split('+').nth(1) {
        return match number {
            "104" | "105" | "107" | "171" | "174" => Some(DirectDebit),
            "106" => Some(Card),
            "108" | "109" | "159" | "181" | "184" => Some(Return),
            "116" | "117" | "118" | "119" | "152" | "153" | "154" | "156" | "157" | "166" | "168" | "177" => {
                Some(Transfer)
            }
            "101" | "170" => Some(Cheque),
            "805" | "808" => Some(Fee),
            "814" => Some(Interest),
            _ => None,
        };
    }
    let lower = text.to_lowercase();
    // In this order: a returned direct debit is a return, a fee for a card is a fee.
    [
        (Return, &["rücklast", "retoure", "rückbuchung", "rückgabe", "return"] as &[&str]),
        (Fee, &["entgelt", "gebühr", "abschluss", "fee", "charge"]),
        (Interest, &["zins", "interest"]),
        (DirectDebit, &["lastschrift", "direct debit"]),
        (Card, &["karte", "card", "kartenzahlung"]),
        (Cheque, &["scheck", "cheque"]),
        (Transfer, &["überweisung", "gutschrift", "dauerauftrag", "gehalt", "rente", "transfer"]),
    ]
    .into_iter()
    .find(|(_, words)| words.iter().any(|word| lower.contains(word)))
    .map(|(kind, _)| kind)
}
