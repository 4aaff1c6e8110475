//! The shape of names inside certificates.
//!
//! Source: RFC 5280 section 4.2.1.6 (which takes host names from RFC 1034 section 3.5 and RFC 1123 section 2.1); RFC 5321 section 4.1.2 for
//! mailboxes, as far as an address must have one sign between its parts.

use super::der::{self, Reader};
use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// A name of `subjectAltName` or of name constraints.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum GeneralName<'a> {
    Email(&'a [u8]),
    Host(&'a [u8]),
    Directory(&'a [u8]),
    Address(&'a [u8]),
    Uri(&'a [u8]),
    /// Told by its number alone.
    Other(u8),
}

/// The next name.
pub(super) fn general_name<'a>(reader: &mut Reader<'a>) -> Option<GeneralName<'a>> {
    let element = reader.next()?;
    Some(match element.tag {
        0xa0 | 0xa3 | 0xa5 | 0x88 => GeneralName::Other(element.tag & 0x1f),
        0x81 => GeneralName::Email(element.body),
        0x82 => GeneralName::Host(element.body),
        0xa4 => GeneralName::Directory(element.body),
        0x86 => GeneralName::Uri(element.body),
        0x87 => GeneralName::Address(element.body),
        _ => return None,
    })
}

/// The names of a `subjectAltName`; nothing where it holds none or is of another shape.
pub(super) fn alternative_names(value: &[u8]) -> Option<impl Iterator<Item = Option<GeneralName<'_>>>> {
    let mut reader = Reader::new(der::only(value, der::SEQUENCE)?);
    if reader.is_empty() {
        return None;
    }
    let mut broken = false;
    Some(core::iter::from_fn(move || {
        if reader.is_empty() || broken {
            return None;
        }
        let name = general_name(&mut reader);
        broken = name.is_none();
        Some(name)
    }))
}

/// Whether it is a host's name: labels of letters, digits and inner hyphens, the last of which is no number, since that would be an address.
pub(super) fn is_host(name: &[u8]) -> bool {
    let is_label = |label: &[u8]| {
        let inner = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
        (1..=63).contains(&label.len())
            && label.iter().all(inner)
            && label.first() != Some(&b'-')
            && label.last() != Some(&b'-')
    };
    let mut labels = name.split(|byte| *byte == b'.');
    let is_number = |label: &[u8]| label.iter().all(u8::is_ascii_digit);
    name.len() <= 253
        && labels.clone().all(is_label)
        && labels.next_back().is_some_and(|last| !is_number(last))
}

/// Whether it is a host's name that a certificate may hold: also one with `*` for its first label, with at least two behind it, since one label
/// alone is never one owner's.
pub(super) fn is_presented_host(name: &[u8]) -> bool {
    match name.strip_prefix(b"*.") {
        Some(rest) => is_host(rest) && rest.contains(&b'.'),
        None => is_host(name),
    }
}

/// Whether it is a mailbox of one host.
pub(super) fn is_mailbox(name: &[u8]) -> bool {
    let mut parts = name.split(|byte| *byte == b'@');
    let (local, host, more) = (parts.next(), parts.next(), parts.next());
    let is_local = |local: &[u8]| !local.is_empty() && local.iter().all(|byte| byte.is_ascii_graphic());
    more.is_none() && local.is_some_and(is_local) && host.is_some_and(is_host)
}

/// Whether it begins with a scheme and holds no blanks.
pub(super) fn is_uri(name: &[u8]) -> bool {
    let scheme = name.split(|byte| *byte == b':').next().unwrap_or_default();
    scheme.len() < name.len()
        && scheme.first().is_some_and(u8::is_ascii_alphabetic)
        && scheme.iter().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(byte))
        && name.iter().all(u8::is_ascii_graphic)
}

/// An address of its four or sixteen bytes.
pub(super) fn address(bytes: &[u8]) -> Option<IpAddr> {
    if let Ok(four) = <[u8; 4]>::try_from(bytes) {
        return Some(Ipv4Addr::from(four).into());
    }
    <[u8; 16]>::try_from(bytes).ok().map(|sixteen| Ipv6Addr::from(sixteen).into())
}

/// The common names of a distinguished name, each `None` that cannot be read.
pub(super) fn common_names(name: &[u8]) -> impl Iterator<Item = Option<&[u8]>> {
    let mut reader = Reader::new(name);
    let mut open = Reader::new(&[]);
    let mut broken = false;
    core::iter::from_fn(move || {
        while !broken {
            if open.is_empty() {
                if reader.is_empty() {
                    return None;
                }
                let set = reader.take(der::SET).filter(|set| !set.is_empty());
                broken = set.is_none();
                open = Reader::new(set.unwrap_or_default());
                continue;
            }
            match attribute(&mut open) {
                Some(([0x55, 4, 3], value)) => return Some(Some(value)),
                Some(_) => {}
                None => broken = true,
            }
        }
        broken.then(|| {
            broken = false;
            reader = Reader::new(&[]);
            open = Reader::new(&[]);
            None
        })
    })
}

fn attribute<'a>(open: &mut Reader<'a>) -> Option<(&'a [u8], &'a [u8])> {
    let mut pair = Reader::new(open.take(der::SEQUENCE)?);
    let kind = pair.take(der::OBJECT)?;
    let value = pair.next()?.body;
    pair.end()?;
    Some((kind, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts() {
        for good in ["example.com", "a-b.c", "xn--n3h.com", "1.example", "localhost", "A.Example"] {
            assert!(is_host(good.as_bytes()), "{good}");
        }
        let long = format!("{}.com", "a".repeat(64));
        for bad in [
            "",
            ".",
            "a..b",
            ".a",
            "a.",
            "-a.b",
            "a-.b",
            "a_b.c",
            "8.8.8.8",
            "a b.c",
            "*.a.b",
            "\u{e9}.com",
            &long,
        ] {
            assert!(!is_host(bad.as_bytes()), "{bad}");
        }
        assert!(is_presented_host(b"*.example.com") && is_presented_host(b"example"));
        for bad in ["*", "*.com", "*.", "a*.example.com", "a.*.example.com", "*.*.example.com"] {
            assert!(!is_presented_host(bad.as_bytes()), "{bad}");
        }
    }

    #[test]
    fn mailboxes_and_uris() {
        assert!(
            is_mailbox(b"a*b@example.com") && !is_mailbox(b"a@b@example.com") && !is_mailbox(b"@example.com")
        );
        assert!(!is_mailbox(b"a b@example.com") && !is_mailbox(b"example.com") && !is_mailbox(b"a@"));
        assert!(
            is_uri(b"https://example.com/") && !is_uri(b"example") && !is_uri(b":a") && !is_uri(b"a:b c")
        );
    }

    #[test]
    fn common_names_of_a_name() {
        let name = [0x31, 8, 0x30, 6, 6, 3, 0x55, 4, 3, 0x0c, 1, b'a'];
        let mut whole = name;
        whole[1] = 10;
        whole[3] = 8;
        assert_eq!(common_names(&whole).collect::<Vec<_>>(), [Some(&b"a"[..])]);
        assert_eq!(common_names(&name).collect::<Vec<_>>(), [None]);
        assert_eq!(common_names(&[]).count(), 0);
    }
}
