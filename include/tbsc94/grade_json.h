/* grade_json.hpp for C, and for what calls C. */
#ifndef TBSC94_GRADE_JSON_H
#define TBSC94_GRADE_JSON_H

#include <stddef.h> /* NOLINT(modernize-deprecated-headers): for C */

#ifdef __cplusplus
extern "C" {
#endif

/* The result of the `size` bytes at `assessment`, which ends with a zero and is freed by tbsc94_free; null where memory
   ran out, and in no other case. `options`, which ends with a zero, may be null. */
char* tbsc94_grade_json(const char* assessment, size_t size, const char* options);
void tbsc94_free(char* result);

#ifdef __cplusplus
}
#endif

#endif
