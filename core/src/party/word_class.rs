//! Words of a name that are no part of it, and words that only companies bear.

use crate::text::packed::{Packed, Table};

/// What a word is known as: any of the kinds below, or none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u16);

impl Class {
    /// A title wherever it stands: `SMITH J MR`.
    pub const TITLE: Class = Class(1);
    /// A title in front; elsewhere a name or word.
    pub const LEADING_TITLE: Class = Class(2);
    /// A word that people do not bear.
    pub const TRADE: Class = Class(4);
    /// Joins two names, and is no part of either.
    pub const CONNECTOR: Class = Class(8);

    /// Of a folded word.
    pub fn of(word: Packed) -> Self {
        Class(WORDS.get(word))
    }

    /// Whether it is of any of these kinds.
    pub fn is(self, kinds: Class) -> bool {
        self.0 & kinds.0 != 0
    }

    /// With these kinds too.
    pub const fn or(self, kinds: Class) -> Self {
        Class(self.0 | kinds.0)
    }
}

const TITLES: &str = "mr mrs ms miss herr herrn frau mme mlle dr prof dhr mevr";

const LEADING_TITLES: &str = "mx sir dame lady lord rev fraulein fam familie family eheleute dipl ing mag msc bsc monsieur madame mademoiselle \
    mm maitre sig sigra signor signora dott dottssa ssa avv geom sr sra srta senor senora dona dna mw mevrouw heer \
    hr fru pan pani mgr inz mudr judr bc rndr dra phd gospodin gospozha";

/// Words that people do not bear.
pub(super) const TRADES: &str = "group gruppe groupe holding holdings services service solutions consulting technologies technology systems \
    software hosting media digital studio studios bank university universitat universite school hotel restaurant \
    cafe verein verband stadt gemeinde council trust foundation fondation association agency agentur agence trading \
    international industries logistics transport immobilien properties partners ventures labs design marketing shop \
    store club church";

const CONNECTORS: &str = "and und oder or et ou og och en of y e i u";

static WORDS: Table<512> = {
    let table =
        Table::new().with_all(TITLES, Class::TITLE.0).with_all(LEADING_TITLES, Class::LEADING_TITLE.0);
    table.with_all(TRADES, Class::TRADE.0).with_all(CONNECTORS, Class::CONNECTOR.0)
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn all_words_are_folded_and_found() {
        for (words, class) in [
            (TITLES, Class::TITLE),
            (LEADING_TITLES, Class::LEADING_TITLE),
            (TRADES, Class::TRADE),
            (CONNECTORS, Class::CONNECTOR),
        ] {
            for word in words.split(' ') {
                assert_eq!(fold(word), word);
                assert!(Class::of(Packed::of(word.as_bytes())).is(class), "{word}");
            }
        }
        assert_eq!(Class::of(Packed::of(b"smith")), Class::default());
        assert_eq!(Class::of(Packed::of(b"a word that is far too long")), Class::default());
    }
}
