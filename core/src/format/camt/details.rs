//! What the details of an entry say: parties, references, remittance.

use super::account::{Account, account};
use super::amounts::amount;
use super::statement::Statement;
use super::text::{clean, given, join};
use crate::format::reading::nothing::{is_filler, says_nothing};
use crate::format::xml::Node;
use crate::model::{Counterparty, Reference, ReferenceKind, RemittanceLine};
use crate::money::Currency;

/// A reference of the bank that can tell an entry, or nothing.
pub(super) fn bank_reference(node: Node<'_, '_>) -> Option<String> {
    given(node.child("AcctSvcrRef"))
        .filter(|text| text.bytes().any(|byte| byte.is_ascii_alphanumeric() && byte != b'0'))
        .map(clean)
}

/// The other side, and the IBAN that the money came in on where it is not the account itself.
pub(super) struct Parties {
    pub(super) other: Counterparty,
    pub(super) payee_iban: Option<String>,
}

struct Side<'t, 'a> {
    party: Option<Node<'t, 'a>>,
    ultimate: Option<Node<'t, 'a>>,
    account: Option<Account>,
    holder: Option<&'t str>,
    agent: Option<Node<'t, 'a>>,
}

impl<'t, 'a> Side<'t, 'a> {
    fn read(details: Node<'t, 'a>, party: &str, account_name: &str, ultimate: &str, agent: &str) -> Self {
        let parties = details.child("RltdPties");
        let find = |name: &str| parties.and_then(|parties| parties.child(name));
        let holder = find(account_name);
        Side {
            party: find(party).map(unwrap),
            ultimate: find(ultimate).map(unwrap),
            account: holder.and_then(account),
            holder: holder.and_then(|holder| holder.text_at(["Nm"])),
            agent: details.child("RltdAgts").and_then(|agents| agents.child(agent)),
        }
    }

    fn name(&self) -> Option<&'t str> {
        let party = self
            .party
            .and_then(|party| party.text_at(["Nm"]).or_else(|| party.text_at(["FinInstnId", "Nm"])));
        party.or(self.holder).filter(|name| !is_filler(name))
    }

    fn is_empty(&self) -> bool {
        self.name().is_none() && self.account.is_none()
    }

    /// Whether it is the statement's own side: by its account, or by the holder's name where it has none.
    fn is_own(&self, statement: &Statement) -> bool {
        match (&self.account, &statement.account) {
            (Some(account), Some(own)) => account.text() == own,
            _ => match (self.name(), &statement.owner) {
                (Some(name), Some(own)) => name.eq_ignore_ascii_case(own),
                _ => false,
            },
        }
    }
}

/// Version 8 and later wrap a party into `Pty`, or name an agent in its place.
fn unwrap<'t, 'a>(side: Node<'t, 'a>) -> Node<'t, 'a> {
    side.child("Pty").or_else(|| side.child("Agt")).unwrap_or(side)
}

/// The parties of a movement: the debtor of money in, the creditor of money out. A payment that came back keeps the
/// roles of the first one, so the side that is the account's own is never the other side.
pub(super) fn parties(details: Node<'_, '_>, credit: bool, statement: &Statement) -> Parties {
    let debtor = Side::read(details, "Dbtr", "DbtrAcct", "UltmtDbtr", "DbtrAgt");
    let creditor = Side::read(details, "Cdtr", "CdtrAcct", "UltmtCdtr", "CdtrAgt");
    let (mut other, mut own) = if credit { (debtor, creditor) } else { (creditor, debtor) };
    if (other.is_empty() || other.is_own(statement)) && !own.is_empty() && !own.is_own(statement) {
        core::mem::swap(&mut other, &mut own);
    }
    let payee_iban = match own.account {
        Some(Account::Iban(iban)) if credit && statement.account.as_ref() != Some(&iban) => Some(iban),
        _ => None,
    };
    let contact = |party: Option<Node<'_, '_>>| {
        party.and_then(|party| party.text_at(["CtctDtls", "EmailAdr"])).map(clean)
    };
    let bank = other.agent.and_then(|agent| agent.child("FinInstnId"));
    let bic = bank.and_then(|bank| bank.text_at(["BICFI"]).or_else(|| bank.text_at(["BIC"])));
    let name = other.name().map(clean);
    let ultimate_name = other.ultimate.and_then(|party| given(party.child("Nm"))).map(clean);
    let email = contact(other.party).or_else(|| contact(other.ultimate));
    let (iban, account) = match other.account {
        Some(Account::Iban(iban)) => (Some(iban), None),
        Some(Account::Other(account)) => (None, Some(account)),
        None => (None, None),
    };
    let bic = bic.map(|bic| bic.trim().to_uppercase());
    Parties {
        other: Counterparty { name, ultimate_name, iban, account, bic, email, customer_id: None },
        payee_iban,
    }
}

/// The references of a movement, each once.
#[derive(Default)]
pub(super) struct References(pub(super) Vec<Reference>);

