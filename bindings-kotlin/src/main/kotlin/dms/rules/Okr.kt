package dms.rules

import dms.rules.internal.WireOkrBoundary
import dms.rules.internal.WireOkrChoice
import dms.rules.internal.WireOkrChoiceAnswer
import dms.rules.internal.WireOkrChoiceFacts
import dms.rules.internal.WireOkrChoiceOutcome
import dms.rules.internal.WireOkrMode
import dms.rules.internal.WireOkrMutationAnswer
import dms.rules.internal.WireOkrMutationFacts
import dms.rules.internal.WireOkrMutationOutcome
import dms.rules.internal.WireOkrOptionAnswer
import dms.rules.internal.WireOkrOptionFacts
import dms.rules.internal.WireOkrOptionOutcome
import dms.rules.internal.okrChoiceDirectly as okrChoice
import dms.rules.internal.okrMutationDirectly as okrMutation
import dms.rules.internal.okrOptionDirectly as okrOption
import java.math.BigDecimal
import java.time.LocalDate

/** The Dutch odometer register (OKR, kept by the RDW). */
public object Okr {
    /**
     * `okr.option`: which of the four choices is preselected when an invoice is made?
     *
     * [Decision.because] names the row's condition and every other "no" condition that holds as well. The maximum age
     * and the amount are ignored in the modes that do not use them. Advisories: `reading_lower` (1 to 99 km below the
     * last reading), `reading_breaks_trend` (100 km or more below), `fresh_unchanged_reading`.
     *
     * Source: CSS, "Ad Optie 1" to "Ad Optie 4" and Tabel 1.
     *
     * @throws RulesException in this order, the first that holds:
     *   [ErrorCode.OUT_OF_RANGE] for a maximum age below 0 or above 65,535 days, for a reading below 0 or above
     *   9,999,999 km, and for an amount of more cents than 64 bits hold; [ErrorCode.WRONG_TYPE] for an amount with a
     *   fraction of a cent; [ErrorCode.INVALID_DATE] for a date outside the years 1 to 9999;
     *   then [ErrorCode.MISSING_FIELD] `max_age_days` in the two modes after an invoice;
     *   then [ErrorCode.CONTRADICTION] `reading_date` where it lies after the invoice date.
     */
    public fun option(facts: OkrOptionFacts): Decision<OkrOptionOutcome> =
        optionAll(listOf(facts)).single().getOrThrow()

    /** [option] for each invoice, a hundred in one crossing of the border. */
    public fun optionAll(facts: List<OkrOptionFacts>): List<Answer<Decision<OkrOptionOutcome>>> {
        val table = Table.of("okr.option")
        return crossing { okrOption(facts.map { it.wire() }) }.map {
            when (it) {
                is WireOkrOptionAnswer.Decided -> table.decision(it.outcome.read(), it.grounds)
                is WireOkrOptionAnswer.Refused -> it.refusal.read()
            }
        }
    }

    /**
     * `okr.choice`: what a person makes of the preselected choice. Row, reasons and advisories are those of [option]:
     * why the choice was preselected stays on record beside what the person chose.
     *
     * Source: CSS, "Ad Optie 1", "Ad Optie 2", Figuur 68.
     *
     * @throws RulesException those of [option]; then [ErrorCode.OPTIONS_LOCKED] `chosen` where the mode is
     *   [OkrMode.NEVER] and a choice was made.
     */
    public fun choice(facts: OkrChoiceFacts): Decision<OkrChoiceOutcome> =
        choiceAll(listOf(facts)).single().getOrThrow()

    /** [choice] for each invoice, a hundred in one crossing of the border. */
    public fun choiceAll(facts: List<OkrChoiceFacts>): List<Answer<Decision<OkrChoiceOutcome>>> {
        val table = Table.of("okr.choice")
        return crossing { okrChoice(facts.map { it.wire() }) }.map {
            when (it) {
                is WireOkrChoiceAnswer.Decided -> table.decision(it.outcome.read(), it.grounds)
                is WireOkrChoiceAnswer.Refused -> it.refusal.read()
            }
        }
    }

    /**
     * `okr.mutation`: is a changed reading forwarded at once, without an invoice? A reading that differs by more than
     * 100,000 km from the last one is probably a typing error: a person is asked first. Advisories: `reading_lower`,
     * `reading_breaks_trend`.
     *
     * Source: CSS, Tabel 1, "Altijd (bij elke tellerstand mutatie)".
     *
     * @throws RulesException [ErrorCode.OUT_OF_RANGE] for a reading below 0 or above 9,999,999 km.
     */
    public fun mutation(facts: OkrMutationFacts): Decision<OkrMutationOutcome> =
        mutationAll(listOf(facts)).single().getOrThrow()

