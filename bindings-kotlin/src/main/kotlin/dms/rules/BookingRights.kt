package dms.rules

import dms.rules.internal.WireValue

/** The rights of a user for one kind of booking (MD, "Berechtigungsverwaltung"). */
public enum class BookingRight(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** "Neue Vereinbarung": make a booking. */
    NEW_AGREEMENT("new_agreement"),

    /** "Ersatzfahrzeug-, Mietfahrzeug- bzw. Probefahrtmanager": open the manager's views. */
    MANAGER("manager"),

    /** "Fahrtenbuch": open the logbook. */
    LOGBOOK("logbook"),

    /** "Buchung bearbeiten": edit a booking. */
    EDIT_BOOKING("edit_booking"),

    /** "Buchung löschen": delete a booking. */
    DELETE_BOOKING("delete_booking"),

    /** "nur eigene Eingaben bearbeiten": a restriction of the two before, not a right of its own. */
    OWN_ENTRIES_ONLY("own_entries_only"),

    /** "Fahrzeug ausgeben": hand the vehicle out. */
    ISSUE_VEHICLE("issue_vehicle"),

    /** "Fahrzeug zurücknehmen": take the vehicle back. */
    TAKE_BACK_VEHICLE("take_back_vehicle"),

    /** "Fahrzeugübergabe bearbeiten": amend an issue or a return afterwards, and cancel an issue. */
    AMEND_HANDOVER("amend_handover"),

    /** "Verrechnung durchführen": settle a replacement or a rental. */
    SETTLE("settle"),
}

/** The facts of [Booking.permission]. */
public data class BookingPermissionFacts(
    /** The kind of the booking. */
    val kind: BookingKind,
    /** What the user wants to do. */
    val action: BookingTask,
    /** The rights that the user has for this kind. */
    val rights: Set<BookingRight>,
    /** The booking's advisor is the employee behind the user. */
    val advisorIsUser: Boolean,
    /** The user entered the booking. */
    val createdByUser: Boolean,
)

/** What a user may want to do. */
public enum class BookingTask(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** Make a booking. */
    CREATE("create"),

    /** Open the manager's views. */
    OPEN_MANAGER("open_manager"),

    /** Open the logbook. */
    OPEN_LOGBOOK("open_logbook"),

    /** Edit a booking. */
    EDIT("edit"),

    /** Delete a booking. */
    DELETE("delete"),

    /** Hand the vehicle out. */
    ISSUE("issue"),

    /** Take the vehicle back. */
    TAKE_BACK("take_back"),

    /** Amend an issue or a return. */
    AMEND_HANDOVER("amend_handover"),

    /** Settle a booking. */
    SETTLE("settle"),
}

/** Whether the user may do it. */
public enum class BookingPermissionOutcome(
    /** The outcome's name in the rules. */
    public val id: String,
) {
    /** The user may. */
    GRANTED("granted"),

    /** The user may not. */
    DENIED("denied"),
}

/** The facts of [Booking.editable]. */
public data class BookingEditableFacts(
    /** How far the booking has come. */
    val status: BookingStatus,
    /** The booking is confirmed. */
    val confirmed: Boolean,
    /** The user has the right "Fahrzeugübergabe bearbeiten" for this kind. */
    val mayAmendHandover: Boolean,
    /** The signature has been taken over and saved. */
    val signatureSaved: Boolean,
)

/** What may be changed and what not. */
public data class BookingEditableOutcome(
    /** The fields that may be changed. */
    val editable: Set<BookingField>,
    /** All others, each with what locks it. */
    val locked: List<BookingLockedField>,
)

/** A field that may not be changed. */
public data class BookingLockedField(
    /** The field. */
    val field: BookingField,
    /** What locks it. */
    val reason: BookingLock,
)

/** What there is to change in a booking. */
public enum class BookingField(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** The planned period ("Buchungszeitraum"). */
    PERIOD("period"),

    /** The booking's colour. */
    COLOUR("colour"),

    /** The vehicle. */
    VEHICLE("vehicle"),

    /** The trial plate ("Probefahrtkennzeichen"). */
    PLATE("plate"),

    /** The booking's details ("Buchungsdetails"). */
    DETAILS("details"),

    /** The driver. */
    DRIVER("driver"),

    /** The customer. */
    CUSTOMER("customer"),

    /** The comment. */
    COMMENT("comment"),

    /** The data of issue and return. */
    HANDOVER_DATA("handover_data"),

    /** The signature below them. */
    SIGNATURE("signature"),
}

