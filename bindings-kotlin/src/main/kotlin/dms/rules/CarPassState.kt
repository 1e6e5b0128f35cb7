package dms.rules

import dms.rules.internal.WireValue
import java.time.LocalDate

/** How far a job's reading has come on its way to the register. */
public sealed interface CarPassState {
    /** Nothing has been sent, or nothing answered yet. */
    public data object Open : CarPassState

    /** Car-Pass has answered with an error. */
    public data class Questioned(
        /** How often, the first time being 1; at most 4,294,967,295. */
        val attempt: Long,
    ) : CarPassState

    /** Car-Pass has accepted the reading. */
    public data object Accepted : CarPassState

    /** "Afsluiten zonder aanpassing": the user has stated that the data are right. */
    public data object Confirmed : CarPassState

    /** The correction document has been made. */
    public data object Documented : CarPassState

    /** The job is marked as not to be sent. */
    public data class Exempt(
        /** Why; not blank. */
        val reason: String,
    ) : CarPassState
}

/** The document that is saved or invoiced. */
public enum class CarPassDocument(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** "Werkfiche": a work order. */
    WORK_ORDER("work_order"),

    /** "Schadedossier": a claim file. */
    CLAIM_FILE("claim_file"),

    /** "Factuur": an invoice that stands alone. */
    INVOICE("invoice"),
}

/** The facts of [CarPass.prompt]. */
public data class CarPassPromptFacts(
    /** The VIN as entered; may be empty. */
    val vin: String,
    /** Today, as the host's calendar has it. */
    val today: LocalDate,
    /** The reading of the job, in kilometres. */
    val readingKm: Int? = null,
    /** The day on which work began. */
    val startOfWork: LocalDate? = null,
    /** The document that is saved. */
    val document: CarPassDocument,
    /** The firm works with work orders or claim files. */
    val usesJobDocuments: Boolean,
    /** How far the job's Car-Pass has come. */
    val state: CarPassState,
)

/** What the program does on saving. */
public enum class CarPassPromptOutcome(
    /** The outcome's name in the rules. */
    public val id: String,
) {
    /** Nothing: the Car-Pass is in order. */
    NOTHING_TO_DO("nothing_to_do"),

    /** Nothing: the reading is sent from the work order or the claim file. */
    SEND_FROM_JOB_DOCUMENT("send_from_job_document"),

    /** Nothing yet: something is missing or wrong. */
    NOT_YET("not_yet"),

    /** It offers to send the reading. */
    OFFER_TO_SEND("offer_to_send"),
}

/** The facts of [CarPass.lifecycle]. */
public data class CarPassLifecycleFacts(
    /** How far the job's Car-Pass has come. */
    val state: CarPassState,
    /** What happens. */
    val event: CarPassEvent,
    /** Why nothing is sent; needed with [CarPassEvent.MARK_EXEMPT], ignored with any other event. */
    val reason: String? = null,
)

/** What can happen. */
public enum class CarPassEvent(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** The reading was sent and Car-Pass accepted it. */
    ANSWERED_OK("answered_ok"),

    /** The reading was sent and Car-Pass answered with an error. */
    ANSWERED_ERROR("answered_error"),

    /** "Afsluiten zonder aanpassing": the user states that the data are right. */
    CLOSE_WITHOUT_CHANGE("close_without_change"),

    /** The user corrects the data; they are sent next. */
    CORRECT_DATA("correct_data"),

    /** The user has the correction document made. */
    GENERATE_DOCUMENT("generate_document"),

    /** The user marks the job as not to be sent. */
    MARK_EXEMPT("mark_exempt"),

    /** The user takes that mark back. */
    REOPEN("reopen"),

    /** The user flags on the job that the odometer was replaced. */
    FLAG_ODOMETER_REPLACED("flag_odometer_replaced"),
}

