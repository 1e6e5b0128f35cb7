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
import dms.rules.internal.carPassEnrolmentDirectly as carPassEnrolment
import dms.rules.internal.carPassReadinessDirectly as carPassReadiness
import dms.rules.internal.carPassVisibleDirectly as carPassVisible
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

    /** [enrolment] for each dossier, a hundred in one crossing of the border. */
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

    /** [visible] for each dossier, a hundred in one crossing of the border. */
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

    /** [readiness] for each dossier, a hundred in one crossing of the border. */
    public fun readinessAll(facts: List<CarPassReadinessFacts>): List<Answer<Decision<CarPassReadinessOutcome>>> {
        val table = Table.of("car_pass.readiness")
        return crossing { carPassReadiness(facts.map { it.wire() }) }.map {
            when (it) {
                is WireCarPassReadinessAnswer.Decided -> table.decision(it.outcome.read(), it.grounds)
                is WireCarPassReadinessAnswer.Refused -> it.refusal.read()
            }
        }
    }

    /**
     * `car_pass.prompt`: on saving, does the program offer to send?
     *
     * A firm that works with work orders or claim files sends from them, and its invoices offer nothing. Whether the
     * data are complete is what [readiness] says under [CarPassPolicy.WORK_ORDER], whatever the document. A job whose
     * Car-Pass is in order is not offered again.
     *
     * Source: CPSautosoft, "Opladen km stand", "Doorsturen gegevens naar Carpass".
     *
     * @throws RulesException [ErrorCode.OUT_OF_RANGE] for a reading below 0 or above 9,999,999 km;
     *   [ErrorCode.INVALID_DATE] for a date outside the years 1 to 9999; [ErrorCode.OUT_OF_RANGE] `state.attempt` below
     *   1 or above 4,294,967,295; [ErrorCode.MISSING_FIELD] `state.reason` of an exempt job where it is blank;
     *   [ErrorCode.WRONG_TYPE] for text where half a surrogate pair stands alone.
     */
    public fun prompt(facts: CarPassPromptFacts): Decision<CarPassPromptOutcome> =
        promptAll(listOf(facts)).single().getOrThrow()

    /** [prompt] for each job, a hundred in one crossing of the border. */
    public fun promptAll(facts: List<CarPassPromptFacts>): List<Answer<Decision<CarPassPromptOutcome>>> =
        decideAll("car_pass.prompt", facts, { facts() }) {
            it.one(CarPassPromptOutcome.entries, CarPassPromptOutcome::id)
        }

    /**
     * `car_pass.badge`: on clocking on to a job, does the program ask for the reading and send it?
     *
     * A reading is known when one was entered for this job. What was not asked for at the badge is not sent from it.
     *
     * Source: CPSautosoft, "Km stand opvragen bij de badge", "Carpass doorsturen bij de badge".
     */
    public fun badge(facts: CarPassBadgeFacts): Decision<CarPassBadgeOutcome> =
        badgeAll(listOf(facts)).single().getOrThrow()

    /** [badge] for each clocking, a hundred in one crossing of the border. */
    public fun badgeAll(facts: List<CarPassBadgeFacts>): List<Answer<Decision<CarPassBadgeOutcome>>> =
        decideAll("car_pass.badge", facts, { facts() }) { it.toCarPassBadgeOutcome() }

    /**
     * `car_pass.start_of_work`: which date goes into the file as the start of work?
     *
     * A date that already stands in the file is kept. The first clocking goes before the arrival. Only under
     * [CarPassPolicy.CLAIM_FILE] today stands for what is not known, with an advisory.
     *
     * Source: CPSautosoft, "Datum Aanvang werken", "Aanvangsdatum bij register"; PlanManager, "Qu'est ce qui est
     * envoyé".
     *
     * @throws RulesException [ErrorCode.INVALID_DATE] for a date or time outside the years 1 to 9999.
     */
    public fun startOfWork(facts: CarPassStartOfWorkFacts): Decision<CarPassStartOfWorkOutcome> =
        startOfWorkAll(listOf(facts)).single().getOrThrow()

    /** [startOfWork] for each file, a hundred in one crossing of the border. */
    public fun startOfWorkAll(facts: List<CarPassStartOfWorkFacts>): List<Answer<Decision<CarPassStartOfWorkOutcome>>> =
        decideAll("car_pass.start_of_work", facts, { facts() }) { it.toCarPassStartOfWorkOutcome() }

    /**
     * `car_pass.submission`: what is sent to Car-Pass?
     *
     * Everything that is missing or invalid is named at once: [RulesException.faults] lists it in the order of the
     * facts, and the first gives code and field. The login is checked for completeness alone: no password enters the
     * library.
     *
     * Source: PlanManager, "Qu'est ce qui est envoyé à Car-Pass?"; CPSautosoft, "Opladen km stand", "Km teller
     * vervangen".
     *
     * @throws RulesException [ErrorCode.MISSING_FIELD] `vin`, `start.date`, the readings, `enterprise_number` or the
     *   settings of `account`; [ErrorCode.UNKNOWN_VALUE] `vin` or `enterprise_number` that is none;
     *   [ErrorCode.OUT_OF_RANGE] for a reading below 0 or above 9,999,999 km; [ErrorCode.INVALID_DATE] for a date
     *   outside the years 1 to 9999; [ErrorCode.WRONG_TYPE] for text where half a surrogate pair stands alone.
     */
    public fun submission(facts: CarPassSubmissionFacts): Decision<CarPassSubmissionOutcome> =
        submissionAll(listOf(facts)).single().getOrThrow()

    /** [submission] for each dossier, a hundred in one crossing of the border. */
    public fun submissionAll(facts: List<CarPassSubmissionFacts>): List<Answer<Decision<CarPassSubmissionOutcome>>> =
        decideAll("car_pass.submission", facts, { facts() }) { it.toCarPassSubmissionOutcome() }

    /**
     * `car_pass.lifecycle`: what becomes of a job's Car-Pass when something happens?
     *
     * The correction document may be made from the second error on. Marking a job as not to be sent needs a reason, and
     * may be taken back. Correcting the data and flagging a replaced odometer change no state; once Car-Pass has the
     * reading, the flag is refused and [RulesException.advisories] asks for a correction.
     *
     * Source: CPSautosoft, "Opladen km stand", "Correctiedocument", "Km teller vervangen".
     *
     * @throws RulesException [ErrorCode.ILLEGAL_TRANSITION] `event` that cannot happen in this state;
     *   [ErrorCode.MISSING_FIELD] `reason` where a job is marked exempt without one; [ErrorCode.OUT_OF_RANGE]
     *   `state.attempt` below 1 or past 4,294,967,295; [ErrorCode.WRONG_TYPE] for text where half a surrogate pair
     *   stands alone.
     */
    public fun lifecycle(facts: CarPassLifecycleFacts): Decision<CarPassState> =
        lifecycleAll(listOf(facts)).single().getOrThrow()

    /** [lifecycle] for each event, a hundred in one crossing of the border. */
    public fun lifecycleAll(facts: List<CarPassLifecycleFacts>): List<Answer<Decision<CarPassState>>> =
        decideAll("car_pass.lifecycle", facts, { facts() }) { it.toCarPassState() }

    /**
     * `car_pass.actions`: what may a person do about an error that Car-Pass has answered with?
     *
     * After the first error the data may be corrected or stated to be right; from the second on the correction document
     * may be made as well.
     *
     * Source: CPSautosoft, "Opladen km stand", "Correctiedocument".
     *
     * @throws RulesException [ErrorCode.OUT_OF_RANGE] `state.attempt` below 1 or above 4,294,967,295;
     *   [ErrorCode.MISSING_FIELD] `state.reason` of an exempt job where it is blank; [ErrorCode.WRONG_TYPE] for text
     *   where half a surrogate pair stands alone.
     */
    public fun actions(facts: CarPassActionsFacts): Decision<CarPassActionsOutcome> =
        actionsAll(listOf(facts)).single().getOrThrow()

    /** [actions] for each job, a hundred in one crossing of the border. */
    public fun actionsAll(facts: List<CarPassActionsFacts>): List<Answer<Decision<CarPassActionsOutcome>>> =
        decideAll("car_pass.actions", facts, { facts() }) { it.toCarPassActionsOutcome() }

    /**
     * `car_pass.invoicing`: may the job be invoiced?
     *
     * Not before its Car-Pass is in order. A stand-alone invoice may be saved as a draft, because the reading is sent
     * from it.
     *
     * Source: CPSautosoft, "Een werkfiche / schadedossier kan niet gefactureerd worden zolang de carpass niet in orde
     * is".
     *
     * @throws RulesException [ErrorCode.OUT_OF_RANGE] `state.attempt` below 1 or above 4,294,967,295;
     *   [ErrorCode.MISSING_FIELD] `state.reason` of an exempt job where it is blank; [ErrorCode.WRONG_TYPE] for text
     *   where half a surrogate pair stands alone.
     */
    public fun invoicing(facts: CarPassInvoicingFacts): Decision<CarPassInvoicingOutcome> =
        invoicingAll(listOf(facts)).single().getOrThrow()

    /** [invoicing] for each job, a hundred in one crossing of the border. */
    public fun invoicingAll(facts: List<CarPassInvoicingFacts>): List<Answer<Decision<CarPassInvoicingOutcome>>> =
        decideAll("car_pass.invoicing", facts, { facts() }) {
            it.one(CarPassInvoicingOutcome.entries, CarPassInvoicingOutcome::id)
        }

    /**
     * `car_pass.account`: are the Car-Pass settings complete?
     *
     * What is filled in is asked for, never what it is.
     *
     * Source: CPSautosoft, "Usercode, paswoord en email moeten ingevuld zijn".
     */
    public fun account(facts: CarPassAccountFacts): Decision<CarPassAccountOutcome> =
        accountAll(listOf(facts)).single().getOrThrow()

    /** [account] for each firm, a hundred in one crossing of the border. */
    public fun accountAll(facts: List<CarPassAccountFacts>): List<Answer<Decision<CarPassAccountOutcome>>> =
        decideAll("car_pass.account", facts, { facts() }) {
            it.one(CarPassAccountOutcome.entries, CarPassAccountOutcome::id)
        }

    /**
     * `car_pass.history`: may the history of a vehicle be asked for?
     *
     * It takes the account and a VIN to ask for; a vehicle of the fleet and one of the stock are treated alike.
     *
     * Source: CPSautosoft, "voertuighistoriek van Carpass".
     *
     * @throws RulesException [ErrorCode.WRONG_TYPE] `vin` where half a surrogate pair stands alone.
     */
    public fun history(facts: CarPassHistoryFacts): Decision<CarPassHistoryOutcome> =
        historyAll(listOf(facts)).single().getOrThrow()

    /** [history] for each vehicle, a hundred in one crossing of the border. */
    public fun historyAll(facts: List<CarPassHistoryFacts>): List<Answer<Decision<CarPassHistoryOutcome>>> =
        decideAll("car_pass.history", facts, { facts() }) {
            it.one(CarPassHistoryOutcome.entries, CarPassHistoryOutcome::id)
        }

    /**
     * `car_pass.worklist`: which jobs still have to be sent, and which of them are red?
     *
     * A job stands in the list until its Car-Pass is in order, and only for users of its own site. The oldest start of
     * work comes first, the unknown ones before it. It rests on [visible] and [readiness] and has no rows of its own:
     * [Decision.row] is `null`, and the reasons stand with each dossier.
     *
     * Source: CPSautosoft, "5. Overzicht"; PlanManager, "Attention", "Pouvoir envoyer un élément de la liste à
     * Car-Pass".
     *
     * @throws RulesException what [readiness] refuses, and a state that is none, as
     *   `dossiers[2].readiness.reading_km`; [ErrorCode.WRONG_TYPE] for text where half a surrogate pair stands alone.
     */
    public fun worklist(facts: CarPassWorklistFacts): Decision<CarPassWorklistOutcome> =
        worklistAll(listOf(facts)).single().getOrThrow()

    /** [worklist] for each list, a hundred in one crossing of the border. */
    public fun worklistAll(facts: List<CarPassWorklistFacts>): List<Answer<Decision<CarPassWorklistOutcome>>> =
        decideAll("car_pass.worklist", facts, { facts() }) { it.toCarPassWorklistOutcome() }
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
