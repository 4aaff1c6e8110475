<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo;

use Payymo\Internal\Give;
use Payymo\Internal\Handle;
use Payymo\Internal\Take;

/**
 * An input that comes in pieces, to rows.
 *
 * Holds memory outside of PHP, which goes with the object or with release(). It cannot be cloned or serialised.
 */
final class Stream extends Handle
{
    /**
     * Begins to read an input that comes in pieces: for what is larger than memory, or arrives over a network. Its
     * rows are those that `format.read` answers for the whole, however it is cut.
     *
     * @param Model\ReadOptions|array<string, mixed>|\stdClass|null $options How it is read. The default needs no
     *     tuning.
     * @param string|null $name Name of the file; messages of errors and warnings begin with it.
     * @param bool|null $places Whether each row is answered with its place. Default true.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @throws Exception\PayymoException `input.options`
     */
    public function __construct(
        Model\ReadOptions|array|\stdClass|null $options = null,
        ?string $name = null,
        ?bool $places = null,
        bool $strict = false,
    ) {
        $this->made('stream.new', [
            'options' => Give::value($options, Model\ReadOptions::class, '/options'),
            'name' => $name,
            'places' => $places,
            'strict' => $strict,
        ]);
    }

    /**
     * Reads the next bytes, and answers the rows that they completed.
     *
     * @param string $content The next bytes of the input, as many as there are.
     * @return Model\StreamBatch
     * @throws Exception\PayymoException `format.unknown`, `format.unsupported`, `format.encoding`,
     *     `format.no_rows`, `format.truncated`, `format.too_large`, `format.xml.syntax`, `format.xml.doctype`,
     *     `format.json.syntax`, `format.csv.no_header`, `format.csv.mapping`, `format.csv.date_order`,
     *     `format.csv.currency`, `format.csv.sign`, `format.csv.decimal_mark`, `format.whmcs.failed`, `input.options`
     */
    public function push(string $content): Model\StreamBatch
    {
        $blobs = [];
        $answer = $this->asked('stream.push', [
            'content' => Give::blob($content, $blobs),
        ], $blobs);
        return Take::record($answer, Model\StreamBatch::class, '');
    }

    /**
     * Reads what is left, after the last bytes, and answers the last rows and what the input was.
     *
     * @return Model\StreamBatch
     * @throws Exception\PayymoException `format.unknown`, `format.unsupported`, `format.encoding`,
     *     `format.no_rows`, `format.truncated`, `format.too_large`, `format.xml.syntax`, `format.xml.doctype`,
     *     `format.json.syntax`, `format.csv.no_header`, `format.csv.mapping`, `format.csv.date_order`,
     *     `format.csv.currency`, `format.csv.sign`, `format.csv.decimal_mark`, `format.whmcs.failed`, `input.options`
     */
    public function finish(): Model\StreamBatch
    {
        $answer = $this->asked('stream.finish', []);
        return Take::record($answer, Model\StreamBatch::class, '');
    }
}
