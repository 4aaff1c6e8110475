//! Objects of Stripe as serde reads them.

/// Writes an object of which nothing must be there, and whose fields all borrow from the input.
macro_rules! wire {
    ($(#[$about:meta])* $name:ident { $($(#[$more:meta])* $field:ident: $form:ident,)* }) => {
        $(#[$about])*
        #[derive(Deserialize, Default)]
        #[serde(default)]
        pub(super) struct $name<'a> {
            $(#[serde(borrow)] $(#[$more])* pub(super) $field: $form<'a>,)*
        }
    };
}
pub(super) use wire;
