<?php

/*
 * Each event of a provider once, and what a host keeps for that; trust.php puts HTTP around it.
 */

declare(strict_types=1);

use Payymo\Model\ClaimAnswer;
use Payymo\Webhook;

/** What a host has in its database, in a file: invoices in cents, and one row for each event (docs/trust/webhooks.md has the SQL). */
final class Store
{
    private const FIRST = ['invoices' => [['id' => '1042', 'total' => 11200, 'paid' => 0]], 'events' => []];

    public function __construct(private string $path)
    {
    }

    /** Changes it while nobody else does: as a transaction. */
    public function change(Closure $change): mixed
    {
        $lock = fopen($this->path . '.lock', 'c') ?: throw new RuntimeException('the store cannot be opened');
        flock($lock, LOCK_EX);
        $now = @file_get_contents($this->path);
        $all = $now === false ? self::FIRST : json_decode($now, true, 64, JSON_THROW_ON_ERROR);
        $answer = $change($all);
        file_put_contents($this->path . '.new', json_encode($all, JSON_THROW_ON_ERROR));
        rename($this->path . '.new', $this->path);
        return $answer;
    }
}

/** Looks, asks, writes; again where somebody else was faster. */
function step(Store $store, string $key, string $wanted, string $holder, ?int $attempt = null, ?int $made = null): ?ClaimAnswer
{
    for ($tries = 0; $tries < 3; $tries++) {
        $state = $store->change(static fn (array $all): ?string => $all['events'][$key]['state'] ?? null);
        $decision = Webhook::claim($wanted, $holder, time(), $state, $attempt, $made);
        if ($decision->write === null) {
            return $decision->answer;
        }
        // Compare and set: written only where the row still is the one that was looked at.
        $written = $store->change(static function (array &$all) use ($key, $decision): bool {
            if (($all['events'][$key]['revision'] ?? null) !== $decision->write->expected) {
                return false;
            }
            $all['events'][$key] = $decision->write->toArray();
            return true;
        });
        if ($written) {
            return $decision->ifWritten;
        }
    }
    return null;
}

/** Handles an event once. Whether the provider may forget it. */
function once(Store $store, string $key, ?int $made, Closure $handle): bool
{
    $holder = bin2hex(random_bytes(16));
    $begun = step($store, $key, 'begin', $holder, made: $made);
    if ($begun?->outcome !== 'handle') {
        return in_array($begun?->outcome, ['done', 'too_old'], true);
    }
    try {
        $handle();
    } catch (Exception $fault) {
        error_log("$key: {$fault->getMessage()}");
        step($store, $key, 'fail', $holder, $begun->attempt);
        return false;
    }
    // With a database the handling and this write are one transaction, which is rolled back on any other outcome.
    return step($store, $key, 'complete', $holder, $begun->attempt)?->outcome === 'completed';
}

/** Books what an event says. */
function settle(Store $store, array $event): void
{
    if ($event['type'] !== 'charge.succeeded') {
        return;
    }
    $store->change(static function (array &$all) use ($event): void {
        ['amount' => $amount, 'metadata' => ['invoice' => $id]] = $event['data']['object'];
        $at = array_search($id, array_column($all['invoices'], 'id'), true);
        if ($at === false) {
            throw new RuntimeException('the invoice is not here yet');
        }
        $all['invoices'][$at]['paid'] += $amount;
    });
}
