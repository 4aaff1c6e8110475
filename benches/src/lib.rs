//! Baselines that the benches measure against.
