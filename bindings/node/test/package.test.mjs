// The package as ESM and as CJS, and its operations in both forms.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import test from 'node:test';
import * as esm from '../index.mjs';
import { invoice, rejected, sample, thrown, transaction } from './support.mjs';

const require = createRequire(import.meta.url);
const cjs = require('../lib/index.cjs');
const { classes, operations, codes, words } = require('../lib/table.cjs');
const { Matcher, Stream, format, library, matching, memory, money, party, reference, text, toDocument } = esm;

test('ESM and CJS give the same things', () => {
  assert.deepEqual(Object.keys({ ...esm }).sort(), Object.keys(cjs).sort());
  for (const name of Object.keys(cjs)) assert.equal(esm[name], cjs[name], name);
});

test('every operation of the library has its function', () => {
  const { operations: named, version } = library.about();
  assert.deepEqual(operations.map(({ name }) => name), named);
  assert.equal(version, require('../package.json').version);
  for (const { area, function: name, on, paired } of operations) {
    const Class = esm[classes[area]?.name];
    const place = { opens: Class, handle: Class?.prototype }[on] ?? esm[area];
    assert.equal(typeof place[name], 'function', name);
    assert.equal(typeof place[`${name}Sync`], paired ? 'function' : 'undefined', name);
    assert.equal(place[name].name, name);
  }
});

test('codes and numbers', () => {
  assert.deepEqual({ ...esm.codes }, codes);
  assert.ok(Object.keys(codes).length > 60);
  assert.equal(esm.codes['input.float_money'], 2001);
});

test('a month: read, reconcile, both forms alike', async () => {
  const bank = await format.read(sample('bank.camt053.xml'));
  const items = await format.read(sample('whmcs-invoices.json'));
  assert.deepEqual(bank, format.readSync(sample('bank.camt053.xml')));
  const one = await matching.reconcile(bank.transactions, items.invoices);
  const other = matching.reconcileSync(bank.transactions, items.invoices);
  assert.deepEqual(one, other);
  assert.ok(toDocument(one).equals(toDocument(other)));
  assert.ok(one.summary.auto > 10);
});

test('small things are at once', () => {
  assert.equal(reference.validate('rf', 'RF18 5390 0754 7034').key, 'RF18539007547034');
  assert.equal(reference.validate('rf', 'RF19 5390 0754 7034'), null);
  assert.equal(party.iban('de89 3704 0044 0532 0130 00').verdict, 'valid');
  assert.deepEqual(money.parse('1204.5', 'EUR'), { currency: 'EUR', amount: '1204.50' });
  assert.equal(text.edits('kitten', 'sitting', { most: 2 }), null);
  assert.equal(text.edits('kitten', 'sitting'), 3);
});

test('without documents', () => {
  for (const iban of ['DE89370400440532013000', 'de89 3704', 'DE88370400440532013000', 'QQ89370400440532013000', '', 'ö'.repeat(99)]) {
    assert.equal(esm.ibanCheck(iban), party.iban(iban).verdict);
  }
  // Around the length up to which a text is read at once.
  for (let gap = 90; gap < 140; gap += 1) {
    for (const space of [' ', '\u00a0', '\u2003']) {
      assert.equal(esm.ibanCheck(`DE89${space.repeat(gap)}370400440532013000`), 'valid', `${gap}`);
      assert.equal(esm.ibanCheck(`DE89${space.repeat(gap / 3)}370400440532013001`), 'bad_checksum', `${gap}`);
    }
  }
  const texts = ['rf18 5390 0754 7034', 'rf19 5390 0754 7034', '123 45672', '+++010/8068/17183+++', '7', ''];
  for (const scheme of words.Scheme) {
    for (const given of texts) assert.equal(esm.referenceCheck(scheme, given), reference.validate(scheme, given) !== null, `${scheme} ${given}`);
  }
  for (const { code, decimals } of money.currencies()) assert.equal(esm.currencyDecimals(code), decimals);
  assert.equal(esm.currencyDecimals('XYZ'), undefined);
  assert.equal(esm.currencyDecimals(''), undefined);
});

