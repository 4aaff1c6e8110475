//! Columns give what rows give: the same result to the byte, on made-up worlds and on cells of every kind.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use payymo::matching::reconcile;
use payymo::model::{
    Counterparty, Customer, Invoice, InvoiceState, JsonOptions, Settlement, Status, Transaction,
    TransactionKind,
};
use payymo_contract::columns::{self, Cell, Column, Columns, Days, Minors, NO_ROW, OneText, Texts};
use payymo_contract::schema::{Record, rows};
use payymo_contract::{Fault, Host};
use serde_json::{Value, json};
use std::borrow::Cow;

/// A column made of cells.
struct Cells<'a>(Vec<Cell<'a>>);

impl Column for Cells<'_> {
    fn len(&self) -> Option<usize> {
        Some(self.0.len())
    }

    fn cell(&self, row: usize) -> Cell<'_> {
        self.0.get(row).cloned().unwrap_or(Cell::Null)
    }
}

fn text(text: &str) -> Cell<'_> {
    Cell::Text(Cow::Borrowed(text))
}

/// A column of a field of documents: texts as text, the rest as JSON.
fn field<'a>(rows: &[Value], name: &str) -> Cells<'a> {
    Cells(
        rows.iter()
            .map(|row| match row.get(name) {
                None | Some(Value::Null) => Cell::Null,
                Some(Value::String(text)) => Cell::Text(Cow::Owned(text.clone())),
                Some(other) => Cell::Json(Cow::Owned(other.to_string())),
            })
            .collect(),
    )
}

/// All columns of documents.
fn all(rows: &[Value]) -> Vec<(String, Cells<'static>)> {
    let mut names: Vec<&String> =
        rows.iter().flat_map(|row| row.as_object().expect("a row").keys()).collect();
    names.sort();
    names.dedup();
    names.into_iter().map(|name| (name.clone(), field(rows, name))).collect()
}

