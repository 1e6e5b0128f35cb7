package dms.rules

import dms.rules.internal.WireValue
import java.time.LocalDate

/** The facts of [Booking.advisor]. Advisors are the codes of employees; a blank code counts as none. */
public data class BookingAdvisorFacts(
    /** The kind of the booking. */
    val kind: BookingKind,
    /** The customer's sales advisor ("Verkaufsberater"). */
    val salesAdvisor: String? = null,
    /** The customer's service advisor ("Kundendienstberater"). */
    val serviceAdvisor: String? = null,
    /** Who receives the vehicle at the service appointment ("Annehmer"). */
    val appointmentReceiver: String? = null,
    /** The booking is made from a service appointment. */
    val fromAppointment: Boolean,
)

/** Who is preselected. */
public data class BookingAdvisorOutcome(
    /** The advisor's code; none where nobody is preselected. */
    val advisor: String?,
)

/** The facts of [Booking.driver]. */
public data class BookingDriverFacts(
    /** What the driver's data come from. */
    val driver: BookingDriver,
    /** The user has the right to edit the customer master. */
    val mayEditCustomers: Boolean,
    /** The user has the right to edit the vehicle master. */
    val mayEditVehicles: Boolean,
    /** The booking's customer owns the vehicle. */
    val customerOwnsVehicle: Boolean,
    /** The booking has got another customer; `false` unless said. */
    val customerChanged: Boolean = false,
    /** The driver has the data of the customer before; `false` unless said. */
    val driverHasOldCustomerData: Boolean = false,
)

/** What the driver's data come from ("Lenker Typ"). */
public enum class BookingDriver(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** "Kunde": a customer. */
    CUSTOMER("customer"),

    /** "Ansprechpartner": a contact of the customer. */
    CONTACT("contact"),

    /** "Freie Eingabe": typed in. */
    FREE_ENTRY("free_entry"),

    /** The customer or contact was emptied. */
    EMPTY("empty"),
}

/** What may be done with the driver's data. */
public data class BookingDriverOutcome(
    /** Salutation, title and names may be edited. */
    val nameEditable: Boolean,
    /** "In Stammdaten übernehmen": the data may be written back to the customer or contact. */
    val mayWriteCustomer: Boolean,
    /** "In Fahrzeugstammdaten übernehmen": the driver may be written to the vehicle master. */
    val mayWriteVehicle: Boolean,
    /** The driver is overwritten with the new customer's data. */
    val followCustomer: Boolean,
    /** What stands in the way. */
    val reasons: Set<BookingDriverHindrance>,
)

/** What stands in the way; the rows of the table. */
public enum class BookingDriverHindrance(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** The names come from the master and are locked. */
    NOT_FREE_ENTRY("not_free_entry"),

    /** The right for the customer master is missing. */
    CUSTOMER_RIGHT_MISSING("customer_right_missing"),

    /** The right for the vehicle master is missing. */
    VEHICLE_RIGHT_MISSING("vehicle_right_missing"),

    /** A contact of a customer who does not own the vehicle. */
    CONTACT_NOT_OWNER("contact_not_owner"),

    /** What was typed in is never written back. */
    FREE_ENTRY("free_entry"),
}

/** The facts of [Booking.confirmation]. */
public data class BookingConfirmationFacts(
    /** What is done to the service appointment. */
    val event: BookingConfirmationEvent,
    /** The service appointment has a replacement booking. */
    val hasReplacementBooking: Boolean,
)

/** What may be done to a service appointment. */
public enum class BookingConfirmationEvent(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** "Termin bestätigen". */
    CONFIRM("confirm"),

    /** "Terminbestätigung aufheben". */
    UNCONFIRM("unconfirm"),
}

/** The confirmations afterwards. */
public data class BookingConfirmationOutcome(
    /** Whether the service appointment is confirmed. */
    val appointmentConfirmed: Boolean,
    /** Whether its replacement booking is; none where it has no booking. */
    val bookingConfirmed: Boolean?,
)

/** The facts of [Booking.settlement]. A blank text counts as not given. */
public data class BookingSettlementFacts(
    /** The kind of the booking. */
    val kind: BookingKind,
    /** How far the booking has come. */
    val status: BookingStatus,
    /** The booking has been settled; only once the vehicle came back. */
    val settled: Boolean,
    /** The user has the right "Verrechnung durchführen" for this kind. */
    val maySettle: Boolean,
    /** The tariff model ("Tarifmodell"). */
    val tariffModel: String? = null,
    /** The hull-cover model ("Kaskomodell"). */
    val hullCoverModel: String? = null,
    /** The distance driven, in kilometres. */
    val kilometres: Int? = null,
    /** The days of use ("Tage der Nutzung"). */
    val daysOfUse: Long? = null,
    /** The insurance. */
    val insurance: String? = null,
    /** The position code ("Positionscode") of the line on the order. */
    val positionCode: String? = null,
    /** Where the line goes. */
    val orderTarget: BookingOrderTarget,
    /** The number of the existing order; a new one needs none. */
    val orderNumber: String? = null,
    /** Copy the comment of the handover into the line; `true` unless said. */
    val copyComment: Boolean = true,
)

/** Where the line of the settlement goes. */
public enum class BookingOrderTarget(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** A new order. */
    NEW("new"),

    /** An order that exists. */
    EXISTING("existing"),
}

