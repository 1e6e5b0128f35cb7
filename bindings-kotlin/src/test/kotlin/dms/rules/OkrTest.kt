package dms.rules

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.math.BigDecimal
import java.math.BigInteger
import java.time.LocalDate

class OkrTest {
    private val invoice = OkrOptionFacts(
        mode = OkrMode.AFTER_INVOICE_FROM_AMOUNT,
        maxAgeDays = 14,
        apkReported = false,
        enteredReadingKm = 84_500,
        lastReadingKm = 84_000,
        readingDate = LocalDate.of(2026, 11, 18),
        invoiceDate = LocalDate.of(2026, 11, 20),
        invoiceTotal = BigDecimal("235.00"),
    )

    @Test
    fun `each row`() {
        val rows = listOf(
            invoice.copy(mode = OkrMode.NEVER),
            invoice.copy(apkReported = true),
            invoice.copy(invoiceTotal = BigDecimal("150.00")),
            invoice.copy(lastReadingKm = 84_500),
            invoice.copy(maxAgeDays = 1),
            invoice.copy(enteredReadingKm = 184_001),
            invoice,
        ).map { facts -> Okr.option(facts).let { it.outcome to it.row } }
        assertEquals(
            listOf(
                OkrOptionOutcome.LOCKED to "forwarding_never",
                OkrOptionOutcome.NO_APK_REPORTED to "apk_reported",
                OkrOptionOutcome.NO_AMOUNT_BELOW to "amount_too_low",
                OkrOptionOutcome.NO_READING_OLD to "reading_unchanged",
                OkrOptionOutcome.NO_READING_OLD to "reading_stale",
                OkrOptionOutcome.NO_READING_OLD to "deviation_exceeds_limit",
                OkrOptionOutcome.YES_FORWARD to "forward",
            ),
            rows,
        )
    }

    @Test
    fun `every no that holds is named, with its text`() {
        val decision = Okr.option(invoice.copy(apkReported = true, invoiceTotal = BigDecimal("-20"), readingDate = null))
        assertEquals(listOf("apk_reported", "amount_too_low", "reading_stale"), decision.because)

        val messages = decision.messages(Language.NL)
        assertEquals("Het factuurbedrag ligt niet boven het bedrag waarvanaf wordt doorgestuurd.", messages.because[1])
        assertEquals(3, messages.because.size)
        assertEquals(listOf(messages.row, messages.because[1], messages.because[2]), decision.lines(Language.NL))
        assertEquals(4, Language.entries.map { decision.messages(it) }.toSet().size)
    }

    @Test
    fun `advisories and their texts`() {
        val decision = Okr.option(invoice.copy(enteredReadingKm = 83_999))
        assertEquals(listOf("reading_lower"), decision.advisories)
        assertTrue(decision.messages(Language.DE).advisories.single().contains("99 km"))
        val trend = Okr.option(invoice.copy(enteredReadingKm = 83_900))
        assertEquals(listOf("reading_breaks_trend"), trend.advisories)
    }

    @Test
    fun `a stored decision finds its texts, and a retired name stands for itself`() {
        val stored = Decision("okr.option", "2025-01", OkrOptionOutcome.NO_READING_OLD, "reading_stale", listOf("retired"), listOf())
        val messages = stored.messages(Language.EN)
        assertEquals(Okr.option(invoice.copy(maxAgeDays = 1)).messages(Language.EN).row, messages.row)
        assertEquals(listOf("retired"), messages.because)
        assertEquals("reading_stale", stored.copy(id = "okr.retired").messages(Language.EN).row)
    }

    @Test
    fun `a decision is explained as its facts are in JSON`() {
        val decision = Okr.option(invoice.copy(apkReported = true, enteredReadingKm = 83_900))
        val facts = """{"mode":"after_invoice_from_amount","max_age_days":14,"apk_reported":true,"entered_reading_km":83900,
            "last_reading_km":84000,"reading_date":"2026-11-18","invoice_date":"2026-11-20","invoice_total_cents":23500}"""
        for (language in Language.entries) {
            val explained = decision.explain(language)
            assertEquals(Catalogue.explain("okr.option", facts, language), explained)
            val arrows = explained.lines().filter { it.startsWith("| → ") }.map { it.split("|")[2].trim() }
            assertEquals(listOf("**`apk_reported`**", "**`reading_breaks_trend`**"), arrows)
            assertEquals(decision.lines(language).map { "* $it" }, explained.lines().filter { it.startsWith("* ") })
        }

        val listed = Okr.choiceAll(listOf(OkrChoiceFacts(invoice))).single().getOrThrow()
        assertTrue(listed.explain(Language.EN).startsWith("### `okr.choice`\n"))
    }

