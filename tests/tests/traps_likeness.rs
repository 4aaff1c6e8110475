//! Payments of another firm, house, person or year than the item that they resemble, and the scope of `auto`.

mod month;

use month::{STRANGER, among_all, automatic, booked, item, never, payment};
use payymo::matching::{AutoScope, Decision, MatchKind, Options};
use payymo::model::{Fee, Invoice, InvoiceState, Transaction};
use payymo_tests::rows::eur;
use payymo_tests::sound::answer;

const ODD: i64 = 12_347;

fn owes(customer: &str) -> Vec<Invoice> {
    vec![item("95", "INV-2026-00815", "C0815", customer, ODD)]
}

fn named(id: &str, minor: i64, name: &str, text: &str) -> Transaction {
    let mut row = payment(minor, name, text);
    row.id = id.to_owned();
    row
}

/// The same, alone: without the month around it.
fn never_alone(items: &[Invoice], paid: Transaction) {
    let result = answer(core::slice::from_ref(&paid), items, &[], &Options::default());
    let what = format!("{:?} {:?}", paid.counterparty.name, paid.remittance);
    assert!(automatic(&result, "t").is_empty(), "booked alone: {what}");
}

/// Forty customers who owe the same price, with numbers INV-2026-00801 … 00840. No two share a word but `last`.
fn one_price(last: &str) -> Vec<Invoice> {
    let (heads, tails) = (
        ["Aldrin", "Bauer", "Cermak", "Dubois"],
        ["son", "ling", "berg", "ov", "ino", "eau", "sen", "ez", "ski", "ard"],
    );
    (0..40)
        .map(|n| {
            let name = format!("{}{} {last}", heads[n % 4], tails[n / 4]);
            item(&format!("h{n:02}"), &format!("INV-2026-{:05}", 801 + n), &format!("H{n:02}"), &name, 999)
        })
        .collect()
}

#[test]
fn a_customer_on_hold_is_not_booked_in_a_group_of_several_customers() {
    let items = [
        item("1", "INV-2026-00801", "C1", "Quirrel Robotics", 4000),
        item("2", "INV-2026-00802", "C2", "Stone Masons", 6000),
    ];
    let auto = AutoScope { except_customers: vec!["C1".to_owned()], ..AutoScope::default() };
    let options = Options { auto, ..Options::default() };
    let paid = payment(10_000, STRANGER, "INV-2026-00801, INV-2026-00802");
    let result = answer(&[paid], &items, &[], &options);
    assert!(automatic(&result, "t").is_empty(), "C1 is always reviewed");
}

#[test]
fn instalments_are_in_the_scope_of_instalments() {
    let items = [item("1", "INV-2026-00801", "C1", "Quirrel Robotics", 12_000)];
    let paid = ["t", "u", "v"].map(|id| named(id, 4000, "Quirrel Robotics", "INV-2026-00801"));
    for kind in [MatchKind::Single, MatchKind::Instalment] {
        let auto = AutoScope { kinds: vec![kind], ..AutoScope::default() };
        let result = answer(&paid, &items, &[], &Options { auto, ..Options::default() });
        for found in &result.matches {
            let expected = if found.kind == kind { Decision::Auto } else { Decision::Review };
            assert_eq!(found.decision, expected, "{:?} where {kind:?} is automatic", found.kind);
        }
    }
}

#[test]
fn the_largest_automatic_payment_is_measured_by_what_it_settles() {
    let items = [item("1", "INV-2026-00801", "C1", "Quirrel Robotics", 4000)];
    let mut paid = payment(3000, "Quirrel Robotics", "INV-2026-00801");
    paid.fees = vec![Fee { amount: eur(1000), kind: "fee".to_owned() }];
    let auto = AutoScope { max_amount: Some(39.into()), ..AutoScope::default() };
    let result = answer(&[paid], &items, &[], &Options { auto, ..Options::default() });
    assert!(automatic(&result, "t").is_empty(), "40.00 are settled, 39.00 may be");
}

#[test]
fn another_years_number_is_another_number() {
    // A series that starts anew each year; the price is everybody's.
    never(&one_price("Works"), payment(999, STRANGER, "INV-2025-00811"));
    never_alone(&one_price("Works"), payment(999, STRANGER, "INV-2025-00811"));
    let open = [item("1", "INV-2026-00801", "C1", "Quirrel Robotics", 4000)];
    never(&open, payment(4000, STRANGER, "INV-2025-00801"));
}

#[test]
fn a_padded_serial_of_something_else_is_no_invoices_at_everybodys_price() {
    for text in ["00811 Springfield", "ORD-2026-00811"] {
        never(&one_price("Works"), payment(999, STRANGER, text));
        never_alone(&one_price("Works"), payment(999, STRANGER, text));
    }
}

