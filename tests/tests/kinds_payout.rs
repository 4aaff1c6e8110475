//! Payouts of gateways beside ordinary payments: the charges settle the invoices, the payout is explained by them.

use payymo::matching::{Component, Decision, Match, MatchKind, Options, Reconciliation, UnmatchedReason};
use payymo::model::{
    Fee, Invoice, Reference, ReferenceKind, ReturnStage, Returned, Settlement, Transaction, TransactionKind,
};
use payymo_tests::rows::{day, eur, item, payment};
use payymo_tests::sound::answer;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// A row of the gateway's account.
fn gateway(id: &str, on: u32, kind: TransactionKind, net: i64, fee: i64, payout: &str) -> Transaction {
    let mut row = Transaction::new(id, day(on), eur(net));
    row.account = Some("acct_7".to_owned());
    row.source = "stripe".into();
    row.kind = kind;
    if fee != 0 {
        row.fees = vec![Fee { amount: eur(fee), kind: "stripe_fee".to_owned() }];
    }
    if !payout.is_empty() {
        row.references.push(Reference { kind: ReferenceKind::Payout, value: payout.to_owned() });
    }
    row
}

fn charge(id: &str, net: i64, fee: i64, payout: &str, name: &str, text: &str) -> Transaction {
    let mut row = gateway(id, 2, TransactionKind::Card, net, fee, payout);
    row.references.push(Reference { kind: ReferenceKind::Payment, value: format!("pi_{id}") });
    row.counterparty.name = Some(name.to_owned());
    row.remittance = text.to_owned();
    row
}

fn deposit(id: &str, minor: i64, text: &str) -> Transaction {
    let mut row = payment(id, minor, "STRIPE TECHNOLOGY EUROPE LTD", text);
    row.account = Some("IE29AIBK93115212345678".to_owned());
    row.booked_on = day(6);
    row
}

fn run(rows: &[Transaction], items: &[Invoice]) -> Reconciliation {
    answer(rows, items, &[], &Options::default())
}

fn of<'a>(result: &'a Reconciliation, id: &str) -> &'a Match {
    let found = result.matches.iter().find(|found| found.transactions().contains(&id));
    found.unwrap_or_else(|| panic!("{id} has no match"))
}

fn month() -> (Vec<Transaction>, Vec<Invoice>) {
    let mut refund = gateway("re_1", 3, TransactionKind::Refund, -2_000, 0, "po_1x7");
    refund.returned =
        Some(Returned { stage: ReturnStage::Refund, reason: None, originals: vec!["pi_old".to_owned()] });
    let rows = vec![
        charge("ch_1", 9_700, 300, "po_1x7", "K1 Holding", "INV-101"),
        charge("ch_2", 4_850, 150, "po_1x7", "K2 Holding", "INV-102"),
        refund,
        gateway("fee_1", 3, TransactionKind::Fee, -125, 0, "po_1x7"),
        gateway("po_1x7", 4, TransactionKind::Payout, -12_425, 0, "po_1x7"),
        deposit("b1", 12_425, "PO_1X7 STRIPE"),
        payment("b2", 700, "K3 Holding", "INV-103"),
    ];
    let mut old = item("0", "INV-100", "K4", 2_000);
    old.state = payymo::model::InvoiceState::Closed;
    old.open = eur(0);
    let items = vec![
        old,
        item("1", "INV-101", "K1", 10_000),
        item("2", "INV-102", "K2", 5_000),
        item("3", "INV-103", "K3", 700),
    ];
    (rows, items)
}

#[test]
fn charges_settle_and_the_payout_is_explained() {
    let (rows, items) = month();
    let old = Settlement {
        invoice: "0".to_owned(),
        amount: eur(2_000),
        settled_on: day(0),
        transaction: None,
        external_ids: vec!["pi_old".to_owned()],
    };
    let result = answer(&rows, &items, &[old], &Options::default());
    let payout = of(&result, "b1");
    assert_eq!((payout.kind, payout.decision), (MatchKind::Payout, Decision::Auto));
    let parts = payout.payout.as_ref().expect("parts");
    let members: Vec<(&str, Component)> =
        parts.members.iter().map(|row| (row.transaction.as_str(), row.component)).collect();
    assert_eq!(
        members,
        [
            ("ch_1", Component::Charge),
            ("ch_2", Component::Charge),
            ("fee_1", Component::Fee),
            ("re_1", Component::Refund)
        ]
    );
    assert_eq!(
        parts.residual.iter().map(|row| (row.component, row.amount.minor())).collect::<Vec<_>>(),
        [(Component::Fee, -450)]
    );
    for id in ["ch_1", "ch_2", "b2"] {
        assert_eq!((of(&result, id).kind, of(&result, id).decision), (MatchKind::Single, Decision::Auto));
    }
    assert_eq!(of(&result, "re_1").kind, MatchKind::Reversal);
    assert!(result.unmatched.is_empty());
    assert_eq!(result.open_invoices.iter().map(|row| row.invoice.as_str()).collect::<Vec<_>>(), ["0"]);
}

