// Generated from the table of operations by `cargo run -p payymo-contract --bin generate-bindings`. Do not edit.
export * from './index.js';
