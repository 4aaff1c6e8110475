// Columns: the same answer as rows, and refused where they are not columns.
import assert from 'node:assert/strict';
import test from 'node:test';
import { NO_ROW, format, matching, reconcileColumns, reconcileColumnsSync } from '../index.mjs';
import { rejected, sample, thrown } from './support.mjs';

const { transactions } = format.readSync(sample('bank.camt053.xml'));
const { invoices } = format.readSync(sample('whmcs-invoices.json'));
const day = (text) => (text === undefined ? -(2 ** 31) : Date.parse(text) / 86_400_000);
// The sample's currencies have two decimals.
const minor = (text) => BigInt(text.replace('.', ''));
const pick = (rows, name) => rows.map((row) => name.split('.').reduce((value, key) => value?.[key], row));
const all = (rows, names) => Object.fromEntries(names.map((name) => [name, pick(rows, name)]));

const lists = {
  transactions: all(transactions, ['id', 'account', 'booked_on', 'value_on', 'status', 'amount', 'currency', 'fees', 'kind', 'counterparty', 'references', 'remittance', 'bank_code', 'returned', 'batch', 'source']),
  invoices: all(invoices, ['id', 'number', 'other_numbers', 'customer', 'issued_on', 'due_on', 'total', 'open', 'currency', 'state', 'description']),
};

const pack = (texts) => {
  const parts = texts.map((text) => Buffer.from(text ?? ''));
  let end = 0;
  return { offsets: Uint32Array.of(0, ...parts.map((part) => (end += part.length))), bytes: Buffer.concat(parts) };
};

// The rows of a result's lists, from columns.
const ids = (rows, numbers) => Array.from(numbers, (row) => (row === NO_ROW ? undefined : rows[row].id));

const same = (found, wanted) => {
  assert.deepEqual(found.summary, wanted.summary);
  assert.deepEqual(found.errors, wanted.errors);
  assert.deepEqual(found.matches.kind, wanted.matches.map(({ kind }) => kind));
  assert.deepEqual(Array.from(found.matches.probability), wanted.matches.map(({ probability }) => probability));
  assert.deepEqual(Array.from(found.matches.auto), wanted.matches.map(({ decision }) => Number(decision === 'auto')));
  assert.deepEqual(found.matches.review, wanted.matches.map(({ review }) => review ?? null));
  const allocations = wanted.matches.flatMap(({ allocations }) => allocations);
  assert.deepEqual(ids(transactions, found.allocations.transaction_row), allocations.map(({ transaction }) => transaction));
  assert.deepEqual(ids(invoices, found.allocations.invoice_row), allocations.map(({ invoice }) => invoice));
  assert.deepEqual(Array.from(found.allocations.amount_minor), allocations.map(({ amount }) => minor(amount)));
  assert.deepEqual(found.allocations.currency, allocations.map(({ currency }) => currency));
  assert.deepEqual(found.evidence.code, wanted.matches.flatMap(({ evidence }) => evidence.map(({ code }) => code)));
  assert.deepEqual(ids(transactions, found.unmatched.transaction_row), wanted.unmatched.map(({ transaction }) => transaction));
  assert.deepEqual(found.unmatched.reason, wanted.unmatched.map(({ reason }) => reason));
  assert.deepEqual(ids(invoices, found.open_invoices.invoice_row), wanted.open_invoices.map(({ invoice }) => invoice));
  assert.deepEqual(Array.from(found.open_invoices.open_minor), wanted.open_invoices.map(({ open }) => minor(open)));
};

test('lists, at once and later', async () => {
  const options = { max_group: 5 };
  const wanted = matching.reconcileSync(transactions, invoices, { options });
  same(reconcileColumnsSync(lists.transactions, lists.invoices, { options }), wanted);
  same(await reconcileColumns(lists.transactions, lists.invoices, { options }), wanted);
});

