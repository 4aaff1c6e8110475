//! Payment references with check digits: validated, printed in canonical form, made, and found in free text.
//!
//! | scheme | form | check | source |
//! |---|---|---|---|
//! | [`Scheme::Rf`] | `RF` + 2 + up to 21 letters and digits | ISO 7064 MOD 97-10 | ISO 11649 |
//! | [`Scheme::Ogm`] | `+++123/4567/89012+++` | the last two are the rest by 97, 97 for 0 | Febelfin |
//! | [`Scheme::Qrr`] | 27 digits | modulus 10 recursive | SIX, Implementation Guidelines QR-bill |
//! | [`Scheme::Esr`] | 16 or 27 digits | modulus 10 recursive | PostFinance, ISR handbook |
//! | [`Scheme::Viitenumero`] | 4 to 20 digits | weights 7, 3, 1 | Finance Finland |
//! | [`Scheme::Viitenumber`] | 2 to 20 digits | weights 7, 3, 1 | Estonian Banking Association |
//! | [`Scheme::KidMod10`], [`Scheme::KidMod11`] | 2 to 25 digits | Luhn; weights 2 to 7, a hyphen for ten | Nets, OCR giro |
//! | [`Scheme::Ocr`] | 2 to 25 digits, the last but one may be the length | Luhn | Bankgirot |
//! | [`Scheme::Si`] | `SI` + model + up to three parts | weights 2, 3, 4 … by 11, by model | Uradni list RS 34/2019 |
//! | [`Scheme::Fik`] | `+71<` 15 digits, `+75<` `+04<` `+15<` 16 digits | Luhn | Nets, Danish payment slips |
//! | [`Scheme::Betalingskenmerk`] | 7, 9 to 14 or 16 digits | ten weights by 11, length digit | Betaalvereniging Nederland |
//! | [`Scheme::VariableSymbol`] | up to ten digits | none | Czech and Slovak banking associations |
//!
//! A check digit proves little: of ten random numbers one passes Luhn. [`Canonical::bits`] says how much.

mod canonical;
mod check;
mod find;
mod form;
mod label;
mod number;
mod slovenia;

pub use canonical::{Canonical, Scheme};
pub use find::{Found, Mark, Strictness, find, find_into};

/// Reads a whole text as a reference of one scheme, in any printed form: spaces, slashes, frames, leading zeros.
/// `None` when its form or a check digit is wrong.
///
/// A Danish slip of kinds 01 and 73 has no payment id and a Slovenian model 99 no content: neither is a reference.
///
/// ```
/// use payymo::reference::scheme::{Scheme, validate};
/// let rf = validate(Scheme::Rf, "rf18 5390 0754 7034").unwrap();
/// assert_eq!(rf.key, "RF18539007547034");
/// assert_eq!(rf.text, "RF18 5390 0754 7034");
/// assert_eq!(validate(Scheme::Rf, "RF19 5390 0754 7034"), None);
/// ```
pub fn validate(scheme: Scheme, text: &str) -> Option<Canonical> {
    form::read(scheme, text)
}

/// Makes a reference from its content: computes the check digits and prints it in canonical form. `None` when the
/// scheme cannot hold the content.
///
/// The content is digits (letters too for RF). An ESR gets 16 digits where they suffice. A Dutch one gets 16 digits from
/// 15, and a length digit from up to 12. SI takes model and parts (`12 123456`, `01 25-1235-840`), FIK `71<123` or
/// `71<123+12345678` with the creditor's number, or digits alone for kind 71.
///
/// ```
/// use payymo::reference::scheme::{Scheme, generate};
/// assert_eq!(generate(Scheme::Viitenumero, "1234567").as_deref(), Some("123 45672"));
/// assert_eq!(generate(Scheme::Ogm, "0909337554").as_deref(), Some("+++090/9337/55493+++"));
/// ```
pub fn generate(scheme: Scheme, base: &str) -> Option<String> {
    form::make(scheme, base).map(|reference| reference.text)
}

/// The Swedish OCR reference of a number with length digit and check digit, as Bankgirot's agreement on variable
/// length wants it. `None` beyond 23 digits.
///
/// ```
/// assert_eq!(payymo::reference::scheme::ocr_with_length("2019121").as_deref(), Some("201912193"));
/// ```
pub fn ocr_with_length(base: &str) -> Option<String> {
    form::ocr_with_length(base)
}

/// The national references that an RF may hold: a Finnish or Estonian number, a Belgian communication, a Norwegian
/// KID. One in ten bodies of digits is one by chance. Empty for other schemes.
///
/// ```
/// use payymo::reference::scheme::{Scheme, generate, inside, validate};
/// let rf = validate(Scheme::Rf, &generate(Scheme::Rf, "12345672").unwrap()).unwrap();
/// assert!(inside(&rf).iter().any(|r| r.scheme == Scheme::Viitenumero && r.text == "123 45672"));
/// ```
pub fn inside(reference: &Canonical) -> Vec<Canonical> {
    const NATIONAL: [Scheme; 5] =
        [Scheme::Ogm, Scheme::Viitenumero, Scheme::Viitenumber, Scheme::KidMod10, Scheme::KidMod11];
    if reference.scheme != Scheme::Rf {
        return Vec::new();
    }
    NATIONAL
        .into_iter()
        .filter_map(|scheme| {
            // A communication has twelve digits with its leading zeros, which an RF does not keep.
            let body = match scheme {
                Scheme::Ogm => format!("{:0>12}", reference.base),
                _ => reference.base.clone(),
            };
            validate(scheme, &body)
        })
        .collect()
}

#[cfg(test)]
mod tests;
