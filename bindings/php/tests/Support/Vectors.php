<?php

declare(strict_types=1);

namespace Payymo\Tests\Support;

/** The cases that all languages run: tests/vectors. */
final class Vectors
{
    /**
     * Cases by name.
     *
     * @return array<string, array{head: array<string, mixed>, request: string, answer: string}>
     */
    public static function all(): array
    {
        $cases = [];
        foreach (glob(self::folder() . '/*.jsonl') ?: [] as $file) {
            $lines = explode("\n", trim((string) file_get_contents($file), "\n"));
            if (count($lines) % 3 !== 0) {
                throw new \RuntimeException(basename($file) . ': a case has three lines');
            }
            foreach (array_chunk($lines, 3) as [$head, $request, $answer]) {
                /** @var array<string, mixed> $head */
                $head = json_decode($head, true, 512, JSON_THROW_ON_ERROR);
                $name = basename($file, '.jsonl') . ', ' . $head['op'] . ', ' . $head['name'];
                // Two cases of one name are two cases.
                $name .= isset($cases[$name]) ? ' ' . count($cases) : '';
                $cases[$name] = ['head' => $head, 'request' => $request, 'answer' => $answer];
            }
        }
        return $cases;
    }

    public static function folder(): string
    {
        return dirname(__DIR__, 4) . '/tests/vectors';
    }
}
