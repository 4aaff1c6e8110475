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

/** The other side of a transaction. */
final class Counterparty implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'name' => 'text',
        'ultimate_name' => 'text',
        'iban' => 'text',
        'account' => 'text',
        'bic' => 'text',
        'email' => 'text',
        'customer_id' => 'text',
    ];

    /**
     * @param string|null $name Name of the account's holder.
     * @param string|null $ultimateName On whose behalf.
     * @param string|null $iban IBAN of the other side's account.
     * @param string|null $account Account number of another kind.
     * @param string|null $bic BIC of the other side's bank.
     * @param string|null $email E-mail address of the payer.
     * @param string|null $customerId The host's or the gateway's id of the customer.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly ?string $name = null,
        public readonly ?string $ultimateName = null,
        public readonly ?string $iban = null,
        public readonly ?string $account = null,
        public readonly ?string $bic = null,
        public readonly ?string $email = null,
        public readonly ?string $customerId = null,
    ) {
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
            name: isset($data['name']) ? Take::text($data['name'], '/name') : null,
            ultimateName: isset($data['ultimate_name']) ? Take::text($data['ultimate_name'], '/ultimate_name') : null,
            iban: isset($data['iban']) ? Take::text($data['iban'], '/iban') : null,
            account: isset($data['account']) ? Take::text($data['account'], '/account') : null,
            bic: isset($data['bic']) ? Take::text($data['bic'], '/bic') : null,
            email: isset($data['email']) ? Take::text($data['email'], '/email') : null,
            customerId: isset($data['customer_id']) ? Take::text($data['customer_id'], '/customer_id') : null,
        );
    }

    /**
     * The document, for json_encode; toArray gives it as an array.
     *
     * @return array<string, mixed>|\stdClass
     */
    public function jsonSerialize(): array|\stdClass
    {
        $out = [];
        if ($this->name !== null) {
            $out['name'] = $this->name;
        }
        if ($this->ultimateName !== null) {
            $out['ultimate_name'] = $this->ultimateName;
        }
        if ($this->iban !== null) {
            $out['iban'] = $this->iban;
        }
        if ($this->account !== null) {
            $out['account'] = $this->account;
        }
        if ($this->bic !== null) {
            $out['bic'] = $this->bic;
        }
        if ($this->email !== null) {
            $out['email'] = $this->email;
        }
        if ($this->customerId !== null) {
            $out['customer_id'] = $this->customerId;
        }
        return $out === [] ? new \stdClass() : $out;
    }
}
