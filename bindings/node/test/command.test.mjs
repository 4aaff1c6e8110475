// The command, beside the Rust one: the same bytes.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { file, path } from './support.mjs';

const command = path('bindings/node/bin/payymo.mjs');
const rust = (name) => {
  const built = path(`target/release/${name}`);
  assert.ok(existsSync(built), `build it first: cargo build --release --bin ${name}`);
  return built;
};
const sample = (name) => path(`examples/data/${name}`);
const month = [
  '--transactions', sample('bank.camt053.xml'), sample('gocardless.json'), sample('stripe.json'),
  '--invoices', sample('whmcs-invoices.json'), sample('business-invoices.json'),
  '--settled', sample('whmcs-transactions.json'),
];
const out = { maxBuffer: 1 << 30 };
const ours = (args) => execFileSync(process.execPath, [command, 'reconcile', ...args], out);
const theirs = (args) => execFileSync(rust('reconcile'), [...args, '--json', '-'], { ...out, stdio: ['ignore', 'pipe', 'ignore'] });

test('the sample month', () => {
  for (const more of [[], ['--options', sample('options.json')], ['--options', sample('options.json'), '--as-of', '2026-04-15']]) {
    const wanted = theirs([...month, ...more]);
    assert.ok(wanted.length > 50_000);
    assert.ok(ours([...month, ...more]).equals(wanted));
  }
});

test('a world of 2,000 customers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'payymo-world-'));
  try {
    execFileSync(rust('world'), ['--style', 'hosting_uk', '--seed', '2001', '--customers', '2000', '--out', folder]);
    const args = ['--transactions', 'transactions.json', '--invoices', 'invoices.json', '--settled', 'settlements.json', '--options', 'options.json']
      .map((word) => (word.endsWith('.json') ? join(folder, word) : word));
    const wanted = theirs(args);
    assert.ok(wanted.length > 1_000_000);
    assert.ok(ours(args).equals(wanted));
    const written = join(folder, 'out.json');
    ours([...args, '--json', written]);
    assert.ok(readFileSync(written).equals(wanted));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('files with errors, twice, and from standard input', () => {
  const folder = path('examples/data/');
  const twice = ['--transactions', sample('gocardless.json'), sample('gocardless.json'), '--invoices', sample('whmcs-invoices.json')];
  assert.ok(ours(twice).equals(theirs(twice)));
  const piped = ['--transactions', '-', '--invoices', sample('whmcs-invoices.json')];
  const input = file('examples/data/bank.camt053.xml');
  const found = execFileSync(process.execPath, [command, 'reconcile', ...piped], { ...out, input, cwd: folder });
  assert.ok(found.equals(execFileSync(rust('reconcile'), [...piped, '--json', '-'], { ...out, input, stdio: ['pipe', 'pipe', 'ignore'] })));
});

test('mistakes', () => {
  const run = (...args) => spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });
  for (const [args, said] of [
    [['reconsile'], /no command reconsile/],
    [['reconcile'], /--transactions FILE is missing/],
    [['reconcile', '--transactions'], /at least one FILE/],
    [['reconcile', '--frobnicate', 'x'], /unexpected --frobnicate/],
    [['reconcile', '--transactions', 'no-such-file', '--invoices', 'x'], /no-such-file: ENOENT/],
    [['reconcile', '--json', 'a', '--json', 'b'], /--json is given twice/],
    [['reconcile', ...month, '--as-of', 'soon'], /\/options\/as_of/],
    [['reconcile', ...month.slice(0, 2), '--invoices', sample('bank.camt053.xml')], /holds no invoices/],
    [['reconcile', ...month, '--memory', sample('README.md')], /memory\.syntax/],
  ]) {
    const { status, stderr, stdout } = run(...args);
    assert.deepEqual([status, stdout], [2, ''], `${args}: ${stderr}`);
    assert.match(stderr, said);
  }
  assert.equal(run('reconcile', ...month, '--json', '/no/such/folder/x').status, 1);
  assert.match(run('--help').stdout, /npx|payymo reconcile/);
  assert.match(run('--version').stdout, /^payymo \d/);
});
