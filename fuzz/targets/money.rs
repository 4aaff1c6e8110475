//! Amounts as people and banks write them: what is read prints as itself.
#![no_main]

use libfuzzer_sys::fuzz_target;
use payymo::money::{Amount, Currency, parse_localized};

fuzz_target!(|text: &str| {
    for currency in [Currency::EUR, Currency::all().last().unwrap_or(Currency::EUR)] {
        if let Ok(amount) = Amount::parse(text, currency) {
            assert_eq!(Amount::parse(&amount.decimal_text(), currency), Ok(amount));
        }
        if let Ok(localized) = parse_localized(text, None) {
            let _ = (localized.amount(currency), localized.to_decimal());
        }
    }
});
