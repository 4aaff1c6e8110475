//! What an operation is: a name, what it takes and gives, what can go wrong, and the function that does it.

use crate::call::Call;
use crate::fault::Fault;
use crate::handle::{Authorities, Handle, Issuer, Reading, Verifier};
use crate::schema::{Field, Type};
use payymo::matching::Matcher;
use payymo::token::SigningKey;
use payymo::token::session::Revocations;
use std::sync::RwLock;

/// An operation of the library.
pub struct Operation {
    /// `area.verb`.
    pub name: &'static str,
    /// What it does.
    pub doc: &'static str,
    /// Fields of its request, beside those that all have ([`COMMON`](crate::COMMON)).
    pub request: &'static [Field],
    /// What it answers.
    pub answer: Answer,
    /// Codes that it can answer with, beside those of a wrong request.
    pub errors: &'static [&'static str],
    /// What it is done on.
    pub run: Run,
}

/// What an operation answers.
#[derive(Clone, Copy)]
pub enum Answer {
    /// A value.
    One(Type),
    /// A value, or `null`.
    Maybe(Type),
    /// `null`.
    Nothing,
}

/// A JSON document.
pub type Document = Vec<u8>;

/// What lives on between calls, and the answer to the host that made it.
pub type Opened = (Handle, Document);

/// What an operation is done on.
#[derive(Clone, Copy)]
pub enum Run {
    /// Nothing: it is a function.
    Function(fn(&mut Call<'_>) -> Result<Document, Fault>),
    /// It makes a handle: what its area is named after.
    Open(fn(&mut Call<'_>) -> Result<Opened, Fault>),
    /// A matcher.
    Matcher(fn(&mut Matcher, &mut Call<'_>) -> Result<Document, Fault>),
    /// A stream.
    Stream(fn(&mut Reading, &mut Call<'_>) -> Result<Document, Fault>),
    /// What was taken back.
    Revocations(fn(&RwLock<Revocations>, &mut Call<'_>) -> Result<Document, Fault>),
    /// A verifier of tokens.
    Verifier(fn(&Verifier, &mut Call<'_>) -> Result<Document, Fault>),
    /// A key that signs.
    Signer(fn(&SigningKey, &mut Call<'_>) -> Result<Document, Fault>),
    /// An issuer of sessions.
    Sessions(fn(&Issuer, &mut Call<'_>) -> Result<Document, Fault>),
    /// Authorities.
    Anchors(fn(&Authorities, &mut Call<'_>) -> Result<Document, Fault>),
}

impl Run {
    /// Whether it is done on a handle.
    pub fn on_handle(self) -> bool {
        !matches!(self, Run::Function(_) | Run::Open(_))
    }

    /// Whether it is done on a handle that many threads may call at once.
    pub fn on_steady(self) -> bool {
        self.on_handle() && !matches!(self, Run::Matcher(_) | Run::Stream(_))
    }
}

impl Operation {
    /// `reference` of `reference.validate`.
    pub fn area(&self) -> &'static str {
        self.name.split_once('.').map_or("", |(area, _)| area)
    }

    /// Whether it tells its host how far it has come: one that can be stopped does.
    pub fn tells(&self) -> bool {
        self.errors.contains(&payymo::Code::MatchingCancelled.as_str())
    }

    /// `validate` of `reference.validate`.
    pub fn verb(&self) -> &'static str {
        self.name.split_once('.').map_or(self.name, |(_, verb)| verb)
    }
}
