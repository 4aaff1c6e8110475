//! The styles of host, payer and bank. They share no noise: names, texts, damage and rows are each style's own.

pub mod consultancy_dach;
pub mod hosting_uk;
pub mod real_text;
pub mod saas_us;
pub mod shop_nordic_benelux;

use crate::World;

/// Makes a world of a style: seed, customers. `None`: what it is made from is not on this machine.
pub type Maker = fn(u64, usize) -> Option<World>;

/// All styles by name.
pub const STYLES: &[(&str, Maker)] = &[
    ("consultancy_dach", |seed, customers| Some(consultancy_dach::world(seed, customers))),
    ("hosting_uk", |seed, customers| Some(hosting_uk::world(seed, customers))),
    ("real_text", real_text::world),
    ("saas_us", |seed, customers| Some(saas_us::world(seed, customers))),
    ("shop_nordic_benelux", |seed, customers| Some(shop_nordic_benelux::world(seed, customers))),
];

/// A world of a style, if there is one of that name and what it is made from is here.
pub fn make(style: &str, seed: u64, customers: usize) -> Option<World> {
    STYLES.iter().find(|row| row.0 == style).and_then(|row| (row.1)(seed, customers))
}
