package dms.rules

import com.fasterxml.jackson.databind.json.JsonMapper
import dms.rules.internal.Direct
import java.lang.management.ManagementFactory
import java.math.BigDecimal
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.Paths
import java.time.LocalDate

/**
 * What a call and a row of a list cost, for every decision and for its first decided case among those that the tests share, as
 * a Markdown table; then the parts of one call. `benches/kotlin/run` prints it; what is timed takes turns, in processor time of
 * its thread, and medians over the turns are printed. The argument is the folder of the shared cases.
 */
fun main(arguments: Array<String>) {
    val decisions = decisions(Paths.get(arguments.single()))
    val parts = parts()
    val contestants = decisions.flatMap { it.second } + parts
    repeat(WARM_UP) { contestants.forEach { it.takeTurn() } }
    contestants.forEach { it.microseconds.clear() }
    repeat(TURNS) { turn -> (if (turn % 2 == 0) contestants else contestants.asReversed()).forEach { it.takeTurn() } }
    println("| decision | a call, µs | a row of $ROWS, µs |")
    println("| --- | ---: | ---: |")
    for ((name, timed) in decisions) println("| `$name` | ${timed.joinToString(" | ") { it.median() }} |")
    println()
    println("| `okr.option` | µs |")
    println("| --- | ---: |")
    for (part in parts) println("| ${part.name} | ${part.median()} |")
}

private const val WARM_UP = 30

private const val TURNS = 31

private const val CALLS = 1_000

private const val ROWS = 5_000

private class Contestant(val name: String, private val times: Int, private val run: () -> Unit) {
    val microseconds = mutableListOf<Double>()

    fun takeTurn() {
        val start = clock.currentThreadCpuTime
        run()
        microseconds += (clock.currentThreadCpuTime - start) / 1_000.0 / times
    }

    fun median() = "%.2f".format(microseconds.sorted()[TURNS / 2])
}

private val clock = ManagementFactory.getThreadMXBean()

/** Kept from the compiler, which leaves out what nobody uses. */
@Volatile
private var used: Any? = null

private fun one(name: String, call: () -> Any) = Contestant(name, CALLS) { repeat(CALLS) { used = call() } }

/** Every call of every decision: with a zone and without, where it has times. */
private fun decisions(vectors: Path): List<Pair<String, List<Contestant>>> {
    val files = Files.newDirectoryStream(vectors, "*.json").use { files ->
        files.filter { "${it.fileName}" != "refusals.json" }.sorted()
    }
    val cases = files.map { JsonMapper().readTree(Files.readAllBytes(it)) }
        .groupBy({ it["decision"].asText() }, { file -> file["cases"].filter { it.has("expect") } })
    return typedCalls.flatMap { (decision, calls) ->
        calls.mapNotNull { call ->
            val facts = cases.getValue(decision).flatten().firstNotNullOfOrNull { typedFacts(it["facts"], call.facts) }
            facts?.let {
                val rows = List(ROWS) { facts }
                val time = call.facts.arguments.firstOrNull()?.type?.let { ", $it".replace("java.time.", "") } ?: ""
                "$decision$time" to listOf(
                    one(decision) { call.decide(facts) },
                    Contestant(decision, ROWS) { used = call.decideAll(rows) },
                )
            }
        }
    }
}

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
    val room = Bytes(CAPACITY).apply { framed { write(invoice) } }
    val length = room.buffer.position()
    val facts = ByteArray(length).also { room.buffer.rewind() }.also { room.buffer.get(it) }
    return listOf(
        one("whole") { Okr.option(invoice) },
        one("facts to bytes") {
            room.buffer.clear()
            room.framed { room.write(invoice) }
        },
        one("its way across") {
            room.buffer.clear()
            room.buffer.put(facts)
            Direct.decide(OPTION, room)
        },
        one("a way across without facts") {
            room.buffer.clear()
            Direct.decide(OPTION, room)
        },
    )
}

private const val CAPACITY = 1_000

/** The number of its way, as in `Okr.kt`. */
private const val OPTION = 15
