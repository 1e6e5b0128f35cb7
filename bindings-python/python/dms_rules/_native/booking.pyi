from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime

from dms_rules._native import Decision
from dms_rules.booking import (
    ActionsOutcome,
    AdvisorOutcome,
    AmendHandoverOutcome,
    Campaign,
    CancelIssueOutcome,
    ConfirmationEvent,
    ConfirmationOutcome,
    Damage,
    DocumentsEvent,
    DocumentsOutcome,
    Driver,
    DriverOutcome,
    EditableOutcome,
    FollowsMasterOutcome,
    Handover,
    ImmediateWindow,
    IssueLimitOutcome,
    IssueOutcome,
    IssuePrefillOutcome,
    Kind,
    MaintenanceContractOutcome,
    OdometerOutcome,
    OrderTarget,
    OtherBooking,
    PermissionAction,
    PermissionOutcome,
    PlanOutcome,
    ReservationEvent,
    ReservationOutcome,
    Right,
    SettlementOutcome,
    Status,
    StatusOutcome,
    TakeBackOutcome,
    TemplateOrigin,
    TemplateOutcome,
)

__all__ = [
    "actions",
    "advisor",
    "amend_handover",
    "cancel_issue",
    "confirmation",
    "documents",
    "driver",
    "editable",
    "follows_master",
    "issue",
    "issue_limit",
    "issue_prefill",
    "maintenance_contract",
    "odometer",
    "permission",
    "plan",
    "reservation",
    "settlement",
    "status",
    "take_back",
    "template",
]

def issue_limit(
    *,
    now: datetime,
    days_ahead: int,
    immediate_window: ImmediateWindow = ImmediateWindow.NEXT_QUARTER_HOUR,
) -> Decision[IssueLimitOutcome]:
    """`booking.issue_limit`: until when may an issue be dated?

    Without days ahead, until the next full quarter hour (or, by the setting, 15 minutes from now); else until 23:59
    local time on the day so many days after today. Where a zone shows 23:59 twice on that day, it is the later one.
    The answer is in the zone of `now`; where `now` is naive, so is the answer.

    Args:
        now: Now, on the host's clock.
        days_ahead: The setting "Fahrzeugausgabe vor Abholung in Tagen"; 0 or less allows no later day.
        immediate_window: How far an immediate issue may reach; the next full quarter hour unless given.

    Raises:
        Refusal: `out_of_range` where the result lies after the year 9999.

    Source: MOTIONDATA, "Ausgabe durchführen" and "Ausgabe in der Zukunft speichern".
    """

def issue(
    *,
    kind: Kind,
    may_issue: bool,
    now: datetime,
    requested_at: datetime,
    days_ahead: int,
    immediate_window: ImmediateWindow = ImmediateWindow.NEXT_QUARTER_HOUR,
    planned_end: datetime,
    already_issued: bool,
    vehicle_out: bool,
    plate_out: bool,
    overlaps_past_handover: bool,
) -> Decision[IssueOutcome]:
    """`booking.issue`: may the vehicle be handed out now?

    `because` has every reason against it. The requested time and the planned end may be in other zones than `now`:
    they are put into its zone first. Neither now nor the requested time may lie after the planned end. Times compare
    at whole minutes. The latest permitted time is that of `booking.issue_limit`, in the zone of `now`.

    Args:
        kind: What the vehicle is handed out for.
        may_issue: The user has the right "Fahrzeug ausgeben" for this kind.
        now: Now, on the host's clock.
        requested_at: When the vehicle is to be handed out.
        days_ahead: The setting "Fahrzeugausgabe vor Abholung in Tagen"; 0 or less allows no later day.
        immediate_window: How far an immediate issue may reach; the next full quarter hour unless given.
        planned_end: The planned end of the booking.
        already_issued: The vehicle was handed out on this booking before.
        vehicle_out: Another booking of this vehicle has an open return.
        plate_out: Another booking of this trial plate has an open return; matters on test drives only.
        overlaps_past_handover: The requested time lies between the actual issue and return of another booking of this
            vehicle.

    Raises:
        Refusal: `contradiction` for a time that is naive where `now` is aware, or the other way round; then those of
            `booking.issue_limit`.

    Source: MOTIONDATA, "Ausgabe durchführen", "Ausgabe in der Zukunft speichern" and "Berechtigungsverwaltung".
    """

