package dms.rules

import dms.rules.internal.WireValue
import java.time.LocalDate

/** The facts of [Inspection.importReport]. */
public data class InspectionImportFacts(
    /** The report that EBV handed over. */
    val report: InspectionReport,
    /** The order that has the report's order number, if one was found. */
    val order: InspectionOrder? = null,
    /** The customer vehicle that has the report's customer and vehicle number, if one was found. */
    val customerVehicleByNumber: InspectionVehicleMaster? = null,
    /** The customer vehicles that have the report's chassis number. */
    val customerVehiclesByVin: List<InspectionVehicleMaster>,
    /** The trade vehicle on which the order was opened, if it was found. */
    val tradeVehicle: InspectionVehicleMaster? = null,
)

/** A report ("Gutachten") of EBV. */
public data class InspectionReport(
    /** The number of the plaque ("Plakettennummer"). */
    val plaqueNumber: String,
    /** The kind of plaque ("Plakettenart"). */
    val plaqueKind: String,
    /** The day until which the plaque is valid ("Gültig bis"). */
    val validUntil: LocalDate,
    /** The chassis number. */
    val vin: String,
    /** The registration ("Kennzeichen"). */
    val registration: String,
    /** The odometer reading, in kilometres. */
    val odometerKm: Int,
    /** The customer's number. */
    val customerNumber: String? = null,
    /** The customer's name. */
    val customerName: String? = null,
    /** The vehicle's number. */
    val vehicleNumber: String? = null,
    /** The number of the report ("Gutachtennummer"). */
    val reportNumber: String,
    /** The kind of report ("Gutachtenart"). */
    val reportKind: String,
    /** The report was cancelled in EBV. */
    val cancelled: Boolean,
    /** The result of the inspection ("Prüfergebnis"). */
    val result: InspectionResult,
    /** The plaque that replaces another ("Ersatzplakette"). */
    val replacementPlaque: String? = null,
    /** The day of the inspection ("Begutachtungsdatum"). */
    val inspectedOn: LocalDate,
    /** The inspector ("Prüfer"). */
    val inspector: String,
    /** The inspector's assistant ("Prüfhelfer"). */
    val assistant: String? = null,
    /** The number of the order ("Auftragsnummer"). */
    val orderNumber: String? = null,
)

/** The result of an inspection. */
public enum class InspectionResult(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** The vehicle passed. */
    PASSED("passed"),

    /** It did not. */
    FAILED("failed"),
}

/** The order that a report belongs to. */
public data class InspectionOrder(
    /** Its number: that of the report. */
    val number: String,
    /** It is invoiced. */
    val invoiced: Boolean,
    /** The number of the invoice; needed where it is invoiced. */
    val invoiceNumber: String? = null,
    /** The date of the invoice; needed where it is invoiced. */
    val invoiceDate: LocalDate? = null,
    /** Its odometer reading, in kilometres. */
    val odometerKm: Int? = null,
    /** Its inspection date 1. */
    val nextInspection: LocalDate? = null,
    /** The customer's number. */
    val customerNumber: String? = null,
    /** The customer's name. */
    val customerName: String? = null,
    /** The chassis number. */
    val vin: String? = null,
    /** The registration. */
    val registration: String? = null,
    /** The vehicle's number. */
    val vehicleNumber: String? = null,
    /** It was opened on a trade vehicle ("Handelsfahrzeug"). */
    val isTradeVehicle: Boolean,
)

/** What the master data of a vehicle say. */
public data class InspectionVehicleMaster(
    /** Its odometer reading, in kilometres. */
    val odometerKm: Int? = null,
    /** Its inspection date 1. */
    val nextInspection: LocalDate? = null,
)

/** What is to be written. */
public data class InspectionImportOutcome(
    /** The entry in the register. */
    val registerEntry: InspectionRegisterEntry,
    /** What is updated, in the manual's order. */
    val updates: List<InspectionUpdate>,
    /** The hints of the error protocol ("Fehlerprotokoll"), in the manual's order: what [Decision.because] names. */
    val protocol: List<String>,
)

