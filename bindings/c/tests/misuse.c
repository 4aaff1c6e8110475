/* What a host may get wrong, and what callbacks may do: always an answer, never a crash. */
#include "check.h"

enum { SYNTAX = PAYYMO_E_CONTRACT_SYNTAX, FIELD = PAYYMO_E_CONTRACT_FIELD, HANDLE = PAYYMO_E_CONTRACT_HANDLE };
enum { ARGUMENT = PAYYMO_E_CONTRACT_ARGUMENT, ENCODING = PAYYMO_E_CONTRACT_ENCODING };
enum { OPERATION = PAYYMO_E_CONTRACT_OPERATION, CANCELLED = PAYYMO_E_MATCHING_CANCELLED };

static const char ITEMS[] =
    "{\"invoices\": [{\"id\": \"1042\", \"number\": \"INV-2026-01042\", \"total\": \"112.00\", \"currency\": \"EUR\"}]}";
static const char PAID[] =
    "{\"transactions\": [{\"id\": \"t1\", \"booked_on\": \"2026-03-02\", \"amount\": \"112.00\", \"currency\": \"EUR\","
    " \"remittance\": \"INV-2026-01042\"}]}";

static int call_fails(uint32_t wanted, const char *operation, const char *request, size_t length)
{
    payymo_document *answer = (payymo_document *)(uintptr_t)1;
    uint32_t number = payymo_call(operation, request, length, NULL, 0, NULL, NULL, &answer);
    return is_error(number, wanted, answer);
}

static int blobs_fail(uint32_t wanted, const payymo_blob *blobs, size_t count)
{
    payymo_document *answer = NULL;
    uint32_t number =
        payymo_call("format.detect", TEXT("{\"content\": {\"blob\": 0}}"), blobs, count, NULL, NULL, &answer);
    return is_error(number, wanted, answer);
}

static void arguments(void)
{
    payymo_document *answer = NULL;
    CHECK(call_fails(ARGUMENT, NULL, TEXT("{}")));
    CHECK(call_fails(ARGUMENT, "library.about", NULL, 5));
    CHECK(call_fails(ARGUMENT, "library.about", "{}", SIZE_MAX));
    CHECK(call_fails(ENCODING, "library.\xff", TEXT("{}")));
    CHECK(call_fails(ENCODING, "text.fold", TEXT("{\"text\": \"\xff\"}")));
    CHECK(call_fails(OPERATION, "library", TEXT("{}")));
    CHECK(call_fails(OPERATION, "", TEXT("{}")));
    CHECK(call_fails(HANDLE, "matcher.close", TEXT("{\"id\": \"1\"}")));
    CHECK(payymo_call("library.about", NULL, 0, NULL, 0, NULL, NULL, &answer) == 0);
    CHECK(json_member(text_of(answer), "operations").length > 100);
    CHECK(payymo_document_data(answer)[payymo_document_length(answer)] == 0);
    payymo_document_free(answer);
    CHECK(payymo_call("library.about", NULL, 0, NULL, 0, NULL, NULL, NULL) == 0);
    CHECK(payymo_call("nothing", NULL, 0, NULL, 0, NULL, NULL, NULL) == OPERATION);

    payymo_blob odd[3] = {{NULL, 3}, {"x", SIZE_MAX}, {NULL, 0}};
    CHECK(blobs_fail(ARGUMENT, NULL, 1));
    CHECK(blobs_fail(ARGUMENT, odd, SIZE_MAX / 2));
    CHECK(blobs_fail(ARGUMENT, &odd[0], 1));
    CHECK(blobs_fail(ARGUMENT, &odd[1], 1));
    CHECK(blobs_fail(ARGUMENT, (const void *)((const char *)odd + 1), 1));
    CHECK(blobs_fail(PAYYMO_E_FORMAT_NO_ROWS, &odd[2], 1));
    CHECK(blobs_fail(FIELD, NULL, 0));
}

