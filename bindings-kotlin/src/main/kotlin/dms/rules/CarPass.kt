package dms.rules

import dms.rules.internal.WireCarPassEnrolmentAnswer
import dms.rules.internal.WireCarPassEnrolmentFacts
import dms.rules.internal.WireCarPassEnrolmentOutcome
import dms.rules.internal.WireCarPassPolicy
import dms.rules.internal.WireCarPassReadinessAnswer
import dms.rules.internal.WireCarPassReadinessFacts
import dms.rules.internal.WireCarPassReadinessOutcome
import dms.rules.internal.WireCarPassTrigger
import dms.rules.internal.WireCarPassVisibleAnswer
import dms.rules.internal.WireCarPassVisibleFacts
import dms.rules.internal.WireCarPassVisibleOutcome
import dms.rules.internal.carPassEnrolment
import dms.rules.internal.carPassReadiness
import dms.rules.internal.carPassVisible
import java.time.LocalDate

/** Car-Pass, the Belgian odometer register. */
public object CarPass {
    /**
     * `car_pass.enrolment`: does a dossier enter the Car-Pass list?
     *
     * Saving a dossier enrols it when no reason stands against it. The Car-Pass button always enrols; what would have
     * blocked comes back as advisories. The duty knows no exemption for internal work: it is enrolled by hand, and the
     * advisory `internal_work_reportable` says so.
     *
     * Source: PlanManager, "Obtenir la liste Car-Pass".
     *
     * @throws RulesException [ErrorCode.WRONG_TYPE] `vin` where half a surrogate pair stands alone.
     */
    public fun enrolment(facts: CarPassEnrolmentFacts): Decision<CarPassEnrolmentOutcome> =
        enrolmentAll(listOf(facts)).single().getOrThrow()

    /** [enrolment] for each dossier, in one crossing of the border. */
    public fun enrolmentAll(facts: List<CarPassEnrolmentFacts>): List<Answer<Decision<CarPassEnrolmentOutcome>>> {
        val table = Table.of("car_pass.enrolment")
        return crossing { carPassEnrolment(facts.map { it.wire() }) }.map {
            when (it) {
                is WireCarPassEnrolmentAnswer.Decided -> table.decision(it.outcome.read(), it.grounds)
                is WireCarPassEnrolmentAnswer.Refused -> it.refusal.read()
            }
        }
    }

    /**
     * `car_pass.visible`: whose list shows a dossier? A user sees the list of the own site only; names of sites are
     * compared character by character.
     *
     * Source: PlanManager, "Attention: la liste des dossiers … est reliée à chaque site".
     *
     * @throws RulesException [ErrorCode.WRONG_TYPE] where half a surrogate pair stands alone.
     */
    public fun visible(facts: CarPassVisibleFacts): Decision<CarPassVisibleOutcome> =
        visibleAll(listOf(facts)).single().getOrThrow()

    /** [visible] for each dossier, in one crossing of the border. */
    public fun visibleAll(facts: List<CarPassVisibleFacts>): List<Answer<Decision<CarPassVisibleOutcome>>> {
        val table = Table.of("car_pass.visible")
        return crossing { carPassVisible(facts.map { it.wire() }) }.map {
            when (it) {
                is WireCarPassVisibleAnswer.Decided -> table.decision(it.outcome.read(), it.grounds)
                is WireCarPassVisibleAnswer.Refused -> it.refusal.read()
            }
        }
    }

    /**
     * `car_pass.readiness`: may the reading be sent, or is its row red?
     *
     * Each policy looks at its own facts: the reading and the start of work of a work order, the two readings of a
     * claim file. A start of work after today is red. Advisories: `short_vin`, and for a work order `late_report` where
     * work began more than 5 days before today.
     *
     * Source: CPSautosoft, "5. Overzicht"; PlanManager, "Pouvoir envoyer un élément de la liste à Car-Pass".
     *
     * @throws RulesException [ErrorCode.OUT_OF_RANGE] for a reading below 0 or above 9,999,999 km;
     *   [ErrorCode.INVALID_DATE] for a date outside the years 1 to 9999; [ErrorCode.WRONG_TYPE] `vin` where half a
     *   surrogate pair stands alone.
     */
    public fun readiness(facts: CarPassReadinessFacts): Decision<CarPassReadinessOutcome> =
        readinessAll(listOf(facts)).single().getOrThrow()

    /** [readiness] for each dossier, in one crossing of the border. */
    public fun readinessAll(facts: List<CarPassReadinessFacts>): List<Answer<Decision<CarPassReadinessOutcome>>> {
        val table = Table.of("car_pass.readiness")
        return crossing { carPassReadiness(facts.map { it.wire() }) }.map {
            when (it) {
                is WireCarPassReadinessAnswer.Decided -> table.decision(it.outcome.read(), it.grounds)
                is WireCarPassReadinessAnswer.Refused -> it.refusal.read()
            }
        }
    }
}

