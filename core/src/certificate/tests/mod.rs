//! What certificates must not get past.

mod bundles;
mod chains;
mod forge;
mod lists;
mod mutated;
mod pins;
mod rotation;
