<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * Bounds of the search.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum LimitKind: string
{
    /** More text or numbers stood there than are read. */
    case Text = 'text';

    /** A customer has more open items than are compared one by one. */
    case ItemsOfCustomer = 'items_of_customer';

    /** There were more sums of items than are tried, or more items than are summed. */
    case GroupSearch = 'group_search';

    /** The text names more items than are looked at. */
    case NamedItems = 'named_items';

    /** More numbers than are tried may be misread ones of items. */
    case Misreadings = 'misreadings';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Text => 'More text or numbers stood there than are read.',
            self::ItemsOfCustomer => 'A customer has more open items than are compared one by one.',
            self::GroupSearch => 'There were more sums of items than are tried, or more items than are summed.',
            self::NamedItems => 'The text names more items than are looked at.',
            self::Misreadings => 'More numbers than are tried may be misread ones of items.',
        };
    }
}
