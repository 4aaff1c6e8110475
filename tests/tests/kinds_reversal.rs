//! Money that takes a settlement back, and money that gives it again: what was settled is open again, and nothing is
//! taken twice.

use payymo::matching::{
    Decision, DifferenceKind, Match, MatchKind, Matcher, Options, Reconciliation, ReviewReason,
    UnmatchedReason,
};
use payymo::model::{
    Fee, Invoice, InvoiceState, Reference, ReferenceKind, ReturnStage, Returned, Settlement, Transaction,
    TransactionKind,
};
use payymo_tests::rows::{day, eur, item, paid_item, payment};
use payymo_tests::sound::answer;

fn settled(invoice: &str, minor: i64, transaction: &str, external: &[&str]) -> Settlement {
    Settlement {
        invoice: invoice.to_owned(),
        amount: eur(minor),
        settled_on: day(1),
        transaction: Some(transaction.to_owned()).filter(|id| !id.is_empty()),
        external_ids: external.iter().map(|id| (*id).to_owned()).collect(),
    }
}

/// Money back, on the 20th day, that names what it takes back.
fn back(id: &str, minor: i64, stage: ReturnStage, originals: &[&str]) -> Transaction {
    let mut row = Transaction::new(id, day(20), eur(minor));
    row.kind = match stage {
        ReturnStage::Refund => TransactionKind::Refund,
        ReturnStage::Chargeback | ReturnStage::Won => TransactionKind::Dispute,
        _ => TransactionKind::Return,
    };
    row.returned = Some(Returned {
        stage,
        reason: Some("AC04".to_owned()),
        originals: originals.iter().map(|id| (*id).to_owned()).collect(),
    });
    row
}

fn refers(mut row: Transaction, kind: ReferenceKind, value: &str) -> Transaction {
    row.references.push(Reference { kind, value: value.to_owned() });
    row
}

fn run(rows: &[Transaction], items: &[Invoice], settlements: &[Settlement]) -> Reconciliation {
    answer(rows, items, settlements, &Options::default())
}

fn of<'a>(result: &'a Reconciliation, id: &str) -> &'a Match {
    let found = result.matches.iter().find(|found| found.transactions().contains(&id));
    found.unwrap_or_else(|| panic!("{id} has no match: {:?}", reason(result, id)))
}

fn reason(result: &Reconciliation, id: &str) -> Option<UnmatchedReason> {
    result.unmatched.iter().find(|row| row.transaction == id).map(|row| row.reason)
}

fn allocated(found: &Match) -> Vec<(&str, i64)> {
    found.allocations.iter().map(|row| (row.target.id(), row.amount.minor())).collect()
}

fn open(result: &Reconciliation) -> Vec<(&str, i64)> {
    result.open_invoices.iter().map(|row| (row.invoice.as_str(), row.open.minor())).collect()
}

#[test]
fn a_return_by_id_reopens_a_closed_item() {
    for (keys, originals) in
        [(("t9", &["e2e-77"][..]), "t9"), (("t9", &["e2e-77"]), "e2e-77"), (("", &["pi_1"]), "pi_1")]
    {
        let result = run(
            &[back("r1", -10_000, ReturnStage::Return, &[originals])],
            &[paid_item("a", "INV-1", "K1", 10_000)],
            &[settled("a", 10_000, keys.0, keys.1)],
        );
        let found = of(&result, "r1");
        assert_eq!((found.kind, found.decision), (MatchKind::Reversal, Decision::Auto), "{originals}");
        assert_eq!(allocated(found), [("a", -10_000)]);
        assert_eq!(open(&result), [("a", 10_000)]);
    }
}

#[test]
fn what_came_back_is_settled_by_the_second_try() {
    let second = {
        let mut row = payment("p2", 10_000, "K1 Holding", "INV-1");
        row.kind = TransactionKind::DirectDebit;
        row.booked_on = day(25);
        row
    };
    let result = run(
        &[back("r1", -10_000, ReturnStage::Return, &["t9"]), second],
        &[paid_item("a", "INV-1", "K1", 10_000)],
        &[settled("a", 10_000, "t9", &[])],
    );
    assert_eq!(allocated(of(&result, "r1")), [("a", -10_000)]);
    assert_eq!(
        (allocated(of(&result, "p2")), of(&result, "p2").decision),
        (vec![("a", 10_000)], Decision::Auto)
    );
    assert_eq!(open(&result), []);
}