def plan(
    *,
    planned_start: datetime,
    planned_end: datetime,
    others: Sequence[OtherBooking],
    now: datetime,
) -> Decision[PlanOutcome]:
    """`booking.plan`: may the vehicle be planned for this time, and what should the planner look at?

    Planning never refuses an overlap; the issue does. Planned spans are half-open. Advisories: `overlaps_booking`,
    `vehicle_overdue`.

    Args:
        planned_start: The planned start of the booking.
        planned_end: The planned end of the booking; later than its start.
        others: The other bookings of the same vehicle and of the same trial plate.
        now: Now, on the host's clock.

    Raises:
        Refusal: `contradiction` for a time that is naive where the first one given is aware, or the other way
            round, and for `planned_end` or `others[0].planned_end` where an end does not lie after its start.

    Source: MOTIONDATA, "Ausgabe durchführen" and "Ersatz-, Miet- und Probefahrtenmanager".
    """

def issue_prefill(
    *,
    odometer_km: int | None = None,
    damages: Sequence[Damage],
    campaigns: Sequence[Campaign],
    comment: str | None = None,
) -> Decision[IssuePrefillOutcome]:
    """`booking.issue_prefill`: what does an issue take over from the vehicle master and the booking?

    The reading, the damages, the campaigns that are active and open, and the comment. The signature is never taken
    over. The answer has neither row nor reasons.

    Args:
        odometer_km: The reading in the vehicle master, in kilometres; None where unknown.
        damages: The damages that the vehicle master has, by equipment category.
        campaigns: The campaigns of the vehicle as they stand now.
        comment: The comment of the booking; a blank one counts as none.

    Raises:
        Refusal: `out_of_range` for a reading below 0 or above 9,999,999 km.

    Source: MOTIONDATA, "Ausgabe durchführen".
    """

def follows_master(*, issued: bool) -> Decision[FollowsMasterOutcome]:
    """`booking.follows_master`: does the booking still show what the vehicle master says?

    From the issue on it keeps a snapshot.

    Args:
        issued: The vehicle has been handed out on this booking.

    Source: MOTIONDATA, "Infopanel" and "Aufruf Fahrzeugstamm über Fahrtenbuch".
    """

def status(
    *,
    planned_start: datetime,
    planned_end: datetime,
    issued_at: datetime | None = None,
    returned_at: datetime | None = None,
    settled: bool,
    now: datetime,
) -> Decision[StatusOutcome]:
    """`booking.status`: what state is a booking in, and how is it drawn?

    A booking is overdue from the minute after its planned end. The answer's times are in the zone of
    `planned_start`; where that is naive, so are they.

    Args:
        planned_start: The planned start of the booking.
        planned_end: The planned end of the booking; not before its start.
        issued_at: When the vehicle was handed out; None while it was not.
        returned_at: When it came back, not before it was handed out; None while it has not.
        settled: The booking has been settled; only once the vehicle came back.
        now: Now, on the host's clock.

    Raises:
        Refusal: `contradiction` for a time that is naive where the first one given is aware, or the other way
            round; `contradiction` for a `planned_end` before the start, a `returned_at` without an issue or before
            it, and `settled` without a return.

    Source: MOTIONDATA, "Ausgabe durchführen": "Die Darstellung in den Terminübersichten …".
    """

def permission(
    *,
    kind: Kind,
    action: PermissionAction,
    rights: AbstractSet[Right],
    advisor_is_user: bool,
    created_by_user: bool,
) -> Decision[PermissionOutcome]:
    """`booking.permission`: who may do it?

    Only a replacement or a rental is settled. The right `own_entries_only` restricts editing and deleting and
    grants nothing by itself.

    Args:
        kind: The kind of the booking.
        action: What the user wants to do.
        rights: The rights that the user has for this kind.
        advisor_is_user: The booking's advisor is the employee behind the user.
        created_by_user: The user entered the booking.

    Source: MOTIONDATA, "Berechtigungsverwaltung" and "Aufruf über den POS (Point of Sale)".
    """

