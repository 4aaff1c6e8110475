<?php

declare(strict_types=1);

namespace Payymo\Internal;

use Payymo\ErrorCode;
use Payymo\Exception\PayymoException;
use Payymo\Payymo;
use Payymo\Transport\Transport;

/**
 * A value that lives in the library, beside PHP.
 *
 * @internal
 */
abstract class Handle
{
    private ?Transport $transport = null;
    private int $number = 0;

    /** Gives back what it holds now, and not first when the object goes. Any later call is an error; a second release is none. */
    public function release(): void
    {
        $transport = $this->transport;
        $this->transport = null;
        $transport?->release($this->number);
    }

    public function __destruct()
    {
        $this->release();
    }

    public function __clone()
    {
        // The copy must not give back what the original holds.
        $this->transport = null;
        throw $this->refused('cannot be cloned');
    }

    /** @return array<string, mixed> */
    public function __serialize(): array
    {
        throw $this->refused('cannot be serialised');
    }

    /**
     * @param array<array-key, mixed> $data
     * @SuppressWarnings(PHPMD.UnusedFormalParameter)
     */
    public function __unserialize(array $data): void
    {
        throw $this->refused('cannot be serialised');
    }

    /**
     * Makes it, and gives what the library answered.
     *
     * @param array<string, mixed> $request
     * @param list<string> $blobs
     */
    final protected function made(
        string $operation,
        #[\SensitiveParameter] array $request,
        #[\SensitiveParameter] array $blobs = [],
    ): mixed {
        $this->release();
        $transport = Payymo::transport();
        [$this->number, $answer] = $transport->open($operation, Json::encode($request), $blobs);
        $this->transport = $transport;
        return Json::decode($answer);
    }

    /**
     * @param array<string, mixed> $request
     * @param list<string> $blobs
     */
    final protected function asked(
        string $operation,
        #[\SensitiveParameter] array $request,
        #[\SensitiveParameter] array $blobs = [],
        ?\Closure $progress = null,
    ): mixed {
        $transport = $this->transport ?? throw $this->refused('was released, or never made');
        return Json::decode($transport->callOn($this->number, $operation, Json::encode($request), $blobs, $progress));
    }

    private function refused(string $why): PayymoException
    {
        return PayymoException::of(ErrorCode::CONTRACT_HANDLE, static::class . ' ' . $why);
    }
}
