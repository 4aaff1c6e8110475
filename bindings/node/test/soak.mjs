// What takes long: memory that must stay flat over 100,000 calls of each kind, and 24 workers at once for a minute.
//
//   SOAK_SECONDS=60 node --expose-gc test/soak.mjs
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import * as payymo from '../index.mjs';
import { invoice, sample, transaction } from './support.mjs';

const { Matcher, PayymoError, Stream, format, matching, memory, money, party, readStream, reconcileColumns, reconcileColumnsSync, text, toDocument } = payymo;

const CALLS = 100_000;
const WORKERS = 24;
// Bytes that the heap of Node and the allocator may waver by.
const WAVER = 24 << 20;
const statement = sample('gocardless.json').subarray(0);
const lines = Buffer.from(`Date,Amount,Currency,Description\n${'2026-03-03,112.00,GBP,INV-2026-01042\n'.repeat(20)}`);
const [row, item] = [transaction(), invoice()];
const { matches } = matching.reconcileSync([row], [item]);
const columns = [{ id: ['a'], booked_on: ['2026-03-04'], amount_minor: BigInt64Array.of(11200n), currency: 'EUR' }, { id: ['1'], total: ['112.00'], currency: 'EUR' }];
const fails = (run) => {
  try {
    run();
  } catch (error) {
    if (error instanceof PayymoError || error === 'mine') return;
    throw error;
  }
  throw new Error('it should fail');
};
const failsLater = (promise) => promise.then(() => { throw new Error('it should fail'); }, (error) => {
  if (!(error instanceof PayymoError || error === 'mine' || error.name === 'AbortError')) throw error;
});
const mine = { onProgress: () => { throw 'mine'; } };

// Kinds of calls. Of what takes longer a part of 100,000 is made: a quarter, a tenth.
const kinds = {
  'small calls': [1, () => void party.iban('DE89370400440532013000')],
  'small calls without documents': [1, () => void payymo.ibanCheck('DE89370400440532013000')],
  errors: [1, () => fails(() => money.parse('x', 'EUR'))],
  'floats as money': [1, () => fails(() => matching.reconcileSync([{ ...row, amount: 0.5 }], []))],
  'half characters': [1, () => fails(() => text.fold('\ud800'))],
  reconciliations: [1, () => void toDocument(matching.reconcileSync([row], [item]), { pretty: true })],
  'progress that throws': [4, () => fails(() => matching.reconcileSync([row], [item], mine))],
  'matchers, closed': [4, () => { const matcher = Matcher.createSync([item]); matcher.proposeSync(row); matcher.dispose(); }],
  'matchers, forgotten': [4, () => void Matcher.createSync([item]).proposeSync(row)],
  'matchers that cannot be': [4, () => fails(() => Matcher.createSync([], { options: { max_group: 99 } }))],
  memories: [4, () => void memory.learnSync([{ verdict: 'confirmed', day: '2026-03-05', match: matches[0], transactions: [row], invoices: [item] }])],
  columns: [4, () => void reconcileColumnsSync(...columns)],
  statements: [10, () => void format.readSync(statement)],
  'streams, closed': [10, () => { const stream = Stream.createSync(); stream.pushSync(statement); stream.finishSync(); stream.dispose(); }],
  'streams, forgotten': [10, () => void Stream.createSync().pushSync(statement)],
  'streams that are left': [10, async () => { for await (const batch of readStream([lines, lines], { chunkSize: 1 << 16 })) if (batch.transactions) break; }],
  promises: [4, () => matching.reconcile([row], [item])],
  'promises that fail': [4, () => failsLater(format.read('x'))],
  'promises with progress that throws': [4, () => failsLater(matching.reconcile([row], [item], mine))],
  'promises with a signal': [4, () => matching.reconcile([row], [item], { signal: new AbortController().signal })],
  'promises that are stopped': [4, () => { const control = new AbortController(); const promise = failsOrNot(matching.reconcile([row], [item], { signal: control.signal })); control.abort(); return promise; }],
  'matchers by promise': [4, async () => { const matcher = await Matcher.create([item]); const promise = matcher.propose(row); await promise; matcher.dispose(); }],
  'columns by promise': [4, () => reconcileColumns(...columns)],
};
// A signal may come too late.
const failsOrNot = (promise) => promise.catch((error) => { if (error.name !== 'AbortError') throw error; });

