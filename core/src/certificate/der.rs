//! DER, as far as certificates and revocation lists need it.
//!
//! # Design
//! Elements are cut out of the input and never copied. A tag has one byte, a length its shortest form: what is written otherwise is no DER.
//! Source: X.690 sections 8.1 and 10.1.

pub(super) const BOOLEAN: u8 = 0x01;
pub(super) const INTEGER: u8 = 0x02;
pub(super) const BIT_STRING: u8 = 0x03;
pub(super) const OCTET_STRING: u8 = 0x04;
pub(super) const NULL: u8 = 0x05;
pub(super) const OBJECT: u8 = 0x06;
pub(super) const SEQUENCE: u8 = 0x30;
pub(super) const SET: u8 = 0x31;

/// The tag of a field that is told by its number.
pub(super) const fn context(number: u8) -> u8 {
    0x80 | number
}

/// The same where the field holds elements.
pub(super) const fn nested(number: u8) -> u8 {
    0xa0 | number
}

/// One element.
#[derive(Clone, Copy)]
pub(super) struct Element<'a> {
    pub(super) tag: u8,
    pub(super) body: &'a [u8],
    /// With its tag and its length.
    pub(super) whole: &'a [u8],
}

/// Elements one behind the other.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Reader(bytes)
    }

    pub(super) fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// The next element; `None` where there is none, or none of DER.
    pub(super) fn next(&mut self) -> Option<Element<'a>> {
        let (&[tag, first], mut rest) = self.0.split_first_chunk::<2>()?;
        if tag & 0x1f == 0x1f {
            return None;
        }
        let length = if first < 0x80 {
            usize::from(first)
        } else {
            let (octets, behind) = rest.split_at_checked(usize::from(first & 0x7f))?;
            // A length of no octets is that of BER; more than four are beyond any bound.
            if !(1..=4).contains(&octets.len()) || octets.first() == Some(&0) {
                return None;
            }
            rest = behind;
            octets.iter().fold(0_usize, |length, octet| length << 8 | usize::from(*octet))
        };
        if first >= 0x80 && length < 0x80 {
            return None;
        }
        let (body, behind) = rest.split_at_checked(length)?;
        let whole = self.0.get(..self.0.len() - behind.len())?;
        self.0 = behind;
        Some(Element { tag, body, whole })
    }

    /// The next element, which must have a tag.
    pub(super) fn take(&mut self, tag: u8) -> Option<&'a [u8]> {
        self.next().filter(|element| element.tag == tag).map(|element| element.body)
    }

    /// The next element where it has a tag.
    pub(super) fn optional(&mut self, tag: u8) -> Option<&'a [u8]> {
        let mut ahead = *self;
        let body = ahead.take(tag)?;
        *self = ahead;
        Some(body)
    }

    /// `None` where something is left.
    pub(super) fn end(self) -> Option<()> {
        self.is_empty().then_some(())
    }
}

/// The body of the one element that bytes hold.
pub(super) fn only(bytes: &[u8], tag: u8) -> Option<&[u8]> {
    let mut reader = Reader::new(bytes);
    let body = reader.take(tag)?;
    reader.end()?;
    Some(body)
}

/// A truth value: one byte, of two that there are.
pub(super) fn boolean(body: &[u8]) -> Option<bool> {
    match body {
        [0] => Some(false),
        [0xff] => Some(true),
        _ => None,
    }
}

/// A number in its shortest form that is not negative, without the zero that its sign may need; nothing for zero.
pub(super) fn natural(body: &[u8]) -> Option<&[u8]> {
    match body {
        [] | [0x80..=0xff, ..] | [0, 0..=0x7f, ..] => None,
        [0, rest @ ..] => Some(rest),
        all => Some(all),
    }
}

/// A small number that is not negative.
pub(super) fn small(body: &[u8]) -> Option<u32> {
    natural(body)?
        .iter()
        .try_fold(0_u32, |number, byte| number.checked_mul(256)?.checked_add(u32::from(*byte)))
}

/// The bytes of a string of bits that has no odd bits.
pub(super) fn octets(body: &[u8]) -> Option<&[u8]> {
    match body {
        [0, octets @ ..] => Some(octets),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_have_one_spelling() {
        let long = [vec![4, 0x81, 0x80], vec![7; 0x80]].concat();
        assert_eq!(only(&long, OCTET_STRING), Some(&[7_u8; 0x80][..]));
        assert_eq!(only(&[4, 1, 9], OCTET_STRING), Some(&[9_u8][..]));
        let wrong: [&[u8]; 9] = [
            &[],
            &[4],
            &[4, 2, 9],
            &[4, 1, 9, 9],
            &[4, 0x80],
            &[4, 0x81, 1, 9],
            &[4, 0x82, 0, 1, 9],
            &[0x1f, 1, 9],
            &[4, 0x85, 1, 0, 0, 0, 0],
        ];
        for bytes in wrong {
            assert_eq!(only(bytes, OCTET_STRING), None, "{bytes:02x?}");
        }
    }

    #[test]
    fn numbers() {
        assert_eq!(natural(&[0, 0x80]), Some(&[0x80_u8][..]));
        assert_eq!(natural(&[0]), Some(&[][..]));
        assert_eq!((natural(&[0x80]), natural(&[0, 1]), natural(&[])), (None, None, None));
        assert_eq!((small(&[0]), small(&[1, 0]), small(&[1, 0, 0, 0, 0])), (Some(0), Some(256), None));
    }
}
