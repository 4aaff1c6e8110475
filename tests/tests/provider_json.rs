//! JSON of providers on its way through the engine: what the readers say must be what linking and matching ask for.

use payymo::format::{Format, ReadOptions, Report, detect, read};
use payymo::linking::{Why, duplicates};
use payymo::matching::{Component, Match, MatchKind, Options, Target};
use payymo::model::{Customer, Invoice, Status, Transaction};
use payymo::money::{Amount, Currency};
use payymo_tests::rows::day;
use payymo_tests::sound::answer;

/// A payout with its items, two payments, and one that failed after an earlier payout.
const GOCARDLESS: &str = r#"[
{"payouts": [{"id": "PO0001", "amount": 14470, "arrival_date": "2026-03-09", "created_at": "2026-03-06T16:12:33.000Z", "currency": "GBP", "deducted_fees": 230, "fx": null, "links": {"creditor": "CR1"}, "metadata": {}, "payout_type": "merchant", "reference": "ACME-8QF2K", "status": "paid"}]},
{"payout_items": [
  {"type": "payment_paid_out", "amount": "12000.0", "links": {"payment": "PM0001"}},
  {"type": "gocardless_fee", "amount": "-130.5", "links": {"payment": "PM0001"}},
  {"type": "payment_paid_out", "amount": "5500.0", "links": {"payment": "PM0002"}},
  {"type": "gocardless_fee", "amount": "-75.0", "links": {"payment": "PM0002"}},
  {"type": "payment_failed", "amount": "-2800.0", "links": {"payment": "PM0000"}},
  {"type": "surcharge_fee", "amount": "-25.0", "links": {"payment": "PM0000"}}]},
{"payments": [
  {"id": "PM0001", "created_at": "2026-03-01T09:30:00.000Z", "charge_date": "2026-03-04", "amount": 12000, "currency": "GBP", "status": "paid_out", "scheme": "bacs", "description": "Hosting INV-1042", "reference": null, "metadata": {}, "links": {"mandate": "MD1", "payout": "PO0001"}},
  {"id": "PM0002", "created_at": "2026-03-01T09:30:00.000Z", "charge_date": "2026-03-04", "amount": 5500, "currency": "GBP", "status": "confirmed", "scheme": "bacs", "description": "Hosting INV-1043", "reference": null, "metadata": {}, "links": {"mandate": "MD2"}}]},
{"mandates": [{"id": "MD1", "links": {"customer": "CU1"}}, {"id": "MD2", "links": {"customer": "CU2"}}]},
{"customers": [{"id": "CU1", "company_name": "Ann Lee Ltd", "email": "ann@example.com"}, {"id": "CU2", "given_name": "Bo", "family_name": "Ek"}]}]"#;

fn reads(text: &str, format: Format) -> Report {
    assert_eq!(detect(text.as_bytes()).expect("a format").format, format);
    let report = read(text.as_bytes(), &ReadOptions::default()).expect("an answer");
    assert!(report.errors.is_empty(), "{:?}", report.errors);
    report
}

fn pounds(minor: i64) -> Amount {
    Amount::new(minor, Currency::parse("GBP").expect("a currency"))
}

fn deposit(minor: i64, text: &str) -> Transaction {
    let mut row = Transaction::new("bank1", day(9), pounds(minor));
    row.account = Some("GB29NWBK60161331926819".to_owned());
    row.counterparty.name = Some("GOCARDLESS LTD".to_owned());
    row.remittance = text.to_owned();
    row
}

fn invoice(id: &str, number: &str, minor: i64, name: &str) -> Invoice {
    let mut item = Invoice::new(id, pounds(minor));
    item.number = Some(number.to_owned());
    item.customer = Some(Customer { name: Some(name.to_owned()), ..Customer::default() });
    item.issued_on = Some(day(1));
    item
}

#[test]
fn a_payout_of_direct_debits_is_explained_to_the_penny() {
    let mut rows = reads(GOCARDLESS, Format::GocardlessPro).transactions;
    rows.push(deposit(14_470, "ACME-8QF2K"));
    let items = [invoice("1", "INV-1042", 12_000, "Ann Lee Ltd"), invoice("2", "INV-1043", 5_500, "Bo Ek")];
    let result = answer(&rows, &items, &[], &Options::default());
    let of = |id: &str| -> &Match {
        result.matches.iter().find(|found| found.transactions().contains(&id)).expect("a match")
    };
    let payout = of("bank1");
    assert_eq!(payout.kind, MatchKind::Payout);
    let parts = payout.payout.as_deref().expect("its parts");
    let members: Vec<_> =
        parts.members.iter().map(|row| (row.transaction.as_str(), row.amount.minor())).collect();
    assert_eq!(members, [("PM0000:failed", -2_800), ("PM0001", 12_000), ("PM0002", 5_500)]);
    let rests: Vec<_> = parts.residual.iter().map(|rest| (rest.component, rest.amount.minor())).collect();
    assert_eq!(rests, [(Component::Fee, -230)]);
    for (payment, item) in [("PM0001", "1"), ("PM0002", "2")] {
        let settles = &of(payment).allocations;
        assert!(settles.iter().any(|part| part.target == Target::Invoice(item.to_owned())), "{payment}");
    }
}

#[test]
fn a_booking_at_plaid_takes_the_place_of_its_announcement() {
    let answer = |id: &str, date: &str, name: &str, more: &str| {
        format!(
            r#"{{"added": [{{"account_id": "A1", "transaction_id": "{id}", "amount": 72.1, "iso_currency_code": "USD", "unofficial_currency_code": null, "date": "{date}", "name": "{name}", {more}}}], "modified": [], "removed": [], "has_more": false}}"#
        )
    };
    let announced =
        answer("kq8Zp", "2026-03-02", "WM SUPERCENTER", r#""pending": true, "pending_transaction_id": null"#);
    let booked = answer(
        "lPNjW",
        "2026-03-04",
        "PURCHASE WM 1700",
        r#""pending": false, "pending_transaction_id": "kq8Zp""#,
    );
    let rows = |text: &str| reads(text, Format::Plaid).transactions;
    let linked = duplicates(vec![rows(&announced), rows(&booked)]);
    assert_eq!((linked.transactions.len(), linked.transactions[0].status), (1, Status::Booked));
    assert_eq!(linked.copies[0].why, Why::BookedByReference);
}

#[test]
fn two_exports_of_gocardless_tell_of_one_payment() {
    let early = r#"{"payments": [{"id": "PM0001", "created_at": "2026-03-01T09:30:00.000Z", "charge_date": "2026-03-04", "amount": 12000, "currency": "GBP", "status": "submitted", "scheme": "bacs", "links": {"mandate": "MD1"}}]}"#;
    let rows = |text: &str| reads(text, Format::GocardlessPro).transactions;
    let linked =
        duplicates(vec![rows(early), rows(&early.replace("submitted", "confirmed")), rows(GOCARDLESS)]);
    assert!(linked.errors.is_empty(), "{:?}", linked.errors);
    let payment: Vec<_> = linked.transactions.iter().filter(|row| row.id == "PM0001").collect();
    assert_eq!((payment.len(), payment[0].status), (1, Status::Booked));
    assert_eq!(payment[0].counterparty.name.as_deref(), Some("Ann Lee Ltd"));
}
