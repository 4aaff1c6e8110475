//! JSON printed anew, with its members, numbers and texts as they are: only white space and escapes change.

/// Bytes that are printed: few bytes that are nested deeply would become many spaces.
const MOST: usize = 256 * 1024;

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

/// A piece of a text that is JSON, without the white space around it.
pub(super) enum Token<'t> {
    Open(char),
    Close(char),
    Comma,
    Colon,
    /// A string, its escapes resolved.
    Text(String),
    /// A number, `true`, `false`, `null`.
    Plain(&'t str),
}

/// Cuts a text that is JSON; `None` where a string of it is none.
pub(super) fn tokens(text: &str) -> Option<Vec<Token<'_>>> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_ascii_start();
    while let Some(first) = rest.chars().next() {
        let (token, length) = match first {
            '"' => {
                let end = end_of_string(rest)?;
                (Token::Text(serde_json::from_str(rest.get(..end)?).ok()?), end)
            }
            '{' | '[' => (Token::Open(first), 1),
            '}' | ']' => (Token::Close(first), 1),
            ',' => (Token::Comma, 1),
            ':' => (Token::Colon, 1),
            _ => {
                let end = rest.find(|one: char| " \t\r\n,:[]{}\"".contains(one)).unwrap_or(rest.len());
                (Token::Plain(rest.get(..end)?), end)
            }
        };
        tokens.push(token);
        rest = rest.get(length..)?.trim_ascii_start();
    }
    Some(tokens)
}

/// Prints a text; `None` where it becomes too long.
pub(super) fn printed(tokens: &[Token<'_>], spacing: Spacing, escapes: Escapes) -> Option<String> {
    let mut out = String::new();
    let mut depth = 0_usize;
    let mut opened = false;
    for (nth, token) in tokens.iter().enumerate() {
        let was_opened = core::mem::replace(&mut opened, false);
        match token {
            Token::Open(mark) => {
                out.push(*mark);
                // What is empty is printed without white space within.
                opened = matches!(tokens.get(nth + 1), Some(Token::Close(_)));
                if !opened {
                    depth += 1;
                    new_line(&mut out, spacing, depth);
                }
            }
            Token::Close(mark) => {
                if !was_opened {
                    depth = depth.saturating_sub(1);
                    new_line(&mut out, spacing, depth);
                }
                out.push(*mark);
            }
            Token::Comma => {
                out.push_str(if matches!(spacing, Spacing::Spaced) { ", " } else { "," });
                new_line(&mut out, spacing, depth);
            }
            Token::Colon => out.push_str(if matches!(spacing, Spacing::Compact) { ":" } else { ": " }),
            Token::Text(text) => push_string(&mut out, text, escapes),
            Token::Plain(text) => out.push_str(text),
        }
        if out.len() > MOST {
            return None;
        }
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
    let is_escaped = |one: char| {
        one < ' '
            || matches!(one, '"' | '\\')
            || (one == '/' && escapes.slash)
            || (escapes.beyond_ascii && !one.is_ascii())
    };
    let mut rest = text;
    while let Some(at) = rest.find(is_escaped) {
        let (plain, behind) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(plain);
        let mut behind = behind.chars();
        if let Some(character) = behind.next() {
            push_escaped(out, character);
        }
        rest = behind.as_str();
    }
    out.push_str(rest);
    out.push('"');
}

fn push_escaped(out: &mut String, character: char) {
    let short = match character {
        '"' => "\\\"",
        '\\' => "\\\\",
        '/' => "\\/",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\u{8}' => "\\b",
        '\u{c}' => "\\f",
        _ => {
            for unit in character.encode_utf16(&mut [0; 2]) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
            return;
        }
    };
    out.push_str(short);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_libraries_print() {
        let text = r#" {"b" : [ 1.50 ,{}, [ ] ], "a":"x\/é\ud83d\ude00\n" } "#;
        let tokens = tokens(text).unwrap();
        let all = |spacing| Escapes::ALL.map(|escapes| printed(&tokens, spacing, escapes).unwrap());
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
        let again = |text: &str, spacing| printed(&tokens(text).unwrap(), spacing, Escapes::ALL[0]).unwrap();
        assert_eq!(again(text, Spacing::Lines(2)), pretty);
        assert_eq!(again(&pretty, Spacing::Compact), text);
    }
}
