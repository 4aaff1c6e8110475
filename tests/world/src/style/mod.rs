//! The styles of host, payer and bank. They share no noise: names, texts, damage and rows are each style's own.

pub mod association_south;
pub mod consultancy_dach;
pub mod hosting_uk;
pub mod real_text;
pub mod saas_us;
pub mod shop_nordic_benelux;

use crate::World;
use crate::more::extend;

/// Makes a world of a style: seed, customers. `None`: what it is made from is not on this machine.
pub type Maker = fn(u64, usize) -> Option<World>;

/// All styles by name, the one that is held out last. Their worlds hold the kinds of `plan::SHARES` and of `more::SHARES`.
pub const STYLES: &[(&str, Maker)] = &[
    ("consultancy_dach", |seed, customers| {
        Some(extend(consultancy_dach::world(seed, customers), &consultancy_dach::more::Banks))
    }),
    ("hosting_uk", |seed, customers| {
        Some(extend(hosting_uk::world(seed, customers), &hosting_uk::more::Banks))
    }),
    ("real_text", |seed, customers| {
        Some(extend(real_text::world(seed, customers)?, &real_text::more::Banks::open()?))
    }),
    ("saas_us", |seed, customers| Some(extend(saas_us::world(seed, customers), &saas_us::more::Banks))),
    ("shop_nordic_benelux", |seed, customers| {
        Some(extend(shop_nordic_benelux::world(seed, customers), &shop_nordic_benelux::more::Banks))
    }),
    ("association_south", |seed, customers| Some(association_south::whole(seed, customers))),
];

/// The style on which nobody tunes: no weight, word list or table is fitted to its worlds or to what the engine gets
/// wrong on them. Who has to look at one of its rows to understand a fault mends the fault on another style.
pub const HELD_OUT: &str = "association_south";

/// A world of a style, if there is one of that name and what it is made from is here.
pub fn make(style: &str, seed: u64, customers: usize) -> Option<World> {
    STYLES.iter().find(|row| row.0 == style).and_then(|row| (row.1)(seed, customers))
}

/// The same with the kinds of `plan::SHARES` alone: every row of it stands in the whole world too.
pub fn first_kinds(style: &str, seed: u64, customers: usize) -> Option<World> {
    Some(match style {
        "association_south" => association_south::world(seed, customers),
        "consultancy_dach" => consultancy_dach::world(seed, customers),
        "hosting_uk" => hosting_uk::world(seed, customers),
        "real_text" => return real_text::world(seed, customers),
        "saas_us" => saas_us::world(seed, customers),
        "shop_nordic_benelux" => shop_nordic_benelux::world(seed, customers),
        _ => return None,
    })
}
