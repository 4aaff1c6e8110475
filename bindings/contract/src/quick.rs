//! Questions without documents, for hosts that ask a million times. Words stand for themselves or by their places in the lists
//! of [`words`](crate::schema::words).

use crate::call::document;
use crate::fault::Fault;
use crate::handle::Verifier;
use crate::operation::Document;
use crate::operations::token::{VerifiedToken, held};
use crate::schema::words::SCHEME;
use crate::schema::{Type, check};
use payymo::money::Currency;
use payymo::party::{Iban, IbanVerdict};
use payymo::reference::scheme::{Scheme, validate};
use payymo::time::LATEST;

/// What `verify` of a verifier, or of sessions, answers of a token with which no key was shown; `None` where only a document can say what is wrong
/// with the question: a time that is none, or a text that no token is.
///
/// # Errors
/// Those of the operation.
pub(crate) fn verify(verifier: &Verifier, token: &str, now: i64) -> Option<Result<Document, Fault>> {
    if !(0..=LATEST).contains(&now) || !token.is_ascii() {
        return None;
    }
    let verified = held(verifier, token, None, now);
    Some(verified.and_then(|verified| document(&VerifiedToken::from(&verified))))
}

/// What is to be said of an IBAN in any printed form; `as_str` is its word.
pub fn iban(text: &str) -> IbanVerdict {
    Iban::verdict_of(text)
}

/// The place of [`iban()`]'s word in the list `IBAN_VERDICT`.
pub fn iban_place(text: &str) -> u32 {
    iban(text) as u32
}

/// Whether a whole text is a reference of a scheme, in any printed form.
///
/// # Errors
/// `contract.field` for a scheme that is none.
pub fn reference(scheme: &str, text: &str) -> Result<bool, Fault> {
    if let Some(scheme) = Scheme::ALL.iter().find(|known| known.as_str() == scheme) {
        return Ok(validate(*scheme, text).is_some());
    }
    // Refused in the words in which a document is.
    let kind = Type::Word(&SCHEME);
    check::check(&scheme.into(), &kind, "/scheme", check::Unknown::Ignored)
        .map_err(|wrong| Fault::field(wrong.path, wrong.right))?;
    Ok(false)
}

/// [`reference()`] with the scheme's place in the list `SCHEME`; `None` for a place beyond it.
pub fn reference_of_place(scheme: u32, text: &str) -> Option<bool> {
    let scheme = Scheme::ALL.get(usize::try_from(scheme).ok()?)?;
    Some(validate(*scheme, text).is_some())
}

/// Decimals of a currency's minor unit (ISO 4217): 2 of `EUR`; `None` for what is no currency.
pub fn currency_decimals(code: &str) -> Option<u8> {
    Currency::parse(code).ok().map(Currency::decimals)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::words::IBAN_VERDICT;
    use crate::{Host, run};

    const IBANS: [&str; 5] =
        ["DE89370400440532013000", "DE88370400440532013000", "DE8937040044", "ZZ89370400440532013000", ""];

    fn words(words: &crate::schema::Words) -> Vec<&'static str> {
        (words.list)().into_iter().map(|word| word.0).collect()
    }

    fn answer(operation: &str, request: serde_json::Value) -> Result<serde_json::Value, Fault> {
        let host = Host { blobs: &[], progress: &mut |_, _, _| true };
        run(operation, request.to_string().as_bytes(), host)
            .map(|answer| serde_json::from_slice(&answer).unwrap())
    }

    #[test]
    fn lists_are_in_the_order_of_the_core() {
        let verdicts = IbanVerdict::ALL.iter();
        assert!(verdicts.clone().enumerate().all(|(at, verdict)| *verdict as usize == at));
        assert_eq!(words(&IBAN_VERDICT), verdicts.map(|verdict| verdict.as_str()).collect::<Vec<_>>());
        assert_eq!(words(&SCHEME), Scheme::ALL.iter().map(|scheme| scheme.as_str()).collect::<Vec<_>>());
    }

    #[test]
    fn checks_say_what_documents_say() {
        for (at, text) in IBANS.into_iter().enumerate() {
            let said = answer("party.iban", serde_json::json!({ "text": text })).unwrap();
            assert_eq!(said["verdict"], iban(text).as_str());
            assert_eq!(iban_place(text) as usize, at, "{text}");
        }
        let texts =
            ["rf18 5390 0754 7034", "rf19 5390 0754 7034", "123 45672", "+++010/8068/17183+++", "7", ""];
        for (at, scheme) in words(&SCHEME).into_iter().enumerate() {
            for text in texts {
                let request = serde_json::json!({ "scheme": scheme, "text": text });
                let valid = !answer("reference.validate", request).unwrap().is_null();
                assert_eq!(reference(scheme, text).unwrap(), valid, "{scheme} {text}");
                assert_eq!(reference_of_place(at as u32, text), Some(valid));
            }
        }
        assert_eq!(reference_of_place(Scheme::ALL.len() as u32, ""), None);
        let refused =
            answer("reference.validate", serde_json::json!({ "scheme": "xx", "text": "" })).unwrap_err();
        assert_eq!(reference("xx", "").unwrap_err(), refused);
        assert_eq!((currency_decimals("EUR"), currency_decimals("XYZ")), (Some(2), None));
    }
}