static void documents(void)
{
    CHECK(payymo_document_length(NULL) == 0 && payymo_document_data(NULL)[0] == 0);
    payymo_document_free(NULL);
    payymo_handle_free(NULL);
    payymo_handle_free(NULL);
    CHECK(call_fails(SYNTAX, "text.fold", TEXT("[]")));
    CHECK(call_fails(SYNTAX, "text.fold", TEXT("{\"text\": \"a\"} x")));
    CHECK(call_fails(SYNTAX, "text.fold", TEXT("{\"text\": \"a\0b\"}")));
    CHECK(call_fails(FIELD, "text.fold", TEXT("{\"text\": 1}")));
    CHECK(call_fails(PAYYMO_E_MONEY_OVERFLOW, "money.parse",
                     TEXT("{\"currency\": \"EUR\", \"text\": \"99999999999999999999999999\"}")));
    CHECK(call_fails(FIELD, "money.parse", TEXT("{\"currency\": \"EUR\", \"text\": 1e999}")));
    CHECK(call_fails(FIELD, "text.edits", TEXT("{\"a\": \"x\", \"b\": \"y\", \"most\": 18446744073709551616}")));

    /* What is nested deeper than any document, and what is longer. */
    enum { MANY = 1000000 };
    char *deep = malloc(MANY + 16);
    if (deep == NULL)
        exit(1);
    memset(deep, '[', MANY);
    memcpy(deep, "{\"text\":", 8);
    CHECK(payymo_call("text.fold", deep, MANY, NULL, 0, NULL, NULL, NULL) == SYNTAX);
    memset(deep + MANY / 2, ']', MANY / 2 - 8);
    deep[MANY - 8] = '}';
    uint32_t number = payymo_call("text.fold", deep, MANY - 7, NULL, 0, NULL, NULL, NULL);
    CHECK(number == SYNTAX || number == FIELD);
    memset(deep, 'x', MANY);
    memcpy(deep, "{\"text\":\"", 9);
    memcpy(deep + MANY, "\"}", 2);
    payymo_document *answer = NULL;
    CHECK(payymo_call("text.fold", deep, MANY + 2, NULL, 0, NULL, NULL, &answer) == 0);
    CHECK(payymo_document_length(answer) > MANY - 100);
    payymo_document_free(answer);
    free(deep);
}

static void values(void)
{
    const char *iban = "DE89 3704 0044 0532 0130 00";
    CHECK(payymo_iban_check(iban, strlen(iban)) == PAYYMO_IBAN_VALID);
    CHECK(payymo_iban_check(TEXT("DE88370400440532013000")) == PAYYMO_IBAN_BAD_CHECKSUM);
    CHECK(payymo_iban_check(TEXT("DE8937040044")) == PAYYMO_IBAN_BAD_LENGTH);
    CHECK(payymo_iban_check(TEXT("ZZ8937040044053201300")) == PAYYMO_IBAN_UNKNOWN_COUNTRY);
    CHECK(payymo_iban_check(NULL, 0) == PAYYMO_IBAN_NOT_IBAN);
    CHECK(payymo_iban_check(NULL, 1) == UINT32_MAX);
    CHECK(payymo_iban_check(TEXT("\xff")) == UINT32_MAX);
    CHECK(payymo_iban_check(iban, SIZE_MAX) == UINT32_MAX);
    CHECK(payymo_reference_check(PAYYMO_SCHEME_RF, TEXT("rf18 5390 0754 7034")) == 0);
    CHECK(payymo_reference_check(PAYYMO_SCHEME_RF, TEXT("rf19 5390 0754 7034")) == 1);
    CHECK(payymo_reference_check(PAYYMO_SCHEME_VIITENUMERO, TEXT("123 45672")) == 0);
    CHECK(payymo_reference_check(PAYYMO_SCHEME_RF, NULL, 0) == 1);
    CHECK(payymo_reference_check(PAYYMO_SCHEME_RF, NULL, 1) == UINT32_MAX);
    CHECK(payymo_reference_check(PAYYMO_SCHEME_VARIABLE_SYMBOL + 1, TEXT("1")) == UINT32_MAX);
    CHECK(payymo_reference_check(UINT32_MAX, TEXT("1")) == UINT32_MAX);
    CHECK(payymo_currency_decimals(TEXT("EUR")) == 2 && payymo_currency_decimals(TEXT("JPY")) == 0);
    CHECK(payymo_currency_decimals(TEXT("KWD")) == 3 && payymo_currency_decimals(TEXT("EU")) == -1);
    CHECK(payymo_currency_decimals(NULL, 0) == -1 && payymo_currency_decimals(NULL, 3) == -1);
}

