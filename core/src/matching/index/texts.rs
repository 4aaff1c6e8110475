//! Ids and numbers, one behind the other.

use crate::error::{Code, Error};

/// A text among others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Text {
    start: u32,
    length: u32,
}

/// Texts that are kept.
#[derive(Clone, Debug, Default)]
pub struct Texts(String);

impl Texts {
    pub fn with_capacity(bytes: usize) -> Self {
        Texts(String::with_capacity(bytes))
    }

    /// Keeps a text.
    ///
    /// # Errors
    /// `matching.too_many` beyond 4 GiB.
    pub fn add(&mut self, text: &str) -> Result<Text, Error> {
        let too_many = |_| Error::new(Code::MatchingTooMany, "ids and numbers of more than 4 GiB");
        let start = u32::try_from(self.0.len()).map_err(too_many)?;
        let length = u32::try_from(text.len()).map_err(too_many)?;
        self.0.push_str(text);
        Ok(Text { start, length })
    }

    /// A text that was kept.
    pub fn get(&self, text: Text) -> &str {
        let start = text.start as usize;
        self.0.get(start..start + text.length as usize).unwrap_or_default()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }
}