#[test]
fn what_a_number_alone_says_came_back_is_tried_again_by_a_person() {
    let mut row = back("r1", -10_000, ReturnStage::Return, &[]);
    row.counterparty.name = Some("K1 Holding".to_owned());
    row.remittance = "Return debit INV-2026-00701".to_owned();
    let mut second = payment("p2", 10_000, "K1 Holding", "INV-2026-00701");
    second.booked_on = day(25);
    let result = run(
        &[row, second],
        &[paid_item("a", "INV-2026-00701", "K1", 10_000), item("b", "INV-2026-00702", "K2", 777)],
        &[settled("a", 10_000, "t9", &[])],
    );
    assert_eq!(allocated(of(&result, "r1")), [("a", -10_000)]);
    assert_eq!(allocated(of(&result, "p2")), [("a", 10_000)]);
    let waits = of(&result, "r1").decision == Decision::Review;
    assert_eq!(of(&result, "p2").decision == Decision::Review, waits);
    assert_eq!(open(&result), [("b", 777)]);
}

#[test]
fn a_matcher_forgets_what_one_call_took_back() {
    let items = [paid_item("a", "INV-1", "K1", 10_000), item("b", "INV-2", "K2", 500)];
    let settlements = [settled("a", 10_000, "t9", &[])];
    let (mut matcher, _) = Matcher::new(&items, &settlements, &Options::default()).expect("a matcher");
    let row = back("r1", -10_000, ReturnStage::Return, &["t9"]);
    let first = matcher.propose(&row).expect("an answer");
    assert_eq!(open(&first), [("a", 10_000)]);
    let second = matcher.propose(&row).expect("an answer");
    assert_eq!(serde_json::to_string(&first).expect("JSON"), serde_json::to_string(&second).expect("JSON"));
    let pays = payment("p1", 10_000, "K1 Holding", "INV-1");
    let result = matcher.propose(&pays).expect("an answer");
    assert_eq!(reason(&result, "p1"), Some(UnmatchedReason::ClosedInvoice));
}

#[test]
fn a_chargeback_has_its_fee_apart() {
    // Once in the row's fees, once in what was booked.
    let mut apart = back("r1", -11_500, ReturnStage::Chargeback, &["ch_1"]);
    apart.fees = vec![Fee { amount: eur(1_500), kind: "stripe_fee".to_owned() }];
    let items = [paid_item("a", "INV-1", "K1", 10_000)];
    let settlements = [settled("a", 10_000, "", &["ch_1"])];
    let result = run(&[apart], &items, &settlements);
    assert_eq!(allocated(of(&result, "r1")), [("a", -10_000)]);
    assert!(of(&result, "r1").differences.is_empty());
    let booked = back("r1", -11_500, ReturnStage::Chargeback, &["ch_1"]);
    let result = run(&[booked], &items, &settlements);
    let found = of(&result, "r1");
    assert_eq!(allocated(found), [("a", -10_000)]);
    let differences: Vec<_> = found.differences.iter().map(|row| (row.kind, row.amount.minor())).collect();
    assert_eq!(differences, [(DifferenceKind::ChargebackFee, -1_500)]);
    assert_eq!(found.decision, Decision::Auto);
}

#[test]
fn a_dispute_that_is_won_settles_again() {
    let items = [paid_item("a", "INV-1", "K1", 10_000)];
    let settlements = [settled("a", 10_000, "", &["ch_1"])];
    let lost = back("d1", -11_500, ReturnStage::Chargeback, &["ch_1"]);
    let mut won = back("d2", 11_500, ReturnStage::Won, &["ch_1"]);
    won.booked_on = day(40);
    let result = run(&[lost, won.clone()], &items, &settlements);
    assert_eq!(allocated(of(&result, "d1")), [("a", -10_000)]);
    assert_eq!(allocated(of(&result, "d2")), [("a", 10_000)]);
    assert_eq!(of(&result, "d2").kind, MatchKind::Reversal);
    assert_eq!(open(&result), []);
    // Months later, in a call of its own: the host has the item open again.
    let taken = [settlements[0].clone(), settled("a", -10_000, "d1", &["ch_1"])];
    let result = run(std::slice::from_ref(&won), &[item("a", "INV-1", "K1", 10_000)], &taken);
    assert_eq!(
        (allocated(of(&result, "d2")), of(&result, "d2").decision),
        (vec![("a", 10_000)], Decision::Auto)
    );
    assert_eq!(open(&result), []);
    // Where nothing is open there is nothing to settle.
    let result = run(&[won], &items, &taken);
    assert!(result.matches.is_empty());
}

#[test]
fn a_refund_takes_a_part_back() {
    let result = run(
        &[back("r1", -2_500, ReturnStage::Refund, &["pi_1"])],
        &[paid_item("a", "INV-1", "K1", 10_000)],
        &[settled("a", 10_000, "", &["pi_1"])],
    );
    assert_eq!(allocated(of(&result, "r1")), [("a", -2_500)]);
    assert_eq!((of(&result, "r1").decision, open(&result)), (Decision::Auto, vec![("a", 2_500)]));
}

