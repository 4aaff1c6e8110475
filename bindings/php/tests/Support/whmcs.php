<?php

/* As much of WHMCS as README.md shows: rows of its tables, and what is posted to its API. */

declare(strict_types=1);

namespace WHMCS\Database {
    final class Capsule
    {
        public static function table(string $name): \Rows
        {
            return new \Rows($name);
        }
    }
}

namespace {
    /** @implements IteratorAggregate<int, mixed> */
    final class Rows implements IteratorAggregate
    {
        public static string $file = '';
        /** @var list<array<string, string>> */
        public static array $posted = [];

        /** @param list<mixed> $rows */
        public function __construct(private string $table, private array $rows = [])
        {
        }

        /** @param list<mixed> $arguments */
        public function __call(string $name, array $arguments): self
        {
            return $this;
        }

        public function get(): self
        {
            $answer = json_decode((string) file_get_contents(self::$file), false, 512, JSON_THROW_ON_ERROR);
            $rows = array_filter($answer->invoices->invoice, static fn (stdClass $row): bool => $row->status === 'Unpaid');
            foreach ($rows as $row) {
                [$row->email, $row->code, $row->open] = ["client$row->userid@example.com", $row->currencycode, $row->total];
            }
            return new self($this->table, array_values($rows));
        }

        public function map(callable $function): self
        {
            return new self($this->table, array_map($function, $this->rows));
        }

        public function getIterator(): Iterator
        {
            return new ArrayIterator($this->rows);
        }
    }

    /**
     * @param array<string, string> $values
     * @return array<string, string>
     */
    function localAPI(string $command, array $values): array
    {
        Rows::$posted[] = $values;
        return ['result' => 'success', 'command' => $command];
    }
}
