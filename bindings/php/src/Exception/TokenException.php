<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Exception;

/** An error whose code begins with `token.`. */
final class TokenException extends PayymoException
{
}
