//! What is asked so often that no document is worth its time.

use napi::bindgen_prelude::{Buffer, Result};
use napi::{Error, JsString, Status};
use napi_derive::napi;
use payymo::money::Currency;
use payymo::party::{Iban, IbanVerdict};
use payymo_contract::guard;

/// Number of the contract that this addon speaks.
#[napi]
pub fn contract() -> u32 {
    1
}

/// Verdict on an IBAN: 0 valid, 1 bad_checksum, 2 bad_length, 3 unknown_country, 4 not_iban.
#[napi]
pub fn iban_check(text: JsString<'_>) -> Result<u32> {
    let text = text.into_utf8()?;
    let verdict = guard(|| {
        Ok(match text.as_str().map(|text| Iban::parse(text).verdict()) {
            Ok(IbanVerdict::Valid) => 0,
            Ok(IbanVerdict::BadChecksum) => 1,
            Ok(IbanVerdict::BadLength) => 2,
            Ok(IbanVerdict::UnknownCountry) => 3,
            _ => 4,
        })
    });
    verdict.map_err(|fault| Error::new(Status::GenericFailure, fault.to_string()))
}

/// Decimals of a currency's minor unit; -1 for what is no code of ISO 4217.
#[napi]
pub fn currency_decimals(code: JsString<'_>) -> Result<i32> {
    let code = code.into_utf8()?;
    let known = code.as_str().ok().and_then(|code| Currency::parse(code).ok());
    Ok(known.map_or(-1, |currency| i32::from(currency.decimals())))
}

/// A compact document indented by two spaces, as a call with `pretty` answers it. Numbers keep their digits.
#[napi]
pub fn pretty(document: &[u8]) -> Buffer {
    indented(document).into()
}

fn indented(document: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(document.len() * 2);
    let (mut depth, mut quoted, mut escaped, mut last) = (0_usize, false, false, 0);
    let line = |out: &mut Vec<u8>, depth: usize| {
        out.push(b'\n');
        out.resize(out.len() + 2 * depth, b' ');
    };
    for &byte in document {
        let opened = matches!(last, b'[' | b'{') && !quoted;
        if quoted {
            out.push(byte);
            quoted = byte != b'"' || escaped;
            escaped = byte == b'\\' && !escaped;
            // A bracket inside of quotes opens nothing.
            last = b'"';
            continue;
        }
        match byte {
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                if !opened {
                    line(&mut out, depth);
                }
                out.push(byte);
            }
            _ => {
                if opened {
                    line(&mut out, depth);
                }
                out.push(byte);
                match byte {
                    b'{' | b'[' => depth += 1,
                    b',' => line(&mut out, depth),
                    b':' => out.push(b' '),
                    b'"' => quoted = true,
                    _ => {}
                }
            }
        }
        last = byte;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indented_as_a_pretty_call_answers() {
        let wild = r#"{"text": "a]}{[:,\"b\\", "strictness": "bare"}"#;
        for (name, request) in
            [("library.about", "{}"), ("text.fold", wild), ("text.tokens", wild), ("money.currencies", "{}")]
        {
            let run = |request: &str| {
                let host = payymo_contract::Host { blobs: &[], progress: &mut |_, _, _| true };
                payymo_contract::run(name, request.as_bytes(), host).unwrap()
            };
            let pretty = run(&request
                .replacen('{', r#"{"pretty": true"#, 1)
                .replace("true\"", "true,\"")
                .replace("true \"", "true, \""));
            assert_eq!(indented(&run(request)), pretty);
        }
        for (compact, pretty) in [
            ("{}", "{}"),
            ("[]", "[]"),
            (r#"{"a":[],"b":{}}"#, "{\n  \"a\": [],\n  \"b\": {}\n}"),
            (r#"[[1.0,"[]"],"\\",""]"#, "[\n  [\n    1.0,\n    \"[]\"\n  ],\n  \"\\\\\",\n  \"\"\n]"),
        ] {
            assert_eq!(String::from_utf8(indented(compact.as_bytes())).unwrap(), pretty);
        }
    }
}
