// Methods that were taken off their object, or are called on another.
import assert from 'node:assert/strict';
import test from 'node:test';
import { PayymoError, Signer } from '../index.mjs';
import { rejected, thrown } from './support.mjs';

const SECRET = 'a secret that guards nothing, for tests';
const signer = Signer.createSync('HS256', { secret: SECRET });

test('methods without their object', async () => {
  const { sign: later, signSync, callSync, call, dispose } = signer;
  const foreign = [undefined, null, 7, {}, Signer, Signer.prototype, Object.create(signer), () => 1];
  const checks = (error, name) => {
    assert.ok(error instanceof PayymoError, `${error.stack}`);
    assert.equal(error.code, 'contract.handle');
    assert.match(error.message, new RegExp(`${name} was called without its object`));
  };
  for (const self of foreign) {
    checks(thrown(() => signSync.call(self, {})), 'signSync');
    checks(thrown(() => callSync.call(self, 'signer.jwk')), 'callSync');
    checks(thrown(() => dispose.call(self)), 'dispose');
    checks(await rejected(later.call(self, {})), 'sign');
    checks(await rejected(call.call(self, 'signer.jwk')), 'call');
  }
  for (const read of [() => Signer.prototype.disposed, () => Object.create(signer).disposed]) checks(thrown(read), 'disposed');
  assert.equal(signSync.bind(signer)({ a: 1 }), await signer.sign({ a: 1 }));
  const { createSync } = Signer;
  assert.ok(createSync('HS256', { secret: SECRET }) instanceof Signer);
});
