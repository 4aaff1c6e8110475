/* The rows of a JSON list as columns, as a host would have them in its arrays. */
#ifndef BENCH_COLUMNS_H
#define BENCH_COLUMNS_H

#include "buffer.h"
#include "payymo.h"

enum { MOST_COLUMNS = 64 };

typedef struct columns {
    size_t rows;
    payymo_column of[MOST_COLUMNS];
    payymo_table table;
    buffer bytes[MOST_COLUMNS];
} columns;

static void *room(size_t count, size_t size)
{
    void *memory = calloc(count, size);
    if (memory == NULL)
        abort();
    return memory;
}

/* The column of a name; a new one has nothing in the rows before. */
static size_t column_of(columns *all, const char *name, uint32_t kind)
{
    size_t at = 0;
    while (at < all->table.column_count && (strcmp(all->of[at].name, name) != 0 || all->of[at].kind != kind))
        at++;
    if (at == MOST_COLUMNS)
        abort();
    if (at == all->table.column_count) {
        char *copy = room(strlen(name) + 1, 1);
        strcpy(copy, name);
        size_t wide = kind == PAYYMO_COLUMN_MINORS ? sizeof(int64_t) : sizeof(int32_t);
        all->of[at] = (payymo_column){copy, kind, room(all->rows + 1, wide), NULL, 0};
        for (size_t row = 0; row < all->rows && kind == PAYYMO_COLUMN_MINORS; row++)
            ((int64_t *)(uintptr_t)all->of[at].values)[row] = INT64_MIN;
        for (size_t row = 0; row < all->rows && kind == PAYYMO_COLUMN_DAYS; row++)
            ((int32_t *)(uintptr_t)all->of[at].values)[row] = INT32_MIN;
        all->table.column_count++;
    }
    return at;
}

/* Days since 1970-01-01 of "2026-03-31". */
static int32_t days_of(slice date)
{
    int y = atoi(date.text + 1), m = atoi(date.text + 6), d = atoi(date.text + 9);
    y -= m <= 2;
    int era = y / 400, of_era = y - era * 400, of_year = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static int64_t minor_of(slice amount, slice currency)
{
    int decimals = payymo_currency_decimals(currency.text + 1, currency.length - 2), behind = -1, negative = 0;
    int64_t minor = 0;
    for (size_t at = 1; at + 1 < amount.length; at++) {
        char c = amount.text[at];
        if (c == '-')
            negative = 1;
        else if (c == '.')
            behind = 0;
        else
            minor = minor * 10 + (c - '0'), behind += behind >= 0;
    }
    for (behind = behind < 0 ? 0 : behind; behind < decimals; behind++)
        minor *= 10;
    return negative ? -minor : minor;
}

static void put(columns *all, size_t row, slice object, const char *name, slice value)
{
    char with_unit[64];
    size_t length = strlen(name);
    int is_text = value.text[0] == '"';
    if (is_text && length > 3 && strcmp(name + length - 3, "_on") == 0) {
        size_t at = column_of(all, name, PAYYMO_COLUMN_DAYS);
        ((int32_t *)(uintptr_t)all->of[at].values)[row] = days_of(value);
    } else if (strcmp(name, "amount") == 0 || strcmp(name, "total") == 0 || strcmp(name, "open") == 0) {
        snprintf(with_unit, sizeof with_unit, "%s_minor", name);
        size_t at = column_of(all, with_unit, PAYYMO_COLUMN_MINORS);
        ((int64_t *)(uintptr_t)all->of[at].values)[row] = minor_of(value, json_member(object, "currency"));
    } else {
        size_t at = column_of(all, name, is_text ? PAYYMO_COLUMN_TEXTS : PAYYMO_COLUMN_JSON);
        for (size_t in = is_text; in + is_text < value.length; in++) {
            /* Of the escapes of JSON these rows have none but of quotes and backslashes. */
            in += is_text && value.text[in] == '\\';
            add(&all->bytes[at], (slice){value.text + in, 1});
        }
    }
}

/* Each member of an object becomes a column. */
static void put_members(columns *all, size_t row, const char *name, slice object)
{
    slice key, value;
    char path[64];
    for (size_t at = 0; json_next(object, &at, &key) && json_next(object, &at, &value);) {
        snprintf(path, sizeof path, "%s.%.*s", name, (int)key.length - 2, key.text + 1);
        put(all, row, object, path, value);
    }
}

static columns columns_of(slice list)
{
    columns all = {0};
    slice object, key, value;
    for (size_t at = 0; json_next(list, &at, &object);)
        all.rows++;
    size_t row = 0;
    for (size_t at = 0; json_next(list, &at, &object); row++) {
        for (size_t in = 0; json_next(object, &in, &key) && json_next(object, &in, &value);) {
            char name[64];
            snprintf(name, sizeof name, "%.*s", (int)key.length - 2, key.text + 1);
            int party = strcmp(name, "counterparty") == 0 || strcmp(name, "customer") == 0;
            if (party)
                put_members(&all, row, name, value);
            else
                put(&all, row, object, name, value);
        }
        for (size_t of = 0; of < all.table.column_count; of++)
            if (all.of[of].kind == PAYYMO_COLUMN_TEXTS || all.of[of].kind == PAYYMO_COLUMN_JSON)
                ((uint32_t *)(uintptr_t)all.of[of].values)[row + 1] = (uint32_t)all.bytes[of].length;
    }
    all.table.rows = all.rows;
    for (size_t of = 0; of < all.table.column_count; of++) {
        all.of[of].bytes = all.bytes[of].text;
        all.of[of].length = all.bytes[of].length;
    }
    return all;
}

#endif
