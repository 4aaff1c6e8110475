//! A compact document made readable for a person.

/// The document indented by two spaces, to the byte as a call with `pretty` answers it: numbers and texts stay as they stand,
/// which no reader and writer of a language can promise.
///
/// ```
/// assert_eq!(payymo_contract::indented(br#"{"a":[1.0]}"#), b"{\n  \"a\": [\n    1.0\n  ]\n}");
/// ```
pub fn indented(document: &[u8]) -> Vec<u8> {
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
                let host = crate::Host { blobs: &[], progress: &mut |_, _, _| true };
                crate::run(name, request.as_bytes(), host).unwrap()
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