/**  */
public data class InspectionRegisterEntry(
    /** "Plakettennummer". */
    val plaqueNumber: String,
    /** "Plakettenart". */
    val plaqueKind: String,
    /** "Gültig bis". */
    val validUntil: LocalDate,
    /** "Fahrgestellnummer": the order's, else the report's. */
    val vin: String,
    /** "Kennzeichen": the order's, else the report's. */
    val registration: String,
    /** "Kilometerstand". */
    val odometerKm: Int,
    /** "Kundennummer": the order's, else the report's. */
    val customerNumber: String?,
    /** The customer's name: the order's, else the report's. */
    val customerName: String?,
    /** The vehicle's number: the order's, else the report's. */
    val vehicleNumber: String?,
    /** "Auftragsnummer". */
    val orderNumber: String?,
    /** Text 3: "Gutachtennummer und Gutachtenart". */
    val text3: String,
    /** Text 4: "STORNIERT, falls in EBV Gutachten storniert wurde". */
    val text4: String,
    /** Text 5: "Prüfergebnis". */
    val text5: InspectionResult,
    /** Text 6: "Ersatzplakette"; empty where there is none. */
    val text6: String,
    /** Text 7: "Begutachtungsdatum". */
    val text7: LocalDate,
    /** Text 8: "Prüfer". */
    val text8: String,
    /** Text 9: "Prüfhelfer"; empty where there was none. */
    val text9: String,
    /** The number of the invoice, once the order is invoiced. */
    val invoiceNumber: String?,
    /** The date of the invoice, once the order is invoiced. */
    val invoiceDate: LocalDate?,
    /** "Weiters bleibt der Verrechnungscode immer LEER". */
    val billingCode: String,
)

/** What a report writes into an order or the master data of a vehicle. */
public data class InspectionUpdate(
    /** What is updated. */
    val target: InspectionTarget,
    /** Its new odometer reading, in kilometres. */
    val odometerKm: Int,
    /** Its new inspection date 1. */
    val inspectionDate1: LocalDate,
)

/** What a report updates. */
public enum class InspectionTarget(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** The order. */
    ORDER("order"),

    /** The customer vehicle ("Kundenfahrzeug"). */
    CUSTOMER_VEHICLE("customer_vehicle"),

    /** The trade vehicle ("Handelsfahrzeug"). */
    TRADE_VEHICLE("trade_vehicle"),
}

/** The facts of [Inspection.registerFromOrder]. */
public data class InspectionRegisterFromOrderFacts(
    /** The kind of the order; "E" marks an E-order ("E-Auftrag"), blanks and case apart. */
    val orderKind: String,
    /** The lines of the order. */
    val lines: List<InspectionOrderLine>,
    /** The numbers of "Standardwerte Prüfnachweis", at most 10. */
    val configured: List<InspectionNumber>,
    /** The setting: inspection date 1 ("Prüfdatum 1") is updated. */
    val updateDate1: Boolean,
    /** The setting: inspection date 2 ("Prüfdatum 2") is updated. */
    val updateDate2: Boolean,
    /** The date of the day end ("Tagesabschlussdatum"). */
    val dayEnd: LocalDate,
    /** The day of the first registration; needed where a date is updated. */
    val firstRegistration: LocalDate? = null,
)

/** A line of the order. */
public data class InspectionOrderLine(
    /** What the line charges. */
    val type: InspectionLineType,
    /** Its number; blank where it has none. */
    val number: String,
)

/** What a line of an order charges. */
public enum class InspectionLineType(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** Labour ("AW"). */
    LABOUR("labour"),

    /** A text ("TE"). */
    TEXT("text"),

    /** A package ("PA"). */
    PACKAGE("package"),

    /** A part ("ET"). */
    PART("part"),
}

/** A number that stands for an inspection. */
public data class InspectionNumber(
    /** The number of labour, text, package or part. */
    val number: String,
    /** The kind of plaque ("Art") that goes with it. */
    val kind: String? = null,
)

/**  */
public data class InspectionRegisterFromOrderOutcome(
    /** The entries, in the order in which the numbers are configured. */
    val entries: List<InspectionOrderEntry>,
    /** The first day of the month of the next inspection; none where no date is updated. */
    val nextInspection: LocalDate?,
    /** Inspection date 1 is set to it. */
    val updateDate1: Boolean,
    /** Inspection date 2 is set to it. */
    val updateDate2: Boolean,
)

/** An entry in the register. */
public data class InspectionOrderEntry(
    /** The configured number that the order contains. */
    val number: String,
    /** The kind of plaque that goes with it, if one does. */
    val plaqueKind: String?,
)

/** The facts of [Inspection.sources]. */
public data class InspectionSourcesFacts(
    /** The register takes over the reports of EBV. */
    val fromEbv: Boolean,
    /** The register takes over entries from invoicing. */
    val fromInvoicing: Boolean,
)

/** Whether the settings fit together. */
public enum class InspectionSourcesOutcome(
    /** The outcome's name in the rules. */
    public val id: String,
) {
    /** The register has one source. */
    OK("ok"),

    /** It has two, and would enter inspections twice. */
    CONFLICT("conflict"),

    /** It has none. */
    NONE("none"),
}

internal fun InspectionImportFacts.facts(): Json = record(
    "report" to report.facts(),
    "order" to fact(order?.facts()),
    "customer_vehicle_by_number" to fact(customerVehicleByNumber?.facts()),
    "customer_vehicles_by_vin" to fact(customerVehiclesByVin.map { it.facts() }),
    "trade_vehicle" to fact(tradeVehicle?.facts()),
)

