<?php

/*
 * An API as one front controller: invoices for whoever has a token that may read them, and the webhooks of Stripe.
 *
 *     php -d ffi.enable=1 -S 127.0.0.1:8080 examples/hosts/php/trust.php
 *
 * All settings come from the environment:
 *
 *     TOKEN_JWKS               the issuer's published keys (a JSON Web Key Set, as text)
 *     TOKEN_ISSUER             who makes the access tokens
 *     TOKEN_AUDIENCE           this API, as the tokens name it
 *     STRIPE_WEBHOOK_SECRET    whsec_…, of this endpoint
 *     TRUST_STATE              a file that stands for the host's database
 */

declare(strict_types=1);

use Payymo\Exception\PayymoException;
use Payymo\Permission;
use Payymo\Verifier;
use Payymo\Webhook;

require getenv('PAYYMO_PHP') ?: __DIR__ . '/../../../bindings/php/autoload.php';
require __DIR__ . '/events.php';

/** Answers the request, and ends it. */
function send(int $status, mixed $body, string ...$headers): never
{
    array_map(header(...), ['Content-Type: application/json', ...$headers]);
    // After the headers: with WWW-Authenticate PHP makes it 401 of itself.
    http_response_code($status);
    exit(json_encode($body, JSON_THROW_ON_ERROR));
}

/** Refuses a request whose token does not allow what it asks for. */
function mayDo(string $needed): void
{
    if (preg_match('/^Bearer +(\S+)$/Di', $_SERVER['HTTP_AUTHORIZATION'] ?? '', $bearer) !== 1) {
        send(401, ['error' => 'no_token'], 'WWW-Authenticate: Bearer');
    }
    $policy = ['algorithms' => ['RS256'], 'issuers' => [getenv('TOKEN_ISSUER')], 'audiences' => [getenv('TOKEN_AUDIENCE')]];
    $verifier = new Verifier($policy + ['type' => 'at+jwt', 'required' => ['sub']], jwks: (string) getenv('TOKEN_JWKS'));
    try {
        $claims = $verifier->verify($bearer[1], time())->claims;
    } catch (PayymoException $refused) {
        $code = $refused->getErrorCode();
        send(401, ['error' => $code], "WWW-Authenticate: Bearer error=\"invalid_token\", error_description=\"$code\"");
    }
    $given = $claims['permissions'] ?? null;
    if (!Permission::covers(is_array($given) ? array_filter($given, is_string(...)) : [], $needed)) {
        send(403, ['error' => 'no_permission'], "WWW-Authenticate: Bearer error=\"insufficient_scope\", scope=\"$needed\"");
    }
}

$store = new Store(getenv('TRUST_STATE') ?: throw new RuntimeException('the environment has no TRUST_STATE'));
switch ($_SERVER['REQUEST_METHOD'] . ' ' . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH)) {
    case 'GET /invoices':
        mayDo('invoice:read');
        send(200, $store->change(static fn (array $all): array => $all['invoices']));
        // No way leads here.
    case 'POST /webhooks/stripe':
        // The bytes as they came: what json_decode has read the signature fits no more.
        $body = (string) file_get_contents('php://input');
        $headers = array_map(static fn (string $value): array => [$value], getallheaders());
        try {
            $verified = Webhook::verify(['current' => (string) getenv('STRIPE_WEBHOOK_SECRET')], $headers, $body, time(), 'stripe');
        } catch (PayymoException $refused) {
            error_log($refused->getMessage());
            send(400, ['code' => $refused->getErrorCode(), 'message' => $refused->getSentence()]);
        }
        $event = json_decode($body, true, 64, JSON_THROW_ON_ERROR);
        foreach ($verified->eventIds as $id) {
            if (!once($store, "stripe/$id", $event['created'] ?? null, static fn () => settle($store, $event))) {
                // Not handled, or not yet: the provider comes again.
                send(503, new stdClass(), 'Retry-After: 60');
            }
        }
        send(200, new stdClass());
        // No way leads here.
    default:
        send(404, ['error' => 'no_route']);
}
