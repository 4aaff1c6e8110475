// Generated from the table of operations by `cargo run -p payymo-contract --bin generate-bindings`. Do not edit.
import payymo from './lib/index.cjs';

export const {
  Matcher,
  NO_ROW,
  PayymoError,
  Stream,
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
  readStream,
  reconcileColumns,
  reconcileColumnsSync,
  reference,
  referenceCheck,
  text,
  toDocument,
} = payymo;
