<?php

/*
 * Verifying one access token, beside firebase/php-jwt: RS256, the same key, the same questions, in turns.
 *
 *     FIREBASE_JWT=FOLDER php tools/tokens.php         its folder src
 */

declare(strict_types=1);

use Firebase\JWT\JWT;
use Firebase\JWT\Key;
use Firebase\JWT\SignatureInvalidException;
use Payymo\Exception\PayymoException;
use Payymo\Payymo;
use Payymo\Signer;
use Payymo\Transport\Choice;
use Payymo\Verifier;

require __DIR__ . '/../autoload.php';

const ROUNDS = 15;
const CALLS = 1000;
const ISSUER = 'https://accounts.example';
const AUDIENCE = 'https://api.example';

$folder = getenv('FIREBASE_JWT');
if ($folder === false || $folder === '') {
    echo "left out: tokens beside firebase/php-jwt. For it: composer require firebase/php-jwt elsewhere, and FIREBASE_JWT=…/php-jwt/src\n";
    exit(0);
}
spl_autoload_register(static function (string $class) use ($folder): void {
    if (str_starts_with($class, 'Firebase\\JWT\\')) {
        require $folder . '/' . substr($class, 13) . '.php';
    }
});
Payymo::use((new Choice())->ffi());
$pem = (string) file_get_contents(__DIR__ . '/../../../tests/trust/keys/rsa.worthless-test-key.pem');
$now = time();
$signer = new Signer('RS256', pem: $pem, keyId: '2026-11');
$token = $signer->sign([
    'iss' => ISSUER,
    'aud' => AUDIENCE,
    'sub' => 'user-18204',
    'jti' => 'c0a8012e-6c1f-4b58-9a51-2f7d7f0f3a11',
    'iat' => $now - 60,
    'exp' => $now + 840,
    'permissions' => ['invoice:read', 'invoice:refund', 'customer:read', 'payout:read'],
], 'at+jwt');
$policy = ['algorithms' => ['RS256'], 'issuers' => [ISSUER], 'audiences' => [AUDIENCE], 'type' => 'at+jwt'];
$policy['required'] = ['sub', 'jti', 'iat'];
$verifier = new Verifier($policy, jwks: '{"keys":[' . $signer->jwk() . ']}');
$details = openssl_pkey_get_details(openssl_pkey_get_private($pem) ?: throw new RuntimeException('no key'));
$keys = ['2026-11' => new Key(openssl_pkey_get_public($details['key'] ?? '') ?: throw new RuntimeException('no key'), 'RS256')];
JWT::$leeway = 30;

/** Microseconds that this process has had of the processor: others on the machine count nothing. */
$processor = static function (): int {
    /** @var array<string, int> $used */
    $used = getrusage();
    return ($used['ru_utime.tv_sec'] + $used['ru_stime.tv_sec']) * 1000000 + $used['ru_utime.tv_usec'] + $used['ru_stime.tv_usec'];
};
$own = static fn (string $token): string => $verifier->verify($token, $now)->claims['sub'];
$peer = static function (string $token) use ($keys): string {
    $head = new stdClass();
    $claims = JWT::decode($token, $keys, $head);
    // What it leaves to its host.
    if ($claims->iss !== ISSUER || !in_array(AUDIENCE, (array) $claims->aud, true) || $head->typ !== 'at+jwt') {
        throw new UnexpectedValueException('another issuer, audience or type');
    }
    return isset($claims->jti, $claims->iat, $claims->exp) ? $claims->sub : throw new UnexpectedValueException('a claim is missing');
};

// A peer that answers something else, or takes anything, is no peer.
$wrong = substr($token, 0, -8) . 'AAAAAAAA';
$refused = [];
foreach ([$own, $peer] as $verify) {
    try {
        $verify($wrong);
    } catch (PayymoException | SignatureInvalidException $refusal) {
        $refused[] = $refusal instanceof PayymoException ? $refusal->getErrorCode() : $refusal::class;
    }
}
if ($own($token) !== $peer($token) || $refused !== ['token.signature', SignatureInvalidException::class]) {
    throw new RuntimeException('the two do not say the same');
}
$times = [[], []];
// The first round warms up.
for ($round = 0; $round <= ROUNDS; $round++) {
    foreach ([$own, $peer] as $which => $verify) {
        $start = $processor();
        for ($at = 0; $at < CALLS; $at++) {
            $verify($token);
        }
        $times[$which][] = ($processor() - $start) / CALLS;
    }
}
[$mine, $theirs] = array_map(static function (array $all): float {
    $all = array_slice($all, 1);
    sort($all);
    return $all[intdiv(count($all), 2)];
}, $times);
printf("an access token of %d bytes, RS256 of 2048 bits:\n", strlen($token));
printf("  payymo %.1f µs, firebase/php-jwt %.1f µs: %.2f x as many (to stay above 2)\n", $mine, $theirs, $theirs / $mine);
