// Inputs that come in pieces: whatever they are cut into, whoever holds them, however large they are.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createReadStream, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { ReadableStream } from 'node:stream/web';
import test from 'node:test';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { gzipSync, createGunzip } from 'node:zlib';
import { Matcher, PayymoError, Stream, callSync, format, readStream, toDocument } from '../index.mjs';
import { path, rejected, sample, thrown } from './support.mjs';

const STATEMENT = Buffer.from(`Date,Amount,Currency,Description,Counterparty
2026-03-03,112.00,GBP,INV-2026-01042,Ada Smith
2026-03-04,fifty,GBP,INV-2026-01043,Ben Jones
2026-03-05,-9.99,GBP,fee,
`);
const SAMPLES = ['bank.camt053.xml', 'gocardless.json', 'stripe.json', 'whmcs-invoices.json', 'whmcs-transactions.json', 'business-invoices.json'];
const LISTS = ['transactions', 'invoices', 'settlements', 'balances', 'accounts', 'statements', 'errors', 'warnings'];
const PLACES = LISTS.slice(0, 6);

const listed = async (batches) => {
  const list = [];
  for await (const batch of batches) list.push(batch);
  return list;
};

// The rows of all batches, in the form that a report has.
const joined = (batches) => {
  const last = batches.at(-1);
  assert.ok(last.summary && batches.slice(0, -1).every(({ summary }) => summary === undefined));
  const rows = Object.fromEntries(LISTS.map((name) => [name, batches.flatMap((batch) => batch[name])]));
  if (last.places) rows.places = Object.fromEntries(PLACES.map((name) => [name, batches.flatMap(({ places }) => places[name])]));
  return { ...rows, ...last.summary };
};

const cut = (content, size) => Array.from({ length: Math.ceil(content.length / size) }, (_, at) => content.subarray(at * size, (at + 1) * size));

// A statement of any length, in pieces of 200 rows.
function* rows(count) {
  yield Buffer.from('Date,Amount,Currency,Description,Counterparty\n');
  for (let start = 0; start < count; start += 200) {
    let text = '';
    for (let at = start; at < start + 200; at += 1) {
      text += `2026-03-${String((at % 28) + 1).padStart(2, '0')},${(at % 997) + 1}.${String(at % 100).padStart(2, '0')},EUR,Rechnung RE-${at},Kundin ${at % 5000}\n`;
    }
    yield Buffer.from(text);
  }
}

test('pieces are the whole', async () => {
  for (const name of SAMPLES) {
    const content = sample(name);
    const whole = await format.read(content, { name });
    assert.ok(whole.transactions.length + whole.invoices.length + whole.errors.length > 0, name);
    for (const size of [97, 4096, content.length]) {
      const stream = Stream.createSync({ name });
      const batches = cut(content, size).map((piece) => stream.pushSync(piece));
      assert.deepEqual(joined([...batches, stream.finishSync()]), whole, `${name} ${size}`);
      assert.deepEqual(joined(await listed(readStream(content, { name, chunkSize: size }))), whole, `${name} ${size}`);
    }
    const later = await Stream.create({ name });
    // In the order in which they were asked, without waiting.
    const batches = await Promise.all([...cut(content, 1000).map((piece) => later.push(piece)), later.finish()]);
    assert.deepEqual(joined(batches), whole, name);
  }
});

