//! What must hold for all amounts.

use super::*;
use crate::error::Code;
use proptest::prelude::*;
use rust_decimal::Decimal;

fn eur(text: &str) -> Result<i64, Code> {
    parse_localized(text, None).and_then(|read| read.minor(Currency::EUR)).map_err(|error| error.code())
}

#[test]
fn forms_of_banks() {
    for (text, minor) in [
        ("1.234,56", 123_456),
        ("1,234.56", 123_456),
        ("1'234.50", 123_450),
        ("1’234.50", 123_450),
        ("1 234,50", 123_450),
        ("1\u{a0}234,50", 123_450),
        ("1\u{202f}234\u{202f}567,50", 123_456_750),
        ("(12.00)", -1200),
        ("( 12,00 € )", -1200),
        ("(€12.00)", -1200),
        ("12,5-", -1250),
        ("-12", -1200),
        ("+12", 1200),
        ("− 12,10", -1210),
        ("–12.10", -1210),
        ("12 CR", 1200),
        ("12.00CR", 1200),
        ("12 Dr.", -1200),
        ("-12.00 DR", -1200),
        ("D12", -1200),
        ("C 12,00", 1200),
        ("12,00 S", -1200),
        ("12,00 H", 1200),
        ("€ 12,00", 1200),
        ("€-12,00", -1200),
        ("-€12,00", -1200),
        ("12,00 EUR", 1200),
        ("eur 12.00", 1200),
        ("€12.00 EUR", 1200),
        ("$12.00", 1200),
        ("12 kr.", 1200),
        ("Rs.12.50", 1250),
        ("1,23,456.00", 12_345_600),
        ("12,34,567", 123_456_700),
        ("１２．５０", 1250),
        (".50", 50),
        (",5", 50),
        ("12,", 1200),
        ("12.", 1200),
        ("12,-", 1200),
        ("12.--", 1200),
        ("€ 12,–", 1200),
        ("0.500", 50),
        ("1234.500", 123_450),
        ("1.234.567", 123_456_700),
        ("1 234.500", 123_450),
        ("-0,00", 0),
        ("92233720368547758.07", i64::MAX),
        ("-92233720368547758.08", i64::MIN),
    ] {
        assert_eq!(eur(text), Ok(minor), "{text}");
    }
}

#[test]
fn what_is_no_amount() {
    for text in [
        "",
        " ",
        "-",
        "+",
        "()",
        "€",
        ".",
        ",",
        ",-",
        "12..34",
        "1,2,3",
        "12a",
        "abc",
        "NaN",
        "inf",
        "1e5",
        "--12",
        "-12-",
        "(-12)",
        "12 CR DR",
        "-12 CR",
        "+12 DR",
        "1.234.56",
        "1,234,56.7",
        "1.234,56,7",
        "1 2",
        "1 23,00",
        "12 34",
        "1'23",
        "EUR 12 USD",
        "12 EUR USD",
        "0x12",
        "12%",
        "1/2",
        "٣",
        "1.234 567,00",
        "12:00",
        "(12",
        "12)",
        "₿1",
        "1_000",
    ] {
        assert_eq!(eur(text), Err(Code::MoneySyntax), "{text}");
    }
    assert_eq!(eur(&"9".repeat(40)), Err(Code::MoneyOverflow));
    assert_eq!(eur(&"9".repeat(100_000)), Err(Code::MoneyOverflow));
    assert_eq!(eur("92233720368547758.08"), Err(Code::MoneyOverflow));
    assert_eq!(eur("12.3456"), Err(Code::MoneyPrecision));
    assert_eq!(
        parse_localized("12.5 JPY", None).unwrap().amount(Currency::EUR).unwrap_err().code(),
        Code::MoneyPrecision
    );
    assert_eq!(eur(&format!("0.{}", "0".repeat(200))), Ok(0));
}

#[test]
fn two_readings() {
    let read = |text, hint| parse_localized(text, hint).unwrap();
    for text in ["1.234", "1,234", "123.456", "-1.234 €"] {
        assert!(read(text, None).is_ambiguous(), "{text}");
    }
    for text in ["0.123", "1234.567", "1.23", "1.234.567", "1 234", "1'234.567", "12"] {
        assert!(!read(text, None).is_ambiguous(), "{text}");
    }
    let kwd = Currency::parse("KWD").unwrap();
    assert_eq!(read("1.234", Some(DecimalMark::Point)).minor(kwd), Ok(1234));
    assert_eq!(read("1.234", Some(DecimalMark::Comma)).minor(kwd), Ok(1_234_000));
    assert!(!read("1.234", Some(DecimalMark::Comma)).is_ambiguous());
    assert_eq!(read("KWD 1.234", None).minor(kwd), Ok(1234));
    assert!(read("KWD 1.234", None).is_ambiguous());
    // The text is clear, whatever the column says.
    assert_eq!(read("12,50", Some(DecimalMark::Point)).mark(), Some(DecimalMark::Comma));
    assert_eq!(read("1.234.567", None).mark(), Some(DecimalMark::Comma));
    assert_eq!(learn_mark(["12,50", "12.50"]).mark(), None);
    assert_eq!(learn_mark(["1.234", "3.000,00"]), MarkEvidence { point: 0, comma: 1, ambiguous: 1 });
}

