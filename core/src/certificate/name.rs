//! The name by which a server is called.

use super::shape;
use crate::error::{Code, Error};
use core::net::IpAddr;
use rustls_pki_types::{DnsName, ServerName};

/// A host's name or an address.
///
/// ```
/// use payymo::certificate::Name;
/// assert_eq!(Name::parse("Pay.example")?.as_str(), "pay.example");
/// assert_eq!(Name::parse("2001:DB8::1")?.as_str(), "2001:db8::1");
/// for wrong in ["", "*.example.com", "pay.example.", "pay_me.example", "10.0.0.256", "[::1]", "pay.example:443"] {
///     assert_eq!(Name::parse(wrong).unwrap_err().code().as_str(), "input.options");
/// }
/// # Ok::<(), payymo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    text: String,
    pub(super) server: ServerName<'static>,
}

impl Name {
    /// Of its text: an address, or a name in letters, digits, hyphens and points. A name in other letters is handed in as it is asked of the
    /// name service (`xn--`).
    ///
    /// # Errors
    /// `input.options`.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let bad = || Error::new(Code::InputOptions, "neither a host's name nor an address").at_field("name");
        if let Ok(address) = text.parse::<IpAddr>() {
            let text = address.to_string();
            let address = rustls_pki_types::IpAddr::try_from(text.as_str()).map_err(|_| bad())?;
            return Ok(Name { text, server: ServerName::IpAddress(address) });
        }
        let text = text.to_ascii_lowercase();
        let name = DnsName::try_from(text.clone()).ok().filter(|_| shape::is_host(text.as_bytes()));
        name.map(|name| Name { text, server: ServerName::DnsName(name) }).ok_or_else(bad)
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}
