// Values that are odd in ways that only JavaScript has: read once, taken or refused by name, and never an end of the process.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import test from 'node:test';
import { Worker } from 'node:worker_threads';
import * as payymo from '../index.mjs';
import { invoice, rejected, thrown, transaction } from './support.mjs';

const { PayymoError, callSync, matching, reconcileColumnsSync, toDocument } = payymo;

const reconcile = (row, options) => matching.reconcileSync([transaction(), transaction({ id: 't2' }), row], [invoice()], options);
const refused = (run, code, field) => {
  const error = thrown(run);
  assert.ok(error instanceof PayymoError, `${error.stack}`);
  assert.deepEqual([error.code, error.place.field], [code, field]);
};
const deep = (wrap) => {
  let value = 'x';
  for (let level = 0; level < 100_000; level += 1) value = wrap(value);
  return value;
};
const circle = () => {
  const value = {};
  value.name = value;
  return value;
};

test('calls in the progress of calls end', () => {
  let depth = 0;
  const onProgress = () => {
    depth += 1;
    matching.reconcileSync([transaction()], [invoice()], { onProgress });
  };
  const error = thrown(onProgress);
  assert.deepEqual([error instanceof PayymoError, error.code, depth], [true, 'contract.callback', 9]);
  // It works as before.
  assert.equal(matching.reconcileSync([transaction()], [invoice()], { onProgress() {} }).matches.length, 1);
});

// In processes and workers of their own: what is asked is that they end as they should.
const END = `
const { matching, reconcileColumnsSync } = require(${JSON.stringify(new URL('../lib/index.cjs', import.meta.url).pathname)});
const [paid, owed] = [[${JSON.stringify(transaction())}], [${JSON.stringify(invoice())}]];
let ended = 0;
const fall = () => {
  try { fall(); } catch {}
  try {
    matching.reconcileSync(paid, owed, { onProgress() {} });
    reconcileColumnsSync({ id: ['a'] }, { id: ['b'] }, { onProgress() {} });
  } catch (error) {
    ended += 1;
    throw error;
  }
};
try { fall(); } catch {}
matching.reconcileSync(paid, owed, { onProgress() {} });
`;

test('calls at the end of the stack', async () => {
  const { status, signal, stderr } = spawnSync(process.execPath, ['--stack-size=400', '-e', END], { encoding: 'utf8' });
  assert.deepEqual([status, signal, stderr], [0, null, '']);
  const worker = new Worker(END, { eval: true });
  assert.equal(await new Promise((ended, failed) => worker.on('exit', ended).on('error', failed)), 0);
});

test('what is nested without end, or in itself', () => {
  for (const odd of [deep((a) => ({ a })), deep((a) => [a]), circle(), 5n, Symbol('x'), () => 1]) {
    // In a field that nobody knows.
    assert.equal(reconcile(transaction({ id: 't3', tenant: odd })).summary.transactions, 3);
    const row = { id: ['a'], booked_on: ['2026-03-04'], amount: ['112.00'], currency: 'EUR' };
    const columns = (more) => reconcileColumnsSync({ ...row, ...more }, {});
    assert.equal(columns({ counterparty: [{ name: 'A', tenant: odd }] }).summary.transactions, 1);
    // In one that is known it costs the row, or the call where JSON has nothing for it.
    if (typeof odd !== 'object') continue;
    const fields = ['metadata', 'references', 'counterparty', 'remittance', 'amount', 'id'];
    for (const field of fields) assert.ok(reconcile(transaction({ [field]: odd })).errors.length <= 1);
    assert.equal(columns({ counterparty: [odd] }).summary.transactions, Array.isArray(odd) || odd.name ? 0 : 1);
    refused(() => columns({ remittance: [odd] }), 'contract.field', '/transactions/remittance/0');
    refused(() => payymo.text.fold(odd), 'contract.field', '/text');
    refused(() => matching.reconcileSync([], [], { options: odd }), 'contract.field', Array.isArray(odd) ? '/options' : `/options/${Object.keys(odd)[0]}`);
  }
  for (const tenant of [5n, circle()]) {
    const { errors } = reconcile(transaction({ id: 't3', tenant }), { strict: true });
    assert.deepEqual(errors.map(({ code, field }) => [code, field]), [['input.bad_field', '/transactions/2/tenant']]);
  }
  refused(() => reconcile(transaction({ remittance: 5n })), 'contract.field', '/transactions/2/remittance');
  refused(() => reconcile(transaction({ amount: 0.5 })), 'input.float_money', '/transactions/2/amount');
});

test('numbers where text belongs', () => {
  for (const number of [5.5, 1e30, -0.1, 2 ** 53, NaN]) {
    refused(() => reconcile(transaction({ id: number })), 'contract.field', '/transactions/2/id');
    refused(() => reconcile(transaction({ metadata: { rate: number } })), 'contract.field', '/transactions/2/metadata/rate');
    refused(() => matching.reconcileSync([], [invoice({ number })]), 'contract.field', '/invoices/0/number');
    refused(() => reconcileColumnsSync({ id: ['a', number] }, {}), 'contract.field', '/transactions/id/1');
  }
  assert.equal(reconcile(transaction({ id: 7 })).summary.transactions, 3);
  refused(() => reconcileColumnsSync({ id: ['a', true] }, {}), 'contract.field', '/transactions/id/1');
});

