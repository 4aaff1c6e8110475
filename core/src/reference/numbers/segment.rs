//! A run of digits or of letters in a text.
#![allow(clippy::indexing_slicing)] // a kernel: a segment lies in the text that it was cut from

use crate::reference::announces::Announces;

/// What a run of digits in a text most likely is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mask {
    /// Anything; an invoice's number perhaps.
    Free,
    /// A date or a time.
    Date,
    /// A year, unless it is a part of something longer.
    Year,
    /// A phone number.
    Phone,
    /// An IBAN or the tail of a card.
    Account,
    /// An amount of money.
    Money,
    /// The postcode of an address.
    Postcode,
}

/// A run of only digits or only letters in the text.
#[derive(Clone, Copy, Debug)]
pub struct Segment {
    pub(super) start: u32,
    pub(super) end: u32,
    /// Number of the alphanumeric run that it stands in.
    pub(super) run: u32,
    pub(super) digits: bool,
    pub(super) mask: Mask,
    /// A number may begin here, or end here: not inside a run that changes between letters and digits so often that
    /// its parts mean nothing.
    pub(super) may_begin: bool,
    pub(super) may_end: bool,
    /// It may continue the number before it.
    pub(super) continues: bool,
    /// Digits stand here or follow, near enough for one number.
    pub(super) leads: bool,
}

impl Segment {
    pub(super) fn new(start: usize, end: usize, run: u32, digits: bool) -> Self {
        Segment {
            start: start as u32,
            end: end as u32,
            run,
            digits,
            mask: Mask::Free,
            may_begin: true,
            may_end: true,
            continues: false,
            leads: false,
        }
    }

    pub(super) fn length(&self) -> usize {
        (self.end - self.start) as usize
    }

    pub(super) fn text<'a>(&self, text: &'a [u8]) -> &'a [u8] {
        &text[self.start as usize..self.end as usize]
    }

    /// Whether it is a word that announces a number of this kind.
    pub(super) fn announces(&self, text: &[u8], kind: Announces) -> bool {
        !self.digits && self.what(text).is(kind)
    }

    /// What it announces, if it is a word.
    pub(super) fn what(&self, text: &[u8]) -> Announces {
        Announces::of(text, self.start as usize, self.end as usize)
    }

    /// Whether it is made of digits.
    pub fn is_digits(&self) -> bool {
        self.digits
    }

    /// What it most likely is.
    pub fn mask(&self) -> Mask {
        self.mask
    }
}
