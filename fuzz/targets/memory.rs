//! A memory from outside: refused with a place, or written again as the same bytes; and used whatever it says.
#![no_main]

use libfuzzer_sys::fuzz_target;
use payymo::matching::{Memory, Options, reconcile_with};
use payymo::model::{Customer, Invoice, Transaction};
use payymo::money::{Amount, Currency};

fuzz_target!(|bytes: &[u8]| {
    let mut memory = match Memory::decode(bytes) {
        Ok(memory) => memory,
        Err(error) => {
            assert!(error.place().bytes.is_some(), "what is refused has a place");
            return;
        }
    };
    assert_eq!(memory.encode(), bytes, "what was read is written as it was");
    let eur = Currency::parse("EUR").expect("a currency");
    let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 4).expect("a day");
    let mut invoice = Invoice::new("1", Amount::new(11_200, eur));
    invoice.customer = Some(Customer { id: Some("K1".into()), ..Customer::default() });
    let mut payment = Transaction::new("t", day, Amount::new(11_200, eur));
    payment.counterparty.name = Some("Ann Miller".into());
    reconcile_with(&memory, &[payment], &[invoice], &[], &Options::default(), &mut |_, _, _| true)
        .expect("an answer");
    let other = memory.clone();
    memory.merge(&other);
    memory.merge_customers("K1", "K2");
    memory.forget_customer("K2");
    Memory::decode(&memory.encode()).expect("what is written can be read");
});
