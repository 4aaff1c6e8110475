'use strict';
// Calls of the native part: errors become exceptions, signals and progress are seen to.

const { PayymoError } = require('./error.cjs');
const { Wrong, bytesOf, wellFormed } = require('./convert.cjs');
const native = require('./native.cjs');
const { words } = require('./table.cjs');

// Milliseconds between looks at a call's progress.
const LOOK = 20;
// Calls at once that may stand in each other's progress.
const DEEPEST = 8;

const argument = (message) => new PayymoError('contract.argument', message);

// The options of a call, checked; a copy, so that they are what was checked.
const checked = (given) => {
  if (given === undefined || given === null) return {};
  if (typeof given !== 'object') throw argument('options are an object');
  const options = { ...given };
  const { signal, onProgress } = options;
  // By what it does and not by its class: test frameworks bring classes of their own.
  const listens = ['addEventListener', 'removeEventListener'].every((name) => typeof signal?.[name] === 'function');
  const isSignal = listens && typeof signal.aborted === 'boolean';
  if (signal !== undefined && !isSignal) throw argument('options.signal is an AbortSignal');
  if (onProgress !== undefined && typeof onProgress !== 'function') throw argument('options.onProgress is a function');
  return options;
};

// An answer is bytes, or text where it is small; an error stands behind a mark with which no JSON begins.
const isError = (answer) => typeof answer === 'string' && answer.startsWith('!');

const answered = (answer) => {
  if (isError(answer)) throw PayymoError.of(answer.slice(1));
  return answer;
};

// How deep calls stand in functions of progress of other calls: each takes a stack that the engine does not count.
let depth = 0;

// At once. `run` takes what is to be told of progress.
const atOnce = (run, { onProgress }) => {
  if (depth >= DEEPEST) throw new PayymoError('contract.callback', `calls in the progress of calls, more than ${DEEPEST} deep`);
  if (onProgress === undefined) return answered(run(undefined));
  let failure;
  const tell = (stage, done, all) => {
    try {
      return onProgress({ stage: words.Stage[stage] ?? 'other', done, all }) !== false;
    } catch (error) {
      failure = { error };
      return false;
    }
  };
  let answer;
  depth += 1;
  try {
    answer = run(tell);
  } finally {
    depth -= 1;
  }
  if (failure) throw failure.error;
  return answered(answer);
};

// By a promise. `run` takes the control of the call.
const later = async (run, { signal, onProgress }) => {
  if (signal?.aborted) throw signal.reason;
  if (signal === undefined && onProgress === undefined) return answered(await run(undefined));
  const control = new native.Control();
  const stop = () => control.stop();
  let failure;
  let seen = 0;
  const look = () => {
    const [told, stage, done, all] = control.read();
    if (told === seen || failure) return;
    seen = told;
    try {
      if (onProgress({ stage: words.Stage[stage] ?? 'other', done, all }) === false) stop();
    } catch (error) {
      failure = { error };
      stop();
    }
  };
  const timer = onProgress && setInterval(look, LOOK);
  signal?.addEventListener('abort', stop, { once: true });
  let answer;
  try {
    answer = await run(control);
  } finally {
    clearInterval(timer);
    signal?.removeEventListener('abort', stop);
  }
  if (onProgress) look();
  if (failure) throw failure.error;
  if (signal?.aborted && isError(answer) && PayymoError.of(answer.slice(1)).code === 'matching.cancelled') throw signal.reason;
  return answered(answer);
};

// A request as a host hands it in as a document.
const document = (request = '{}') => {
  if (typeof request === 'string') {
    if (!wellFormed(request)) throw new PayymoError('contract.encoding', 'a request with half a character (a lone surrogate)');
    return request;
  }
  return own(request, 'a request is text or bytes');
};

const blobs = ({ blobs = [] }) => {
  const right = 'options.blobs is a list of bytes';
  if (!Array.isArray(blobs)) throw argument(right);
  const list = [];
  // Not by map(), which leaves holes; each is read once.
  for (let index = 0; index < blobs.length; index += 1) list.push(own(blobs[index], right));
  return list;
};

const own = (value, right) => {
  let bytes;
  try {
    bytes = bytesOf(value);
  } catch (wrong) {
    throw wrong instanceof Wrong ? argument(wrong.message) : wrong;
  }
  if (bytes === undefined) throw argument(right);
  return bytes;
};

const operation = (name) => {
  if (typeof name !== 'string') throw argument('an operation is named by a text');
  return name;
};

module.exports = { answered, atOnce, blobs, checked, document, later, operation };
