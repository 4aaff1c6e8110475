use super::*;
use crate::matching::result::{Decision, ReviewReason};
use crate::model::{Fee, Original, Reference, ReferenceKind};

fn eur(minor: i64) -> Amount {
    Amount::new(minor, Currency::EUR)
}

fn day(n: u32) -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 3, n).unwrap()
}

fn row(id: &str, on: u32, kind: TransactionKind, net: i64, fee: i64, payout: &str) -> Transaction {
    let mut row = Transaction::new(id, day(on), eur(net));
    row.account = Some("acct_1".into());
    row.source = "stripe".into();
    row.kind = kind;
    if fee != 0 {
        row.fees = vec![Fee { amount: eur(fee), kind: "stripe_fee".into() }];
    }
    if !payout.is_empty() {
        row.references = vec![Reference { kind: ReferenceKind::Payout, value: payout.into() }];
    }
    row
}

fn bank(id: &str, on: u32, minor: i64, text: &str) -> Transaction {
    let mut row = Transaction::new(id, day(on), eur(minor));
    row.account = Some("DE75".into());
    row.counterparty.name = Some("STRIPE PAYMENTS EUROPE".into());
    row.remittance = text.into();
    row
}

use TransactionKind::{Card, Dispute, Fee as FeeKind, Internal, Payout as PaidOut, Refund};

fn explain(mut rows: Vec<Transaction>) -> (Vec<Match>, Vec<String>) {
    rows.sort_by(|a, b| a.id.cmp(&b.id));
    let all: Vec<u32> = (0..rows.len() as u32).collect();
    let found = payouts(&rows, &all, &Options::default());
    let mut none: Vec<String> = found.no_receipts.iter().map(|at| rows[*at as usize].id.clone()).collect();
    none.sort();
    for one in &found.matches {
        balanced(one);
    }
    (found.matches, none)
}

/// Members + residual = deposit.
fn balanced(found: &Match) {
    let payout = found.payout.as_ref().unwrap();
    let sum = |rows: &[Member]| rows.iter().map(|row| row.amount.minor()).sum::<i64>();
    let residual: i64 = payout.residual.iter().map(|row| row.amount.minor()).sum();
    let of = |wanted: &dyn Fn(Component) -> bool| {
        let rows = payout.deposit.iter().filter(|row| wanted(row.component));
        rows.map(|row| row.amount.minor()).sum::<i64>()
    };
    let bank = of(&|c| c == Component::Deposit);
    let gateway = of(&|c| c != Component::Deposit);
    let paid =
        if payout.deposit.iter().any(|row| row.component != Component::Deposit) { -gateway } else { bank };
    assert_eq!(sum(&payout.members) + residual, paid, "{payout:?}");
}

fn residual(found: &Match) -> Vec<(Component, i64)> {
    found.payout.as_ref().unwrap().residual.iter().map(|row| (row.component, row.amount.minor())).collect()
}

fn members(found: &Match) -> Vec<&str> {
    found.payout.as_ref().unwrap().members.iter().map(|row| row.transaction.as_str()).collect()
}

#[test]
fn rows_that_carry_the_id_make_the_payout() {
    let (found, none) = explain(vec![
        row("ch_1", 2, Card, 9_700, 300, "po_1"),
        row("ch_2", 2, Card, 4_850, 150, "po_1"),
        row("re_1", 3, Refund, -2_000, 0, "po_1"),
        row("dp_1", 3, Dispute, -6_500, 1_500, "po_1"),
        row("fe_1", 3, FeeKind, -50, 0, "po_1"),
        row("rs_1", 3, Internal, -1_000, 0, "po_1"),
        row("ch_3", 3, Card, 777, 0, "po_2"),
        row("po_1", 4, PaidOut, -5_000, 0, "po_1"),
        bank("b1", 6, 5_000, "STRIPE po_1XX"),
    ]);
    assert_eq!(found.len(), 1);
    assert_eq!(members(&found[0]), ["ch_1", "ch_2", "dp_1", "fe_1", "re_1", "rs_1"]);
    assert_eq!(residual(&found[0]), [(Component::Fee, -1_950)]);
    assert_eq!(found[0].decision, Decision::Auto, "{:?} {}", found[0].review, found[0].probability);
    assert_eq!(found[0].transactions(), ["b1", "fe_1", "po_1", "rs_1"]);
    assert_eq!(none, ["b1", "fe_1", "po_1", "rs_1"]);
}

