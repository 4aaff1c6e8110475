// Many threads at once, and the end of a thread or of the process in the middle of calls.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import test from 'node:test';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';

const script = new URL('support/worker.mjs', import.meta.url);
const work = (data) => new Worker(script, { workerData: data });

test('24 workers at once give the same', async () => {
  const answers = await Promise.all(Array.from({ length: 24 }, async () => (await once(work({ rounds: 20 }), 'message'))[0]));
  assert.equal(new Set(answers).size, 1);
  assert.match(answers[0], /^\{"version":1/);
});

test('workers that are ended in the middle', async () => {
  for (let round = 0; round < 8; round += 1) {
    const worker = work({ forever: true });
    await once(worker, 'message');
    assert.equal(await worker.terminate(), 1);
  }
  // The next one works.
  assert.match((await once(work({ rounds: 1 }), 'message'))[0], /^\{/);
});

test('a process that ends in the middle', async () => {
  for (const end of ['process.exit(7)', 'process.kill(process.pid, "SIGTERM")', 'throw new Error("mine")', 'setTimeout(() => process.exit(7), 5)']) {
    const code = `
      import { workerData } from 'node:worker_threads';
      import { busy } from ${JSON.stringify(script.href)};
      for (let at = 0; at < 8; at += 1) void busy();
      ${end};`;
    const run = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code]);
    const error = await run.then(() => undefined, (failed) => failed);
    // Its own end, and not that of a fault.
    if (end.includes('SIGTERM')) assert.equal(error.signal, 'SIGTERM', `${end}: ${error.stderr}`);
    else assert.equal(error.code, end.includes('7') ? 7 : 1, `${end}: ${error.signal} ${error.stderr}`);
  }
});

test('a process whose calls are all done ends by itself', async () => {
  const code = `import { Matcher } from 'payymo'; const m = await Matcher.create([]); await m.remove('x'); console.log('done')`;
  const cwd = new URL('..', import.meta.url);
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], { cwd, timeout: 20_000 });
  assert.equal(stdout, 'done\n');
});
