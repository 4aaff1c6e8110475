<?php

declare(strict_types=1);

namespace Payymo\Tests;

use Payymo\Signer;
use Payymo\Tests\Support\BothWays;
use Payymo\Tests\Support\WebServer;

/** The example of tokens and webhooks, over HTTP, on PHP's own server, both ways. */
final class HostsTest extends BothWays
{
    private const KEYS = __DIR__ . '/../../../tests/trust/keys/';
    private const SECRET = 'whsec_of_these_tests_alone';

    private static function signer(string $key): Signer
    {
        return new Signer('RS256', pem: (string) file_get_contents(self::KEYS . $key . '.worthless-test-key.pem'), keyId: 'k1');
    }

    private static function server(string $way, ?string $state = null): WebServer
    {
        return new WebServer(__DIR__ . '/../../../examples/hosts/php/trust.php', [
            'TOKEN_JWKS' => '{"keys":[' . self::signer('rsa')->jwk() . ']}',
            'TOKEN_ISSUER' => 'https://accounts.example',
            'TOKEN_AUDIENCE' => 'https://api.example',
            'STRIPE_WEBHOOK_SECRET' => self::SECRET,
            ...($state === null ? [] : ['TRUST_STATE' => $state]),
        ], $way === 'ffi');
    }

    /** @param array<string, mixed> $more */
    private static function token(array $more = [], string $key = 'rsa'): string
    {
        return self::signer($key)->sign($more + [
            'iss' => 'https://accounts.example',
            'aud' => 'https://api.example',
            'sub' => 'u1',
            'exp' => time() + 900,
            'permissions' => ['invoice:*'],
        ], 'at+jwt');
    }

    private static function charge(string $id, string $invoice = '1042'): string
    {
        $object = ['amount' => 5000, 'metadata' => ['invoice' => $invoice]];
        $event = ['id' => $id, 'type' => 'charge.succeeded', 'created' => time(), 'data' => ['object' => $object]];
        return (string) json_encode($event, JSON_PRETTY_PRINT);
    }

    private static function signature(string $body, int $ago = 0, string $secret = self::SECRET): string
    {
        $at = time() - $ago;
        return "Stripe-Signature: t=$at,v1=" . hash_hmac('sha256', "$at.$body", $secret);
    }

    /** @dataProvider ways */
    public function testTokens(string $way): void
    {
        $server = self::server($way);
        $invoices = static fn (string ...$headers): array => $server->ask('GET', '/invoices', $headers);
        $bearer = static fn (array $more = [], string $key = 'rsa'): string => 'Authorization: Bearer ' . self::token($more, $key);
        [$status, $list] = $invoices($bearer());
        self::assertSame([200, [['id' => '1042', 'total' => 11200, 'paid' => 0]]], [$status, $list], $server->log());
        foreach (
            [
                'no_token' => 'X-Nothing: 1',
                'token.expired' => $bearer(['exp' => time() - 60]),
                'token.audience' => $bearer(['aud' => 'https://other.example']),
                'token.issuer' => $bearer(['iss' => 'https://other.example']),
                'token.signature' => $bearer([], 'other'),
                'token.segments' => 'Authorization: Bearer a.b',
                'contract.encoding' => "Authorization: Bearer a.\xff.b",
            ] as $code => $header
        ) {
            [$status, $body, $headers] = $invoices($header);
            self::assertSame([401, ['error' => $code]], [$status, $body]);
            $challenge = $code === 'no_token' ? 'Bearer' : "Bearer error=\"invalid_token\", error_description=\"$code\"";
            self::assertSame($challenge, $headers['www-authenticate']);
        }
        foreach ([['customer:*'], ['invoice:pay'], [], null, 'invoice:read', [7]] as $permissions) {
            [$status, , $headers] = $invoices($bearer(['permissions' => $permissions]));
            self::assertSame(403, $status);
            self::assertSame('Bearer error="insufficient_scope", scope="invoice:read"', $headers['www-authenticate']);
        }
    }

    /** @dataProvider ways */
    public function testWebhooks(string $way): void
    {
        $server = self::server($way);
        $hook = static fn (string $body, string ...$signed): array
            => $server->ask('POST', '/webhooks/stripe', $signed, $body);
        $paid = static fn (): int => $server->ask('GET', '/invoices', ['Authorization: Bearer ' . self::token()])[1][0]['paid'];
        $body = self::charge('evt_1');
        $signed = self::signature($body);
        self::assertSame(200, $hook($body, $signed)[0], $server->log());
        self::assertSame(5000, $paid());
        // The same again, also signed anew: it is handled once.
        self::assertSame(200, $hook($body, $signed)[0]);
        self::assertSame(200, $hook($body, self::signature($body, 1))[0]);
        self::assertSame(5000, $paid());
        // Two servers at once: one of them handles it, and the other answers that it is done or busy.
        $second = self::server($way, $server->state);
        $body = self::charge('evt_2');
        $signed = self::signature($body);
        foreach (range(1, 5) as $round) {
            $sent = array_map(static fn ($each) => $each->send('POST', '/webhooks/stripe', [$signed], $body), [$server, $second]);
            $answers = [$server->answer($sent[0])[0], $second->answer($sent[1])[0]];
            self::assertSame([], array_diff($answers, [200, 503]), $server->log() . $second->log());
            self::assertContains(200, $answers, "round $round");
        }
        self::assertSame(10000, $paid());

        $body = self::charge('evt_3');
        $compact = (string) json_encode(json_decode($body));
        foreach (
            [
                'webhook.body_changed' => [$compact, self::signature($body)],
                'webhook.signature' => [$body, self::signature($body, 0, 'whsec_of_somebody_else')],
                'webhook.too_old' => [$body, self::signature($body, 600)],
                'webhook.missing' => [$body, 'X-Nothing: 1'],
            ] as $code => $given
        ) {
            [$status, $error] = $hook(...$given);
            self::assertSame([400, $code], [$status, $error['code']]);
            self::assertStringContainsString($code, $server->log());
            if ($code === 'webhook.body_changed') {
                self::assertStringContainsString('Hand over the bytes as they came', $error['message']);
            }
        }
        // A header that came twice: PHP joins it or keeps one of both, and neither lets a wrong message in.
        self::assertSame(400, $hook($body, self::signature($body, 0, 'x'), self::signature($body, 0, 'y'))[0]);
        self::assertSame(10000, $paid());
        // One that cannot be handled is given back, and may come again.
        $early = self::charge('evt_4', '1043');
        foreach (range(1, 2) as $ignored) {
            [$status, , $headers] = $hook($early, self::signature($early));
            self::assertSame([503, '60'], [$status, $headers['retry-after']], (string) $ignored);
        }
        self::assertStringNotContainsString(self::SECRET, $server->log());
    }
}
