//! Payers whose names are nearly a customer's, words that are names and no names, and numbers of something else: with
//! the exact odd amount, and nothing of it is automatic.

mod month;

use month::{STRANGER, booked, item, never, payment};
use payymo::model::{Invoice, Transaction};

/// An amount that nobody else owes.
const ODD: i64 = 12_347;

fn owes(customer: &str) -> Vec<Invoice> {
    vec![item("95", "INV-2026-00815", "C0815", customer, ODD)]
}

#[test]
fn a_name_that_goes_on_otherwise_is_not_cut_off() {
    for (customer, other) in [
        ("Zweig Lighting Nord", "Zweig Lighting Süd"),
        ("Great Lakes Labs", "Great Lakes Realty"),
        ("Jan van der Bosman", "Jan van der Hofer"),
        ("Sven-Erik Ekqvist", "Sven-Erik Karlqvist"),
    ] {
        never(&owes(customer), payment(ODD, "", &format!("for {other}")));
        never(&owes(customer), payment(ODD, other, ""));
        never(&owes(customer), payment(ODD, other, &format!("thanks {other}")));
        assert_eq!(booked(&owes(customer), payment(ODD, customer, "")), ["95"], "{customer}");
        assert_eq!(
            booked(&owes(customer), payment(ODD, "", &format!("for {customer}"))),
            ["95"],
            "{customer}"
        );
    }
}

#[test]
fn a_name_that_a_bank_cut_is_still_that_name() {
    for text in ["ZWEIG LIGHTING", "ZWEIG LIGHTING NO", "Zweig Lighting invoice"] {
        assert_eq!(booked(&owes("Zweig Lighting Nord"), payment(ODD, "", text)), ["95"], "{text}");
    }
}

#[test]
fn one_word_is_not_two_of_a_name() {
    never(&owes("Håkon Håkonvik"), payment(ODD, "Hakon Viken", ""));
    // Four letters of a short name were not cut off by a field.
    never(&owes("Sanna Hämäsalo"), payment(ODD, "Sanna Hämä", ""));
}

#[test]
fn another_given_name_is_another_person() {
    for (customer, payer) in [
        ("Anna Schmidt", "Hanna Schmidt"),
        ("Anna Schmidt", "Johanna Schmidt"),
        ("Karl Müller", "Karl Möller"),
        ("Maria Berger", "Mario Berger"),
    ] {
        never(&owes(customer), payment(ODD, payer, ""));
        assert_eq!(booked(&owes(customer), payment(ODD, customer, "")), ["95"], "{customer}");
    }
}

#[test]
fn a_name_of_words_that_texts_are_made_of() {
    for (customer, text) in [
        ("Bank Transfer GmbH", "Bank transfer"),
        ("March Ltd", "rent for March"),
        ("Invoice Services", "invoice for services"),
        ("Payment Ltd", "payment"),
    ] {
        never(&owes(customer), payment(ODD, "", text));
        never(&owes(customer), payment(ODD, STRANGER, text));
    }
}

#[test]
fn a_name_of_a_word_that_stands_in_every_text_of_the_batch() {
    // Forty payments of others say `Quarzo premium`, and so does a stranger.
    let others: Vec<Transaction> = (0..40)
        .map(|n| {
            let mut row = payment(7_001 + 13 * n, &format!("Payer{n} Nobody"), "Quarzo premium plan");
            row.id = format!("o{n:02}");
            row
        })
        .collect();
    let result = month::among_all(
        &owes("Quarzo Premium"),
        [others, vec![payment(ODD, "", "Quarzo premium plan")]].concat(),
    );
    assert!(month::automatic(&result, "t").is_empty());
}

#[test]
fn zeros_before_a_number_say_nothing() {
    let open =
        [item("7001", "1", "C0701", "Lark Tools", ODD), item("7002", "12", "C0702", "Mink Tools", ODD)];
    for text in ["000001", "0000000012", "ref 000001"] {
        never(&open, payment(ODD, STRANGER, text));
    }
    let open = [item("7003", "4711", "C0703", "Newt Tools", ODD)];
    assert_eq!(booked(&open, payment(ODD, "Newt Tools", "0004711")), ["7003"]);
}

#[test]
fn a_decimal_point_lost_is_for_a_person() {
    for (paid, what) in [(ODD * 100, "hundredfold"), (ODD * 10, "tenfold"), (ODD * 2 + 501, "over twice")] {
        let result = month::among_all(
            &owes("Zweig Lighting"),
            vec![payment(paid, "Zweig Lighting", "INV-2026-00815")],
        );
        assert!(month::automatic(&result, "t").is_empty(), "{what}");
        let found = month::of(&result, "t").unwrap_or_else(|| panic!("{what} is proposed"));
        assert_eq!(found.review_clue, Some("amount.over"), "{what}");
    }
    // A little too much is his, and stays with him.
    assert_eq!(
        booked(&owes("Zweig Lighting"), payment(ODD + 500, "Zweig Lighting", "INV-2026-00815")),
        ["95"]
    );
}

#[test]
fn the_number_of_something_else_is_no_invoices() {
    let open = [item("7010", "482915", "C0710", "Oryx Sails", ODD)];
    for words in [
        "policy",
        "Policy No.",
        "contract",
        "flight",
        "ticket",
        "cheque",
        "Cheque no",
        "mandate",
        "Mandatsref",
        "Mandatsref.",
        "Vertrag",
        "Vertrag Nr.",
        "Police",
        "Kundennr",
        "Kundennr.",
        "claim #",
    ] {
        never(&open, payment(ODD, STRANGER, &format!("{words} 482915")));
        never(&open, payment(ODD, "", &format!("{words} 482915")));
        let own = payment(ODD, "Oryx Sails", &format!("{words} 482915"));
        assert_eq!(booked(&open, own), ["7010"], "its own customer, by name and amount: {words}");
    }
    for words in ["invoice", "Rechnung Nr.", ""] {
        assert_eq!(booked(&open, payment(ODD, STRANGER, &format!("{words} 482915"))), ["7010"], "{words}");
    }
}

#[test]
fn two_customers_of_one_name() {
    let twice = [
        item("7020", "INV-2026-00820", "C0720", "Paul Hall", ODD),
        item("7021", "INV-2026-00821", "C0721", "Paul Hall", ODD),
    ];
    let mut named = payment(5_551, "Paul Hall", "INV-2026-00822");
    named.id = "n".to_owned();
    let mut open = twice.to_vec();
    open.push(item("7022", "INV-2026-00822", "C0720", "Paul Hall", 5_551));
    let result = month::among_all(&open, vec![named, payment(ODD, "Paul Hall", "")]);
    assert_eq!(month::automatic(&result, "n"), ["7022"]);
    assert!(month::automatic(&result, "t").is_empty(), "what one of them paid says nothing of the other");
}
