/* Rows in arrays come to what the same rows come to as JSON, and wrong arrays to an error. */
#include "check.h"

enum { ROWS = 200 };

/* Texts of many rows as the library takes them. */
struct texts {
    uint32_t offsets[ROWS + 1];
    char bytes[ROWS * 64];
};

static struct texts transaction_ids, remittances, item_ids, numbers, references;
static int32_t days[ROWS];
static int64_t amounts[ROWS];

static void put(struct texts *texts, size_t row, const char *text)
{
    size_t length = strlen(text);
    memcpy(texts->bytes + texts->offsets[row], text, length);
    texts->offsets[row + 1] = texts->offsets[row] + (uint32_t)length;
}

static payymo_column texts(const char *name, const struct texts *of)
{
    return (payymo_column){name, PAYYMO_COLUMN_TEXTS, of->offsets, of->bytes, of->offsets[ROWS]};
}

/* Every third payment names its item by number, every third by a reference, every third by nothing. */
static char *make(void)
{
    char *json = malloc(ROWS * 400), text[256];
    if (json == NULL)
        exit(1);
    size_t at = (size_t)sprintf(json, "{\"transactions\":[");
    for (int row = 0; row < ROWS; row++) {
        sprintf(text, "t%d", row);
        put(&transaction_ids, (size_t)row, text);
        sprintf(text, row % 3 == 0 ? "Invoice INV-%05d" : row % 3 == 1 ? "RF-%05d" : "thank you %d", 40000 + 7 * row);
        put(&remittances, (size_t)row, text);
        days[row] = 20500;
        amounts[row] = 5000 + 13 * row;
        at += (size_t)sprintf(json + at,
                              "%s{\"id\":\"t%d\",\"booked_on\":\"2026-02-16\",\"amount\":\"%d.%02d\",\"currency\":\"EUR\","
                              "\"remittance\":\"%s\"}",
                              row > 0 ? "," : "", row, (int)amounts[row] / 100, (int)amounts[row] % 100, text);
    }
    at += (size_t)sprintf(json + at, "],\"invoices\":[");
    for (int row = 0; row < ROWS; row++) {
        sprintf(text, "i%d", row);
        put(&item_ids, (size_t)row, text);
        sprintf(text, "INV-%05d", 40000 + 7 * row);
        put(&numbers, (size_t)row, text);
        sprintf(text, row % 3 == 1 ? "[\"RF-%05d\"]" : "", 40000 + 7 * row);
        put(&references, (size_t)row, text);
        at += (size_t)sprintf(json + at,
                              "%s{\"id\":\"i%d\",\"number\":\"INV-%05d\",\"total\":\"%d.%02d\",\"currency\":\"EUR\","
                              "\"references\":%s}",
                              row > 0 ? "," : "", row, 40000 + 7 * row, (int)amounts[row] / 100,
                              (int)amounts[row] % 100, text[0] == 0 ? "[]" : text);
    }
    strcpy(json + at, "]}");
    return json;
}

static payymo_column money(const char *name)
{
    return (payymo_column){name, PAYYMO_COLUMN_MINORS, amounts, NULL, 0};
}

static const payymo_column EURO = {"currency", PAYYMO_COLUMN_ONE_TEXT, NULL, "EUR", 3};

