//! Why a call has no answer: the core's errors, and those of the border itself.

use payymo::Place;
use serde::Serialize;

/// Declares the border's own codes once; numbers are never reused: a retired one stays as a comment.
macro_rules! codes {
    ($($variant:ident = $number:literal, $text:literal, $meaning:literal;)*) => {
        /// What can go wrong at the border, before and after the core: block 9000.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        #[repr(u32)]
        pub enum BorderCode {
            $(#[doc = $meaning] $variant = $number,)*
        }

        impl BorderCode {
            /// All of them, in the order of their numbers.
            pub const ALL: &'static [BorderCode] = &[$(BorderCode::$variant,)*];

            /// The stable text form.
            pub const fn as_str(self) -> &'static str {
                match self { $(BorderCode::$variant => $text,)* }
            }

            /// One sentence: what the code means.
            pub const fn meaning(self) -> &'static str {
                match self { $(BorderCode::$variant => $meaning,)* }
            }
        }
    };
}

codes! {
    Version = 9001, "contract.version", "A request of a version that this library does not speak.";
    Operation = 9002, "contract.operation", "No operation has this name.";
    Syntax = 9003, "contract.syntax", "A request that is not a JSON object.";
    Field = 9004, "contract.field", "A field of a request that is missing or not of its type.";
    Handle = 9005, "contract.handle", "A handle that is not open: it was closed, or never given.";
    Internal = 9006, "contract.internal", "A fault of the library itself, which was caught. Please report it.";
    Argument = 9007, "contract.argument", "An argument of a function that cannot be used, such as a null pointer.";
    Encoding = 9008, "contract.encoding", "Text that is not UTF-8.";
    Callback = 9009, "contract.callback", "A function of the host that the library called has failed.";
    Transport = 9010, "contract.transport", "The library cannot be reached: not found, not allowed, or gone away.";
}

/// A code of the core or of the border.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// The stable text form.
    pub code: &'static str,
    /// Its number; 0 is no error.
    pub number: u32,
    /// One sentence.
    pub meaning: &'static str,
}

/// Every code that a call can answer with, in the order of the numbers.
pub fn codes() -> impl Iterator<Item = Known> {
    let core = payymo::Code::ALL.iter().map(|code| Known {
        code: code.as_str(),
        number: code.number(),
        meaning: code.meaning(),
    });
    let border = BorderCode::ALL.iter().map(|code| Known {
        code: code.as_str(),
        number: *code as u32,
        meaning: code.meaning(),
    });
    core.chain(border)
}

/// Why a call has no answer: code, number, sentence, place. As a document its fields stand side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Fault(Box<Told>);

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Told {
    code: &'static str,
    number: u32,
    message: String,
    #[serde(flatten)]
    place: Place,
}

impl Fault {
    /// A fault of the border: `message` says what was wrong and what would be right, and holds no secret and no data of a
    /// person.
    pub fn new(code: BorderCode, message: impl Into<String>) -> Self {
        let place = Place::default();
        Fault(Box::new(Told { code: code.as_str(), number: code as u32, message: message.into(), place }))
    }

    /// The same with the field of the request, a JSON pointer.
    #[must_use]
    pub fn at_field(mut self, field: impl Into<String>) -> Self {
        self.0.place.field = Some(field.into());
        self
    }

    /// A field of a request that is not as it should be.
    pub(crate) fn field(path: impl Into<String>, right: impl Into<String>) -> Self {
        Fault::new(BorderCode::Field, right).at_field(path)
    }

    /// Of an error of the core about a part of the request, whose field is one of that part.
    pub(crate) fn within(part: impl AsRef<str>) -> impl Fn(payymo::Error) -> Self {
        move |error| placed(error, part.as_ref()).into()
    }

    /// The stable code.
    pub fn code(&self) -> &'static str {
        self.0.code
    }

    /// Its number.
    pub fn number(&self) -> u32 {
        self.0.number
    }

    /// The sentence for a person.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// Where it was; a field of the request is a JSON pointer.
    pub fn place(&self) -> &Place {
        &self.0.place
    }

    /// The fault as a document.
    pub fn to_json(&self) -> Vec<u8> {
        // Texts and numbers only, which JSON always can hold.
        serde_json::to_vec(self).unwrap_or_default()
    }
}

impl core::fmt::Display for Fault {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}: {}", self.0.code, self.0.message)?;
        self.0.place.field.iter().try_for_each(|field| write!(f, ", field {field}"))
    }
}

impl core::error::Error for Fault {}

impl From<payymo::Error> for Fault {
    fn from(error: payymo::Error) -> Self {
        Fault(Box::new(Told {
            code: error.code().as_str(),
            number: error.code().number(),
            message: error.message().to_owned(),
            place: error.place().clone(),
        }))
    }
}

/// The error with the place of its field in the request: `/jwks/keys/3` of `keys/3` of `/jwks`.
pub(crate) fn placed(error: payymo::Error, part: &str) -> payymo::Error {
    let place = match error.place().field.as_deref().unwrap_or_default() {
        "" => part.to_owned(),
        field if field.starts_with('/') => format!("{part}{field}"),
        field => format!("{part}/{field}"),
    };
    if place.is_empty() { error } else { error.at_field(place) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_begin_with_the_request() {
        let error = || payymo::Error::new(payymo::Code::KeyKind, "of another kind");
        let field = |error, part| placed(error, part).place().field.clone();
        assert_eq!(field(error(), ""), None);
        assert_eq!(field(error(), "/jwks").as_deref(), Some("/jwks"));
        assert_eq!(field(error().at_field(""), "/rows/2").as_deref(), Some("/rows/2"));
        assert_eq!(field(error().at_field("keys/3"), "/jwks").as_deref(), Some("/jwks/keys/3"));
        assert_eq!(field(error().at_field("/amount"), "/rows/2").as_deref(), Some("/rows/2/amount"));
    }

    #[test]
    fn numbers_and_texts_are_unique_and_in_order() {
        let all: Vec<Known> = codes().collect();
        assert!(all.windows(2).all(|pair| pair[0].number < pair[1].number));
        let mut texts: Vec<&str> = all.iter().map(|code| code.code).collect();
        texts.sort_unstable();
        texts.dedup();
        assert_eq!(texts.len(), all.len());
    }
}
