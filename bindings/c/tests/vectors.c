/* Runs the cases of tests/vectors, three lines each: head, request, answer. `vectors FILE…` */
#include "check.h"

static slice line_of(slice text, size_t *at)
{
    size_t start = *at;
    while (*at < text.length && text.text[*at] != '\n')
        (*at)++;
    slice line = {text.text + start, *at - start};
    (*at)++;
    return line;
}

/* A name as the library takes it, without the quotes of JSON; the caller frees it. */
static char *name_of(slice text)
{
    size_t length = text.length < 2 ? 0 : text.length - 2;
    char *name = calloc(length + 1, 1);
    if (name != NULL && length > 0)
        memcpy(name, text.text + 1, length);
    return name;
}

static uint32_t ask(payymo_handle *on, const char *operation, slice request, payymo_document **answer)
{
    if (on != NULL)
        return payymo_handle_call(on, operation, request.text, request.length, NULL, 0, NULL, NULL, answer);
    return payymo_call(operation, request.text, request.length, NULL, 0, NULL, NULL, answer);
}

/* Makes the handle of an area, which is what stands before the point in the name of its operations. */
static uint32_t make(const char *operation, slice request, payymo_handle **handle, payymo_document **answer)
{
    char opens[64];
    const char *point = strchr(operation, '.');
    snprintf(opens, sizeof opens, "%.*s.new", (int)(point == NULL ? 0 : point - operation), operation);
    return payymo_handle_open(opens, request.text, request.length, NULL, 0, NULL, NULL, handle, answer);
}

/* Whether an operation makes a handle. */
static int is_new(const char *operation)
{
    const char *point = strchr(operation, '.');
    return point != NULL && strcmp(point, ".new") == 0;
}

/* Makes the handle of a case and does what comes before it. */
static int open_handle(const char *operation, slice head, payymo_handle **handle)
{
    slice open = json_member(head, "open"), before = json_member(head, "before"), step;
    if (open.length == 0)
        return 1;
    if (make(operation, open, handle, NULL) != 0)
        return 0;
    for (size_t at = 0; json_next(before, &at, &step);) {
        slice earlier, request;
        size_t part = 0;
        if (!json_next(step, &part, &earlier) || !json_next(step, &part, &request))
            return 0;
        char *name = name_of(earlier);
        uint32_t number = ask(*handle, name, request, NULL);
        free(name);
        if (number != 0)
            return 0;
    }
    return 1;
}

/* Whether two objects have the same members, in any order, and all other values are equal to the byte. */
static int same(slice wanted, slice got)
{
    if (wanted.length == 0 || got.length == 0 || wanted.text[0] != '{' || got.text[0] != '{')
        return equal(wanted, got);
    slice name, value;
    size_t wants = 0, has = 0;
    for (size_t at = 0; json_next(wanted, &at, &name) && json_next(wanted, &at, &value); wants++) {
        char *key = name_of(name);
        int fits = same(value, json_member(got, key));
        free(key);
        if (!fits)
            return 0;
    }
    for (size_t at = 0; json_next(got, &at, &name); has++) {
    }
    return has == 2 * wants;
}

static int same_error(slice wanted, slice got, uint32_t number)
{
    slice told = json_member(wanted, "number");
    return same(wanted, got) && told.length > 0 && strtoul(told.text, NULL, 10) == number;
}

static int run(slice head, slice request, slice answer)
{
    slice wanted_error = json_member(answer, "error");
    int wants_error = answer.length > 0 && answer.text[0] == '{' && wanted_error.length > 0;
    char *operation = name_of(json_member(head, "op"));
    payymo_handle *handle = NULL;
    payymo_document *document = NULL;
    int fits = open_handle(operation, head, &handle);
    if (fits) {
        uint32_t number =
            is_new(operation) ? make(operation, request, &handle, &document) : ask(handle, operation, request, &document);
        slice got = text_of(document);
        fits = wants_error ? same_error(wanted_error, got, number) : number == 0 && equal(answer, got);
    }
    if (!fits) {
        slice name = json_member(head, "name"), got = text_of(document);
        fprintf(stderr, "%s %.*s\n  wanted %.*s\n  got    %.*s\n", operation, (int)name.length, name.text,
                (int)answer.length, answer.text, (int)got.length, got.text);
    }
    payymo_document_free(document);
    payymo_handle_free(handle);
    free(operation);
    return fits;
}

int main(int count, char **files)
{
    size_t cases = 0;
    for (int file = 1; file < count; file++) {
        slice text;
        char *bytes = read_file(files[file], &text.length);
        text.text = bytes;
        for (size_t at = 0; at < text.length; cases++) {
            slice head = line_of(text, &at), request = line_of(text, &at), answer = line_of(text, &at);
            /* A file that breaks off has an empty answer, which no case has. */
            CHECK(answer.length > 0 && run(head, request, answer));
        }
        free(bytes);
    }
    CHECK(cases > 0);
    printf("c: %zu cases\n", cases);
    return failures != 0;
}
