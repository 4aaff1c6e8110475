//! The account of a party or of a statement.

use super::text::clean;
use crate::format::xml::Node;

/// An account of a party.
pub(super) enum Account {
    Iban(String),
    Other(String),
}

impl Account {
    pub(super) fn into_text(self) -> String {
        let (Account::Iban(text) | Account::Other(text)) = self;
        text
    }

    pub(super) fn text(&self) -> &str {
        let (Account::Iban(text) | Account::Other(text)) = self;
        text
    }
}

/// `Id/IBAN`, `Id/Othr/Id`, and the forms of version 1.
pub(super) fn account(node: Node<'_, '_>) -> Option<Account> {
    let id = node.child("Id")?;
    if let Some(iban) = id.text_at(["IBAN"]) {
        if iban.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()) {
            return Some(Account::Iban(iban.to_owned()));
        }
        let compact: String = iban.chars().filter(|character| !character.is_whitespace()).collect();
        return Some(Account::Iban(compact.to_uppercase()));
    }
    id.text_at(["Othr", "Id"])
        .or_else(|| id.text_at(["BBAN"]))
        .or_else(|| id.text_at(["PrtryAcct", "Id"]))
        .map(|other| Account::Other(clean(other)))
}

/// The bank of an account: its BIC, or its national number.
pub(super) fn bank(node: Node<'_, '_>) -> Option<String> {
    let bank = node.path(["Svcr", "FinInstnId"])?;
    let text = bank.text_at(["BICFI"]).or_else(|| bank.text_at(["BIC"]));
    text.or_else(|| bank.text_at(["ClrSysMmbId", "MmbId"])).map(clean)
}
