//! JSON printed anew, with its members, numbers and texts as they are: only white space and escapes change.

/// Bytes that are printed, and levels of lists and objects: few bytes nested deeply would become many spaces.
const MOST: usize = 256 * 1024;
const DEPTH: usize = 64;

/// White space between values, as libraries print it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Spacing {
    /// None: JavaScript, PHP, Ruby, Rust.
    Compact,
    /// Behind commas and colons: Python.
    Spaced,
    /// Lines, with so many spaces for each level.
    Lines(usize),
}

impl Spacing {
    pub(super) const ALL: [Spacing; 4] =
        [Spacing::Compact, Spacing::Spaced, Spacing::Lines(2), Spacing::Lines(4)];
}

/// What is escaped that need not be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Escapes {
    slash: bool,
    beyond_ascii: bool,
}

impl Escapes {
    /// JavaScript; Python; PHP; PHP with unescaped Unicode.
    pub(super) const ALL: [Escapes; 4] = [
        Escapes { slash: false, beyond_ascii: false },
        Escapes { slash: false, beyond_ascii: true },
        Escapes { slash: true, beyond_ascii: true },
        Escapes { slash: true, beyond_ascii: false },
    ];
}

/// Prints a text that is JSON; `None` where a string of it is none, or where it becomes too long.
pub(super) fn printed(text: &str, spacing: Spacing, escapes: Escapes) -> Option<String> {
    let mut out = String::with_capacity(text.len() * 2);
    let mut depth = 0_usize;
    let mut rest = text.trim_ascii();
    while let Some(first) = rest.chars().next() {
        if out.len() > MOST || depth > DEPTH {
            return None;
        }
        let after = rest.get(first.len_utf8()..)?;
        match first {
            '"' => {
                let end = end_of_string(rest)?;
                let (string, behind) = rest.split_at_checked(end)?;
                push_string(&mut out, &serde_json::from_str::<String>(string).ok()?, escapes);
                rest = behind;
                continue;
            }
            '{' | '[' => {
                out.push(first);
                let behind = after.trim_ascii_start();
                match behind.chars().next() {
                    Some(close @ ('}' | ']')) => {
                        out.push(close);
                        rest = behind.get(1..)?;
                        continue;
                    }
                    _ => {
                        depth += 1;
                        new_line(&mut out, spacing, depth);
                    }
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                new_line(&mut out, spacing, depth);
                out.push(first);
            }
            ',' => {
                out.push(',');
                if matches!(spacing, Spacing::Spaced) {
                    out.push(' ');
                }
                new_line(&mut out, spacing, depth);
            }
            ':' => out.push_str(if matches!(spacing, Spacing::Compact) { ":" } else { ": " }),
            ' ' | '\t' | '\r' | '\n' => {}
            other => out.push(other),
        }
        rest = after;
    }
    Some(out)
}

fn new_line(out: &mut String, spacing: Spacing, depth: usize) {
    if let Spacing::Lines(spaces) = spacing {
        out.push('\n');
        out.extend(core::iter::repeat_n(' ', spaces.saturating_mul(depth)));
    }
}

/// Where the string ends with which a text begins.
fn end_of_string(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some(at + 1),
            _ => {}
        }
    }
    None
}

fn push_string(out: &mut String, text: &str, escapes: Escapes) {
    out.push('"');
    for character in text.chars() {
        let short = match character {
            '"' => Some("\\\""),
            '\\' => Some("\\\\"),
            '\n' => Some("\\n"),
            '\r' => Some("\\r"),
            '\t' => Some("\\t"),
            '\u{8}' => Some("\\b"),
            '\u{c}' => Some("\\f"),
            '/' if escapes.slash => Some("\\/"),
            _ => None,
        };
        match short {
            Some(short) => out.push_str(short),
            None if character < ' ' || (escapes.beyond_ascii && !character.is_ascii()) => {
                let mut units = [0; 2];
                for unit in character.encode_utf16(&mut units) {
                    out.push_str(&format!("\\u{unit:04x}"));
                }
            }
            None => out.push(character),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_libraries_print() {
        let text = r#" {"b" : [ 1.50 ,{}, [ ] ], "a":"x\/é\ud83d\ude00\n" } "#;
        let all = |spacing| Escapes::ALL.map(|escapes| printed(text, spacing, escapes).unwrap());
        assert_eq!(
            all(Spacing::Compact),
            [
                r#"{"b":[1.50,{},[]],"a":"x/é😀\n"}"#,
                r#"{"b":[1.50,{},[]],"a":"x/\u00e9\ud83d\ude00\n"}"#,
                r#"{"b":[1.50,{},[]],"a":"x\/\u00e9\ud83d\ude00\n"}"#,
                r#"{"b":[1.50,{},[]],"a":"x\/é😀\n"}"#,
            ]
        );
        assert_eq!(all(Spacing::Spaced)[0], r#"{"b": [1.50, {}, []], "a": "x/é😀\n"}"#);
        assert_eq!(
            all(Spacing::Lines(2))[0],
            "{\n  \"b\": [\n    1.50,\n    {},\n    []\n  ],\n  \"a\": \"x/é😀\\n\"\n}"
        );
    }

    #[test]
    fn as_serde_json_prints() {
        let text = r#"{"a":[1,2,{"b":"\u0001 \" \\"}],"c":{},"d":null}"#;
        let value: serde_json::Value = serde_json::from_str(text).unwrap();
        let pretty = serde_json::to_string_pretty(&value).unwrap();
        assert_eq!(printed(text, Spacing::Lines(2), Escapes::ALL[0]).unwrap(), pretty);
        assert_eq!(printed(&pretty, Spacing::Compact, Escapes::ALL[0]).unwrap(), text);
    }
}
