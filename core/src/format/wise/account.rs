//! Whose account it is, and its numbers.

use super::super::json::part;
use super::wire::{Bank, BankCode, Holder, Number};
use crate::party::Iban;
use serde_json::value::RawValue;

/// Name of the holder.
pub(super) fn holder(text: &str) -> Option<String> {
    let holder: Holder<'_> = serde_json::from_str(text).ok()?;
    let person = [holder.first_name.clean(), holder.last_name.clean()].join(" ");
    holder.business_name.some().or_else(|| Some(person.trim().to_owned()).filter(|name| !name.is_empty()))
}

/// The number of the account, an IBAN before others, and the bank's BIC, of account details or a list of them.
pub(super) fn numbers(text: &str) -> (Option<String>, Option<String>) {
    let list: Vec<&RawValue> = if text.starts_with('[') {
        serde_json::from_str(text).unwrap_or_default()
    } else {
        serde_json::from_str(text).ok().into_iter().collect()
    };
    let (mut numbers, mut bic) = (Vec::new(), None);
    for raw in list {
        let bank: Bank<'_> = part(Some(raw));
        numbers.extend([bank.iban.some(), bank.account_number.some()].into_iter().flatten());
        let more: Vec<&RawValue> = part(bank.account_numbers);
        numbers
            .extend(more.into_iter().filter_map(|raw| part::<Number<'_>>(Some(raw)).account_number.some()));
        let codes: Vec<&RawValue> = part(bank.bank_codes);
        let mut codes = codes.into_iter().map(|raw| part::<BankCode<'_>>(Some(raw)));
        let swift = codes.find(|code| {
            let scheme = code.scheme.0.to_ascii_uppercase();
            scheme.contains("SWIFT") || scheme.contains("BIC")
        });
        bic = bic.or_else(|| bank.swift.some()).or_else(|| swift.and_then(|code| code.value.some()));
    }
    let iban = numbers.iter().map(|number| Iban::parse(number)).find(Iban::is_valid);
    let number = iban.map(|iban| iban.as_str().to_owned()).or_else(|| numbers.into_iter().next());
    (number, bic)
}