#[test]
fn its_json_has_the_parts_beside_the_match() {
    let (rows, items) = month();
    let result = run(&rows, &items);
    let json = serde_json::to_value(of(&result, "b1")).expect("JSON");
    assert_eq!(json["kind"], "payout");
    assert_eq!(json["deposit"][0]["transaction"], "b1");
    assert_eq!(json["deposit"][0]["amount"], "124.25");
    assert_eq!(json["deposit"][1]["kind"], "payout");
    assert_eq!(json["members"][0]["transaction"], "ch_1");
    assert_eq!(json["residual"][0]["kind"], "fee");
    assert_eq!(json["allocations"], serde_json::json!([]));
    let single = serde_json::to_value(of(&result, "b2")).expect("JSON");
    assert!(single.get("members").is_none() && single.get("deposit").is_none());
}

#[test]
fn a_deposit_is_no_customers_payment() {
    // The amount of the deposit is owed by somebody, whose name resembles the gateway's.
    let (rows, mut items) = month();
    let mut trap = item("9", "INV-109", "K9", 12_425);
    trap.customer.as_mut().expect("a customer").name = Some("Stripe Technology Europe".to_owned());
    items.push(trap);
    let result = run(&rows, &items);
    assert_eq!(of(&result, "b1").kind, MatchKind::Payout);
}

#[test]
fn a_payout_without_parts_stays_unexplained() {
    let mut row = deposit("b1", 9_700, "STRIPE PAYOUT");
    row.kind = TransactionKind::Payout;
    let result = run(&[row], &[item("1", "INV-101", "K1", 10_000)]);
    assert_eq!(result.unmatched[0].reason, UnmatchedReason::NotAReceipt);
}

#[test]
fn a_subset_that_has_the_sum_is_no_payout() {
    // 30 + 70 = 100, but 500 lies between them.
    let rows = [
        charge("ch_1", 3_000, 0, "", "K1 Holding", ""),
        {
            let mut row = charge("ch_2", 50_000, 0, "", "K2 Holding", "");
            row.booked_on = day(3);
            row
        },
        {
            let mut row = charge("ch_3", 7_000, 0, "", "K3 Holding", "");
            row.booked_on = day(4);
            row
        },
        gateway("po_1", 4, TransactionKind::Payout, -10_000, 0, ""),
    ];
    let result = run(&rows, &[]);
    let row = result.unmatched.iter().find(|row| row.transaction == "po_1").expect("no match of the payout");
    assert_eq!(row.reason, UnmatchedReason::NotAReceipt);
}

#[test]
fn several_a_day_are_cut_by_their_ids() {
    let mut rows = Vec::new();
    for n in 1..=4 {
        let payout = format!("PO00{n}");
        for m in 0..n {
            rows.push(charge(&format!("pm_{n}{m}"), 1_000 + 10 * n + m, 20, &payout, "Somebody", ""));
        }
        let sum: i64 = (0..n).map(|m| 1_000 + 10 * n + m).sum();
        rows.push(gateway(&payout, 4, TransactionKind::Payout, -sum, 0, &payout));
        rows.push(deposit(&format!("b{n}"), sum, &format!("GOCARDLESS {payout}")));
    }
    let result = run(&rows, &[]);
    for n in 1..=4_usize {
        let found = of(&result, &format!("b{n}"));
        assert_eq!(found.payout.as_ref().expect("parts").members.len(), n);
        assert_eq!(found.decision, Decision::Auto);
    }
}

#[test]
fn options_keep_payouts_for_a_person() {
    let (rows, items) = month();
    let mut options = Options::default();
    options.auto.kinds = vec![MatchKind::Single];
    let result = answer(&rows, &items, &[], &options);
    assert_eq!(of(&result, "b1").decision, Decision::Review);
    assert_eq!(of(&result, "ch_1").decision, Decision::Auto);
}

fn any_row() -> impl Strategy<Value = Transaction> {
    use TransactionKind::{Card, Dispute, Fee as FeeKind, Internal, Other, Payout, Refund};
    let kind = prop::sample::select(vec![Card, Dispute, FeeKind, Internal, Other, Payout, Payout, Refund]);
    let payout = prop::sample::select(vec!["", "", "po_1", "po_2"]);
    let account = prop::sample::select(vec![None, Some("acct_7"), Some("acct_7"), Some("BANK")]);
    (kind, -3_000..3_000_i64, 0..50_i64, 0..6_u32, payout, account).prop_map(
        |(kind, net, fee, on, payout, account)| {
            let mut row = gateway("", on, kind, net, fee, payout);
            row.account = account.map(str::to_owned);
            row.value_on = (fee % 3 == 0).then(|| day(on + 1));
            row.remittance = if fee % 5 == 0 { "STRIPE PO_1".to_owned() } else { String::new() };
            row
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_a_gateway_books_parts_and_rest_are_the_payout(rows in prop::collection::vec(any_row(), 0..24)) {
        let rows: Vec<Transaction> = rows
            .into_iter()
            .enumerate()
            .map(|(n, mut row)| {
                row.id = format!("t{n:02}");
                row
            })
            .collect();
        // The checks of `sound` are what is asked.
        let result = run(&rows, &[]);
        let ids: BTreeSet<&str> = result.matches.iter().map(|found| found.id.as_str()).collect();
        prop_assert_eq!(ids.len(), result.matches.len());
    }
}
