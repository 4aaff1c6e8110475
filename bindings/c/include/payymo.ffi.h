#define FFI_SCOPE "payymo"
#define FFI_LIB "@libpayymo@"
typedef struct payymo_document payymo_document;
typedef struct payymo_matcher payymo_matcher;
typedef struct payymo_blob {
  const char *data;
  size_t length;
} payymo_blob;
typedef uint32_t (*payymo_progress)(void *user, uint32_t stage, uint64_t done, uint64_t all);
typedef uint32_t (*payymo_row)(void *user, uint32_t kind, const char *json, size_t length);
uint32_t payymo_abi_version(void);
const char *payymo_version(void);
const char *payymo_code_text(uint32_t number);
uint32_t payymo_call(const char *operation,
                     const char *request,
                     size_t request_length,
                     const struct payymo_blob *blobs,
                     size_t blob_count,
                     payymo_progress progress,
                     void *user,
                     struct payymo_document **answer);
const char *payymo_document_data(const struct payymo_document *document);
size_t payymo_document_length(const struct payymo_document *document);
void payymo_document_free(struct payymo_document *document);
uint32_t payymo_matcher_new(const char *request,
                            size_t request_length,
                            const struct payymo_blob *blobs,
                            size_t blob_count,
                            payymo_progress progress,
                            void *user,
                            struct payymo_matcher **matcher,
                            struct payymo_document **answer);
uint32_t payymo_matcher_call(struct payymo_matcher *matcher,
                             const char *operation,
                             const char *request,
                             size_t request_length,
                             const struct payymo_blob *blobs,
                             size_t blob_count,
                             payymo_progress progress,
                             void *user,
                             struct payymo_document **answer);
void payymo_matcher_free(struct payymo_matcher *matcher);
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
