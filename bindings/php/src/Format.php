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

/** Bytes of banks and gateways to rows. */
final class Format
{
    private function __construct()
    {
    }

    /**
     * Tells the format of some bytes by their content.
     *
     * @param string $content The bytes of a statement or a list; the first 64 KiB are looked at.
     * @return string
     * @throws Exception\PayymoException `format.unsupported`, `format.unknown`, `format.encoding`,
     *     `format.no_rows`
     */
    public static function detect(string $content): string
    {
        $blobs = [];
        $answer = Call::run('format.detect', [
            'content' => Give::blob($content, $blobs),
        ], $blobs);
        return Take::word($answer, '');
    }

    /**
     * Reads a statement or a list of any supported format. What is wrong with one record costs that record.
     *
     * @param string $content The bytes of the input.
     * @param Model\ReadOptions|array<string, mixed>|\stdClass|null $options How it is read. The default needs no
     *     tuning.
     * @param string|null $name Name of the file; messages of errors and warnings begin with it.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return Model\Report
     * @throws Exception\PayymoException `format.unknown`, `format.unsupported`, `format.encoding`,
     *     `format.no_rows`, `format.truncated`, `format.too_large`, `format.xml.syntax`, `format.xml.doctype`,
     *     `format.json.syntax`, `format.csv.no_header`, `format.csv.mapping`, `format.csv.date_order`,
     *     `format.csv.currency`, `format.csv.sign`, `format.csv.decimal_mark`, `format.whmcs.failed`, `input.options`
     */
    public static function read(
        string $content,
        Model\ReadOptions|array|\stdClass|null $options = null,
        ?string $name = null,
        bool $strict = false,
    ): Model\Report {
        $blobs = [];
        $answer = Call::run('format.read', [
            'content' => Give::blob($content, $blobs),
            'options' => Give::value($options, Model\ReadOptions::class, '/options'),
            'name' => $name,
            'strict' => $strict,
        ], $blobs);
        return Take::record($answer, Model\Report::class, '');
    }
}