def editable(
    *,
    status: Status,
    confirmed: bool,
    may_amend_handover: bool,
    signature_saved: bool,
) -> Decision[EditableOutcome]:
    """`booking.editable`: what may still be changed?

    `because` has what locks fields. From the issue on vehicle, plate and customer are locked, from the return on
    all of the booking's own fields, by a confirmation too; the handover's with the right alone. A signature is free
    until it is saved.

    Args:
        status: How far the booking has come.
        confirmed: The booking is confirmed.
        may_amend_handover: The user has the right "Fahrzeugübergabe bearbeiten" for this kind.
        signature_saved: The signature has been taken over and saved.

    Source: MOTIONDATA, "Ausgabe durchführen", "Ausgabe nachbearbeiten/stornieren", "Unterschrift" and "Termin
    bestätigen".
    """

def cancel_issue(
    *,
    may_amend_handover: bool,
    issued: bool,
    returned: bool,
    odometer_raised: bool,
    update_reservation: bool,
) -> Decision[CancelIssueOutcome]:
    """`booking.cancel_issue`: may an issue be cancelled?

    Until the return, with the right to amend handovers. The reading in the vehicle master stays in every case; the
    advisory `odometer_not_reset` says so where the issue had raised it.

    Args:
        may_amend_handover: The user has the right "Fahrzeugübergabe bearbeiten" for this kind.
        issued: The vehicle has been handed out on this booking.
        returned: It has been taken back.
        odometer_raised: The issue raised the reading in the vehicle master.
        update_reservation: The setting "Reservierungsinfos … im Fahrzeugstamm aktualisieren".

    Source: MOTIONDATA, "Ausgabe nachbearbeiten/stornieren" and "Ausgabe/Sofortausgabe".
    """

def take_back(
    *,
    may_take_back: bool,
    issued_at: datetime | None = None,
    already_returned: bool,
    return_at: datetime,
    issue_reading_km: int | None = None,
    return_reading_km: int | None = None,
    update_reservation: bool,
) -> Decision[TakeBackOutcome]:
    """`booking.take_back`: may the vehicle be taken back?

    Once, and not before the minute of the issue. A lower reading than at the issue is let through and pointed out:
    `reading_lower_than_issue`.

    Args:
        may_take_back: The user has the right "Fahrzeug zurücknehmen" for this kind.
        issued_at: When the vehicle was handed out; None while it was not.
        already_returned: It has been taken back before.
        return_at: When it comes back.
        issue_reading_km: The reading at the issue, in kilometres; None where unknown.
        return_reading_km: The reading at the return, in kilometres; None where unknown.
        update_reservation: The setting "Reservierungsinfos … im Fahrzeugstamm aktualisieren".

    Raises:
        Refusal: `out_of_range` for a reading below 0 or above 9,999,999 km; `contradiction` for a time that is
            naive where the first one given is aware, or the other way round.

    Source: MOTIONDATA, "Rückgabe: Aufrufmöglichkeiten" and "Rückgabe durchführen".
    """

def amend_handover(
    *,
    may_amend_handover: bool,
    issued_at: datetime | None = None,
    returned_at: datetime | None = None,
    other_handovers: Sequence[Handover],
) -> Decision[AmendHandoverOutcome]:
    """`booking.amend_handover`: may the times of an issue and a return be changed afterwards?

    As long as no other handover of the vehicle is overlapped. Actual spans are half-open; one without a return is
    still open.

    Args:
        may_amend_handover: The user has the right "Fahrzeugübergabe bearbeiten" for this kind.
        issued_at: When the vehicle was handed out, as amended; None while it was not.
        returned_at: When it came back, as amended; None while it has not.
        other_handovers: The handovers of the same vehicle on other bookings.

    Raises:
        Refusal: `contradiction` for a time that is naive where the first one given is aware, or the other way
            round, and for `other_handovers[0].returned_at` where it lies before its issue.

    Source: MOTIONDATA, "Ausgabe nachbearbeiten/stornieren".
    """

def odometer(*, master_km: int | None = None, entered_km: int) -> Decision[OdometerOutcome]:
    """`booking.odometer`: what reading does the vehicle master keep after an issue or a return?

    It only ever moves up; a lower reading is pointed out: `below_master`.

    Args:
        master_km: The reading in the vehicle master, in kilometres; None where unknown.
        entered_km: The reading entered at the issue or the return, in kilometres.

    Raises:
        Refusal: `out_of_range` for a reading below 0 or above 9,999,999 km.

    Source: MOTIONDATA, "Ausgabe nachbearbeiten/stornieren".
    """

