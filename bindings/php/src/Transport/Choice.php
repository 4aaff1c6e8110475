<?php

declare(strict_types=1);

namespace Payymo\Transport;

use Payymo\ErrorCode;
use Payymo\Exception\PayymoException;

/** Finds the library and the way to it. */
final class Choice
{
    /** @var list<string> Why a way is shut. */
    private array $shut = [];

    public function __construct(private ?string $library = null, private ?string $executable = null)
    {
    }

    /**
     * FFI where it is allowed, else a pipe.
     *
     * @throws \Payymo\Exception\ContractException `contract.transport` with how to open either
     */
    public function open(): Transport
    {
        return $this->ffi() ?? $this->pipe() ?? throw $this->neither();
    }

    /** The library in the process; null where that is not to be had. */
    public function ffi(): ?FfiTransport
    {
        if (!class_exists(\FFI::class, false)) {
            $this->shut[] = 'FFI: the extension ffi is not loaded (Debian: apt-get install php-common, phpenmod ffi)';
            return null;
        }
        try {
            return FfiTransport::preloaded();
        } catch (\FFI\Exception) {
            // Nothing is preloaded, as in every command line.
        }
        $library = $this->library();
        try {
            return FfiTransport::load($library);
        } catch (\FFI\Exception $fault) {
            $this->shut[] = 'FFI: ' . $fault->getMessage();
            return null;
        }
    }

    /** The library in a process of its own; null where that is not to be had. */
    public function pipe(): ?PipeTransport
    {
        $executable = $this->executable();
        $shut = PipeTransport::shut();
        if ($shut !== null) {
            $this->shut[] = 'Pipe: ' . $shut;
            return null;
        }
        if (!@is_file($executable)) {
            $this->shut[] = 'Pipe: the executable is not at ' . $executable;
            return null;
        }
        if (function_exists('is_executable') && !is_executable($executable)) {
            $this->shut[] = 'Pipe: not executable; to change that: chmod 755 ' . $executable;
            return null;
        }
        return new PipeTransport($executable);
    }

    /** Where the library is, or should be. */
    public function library(): string
    {
        $package = self::folder() . '/libpayymo.so';
        $named = $this->library ?? self::environment('PAYYMO_LIBRARY');
        // Without one of its own the package takes what the system has.
        return $named ?? (is_file($package) ? $package : 'libpayymo.so.1');
    }

    /** Where the executable is, or should be. */
    public function executable(): string
    {
        return $this->executable ?? self::environment('PAYYMO_EXECUTABLE') ?? self::folder() . '/payymo';
    }

    /** The part of the package that is for this machine. */
    public static function folder(): string
    {
        return dirname(__DIR__, 2) . '/lib/' . strtolower(PHP_OS_FAMILY) . '-' . self::machine();
    }

    private static function machine(): string
    {
        if (function_exists('php_uname')) {
            $machine = strtolower(php_uname('m'));
            return match ($machine) {
                'arm64' => 'aarch64',
                'amd64' => 'x86_64',
                default => $machine,
            };
        }
        // PHP says it of itself: the field e_machine in the header of its own ELF file.
        $read = function_exists('file_get_contents') && function_exists('bin2hex');
        $header = $read ? @file_get_contents('/proc/self/exe', false, null, 0, 20) : false;
        return is_string($header) && bin2hex(substr($header, 18)) === 'b700' ? 'aarch64' : 'x86_64';
    }

    private static function environment(string $name): ?string
    {
        $value = function_exists('getenv') ? getenv($name) : ($_SERVER[$name] ?? null);
        return is_string($value) && $value !== '' ? $value : null;
    }

    private function neither(): PayymoException
    {
        $installer = dirname(__DIR__, 2) . '/bin/payymo-install';
        $said = [
            'The library cannot be reached.',
            ...$this->shut,
            'Any one of these opens a way:',
            '- on the command line: the extension ffi, without any setting, and the library of this package',
            '- under PHP-FPM: run `php ' . $installer . '` and put the lines that it prints (ffi.preload, opcache.preload) into php.ini;'
                . ' FFI then stays shut for all other code',
            '- without FFI: put the executable of this package there, or name it with Payymo::configure(executable: …) or'
                . ' PAYYMO_EXECUTABLE',
        ];
        return PayymoException::of(ErrorCode::CONTRACT_TRANSPORT, implode("\n", $said));
    }
}
