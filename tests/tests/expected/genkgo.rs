//! Expected outputs of genkgo/camt: all that its getters answer, of the last statement of a message.

use super::told::{Field, Told, ToldBalance, ToldRow, ToldStatement, add, day, text};
use payymo::format::{BalanceKind, Report};
use payymo::model::ReferenceKind;
use payymo::money::{Amount, Currency};
use rust_decimal::Decimal;
use serde_json::Value;

/// Reads an expected output; a message may have several statements, of which it tells the last.
pub fn genkgo(bytes: &[u8], report: &Report) -> Told {
    let document: Value = serde_json::from_slice(bytes).expect("JSON");
    let mut told = Told::default();
    let entries = document["getEntries"].as_array().expect("entries");
    let record = match entries.first() {
        Some(entry) => &entry["getRecord"],
        None => document["getRecords"].as_array().and_then(|all| all.first()).expect("a record"),
    };
    let ours = report.statements.len().saturating_sub(1);
    told.statements.push(statement(record, ours));
    for balance in record["getBalances"].as_array().into_iter().flatten() {
        let (amount, currency) = money(&balance["getAmount"]).expect("an amount");
        let kind = match text(balance, "/getType").as_deref() {
            Some("opening") => BalanceKind::Opening,
            Some("closing") => BalanceKind::Closing,
            _ => BalanceKind::Other,
        };
        let on = day(&balance["getDate"], "/0").unwrap_or_default();
        told.balances.push(ToldBalance { kind: Some(kind), amount, currency, on });
    }
    let groups = groups(report, ours);
    for (at, entry) in entries.iter().enumerate() {
        let rows = groups.get(at).cloned().unwrap_or_default();
        told.rows.extend(of_entry(entry, record, &rows));
    }
    told
}

/// Rows of the entries of a statement: those of one entry stand at one place.
fn groups(report: &Report, statement: usize) -> Vec<Vec<usize>> {
    let within = report.places.statements.get(statement).map(|place| place.bytes.clone()).unwrap_or_default();
    let mut groups: Vec<(u64, Vec<usize>)> = Vec::new();
    for (at, place) in report.places.transactions.iter().enumerate() {
        if !within.contains(&place.bytes.start) {
            continue;
        }
        match groups.last_mut().filter(|group| group.0 == place.bytes.start) {
            Some(group) => group.1.push(at),
            None => groups.push((place.bytes.start, vec![at])),
        }
    }
    groups.into_iter().map(|group| group.1).collect()
}

/// Minor units and a code to an amount.
fn money(value: &Value) -> Option<(Decimal, String)> {
    let minor: i64 = text(value, "/getAmount")?.parse().ok()?;
    let code = text(value, "/getCurrency/getCode")?;
    let amount = Amount::new(minor, Currency::parse(&code).ok()?);
    Some((amount.to_decimal().normalize(), code))
}

fn statement(record: &Value, ours: usize) -> ToldStatement {
    let mut statement = ToldStatement { ours, values: Vec::new() };
    let values = &mut statement.values;
    add(values, Field::Account, account(record));
    add(values, Field::Statement, text(record, "/getId"));
    let electronic = text(record, "/getElectronicSequenceNumber");
    add(values, Field::Number, text(record, "/getLegalSequenceNumber").or(electronic));
    add(values, Field::From, day(record, "/getFromDate/0"));
    add(values, Field::Until, day(record, "/getToDate/0"));
    statement
}

fn account(record: &Value) -> Option<String> {
    let account = &record["getAccount"];
    text(account, "/getIban/getIban").or_else(|| text(account, "/getIdentification"))
}

/// An entry as a whole, and each of its payments.
fn of_entry(entry: &Value, record: &Value, ours: &[usize]) -> Vec<ToldRow> {
    let mut whole = ToldRow { ours: ours.to_vec(), values: Vec::new() };
    let values = &mut whole.values;
    let (amount, currency) = money(&entry["getAmount"]).expect("an amount");
    add(values, Field::Amount, Some(amount.to_string()));
    add(values, Field::Currency, Some(currency));
    add(values, Field::Account, account(record));
    add(values, Field::BookedOn, day(entry, "/getBookingDate/0"));
    add(values, Field::ValueOn, day(entry, "/getValueDate/0"));
    add(values, Field::Status, text(entry, "/getStatus"));
    add(values, Field::Reference(ReferenceKind::Bank), text(entry, "/getAccountServicerReference"));
    add(values, Field::Batch, text(entry, "/getBatchPaymentId"));
    let details: Vec<&Value> = match entry["getTransactionDetails"].as_array() {
        // The first is told before the list, which only points at it.
        Some(all) => {
            all.iter().map(|one| if one.is_object() { one } else { &entry["getTransactionDetail"] }).collect()
        }
        None => Vec::new(),
    };
    if details.is_empty() || code(details[0], &mut Vec::new()) == 0 {
        code(entry, values);
    }
    if details.is_empty() {
        add(values, Field::Words, text(entry, "/getAdditionalInfo"));
    }
    let credit = entry["getCreditDebitIndicator"] == "CRDT";
    let mut rows = vec![whole];
    for (at, detail) in details.iter().enumerate() {
        let own = if ours.len() >= details.len() { vec![ours[at]] } else { ours.to_vec() };
        rows.push(of_detail(detail, credit, own, details.len() > 1));
    }
    rows
}

