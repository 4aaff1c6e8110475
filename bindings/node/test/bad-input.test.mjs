// What a host may get wrong: each time the package's own exception with the library's code, and never an abort.
import assert from 'node:assert/strict';
import test from 'node:test';
import { MessageChannel } from 'node:worker_threads';
import * as payymo from '../index.mjs';
import { invoice, rejected, thrown, transaction } from './support.mjs';

const { Matcher, PayymoError, callSync, format, matching, memory, money, party, reference, text } = payymo;

const refused = (run, code, field) => {
  const error = thrown(run);
  assert.ok(error instanceof PayymoError, `${error.stack}`);
  assert.deepEqual([error.code, error.number, error.place.field], [code, payymo.codes[code], field]);
  return error;
};

const rows = (more) => () => matching.reconcileSync([transaction(more)], [invoice()]);
const items = (more) => () => matching.reconcileSync([transaction()], [invoice(more)]);

test('an exception says all', () => {
  const error = refused(() => reference.validate('rff', 'x'), 'contract.field', '/scheme');
  assert.match(error.message, /^contract\.field: .*one of: rf, .* \(\/scheme\)$/);
  assert.match(error.stack, /^PayymoError: contract\.field: /);
  assert.deepEqual(Object.keys(error.toJSON()), ['code', 'number', 'message', 'field']);
  assert.match(error.toJSON().message, /one of: rf/);
  assert.equal(error.name, 'PayymoError');
  assert.ok(Object.isFrozen(error.place));
  const own = new PayymoError('contract.callback', 'said', { row: 'a' }, { cause: error });
  assert.deepEqual([own.number, own.place.row, own.cause], [9009, 'a', error]);
});

test('floats are no money, wherever they stand', () => {
  for (const amount of [0.1, 0.5, -1.25, 1e21, 2 ** 53, NaN, Infinity, -Infinity, Number.MIN_VALUE, new Number(0.5)]) {
    refused(rows({ amount }), 'input.float_money', '/transactions/0/amount');
    refused(items({ total: amount }), 'input.float_money', '/invoices/0/total');
    refused(items({ previous_totals: ['1.00', amount] }), 'input.float_money', '/invoices/0/previous_totals/1');
    refused(rows({ fees: [{ amount, currency: 'EUR' }] }), 'input.float_money', '/transactions/0/fees/0/amount');
    refused(rows({ original: { amount: 1, currency: 'USD', rate: amount } }), 'input.float_money', '/transactions/0/original/rate');
    refused(rows({ remittance_lines: [{ amount }] }), 'input.float_money', '/transactions/0/remittance_lines/0/amount');
    refused(items({ tax: [{ rate: '19', amount }] }), 'input.float_money', '/invoices/0/tax/0/amount');
    refused(rows({ amount: { toJSON: () => amount } }), 'input.float_money', '/transactions/0/amount');
    const options = { auto: { max_amount: amount } };
    refused(() => matching.reconcileSync([], [], { options }), 'input.float_money', '/options/auto/max_amount');
    const rates = [{ from: 'EUR', to: 'USD', rate: amount }];
    refused(() => matching.reconcileSync([], [], { options: { rates } }), 'input.float_money', '/options/rates/0/rate');
  }
});

test('whole numbers, bigints and decimal objects are money', () => {
  const wanted = matching.reconcileSync([transaction({ amount: '112.00' })], [invoice()]);
  for (const amount of [112, 112n, '112', { toJSON: () => '112.00' }, new String('112.0'), new Number(112), Object(112n)]) {
    assert.deepEqual(matching.reconcileSync([transaction({ amount })], [invoice({ total: amount })]), wanted);
  }
  assert.equal(matching.reconcileSync([transaction({ amount: 2n ** 80n })], []).errors[0].code, 'money.overflow');
  assert.equal(matching.reconcileSync([transaction({ amount: true })], []).errors[0].code, 'input.bad_field');
  for (const amount of [() => 1, Symbol('x')]) refused(rows({ amount }), 'contract.field', '/transactions/0/amount');
});

