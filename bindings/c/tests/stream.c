/* Inputs in pieces: however they are cut, the rows are those of the whole. `stream FILE…` */
#include "check.h"

enum { HANDLE = PAYYMO_E_CONTRACT_HANDLE, UNKNOWN = PAYYMO_E_FORMAT_UNKNOWN };

static const char *const LISTS[] = {"transactions", "invoices", "settlements", "balances",
                                    "accounts",     "statements", "errors",    "warnings"};
enum { ALL = sizeof LISTS / sizeof *LISTS, PLACED = 6 };

/* A list of the whole, and how far those of the batches have come in it. */
struct list {
    slice whole;
    size_t at;
};

struct met {
    struct list rows[ALL], places[PLACED];
    size_t batches;
    int wrong;
};

/* The lists of a whole, each found once: it is long. */
static struct met begin(slice report)
{
    struct met met = {0};
    slice places = json_member(report, "places");
    for (int list = 0; list < ALL; list++)
        met.rows[list].whole = json_member(report, LISTS[list]);
    for (int list = 0; list < PLACED; list++)
        met.places[list].whole = json_member(places, LISTS[list]);
    return met;
}

/* Goes on in a list by the elements of a part; how many they were. */
static size_t go_on(struct met *met, struct list *list, slice part)
{
    slice wanted, got;
    size_t count = 0;
    met->wrong |= part.length == 0;
    for (size_t next = 0; json_next(part, &next, &got); count++)
        met->wrong |= !json_next(list->whole, &list->at, &wanted) || !equal(wanted, got);
    return count;
}

static int is_behind(struct list list)
{
    slice more;
    return list.whole.length > 0 && !json_next(list.whole, &list.at, &more);
}

/* Takes a batch in and frees it. */
static void take(struct met *met, payymo_document *document)
{
    slice batch = text_of(document), places = json_member(batch, "places");
    size_t count = 0;
    for (int list = 0; list < ALL; list++)
        count += go_on(met, &met->rows[list], json_member(batch, LISTS[list]));
    for (int list = 0; list < PLACED; list++)
        go_on(met, &met->places[list], json_member(places, LISTS[list]));
    met->batches += count > 0;
    payymo_document_free(document);
}

static uint32_t push(payymo_handle *stream, const char *bytes, size_t length, payymo_document **answer)
{
    payymo_blob blob = {bytes, length};
    return payymo_handle_call(stream, "stream.push", TEXT("{\"content\": {\"blob\": 0}}"), &blob, 1, NULL, NULL, answer);
}

static uint32_t finish(payymo_handle *stream, payymo_document **answer)
{
    return payymo_handle_call(stream, "stream.finish", NULL, 0, NULL, 0, NULL, NULL, answer);
}

static int push_fails(uint32_t wanted, payymo_handle *stream, const char *bytes, size_t length)
{
    payymo_document *answer = (payymo_document *)(uintptr_t)1;
    uint32_t number = push(stream, bytes, length, &answer);
    return is_error(number, wanted, answer);
}

static int finish_fails(uint32_t wanted, payymo_handle *stream)
{
    payymo_document *answer = (payymo_document *)(uintptr_t)1;
    uint32_t number = finish(stream, &answer);
    return is_error(number, wanted, answer);
}

