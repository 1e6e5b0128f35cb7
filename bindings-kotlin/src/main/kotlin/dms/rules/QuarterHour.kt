package dms.rules

import dms.rules.internal.WireQuarter
import dms.rules.internal.WireQuarterHourAnswer
import dms.rules.internal.WireTime
import dms.rules.internal.quarterHourDirectly as quarterHour
import java.time.LocalDateTime
import java.time.ZonedDateTime

/**
 * Full quarter hours, as the Austrian booking calendar uses them.
 *
 * It is the instant that is rounded. Every offset in use today is a multiple of 15 minutes, so the clock on the wall is
 * rounded with it, also on the days when the clocks change: on 2026-03-29 in Vienna 01:53 is followed by 03:00. A
 * [ZonedDateTime] is answered in its own zone, with the JVM's zone data; a [LocalDateTime], from a host without zones,
 * as it stands.
 *
 * Every function refuses with [ErrorCode.INVALID_DATE] a time outside the years 1 to 9999, and with
 * [ErrorCode.OUT_OF_RANGE] a result past the year 9999; the field is `at`.
 *
 * Source: MOTIONDATA, "Ausgabe durchführen".
 */
public object QuarterHour {
    /** `quarter_hour.floor`: the full quarter hour at or before [at]: 10:07 → 10:00, 10:15 → 10:15. */
    public fun floor(at: ZonedDateTime): ZonedDateTime = zoned(WireQuarter.FLOOR, at)

    /** [floor] for a host without zones. */
    public fun floor(at: LocalDateTime): LocalDateTime = local(WireQuarter.FLOOR, at)

    /** [floor] for each time, a hundred in one crossing of the border. */
    @JvmName("floorAllZoned")
    public fun floorAll(times: List<ZonedDateTime>): List<Answer<ZonedDateTime>> = zoned(WireQuarter.FLOOR, times)

    /** [floor] for each time of a host without zones, a hundred in one crossing of the border. */
    public fun floorAll(times: List<LocalDateTime>): List<Answer<LocalDateTime>> = local(WireQuarter.FLOOR, times)

    /** `quarter_hour.ceil`: the full quarter hour at or after [at]: 10:07 → 10:15, 10:15 → 10:15. */
    public fun ceil(at: ZonedDateTime): ZonedDateTime = zoned(WireQuarter.CEIL, at)

    /** [ceil] for a host without zones. */
    public fun ceil(at: LocalDateTime): LocalDateTime = local(WireQuarter.CEIL, at)

    /** [ceil] for each time, a hundred in one crossing of the border. */
    @JvmName("ceilAllZoned")
    public fun ceilAll(times: List<ZonedDateTime>): List<Answer<ZonedDateTime>> = zoned(WireQuarter.CEIL, times)

    /** [ceil] for each time of a host without zones, a hundred in one crossing of the border. */
    public fun ceilAll(times: List<LocalDateTime>): List<Answer<LocalDateTime>> = local(WireQuarter.CEIL, times)

    /** `quarter_hour.nearest`: the nearest full quarter hour; exactly between two, the later: 10:07:30 → 10:15. */
    public fun nearest(at: ZonedDateTime): ZonedDateTime = zoned(WireQuarter.NEAREST, at)

    /** [nearest] for a host without zones. */
    public fun nearest(at: LocalDateTime): LocalDateTime = local(WireQuarter.NEAREST, at)

    /** [nearest] for each time, a hundred in one crossing of the border. */
    @JvmName("nearestAllZoned")
    public fun nearestAll(times: List<ZonedDateTime>): List<Answer<ZonedDateTime>> = zoned(WireQuarter.NEAREST, times)

    /** [nearest] for each time of a host without zones, a hundred in one crossing of the border. */
    public fun nearestAll(times: List<LocalDateTime>): List<Answer<LocalDateTime>> = local(WireQuarter.NEAREST, times)

    /** `quarter_hour.next`: the next full quarter hour, always later than [at]: 10:07 → 10:15, 10:15 → 10:30. */
    public fun next(at: ZonedDateTime): ZonedDateTime = zoned(WireQuarter.NEXT, at)

    /** [next] for a host without zones. */
    public fun next(at: LocalDateTime): LocalDateTime = local(WireQuarter.NEXT, at)

    /** [next] for each time, a hundred in one crossing of the border. */
    @JvmName("nextAllZoned")
    public fun nextAll(times: List<ZonedDateTime>): List<Answer<ZonedDateTime>> = zoned(WireQuarter.NEXT, times)

    /** [next] for each time of a host without zones, a hundred in one crossing of the border. */
    public fun nextAll(times: List<LocalDateTime>): List<Answer<LocalDateTime>> = local(WireQuarter.NEXT, times)

    private fun zoned(quarter: WireQuarter, at: ZonedDateTime) = zoned(quarter, listOf(at)).single().getOrThrow()

    private fun local(quarter: WireQuarter, at: LocalDateTime) = local(quarter, listOf(at)).single().getOrThrow()

    private fun zoned(quarter: WireQuarter, times: List<ZonedDateTime>): List<Answer<ZonedDateTime>> =
        crossing { quarterHour(quarter, times.map { it.wire() }) }
            .zip(times) { answer, asked -> answer.read { it.inZone(asked.zone) } }

    private fun local(quarter: WireQuarter, times: List<LocalDateTime>): List<Answer<LocalDateTime>> =
        crossing { quarterHour(quarter, times.map { it.wire() }) }.map { answer -> answer.read { it.onTheWall() } }
}

private inline fun <T> WireQuarterHourAnswer.read(time: (WireTime) -> T): Answer<T> = when (this) {
    is WireQuarterHourAnswer.Found -> Answer.Given(time(at))
    is WireQuarterHourAnswer.Refused -> refusal.read()
}
