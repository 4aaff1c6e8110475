//! Text: Unicode normal form, folding, transliteration, tokens.
