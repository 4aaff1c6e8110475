//! Colours and width of the terminal.

use std::io::IsTerminal;

/// Colours, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    on: bool,
}

impl Style {
    /// Coloured when standard output is a terminal that can, and NO_COLOR (no-color.org) is unset or empty.
    pub fn of_stdout() -> Self {
        let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|value| value == "dumb");
        Style { on: std::io::stdout().is_terminal() && !refused && !dumb }
    }

    /// Without colours.
    #[cfg(test)]
    pub fn plain() -> Self {
        Style { on: false }
    }

    /// With colours.
    #[cfg(test)]
    pub fn coloured() -> Self {
        Style { on: true }
    }

    /// Headings and numbers that matter.
    pub fn bold(self, text: &str) -> String {
        self.wrap("1", text)
    }

    /// What stands beneath.
    pub fn dim(self, text: &str) -> String {
        self.wrap("2", text)
    }

    /// Settled.
    pub fn green(self, text: &str) -> String {
        self.wrap("32", text)
    }

    /// Waits.
    pub fn yellow(self, text: &str) -> String {
        self.wrap("33", text)
    }

    /// Wrong.
    pub fn red(self, text: &str) -> String {
        self.wrap("31", text)
    }

    fn wrap(self, code: &str, text: &str) -> String {
        if self.on && !text.is_empty() { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

/// Columns of the terminal; 100 when standard output is none. Between 60 and 180, where the table reads well.
pub fn width() -> usize {
    let columns = std::io::stdout().is_terminal().then(terminal_size::terminal_size).flatten();
    columns.map_or(100, |(width, _)| usize::from(width.0).clamp(60, 180))
}
