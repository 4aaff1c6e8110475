<?php

/*
 * Loads the classes of the package where there is no Composer: a module of WHMCS, a script.
 *
 *     require __DIR__ . '/payymo/autoload.php';
 */

declare(strict_types=1);

spl_autoload_register(static function (string $class): void {
    if (str_starts_with($class, 'Payymo\\')) {
        $file = __DIR__ . '/src/' . str_replace('\\', '/', substr($class, 7)) . '.php';
        if (is_file($file)) {
            require $file;
        }
    }
});
