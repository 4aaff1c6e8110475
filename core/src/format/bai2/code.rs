//! Type codes: direction and kind of an entry, and which status codes are balances.
//!
//! Source: Bank Administration Institute, Cash Management Balance Reporting Specifications version 2, uniform type codes.

use crate::format::BalanceKind;
use crate::model::ReturnStage;
use crate::model::TransactionKind::{
    self, Card, Cheque, DirectDebit, Fee, Interest, Internal, Other, Return, Transfer,
};

/// A code of three digits.
pub(super) fn number(text: &str) -> Option<u16> {
    let digits = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits)
}

/// What a code says of a transaction detail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Money came in, or went out.
    Moves {
        credit: bool,
    },
    /// A note without money.
    Note,
    /// A balance, or the total of all credits or debits.
    Summary,
    Unknown,
}

/// What a code says: by its range. Codes from 900 on are a bank's own, in ranges of their own.
pub(super) fn meaning(code: u16) -> Meaning {
    match code {
        890 => Meaning::Note,
        1..=99 | 100 | 400 | 700..=719 | 900..=919 => Meaning::Summary,
        101..=399 | 720..=739 | 920..=959 => Meaning::Moves { credit: true },
        401..=699 | 740..=799 | 960..=999 => Meaning::Moves { credit: false },
        _ => Meaning::Unknown,
    }
}

/// The balance that a status code is; `None` for averages, floats and totals.
pub(super) fn balance(code: u16) -> Option<BalanceKind> {
    Some(match code {
        10 => BalanceKind::Opening,
        15 => BalanceKind::Closing,
        // Ledger and available now, opening and closing available, loan, target and adjusted balances.
        30 | 39 | 40 | 44 | 45 | 56 | 57 | 59 | 60 | 65 | 66 | 701 | 703 => BalanceKind::Other,
        _ => return None,
    })
}

/// What an entry is.
pub(super) fn kind(code: u16) -> TransactionKind {
    match code {
        121
        | 122
        | 142
        | 143
        | 163..=166
        | 169
        | 191
        | 195
        | 196
        | 201
        | 206
        | 208
        | 213
        | 216
        | 227
        | 373 => Transfer,
        421 | 422 | 447 | 462 | 464 | 466 | 491..=496 | 501 | 506 | 508 | 513 | 516 | 527 | 673 => Transfer,
        155 | 156 | 451 | 452 | 455 | 469 => DirectDebit,
        115..=118 | 175 | 176 | 184 | 187 | 221 | 222 => Cheque,
        435 | 472 | 474 | 475 | 484 | 487 | 522 => Cheque,
        147 | 295 | 595 => Card,
        123 | 168 | 252 | 255 | 257 | 258 | 261 | 266 | 268 | 395 => Return,
        423 | 468 | 552 | 555 | 557 | 558 | 561 | 566 | 568 | 694 => Return,
        224 | 398 | 524 | 564 | 567 | 661 | 698 => Fee,
        242 | 346 | 354 | 359 | 654 | 659 => Interest,
        135 | 145 | 274..=278 | 281 | 286 | 347 => Internal,
        445 | 485 | 574..=578 | 581 | 656 => Internal,
        _ => Other,
    }
}

/// At which stage a return came back.
pub(super) fn stage(code: u16) -> ReturnStage {
    match code {
        261 | 561 => ReturnStage::Reject,
        _ => ReturnStage::Return,
    }
}

/// The reason of a returned ACH entry: `R01` to `R85`, as a word of its own.
pub(super) fn reason(text: &str) -> Option<&str> {
    let bytes = text.as_bytes();
    let word = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    memchr::memchr_iter(b'R', bytes).find_map(|at| {
        let alone = !word(at + 3) && at.checked_sub(1).is_none_or(|before| !word(before));
        let digits = matches!(bytes.get(at + 1..at + 3), Some([b'0'..=b'8', b'0'..=b'9']));
        text.get(at..at + 3).filter(|_| alone && digits)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges() {
        for (code, credit) in
            [(108, true), (399, true), (409, false), (699, false), (721, true), (760, false)]
        {
            assert_eq!(meaning(code), Meaning::Moves { credit }, "{code}");
        }
        assert_eq!(
            (meaning(920), meaning(960)),
            (Meaning::Moves { credit: true }, Meaning::Moves { credit: false })
        );
        assert_eq!(
            (meaning(100), meaning(10), meaning(901)),
            (Meaning::Summary, Meaning::Summary, Meaning::Summary)
        );
        assert_eq!(
            (meaning(890), meaning(0), meaning(850)),
            (Meaning::Note, Meaning::Unknown, Meaning::Unknown)
        );
        assert_eq!(
            (number("195"), number("19"), number("1950"), number("+19")),
            (Some(195), None, None, None)
        );
    }

    #[test]
    fn reasons() {
        assert_eq!(reason(r#"SEC: CCD, Reason: "R02", Return"#), Some("R02"));
        assert_eq!((reason("REF R0234 XR02"), reason("R")), (None, None));
    }
}
