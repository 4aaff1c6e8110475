//! The sections of a file, by their headers.

/// What the records of a section are.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Section {
    /// Movements of a bank account, of cash, or of another asset or liability; what a file without a header holds.
    #[default]
    Bank,
    Card,
    Investment,
    /// Accounts by name.
    Accounts,
    /// Categories, securities, prices, and what else a program keeps.
    List,
}

impl Section {
    /// The section behind a header, given without its mark.
    pub(super) fn after(self, header: &str) -> Self {
        let header = header.to_ascii_lowercase();
        if header.starts_with("option:") || header.starts_with("clear:") {
            return self;
        }
        if header.starts_with("account") {
            return Section::Accounts;
        }
        match header.strip_prefix("type:").map(str::trim) {
            Some("bank" | "cash" | "oth a" | "oth l") => Section::Bank,
            Some("ccard") => Section::Card,
            Some("invst" | "port") => Section::Investment,
            _ => Section::List,
        }
    }

    /// Whether its records move money.
    pub(super) fn has_money(self) -> bool {
        matches!(self, Section::Bank | Section::Card | Section::Investment)
    }

    /// Whether a header begins a section of its own.
    pub(super) fn begins(header: &str) -> bool {
        let header = header.to_ascii_lowercase();
        header.starts_with("type:") || header.starts_with("account")
    }
}
