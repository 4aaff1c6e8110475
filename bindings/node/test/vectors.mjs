// Runs the cases that all languages run: as documents, where the bytes must be equal, and through the typed functions.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as payymo from '../index.mjs';
import { repository } from './support.mjs';

const { operations, classes: named } = createRequire(import.meta.url)('../lib/table.cjs');
const table = new Map(operations.map((operation) => [operation.name, operation]));
const folder = new URL('tests/vectors/', repository);

const expect = (answer, error, wanted, head) => {
  if (error && !(error instanceof payymo.PayymoError)) throw error;
  if (wanted.startsWith('{"error":')) {
    assert.ok(error, 'it should fail');
    const { error: right } = JSON.parse(wanted);
    const { code, number } = error.toJSON();
    assert.deepEqual({ code, number }, { code: right.code, number: right.number });
    return error;
  }
  if (error) throw error;
  assert.equal(answer, wanted, head.name);
  return undefined;
};

const tried = (run) => {
  try {
    return [run(), undefined];
  } catch (error) {
    return [undefined, error];
  }
};

const triedLater = async (run) => {
  try {
    return [await run(), undefined];
  } catch (error) {
    return [undefined, error];
  }
};

// As documents.

const classes = Object.fromEntries(Object.entries(named).map(([area, { name }]) => [area, payymo[name]]));

const rawHandle = (head) => {
  const handle = classes[table.get(head.op).area].openSync(JSON.stringify(head.open));
  for (const [op, request] of head.before ?? []) handle.callSync(op, JSON.stringify(request));
  return handle;
};

// What the opening of a handle answered: what it could not use, or nothing.
const said = (handle) => (handle.errors === undefined ? 'null' : payymo.toDocument(handle.errors).toString());

const raw = async (head, request, wanted) => {
  const on = table.get(head.op)?.on;
  let sync;
  let later;
  if (on === 'opens') {
    const Class = classes[table.get(head.op).area];
    sync = tried(() => said(Class.openSync(request)));
    later = await triedLater(async () => said(await Class.open(request)));
  } else if (on === 'handle' && head.open) {
    sync = tried(() => rawHandle(head).callSync(head.op, request).toString());
    later = await triedLater(async () => (await rawHandle(head).call(head.op, Buffer.from(request))).toString());
  } else {
    sync = tried(() => payymo.callSync(head.op, request).toString());
    later = await triedLater(async () => (await payymo.call(head.op, Buffer.from(request))).toString());
  }
  for (const [answer, error] of [sync, later]) {
    const found = expect(answer, error, wanted, head);
    // Sentence and place are the library's own too.
    if (found) assert.deepEqual(found.toJSON(), { ...found.toJSON(), ...JSON.parse(wanted).error });
  }
};

// Through the typed functions.

// A value of a document as a host of this language holds it: bytes are a Buffer.
const idiom = (type, value) => {
  if (type === 'bytes' && value?.base64 !== undefined) return Buffer.from(value.base64, 'base64');
  if (type === 'bytes' && typeof value === 'string') return Buffer.from(value);
  if (type?.list === 'bytes' && Array.isArray(value)) return value.map((inner) => idiom('bytes', inner));
  return value;
};

const argumentsOf = (operation, document) => {
  const { ...rest } = document;
  delete rest.version;
  delete rest.pretty;
  const values = operation.arguments.map(([name, type]) => {
    const value = idiom(type, rest[name]);
    delete rest[name];
    return value;
  });
  for (const [name, type] of operation.fields) if (Object.hasOwn(rest, name)) rest[name] = idiom(type, rest[name]);
  return [...values, rest];
};

const text = (operation, answer) => {
  if (operation.on === 'opens') return said(answer);
  if (operation.answers === 'nothing') return answer === undefined ? 'null' : 'something';
  if (operation.answers === 'bytes') return JSON.stringify(answer.toString('base64'));
  if (typeof answer !== 'object' || answer === null) return JSON.stringify(answer);
  // The object is what the bytes say.
  assert.deepEqual(answer, JSON.parse(payymo.toDocument(answer).toString()));
  return payymo.toDocument(answer).toString();
};

const typedHandle = (head, { area }) => {
  const handle = classes[area].createSync(...argumentsOf(table.get(`${area}.new`), head.open));
  for (const [op, request] of head.before ?? []) {
    const operation = table.get(op);
    handle[`${operation.function}Sync`](...argumentsOf(operation, request));
  }
  return handle;
};

const typed = async (head, request, wanted) => {
  const operation = table.get(head.op);
  if (!operation) throw new Error(`no function for ${head.op}`);
  const document = JSON.parse(request);
  const on = () => {
    if (operation.on === 'handle') return typedHandle(head, operation);
    return operation.on === 'opens' ? classes[operation.area] : payymo[operation.area];
  };
  const ways = operation.paired ? [operation.function, `${operation.function}Sync`] : [operation.function];
  for (const way of ways) {
    const [answer, error] = await triedLater(async () => text(operation, await on()[way](...argumentsOf(operation, document))));
    expect(answer, error, wanted, head);
  }
};

let count = 0;
const failed = [];
for (const name of readdirSync(folder).filter((name) => name.endsWith('.jsonl')).sort()) {
  const lines = readFileSync(new URL(name, folder), 'utf8').replace(/\n$/, '').split('\n');
  assert.equal(lines.length % 3, 0, `${name}: three lines a case`);
  for (let at = 0; at < lines.length; at += 3) {
    const head = JSON.parse(lines[at]);
    const known = new Set(['name', 'op', 'raw', 'open', 'before']);
    count += 1;
    try {
      for (const key of Object.keys(head)) assert.ok(known.has(key), `a head with ${key} is not known`);
      await raw(head, lines[at + 1], lines[at + 2]);
      if (!head.raw) await typed(head, lines[at + 1], lines[at + 2]);
    } catch (error) {
      failed.push(`${name}, ${head.op}, ${head.name}: ${error.message}`);
    }
  }
}
failed.forEach((line) => console.error(line));
console.log(`node: ${count} cases`);
if (failed.length > 0) {
  console.error(`${failed.length} of them failed`);
  process.exitCode = 1;
}