#[test]
fn the_deposit_is_found_by_an_id_in_its_text() {
    let other_case = "PAYOUT PO-1ABC9";
    for (text, name) in [("ref po_1Abc9", "BANK"), (other_case, "BANK"), ("", "Stripe")] {
        let mut deposit = bank("b1", 6, 9_700, text);
        deposit.counterparty.name = Some(name.into());
        let rows = vec![
            row("ch_1", 2, Card, 9_700, 300, "po_1Abc9"),
            row("po_1", 4, PaidOut, -9_700, 0, "po_1Abc9"),
            deposit,
        ];
        let (found, _) = explain(rows);
        assert_eq!(found[0].transactions(), ["b1", "po_1"], "{text}");
    }
}

#[test]
fn an_equal_amount_of_somebody_else_is_no_deposit() {
    for (name, text) in [("Anna Schmidt", "invoice 17"), ("PayPal Europe", ""), ("STRIPE", "po_other9")] {
        let mut deposit = bank("b1", 6, 9_700, text);
        deposit.counterparty.name = Some(name.into());
        let other = row("ch_9", 2, Card, 100, 0, "po_other9");
        let rows = vec![
            row("ch_1", 2, Card, 9_700, 300, "po_1Abc9"),
            other,
            row("po_1", 4, PaidOut, -9_700, 0, "po_1Abc9"),
            deposit,
        ];
        let (found, _) = explain(rows);
        let payout = found.iter().find(|one| one.transactions().contains(&"po_1")).unwrap();
        assert!(!payout.transactions().contains(&"b1"), "{name} {text}");
    }
}

#[test]
fn alike_deposits_are_for_a_person() {
    let (found, _) = explain(vec![
        row("ch_1", 2, Card, 9_700, 300, "po_1"),
        row("ch_2", 3, Card, 9_700, 300, "po_2"),
        row("po_1", 4, PaidOut, -9_700, 0, "po_1"),
        row("po_2", 4, PaidOut, -9_700, 0, "po_2"),
        bank("b1", 6, 9_700, ""),
        bank("b2", 6, 9_700, ""),
    ]);
    assert_eq!(found.len(), 2);
    for one in &found {
        assert_eq!((one.decision, one.review), (Decision::Review, Some(ReviewReason::Evidence)));
        assert_eq!(one.payout.as_ref().unwrap().deposit.len(), 2);
    }
}

#[test]
fn without_ids_the_days_between_two_payouts_count() {
    let rows = [
        row("ch_1", 2, Card, 9_700, 300, ""),
        row("ch_2", 4, Card, 4_850, 150, ""),
        row("re_1", 5, Refund, -1_000, 0, ""),
        row("ch_3", 6, Card, 500, 0, ""),
        row("po_1", 3, PaidOut, -9_700, 0, ""),
        row("po_2", 6, PaidOut, -3_850, 0, ""),
    ];
    let (found, _) = explain(rows.to_vec());
    assert_eq!(found.iter().map(members).collect::<Vec<_>>(), [vec!["ch_1"], vec!["ch_2", "re_1"]]);
    assert!(found.iter().all(|one| one.decision == Decision::Auto));
    // One alone may fit by chance.
    let (found, _) = explain(rows[1..4].iter().chain(&rows[5..]).cloned().collect());
    assert_eq!(members(&found[0]), ["ch_2", "re_1"]);
    assert_eq!((found[0].decision, found[0].review_clue), (Decision::Review, Some("payout.window")));
}

