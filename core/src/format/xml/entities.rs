//! Character data as it is meant: entities resolved.

use memchr::memchr;
use std::borrow::Cow;

/// Character data with the five entities and the numeric ones resolved. A `&` that begins none is text.
///
/// # Errors
/// The name of an entity that is not predefined (`&eacute;`), for the caller's message.
pub(crate) fn unescape(raw: &str) -> Result<Cow<'_, str>, ()> {
    if memchr(b'&', raw.as_bytes()).is_none() {
        return Ok(Cow::Borrowed(raw));
    }
    let mut text = String::with_capacity(raw.len());
    let mut parts = raw.split('&');
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let entity = part.split_once(';').filter(|(name, _)| {
            let name = name.strip_prefix('#').unwrap_or(name);
            !name.is_empty() && name.len() <= 32 && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
        let Some((name, rest)) = entity else {
            text.push('&');
            text.push_str(part);
            continue;
        };
        text.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            _ => numeric(name).ok_or(())?,
        });
        text.push_str(rest);
    }
    Ok(Cow::Owned(text))
}

fn numeric(name: &str) -> Option<char> {
    let digits = name.strip_prefix('#')?;
    let number = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    char::from_u32(number).filter(|character| *character != '\0')
}
