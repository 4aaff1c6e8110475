#!/usr/bin/env node
// Bank files and open invoices in, the result as JSON out: the Rust command `reconcile` as a host of this package writes it.
//
//   npx payymo reconcile --transactions FILE… --invoices FILE… [--settled FILE…] [--options FILE] [--as-of DATE]
//                        [--memory FILE] [--json OUT]

import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { PayymoError, format, library, linking, matching, toDocument } from '../index.mjs';

const HELP = `Reconciles bank transactions with open invoices and says why.

payymo reconcile --transactions FILE… --invoices FILE… [--settled FILE…] [--options FILE] [--as-of DATE]
                 [--memory FILE] [--json OUT]

  --transactions FILE…  bank statements and gateway lists: CAMT.053, GoCardless, Stripe, CSV, JSON of the contract
  --invoices FILE…      open invoices: WHMCS GetInvoices, JSON of the contract
  --settled FILE…       what was settled before: WHMCS GetTransactions, JSON of the contract
  --options FILE        JSON: {"matching": {…}, "read": {…}}, or the fields of "matching" alone
  --as-of DATE          the day the result speaks of, as 2026-03-31; default: the latest booking date
  --memory FILE         what was learnt before
  --json OUT            where the result goes; default: -, standard output
  --help, --version

A FILE of any supported format is recognised by its content; \`-\` is standard input. Exit 0: it ran, and records that
could not be read are listed; 1: the output could not be written; 2: wrong arguments, or an input that is unusable.
`;

/** Ends the command with a sentence for a person. */
class Failure extends Error {
  constructor(message, code = 2) {
    super(message);
    this.code = code;
  }
}

const LISTS = ['transactions', 'invoices', 'settled'];
const SINGLE = ['options', 'as-of', 'memory', 'json'];

const argumentsOf = (words) => {
  const args = { transactions: [], invoices: [], settled: [] };
  const rest = [...words];
  const values = () => {
    const end = rest.findIndex((word) => word.startsWith('--'));
    return rest.splice(0, end < 0 ? rest.length : end);
  };
  while (rest.length > 0) {
    const [word, inline] = rest.shift().split(/=(.*)/s);
    const name = word.slice(2);
    if (!word.startsWith('--') || ![...LISTS, ...SINGLE].includes(name)) throw new Failure(`unexpected ${word}`);
    if (inline !== undefined) rest.unshift(inline);
    if (LISTS.includes(name)) {
      const files = values();
      if (files.length === 0) throw new Failure(`--${name} needs at least one FILE`);
      args[name].push(...files);
    } else {
      if (name in args) throw new Failure(`--${name} is given twice`);
      if (rest.length === 0) throw new Failure(`--${name} needs a value`);
      args[name] = rest.shift();
    }
  }
  return args;
};

const nameOf = (file) => (file === '-' ? 'standard input' : file);

const bytesOf = (file) => {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    throw new Failure(`${nameOf(file)}: ${error.message}`);
  }
};

/** Runs, and puts the file's name before what the library says. */
const about = async (file, run) => {
  try {
    return await run();
  } catch (error) {
    if (error instanceof PayymoError) throw new Failure(`${nameOf(file)}: ${error.message}`);
    throw error;
  }
};

/** `{"matching": {…}, "read": {…}}`, or the fields of `matching` alone. */
const optionsOf = (file) => {
  if (file === undefined) return [{}, {}];
  let fields;
  try {
    fields = JSON.parse(bytesOf(file).toString().replace(/^\uFEFF/, ''));
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(`${nameOf(file)}: not options: ${error.message}`);
  }
  if (fields?.matching === undefined && fields?.read === undefined) return [fields, {}];
  const { matching: own = {}, read = {}, ...stray } = fields;
  const [first] = Object.keys(stray);
  if (first !== undefined) throw new Failure(`not options: ${first} stands beside "matching" or "read"`);
  return [own, read];
};

/** Every row once, with what reading said. */
const load = async (args, how) => {
  const rows = { transactions: [], invoices: [], settlements: [] };
  const problems = { errors: [], warnings: [] };
  // Readers of payments want to know the currencies of invoices; what the options say goes first.
  const currencies = new Map(Object.entries(how.invoice_currencies ?? {}));
  const told = new Set();
  for (const [role, wanted] of [['transactions', 'transactions'], ['invoices', 'invoices'], ['settled', 'settlements']]) {
    for (const file of args[role]) {
      const options = { ...how, invoice_currencies: currencies };
      const name = file === '-' ? nameOf(file) : basename(file);
      const report = await about(file, () => format.read(bytesOf(file), { options, name }));
      if (report[wanted].length === 0) {
        const [first] = report.errors;
        throw new Failure(`${nameOf(file)}: given as --${role}, but it holds no ${wanted}${first ? `; the first error: ${first.message}` : ''}`);
      }
      for (const kind of Object.keys(rows)) rows[kind].push(report[kind]);
      // A file may be given twice, say as transactions and as invoices: what is wrong with it is told once.
      if (told.has(file)) continue;
      told.add(file);
      problems.errors.push(...report.errors);
      problems.warnings.push(...report.warnings);
    }
    for (const { id, currency } of rows.invoices.flat()) if (!currencies.has(id)) currencies.set(id, currency);
  }
  const linked = await linking.duplicates(rows.transactions);
  const items = await linking.invoices(rows.invoices);
  const { settlements } = await linking.settlements(rows.settlements);
  problems.errors.push(...linked.errors, ...items.errors);
  return { ...problems, transactions: linked.transactions, invoices: items.invoices, settlements };
};

const run = async (words) => {
  if (words.includes('--help') || words.length === 0) return process.stdout.write(HELP);
  if (words.includes('--version')) return process.stdout.write(`payymo ${library.about().version}\n`);
  if (words[0] !== 'reconcile') throw new Failure(`no command ${words[0]}: there is reconcile`);
  const args = argumentsOf(words.slice(1));
  for (const needed of ['transactions', 'invoices']) if (args[needed].length === 0) throw new Failure(`--${needed} FILE is missing`);

  const [own, how] = optionsOf(args.options);
  const options = { ...own, as_of: args['as-of'] ?? own.as_of };
  const memory = args.memory === undefined ? undefined : bytesOf(args.memory);
  const { transactions, invoices, ...before } = await load(args, how);
  const result = await about(args.options ?? 'the call', () => matching.reconcile(transactions, invoices, { ...before, options, memory }));

  const text = `${toDocument(result, { pretty: true })}\n`;
  if (args.json === undefined || args.json === '-') return process.stdout.write(text);
  try {
    return writeFileSync(args.json, text);
  } catch (error) {
    throw new Failure(`${args.json}: ${error.message}`, 1);
  }
};

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  process.stderr.write(`payymo: ${error.message}\n`);
  process.exitCode = error.code;
}
