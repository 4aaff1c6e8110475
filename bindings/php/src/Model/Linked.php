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

/** The transactions of all inputs without their copies. Every row given is in one of the first three. */
final class Linked implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'transactions' => ['list', Transaction::class],
        'copies' => ['list', Copy::class],
        'errors' => ['list', Problem::class],
        'batches' => ['list', Parted::class],
        'payouts' => ['list', PayoutMembers::class],
    ];

    /**
     * Those that stay, in the order given.
     *
     * @var list<Transaction>
     */
    public readonly array $transactions;

    /**
     * Those left out as copies.
     *
     * @var list<Copy>
     */
    public readonly array $copies;

    /**
     * Those left out because another has their id and says something else.
     *
     * @var list<Problem>
     */
    public readonly array $errors;

    /**
     * Batches whose sum was left out, with their payments.
     *
     * @var list<Parted>
     */
    public readonly array $batches;

    /**
     * The payouts that rows name, and what went into each.
     *
     * @var list<PayoutMembers>
     */
    public readonly array $payouts;

    /**
     * @param array<Transaction|array<string, mixed>|\stdClass> $transactions Those that stay, in the order given.
     * @param array<Copy|array<string, mixed>|\stdClass> $copies Those left out as copies.
     * @param array<Problem|array<string, mixed>|\stdClass> $errors Those left out because another has their id
     *     and says something else.
     * @param array<Parted|array<string, mixed>|\stdClass> $batches Batches whose sum was left out, with their
     *     payments.
     * @param array<PayoutMembers|array<string, mixed>|\stdClass> $payouts The payouts that rows name, and what
     *     went into each.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        array $transactions,
        array $copies,
        array $errors,
        array $batches = [],
        array $payouts = [],
    ) {
        $this->transactions = Take::records($transactions, Transaction::class, '/transactions');
        $this->copies = Take::records($copies, Copy::class, '/copies');
        $this->errors = Take::records($errors, Problem::class, '/errors');
        $this->batches = Take::records($batches, Parted::class, '/batches');
        $this->payouts = Take::records($payouts, PayoutMembers::class, '/payouts');
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
            transactions: Take::records($data['transactions'] ?? null, Transaction::class, '/transactions'),
            copies: Take::records($data['copies'] ?? null, Copy::class, '/copies'),
            errors: Take::records($data['errors'] ?? null, Problem::class, '/errors'),
            batches: Take::records($data['batches'] ?? [], Parted::class, '/batches'),
            payouts: Take::records($data['payouts'] ?? [], PayoutMembers::class, '/payouts'),
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
        $out['transactions'] = $this->transactions;
        $out['copies'] = $this->copies;
        $out['errors'] = $this->errors;
        if ($this->batches !== []) {
            $out['batches'] = $this->batches;
        }
        if ($this->payouts !== []) {
            $out['payouts'] = $this->payouts;
        }
        return $out;
    }
}
