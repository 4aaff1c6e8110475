<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Tests\Support;

use Payymo\Model\About;
use Payymo\Model\Bic;
use Payymo\Model\CertificateBundle;
use Payymo\Model\ChainVerdict;
use Payymo\Model\ClaimDecision;
use Payymo\Model\ClaimLeases;
use Payymo\Model\CurrencyInfo;
use Payymo\Model\Detection;
use Payymo\Model\Explained;
use Payymo\Model\Feedback;
use Payymo\Model\FetchDecision;
use Payymo\Model\FetchTimes;
use Payymo\Model\FoundIban;
use Payymo\Model\FoundReference;
use Payymo\Model\HeldCertificate;
use Payymo\Model\Iban;
use Payymo\Model\Invoice;
use Payymo\Model\InvoicesOnce;
use Payymo\Model\KeyInfo;
use Payymo\Model\KeyRingStep;
use Payymo\Model\KeyRingView;
use Payymo\Model\KeyTimes;
use Payymo\Model\LeadTimes;
use Payymo\Model\Linked;
use Payymo\Model\LocalizedAmount;
use Payymo\Model\MatchRecord;
use Payymo\Model\MemoryInfo;
use Payymo\Model\Money;
use Payymo\Model\Name;
use Payymo\Model\NameComparison;
use Payymo\Model\Options;
use Payymo\Model\PermissionSubject;
use Payymo\Model\PermissionVerdict;
use Payymo\Model\PinSet;
use Payymo\Model\PinnedKey;
use Payymo\Model\PresentedToken;
use Payymo\Model\Problem;
use Payymo\Model\PublicKey;
use Payymo\Model\ReadOptions;
use Payymo\Model\Reconciliation;
use Payymo\Model\Report;
use Payymo\Model\Revocation;
use Payymo\Model\Role;
use Payymo\Model\RotationPlan;
use Payymo\Model\Route;
use Payymo\Model\RouteGap;
use Payymo\Model\SessionLifetimes;
use Payymo\Model\SessionStep;
use Payymo\Model\SessionTokens;
use Payymo\Model\Settlement;
use Payymo\Model\SettlementsOnce;
use Payymo\Model\StateWrite;
use Payymo\Model\StatementHead;
use Payymo\Model\StreamBatch;
use Payymo\Model\TokenBinding;
use Payymo\Model\TokenPolicy;
use Payymo\Model\TokenStanding;
use Payymo\Model\Transaction;
use Payymo\Model\ValidReference;
use Payymo\Model\VerifiedToken;
use Payymo\Model\VerifiedWebhook;
use Payymo\Model\Written;