#[test]
fn who_owes_the_same_and_names_anothers_item_though_they_share_a_word() {
    // Bauerson (00802) writes 00811 instead of 00802; `Works` is in all names.
    never(&one_price("Works"), payment(999, "Bauerson Works", "INV-2026-00811"));
    never_alone(&one_price("Works"), payment(999, "Bauerson Works", "INV-2026-00811"));
}

#[test]
fn who_owes_the_same_as_a_sum_and_names_anothers_item() {
    let items = [
        item("1", "INV-2026-00801", "C1", "Quirrel Robotics", 4000),
        item("2", "INV-2026-00802", "C1", "Quirrel Robotics", 6000),
        item("3", "INV-2026-00803", "C2", "Stone Masons", 10_000),
    ];
    never(&items, payment(10_000, "Quirrel Robotics", "INV-2026-00803"));
}

#[test]
fn a_listed_customers_own_name_is_his_and_not_his_namesakes() {
    // The payer bears the listed name of another customer to the letter.
    for (customer, payer) in [
        ("Berger Bau GmbH", "Berger Bau AG"),
        ("Thomas Berger GmbH", "Thomas Berger"),
        ("Thomas Berger", "Thomas Berger GmbH"),
        ("Kinga Zweig", "Kinga Zweig e.K."),
        ("Quirrel e.V.", "Quirrel GmbH"),
        ("Quirrel GmbH & Co. KG", "Quirrel GmbH"),
        ("Acme Ltd", "Acme LLC"),
        ("Stiftung Quirrel", "Quirrel gGmbH"),
        ("Thomas Berger", "Thomas Martin Berger"),
        ("Thomas Berger", "Berger"),
        ("Quirrel Robotics", "Quirrel Robotics France"),
        ("Quirrel Robotics", "Quirrel"),
    ] {
        for state in [InvoiceState::Open, InvoiceState::Closed] {
            let mut other = item("96", "INV-2026-00816", "C0816", payer, 5_551);
            other.state = state;
            never(&[owes(customer).remove(0), other.clone()], payment(ODD, payer, ""));
            never_alone(&[owes(customer).remove(0), other], payment(ODD, payer, ""));
        }
    }
}

#[test]
fn the_other_form_of_a_given_name_is_another_person() {
    for (customer, payer) in [
        ("Roberta Novak", "Robert Novak"),
        ("Daniela Novak", "Daniel Novak"),
        ("Gabriela Novak", "Gabriel Novak"),
        ("Martina Novak", "Martin Novak"),
        ("Stefanie Novak", "Stefan Novak"),
        ("Michaela Novak", "Michael Novak"),
        ("Christiane Novak", "Christian Novak"),
        ("Manuela Novak", "Manuel Novak"),
        ("Simona Novak", "Simon Novak"),
        ("Juliane Novak", "Julian Novak"),
        ("Valentina Zweig", "Valentin Zweig"),
        ("Andreas Novak", "Andrea Novak"),
        ("Julian Novak", "Julia Novak"),
        ("Maximiliane Novak", "Max Novak"),
        ("Patricia Lopez", "Patricio Lopez"),
        ("Alexander Zweig", "Alexandra Zweig"),
    ] {
        never(&owes(customer), payment(ODD, payer, ""));
        assert_eq!(booked(&owes(customer), payment(ODD, customer, "")), ["95"], "{customer}");
    }
}

#[test]
fn the_other_form_of_a_given_name_in_a_text() {
    for (customer, payer) in [
        ("Robert Novak", "Roberta Novak"),
        ("Gabriela Novak", "Gabriel Novak"),
        ("Michaela Novak", "Michael Novak"),
        ("Manuela Novak", "Manuel Novak"),
        ("Alexander Zweig", "Alexandra Zweig"),
    ] {
        never(&owes(customer), payment(ODD, "", payer));
    }
}

#[test]
fn another_house_of_one_street_is_another_customer() {
    for (customer, payer) in [
        ("WEG Hauptstrasse 5", "WEG Hauptstrasse 7"),
        ("WEG Hauptstrasse 15", "WEG Hauptstrasse 1"),
        ("WEG Hauptstrasse 1", "WEG Hauptstrasse 15"),
        ("Kita Sonnenschein 3", "Kita Sonnenschein 4"),
        ("Acme Filiale 1", "Acme Filiale 2"),
        ("Haus 7 Immobilien", "Haus 9 Immobilien"),
        ("Solarpark Nord I", "Solarpark Nord II"),
        ("Windpark A", "Windpark B"),
        ("J. Berger", "K. Berger"),
    ] {
        never(&owes(customer), payment(ODD, payer, ""));
        assert_eq!(booked(&owes(customer), payment(ODD, customer, "")), ["95"], "{customer}");
    }
}