#[test]
fn rows_that_are_no_payouts_parts_are_not_taken_for_them() {
    let (found, none) = explain(vec![
        row("ch_1", 2, Card, 9_700, 300, ""),
        row("ch_2", 4, Card, 4_850, 150, ""),
        row("po_1", 5, PaidOut, -777_700, 0, ""),
    ]);
    assert!(found.is_empty());
    assert_eq!(none, ["po_1"]);
}

#[test]
fn what_nothing_names_is_unexplained() {
    let (found, _) =
        explain(vec![row("ch_1", 2, Card, 9_700, 300, "po_1"), row("po_1", 4, PaidOut, -9_200, 0, "po_1")]);
    assert_eq!(residual(&found[0]), [(Component::Fee, -300), (Component::Unexplained, -500)]);
    assert_eq!(found[0].decision, Decision::Review);
}

#[test]
fn a_failed_payout_and_its_return_are_a_pair_and_the_next_pays_again() {
    let mut back = row("back", 6, PaidOut, 9_700, 0, "po_1");
    back.id = "txn_back".into();
    let (found, none) = explain(vec![
        row("ch_1", 2, Card, 9_700, 300, "po_1"),
        row("po_1", 4, PaidOut, -9_700, 0, "po_1"),
        back,
        row("ch_2", 6, Card, 5_300, 0, "po_2"),
        row("po_2", 7, PaidOut, -15_000, 0, "po_2"),
    ]);
    assert_eq!(residual(&found[0]), [(Component::Fee, -300), (Component::FailedPayout, -9_700)]);
    assert_eq!(found[0].transactions(), ["po_1", "txn_back"]);
    assert_eq!(residual(&found[1]), [(Component::FailedPayout, 9_700)]);
    assert!(found.iter().all(|one| one.decision == Decision::Auto));
    assert_eq!(none, ["po_1", "po_2", "txn_back"]);
}

#[test]
fn rows_beside_are_members_where_all_of_them_fit() {
    let rows = |reserve: i64| {
        vec![
            row("ch_1", 2, Card, 9_700, 300, "po_1"),
            row("rs_1", 3, Internal, reserve, 0, ""),
            row("rs_2", 3, Internal, -200, 0, ""),
            row("po_1", 4, PaidOut, -9_000, 0, "po_1"),
        ]
    };
    let (found, _) = explain(rows(-500));
    assert_eq!(members(&found[0]), ["ch_1", "rs_1", "rs_2"]);
    assert_eq!(residual(&found[0]), [(Component::Fee, -300)]);
    let (found, _) = explain(rows(-700));
    assert_eq!(members(&found[0]), ["ch_1"], "one of two that has the amount is a subset");
    assert_eq!(residual(&found[0])[1], (Component::Unexplained, -700));
}

#[test]
fn what_one_payout_left_the_next_carries() {
    let (found, _) = explain(vec![
        row("ch_1", 2, Card, 9_700, 300, "po_1"),
        row("po_1", 4, PaidOut, -9_000, 0, "po_1"),
        row("ch_2", 6, Card, 5_000, 0, "po_2"),
        row("po_2", 7, PaidOut, -5_700, 0, "po_2"),
    ]);
    assert_eq!(residual(&found[0])[1], (Component::CarryOver, -700));
    assert_eq!(residual(&found[1]), [(Component::CarryOver, 700)]);
}

#[test]
fn each_currency_is_paid_out_apart() {
    let dollars = |mut row: Transaction| {
        row.amount = Amount::new(row.amount.minor(), Currency::parse("USD").unwrap());
        row.fees.clear();
        row
    };
    let mut deposit = bank("b2", 6, 8_800, "");
    deposit.original =
        Some(Original { amount: Amount::new(10_000, Currency::parse("USD").unwrap()), rate: None });
    let (found, _) = explain(vec![
        row("ch_1", 2, Card, 9_700, 300, ""),
        dollars(row("ch_2", 2, Card, 10_000, 0, "")),
        row("po_1", 4, PaidOut, -9_700, 0, ""),
        dollars(row("po_2", 4, PaidOut, -10_000, 0, "")),
        bank("b1", 6, 9_700, ""),
        deposit,
    ]);
    let ids: Vec<Vec<&str>> = found.iter().map(Match::transactions).collect();
    assert_eq!(ids, [["b1", "po_1"], ["b2", "po_2"]]);
    assert_eq!(found.iter().map(members).collect::<Vec<_>>(), [["ch_1"], ["ch_2"]]);
}

