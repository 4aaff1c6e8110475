// What the border costs, beside the library's own time in the same run.
//
//   node --expose-gc bench/border.mjs            100,000 × 100,000 rows
//   node --expose-gc bench/border.mjs 20000
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { callSync, currencyDecimals, ibanCheck, matching, party, reconcileColumnsSync } from '../index.mjs';

const native = createRequire(import.meta.url)('../lib/native.cjs');
const built = (name) => fileURLToPath(new URL(`../../../target/release/${name}`, import.meta.url));
const IBANS = ['DE89370400440532013000', 'GB29 NWBK 6016 1331 9268 19', 'FR1420041010050500013M02606', 'DE88370400440532013000'];
const ROWS = Number(process.argv[2] ?? 100_000);

// Milliseconds that this thread has had a processor: what others do meanwhile does not count.
const onProcessor = () => Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;

// The best of some runs, in milliseconds.
const best = (times, run) => {
  let least = Infinity;
  for (let at = 0; at < times; at += 1) {
    globalThis.gc?.();
    const start = onProcessor();
    run();
    least = Math.min(least, onProcessor() - start);
  }
  return least;
};

const line = (what, value, unit, ratio = '') => console.log(`${what.padEnd(58)} ${value.toFixed(1).padStart(9)} ${unit}  ${ratio}`);

// Nanoseconds of one of many calls.
const each = (count, run) => (best(5, () => { for (let at = 0; at < count; at += 1) run(at); }) * 1e6) / count;

const folder = mkdtempSync(join(tmpdir(), 'payymo-bench-'));
try {
  execFileSync(built('world'), ['--style', 'two_sided', '--rows', String(ROWS), '--missing', '0', '--seed', '1', '--out', folder]);
  const files = ['transactions.json', 'invoices.json'].map((name) => join(folder, name));
  const [paid, owed] = files.map((name) => JSON.parse(readFileSync(name, 'utf8')));

  const pack = (rows, name) => {
    const parts = rows.map((row) => Buffer.from(row[name] ?? ''));
    const offsets = new Uint32Array(rows.length + 1);
    parts.forEach((part, row) => { offsets[row + 1] = offsets[row] + part.length; });
    return { offsets, bytes: Buffer.concat(parts) };
  };
  const days = (rows, name) => Int32Array.from(rows, (row) => Date.parse(row[name]) / 86_400_000);
  const minors = (rows, name) => BigInt64Array.from(rows, (row) => BigInt(row[name].replace('.', '')));
  const texts = (rows, name) => rows.map((row) => row[name]);
  const columns = [
    { id: pack(paid, 'id'), booked_on: days(paid, 'booked_on'), status: pack(paid, 'status'), amount_minor: minors(paid, 'amount'), currency: pack(paid, 'currency'), kind: pack(paid, 'kind'), remittance: pack(paid, 'remittance'), source: pack(paid, 'source') },
    { id: pack(owed, 'id'), kind: pack(owed, 'kind'), issued_on: days(owed, 'issued_on'), total_minor: minors(owed, 'total'), open_minor: minors(owed, 'open'), currency: pack(owed, 'currency'), state: pack(owed, 'state'), description: pack(owed, 'description') },
  ];
  const lists = [
    { ...columns[0], id: texts(paid, 'id'), status: texts(paid, 'status'), currency: texts(paid, 'currency'), kind: texts(paid, 'kind'), remittance: texts(paid, 'remittance'), source: texts(paid, 'source') },
    { ...columns[1], id: texts(owed, 'id'), kind: texts(owed, 'kind'), currency: texts(owed, 'currency'), state: texts(owed, 'state'), description: texts(owed, 'description') },
  ];
  const request = Buffer.from(JSON.stringify({ transactions: paid, invoices: owed }));

  // The library's own time before and after: caches are shared.
  const core = () => JSON.parse(execFileSync(built('examples/core-times'), files).toString());
  const before = core();
  const integer = each(2_000_000, () => native.contract());
  const decimals = each(1_000_000, () => currencyDecimals('EUR'));
  const iban = each(1_000_000, (at) => ibanCheck(IBANS[at & 3]));
  const document = each(50_000, (at) => party.iban(IBANS[at & 3]));
  const columnar = best(3, () => reconcileColumnsSync(...columns));
  const listed = best(3, () => reconcileColumnsSync(...lists));
  const bytes = best(3, () => callSync('matching.reconcile', request));
  const objects = best(2, () => matching.reconcileSync(paid, owed));
  const after = core();
  const whole = Math.min(before.reconcile_ms, after.reconcile_ms);
  const bare = Math.min(before.iban_ns, after.iban_ns);

  line('a call that answers an integer', integer, 'ns', '(to stay below 100)');
  line('currencyDecimals, with a text', decimals, 'ns');
  line('ibanCheck', iban, 'ns');
  line('  of this the library itself', bare, 'ns');
  line('  and the border', iban - bare, 'ns', '(to stay below 400)');
  line('party.iban, with documents', document, 'ns');
  console.log(`${before.transactions} × ${before.invoices} rows:`);
  const ratio = (time) => `${(time / whole).toFixed(2)} ×`;
  line('  the Rust call', whole, 'ms');
  line('  columns: typed arrays and packed texts', columnar, 'ms', `${ratio(columnar)} (to stay below 1.5)`);
  line('  columns: lists of texts', listed, 'ms', ratio(listed));
  line('  documents: bytes in, bytes out', bytes, 'ms', `${ratio(bytes)} (to stay below 3)`);
  line('  objects in, objects out', objects, 'ms', ratio(objects));
} finally {
  rmSync(folder, { recursive: true });
}
