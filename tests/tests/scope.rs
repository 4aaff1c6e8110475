//! What the options leave to a person, and what was settled before.

use payymo::matching::{Decision, Match, MatchKind, Options, Reconciliation, ReviewReason, reconcile};
use payymo::model::{Invoice, Settlement, Transaction};
use payymo_tests::rows::{day, eur, item, payment};

/// Two customers with an item each, one of which two payments make up, and one payment for all of a third customer's
/// and a fourth's.
fn month() -> (Vec<Transaction>, Vec<Invoice>) {
    let invoices = vec![
        item("i1", "INV-20411", "K1", 12_345),
        item("i2", "INV-20412", "K2", 10_010),
        item("i3", "INV-20413", "K3", 4321),
        item("i4", "INV-20414", "K4", 6543),
    ];
    let transactions = vec![
        payment("t1", 12_345, "K1 Holding", "Invoice INV-20411"),
        payment("t2", 4004, "K2 Holding", "Invoice INV-20412 part 1"),
        payment("t3", 6006, "K2 Holding", "Invoice INV-20412 part 2"),
        payment("t4", 10_864, "Agency", "INV-20413 INV-20414"),
    ];
    (transactions, invoices)
}

fn run(change: impl FnOnce(&mut Options)) -> Reconciliation {
    let (transactions, invoices) = month();
    let mut options = Options::default();
    change(&mut options);
    reconcile(&transactions, &invoices, &[], &options, &mut |_, _, _| true).expect("an answer")
}

fn of(result: &Reconciliation, kind: MatchKind) -> &Match {
    result.matches.iter().find(|found| found.kind == kind).expect("a match of the kind")
}

/// The kinds of those that would be booked but for the options, which is all of them.
fn waiting(result: &Reconciliation) -> Vec<MatchKind> {
    let waits = |found: &&Match| found.decision == Decision::Review;
    let mut out: Vec<MatchKind> = result
        .matches
        .iter()
        .filter(waits)
        .inspect(|found| assert_eq!(found.review, Some(ReviewReason::Scope)))
        .map(|found| found.kind)
        .collect();
    out.sort();
    out
}

#[test]
fn without_a_scope_all_are_booked() {
    assert_eq!(waiting(&run(|_| {})), []);
}

#[test]
fn a_shadow_month_books_nothing() {
    let all = [MatchKind::Single, MatchKind::Grouped, MatchKind::Instalment];
    assert_eq!(waiting(&run(|options| options.auto.enabled = false)), all);
}

#[test]
fn kinds_are_those_of_the_whole_match() {
    let only = |kind| run(move |options| options.auto.kinds = vec![kind]);
    let (grouped, instalment) = (MatchKind::Grouped, MatchKind::Instalment);
    assert_eq!(waiting(&only(MatchKind::Single)), [grouped, instalment]);
    assert_eq!(waiting(&only(MatchKind::Instalment)), [MatchKind::Single, grouped]);
}

#[test]
fn an_excepted_customer_waits_in_company_too() {
    let except = |id: &str| run(|options| options.auto.except_customers = vec![id.to_owned()]);
    assert_eq!(waiting(&except("K4")), [MatchKind::Grouped]);
    assert_eq!(waiting(&except("K1")), [MatchKind::Single]);
    assert_eq!(waiting(&except("K9")), []);
}

#[test]
fn large_payments_and_other_sources_wait() {
    let most = run(|options| options.auto.max_amount = Some(eur(11_000).to_decimal()));
    assert_eq!(waiting(&most), [MatchKind::Single]);
    let (mut transactions, invoices) = month();
    transactions[3].source = "stripe".into();
    let mut options = Options::default();
    options.auto.sources = vec!["stripe".to_owned()];
    let result = reconcile(&transactions, &invoices, &[], &options, &mut |_, _, _| true).expect("an answer");
    assert_eq!(waiting(&result), [MatchKind::Single, MatchKind::Instalment]);
    assert_eq!(of(&result, MatchKind::Grouped).decision, Decision::Auto);
}

/// An id may be as short as a host likes; in a reference a short number says nothing.
#[test]
fn what_was_settled_before_is_not_settled_again() {
    for id in ["17", "tx-1017"] {
        let (mut transactions, invoices) = month();
        transactions[0].id = id.to_owned();
        let settled = Settlement {
            invoice: "i9".to_owned(),
            amount: eur(12_345),
            settled_on: day(10),
            transaction: Some(id.to_owned()),
            external_ids: Vec::new(),
        };
        let result =
            reconcile(&transactions, &invoices, &[settled], &Options::default(), &mut |_, _, _| true)
                .expect("an answer");
        assert!(result.unmatched.iter().any(|row| row.transaction == id), "{id}");
    }
}