test('days', () => {
  for (const day of [new Date('2026-03-04'), new Date('2026-03-04T00:00:00.001Z'), new Date('2026-03-04T00:00:00+01:00'), new Date(NaN), new Date(864e13)]) {
    refused(rows({ booked_on: day }), 'input.bad_date', '/transactions/0/booked_on');
    refused(() => matching.reconcileSync([], [], { options: { as_of: day } }), 'input.bad_date', '/options/as_of');
  }
  for (const day of ['2026-02-30', '04.03.2026', 'soon', '', 17e11]) {
    assert.match(matching.reconcileSync([transaction({ booked_on: day })], []).errors[0].code, /^input\.(bad_date|bad_field|missing)$/);
  }
  refused(() => matching.reconcileSync([], [], { options: { as_of: '2026-02-30' } }), 'contract.field', '/options/as_of');
});

test('numbers that are none', () => {
  for (const number of [NaN, Infinity, -Infinity]) {
    refused(() => text.edits('a', 'b', { most: number }), 'contract.field', '/most');
    refused(rows({ remittance: number }), 'contract.field', '/transactions/0/remittance');
    refused(() => matching.reconcileSync([], [], { options: { max_wrong_auto: number } }), 'contract.field', '/options/max_wrong_auto');
  }
  for (const number of [-1, 0.5, 2 ** 32, 1e300]) refused(() => text.edits('a', 'b', { most: number }), 'contract.field', '/most');
  refused(() => text.edits('a', 'b', { most: 2n ** 70n }), 'contract.field', '/most');
  assert.equal(text.edits('a', 'b', { most: 1n }), 1);
});

test('values of other types', () => {
  const odd = [undefined, null, true, 7, 7n, Symbol('x'), () => 1, {}, [], new Map(), new Date(), /x/, new Error('x'), Buffer.from('x')];
  for (const value of odd) {
    for (const run of [
      () => text.fold(value),
      () => party.sameAccount('a', value),
      () => money.sum([value], 'EUR'),
      () => money.parse('1', value),
      () => payymo.ibanCheck(value),
      () => payymo.referenceCheck('rf', value),
      () => payymo.referenceCheck(value, 'RF18'),
      () => payymo.currencyDecimals(value),
    ]) {
      const error = thrown(run);
      assert.ok(error instanceof PayymoError, `${error.stack}`);
      assert.match(error.code, /^contract\.(field|argument)$/);
    }
    // A row that is none costs that row; a list that is none, the call.
    if (!['symbol', 'function', 'bigint'].includes(typeof value)) {
      assert.equal(matching.reconcileSync([value], []).errors.length, 1);
    } else refused(() => matching.reconcileSync([value], []), 'contract.field', '/transactions/0');
    if (!Array.isArray(value)) assert.ok(thrown(() => matching.reconcileSync(value, [])) instanceof PayymoError);
  }
  refused(() => payymo.ibanCheck(7), 'contract.field', '/text');
  refused(() => payymo.referenceCheck('rf', 7), 'contract.field', '/text');
  refused(() => payymo.currencyDecimals(7), 'contract.field', '/code');
  const [check, validate] = [payymo.referenceCheck, reference.validate].map((ask) => thrown(() => ask('xx', '')));
  assert.deepEqual(check.toJSON(), validate.toJSON());
  refused(() => reference.validate('rf'), 'contract.field', '/text');
  refused(() => format.readSync({ blob: 0 }), 'contract.field', '/content');
  refused(() => format.readSync(), 'contract.field', '/content');
});

test('options that are none', async () => {
  for (const options of [7, 'x', true]) refused(() => text.fold('a', options), 'contract.argument');
  assert.equal(text.fold('Ä', null), 'a');
  for (const signal of [{}, 7, { aborted: false }]) assert.equal((await rejected(matching.reconcile([], [], { signal }))).code, 'contract.argument');
  refused(() => matching.reconcileSync([], [], { onProgress: 7 }), 'contract.argument');
  refused(() => text.fold('a', { strict: 'yes' }), 'contract.field', '/strict');
  refused(() => text.fold('a', { strict: true, txet: 1 }), 'contract.field', '/txet');
  refused((() => matching.reconcileSync([], [], { setlements: [], strict: true })), 'contract.field', '/setlements');
});

