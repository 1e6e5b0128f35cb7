package dms.rules

import java.time.LocalDate

/** A row of the list of [CarPass.worklist]. */
public data class CarPassListed(
    /** What the host knows it by. */
    val id: String,
    /** The day on which work began. */
    val startOfWork: LocalDate?,
    /** The row is red: it may not be sent. */
    val red: Boolean,
    /** Why the row is red: reasons of `car_pass.readiness`. */
    val reasons: List<String>,
    /** What a person should look at: advisories of `car_pass.readiness`. */
    val advisories: List<String>,
) {
    /** The lines to show to a person: why the row is red, then what to look at. */
    public fun lines(language: Language): List<String> {
        val table = Table.of("car_pass.readiness")
        return reasons.map { table.reasonText(it, language) ?: it } +
            advisories.map { table.advisoryText(it, language) ?: it }
    }
}

internal fun Bytes.carPassListed() = CarPassListed(
    id = text(),
    startOfWork = optional { date() },
    red = boolean(),
    reasons = list { text() },
    advisories = list { text() },
)
