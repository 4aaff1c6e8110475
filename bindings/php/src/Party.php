<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo;

use Payymo\Internal\Call;
use Payymo\Internal\Give;
use Payymo\Internal\Take;

/** Names, IBANs, BICs, accounts. */
final class Party
{
    private function __construct()
    {
    }

    /**
     * Brings an IBAN to normal form and says what is to be said of it.
     *
     * @param string $text An IBAN in any printed form.
     * @return Model\Iban
     * @throws Exception\PayymoException `contract.*`
     */
    public static function iban(string $text): Model\Iban
    {
        $answer = Call::run('party.iban', [
            'text' => $text,
        ]);
        return Take::record($answer, Model\Iban::class, '');
    }

    /**
     * The valid IBANs of a free text, in the order in which they stand.
     *
     * @param string $text Free text, such as a remittance.
     * @return list<Model\FoundIban>
     * @throws Exception\PayymoException `contract.*`
     */
    public static function findIbans(string $text): array
    {
        $answer = Call::run('party.find_ibans', [
            'text' => $text,
        ]);
        return Take::records($answer, Model\FoundIban::class, '');
    }

    /**
     * Brings a BIC to normal form and says what is to be said of it.
     *
     * @param string $text A BIC of 8 or 11 characters.
     * @return Model\Bic
     * @throws Exception\PayymoException `contract.*`
     */
    public static function bic(string $text): Model\Bic
    {
        $answer = Call::run('party.bic', [
            'text' => $text,
        ]);
        return Take::record($answer, Model\Bic::class, '');
    }

    /**
     * All keys under which an account may be written: its normal form first, then the national forms of an IBAN.
     *
     * @param string $text An IBAN or a national account number.
     * @return list<string>
     * @throws Exception\PayymoException `contract.*`
     */
    public static function accountKeys(string $text): array
    {
        $answer = Call::run('party.account_keys', [
            'text' => $text,
        ]);
        return Take::list($answer, Take::text(...), '');
    }

    /**
     * Whether two texts are one account: equal in normal form, or an IBAN and the national number that it holds.
     *
     * @param string $a An account: IBAN or number.
     * @param string $b What it is compared with.
     * @return bool
     * @throws Exception\PayymoException `contract.*`
     */
    public static function sameAccount(string $a, string $b): bool
    {
        $answer = Call::run('party.same_account', [
            'a' => $a,
            'b' => $b,
        ]);
        return Take::truth($answer, '');
    }

    /**
     * Reads a name as people, registers and banks write it.
     *
     * @param string $text The name of a person or a company.
     * @return Model\Name
     * @throws Exception\PayymoException `contract.*`
     */
    public static function name(string $text): Model\Name
    {
        $answer = Call::run('party.name', [
            'text' => $text,
        ]);
        return Take::record($answer, Model\Name::class, '');
    }

    /**
     * The strongest relation between two names. Titles, legal forms, case and diacritics play no part.
     *
     * @param string $a One of the names.
     * @param string $b What it is compared with.
     * @return Model\NameComparison
     * @throws Exception\PayymoException `contract.*`
     */
    public static function compareNames(string $a, string $b): Model\NameComparison
    {
        $answer = Call::run('party.compare_names', [
            'a' => $a,
            'b' => $b,
        ]);
        return Take::record($answer, Model\NameComparison::class, '');
    }
}
