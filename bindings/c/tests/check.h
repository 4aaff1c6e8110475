/* What the tests have in common. */
#ifndef CHECK_H
#define CHECK_H

#include "json.h"
#include "payymo.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures;

#define CHECK(holds)                                                       \
    do {                                                                   \
        if (!(holds)) {                                                    \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #holds);    \
            failures++;                                                    \
        }                                                                  \
    } while (0)

#define TEXT(literal) (literal), sizeof(literal) - 1

static inline slice text_of(const payymo_document *document)
{
    return (slice){payymo_document_data(document), payymo_document_length(document)};
}

static inline int equal(slice a, slice b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.text, b.text, a.length) == 0);
}

/* Whether a document is the error that its number says; frees it. */
static inline int is_error(uint32_t number, uint32_t wanted, payymo_document *document)
{
    slice text = text_of(document), code = json_member(text, "code"), told = json_member(text, "number");
    const char *name = payymo_code_text(number);
    int fits = number == wanted && name != NULL && code.length == strlen(name) + 2 &&
               memcmp(code.text + 1, name, strlen(name)) == 0 && told.length > 0 &&
               strtoul(told.text, NULL, 10) == number && json_member(text, "message").length > 2;
    if (!fits)
        fprintf(stderr, "%u instead of %u: %.*s\n", number, wanted, (int)text.length, text.text);
    payymo_document_free(document);
    return fits;
}

/* A whole file, with a NUL behind it; ends the test when it is not there. */
static inline char *read_file(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        exit(1);
    }
    size_t room = 1 << 16, used = 0, got;
    char *bytes = malloc(room);
    while (bytes != NULL && (got = fread(bytes + used, 1, room - used - 1, file)) > 0) {
        used += got;
        if (room - used <= 1)
            bytes = realloc(bytes, room *= 2);
    }
    fclose(file);
    if (bytes == NULL)
        exit(1);
    bytes[used] = 0;
    *length = used;
    return bytes;
}

static inline int done(const char *name)
{
    if (failures == 0)
        printf("%s: ok\n", name);
    return failures != 0;
}

#endif