test('text that is none, and text that is odd', () => {
  for (const half of ['\ud800', 'a\udfff', '\udc00\ud800']) {
    refused(() => text.fold(half), 'contract.encoding', '/text');
    refused(() => callSync('text.fold', `{"text": "${half}"}`), 'contract.encoding');
    refused(() => matching.reconcileSync([transaction({ remittance: half })], []), 'contract.encoding', '/transactions/0/remittance');
    refused(() => matching.reconcileSync([transaction({ metadata: { [half]: 'x' } })], []), 'contract.encoding', '/transactions/0/metadata');
    refused(() => matching.reconcileSync([transaction({ amount: half })], []), 'contract.encoding', '/transactions/0/amount');
    // In a field that nobody knows it is ignored, as all is.
    const strange = transaction({ tenant: half, [half]: 'x' });
    assert.equal(matching.reconcileSync([strange], []).summary.transactions, 1);
    refused(() => matching.reconcileSync([strange], [], { strict: true }), 'contract.encoding', '/transactions/0');
    assert.equal(payymo.ibanCheck(half), 'not_iban');
    assert.equal(payymo.referenceCheck('rf', half), false);
  }
  assert.equal(text.fold('a\0b').includes('\0'), true);
  assert.equal(text.fold('\ufeffÄ').endsWith('a'), true);
  const long = 'INV 1 '.repeat(1 << 18);
  assert.equal(text.html(long).length, long.length);
  assert.equal(matching.reconcileSync([transaction({ remittance: long })], []).limits[0].code, 'text');
});

test('objects that are odd', () => {
  const circle = transaction();
  circle.metadata = circle;
  assert.equal(matching.reconcileSync([circle], []).errors.length, 1);
  const round = [];
  round.push(round);
  refused(() => text.tokens(round), 'contract.field', '/text');
  refused(rows({ bank_code: { domain: 7n } }), 'contract.field', '/transactions/0/bank_code/domain');

  // What a getter throws is the host's own.
  const own = new TypeError('mine');
  const trap = { ...transaction(), get amount() { throw own; } };
  assert.equal(thrown(() => matching.reconcileSync([trap], [])), own);
  const hidden = { ...transaction(), get unknown() { throw own; } };
  assert.equal(thrown(() => matching.reconcileSync([hidden], [])), own);
  const proxy = new Proxy({}, { ownKeys() { throw own; } });
  assert.equal(thrown(() => matching.reconcileSync([proxy], [])), own);
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  assert.ok(thrown(() => matching.reconcileSync([revoked.proxy], [])) instanceof TypeError);
  assert.equal(thrown(() => text.fold('a', { get strict() { throw own; } })), own);
});

test('keys that pollute', () => {
  const evil = JSON.parse('{"__proto__": {"amount": "1.00"}, "constructor": {"prototype": {"polluted": "yes"}}}');
  const row = { ...transaction(), metadata: JSON.parse('{"__proto__": "x", "constructor": "y"}') };
  Object.defineProperty(row, '__proto__', { value: evil, enumerable: true });
  const { errors } = matching.reconcileSync([row], [invoice()]);
  assert.deepEqual(errors, []);
  assert.equal({}.amount ?? {}.polluted, undefined);
  const read = format.readSync(JSON.stringify({ transactions: [{ ...transaction(), metadata: { a: 'b' } }] }).replace('"a":"b"', '"__proto__":"b"'));
  assert.deepEqual(Object.entries(read.transactions[0].metadata), [['__proto__', 'b']]);
  assert.equal(Object.getPrototypeOf(read.transactions[0].metadata), Object.prototype);
  // What somebody else put on all objects is no field of a row.
  Object.prototype.amount = 0.5;
  try {
    assert.equal(matching.reconcileSync([{ id: 'x', booked_on: '2026-03-04', currency: 'EUR' }], []).errors[0].code, 'input.missing');
  } finally {
    delete Object.prototype.amount;
  }
  assert.ok(Object.isFrozen(payymo.money));
});

test('a Map for a map', () => {
  const read = (metadata) => payymo.linking.assignIdsSync([transaction({ metadata })])[0].metadata;
  assert.deepEqual(read(new Map([['a', 'b']])), { a: 'b' });
  assert.deepEqual(read({ a: 'b' }), { a: 'b' });
  refused(() => read(new Map([[1, 'b']])), 'contract.field', '/transactions/0/metadata');
  refused(() => read(new Map([['a/b', () => 1]])), 'contract.field', '/transactions/0/metadata/a~1b');
});

