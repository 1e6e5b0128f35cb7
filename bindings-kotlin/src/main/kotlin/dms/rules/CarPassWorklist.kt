package dms.rules

import dms.rules.internal.WireValue
import java.time.LocalDate

/** The facts of [CarPass.worklist]. */
public data class CarPassWorklistFacts(
    /** The dossiers of all sites, settled ones among them. */
    val dossiers: List<CarPassDossier>,
    /** The site of the user who looks. */
    val userSite: String,
)

/** A work order, claim file or invoice. */
public data class CarPassDossier(
    /** What the host knows it by. */
    val id: String,
    /** Its site. */
    val site: String,
    /** How far its Car-Pass has come. */
    val state: CarPassState,
    /** The facts of [CarPass.readiness]. */
    val readiness: CarPassReadinessFacts,
)

/** The list. */
public data class CarPassWorklistOutcome(
    /**
     * What still has to be sent and the user may see, by start of work, the unknown first; in the given order where
     * that is the same.
     */
    val dossiers: List<CarPassListedDossier>,
)

/** A row of the list. */
public data class CarPassListedDossier(
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

internal fun CarPassReadinessFacts.facts(): Json = record(
    "policy" to fact(policy.id),
    "vin" to fact(vin),
    "today" to fact(today),
    "reading_km" to fact(readingKm),
    "start_of_work" to fact(startOfWork),
    "damage_reading_km" to fact(damageReadingKm),
    "repair_reading_km" to fact(repairReadingKm),
)

internal fun CarPassWorklistFacts.facts(): Json = record(
    "dossiers" to fact(dossiers.map { it.facts() }),
    "user_site" to fact(userSite),
)

internal fun CarPassDossier.facts(): Json = record(
    "id" to fact(id),
    "site" to fact(site),
    "state" to state.facts(),
    "readiness" to readiness.facts(),
)

internal fun WireValue.toCarPassWorklistOutcome(): CarPassWorklistOutcome = CarPassWorklistOutcome(
    dossiers = this["dossiers"].items().map { it.toCarPassListedDossier() },
)

internal fun WireValue.toCarPassListedDossier(): CarPassListedDossier = CarPassListedDossier(
    id = this["id"].text(),
    startOfWork = this["start_of_work"].known { it.date() },
    red = this["red"].truth(),
    reasons = this["reasons"].items().map { it.text() },
    advisories = this["advisories"].items().map { it.text() },
)
