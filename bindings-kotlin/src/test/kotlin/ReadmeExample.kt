import dms.rules.Language
import dms.rules.Okr
import dms.rules.OkrMode
import dms.rules.OkrOptionFacts
import dms.rules.RulesException
import java.math.BigDecimal
import java.time.LocalDate

fun main() {
    val invoice = OkrOptionFacts(
        mode = OkrMode.AFTER_INVOICE_FROM_AMOUNT,
        maxAgeDays = 30,
        apkReported = false,
        enteredReadingKm = 125_896,
        lastReadingKm = 126_000,
        readingDate = LocalDate.of(2026, 11, 19),
        invoiceDate = LocalDate.of(2026, 11, 21),
        invoiceTotal = BigDecimal("150.00"),
    )

    val decision = Okr.option(invoice)
    println("${decision.outcome}, row ${decision.row}, edition ${decision.edition}")
    decision.lines(Language.NL).forEach(::println)

    try {
        Okr.option(invoice.copy(readingDate = LocalDate.of(2026, 11, 22)))
    } catch (refused: RulesException) {
        println("${refused.code}: ${refused.field}")
    }
}
