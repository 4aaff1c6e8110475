/* The numbers of the header are those of the library, every one. */
#include "check.h"
#include <ctype.h>

static const struct {
    uint32_t number;
    const char *name;
} CODES[] = {
/* {PAYYMO_E_FORMAT_CSV_BAD_AMOUNT, "FORMAT_CSV_BAD_AMOUNT"}, made from the header. */
#include "codes.inc"
};

int main(void)
{
    size_t count = sizeof CODES / sizeof CODES[0], known = 0;
    for (size_t at = 0; at < count; at++) {
        const char *text = payymo_code_text(CODES[at].number);
        CHECK(text != NULL && strlen(text) == strlen(CODES[at].name));
        for (size_t i = 0; text != NULL && text[i] != 0; i++)
            CHECK(CODES[at].name[i] == (text[i] == '.' ? '_' : toupper((unsigned char)text[i])));
    }
    for (uint32_t number = 0; number < 100000; number++)
        known += payymo_code_text(number) != NULL;
    CHECK(known == count && count > 50);
    CHECK(payymo_code_text(0) == NULL && payymo_code_text(UINT32_MAX) == NULL);
    printf("%zu codes, ", count);
    return done("codes");
}