    @Test
    fun `only a decision as the library gave it is explained`() {
        val given = Okr.option(invoice)
        assertEquals(given, given.copy())
        for (other in listOf(given.copy(), given.copy(row = "apk_reported"), given.copy(id = "okr.retired"))) {
            assertThrows(IllegalStateException::class.java) { other.explain(Language.EN) }
        }
    }

    @Test
    fun `the defaults are those of the core`() {
        for (total in listOf("149.99", "150.00", "150.01")) {
            val cents = BigDecimal(total).movePointRight(2).toBigIntegerExact()
            val json = Catalogue.evaluate(
                "okr.option",
                """{"mode":"after_invoice_from_amount","max_age_days":14,"apk_reported":false,"entered_reading_km":84500,
                    "last_reading_km":84000,"reading_date":"2026-11-18","invoice_date":"2026-11-20","invoice_total_cents":$cents}""",
            )
            val decision = Okr.option(invoice.copy(invoiceTotal = BigDecimal(total)))
            assertTrue(json.contains("\"outcome\":\"${decision.outcome.id}\""), json)
        }
    }

    @Test
    fun `the boundary is a setting`() {
        val exactly = invoice.copy(threshold = BigDecimal("200.5"), invoiceTotal = BigDecimal("200.500"))
        assertEquals(OkrOptionOutcome.NO_AMOUNT_BELOW, Okr.option(exactly).outcome)
        assertEquals(OkrOptionOutcome.YES_FORWARD, Okr.option(exactly.copy(boundary = OkrBoundary.AT_LEAST)).outcome)
    }

    @Test
    fun `money is exact to the cent and to 64 bits`() {
        fun total(amount: BigDecimal) = Okr.option(invoice.copy(invoiceTotal = amount)).outcome
        val most = BigDecimal(BigInteger.valueOf(Long.MAX_VALUE), 2)
        val least = BigDecimal(BigInteger.valueOf(Long.MIN_VALUE), 2)
        assertEquals(OkrOptionOutcome.YES_FORWARD, total(most))
        assertEquals(OkrOptionOutcome.NO_AMOUNT_BELOW, total(least))
        assertEquals(OkrOptionOutcome.YES_FORWARD, total(BigDecimal("1.6E+2")))
        assertEquals(OkrOptionOutcome.NO_AMOUNT_BELOW, total(BigDecimal("150.000000000000000000000")))
        assertEquals(OkrOptionOutcome.NO_AMOUNT_BELOW, total(BigDecimal("0E-1000000000")))
        val cent = BigDecimal("0.01")
        for (amount in listOf(most + cent, least - cent, BigDecimal("1E+1000000000"), BigDecimal("-1E+17"))) {
            assertRefused(ErrorCode.OUT_OF_RANGE, "invoice_total_cents") { total(amount) }
        }
        for (amount in listOf("150.001", "1E-1000000000", "-0.005", "92233720368547758070000.001")) {
            assertRefused(ErrorCode.WRONG_TYPE, "invoice_total_cents") { total(BigDecimal(amount)) }
        }
        assertRefused(ErrorCode.WRONG_TYPE, "threshold_cents") { Okr.option(invoice.copy(threshold = BigDecimal("150.005"))) }
    }

    @Test
    fun `facts beyond their limits are refused by name, the first first`() {
        val tooMuch = BigDecimal("1E+30")
        val faults = listOf(
            Triple(ErrorCode.OUT_OF_RANGE, "max_age_days", invoice.copy(maxAgeDays = -1, threshold = tooMuch)),
            Triple(ErrorCode.OUT_OF_RANGE, "max_age_days", invoice.copy(maxAgeDays = 65_536)),
            Triple(ErrorCode.OUT_OF_RANGE, "threshold_cents", invoice.copy(threshold = tooMuch, enteredReadingKm = -1)),
            Triple(ErrorCode.OUT_OF_RANGE, "entered_reading_km", invoice.copy(enteredReadingKm = 10_000_000, lastReadingKm = -1)),
            Triple(ErrorCode.OUT_OF_RANGE, "last_reading_km", invoice.copy(lastReadingKm = -1, readingDate = LocalDate.MAX)),
            Triple(ErrorCode.INVALID_DATE, "reading_date", invoice.copy(readingDate = LocalDate.MAX, invoiceDate = LocalDate.MIN)),
            Triple(ErrorCode.INVALID_DATE, "invoice_date", invoice.copy(invoiceDate = LocalDate.of(0, 12, 31), invoiceTotal = tooMuch)),
            Triple(ErrorCode.OUT_OF_RANGE, "invoice_total_cents", invoice.copy(invoiceTotal = tooMuch, maxAgeDays = null)),
            Triple(ErrorCode.MISSING_FIELD, "max_age_days", invoice.copy(maxAgeDays = null, readingDate = LocalDate.of(2026, 12, 1))),
            Triple(ErrorCode.CONTRADICTION, "reading_date", invoice.copy(readingDate = LocalDate.of(2026, 11, 21))),
        )
        faults.forEach { (code, field, facts) ->
            assertRefused(code, field) { Okr.option(facts) }
            assertRefused(code, field) { Okr.choice(OkrChoiceFacts(facts)) }
        }
    }

