#define FFI_SCOPE "payymo"
#define FFI_LIB "@libpayymo@"
typedef struct payymo_document payymo_document;
typedef struct payymo_handle payymo_handle;
typedef struct payymo_result payymo_result;
typedef struct payymo_blob {
  const char *data;
  size_t length;
} payymo_blob;
typedef uint32_t (*payymo_progress)(void *user, uint32_t stage, uint64_t done, uint64_t all);
typedef struct payymo_column {
  const char *name;
  uint32_t kind;
  const void *values;
  const char *bytes;
  size_t length;
} payymo_column;
typedef struct payymo_table {
  size_t rows;
  const struct payymo_column *columns;
  size_t column_count;
} payymo_table;
typedef struct payymo_matches {
  size_t rows;
  const uint8_t *kind;
  const uint8_t *automatic;
  const uint8_t *review;
  const double *probability;
  const double *score;
  const uint8_t *audit;
} payymo_matches;
typedef struct payymo_allocations {
  size_t rows;
  const uint32_t *match_row;
  const uint32_t *transaction_row;
  const uint32_t *credit_row;
  const uint32_t *invoice_row;
  const int64_t *amount_minor;
  const char (*currency)[4];
  const int64_t *paid_minor;
  const char (*paid_currency)[4];
} payymo_allocations;
typedef struct payymo_differences {
  size_t rows;
  const uint32_t *match_row;
  const uint8_t *kind;
  const uint32_t *transaction_row;
  const uint32_t *invoice_row;
  const int64_t *amount_minor;
  const char (*currency)[4];
} payymo_differences;
typedef struct payymo_evidence {
  size_t rows;
  const uint32_t *match_row;
  const uint16_t *code;
  const double *weight;
} payymo_evidence;
typedef struct payymo_unmatched {
  size_t rows;
  const uint32_t *transaction_row;
  const uint8_t *reason;
} payymo_unmatched;
typedef struct payymo_open_invoices {
  size_t rows;
  const uint32_t *invoice_row;
  const int64_t *open_minor;
  const char (*currency)[4];
} payymo_open_invoices;
typedef uint32_t (*payymo_row)(void *user, uint32_t kind, const char *json, size_t length);
uint32_t payymo_abi_version(void);
const char *payymo_version(void);
const char *payymo_code_text(uint32_t number);
const char *payymo_word_text(const char *list,
                             uint32_t number);
uint32_t payymo_call(const char *operation,
                     const char *request,
                     size_t request_length,
                     const struct payymo_blob *blobs,
                     size_t blob_count,
                     payymo_progress progress,
                     void *user,
                     struct payymo_document **answer);
uint32_t payymo_reconcile_columns(const struct payymo_table *transactions,
                                  const struct payymo_table *invoices,
                                  const struct payymo_table *settlements,
                                  const char *request,
                                  size_t request_length,
                                  const struct payymo_blob *blobs,
                                  size_t blob_count,
                                  payymo_progress progress,
                                  void *user,
                                  struct payymo_result **result,
                                  struct payymo_document **answer);
const struct payymo_matches *payymo_result_matches(const struct payymo_result *result);
const struct payymo_allocations *payymo_result_allocations(const struct payymo_result *result);
const struct payymo_differences *payymo_result_differences(const struct payymo_result *result);
const struct payymo_evidence *payymo_result_evidence(const struct payymo_result *result);
const struct payymo_unmatched *payymo_result_unmatched(const struct payymo_result *result);
const struct payymo_open_invoices *payymo_result_open_invoices(const struct payymo_result *result);
void payymo_result_free(struct payymo_result *result);
const char *payymo_document_data(const struct payymo_document *document);
size_t payymo_document_length(const struct payymo_document *document);
void payymo_document_free(struct payymo_document *document);
uint32_t payymo_handle_open(const char *operation,
                            const char *request,
                            size_t request_length,
                            const struct payymo_blob *blobs,
                            size_t blob_count,
                            payymo_progress progress,
                            void *user,
                            struct payymo_handle **handle,
                            struct payymo_document **answer);
uint32_t payymo_handle_call(struct payymo_handle *handle,
                            const char *operation,
                            const char *request,
                            size_t request_length,
                            const struct payymo_blob *blobs,
                            size_t blob_count,
                            payymo_progress progress,
                            void *user,
                            struct payymo_document **answer);
void payymo_handle_free(struct payymo_handle *handle);
uint32_t payymo_read(const char *content,
                     size_t content_length,
                     const char *options,
                     size_t options_length,
                     payymo_row row,
                     void *user,
                     struct payymo_document **answer);
uint32_t payymo_iban_check(const char *text,
                           size_t length);
uint32_t payymo_reference_check(uint32_t scheme,
                                const char *text,
                                size_t length);
int32_t payymo_currency_decimals(const char *code, size_t length);