    /** [mutation] for each changed reading, a hundred in one crossing of the border. */
    public fun mutationAll(facts: List<OkrMutationFacts>): List<Answer<Decision<OkrMutationOutcome>>> {
        val table = Table.of("okr.mutation")
        return crossing { okrMutation(facts.map { it.wire() }) }.map {
            when (it) {
                is WireOkrMutationAnswer.Decided -> table.decision(it.outcome.read(), it.grounds)
                is WireOkrMutationAnswer.Refused -> it.refusal.read()
            }
        }
    }
}

/** The vehicle setting "OKR instellingen": when readings are forwarded. */
public enum class OkrMode(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** "Nooit": never. */
    NEVER("never"),

    /** "Altijd (bij elke tellerstand mutatie)": at every change of the reading. */
    ALWAYS("always"),

    /** "Na factuur wanneer tellerstand niet ouder dan x dagen": after an invoice, if the reading is recent enough. */
    AFTER_INVOICE("after_invoice"),

    /** The same, and only "vanaf een factuurbedrag (incl. BTW) van € 150,-". */
    AFTER_INVOICE_FROM_AMOUNT("after_invoice_from_amount"),
}

/**
 * The facts of [Okr.option]. Amounts are euros including VAT, with no more than two places that matter: write
 * `BigDecimal("149.95")`, or `BigDecimal.valueOf(cents, 2)` where the host keeps cents.
 */
public data class OkrOptionFacts(
    /** The setting: when readings are forwarded. */
    val mode: OkrMode,
    /** The setting "niet ouder dan x dagen"; required in the two modes after an invoice, ignored in the others. */
    val maxAgeDays: Int? = null,
    /** The setting for the amount; used in [OkrMode.AFTER_INVOICE_FROM_AMOUNT] only. `threshold_cents` in the rules. */
    val threshold: BigDecimal = BigDecimal("150.00"),
    /** Whether the threshold itself is enough. */
    val boundary: OkrBoundary = OkrBoundary.MORE_THAN,
    /** An APK report was made for this vehicle on this work order: the RDW has the reading already. */
    val apkReported: Boolean,
    /** The reading entered, in kilometres. */
    val enteredReadingKm: Int,
    /** The last reading known for the vehicle, in kilometres. */
    val lastReadingKm: Int? = null,
    /** The civil day on which the entered reading was taken. */
    val readingDate: LocalDate? = null,
    /** The civil day of the invoice. */
    val invoiceDate: LocalDate,
    /** What the customer pays; negative for a credit note. `invoice_total_cents` in the rules. */
    val invoiceTotal: BigDecimal,
)

/** Whether an invoice of exactly the threshold is forwarded. */
public enum class OkrBoundary(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** "groter dan": more than the threshold. */
    MORE_THAN("more_than"),

    /** "vanaf": the threshold or more. */
    AT_LEAST("at_least"),
}

/** The choice that is preselected. */
public enum class OkrOptionOutcome(
    /** The outcome's name in the rules. */
    public val id: String,
) {
    /** Readings are never forwarded: the four choices cannot be set. */
    LOCKED("locked"),

    /** 1: "Ja, tellerstand doorsturen". */
    YES_FORWARD("yes_forward"),

    /** 2: "Nee, APK-melding gedaan". */
    NO_APK_REPORTED("no_apk_reported"),

    /** 3: "Nee, tellerstand oud". */
    NO_READING_OLD("no_reading_old"),

    /** 4: "Nee, fact. bedrag < 150". */
    NO_AMOUNT_BELOW("no_amount_below"),
}

/** The facts of [Okr.choice]. */
public data class OkrChoiceFacts(
    /** The facts that preselect a choice. */
    val option: OkrOptionFacts,
    /** What the person chose; `null` where the preselected choice was left. */
    val chosen: OkrChoice? = null,
)

/** The four choices on the invoice screen. */
public enum class OkrChoice(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** 1: "Ja, tellerstand doorsturen". */
    YES_FORWARD("yes_forward"),

    /** 2: "Nee, APK-melding gedaan". */
    NO_APK_REPORTED("no_apk_reported"),

    /** 3: "Nee, tellerstand oud". */
    NO_READING_OLD("no_reading_old"),

    /** 4: "Nee, fact. bedrag < 150". */
    NO_AMOUNT_BELOW("no_amount_below"),
}

