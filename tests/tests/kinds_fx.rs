//! Items of another currency than the payment's: by the host's rates, and by what other payments show.

mod month;

use chrono::Days;
use month::{among_all, item, of, payment};
use payymo::matching::{FxRate, MatchKind, Options, Reconciliation};
use payymo::model::{Invoice, Transaction};
use payymo::money::{Amount, Currency};
use payymo_tests::rows::day;
use payymo_tests::sound::answer;

const NAME: &str = "Quirrel Robotics";

fn dollars() -> Currency {
    Currency::parse("USD").expect("ISO 4217")
}

/// An item of 1,000.00 dollars, or so many cents.
fn abroad(n: usize, cents: i64) -> Invoice {
    let mut row = item(&format!("i{n}"), &format!("INV-2026-{:05}", 801 + n), &format!("C{n:04}"), NAME, 1);
    if let Some(customer) = row.customer.as_mut().filter(|_| n > 0) {
        customer.name = Some(format!("Overseas {n} Trading"));
    }
    row.total = Amount::new(cents, dollars());
    row.open = row.total;
    row
}

fn rates(rate: &str) -> Options {
    let on = Some(day(10));
    let eur = Currency::EUR;
    Options {
        rates: vec![FxRate { from: dollars(), to: eur, rate: rate.parse().expect("a rate"), on }],
        ..Options::default()
    }
}

fn with_rates(items: &[Invoice], payment: Transaction, options: &Options) -> Reconciliation {
    answer(&[payment], items, &[], options)
}

#[test]
fn an_item_is_found_by_name_at_the_hosts_rate() {
    let open = [abroad(0, 100_000), abroad(0, 350_000)];
    let open = [open[0].clone(), Invoice { id: "other".into(), number: None, ..open[1].clone() }];
    for paid in [92_000, 91_300] {
        let result = with_rates(&open, payment(paid, NAME, "thank you"), &rates("0.92"));
        let found = of(&result, "t").expect("a proposal");
        assert_eq!(found.kind, MatchKind::Single, "{paid}");
        let row = &found.allocations[0];
        assert_eq!(row.amount, Amount::new(100_000, dollars()));
        let (euros, rate) = row.paid.expect("what was paid, and the rate");
        assert_eq!(euros, Amount::new(paid, Currency::EUR));
        assert_eq!(row.amount.to_decimal() * rate, euros.to_decimal());
    }
}

#[test]
fn a_named_item_at_the_rate_is_booked_and_one_far_off_is_not() {
    let open = [abroad(0, 100_000)];
    let text = "Invoice INV-2026-00801";
    let result = with_rates(&open, payment(91_800, NAME, text), &rates("0.92"));
    assert_eq!(of(&result, "t").map(|found| found.review), Some(None));
    for paid in [46_000, 80_000, 110_000] {
        let result = with_rates(&open, payment(paid, NAME, text), &rates("0.92"));
        let found = of(&result, "t").expect("it is named");
        assert_eq!(found.review_clue, Some("amount.other_currency"), "{paid}");
    }
    // A rate of another season says nothing.
    let mut old = rates("0.92");
    old.rates[0].on = Some(day(1) - Days::new(90));
    let result = with_rates(&open, payment(91_800, NAME, text), &old);
    assert_eq!(of(&result, "t").and_then(|found| found.review_clue), Some("amount.other_currency"));
}

#[test]
fn rates_are_learnt_from_payments_that_name_their_item() {
    let cents = [100_000, 48_000, 77_700, 31_050];
    let open: Vec<Invoice> = cents.iter().enumerate().map(|(n, cents)| abroad(n, *cents)).collect();
    let named = |n: usize, paid: i64| {
        let mut row =
            payment(paid, &format!("Overseas {n} Trading"), &format!("Invoice INV-2026-{:05}", 801 + n));
        row.id = format!("n{n}");
        row
    };
    let mut all = vec![payment(92_000, NAME, "thank you"), named(1, 44_160), named(2, 71_400)];
    let result = among_all(&open, all.clone());
    let found = of(&result, "t").expect("by the two others");
    assert_eq!(found.evidence.first().map(|clue| clue.code), Some("amount.converted"));
    assert!(of(&result, "n1").is_some_and(|found| found.review.is_some()), "one other is not enough");
    // Three that agree confirm each other.
    all.push(named(3, 28_500));
    let result = among_all(&open, all.clone());
    for id in ["n1", "n2", "n3"] {
        assert_eq!(of(&result, id).map(|found| found.review), Some(None), "{id}");
    }
    // One that is far from the others is for a person, and does not move their rate.
    all[3] = named(3, 14_000);
    let result = among_all(&open, all);
    assert_eq!(of(&result, "n3").and_then(|found| found.review_clue), Some("amount.other_currency"));
    assert!(of(&result, "n1").is_some(), "it is still named");
}