fn as_columns<'a>(rows: usize, cells: &'a [(String, Cells<'static>)]) -> Columns<'a> {
    cells.iter().fold(Columns::new(rows), |columns, (name, cells)| columns.with(name, cells))
}

fn documents<T: serde::Serialize>(rows: &[T]) -> Vec<Value> {
    rows.iter().map(|row| serde_json::to_value(row).expect("a row is JSON")).collect()
}

#[test]
fn worlds_in_columns_give_the_same_result() {
    for style in ["hosting_uk", "saas_us", "shop_nordic_benelux", "consultancy_dach"] {
        let world = payymo_world::style::make(style, 4_242, 120).expect("a style");
        let rows =
            (documents(&world.transactions), documents(&world.invoices), documents(&world.settlements));
        let cells = (all(&rows.0), all(&rows.1), all(&rows.2));
        let request = json!({"options": world.options}).to_string();
        let done = columns::reconcile(
            &as_columns(rows.0.len(), &cells.0),
            &as_columns(rows.1.len(), &cells.1),
            &as_columns(rows.2.len(), &cells.2),
            request.as_bytes(),
            Host { blobs: &[], progress: &mut |_, _, _| true },
        )
        .expect("a result");
        let right = reconcile(
            &world.transactions,
            &world.invoices,
            &world.settlements,
            &world.options,
            &mut |_, _, _| true,
        )
        .expect("a result");
        assert!(right.matches.len() > 40, "{style}");
        assert_eq!(
            serde_json::to_string(&done.result).unwrap(),
            serde_json::to_string(&right).unwrap(),
            "{style}"
        );
        let tables = done.tables();
        assert_eq!(tables.matches.kind.len(), right.matches.len());
        let allocations: Vec<_> = right.matches.iter().flat_map(|found| &found.allocations).collect();
        assert_eq!(tables.allocations.amount_minor.len(), allocations.len());
        for (at, allocation) in allocations.into_iter().enumerate() {
            let id = |row: u32, ids: &[String]| (row != NO_ROW).then(|| ids[row as usize].clone());
            let paid_by = id(tables.allocations.transaction_row[at], &done.transaction_ids);
            assert_eq!(paid_by.as_deref(), allocation.source.transaction());
            let item = id(tables.allocations.invoice_row[at], &done.invoice_ids);
            assert_eq!(item.as_deref(), allocation.target.invoice());
            assert_eq!(tables.allocations.amount_minor[at], allocation.amount.minor());
            assert_eq!(
                &tables.allocations.currency[at][..3],
                allocation.amount.currency().as_str().as_bytes()
            );
        }
        assert_eq!(tables.unmatched.reason.len(), right.unmatched.len());
        assert_eq!(tables.open_invoices.open_minor.len(), right.open_invoices.len());
        let evidence: usize = right.matches.iter().map(|found| found.evidence.len()).sum();
        assert_eq!(tables.evidence.weight.len(), evidence);
    }
}

/// One transaction of single cells, read.
fn one(cells: &[(&str, Cell<'static>)]) -> Result<Transaction, String> {
    let given: Vec<(&str, Cells<'_>)> =
        cells.iter().map(|(name, cell)| (*name, Cells(vec![cell.clone()]))).collect();
    let columns = given.iter().fold(Columns::new(1), |columns, (name, cells)| columns.with(name, cells));
    let mut read = columns::transactions(&columns).map_err(|fault| fault.to_string())?;
    match read.errors.pop() {
        Some(error) => Err(error.to_string()),
        None => Ok(read.rows.remove(0)),
    }
}

fn least() -> Vec<(&'static str, Cell<'static>)> {
    vec![
        ("id", text("t1")),
        ("booked_on", Cell::Days(20_516)),
        ("amount", text("112.00")),
        ("currency", text("EUR")),
    ]
}

#[test]
fn cells_of_every_kind_become_fields() {
    let amounts = [
        ("amount", text(" 112.00 ")),
        ("amount", Cell::Whole(112)),
        ("amount", Cell::Decimal { digits: 112_000, scale: 3 }),
        ("amount_minor", Cell::Minor(11_200)),
    ];
    for (name, cell) in amounts {
        let mut cells = least();
        cells[2] = (name, cell);
        assert_eq!(one(&cells).expect("a row").amount.minor(), 11_200);
    }
    let mut cells = least();
    cells[0] = ("id", Cell::Whole(77));
    cells[1] = ("booked_on", text("2026-03-04"));
    cells.extend([
        ("status", text("pending")),
        ("kind", text("card")),
        ("counterparty.name", text("Ann")),
        ("counterparty.iban", Cell::Null),
        ("fees", Cell::Json(r#"[{"amount": "0.30", "currency": "EUR"}]"#.into())),
        ("metadata", Cell::Json(r#"{"order": 7}"#.into())),
        ("colour", Cell::Float),
    ]);
    let row = one(&cells).expect("a row");
    assert_eq!((row.id.as_str(), row.booked_on.to_string().as_str()), ("77", "2026-03-04"));
    assert_eq!((row.status, row.kind), (Status::Pending, TransactionKind::Card));
    assert!(row.counterparty == Counterparty { name: Some("Ann".into()), ..Counterparty::default() });
    assert_eq!(row.fees[0].amount.minor(), 30);
    assert_eq!(row.metadata.get("order"), Some("7"));
}

#[test]
fn what_is_wrong_is_named_with_its_row_and_its_field() {
    let wrong: [(&str, Cell<'static>, &str); 12] = [
        ("booked_on", text("2026-02-30"), "input.bad_date"),
        ("booked_on", Cell::Days(i32::MAX), "input.bad_date"),
        ("booked_on", Cell::Null, "input.missing"),
        ("amount", text("1.005"), "money.precision"),
        ("amount", Cell::Truth(true), "input.bad_field"),
        ("amount", Cell::Whole(i128::MAX), "money.overflow"),
        ("currency", text("XQQ"), "money.currency_unknown"),
        ("currency", Cell::Whole(1), "input.bad_field"),
        ("status", text("maybe"), "input.bad_field"),
        ("id", Cell::NotText, "input.bad_field"),
        ("fees", text("much"), "input.bad_field"),
        ("fees", Cell::Json(r#"[{"amount": "1", "currency": "USD"}]"#.into()), "money.currency_mismatch"),
    ];
    for (name, cell, code) in wrong {
        let mut cells = least();
        cells.retain(|row| row.0 != name);
        cells.push((name, cell));
        let error = one(&cells).expect_err(name);
        assert!(error.starts_with(code), "{name}: {error}");
        assert!(error.contains(&format!("/transactions/0/{name}")), "{error}");
    }
}

#[test]
fn a_column_of_floats_is_refused_whole() {
    let mut cells = least();
    cells[2] = ("amount", Cell::Float);
    let error = one(&cells).expect_err("a float");
    assert!(error.starts_with("input.float_money") && error.contains("/transactions/amount"), "{error}");
}

#[test]
fn columns_of_other_lengths_are_refused() {
    let days = Days(&[20_516]);
    let columns = Columns::new(2).with("booked_on", &days);
    let fault: Fault = columns::transactions(&columns).err().expect("a fault");
    assert_eq!(
        (fault.code(), fault.place().field.as_deref()),
        ("contract.field", Some("/transactions/booked_on"))
    );
    for (offsets, bytes) in [(&[0_u32][..], &b""[..]), (&[0, 2, 1], b"abc"), (&[0, 1, 9], b"abc"), (&[], b"")]
    {
        assert!(Texts::new(offsets, bytes, 2).is_err());
    }
    let broken = Texts::new(&[0, 1, 3], b"\xffab", 2).expect("texts");
    assert_eq!((broken.cell(0), broken.cell(1), broken.cell(2)), (Cell::NotText, text("ab"), Cell::Null));
}

#[test]
fn a_column_that_every_row_needs_is_asked_for_once() {
    for name in ["id", "booked_on", "amount", "currency"] {
        let mut cells = least();
        cells.retain(|row| row.0 != name);
        let error = one(&cells).expect_err(name);
        assert!(
            error.starts_with("contract.field") && error.contains(&format!("/transactions/{name}")),
            "{error}"
        );
    }
    assert!(columns::transactions(&Columns::new(0)).is_ok());
}

#[test]
fn items_in_columns_are_items() {
    let ids = Texts::new(&[0, 1, 2], b"12", 2).expect("texts");
    let names = Texts::new(&[0, 10, 10], b"Ann Miller", 2).expect("texts");
    let states = Texts::new(&[0, 0, 6], b"closed", 2).expect("texts");
    let columns = Columns::new(2)
        .with("id", &ids)
        .with("total_minor", &Minors(&[5_000, 7_000]))
        .with("open_minor", &Minors(&[i64::MIN, 0]))
        .with("currency", &OneText("GBP"))
        .with("customer.name", &names)
        .with("state", &states)
        .with("due_on", &Days(&[20_516, i32::MIN]));
    let read = columns::invoices(&columns).expect("items");
    let [first, second] = <[Invoice; 2]>::try_from(read.rows).expect("two");
    assert_eq!((first.open.minor(), second.open.minor()), (5_000, 0));
    assert_eq!((first.state, second.state), (InvoiceState::Open, InvoiceState::Closed));
    assert!(first.customer == Some(Customer { name: Some("Ann Miller".into()), ..Customer::default() }));
    assert!(second.customer.is_none() && second.due_on.is_none());
}

#[test]
fn a_broken_row_leaves_its_number_free() {
    let ids = Texts::new(&[0, 1, 2, 3], b"abc", 3).expect("texts");
    let amounts = Minors(&[100, i64::MIN, 300]);
    let columns = Columns::new(3)
        .with("id", &ids)
        .with("booked_on", &Days(&[20_516; 3]))
        .with("amount_minor", &amounts)
        .with("currency", &OneText("EUR"));
    let host = Host { blobs: &[], progress: &mut |_, _, _| true };
    let done =
        columns::reconcile(&columns, &Columns::new(0), &Columns::new(0), b"{}", host).expect("a result");
    assert_eq!(done.transaction_ids, ["a", "", "c"]);
    assert_eq!(done.result.errors.len(), 1);
    assert_eq!(done.tables().unmatched.transaction_row, [0, 2]);
}

/// The same columns with the members of objects under dotted names.
fn dotted(rows: &[Value]) -> Vec<Value> {
    let flat = |row: &Value| {
        let members = row.as_object().expect("a row").iter().flat_map(|(name, value)| match value {
            Value::Object(inner) if name != "metadata" => {
                inner.iter().map(|(member, value)| (format!("{name}.{member}"), value.clone())).collect()
            }
            value => vec![(name.clone(), value.clone())],
        });
        Value::Object(members.collect())
    };
    rows.iter().map(flat).collect()
}

#[test]
fn members_of_objects_may_stand_in_columns_of_their_own() {
    let world = payymo_world::style::make("shop_nordic_benelux", 77, 60).expect("a style");
    let (paid, items) = (documents(&world.transactions), documents(&world.invoices));
    let (flat_paid, flat_items) = (all(&dotted(&paid)), all(&dotted(&items)));
    assert!(flat_items.iter().any(|column| column.0 == "customer.ibans"));
    assert!(flat_paid.iter().any(|column| column.0 == "counterparty.name"));
    let read = columns::transactions(&as_columns(paid.len(), &flat_paid)).expect("columns");
    assert_eq!(read.errors, []);
    assert_eq!(read.rows, world.transactions);
    let read = columns::invoices(&as_columns(items.len(), &flat_items)).expect("columns");
    assert_eq!(read.errors, []);
    assert_eq!(read.rows, world.invoices);
}

#[test]
fn every_field_of_a_row_has_its_column() {
    let fields = |record: &'static Record, rows: &[Value]| {
        let shown = all(rows);
        for field in record.fields {
            assert!(shown.iter().any(|column| column.0 == field.name), "{}.{}", record.name, field.name);
        }
    };
    let transaction = json!({
        "id": "t", "account": "a", "booked_on": "2026-03-04", "value_on": "2026-03-05", "status": "pending",
        "amount": "5.00", "currency": "EUR", "fees": [{"amount": "0.10", "currency": "EUR", "kind": "bank_fee"}],
        "original": {"amount": "6.00", "currency": "USD", "rate": "0.85"}, "kind": "transfer",
        "counterparty": {"name": "N", "ultimate_name": "U", "iban": "DE89370400440532013000", "account": "1",
            "bic": "COBADEFFXXX", "email": "a@example.org", "customer_id": "c"},
        "payee_iban": "NL91ABNA0417164300", "references": [{"kind": "end_to_end", "value": "E"}],
        "remittance": "text", "remittance_lines": [{"reference": "R", "amount": "1.00", "currency": "EUR", "text": "x"}],
        "bank_code": {"domain": "PMNT", "family": "RCDT", "sub_family": "ESCT", "proprietary": "p"},
        "returned": {"stage": "return", "reason": "AC04", "originals": ["o"]}, "reverses": "r",
        "batch": {"id": "b", "count": 2}, "source": "csv", "metadata": {"k": "v"},
    });
    let invoice = json!({
        "id": "i", "number": "N", "other_numbers": ["O"], "kind": "bill",
        "customer": {"id": "c", "name": "N", "aliases": ["A"], "ibans": ["DE89370400440532013000"],
            "virtual_ibans": ["NL91ABNA0417164300"], "emails": ["a@example.org"], "group": "g"},
        "issued_on": "2026-03-01", "due_on": "2026-03-15", "total": "9.00", "open": "5.00", "currency": "EUR",
        "previous_totals": ["8.00"], "covers": ["j"], "state": "closed", "references": ["RF18539007547034"],
        "tax": [{"rate": "19", "amount": "1.44"}], "terms": {"discount_percent": "2", "discount_days": 10},
        "description": "d", "metadata": {"k": "v"},
    });
    let settlement = json!({
        "invoice": "i", "amount": "5.00", "currency": "EUR", "settled_on": "2026-03-04", "transaction": "t",
        "external_ids": ["pi_1"],
    });
    let read = JsonOptions::default();
    let (rows, cells) = ([transaction], |rows: &[Value]| (all(rows), all(&dotted(rows))));
    fields(&rows::TRANSACTION, &rows);
    let right = Transaction::from_json(&rows[0].to_string(), &read).expect("a row");
    let (whole, flat) = cells(&rows);
    for columns in [&whole, &flat] {
        let found = columns::transactions(&as_columns(1, columns)).expect("columns");
        assert_eq!((found.errors.as_slice(), found.rows.as_slice()), (&[][..], &[right.clone()][..]));
    }
    let rows = [invoice];
    fields(&rows::INVOICE, &rows);
    let right = Invoice::from_json(&rows[0].to_string(), &read).expect("a row");
    let (whole, flat) = cells(&rows);
    for columns in [&whole, &flat] {
        let found = columns::invoices(&as_columns(1, columns)).expect("columns");
        assert_eq!((found.errors.as_slice(), found.rows.as_slice()), (&[][..], &[right.clone()][..]));
    }
    let rows = [settlement];
    fields(&rows::SETTLEMENT, &rows);
    let right = Settlement::from_json(&rows[0].to_string(), &read).expect("a row");
    let found = columns::settlements(&as_columns(1, &all(&rows))).expect("columns");
    assert_eq!((found.errors.as_slice(), found.rows.as_slice()), (&[][..], &[right][..]));
}

/// The totals of items whose `total_minor` holds these cells.
fn totals(minors: Vec<Cell<'_>>) -> Result<columns::Read<Invoice>, Fault> {
    let ids = Cells((0..minors.len()).map(|at| Cell::Text(Cow::Owned(format!("i{at}")))).collect());
    let (euro, minors) = (OneText("EUR"), Cells(minors));
    let rows = minors.0.len();
    columns::invoices(
        &Columns::new(rows).with("id", &ids).with("total_minor", &minors).with("currency", &euro),
    )
}

#[test]
fn minor_units_are_minor_units_in_every_type() {
    let decimal = |digits, scale| Cell::Decimal { digits, scale };
    let read = totals(vec![Cell::Minor(11_200), Cell::Whole(11_200), text("11200"), decimal(1_120_000, 2)]);
    let read = read.expect("columns");
    assert_eq!(read.errors, []);
    assert!(read.rows.iter().all(|item| item.total.minor() == 11_200));
    let read = totals(vec![text("112.00"), decimal(1_120_050, 2), Cell::Whole(i128::MAX), decimal(1, 99)]);
    let codes: Vec<&str> = read.expect("columns").errors.iter().map(|error| error.code().as_str()).collect();
    assert_eq!(codes, ["input.bad_field", "input.bad_field", "money.overflow", "input.bad_field"]);
    assert_eq!(totals(vec![Cell::Float]).err().expect("floats").code(), "input.float_money");
}

#[test]
fn what_columns_leave_in_doubt_is_refused() {
    let (ids, euro, minors) = (Cells(vec![text("a"), text("b")]), OneText("EUR"), Minors(&[1, 2]));
    let good = || Columns::new(2).with("id", &ids).with("total_minor", &minors).with("currency", &euro);
    assert_eq!(columns::invoices(&good()).expect("columns").rows.len(), 2);
    let major = Cells(vec![text("1.00"), text("2.00")]);
    let refused = |columns: &Columns<'_>| {
        let fault = columns::invoices(columns).err().expect("a refusal");
        (fault.code(), fault.place().field.clone().unwrap_or_default())
    };
    assert_eq!(refused(&good().with("id", &ids)), ("contract.field", "/invoices/id".to_owned()));
    assert_eq!(
        refused(&good().with("total", &major)),
        ("contract.field", "/invoices/total_minor".to_owned())
    );
    let same = Columns::new(1 << 40).with("id", &euro).with("total", &euro).with("currency", &euro);
    assert_eq!(refused(&same), ("contract.field", "/invoices".to_owned()));
    let same = Columns::new(2).with("id", &ids).with("total", &minors).with("currency", &euro);
    let read = columns::invoices(&same).expect("columns");
    assert!(
        read.errors.iter().all(|error| error
            .place()
            .field
            .as_deref()
            .is_some_and(|at| at.ends_with("/total")))
    );
    assert_eq!(read.errors.len(), 2);
}