/** What locks a field; the rows of the table. */
public enum class BookingLock(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** The booking is confirmed. */
    CONFIRMED("confirmed"),

    /** There is no handover yet. */
    NOT_YET_ISSUED("not_yet_issued"),

    /** The vehicle is out. */
    ISSUED("issued"),

    /** The vehicle has come back. */
    RETURNED("returned"),

    /** The right to amend the handover is missing. */
    RIGHT_MISSING("right_missing"),

    /** The signature has been saved. */
    SIGNATURE_SAVED("signature_saved"),
}

/** The facts of [Booking.actions]. */
public data class BookingActionsFacts(
    /** The kind of the booking. */
    val kind: BookingKind,
    /** How far the booking has come. */
    val status: BookingStatus,
    /** The booking has been settled; only once the vehicle came back. */
    val settled: Boolean,
    /** The booking is confirmed. */
    val confirmed: Boolean,
    /** The rights that the user has for this kind. */
    val rights: Set<BookingRight>,
    /** The user entered the booking. */
    val createdByUser: Boolean,
)

/** What can be done and what not. */
public data class BookingActionsOutcome(
    /** What can be done. */
    val available: Set<BookingAction>,
    /** All other actions, each with the first reason that holds. */
    val unavailable: List<BookingUnavailableAction>,
)

/** An action that is not available. */
public data class BookingUnavailableAction(
    /** The action. */
    val action: BookingAction,
    /** Why it is not. */
    val reason: BookingObstacle,
)

/** What the menus offer. */
public enum class BookingAction(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** Open the booking. */
    OPEN("open"),

    /** Delete it. */
    DELETE("delete"),

    /** "Fahrzeug ausgeben". */
    ISSUE("issue"),

    /** "Sofortausgabe". */
    ISSUE_NOW("issue_now"),

    /** "Ausgabe stornieren". */
    CANCEL_ISSUE("cancel_issue"),

    /** "Fahrzeug zurücknehmen". */
    TAKE_BACK("take_back"),

    /** "Abrechnung". */
    SETTLE("settle"),

    /** "Aufruf Fahrzeugstamm". */
    VEHICLE_MASTER("vehicle_master"),

    /** "Druck von Belegen". */
    PRINT("print"),

    /** "Neu mit Vorlage". */
    NEW_FROM_TEMPLATE("new_from_template"),

    /** "Termin bestätigen". */
    CONFIRM("confirm"),

    /** "Terminbestätigung aufheben". */
    UNCONFIRM("unconfirm"),
}

/** Why an action is not available; the rows of the table. */
public enum class BookingObstacle(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** Bookings of this kind have no such action. */
    NOT_FOR_THIS_KIND("not_for_this_kind"),

    /** The user lacks the right that it needs. */
    RIGHT_MISSING("right_missing"),

    /** The user may touch own entries only. */
    NOT_OWN_ENTRY("not_own_entry"),

    /** The vehicle has been handed out. */
    ALREADY_ISSUED("already_issued"),

    /** The vehicle has not been handed out. */
    NOT_ISSUED("not_issued"),

    /** The vehicle has come back. */
    ALREADY_RETURNED("already_returned"),

    /** The vehicle has not come back. */
    NOT_RETURNED("not_returned"),

    /** The booking has been settled. */
    ALREADY_SETTLED("already_settled"),

    /** The booking is confirmed. */
    CONFIRMED("confirmed"),

    /** The booking is not confirmed. */
    NOT_CONFIRMED("not_confirmed"),
}

/** The facts of [Booking.documents]. */
public data class BookingDocumentsFacts(
    /** The kind of the booking. */
    val kind: BookingKind,
    /** How far the booking has come. */
    val status: BookingStatus,
    /** What has just happened; none where somebody only looks. */
    val event: BookingPrintEvent? = null,
    /** The setting "Terminbestätigung automatisch drucken". */
    val printConfirmation: Boolean,
    /** The setting "Ausgabebeleg (Vertrag) automatisch drucken". */
    val printContract: Boolean,
    /** The setting "Rückgabebestätigung automatisch drucken". */
    val printReturnConfirmation: Boolean,
)