struct told {
    payymo_handle *matcher;
    unsigned calls, stop_at;
    uint32_t inner;
    int wrong;
};

static uint32_t progress(void *user, uint32_t stage, uint64_t done, uint64_t all)
{
    struct told *told = user;
    told->wrong |= stage > PAYYMO_STAGE_ASSIGN || done > all;
    if (told->matcher != NULL)
        told->inner = payymo_handle_call(told->matcher, "matcher.close", TEXT("{\"id\": \"1042\"}"), NULL, 0, NULL, NULL, NULL);
    /* Other calls are fine inside a callback. */
    told->wrong |= payymo_call("library.about", NULL, 0, NULL, 0, NULL, NULL, NULL) != 0;
    return ++told->calls != told->stop_at;
}

static void matchers(void)
{
    payymo_document *answer = NULL;
    payymo_handle *matcher = (payymo_handle *)(uintptr_t)1;
    uint32_t number = payymo_handle_open("matcher.new", TEXT(ITEMS), NULL, 0, NULL, NULL, NULL, &answer);
    CHECK(is_error(number, ARGUMENT, answer));
    number = payymo_handle_open("matcher.new", TEXT("{}"), NULL, 0, NULL, NULL, &matcher, &answer);
    CHECK(is_error(number, FIELD, answer) && matcher == NULL);
    number = payymo_handle_call(NULL, "matcher.close", TEXT("{}"), NULL, 0, NULL, NULL, &answer);
    CHECK(is_error(number, HANDLE, answer));
    CHECK(payymo_handle_open("matcher.new", TEXT(ITEMS), NULL, 0, NULL, NULL, &matcher, &answer) == 0);
    CHECK(equal(text_of(answer), (slice){TEXT("[]")}));
    payymo_document_free(answer);
    number = payymo_handle_call(matcher, "text.fold", TEXT("{\"text\": \"a\"}"), NULL, 0, NULL, NULL, &answer);
    CHECK(is_error(number, OPERATION, answer));
    number = payymo_handle_call(matcher, NULL, TEXT("{}"), NULL, 0, NULL, NULL, &answer);
    CHECK(is_error(number, ARGUMENT, answer));

    /* A callback that lets it go on, that stops it, and that calls the matcher of its own call. */
    struct told told = {NULL, 0, 0, 0, 0};
    CHECK(payymo_handle_call(matcher, "matcher.reconcile", TEXT(PAID), NULL, 0, progress, &told, &answer) == 0);
    CHECK(told.calls > 0 && !told.wrong && json_member(text_of(answer), "matches").length > 10);
    payymo_document_free(answer);
    told = (struct told){NULL, 0, 1, 0, 0};
    number = payymo_handle_call(matcher, "matcher.reconcile", TEXT(PAID), NULL, 0, progress, &told, &answer);
    CHECK(is_error(number, CANCELLED, answer) && told.calls == 1);
    told = (struct told){matcher, 0, 0, 0, 0};
    CHECK(payymo_handle_call(matcher, "matcher.reconcile", TEXT(PAID), NULL, 0, progress, &told, NULL) == 0);
    CHECK(told.inner == HANDLE);
    CHECK(payymo_handle_call(matcher, "matcher.close", TEXT("{\"id\": \"1042\"}"), NULL, 0, NULL, NULL, &answer) == 0);
    CHECK(equal(text_of(answer), (slice){TEXT("true")}));
    payymo_document_free(answer);
    payymo_handle_free(matcher);
}

static int stream_fails(uint32_t wanted, payymo_handle *stream, const char *operation, slice request)
{
    payymo_document *answer = (payymo_document *)(uintptr_t)1;
    uint32_t number = payymo_handle_call(stream, operation, request.text, request.length, NULL, 0, NULL, NULL, &answer);
    return is_error(number, wanted, answer);
}