#[test]
fn of_several_items_the_one_of_the_amount_is_meant_and_else_a_person_decides() {
    let items = [paid_item("a", "INV-1", "K1", 10_000), paid_item("b", "INV-2", "K1", 4_000)];
    let settlements = [settled("a", 10_000, "t9", &[]), settled("b", 4_000, "t9", &[])];
    let all = run(&[back("r1", -14_000, ReturnStage::Return, &["t9"])], &items, &settlements);
    assert_eq!(allocated(of(&all, "r1")), [("a", -10_000), ("b", -4_000)]);
    let one = run(&[back("r1", -4_000, ReturnStage::Refund, &["t9"])], &items, &settlements);
    assert_eq!((allocated(of(&one, "r1")), of(&one, "r1").decision), (vec![("b", -4_000)], Decision::Auto));
    let some = run(&[back("r1", -5_000, ReturnStage::Refund, &["t9"])], &items, &settlements);
    assert_eq!(
        (of(&some, "r1").decision, of(&some, "r1").review_clue),
        (Decision::Review, Some("reversal.part"))
    );
}

#[test]
fn nothing_is_taken_back_twice() {
    let items = [paid_item("a", "INV-1", "K1", 10_000)];
    let settlements = [settled("a", 10_000, "t9", &[])];
    let twice = [
        back("r1", -10_000, ReturnStage::Return, &["t9"]),
        back("r2", -10_000, ReturnStage::Return, &["t9"]),
    ];
    let result = run(&twice, &items, &settlements);
    assert_eq!(result.matches.len(), 1);
    assert_eq!(open(&result), [("a", 10_000)]);
    // What was booked in an earlier call is a copy.
    let known = [settlements[0].clone(), settled("a", -10_000, "r1", &[])];
    let result = run(&twice[..1], &[item("a", "INV-1", "K1", 10_000)], &known);
    assert_eq!(reason(&result, "r1"), Some(UnmatchedReason::Duplicate));
}

#[test]
fn a_payment_of_the_same_call_comes_back() {
    let items = [item("a", "INV-1", "K1", 10_000), item("b", "INV-2", "K2", 300)];
    let paid = refers(payment("p1", 10_000, "K1 Holding", "INV-1"), ReferenceKind::EndToEnd, "E2E-4711");
    let by_id = {
        let mut row = back("r1", -10_000, ReturnStage::Return, &[]);
        row.reverses = Some("p1".to_owned());
        row
    };
    let by_reference =
        refers(back("r1", -10_000, ReturnStage::Return, &[]), ReferenceKind::EndToEnd, "E2E-4711");
    for row in [by_id, by_reference] {
        let result = run(&[paid.clone(), row.clone()], &items, &[]);
        assert_eq!(allocated(of(&result, "p1")), [("a", 10_000)]);
        assert_eq!(allocated(of(&result, "r1")), [("a", -10_000)]);
        assert_eq!(of(&result, "r1").decision, Decision::Auto);
        assert_eq!(open(&result), [("a", 10_000), ("b", 300)]);
        // A second try settles it, and is no second copy of the first.
        let mut second = payment("p2", 10_000, "K1 Holding", "INV-1");
        second.booked_on = day(26);
        let result = run(&[paid.clone(), row, second], &items, &[]);
        assert_eq!(
            (allocated(of(&result, "p2")), of(&result, "p2").decision),
            (vec![("a", 10_000)], Decision::Auto)
        );
        assert_eq!(open(&result), [("b", 300)]);
    }
}

#[test]
fn a_part_of_a_payment_of_the_same_call_comes_back() {
    let items = [item("a", "INV-1", "K1", 10_000)];
    let mut row = back("r1", -2_500, ReturnStage::Refund, &["p1"]);
    row.booked_on = day(22);
    let result = run(&[payment("p1", 10_000, "K1 Holding", "INV-1"), row], &items, &[]);
    assert_eq!(allocated(of(&result, "r1")), [("a", -2_500)]);
    assert_eq!(open(&result), [("a", 2_500)]);
}

#[test]
fn what_waits_is_taken_back_by_a_person_too() {
    // Nobody knows whose the money is.
    let items = [item("a", "INV-1", "K1", 10_000)];
    let mut held = items.clone();
    held[0].state = InvoiceState::OnHold;
    let result = run(
        &[payment("p1", 10_000, "K1 Holding", "INV-1"), back("r1", -10_000, ReturnStage::Return, &["p1"])],
        &held,
        &[],
    );
    assert_eq!(of(&result, "p1").decision, Decision::Review);
    let found = of(&result, "r1");
    assert_eq!((found.decision, found.review), (Decision::Review, Some(ReviewReason::Original)));
}