#[test]
fn currencies_beside_the_digits() {
    let found = |text| parse_localized(text, None).unwrap().currency().map(|currency| currency.to_string());
    for (text, currency) in [
        ("12 zł", Some("PLN")),
        ("12,50 Kč", Some("CZK")),
        ("CHF 12.50", Some("CHF")),
        ("Fr. 12.50", Some("CHF")),
        ("US$12", Some("USD")),
        ("$12 CAD", Some("CAD")),
        ("12,00 лв.", Some("BGN")),
        ("£12", Some("GBP")),
        ("$12", None),
        ("12 kr", None),
    ] {
        assert_eq!(found(text).as_deref(), currency, "{text}");
    }
}

fn currency() -> impl Strategy<Value = Currency> {
    proptest::sample::select(Currency::all().collect::<Vec<_>>())
}

/// Prints with grouping and decimal marks, independently of the reader.
fn printed(minor: i64, decimals: usize, group: &str, mark: &str) -> String {
    let digits = format!("{:0>width$}", minor.unsigned_abs(), width = decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            grouped.push_str(group);
        }
        grouped.push(digit);
    }
    let sign = if minor < 0 { "-" } else { "" };
    if decimals == 0 { format!("{sign}{grouped}") } else { format!("{sign}{grouped}{mark}{fraction}") }
}

proptest! {
    #[test]
    fn plain_text_round_trip(minor: i64, currency in currency()) {
        let amount = Amount::new(minor, currency);
        prop_assert_eq!(Amount::parse(&amount.decimal_text(), currency), Ok(amount));
        prop_assert_eq!(Amount::from_decimal(amount.to_decimal(), currency), Ok(amount));
        // rust_decimal as oracle
        let oracle: Decimal = amount.decimal_text().parse().unwrap();
        prop_assert_eq!(oracle, amount.to_decimal());
    }

    #[test]
    fn localized_round_trip(minor: i64, currency in currency(), form in 0..5_usize) {
        let (group, mark, hint) = [
            (".", ",", DecimalMark::Comma), (",", ".", DecimalMark::Point), ("'", ".", DecimalMark::Point),
            ("\u{202f}", ",", DecimalMark::Comma), ("", ".", DecimalMark::Point),
        ][form];
        let text = printed(minor, usize::from(currency.decimals()), group, mark);
        let read = parse_localized(&text, Some(hint)).unwrap();
        prop_assert_eq!(read.minor(currency), Ok(minor), "{}", &text);
        prop_assert_eq!(parse_localized(&format!("{text} {currency}"), Some(hint)).unwrap().amount(Currency::EUR),
            Ok(Amount::new(minor, currency)));
        prop_assert_eq!(read.to_decimal().unwrap(), Amount::new(minor, currency).to_decimal());
    }

    #[test]
    fn sums_never_panic(a: i64, b: i64) {
        let (left, right) = (Amount::new(a, Currency::EUR), Amount::new(b, Currency::EUR));
        prop_assert_eq!(left.checked_add(right).ok().map(Amount::minor), a.checked_add(b));
        prop_assert_eq!(left.checked_sub(right).ok().map(Amount::minor), a.checked_sub(b));
        prop_assert_eq!(left.checked_neg().ok().map(Amount::minor), a.checked_neg());
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[-+()0-9.,' €$A-Za-zł\u{a0}]{0,24}", any: String) {
        for text in [text, any] {
            if let Ok(read) = parse_localized(&text, None) {
                let _ = (read.minor(Currency::EUR), read.to_decimal());
                prop_assert!(text.chars().any(char::is_numeric), "{}", &text);
            }
            let _ = Amount::parse(&text, Currency::EUR);
        }
    }

    #[test]
    fn decimals_beyond_the_currency_are_refused(value: i64, scale in 0..28_u32, currency in currency()) {
        let decimal = Decimal::new(value, scale);
        match Amount::from_decimal(decimal, currency) {
            Ok(amount) => prop_assert_eq!(amount.to_decimal(), decimal),
            Err(error) => prop_assert!(matches!(error.code(), Code::MoneyPrecision | Code::MoneyOverflow)),
        }
    }
}
