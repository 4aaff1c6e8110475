// Every function with its types, checked by tsc --strict and never run.
import { createReadStream } from 'node:fs';
import { ReadableStream } from 'node:stream/web';
import {
  Matcher, NO_ROW, PayymoError, Stream, call, callSync, codes, currencyDecimals, format, ibanCheck, library, referenceCheck, linking, matching, memory, money,
  party, readStream, reconcileColumns, reconcileColumnsSync, reference, text, toDocument,
} from 'payymo';
import type {
  About, Account, Allocation, Bic, ByteSource, ColumnResult, ColumnTable, CurrencyInfo, Decimal, DecimalMark, Detection, ErrorCode, Explained, Feedback, Format,
  FoundIban, FoundReference, Iban, Invoice, InvoiceInput, InvoicesOnce, Linked, LocalizedAmount, MatchKind, MemoryInfo, Money, Name,
  NameComparison, OperationName, Options, Place, Problem, Progress, Reconciliation, RecordPlace, Report, Settlement, SettlementInput,
  SettlementsOnce, Statement, StreamBatch, Transaction, TransactionInput, ValidReference, Written,
} from 'payymo';

/** Equal types, of which none is `any`. */
type Same<A, B> = 0 extends 1 & A ? false : [A] extends [B] ? ([B] extends [A] ? true : false) : false;
const is = <Wanted,>() => <Found,>(found: Found, ..._: Same<Found, Wanted> extends true ? [] : [never]): Found => found;

// Money, days and bytes in every form that is taken.
const decimal = { toJSON: () => '12.00' };
const transaction: TransactionInput = { id: 't1', booked_on: '2026-03-04', amount: 12n, currency: 'EUR', fees: [{ amount: decimal, currency: 'EUR' }] };
const invoice: InvoiceInput = { id: '1', total: 12, open: '12.00', currency: 'EUR', customer: { name: null }, metadata: new Map([['a', 'b']]) };
const settlement: SettlementInput = { invoice: '1', amount: '1', currency: 'EUR', settled_on: '2026-03-01' };
const options: Options = { as_of: '2026-03-04', max_wrong_auto: 0.001, auto: { kinds: ['single'], max_amount: 100n }, rates: [{ from: 'EUR', to: 'USD', rate: '1.1' }] };
const signal = AbortSignal.timeout(1);
const onProgress = ({ stage, done, all }: Progress): boolean => stage !== 'assign' || done < all;
// @ts-expect-error a truth is no amount
const wrong: TransactionInput = { ...transaction, amount: true };
// @ts-expect-error what must be there must be there
const missing: InvoiceInput = { id: '1', currency: 'EUR' };

// format, linking
is<Format>()(await format.detect(Buffer.alloc(0), { signal }));
is<Format>()(format.detectSync('x'));
const report = is<Report>()(await format.read(new Uint8Array(), { name: 'x', options: { format: 'csv', columns: { fields: { amount: 3, text: ['a', 4] } } } }));
is<Report>()(format.readSync(new ArrayBuffer(0), { strict: true }));
is<Linked>()(await linking.duplicates([report.transactions]));
is<Linked>()(linking.duplicatesSync([[transaction]]));
is<Transaction[]>()(await linking.assignIds([transaction]));
is<Transaction[]>()(linking.assignIdsSync([transaction]));
is<InvoicesOnce>()(await linking.invoices([[invoice]]));
is<InvoicesOnce>()(linking.invoicesSync([report.invoices]));
is<SettlementsOnce>()(await linking.settlements([[settlement]]));
is<SettlementsOnce>()(linking.settlementsSync([report.settlements]));

is<Detection>()(await format.detection('x'));
is<Account[]>()(report.accounts);
is<Statement[]>()(report.statements);
is<RecordPlace | undefined>()(report.places?.transactions[0]);
is<string>()(await format.writeJsonLines({ transactions: [transaction] }));
is<string>()(format.writeTransactionsSync([transaction]));
is<string>()(await format.writeInvoices(report.invoices));
is<string>()(format.writeSettlementsSync([settlement]));
is<Written>()(await format.writeCamt053(report.transactions, { statement: { account: 'x', opening: { currency: 'EUR', amount: '1' } } }));

