//! Two names, two accounts: comparing is symmetric, and a name equals itself.
#![no_main]

use libfuzzer_sys::fuzz_target;
use payymo::party::{Bic, Iban, Name, NameMatch, compare, same_account};

fuzz_target!(|pair: (&str, &str)| {
    let (a, b) = (Name::parse(pair.0), Name::parse(pair.1));
    assert_eq!(compare(&a, &b), compare(&b, &a));
    if !a.tokens.is_empty() {
        assert_eq!(compare(&a, &a), NameMatch::Equal);
    }
    assert_eq!(same_account(pair.0, pair.1), same_account(pair.1, pair.0));
    for text in [pair.0, pair.1] {
        let (iban, bic) = (Iban::parse(text), Bic::parse(text));
        assert_eq!(iban, Iban::parse(iban.as_str()));
        assert_eq!(bic, Bic::parse(bic.as_str()));
        for (range, _) in payymo::party::iban::find(text) {
            assert!(text.get(range).is_some());
        }
        assert_eq!(payymo::text::fold(&payymo::text::fold(text)), payymo::text::fold(text));
    }
});
