/* Text that grows, and whole files. Memory that is not there ends the program. */
#ifndef EXAMPLE_BUFFER_H
#define EXAMPLE_BUFFER_H

#include "json.h"
#include <stdio.h>
#include <stdlib.h>

typedef struct buffer {
    char *text;
    size_t length, room;
} buffer;

static inline void add(buffer *to, slice text)
{
    if (to->room - to->length < text.length) {
        to->room = 2 * (to->length + text.length);
        to->text = realloc(to->text, to->room);
        if (to->text == NULL)
            abort();
    }
    if (text.length > 0)
        memcpy(to->text + to->length, text.text, text.length);
    to->length += text.length;
}

static inline void add_text(buffer *to, const char *text)
{
    add(to, (slice){text, strlen(text)});
}

/* Text as a JSON string. */
static inline void add_string(buffer *to, const char *text)
{
    char escaped[8];
    add_text(to, "\"");
    for (; *text != 0; text++) {
        unsigned char c = (unsigned char)*text;
        snprintf(escaped, sizeof escaped, c == '"' || c == '\\' ? "\\%c" : c < 0x20 ? "\\u%04x" : "%c", c);
        add_text(to, escaped);
    }
    add_text(to, "\"");
}

static inline slice slice_of(const buffer *of)
{
    return (slice){of->text, of->length};
}

/* A whole file, `-` for standard input; NULL when it cannot be read. */
static inline char *read_all(const char *path, size_t *length)
{
    FILE *file = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
    buffer bytes = {NULL, 0, 0};
    char part[1 << 16];
    if (file == NULL)
        return NULL;
    add_text(&bytes, "");
    for (size_t got; (got = fread(part, 1, sizeof part, file)) > 0;)
        add(&bytes, (slice){part, got});
    int broken = ferror(file);
    *length = bytes.length;
    add(&bytes, (slice){"", 1});
    if (file != stdin)
        fclose(file);
    if (broken)
        free(bytes.text);
    return broken ? NULL : bytes.text;
}

#endif
