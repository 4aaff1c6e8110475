//! The shapes that cross the border, as data: what the languages' types are written from, and what requests are checked by.

pub mod check;
pub mod learning;
pub mod options;
pub mod result;
pub mod rows;
pub mod trust;
pub mod values;
pub mod words;

/// A type of a field.
#[derive(Clone, Copy)]
pub enum Type {
    /// Text.
    Text,
    /// Text that is a secret: languages leave it out of what they print of a record, and PHP out of the traces of exceptions.
    Secret,
    /// Any value of JSON.
    Json,
    /// `true` or `false`.
    Truth,
    /// A whole number from 0 to a bound.
    Count(u64),
    /// A whole number.
    Whole,
    /// A number that is no money: a probability, bits.
    Number,
    /// A decimal number as text; in a request its digits may stand as a JSON number too.
    Decimal,
    /// A code of ISO 4217.
    Currency,
    /// A date of ISO 8601.
    Date,
    /// Bytes: in JSON a text that they are the UTF-8 of, or `{"base64": "…"}`; in an answer base64.
    Bytes,
    /// A word of a list.
    Word(&'static Words),
    /// An object.
    Of(&'static Record),
    /// A list.
    List(&'static Type),
    /// An object of any names with values of one type.
    Map(&'static Type),
    /// One of several types (a column by its header or by its number).
    Either(&'static [Type]),
    /// A row that the core reads itself, with an error of its own if it cannot be read.
    Row(&'static Record),
}

/// An object's fields.
pub struct Record {
    /// Its name in the languages: `Transaction`.
    pub name: &'static str,
    /// What it is.
    pub doc: &'static str,
    /// In the order of the documents.
    pub fields: &'static [Field],
}

/// A field of an object.
#[derive(Clone, Copy)]
pub struct Field {
    /// Its name in the documents.
    pub name: &'static str,
    /// Its type.
    pub kind: Type,
    /// Whether it is always there.
    pub required: bool,
    /// What it says, its unit, its default.
    pub doc: &'static str,
}

/// The words that a field may hold. Words are added in later versions.
pub struct Words {
    /// The name of the list in the languages: `MatchKind`.
    pub name: &'static str,
    /// What it is.
    pub doc: &'static str,
    /// Word and meaning. C and columns know words by their place: new ones come at the end.
    pub list: fn() -> Vec<(&'static str, &'static str)>,
}

/// A field that is always there.
pub const fn must(name: &'static str, kind: Type, doc: &'static str) -> Field {
    Field { name, kind, required: true, doc }
}

/// A field that may be left out.
pub const fn may(name: &'static str, kind: Type, doc: &'static str) -> Field {
    Field { name, kind, required: false, doc }
}

/// A list of texts.
pub const TEXTS: Type = Type::List(&Type::Text);
/// Text to text.
pub const TEXT_MAP: Type = Type::Map(&Type::Text);
/// A whole number of 32 bits.
pub const COUNT: Type = Type::Count(u32::MAX as u64);
/// A time: seconds since 1970.
pub const TIME: Type = Type::Count(payymo::time::LATEST.unsigned_abs());
/// A whole number of 64 bits.
pub const COUNT_64: Type = Type::Count(u64::MAX);
