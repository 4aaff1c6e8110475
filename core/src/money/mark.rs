//! The decimal mark, and what a column of amounts says about its own.

/// What parts units from cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Deserialize)]
pub enum DecimalMark {
    /// `1,234.56`
    #[serde(rename = ".")]
    Point,
    /// `1.234,56`
    #[serde(rename = ",")]
    Comma,
}

impl DecimalMark {
    /// The other one.
    pub const fn other(self) -> Self {
        match self {
            DecimalMark::Point => DecimalMark::Comma,
            DecimalMark::Comma => DecimalMark::Point,
        }
    }
}

/// What a column of amounts says about its decimal mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MarkEvidence {
    /// Texts that can only be read with a decimal point.
    pub point: usize,
    /// Texts that can only be read with a decimal comma.
    pub comma: usize,
    /// Texts with two readings, such as `1.234`.
    pub ambiguous: usize,
}

impl MarkEvidence {
    /// The mark, if all that is clear agrees; `None` without evidence or against itself.
    pub fn mark(&self) -> Option<DecimalMark> {
        match (self.point, self.comma) {
            (1.., 0) => Some(DecimalMark::Point),
            (0, 1..) => Some(DecimalMark::Comma),
            _ => None,
        }
    }
}
