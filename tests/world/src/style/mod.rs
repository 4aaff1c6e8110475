//! The styles of host, payer and bank. They share no noise: names, texts, damage and rows are each style's own.

pub mod consultancy_dach;
pub mod hosting_uk;
pub mod saas_us;
pub mod shop_nordic_benelux;

use crate::World;

/// Makes a world of a style: seed, customers.
pub type Maker = fn(u64, usize) -> World;

/// All styles by name.
pub const STYLES: &[(&str, Maker)] = &[
    ("consultancy_dach", consultancy_dach::world),
    ("hosting_uk", hosting_uk::world),
    ("saas_us", saas_us::world),
    ("shop_nordic_benelux", shop_nordic_benelux::world),
];

/// A world of a style, if there is one of that name.
pub fn make(style: &str, seed: u64, customers: usize) -> Option<World> {
    STYLES.iter().find(|row| row.0 == style).map(|row| (row.1)(seed, customers))
}
