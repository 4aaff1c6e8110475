//! Over one value of JSON text without reading it.

use super::broken::Broken;
use super::string::{TEXT, string};
use crate::model::wire::row::DEEPEST;

/// Bytes of one value. A row of a bank has some hundreds, a batch of ten thousand payments ten million.
const LONGEST: usize = 256 << 20;
/// Brackets within brackets, beyond which no end is looked for.
const BRACKETS: usize = 1 << 16;

/// The text of one value and where it stands.
pub(crate) struct Value<'a> {
    pub(crate) text: &'a str,
    /// Byte of the text at which it begins.
    pub(crate) start: usize,
    /// Whether it nests deeper than a row may.
    pub(crate) deep: bool,
}

/// Bytes of white space from `at` on, and the byte behind them.
pub(super) fn peek(text: &str, at: usize) -> (usize, Option<u8>) {
    let mut at = at;
    loop {
        match text.as_bytes().get(at) {
            Some(b' ' | b'\t' | b'\r' | b'\n') => at += 1,
            byte => return (at, byte.copied()),
        }
    }
}

/// The value that begins at `start`, where no white space is. A value of which all the text is there may go on behind it
/// if it is neither a string nor in brackets.
///
/// # Errors
/// [`Broken::Truncated`] where the text ends within it, [`Broken::Syntax`] where no value begins, [`Broken::Long`].
pub(super) fn value(text: &str, start: usize) -> Result<Value<'_>, Broken> {
    let bytes = text.as_bytes();
    let bounded = bytes.get(..start.saturating_add(LONGEST)).unwrap_or(bytes);
    let (end, deep) = match bounded.get(start) {
        None => return Err(Broken::Truncated(start)),
        Some(b'"') => (string_end(bounded, start)?, false),
        Some(b'{' | b'[') => nested(bounded, start)?,
        Some(b'}' | b']' | b',' | b':') => return Err(Broken::Syntax(start)),
        Some(_) => {
            let rest = bounded.get(start..).unwrap_or_default();
            let end = rest.iter().position(|byte| {
                matches!(byte, b',' | b'}' | b']' | b'{' | b'[' | b'"' | b':' | b' ' | b'\t' | b'\r' | b'\n')
            });
            (Some(start + end.unwrap_or(rest.len())), false)
        }
    };
    let cut = if bounded.len() < bytes.len() { Broken::Long(start) } else { Broken::Truncated(start) };
    let end = end.ok_or(cut)?;
    let text = text.get(start..end).ok_or(Broken::Syntax(start))?;
    Ok(Value { text, start, deep })
}

/// From an opening bracket over its closing one, if the text has it; whether it nests too deeply. Which bracket closes is
/// checked for the levels that may be used.
fn nested(bytes: &[u8], start: usize) -> Result<(Option<usize>, bool), Broken> {
    let (mut at, mut depth, mut objects, mut deep) = (start, 0_usize, 0_u64, false);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => {
                let Some(end) = string_end(bytes, at)? else { return Ok((None, deep)) };
                at = end;
                continue;
            }
            b'{' | b'[' => {
                if depth < DEEPEST {
                    objects = objects << 1 | u64::from(*byte == b'{');
                } else {
                    deep = true;
                }
                depth += 1;
                if depth > BRACKETS {
                    return Err(Broken::Long(start));
                }
            }
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                if depth < DEEPEST {
                    if (objects & 1 == 1) != (*byte == b'}') {
                        return Err(Broken::Syntax(at));
                    }
                    objects >>= 1;
                }
                if depth == 0 {
                    return Ok((Some(at + 1), deep));
                }
            }
            _ => {}
        }
        at += 1;
    }
    Ok((None, deep))
}

/// The end of a string that begins at `start`, if the text has it.
///
/// # Errors
/// [`Broken::Long`]
fn string_end(bytes: &[u8], start: usize) -> Result<Option<usize>, Broken> {
    match string(bytes, start) {
        Some(string) => Ok(Some(string.end)),
        None if bytes.len().saturating_sub(start) > TEXT => Err(Broken::Long(start)),
        None => Ok(None),
    }
}

/// A string's text, with its escapes resolved.
pub(super) fn unquoted<'a>(quoted: &Value<'a>) -> Result<std::borrow::Cow<'a, str>, Broken> {
    match serde_json::from_str::<&str>(quoted.text) {
        Ok(name) => Ok(name.into()),
        Err(_) => serde_json::from_str::<String>(quoted.text)
            .map(Into::into)
            .map_err(|_| Broken::Syntax(quoted.start)),
    }
}

impl Value<'_> {
    /// Its bytes.
    pub(crate) fn range(&self) -> core::ops::Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// # Errors
    /// `format.too_large` for a value that nests too deeply to be read.
    pub(crate) fn check_depth(&self) -> Result<(), crate::error::Error> {
        if self.deep {
            let said = format!("nested deeper than {DEEPEST} levels");
            return Err(crate::error::Error::new(crate::error::Code::FormatTooLarge, said));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_end_is_too_long() {
        let long = |text: &str| matches!(value(text, 0), Err(Broken::Long(0)));
        let text = "x".repeat(TEXT);
        assert!(long(&format!("\"{text}")) && long(&format!("\"{text}\"")));
        assert!(long(&"[".repeat(BRACKETS + 1)));
        assert!(matches!(value("\"x", 0), Err(Broken::Truncated(0))));
        assert!(matches!(value("[[", 0), Err(Broken::Truncated(0))));
        let within = format!("[\"{}\"]", &text[..TEXT - 2]);
        assert!(value(&within, 0).is_ok_and(|value| value.text.len() == TEXT + 2));
        assert!(matches!(value(&format!("[\"{text}"), 0), Err(Broken::Long(1))));
    }
}
