// The package as a new user has it: installed from the tarball into an empty folder.
//
//   node test/dist.mjs target/dist/node/payymo-0.1.0.tgz
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { path } from './support.mjs';

const tarball = resolve(process.argv[2]);
const folder = mkdtempSync(join(tmpdir(), 'payymo-new-'));
const run = (command, ...args) => execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 28 });
try {
  writeFileSync(join(folder, 'package.json'), '{"private": true}');
  run('npm', 'install', '--silent', '--offline', '--no-audit', '--no-fund', tarball);
  const installed = join(folder, 'node_modules', 'payymo');
  const files = readdirSync(installed).sort();
  for (const wanted of ['LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'THIRD-PARTY.txt', 'index.d.ts', 'native', 'sbom.cdx.json']) {
    assert.ok(files.includes(wanted), `${wanted} is missing: ${files}`);
  }
  for (const folder of ['test', 'src', 'target', 'node_modules']) assert.ok(!files.includes(folder), folder);

  // The first example of README.md as it stands, and the same through `require`.
  cpSync(path('examples/data'), folder, { recursive: true });
  const [, example] = /```js\n([\s\S]*?)```/.exec(readFileSync(join(installed, 'README.md'), 'utf8'));
  writeFileSync(join(folder, 'five.mjs'), example);
  assert.equal(run(process.execPath, 'five.mjs'), `${/\/\/ (auto .*)/.exec(example)[1]}\n`);
  assert.equal(run(process.execPath, '--print', 'require("payymo").party.iban("DE89370400440532013000").valid'), 'true\n');
  const month = ['reconcile', '--transactions', 'bank.camt053.xml', '--invoices', 'whmcs-invoices.json'];
  assert.ok(JSON.parse(run('npx', '--no-install', 'payymo', ...month)).summary.auto > 20);
  console.log(`${tarball}: works as installed; addons: ${readdirSync(join(installed, 'native')).join(', ')}`);
} finally {
  rmSync(folder, { recursive: true });
}
