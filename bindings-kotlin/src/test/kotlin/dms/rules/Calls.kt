package dms.rules

import dms.rules.internal.Direct
import dms.rules.internal.FfiConverterSequenceTypeWireOkrOptionAnswer
import dms.rules.internal.FfiConverterSequenceTypeWireOkrOptionFacts
import dms.rules.internal.RustBuffer
import dms.rules.internal.WireDate
import dms.rules.internal.WireEuros
import dms.rules.internal.WireOkrBoundary
import dms.rules.internal.WireOkrMode
import dms.rules.internal.WireOkrOptionFacts
import dms.rules.internal.okrOption
import dms.rules.internal.okrOptionDirectly
import java.lang.management.ManagementFactory
import java.math.BigDecimal
import java.nio.ByteBuffer
import java.time.LocalDate
import java.time.ZoneId
import java.time.ZonedDateTime

/**
 * What a call costs and where it goes, as a Markdown table. `benches/kotlin/run` prints it; what is timed takes turns, in
 * processor time of its thread, and medians over the turns are printed.
 */
fun main() {
    val contestants = parts() + calls() + lists()
    repeat(WARM_UP) { contestants.forEach { it.takeTurn() } }
    contestants.forEach { it.microseconds.clear() }
    repeat(TURNS) { turn -> (if (turn % 2 == 0) contestants else contestants.asReversed()).forEach { it.takeTurn() } }
    println("| what | µs |")
    println("| --- | ---: |")
    contestants.forEach { println("| ${it.name} | %.2f |".format(it.microseconds.sorted()[TURNS / 2])) }
}

private const val WARM_UP = 30

private const val TURNS = 31

private const val CALLS = 2_000

private const val ROWS = 10_000

private class Contestant(val name: String, val times: Int, val run: () -> Unit) {
    val microseconds = mutableListOf<Double>()

    fun takeTurn() {
        val start = clock.currentThreadCpuTime
        run()
        microseconds += (clock.currentThreadCpuTime - start) / 1_000.0 / times
    }
}

private val clock = ManagementFactory.getThreadMXBean()

/** Kept from the compiler, which leaves out what nobody uses. */
@Volatile
private var used: Any? = null

private fun one(name: String, call: () -> Any) = Contestant(name, CALLS) { repeat(CALLS) { used = call() } }

private fun list(name: String, call: () -> Any) = Contestant("$name, a row of $ROWS", ROWS) { used = call() }

private val invoice = OkrOptionFacts(
    mode = OkrMode.AFTER_INVOICE_FROM_AMOUNT,
    maxAgeDays = 30,
    apkReported = false,
    enteredReadingKm = 125_896,
    lastReadingKm = 126_000,
    readingDate = LocalDate.of(2026, 11, 19),
    invoiceDate = LocalDate.of(2026, 11, 21),
    invoiceTotal = BigDecimal("150.00"),
)

/** One `okr.option`, taken apart. */
private fun parts(): List<Contestant> {
    val facts = listOf(
        WireOkrOptionFacts(
            mode = WireOkrMode.AFTER_INVOICE_FROM_AMOUNT,
            maxAgeDays = 30,
            threshold = WireEuros.Cents(15_000),
            boundary = WireOkrBoundary.MORE_THAN,
            apkReported = false,
            enteredReadingKm = 125_896,
            lastReadingKm = 126_000,
            readingDate = WireDate(20_776),
            invoiceDate = WireDate(20_778),
            invoiceTotal = WireEuros.Cents(15_000),
        ),
    )
    val bytes = ByteBuffer.allocateDirect(1_000)
    val answer = ByteBuffer.allocateDirect(1_000)
    FfiConverterSequenceTypeWireOkrOptionAnswer.write(okrOption(facts), answer)
    val address = Direct.room().address
    return listOf(
        one("`okr.option`, whole") { Okr.option(invoice) },
        one("its way across, of plain numbers") { okrOptionDirectly(facts) },
        one("its way across, as uniffi goes it") { okrOption(facts) },
        one("of this, memory for the facts: asked for and given back") { RustBuffer.free(RustBuffer.alloc(100UL)) },
        one("facts to bytes") {
            bytes.clear()
            FfiConverterSequenceTypeWireOkrOptionFacts.write(facts, bytes)
        },
        one("bytes to an answer") {
            answer.rewind()
            FfiConverterSequenceTypeWireOkrOptionAnswer.read(answer)
        },
        one("a call of plain numbers that does nothing") {
            Direct.dms_rules_kotlin_direct(-1, address, 0, 0)
        },
    )
}

private val limit = BookingIssueLimitFacts(
    now = ZonedDateTime.of(2026, 11, 20, 10, 7, 0, 0, ZoneId.of("Europe/Vienna")),
    daysAhead = 0,
)

private val sources = InspectionSourcesFacts(fromEbv = true, fromInvoicing = false)

private fun calls() = listOf(
    one("`booking.issue_limit`") { Booking.issueLimit(limit) },
    one("`inspection.sources`, through JSON") { Inspection.sources(sources) },
)

private fun lists(): List<Contestant> {
    val invoices = List(ROWS) { invoice.copy(enteredReadingKm = 125_896 + it) }
    val settings = List(ROWS) { sources }
    return listOf(
        list("`okr.option`") { Okr.optionAll(invoices) },
        list("`inspection.sources`, through JSON") { Inspection.sourcesAll(settings) },
    )
}
