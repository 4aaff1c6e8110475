<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo;

use Payymo\Internal\Call;
use Payymo\Internal\Take;

/** What the library is. */
final class Library
{
    private function __construct()
    {
    }

    /**
     * The versions of the library, of its documents and of its parameters, and what it can do.
     *
     * @return Model\About
     * @throws Exception\PayymoException `contract.*`
     */
    public static function about(): Model\About
    {
        $answer = Call::run('library.about', []);
        return Take::record($answer, Model\About::class, '');
    }
}