test('buffers', () => {
  const content = JSON.stringify({ transactions: [transaction()] });
  const wanted = format.readSync(content);
  const bytes = new TextEncoder().encode(content);
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  const padded = Buffer.concat([Buffer.from('xxx'), bytes]).subarray(3);
  for (const value of [Buffer.from(content), bytes, bytes.buffer, shared, shared.buffer, padded, new DataView(bytes.buffer)]) {
    assert.deepEqual(format.readSync(value), wanted);
  }
  const gone = new Uint8Array(bytes);
  new MessageChannel().port1.postMessage(null, [gone.buffer]);
  refused(() => format.readSync(gone), 'contract.argument', '/content');
  refused(() => format.readSync(gone.buffer), 'contract.argument', '/content');
  refused(() => callSync('text.fold', gone), 'contract.argument');
  refused(() => callSync('format.read', '{"content": {"blob": 0}}', { blobs: [gone] }), 'contract.argument');
  refused(() => callSync('format.read', '{"content": {"blob": 1}}', { blobs: [bytes] }), 'contract.field', '/content');
  refused(() => callSync('format.read', '{"content": {"blob": -1}}'), 'contract.field', '/content');
  refused(() => callSync('format.read', '{}', { blobs: ['text'] }), 'contract.argument');
  refused(() => callSync('format.read', '{}', { blobs: 7 }), 'contract.argument');
  assert.equal(thrown(() => format.readSync(Buffer.alloc(0))).code.split('.')[0], 'format');
  assert.equal(thrown(() => memory.infoSync(Buffer.from('no memory'))).code, 'memory.syntax');
});

test('bytes that change while a call runs change nothing', async () => {
  const bytes = Buffer.from(JSON.stringify({ transactions: [transaction()] }));
  const promise = format.read(bytes);
  bytes.fill(0);
  assert.equal((await promise).transactions.length, 1);
  const list = [transaction()];
  const answer = matching.reconcile(list, []);
  list[0].amount = 'x';
  assert.equal((await answer).errors.length, 0);
});

test('documents that are none', async () => {
  for (const request of ['', ' ']) refused(() => callSync('text.fold', request), 'contract.field', '/text');
  for (const request of ['{', '[]', 'null', '{"text": "a"} x', '{"text": "a", "text": "b"']) refused(() => callSync('text.fold', request), 'contract.syntax');
  refused(() => callSync('text.fold', Buffer.from([0x7b, 0xff, 0x7d])), 'contract.encoding');
  refused(() => callSync('no.such'), 'contract.operation');
  refused(() => callSync('matcher.new'), 'contract.handle');
  for (const name of [undefined, 7, {}, null]) refused(() => callSync(name), 'contract.argument');
  for (const request of [7, {}, null, true]) refused(() => callSync('text.fold', request), 'contract.argument');
  assert.equal((await rejected(payymo.call('no.such'))).code, 'contract.operation');
  assert.equal((await rejected(payymo.call(7))).code, 'contract.argument');
  const deep = '['.repeat(100_000);
  refused(() => callSync('text.fold', `{"text": ${deep}`), 'contract.syntax');
});

test('matchers that are none', async () => {
  refused(() => Matcher.openSync('{}'), 'contract.field', '/invoices');
  refused(() => Matcher.createSync([], { options: { max_group: 99 } }), 'input.options', '/options/max_group');
  assert.equal((await rejected(Matcher.create('x'))).code, 'contract.field');
  const matcher = Matcher.createSync([invoice()]);
  refused(() => matcher.callSync('text.fold', '{"text": "a"}'), 'contract.operation');
  refused(() => matcher.putSync({ id: 'x' }), 'input.missing', '/invoice/currency');
  refused(() => matcher.applySync([{ kind: 'single' }]), 'contract.field', '/matches/0/id');
  refused(() => matcher.proposeSync(transaction({ amount: 0.5 })), 'input.float_money', '/transaction/amount');
  refused(() => matcher.removeSync(7), 'contract.field', '/id');
  // It is as before.
  assert.equal(matcher.proposeSync(transaction()).matches.length, 1);
  for (const stranger of [{}, null, Object.create(Matcher.prototype)]) {
    refused(() => matcher.removeSync.call(stranger, 'x'), 'contract.handle');
  }
});
