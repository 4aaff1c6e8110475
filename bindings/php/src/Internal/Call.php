<?php

declare(strict_types=1);

namespace Payymo\Internal;

use Payymo\Payymo;

/**
 * One call of an operation that needs no handle.
 *
 * @internal
 */
final class Call
{
    /**
     * @param array<string, mixed> $request
     * @param list<string> $blobs
     */
    public static function run(
        string $operation,
        #[\SensitiveParameter] array $request,
        #[\SensitiveParameter] array $blobs = [],
        ?\Closure $progress = null,
    ): mixed {
        return Json::decode(Payymo::transport()->call($operation, Json::encode($request), $blobs, $progress));
    }
}
