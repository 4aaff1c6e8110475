//! Why a walk over JSON ended.

use crate::error::{Code, Error};
use crate::format::reading::Stop;

/// Why a walk ended.
#[derive(Debug)]
pub(crate) enum Broken {
    /// The text ends inside of a value that begins here.
    Truncated(usize),
    /// No JSON from here on.
    Syntax(usize),
    /// A value or a text that begins here is longer than any row's.
    Long(usize),
    /// The input as a whole is refused.
    Refused(Error),
}

impl Broken {
    /// What ended a reading; `end` is that of the text.
    pub(crate) fn stop(self, end: usize) -> Stop {
        let (code, said, at) = match self {
            Broken::Refused(error) => return Stop::Refused(error),
            Broken::Truncated(at) => {
                (Code::FormatTruncated, "the input ends in the middle of what begins here", at)
            }
            Broken::Syntax(at) => {
                (Code::JsonSyntax, "not JSON from here on; what stands before was read", at)
            }
            Broken::Long(at) => (
                Code::FormatTooLarge,
                "a value longer than 256 MiB, a text longer than 16 MiB, or brackets without end; what stands before was read",
                at,
            ),
        };
        // How much follows is not known where the input comes in pieces.
        let end = if code == Code::FormatTruncated { end.max(at) } else { at };
        Stop::Ended(Error::new(code, said).at_bytes(at as u64..end as u64))
    }
}
