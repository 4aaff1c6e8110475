<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo;

use Payymo\Internal\Call;
use Payymo\Internal\Give;
use Payymo\Internal\Take;

/** What people's verdicts teach, kept by the host as bytes. */
final class Memory
{
    private function __construct()
    {
    }

    /**
     * Learns from verdicts: who pays for whom, how customers name what they pay and when, what banks take, how often
     * each kind of evidence was right. What was rejected is not proposed again. Answers the memory to keep.
     *
     * @param iterable<Model\Feedback|array<string, mixed>|\stdClass> $feedback Verdicts; give each once: twice
     *     counts twice.
     * @param string|null $memory What was learnt before; without it nothing.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return string
     * @throws Exception\PayymoException `memory.version`, `memory.syntax`, `input.missing`, `input.bad_field`,
     *     `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`,
     *     `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`
     */
    public static function learn(iterable $feedback, ?string $memory = null, bool $strict = false): string
    {
        $blobs = [];
        $answer = Call::run('memory.learn', [
            'memory' => Give::blob($memory, $blobs),
            'feedback' => Give::value($feedback, ['list', Model\Feedback::class], '/feedback'),
            'strict' => $strict,
        ], $blobs);
        return Take::bytes($answer, '');
    }

    /**
     * Forgets what verdicts taught: the memory is as if they had never been learnt.
     *
     * @param string $memory What was learnt before.
     * @param iterable<Model\Feedback|array<string, mixed>|\stdClass> $feedback Verdicts; give each once: twice
     *     counts twice.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return string
     * @throws Exception\PayymoException `memory.version`, `memory.syntax`, `input.missing`, `input.bad_field`,
     *     `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`,
     *     `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`
     */
    public static function unlearn(string $memory, iterable $feedback, bool $strict = false): string
    {
        $blobs = [];
        $answer = Call::run('memory.unlearn', [
            'memory' => Give::blob($memory, $blobs),
            'feedback' => Give::value($feedback, ['list', Model\Feedback::class], '/feedback'),
            'strict' => $strict,
        ], $blobs);
        return Take::bytes($answer, '');
    }

    /**
     * Adds up what several memories have learnt from different verdicts.
     *
     * @param iterable<string> $memories The memories that become one.
     * @return string
     * @throws Exception\PayymoException `memory.version`, `memory.syntax`
     */
    public static function merge(iterable $memories): string
    {
        $blobs = [];
        $answer = Call::run('memory.merge', [
            'memories' => Give::blobs($memories, $blobs, '/memories'),
        ], $blobs);
        return Take::bytes($answer, '');
    }

    /**
     * Forgets all that was learnt of a customer, who has a right to it.
     *
     * @param string $memory What was learnt before.
     * @param string $customer The host's id of the customer.
     * @return string
     * @throws Exception\PayymoException `memory.version`, `memory.syntax`
     */
    public static function forgetCustomer(string $memory, string $customer): string
    {
        $blobs = [];
        $answer = Call::run('memory.forget_customer', [
            'memory' => Give::blob($memory, $blobs),
            'customer' => $customer,
        ], $blobs);
        return Take::bytes($answer, '');
    }

    /**
     * What was learnt of one customer is another's from now on: the host found that they are one.
     *
     * @param string $memory What was learnt before.
     * @param string $from Id of the customer who is no more.
     * @param string $into Id of the customer who stays.
     * @return string
     * @throws Exception\PayymoException `memory.version`, `memory.syntax`
     */
    public static function mergeCustomers(string $memory, string $from, string $into): string
    {
        $blobs = [];
        $answer = Call::run('memory.merge_customers', [
            'memory' => Give::blob($memory, $blobs),
            'from' => $from,
            'into' => $into,
        ], $blobs);
        return Take::bytes($answer, '');
    }

    /**
     * What is to be said of a memory without reading it.
     *
     * @param string $memory What was learnt before.
     * @return Model\MemoryInfo
     * @throws Exception\PayymoException `memory.version`, `memory.syntax`
     */
    public static function info(string $memory): Model\MemoryInfo
    {
        $blobs = [];
        $answer = Call::run('memory.info', [
            'memory' => Give::blob($memory, $blobs),
        ], $blobs);
        return Take::record($answer, Model\MemoryInfo::class, '');
    }
}
