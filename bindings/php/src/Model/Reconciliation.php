<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** The result of a reconciliation. The same rows give the same bytes, in any order and on any number of threads. */
final class Reconciliation implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'version' => 'whole',
        'as_of' => 'date',
        'engine' => Engine::class,
        'matches' => ['list', MatchRecord::class],
        'unmatched' => ['list', Unmatched::class],
        'open_invoices' => ['list', OpenInvoice::class],
        'summary' => Summary::class,
        'bound' => Bound::class,
        'errors' => ['list', Problem::class],
        'warnings' => ['list', Problem::class],
        'limits' => ['list', Limit::class],
    ];

    /** The day it speaks of. */
    public readonly string $asOf;

    /**
     * Payments and what they settle, ordered by their smallest transaction id.
     *
     * @var list<MatchRecord>
     */
    public readonly array $matches;

    /**
     * Transactions that settle nothing, ordered by id.
     *
     * @var list<Unmatched>
     */
    public readonly array $unmatched;

    /**
     * Items with something left, ordered by id.
     *
     * @var list<OpenInvoice>
     */
    public readonly array $openInvoices;

    /**
     * Records that could not be used.
     *
     * @var list<Problem>
     */
    public readonly array $errors;

    /**
     * What was used although it is doubtful.
     *
     * @var list<Problem>
     */
    public readonly array $warnings;

    /**
     * Bounds of the search that were hit.
     *
     * @var list<Limit>
     */
    public readonly array $limits;

    /**
     * @param int $version Of the shape: 1.
     * @param string|\DateTimeInterface $asOf The day it speaks of.
     * @param Engine $engine What computed it.
     * @param array<MatchRecord|array<string, mixed>|\stdClass> $matches Payments and what they settle, ordered by
     *     their smallest transaction id.
     * @param array<Unmatched|array<string, mixed>|\stdClass> $unmatched Transactions that settle nothing, ordered
     *     by id.
     * @param array<OpenInvoice|array<string, mixed>|\stdClass> $openInvoices Items with something left, ordered
     *     by id.
     * @param Summary $summary Counts of transactions by what became of them.
     * @param Bound $bound What stands behind `auto`.
     * @param array<Problem|array<string, mixed>|\stdClass> $errors Records that could not be used.
     * @param array<Problem|array<string, mixed>|\stdClass> $warnings What was used although it is doubtful.
     * @param array<Limit|array<string, mixed>|\stdClass> $limits Bounds of the search that were hit.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly int $version,
        string|\DateTimeInterface $asOf,
        public readonly Engine $engine,
        array $matches,
        array $unmatched,
        array $openInvoices,
        public readonly Summary $summary,
        public readonly Bound $bound,
        array $errors,
        array $warnings,
        array $limits,
    ) {
        $this->asOf = Take::date($asOf, '/as_of');
        $this->matches = Take::records($matches, MatchRecord::class, '/matches');
        $this->unmatched = Take::records($unmatched, Unmatched::class, '/unmatched');
        $this->openInvoices = Take::records($openInvoices, OpenInvoice::class, '/open_invoices');
        $this->errors = Take::records($errors, Problem::class, '/errors');
        $this->warnings = Take::records($warnings, Problem::class, '/warnings');
        $this->limits = Take::records($limits, Limit::class, '/limits');
    }

    /**
     * Reads a document: names as the contract has them, what it does not know is passed over.
     *
     * @param array<array-key, mixed> $data
     * @throws \Payymo\Exception\PayymoException `contract.field` with the place
     */
    public static function fromArray(array $data): self
    {
        return new self(
            version: Take::whole($data['version'] ?? null, '/version'),
            asOf: Take::date($data['as_of'] ?? null, '/as_of'),
            engine: Take::record($data['engine'] ?? null, Engine::class, '/engine'),
            matches: Take::records($data['matches'] ?? null, MatchRecord::class, '/matches'),
            unmatched: Take::records($data['unmatched'] ?? null, Unmatched::class, '/unmatched'),
            openInvoices: Take::records($data['open_invoices'] ?? null, OpenInvoice::class, '/open_invoices'),
            summary: Take::record($data['summary'] ?? null, Summary::class, '/summary'),
            bound: Take::record($data['bound'] ?? null, Bound::class, '/bound'),
            errors: Take::records($data['errors'] ?? null, Problem::class, '/errors'),
            warnings: Take::records($data['warnings'] ?? null, Problem::class, '/warnings'),
            limits: Take::records($data['limits'] ?? null, Limit::class, '/limits'),
        );
    }

    /**
     * The document, for json_encode; toArray gives it as an array.
     *
     * @return array<string, mixed>
     */
    public function jsonSerialize(): array
    {
        $out = [];
        $out['version'] = $this->version;
        $out['as_of'] = $this->asOf;
        $out['engine'] = $this->engine;
        $out['matches'] = $this->matches;
        $out['unmatched'] = $this->unmatched;
        $out['open_invoices'] = $this->openInvoices;
        $out['summary'] = $this->summary;
        $out['bound'] = $this->bound;
        $out['errors'] = $this->errors;
        $out['warnings'] = $this->warnings;
        $out['limits'] = $this->limits;
        return $out;
    }
}
