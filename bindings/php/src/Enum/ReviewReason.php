<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * Why a match is for a person to decide.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum ReviewReason: string
{
    /** It is of a kind that is never automatic: money on account. */
    case Kind = 'kind';

    /** An item is in collection, on hold or otherwise not simply open. */
    case State = 'state';

    /**
     * It rests on evidence that a person should see, or goes against some: a misread or an old number, another item
     * that is named too, a part of a name, an amount in part, without the tax or far over. `review_clue` names it.
     */
    case Evidence = 'evidence';

    /** Nothing says who paid, and no number names the item. */
    case Payer = 'payer';

    /** What fitted better was settled by another payment. */
    case Displaced = 'displaced';

    /**
     * It takes back what another payment settles, and that payment is for a person to decide, or what it settled
     * before is not listed.
     */
    case Original = 'original';

    /**
     * The text names an item of another customer, and the payer owes the same amount himself: he may have miswritten
     * the number.
     */
    case PayerOwes = 'payer_owes';

    /** Its probability is below what `max_wrong_auto` asks for. */
    case Probability = 'probability';

    /**
     * The options keep its kind, source, size or customer out of `auto`, or everything: in a shadow month these are
     * the matches that would have been booked.
     */
    case Scope = 'scope';

    /** The audits show more wrong automatic matches than `max_wrong_auto` accepts: nothing is automatic. */
    case Bound = 'bound';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Kind => 'It is of a kind that is never automatic: money on account.',
            self::State => 'An item is in collection, on hold or otherwise not simply open.',
            self::Evidence => 'It rests on evidence that a person should see, or goes against some: a misread or an old number, another item that is named too, a part of a name, an amount in part, without the tax or far over. `review_clue` names it.',
            self::Payer => 'Nothing says who paid, and no number names the item.',
            self::Displaced => 'What fitted better was settled by another payment.',
            self::Original => 'It takes back what another payment settles, and that payment is for a person to decide, or what it settled before is not listed.',
            self::PayerOwes => 'The text names an item of another customer, and the payer owes the same amount himself: he may have miswritten the number.',
            self::Probability => 'Its probability is below what `max_wrong_auto` asks for.',
            self::Scope => 'The options keep its kind, source, size or customer out of `auto`, or everything: in a shadow month these are the matches that would have been booked.',
            self::Bound => 'The audits show more wrong automatic matches than `max_wrong_auto` accepts: nothing is automatic.',
        };
    }
}
