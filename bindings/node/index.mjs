// Generated from the table of operations by `cargo run -p payymo-contract --bin generate-bindings`. Do not edit.
import payymo from './lib/index.cjs';

export const {
  Matcher,
  PayymoError,
  call,
  callSync,
  codes,
  currencyDecimals,
  format,
  ibanCheck,
  library,
  linking,
  matching,
  memory,
  money,
  party,
  reference,
  text,
  toDocument,
} = payymo;
