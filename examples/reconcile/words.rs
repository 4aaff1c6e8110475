//! Codes as words.

use payymo::matching::{Bound, Decision, DifferenceKind, Match, MatchKind, ReviewReason, UnmatchedReason};
use serde::Serialize;

/// What a kind of match is called.
pub fn kind(kind: MatchKind) -> String {
    match kind {
        MatchKind::Single => "one payment, one invoice".to_owned(),
        MatchKind::Grouped => "one payment, several invoices".to_owned(),
        MatchKind::Instalment => "several payments, one invoice".to_owned(),
        MatchKind::OnAccount => "on account: payer known, invoice not".to_owned(),
        MatchKind::ApplyCredit => "credit applied".to_owned(),
        MatchKind::Reversal => "takes a settlement back".to_owned(),
        MatchKind::Payout => "a gateway's payout and its parts".to_owned(),
        other => code(&other),
    }
}

/// What a decision is called.
pub fn decision(decision: Decision) -> &'static str {
    match decision {
        Decision::Auto => "automatic",
        Decision::Review => "for review",
    }
}

/// Why a match waits for a person: what stands after `waits because`. Nothing where it does not wait.
pub fn review(found: &Match) -> Option<String> {
    let clue = found.evidence.iter().find(|row| Some(row.code) == found.review_clue);
    found.review.map(|reason| match (reason, clue) {
        (ReviewReason::Evidence, Some(clue)) => format!("a person should see that {}", clue.text()),
        _ => why(reason),
    })
}

/// What stands behind what is automatic.
pub fn bound(bound: &Bound) -> String {
    let Some(audited) = &bound.audited else { return "shipped calibration".to_owned() };
    let most = format!("at most {:.4} % of the automatic ones are", audited.upper * 100.0);
    let said = format!(
        "{} of {} audited matches wrong, {most}",
        audited.wrong,
        audited.wrong.saturating_add(audited.confirmed)
    );
    if audited.failed { format!("{said}: more than the options accept") } else { said }
}

/// What stands at a match of the audit sample.
pub const AUDIT: &str = "of the audit sample: please check whether it is right, and say so";

fn why(reason: ReviewReason) -> String {
    match reason {
        ReviewReason::Probability => "it is not certain enough".to_owned(),
        ReviewReason::Kind => "money on account is never booked without a person".to_owned(),
        ReviewReason::Scope => {
            "the options leave it to a person: all, or its kind, source, amount or customer".to_owned()
        }
        ReviewReason::State => "an invoice is in collection, on hold or otherwise not simply open".to_owned(),
        ReviewReason::Evidence => "a reason for it or against it needs a person's eye".to_owned(),
        ReviewReason::Payer => "nothing says who paid, and no number names the invoice".to_owned(),
        ReviewReason::Displaced => "what fits the payment better is settled by another payment".to_owned(),
        ReviewReason::Original => {
            "the payment that it takes back waits itself, or settled what is not listed".to_owned()
        }
        ReviewReason::PayerOwes => "the payer has an invoice of the same amount to pay".to_owned(),
        ReviewReason::Bound => {
            "audits showed more wrong automatic matches than the options accept".to_owned()
        }
        other => code(&other),
    }
}

/// Why a transaction settles nothing, in a sentence.
pub fn reason(reason: UnmatchedReason) -> String {
    match reason {
        UnmatchedReason::NoCandidate => "no open invoice fits".to_owned(),
        UnmatchedReason::Ambiguous => "several invoices fit alike".to_owned(),
        UnmatchedReason::Duplicate => "looks like a second copy of a payment".to_owned(),
        UnmatchedReason::ClosedInvoice => "pays an invoice that is not open any more".to_owned(),
        UnmatchedReason::NotAReceipt => "no customer's payment: interest, own transfer or payout".to_owned(),
        UnmatchedReason::Pending => "announced, not booked yet".to_owned(),
        UnmatchedReason::MoneyOut => "money out".to_owned(),
        other => code(&other),
    }
}