test('the documents of answers', async () => {
  const result = matching.reconcileSync([transaction()], [invoice()]);
  const request = { transactions: [transaction()], invoices: [invoice()] };
  assert.ok(toDocument(result).equals(esm.callSync('matching.reconcile', JSON.stringify(request))));
  const pretty = esm.callSync('matching.reconcile', JSON.stringify({ ...request, pretty: true }));
  assert.ok(toDocument(result, { pretty: true }).equals(pretty));
  // The bytes are a copy, and JSON.stringify needs no help.
  toDocument(result).fill(0);
  assert.deepEqual(JSON.parse(JSON.stringify(result)), JSON.parse(toDocument(result).toString()));
  const part = thrown(() => toDocument(result.summary));
  assert.equal(part.code, 'contract.argument');
  assert.equal(thrown(() => toDocument('x')).code, 'contract.argument');
  const blob = await esm.call('format.read', '{"content": {"blob": 0}}', { blobs: [sample('gocardless.json')] });
  assert.ok(blob.equals(toDocument(format.readSync(sample('gocardless.json')))));
});

test('a matcher', async () => {
  const matcher = await Matcher.create([invoice(), { id: 'x' }]);
  assert.equal(matcher.errors[0].code, 'input.missing');
  const { matches } = await matcher.propose(transaction());
  assert.equal(matches[0].allocations[0].invoice, '1042');
  await matcher.apply(matches);
  assert.equal((await matcher.propose(transaction({ id: 't2' }))).matches.length, 0);
  matcher.undoSync(matches);
  assert.equal(matcher.proposeSync(transaction({ id: 't3' })).matches.length, 1);
  assert.equal(await matcher.close('1042'), true);
  assert.equal(matcher.removeSync('1042'), true);
  assert.equal(matcher.removeSync('1042'), false);
  assert.equal(await matcher.put(invoice()), undefined);
  // In the order in which they were asked, without waiting.
  const order = [];
  await Promise.all([
    matcher.remove('1042').then((there) => order.push(there)),
    matcher.remove('1042').then((there) => order.push(there)),
    matcher.put(invoice()).then(() => order.push('put')),
    matcher.remove('1042').then((there) => order.push(there)),
  ]);
  assert.deepEqual(order, [true, false, 'put', true]);
  assert.equal(matcher.disposed, false);
  matcher.dispose();
  matcher.dispose();
  assert.equal(matcher.disposed, true);
  assert.equal(thrown(() => matcher.removeSync('1')).code, 'contract.handle');
  assert.equal((await rejected(matcher.remove('1'))).number, 9005);
  assert.equal(typeof matcher[Symbol.dispose ?? Symbol.for('nodejs.dispose')], 'function');
  for (const Class of [Matcher, Stream, class Mine extends Matcher {}]) assert.equal(thrown(() => new Class()).code, 'contract.argument');
  assert.match(thrown(() => new Stream()).message, /a stream is made by Stream.create/);
});

test('what is learnt is bytes', async () => {
  const [row, item] = [transaction(), invoice()];
  const { matches } = matching.reconcileSync([row], [item]);
  const verdict = { verdict: 'confirmed', day: '2026-03-05', match: matches[0], transactions: [row], invoices: [item] };
  const learnt = await memory.learn([verdict]);
  assert.ok(Buffer.isBuffer(learnt));
  const { entries } = memory.infoSync(learnt);
  assert.ok(entries > 0);
  const twice = memory.learnSync([verdict], { memory: learnt });
  assert.ok(memory.unlearnSync(twice, [verdict]).equals(learnt));
  assert.ok((await memory.merge([learnt, new Uint8Array(learnt)])).equals(twice));
  const { engine } = await matching.reconcile([row], [item], { memory: learnt });
  assert.notEqual(engine.memory, 'none');
});