/* Compares lists of the document with the tables, row by row. */
static void compare(slice json, const payymo_result *result)
{
    const payymo_matches *matches = payymo_result_matches(result);
    const payymo_allocations *allocations = payymo_result_allocations(result);
    const payymo_evidence *evidence = payymo_result_evidence(result);
    const payymo_unmatched *unmatched = payymo_result_unmatched(result);
    const payymo_open_invoices *open = payymo_result_open_invoices(result);
    size_t match = 0, allocation = 0, clue = 0, row = 0;
    slice element, inner;
    char text[64];
#define SAYS(object, name, ...) \
    (snprintf(text, sizeof text, __VA_ARGS__), equal(json_member(object, name), (slice){text, strlen(text)}))
    for (size_t at = 0; json_next(json_member(json, "matches"), &at, &element) && match < matches->rows; match++) {
        CHECK(SAYS(element, "kind", "\"%s\"", payymo_word_text("MatchKind", matches->kind[match])));
        CHECK(SAYS(element, "decision", matches->automatic[match] ? "\"auto\"" : "\"review\""));
        CHECK((json_member(element, "review").length == 0) == (matches->review[match] == PAYYMO_NONE));
        slice list = json_member(element, "allocations");
        for (size_t in = 0; json_next(list, &in, &inner) && allocation < allocations->rows; allocation++) {
            int64_t minor = allocations->amount_minor[allocation];
            CHECK(allocations->match_row[allocation] == match);
            CHECK(SAYS(inner, "transaction", "\"t%u\"", allocations->transaction_row[allocation]));
            CHECK(SAYS(inner, "invoice", "\"i%u\"", allocations->invoice_row[allocation]));
            CHECK(SAYS(inner, "amount", "\"%d.%02d\"", (int)(minor / 100), (int)(minor % 100)));
            CHECK(SAYS(inner, "currency", "\"%s\"", allocations->currency[allocation]));
        }
        list = json_member(element, "evidence");
        for (size_t in = 0; json_next(list, &in, &inner) && clue < evidence->rows; clue++)
            CHECK(SAYS(inner, "code", "\"%s\"", payymo_word_text("EvidenceCode", evidence->code[clue])));
    }
    CHECK(match == matches->rows && allocation == allocations->rows && clue == evidence->rows);
    CHECK(match > ROWS / 2);
    for (size_t at = 0; json_next(json_member(json, "unmatched"), &at, &element) && row < unmatched->rows; row++) {
        CHECK(SAYS(element, "transaction", "\"t%u\"", unmatched->transaction_row[row]));
        CHECK(SAYS(element, "reason", "\"%s\"", payymo_word_text("UnmatchedReason", unmatched->reason[row])));
    }
    CHECK(row == unmatched->rows);
    row = 0;
    for (size_t at = 0; json_next(json_member(json, "open_invoices"), &at, &element) && row < open->rows; row++)
        CHECK(SAYS(element, "invoice", "\"i%u\"", open->invoice_row[row]));
    CHECK(row == open->rows);
}

static uint32_t reconcile(const payymo_table *paid, const payymo_table *items, payymo_result **result,
                          payymo_document **answer)
{
    return payymo_reconcile_columns(paid, items, NULL, NULL, 0, NULL, 0, NULL, NULL, result, answer);
}

static void fails(uint32_t wanted, const char *field, payymo_column column)
{
    payymo_column columns[] = {texts("id", &transaction_ids), {"booked_on", PAYYMO_COLUMN_DAYS, days, NULL, 0},
                               money("amount_minor"), EURO, column};
    payymo_table paid = {ROWS, columns, 5}, none = {0, NULL, 0};
    payymo_result *result = (payymo_result *)(uintptr_t)1;
    payymo_document *answer = NULL;
    uint32_t number = reconcile(&paid, &none, &result, &answer);
    slice told = json_member(text_of(answer), "field");
    CHECK(field == NULL || (told.length == strlen(field) + 2 && memcmp(told.text + 1, field, strlen(field)) == 0));
    CHECK(is_error(number, wanted, answer) && result == NULL);
}

static void refused(const payymo_table *paid, const payymo_table *items, payymo_result **result)
{
    payymo_document *answer = NULL;
    uint32_t number = reconcile(paid, items, result, &answer);
    CHECK(is_error(number, PAYYMO_E_CONTRACT_ARGUMENT, answer));
}

