package dms.rules

/** The Austrian register of the §57a inspections ("Pickerlbuch"). */
public object Inspection {
    /**
     * `inspection.import`: what does one report of EBV change in the register, the order and the vehicles?
     *
     * What is found is updated even where its odometer reading was higher. A cancelled or failed report is taken over
     * as it stands. The hints of the error protocol are what [Decision.because] names.
     *
     * Source: CDP/IPN, "Daten über Schnittstelle aus dem EBV".
     *
     * @throws RulesException [ErrorCode.CONTRADICTION] `order.number` that is not the report's;
     *   [ErrorCode.MISSING_FIELD] `order.invoice_number` or `order.invoice_date` of an order that is invoiced;
     *   [ErrorCode.OUT_OF_RANGE] for a reading below 0 or above 9,999,999 km; [ErrorCode.INVALID_DATE] for a date
     *   outside the years 1 to 9999; [ErrorCode.WRONG_TYPE] for text where half a surrogate pair stands alone.
     */
    public fun importReport(facts: InspectionImportFacts): Decision<InspectionImportOutcome> =
        importReportAll(listOf(facts)).single().getOrThrow()

    /** [importReport] for each report, a hundred in one crossing of the border. */
    public fun importReportAll(facts: List<InspectionImportFacts>): List<Answer<Decision<InspectionImportOutcome>>> =
        decideAll("inspection.import", facts, { facts() }) { it.toInspectionImportOutcome() }

    /**
     * `inspection.register_from_order`: which entries does an invoiced order make in the register?
     *
     * One for each configured number that stands in a line, whatever the line charges; an E-order makes none. An
     * inspection date is updated only where an entry is made, to what [nextDue] answers with its defaults.
     *
     * Source: CDP/IPN, "Daten aus der Fakturierung aus CDP".
     *
     * @throws RulesException [ErrorCode.OUT_OF_RANGE] `configured` with more than 10 numbers;
     *   [ErrorCode.CONTRADICTION] `configured[1].number` configured before; where a date is updated
     *   [ErrorCode.MISSING_FIELD] `first_registration`, [ErrorCode.CONTRADICTION] where it lies after the day end,
     *   [ErrorCode.OUT_OF_RANGE] `day_end` past the year 9999; [ErrorCode.INVALID_DATE] for a date outside the years 1
     *   to 9999; [ErrorCode.WRONG_TYPE] for text where half a surrogate pair stands alone.
     */
    public fun registerFromOrder(
        facts: InspectionRegisterFromOrderFacts,
    ): Decision<InspectionRegisterFromOrderOutcome> =
        registerFromOrderAll(listOf(facts)).single().getOrThrow()

    /** [registerFromOrder] for each order, a hundred in one crossing of the border. */
    public fun registerFromOrderAll(
        facts: List<InspectionRegisterFromOrderFacts>,
    ): List<Answer<Decision<InspectionRegisterFromOrderOutcome>>> =
        decideAll("inspection.register_from_order", facts, { facts() }) { it.toInspectionRegisterFromOrderOutcome() }

    /**
     * `inspection.next_due`: in which month is the next inspection due?
     *
     * The nominal month is the registration month nearest to today whose window holds today's month; outside every
     * window the registration month that comes next is taken, and an advisory asks to check. The window is the manual's
     * unless given; the law's own is told by [window].
     *
     * Source: CDP/IPN, "Daten aus der Fakturierung aus CDP".
     *
     * @throws RulesException [ErrorCode.OUT_OF_RANGE] `interval_months` below 1 or above 65,535, `months_before` or
     *   `months_after` below 0 or above 11; [ErrorCode.CONTRADICTION] `first_registration` after `today`;
     *   [ErrorCode.OUT_OF_RANGE] `interval_months` or `today` where the month lies after the year 9999;
     *   [ErrorCode.INVALID_DATE] for a date outside the years 1 to 9999.
     */
    public fun nextDue(facts: InspectionNextDueFacts): Decision<InspectionNextDueOutcome> =
        nextDueAll(listOf(facts)).single().getOrThrow()

    /** [nextDue] for each vehicle, a hundred in one crossing of the border. */
    public fun nextDueAll(facts: List<InspectionNextDueFacts>): List<Answer<Decision<InspectionNextDueOutcome>>> =
        decideAll("inspection.next_due", facts, { facts() }) { it.toInspectionNextDueOutcome() }

    /**
     * `inspection.window`: the statutory window and intervals of a vehicle on a day.
     *
     * Where the data know no window for a vehicle on that day, none is guessed; its intervals are known all the same.
     *
     * Source: CDP/IPN, "ACHTUNG: Liegt der Überprüfungsmonat außerhalb der gesetzlichen Frist"; statute.
     *
     * @throws RulesException [ErrorCode.INVALID_DATE] for a date outside the years 1 to 9999.
     */
    public fun window(facts: InspectionWindowFacts): Decision<InspectionWindowOutcome> =
        windowAll(listOf(facts)).single().getOrThrow()

    /** [window] for each vehicle, a hundred in one crossing of the border. */
    public fun windowAll(facts: List<InspectionWindowFacts>): List<Answer<Decision<InspectionWindowOutcome>>> =
        decideAll("inspection.window", facts, { facts() }) { it.toInspectionWindowOutcome() }

    /**
     * `inspection.month_end`: at the month end, is an overdue inspection date rolled on?
     *
     * The period is counted in months from the due date, and on its last day it is not exceeded. The date moves on by
     * whole intervals and keeps its day where the month has it. Nobody inspected the vehicle: the new date is an
     * estimate, and an advisory says so.
     *
     * Source: CDP/IPN, "Daten aus der Fakturierung aus CDP".
     *
     * @throws RulesException [ErrorCode.OUT_OF_RANGE] `grace_months` below 0 or above 65,535, `interval_months` below
     *   1 or above 65,535, `due` where the date lies after the year 9999; [ErrorCode.INVALID_DATE] for a date outside
     *   the years 1 to 9999.
     */
    public fun monthEnd(facts: InspectionMonthEndFacts): Decision<InspectionMonthEndOutcome> =
        monthEndAll(listOf(facts)).single().getOrThrow()

    /** [monthEnd] for each vehicle, a hundred in one crossing of the border. */
    public fun monthEndAll(facts: List<InspectionMonthEndFacts>): List<Answer<Decision<InspectionMonthEndOutcome>>> =
        decideAll("inspection.month_end", facts, { facts() }) { it.toInspectionMonthEndOutcome() }

    /**
     * `inspection.sources`: does the register get its data in one way only?
     *
     * From EBV or from invoicing: from both, inspections would be entered twice.
     *
     * Source: CDP/IPN, "Daten im KFZ-Paket".
     */
    public fun sources(facts: InspectionSourcesFacts): Decision<InspectionSourcesOutcome> =
        sourcesAll(listOf(facts)).single().getOrThrow()

    /** [sources] for each firm, a hundred in one crossing of the border. */
    public fun sourcesAll(facts: List<InspectionSourcesFacts>): List<Answer<Decision<InspectionSourcesOutcome>>> =
        decideAll("inspection.sources", facts, { facts() }) {
            it.one(InspectionSourcesOutcome.entries, InspectionSourcesOutcome::id)
        }
}
