//! Messages of providers, and what is refused of them.

mod attacks;
mod properties;
mod providers;
mod schemes;
mod sent;
mod spellings;