/** The facts of [CarPass.actions]. */
public data class CarPassActionsFacts(
    /** How far the job's Car-Pass has come. */
    val state: CarPassState,
    /** The user's signature is kept in the program. */
    val signatureConfigured: Boolean,
)

/** What a person may do; each list in the order of the rules. */
public data class CarPassActionsOutcome(
    /** The actions that are offered. */
    val actions: Set<CarPassAction>,
    /** The ways on which the correction document can go to Car-Pass. */
    val documentBy: Set<CarPassDocumentBy>,
)

/** What a person may do about an error; each is a [CarPassEvent] too. */
public enum class CarPassAction(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** Correct the data and send them again. */
    CORRECT_DATA("correct_data"),

    /** "Afsluiten zonder aanpassing": state that the data are right. */
    CLOSE_WITHOUT_CHANGE("close_without_change"),

    /** Have the correction document made. */
    GENERATE_DOCUMENT("generate_document"),
}

/** How the correction document goes to Car-Pass. */
public enum class CarPassDocumentBy(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** By e-mail, straight from the program. */
    EMAIL_DIRECTLY("email_directly"),

    /** Printed, signed and scanned. */
    PRINT_SIGN_SCAN("print_sign_scan"),
}

/** The facts of [CarPass.invoicing]. */
public data class CarPassInvoicingFacts(
    /** How far the job's Car-Pass has come. */
    val state: CarPassState,
    /** The document that is to be invoiced. */
    val document: CarPassDocument,
)

/** Whether the job may be invoiced. */
public enum class CarPassInvoicingOutcome(
    /** The outcome's name in the rules. */
    public val id: String,
) {
    /** It may. */
    ALLOWED("allowed"),

    /** The invoice may be saved as a draft. */
    DRAFT_ONLY("draft_only"),

    /** It may not. */
    BLOCKED("blocked"),
}

internal fun CarPassState.facts(): Json = when (this) {
    CarPassState.Open -> record("kind" to fact("open"))
    is CarPassState.Questioned -> record("kind" to fact("questioned"), "attempt" to fact(attempt))
    CarPassState.Accepted -> record("kind" to fact("accepted"))
    CarPassState.Confirmed -> record("kind" to fact("confirmed"))
    CarPassState.Documented -> record("kind" to fact("documented"))
    is CarPassState.Exempt -> record("kind" to fact("exempt"), "reason" to fact(reason))
}

internal fun WireValue.toCarPassState(): CarPassState = when (kind()) {
    "open" -> CarPassState.Open
    "questioned" -> CarPassState.Questioned(attempt = this["attempt"].long())
    "accepted" -> CarPassState.Accepted
    "confirmed" -> CarPassState.Confirmed
    "documented" -> CarPassState.Documented
    "exempt" -> CarPassState.Exempt(reason = this["reason"].text())
    else -> unreadable()
}

internal fun CarPassPromptFacts.facts(): Json = record(
    "vin" to fact(vin),
    "today" to fact(today),
    "reading_km" to fact(readingKm),
    "start_of_work" to fact(startOfWork),
    "document" to fact(document.id),
    "uses_job_documents" to fact(usesJobDocuments),
    "state" to state.facts(),
)

internal fun CarPassLifecycleFacts.facts(): Json = record(
    "state" to state.facts(),
    "event" to fact(event.id),
    "reason" to fact(reason),
)

internal fun CarPassActionsFacts.facts(): Json = record(
    "state" to state.facts(),
    "signature_configured" to fact(signatureConfigured),
)

internal fun WireValue.toCarPassActionsOutcome(): CarPassActionsOutcome = CarPassActionsOutcome(
    actions = this["actions"].set(CarPassAction.entries, CarPassAction::id),
    documentBy = this["document_by"].set(CarPassDocumentBy.entries, CarPassDocumentBy::id),
)

internal fun CarPassInvoicingFacts.facts(): Json = record(
    "state" to state.facts(),
    "document" to fact(document.id),
)
