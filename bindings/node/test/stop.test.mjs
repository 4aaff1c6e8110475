// Signals, progress, and what runs at the same time.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import test from 'node:test';
import { Matcher, PayymoError, matching, toDocument } from '../index.mjs';
import { invoice, rejected, thrown, transaction } from './support.mjs';

// A call of some tenths of a second.
const MANY = 12_000;
const names = ['Amber', 'Birch', 'Cobalt', 'Delta', 'Ember', 'Falcon', 'Garnet', 'Harbour', 'Indigo', 'Jasper'];
const name = (at) => `${names[at % 10]} ${names[Math.trunc(at / 10) % 10]} ${at} GmbH`;
const paid = Array.from({ length: MANY }, (_, at) =>
  transaction({ id: `t${at}`, amount: `${100 + (at % 977)}.${10 + (at % 89)}`, remittance: `thank you ${at}`, counterparty: { name: name(at) } }));
const owed = Array.from({ length: MANY }, (_, at) =>
  invoice({ id: `i${at}`, number: `NW-${at}`, total: `${100 + (at % 977)}.${10 + (at % 89)}`, customer: { id: `c${at}`, name: name(at) } }));
const few = [[transaction()], [invoice()]];

test('a signal that was there before', async () => {
  const signal = AbortSignal.abort();
  const error = await rejected(matching.reconcile(...few, { signal }));
  assert.equal(error, signal.reason);
  assert.equal(error.name, 'AbortError');
  const own = new Error('mine');
  assert.equal(await rejected(matching.reconcile(...few, { signal: AbortSignal.abort(own) })), own);
});

test('a signal while it runs stops it, and costs nothing later', async () => {
  const began = performance.now();
  const whole = await matching.reconcile(paid, owed);
  const took = performance.now() - began;
  assert.equal(whole.summary.transactions, MANY);
  const control = new AbortController();
  const promise = matching.reconcile(paid, owed, { signal: control.signal });
  await sleep(1);
  control.abort();
  const stopped = performance.now();
  assert.equal((await rejected(promise)).name, 'AbortError');
  console.log(`whole ${took.toFixed()} ms, stopped after ${(performance.now() - stopped).toFixed()} ms`);
  // A signal of the clock is one too.
  assert.equal((await rejected(matching.reconcile(paid, owed, { signal: AbortSignal.timeout(1) }))).name, 'TimeoutError');
});

test('a signal that comes too late changes nothing', async () => {
  const control = new AbortController();
  const result = await matching.reconcile(...few, { signal: control.signal });
  control.abort();
  assert.equal(result.summary.transactions, 1);
});

test('progress is told, and stops', async () => {
  const told = [];
  const result = await matching.reconcile(paid, owed, { onProgress: (progress) => void told.push(progress) });
  assert.ok(told.length > 0);
  for (const { stage, done, all } of told) assert.ok(['prepare', 'score', 'assign'].includes(stage) && done <= all);
  const sync = [];
  const other = matching.reconcileSync(paid, owed, { onProgress: (progress) => void sync.push(progress) });
  assert.ok(sync.length >= told.length);
  assert.ok(toDocument(result).equals(toDocument(other)));

  assert.equal(thrown(() => matching.reconcileSync(paid, owed, { onProgress: () => false })).code, 'matching.cancelled');
  const stopped = await rejected(matching.reconcile(paid, owed, { onProgress: () => false }));
  assert.ok(stopped instanceof PayymoError);
  assert.equal(stopped.number, 5001);
});

test('what progress throws is thrown itself', async () => {
  for (const own of [new RangeError('mine'), 'a string', undefined, null, { an: 'object' }]) {
    const onProgress = () => { throw own; };
    let caught = 'nothing';
    try {
      matching.reconcileSync(...few, { onProgress });
    } catch (error) {
      caught = error;
    }
    assert.equal(caught, own);
    caught = 'nothing';
    await matching.reconcile(...few, { onProgress }).catch((error) => { caught = error; });
    assert.equal(caught, own);
  }
  // It works as before.
  assert.equal(matching.reconcileSync(...few).matches.length, 1);
});

test('calls from inside of progress', async () => {
  const matcher = Matcher.createSync([invoice()]);
  const seen = [];
  matcher.reconcileSync([transaction()], {
    onProgress: () => {
      seen.push(matching.reconcileSync(...few).matches.length);
      try {
        matcher.removeSync('1042');
      } catch (error) {
        seen.push(error.code);
      }
    },
  });
  assert.deepEqual(seen.slice(0, 2), [1, 'contract.handle']);
  // Closed from inside: freed at the end of the call.
  const closed = Matcher.createSync([invoice()]);
  const { matches } = closed.reconcileSync([transaction()], { onProgress: () => closed.dispose() });
  assert.equal(matches.length, 1);
  assert.equal(thrown(() => closed.removeSync('1042')).code, 'contract.handle');
});

test('a matcher that is busy', async () => {
  const matcher = await Matcher.create(owed);
  const control = new AbortController();
  const long = matcher.reconcile(paid, { signal: control.signal });
  // It waits for the one that runs.
  assert.equal(matcher.proposeSync(transaction({ id: 'x' })).summary.transactions, 1);
  await long;
  const [running, waiting] = [matcher.reconcile(paid, { signal: control.signal }), matcher.remove('i0', { signal: control.signal })];
  await sleep(1);
  control.abort();
  assert.equal((await rejected(running)).name, 'AbortError');
  assert.equal((await rejected(waiting)).name, 'AbortError');
  assert.equal(await matcher.remove('i0'), true);
  // Freed while a call runs: that one ends, those that wait do not begin.
  const [last, never] = [matcher.reconcile(paid, { onProgress: () => matcher.dispose() }), matcher.remove('i1')];
  assert.equal((await last).summary.transactions, MANY);
  assert.equal((await rejected(never)).code, 'contract.handle');
});

test('a hundred at once give the same', async () => {
  const wanted = toDocument(matching.reconcileSync(...few));
  const answers = await Promise.all(Array.from({ length: 100 }, () => matching.reconcile(...few)));
  for (const answer of answers) assert.ok(toDocument(answer).equals(wanted));
});
