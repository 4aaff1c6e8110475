<?php

declare(strict_types=1);

namespace Payymo\Tests\Support;

use Payymo\Transport\Choice;

/** The package as a host has it: in a folder of its own, with library and executable. */
final class Installed
{
    public readonly string $folder;
    public readonly string $lib;

    public function __construct()
    {
        $this->folder = sys_get_temp_dir() . '/payymo-' . bin2hex(random_bytes(6));
        mkdir($this->folder, 0755);
        // What a umask of the tester takes away the user of PHP-FPM needs.
        chmod($this->folder, 0755);
        $package = dirname(__DIR__, 2);
        foreach (['src', 'bin'] as $part) {
            self::copy($package . '/' . $part, $this->folder . '/' . $part);
        }
        foreach (['autoload.php', 'preload.php'] as $file) {
            copy($package . '/' . $file, $this->folder . '/' . $file);
        }
        $this->lib = $this->folder . '/lib/' . basename(Choice::folder());
        mkdir($this->lib, 0755, true);
        $choice = new Choice();
        copy($choice->library(), $this->lib . '/libpayymo.so');
        copy($choice->executable(), $this->lib . '/payymo');
        chmod($this->lib . '/payymo', 0755);
    }

    public function __destruct()
    {
        self::remove($this->folder);
    }

    /**
     * Runs a script of PHP without any configuration of the machine, and without the environment of the tests.
     *
     * @param list<string> $arguments
     * @return array{int, string, string} Exit code, standard output, standard error.
     */
    public function php(array $arguments): array
    {
        $extensions = ['-n', '-d', 'extension=ffi', '-d', 'extension=posix'];
        return self::run([PHP_BINARY, ...$extensions, ...$arguments], ['PATH' => (string) getenv('PATH')]);
    }

    /**
     * @param list<string> $command
     * @param array<string, string>|null $environment
     * @return array{int, string, string}
     */
    public static function run(array $command, ?array $environment = null): array
    {
        $out = tmpfile();
        $error = tmpfile();
        if ($out === false || $error === false) {
            throw new \RuntimeException('no temporary file');
        }
        $process = proc_open($command, [['file', '/dev/null', 'r'], $out, $error], $pipes, null, $environment);
        if (!is_resource($process)) {
            throw new \RuntimeException('cannot run ' . $command[0]);
        }
        $code = proc_close($process);
        rewind($out);
        rewind($error);
        return [$code, (string) stream_get_contents($out), (string) stream_get_contents($error)];
    }

    private static function copy(string $from, string $to): void
    {
        mkdir($to, 0755);
        foreach (array_diff(scandir($from) ?: [], ['.', '..']) as $name) {
            is_dir("$from/$name") ? self::copy("$from/$name", "$to/$name") : copy("$from/$name", "$to/$name");
        }
    }

    private static function remove(string $folder): void
    {
        foreach (array_diff(scandir($folder) ?: [], ['.', '..']) as $name) {
            is_dir("$folder/$name") ? self::remove("$folder/$name") : unlink("$folder/$name");
        }
        rmdir($folder);
    }
}
