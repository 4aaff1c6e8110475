<?php

declare(strict_types=1);

namespace Payymo\Tests\Support;

/** An executable that behaves as a test wants: it answers each request by the lines of PHP that it is made of. */
final class Fake
{
    public readonly string $path;

    /**
     * @param string $answer Lines of PHP with `$number`, `$operation` and `$document` of a request, and `$all`, the answer that
     *     would be right: they write what they like, as with `send($all)`.
     */
    public function __construct(string $answer)
    {
        $this->path = sys_get_temp_dir() . '/payymo-fake-' . bin2hex(random_bytes(6));
        $lines = <<<'PHP'
            function send(string $document): void
            {
                fwrite(STDOUT, pack('J', strlen($document)) . $document);
                fflush(STDOUT);
            }
            while (strlen($length = (string) stream_get_contents(STDIN, 8)) === 8) {
                $frame = (string) stream_get_contents(STDIN, unpack('J', $length)[1]);
                $parts = [];
                while ($frame !== '') {
                    $end = 8 + unpack('J', $frame)[1];
                    $parts[] = substr($frame, 8, $end - 8);
                    $frame = substr($frame, $end);
                }
                [$number, $operation] = explode(':', $parts[0], 2);
                $document = $parts[2];
                $result = $operation === 'text.fold' ? strtolower(json_decode($document)->text) : [];
                $all = '{"version":1,"request":' . $number . ',"result":' . json_encode($result) . '}';
            PHP;
        file_put_contents($this->path, '#!' . PHP_BINARY . "\n<?php\n" . $lines . "\n" . $answer . "\n}\n");
        chmod($this->path, 0755);
    }

    public function __destruct()
    {
        unlink($this->path);
    }
}
