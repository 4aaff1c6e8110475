//! Payments that look like a match and are none, one test a trap: nothing wrong is ever automatic.

use payymo::matching::{
    Decision, DifferenceKind, Match, MatchKind, Options, Reconciliation, UnmatchedReason,
};
use payymo::model::{Invoice, InvoiceState, Tax, Transaction};
use payymo::money::Amount;
use payymo_tests::rows::{self, currency, day, eur, item_of as item};
use payymo_tests::sound::answer;
use rust_decimal::Decimal;

/// Paid before it is due.
fn payment(id: &str, minor: i64, name: &str, text: &str) -> Transaction {
    let mut row = rows::payment(id, minor, name, text);
    row.booked_on = day(12);
    row
}

/// A host's ordinary month: forty customers, each with one open item and a payment that names it.
fn month() -> (Vec<Invoice>, Vec<Transaction>) {
    let names =
        ["Aldrin", "Bauer", "Cermak", "Dubois", "Eriksen", "Fontaine", "Greco", "Hansen", "Ivanov", "Jansen"];
    let trades = ["Garden", "Bakery", "Optics", "Cycles"];
    (0..40)
        .map(|n| {
            let name = format!("{} {}", names[n % 10], trades[n / 10]);
            let (minor, number) = (4317 + 1013 * n as i64, format!("INV-2026-{:05}", 700 + n));
            let item = item(&format!("{}", 5100 + n), &number, &format!("C{:04}", 900 + n), &name, minor);
            let payment = payment(&format!("m{n:02}"), minor, &name, &format!("Invoice {number}"));
            (item, payment)
        })
        .unzip()
}

/// Reconciles the traps among the ordinary month and checks that the month itself is settled.
fn among(items: Vec<Invoice>, traps: Vec<Transaction>) -> Reconciliation {
    let (mut all_items, mut all_payments) = month();
    all_items.extend(items);
    all_payments.extend(traps);
    answer(&all_payments, &all_items, &[], &Options::default())
}

fn matched<'a>(result: &'a Reconciliation, transaction: &str) -> Option<&'a Match> {
    result.matches.iter().find(|found| found.transactions().contains(&transaction))
}

fn targets(found: &Match) -> Vec<&str> {
    let mut ids: Vec<&str> = found.allocations.iter().map(|row| row.target.id()).collect();
    ids.sort_unstable();
    ids
}

fn never_automatic(result: &Reconciliation, transaction: &str) {
    if let Some(found) = matched(result, transaction) {
        let why: Vec<(&str, f64)> = found.evidence.iter().map(|clue| (clue.code, clue.weight)).collect();
        assert_eq!(
            found.decision,
            Decision::Review,
            "automatic to {:?} with {}: {why:?}",
            targets(found),
            found.probability
        );
    }
}

fn reason(result: &Reconciliation, transaction: &str) -> Option<UnmatchedReason> {
    result.unmatched.iter().find(|row| row.transaction == transaction).map(|row| row.reason)
}

/// An open item of somebody else, whose short number stands in many texts by chance.
fn short_number(number: &str) -> Invoice {
    item("9001", number, "C0999", "Zweig Lighting", 12_000)
}

#[test]
fn the_ordinary_month_is_automatic() {
    let result = among(Vec::new(), Vec::new());
    assert_eq!((result.summary.auto, result.summary.transactions), (40, 40));
}

#[test]
fn a_number_inside_another_number() {
    let result =
        among(vec![short_number("1042")], vec![payment("t", 12_000, "Orlan Freight", "order 88104277")]);
    never_automatic(&result, "t");
}

#[test]
fn a_date_is_no_number() {
    for (number, text) in [
        ("2103", "rent 21.03.2026"),
        ("20260321", "on 20260321"),
        ("2026", "March 2026"),
        ("0321", "2026-03-21"),
    ] {
        let result = among(vec![short_number(number)], vec![payment("t", 12_000, "Orlan Freight", text)]);
        never_automatic(&result, "t");
    }
}

#[test]
fn a_phone_number_is_no_number() {
    for text in ["tel +49 170 5551042", "call 0170 5551042", "phone 0171/1042"] {
        let result = among(vec![short_number("1042")], vec![payment("t", 12_000, "Orlan Freight", text)]);
        never_automatic(&result, "t");
    }
}

#[test]
fn a_postcode_is_no_number() {
    let result = among(
        vec![short_number("10423")],
        vec![payment("t", 12_000, "Orlan Freight", "Hauptstr. 5, 10423 Berlin")],
    );
    never_automatic(&result, "t");
}

#[test]
fn a_year_is_no_number() {
    let result =
        among(vec![short_number("2025")], vec![payment("t", 12_000, "Orlan Freight", "membership 2025")]);
    never_automatic(&result, "t");
}

#[test]
fn a_customers_number_is_no_invoice_number() {
    // C0907 is a customer; 0907 the number of another's invoice.
    let trap = payment("t", 12_000, "Hansen Garden", "customer no C0907");
    let result = among(vec![short_number("0907")], vec![trap]);
    never_automatic(&result, "t");
}

