//! A gateway's export beside the bank's file: its payout and the arrival on the bank's account are two rows and one payout,
//! its members are known, and a provider's word for the pending row is followed.

use payymo::format::{ReadOptions, read};
use payymo::linking::{Linked, PayoutDifference, Why, duplicates};
use payymo::matching::{Decision, MatchKind, Options};
use payymo::model::{Status, Transaction};
use payymo_tests::sound::answer;

const STRIPE: &str = r#"{"object": "list", "data": [
    {"object": "balance_transaction", "id": "txn_1", "amount": 12000, "net": 11622, "fee": 378, "currency": "eur",
     "created": 1772582400, "available_on": 1772755200, "type": "charge", "payout": "po_1AbCdEfG",
     "source": {"object": "charge", "id": "ch_1", "amount": 12000, "currency": "eur", "created": 1772582399,
       "status": "succeeded", "paid": true, "captured": true, "payment_intent": "pi_1", "description": "Invoice 1042"}},
    {"object": "balance_transaction", "id": "txn_2", "amount": -2000, "net": -2000, "fee": 0, "currency": "eur",
     "created": 1772668800, "available_on": 1772755200, "type": "refund", "payout": "po_1AbCdEfG",
     "source": {"object": "refund", "id": "re_1", "amount": 2000, "currency": "eur", "created": 1772668800,
       "status": "succeeded", "charge": "ch_1", "payment_intent": "pi_1"}},
    {"object": "balance_transaction", "id": "txn_3", "amount": -9622, "net": -9622, "fee": 0, "currency": "eur",
     "created": 1772755200, "available_on": 1772755200, "type": "payout",
     "source": {"object": "payout", "id": "po_1AbCdEfG", "amount": 9622, "currency": "eur", "created": 1772755200,
       "arrival_date": 1772841600, "status": "paid", "method": "standard", "type": "bank_account"}}]}"#;

fn bank(text: &str) -> String {
    format!(
        ":20:START\r\n:25:37040044/532013000\r\n:28C:1/1\r\n:60F:C260306EUR1000,00\r\n\
         :61:2603070307C96,22NTRFNONREF//B7\r\n:86:166?00GUTSCHRIFT?20SVWZ+{text}?32Stripe Technology Europe\r\n\
         :62F:C260307EUR1096,22\r\n-\r\n"
    )
}

fn rows(text: &str) -> Vec<Transaction> {
    let report = read(text.as_bytes(), &ReadOptions::default()).unwrap_or_else(|error| panic!("{error}"));
    assert!(report.errors.is_empty(), "{:?}", report.errors);
    report.transactions
}

fn linked(inputs: &[&str]) -> Linked {
    duplicates(inputs.iter().map(|text| rows(text)).collect())
}

#[test]
fn a_payout_and_its_arrival_are_two_rows_and_one_payout() {
    for text in ["po_1AbCdEfG", "STRIPE PAYOUT"] {
        let linked = linked(&[STRIPE, &bank(text)]);
        assert_eq!((linked.transactions.len(), linked.copies.len()), (4, 0), "{text}");
        // Matching knows both rows as one payout.
        let result = answer(&linked.transactions, &[], &[], &Options::default());
        let found = result.matches.iter().find(|found| found.kind == MatchKind::Payout).expect("the payout");
        let payout = found.payout.as_deref().expect("its parts");
        let of = |row: &Transaction| payout.deposit.iter().any(|member| member.transaction == row.id);
        let mut both: Vec<&str> =
            linked.transactions.iter().filter(|row| of(row)).map(|row| row.source.as_ref()).collect();
        both.sort_unstable();
        assert_eq!((both, found.decision), (vec!["mt940", "stripe"], Decision::Auto), "{text}");
    }
}

#[test]
fn the_members_of_a_payout_make_it_or_the_difference_is_said() {
    let all = linked(&[STRIPE, &bank("po_1AbCdEfG")]);
    let [payout] = all.payouts.as_slice() else { panic!("{:?}", all.payouts) };
    assert_eq!((payout.id.as_str(), payout.payout.as_deref()), ("po_1AbCdEfG", Some("po_1AbCdEfG")));
    assert_eq!(payout.members, ["ch_1", "re_1"]);
    assert_eq!((payout.sum.minor(), payout.paid.map(|paid| paid.minor())), (9_622, Some(9_622)));
    assert_eq!(payout.difference, None);
    // The refund names the charge.
    let refund = all.transactions.iter().find(|row| row.id == "re_1").expect("the refund");
    assert_eq!(refund.reverses.as_deref(), Some("ch_1"));
    let less = STRIPE.replace("\"net\": 11622, \"fee\": 378", "\"net\": 11600, \"fee\": 400");
    let less = linked(&[&less]);
    let Some(PayoutDifference::Unexplained(rest)) = less.payouts[0].difference else {
        panic!("22 are missing")
    };
    assert_eq!(rest.to_string(), "0.22 EUR");
}

#[test]
fn a_booking_that_names_its_pending_row_stands_for_it() {
    let row = |id: &str, amount: &str, day: &str, more: &str| {
        format!(
            r#"{{"transactions": [{{"account_id": "A1", "transaction_id": "{id}", "amount": {amount}, "iso_currency_code": "USD",
            "unofficial_currency_code": null, "date": "{day}", "name": "DINER", {more}}}], "total_transactions": 1, "accounts": []}}"#
        )
    };
    let pending = row("TPENDING", "40.0", "2026-03-01", r#""pending": true, "pending_transaction_id": null"#);
    // With the tip, under another id and much later.
    let booked =
        row("TBOOKED", "46.0", "2026-03-20", r#""pending": false, "pending_transaction_id": "TPENDING""#);
    for inputs in [[&pending, &booked], [&booked, &pending]] {
        let linked = linked(&[inputs[0], inputs[1]]);
        assert_eq!(linked.transactions.len(), 1);
        assert_eq!(
            (linked.transactions[0].status, linked.copies[0].why),
            (Status::Booked, Why::BookedByReference)
        );
    }
    let other = booked.replace("\"TPENDING\"", "\"TOTHER\"");
    assert_eq!(linked(&[&pending, &other]).transactions.len(), 2);
}
