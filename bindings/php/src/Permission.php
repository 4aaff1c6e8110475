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

/** What roles may do. */
final class Permission
{
    private function __construct()
    {
    }

    /**
     * Whether somebody may do something to a resource of a tenant. The tenants are compared before anything; a deny
     * wins; what nothing allows is not allowed.
     *
     * @param array<array-key, Model\Role|array<string, mixed>|\stdClass>|\stdClass $roles The host's roles by
     *     their names.
     * @param Model\PermissionSubject|array<string, mixed>|\stdClass $subject Who asks, with their tenant and
     *     roles.
     * @param string $tenant Whose resource it is.
     * @param string $permission What is asked for: `invoice:refund`.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return Model\PermissionVerdict
     * @throws Exception\PayymoException `permission.syntax`, `permission.role`
     */
    public static function decide(
        array|\stdClass $roles,
        Model\PermissionSubject|array|\stdClass $subject,
        string $tenant,
        string $permission,
        bool $strict = false,
    ): Model\PermissionVerdict {
        $answer = Call::run('permission.decide', [
            'roles' => Give::value($roles, ['map', Model\Role::class], '/roles'),
            'subject' => Give::value($subject, Model\PermissionSubject::class, '/subject'),
            'tenant' => $tenant,
            'permission' => $permission,
            'strict' => $strict,
        ]);
        return Take::record($answer, Model\PermissionVerdict::class, '');
    }

    /**
     * Whether one of several patterns, such as a token's `permissions`, stands for a permission.
     *
     * @param iterable<string> $patterns The patterns: `invoice:*`.
     * @param string $permission What is asked for: `invoice:refund`.
     * @return bool
     * @throws Exception\PayymoException `permission.syntax`, `permission.role`
     */
    public static function covers(iterable $patterns, string $permission): bool
    {
        $answer = Call::run('permission.covers', [
            'patterns' => Give::value($patterns, ['list', 'text'], '/patterns'),
            'permission' => $permission,
        ]);
        return Take::truth($answer, '');
    }

    /**
     * Holds a table of routes against the routes that the host has and the roles that are meant to use them: every
     * role is tried on every route, and an empty answer is the proof. For a host's own tests.
     *
     * @param array<array-key, Model\Role|array<string, mixed>|\stdClass>|\stdClass $roles The host's roles by
     *     their names.
     * @param iterable<Model\Route|array<string, mixed>|\stdClass> $table What each route asks for, and the roles
     *     that are meant to use it.
     * @param iterable<string> $routes The routes that the host has, as its router prints them.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return list<Model\RouteGap>
     * @throws Exception\PayymoException `permission.syntax`, `permission.role`
     */
    public static function gaps(
        array|\stdClass $roles,
        iterable $table,
        iterable $routes,
        bool $strict = false,
    ): array {
        $answer = Call::run('permission.gaps', [
            'roles' => Give::value($roles, ['map', Model\Role::class], '/roles'),
            'table' => Give::value($table, ['list', Model\Route::class], '/table'),
            'routes' => Give::value($routes, ['list', 'text'], '/routes'),
            'strict' => $strict,
        ]);
        return Take::records($answer, Model\RouteGap::class, '');
    }
}
