/*
 * Many threads at once for a while, then one thread for many calls: no crash, no leak, no growth.
 *
 *     soak [SECONDS [THREADS [CALLS]]]
 *
 * Documents and matchers go through a pool that all threads share, so that they are freed in any order and by any thread.
 */
#include "check.h"
#include <pthread.h>
#include <time.h>
#include <unistd.h>

enum { POOL = 64 };

static pthread_mutex_t pool_lock = PTHREAD_MUTEX_INITIALIZER;
static payymo_document *documents[POOL];
static payymo_result *results[POOL];
static payymo_handle *shared; /* all threads call it */
static time_t end;
static unsigned long long calls;

static const char ITEMS[] =
    "{\"invoices\": [{\"id\": \"1\", \"number\": \"INV-2026-00001\", \"total\": \"112.00\", \"currency\": \"EUR\"},"
    " {\"id\": \"2\", \"number\": \"INV-2026-00002\", \"total\": \"59.50\", \"currency\": \"EUR\"}]}";
static const char PAID[] =
    "{\"transactions\": [{\"id\": \"t1\", \"booked_on\": \"2026-03-02\", \"amount\": \"112.00\", \"currency\": \"EUR\","
    " \"remittance\": \"INV-2026-00001\"}, {\"id\": \"t2\", \"booked_on\": \"2026-03-02\", \"amount\": \"59.50\","
    " \"currency\": \"EUR\", \"remittance\": \"2026-00002 thank you\"}]}";
static const char CSV[] = "Date,Amount,Currency,Description\n2026-03-02,12.50,EUR,INV-1\n2026-03-03,x,EUR,INV-2\n";

