<?php

/*
 * For opcache.preload: the classes of the package. Those that are preloaded may use FFI, all other code may not. What the
 * library itself needs is loaded by ffi.preload; bin/payymo-install prints both lines.
 */

declare(strict_types=1);

(static function (): void {
    $files = new RecursiveIteratorIterator(
        new RecursiveDirectoryIterator(__DIR__ . '/src', FilesystemIterator::SKIP_DOTS),
    );
    foreach ($files as $file) {
        if ($file instanceof SplFileInfo && $file->getExtension() === 'php') {
            opcache_compile_file($file->getPathname());
        }
    }
})();