    @Test
    fun `a refusal says what was expected, and says it to the staff`() {
        val refused = Okr.optionAll(listOf(invoice.copy(enteredReadingKm = -1))).single() as Answer.Refused
        assertEquals("entered_reading_km: a whole number of kilometres from 0 to 9,999,999", refused.message)
        val thrown = RulesException(refused.code, refused.field, refused.message)
        assertEquals("entered_reading_km: Der Wert liegt außerhalb der Grenzen.", thrown.line(Language.DE))
        assertEquals(ErrorCode.entries.size, ErrorCode.entries.map { RulesException(it, null, "").line(Language.FR) }.toSet().size)
    }

    @Test
    fun `a person may choose, unless the choices are locked`() {
        val low = invoice.copy(invoiceTotal = BigDecimal("20.00"))
        val left = Okr.choice(OkrChoiceFacts(low))
        assertEquals(OkrChoiceOutcome(OkrOptionOutcome.NO_AMOUNT_BELOW, forward = false, overridden = false), left.outcome)

        val forwarded = Okr.choice(OkrChoiceFacts(low, chosen = OkrChoice.YES_FORWARD))
        assertEquals(OkrChoiceOutcome(OkrOptionOutcome.YES_FORWARD, forward = true, overridden = true), forwarded.outcome)
        assertEquals("okr.choice" to "amount_too_low", forwarded.id to forwarded.row)

        for (choice in OkrChoice.entries) {
            assertEquals(choice.id, Okr.choice(OkrChoiceFacts(low, choice)).outcome.option.id)
            val locked = OkrChoiceFacts(low.copy(mode = OkrMode.NEVER), choice)
            assertRefused(ErrorCode.OPTIONS_LOCKED, "chosen") { Okr.choice(locked) }
        }
    }

    @Test
    fun `a changed reading is forwarded, held, or asked about`() {
        val changed = OkrMutationFacts(OkrMode.ALWAYS, enteredReadingKm = 84_500, lastReadingKm = 84_000)
        val rows = listOf(
            changed.copy(mode = OkrMode.AFTER_INVOICE),
            changed.copy(lastReadingKm = 84_500),
            changed.copy(enteredReadingKm = 184_001),
            changed.copy(lastReadingKm = null),
        ).map { facts -> Okr.mutation(facts).let { it.outcome to it.row } }
        assertEquals(
            listOf(
                OkrMutationOutcome.HOLD to "not_always",
                OkrMutationOutcome.HOLD to "reading_unchanged",
                OkrMutationOutcome.ASK_FIRST to "deviation_exceeds_limit",
                OkrMutationOutcome.FORWARD to "forward",
            ),
            rows,
        )
        assertRefused(ErrorCode.OUT_OF_RANGE, "entered_reading_km") { Okr.mutation(changed.copy(enteredReadingKm = -1)) }
        assertRefused(ErrorCode.OUT_OF_RANGE, "last_reading_km") { Okr.mutation(changed.copy(lastReadingKm = 10_000_000)) }
    }

    @Test
    fun `lists are answered in order`() {
        val invoices = listOf(invoice, invoice.copy(enteredReadingKm = -1), invoice.copy(apkReported = true))
        assertEquals(
            listOf(OkrOptionOutcome.YES_FORWARD, null, OkrOptionOutcome.NO_APK_REPORTED),
            Okr.optionAll(invoices).map { it.getOrNull()?.outcome },
        )
        assertEquals(
            listOf(true, null, false),
            Okr.choiceAll(invoices.map { OkrChoiceFacts(it) }).map { it.getOrNull()?.outcome?.forward },
        )
        val readings = listOf(84_500, -1, 84_000).map { OkrMutationFacts(OkrMode.ALWAYS, it, lastReadingKm = 84_000) }
        assertEquals(
            listOf(OkrMutationOutcome.FORWARD, null, OkrMutationOutcome.HOLD),
            Okr.mutationAll(readings).map { it.getOrNull()?.outcome },
        )
        val many = Okr.optionAll(List(10_000) { invoice.copy(invoiceTotal = BigDecimal.valueOf(it.toLong(), 2)) })
        assertEquals(10_000, many.size)
        assertTrue(many.all { it is Answer.Given })
    }
}