/** What may set off an automatic print. */
public enum class BookingPrintEvent(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** The booking was saved. */
    SAVED("saved"),

    /** The vehicle was handed out. */
    ISSUED("issued"),

    /** The vehicle came back. */
    RETURNED("returned"),
}

/** What can be printed and what is. */
public data class BookingDocumentsOutcome(
    /** What can be printed. */
    val available: Set<BookingDocument>,
    /** What is printed now by itself. */
    val printNow: Set<BookingDocument>,
)

/** The documents; the rows of the table. */
public enum class BookingDocument(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** "Terminbestätigung". */
    CONFIRMATION("confirmation"),

    /** "Vertrag" ("Ausgabebeleg"). */
    CONTRACT("contract"),

    /** "Rückgabebestätigung". */
    RETURN_CONFIRMATION("return_confirmation"),

    /** "Probefahrtbescheinigung". */
    TRIAL_CERTIFICATE("trial_certificate"),

    /** "Probefahrtbescheinigung – Zusatzblatt". */
    TRIAL_SUPPLEMENT("trial_supplement"),

    /** "Vertrag, Probefahrtbescheinigung und Zusatzblatt". */
    TRIAL_CONTRACT("trial_contract"),

    /** "Übersicht", in the logbook. */
    OVERVIEW("overview"),
}

internal fun BookingPermissionFacts.facts(): Json = record(
    "kind" to fact(kind.id),
    "action" to fact(action.id),
    "rights" to fact(rights.map { fact(it.id) }),
    "advisor_is_user" to fact(advisorIsUser),
    "created_by_user" to fact(createdByUser),
)

internal fun BookingEditableFacts.facts(): Json = record(
    "status" to fact(status.id),
    "confirmed" to fact(confirmed),
    "may_amend_handover" to fact(mayAmendHandover),
    "signature_saved" to fact(signatureSaved),
)

internal fun WireValue.toBookingEditableOutcome(): BookingEditableOutcome = BookingEditableOutcome(
    editable = this["editable"].set(BookingField.entries, BookingField::id),
    locked = this["locked"].items().map { it.toBookingLockedField() },
)

internal fun WireValue.toBookingLockedField(): BookingLockedField = BookingLockedField(
    field = this["field"].one(BookingField.entries, BookingField::id),
    reason = this["reason"].one(BookingLock.entries, BookingLock::id),
)

internal fun BookingActionsFacts.facts(): Json = record(
    "kind" to fact(kind.id),
    "status" to fact(status.id),
    "settled" to fact(settled),
    "confirmed" to fact(confirmed),
    "rights" to fact(rights.map { fact(it.id) }),
    "created_by_user" to fact(createdByUser),
)

internal fun WireValue.toBookingActionsOutcome(): BookingActionsOutcome = BookingActionsOutcome(
    available = this["available"].set(BookingAction.entries, BookingAction::id),
    unavailable = this["unavailable"].items().map { it.toBookingUnavailableAction() },
)

internal fun WireValue.toBookingUnavailableAction(): BookingUnavailableAction = BookingUnavailableAction(
    action = this["action"].one(BookingAction.entries, BookingAction::id),
    reason = this["reason"].one(BookingObstacle.entries, BookingObstacle::id),
)

internal fun BookingDocumentsFacts.facts(): Json = record(
    "kind" to fact(kind.id),
    "status" to fact(status.id),
    "event" to fact(event?.id),
    "print_confirmation" to fact(printConfirmation),
    "print_contract" to fact(printContract),
    "print_return_confirmation" to fact(printReturnConfirmation),
)

internal fun WireValue.toBookingDocumentsOutcome(): BookingDocumentsOutcome = BookingDocumentsOutcome(
    available = this["available"].set(BookingDocument.entries, BookingDocument::id),
    printNow = this["print_now"].set(BookingDocument.entries, BookingDocument::id),
)
