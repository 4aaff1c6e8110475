//! Extensions of certificates: those that are known, found once; their values as far as they are acted on.
//!
//! Source: RFC 5280 section 4.2.

use super::der::{self, Reader};

/// Most extensions that are read.
const MOST: usize = 40;

/// An extension.
#[derive(Clone, Copy)]
pub(super) struct Extension<'a> {
    pub(super) critical: bool,
    /// What its octet string holds.
    pub(super) value: &'a [u8],
}

/// Those that are known.
#[derive(Clone, Copy, Default)]
pub(super) struct Extensions<'a> {
    pub(super) authority_key: Option<Extension<'a>>,
    pub(super) subject_key: Option<Extension<'a>>,
    pub(super) key_usage: Option<Extension<'a>>,
    pub(super) alternative_name: Option<Extension<'a>>,
    pub(super) basic_constraints: Option<Extension<'a>>,
    pub(super) name_constraints: Option<Extension<'a>>,
    pub(super) policy_constraints: Option<Extension<'a>>,
    pub(super) inhibit_any_policy: Option<Extension<'a>>,
    pub(super) extended_key_usage: Option<Extension<'a>>,
    pub(super) authority_access: Option<Extension<'a>>,
    /// One that is critical and that nothing here acts on.
    pub(super) unknown_critical: bool,
}

/// Why extensions cannot be read.
pub(super) enum Fault {
    Syntax,
    Twice,
    TooMany,
}

/// `id-ce`, below which the standard extensions stand.
const STANDARD: [u8; 2] = [0x55, 0x1d];
/// `id-ce-cRLDistributionPoints`, which the library acts on by itself.
const DISTRIBUTION_POINTS: [u8; 3] = [0x55, 0x1d, 31];
/// `id-pe-authorityInfoAccess`
const AUTHORITY_ACCESS: [u8; 8] = [0x2b, 6, 1, 5, 5, 7, 1, 1];

impl<'a> Extensions<'a> {
    /// Reads the elements of `Extensions`.
    pub(super) fn read(mut all: Reader<'a>) -> Result<Self, Fault> {
        let mut found = Extensions::default();
        let mut seen: [&[u8]; MOST] = [&[]; MOST];
        let mut count = 0;
        while !all.is_empty() {
            let (id, extension) = one(&mut all).ok_or(Fault::Syntax)?;
            if seen.get(..count).unwrap_or_default().contains(&id) {
                return Err(Fault::Twice);
            }
            *seen.get_mut(count).ok_or(Fault::TooMany)? = id;
            count += 1;
            match found.place(id) {
                Some(place) => *place = Some(extension),
                None if id == DISTRIBUTION_POINTS => {}
                None => found.unknown_critical |= extension.critical,
            }
        }
        Ok(found)
    }

    fn place(&mut self, id: &[u8]) -> Option<&mut Option<Extension<'a>>> {
        if id == AUTHORITY_ACCESS {
            return Some(&mut self.authority_access);
        }
        let [first, second, last] = id else { return None };
        if [*first, *second] != STANDARD {
            return None;
        }
        match last {
            14 => Some(&mut self.subject_key),
            15 => Some(&mut self.key_usage),
            17 => Some(&mut self.alternative_name),
            19 => Some(&mut self.basic_constraints),
            30 => Some(&mut self.name_constraints),
            35 => Some(&mut self.authority_key),
            36 => Some(&mut self.policy_constraints),
            37 => Some(&mut self.extended_key_usage),
            54 => Some(&mut self.inhibit_any_policy),
            _ => None,
        }
    }
}

/// The next extension with its identifier.
pub(super) fn one<'a>(all: &mut Reader<'a>) -> Option<(&'a [u8], Extension<'a>)> {
    let mut reader = Reader::new(all.take(der::SEQUENCE)?);
    let id = reader.take(der::OBJECT)?;
    let critical = match reader.optional(der::BOOLEAN) {
        Some(body) => der::boolean(body)?,
        None => false,
    };
    let value = reader.take(der::OCTET_STRING)?;
    reader.end()?;
    Some((id, Extension { critical, value }))
}

/// Whether a certificate is that of an authority, and how many authorities may follow it (section 4.2.1.9).
#[derive(Clone, Copy)]
pub(super) struct BasicConstraints {
    pub(super) authority: bool,
    pub(super) path_length: Option<u32>,
}

impl BasicConstraints {
    pub(super) fn read(value: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(der::only(value, der::SEQUENCE)?);
        let authority = match reader.optional(der::BOOLEAN) {
            Some(body) => der::boolean(body)?,
            None => false,
        };
        let path_length = match reader.optional(der::INTEGER) {
            Some(body) => Some(der::small(body)?),
            None => None,
        };
        reader.end()?;
        Some(BasicConstraints { authority, path_length })
    }
}

/// What a key may be used for (section 4.2.1.3).
#[derive(Clone, Copy)]
pub(super) struct KeyUsage(u8);

