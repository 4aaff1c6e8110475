<?php

declare(strict_types=1);

namespace Payymo\Tests\Support;

/** An enum whose cases have no value. */
enum Unbacked
{
    case One;
}