/* Reads an input whole and in pieces of a size, and compares; the batches that had rows. */
static size_t in_pieces(slice input, size_t size)
{
    static const char whole[] = "{\"content\": {\"blob\": 0}, \"name\": \"march\"}";
    payymo_blob blob = {input.text, input.length};
    payymo_document *report = NULL, *batch = NULL;
    payymo_handle *stream = NULL;
    CHECK(payymo_call("format.read", TEXT(whole), &blob, 1, NULL, NULL, &report) == 0);
    CHECK(payymo_handle_open("stream.new", TEXT("{\"name\": \"march\"}"), NULL, 0, NULL, NULL, &stream, &batch) == 0);
    CHECK(equal(text_of(batch), (slice){TEXT("null")}));
    payymo_document_free(batch);
    struct met met = begin(text_of(report));
    for (size_t at = 0; at < input.length; at += size) {
        size_t left = input.length - at;
        CHECK(push(stream, input.text + at, left < size ? left : size, &batch) == 0);
        met.wrong |= json_member(text_of(batch), "summary").length > 0;
        take(&met, batch);
    }
    CHECK(finish(stream, &batch) == 0);
    slice summary = json_member(text_of(batch), "summary");
    static const char *const TOTALS[] = {"format", "records", "refused", "says_empty"};
    for (int at = 0; at < 4; at++)
        CHECK(summary.length > 0 && equal(json_member(summary, TOTALS[at]), json_member(text_of(report), TOTALS[at])));
    take(&met, batch);
    CHECK(!met.wrong && met.batches > 0);
    for (int list = 0; list < ALL; list++)
        CHECK(is_behind(met.rows[list]));
    for (int list = 0; list < PLACED; list++)
        CHECK(is_behind(met.places[list]));

    /* Behind its end there is nothing to be done but to free it. */
    CHECK(push_fails(HANDLE, stream, "x", 1));
    CHECK(finish_fails(HANDLE, stream));
    payymo_handle_free(stream);
    payymo_document_free(report);
    return met.batches;
}

/* More than is read at once: rows come long before the end. */
static void long_input(void)
{
    enum { ROWS = 20000, ROOM = 64 };
    char *text = malloc((size_t)ROWS * ROOM);
    if (text == NULL)
        exit(1);
    size_t length = (size_t)sprintf(text, "Date,Amount,Currency,Description\n");
    for (int row = 0; row < ROWS; row++)
        length += (size_t)sprintf(text + length, "2026-03-%02d,%s%d.50,EUR,INV-2026-%05d\n", row % 28 + 1,
                                  row % 1000 == 999 ? "x" : "", row % 500, row);
    CHECK(in_pieces((slice){text, length}, 1000) > 2);
    /* All at once is a batch before the end too. */
    CHECK(in_pieces((slice){text, length}, length) > 1);

    /* One that is never finished gives back what it holds. */
    payymo_handle *stream = NULL;
    CHECK(payymo_handle_open("stream.new", NULL, 0, NULL, 0, NULL, NULL, &stream, NULL) == 0 && push(stream, text, length - 10, NULL) == 0);
    payymo_handle_free(stream);
    free(text);
}

/* An input that is none: every call after the first says so again, the last with what is wrong with a handle. */
static void no_input(void)
{
    payymo_handle *stream = NULL;
    size_t length = 100000;
    char *prose = malloc(length);
    if (prose == NULL)
        exit(1);
    memset(prose, 'a', length);
    CHECK(payymo_handle_open("stream.new", TEXT("{}"), NULL, 0, NULL, NULL, &stream, NULL) == 0);
    CHECK(push_fails(UNKNOWN, stream, prose, length));
    CHECK(push_fails(UNKNOWN, stream, prose, length));
    CHECK(finish_fails(UNKNOWN, stream));
    CHECK(finish_fails(HANDLE, stream));
    payymo_handle_free(stream);
    free(prose);

    CHECK(payymo_handle_open("stream.new", TEXT("{}"), NULL, 0, NULL, NULL, &stream, NULL) == 0);
    CHECK(push(stream, NULL, 0, NULL) == 0);
    CHECK(finish_fails(PAYYMO_E_FORMAT_NO_ROWS, stream));
    payymo_handle_free(stream);
}

int main(int count, char **files)
{
    static const size_t SIZES[] = {1, 7, 1000};
    CHECK(count > 1);
    for (int file = 1; file < count; file++) {
        slice input;
        char *bytes = read_file(files[file], &input.length);
        input.text = bytes;
        for (size_t size = 0; size < sizeof SIZES / sizeof *SIZES; size++)
            /* A call for each byte of a large file takes minutes where every access is checked. */
            if (SIZES[size] > 1 || input.length < 20000)
                in_pieces(input, SIZES[size]);
        free(bytes);
    }
    long_input();
    no_input();
    return done("stream");
}
