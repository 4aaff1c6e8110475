// Every JavaScript block of README.md runs as it stands, in a folder of its own with the sample files.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { file, path } from './support.mjs';

const blocks = [...file('bindings/node/README.md').toString().matchAll(/```js\n([\s\S]*?)```/g)].map((found) => found[1]);

test('the examples of README.md', () => {
  assert.ok(blocks.length >= 5, `${blocks.length} blocks`);
  const folder = mkdtempSync(join(tmpdir(), 'payymo-readme-'));
  try {
    cpSync(path('examples/data'), folder, { recursive: true });
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(path('bindings/node'), join(folder, 'node_modules', 'payymo'));
    blocks.forEach((block, at) => {
      // What stands behind `//` on a line that prints is what it prints.
      const wanted = [...block.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map((found) => found[1]);
      const name = join(folder, `${at}.mjs`);
      writeFileSync(name, block);
      const said = execFileSync(process.execPath, [name], { cwd: folder, stdio: 'pipe' }).toString();
      if (wanted.length > 0) assert.deepEqual(said.trimEnd().split('\n'), wanted, block);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