test('every kind of source', async () => {
  const whole = format.readSync(STATEMENT);
  const folder = mkdtempSync(join(tmpdir(), 'payymo-stream-'));
  const server = createServer((_, response) => response.end(STATEMENT)).listen(0);
  try {
    const [file, packed] = [join(folder, 'march.csv'), join(folder, 'march.csv.gz')];
    writeFileSync(file, STATEMENT);
    writeFileSync(packed, gzipSync(STATEMENT));
    const response = await fetch(`http://localhost:${server.address().port}/`);
    const same = new Uint8Array(STATEMENT);
    const sources = {
      buffer: STATEMENT,
      array: same,
      'array buffer': same.buffer,
      pieces: cut(STATEMENT, 7),
      'pieces of all kinds': [same.slice(0, 50).buffer, Buffer.alloc(0), same.subarray(50)],
      promises: cut(STATEMENT, 50).map((piece) => Promise.resolve(piece)),
      file: createReadStream(file),
      'small pieces of a file': createReadStream(file, { highWaterMark: 3 }),
      packed: createReadStream(packed).pipe(createGunzip()),
      readable: Readable.from(cut(STATEMENT, 40)),
      web: new ReadableStream({ start(control) { cut(STATEMENT, 11).forEach((piece) => control.enqueue(piece)); control.close(); } }),
      body: response.body,
    };
    for (const [kind, source] of Object.entries(sources)) {
      assert.deepEqual(joined(await listed(readStream(source, { chunkSize: 16 }))), whole, kind);
    }
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
});

test('a source that gives the same memory again and again', async () => {
  async function* source() {
    const memory = Buffer.alloc(16);
    for (const piece of cut(STATEMENT, 16)) {
      piece.copy(memory);
      yield memory.subarray(0, piece.length);
    }
  }
  assert.deepEqual(joined(await listed(readStream(source()))), format.readSync(STATEMENT));
});

test('options and places', async () => {
  const [batch] = await listed(readStream(STATEMENT, { places: false, options: { format: 'csv' }, name: 'march.csv' }));
  assert.equal(batch.places, undefined);
  assert.ok(batch.errors[0].message.startsWith('march.csv'));
  assert.equal(format.readSync(STATEMENT, { places: false }).places, undefined);
  const { bytes, line } = format.readSync(STATEMENT).places.transactions[1];
  assert.ok(STATEMENT.subarray(bytes.start, bytes.end).toString().startsWith('2026-03-05'));
  assert.equal(line, 4);
  const { transactions, summary, ...rest } = JSON.parse(toDocument(batch).toString());
  assert.deepEqual([transactions, summary], [batch.transactions, { format: 'csv', records: 3, refused: 1, says_empty: false }]);
  assert.ok(rest.warnings);
});

test('rows come while it is read, and no piece is taken before its batch is asked for', async () => {
  let pulled = 0;
  let closed = false;
  function* source() {
    try {
      for (const piece of rows(40_000)) {
        pulled += 1;
        yield piece;
      }
    } finally {
      closed = true;
    }
  }
  const batches = readStream(source());
  await sleep(20);
  assert.equal(pulled, 0);
  const { value, done } = await batches.next();
  assert.ok(!done && value.transactions.length > 1000 && pulled < 100);
  const at = pulled;
  await sleep(20);
  assert.deepEqual([pulled, closed], [at, false]);
  await batches.return();
  assert.deepEqual([pulled, closed, (await batches.next()).done], [at, true, true]);
});

test('back pressure reaches a stream of Node', async () => {
  let made = 0;
  const source = new Readable({
    highWaterMark: 1 << 16,
    read() {
      made += 1 << 14;
      this.push(made > 1 << 26 ? null : Buffer.alloc(1 << 14, made === 1 << 14 ? 'Date,Amount,Currency\n' : '2026-03-03,1.00,EUR\n'));
    },
  });
  for await (const batch of readStream(source, { options: { format: 'csv' } })) {
    assert.ok(batch.transactions.length + batch.errors.length > 0);
    await sleep(20);
    // What was read, one part, and what the stream holds ready.
    assert.ok(made < 3 << 20, `${made}`);
    break;
  }
  await turn();
  assert.ok(source.destroyed);
});

test('a file is closed when the loop is left', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'payymo-stream-'));
  const file = join(folder, 'long.csv');
  const descriptors = () => readdirSync('/proc/self/fd').filter((name) => {
    try {
      return readlinkSync(`/proc/self/fd/${name}`) === file;
    } catch {
      return false;
    }
  }).length;
  try {
    writeFileSync(file, Buffer.concat([...rows(20_000)]));
    for await (const batch of readStream(createReadStream(file))) {
      assert.ok(batch.transactions.length > 0);
      assert.equal(descriptors(), 1);
      break;
    }
    await sleep(50);
    assert.equal(descriptors(), 0);
    assert.equal((await listed(readStream(createReadStream(file)))).at(-1).summary.records, 20_000);
    await sleep(50);
    assert.equal(descriptors(), 0);
    assert.equal((await rejected(listed(readStream(createReadStream(join(folder, 'none.csv')))))).code, 'ENOENT');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what is refused', async () => {
  const code = async (source, options) => (await rejected(listed(readStream(source, options)))).code;
  for (const source of [undefined, null, 5, {}, 'statement.csv', ['text'], [1, 2], [null], Readable.from(['text']), createReadStream(path('README.md'), 'utf8')]) {
    assert.equal(await code(source), 'contract.argument');
  }
  for (const chunkSize of [0, -1, 1.5, '5', null, NaN, Infinity, 2 ** 31]) assert.equal(await code(STATEMENT, { chunkSize }), 'contract.argument');
  assert.equal(await code(STATEMENT, 5), 'contract.argument');
  assert.equal(await code(STATEMENT, { options: { utc_offset_minutes: 100_000 } }), 'input.options');
  assert.equal(await code(STATEMENT, { unknown: 1, strict: true }), 'contract.field');
  assert.equal(thrown(() => Stream.createSync().pushSync(5)).code, 'contract.field');
  assert.equal(thrown(() => Stream.createSync().pushSync()).code, 'contract.field');
  assert.equal(thrown(() => Stream.createSync().callSync('matcher.remove', '{"id": "1"}')).code, 'contract.operation');
  assert.equal(thrown(() => Matcher.createSync([]).callSync('stream.finish')).code, 'contract.operation');
  assert.equal(thrown(() => callSync('stream.finish')).code, 'contract.handle');
  assert.equal(thrown(() => Stream.prototype.pushSync.call({}, 'x')).code, 'contract.handle');
});