test('typed arrays, packed texts, one text for all, paths', () => {
  const paid = {
    id: pack(pick(transactions, 'id')),
    booked_on: Int32Array.from(transactions, ({ booked_on }) => day(booked_on)),
    value_on: Int32Array.from(transactions, ({ value_on }) => day(value_on)),
    amount_minor: BigInt64Array.from(transactions, ({ amount }) => minor(amount)),
    currency: 'EUR',
    kind: pick(transactions, 'kind'),
    status: pick(transactions, 'status'),
    remittance: pack(pick(transactions, 'remittance')),
    'counterparty.name': pack(pick(transactions, 'counterparty.name')),
    'counterparty.iban': pick(transactions, 'counterparty.iban'),
    references: pick(transactions, 'references'),
    // The library ignores it, as it does in rows.
    colour: new Float32Array(7),
  };
  const owed = {
    id: pick(invoices, 'id'),
    number: pick(invoices, 'number'),
    total_minor: BigInt64Array.from(invoices, ({ total }) => minor(total)),
    open_minor: BigInt64Array.from(invoices, ({ open, total }) => minor(open ?? total)),
    currency: 'EUR',
    issued_on: pick(invoices, 'issued_on'),
    state: pick(invoices, 'state'),
    'customer.id': pick(invoices, 'customer.id'),
    'customer.name': pick(invoices, 'customer.name'),
  };
  const strip = ({ id, booked_on, value_on, amount, currency, kind, status, remittance, counterparty, references }) => ({
    id, booked_on, value_on, amount, currency, kind, status, remittance, references,
    counterparty: { name: counterparty?.name, iban: counterparty?.iban },
  });
  const bare = ({ id, number, total, open, currency, issued_on, state, customer }) => ({
    id, number, total, open, currency, issued_on, state, customer: customer && { id: customer.id, name: customer.name },
  });
  same(reconcileColumnsSync(paid, owed), matching.reconcileSync(transactions.map(strip), invoices.map(bare)));
});

test('nothing, a NUL, and rows that cannot be read', () => {
  assert.equal(reconcileColumnsSync({}, {}).summary.transactions, 0);
  assert.equal(reconcileColumnsSync({ id: [] }, { id: [] }).matches.kind.length, 0);
  const row = { id: ['a\0b', 'c'], booked_on: ['2026-03-01', 'soon'], amount: [12n, '1.00'], currency: 'EUR' };
  const { errors, summary } = reconcileColumnsSync(row, {});
  assert.equal(summary.transactions, 1);
  assert.deepEqual(errors.map(({ code, field, row }) => [code, field, row]), [['input.bad_date', '/transactions/1/booked_on', 'c']]);
});

test('what are no columns', async () => {
  const row = { id: ['a'], booked_on: ['2026-03-01'], currency: 'EUR' };
  const code = (columns) => {
    const { code, place } = thrown(() => reconcileColumnsSync(columns, {}));
    return [code, place.field];
  };
  assert.deepEqual(code({ ...row, amount: [0.5] }), ['input.float_money', '/transactions/amount/0']);
  assert.deepEqual(code({ ...row, amount: new Float64Array(1) }), ['input.float_money', '/transactions/amount']);
  assert.deepEqual(code({ ...row, amount_minor: [100] }), ['contract.field', '/transactions/amount_minor']);
  assert.deepEqual(code({ ...row, amount: new BigInt64Array(1) }), ['contract.field', '/transactions/amount']);
  assert.deepEqual(code({ ...row, amount_minor: new Int32Array(1) }), ['contract.field', '/transactions/amount_minor']);
  assert.deepEqual(code({ ...row, amount: ['1', '2'] }), ['contract.field', '/transactions/amount']);
  assert.deepEqual(code({ ...row, amount: 7 }), ['contract.field', '/transactions/amount']);
  assert.deepEqual(code({ ...row, remittance: ['\ud800'] }), ['contract.encoding', '/transactions/remittance']);
  assert.deepEqual(code({ ...row, remittance: [() => 1] }), ['contract.field', '/transactions/remittance/0']);
  assert.deepEqual(code({ ...row, remittance: { offsets: Uint32Array.of(0, 9), bytes: Buffer.from('x') } }), ['contract.field', '/transactions/remittance']);
  assert.deepEqual(code({ ...row, remittance: { offsets: [0, 1], bytes: Buffer.from('x') } }), ['contract.field', '/transactions/remittance']);
  assert.deepEqual(code([]), ['contract.field', '/transactions']);
  assert.equal((await rejected(reconcileColumns(row, {}, { options: { max_group: 99 } }))).code, 'input.options');
  const signal = AbortSignal.abort();
  assert.equal((await rejected(reconcileColumns(row, {}, { signal }))).name, 'AbortError');
});