/// What a bookkeeper may do about it.
pub fn advice(reason: UnmatchedReason) -> &'static str {
    match reason {
        UnmatchedReason::NoCandidate => "Ask the payer, or book it by hand.",
        UnmatchedReason::Ambiguous => "Choose one of the nearest, or ask the payer.",
        UnmatchedReason::Duplicate => "Refund it, or keep it on account with the customer's consent.",
        UnmatchedReason::ClosedInvoice => "Check whether it was paid twice; refund it or keep it on account.",
        UnmatchedReason::NotAReceipt => "Nothing to settle: book it in the ledger.",
        UnmatchedReason::Pending => "Wait: it settles when the bank books it.",
        UnmatchedReason::MoneyOut => "Nothing to settle here: costs, salaries, refunds.",
        _ => "",
    }
}

/// Why an invoice's part did not come, or what a payment's surplus is.
pub fn difference(kind: DifferenceKind) -> String {
    match kind {
        DifferenceKind::Overpayment => "more than was owed".to_owned(),
        DifferenceKind::Fx => "exchange difference".to_owned(),
        DifferenceKind::ChargebackFee => "charge for a chargeback".to_owned(),
        DifferenceKind::BankFee => "taken by a bank on the way".to_owned(),
        DifferenceKind::Discount => "early-payment discount".to_owned(),
        DifferenceKind::Rounding => "rounded by the payer".to_owned(),
        DifferenceKind::Deduction => "deducted, reason not known".to_owned(),
        DifferenceKind::WithholdingTax => "tax withheld at source".to_owned(),
        DifferenceKind::Vat => "VAT left out".to_owned(),
        DifferenceKind::LateFee => "late fee not paid".to_owned(),
        DifferenceKind::KeyingError => "amount keyed wrongly".to_owned(),
        DifferenceKind::Underpayment => "too little, reason not known".to_owned(),
        other => code(&other),
    }
}

/// How sure, in words.
pub fn sure(probability: f64) -> &'static str {
    match probability {
        p if p >= 0.999 => "as good as certain",
        p if p >= 0.98 => "almost certain",
        p if p >= 0.9 => "very likely",
        p if p >= 0.7 => "likely",
        p if p >= 0.5 => "more likely than not",
        p if p >= 0.2 => "possible",
        _ => "unlikely",
    }
}

/// How sure, in per cent; cut, never rounded up to certainty.
pub fn percent(probability: f64) -> String {
    let tenths = (probability.clamp(0.0, 1.0) * 1000.0).floor() / 10.0;
    if probability >= 0.9999 {
        ">99.99 %".to_owned()
    } else if probability >= 0.99 {
        format!("{:.2} %", (probability * 10_000.0).floor() / 100.0)
    } else {
        format!("{tenths:.1} %")
    }
}

/// `1 payment`, `2 payments`.
pub fn count(number: usize, one: &str) -> String {
    format!("{number} {}", plural(number, one))
}

/// `1 match`, `2 matches`: where the plural is no `s`.
pub fn number_of(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// The word as it stands after a number.
pub fn plural(number: usize, one: &str) -> String {
    if number == 1 { one.to_owned() } else { format!("{one}s") }
}

/// The code itself, for one that is younger than this command.
fn code<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(code)) => code.replace('_', " "),
        _ => "other".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_called_certain() {
        assert_eq!(percent(1.0), ">99.99 %");
        assert_eq!(percent(0.99989), "99.98 %");
        assert_eq!(percent(0.98999), "98.9 %");
        assert_eq!(percent(0.0), "0.0 %");
        assert_eq!(percent(f64::NAN), "NaN %");
    }

    #[test]
    fn every_reason_for_a_review_has_words() {
        for reason in [
            ReviewReason::Probability,
            ReviewReason::Kind,
            ReviewReason::Scope,
            ReviewReason::State,
            ReviewReason::Evidence,
            ReviewReason::Payer,
            ReviewReason::Displaced,
            ReviewReason::Original,
            ReviewReason::PayerOwes,
            ReviewReason::Bound,
        ] {
            assert_ne!(why(reason), code(&reason), "{reason:?}");
        }
    }

    #[test]
    fn counts_have_their_plural() {
        assert_eq!(count(1, "payment"), "1 payment");
        assert_eq!(count(0, "payment"), "0 payments");
    }
}