// Stream
const stream = is<Stream>()(await Stream.create({ name: 'x', places: false, options: { format: 'csv' }, signal }));
is<Stream>()(Stream.createSync());
is<Stream>()(await Stream.open('{}', { signal }));
is<Stream>()(Stream.openSync('{}'));
// @ts-expect-error it is made by Stream.create
new Stream();
is<StreamBatch>()(await stream.push(Buffer.alloc(0), { signal }));
is<StreamBatch>()(stream.pushSync('x'));
is<StreamBatch>()(await stream.finish());
const last = is<StreamBatch>()(stream.finishSync());
is<Format | undefined>()(last.summary?.format);
is<Transaction[]>()(last.transactions);
is<Buffer>()(stream.callSync('stream.finish'));
is<boolean>()(stream.disposed);
stream.dispose();
const sources: ByteSource[] = [createReadStream('x'), new ReadableStream<Uint8Array>(), [Buffer.alloc(0)], new ArrayBuffer(0), Buffer.alloc(0)];
for (const source of sources) {
  for await (const batch of readStream(source, { chunkSize: 1000, options: { format: 'mt940' }, name: 'x', places: true, signal })) is<StreamBatch>()(batch);
}
const response = await fetch('https://example.org/');
if (response.body) readStream(response.body);
// @ts-expect-error a text is no source: a path is opened by the host
readStream('statement.xml');

// matching
const known: Uint8Array = new Uint8Array();
const result = is<Reconciliation>()(await matching.reconcile([transaction], [invoice], { settlements: [settlement], options, memory: known, errors: report.errors, signal, onProgress }));
is<Reconciliation>()(matching.reconcileSync(report.transactions, report.invoices, { options: null, onProgress: () => {} }));
is<Explained[]>()(await matching.explain('t1', [transaction], [invoice]));
is<Explained[]>()(matching.explainSync('t1', [transaction], [invoice], { options }));
is<Settlement[]>()(await matching.settlements(result.matches, report.transactions));
is<Settlement[]>()(matching.settlementsSync(result.matches, [transaction]));
is<Decimal | undefined>()(result.matches[0]?.allocations[0]?.amount);
is<string | undefined>()(result.matches[0]?.allocations[0]?.invoice);
is<Problem[]>()(result.errors);
const kind: MatchKind | undefined = result.matches[0]?.kind;
// Words of later versions are no error.
const later: MatchKind = 'a_kind_of_next_year';

// Matcher
const matcher = is<Matcher>()(await Matcher.create([invoice], { settlements: [settlement], options, memory: known, signal }));
is<Matcher>()(Matcher.createSync(report.invoices));
is<Matcher>()(await Matcher.open('{}', { signal }));
is<Matcher>()(Matcher.openSync(Buffer.alloc(0)));
// @ts-expect-error it is made by Matcher.create
new Matcher();
is<readonly Problem[]>()(matcher.errors);
is<void>()(await matcher.put(invoice));
matcher.putSync(invoice);
is<boolean>()(await matcher.remove('1', { signal }));
is<boolean>()(matcher.removeSync('1'));
is<boolean>()(await matcher.close('1'));
is<boolean>()(matcher.closeSync('1'));
is<void>()(await matcher.settle(settlement));
matcher.settleSync(settlement);
is<void>()(await matcher.apply(result.matches));
matcher.applySync(result.matches);
is<void>()(await matcher.undo(result.matches));
matcher.undoSync(result.matches);
is<void>()(await matcher.remember({ memory: known }));
matcher.rememberSync();
is<Reconciliation>()(await matcher.reconcile([transaction], { signal, onProgress }));
is<Reconciliation>()(matcher.reconcileSync(report.transactions));
is<Reconciliation>()(await matcher.propose(transaction));
is<Reconciliation>()(matcher.proposeSync(transaction));
is<Explained[]>()(await matcher.explain('t1', [transaction]));
is<Explained[]>()(matcher.explainSync('t1', [transaction]));
is<Buffer>()(matcher.callSync('matcher.remove', '{"id": "1"}'));
is<Buffer>()(await matcher.call('matcher.remove', '{"id": "1"}', { signal }));
is<boolean>()(matcher.disposed);
matcher[Symbol.dispose]();
matcher.dispose();

