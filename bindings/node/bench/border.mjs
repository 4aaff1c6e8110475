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
  // The library's own time before and after: caches are shared.
  const core = () => JSON.parse(execFileSync(built('border'), [folder, String(ROWS)]).toString());
  const before = core();
  const IBANS = before.ibans;
  const request = readFileSync(join(folder, 'rows.json'));
  const { transactions: paid, invoices: owed, options } = JSON.parse(request);

  const pack = (texts) => {
    const parts = texts.map((text) => Buffer.from(text ?? ''));
    const offsets = new Uint32Array(texts.length + 1);
    parts.forEach((part, row) => { offsets[row + 1] = offsets[row] + part.length; });
    return { offsets, bytes: Buffer.concat(parts) };
  };
  const day = (text) => (text === undefined ? -(2 ** 31) : Date.parse(text) / 86_400_000);
  const minor = (text) => (text === undefined ? -(2n ** 63n) : BigInt(text.replace('.', '')));
  const MONEY = ['amount', 'total', 'open'];
  // Columns as a host has them: members of objects under dotted names, texts packed or as a list of strings.
  const columnsOf = (rows, texts) => {
    const flat = (row) => Object.entries(row).flatMap(([name, value]) => (name === 'customer' || name === 'counterparty'
      ? Object.entries(value).map(([member, inner]) => [`${name}.${member}`, inner])
      : [[name, value]]));
    const cells = new Map();
    rows.forEach((row, at) => {
      for (const [name, value] of flat(row)) {
        if (!cells.has(name)) cells.set(name, new Array(rows.length).fill(undefined));
        cells.get(name)[at] = value;
      }
    });
    const columns = {};
    for (const [name, values] of cells) {
      if (MONEY.includes(name)) columns[`${name}_minor`] = BigInt64Array.from(values, minor);
      else if (name.endsWith('_on')) columns[name] = Int32Array.from(values, day);
      else columns[name] = values.every((value) => value === undefined || typeof value === 'string') ? texts(values) : values;
    }
    return columns;
  };
  const columns = [columnsOf(paid, pack), columnsOf(owed, pack)];
  const lists = [columnsOf(paid, (texts) => texts), columnsOf(owed, (texts) => texts)];
  const integer = each(2_000_000, () => native.contract());
  const decimals = each(1_000_000, () => currencyDecimals('EUR'));
  const iban = each(1_000_000, (at) => ibanCheck(IBANS[at & 3]));
  const document = each(50_000, (at) => party.iban(IBANS[at & 3]));
  const columnar = best(3, () => reconcileColumnsSync(...columns, { options }));
  const listed = best(3, () => reconcileColumnsSync(...lists, { options }));
  const bytes = best(3, () => callSync('matching.reconcile', request));
  const objects = best(2, () => matching.reconcileSync(paid, owed, { options }));
  const after = core();
  const whole = Math.min(before.reconcile_ns, after.reconcile_ns) / 1e6;
  const bare = Math.min(before.iban_ns, after.iban_ns);

  line('a call that answers an integer', integer, 'ns', '(to stay below 100)');
  line('currencyDecimals, with a text', decimals, 'ns');
  line('ibanCheck', iban, 'ns');
  line('  of this the library itself', bare, 'ns');
  line('  and the border', iban - bare, 'ns', '(to stay below 400)');
  line('party.iban, with documents', document, 'ns');
  console.log(`${before.rows} × ${before.rows} rows:`);
  const ratio = (time) => `${(time / whole).toFixed(2)} ×`;
  line('  the Rust call', whole, 'ms');
  line('  columns: typed arrays and packed texts', columnar, 'ms', `${ratio(columnar)} (to stay below 1.5)`);
  line('  columns: lists of texts', listed, 'ms', ratio(listed));
  line('  documents: bytes in, bytes out', bytes, 'ms', `${ratio(bytes)} (to stay below 3)`);
  line('  objects in, objects out', objects, 'ms', ratio(objects));
} finally {
  rmSync(folder, { recursive: true });
}