/**  */
public sealed interface BookingSettlementOutcome {
    /** It can. */
    public data class Allowed(
        /** Copy the comment of the handover into the line. */
        val copyComment: Boolean,
    ) : BookingSettlementOutcome

    /** It cannot. */
    public data object Refused : BookingSettlementOutcome
}

/** The facts of [Booking.maintenanceContract]. */
public data class BookingMaintenanceContractFacts(
    /** The kind of the booking. */
    val kind: BookingKind,
    /** The number of the booking ("Vorgangsnummer"). */
    val processNumber: String,
    /** The VIN of the vehicle as entered. */
    val vin: String,
    /** Who rented the vehicle. */
    val invoiceRecipient: String,
    /** The first day of the contract. */
    val validFrom: LocalDate,
    /** Its last day; not before the first. */
    val validTo: LocalDate,
)

/** Whether a contract can be opened, and with what. */
public sealed interface BookingMaintenanceContractOutcome {
    /** It can. */
    public data class Allowed(
        /** The number of the contract ("Wartungsvertragsnummer"). */
        val number: String,
        /** The vehicle. */
        val vin: String,
        /** Who rented the vehicle, and pays. */
        val invoiceRecipient: String,
        /** "Datum gültig ab". */
        val validFrom: LocalDate,
        /** "Datum gültig bis". */
        val validTo: LocalDate,
        /** Never: a person saves the contract. */
        val saved: Boolean,
    ) : BookingMaintenanceContractOutcome

    /** It cannot. */
    public data object Refused : BookingMaintenanceContractOutcome
}

internal fun BookingAdvisorFacts.facts(): Json = record(
    "kind" to fact(kind.id),
    "sales_advisor" to fact(salesAdvisor),
    "service_advisor" to fact(serviceAdvisor),
    "appointment_receiver" to fact(appointmentReceiver),
    "from_appointment" to fact(fromAppointment),
)

internal fun WireValue.toBookingAdvisorOutcome(): BookingAdvisorOutcome = BookingAdvisorOutcome(
    advisor = this["advisor"].known { it.text() },
)

internal fun BookingDriverFacts.facts(): Json = record(
    "driver" to fact(driver.id),
    "may_edit_customers" to fact(mayEditCustomers),
    "may_edit_vehicles" to fact(mayEditVehicles),
    "customer_owns_vehicle" to fact(customerOwnsVehicle),
    "customer_changed" to fact(customerChanged),
    "driver_has_old_customer_data" to fact(driverHasOldCustomerData),
)

internal fun WireValue.toBookingDriverOutcome(): BookingDriverOutcome = BookingDriverOutcome(
    nameEditable = this["name_editable"].truth(),
    mayWriteCustomer = this["may_write_customer"].truth(),
    mayWriteVehicle = this["may_write_vehicle"].truth(),
    followCustomer = this["follow_customer"].truth(),
    reasons = this["reasons"].set(BookingDriverHindrance.entries, BookingDriverHindrance::id),
)

internal fun BookingConfirmationFacts.facts(): Json = record(
    "event" to fact(event.id),
    "has_replacement_booking" to fact(hasReplacementBooking),
)

internal fun WireValue.toBookingConfirmationOutcome(): BookingConfirmationOutcome = BookingConfirmationOutcome(
    appointmentConfirmed = this["appointment_confirmed"].truth(),
    bookingConfirmed = this["booking_confirmed"].known { it.truth() },
)

internal fun BookingSettlementFacts.facts(): Json = record(
    "kind" to fact(kind.id),
    "status" to fact(status.id),
    "settled" to fact(settled),
    "may_settle" to fact(maySettle),
    "tariff_model" to fact(tariffModel),
    "hull_cover_model" to fact(hullCoverModel),
    "kilometres" to fact(kilometres),
    "days_of_use" to fact(daysOfUse),
    "insurance" to fact(insurance),
    "position_code" to fact(positionCode),
    "order_target" to fact(orderTarget.id),
    "order_number" to fact(orderNumber),
    "copy_comment" to fact(copyComment),
)

internal fun WireValue.toBookingSettlementOutcome(): BookingSettlementOutcome = when (kind()) {
    "allowed" -> BookingSettlementOutcome.Allowed(
        copyComment = this["copy_comment"].truth(),
    )
    "refused" -> BookingSettlementOutcome.Refused
    else -> unreadable()
}

internal fun BookingMaintenanceContractFacts.facts(): Json = record(
    "kind" to fact(kind.id),
    "process_number" to fact(processNumber),
    "vin" to fact(vin),
    "invoice_recipient" to fact(invoiceRecipient),
    "valid_from" to fact(validFrom),
    "valid_to" to fact(validTo),
)

internal fun WireValue.toBookingMaintenanceContractOutcome(): BookingMaintenanceContractOutcome = when (kind()) {
    "allowed" -> BookingMaintenanceContractOutcome.Allowed(
        number = this["number"].text(),
        vin = this["vin"].text(),
        invoiceRecipient = this["invoice_recipient"].text(),
        validFrom = this["valid_from"].date(),
        validTo = this["valid_to"].date(),
        saved = this["saved"].truth(),
    )
    "refused" -> BookingMaintenanceContractOutcome.Refused
    else -> unreadable()
}