impl KeyUsage {
    /// `None` also where no use is named.
    pub(super) fn read(value: &[u8]) -> Option<Self> {
        let (unused, bits) = match der::only(value, der::BIT_STRING)? {
            [unused @ 0..=7, bits @ ..] if bits.len() <= 2 => (*unused, bits),
            _ => return None,
        };
        let last = *bits.last()?;
        // Named bits end with one that is set.
        if last & ((1_u16 << unused) - 1) as u8 != 0 || last >> unused & 1 == 0 {
            return None;
        }
        bits.first().map(|first| KeyUsage(*first))
    }

    pub(super) fn signs_certificates(self) -> bool {
        self.0 & 0x04 != 0
    }

    pub(super) fn signs_lists(self) -> bool {
        self.0 & 0x02 != 0
    }

    /// A signature, an encipherment of a key or an agreement about one: what a connection begins with.
    pub(super) fn opens_connections(self) -> bool {
        self.0 & (0x80 | 0x20 | 0x08) != 0
    }
}

/// Which key a certificate was signed by (section 4.2.1.1).
#[derive(Clone, Copy)]
pub(super) struct AuthorityKey<'a> {
    pub(super) key: Option<&'a [u8]>,
    /// Whether it also names issuer or serial number.
    pub(super) certificate: bool,
}

impl<'a> AuthorityKey<'a> {
    pub(super) fn read(value: &'a [u8]) -> Option<Self> {
        let mut reader = Reader::new(der::only(value, der::SEQUENCE)?);
        let key = reader.optional(der::context(0));
        let issuer = reader.optional(der::nested(1)).is_some();
        let serial = reader.optional(der::context(2)).is_some();
        reader.end()?;
        Some(AuthorityKey { key: key.filter(|key| !key.is_empty()), certificate: issuer || serial })
    }
}

/// The identifier of a certificate's own key (section 4.2.1.2).
pub(super) fn subject_key(value: &[u8]) -> Option<&[u8]> {
    der::only(value, der::OCTET_STRING).filter(|key| !key.is_empty())
}

/// Purposes of a certificate, as far as they are told apart here (section 4.2.1.12).
#[derive(Clone, Copy, Default)]
pub(super) struct Purposes {
    pub(super) any: bool,
    pub(super) server: bool,
    pub(super) client: bool,
}

/// `id-kp-serverAuth`
const SERVER: [u8; 8] = [0x2b, 6, 1, 5, 5, 7, 3, 1];
/// `id-kp-clientAuth`
const CLIENT: [u8; 8] = [0x2b, 6, 1, 5, 5, 7, 3, 2];
/// `anyExtendedKeyUsage`
const ANY: [u8; 4] = [0x55, 0x1d, 37, 0];

impl Purposes {
    /// `None` also where no purpose is named.
    pub(super) fn read(value: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(der::only(value, der::SEQUENCE)?);
        if reader.is_empty() {
            return None;
        }
        let mut found = Purposes::default();
        while !reader.is_empty() {
            let purpose = reader.take(der::OBJECT)?;
            found.any |= purpose == ANY;
            found.server |= purpose == SERVER;
            found.client |= purpose == CLIENT;
        }
        Some(found)
    }
}

/// Whether a list of places is well-formed: at least one, each with its method and a name (section 4.2.2.1).
pub(super) fn is_access(value: &[u8]) -> bool {
    let read = || {
        let mut reader = Reader::new(der::only(value, der::SEQUENCE)?);
        if reader.is_empty() {
            return None;
        }
        while !reader.is_empty() {
            let mut place = Reader::new(reader.take(der::SEQUENCE)?);
            place.take(der::OBJECT)?;
            let name = place.next()?;
            // Names of a certificate are told by the numbers 0 to 8.
            if name.tag & 0xc0 != 0x80 || name.tag & 0x1f > 8 {
                return None;
            }
            place.end()?;
        }
        Some(())
    };
    read().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uses_end_with_one_that_is_set() {
        let read = |bits: &[u8]| KeyUsage::read(&[&[3, u8::try_from(bits.len()).unwrap()], bits].concat());
        assert!(read(&[5, 0xa0]).is_some_and(KeyUsage::opens_connections));
        assert!(read(&[1, 0x06]).is_some_and(|all| all.signs_certificates() && all.signs_lists()));
        for wrong in [&[][..], &[0], &[8, 0x80], &[0, 0], &[5, 0xa1], &[4, 0xa0], &[0, 1, 1, 1]] {
            assert!(read(wrong).is_none(), "{wrong:02x?}");
        }
    }

    #[test]
    fn constraints_of_authorities() {
        let read = |body: &[u8]| {
            BasicConstraints::read(&[&[0x30, u8::try_from(body.len()).unwrap()], body].concat())
        };
        assert!(read(&[]).is_some_and(|one| !one.authority && one.path_length.is_none()));
        assert!(read(&[1, 1, 0xff, 2, 1, 3]).is_some_and(|one| one.authority && one.path_length == Some(3)));
        for wrong in [&[1, 1, 1][..], &[1, 1, 0xff, 2, 1, 0xff], &[2, 1, 0, 1, 1, 0xff], &[5, 0]] {
            assert!(read(wrong).is_none(), "{wrong:02x?}");
        }
    }
}