/** The facts of [CarPass.enrolment]. */
public data class CarPassEnrolmentFacts(
    /** What set the enrolment off. */
    val trigger: CarPassTrigger,
    /** The work of the dossier has begun. */
    val workStarted: Boolean,
    /** The VIN as entered; may be empty. */
    val vin: String,
    /** The dossier was transmitted to Car-Pass before. */
    val alreadyTransmitted: Boolean,
    /** The dossier is part of a merger of dossiers ("fusion"). */
    val merged: Boolean,
    /** The dossier number; that of an internal dossier is 0 or below. */
    val dossierNumber: Long,
    /** The firm uses the VAT register. */
    val vatRegisterUsed: Boolean,
    /** The box "Créer N° TVA" is ticked; matters only where the VAT register is used. */
    val vatNumberTicked: Boolean,
    /** The dossier has an owner. */
    val hasOwner: Boolean,
)

/** What sets an enrolment off. */
public enum class CarPassTrigger(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** Saving the dossier. */
    AUTOMATIC("automatic"),

    /** The Car-Pass button in the vehicle's details. */
    MANUAL("manual"),
}

/** Whether a dossier enters the Car-Pass list. */
public enum class CarPassEnrolmentOutcome(
    /** The outcome's name in the rules. */
    public val id: String,
) {
    /** It enters the list. */
    ENROLLED("enrolled"),

    /** It does not. */
    NOT_ENROLLED("not_enrolled"),
}

/** The facts of [CarPass.visible]. */
public data class CarPassVisibleFacts(
    /** The site of the user who looks. */
    val userSite: String,
    /** The site of the dossier. */
    val dossierSite: String,
)

/** Whether a user sees a dossier. */
public enum class CarPassVisibleOutcome(
    /** The outcome's name in the rules. */
    public val id: String,
) {
    /** The user's list shows it. */
    VISIBLE("visible"),

    /** It stands in the list of another site. */
    HIDDEN("hidden"),
}

/** The facts of [CarPass.readiness]; what the policy does not look at may stay unknown. */
public data class CarPassReadinessFacts(
    /** Which manual's rule applies. */
    val policy: CarPassPolicy,
    /** The VIN as entered; may be empty. */
    val vin: String,
    /** Today, as the garage's calendar has it. */
    val today: LocalDate,
    /** [CarPassPolicy.WORK_ORDER]: the reading of the work order, in kilometres. */
    val readingKm: Int? = null,
    /** [CarPassPolicy.WORK_ORDER]: the civil day on which work began. */
    val startOfWork: LocalDate? = null,
    /** [CarPassPolicy.CLAIM_FILE]: the reading when the damage was done, in kilometres. */
    val damageReadingKm: Int? = null,
    /** [CarPassPolicy.CLAIM_FILE]: the reading when it was repaired, in kilometres. */
    val repairReadingKm: Int? = null,
)

/** Which kind of file the readings come from. */
public enum class CarPassPolicy(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** A work order, by the rule of CPSautosoft. */
    WORK_ORDER("work_order"),

    /** A body shop's claim file, by the rule of PlanManager. */
    CLAIM_FILE("claim_file"),
}

/** Whether a reading may be sent to Car-Pass. */
public enum class CarPassReadinessOutcome(
    /** The outcome's name in the rules. */
    public val id: String,
) {
    /** It may be sent. */
    READY("ready"),

    /** Its row is red. */
    BLOCKED("blocked"),
}

private fun CarPassEnrolmentFacts.wire() = WireCarPassEnrolmentFacts(
    trigger = trigger.wire(),
    workStarted = workStarted,
    vin = vin.wire(),
    alreadyTransmitted = alreadyTransmitted,
    merged = merged,
    dossierNumber = dossierNumber,
    vatRegisterUsed = vatRegisterUsed,
    vatNumberTicked = vatNumberTicked,
    hasOwner = hasOwner,
)

private fun CarPassTrigger.wire() = when (this) {
    CarPassTrigger.AUTOMATIC -> WireCarPassTrigger.AUTOMATIC
    CarPassTrigger.MANUAL -> WireCarPassTrigger.MANUAL
}

private fun WireCarPassEnrolmentOutcome.read() = when (this) {
    WireCarPassEnrolmentOutcome.ENROLLED -> CarPassEnrolmentOutcome.ENROLLED
    WireCarPassEnrolmentOutcome.NOT_ENROLLED -> CarPassEnrolmentOutcome.NOT_ENROLLED
}

private fun CarPassVisibleFacts.wire() = WireCarPassVisibleFacts(
    userSite = userSite.wire(),
    dossierSite = dossierSite.wire(),
)

private fun WireCarPassVisibleOutcome.read() = when (this) {
    WireCarPassVisibleOutcome.VISIBLE -> CarPassVisibleOutcome.VISIBLE
    WireCarPassVisibleOutcome.HIDDEN -> CarPassVisibleOutcome.HIDDEN
}

private fun CarPassReadinessFacts.wire() = WireCarPassReadinessFacts(
    policy = policy.wire(),
    vin = vin.wire(),
    today = today.wire(),
    readingKm = readingKm,
    startOfWork = startOfWork?.wire(),
    damageReadingKm = damageReadingKm,
    repairReadingKm = repairReadingKm,
)

private fun CarPassPolicy.wire() = when (this) {
    CarPassPolicy.WORK_ORDER -> WireCarPassPolicy.WORK_ORDER
    CarPassPolicy.CLAIM_FILE -> WireCarPassPolicy.CLAIM_FILE
}

private fun WireCarPassReadinessOutcome.read() = when (this) {
    WireCarPassReadinessOutcome.READY -> CarPassReadinessOutcome.READY
    WireCarPassReadinessOutcome.BLOCKED -> CarPassReadinessOutcome.BLOCKED
}