def template(
    *,
    planned_end: datetime,
    status: Status,
    from_: TemplateOrigin,
    now: datetime,
) -> Decision[TemplateOutcome]:
    """`booking.template`: what does a new booking made from an existing one start with?

    It starts at the planned end of the existing one and lasts half an hour; the answer's times are in the zone of
    `planned_end`. The return's amendment has no such button. Advisory: `source_overdue`.

    Args:
        planned_end: The planned end of the existing booking.
        status: How far the existing booking has come.
        from_: Where the new booking is asked for; `from` in the rules.
        now: Now, on the host's clock.

    Raises:
        Refusal: `contradiction` for a time that is naive where the first one given is aware, or the other way
            round; `out_of_range` for a `planned_end` half an hour after which the year 9999 is over.

    Source: MOTIONDATA, "Neuanlage mit Vorlage".
    """

def advisor(
    *,
    kind: Kind,
    sales_advisor: str | None = None,
    service_advisor: str | None = None,
    appointment_receiver: str | None = None,
    from_appointment: bool,
) -> Decision[AdvisorOutcome]:
    """`booking.advisor`: who is preselected as the booking's advisor?

    For a rental or a test drive the customer's sales advisor; for a replacement the receiver of the service
    appointment, else the customer's service advisor. None stands in for another. A blank code counts as none.

    Args:
        kind: The kind of the booking.
        sales_advisor: The code of the customer's sales advisor ("Verkaufsberater").
        service_advisor: The code of the customer's service advisor ("Kundendienstberater").
        appointment_receiver: The code of who receives the vehicle at the service appointment ("Annehmer").
        from_appointment: The booking is made from a service appointment.

    Source: MOTIONDATA, "Buchungsdetails".
    """

def driver(
    *,
    driver: Driver,
    may_edit_customers: bool,
    may_edit_vehicles: bool,
    customer_owns_vehicle: bool,
    customer_changed: bool = False,
    driver_has_old_customer_data: bool = False,
) -> Decision[DriverOutcome]:
    """`booking.driver`: what may be done with the driver's data?

    Names are edited only where they are typed in, and what is typed in is never written back. A driver with the old
    customer's data follows the new customer: `licence_check_cleared`.

    Args:
        driver: What the driver's data come from.
        may_edit_customers: The user has the right to edit the customer master.
        may_edit_vehicles: The user has the right to edit the vehicle master.
        customer_owns_vehicle: The booking's customer owns the vehicle.
        customer_changed: The booking has got another customer; False unless given.
        driver_has_old_customer_data: The driver has the data of the customer before; False unless given.

    Source: MOTIONDATA, "Lenkerdaten".
    """

def reservation(
    *,
    update_reservation: bool,
    event: ReservationEvent,
    issuer_code: str,
    planned_end: datetime,
    customer_number: str,
) -> Decision[ReservationOutcome]:
    """`booking.reservation`: what becomes of the reservation in the vehicle master?

    By the setting an issue writes it, and its cancellation or the return empties it. It ends on the civil day of
    the planned end, in the zone in which that is given.

    Args:
        update_reservation: The setting "Reservierungsinfos … im Fahrzeugstamm aktualisieren".
        event: What happened.
        issuer_code: The code of the employee who handed the vehicle out.
        planned_end: The planned end of the booking.
        customer_number: The number of the booking's customer.

    Source: MOTIONDATA, "Ausgabe/Sofortausgabe: Reservierungsinfos".
    """

def documents(
    *,
    kind: Kind,
    status: Status,
    event: DocumentsEvent | None = None,
    print_confirmation: bool,
    print_contract: bool,
    print_return_confirmation: bool,
) -> Decision[DocumentsOutcome]:
    """`booking.documents`: which documents can be printed, and which are printed now by themselves?

    `because` has the documents that can be printed. A document stays available once it is. Each automatic print
    belongs to one event.

    Args:
        kind: The kind of the booking.
        status: How far the booking has come.
        event: What has just happened; None where somebody only looks.
        print_confirmation: The setting "Terminbestätigung automatisch drucken".
        print_contract: The setting "Ausgabebeleg (Vertrag) automatisch drucken".
        print_return_confirmation: The setting "Rückgabebestätigung automatisch drucken".

    Source: MOTIONDATA, "Druck von Belegen" and "Fahrtenbuch auswerten".
    """