impl References {
    pub(super) fn add(&mut self, kind: ReferenceKind, value: Option<&str>) {
        let Some(value) = value.map(str::trim).filter(|value| !says_nothing(value)) else {
            return;
        };
        if !self.0.iter().any(|known| known.kind == kind && known.value == value) {
            self.0.push(Reference { kind, value: value.to_owned() });
        }
    }

    pub(super) fn has(&self, kind: ReferenceKind) -> bool {
        self.0.iter().any(|known| known.kind == kind)
    }

    /// `Refs` of the details, and the creditor's references and documents of the structured remittance.
    pub(super) fn read(&mut self, details: Node<'_, '_>) {
        if let Some(refs) = details.child("Refs") {
            for (name, kind) in [
                ("EndToEndId", ReferenceKind::EndToEnd),
                ("MndtId", ReferenceKind::Mandate),
                ("AcctSvcrRef", ReferenceKind::Bank),
                ("TxId", ReferenceKind::Bank),
                ("UETR", ReferenceKind::Bank),
                ("ClrSysRef", ReferenceKind::Bank),
                ("ChqNb", ReferenceKind::Cheque),
                ("InstrId", ReferenceKind::Payment),
                ("PmtInfId", ReferenceKind::Payment),
            ] {
                self.add(kind, refs.text_at([name]));
            }
            for own in refs.all("Prtry") {
                self.add(ReferenceKind::Bank, own.text_at(["Ref"]));
            }
        }
        for structured in structured(details) {
            self.add(ReferenceKind::Creditor, creditor_reference(structured));
            for document in structured.all("RfrdDocInf") {
                self.add(ReferenceKind::Invoice, document_number(document));
            }
        }
    }

    /// What a payment that came back repeats of the first one.
    pub(super) fn originals(&self) -> Vec<String> {
        let repeats =
            |kind| matches!(kind, ReferenceKind::EndToEnd | ReferenceKind::Bank | ReferenceKind::Payment);
        self.0.iter().filter(|known| repeats(known.kind)).map(|known| known.value.clone()).collect()
    }
}

fn structured<'t, 'a>(details: Node<'t, 'a>) -> impl Iterator<Item = Node<'t, 'a>> {
    details.all("RmtInf").flat_map(|information| information.all("Strd"))
}

fn creditor_reference<'t>(structured: Node<'t, '_>) -> Option<&'t str> {
    let information = structured.child("CdtrRefInf")?;
    information.text_at(["Ref"]).or_else(|| information.text_at(["CdtrRef"]))
}

fn document_number<'t>(document: Node<'t, '_>) -> Option<&'t str> {
    document.text_at(["Nb"]).or_else(|| document.text_at(["RfrdDocNb"]))
}

/// The free text of the payer: `Ustrd`, then what is written beside structured advice.
pub(super) fn remittance(details: Node<'_, '_>) -> String {
    let mut text = String::new();
    for information in details.all("RmtInf") {
        for part in information.all("Ustrd").filter_map(|part| given(Some(part))) {
            join(&mut text, &clean(part));
        }
        for part in information.all("Strd").flat_map(|structured| structured.all("AddtlRmtInf")) {
            join(&mut text, &clean(part.text()));
        }
    }
    text
}

/// Structured advice: a line for each document paid, or for a reference with an amount. `false` where an amount could
/// not be read.
pub(super) fn lines(details: Node<'_, '_>, currency: Currency, lines: &mut Vec<RemittanceLine>) -> bool {
    let mut readable = true;
    for structured in structured(details) {
        let numbers: Vec<&str> = structured.all("RfrdDocInf").filter_map(document_number).collect();
        let mut stated = None;
        if let Some(amounts) = structured.child("RfrdDocAmt") {
            let find = |name: &str| amounts.child(name).map(|node| amount(node, Some(currency)));
            let owed = find("RmtdAmt").or_else(|| find("DuePyblAmt"));
            let found = match owed {
                Some(found) => Some(found),
                None => find("CdtNoteAmt").map(|found| found.and_then(|credit| credit.checked_neg())),
            };
            readable &= !matches!(found, Some(Err(_)));
            stated = found.and_then(Result::ok);
        }
        let text: Vec<String> = structured.all("AddtlRmtInf").map(|part| clean(part.text())).collect();
        let text = (!text.is_empty()).then(|| text.join(" "));
        match (numbers.as_slice(), creditor_reference(structured)) {
            ([], Some(reference)) if stated.is_some() => {
                lines.push(RemittanceLine { reference: clean(reference), amount: stated, text });
            }
            ([], _) => {}
            (numbers, _) => {
                // One amount for several documents says nothing of each.
                let amount = stated.filter(|_| numbers.len() == 1);
                lines.extend(numbers.iter().map(|number| RemittanceLine {
                    reference: clean(number),
                    amount,
                    text: text.clone(),
                }));
            }
        }
    }
    readable
}
