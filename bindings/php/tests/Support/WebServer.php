<?php

declare(strict_types=1);

namespace Payymo\Tests\Support;

/** PHP's own web server with a front controller: one process, one request after the other. */
final class WebServer
{
    /** @var resource|null */
    private $process = null;
    /** The file that stands for the host's database. */
    public readonly string $state;
    private readonly string $folder;
    private readonly int $port;

    /** @param array<string, string> $settings What stands in its environment. */
    public function __construct(string $controller, array $settings, bool $ffi)
    {
        $this->folder = sys_get_temp_dir() . '/payymo-host-' . bin2hex(random_bytes(6));
        mkdir($this->folder);
        $this->port = self::free();
        $this->state = $settings['TRUST_STATE'] ?? $this->folder . '/state.json';
        $settings += getenv() + ['TRUST_STATE' => $this->state];
        if (!$ffi) {
            $settings['PAYYMO_LIBRARY'] = '/no/libpayymo.so';
        }
        $command = [PHP_BINARY, '-d', 'ffi.enable=' . ($ffi ? '1' : '0'), '-S', "127.0.0.1:$this->port", $controller];
        $log = ['file', $this->folder . '/log', 'a'];
        $process = proc_open($command, [['file', '/dev/null', 'r'], $log, $log], $pipes, null, $settings);
        $this->process = is_resource($process) ? $process : throw new \RuntimeException('PHP does not start');
        for ($wait = 0; $wait < 500; $wait++) {
            $connected = @stream_socket_client("tcp://127.0.0.1:$this->port");
            if ($connected !== false) {
                return;
            }
            usleep(20000);
        }
        throw new \RuntimeException('the server does not answer: ' . $this->log());
    }

    public function __destruct()
    {
        if ($this->process !== null) {
            proc_terminate($this->process);
            proc_close($this->process);
        }
        array_map(unlink(...), glob($this->folder . '/*') ?: []);
        rmdir($this->folder);
    }

    /** What it wrote into its log. */
    public function log(): string
    {
        return (string) file_get_contents($this->folder . '/log');
    }

    /**
     * Status, document and headers of an answer.
     *
     * @param list<string> $headers Lines.
     * @return array{int, mixed, array<string, string>}
     */
    public function ask(string $method, string $path, array $headers, string $body = ''): array
    {
        return $this->answer($this->send($method, $path, $headers, $body));
    }

    /**
     * Sends a request, whose answer is taken later.
     *
     * @param list<string> $headers
     * @return resource
     */
    public function send(string $method, string $path, array $headers, string $body = '')
    {
        $socket = stream_socket_client("tcp://127.0.0.1:$this->port");
        if ($socket === false) {
            throw new \RuntimeException('the server is gone: ' . $this->log());
        }
        array_push($headers, 'Content-Type: application/json', 'Content-Length: ' . strlen($body), 'Connection: close');
        fwrite($socket, "$method $path HTTP/1.1\r\nHost: 127.0.0.1\r\n" . implode("\r\n", $headers) . "\r\n\r\n$body");
        return $socket;
    }

    /**
     * @param resource $socket
     * @return array{int, mixed, array<string, string>}
     */
    public function answer($socket): array
    {
        [$head, $body] = explode("\r\n\r\n", (string) stream_get_contents($socket), 2) + [1 => ''];
        $lines = explode("\r\n", $head);
        $headers = [];
        foreach (array_slice($lines, 1) as $line) {
            [$name, $value] = explode(': ', $line, 2) + [1 => ''];
            $headers[strtolower($name)] = $value;
        }
        $document = json_decode($body, true) ?? throw new \RuntimeException("no document: $head $body " . $this->log());
        return [(int) substr($lines[0], 9, 3), $document, $headers];
    }

    /** A port that nobody listens on. */
    private static function free(): int
    {
        $listening = stream_socket_server('tcp://127.0.0.1:0');
        $name = $listening === false ? false : stream_socket_get_name($listening, false);
        return $name === false ? throw new \RuntimeException('no port is free') : (int) substr(strrchr($name, ':') ?: '', 1);
    }
}
