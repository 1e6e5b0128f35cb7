/*
 * Which choice about its odometer reading does this invoice preselect? Build, from the root of the repository:
 *
 *   ffi/install --prefix target/c
 *   export PKG_CONFIG_PATH=target/c/lib/pkgconfig
 *   cc -o target/example tests/clients/c/example.c $(pkg-config --cflags --libs dms_rules) \
 *     -Wl,-rpath,"$(pkg-config --variable=libdir dms_rules)"
 *   target/example
 */

#include <stdio.h>

#include "dms_rules.h"

int main(void) {
  dms_okr_option_facts invoice = {0};
  dms_okr_option_result result;
  dms_error error;
  const char *text;

  invoice.size = sizeof invoice;
  invoice.mode = DMS_OKR_MODE_AFTER_INVOICE_FROM_AMOUNT;
  invoice.max_age_days = 30;
  invoice.has_max_age_days = 1;
  invoice.entered_reading_km = 125896;
  invoice.reading_date = 20261119;
  invoice.has_reading_date = 1;
  invoice.invoice_date = 20261121;
  invoice.invoice_total_cents = 15000;

  if (dms_okr_option(&invoice, &result, &error) != DMS_STATUS_OK) {
    fprintf(stderr, "%s: %s\n", error.field, error.message);
    return 1;
  }
  dms_row_text(DMS_DECISION_OKR_OPTION, result.row, DMS_LANGUAGE_NL, &text, NULL);
  printf("%d: %s\n", result.outcome, text);
  return 0;
}
