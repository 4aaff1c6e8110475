/*
 * The main job from C: files in, the result as JSON out, the same to the byte as the Rust command's.
 *
 *     reconcile --transactions FILE… --invoices FILE… [--settled FILE…] [--options FILE] [--as-of DATE]
 *               [--memory FILE] [--json OUT]
 *
 * All JSON is the library's own: answers are cut (json.h) and put into the next request, never written anew.
 */
#include "buffer.h"
#include "json.h"
#include "payymo.h"

enum { TRANSACTIONS, INVOICES, SETTLEMENTS, KINDS };
static const char *const ARGUMENTS[KINDS] = {"--transactions", "--invoices", "--settled"};
static const char *const LISTS[KINDS] = {"transactions", "invoices", "settlements"};
static const char *const ONCE[KINDS] = {"linking.duplicates", "linking.invoices", "linking.settlements"};

static buffer inputs[KINDS];     /* for each file a list of rows */
static buffer errors, warnings;  /* of all files, as elements of a list */
static buffer reading, matching; /* options, as members of an object */
static buffer currencies;        /* the host's own of invoices, as members */
static const char **paths;       /* files that are loaded */
static size_t loaded;

static void fail(const char *what, const char *why)
{
    fprintf(stderr, "reconcile: %s: %s\n", what, why);
    exit(2);
}

static char *read_or_fail(const char *path, size_t *length)
{
    char *bytes = read_all(path, length);
    if (bytes == NULL)
        fail(path, "it cannot be read");
    return bytes;
}

static slice text_of(const payymo_document *document)
{
    return (slice){payymo_document_data(document), payymo_document_length(document)};
}

/* Does an operation; frees the request. */
static payymo_document *call(const char *operation, buffer *request, const payymo_blob *blob, const char *what)
{
    payymo_document *answer;
    if (payymo_call(operation, request->text, request->length, blob, blob != NULL, NULL, NULL, &answer) != 0)
        fail(what, payymo_document_data(answer));
    free(request->text);
    return answer;
}

static void comma(buffer *to)
{
    if (to->length > 0)
        add_text(to, ",");
}

/* The elements of a list behind those that are there. */
static void add_elements(buffer *to, slice list)
{
    slice element;
    for (size_t at = 0; json_next(list, &at, &element); add(to, element))
        comma(to);
}

/* The members of an object but one behind those that are there. */
static void add_members(buffer *to, slice object, const char *except)
{
    slice name, value;
    for (size_t at = 0; json_next(object, &at, &name) && json_next(object, &at, &value);) {
        if (name.length == strlen(except) + 2 && memcmp(name.text + 1, except, name.length - 2) == 0)
            continue;
        comma(to);
        add(to, name);
        add_text(to, ":");
        add(to, value);
    }
}

/* {"matching": {…}, "read": {…}}, or the fields of "matching" alone. */
static void take_options(const char *path, const char *as_of)
{
    size_t length;
    char *bytes = read_or_fail(path, &length);
    slice all = {bytes, length};
    while (all.length > 0 && *all.text != '{')
        all.text++, all.length--;
    slice both = json_member(all, "matching"), read = json_member(all, "read");
    add_members(&matching, both.length + read.length > 0 ? both : all, as_of != NULL ? "as_of" : "");
    add_members(&reading, read, "invoice_currencies");
    add_members(&currencies, json_member(read, "invoice_currencies"), "");
    free(bytes);
}

/* Currencies of the invoices that are read already, for the readers of their payments. Of two the last counts: so the first
 * invoice comes last, and what the host says behind all. */
static void add_currencies(buffer *to)
{
    slice list, row, *rows = NULL;
    size_t count = 0, room = 0;
    buffer all = {NULL, 0, 0};
    add_text(&all, "[");
    add(&all, slice_of(&inputs[INVOICES]));
    for (size_t at = 0; json_next(slice_of(&all), &at, &list);)
        for (size_t in = 0; json_next(list, &in, &row);) {
            if (count == room && (rows = realloc(rows, (room = 2 * room + 64) * sizeof *rows)) == NULL)
                abort();
            rows[count++] = row;
        }
    while (count-- > 0) {
        add(to, json_member(rows[count], "id"));
        add_text(to, ":");
        add(to, json_member(rows[count], "currency"));
        add_text(to, count > 0 || currencies.length > 0 ? "," : "");
    }
    add(to, slice_of(&currencies));
    free(rows);
    free(all.text);
}