#[test]
fn words_of_every_payment_are_no_name() {
    let thanks = item("9002", "INV-2026-00999", "C0998", "Payment Services", 12_000);
    let trap = payment("t", 12_000, "Orlan Freight", "payment for services, thank you");
    let result = among(vec![thanks], vec![trap]);
    never_automatic(&result, "t");
}

#[test]
fn a_namesake_with_the_same_amount() {
    let one = item("9003", "INV-2026-00801", "C0801", "Peter Novak", 12_000);
    let two = item("9004", "INV-2026-00802", "C0802", "Peter Novak", 12_000);
    let result = among(vec![one, two], vec![payment("t", 12_000, "Peter Novak", "hosting")]);
    never_automatic(&result, "t");
}

#[test]
fn a_namesake_with_another_amount() {
    let one = item("9003", "INV-2026-00801", "C0801", "Peter Novak", 12_000);
    let mut two = item("9004", "INV-2026-00802", "C0802", "Peter Novak", 15_000);
    two.state = InvoiceState::Closed;
    let result = among(vec![one, two], vec![payment("t", 12_100, "Peter Novak", "hosting")]);
    never_automatic(&result, "t");
}

#[test]
fn two_subsets_of_one_sum() {
    let items = [1000, 2000, 3000, 4000, 7000]
        .into_iter()
        .enumerate()
        .map(|(n, minor)| {
            item(&format!("901{n}"), &format!("INV-2026-0081{n}"), "C0810", "Quarry Stone Works", minor)
        })
        .collect();
    let result = among(items, vec![payment("t", 5000, "Quarry Stone Works", "your invoices")]);
    never_automatic(&result, "t");
}

#[test]
fn a_closed_invoice_is_not_paid_again() {
    let mut closed = item("9005", "INV-2026-00820", "C0820", "Sable Records", 12_000);
    closed.state = InvoiceState::Closed;
    let other = item("9006", "INV-2026-00821", "C0821", "Tern Boats", 12_000);
    let result = among(vec![closed, other], vec![payment("t", 12_000, "Sable Records", "INV-2026-00820")]);
    assert!(matched(&result, "t").is_none());
    assert_eq!(reason(&result, "t"), Some(UnmatchedReason::ClosedInvoice));
}

#[test]
fn a_stranger_with_the_right_amount() {
    let open = item("9007", "INV-2026-00830", "C0830", "Umber Paints", 12_345);
    for text in ["", "thank you", "ticket 77120"] {
        let result = among(vec![open.clone()], vec![payment("t", 12_345, "Viola Marchetti", text)]);
        never_automatic(&result, "t");
    }
}

#[test]
fn one_items_id_is_anothers_number() {
    let a = item("4711", "INV-2026-00840", "C0840", "Willow Press", 12_000);
    let b = item("9008", "4711", "C0841", "Xenon Lamps", 12_000);
    let result = among(vec![a, b], vec![payment("t", 12_000, "Orlan Freight", "4711")]);
    let found = matched(&result, "t").expect("proposed");
    assert_eq!(found.decision, Decision::Review);
    let mut shown = targets(found);
    let rivals = found.alternatives.iter().flat_map(|rival| &rival.allocations);
    shown.extend(rivals.filter_map(|row| row.target.invoice()));
    assert!(shown.contains(&"4711") && shown.contains(&"9008"), "both are shown: {shown:?}");
}

#[test]
fn the_net_amount_without_a_number() {
    let mut open = item("9009", "INV-2026-00850", "C0850", "Yarrow Herbs", 17_085);
    open.tax = vec![Tax { rate: Decimal::from(19), amount: eur(2728) }];
    let result = among(vec![open], vec![payment("t", 14_357, "Yarrow Herbs", "order")]);
    let nearest = || result.unmatched.iter().find(|row| row.transaction == "t");
    let found = matched(&result, "t").unwrap_or_else(|| panic!("proposed, not {:?}", nearest()));
    assert_eq!((found.decision, targets(found)), (Decision::Review, vec!["9009"]));
    assert_eq!(found.differences[0].kind, DifferenceKind::Vat);
    assert_eq!(found.differences[0].amount, eur(2728));
}

#[test]
fn the_amount_before_a_late_fee() {
    let mut open = item("9010", "INV-2026-00860", "C0860", "Zephyr Sails", 13_000);
    open.previous_totals = vec![eur(12_000)];
    let result = among(vec![open], vec![payment("t", 12_000, "Zephyr Sails", "INV-2026-00860")]);
    let found = matched(&result, "t").expect("settled");
    assert_eq!((found.decision, targets(found)), (Decision::Auto, vec!["9010"]));
    assert_eq!(found.allocations[0].amount, eur(12_000));
    assert_eq!(found.differences[0].kind, DifferenceKind::LateFee);
    let left = result.open_invoices.iter().find(|row| row.invoice == "9010").expect("the fee stays open");
    assert_eq!(left.open, eur(1000));
}

