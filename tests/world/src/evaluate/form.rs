//! What the number of an item looks like: zero-padded, short, bare and hexadecimal series are where engines fail.

/// The form of a printed number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Form {
    /// `000123`, `INV0001234`: the last digits begin with a zero.
    ZeroPadded,
    /// `57`, `#1042`, `12/2026`: at most four digits beside a year.
    Short,
    /// `40017`: five digits or more, and nothing else.
    BareInteger,
    /// `3fa9c01b7e`: digits and letters from a to f, mixed.
    Hexadecimal,
    /// All others.
    Other,
}

impl Form {
    /// All, in the order in which they are printed.
    pub const ALL: [Form; 5] =
        [Form::ZeroPadded, Form::Short, Form::BareInteger, Form::Hexadecimal, Form::Other];

    /// The form of a number.
    pub fn of(number: &str) -> Form {
        let runs: Vec<&str> =
            number.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
        let letters = number.chars().any(|c| c.is_ascii_alphabetic());
        let hexadecimal = number.len() >= 6
            && letters
            && !runs.is_empty()
            && number.chars().all(|c| c.is_ascii_hexdigit())
            // `F2600123` is a letter before a number.
            && number[1..].chars().any(|c| c.is_ascii_alphabetic());
        let is_year = |run: &&&str| run.len() == 4 && (run.starts_with("19") || run.starts_with("20"));
        let years = if runs.len() > 1 { runs.iter().filter(is_year).count().min(1) } else { 0 };
        let count = runs.iter().map(|run| run.len()).sum::<usize>() - years * 4;
        match runs.last() {
            _ if hexadecimal => Form::Hexadecimal,
            Some(last) if last.len() > 1 && last.starts_with('0') => Form::ZeroPadded,
            Some(_) if count <= 4 => Form::Short,
            Some(_) if number.chars().all(|c| c.is_ascii_digit()) => Form::BareInteger,
            _ => Form::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        for (number, form) in [
            ("000123", Form::ZeroPadded),
            ("INV0001234", Form::ZeroPadded),
            ("RE-2026-00815", Form::ZeroPadded),
            ("57", Form::Short),
            ("#1042", Form::Short),
            ("12/2026", Form::Short),
            ("2026-17", Form::Short),
            ("2026", Form::Short),
            ("40017", Form::BareInteger),
            ("3fa9c01b7e", Form::Hexadecimal),
            ("F2600123", Form::Other),
            ("FV 12/03/2026", Form::Short),
            ("2026-A-10417", Form::Other),
            ("no digits", Form::Other),
        ] {
            assert_eq!(Form::of(number), form, "{number}");
        }
    }
}
