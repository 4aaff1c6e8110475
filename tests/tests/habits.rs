//! What the payments of a batch do often is likelier of the next one, without anybody's verdict; a few do not count.

use payymo::matching::{Match, Options};
use payymo::model::{Invoice, Transaction};
use payymo_tests::rows::{item_of, payment};
use payymo_tests::sound::answer;

/// So many customers, each of whom pays by number; of the first `short`, a bank on the way took something.
fn batch(customers: usize, short: usize) -> (Vec<Transaction>, Vec<Invoice>) {
    let first =
        ["Amber", "Birch", "Cobalt", "Delta", "Ember", "Falcon", "Garnet", "Harbour", "Indigo", "Jasper"];
    let last = ["Tooling", "Logistics", "Ceramics", "Orchards", "Textiles", "Optics", "Foundry", "Press"];
    let rows = (0..customers).map(|at| {
        let name =
            format!("{} {} {}", first[at % 10], last[at / 10 % 8], ["North", "South", "East"][at / 80 % 3]);
        let number = format!("NW-2026-{:05}", 100 + at);
        let open = 40_000 + 1_370 * at as i64;
        let invoice = item_of(&format!("i{at}"), &number, &format!("c{at}"), &name, open);
        let charge = if at < short { 900 + 7 * at as i64 } else { 0 };
        (payment(&format!("t{at}"), open - charge, &name, &format!("Invoice {number}")), invoice)
    });
    rows.unzip()
}

/// The match of a payment that names nothing, of a customer who is known by name; it lacks 12.00.
fn unnamed(customers: usize, short: usize, options: &Options) -> Match {
    let (mut rows, mut items) = batch(customers, short);
    let own = item_of("own", "NW-2026-09000", "own", "Quillon Marrakesh Bindery", 84_137);
    items.push(own);
    rows.push(payment("own", 84_137 - 1_200, "Quillon Marrakesh Bindery", "thank you"));
    let found = answer(&rows, &items, &[], options).matches;
    found.into_iter().find(|found| found.transactions() == ["own"]).expect("a match")
}

fn weight(found: &Match, code: &str) -> f64 {
    found.evidence.iter().find(|row| row.code == code).map_or(f64::NAN, |row| row.weight)
}

#[test]
fn a_charge_is_likelier_where_banks_often_take_one() {
    let options = Options::default();
    let (seldom, often) = (unnamed(240, 0, &options), unnamed(240, 80, &options));
    assert!(weight(&often, "amount.bank_fee") > weight(&seldom, "amount.bank_fee") + 1.5);
    assert!(often.probability > seldom.probability);
}

#[test]
fn thirty_payments_hardly_move_what_is_shipped() {
    let (none, some) = (unnamed(30, 0, &Options::default()), unnamed(30, 3, &Options::default()));
    let moved = weight(&some, "amount.bank_fee") - weight(&none, "amount.bank_fee");
    assert!(moved.abs() < 0.5, "{moved}");
}

#[test]
fn without_adapt_nothing_is_counted() {
    let options = Options { adapt: false, ..Options::default() };
    let (seldom, often) = (unnamed(240, 0, &options), unnamed(240, 80, &options));
    assert!((weight(&seldom, "amount.bank_fee") - weight(&often, "amount.bank_fee")).abs() < 0.05);
}
