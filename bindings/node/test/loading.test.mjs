// A platform that the package has no addon for.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import test from 'node:test';
import { path } from './support.mjs';

test('says what is missing', () => {
  const code = `
    Object.defineProperty(process, 'arch', { value: 'vax' });
    try { require(${JSON.stringify(path('bindings/node/lib/index.cjs'))}); } catch ({ code, number, message, cause }) { console.log(code, number, cause.code, message); }`;
  const said = execFileSync(process.execPath, ['--eval', code], { encoding: 'utf8' });
  assert.match(said, /^contract\.transport 9010 MODULE_NOT_FOUND .* linux-vax .*make -C bindings\/node build/);
});