#[test]
fn another_house_of_one_street_in_a_text() {
    for (customer, text) in [
        ("WEG Hauptstrasse 5", "WEG Hauptstrasse 7"),
        ("WEG Hauptstrasse 15", "WEG Hauptstrasse 16"),
        ("WEG Hauptstrasse 1", "WEG Hauptstrasse 15"),
        ("Zweite Beteiligungs GmbH", "Dritte Beteiligungs GmbH"),
    ] {
        never(&owes(customer), payment(ODD, STRANGER, text));
    }
}

#[test]
fn a_surname_is_no_firm_of_that_name() {
    for (customer, payer) in
        [("Smith Ltd", "John Smith"), ("Berger Bau GmbH", "Berger"), ("Jan Kowalczyk", "Kowalczyk")]
    {
        let round = [item("95", "INV-2026-00815", "C0815", customer, 10_000)];
        never(&round, payment(10_000, payer, ""));
    }
}

#[test]
fn a_payment_service_or_bank_as_payer_is_not_learnt() {
    let items = [
        item("1", "INV-2026-00801", "C1", "Quirrel Robotics", 4000),
        item("2", "INV-2026-00802", "C1", "Quirrel Robotics", 4500),
    ];
    for payer in ["PayPal", "Wise", "Sparkasse Köln"] {
        let paid = vec![named("s", 4000, payer, "INV-2026-00801"), payment(4500, payer, "")];
        assert!(automatic(&among_all(&items, paid), "t").is_empty(), "{payer} pays for many");
    }
}

#[test]
fn one_word_of_a_text_is_no_customer() {
    for (customer, text) in [
        ("Delta", "delta flight"),
        ("Apple", "apple pay"),
        ("Miete", "Miete Mai"),
        ("Orange", "orange juice"),
        ("Shell", "shell station fuel"),
        ("Berlin", "Hotel Berlin"),
        ("Hall", "town hall rent"),
        ("Spotify", "spotify family"),
    ] {
        let round = [item("95", "INV-2026-00815", "C0815", customer, 5000)];
        never(&round, payment(5000, STRANGER, text));
    }
}

#[test]
fn the_number_of_yet_other_things_is_no_invoices() {
    let open = [item("7010", "482915", "C0710", "Oryx Sails", ODD)];
    for words in [
        "account",
        "acct no",
        "Kto",
        "postcode",
        "PLZ",
        "BLZ",
        "room",
        "case",
        "tax id",
        "StNr",
        "VAT no",
        "booking",
        "reservation",
        "Lieferschein",
        "serial",
        "Spende",
        "Zahlernummer",
        "polisnummer",
        "kundenummer",
        "Personalnr",
        "card",
        "terminal",
    ] {
        never(&open, payment(ODD, STRANGER, &format!("{words} 482915")));
    }
}

#[test]
fn a_mass_payment_invoice_and_what_it_covers_share_one_open_amount() {
    let mut mass = item("9", "MASS-77001", "C1", "Quirrel Robotics", 10_000);
    mass.covers = vec!["1".to_owned(), "2".to_owned()];
    let items = [
        item("1", "INV-2026-00801", "C1", "Quirrel Robotics", 4000),
        item("2", "INV-2026-00802", "C1", "Quirrel Robotics", 6000),
        mass,
    ];
    let paid = vec![
        payment(10_000, "Quirrel Robotics", "MASS-77001"),
        named("u", 4000, "Quirrel Robotics", "INV-2026-00801"),
    ];
    let result = among_all(&items, paid);
    let both = !automatic(&result, "t").is_empty() && !automatic(&result, "u").is_empty();
    assert!(!both, "100.00 are owed and 140.00 are booked");
}

#[test]
fn a_strangers_number_that_is_a_customers_by_chance() {
    for (customer, text) in [("100", "room 100"), ("10042", "10042 New York")] {
        let open = [item("1", "INV-2026-00801", customer, "Quirrel Robotics", 4000)];
        never(&open, payment(4000, STRANGER, text));
    }
}

#[test]
fn two_names_of_the_same_words_in_another_order() {
    let items = [
        item("1", "INV-2026-00801", "C1", "Martin Paul", 4000),
        item("2", "INV-2026-00802", "C2", "Paul Martin", 5000),
    ];
    never(&items, payment(4000, "Paul Martin", ""));
    never_alone(&items, payment(4000, "Paul Martin", ""));
}

#[test]
fn a_tenth_without_a_word_is_for_a_person() {
    let items = [item("1", "INV-2026-00801", "C1", "Quirrel Robotics", 40_000)];
    for text in ["donation", ""] {
        never(&items, payment(4000, "Quirrel Robotics", text));
    }
}

#[test]
fn an_unlisted_number_of_the_series_is_not_the_open_items() {
    let items = [item("1", "INV-2026-00801", "C1", "Quirrel Robotics", 4000)];
    never(&items, payment(4000, "Quirrel Robotics", "INV-2026-00650"));
}
