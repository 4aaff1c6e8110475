//! Bank transaction codes to kinds, and what says that a payment came back.
//!
//! Source: ISO 20022 external code set "Bank Transaction Code", and for proprietary codes the transaction types of
//! SWIFT MT940 field 61, which many banks carry over.

use crate::format::xml::Node;
use crate::model::{BankCode, ReturnStage, Returned, TransactionKind};

/// Sub-families of payments that come back: unpaid or returned, by the payment system or the payer's bank.
const RETURNS: [&str; 8] = ["UPDD", "RRTN", "ARET", "UPCQ", "CQRV", "UPCT", "XRTN", "RVSL"];
/// Sub-families of payments that the payer or the payee takes back.
const REFUNDS: [&str; 4] = ["PRDD", "RCDD", "RPCR", "ARPD"];
/// Reasons by which a payer claims money back: refund request, no valid mandate.
const CLAIMS: [&str; 2] = ["MD06", "MD01"];

/// `BkTxCd`: domain, family, sub-family, and the bank's own.
pub(super) fn bank_code(node: Node<'_, '_>) -> Option<BankCode> {
    let owned = |text: Option<&str>| text.map(str::to_owned);
    let code = BankCode {
        domain: owned(node.text_at(["Domn", "Cd"])),
        family: owned(node.text_at(["Domn", "Fmly", "Cd"])),
        sub_family: owned(node.text_at(["Domn", "Fmly", "SubFmlyCd"])),
        proprietary: owned(node.text_at(["Prtry", "Cd"])),
    };
    (code != BankCode::default()).then_some(code)
}

/// What else hints at the kind, where the code says nothing.
#[derive(Clone, Copy, Default)]
pub(super) struct Hints {
    pub(super) mandate: bool,
    pub(super) cheque: bool,
    pub(super) card: bool,
}

/// The kind by the code, else by what else stands in the details.
pub(super) fn kind(code: Option<&BankCode>, hints: Hints) -> TransactionKind {
    let code = code.and_then(by_code);
    code.unwrap_or(match hints {
        Hints { mandate: true, .. } => TransactionKind::DirectDebit,
        Hints { cheque: true, .. } => TransactionKind::Cheque,
        Hints { card: true, .. } => TransactionKind::Card,
        _ => TransactionKind::Other,
    })
}

fn by_code(code: &BankCode) -> Option<TransactionKind> {
    let sub_family = code.sub_family.as_deref().unwrap_or_default();
    match sub_family {
        "CHRG" | "FEES" | "COMM" | "COME" | "COMI" | "COMT" | "TAXE" => return Some(TransactionKind::Fee),
        "INTR" => return Some(TransactionKind::Interest),
        "SWEP" | "TOPG" | "ZABA" | "ICCT" => return Some(TransactionKind::Internal),
        _ => {}
    }
    if RETURNS.contains(&sub_family) || REFUNDS.contains(&sub_family) {
        return Some(TransactionKind::Return);
    }
    match code.family.as_deref().unwrap_or_default() {
        "RCDT" | "ICDT" | "RRCT" | "IRCT" => Some(TransactionKind::Transfer),
        "RDDT" | "IDDT" => Some(TransactionKind::DirectDebit),
        "CCRD" | "MCRD" if sub_family == "RIMB" => Some(TransactionKind::Refund),
        "CCRD" | "MCRD" => Some(TransactionKind::Card),
        "RCHQ" | "ICHQ" => Some(TransactionKind::Cheque),
        "CAPL" => Some(TransactionKind::Internal),
        _ => code.proprietary.as_deref().and_then(by_swift),
    }
}

/// `NTRF`, `NTRF+166+…`: the letters behind `N` are SWIFT's.
fn by_swift(code: &str) -> Option<TransactionKind> {
    let kind = code.split(['+', '/', ' ']).next().unwrap_or_default();
    match kind.strip_prefix(['N', 'F', 'S'])? {
        "TRF" | "CLR" => Some(TransactionKind::Transfer),
        "DDT" => Some(TransactionKind::DirectDebit),
        "CHK" => Some(TransactionKind::Cheque),
        "CHG" | "COM" => Some(TransactionKind::Fee),
        "INT" => Some(TransactionKind::Interest),
        "RTI" => Some(TransactionKind::Return),
        _ => None,
    }
}

/// Whether, why and at which stage an earlier payment came back. `originals` are the references that it repeats.
pub(super) fn returned(
    details: Option<Node<'_, '_>>,
    code: Option<&BankCode>,
    reversal: bool,
    originals: impl FnOnce() -> Vec<String>,
) -> Option<Returned> {
    let information = details.and_then(|details| details.child("RtrInf"));
    let sub_family = code.and_then(|code| code.sub_family.as_deref()).unwrap_or_default();
    let by_swift = code.and_then(|code| code.proprietary.as_deref()).and_then(by_swift);
    let refund = REFUNDS.contains(&sub_family);
    let came_back = information.is_some()
        || reversal
        || refund
        || RETURNS.contains(&sub_family)
        || by_swift == Some(TransactionKind::Return);
    if !came_back {
        return None;
    }
    let reason = information.and_then(|information| {
        information.text_at(["Rsn", "Cd"]).or_else(|| information.text_at(["Rsn", "Prtry"]))
    });
    let claimed = reason.is_some_and(|reason| CLAIMS.contains(&reason));
    let stage = if refund || claimed { ReturnStage::Refund } else { ReturnStage::Return };
    Some(Returned { stage, reason: reason.map(str::to_owned), originals: originals() })
}