#[test]
fn without_rows_of_the_gateway_nothing_is_explained() {
    let mut deposit = bank("b1", 6, 9_700, "po_1");
    deposit.kind = PaidOut;
    let (found, none) = explain(vec![deposit]);
    assert!(found.is_empty() && none.is_empty());
}

#[test]
fn a_payout_without_parts_is_no_receipt() {
    let (found, none) =
        explain(vec![row("po_1", 4, PaidOut, -9_700, 0, "po_1"), bank("b1", 6, 9_700, "po_1")]);
    assert!(found.is_empty());
    assert_eq!(none, ["b1", "po_1"]);
}

#[test]
fn the_banks_row_alone_cuts_a_window() {
    let mut deposit = bank("b1", 5, 9_700, "");
    deposit.kind = PaidOut;
    let mut charge = row("ch_1", 2, Card, 9_700, 300, "");
    charge.references = vec![Reference { kind: ReferenceKind::Payment, value: "pi_1".into() }];
    // Another payout's member shows that the account is a gateway's.
    let mut other = row("ch_2", 1, Card, 50, 0, "po_0");
    other.references.push(Reference { kind: ReferenceKind::Payment, value: "pi_2".into() });
    let (found, _) = explain(vec![charge, other, deposit]);
    assert_eq!(members(&found[0]), ["ch_1"]);
    assert_eq!(residual(&found[0]), [(Component::Fee, -300)]);
}

#[test]
fn members_that_name_a_payout_find_the_banks_row_of_it() {
    let members_of = |id: &str, net: i64| {
        let mut charge = row("ch_1", 2, Card, net, 300, id);
        charge.references.push(Reference { kind: ReferenceKind::Payment, value: "pi_1".into() });
        [charge, row("fee_1", 3, FeeKind, -125, 0, id)]
    };
    // By name, amount and days, where the bank cut the id off; or by the id.
    for text in ["po_1", "po_1Abc9"] {
        let mut rows = members_of("po_1Abc9", 9_700).to_vec();
        rows.push(bank("b1", 6, 9_575, text));
        let (found, none) = explain(rows);
        assert_eq!(members(&found[0]), ["ch_1", "fee_1"], "{text}");
        assert_eq!(residual(&found[0]), [(Component::Fee, -300)]);
        assert_eq!(found[0].decision, Decision::Auto);
        assert_eq!(none, ["b1", "fee_1"]);
    }
    let mut rows = members_of("po_1Abc9", 9_700).to_vec();
    rows.push(bank("b1", 6, 9_570, "po_1"));
    assert!(explain(rows).0.is_empty(), "another amount");
}

#[test]
fn a_failed_payout_may_be_paid_again_much_later() {
    let mut back = row("back", 6, PaidOut, 9_700, 0, "po_1");
    back.id = "txn_back".into();
    let (found, _) = explain(vec![
        row("ch_1", 2, Card, 9_700, 300, "po_1"),
        row("po_1", 4, PaidOut, -9_700, 0, "po_1"),
        back,
        row("ch_2", 6, Card, 5_300, 0, "po_2"),
        row("po_2", 7, PaidOut, -5_300, 0, "po_2"),
        row("ch_3", 8, Card, 100, 0, "po_3"),
        row("po_3", 9, PaidOut, -9_800, 0, "po_3"),
    ]);
    assert_eq!(residual(&found[1]), []);
    assert_eq!(residual(&found[2]), [(Component::FailedPayout, 9_700)]);
    assert!(found.iter().all(|one| one.decision == Decision::Auto));
}