/** Every operation with its method, its parameters and what they are written as. */
final class Operations
{
    public const TABLE = [
        'format.detect' => [
            'call' => [\Payymo\Format::class, 'detect'],
            'on' => 'function',
            'answer' => 'text',
            'request' => [
                'content' => ['content', 'bytes'],
            ],
        ],
        'format.detection' => [
            'call' => [\Payymo\Format::class, 'detection'],
            'on' => 'function',
            'answer' => Detection::class,
            'request' => [
                'content' => ['content', 'bytes'],
            ],
        ],
        'format.read' => [
            'call' => [\Payymo\Format::class, 'read'],
            'on' => 'function',
            'answer' => Report::class,
            'request' => [
                'content' => ['content', 'bytes'],
                'options' => ['options', ReadOptions::class],
                'name' => ['name', 'text'],
                'places' => ['places', 'truth'],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'format.write_json_lines' => [
            'call' => [\Payymo\Format::class, 'writeJsonLines'],
            'on' => 'function',
            'answer' => 'text',
            'request' => [
                'transactions' => ['transactions', ['list', Transaction::class]],
                'invoices' => ['invoices', ['list', Invoice::class]],
                'settlements' => ['settlements', ['list', Settlement::class]],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'format.write_transactions' => [
            'call' => [\Payymo\Format::class, 'writeTransactions'],
            'on' => 'function',
            'answer' => 'text',
            'request' => [
                'transactions' => ['transactions', ['list', Transaction::class]],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'format.write_invoices' => [
            'call' => [\Payymo\Format::class, 'writeInvoices'],
            'on' => 'function',
            'answer' => 'text',
            'request' => [
                'invoices' => ['invoices', ['list', Invoice::class]],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'format.write_settlements' => [
            'call' => [\Payymo\Format::class, 'writeSettlements'],
            'on' => 'function',
            'answer' => 'text',
            'request' => [
                'settlements' => ['settlements', ['list', Settlement::class]],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'format.write_camt053' => [
            'call' => [\Payymo\Format::class, 'writeCamt053'],
            'on' => 'function',
            'answer' => Written::class,
            'request' => [
                'transactions' => ['transactions', ['list', Transaction::class]],
                'statement' => ['statement', StatementHead::class],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'format.write_mt940' => [
            'call' => [\Payymo\Format::class, 'writeMt940'],
            'on' => 'function',
            'answer' => Written::class,
            'request' => [
                'transactions' => ['transactions', ['list', Transaction::class]],
                'statement' => ['statement', StatementHead::class],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'stream.new' => [
            'call' => [\Payymo\Stream::class, 'new'],
            'on' => 'open',
            'answer' => 'nothing',
            'request' => [
                'options' => ['options', ReadOptions::class],
                'name' => ['name', 'text'],
                'places' => ['places', 'truth'],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'stream.push' => [
            'call' => [\Payymo\Stream::class, 'push'],
            'on' => 'handle',
            'answer' => StreamBatch::class,
            'request' => [
                'content' => ['content', 'bytes'],
            ],
        ],
        'stream.finish' => [
            'call' => [\Payymo\Stream::class, 'finish'],
            'on' => 'handle',
            'answer' => StreamBatch::class,
            'request' => [
            ],
        ],
        'linking.duplicates' => [
            'call' => [\Payymo\Linking::class, 'duplicates'],
            'on' => 'function',
            'answer' => Linked::class,
            'request' => [
                'inputs' => ['inputs', ['list', ['list', Transaction::class]]],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'linking.assign_ids' => [
            'call' => [\Payymo\Linking::class, 'assignIds'],
            'on' => 'function',
            'answer' => ['list', Transaction::class],
            'request' => [
                'transactions' => ['transactions', ['list', Transaction::class]],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'linking.invoices' => [
            'call' => [\Payymo\Linking::class, 'invoices'],
            'on' => 'function',
            'answer' => InvoicesOnce::class,
            'request' => [
                'inputs' => ['inputs', ['list', ['list', Invoice::class]]],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'linking.settlements' => [
            'call' => [\Payymo\Linking::class, 'settlements'],
            'on' => 'function',
            'answer' => SettlementsOnce::class,
            'request' => [
                'inputs' => ['inputs', ['list', ['list', Settlement::class]]],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'matching.reconcile' => [
            'call' => [\Payymo\Matching::class, 'reconcile'],
            'on' => 'function',
            'answer' => Reconciliation::class,
            'request' => [
                'transactions' => ['transactions', ['list', Transaction::class]],
                'invoices' => ['invoices', ['list', Invoice::class]],
                'settlements' => ['settlements', ['list', Settlement::class]],
                'options' => ['options', Options::class],
                'memory' => ['memory', 'bytes'],
                'errors' => ['errors', ['list', Problem::class]],
                'warnings' => ['warnings', ['list', Problem::class]],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'matching.explain' => [
            'call' => [\Payymo\Matching::class, 'explain'],
            'on' => 'function',
            'answer' => ['list', Explained::class],
            'request' => [
                'id' => ['id', 'text'],
                'transactions' => ['transactions', ['list', Transaction::class]],
                'invoices' => ['invoices', ['list', Invoice::class]],
                'settlements' => ['settlements', ['list', Settlement::class]],
                'options' => ['options', Options::class],
                'memory' => ['memory', 'bytes'],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'matching.settlements' => [
            'call' => [\Payymo\Matching::class, 'settlements'],
            'on' => 'function',
            'answer' => ['list', Settlement::class],
            'request' => [
                'matches' => ['matches', ['list', MatchRecord::class]],
                'transactions' => ['transactions', ['list', Transaction::class]],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'matcher.new' => [
            'call' => [\Payymo\Matcher::class, 'new'],
            'on' => 'open',
            'answer' => ['list', Problem::class],
            'request' => [
                'invoices' => ['invoices', ['list', Invoice::class]],
                'settlements' => ['settlements', ['list', Settlement::class]],
                'options' => ['options', Options::class],
                'memory' => ['memory', 'bytes'],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'matcher.put' => [
            'call' => [\Payymo\Matcher::class, 'put'],
            'on' => 'handle',
            'answer' => 'nothing',
            'request' => [
                'invoice' => ['invoice', Invoice::class],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'matcher.remove' => [
            'call' => [\Payymo\Matcher::class, 'remove'],
            'on' => 'handle',
            'answer' => 'truth',
            'request' => [
                'id' => ['id', 'text'],
            ],
        ],
        'matcher.close' => [
            'call' => [\Payymo\Matcher::class, 'close'],
            'on' => 'handle',
            'answer' => 'truth',
            'request' => [
                'id' => ['id', 'text'],
            ],
        ],
        'matcher.settle' => [
            'call' => [\Payymo\Matcher::class, 'settle'],
            'on' => 'handle',
            'answer' => 'nothing',
            'request' => [
                'settlement' => ['settlement', Settlement::class],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'matcher.apply' => [
            'call' => [\Payymo\Matcher::class, 'apply'],
            'on' => 'handle',
            'answer' => 'nothing',
            'request' => [
                'matches' => ['matches', ['list', MatchRecord::class]],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'matcher.undo' => [
            'call' => [\Payymo\Matcher::class, 'undo'],
            'on' => 'handle',
            'answer' => 'nothing',
            'request' => [
                'matches' => ['matches', ['list', MatchRecord::class]],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'matcher.remember' => [
            'call' => [\Payymo\Matcher::class, 'remember'],
            'on' => 'handle',
            'answer' => 'nothing',
            'request' => [
                'memory' => ['memory', 'bytes'],
            ],
        ],
        'matcher.reconcile' => [
            'call' => [\Payymo\Matcher::class, 'reconcile'],
            'on' => 'handle',
            'answer' => Reconciliation::class,
            'request' => [
                'transactions' => ['transactions', ['list', Transaction::class]],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'matcher.propose' => [
            'call' => [\Payymo\Matcher::class, 'propose'],
            'on' => 'handle',
            'answer' => Reconciliation::class,
            'request' => [
                'transaction' => ['transaction', Transaction::class],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'matcher.explain' => [
            'call' => [\Payymo\Matcher::class, 'explain'],
            'on' => 'handle',
            'answer' => ['list', Explained::class],
            'request' => [
                'id' => ['id', 'text'],
                'transactions' => ['transactions', ['list', Transaction::class]],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'memory.learn' => [
            'call' => [\Payymo\Memory::class, 'learn'],
            'on' => 'function',
            'answer' => 'bytes',
            'request' => [
                'memory' => ['memory', 'bytes'],
                'feedback' => ['feedback', ['list', Feedback::class]],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'memory.unlearn' => [
            'call' => [\Payymo\Memory::class, 'unlearn'],
            'on' => 'function',
            'answer' => 'bytes',
            'request' => [
                'memory' => ['memory', 'bytes'],
                'feedback' => ['feedback', ['list', Feedback::class]],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'memory.merge' => [
            'call' => [\Payymo\Memory::class, 'merge'],
            'on' => 'function',
            'answer' => 'bytes',
            'request' => [
                'memories' => ['memories', ['list', 'bytes']],
            ],
        ],
        'memory.forget_customer' => [
            'call' => [\Payymo\Memory::class, 'forgetCustomer'],
            'on' => 'function',
            'answer' => 'bytes',
            'request' => [
                'memory' => ['memory', 'bytes'],
                'customer' => ['customer', 'text'],
            ],
        ],
        'memory.merge_customers' => [
            'call' => [\Payymo\Memory::class, 'mergeCustomers'],
            'on' => 'function',
            'answer' => 'bytes',
            'request' => [
                'memory' => ['memory', 'bytes'],
                'from' => ['from', 'text'],
                'into' => ['into', 'text'],
            ],
        ],
        'memory.info' => [
            'call' => [\Payymo\Memory::class, 'info'],
            'on' => 'function',
            'answer' => MemoryInfo::class,
            'request' => [
                'memory' => ['memory', 'bytes'],
            ],
        ],
        'reference.validate' => [
            'call' => [\Payymo\Reference::class, 'validate'],
            'on' => 'function',
            'answer' => ValidReference::class,
            'request' => [
                'scheme' => ['scheme', 'text'],
                'text' => ['text', 'text'],
            ],
        ],
        'reference.generate' => [
            'call' => [\Payymo\Reference::class, 'generate'],
            'on' => 'function',
            'answer' => 'text',
            'request' => [
                'scheme' => ['scheme', 'text'],
                'base' => ['base', 'text'],
            ],
        ],
        'reference.ocr_with_length' => [
            'call' => [\Payymo\Reference::class, 'ocrWithLength'],
            'on' => 'function',
            'answer' => 'text',
            'request' => [
                'base' => ['base', 'text'],
            ],
        ],
        'reference.find' => [
            'call' => [\Payymo\Reference::class, 'find'],
            'on' => 'function',
            'answer' => ['list', FoundReference::class],
            'request' => [
                'text' => ['text', 'text'],
                'strictness' => ['strictness', 'text'],
            ],
        ],
        'reference.inside' => [
            'call' => [\Payymo\Reference::class, 'inside'],
            'on' => 'function',
            'answer' => ['list', ValidReference::class],
            'request' => [
                'text' => ['text', 'text'],
            ],
        ],
        'party.iban' => [
            'call' => [\Payymo\Party::class, 'iban'],
            'on' => 'function',
            'answer' => Iban::class,
            'request' => [
                'text' => ['text', 'text'],
            ],
        ],
        'party.find_ibans' => [
            'call' => [\Payymo\Party::class, 'findIbans'],
            'on' => 'function',
            'answer' => ['list', FoundIban::class],
            'request' => [
                'text' => ['text', 'text'],
            ],
        ],
        'party.bic' => [
            'call' => [\Payymo\Party::class, 'bic'],
            'on' => 'function',
            'answer' => Bic::class,
            'request' => [
                'text' => ['text', 'text'],
            ],
        ],
        'party.account_keys' => [
            'call' => [\Payymo\Party::class, 'accountKeys'],
            'on' => 'function',
            'answer' => ['list', 'text'],
            'request' => [
                'text' => ['text', 'text'],
            ],
        ],
        'party.same_account' => [
            'call' => [\Payymo\Party::class, 'sameAccount'],
            'on' => 'function',
            'answer' => 'truth',
            'request' => [
                'a' => ['a', 'text'],
                'b' => ['b', 'text'],
            ],
        ],
        'party.name' => [
            'call' => [\Payymo\Party::class, 'name'],
            'on' => 'function',
            'answer' => Name::class,
            'request' => [
                'text' => ['text', 'text'],
            ],
        ],
        'party.compare_names' => [
            'call' => [\Payymo\Party::class, 'compareNames'],
            'on' => 'function',
            'answer' => NameComparison::class,
            'request' => [
                'a' => ['a', 'text'],
                'b' => ['b', 'text'],
            ],
        ],
        'money.parse' => [
            'call' => [\Payymo\Money::class, 'parse'],
            'on' => 'function',
            'answer' => Money::class,
            'request' => [
                'text' => ['text', 'text'],
                'currency' => ['currency', 'text'],
            ],
        ],
        'money.parse_localized' => [
            'call' => [\Payymo\Money::class, 'parseLocalized'],
            'on' => 'function',
            'answer' => LocalizedAmount::class,
            'request' => [
                'text' => ['text', 'text'],
                'decimal_mark' => ['decimalMark', 'text'],
                'currency' => ['currency', 'text'],
            ],
        ],
        'money.learn_mark' => [
            'call' => [\Payymo\Money::class, 'learnMark'],
            'on' => 'function',
            'answer' => 'text',
            'request' => [
                'texts' => ['texts', ['list', 'text']],
            ],
        ],
        'money.sum' => [
            'call' => [\Payymo\Money::class, 'sum'],
            'on' => 'function',
            'answer' => Money::class,
            'request' => [
                'amounts' => ['amounts', ['list', 'text']],
                'currency' => ['currency', 'text'],
            ],
        ],
        'money.currency' => [
            'call' => [\Payymo\Money::class, 'currency'],
            'on' => 'function',
            'answer' => CurrencyInfo::class,
            'request' => [
                'code' => ['code', 'text'],
            ],
        ],
        'money.currencies' => [
            'call' => [\Payymo\Money::class, 'currencies'],
            'on' => 'function',
            'answer' => ['list', CurrencyInfo::class],
            'request' => [
            ],
        ],
        'text.fold' => [
            'call' => [\Payymo\Text::class, 'fold'],
            'on' => 'function',
            'answer' => 'text',
            'request' => [
                'text' => ['text', 'text'],
            ],
        ],
        'text.tokens' => [
            'call' => [\Payymo\Text::class, 'tokens'],
            'on' => 'function',
            'answer' => ['list', 'text'],
            'request' => [
                'text' => ['text', 'text'],
            ],
        ],
        'text.edits' => [
            'call' => [\Payymo\Text::class, 'edits'],
            'on' => 'function',
            'answer' => 'whole',
            'request' => [
                'a' => ['a', 'text'],
                'b' => ['b', 'text'],
                'most' => ['most', 'whole'],
            ],
        ],
        'text.html' => [
            'call' => [\Payymo\Text::class, 'html'],
            'on' => 'function',
            'answer' => 'text',
            'request' => [
                'text' => ['text', 'text'],
            ],
        ],
        'text.csv_cell' => [
            'call' => [\Payymo\Text::class, 'csvCell'],
            'on' => 'function',
            'answer' => 'text',
            'request' => [
                'text' => ['text', 'text'],
            ],
        ],
        'text.terminal' => [
            'call' => [\Payymo\Text::class, 'terminal'],
            'on' => 'function',
            'answer' => 'text',
            'request' => [
                'text' => ['text', 'text'],
            ],
        ],
        'verifier.new' => [
            'call' => [\Payymo\Verifier::class, 'new'],
            'on' => 'open',
            'answer' => ['list', Problem::class],
            'request' => [
                'jwks' => ['jwks', 'text'],
                'keys' => ['keys', ['list', PublicKey::class]],
                'secrets' => ['secrets', ['map', 'text']],
                'policy' => ['policy', TokenPolicy::class],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'verifier.verify' => [
            'call' => [\Payymo\Verifier::class, 'verify'],
            'on' => 'handle',
            'answer' => VerifiedToken::class,
            'request' => [
                'token' => ['token', 'text'],
                'now' => ['now', 'whole'],
                'binding' => ['binding', TokenBinding::class],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'verifier.open' => [
            'call' => [\Payymo\Verifier::class, 'open'],
            'on' => 'handle',
            'answer' => 'bytes',
            'request' => [
                'jws' => ['jws', 'text'],
                'payload' => ['payload', 'bytes'],
            ],
        ],
        'verifier.keys' => [
            'call' => [\Payymo\Verifier::class, 'keys'],
            'on' => 'handle',
            'answer' => ['list', KeyInfo::class],
            'request' => [
            ],
        ],
        'verifier.jwks' => [
            'call' => [\Payymo\Verifier::class, 'jwks'],
            'on' => 'handle',
            'answer' => 'text',
            'request' => [
            ],
        ],
        'signer.new' => [
            'call' => [\Payymo\Signer::class, 'new'],
            'on' => 'open',
            'answer' => 'nothing',
            'request' => [
                'pem' => ['pem', 'text'],
                'jwk' => ['jwk', 'text'],
                'secret' => ['secret', 'text'],
                'algorithm' => ['algorithm', 'text'],
                'key_id' => ['keyId', 'text'],
            ],
        ],
        'signer.sign' => [
            'call' => [\Payymo\Signer::class, 'sign'],
            'on' => 'handle',
            'answer' => 'text',
            'request' => [
                'claims' => ['claims', ['map', 'json']],
                'type' => ['type', 'text'],
            ],
        ],
        'signer.jwk' => [
            'call' => [\Payymo\Signer::class, 'jwk'],
            'on' => 'handle',
            'answer' => 'text',
            'request' => [
            ],
        ],
        'token.standing' => [
            'call' => [\Payymo\Token::class, 'standing'],
            'on' => 'function',
            'answer' => TokenStanding::class,
            'request' => [
                'token' => ['token', VerifiedToken::class],
                'revocations' => ['revocations', ['list', Revocation::class]],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'token.thumbprint' => [
            'call' => [\Payymo\Token::class, 'thumbprint'],
            'on' => 'function',
            'answer' => 'text',
            'request' => [
                'jwk' => ['jwk', 'text'],
                'algorithm' => ['algorithm', 'text'],
            ],
        ],
        'sessions.new' => [
            'call' => [\Payymo\Sessions::class, 'new'],
            'on' => 'open',
            'answer' => ['list', Problem::class],
            'request' => [
                'issuer' => ['issuer', 'text'],
                'access_audience' => ['accessAudience', 'text'],
                'refresh_audience' => ['refreshAudience', 'text'],
                'algorithm' => ['algorithm', 'text'],
                'pem' => ['pem', 'text'],
                'jwk' => ['jwk', 'text'],
                'secret' => ['secret', 'text'],
                'key_id' => ['keyId', 'text'],
                'jwks' => ['jwks', 'text'],
                'keys' => ['keys', ['list', PublicKey::class]],
                'secrets' => ['secrets', ['map', 'text']],
                'lifetimes' => ['lifetimes', SessionLifetimes::class],
                'leeway' => ['leeway', 'whole'],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'sessions.begin' => [
            'call' => [\Payymo\Sessions::class, 'begin'],
            'on' => 'handle',
            'answer' => SessionStep::class,
            'request' => [
                'subject' => ['subject', 'text'],
                'tenant' => ['tenant', 'text'],
                'client' => ['client', 'text'],
                'binding' => ['binding', TokenBinding::class],
                'random' => ['random', 'bytes'],
                'now' => ['now', 'whole'],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'sessions.present' => [
            'call' => [\Payymo\Sessions::class, 'present'],
            'on' => 'handle',
            'answer' => PresentedToken::class,
            'request' => [
                'token' => ['token', 'text'],
                'client' => ['client', 'text'],
                'binding' => ['binding', TokenBinding::class],
                'now' => ['now', 'whole'],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'sessions.refresh' => [
            'call' => [\Payymo\Sessions::class, 'refresh'],
            'on' => 'handle',
            'answer' => SessionStep::class,
            'request' => [
                'token' => ['token', 'text'],
                'client' => ['client', 'text'],
                'binding' => ['binding', TokenBinding::class],
                'state' => ['state', 'text'],
                'random' => ['random', 'bytes'],
                'now' => ['now', 'whole'],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'sessions.confirm' => [
            'call' => [\Payymo\Sessions::class, 'confirm'],
            'on' => 'handle',
            'answer' => SessionTokens::class,
            'request' => [
                'state' => ['state', 'text'],
                'written' => ['written', 'text'],
                'permissions' => ['permissions', ['list', 'text']],
                'random' => ['random', 'bytes'],
                'now' => ['now', 'whole'],
            ],
        ],
        'sessions.end' => [
            'call' => [\Payymo\Sessions::class, 'end'],
            'on' => 'handle',
            'answer' => SessionStep::class,
            'request' => [
                'state' => ['state', 'text'],
                'why' => ['why', 'text'],
                'now' => ['now', 'whole'],
            ],
        ],
        'sessions.verify' => [
            'call' => [\Payymo\Sessions::class, 'verify'],
            'on' => 'handle',
            'answer' => VerifiedToken::class,
            'request' => [
                'token' => ['token', 'text'],
                'binding' => ['binding', TokenBinding::class],
                'now' => ['now', 'whole'],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'revocations.new' => [
            'call' => [\Payymo\Revocations::class, 'new'],
            'on' => 'open',
            'answer' => 'nothing',
            'request' => [
                'entries' => ['entries', ['list', Revocation::class]],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'revocations.add' => [
            'call' => [\Payymo\Revocations::class, 'add'],
            'on' => 'handle',
            'answer' => 'nothing',
            'request' => [
                'entries' => ['entries', ['list', Revocation::class]],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'revocations.forget' => [
            'call' => [\Payymo\Revocations::class, 'forget'],
            'on' => 'handle',
            'answer' => 'nothing',
            'request' => [
                'expired_at' => ['expiredAt', 'whole'],
            ],
        ],
        'revocations.count' => [
            'call' => [\Payymo\Revocations::class, 'count'],
            'on' => 'handle',
            'answer' => 'whole',
            'request' => [
            ],
        ],
        'revocations.standing' => [
            'call' => [\Payymo\Revocations::class, 'standing'],
            'on' => 'handle',
            'answer' => TokenStanding::class,
            'request' => [
                'token' => ['token', VerifiedToken::class],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'permission.decide' => [
            'call' => [\Payymo\Permission::class, 'decide'],
            'on' => 'function',
            'answer' => PermissionVerdict::class,
            'request' => [
                'roles' => ['roles', ['map', Role::class]],
                'subject' => ['subject', PermissionSubject::class],
                'tenant' => ['tenant', 'text'],
                'permission' => ['permission', 'text'],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'permission.covers' => [
            'call' => [\Payymo\Permission::class, 'covers'],
            'on' => 'function',
            'answer' => 'truth',
            'request' => [
                'patterns' => ['patterns', ['list', 'text']],
                'permission' => ['permission', 'text'],
            ],
        ],
        'permission.gaps' => [
            'call' => [\Payymo\Permission::class, 'gaps'],
            'on' => 'function',
            'answer' => ['list', RouteGap::class],
            'request' => [
                'roles' => ['roles', ['map', Role::class]],
                'table' => ['table', ['list', Route::class]],
                'routes' => ['routes', ['list', 'text']],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'keyring.begin' => [
            'call' => [\Payymo\Keyring::class, 'begin'],
            'on' => 'function',
            'answer' => StateWrite::class,
            'request' => [
                'key' => ['key', 'text'],
                'now' => ['now', 'whole'],
            ],
        ],
        'keyring.stage' => [
            'call' => [\Payymo\Keyring::class, 'stage'],
            'on' => 'function',
            'answer' => StateWrite::class,
            'request' => [
                'state' => ['state', 'text'],
                'key' => ['key', 'text'],
                'now' => ['now', 'whole'],
            ],
        ],
        'keyring.switch' => [
            'call' => [\Payymo\Keyring::class, 'switch'],
            'on' => 'function',
            'answer' => StateWrite::class,
            'request' => [
                'state' => ['state', 'text'],
                'times' => ['times', KeyTimes::class],
                'now' => ['now', 'whole'],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'keyring.revoke' => [
            'call' => [\Payymo\Keyring::class, 'revoke'],
            'on' => 'function',
            'answer' => StateWrite::class,
            'request' => [
                'state' => ['state', 'text'],
                'key' => ['key', 'text'],
                'now' => ['now', 'whole'],
            ],
        ],
        'keyring.drop_ended' => [
            'call' => [\Payymo\Keyring::class, 'dropEnded'],
            'on' => 'function',
            'answer' => StateWrite::class,
            'request' => [
                'state' => ['state', 'text'],
                'times' => ['times', KeyTimes::class],
                'now' => ['now', 'whole'],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'keyring.check' => [
            'call' => [\Payymo\Keyring::class, 'check'],
            'on' => 'function',
            'answer' => 'nothing',
            'request' => [
                'state' => ['state', 'text'],
                'key' => ['key', 'text'],
                'times' => ['times', KeyTimes::class],
                'now' => ['now', 'whole'],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'keyring.view' => [
            'call' => [\Payymo\Keyring::class, 'view'],
            'on' => 'function',
            'answer' => KeyRingView::class,
            'request' => [
                'state' => ['state', 'text'],
            ],
        ],
        'keyring.due' => [
            'call' => [\Payymo\Keyring::class, 'due'],
            'on' => 'function',
            'answer' => ['list', KeyRingStep::class],
            'request' => [
                'state' => ['state', 'text'],
                'times' => ['times', KeyTimes::class],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'jwks.decide' => [
            'call' => [\Payymo\Jwks::class, 'decide'],
            'on' => 'function',
            'answer' => FetchDecision::class,
            'request' => [
                'state' => ['state', 'text'],
                'unknown_key' => ['unknownKey', 'truth'],
                'times' => ['times', FetchTimes::class],
                'now' => ['now', 'whole'],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'jwks.ended' => [
            'call' => [\Payymo\Jwks::class, 'ended'],
            'on' => 'function',
            'answer' => StateWrite::class,
            'request' => [
                'state' => ['state', 'text'],
                'came' => ['came', 'truth'],
                'now' => ['now', 'whole'],
            ],
        ],
        'webhook.verify' => [
            'call' => [\Payymo\Webhook::class, 'verify'],
            'on' => 'function',
            'answer' => VerifiedWebhook::class,
            'request' => [
                'provider' => ['provider', 'text'],
                'scheme' => ['scheme', 'json'],
                'secrets' => ['secrets', ['map', 'text']],
                'headers' => ['headers', ['map', ['list', 'text']]],
                'body' => ['body', 'bytes'],
                'now' => ['now', 'whole'],
                'tolerance' => ['tolerance', 'whole'],
                'any_age' => ['anyAge', 'truth'],
                'largest_body' => ['largestBody', 'whole'],
                'explain' => ['explain', 'truth'],
            ],
        ],
        'webhook.claim' => [
            'call' => [\Payymo\Webhook::class, 'claim'],
            'on' => 'function',
            'answer' => ClaimDecision::class,
            'request' => [
                'state' => ['state', 'text'],
                'step' => ['step', 'text'],
                'holder' => ['holder', 'text'],
                'attempt' => ['attempt', 'whole'],
                'made' => ['made', 'whole'],
                'leases' => ['leases', ClaimLeases::class],
                'now' => ['now', 'whole'],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'anchors.new' => [
            'call' => [\Payymo\Anchors::class, 'new'],
            'on' => 'open',
            'answer' => ['list', Problem::class],
            'request' => [
                'certificates' => ['certificates', ['list', 'bytes']],
                'profile' => ['profile', 'text'],
                'lists' => ['lists', ['list', 'bytes']],
            ],
        ],
        'anchors.verify' => [
            'call' => [\Payymo\Anchors::class, 'verify'],
            'on' => 'handle',
            'answer' => ChainVerdict::class,
            'request' => [
                'chain' => ['chain', ['list', 'bytes']],
                'purpose' => ['purpose', 'text'],
                'name' => ['name', 'text'],
                'revocation' => ['revocation', 'text'],
                'pins' => ['pins', PinSet::class],
                'most_intermediates' => ['mostIntermediates', 'whole'],
                'sandbox' => ['sandbox', 'text'],
                'now' => ['now', 'whole'],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'certificate.bundle' => [
            'call' => [\Payymo\Certificate::class, 'bundle'],
            'on' => 'function',
            'answer' => CertificateBundle::class,
            'request' => [
                'content' => ['content', 'bytes'],
            ],
        ],
        'certificate.pin' => [
            'call' => [\Payymo\Certificate::class, 'pin'],
            'on' => 'function',
            'answer' => 'text',
            'request' => [
                'key' => ['key', 'bytes'],
            ],
        ],
        'certificate.plan' => [
            'call' => [\Payymo\Certificate::class, 'plan'],
            'on' => 'function',
            'answer' => RotationPlan::class,
            'request' => [
                'held' => ['held', ['list', HeldCertificate::class]],
                'pinned' => ['pinned', ['list', PinnedKey::class]],
                'leads' => ['leads', LeadTimes::class],
                'now' => ['now', 'whole'],
                'strict' => ['strict', 'truth'],
            ],
        ],
        'library.about' => [
            'call' => [\Payymo\Library::class, 'about'],
            'on' => 'function',
            'answer' => About::class,
            'request' => [
            ],
        ],
    ];
}