static unsigned next(unsigned *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* Puts a document where another was, and frees that. */
static void swap_document(unsigned *state, payymo_document *document)
{
    unsigned at = next(state) % POOL;
    pthread_mutex_lock(&pool_lock);
    payymo_document *other = documents[at];
    documents[at] = document;
    pthread_mutex_unlock(&pool_lock);
    if (payymo_document_length(other) > 0)
        CHECK(payymo_document_data(other)[payymo_document_length(other)] == 0);
    payymo_document_free(other);
}

static uint32_t stop_at_once(void *user, uint32_t stage, uint64_t done, uint64_t all)
{
    (void)stage, (void)done, (void)all;
    /* A callback may call the library, and may be the one who stops. */
    return payymo_iban_check(TEXT("DE89370400440532013000")) == PAYYMO_IBAN_VALID && user == NULL;
}

static uint32_t a_row(void *user, uint32_t kind, const char *json, size_t length)
{
    *(size_t *)user += length;
    return json[0] == '{' && kind != PAYYMO_ROW_ERROR;
}

static payymo_result *columns(void)
{
    static const uint32_t offsets[] = {0, 2, 4};
    static const int32_t days[] = {20514, 20515};
    static const int64_t minor[] = {11200, 5950};
    static const payymo_column paid[] = {{"id", PAYYMO_COLUMN_TEXTS, offsets, "t1t2", 4},
                                         {"booked_on", PAYYMO_COLUMN_DAYS, days, NULL, 0},
                                         {"amount_minor", PAYYMO_COLUMN_MINORS, minor, NULL, 0},
                                         {"currency", PAYYMO_COLUMN_ONE_TEXT, NULL, "EUR", 3},
                                         {"remittance", PAYYMO_COLUMN_TEXTS, offsets, "i1i2", 4}};
    static const payymo_column items[] = {{"id", PAYYMO_COLUMN_TEXTS, offsets, "i1i2", 4},
                                          {"total_minor", PAYYMO_COLUMN_MINORS, minor, NULL, 0},
                                          {"currency", PAYYMO_COLUMN_ONE_TEXT, NULL, "EUR", 3}};
    payymo_table transactions = {2, paid, 5}, invoices = {2, items, 3};
    payymo_result *result = NULL;
    CHECK(payymo_reconcile_columns(&transactions, &invoices, NULL, TEXT("{\"options\": {\"threads\": 2}}"), NULL, 0, NULL,
                                   NULL, &result, NULL) == 0);
    return result;
}

/* An input in two pieces, ended or not. */
static void stream(int ends, payymo_document **answer)
{
    payymo_handle *stream = NULL;
    payymo_blob halves[2] = {{CSV, sizeof CSV / 2}, {CSV + sizeof CSV / 2, sizeof CSV - 1 - sizeof CSV / 2}};
    CHECK(payymo_handle_open("stream.new", TEXT("{\"name\": \"march.csv\"}"), NULL, 0, NULL, NULL, &stream, NULL) == 0);
    for (int half = 0; half < 2; half++)
        CHECK(payymo_handle_call(stream, "stream.push", TEXT("{\"content\": {\"blob\": 0}}"), &halves[half], 1, NULL, NULL, NULL) == 0);
    if (ends)
        CHECK(payymo_handle_call(stream, "stream.finish", NULL, 0, NULL, 0, NULL, NULL, answer) == 0);
    payymo_handle_free(stream);
}

/* One call of some kind; what it gives goes to the pool. */
static void one(unsigned *state)
{
    payymo_document *answer = NULL;
    payymo_handle *matcher = NULL;
    size_t bytes = 0;
    int stops = 0;
    uint32_t error;
    switch (next(state) % 10) {
    case 0:
        error = payymo_handle_open("matcher.new", TEXT(ITEMS), NULL, 0, NULL, NULL, &matcher, &answer);
        CHECK(error == 0 && payymo_handle_call(matcher, "matcher.reconcile", TEXT(PAID), NULL, 0, NULL, NULL, NULL) == 0);
        break;
    case 1:
        stops = next(state) % 2;
        error = payymo_handle_call(shared, "matcher.reconcile", TEXT(PAID), NULL, 0, stop_at_once, stops ? &bytes : NULL, &answer);
        CHECK(error == (stops ? PAYYMO_E_MATCHING_CANCELLED : 0));
        break;
    case 2:
        CHECK(payymo_handle_call(shared, "matcher.put", TEXT("{\"invoice\": {\"id\": \"3\", \"total\": \"7.00\", \"currency\": \"EUR\"}}"), NULL, 0, NULL, NULL, &answer) == 0);
        break;
    case 3:
        CHECK(payymo_handle_call(shared, "matcher.remove", TEXT("{\"id\": \"3\"}"), NULL, 0, NULL, NULL, &answer) == 0);
        break;
    case 4:
        CHECK(payymo_call("text.fold", TEXT("{\"text\": \"\xff\"}"), NULL, 0, NULL, NULL, &answer) ==
              PAYYMO_E_CONTRACT_ENCODING);
        break;
    case 5:
        CHECK(payymo_read(TEXT(CSV), NULL, 0, a_row, &bytes, &answer) == PAYYMO_E_MATCHING_CANCELLED && bytes > 50);
        break;
    case 6:
        CHECK(payymo_word_text("EvidenceCode", next(state) % 16) != NULL && payymo_code_text(5001) != NULL);
        break;
    case 7: {
        payymo_result *result = columns();
        unsigned at = next(state) % POOL;
        pthread_mutex_lock(&pool_lock);
        payymo_result *other = results[at];
        results[at] = result;
        pthread_mutex_unlock(&pool_lock);
        payymo_result_free(other);
        break;
    }
    case 8:
        stream(next(state) % 2, &answer);
        break;
    default:
        CHECK(payymo_call("reference.validate", TEXT("{\"scheme\": \"rf\", \"text\": \"rf18 5390 0754 7034\"}"), NULL, 0,
                          NULL, NULL, &answer) == 0);
    }
    payymo_handle_free(matcher);
    swap_document(state, answer);
}

static void *worker(void *seed)
{
    unsigned state = *(unsigned *)seed;
    unsigned long long mine = 0;
    while (time(NULL) < end) {
        one(&state);
        mine++;
    }
    pthread_mutex_lock(&pool_lock);
    calls += mine;
    pthread_mutex_unlock(&pool_lock);
    return NULL;
}

static void empty_pool(void)
{
    for (int at = 0; at < POOL; at++) {
        payymo_document_free(documents[at]);
        payymo_result_free(results[at]);
        documents[at] = NULL;
        results[at] = NULL;
    }
}

/* Resident memory, in KiB. */
static long resident(void)
{
    long pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file == NULL || fscanf(file, "%*s %ld", &pages) != 1)
        exit(1);
    fclose(file);
    return pages * (sysconf(_SC_PAGESIZE) / 1024);
}

int main(int count, char **arguments)
{
    long seconds = count > 1 ? atol(arguments[1]) : 60, threads = count > 2 ? atol(arguments[2]) : 24;
    long many = count > 3 ? atol(arguments[3]) : 100000;
    pthread_t *running = calloc((size_t)threads, sizeof *running);
    unsigned *seeds = calloc((size_t)threads, sizeof *seeds), state = 1;
    if (running == NULL || seeds == NULL)
        return 1;
    CHECK(payymo_handle_open("matcher.new", TEXT(ITEMS), NULL, 0, NULL, NULL, &shared, NULL) == 0);

    /* First alone, while nothing else has touched the memory. */
    for (long at = 0; at < many / 10; at++)
        one(&state);
    long before = resident();
    for (long at = 0; at < many; at++)
        one(&state);
    long after = resident();
    printf("soak: %ld calls of one thread: %ld KiB before, %ld KiB after\n", many, before, after);
    /* Few calls warm nothing up, and a checker holds memory back. */
    CHECK(many < 10000 || after - before < 1024);

    end = time(NULL) + seconds;
    for (long at = 0; at < threads; at++) {
        seeds[at] = (unsigned)at;
        CHECK(pthread_create(&running[at], NULL, worker, &seeds[at]) == 0);
    }
    for (long at = 0; at < threads; at++)
        pthread_join(running[at], NULL);
    printf("soak: %llu calls of %ld threads in %ld s\n", calls, threads, seconds);
    empty_pool();
    payymo_handle_free(shared);
    free(running);
    free(seeds);
    return done("soak");
}
