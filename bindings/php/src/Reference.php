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

/** Payment references with check digits. */
final class Reference
{
    private function __construct()
    {
    }

    /**
     * Reads a whole text as a reference of one scheme, in any printed form. `null` when its form or a check digit is
     * wrong.
     *
     * @param Enum\Scheme|string $scheme The scheme of its check digits.
     * @param string $text The reference as printed.
     * @return Model\ValidReference|null
     * @throws Exception\PayymoException `contract.*`
     */
    public static function validate(Enum\Scheme|string $scheme, string $text): ?Model\ValidReference
    {
        $answer = Call::run('reference.validate', [
            'scheme' => Give::value($scheme, 'text', '/scheme'),
            'text' => $text,
        ]);
        return $answer === null ? null : Take::record($answer, Model\ValidReference::class, '');
    }

    /**
     * Makes a reference from its content: computes the check digits and prints it. `null` when the scheme cannot hold
     * it.
     *
     * @param Enum\Scheme|string $scheme The scheme of its check digits.
     * @param string $base The content: digits, of RF letters too.
     * @return string|null
     * @throws Exception\PayymoException `contract.*`
     */
    public static function generate(Enum\Scheme|string $scheme, string $base): ?string
    {
        $answer = Call::run('reference.generate', [
            'scheme' => Give::value($scheme, 'text', '/scheme'),
            'base' => $base,
        ]);
        return $answer === null ? null : Take::text($answer, '');
    }

    /**
     * The Swedish OCR reference of a number with length digit and check digit. `null` beyond 23 digits.
     *
     * @param string $base The number's digits.
     * @return string|null
     * @throws Exception\PayymoException `contract.*`
     */
    public static function ocrWithLength(string $base): ?string
    {
        $answer = Call::run('reference.ocr_with_length', [
            'base' => $base,
        ]);
        return $answer === null ? null : Take::text($answer, '');
    }

    /**
     * The valid references of a free text, in the order in which they stand.
     *
     * @param string $text Free text, such as a remittance.
     * @param Enum\Strictness|string|null $strictness Which are reported. Default `labelled`.
     * @return list<Model\FoundReference>
     * @throws Exception\PayymoException `contract.*`
     */
    public static function find(string $text, Enum\Strictness|string|null $strictness = null): array
    {
        $answer = Call::run('reference.find', [
            'text' => $text,
            'strictness' => Give::value($strictness, 'text', '/strictness'),
        ]);
        return Take::records($answer, Model\FoundReference::class, '');
    }

    /**
     * The national references that an RF reference may hold. Empty for what is no valid RF.
     *
     * @param string $text An RF reference.
     * @return list<Model\ValidReference>
     * @throws Exception\PayymoException `contract.*`
     */
    public static function inside(string $text): array
    {
        $answer = Call::run('reference.inside', [
            'text' => $text,
        ]);
        return Take::records($answer, Model\ValidReference::class, '');
    }
}
