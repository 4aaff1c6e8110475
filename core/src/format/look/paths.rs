//! The paths of the first keys of JSON.

/// Keys that are looked at.
const KEYS: usize = 400;
/// How deep keys are looked at.
const DEPTH: usize = 5;

/// The key at the end of a path, without the mark of its value.
pub(super) fn last(path: &str) -> &str {
    let path = path.split_once('=').map_or(path, |(path, _)| path);
    let key = path.rsplit('.').next().unwrap_or(path);
    key.trim_end_matches("[]").trim_end_matches("{}")
}

/// The paths of the first keys: `transactions.booked[]`, `data{}`, `[].object=charge`. A list adds `[]`, an object `{}`
/// at the end of a path, `object` its value. Text that is no JSON yields what was read until then.
pub(super) fn paths(text: &str) -> Vec<String> {
    let mut look = Look { rest: text, at: Vec::new(), found: Vec::new() };
    let mut key: Option<&str> = None;
    while let Some(byte) = look.rest.bytes().next() {
        if look.found.len() >= KEYS {
            break;
        }
        match byte {
            b'{' | b'[' => {
                let mark = if byte == b'[' { "[]" } else { "{}" };
                if let Some(name) = key.take() {
                    look.found(name, mark);
                    look.at.push(if byte == b'[' { format!("{name}[]") } else { name.to_owned() });
                } else {
                    look.at.push(if byte == b'[' { "[]".to_owned() } else { String::new() });
                }
                look.skip(1);
            }
            b'}' | b']' => {
                look.at.pop();
                look.skip(1);
            }
            b'"' => {
                let Some(string) = look.string() else { break };
                look.rest = look.rest.trim_ascii_start();
                if look.rest.starts_with(':') {
                    look.skip(1);
                    look.rest = look.rest.trim_ascii_start();
                    if look.rest.starts_with(['{', '[']) {
                        key = Some(string);
                    } else if string == "object" && look.rest.starts_with('"') {
                        let Some(value) = look.string() else { break };
                        look.found(string, &format!("={value}"));
                    } else {
                        look.found(string, "");
                    }
                }
            }
            _ => {
                let plain = look.rest.find(['{', '}', '[', ']', '"']).unwrap_or(look.rest.len());
                look.skip(plain.max(1));
            }
        }
    }
    look.found
}

struct Look<'a> {
    rest: &'a str,
    at: Vec<String>,
    found: Vec<String>,
}

impl<'a> Look<'a> {
    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }

    /// The string that begins here, with its escapes as they stand.
    fn string(&mut self) -> Option<&'a str> {
        let inner = self.rest.get(1..)?;
        let mut escaped = false;
        let end = inner.bytes().position(|byte| {
            let ends = byte == b'"' && !escaped;
            escaped = byte == b'\\' && !escaped;
            ends
        })?;
        self.rest = inner.get(end + 1..)?;
        inner.get(..end)
    }

    fn found(&mut self, key: &str, mark: &str) {
        if self.at.len() > DEPTH || key.len() > 64 || mark.len() > 64 {
            return;
        }
        let mut path = String::new();
        for part in self.at.iter().map(String::as_str).chain([key]).filter(|part| !part.is_empty()) {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(part);
        }
        path.push_str(mark);
        if !self.found.contains(&path) {
            self.found.push(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_first_keys() {
        let text = r#"{"a": {"b": [{"c": "x\"{", "object": "charge"}, {"c": 1}]}, "d": [], "e": null}
            {"f": 1}"#;
        assert_eq!(paths(text), ["a{}", "a.b[]", "a.b[].c", "a.b[].object=charge", "d[]", "e", "f"]);
        assert_eq!(paths(r#"[{"a": {"b": "#), ["[].a{}", "[].a.b"]);
        assert_eq!(paths(r#"{"a"#), Vec::<String>::new());
    }
}