def actions(
    *,
    kind: Kind,
    status: Status,
    settled: bool,
    confirmed: bool,
    rights: AbstractSet[Right],
    created_by_user: bool,
) -> Decision[ActionsOutcome]:
    """`booking.actions`: what can be done with a booking in the logbook and the managers' menus?

    Each action that is not available names the first reason that holds. Deleting a test drive that was handed out
    is let through and pointed out: `trial_logbook_record`.

    Args:
        kind: The kind of the booking.
        status: How far the booking has come.
        settled: The booking has been settled; only once the vehicle came back.
        confirmed: The booking is confirmed.
        rights: The rights that the user has for this kind.
        created_by_user: The user entered the booking.

    Raises:
        Refusal: `contradiction` for `settled` where the booking is not returned.

    Source: MOTIONDATA, "Fahrtenbuch auswerten", "Sofortausgabe", "Terminbestätigung und -Aufhebung" and
    "Berechtigungsverwaltung".
    """

def settlement(
    *,
    kind: Kind,
    status: Status,
    settled: bool,
    may_settle: bool,
    tariff_model: str | None = None,
    hull_cover_model: str | None = None,
    kilometres: int | None = None,
    days_of_use: int | None = None,
    insurance: str | None = None,
    position_code: str | None = None,
    order_target: OrderTarget,
    order_number: str | None = None,
    copy_comment: bool = True,
) -> Decision[SettlementOutcome]:
    """`booking.settlement`: can the booking be settled?

    Once, when the vehicle is back, and with all that the calculation needs. A blank text counts as not given; 0
    kilometres and 0 days count as given.

    Args:
        kind: The kind of the booking.
        status: How far the booking has come.
        settled: The booking has been settled; only once the vehicle came back.
        may_settle: The user has the right "Verrechnung durchführen" for this kind.
        tariff_model: The tariff model ("Tarifmodell"); None where unknown.
        hull_cover_model: The hull-cover model ("Kaskomodell"); None where unknown.
        kilometres: The distance driven, in kilometres.
        days_of_use: The days of use ("Tage der Nutzung"); None where unknown.
        insurance: The insurance; None where unknown.
        position_code: The position code ("Positionscode") of the line on the order; None where unknown.
        order_target: Where the line goes.
        order_number: The number of the existing order; a new one needs none.
        copy_comment: Copy the comment of the handover into the line; True unless given.

    Raises:
        Refusal: `out_of_range` for a distance above 9,999,999 km, and for a negative distance or number of days;
            `contradiction` for `settled` where the booking is not returned.

    Source: MOTIONDATA, "Abrechnung durchführen: Kalkulation" and "Auftragsdaten".
    """

def confirmation(*, event: ConfirmationEvent, has_replacement_booking: bool) -> Decision[ConfirmationOutcome]:
    """`booking.confirmation`: what does confirming a service appointment do to its replacement booking?

    The booking gets the appointment's flag, whatever its own was before.

    Args:
        event: What is done to the service appointment.
        has_replacement_booking: The service appointment has a replacement booking.

    Source: MOTIONDATA, "Aufruf über den Service-Termin" and "Terminbestätigung und -Aufhebung".
    """

def maintenance_contract(
    *,
    kind: Kind,
    process_number: str,
    vin: str,
    invoice_recipient: str,
    valid_from: date,
    valid_to: date,
) -> Decision[MaintenanceContractOutcome]:
    """`booking.maintenance_contract`: what does a maintenance contract opened from a rental start with?

    Only a rental opens one. It is never saved by itself. A VIN that cannot be one is kept as entered.

    Args:
        kind: The kind of the booking.
        process_number: The number of the booking ("Vorgangsnummer").
        vin: The VIN of the vehicle as entered.
        invoice_recipient: Who rented the vehicle.
        valid_from: The first day of the contract.
        valid_to: Its last day; not before the first.

    Raises:
        Refusal: `contradiction` for `valid_to` before `valid_from`.

    Source: MOTIONDATA, "Aufruf Wartungsvertragmanager (Nur Mietfahrzeugmanager)".
    """
