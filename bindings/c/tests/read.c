/* Statements row by row: the rows are those of the document. `read FILE…` */
#include "check.h"

static const char *const LISTS[] = {"transactions", "invoices", "settlements", "balances", "errors", "warnings", "accounts",
                                    "statements"};

/* Kinds of rows that some file had. */
static unsigned seen;

struct rows {
    slice report, list;
    size_t at, told, stop_at;
    uint32_t kind;
    int wrong;
};

static uint32_t row(void *user, uint32_t kind, const char *json, size_t length)
{
    struct rows *rows = user;
    slice wanted;
    rows->told++;
    rows->wrong |= kind > PAYYMO_ROW_STATEMENT || kind < rows->kind;
    if (rows->wrong || rows->told == rows->stop_at)
        return 0;
    seen |= 1u << kind;
    if (kind != rows->kind || rows->told == 1) {
        rows->kind = kind;
        rows->list = json_member(rows->report, LISTS[kind]);
        rows->at = 0;
    }
    rows->wrong |= !json_next(rows->list, &rows->at, &wanted) || !equal(wanted, (slice){json, length});
    return 1;
}

static void file(const char *path)
{
    payymo_blob blob;
    char *bytes = read_file(path, &blob.length);
    payymo_document *report = NULL, *answer = NULL;
    blob.data = bytes;
    CHECK(payymo_call("format.read", TEXT("{\"content\": {\"blob\": 0}}"), &blob, 1, NULL, NULL, &report) == 0);
    struct rows rows = {text_of(report), {NULL, 0}, 0, 0, 0, 0, 0};
    CHECK(payymo_read(blob.data, blob.length, NULL, 0, row, &rows, &answer) == 0);
    size_t all = 0, elements;
    slice element;
    for (size_t list = 0; list < 8; list++)
        for (elements = 0; json_next(json_member(rows.report, LISTS[list]), &elements, &element);)
            all++;
    CHECK(!rows.wrong && rows.told == all && all > 0);
    CHECK(equal(json_member(text_of(answer), "format"), json_member(rows.report, "format")));
    CHECK(equal(json_member(text_of(answer), "records"), json_member(rows.report, "records")));
    CHECK(equal(json_member(text_of(answer), "refused"), json_member(rows.report, "refused")));
    payymo_document_free(answer);

    struct rows stop = {rows.report, {NULL, 0}, 0, 0, 1, 0, 0};
    uint32_t number = payymo_read(blob.data, blob.length, TEXT("{}"), row, &stop, &answer);
    CHECK(is_error(number, PAYYMO_E_MATCHING_CANCELLED, answer) && stop.told == 1);
    CHECK(payymo_read(blob.data, blob.length, NULL, 0, NULL, NULL, NULL) == 0);
    payymo_document_free(report);
    free(bytes);
}

int main(int count, char **files)
{
    payymo_document *answer = NULL;
    uint32_t number = payymo_read(NULL, 3, NULL, 0, row, NULL, &answer);
    CHECK(is_error(number, PAYYMO_E_CONTRACT_ARGUMENT, answer));
    number = payymo_read(TEXT("a"), NULL, 3, row, NULL, &answer);
    CHECK(is_error(number, PAYYMO_E_CONTRACT_ARGUMENT, answer));
    number = payymo_read(TEXT("a"), TEXT("{\"account\": \"\xff\"}"), row, NULL, &answer);
    CHECK(is_error(number, PAYYMO_E_CONTRACT_ENCODING, answer));
    number = payymo_read(TEXT("a"), TEXT("{\"format\": \"pdf\"}"), row, NULL, &answer);
    CHECK(is_error(number, PAYYMO_E_CONTRACT_FIELD, answer));
    number = payymo_read(NULL, 0, NULL, 0, row, NULL, &answer);
    CHECK(is_error(number, PAYYMO_E_FORMAT_NO_ROWS, answer));
    CHECK(count > 1);
    for (int at = 1; at < count; at++)
        file(files[at]);
    CHECK((seen & 1u << PAYYMO_ROW_ACCOUNT) != 0 && (seen & 1u << PAYYMO_ROW_STATEMENT) != 0);
    return done("read");
}
