//! What comes short for a reason that the payment says: tax withheld at source, something deducted.

use payymo::matching::{Decision, DifferenceKind, Match, Options, Reconciliation};
use payymo::model::{Invoice, Tax};
use payymo_tests::rows::{eur, item_of, payment};
use payymo_tests::sound::answer;

/// 1,210.00, of which 210.00 is tax, beside what others owe.
fn items() -> Vec<Invoice> {
    let mut own = item_of("own", "NW-2026-00417", "c1", "Tesselaar Bindery", 121_000);
    own.tax = vec![Tax { rate: 21.into(), amount: eur(21_000) }];
    let others = ["Corvina Traders", "Halden Works", "Ostrava Print", "Quill Partners", "Verbena Foods"];
    let others = others.iter().zip(0..).map(|(name, at)| {
        item_of(&format!("o{at}"), &format!("NW-2026-0090{at}"), &format!("d{at}"), name, 30_000 + 4_321 * at)
    });
    std::iter::once(own).chain(others).collect()
}

fn run(minor: i64, text: &str) -> Reconciliation {
    answer(&[payment("t", minor, "Tesselaar Bindery", text)], &items(), &[], &Options::default())
}

fn only(result: &Reconciliation) -> &Match {
    let [found] = result.matches.as_slice() else { panic!("one match: {result:?}") };
    found
}

fn difference(found: &Match) -> Option<(DifferenceKind, i64)> {
    found.differences.first().map(|row| (row.kind, row.amount.minor()))
}

#[test]
fn tax_withheld_of_the_net_or_of_all_is_said_so() {
    for (minor, text) in [
        (106_000, "NW-2026-00417 less 15% WHT"),
        (106_000, "factura NW-2026-00417 menos retención IRPF 15%"),
        (101_000, "NW-2026-00417 ritenuta d'acconto 20 %"),
        (102_850, "NW-2026-00417 withholding tax deducted"),
    ] {
        let result = run(minor, text);
        let found = only(&result);
        assert_eq!(found.decision, Decision::Auto, "{text}");
        assert_eq!(found.allocations[0].amount, eur(minor));
        assert_eq!(difference(found), Some((DifferenceKind::WithholdingTax, 121_000 - minor)), "{text}");
    }
}

#[test]
fn what_the_payer_took_off_is_a_deduction() {
    for text in [
        "NW-2026-00417 less damaged goods",
        "RG NW-2026-00417 abzgl. Reklamation",
        "NW-2026-00417 moins avoir",
    ] {
        let result = run(117_355, text);
        let found = only(&result);
        assert_eq!(found.allocations[0].amount, eur(117_355));
        assert_eq!(difference(found), Some((DifferenceKind::Deduction, 3_645)), "{text}");
    }
}

#[test]
fn without_the_number_it_waits() {
    let result = run(117_355, "less damaged goods");
    assert!(result.matches.iter().all(|found| found.decision == Decision::Review));
}

#[test]
fn the_same_amount_without_the_words_is_a_part() {
    let result = run(106_000, "NW-2026-00417");
    assert!(only(&result).differences.is_empty());
}