internal fun InspectionReport.facts(): Json = record(
    "plaque_number" to fact(plaqueNumber),
    "plaque_kind" to fact(plaqueKind),
    "valid_until" to fact(validUntil),
    "vin" to fact(vin),
    "registration" to fact(registration),
    "odometer_km" to fact(odometerKm),
    "customer_number" to fact(customerNumber),
    "customer_name" to fact(customerName),
    "vehicle_number" to fact(vehicleNumber),
    "report_number" to fact(reportNumber),
    "report_kind" to fact(reportKind),
    "cancelled" to fact(cancelled),
    "result" to fact(result.id),
    "replacement_plaque" to fact(replacementPlaque),
    "inspected_on" to fact(inspectedOn),
    "inspector" to fact(inspector),
    "assistant" to fact(assistant),
    "order_number" to fact(orderNumber),
)

internal fun InspectionOrder.facts(): Json = record(
    "number" to fact(number),
    "invoiced" to fact(invoiced),
    "invoice_number" to fact(invoiceNumber),
    "invoice_date" to fact(invoiceDate),
    "odometer_km" to fact(odometerKm),
    "next_inspection" to fact(nextInspection),
    "customer_number" to fact(customerNumber),
    "customer_name" to fact(customerName),
    "vin" to fact(vin),
    "registration" to fact(registration),
    "vehicle_number" to fact(vehicleNumber),
    "is_trade_vehicle" to fact(isTradeVehicle),
)

internal fun InspectionVehicleMaster.facts(): Json = record(
    "odometer_km" to fact(odometerKm),
    "next_inspection" to fact(nextInspection),
)

internal fun WireValue.toInspectionImportOutcome(): InspectionImportOutcome = InspectionImportOutcome(
    registerEntry = this["register_entry"].toInspectionRegisterEntry(),
    updates = this["updates"].items().map { it.toInspectionUpdate() },
    protocol = this["protocol"].items().map { it.text() },
)

internal fun WireValue.toInspectionRegisterEntry(): InspectionRegisterEntry = InspectionRegisterEntry(
    plaqueNumber = this["plaque_number"].text(),
    plaqueKind = this["plaque_kind"].text(),
    validUntil = this["valid_until"].date(),
    vin = this["vin"].text(),
    registration = this["registration"].text(),
    odometerKm = this["odometer_km"].whole(),
    customerNumber = this["customer_number"].known { it.text() },
    customerName = this["customer_name"].known { it.text() },
    vehicleNumber = this["vehicle_number"].known { it.text() },
    orderNumber = this["order_number"].known { it.text() },
    text3 = this["text_3"].text(),
    text4 = this["text_4"].text(),
    text5 = this["text_5"].one(InspectionResult.entries, InspectionResult::id),
    text6 = this["text_6"].text(),
    text7 = this["text_7"].date(),
    text8 = this["text_8"].text(),
    text9 = this["text_9"].text(),
    invoiceNumber = this["invoice_number"].known { it.text() },
    invoiceDate = this["invoice_date"].known { it.date() },
    billingCode = this["billing_code"].text(),
)

internal fun WireValue.toInspectionUpdate(): InspectionUpdate = InspectionUpdate(
    target = this["target"].one(InspectionTarget.entries, InspectionTarget::id),
    odometerKm = this["odometer_km"].whole(),
    inspectionDate1 = this["inspection_date_1"].date(),
)

internal fun InspectionRegisterFromOrderFacts.facts(): Json = record(
    "order_kind" to fact(orderKind),
    "lines" to fact(lines.map { it.facts() }),
    "configured" to fact(configured.map { it.facts() }),
    "update_date_1" to fact(updateDate1),
    "update_date_2" to fact(updateDate2),
    "day_end" to fact(dayEnd),
    "first_registration" to fact(firstRegistration),
)

internal fun InspectionOrderLine.facts(): Json = record(
    "type" to fact(type.id),
    "number" to fact(number),
)

internal fun InspectionNumber.facts(): Json = record(
    "number" to fact(number),
    "kind" to fact(kind),
)

internal fun WireValue.toInspectionRegisterFromOrderOutcome() = InspectionRegisterFromOrderOutcome(
    entries = this["entries"].items().map { it.toInspectionOrderEntry() },
    nextInspection = this["next_inspection"].known { it.date() },
    updateDate1 = this["update_date_1"].truth(),
    updateDate2 = this["update_date_2"].truth(),
)

internal fun WireValue.toInspectionOrderEntry(): InspectionOrderEntry = InspectionOrderEntry(
    number = this["number"].text(),
    plaqueKind = this["plaque_kind"].known { it.text() },
)

internal fun InspectionSourcesFacts.facts(): Json = record(
    "from_ebv" to fact(fromEbv),
    "from_invoicing" to fact(fromInvoicing),
)