#[test]
fn a_payment_twice() {
    let open = item("9012", "INV-2026-00880", "C0880", "Birch Furniture", 12_000);
    let twice = ["t1", "t2"].map(|id| payment(id, 12_000, "Birch Furniture", "INV-2026-00880"));
    let result = among(vec![open], twice.to_vec());
    assert_eq!(targets(matched(&result, "t1").expect("the first settles")), ["9012"]);
    assert!(matched(&result, "t2").is_none());
    assert_eq!(reason(&result, "t2"), Some(UnmatchedReason::Duplicate));
}

#[test]
fn one_digit_wrong_names_another_customers_item() {
    let right = item("9013", "INV-2026-00890", "C0890", "Cedar Homes", 12_000);
    let wrong = item("9014", "INV-2026-00891", "C0891", "Drake Tools", 12_000);
    let result = among(vec![right, wrong], vec![payment("t", 12_000, "Cedar Homes", "INV-2026-00891")]);
    never_automatic(&result, "t");
}

#[test]
fn a_number_of_one_and_the_amount_of_another() {
    let one = item("9015", "INV-2026-00892", "C0892", "Elder Wines", 12_000);
    let two = item("9016", "INV-2026-00893", "C0892", "Elder Wines", 14_500);
    let result = among(vec![one, two], vec![payment("t", 14_500, "Elder Wines", "INV-2026-00892")]);
    never_automatic(&result, "t");
}

#[test]
fn a_held_item_is_never_automatic() {
    for state in [InvoiceState::OnHold, InvoiceState::InCollection] {
        let mut open = item("9017", "INV-2026-00894", "C0894", "Fern Studio", 12_000);
        open.state = state;
        let result = among(vec![open], vec![payment("t", 12_000, "Fern Studio", "INV-2026-00894")]);
        never_automatic(&result, "t");
    }
}

#[test]
fn a_draft_and_a_void_item_settle_nothing() {
    for state in [InvoiceState::Draft, InvoiceState::Void] {
        let mut open = item("9018", "INV-2026-00895", "C0895", "Gorse Farm", 12_000);
        open.state = state;
        let result = among(vec![open], vec![payment("t", 12_000, "Gorse Farm", "INV-2026-00895")]);
        assert!(matched(&result, "t").is_none_or(|found| found.kind == MatchKind::OnAccount));
        assert_eq!(reason(&result, "t"), Some(UnmatchedReason::ClosedInvoice));
    }
}

#[test]
fn the_number_of_a_void_item_does_not_pay_another_of_the_same_amount_unseen() {
    let mut void = item("9018", "INV-2026-00895", "C0895", "Gorse Farm", 12_000);
    void.state = InvoiceState::Void;
    let open = item("9028", "INV-2026-00905", "C0895", "Gorse Farm", 12_000);
    let result = among(vec![void, open], vec![payment("t", 12_000, "Gorse Farm", "INV-2026-00895")]);
    never_automatic(&result, "t");
}

#[test]
fn a_number_behind_a_word_for_a_reminder_is_an_invoices() {
    for text in ["Mahnung 1279", "purring 1279", "invoice 1279", "faktuur 1279", "reminder no 1279"] {
        let mut items: Vec<_> = (0..400)
            .map(|at| {
                let number = (1_000 + 2 * at).to_string();
                item(
                    &format!("i{at}"),
                    &number,
                    &format!("C{at}"),
                    &format!("Customer Nr{at}"),
                    5_000 + 31 * at,
                )
            })
            .collect();
        items.push(item("own", "1727", "own", "Wilhelmina Okonjo-Tveit", 29_950));
        let result = among(items, vec![payment("t", 29_950, "Wilhelmina Okonjo-Tveit", text)]);
        never_automatic(&result, "t");
    }
}

#[test]
fn another_currency_is_not_the_same_amount() {
    let mut open = item("9019", "INV-2026-00896", "C0896", "Heath Maps", 12_000);
    open.total = Amount::new(12_000, currency("USD"));
    open.open = open.total;
    let result = among(vec![open], vec![payment("t", 12_000, "Heath Maps", "INV-2026-00896")]);
    never_automatic(&result, "t");
}

#[test]
fn a_payment_before_the_invoice_was_written() {
    let mut open = item("9020", "INV-2026-00897", "C0897", "Iris Prints", 12_000);
    open.issued_on = Some(day(40));
    open.due_on = Some(day(54));
    let result = among(vec![open], vec![payment("t", 12_000, "Iris Prints", "prints")]);
    never_automatic(&result, "t");
}

#[test]
fn the_hosts_own_transfer_is_no_receipt() {
    let open = item("9021", "INV-2026-00898", "C0898", "Juniper Gin", 12_000);
    let (mut items, mut payments) = month();
    items.push(open);
    let mut trap = payment("t", 12_000, "Our Company Ltd", "INV-2026-00898");
    trap.counterparty.iban = Some("DE89370400440532013000".to_owned());
    payments.push(trap);
    let options = Options { own_ibans: vec!["DE89 3704 0044 0532 0130 00".to_owned()], ..Options::default() };
    let result = answer(&payments, &items, &[], &options);
    assert_eq!(reason(&result, "t"), Some(UnmatchedReason::NotAReceipt));
}