#[test]
fn what_was_paid_too_much_goes_back_first() {
    let items = [item("a", "INV-1", "K1", 10_000)];
    let rows = |back_minor: i64| {
        [payment("p1", 12_000, "K1 Holding", "INV-1"), back("r1", back_minor, ReturnStage::Refund, &["p1"])]
    };
    let result = run(&rows(-2_000), &items, &[]);
    let found = of(&result, "r1");
    assert_eq!(found.kind, MatchKind::Reversal);
    assert_eq!(allocated(found), []);
    let differences: Vec<_> = found.differences.iter().map(|row| (row.kind, row.amount.minor())).collect();
    assert_eq!(differences, [(DifferenceKind::Overpayment, -2_000)]);
    assert_eq!(open(&result), []);
    let result = run(&rows(-12_000), &items, &[]);
    assert_eq!(allocated(of(&result, "r1")), [("a", -10_000)]);
    assert_eq!(open(&result), [("a", 10_000)]);
}

#[test]
fn money_that_settled_nothing_goes_back_without_an_item() {
    let items = [item("a", "INV-1", "K1", 10_000)];
    let stranger = payment("p1", 777, "Orlan Freight", "thank you");
    let result = run(&[stranger, back("r1", -777, ReturnStage::Refund, &["p1"])], &items, &[]);
    let found = of(&result, "r1");
    assert_eq!((allocated(found), found.kind), (vec![], MatchKind::Reversal));
    assert_eq!(open(&result), [("a", 10_000)]);
}

#[test]
fn a_mandate_alone_is_for_a_person() {
    let items = [paid_item("a", "INV-1", "K1", 10_000), paid_item("b", "INV-2", "K1", 4_000)];
    let settlements = [settled("a", 10_000, "t8", &["M-0042"]), settled("b", 4_000, "t9", &["M-0042"])];
    let row = refers(back("r1", -4_000, ReturnStage::Return, &[]), ReferenceKind::Mandate, "M-0042");
    let result = run(&[row], &items, &settlements);
    assert_eq!(
        (allocated(of(&result, "r1")), of(&result, "r1").decision),
        (vec![("b", -4_000)], Decision::Review)
    );
    let another = refers(back("r1", -5_000, ReturnStage::Return, &[]), ReferenceKind::Mandate, "M-0042");
    assert!(run(&[another], &items, &settlements).matches.is_empty());
}

#[test]
fn empty_references_name_nothing() {
    let items = [item("a", "INV-1", "K1", 10_000)];
    for value in ["NOTPROVIDED", "", "NONREF", "1"] {
        let paid = refers(payment("p1", 10_000, "K1 Holding", "INV-1"), ReferenceKind::EndToEnd, value);
        let row = refers(back("r1", -10_000, ReturnStage::Return, &[]), ReferenceKind::EndToEnd, value);
        let result = run(&[paid, row], &items, &[]);
        let automatic = result
            .matches
            .iter()
            .any(|found| found.decision == Decision::Auto && found.transactions().contains(&"r1"));
        assert!(!automatic, "{value}");
    }
}

#[test]
fn what_is_not_listed_any_more_is_for_a_person() {
    let result = run(
        &[back("r1", -10_000, ReturnStage::Return, &["t9"])],
        &[item("b", "INV-2", "K2", 300)],
        &[settled("gone", 10_000, "t9", &[])],
    );
    let found = of(&result, "r1");
    assert_eq!((allocated(found), found.review), (vec![("gone", -10_000)], Some(ReviewReason::Original)));
    assert_eq!(open(&result), [("b", 300)]);
}

#[test]
fn what_a_gateway_posted_is_confirmed_and_not_posted_twice() {
    let charge = refers(payment("ch_1", 10_000, "K1 Holding", "INV-1"), ReferenceKind::Payment, "pi_1");
    let result = run(&[charge], &[item("a", "INV-1", "K1", 10_000)], &[settled("a", 10_000, "", &["pi_1"])]);
    let row = &result.unmatched[0];
    assert_eq!(row.reason, UnmatchedReason::Duplicate);
    assert_eq!(row.nearest[0].evidence[0].code, "settled.by_gateway");
    assert_eq!(row.nearest[0].allocations[0].amount, eur(10_000));
    assert!(result.matches.is_empty());
}

#[test]
fn the_scope_of_auto_holds() {
    let rows = [back("r1", -10_000, ReturnStage::Return, &["t9"])];
    let (items, settlements) = ([paid_item("a", "INV-1", "K1", 10_000)], [settled("a", 10_000, "t9", &[])]);
    let mut options = Options::default();
    options.auto.kinds = vec![MatchKind::Single];
    let mut shadow = Options::default();
    shadow.auto.enabled = false;
    let mut except = Options::default();
    except.auto.except_customers = vec!["K1".to_owned()];
    for options in [options, shadow, except] {
        let result = answer(&rows, &items, &settlements, &options);
        assert_eq!(of(&result, "r1").review, Some(ReviewReason::Scope));
    }
}
