package okr

import rego.v1

answer := {"outcome": outcomes[row], "row": row, "because": because, "advisories": advisories}

outcomes := {
    "forwarding_never": "locked",
    "apk_reported": "no_apk_reported",
    "amount_too_low": "no_amount_below",
    "reading_unchanged": "no_reading_old",
    "reading_stale": "no_reading_old",
    "deviation_exceeds_limit": "no_reading_old",
    "forward": "yes_forward",
}

row := "forwarding_never" if {
    forwarding_never
} else := "apk_reported" if {
    apk_reported
} else := "amount_too_low" if {
    amount_too_low
} else := "reading_unchanged" if {
    reading_unchanged
} else := "reading_stale" if {
    reading_stale
} else := "deviation_exceeds_limit" if {
    deviation_exceeds_limit
} else := "forward"

because contains "forwarding_never" if forwarding_never

because contains "apk_reported" if apk_reported

because contains "amount_too_low" if amount_too_low

because contains "reading_unchanged" if reading_unchanged

because contains "reading_stale" if reading_stale

because contains "deviation_exceeds_limit" if deviation_exceeds_limit

advisories contains "reading_lower" if {
    input.last_reading_km != null
    input.entered_reading_km < input.last_reading_km
    input.entered_reading_km > input.last_reading_km - 100
}

advisories contains "reading_breaks_trend" if {
    input.last_reading_km != null
    input.entered_reading_km <= input.last_reading_km - 100
}

advisories contains "fresh_unchanged_reading" if {
    reading_unchanged
    input.reading_day == input.invoice_day
}

forwarding_never if input.mode == "never"

apk_reported if input.apk_reported

amount_too_low if {
    input.mode == "after_invoice_from_amount"
    input.boundary == "at_least"
    input.invoice_total_cents < input.threshold_cents
}

amount_too_low if {
    input.mode == "after_invoice_from_amount"
    input.boundary == "more_than"
    input.invoice_total_cents <= input.threshold_cents
}

reading_unchanged if {
    input.last_reading_km != null
    input.entered_reading_km == input.last_reading_km
}

after_invoice if input.mode == "after_invoice"

after_invoice if input.mode == "after_invoice_from_amount"

reading_stale if {
    after_invoice
    input.reading_day == null
}

reading_stale if {
    after_invoice
    input.reading_day != null
    input.invoice_day - input.reading_day > input.max_age_days
}

deviation_exceeds_limit if {
    input.last_reading_km != null
    input.entered_reading_km - input.last_reading_km > 100000
}

deviation_exceeds_limit if {
    input.last_reading_km != null
    input.last_reading_km - input.entered_reading_km > 100000
}
