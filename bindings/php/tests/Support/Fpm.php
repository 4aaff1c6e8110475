<?php

declare(strict_types=1);

namespace Payymo\Tests\Support;

/** A PHP-FPM of its own with one worker, asked through cgi-fcgi. It reads no php.ini of the machine. */
final class Fpm
{
    /** @var resource|null */
    private $process = null;
    private readonly string $socket;
    private readonly string $log;

    /**
     * @param string $folder Where its files go; the user of the pool must be able to read it.
     * @param array<string, string> $settings Lines of php.ini.
     * @param array<string, string> $pool Lines of the pool.
     */
    public function __construct(private string $folder, array $settings = [], array $pool = [])
    {
        $this->socket = $folder . '/fpm.sock';
        $this->log = $folder . '/error.log';
        touch($this->log);
        $user = posix_geteuid() === 0 ? "user=www-data\ngroup=www-data\n" : '';
        $lines = '';
        foreach ($pool as $name => $value) {
            $lines .= "$name=$value\n";
        }
        file_put_contents(
            $folder . '/fpm.conf',
            "[global]\nerror_log=$this->log\ndaemonize=no\n[www]\n{$user}listen=$this->socket\nlisten.mode=0666\n"
            . "pm=static\npm.max_children=1\nclear_env=yes\n$lines",
        );
        $command = [self::binary(), '-n', '-F', '-y', $folder . '/fpm.conf', '-d', 'extension=posix', '-d', 'extension=ffi'];
        if (posix_geteuid() !== 0) {
            unset($settings['opcache.preload_user']);
        }
        foreach ($settings as $name => $value) {
            array_push($command, '-d', $name . '=' . $value);
        }
        $null = ['file', '/dev/null', 'w'];
        $process = proc_open($command, [['file', '/dev/null', 'r'], $null, $null], $pipes);
        $this->process = is_resource($process) ? $process : throw new \RuntimeException('PHP-FPM does not start');
    }

    public function __destruct()
    {
        if ($this->process !== null) {
            proc_terminate($this->process);
            proc_close($this->process);
        }
    }

    /** Whether it answers; false when it has ended. */
    public function ready(): bool
    {
        for ($wait = 0; $wait < 500; $wait++) {
            if ($this->process === null || !proc_get_status($this->process)['running']) {
                return false;
            }
            if (file_exists($this->socket)) {
                return true;
            }
            usleep(20000);
        }
        return false;
    }

    /** What it wrote into its log. */
    public function log(): string
    {
        return (string) file_get_contents($this->log);
    }

    /** The body of a page. */
    public function page(string $code): string
    {
        $page = $this->folder . '/page-' . md5($code) . '.php';
        file_put_contents($page, "<?php\n" . $code);
        $environment = ['SCRIPT_FILENAME' => $page, 'REQUEST_METHOD' => 'GET', 'SCRIPT_NAME' => '/page.php'];
        $environment['PATH'] = (string) getenv('PATH');
        [, $out, $error] = Installed::run(['cgi-fcgi', '-bind', '-connect', $this->socket], $environment);
        $parts = explode("\r\n\r\n", $out, 2);
        return ($parts[1] ?? $out) . $error;
    }

    private static function binary(): string
    {
        $version = PHP_MAJOR_VERSION . '.' . PHP_MINOR_VERSION;
        foreach (["/usr/sbin/php-fpm$version", PHP_BINDIR . "/../sbin/php-fpm$version", PHP_BINDIR . '/../sbin/php-fpm'] as $path) {
            if (is_executable($path)) {
                return $path;
            }
        }
        throw new \RuntimeException("php-fpm$version is missing; on Debian: apt-get install php-fpm");
    }
}
