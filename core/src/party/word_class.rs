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

const TITLES: &[&[u8]] = &[
    b"mr", b"mrs", b"ms", b"miss", b"herr", b"herrn", b"frau", b"mme", b"mlle", b"dr", b"prof", b"dhr",
    b"mevr",
];

const LEADING_TITLES: &[&[u8]] = &[
    b"mx",
    b"sir",
    b"dame",
    b"lady",
    b"lord",
    b"rev",
    b"fraulein",
    b"fam",
    b"familie",
    b"family",
    b"eheleute",
    b"dipl",
    b"ing",
    b"mag",
    b"msc",
    b"bsc",
    b"monsieur",
    b"madame",
    b"mademoiselle",
    b"mm",
    b"maitre",
    b"sig",
    b"sigra",
    b"signor",
    b"signora",
    b"dott",
    b"dottssa",
    b"ssa",
    b"avv",
    b"geom",
    b"sr",
    b"sra",
    b"srta",
    b"senor",
    b"senora",
    b"dona",
    b"dna",
    b"mw",
    b"mevrouw",
    b"heer",
    b"hr",
    b"fru",
    b"pan",
    b"pani",
    b"mgr",
    b"inz",
    b"mudr",
    b"judr",
    b"bc",
    b"rndr",
    b"dra",
    b"phd",
    b"gospodin",
    b"gospozha",
];

const TRADES: &[&[u8]] = &[
    b"group",
    b"gruppe",
    b"groupe",
    b"holding",
    b"holdings",
    b"services",
    b"service",
    b"solutions",
    b"consulting",
    b"technologies",
    b"technology",
    b"systems",
    b"software",
    b"hosting",
    b"media",
    b"digital",
    b"studio",
    b"studios",
    b"bank",
    b"university",
    b"universitat",
    b"universite",
    b"school",
    b"hotel",
    b"restaurant",
    b"cafe",
    b"verein",
    b"verband",
    b"stadt",
    b"gemeinde",
    b"council",
    b"trust",
    b"foundation",
    b"fondation",
    b"association",
    b"agency",
    b"agentur",
    b"agence",
    b"trading",
    b"international",
    b"industries",
    b"logistics",
    b"transport",
    b"immobilien",
    b"properties",
    b"partners",
    b"ventures",
    b"labs",
    b"design",
    b"marketing",
    b"shop",
    b"store",
    b"club",
    b"church",
];

const CONNECTORS: &[&[u8]] =
    &[b"and", b"und", b"oder", b"or", b"et", b"ou", b"og", b"och", b"en", b"of", b"y", b"e", b"i", b"u"];

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
            for word in words {
                let word = core::str::from_utf8(word).unwrap();
                assert_eq!(fold(word), word);
                assert!(Class::of(Packed::of(word.as_bytes())).is(class), "{word}");
            }
        }
        assert_eq!(Class::of(Packed::of(b"smith")), Class::default());
        assert_eq!(Class::of(Packed::of(b"a word that is far too long")), Class::default());
    }
}