/** The choice that stands. */
public data class OkrChoiceOutcome(
    /** The choice that stands, or that the choices are locked. */
    val option: OkrOptionOutcome,
    /** Whether the reading is forwarded: only under [OkrOptionOutcome.YES_FORWARD]. */
    val forward: Boolean,
    /** Whether the person chose something other than was preselected. */
    val overridden: Boolean,
)

/** The facts of [Okr.mutation]. */
public data class OkrMutationFacts(
    /** The setting: when readings are forwarded. */
    val mode: OkrMode,
    /** The reading entered, in kilometres. */
    val enteredReadingKm: Int,
    /** The last reading known for the vehicle, in kilometres. */
    val lastReadingKm: Int? = null,
)

/** What to do with a changed reading. */
public enum class OkrMutationOutcome(
    /** The outcome's name in the rules. */
    public val id: String,
) {
    /** Do not forward it now. */
    HOLD("hold"),

    /** Ask a person whether the reading is right, then forward it. */
    ASK_FIRST("ask_first"),

    /** Forward it. */
    FORWARD("forward"),
}

private fun OkrMode.wire() = when (this) {
    OkrMode.NEVER -> WireOkrMode.NEVER
    OkrMode.ALWAYS -> WireOkrMode.ALWAYS
    OkrMode.AFTER_INVOICE -> WireOkrMode.AFTER_INVOICE
    OkrMode.AFTER_INVOICE_FROM_AMOUNT -> WireOkrMode.AFTER_INVOICE_FROM_AMOUNT
}

private fun OkrOptionFacts.wire() = WireOkrOptionFacts(
    mode = mode.wire(),
    maxAgeDays = maxAgeDays,
    threshold = threshold.wire(),
    boundary = boundary.wire(),
    apkReported = apkReported,
    enteredReadingKm = enteredReadingKm,
    lastReadingKm = lastReadingKm,
    readingDate = readingDate?.wire(),
    invoiceDate = invoiceDate.wire(),
    invoiceTotal = invoiceTotal.wire(),
)

private fun OkrBoundary.wire() = when (this) {
    OkrBoundary.MORE_THAN -> WireOkrBoundary.MORE_THAN
    OkrBoundary.AT_LEAST -> WireOkrBoundary.AT_LEAST
}

private fun WireOkrOptionOutcome.read() = when (this) {
    WireOkrOptionOutcome.LOCKED -> OkrOptionOutcome.LOCKED
    WireOkrOptionOutcome.YES_FORWARD -> OkrOptionOutcome.YES_FORWARD
    WireOkrOptionOutcome.NO_APK_REPORTED -> OkrOptionOutcome.NO_APK_REPORTED
    WireOkrOptionOutcome.NO_READING_OLD -> OkrOptionOutcome.NO_READING_OLD
    WireOkrOptionOutcome.NO_AMOUNT_BELOW -> OkrOptionOutcome.NO_AMOUNT_BELOW
}

private fun OkrChoiceFacts.wire() = WireOkrChoiceFacts(
    option = option.wire(),
    chosen = chosen?.wire(),
)

private fun OkrChoice.wire() = when (this) {
    OkrChoice.YES_FORWARD -> WireOkrChoice.YES_FORWARD
    OkrChoice.NO_APK_REPORTED -> WireOkrChoice.NO_APK_REPORTED
    OkrChoice.NO_READING_OLD -> WireOkrChoice.NO_READING_OLD
    OkrChoice.NO_AMOUNT_BELOW -> WireOkrChoice.NO_AMOUNT_BELOW
}

private fun WireOkrChoiceOutcome.read(): OkrChoiceOutcome {
    val (option, forward, overridden) = this
    return OkrChoiceOutcome(option = option.read(), forward = forward, overridden = overridden)
}

private fun OkrMutationFacts.wire() = WireOkrMutationFacts(
    mode = mode.wire(),
    enteredReadingKm = enteredReadingKm,
    lastReadingKm = lastReadingKm,
)

private fun WireOkrMutationOutcome.read() = when (this) {
    WireOkrMutationOutcome.HOLD -> OkrMutationOutcome.HOLD
    WireOkrMutationOutcome.ASK_FIRST -> OkrMutationOutcome.ASK_FIRST
    WireOkrMutationOutcome.FORWARD -> OkrMutationOutcome.FORWARD
}