/// Adds the bank transaction code, and answers how many parts it has.
fn code(node: &Value, values: &mut Vec<(Field, String)>) -> usize {
    let before = values.len();
    let code = &node["getBankTransactionCode"];
    for path in [
        "/getDomain/getCode",
        "/getDomain/getFamily/getCode",
        "/getDomain/getFamily/getSubFamilyCode",
        "/getProprietary/getCode",
    ] {
        add(values, Field::Code, text(code, path));
    }
    values.len() - before
}

fn of_detail(detail: &Value, credit: bool, ours: Vec<usize>, several: bool) -> ToldRow {
    let mut row = ToldRow { ours, values: Vec::new() };
    let values = &mut row.values;
    code(detail, values);
    if several && let Some((amount, currency)) = money(&detail["getAmount"]) {
        add(values, Field::Amount, Some(amount.to_string()));
        add(values, Field::Currency, Some(currency));
    }
    let references = &detail["getReference"];
    for (path, kind) in [
        ("/getEndToEndId", ReferenceKind::EndToEnd),
        ("/getMandateId", ReferenceKind::Mandate),
        ("/getChequeNumber", ReferenceKind::Cheque),
    ] {
        add(values, Field::Reference(kind), text(references, path).filter(|known| known != "NOTPROVIDED"));
    }
    for path in
        ["/getInstructionId", "/getPaymentInformationId", "/getTransactionId", "/getUuidEndToEndReference"]
    {
        add(values, Field::AnyReference, text(references, path));
    }
    let other = if credit { "Debtor" } else { "Creditor" };
    for party in detail["getRelatedParties"].as_array().into_iter().flatten() {
        let class = text(party, "/getRelatedPartyType/__CLASS__").unwrap_or_default();
        let class = class.rsplit('\\').next().unwrap_or_default();
        let name = text(party, "/getRelatedPartyType/getName");
        if class == other {
            add(values, Field::Name, name);
            add(
                values,
                Field::Party,
                text(party, "/getAccount/getIban/getIban")
                    .or_else(|| text(party, "/getAccount/getIdentification")),
            );
        } else if class == format!("Ultimate{other}") {
            add(values, Field::Ultimate, name);
        }
    }
    for agent in detail["getRelatedAgents"].as_array().into_iter().flatten() {
        let agent = if agent.is_object() { agent } else { &detail["getRelatedAgent"] };
        let class = text(agent, "/getRelatedAgentType/__CLASS__").unwrap_or_default();
        if class.ends_with(&format!("\\{other}Agent")) {
            add(values, Field::Bic, text(agent, "/getRelatedAgentType/getBIC"));
        }
    }
    remittance(&detail["getRemittanceInformation"], values);
    row
}

fn remittance(told: &Value, values: &mut Vec<(Field, String)>) {
    add(values, Field::Words, text(told, "/getMessage"));
    let reference = |node: &Value| text(node, "/getCreditorReferenceInformation/getRef");
    let mut references = vec![reference(told)];
    for block in told["getStructuredBlocks"].as_array().into_iter().flatten() {
        let block = if block.is_object() { block } else { &told["getStructuredBlock"] };
        references.push(reference(block));
        add(values, Field::Words, text(block, "/getAdditionalRemittanceInformation"));
    }
    for block in told["getUnstructuredBlocks"].as_array().into_iter().flatten() {
        let block = if block.is_object() { block } else { &told["getUnstructuredBlock"] };
        add(values, Field::Words, text(block, "/getMessage"));
    }
    references.sort();
    references.dedup();
    for reference in references {
        add(values, Field::Reference(ReferenceKind::Creditor), reference);
    }
}
