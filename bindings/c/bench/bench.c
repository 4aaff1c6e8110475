/*
 * What the border costs, beside what the core itself takes (`border` of the folder benches), in one run.
 *
 *     bench FOLDER
 */
#include "columns.h"
#include <time.h>

enum { CALLS = 2000000, TIMES = 3 };

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static char *file(const char *folder, const char *name, size_t *length)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    char *bytes = read_all(path, length);
    if (bytes == NULL) {
        perror(path);
        exit(1);
    }
    return bytes;
}

static size_t allocations_of(slice document)
{
    slice matches = json_member(document, "matches"), match, allocation;
    size_t count = 0;
    for (size_t at = 0; json_next(matches, &at, &match);) {
        slice allocations = json_member(match, "allocations");
        for (size_t in = 0; json_next(allocations, &in, &allocation);)
            count++;
    }
    return count;
}

int main(int count, char **arguments)
{
    const char *folder = count > 1 ? arguments[1] : ".";
    slice request;
    slice core, ibans, iban[4];
    double best[4] = {1e300, 1e300, 1e300, 1e300};
    request.text = file(folder, "rows.json", &request.length);
    core.text = file(folder, "core.json", &core.length);
    double core_iban = strtod(json_member(core, "iban_ns").text, NULL);
    double core_reconcile = strtod(json_member(core, "reconcile_ns").text, NULL);
    ibans = json_member(core, "ibans");
    for (size_t at = 0, of = 0; of < 4 && json_next(ibans, &at, &iban[of]); of++)
        iban[of] = (slice){iban[of].text + 1, iban[of].length - 2};
    columns paid = columns_of(json_member(request, "transactions"));
    columns items = columns_of(json_member(request, "invoices"));
    paid.table.columns = paid.of;
    items.table.columns = items.of;
    slice options = json_member(request, "options");
    buffer rest = {NULL, 0, 0};
    add_text(&rest, "{\"options\":");
    add(&rest, options);
    add_text(&rest, "}");

    uint32_t sum = 0;
    size_t by_json = 0, by_columns = 0;
    for (int time = 0; time < TIMES; time++) {
        double start = now(), took;
        for (int at = 0; at < CALLS; at++)
            sum += payymo_abi_version();
        best[0] = (took = (now() - start) / CALLS) < best[0] ? took : best[0];
        start = now();
        for (int at = 0; at < CALLS; at++)
            sum += payymo_iban_check(iban[at % 4].text, iban[at % 4].length);
        best[1] = (took = (now() - start) / CALLS) < best[1] ? took : best[1];

        payymo_result *result = NULL;
        payymo_document *answer = NULL;
        start = now();
        if (payymo_reconcile_columns(&paid.table, &items.table, NULL, rest.text, rest.length, NULL, 0, NULL, NULL,
                                     &result, &answer) != 0) {
            fprintf(stderr, "%s\n", payymo_document_data(answer));
            return 1;
        }
        best[2] = (took = now() - start) < best[2] ? took : best[2];
        slice errors = json_member((slice){payymo_document_data(answer), payymo_document_length(answer)}, "errors");
        if (errors.length > 2)
            fprintf(stderr, "errors: %.*s\n", (int)(errors.length < 400 ? errors.length : 400), errors.text);
        by_columns = payymo_result_allocations(result)->rows;
        payymo_result_free(result);
        payymo_document_free(answer);

        start = now();
        if (payymo_call("matching.reconcile", request.text, request.length, NULL, 0, NULL, NULL, &answer) != 0)
            return 1;
        best[3] = (took = now() - start) < best[3] ? took : best[3];
        by_json = allocations_of((slice){payymo_document_data(answer), payymo_document_length(answer)});
        payymo_document_free(answer);
    }
    printf("call of an integer      %8.1f ns                        (to stay within 100)\n", best[0]);
    printf("check of an IBAN        %8.1f ns, core %8.1f ns, border %.1f ns (to stay within 150)\n", best[1], core_iban,
           best[1] - core_iban);
    printf("reconcile, columns      %8.1f ms, core %8.1f ms, ratio %.2f (to stay within 1.5)\n", best[2] / 1e6,
           core_reconcile / 1e6, best[2] / core_reconcile);
    printf("reconcile, JSON         %8.1f ms, core %8.1f ms, ratio %.2f (to stay within 3)\n", best[3] / 1e6,
           core_reconcile / 1e6, best[3] / core_reconcile);
    printf("%zu x %zu rows, %zu allocations in columns, %zu in JSON (%u)\n", paid.rows, items.rows, by_columns, by_json,
           sum > 0);
    return by_columns != by_json;
}
