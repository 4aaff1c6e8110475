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

/** What a verifier asks of tokens. What is not said stays strict. */
final class TokenPolicy implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'algorithms' => ['list', 'text'],
        'issuers' => ['list', 'text'],
        'audiences' => ['list', 'text'],
        'any_issuer' => 'truth',
        'any_audience' => 'truth',
        'subject' => 'text',
        'type' => 'text',
        'required' => ['list', 'text'],
        'may_last_forever' => 'truth',
        'leeway' => 'whole',
        'max_age' => 'whole',
        'understood' => ['list', 'text'],
    ];

    /**
     * Allowed algorithms, of one family.
     *
     * @var list<string>
     */
    public readonly array $algorithms;

    /**
     * Trusted issuers (`iss`). Without it `any_issuer` must say so.
     *
     * @var list<string>
     */
    public readonly array $issuers;

    /**
     * Audiences (`aud`) of which the token must name one. Without it `any_audience` must say so.
     *
     * @var list<string>
     */
    public readonly array $audiences;

    /**
     * Claims that must be there.
     *
     * @var list<string>
     */
    public readonly array $required;

    /**
     * Header members of `crit` that the host understands and looks at itself.
     *
     * @var list<string>
     */
    public readonly array $understood;

    /**
     * @param array<string|\BackedEnum> $algorithms Allowed algorithms, of one family.
     * @param array<string> $issuers Trusted issuers (`iss`). Without it `any_issuer` must say so.
     * @param array<string> $audiences Audiences (`aud`) of which the token must name one. Without it
     *     `any_audience` must say so.
     * @param bool|null $anyIssuer The issuer is not looked at.
     * @param bool|null $anyAudience The audience is not looked at.
     * @param string|null $subject The subject (`sub`) that it must have.
     * @param string|null $type The type (`typ`) that it must have, such as `at+jwt`; without it `JWT` or none.
     * @param array<string> $required Claims that must be there.
     * @param bool|null $mayLastForever A token without `exp` is taken.
     * @param int|null $leeway Seconds by which clocks may differ: 30 where nothing is said.
     * @param int|null $maxAge Seconds since `iat` after which it is too old.
     * @param array<string> $understood Header members of `crit` that the host understands and looks at itself.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        array $algorithms,
        array $issuers = [],
        array $audiences = [],
        public readonly ?bool $anyIssuer = null,
        public readonly ?bool $anyAudience = null,
        public readonly ?string $subject = null,
        public readonly ?string $type = null,
        array $required = [],
        public readonly ?bool $mayLastForever = null,
        public readonly ?int $leeway = null,
        public readonly ?int $maxAge = null,
        array $understood = [],
    ) {
        $this->algorithms = Take::list($algorithms, Take::word(...), '/algorithms');
        $this->issuers = Take::list($issuers, Take::text(...), '/issuers');
        $this->audiences = Take::list($audiences, Take::text(...), '/audiences');
        $this->required = Take::list($required, Take::text(...), '/required');
        $this->understood = Take::list($understood, Take::text(...), '/understood');
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
            algorithms: Take::list($data['algorithms'] ?? null, Take::word(...), '/algorithms'),
            issuers: Take::list($data['issuers'] ?? [], Take::text(...), '/issuers'),
            audiences: Take::list($data['audiences'] ?? [], Take::text(...), '/audiences'),
            anyIssuer: isset($data['any_issuer']) ? Take::truth($data['any_issuer'], '/any_issuer') : null,
            anyAudience: isset($data['any_audience']) ? Take::truth($data['any_audience'], '/any_audience') : null,
            subject: isset($data['subject']) ? Take::text($data['subject'], '/subject') : null,
            type: isset($data['type']) ? Take::text($data['type'], '/type') : null,
            required: Take::list($data['required'] ?? [], Take::text(...), '/required'),
            mayLastForever: isset($data['may_last_forever']) ? Take::truth($data['may_last_forever'], '/may_last_forever') : null,
            leeway: isset($data['leeway']) ? Take::whole($data['leeway'], '/leeway') : null,
            maxAge: isset($data['max_age']) ? Take::whole($data['max_age'], '/max_age') : null,
            understood: Take::list($data['understood'] ?? [], Take::text(...), '/understood'),
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
        $out['algorithms'] = $this->algorithms;
        if ($this->issuers !== []) {
            $out['issuers'] = $this->issuers;
        }
        if ($this->audiences !== []) {
            $out['audiences'] = $this->audiences;
        }
        if ($this->anyIssuer !== null) {
            $out['any_issuer'] = $this->anyIssuer;
        }
        if ($this->anyAudience !== null) {
            $out['any_audience'] = $this->anyAudience;
        }
        if ($this->subject !== null) {
            $out['subject'] = $this->subject;
        }
        if ($this->type !== null) {
            $out['type'] = $this->type;
        }
        if ($this->required !== []) {
            $out['required'] = $this->required;
        }
        if ($this->mayLastForever !== null) {
            $out['may_last_forever'] = $this->mayLastForever;
        }
        if ($this->leeway !== null) {
            $out['leeway'] = $this->leeway;
        }
        if ($this->maxAge !== null) {
            $out['max_age'] = $this->maxAge;
        }
        if ($this->understood !== []) {
            $out['understood'] = $this->understood;
        }
        return $out;
    }
}
