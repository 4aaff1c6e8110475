//! What an entry is: by the German business transaction code (GVC), SWIFT's transaction type, or the bank's words.
//!
//! Sources: SWIFT Standards MT category 9, field 61 subfield 6; Die Deutsche Kreditwirtschaft, DFÜ agreement annex 3
//! (GVC, and text key extensions for returns); ING Nederland's description of its types.

use crate::model::TransactionKind::{
    self, Card, Cheque, DirectDebit, Dispute, Fee, Interest, Internal, Return, Transfer,
};

/// By a GVC: three digits before the sub-fields of `:86:`.
pub(super) fn by_gvc(gvc: [u8; 3]) -> Option<TransactionKind> {
    Some(match number(gvc) {
        1..=3 | 11 | 70 | 75 | 77 | 101..=103 | 122 | 170 => Cheque,
        4 | 5 | 71 | 84 | 104 | 105 | 107 | 171 | 174 | 192 | 193 | 195..=197 => DirectDebit,
        106 | 190 | 198 | 199 => Card,
        8
        | 13..=15
        | 20
        | 51..=54
        | 56
        | 58
        | 63
        | 65..=69
        | 112
        | 116..=119
        | 152..=157
        | 161..=169
        | 177
        | 188
        | 191
        | 194
        | 201
        | 202
        | 206 => Transfer,
        9 | 10 | 59 | 108 | 109 | 111 | 159 | 160 | 181 | 183 | 184 => Return,
        110 | 182 => Dispute,
        802..=811 => Fee,
        812 | 814 | 815 | 817 => Interest,
        820 | 833 | 834 => Internal,
        _ => return None,
    })
}

/// Whether a GVC says that several payments were booked as one.
pub(super) fn is_batch(gvc: [u8; 3]) -> bool {
    matches!(number(gvc), 79 | 188 | 190..=198)
}

fn number(gvc: [u8; 3]) -> u16 {
    gvc.iter().fold(0, |number, digit| number * 10 + u16::from(digit.wrapping_sub(b'0')))
}

/// By the transaction type of `:61:`: `NTRF`, `FDDT`, `S051`.
pub(super) fn by_type(kind: &str) -> Option<TransactionKind> {
    Some(match kind.get(1..)? {
        "TRF" | "STO" | "SAL" | "FEX" => Transfer,
        "DDT" => DirectDebit,
        "CHK" | "CLR" | "ECK" | "TCK" | "LBX" => Cheque,
        "CHG" | "COM" | "BNK" | "BRF" => Fee,
        "INT" | "CPN" => Interest,
        "RTI" => Return,
        "CMI" | "CMN" | "CMP" | "CMS" | "CMT" | "CMZ" => Internal,
        // ING in the Netherlands: two letters.
        "AC" | "GF" | "GT" | "OV" | "PO" | "VZ" => Transfer,
        "IC" => DirectDebit,
        "BA" | "GM" => Card,
        "CH" => Cheque,
        _ => return None,
    })
}

/// Words that a bank's posting text begins with or holds, in this order: a returned direct debit is a return, a fee for
/// a card is a fee.
const WORDS: [(TransactionKind, &[&str]); 8] = [
    (
        Return,
        &[
            "RETOURE",
            "RUECKLAST",
            "RÜCKLAST",
            "RUECKUEBERW",
            "RÜCKÜBERW",
            "RUECKBELAST",
            "STORNO",
            "STORNERING",
        ],
    ),
    (
        Fee,
        &[
            "ENTGELT",
            "GEBUEHR",
            "GEBÜHR",
            "PROVISION",
            "PROWIZJA",
            "OPLATA",
            "OPŁATA",
            "POPLATEK",
            "KOSTEN",
            "CHARGE",
        ],
    ),
    (Interest, &["ZINS", "RENTE", "ODSET", "UROK", "ÚROK", "INTEREST"]),
    (DirectDebit, &["LASTSCHR", "INCASSO", "DIRECT DEBIT", "POLECENIE ZAP", "INKASO"]),
    (
        Card,
        &[
            "KARTENZAHL",
            "BETAALAUTOMAAT",
            "GELDAUTOMAAT",
            "BEA ",
            "GEA ",
            "TRANSAKCJA KART",
            "PLATBA KART",
            "CARD",
        ],
    ),
    (Cheque, &["SCHECK", "CHEQUE"]),
    (Internal, &["UMBUCHUNG", "UEBERTRAG", "ÜBERTRAG"]),
    (
        Transfer,
        &[
            "UEBERW",
            "ÜBERW",
            "GUTSCHR",
            "DAUERAUFTR",
            "OVERBOEKING",
            "IDEAL",
            "ACCEPTGIRO",
            "PRZELEW",
            "PRZYCH",
            "PREVOD",
            "PŘEVOD",
            "TRANSFER",
        ],
    ),
];

/// By a bank's posting text.
pub(super) fn by_words(text: &str) -> Option<TransactionKind> {
    if text.is_empty() || text.len() > 100 {
        return None;
    }
    let upper = text.to_uppercase();
    WORDS.iter().find(|(_, words)| words.iter().any(|word| upper.contains(word))).map(|(kind, _)| *kind)
}

/// The reason of a return by its text key extension (`?34`): ISO's code, where the lists of several banks agree; else
/// the number itself.
pub(super) fn reason(extension: &str) -> Option<&str> {
    let number = extension.trim();
    if number.len() != 3 || !number.starts_with('9') || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some(match number {
        "901" => "AC01",
        "902" => "AC04",
        "903" => "AC06",
        "904" => "AG01",
        "906" => "AM04",
        "909" => "MD01",
        "912" => "MD06",
        other => other,
    })
}

/// Reasons by which a payer claims money back: refund request, no valid mandate.
pub(super) fn is_claim(reason: &str) -> bool {
    matches!(reason, "MD06" | "MD01")
}
