package dms.rules

import java.time.LocalDateTime
import java.time.ZonedDateTime
import kotlin.reflect.KType
import kotlin.reflect.typeOf

/** A decision's own call and list call, with the types that they take and give. */
internal class TypedCall(
    val facts: KType,
    val outcome: KType,
    val decide: (Any) -> Decision<Any>,
    val decideAll: (List<Any>) -> List<Answer<Decision<Any>>>,
)

/** Every decision's calls: one, or one for times with a zone and one for times without. */
internal val typedCalls: Map<String, List<TypedCall>> = mapOf(
    "vin.check" to call<VinFacts, _>({ Vin.check(it.vin) }, { facts -> Vin.checkAll(facts.map { it.vin }) }),
    "car_pass.enrolment" to call(CarPass::enrolment, CarPass::enrolmentAll),
    "car_pass.visible" to call(CarPass::visible, CarPass::visibleAll),
    "car_pass.readiness" to call(CarPass::readiness, CarPass::readinessAll),
    "car_pass.prompt" to call(CarPass::prompt, CarPass::promptAll),
    "car_pass.badge" to call(CarPass::badge, CarPass::badgeAll),
    "car_pass.start_of_work" to call(CarPass::startOfWork, CarPass::startOfWorkAll),
    "car_pass.submission" to call(CarPass::submission, CarPass::submissionAll),
    "car_pass.lifecycle" to call(CarPass::lifecycle, CarPass::lifecycleAll),
    "car_pass.actions" to call(CarPass::actions, CarPass::actionsAll),
    "car_pass.invoicing" to call(CarPass::invoicing, CarPass::invoicingAll),
    "car_pass.account" to call(CarPass::account, CarPass::accountAll),
    "car_pass.history" to call(CarPass::history, CarPass::historyAll),
    "car_pass.worklist" to call(CarPass::worklist, CarPass::worklistAll),
    "okr.option" to call(Okr::option, Okr::optionAll),
    "okr.choice" to call(Okr::choice, Okr::choiceAll),
    "okr.mutation" to call(Okr::mutation, Okr::mutationAll),
    "quarter_hour.floor" to
        rounded<ZonedDateTime>("floor", QuarterHour::floor, QuarterHour::floorAll) +
        rounded<LocalDateTime>("floor", QuarterHour::floor, QuarterHour::floorAll),
    "quarter_hour.ceil" to
        rounded<ZonedDateTime>("ceil", QuarterHour::ceil, QuarterHour::ceilAll) +
        rounded<LocalDateTime>("ceil", QuarterHour::ceil, QuarterHour::ceilAll),
    "quarter_hour.nearest" to
        rounded<ZonedDateTime>("nearest", QuarterHour::nearest, QuarterHour::nearestAll) +
        rounded<LocalDateTime>("nearest", QuarterHour::nearest, QuarterHour::nearestAll),
    "quarter_hour.next" to
        rounded<ZonedDateTime>("next", QuarterHour::next, QuarterHour::nextAll) +
        rounded<LocalDateTime>("next", QuarterHour::next, QuarterHour::nextAll),
    "booking.issue_limit" to
        call<BookingIssueLimitFacts<ZonedDateTime>, _>({ Booking.issueLimit(it) }, { Booking.issueLimitAll(it) }) +
        call<BookingIssueLimitFacts<LocalDateTime>, _>({ Booking.issueLimit(it) }, { Booking.issueLimitAll(it) }),
    "booking.issue" to
        call<BookingIssueFacts<ZonedDateTime>, _>({ Booking.issue(it) }, { Booking.issueAll(it) }) +
        call<BookingIssueFacts<LocalDateTime>, _>({ Booking.issue(it) }, { Booking.issueAll(it) }),
    "booking.plan" to
        call<BookingPlanFacts<ZonedDateTime>, _>({ Booking.plan(it) }, { Booking.planAll(it) }) +
        call<BookingPlanFacts<LocalDateTime>, _>({ Booking.plan(it) }, { Booking.planAll(it) }),
    "booking.issue_prefill" to call(Booking::issuePrefill, Booking::issuePrefillAll),
    "booking.follows_master" to call(Booking::followsMaster, Booking::followsMasterAll),
    "booking.status" to
        call<BookingStatusFacts<ZonedDateTime>, _>({ Booking.status(it) }, { Booking.statusAll(it) }) +
        call<BookingStatusFacts<LocalDateTime>, _>({ Booking.status(it) }, { Booking.statusAll(it) }),
    "booking.permission" to call(Booking::permission, Booking::permissionAll),
    "booking.editable" to call(Booking::editable, Booking::editableAll),
    "booking.cancel_issue" to call(Booking::cancelIssue, Booking::cancelIssueAll),
    "booking.take_back" to
        call<BookingTakeBackFacts<ZonedDateTime>, _>({ Booking.takeBack(it) }, { Booking.takeBackAll(it) }) +
        call<BookingTakeBackFacts<LocalDateTime>, _>({ Booking.takeBack(it) }, { Booking.takeBackAll(it) }),
    "booking.amend_handover" to
        call<BookingAmendHandoverFacts<ZonedDateTime>, _>({ Booking.amendHandover(it) }, { Booking.amendHandoverAll(it) }) +
        call<BookingAmendHandoverFacts<LocalDateTime>, _>({ Booking.amendHandover(it) }, { Booking.amendHandoverAll(it) }),
    "booking.odometer" to call(Booking::odometer, Booking::odometerAll),
    "booking.template" to
        call<BookingTemplateFacts<ZonedDateTime>, _>({ Booking.template(it) }, { Booking.templateAll(it) }) +
        call<BookingTemplateFacts<LocalDateTime>, _>({ Booking.template(it) }, { Booking.templateAll(it) }),
    "booking.advisor" to call(Booking::advisor, Booking::advisorAll),
    "booking.driver" to call(Booking::driver, Booking::driverAll),
    "booking.reservation" to
        call<BookingReservationFacts<ZonedDateTime>, _>({ Booking.reservation(it) }, { Booking.reservationAll(it) }) +
        call<BookingReservationFacts<LocalDateTime>, _>({ Booking.reservation(it) }, { Booking.reservationAll(it) }),
    "booking.documents" to call(Booking::documents, Booking::documentsAll),
    "booking.actions" to call(Booking::actions, Booking::actionsAll),
    "booking.settlement" to call(Booking::settlement, Booking::settlementAll),
    "booking.confirmation" to call(Booking::confirmation, Booking::confirmationAll),
    "booking.maintenance_contract" to call(Booking::maintenanceContract, Booking::maintenanceContractAll),
    "inspection.import" to call(Inspection::importReport, Inspection::importReportAll),
    "inspection.register_from_order" to call(Inspection::registerFromOrder, Inspection::registerFromOrderAll),
    "inspection.next_due" to call(Inspection::nextDue, Inspection::nextDueAll),
    "inspection.window" to call(Inspection::window, Inspection::windowAll),
    "inspection.month_end" to call(Inspection::monthEnd, Inspection::monthEndAll),
    "inspection.sources" to call(Inspection::sources, Inspection::sourcesAll),
)

