package dms.rules

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import java.time.LocalDateTime
import java.time.ZoneId
import java.time.ZoneOffset
import java.time.ZonedDateTime

class QuarterHourTest {
    private fun wall(time: String) = LocalDateTime.parse(time)

    private fun vienna(time: String) = ZonedDateTime.parse("$time[Europe/Vienna]")

    @Test
    fun `a wall clock is rounded as it stands`() {
        val at = wall("2026-11-21T10:07:30")
        assertEquals(wall("2026-11-21T10:00"), QuarterHour.floor(at))
        assertEquals(wall("2026-11-21T10:15"), QuarterHour.ceil(at))
        assertEquals(wall("2026-11-21T10:15"), QuarterHour.nearest(at))
        assertEquals(wall("2026-11-21T10:15"), QuarterHour.next(at))
        val full = wall("2026-11-21T10:15")
        assertEquals(listOf(full, full, full, wall("2026-11-21T10:30")), listOf(
            QuarterHour.floor(full), QuarterHour.ceil(full), QuarterHour.nearest(full), QuarterHour.next(full),
        ))
        assertEquals(wall("2026-11-21T10:15"), QuarterHour.ceil(wall("2026-11-21T10:00:00.000000001")))
    }

    @Test
    fun `the hour that spring skips`() {
        val before = vienna("2026-03-29T01:53:00+01:00")
        val three = vienna("2026-03-29T03:00:00+02:00")
        assertEquals(three, QuarterHour.next(before))
        assertEquals(three, QuarterHour.ceil(before))
        assertEquals(three, QuarterHour.nearest(before))
        assertEquals(vienna("2026-03-29T01:45:00+01:00"), QuarterHour.floor(before))
        assertEquals(vienna("2026-03-29T03:00:00+02:00"), QuarterHour.floor(vienna("2026-03-29T03:01:00+02:00")))
    }

    @Test
    fun `the hour that autumn repeats`() {
        val firstTime = vienna("2026-10-25T02:53:00+02:00")
        assertEquals(vienna("2026-10-25T02:00:00+01:00"), QuarterHour.next(firstTime))
        assertEquals(vienna("2026-10-25T02:45:00+02:00"), QuarterHour.floor(firstTime))
        val secondTime = vienna("2026-10-25T02:53:00+01:00")
        assertEquals(vienna("2026-10-25T03:00:00+01:00"), QuarterHour.next(secondTime))
        assertEquals(vienna("2026-10-25T02:45:00+01:00"), QuarterHour.floor(secondTime))
    }

    @Test
    fun `the zone stays the caller's`() {
        for (zone in listOf("Europe/Vienna", "Asia/Kathmandu", "America/St_Johns", "Z", "+05:45", "UTC")) {
            val at = wall("2026-11-21T10:07").atZone(ZoneId.of(zone))
            assertEquals(wall("2026-11-21T10:15").atZone(ZoneId.of(zone)), QuarterHour.next(at))
        }
    }

    @Test
    fun `the calendar's ends are refused`() {
        assertRefused(ErrorCode.OUT_OF_RANGE, "at") { QuarterHour.next(wall("9999-12-31T23:45")) }
        assertRefused(ErrorCode.OUT_OF_RANGE, "at") { QuarterHour.ceil(wall("9999-12-31T23:45:01").atZone(ZoneOffset.MAX)) }
        assertEquals(wall("0001-01-01T00:00"), QuarterHour.floor(wall("0001-01-01T00:14")))
        for (at in listOf(LocalDateTime.MIN, LocalDateTime.MAX, wall("0000-12-31T23:59"), wall("+10000-01-01T00:00"))) {
            assertRefused(ErrorCode.INVALID_DATE, "at") { QuarterHour.floor(at) }
            assertRefused(ErrorCode.INVALID_DATE, "at") { QuarterHour.nearest(at.atZone(ZoneOffset.UTC)) }
        }
    }

    @Test
    fun `lists are answered in order, each in its own zone`() {
        val times = listOf(
            vienna("2026-10-25T02:53:00+02:00"),
            LocalDateTime.MAX.atZone(ZoneOffset.UTC),
            ZonedDateTime.parse("2026-11-21T10:07:00Z"),
        )
        val expected = listOf(vienna("2026-10-25T02:00:00+01:00"), null, ZonedDateTime.parse("2026-11-21T10:15:00Z"))
        assertEquals(expected, QuarterHour.nextAll(times).map { it.getOrNull() })
        assertEquals(expected, QuarterHour.ceilAll(times).map { it.getOrNull() })
        assertEquals(3, QuarterHour.floorAll(times).size)
        assertEquals(3, QuarterHour.nearestAll(times).size)

        val walls = listOf(wall("2026-11-21T10:07"), LocalDateTime.MAX)
        assertEquals(listOf(wall("2026-11-21T10:00"), null), QuarterHour.floorAll(walls).map { it.getOrNull() })
        assertEquals(listOf(wall("2026-11-21T10:15"), null), QuarterHour.ceilAll(walls).map { it.getOrNull() })
        assertEquals(listOf(wall("2026-11-21T10:00"), null), QuarterHour.nearestAll(walls).map { it.getOrNull() })
        assertEquals(listOf(wall("2026-11-21T10:15"), null), QuarterHour.nextAll(walls).map { it.getOrNull() })
    }
}
