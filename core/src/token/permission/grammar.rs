//! Permissions and the patterns that stand for several of them.

use crate::error::{Code, Error};
use core::fmt;

/// Characters of a part.
const LONGEST: usize = 64;

/// What somebody may do: an action on a resource, `invoice:refund`.
///
/// Each part is of small letters, digits, `-`, `_` and `.`, one to 64 of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Permission {
    resource: String,
    action: String,
}

impl Permission {
    /// Reads `resource:action`.
    ///
    /// # Errors
    /// `permission.syntax`.
    ///
    /// ```
    /// use payymo::token::permission::Permission;
    /// assert_eq!(Permission::parse("invoice:refund")?.to_string(), "invoice:refund");
    /// assert!(Permission::parse("invoice:*").is_err());
    /// # Ok::<(), payymo::Error>(())
    /// ```
    pub fn parse(text: &str) -> Result<Self, Error> {
        let (resource, action) = parts(text)?;
        if [resource, action].contains(&"*") {
            return Err(bad("a pattern where one permission is due"));
        }
        Ok(Permission { resource: resource.to_owned(), action: action.to_owned() })
    }
}

impl fmt::Display for Permission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.resource, self.action)
    }
}

/// A permission, or several: `*` stands for a whole part and for nothing less. `invoice:*` is every action on invoices, `*:read` reading
/// everything, `*:*` all there is; `inv*:read` is no pattern.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Pattern {
    resource: Option<String>,
    action: Option<String>,
}

impl Pattern {
    /// Reads `resource:action`, either of which may be `*`.
    ///
    /// # Errors
    /// `permission.syntax`.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let (resource, action) = parts(text)?;
        let part = |part: &str| (part != "*").then(|| part.to_owned());
        Ok(Pattern { resource: part(resource), action: part(action) })
    }

    /// Whether it stands for a permission.
    ///
    /// ```
    /// use payymo::token::permission::{Pattern, Permission};
    /// let refund = Permission::parse("invoice:refund")?;
    /// assert!(Pattern::parse("invoice:*")?.covers(&refund));
    /// assert!(!Pattern::parse("*:read")?.covers(&refund));
    /// # Ok::<(), payymo::Error>(())
    /// ```
    pub fn covers(&self, permission: &Permission) -> bool {
        let one =
            |pattern: &Option<String>, part: &str| pattern.as_deref().is_none_or(|pattern| pattern == part);
        one(&self.resource, &permission.resource) && one(&self.action, &permission.action)
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = |part: &Option<String>| part.clone().unwrap_or_else(|| "*".to_owned());
        write!(f, "{}:{}", part(&self.resource), part(&self.action))
    }
}

fn bad(said: &str) -> Error {
    Error::new(Code::PermissionSyntax, said)
}

fn parts(text: &str) -> Result<(&str, &str), Error> {
    let said = "not `resource:action` of small letters, digits, `-`, `_` and `.`, or `*` for a whole part";
    let (resource, action) = text.split_once(':').ok_or_else(|| bad(said))?;
    let letter =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_' | b'.');
    let right = |part: &str| part == "*" || ((1..=LONGEST).contains(&part.len()) && part.bytes().all(letter));
    if right(resource) && right(action) { Ok((resource, action)) } else { Err(bad(said)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_a_pattern() {
        for text in ["invoice:read", "a.b-c_9:x", "*:read", "invoice:*", "*:*"] {
            assert_eq!(Pattern::parse(text).unwrap().to_string(), text);
        }
        for text in ["", ":", "a:", ":a", "a", "a:b:c", "A:b", "inv*:read", "a:**", "a :b", "é:a"] {
            assert!(Pattern::parse(text).is_err() && Permission::parse(text).is_err(), "{text}");
        }
        assert!(Pattern::parse(&format!("{}:a", "x".repeat(65))).is_err());
    }
}