/** What [Vin.check] takes without a class of its own. */
internal data class VinFacts(val vin: String)

/** What [QuarterHour] takes and gives without a class of its own. */
internal data class At<T>(val at: T)

private inline fun <reified F : Any, reified O : Any> call(
    noinline decide: (F) -> Decision<O>,
    noinline decideAll: (List<F>) -> List<Answer<Decision<O>>>,
): List<TypedCall> =
    listOf(TypedCall(typeOf<F>(), typeOf<O>(), { decide(it as F) }, { facts -> decideAll(facts.map { it as F }) }))

private inline fun <reified T : Any> rounded(
    name: String,
    noinline round: (T) -> T,
    noinline roundAll: (List<T>) -> List<Answer<T>>,
): List<TypedCall> = call<At<T>, _>(
    { dressed(name, round(it.at)) },
    { facts -> roundAll(facts.map { it.at }).map { answer -> dressed(name, answer) } },
)

/** A quarter hour is no decision with a table: it is dressed as one here. */
private fun <T> dressed(name: String, at: T) = Decision("quarter_hour.$name", "2026-11", At(at), null, listOf(), listOf())

private fun <T> dressed(name: String, answer: Answer<T>): Answer<Decision<At<T>>> = when (answer) {
    is Answer.Given -> Answer.Given(dressed(name, answer.value))
    is Answer.Refused -> answer
}
