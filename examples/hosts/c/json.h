/* Parts of a JSON document that is known to be well-formed, such as an answer of the library: found, not decoded. */
#ifndef EXAMPLE_JSON_H
#define EXAMPLE_JSON_H

#include <stddef.h>
#include <string.h>

typedef struct slice {
    const char *text;
    size_t length;
} slice;

static inline size_t json_string_end(slice json, size_t at)
{
    for (at++; at < json.length && json.text[at] != '"'; at++)
        if (json.text[at] == '\\')
            at++;
    return at + 1;
}

/* Behind the value that begins at `at`. */
static inline size_t json_end(slice json, size_t at)
{
    size_t depth = 0;
    while (at < json.length) {
        char c = json.text[at];
        if (c == '"') {
            at = json_string_end(json, at);
        } else if (c == '{' || c == '[') {
            depth++, at++;
        } else if (depth > 0) {
            depth -= (c == '}' || c == ']');
            at++;
        } else if (strchr(",:]} \n\r\t", c) == NULL) {
            at++;
            continue;
        }
        if (depth == 0)
            break;
    }
    return at < json.length ? at : json.length;
}

/* The next element of a list, or name or value of an object; begin with `at` 0. */
static inline int json_next(slice json, size_t *at, slice *value)
{
    if (*at == 0 && json.length > 0)
        *at = 1;
    while (*at < json.length && strchr(",: \n\r\t", json.text[*at]) != NULL)
        (*at)++;
    if (*at >= json.length || json.text[*at] == ']' || json.text[*at] == '}')
        return 0;
    size_t end = json_end(json, *at);
    *value = (slice){json.text + *at, end - *at};
    *at = end;
    return 1;
}

/* The value of a member; NULL with length 0 where there is none. */
static inline slice json_member(slice object, const char *name)
{
    slice key, value;
    for (size_t at = 0; json_next(object, &at, &key) && json_next(object, &at, &value);)
        if (key.length == strlen(name) + 2 && memcmp(key.text + 1, name, key.length - 2) == 0)
            return value;
    return (slice){NULL, 0};
}

#endif