static void load(const char *path, int kind, const buffer *known)
{
    payymo_blob blob;
    char *bytes = read_or_fail(path, &blob.length);
    blob.data = bytes;
    const char *slash = strrchr(path, '/');
    buffer request = {NULL, 0, 0};
    add_text(&request, "{\"content\":{\"blob\":0},\"name\":");
    add_string(&request, strcmp(path, "-") == 0 ? "standard input" : slash != NULL ? slash + 1 : path);
    add_text(&request, ",\"options\":{");
    add(&request, slice_of(&reading));
    add_text(&request, reading.length > 0 ? ",\"invoice_currencies\":{" : "\"invoice_currencies\":{");
    add(&request, slice_of(known));
    add_text(&request, "}}}");
    payymo_document *report = call("format.read", &request, &blob, path);
    if (json_member(text_of(report), LISTS[kind]).length <= 2)
        fail(path, "it holds no row of the kind that it was given as");
    for (int list = 0; list < KINDS; list++) {
        comma(&inputs[list]);
        add(&inputs[list], json_member(text_of(report), LISTS[list]));
    }
    /* A file may be given twice: what is wrong with it is told once. */
    size_t earlier = 0;
    while (earlier < loaded && strcmp(paths[earlier], path) != 0)
        earlier++;
    if (earlier == loaded) {
        paths[loaded++] = path;
        add_elements(&errors, json_member(text_of(report), "errors"));
        add_elements(&warnings, json_member(text_of(report), "warnings"));
    }
    payymo_document_free(report);
    free(bytes);
}

/* Loads what is given as one kind, in the order of the arguments. */
static void load_all(int kind, int count, char **arguments)
{
    buffer known = {NULL, 0, 0};
    add_currencies(&known);
    for (int at = 1, mine = 0; at < count; at++) {
        if (strncmp(arguments[at], "--", 2) == 0)
            mine = strcmp(arguments[at], ARGUMENTS[kind]) == 0;
        else if (mine)
            load(arguments[at], kind, &known);
    }
    free(known.text);
}

static payymo_document *reconcile(const char *as_of, const payymo_blob *memory)
{
    buffer request = {NULL, 0, 0};
    add_text(&request, "{\"pretty\":true");
    for (int kind = 0; kind < KINDS; kind++) {
        buffer all = {NULL, 0, 0};
        add_text(&all, "{\"inputs\":[");
        add(&all, slice_of(&inputs[kind]));
        add_text(&all, "]}");
        payymo_document *once = call(ONCE[kind], &all, NULL, ONCE[kind]);
        add_elements(&errors, json_member(text_of(once), "errors"));
        add_text(&request, ",");
        add_string(&request, LISTS[kind]);
        add_text(&request, ":");
        add(&request, json_member(text_of(once), LISTS[kind]));
        payymo_document_free(once);
    }
    if (as_of != NULL) {
        comma(&matching);
        add_text(&matching, "\"as_of\":");
        add_string(&matching, as_of);
    }
    add_text(&request, ",\"options\":{");
    add(&request, slice_of(&matching));
    add_text(&request, "},\"errors\":[");
    add(&request, slice_of(&errors));
    add_text(&request, "],\"warnings\":[");
    add(&request, slice_of(&warnings));
    add_text(&request, memory->data != NULL ? "],\"memory\":{\"blob\":0}}" : "]}");
    return call("matching.reconcile", &request, memory->data != NULL ? memory : NULL, "it cannot be reconciled");
}

int main(int count, char **arguments)
{
    const char *out = "-", *as_of = NULL, *options = NULL;
    payymo_blob memory = {NULL, 0};
    paths = calloc((size_t)count + 1, sizeof *paths);
    if (paths == NULL)
        return 1;
    for (int at = 1; at + 1 < count; at++) {
        const char *name = arguments[at], *value = arguments[at + 1];
        if (strcmp(name, "--as-of") == 0)
            as_of = value;
        else if (strcmp(name, "--options") == 0)
            options = value;
        else if (strcmp(name, "--json") == 0)
            out = value;
        else if (strcmp(name, "--memory") == 0)
            memory.data = read_or_fail(value, &memory.length);
    }
    if (options != NULL)
        take_options(options, as_of);
    for (int kind = 0; kind < KINDS; kind++)
        load_all(kind, count, arguments);
    if (inputs[TRANSACTIONS].length == 0 || inputs[INVOICES].length == 0)
        fail("nothing to do", "give --transactions FILE… and --invoices FILE…");
    payymo_document *result = reconcile(as_of, &memory);
    FILE *file = strcmp(out, "-") == 0 ? stdout : fopen(out, "wb");
    if (file == NULL || fprintf(file, "%s\n", payymo_document_data(result)) < 0 || fclose(file) != 0) {
        fprintf(stderr, "reconcile: %s: it cannot be written\n", out);
        return 1;
    }
    payymo_document_free(result);
    return 0;
}