const settled = async () => {
  for (let at = 0; at < 4; at += 1) {
    globalThis.gc();
    await sleep(5);
  }
  // What V8 keeps for its next objects comes and goes: of its heap what is in use counts.
  const { rss, heapTotal, heapUsed } = process.memoryUsage();
  return rss - heapTotal + heapUsed;
};

const many = async (count, run) => {
  for (let at = 0; at < count; at += 1) {
    const promise = run();
    if (promise) await promise;
    // What is freed later needs a turn of the loop.
    else if (at % 1000 === 0) await sleep(0);
  }
};

const flat = async () => {
  assert.ok(globalThis.gc, 'node --expose-gc');
  let worst = 0;
  for (const [kind, [share, run]] of Object.entries(kinds)) {
    const count = CALLS / share;
    await many(count / 5, run);
    // How much waits for the collector at once wavers from round to round; what leaks grows in every one.
    let grown = Infinity;
    for (let round = 0; round < 3 && grown >= WAVER; round += 1) {
      const before = await settled();
      await many(count, run);
      grown = (await settled()) - before;
    }
    worst = Math.max(worst, grown);
    console.log(`${kind.padEnd(40)} ${String(count).padStart(7)} calls  ${(grown / 2 ** 20).toFixed(1).padStart(6)} MiB`);
    assert.ok(grown < WAVER, `${kind}: the process grew by ${grown} bytes`);
  }
  console.log(`memory is flat: at most ${(worst / 2 ** 20).toFixed(1)} MiB more`);
};

// In a worker: all kinds of calls in a mixed order until told to end, handles freed in any order.
const busy = async (seed) => {
  let state = seed;
  const random = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.trunc((state / 2 ** 32) * below);
  };
  const runs = Object.values(kinds).map(([, run]) => run);
  const open = [];
  let calls = 0;
  let ended = false;
  parentPort.on('message', () => { ended = true; });
  while (!ended) {
    await Promise.all(Array.from({ length: 4 }, () => runs[random(runs.length)]()));
    if (open.length < 20) open.push(Matcher.createSync([item]));
    else {
      const [matcher] = open.splice(random(open.length), 1);
      const promise = failsOrHandle(matcher.propose(row));
      if (random(2) === 0) matcher.dispose();
      await promise;
    }
    calls += 5;
    if (calls % 100 === 0) await sleep(0);
  }
  parentPort.postMessage(calls);
  parentPort.close();
};
const failsOrHandle = (promise) => promise.catch((error) => { if (error.code !== 'contract.handle') throw error; });

const crowd = async (seconds) => {
  const end = Date.now() + seconds * 1000;
  let calls = 0;
  let killed = 0;
  const one = async (place) => {
    for (let round = 0; Date.now() < end; round += 1) {
      const worker = new Worker(new URL(import.meta.url), { workerData: { seed: 1 + place * 1000 + round } });
      const failed = once(worker, 'error').then(([error]) => { throw error; });
      failed.catch(() => {});
      // One of three is ended in the middle, at any moment.
      const hard = place % 3 === 0;
      const rest = Math.max(end - Date.now(), 50);
      await Promise.race([sleep(hard ? 300 + ((place * 37 + round * 101) % 700) : rest), failed]);
      if (hard) {
        await worker.terminate();
        killed += 1;
      } else {
        // A worker that is quicker than this thread tells both at once.
        const [answer, exit] = [once(worker, 'message'), once(worker, 'exit')];
        worker.postMessage('end');
        calls += (await Promise.race([answer, failed]))[0];
        await exit;
      }
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, (_, place) => one(place)));
  console.log(`${WORKERS} workers at once for ${seconds} s: ${calls} calls counted, ${killed} workers ended in the middle`);
};

if (isMainThread) {
  await crowd(Number(process.env.SOAK_SECONDS ?? 60));
  await flat();
} else await busy(workerData.seed);
