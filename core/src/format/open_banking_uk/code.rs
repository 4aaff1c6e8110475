//! Bank transaction codes of the API: the names of ISO 20022 written as one word in version 3, its codes in version 4.
//!
//! Source: Open Banking UK, namespaced enumerations of `OBBankTransactionCodeStructure1` (3.1); External Code Sets (4.0).

use super::super::bank_code;
use crate::model::{BankCode, TransactionKind};

/// Families by their name. Banks write them in the singular and in the plural.
const FAMILIES: [(&str, &str); 18] = [
    ("receivedcredittransfer", "RCDT"),
    ("issuedcredittransfer", "ICDT"),
    ("receivedrealtimecredittransfer", "RRCT"),
    ("issuedrealtimecredittransfer", "IRCT"),
    ("receiveddirectdebit", "RDDT"),
    ("issueddirectdebit", "IDDT"),
    ("receivedcheque", "RCHQ"),
    ("issuedcheque", "ICHQ"),
    ("customercardtransaction", "CCRD"),
    ("merchantcardtransaction", "MCRD"),
    ("receivedcashconcentrationtransaction", "RCCN"),
    ("issuedcashconcentrationtransaction", "ICCN"),
    ("countertransaction", "CNTR"),
    ("draft", "DRFT"),
    ("lockboxtransaction", "LBOX"),
    ("miscellaneouscreditoperation", "MCOP"),
    ("miscellaneousdebitoperation", "MDOP"),
    ("otherpayment", "OTHR"),
];

/// Sub-families by their name.
const SUB_FAMILIES: [(&str, &str); 27] = [
    ("domesticcredittransfer", "DMCT"),
    ("sepacredittransfer", "ESCT"),
    ("crossbordercredittransfer", "XBCT"),
    ("internalbooktransfer", "BOOK"),
    ("autotransfer", "AUTT"),
    ("standingorder", "STDO"),
    ("creditcardpayment", "POSC"),
    ("pointofsale", "POSD"),
    ("pointofsaledebitpayment", "POSD"),
    ("pointofsalepaymentdebitcard", "POSD"),
    ("pointofsalepaymentcreditcard", "POSC"),
    ("cashwithdrawal", "CWDL"),
    ("cashdeposit", "CDPT"),
    ("directdebit", "PMDD"),
    ("directdebitpayment", "PMDD"),
    ("sepacoredirectdebit", "ESDD"),
    ("sepab2bdirectdebit", "BBDD"),
    ("interest", "INTR"),
    ("charge", "CHRG"),
    ("fee", "FEES"),
    ("commission", "COMM"),
    ("cheque", "CCHQ"),
    ("unpaiddirectdebit", "UPDD"),
    ("reversalduetopaymentreturn", "RRTN"),
    ("reversalduetopaymentcancellationrequest", "RPCR"),
    ("reversalduetopaymentreversal", "PRDD"),
    ("unpaidcheque", "UPCQ"),
];

/// The code of a transaction: what stands in both fields.
pub(super) fn bank_code(code: &str, sub_code: &str, proprietary: &str) -> Option<BankCode> {
    let family = find(&FAMILIES, code);
    let sub_family = find(&SUB_FAMILIES, sub_code);
    let mut read = BankCode {
        domain: family.is_some().then(|| "PMNT".to_owned()),
        family,
        sub_family,
        proprietary: Some(proprietary.to_owned()).filter(|text| !text.is_empty()),
    };
    // Codes of a bank's own in the fields of the standard are kept where nothing else is.
    if read.proprietary.is_none() && (read.family.is_none() || read.sub_family.is_none()) {
        let own = [code, sub_code].join(" ");
        read.proprietary = Some(own.trim().to_owned()).filter(|text| !text.is_empty());
    }
    (read != BankCode::default()).then_some(read)
}

/// What the code says of the transaction.
pub(super) fn kind(code: &BankCode) -> Option<TransactionKind> {
    bank_code::kind(code)
}

/// The ISO code of a name, or the code itself.
fn find(table: &[(&str, &str)], said: &str) -> Option<String> {
    // Version 3 may put the name space before it: `UK.OBIE.ReceivedCreditTransfer`.
    let name = said.rsplit('.').next().unwrap_or(said);
    if name.len() == 4 && name.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Some(name.to_owned());
    }
    let mut plain: String =
        name.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect();
    if plain.ends_with('s') {
        plain.pop();
    }
    table.iter().find(|(known, _)| *known == plain).map(|(_, code)| (*code).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_codes() {
        for (code, sub, expected) in [
            ("ReceivedCreditTransfer", "DomesticCreditTransfer", TransactionKind::Transfer),
            ("IssuedDirectDebits", "DirectDebit", TransactionKind::DirectDebit),
            ("UK.OBIE.CustomerCardTransactions", "PointOfSaleDebitPayment", TransactionKind::Card),
            ("MiscellaneousDebitOperations", "Charges", TransactionKind::Fee),
            ("ReceivedDirectDebits", "ReversalDueToPaymentReturn", TransactionKind::Return),
            ("RCDT", "ESCT", TransactionKind::Transfer),
            ("Merchant Card Transaction", "", TransactionKind::Card),
        ] {
            let read = bank_code(code, sub, "").unwrap();
            assert_eq!(kind(&read), Some(expected), "{code} {sub}");
        }
        assert_eq!(bank_code("Own", "Words", "").unwrap().proprietary.as_deref(), Some("Own Words"));
        assert_eq!(bank_code("RCDT", "ESCT", "FPI").unwrap().proprietary.as_deref(), Some("FPI"));
        assert_eq!(bank_code("", "", ""), None);
        // Words of the bank's own where the standard says nothing.
        assert_eq!(kind(&bank_code("", "", "Direct Debit").unwrap()), Some(TransactionKind::DirectDebit));
    }
}
