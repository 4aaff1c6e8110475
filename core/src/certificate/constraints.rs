//! The shape of name constraints.
//!
//! # Design
//! Whether a name lies within them is answered by the library. A constraint that no name could be held against is refused here, wherever it stands:
//! a library that finds no match where nothing can match takes an exclusion for met. And a wildcard names every host below it, so it must not
//! cover one that is excluded.
//!
//! Source: RFC 5280 section 4.2.1.10; CA/Browser Forum, TLS Baseline Requirements section 7.1.2.5.2.

use super::der::{self, Reader};
use super::shape::{self, GeneralName};
use crate::error::{Code, Error};

/// # Errors
/// `certificate.name_constraints`.
pub(super) fn check(value: &[u8]) -> Result<(), Error> {
    let bad =
        || Error::new(Code::CertificateNameConstraints, "name constraints that no name can be held against");
    let (permitted, excluded) = subtrees(value).ok_or_else(bad)?;
    if permitted.is_none() && excluded.is_none() {
        return Err(bad());
    }
    for trees in [permitted, excluded].into_iter().flatten() {
        let mut trees = Reader::new(trees);
        if trees.is_empty() {
            return Err(bad());
        }
        while !trees.is_empty() {
            if !base(&mut trees).is_some_and(is_base) {
                return Err(bad());
            }
        }
    }
    Ok(())
}

/// Whether a wildcard of a certificate covers a host that is excluded. What cannot be read covers it too.
pub(super) fn excludes_within(value: &[u8], wildcard: &[u8]) -> bool {
    let Some((_, excluded)) = subtrees(value) else { return true };
    let mut trees = Reader::new(excluded.unwrap_or_default());
    while !trees.is_empty() {
        match base(&mut trees) {
            Some(GeneralName::Host(host)) => {
                // One label stands where the star is.
                let below = host.iter().position(|byte| *byte == b'.').and_then(|point| host.get(point..));
                if below.is_some_and(|below| {
                    wildcard.get(1..).is_some_and(|rest| rest.eq_ignore_ascii_case(below))
                }) {
                    return true;
                }
            }
            Some(_) => {}
            None => return true,
        }
    }
    false
}

type Subtrees<'a> = Option<&'a [u8]>;

fn subtrees(value: &[u8]) -> Option<(Subtrees<'_>, Subtrees<'_>)> {
    let mut reader = Reader::new(der::only(value, der::SEQUENCE)?);
    let permitted = reader.optional(der::nested(0));
    let excluded = reader.optional(der::nested(1));
    reader.end()?;
    Some((permitted, excluded))
}

/// The next subtree. Its minimum is 0 and its maximum absent, so that neither is written.
fn base<'a>(trees: &mut Reader<'a>) -> Option<GeneralName<'a>> {
    let mut tree = Reader::new(trees.take(der::SEQUENCE)?);
    let base = shape::general_name(&mut tree)?;
    tree.end()?;
    Some(base)
}

fn is_base(base: GeneralName<'_>) -> bool {
    match base {
        // Nothing at all stands for every host.
        GeneralName::Host(host) => host.is_empty() || shape::is_host(host),
        GeneralName::Address(range) => is_range(range),
        GeneralName::Email(email) => {
            shape::is_mailbox(email) || shape::is_host(email.strip_prefix(b".").unwrap_or(email))
        }
        GeneralName::Directory(_) | GeneralName::Uri(_) | GeneralName::Other(_) => true,
    }
}

/// An address and a mask whose ones come first.
fn is_range(range: &[u8]) -> bool {
    if range.len() != 8 && range.len() != 32 {
        return false;
    }
    let mask = range.get(range.len() / 2..).unwrap_or_default();
    let ones = mask.iter().map(|byte| byte.count_ones()).sum::<u32>();
    let leading = mask.iter().take_while(|byte| **byte == 0xff).count();
    let partial = mask.get(leading).map_or(0, |byte| byte.leading_ones());
    u32::try_from(leading).is_ok_and(|leading| leading * 8 + partial == ones)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn constraints(number: u8, name: &[u8]) -> Vec<u8> {
        let length = |bytes: &[u8]| u8::try_from(bytes.len()).unwrap();
        let tree = [&[0x30, length(name)], name].concat();
        let trees = [&[0xa0 | number, length(&tree)], &tree[..]].concat();
        [&[0x30, length(&trees)], &trees[..]].concat()
    }

    fn host(name: &str) -> Vec<u8> {
        [&[0x82, u8::try_from(name.len()).unwrap()], name.as_bytes()].concat()
    }

    #[test]
    fn shapes() {
        let takes = |name: &[u8]| check(&constraints(0, name)).is_ok();
        assert!(takes(&host("example.com")) && takes(&host("")) && takes(&host("com")));
        assert!(!takes(&host("*.example.com")) && !takes(&host(".example.com")));
        assert!(takes(&[0x87, 8, 10, 0, 0, 0, 255, 128, 0, 0]) && takes(&[0x87, 8, 0, 0, 0, 0, 0, 0, 0, 0]));
        assert!(!takes(&[0x87, 8, 10, 0, 0, 0, 255, 0, 255, 0]) && !takes(&[0x87, 4, 10, 0, 0, 0]));
        assert!(!takes(&[0x82, 1, b'a', 0x80, 1, 0]), "a minimum");
        for wrong in [&[][..], &[0x30, 0], &[0x30, 2, 0xa0, 0], &[0x30, 2, 5, 0]] {
            assert_eq!(check(wrong).unwrap_err().code(), Code::CertificateNameConstraints, "{wrong:02x?}");
        }
    }

    #[test]
    fn wildcards_over_what_is_excluded() {
        let excluded = constraints(1, &host("Bar.example.com"));
        assert!(
            excludes_within(&excluded, b"*.example.com") && !excludes_within(&excluded, b"*.example.org")
        );
        assert!(!excludes_within(&excluded, b"*.a.example.com"));
        assert!(!excludes_within(&constraints(0, &host("bar.example.com")), b"*.example.com"));
    }
}