test('what answers differently the second time is asked once', () => {
  const wanted = toDocument(matching.reconcileSync([transaction()], [invoice()]));
  const money = () => {
    let asked = 0;
    return () => (asked++ === 0 ? '112.00' : 112.5);
  };
  const getter = (next) => Object.defineProperty(transaction(), 'amount', { get: next, enumerable: true });
  const proxy = (next) => new Proxy(transaction(), { get: (row, key) => (key === 'amount' ? next() : row[key]) });
  const itself = (next) => transaction({ amount: { toJSON: next } });
  const row = (next) => ({ toJSON: () => transaction({ amount: next() }) });
  for (const make of [getter, proxy, itself, row]) {
    assert.ok(toDocument(matching.reconcileSync([make(money())], [invoice()])).equals(wanted));
  }
  const rows = Object.defineProperty([], 0, { get: () => transaction({ amount: next() }), enumerable: true });
  const next = money();
  assert.ok(toDocument(matching.reconcileSync(rows, [invoice()])).equals(wanted));
  // What an object says of itself is not asked again.
  const again = { toJSON: () => again };
  assert.equal(reconcile(transaction({ amount: again })).errors[0].code, 'input.bad_field');
  const said = { toJSON: () => ({ toJSON: () => 112.5 }) };
  assert.equal(reconcile(transaction({ amount: said })).errors[0].code, 'input.bad_field');
  const list = Object.assign([transaction()], { toJSON: () => [transaction({ amount: 112.5 })] });
  refused(() => matching.reconcileSync(list, []), 'input.float_money', '/transactions/0/amount');
  const cells = Object.defineProperty([], 0, { get: money(), enumerable: true });
  const columns = { id: ['t1'], booked_on: ['2026-03-04'], amount: cells, currency: 'EUR' };
  assert.equal(reconcileColumnsSync(columns, {}).summary.transactions, 1);
});

test('lists with holes, and lists longer than memory', () => {
  refused(() => matching.reconcileSync([transaction(), , transaction()], []), 'contract.field', '/transactions/1');
  refused(() => reconcileColumnsSync({ id: ['a', , 'b'] }, {}), 'contract.field', '/transactions/id/1');
  for (const start of [0, 3]) {
    const long = Array.from({ length: start }, (_, at) => transaction({ id: `t${at}` }));
    long.length = 2 ** 32 - 1;
    refused(() => matching.reconcileSync(long, []), 'contract.field', `/transactions/${start}`);
    refused(() => matching.reconcileSync([transaction({ references: long })], []), 'contract.field', `/transactions/0/references/${start}`);
    const ids = long.slice(0, start).map(({ id }) => id);
    ids.length = 2 ** 32 - 1;
    refused(() => reconcileColumnsSync({ id: ids }, {}), 'contract.field', `/transactions/id/${start}`);
  }
  // Nothing that somebody says is nothing.
  assert.equal(matching.reconcileSync([undefined, null], []).errors.length, 2);
  refused(() => callSync('format.read', '{"content": {"blob": 1}}', { blobs: [, Buffer.from('x')] }), 'contract.argument', undefined);
});

test('options that are nearly options', async () => {
  const signal = { aborted: false, addEventListener() {} };
  assert.equal((await rejected(matching.reconcile([], [], { signal }))).code, 'contract.argument');
  const answer = matching.reconcileSync([], []);
  assert.ok(toDocument(answer, null).equals(toDocument(answer)));
  refused(() => toDocument(answer, 7), 'contract.argument', undefined);
});

test('a day is no instant', () => {
  for (const day of [new Date('2026-03-04'), new Date('2026-03-04T12:00:00Z'), new Date(NaN), new (class extends Date {})(0)]) {
    refused(() => reconcile(transaction({ booked_on: day })), 'input.bad_date', '/transactions/2/booked_on');
    refused(() => reconcileColumnsSync({ booked_on: ['2026-03-04', day] }, {}), 'input.bad_date', '/transactions/booked_on/1');
    refused(() => reconcileColumnsSync({ booked_on: day }, {}), 'input.bad_date', '/transactions/booked_on');
    assert.match(thrown(() => reconcile(transaction({ booked_on: day }))).message, /"2026-03-31"/);
  }
});

test('columns that are one text alone say of no row', () => {
  const one = { id: 'a', booked_on: '2026-03-04', amount: '112.00', currency: 'EUR' };
  refused(() => reconcileColumnsSync(one, {}), 'contract.field', '/transactions');
  refused(() => reconcileColumnsSync({ id: ['a'] }, one), 'contract.field', '/invoices');
  refused(() => reconcileColumnsSync({}, {}, { settlements: { currency: 'EUR' } }), 'contract.field', '/settlements');
  assert.equal(reconcileColumnsSync({ id: [], currency: 'EUR' }, {}).summary.transactions, 0);
});

test('minor units as text are minor units', () => {
  const packed = { offsets: Uint32Array.of(0, 5), bytes: Buffer.from('11200') };
  for (const minor of ['11200', packed, BigInt64Array.of(11200n)]) {
    const paid = { id: ['t1'], booked_on: ['2026-03-04'], amount_minor: minor, currency: 'EUR', remittance: ['INV-2026-01042'] };
    const owed = { id: ['1042'], number: ['INV-2026-01042'], total_minor: minor, currency: 'EUR' };
    const { allocations } = reconcileColumnsSync(paid, owed);
    assert.deepEqual(Array.from(allocations.amount_minor), [11200n]);
    const major = reconcileColumnsSync(paid, { ...owed, total_minor: undefined, total: ['112.00'] });
    assert.deepEqual(Array.from(major.allocations.amount_minor), [11200n]);
  }
});

test('half a character beside a NUL', () => {
  refused(() => reconcileColumnsSync({ id: ['a\0\ud800'] }, {}), 'contract.encoding', '/transactions/id');
});