test('an input of no use is told as for the whole', async () => {
  for (const content of [Buffer.alloc(0), Buffer.alloc(100_000), Buffer.from('Dear Sir'), Buffer.from('%PDF-1.7\n'), Buffer.from('<html>'.repeat(50_000))]) {
    const known = thrown(() => format.readSync(content));
    assert.ok(known instanceof PayymoError);
    assert.deepEqual((await rejected(listed(readStream(content, { chunkSize: 1000 })))).toJSON(), known.toJSON());
  }
});

test('an error stays', async () => {
  const stream = Stream.createSync({ options: { format: 'camt053' } });
  const bomb = Buffer.from(`<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>${' '.repeat(600_000)}`);
  assert.equal(thrown(() => stream.pushSync(bomb)).code, 'format.xml.doctype');
  assert.equal(thrown(() => stream.pushSync(STATEMENT)).code, 'format.xml.doctype');
  assert.equal((await rejected(stream.finish())).code, 'format.xml.doctype');
});

test('what a source throws comes out itself', async () => {
  const mine = new Error('mine');
  function* source() {
    yield STATEMENT;
    throw mine;
  }
  assert.equal(await rejected(listed(readStream(source()))), mine);
});

test('unfinished, ended, freed', async () => {
  const stream = await Stream.create();
  await stream.push(STATEMENT.subarray(0, 60));
  stream.dispose();
  stream.dispose();
  assert.equal(stream.disposed, true);
  assert.equal(thrown(() => stream.pushSync(STATEMENT)).code, 'contract.handle');
  const ended = Stream.createSync();
  ended.pushSync(STATEMENT);
  assert.equal(ended.finishSync().summary.records, 3);
  assert.equal(thrown(() => ended.pushSync('x')).code, 'contract.handle');
  assert.equal((await rejected(ended.finish())).number, 9005);
  // Freed while a call runs: that one ends, those that wait do not begin.
  const busy = Stream.createSync();
  const content = Buffer.concat([...rows(20_000)]);
  const [first, second] = [busy.push(content), busy.push(content)];
  await turn();
  busy.dispose();
  const told = await Promise.allSettled([first, second]);
  for (const { status, reason } of told) assert.ok(status === 'fulfilled' || reason.code === 'contract.handle', reason);
  assert.equal(told[1].status, 'rejected');
});

test('a signal stops it, and frees the source', async () => {
  const control = new AbortController();
  let closed = false;
  function* source() {
    try {
      yield* rows(1_000_000);
    } finally {
      closed = true;
    }
  }
  let count = 0;
  const stopped = (async () => {
    for await (const batch of readStream(source(), { signal: control.signal })) {
      count += batch.transactions.length;
      if (count > 10_000) control.abort();
    }
  })();
  assert.equal((await rejected(stopped)).name, 'AbortError');
  assert.ok(closed && count < 50_000);
  assert.equal((await rejected(listed(readStream(STATEMENT, { signal: AbortSignal.abort() })))).name, 'AbortError');
});

test('many at once', async () => {
  const content = Buffer.concat([...rows(2000)]);
  const whole = format.readSync(content);
  await Promise.all(Array.from({ length: 20 }, async (_, at) => {
    assert.deepEqual(joined(await listed(readStream(cut(content, 1000 + at), { chunkSize: 5000 + at }))), whole);
  }));
});

test('the loop goes on while the library computes', async () => {
  let beats = 0;
  const timer = setInterval(() => { beats += 1; }, 1);
  await listed(readStream(rows(20_000)));
  clearInterval(timer);
  assert.ok(beats > 3, `${beats}`);
});

test('memory does not grow with the input', () => {
  // 120 MB in long rows: of each row so far its id is remembered, which is little beside them.
  const program = `
    import { readStream } from './index.mjs';
    const long = 'Verwendungszweck '.repeat(120);
    function* rows(count) {
      yield Buffer.from('Date,Amount,Currency,Description,Counterparty\\n');
      for (let at = 0; at < count; at += 1) yield Buffer.from(\`2026-03-04,\${at}.00,EUR,\${long} RE-\${at},Kundin \${at % 5000}\\n\`);
    }
    const looks = [];
    let count = 0;
    for await (const { transactions } of readStream(rows(60_000))) {
      count += transactions.length;
      globalThis.gc();
      const { rss, heapTotal, heapUsed } = process.memoryUsage();
      looks.push(rss - heapTotal + heapUsed);
    }
    console.log(JSON.stringify({ count, looks }));`;
  const options = { cwd: path('bindings/node'), encoding: 'utf8' };
  const { count, looks } = JSON.parse(execFileSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', program], options));
  assert.equal(count, 60_000);
  assert.ok(looks.length > 200);
  const [early, late] = [Math.max(...looks.slice(20, 60)), Math.max(...looks.slice(-40))];
  assert.ok(late - early < 32 << 20, `${early} ${late}`);
});
