//! Returns and refunds that name no id: what the payee, the amount and a number say of what came back.

use payymo::matching::{Decision, Match, MatchKind, Options, Reconciliation, Target, UnmatchedReason};
use payymo::model::{
    Invoice, Reference, ReferenceKind, ReturnStage, Returned, Settlement, Transaction, TransactionKind,
};
use payymo_tests::rows::{day, eur, item, paid_item, payment};
use payymo_tests::sound::answer;

/// A settlement of which the host kept no id.
fn settled(invoice: &str, minor: i64) -> Settlement {
    Settlement {
        invoice: invoice.to_owned(),
        amount: eur(minor),
        settled_on: day(1),
        transaction: None,
        external_ids: Vec::new(),
    }
}

fn returned(id: &str, minor: i64, name: &str, text: &str) -> Transaction {
    let mut row = payment(id, minor, name, text);
    row.booked_on = day(20);
    row.kind = TransactionKind::Return;
    row.returned = Some(Returned { stage: ReturnStage::Return, reason: None, originals: Vec::new() });
    row
}

fn run(rows: &[Transaction], items: &[Invoice], settlements: &[Settlement]) -> Reconciliation {
    answer(rows, items, settlements, &Options::default())
}

fn of<'a>(result: &'a Reconciliation, id: &str) -> Option<&'a Match> {
    result.matches.iter().find(|found| found.transactions().contains(&id))
}

fn allocated(found: Option<&Match>) -> Vec<(&str, i64)> {
    let rows = found.into_iter().flat_map(|found| &found.allocations);
    let invoice = |row: &payymo::matching::Allocation| match &row.target {
        Target::Invoice(id) => id.clone(),
        Target::Customer(id) => panic!("on account of {id}"),
    };
    let ids: Vec<(String, i64)> = rows.map(|row| (invoice(row), row.amount.minor())).collect();
    ids.into_iter().map(|(id, minor)| (&*id.leak(), minor)).collect()
}

fn decision(result: &Reconciliation, id: &str) -> Option<Decision> {
    of(result, id).map(|found| found.decision)
}

/// Other customers, so that a name tells something.
fn others() -> Vec<Invoice> {
    let names = [
        "Corvina Traders",
        "Halden Works",
        "Ostrava Print",
        "Quill Partners",
        "Verbena Foods",
        "Zephyr Labs",
    ];
    let others = names.iter().enumerate();
    others
        .map(|(at, name)| item(&format!("o{at}"), &format!("INV-2026-009{at}"), name, 4_300 + 7 * at as i64))
        .collect()
}

fn named(mut row: Invoice, name: &str) -> Invoice {
    if let Some(customer) = &mut row.customer {
        customer.name = Some(name.to_owned());
    }
    row
}

fn items(more: impl IntoIterator<Item = Invoice>) -> Vec<Invoice> {
    others().into_iter().chain(more).collect()
}

const NAME: &str = "Brackwater Foundry";

#[test]
fn what_a_host_settled_without_an_id_comes_back_and_is_tried_again() {
    let items = items([named(paid_item("a", "INV-2026-00701", "K1", 10_037), NAME)]);
    let mut second = payment("p2", 10_037, NAME, "INV-2026-00701");
    second.booked_on = day(25);
    for text in ["Return debit INV-2026-00701", "Return debit"] {
        let rows = [returned("r1", -10_037, NAME, text), second.clone()];
        let result = run(&rows, &items, &[settled("a", 10_037)]);
        assert_eq!(allocated(of(&result, "r1")), [("a", -10_037)], "{text}");
        assert_eq!(decision(&result, "r1"), Some(Decision::Auto), "{text}");
        assert_eq!(allocated(of(&result, "p2")), [("a", 10_037)], "{text}");
        assert_eq!(decision(&result, "p2"), Some(Decision::Auto), "{text}");
    }
}

#[test]
fn the_banks_usual_charge_stands_beside_a_return() {
    let items = items([named(paid_item("a", "INV-2026-00701", "K1", 10_037), NAME)]);
    let with = |charge: i64| {
        let row = returned("r1", -10_037 - charge, NAME, "Return debit INV-2026-00701");
        run(&[row], &items, &[settled("a", 10_037)])
    };
    assert_eq!(allocated(of(&with(350), "r1")), [("a", -10_037)]);
    assert_eq!(decision(&with(350), "r1"), Some(Decision::Auto));
    assert_eq!(decision(&with(4_900), "r1"), Some(Decision::Review));
}

