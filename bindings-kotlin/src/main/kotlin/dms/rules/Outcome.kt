package dms.rules

import dms.rules.internal.WireValue
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.LocalTime
import java.time.OffsetDateTime
import java.time.ZoneId
import java.time.ZonedDateTime
import java.time.format.DateTimeFormatter.ISO_DATE_TIME

internal fun WireValue.truth(): Boolean = of<WireValue.Truth>().v1

internal fun WireValue.long(): Long = of<WireValue.Whole>().v1

internal fun WireValue.whole(): Int = long().toInt()

internal fun WireValue.text(): String = of<WireValue.Text>().v1

internal fun WireValue.date(): LocalDate = LocalDate.parse(text())

internal fun WireValue.timeOfDay(): LocalTime = LocalTime.parse(text())

/** What the clock on the wall shows. */
internal fun WireValue.local(): LocalDateTime = LocalDateTime.parse(text())

/** The time in the host's zone. Without an offset it is a civil time: only the zone knows which instant that is. */
internal fun WireValue.zoned(zone: ZoneId): ZonedDateTime =
    when (val at = ISO_DATE_TIME.parseBest(text(), OffsetDateTime::from, LocalDateTime::from)) {
        is OffsetDateTime -> at.atZoneSameInstant(zone)
        else -> LocalDateTime.from(at).atZone(zone).withLaterOffsetAtOverlap()
    }

internal fun WireValue.items(): List<WireValue> = of<WireValue.Several>().v1

internal operator fun WireValue.get(field: String): WireValue = of<WireValue.Named>().v1[field] ?: unreadable()

internal fun WireValue.kind(): String = this["kind"].text()

internal inline fun <T> WireValue.known(read: (WireValue) -> T): T? = if (this is WireValue.Unknown) null else read(this)

internal fun <E> WireValue.one(values: List<E>, id: (E) -> String): E =
    text().let { name -> values.find { id(it) == name } } ?: unreadable()

internal fun <E> WireValue.set(values: List<E>, id: (E) -> String): Set<E> =
    items().mapTo(linkedSetOf()) { it.one(values, id) }

private inline fun <reified V : WireValue> WireValue.of(): V = this as? V ?: unreadable()

/** The two halves of the library do not fit each other; no facts can cause it. */
internal fun WireValue.unreadable(): Nothing = error("dms-rules answered with what its Kotlin half does not know: $this")