static void streams(void)
{
    payymo_document *answer = NULL;
    payymo_handle *stream = (payymo_handle *)(uintptr_t)1;
    uint32_t number = payymo_handle_open("stream.new", TEXT("{}"), NULL, 0, NULL, NULL, NULL, &answer);
    CHECK(is_error(number, ARGUMENT, answer));
    number = payymo_handle_open("stream.new", TEXT("{\"options\": 5}"), NULL, 0, NULL, NULL, &stream, &answer);
    CHECK(is_error(number, FIELD, answer) && stream == NULL);
    stream = (payymo_handle *)(uintptr_t)1;
    number = payymo_handle_open("stream.new", NULL, 5, NULL, 0, NULL, NULL, &stream, &answer);
    CHECK(is_error(number, ARGUMENT, answer) && stream == NULL);
    CHECK(payymo_handle_open("stream.new", TEXT("{\"options\": {\"utc_offset_minutes\": 99999}}"), NULL, 0, NULL, NULL, &stream, NULL) ==
          PAYYMO_E_INPUT_OPTIONS);
    CHECK(call_fails(HANDLE, "stream.new", TEXT("{}")));
    CHECK(call_fails(HANDLE, "stream.push", TEXT("{\"content\": \"x\"}")));
    CHECK(stream_fails(HANDLE, NULL, "stream.finish", (slice){TEXT("{}")}));

    CHECK(payymo_handle_open("stream.new", TEXT("{}"), NULL, 0, NULL, NULL, &stream, NULL) == 0);
    CHECK(stream_fails(ARGUMENT, stream, NULL, (slice){TEXT("{}")}));
    CHECK(stream_fails(OPERATION, stream, "matcher.close", (slice){TEXT("{\"id\": \"1\"}")}));
    CHECK(stream_fails(OPERATION, stream, "stream.new", (slice){TEXT("{}")}));
    CHECK(stream_fails(OPERATION, stream, "stream", (slice){TEXT("{}")}));
    CHECK(stream_fails(FIELD, stream, "stream.push", (slice){TEXT("{}")}));
    CHECK(stream_fails(FIELD, stream, "stream.push", (slice){TEXT("{\"content\": {\"blob\": 0}}")}));
    CHECK(stream_fails(SYNTAX, stream, "stream.push", (slice){TEXT("[]")}));
    CHECK(stream_fails(ENCODING, stream, "stream.push", (slice){TEXT("{\"content\": \"\xff\"}")}));
    /* What was refused was not read: the stream goes on. */
    CHECK(payymo_handle_call(stream, "stream.push", TEXT("{\"content\": \"Date,Amount,Currency\\n\"}"), NULL, 0, NULL, NULL, NULL) == 0);
    CHECK(payymo_handle_call(stream, "stream.push", TEXT("{\"content\": \"2026-03-04,9.99,EUR\\n\"}"), NULL, 0, NULL, NULL, NULL) == 0);
    CHECK(payymo_handle_call(stream, "stream.finish", TEXT("{}"), NULL, 0, NULL, NULL, &answer) == 0);
    CHECK(json_member(json_member(text_of(answer), "summary"), "records").text[0] == '1');
    payymo_document_free(answer);
    payymo_handle_free(stream);

    payymo_handle *matcher = NULL;
    CHECK(payymo_handle_open("matcher.new", TEXT(ITEMS), NULL, 0, NULL, NULL, &matcher, NULL) == 0);
    number = payymo_handle_call(matcher, "stream.finish", TEXT("{}"), NULL, 0, NULL, NULL, &answer);
    CHECK(is_error(number, OPERATION, answer));
    payymo_handle_free(matcher);
}

int main(void)
{
    CHECK(payymo_abi_version() == PAYYMO_ABI_VERSION);
    CHECK(strchr(payymo_version(), '.') != NULL);
    arguments();
    documents();
    values();
    matchers();
    streams();
    return done("misuse");
}