#[test]
fn of_two_that_were_as_much_a_person_says_which_came_back() {
    let first = named(paid_item("a", "INV-2026-00701", "K1", 10_037), NAME);
    let second = named(paid_item("b", "INV-2026-00702", "K1", 10_037), NAME);
    let rows = [returned("r1", -10_037, NAME, "Return debit")];
    // Whether the host lists what settled the other or not.
    for settlements in [vec![settled("a", 10_037)], vec![settled("a", 10_037), settled("b", 10_037)]] {
        let result = run(&rows, &items([first.clone(), second.clone()]), &settlements);
        assert_eq!(decision(&result, "r1"), Some(Decision::Review));
    }
}

#[test]
fn a_payment_of_these_days_that_was_as_much_may_be_what_came_back() {
    let open = named(item("b", "INV-2026-00702", "K1", 10_037), NAME);
    let items = items([named(paid_item("a", "INV-2026-00701", "K1", 10_037), NAME), open]);
    let pays = payment("p1", 10_037, NAME, "INV-2026-00702");
    let result = run(&[pays, returned("r1", -10_037, NAME, "Return debit")], &items, &[settled("a", 10_037)]);
    assert_eq!(allocated(of(&result, "p1")), [("b", 10_037)]);
    assert_ne!(decision(&result, "r1"), Some(Decision::Auto));
}

#[test]
fn a_part_and_nearly_a_number_of_somebody_else_are_nothing() {
    let items = items([named(paid_item("a", "INV-2026-00701", "K1", 10_037), NAME)]);
    let mut row = returned("r1", -3_000, "Calder Mills", "Refund INV-2026-00707");
    row.kind = TransactionKind::Refund;
    let result = run(&[row], &items, &[settled("a", 10_037)]);
    assert!(of(&result, "r1").is_none());
    assert_eq!(result.unmatched[0].reason, UnmatchedReason::MoneyOut);
}

fn dispute(id: &str, on: u32, minor: i64, stage: ReturnStage, originals: &[&str]) -> Transaction {
    let mut row = Transaction::new(id, day(on), eur(minor));
    row.kind = TransactionKind::Dispute;
    let originals = originals.iter().map(|id| (*id).to_owned()).collect();
    row.returned = Some(Returned { stage, reason: None, originals });
    row
}

#[test]
fn a_payment_that_is_disputed_and_won_in_one_call_stays() {
    let mut pays = payment("ch_1", 10_037, NAME, "INV-2026-00701");
    pays.booked_on = day(5);
    pays.references.push(Reference { kind: ReferenceKind::Payment, value: "pi_1".to_owned() });
    let rows = [
        pays,
        dispute("d1", 12, -10_037, ReturnStage::Chargeback, &["ch_1", "pi_1"]),
        dispute("d2", 19, 10_037, ReturnStage::Won, &["ch_1", "pi_1"]),
    ];
    let result = run(&rows, &items([named(item("a", "INV-2026-00701", "K1", 10_037), NAME)]), &[]);
    assert_eq!(allocated(of(&result, "d1")), [("a", -10_037)]);
    assert_eq!(allocated(of(&result, "d2")), [("a", 10_037)]);
    assert!(result.matches.iter().all(|found| found.decision == Decision::Auto));
    assert!(result.open_invoices.iter().all(|row| row.invoice != "a"));
    // Without what took it there is nothing to give again.
    let [pays, _, won] = rows;
    let result = run(&[pays, won], &items([named(item("a", "INV-2026-00701", "K1", 10_037), NAME)]), &[]);
    assert!(of(&result, "d2").is_none_or(|found| found.kind != MatchKind::Reversal));
}

#[test]
fn what_was_taken_back_under_another_id_of_the_payment_is_won_again() {
    let entry =
        |minor: i64, id: &str| Settlement { external_ids: vec![id.to_owned()], ..settled("a", minor) };
    let result = run(
        &[dispute("d2", 19, 10_037, ReturnStage::Won, &["ch_1", "pi_1"])],
        &items([named(item("a", "INV-2026-00701", "K1", 10_037), NAME)]),
        &[entry(10_037, "pi_1"), entry(-10_037, "ch_1")],
    );
    assert_eq!(allocated(of(&result, "d2")), [("a", 10_037)]);
    assert_eq!(decision(&result, "d2"), Some(Decision::Auto));
}
