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

/** Folding, edits between words, escaping. */
final class Text
{
    private function __construct()
    {
    }

    /**
     * A text as it is compared: small letters of ASCII, without accents, other scripts transliterated.
     *
     * @param string $text Text of any kind.
     * @return string
     * @throws Exception\PayymoException `contract.*`
     */
    public static function fold(string $text): string
    {
        $answer = Call::run('text.fold', [
            'text' => $text,
        ]);
        return Take::text($answer, '');
    }

    /**
     * The words of a text, folded.
     *
     * @param string $text Text of any kind.
     * @return list<string>
     * @throws Exception\PayymoException `contract.*`
     */
    public static function tokens(string $text): array
    {
        $answer = Call::run('text.tokens', [
            'text' => $text,
        ]);
        return Take::list($answer, Take::text(...), '');
    }

    /**
     * How many edits part two words (insert, delete, replace, swap of neighbours). `null` when more than `most`.
     *
     * @param string $a One of the words.
     * @param string $b What it is compared with.
     * @param int|null $most Edits that are of interest. Default: all.
     * @return int|null
     * @throws Exception\PayymoException `contract.*`
     */
    public static function edits(string $a, string $b, ?int $most = null): ?int
    {
        $answer = Call::run('text.edits', [
            'a' => $a,
            'b' => $b,
            'most' => $most,
        ]);
        return $answer === null ? null : Take::whole($answer, '');
    }

    /**
     * A text escaped for HTML: for what strangers wrote.
     *
     * @param string $text Text of any kind.
     * @return string
     * @throws Exception\PayymoException `contract.*`
     */
    public static function html(string $text): string
    {
        $answer = Call::run('text.html', [
            'text' => $text,
        ]);
        return Take::text($answer, '');
    }

    /**
     * A text as a cell of CSV that no spreadsheet takes for a formula.
     *
     * @param string $text Text of any kind.
     * @return string
     * @throws Exception\PayymoException `contract.*`
     */
    public static function csvCell(string $text): string
    {
        $answer = Call::run('text.csv_cell', [
            'text' => $text,
        ]);
        return Take::text($answer, '');
    }

    /**
     * A text without control characters, terminal escapes and bidirectional marks.
     *
     * @param string $text Text of any kind.
     * @return string
     * @throws Exception\PayymoException `contract.*`
     */
    public static function terminal(string $text): string
    {
        $answer = Call::run('text.terminal', [
            'text' => $text,
        ]);
        return Take::text($answer, '');
    }
}
