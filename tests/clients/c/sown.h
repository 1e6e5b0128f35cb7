/*
 * Panics that are sown: with -DSOWN_PANIC, for a library that was built with the feature sown-panic. Any other library has
 * no such function, nor has the header.
 */

#ifndef DMS_SOWN_H
#define DMS_SOWN_H

#include <stddef.h>

#ifdef SOWN_PANIC

#ifdef __cplusplus
extern "C"
#else
extern
#endif
    void dms_sow_panic(const char *decision, size_t answered);

enum { SOWING = 1 };

/* Has a decision panic once, after it was answered so many times; whether it will. */
static int sow(const char *decision, size_t answered) {
  dms_sow_panic(decision, answered);
  return 1;
}

#else

enum { SOWING = 0 };

static int sow(const char *decision, size_t answered) {
  (void)decision;
  (void)answered;
  return 0;
}

#endif

#endif