// memory
const feedback: Feedback = { verdict: 'confirmed', day: '2026-03-01', match: result.matches[0], transactions: [transaction], invoices: [invoice] };
is<Buffer>()(await memory.learn([feedback], { memory: known }));
const learnt = is<Buffer>()(memory.learnSync([feedback]));
is<Buffer>()(await memory.unlearn(learnt, [feedback]));
is<Buffer>()(memory.unlearnSync(learnt, [feedback]));
is<Buffer>()(await memory.merge([learnt, known]));
is<Buffer>()(memory.mergeSync([]));
is<Buffer>()(await memory.forgetCustomer(learnt, 'K7'));
is<Buffer>()(memory.forgetCustomerSync(learnt, 'K7'));
is<Buffer>()(await memory.mergeCustomers(learnt, 'K7', 'K8'));
is<Buffer>()(memory.mergeCustomersSync(learnt, 'K7', 'K8'));
is<MemoryInfo>()(await memory.info(learnt));
is<MemoryInfo>()(memory.infoSync(learnt));

// reference, party, money, text, library
is<ValidReference | null>()(reference.validate('rf', 'x'));
is<string | null>()(reference.generate('ogm', '1'));
is<string | null>()(reference.ocrWithLength('1'));
is<FoundReference[]>()(reference.find('x', { strictness: 'bare' }));
is<ValidReference[]>()(reference.inside('x'));
is<Iban>()(party.iban('x'));
is<FoundIban[]>()(party.findIbans('x'));
is<Bic>()(party.bic('x'));
is<string[]>()(party.accountKeys('x'));
is<boolean>()(party.sameAccount('x', 'y'));
is<Name>()(party.name('x'));
is<NameComparison>()(party.compareNames('x', 'y'));
is<Money>()(money.parse('1', 'EUR'));
is<LocalizedAmount>()(money.parseLocalized('1', { decimal_mark: ',', currency: 'EUR' }));
is<DecimalMark | null>()(money.learnMark(['1,00']));
is<Money>()(money.sum(['1'], 'EUR'));
is<CurrencyInfo>()(money.currency('EUR'));
is<CurrencyInfo[]>()(money.currencies());
is<string>()(text.fold('x'));
is<string[]>()(text.tokens('x'));
is<number | null>()(text.edits('a', 'b', { most: 2 }));
is<string>()(text.html('x'));
is<string>()(text.csvCell('x'));
is<string>()(text.terminal('x'));
is<About>()(library.about());

// Documents, columns, what stands beside
const name: OperationName = 'text.fold';
is<Buffer>()(callSync(name, '{"text": "x"}', { blobs: [known], onProgress }));
is<Buffer>()(await call(name, Buffer.alloc(0), { signal }));
is<Buffer>()(toDocument(result, { pretty: true }));
const table: ColumnTable = { id: ['a'], booked_on: new Int32Array(1), amount_minor: new BigInt64Array(1), currency: 'EUR', remittance: { offsets: new Uint32Array(2), bytes: known } };
const columns = is<ColumnResult>()(await reconcileColumns(table, {}, { settlements: {}, options, signal, onProgress }));
is<ColumnResult>()(reconcileColumnsSync(table, table));
is<BigInt64Array>()(columns.allocations.amount_minor);
is<boolean>()(columns.allocations.invoice_row[0] === NO_ROW);
is<number | undefined>()(codes['input.float_money']);
is<number | undefined>()(currencyDecimals('EUR'));
is<boolean>()(referenceCheck('rf', 'RF18 5390 0754 7034'));
const verdict: Iban['verdict'] = ibanCheck('x');

// What is answered can be handed in.
const again: [TransactionInput[], InvoiceInput[], SettlementInput[]] = [report.transactions, report.invoices, report.settlements];
const allocations: Allocation[] = result.matches.flatMap((match) => match.allocations);

try {
  library.about();
} catch (error) {
  if (error instanceof PayymoError) {
    is<ErrorCode>()(error.code);
    is<number>()(error.number);
    is<Place>()(error.place);
    is<string | undefined>()(error.toJSON().field);
  }
}
export { again, allocations, kind, later, missing, verdict, wrong };