static void wrong(void)
{
    struct texts odd = remittances;
    odd.offsets[3] = odd.offsets[2] - 1;
    fails(PAYYMO_E_CONTRACT_FIELD, "/transactions/remittance", texts("remittance", &odd));
    odd = remittances;
    odd.offsets[ROWS] = UINT32_MAX;
    payymo_column long_one = {"remittance", PAYYMO_COLUMN_TEXTS, odd.offsets, odd.bytes, sizeof odd.bytes};
    fails(PAYYMO_E_CONTRACT_FIELD, "/transactions/remittance", long_one);
    payymo_column other[] = {{"account", PAYYMO_COLUMN_TEXTS, NULL, "x", 1},
                             {"account", PAYYMO_COLUMN_TEXTS, odd.offsets, NULL, 1},
                             {"account", 99, odd.offsets, NULL, 0},
                             {"account", PAYYMO_COLUMN_ONE_TEXT, NULL, NULL, 1},
                             {"value_on", PAYYMO_COLUMN_DAYS, NULL, NULL, 0},
                             {"value_on", PAYYMO_COLUMN_DAYS, (const char *)days + 1, NULL, 0},
                             {NULL, PAYYMO_COLUMN_DAYS, days, NULL, 0}};
    for (size_t at = 0; at < sizeof other / sizeof other[0]; at++)
        fails(PAYYMO_E_CONTRACT_ARGUMENT, NULL, other[at]);
    fails(PAYYMO_E_CONTRACT_ENCODING, NULL, (payymo_column){"\xff", PAYYMO_COLUMN_DAYS, days, NULL, 0});
    fails(PAYYMO_E_CONTRACT_ENCODING, "/transactions/account",
          (payymo_column){"account", PAYYMO_COLUMN_ONE_TEXT, NULL, "\xff", 1});

    payymo_table none = {0, NULL, 0}, huge = {SIZE_MAX, &EURO, 1}, many = {1, NULL, 3};
    payymo_result *result = NULL;
    payymo_column column = texts("id", &transaction_ids);
    huge.columns = &column;
    refused(NULL, &none, &result);
    refused(&none, NULL, &result);
    refused(&none, &none, NULL);
    refused(&huge, &none, &result);
    refused(&many, &none, &result);
    CHECK(reconcile(&none, &none, &result, NULL) == 0 && payymo_result_matches(result)->rows == 0);
    payymo_result_free(result);
    payymo_result_free(NULL);
    CHECK(payymo_result_matches(NULL) == NULL && payymo_result_open_invoices(NULL) == NULL);
}

static uint32_t stop(void *user, uint32_t stage, uint64_t done, uint64_t all)
{
    (void)user, (void)stage, (void)done, (void)all;
    return 0;
}

int main(void)
{
    char *json = make();
    payymo_document *whole = NULL, *answer = NULL;
    payymo_result *result = NULL;
    CHECK(payymo_call("matching.reconcile", json, strlen(json), NULL, 0, NULL, NULL, &whole) == 0);
    payymo_column paid_columns[] = {texts("id", &transaction_ids), {"booked_on", PAYYMO_COLUMN_DAYS, days, NULL, 0},
                                    money("amount_minor"), EURO, texts("remittance", &remittances)};
    payymo_column item_columns[] = {texts("id", &item_ids), texts("number", &numbers), money("total_minor"), EURO,
                                    texts("references", &references)};
    item_columns[4].kind = PAYYMO_COLUMN_JSON;
    payymo_table paid = {ROWS, paid_columns, 5}, items = {ROWS, item_columns, 5};
    CHECK(reconcile(&paid, &items, &result, &answer) == 0);
    if (result != NULL)
        compare(text_of(whole), result);
    static const char *const REST[] = {"as_of", "engine", "summary", "bound", "errors", "warnings", "limits"};
    for (size_t at = 0; at < sizeof REST / sizeof REST[0]; at++)
        CHECK(equal(json_member(text_of(whole), REST[at]), json_member(text_of(answer), REST[at])));
    CHECK(equal(json_member(text_of(answer), "matches"), (slice){TEXT("[]")}));
    payymo_document_free(answer);
    payymo_result_free(result);
    uint32_t number = payymo_reconcile_columns(&paid, &items, NULL, TEXT("{\"options\": {\"threads\": 1}}"), NULL, 0, stop,
                                               NULL, &result, &answer);
    CHECK(is_error(number, PAYYMO_E_MATCHING_CANCELLED, answer) && result == NULL);
    CHECK(strcmp(payymo_word_text("MatchKind", PAYYMO_MATCH_SINGLE), "single") == 0);
    CHECK(payymo_word_text("MatchKind", 9999) == NULL && payymo_word_text("None", 0) == NULL);
    CHECK(payymo_word_text(NULL, 0) == NULL && payymo_word_text("\xff", 0) == NULL);
    wrong();
    payymo_document_free(whole);
    free(json);
    return done("columns");
}
