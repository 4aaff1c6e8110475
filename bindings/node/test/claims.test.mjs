// JSON of the host's own: what is signed is what was meant, and what has no form in JSON, or several, is refused with its place.
import assert from 'node:assert/strict';
import test from 'node:test';
import { runInNewContext } from 'node:vm';
import { PayymoError, Signer, webhook } from '../index.mjs';
import { thrown } from './support.mjs';

const SECRET = 'a secret that guards nothing, for tests';
const signer = Signer.createSync('HS256', { secret: SECRET });
const payload = (token) => Buffer.from(token.split('.')[1], 'base64url').toString();
const sign = (claims) => payload(signer.signSync(claims));
const refused = (claims, code, field) => {
  const error = thrown(() => signer.signSync(claims));
  assert.ok(error instanceof PayymoError, `${error.stack}`);
  assert.deepEqual([error.code, error.place.field], [code, field], error.message);
};

class Claims {
  #hidden = 1;
  sub = 'u1';
  get hidden() {
    return this.#hidden;
  }
}

test('what has one form is signed', async () => {
  const taken = [
    [[], '[]'],
    [{}, '{}'],
    [Object.create(null), '{}'],
    [[1, 'two', null, true, [], {}], '[1,"two",null,true,[],{}]'],
    [null, 'null'],
    [0.5, '0.5'],
    [-0, '0'],
    [2 ** 53 - 1, '9007199254740991'],
    ['https://a.example/é', '"https://a.example/é"'],
    [new Map([['a', new Map()]]), '{"a":{}}'],
    [new Claims(), '{"sub":"u1"}'],
    [{ toJSON: () => ({ a: 1 }) }, '{"a":1}'],
    [new URL('https://a.example'), '"https://a.example/"'],
    [new String('boxed'), '"boxed"'],
    [runInNewContext('({ a: [1] })'), '{"a":[1]}'],
    [{ a: 1, b: undefined }, '{"a":1}'],
  ];
  for (const [value, json] of taken) {
    assert.equal(sign({ x: value }), `{"x":${json}}`);
    assert.equal(sign(new Map([['x', value]])), `{"x":${json}}`);
    assert.equal(payload(await signer.sign({ x: { y: value } })), `{"x":{"y":${json}}}`);
  }
  // As JSON.stringify: what is undefined is not there.
  assert.equal(sign({ x: undefined, y: 1 }), '{"y":1}');
  assert.equal(sign({}), '{}');
  assert.equal(sign(new Claims()), '{"sub":"u1"}');
});

test('what has none, or several, is refused with its place', () => {
  const circle = {};
  circle.self = circle;
  const endless = { toJSON: () => ({ again: endless }) };
  const odd = [
    NaN, Infinity, 5n, Symbol('x'), () => 1, new Date(), new Date(NaN), { toJSON: () => new Date() }, /x/, new Error('x'),
    Promise.resolve(1), new Set(['a']), new WeakMap(), Buffer.from('x'), new Uint8Array(1), new ArrayBuffer(1),
    new DataView(new ArrayBuffer(1)), new Headers(), [1, , 2], [undefined], [{ toJSON() {} }], (function* () {})(),
    new Map([[1, 'a']]), runInNewContext('new Date()'), circle, endless,
  ];
  for (const value of odd) {
    for (const [claims, field] of [[{ 'a/b': value }, '/claims/a~1b'], [{ list: [0, value] }, '/claims/list/1']]) {
      const error = thrown(() => signer.signSync(claims));
      assert.ok(error instanceof PayymoError, `${error.stack}`);
      assert.equal(error.code, 'contract.field');
      assert.ok(error.place.field.startsWith(field), error.message);
    }
  }
  for (const half of ['\ud800', 'a\udfff']) {
    refused({ x: half }, 'contract.encoding', '/claims/x');
    refused({ x: [half] }, 'contract.encoding', '/claims/x/0');
    refused({ x: { [half]: 1 } }, 'contract.encoding', '/claims/x');
    refused({ [half]: 1 }, 'contract.encoding', '/claims');
    refused({ x: { toJSON: () => half } }, 'contract.encoding', '/claims/x');
  }
  refused({ x: [1, { y: undefined, z: new Date() }] }, 'contract.field', '/claims/x/1/z');
  // Claims that are no object.
  for (const claims of [[1, 2], [], new Set(), 'x', 7, null, undefined, new Headers()]) refused(claims, 'contract.field', '/claims');
  // What the library itself refuses.
  for (const number of [2 ** 53, -(2 ** 53)]) assert.match(thrown(() => signer.signSync({ x: number })).code, /^token\./);
  const scheme = { name: 'own', at: new Date() };
  const error = thrown(() => webhook.verifySync({ live: SECRET }, {}, '', 0, { scheme }));
  assert.deepEqual([error.code, error.place.field], ['contract.field', '/scheme/at']);
});

test('what a member says the second time is not asked', () => {
  let asked = 0;
  const claims = { get sub() { return (asked += 1) === 1 ? 'u1' : 'admin'; } };
  assert.equal(sign(claims), '{"sub":"u1"}');
  assert.equal(sign(new Proxy({ a: 1 }, {})), '{"a":1}');
  assert.equal(sign(JSON.parse('{"__proto__": {"a": 1}}')), '{"__proto__":{"a":1}}');
});
