//! `booking.*`.

use dms_rules::booking as core;
use dms_rules::value::Latest;
use pyo3::prelude::*;

use crate::answer::answer;
use crate::decision::decision;
use crate::fact::{DEFAULT, fact, fact_or, fact_or_default, read};
use crate::name::mirror;
use crate::record::{Kept, record_class, records};
use crate::time::{Clock, Moment, on_its_clock};

mirror! {
    core::Kind = "dms_rules.booking"."Kind" { Replacement, Rental, TestDrive }
    core::Status = "dms_rules.booking"."Status" { Planned, Issued, Overdue, Returned }
    core::Right = "dms_rules.booking"."Right" {
        NewAgreement, Manager, Logbook, EditBooking, DeleteBooking, OwnEntriesOnly, IssueVehicle, TakeBackVehicle,
        AmendHandover, Settle,
    }
    core::Verdict = "dms_rules.booking"."AmendHandoverOutcome" { Allowed, Refused }
    core::issue_limit::ImmediateWindow = "dms_rules.booking"."ImmediateWindow" { NextQuarterHour, FifteenMinutes }
    core::plan::Outcome = "dms_rules.booking"."PlanOutcome" { Ok }
    core::status::Colour = "dms_rules.booking"."Colour" { Done, Overdue, Booking }
    core::permission::Action = "dms_rules.booking"."PermissionAction" {
        Create, OpenManager, OpenLogbook, Edit, Delete, Issue, TakeBack, AmendHandover, Settle,
    }
    core::permission::Outcome = "dms_rules.booking"."PermissionOutcome" { Granted, Denied }
    core::editable::Field = "dms_rules.booking"."Field" {
        Period, Colour, Vehicle, Plate, Details, Driver, Customer, Comment, HandoverData, Signature,
    }
    core::editable::Lock = "dms_rules.booking"."Lock" {
        Confirmed, NotYetIssued, Issued, Returned, RightMissing, SignatureSaved,
    }
    core::template::Origin = "dms_rules.booking"."TemplateOrigin" { Manager, Logbook, TakeBack, AmendTakeBack }
    core::driver::Driver = "dms_rules.booking"."Driver" { Customer, Contact, FreeEntry, Empty }
    core::driver::Hindrance = "dms_rules.booking"."Hindrance" {
        NotFreeEntry, CustomerRightMissing, VehicleRightMissing, ContactNotOwner, FreeEntry,
    }
    core::reservation::Event = "dms_rules.booking"."ReservationEvent" { Issued, IssueCancelled, Returned }
    core::documents::Event = "dms_rules.booking"."DocumentsEvent" { Saved, Issued, Returned }
    core::documents::Document = "dms_rules.booking"."Document" {
        Confirmation, Contract, ReturnConfirmation, TrialCertificate, TrialSupplement, TrialContract, Overview,
    }
    core::actions::Action = "dms_rules.booking"."Action" {
        Open, Delete, Issue, IssueNow, CancelIssue, TakeBack, Settle, VehicleMaster, Print, NewFromTemplate, Confirm,
        Unconfirm,
    }
    core::actions::Obstacle = "dms_rules.booking"."Obstacle" {
        NotForThisKind, RightMissing, NotOwnEntry, AlreadyIssued, NotIssued, AlreadyReturned, NotReturned,
        AlreadySettled, Confirmed, NotConfirmed,
    }
    core::settlement::OrderTarget = "dms_rules.booking"."OrderTarget" { New, Existing }
    core::confirmation::Event = "dms_rules.booking"."ConfirmationEvent" { Confirm, Unconfirm }
}

record_class! {
    core::plan::Other<Moment<'py>> = "dms_rules.booking"."OtherBooking" { planned_start, planned_end, out }
    core::amend_handover::Handover<Moment<'py>> = "dms_rules.booking"."Handover" { issued_at, returned_at }
    core::issue_prefill::Damage<'a> = "dms_rules.booking"."Damage" { category, description }
    core::issue_prefill::Campaign<'a> = "dms_rules.booking"."Campaign" { code, active, open }
}

answer! {
    core::issue_limit::Outcome<T> where T: Latest<T> = "dms_rules.booking" { "IssueLimitOutcome"(latest) }
    core::issue::Outcome<T> where T: Latest<T> = "dms_rules.booking" {
        .Allowed "IssueAllowed"(latest), .Refused "IssueRefused"(latest),
    }
    core::issue_prefill::Outcome<'_> = "dms_rules.booking" {
        "IssuePrefillOutcome"(odometer_km, damages, campaigns, comment, signature)
    }
    core::issue_prefill::Damage<'_> = "dms_rules.booking" { "Damage"(category, description) }
    core::follows_master::Outcome = "dms_rules.booking" { "FollowsMasterOutcome"(follows_master) }
    core::status::Outcome<T> where T: T = "dms_rules.booking" {
        "StatusOutcome"(status, from, to, colour, opaque, warn, vehicle_in_house, settled)
    }
    core::editable::Outcome = "dms_rules.booking" { "EditableOutcome"(editable, locked) }
    core::editable::LockedField = "dms_rules.booking" { "LockedField"(field, reason) }
    core::cancel_issue::Outcome = "dms_rules.booking" {
        .Allowed "CancelIssueAllowed"(clear_reservation, keep_odometer), .Refused "CancelIssueRefused"(),
    }
    core::take_back::Outcome = "dms_rules.booking" {
        .Allowed "TakeBackAllowed"(clear_reservation), .Refused "TakeBackRefused"(),
    }
    core::odometer::Outcome = "dms_rules.booking" { "OdometerOutcome"(master_km) }
    core::template::Outcome<T> where T: T = "dms_rules.booking" {
        .Allowed "TemplateAllowed"(start, end, reload_vehicle, licence_checked), .Refused "TemplateRefused"(),
    }
    core::advisor::Outcome<'_> = "dms_rules.booking" { "AdvisorOutcome"(advisor) }
    core::driver::Outcome = "dms_rules.booking" {
        "DriverOutcome"(name_editable, may_write_customer, may_write_vehicle, follow_customer, reasons)
    }
    core::reservation::Outcome<'_> = "dms_rules.booking" {
        .Leave "ReservationLeave"(),
        .Set "ReservationSet"(reserved_by, reserved_until, reserved_for),
        .Clear "ReservationClear"(),
    }
    core::documents::Outcome = "dms_rules.booking" { "DocumentsOutcome"(available, print_now) }
    core::actions::Outcome = "dms_rules.booking" { "ActionsOutcome"(available, unavailable) }
    core::actions::Unavailable = "dms_rules.booking" { "Unavailable"(action, reason) }
    core::settlement::Outcome = "dms_rules.booking" {
        .Allowed "SettlementAllowed"(copy_comment), .Refused "SettlementRefused"(),
    }
    core::confirmation::Outcome = "dms_rules.booking" {
        "ConfirmationOutcome"(appointment_confirmed, booking_confirmed)
    }
    core::maintenance_contract::Outcome<'_> = "dms_rules.booking" {
        .Allowed "MaintenanceContractAllowed"(number, vin, invoice_recipient, valid_from, valid_to, saved),
        .Refused "MaintenanceContractRefused"(),
    }
}

decision! {
    /// `booking.issue_limit`: until when may an issue be dated?
    ///
    /// Without days ahead, until the next full quarter hour (or, by the setting, 15 minutes from now); else until 23:59
    /// local time on the day so many days after today. Where a zone shows 23:59 twice on that day, it is the later one.
    /// The answer is in the zone of `now`; where `now` is naive, so is the answer.
    ///
    /// Args:
    ///     now: Now, on the host's clock.
    ///     days_ahead: The setting "Fahrzeugausgabe vor Abholung in Tagen"; 0 or less allows no later day.
    ///     immediate_window: How far an immediate issue may reach; the next full quarter hour unless given.
    ///
    /// Raises:
    ///     Refusal: `out_of_range` where the result lies after the year 9999.
    ///
    /// Source: MOTIONDATA, "Ausgabe durchführen" and "Ausgabe in der Zukunft speichern".
    issue_limit(
        now, days_ahead, immediate_window = DEFAULT,
    ) shown "(*, now, days_ahead, immediate_window=ImmediateWindow.NEXT_QUARTER_HOUR)" as |py, given| {
        let facts: core::issue_limit::Facts<Moment<'_>> = read!(core::issue_limit::Facts {
            now,
            days_ahead,
            immediate_window: fact_or_default("immediate_window", immediate_window)?,
        });
        on_its_clock!(py, Some(&facts.now), "now", |clock| {
            let facts = clock.read_all(|form| facts.with_times(form))?;
            given.decision(clock, core::issue_limit::decide(&facts)?)
        })
    }
}

decision! {
    /// `booking.issue`: may the vehicle be handed out now?
    ///
    /// `because` has every reason against it. The requested time and the planned end may be in other zones than `now`:
    /// they are put into its zone first. Neither now nor the requested time may lie after the planned end. Times compare
    /// at whole minutes. The latest permitted time is that of `booking.issue_limit`, in the zone of `now`.
    ///
    /// Args:
    ///     kind: What the vehicle is handed out for.
    ///     may_issue: The user has the right "Fahrzeug ausgeben" for this kind.
    ///     now: Now, on the host's clock.
    ///     requested_at: When the vehicle is to be handed out.
    ///     days_ahead: The setting "Fahrzeugausgabe vor Abholung in Tagen"; 0 or less allows no later day.
    ///     immediate_window: How far an immediate issue may reach; the next full quarter hour unless given.
    ///     planned_end: The planned end of the booking.
    ///     already_issued: The vehicle was handed out on this booking before.
    ///     vehicle_out: Another booking of this vehicle has an open return.
    ///     plate_out: Another booking of this trial plate has an open return; matters on test drives only.
    ///     overlaps_past_handover: The requested time lies between the actual issue and return of another booking of this
    ///         vehicle.
    ///
    /// Raises:
    ///     Refusal: `contradiction` for a time that is naive where `now` is aware, or the other way round; then those of
    ///         `booking.issue_limit`.
    ///
    /// Source: MOTIONDATA, "Ausgabe durchführen", "Ausgabe in der Zukunft speichern" and "Berechtigungsverwaltung".
    issue(
        kind, may_issue, now, requested_at, days_ahead, immediate_window = DEFAULT, planned_end, already_issued,
        vehicle_out, plate_out, overlaps_past_handover,
    ) shown "(*, kind, may_issue, now, requested_at, days_ahead, \
            immediate_window=ImmediateWindow.NEXT_QUARTER_HOUR, planned_end, already_issued, vehicle_out, \
            plate_out, overlaps_past_handover)" as |py, given| {
        let facts: core::issue::Facts<Moment<'_>> = read!(core::issue::Facts {
            kind,
            may_issue,
            now,
            requested_at,
            days_ahead,
            immediate_window: fact_or_default("immediate_window", immediate_window)?,
            planned_end,
            already_issued,
            vehicle_out,
            plate_out,
            overlaps_past_handover,
        });
        on_its_clock!(py, Some(&facts.now), "now", |clock| {
            let facts = clock.read_all(|form| facts.with_times(form))?;
            given.decision(clock, core::issue::decide(&facts)?)
        })
    }
}

decision! {
    /// `booking.plan`: may the vehicle be planned for this time, and what should the planner look at?
    ///
    /// Planning never refuses an overlap; the issue does. Planned spans are half-open. Advisories: `overlaps_booking`,
    /// `vehicle_overdue`.
    ///
    /// Args:
    ///     planned_start: The planned start of the booking.
    ///     planned_end: The planned end of the booking; later than its start.
    ///     others: The other bookings of the same vehicle and of the same trial plate.
    ///     now: Now, on the host's clock.
    ///
    /// Raises:
    ///     Refusal: `contradiction` for a time that is naive where the first one given is aware, or the other way
    ///         round, and for `planned_end` or `others[0].planned_end` where an end does not lie after its start.
    ///
    /// Source: MOTIONDATA, "Ausgabe durchführen" and "Ersatz-, Miet- und Probefahrtenmanager".
    plan(planned_start, planned_end, others, now) as |py, given| {
        let kept = Kept::new();
        let facts: core::plan::Facts<Moment<'_>> = read!(core::plan::Facts {
            planned_start,
            planned_end,
            others: records("others", others, &kept)?,
            now,
        });
        on_its_clock!(py, Some(&facts.planned_start), "planned_start", |clock| {
            let facts = clock.read_all(|form| facts.with_times(form))?;
            given.decision(clock, core::plan::decide(&facts)?)
        })
    }
}

decision! {
    /// `booking.issue_prefill`: what does an issue take over from the vehicle master and the booking?
    ///
    /// The reading, the damages, the campaigns that are active and open, and the comment. The signature is never taken
    /// over. The answer has neither row nor reasons.
    ///
    /// Args:
    ///     odometer_km: The reading in the vehicle master, in kilometres; None where unknown.
    ///     damages: The damages that the vehicle master has, by equipment category.
    ///     campaigns: The campaigns of the vehicle as they stand now.
    ///     comment: The comment of the booking; a blank one counts as none.
    ///
    /// Raises:
    ///     Refusal: `out_of_range` for a reading below 0 or above 9,999,999 km.
    ///
    /// Source: MOTIONDATA, "Ausgabe durchführen".
    issue_prefill(odometer_km = None, damages, campaigns, comment = None) as |py, given| {
        let kept = Kept::new();
        let facts = read!(core::issue_prefill::Facts {
            odometer_km,
            damages: records("damages", damages, &kept)?,
            campaigns: records("campaigns", campaigns, &kept)?,
            comment,
        });
        given.decision(&py, core::issue_prefill::decide(&facts)?)
    }
}

decision! {
    /// `booking.follows_master`: does the booking still show what the vehicle master says?
    ///
    /// From the issue on it keeps a snapshot.
    ///
    /// Args:
    ///     issued: The vehicle has been handed out on this booking.
    ///
    /// Source: MOTIONDATA, "Infopanel" and "Aufruf Fahrzeugstamm über Fahrtenbuch".
    follows_master(issued) = follows_master
}

decision! {
    /// `booking.status`: what state is a booking in, and how is it drawn?
    ///
    /// A booking is overdue from the minute after its planned end. The answer's times are in the zone of
    /// `planned_start`; where that is naive, so are they.
    ///
    /// Args:
    ///     planned_start: The planned start of the booking.
    ///     planned_end: The planned end of the booking; not before its start.
    ///     issued_at: When the vehicle was handed out; None while it was not.
    ///     returned_at: When it came back, not before it was handed out; None while it has not.
    ///     settled: The booking has been settled; only once the vehicle came back.
    ///     now: Now, on the host's clock.
    ///
    /// Raises:
    ///     Refusal: `contradiction` for a time that is naive where the first one given is aware, or the other way
    ///         round; `contradiction` for a `planned_end` before the start, a `returned_at` without an issue or before
    ///         it, and `settled` without a return.
    ///
    /// Source: MOTIONDATA, "Ausgabe durchführen": "Die Darstellung in den Terminübersichten …".
    status(planned_start, planned_end, issued_at = None, returned_at = None, settled, now) as |py, given| {
        let facts: core::status::Facts<Moment<'_>> = read!(core::status::Facts {
            planned_start,
            planned_end,
            issued_at,
            returned_at,
            settled,
            now,
        });
        on_its_clock!(py, Some(&facts.planned_start), "planned_start", |clock| {
            let facts = clock.read_all(|form| facts.with_times(form))?;
            given.decision(clock, core::status::decide(&facts)?)
        })
    }
}

decision! {
    /// `booking.permission`: who may do it?
    ///
    /// Only a replacement or a rental is settled. The right `own_entries_only` restricts editing and deleting and
    /// grants nothing by itself.
    ///
    /// Args:
    ///     kind: The kind of the booking.
    ///     action: What the user wants to do.
    ///     rights: The rights that the user has for this kind.
    ///     advisor_is_user: The booking's advisor is the employee behind the user.
    ///     created_by_user: The user entered the booking.
    ///
    /// Source: MOTIONDATA, "Berechtigungsverwaltung" and "Aufruf über den POS (Point of Sale)".
    permission(kind, action, rights, advisor_is_user, created_by_user) = permission
}

decision! {
    /// `booking.editable`: what may still be changed?
    ///
    /// `because` has what locks fields. From the issue on vehicle, plate and customer are locked, from the return on
    /// all of the booking's own fields, by a confirmation too; the handover's with the right alone. A signature is free
    /// until it is saved.
    ///
    /// Args:
    ///     status: How far the booking has come.
    ///     confirmed: The booking is confirmed.
    ///     may_amend_handover: The user has the right "Fahrzeugübergabe bearbeiten" for this kind.
    ///     signature_saved: The signature has been taken over and saved.
    ///
    /// Source: MOTIONDATA, "Ausgabe durchführen", "Ausgabe nachbearbeiten/stornieren", "Unterschrift" and "Termin
    /// bestätigen".
    editable(status, confirmed, may_amend_handover, signature_saved) = editable
}

decision! {
    /// `booking.cancel_issue`: may an issue be cancelled?
    ///
    /// Until the return, with the right to amend handovers. The reading in the vehicle master stays in every case; the
    /// advisory `odometer_not_reset` says so where the issue had raised it.
    ///
    /// Args:
    ///     may_amend_handover: The user has the right "Fahrzeugübergabe bearbeiten" for this kind.
    ///     issued: The vehicle has been handed out on this booking.
    ///     returned: It has been taken back.
    ///     odometer_raised: The issue raised the reading in the vehicle master.
    ///     update_reservation: The setting "Reservierungsinfos … im Fahrzeugstamm aktualisieren".
    ///
    /// Source: MOTIONDATA, "Ausgabe nachbearbeiten/stornieren" and "Ausgabe/Sofortausgabe".
    cancel_issue(may_amend_handover, issued, returned, odometer_raised, update_reservation) = cancel_issue
}

decision! {
    /// `booking.take_back`: may the vehicle be taken back?
    ///
    /// Once, and not before the minute of the issue. A lower reading than at the issue is let through and pointed out:
    /// `reading_lower_than_issue`.
    ///
    /// Args:
    ///     may_take_back: The user has the right "Fahrzeug zurücknehmen" for this kind.
    ///     issued_at: When the vehicle was handed out; None while it was not.
    ///     already_returned: It has been taken back before.
    ///     return_at: When it comes back.
    ///     issue_reading_km: The reading at the issue, in kilometres; None where unknown.
    ///     return_reading_km: The reading at the return, in kilometres; None where unknown.
    ///     update_reservation: The setting "Reservierungsinfos … im Fahrzeugstamm aktualisieren".
    ///
    /// Raises:
    ///     Refusal: `out_of_range` for a reading below 0 or above 9,999,999 km; `contradiction` for a time that is
    ///         naive where the first one given is aware, or the other way round.
    ///
    /// Source: MOTIONDATA, "Rückgabe: Aufrufmöglichkeiten" and "Rückgabe durchführen".
    take_back(
        may_take_back, issued_at = None, already_returned, return_at, issue_reading_km = None,
        return_reading_km = None, update_reservation,
    ) as |py, given| {
        let facts: core::take_back::Facts<Moment<'_>> = read!(core::take_back::Facts {
            may_take_back,
            issued_at,
            already_returned,
            return_at,
            issue_reading_km,
            return_reading_km,
            update_reservation,
        });
        on_its_clock!(py, facts.issued_at.as_ref().or(Some(&facts.return_at)), "return_at", |clock| {
            let facts = clock.read_all(|form| facts.with_times(form))?;
            given.decision(clock, core::take_back::decide(&facts)?)
        })
    }
}

decision! {
    /// `booking.amend_handover`: may the times of an issue and a return be changed afterwards?
    ///
    /// As long as no other handover of the vehicle is overlapped. Actual spans are half-open; one without a return is
    /// still open.
    ///
    /// Args:
    ///     may_amend_handover: The user has the right "Fahrzeugübergabe bearbeiten" for this kind.
    ///     issued_at: When the vehicle was handed out, as amended; None while it was not.
    ///     returned_at: When it came back, as amended; None while it has not.
    ///     other_handovers: The handovers of the same vehicle on other bookings.
    ///
    /// Raises:
    ///     Refusal: `contradiction` for a time that is naive where the first one given is aware, or the other way
    ///         round, and for `other_handovers[0].returned_at` where it lies before its issue.
    ///
    /// Source: MOTIONDATA, "Ausgabe nachbearbeiten/stornieren".
    amend_handover(may_amend_handover, issued_at = None, returned_at = None, other_handovers) as |py, given| {
        let kept = Kept::new();
        let facts: core::amend_handover::Facts<Moment<'_>> = read!(core::amend_handover::Facts {
            may_amend_handover,
            issued_at,
            returned_at,
            other_handovers: records("other_handovers", other_handovers, &kept)?,
        });
        let of_others = || facts.other_handovers.first().map(|other| &other.issued_at);
        let first = facts.issued_at.as_ref().or(facts.returned_at.as_ref()).or_else(of_others);
        on_its_clock!(py, first, "issued_at", |clock| {
            let facts = clock.read_all(|form| facts.with_times(form))?;
            given.decision(clock, core::amend_handover::decide(&facts)?)
        })
    }
}

decision! {
    /// `booking.odometer`: what reading does the vehicle master keep after an issue or a return?
    ///
    /// It only ever moves up; a lower reading is pointed out: `below_master`.
    ///
    /// Args:
    ///     master_km: The reading in the vehicle master, in kilometres; None where unknown.
    ///     entered_km: The reading entered at the issue or the return, in kilometres.
    ///
    /// Raises:
    ///     Refusal: `out_of_range` for a reading below 0 or above 9,999,999 km.
    ///
    /// Source: MOTIONDATA, "Ausgabe nachbearbeiten/stornieren".
    odometer(master_km = None, entered_km) = odometer
}

decision! {
    /// `booking.template`: what does a new booking made from an existing one start with?
    ///
    /// It starts at the planned end of the existing one and lasts half an hour; the answer's times are in the zone of
    /// `planned_end`. The return's amendment has no such button. Advisory: `source_overdue`.
    ///
    /// Args:
    ///     planned_end: The planned end of the existing booking.
    ///     status: How far the existing booking has come.
    ///     from_: Where the new booking is asked for; `from` in the rules.
    ///     now: Now, on the host's clock.
    ///
    /// Raises:
    ///     Refusal: `contradiction` for a time that is naive where the first one given is aware, or the other way
    ///         round; `out_of_range` for a `planned_end` half an hour after which the year 9999 is over.
    ///
    /// Source: MOTIONDATA, "Neuanlage mit Vorlage".
    template(planned_end, status, from_, now) as |py, given| {
        let facts: core::template::Facts<Moment<'_>> = read!(core::template::Facts {
            planned_end,
            status,
            from: fact("from", from_)?,
            now,
        });
        on_its_clock!(py, Some(&facts.planned_end), "planned_end", |clock| {
            let facts = clock.read_all(|form| facts.with_times(form))?;
            given.decision(clock, core::template::decide(&facts)?)
        })
    }
}

decision! {
    /// `booking.advisor`: who is preselected as the booking's advisor?
    ///
    /// For a rental or a test drive the customer's sales advisor; for a replacement the receiver of the service
    /// appointment, else the customer's service advisor. None stands in for another. A blank code counts as none.
    ///
    /// Args:
    ///     kind: The kind of the booking.
    ///     sales_advisor: The code of the customer's sales advisor ("Verkaufsberater").
    ///     service_advisor: The code of the customer's service advisor ("Kundendienstberater").
    ///     appointment_receiver: The code of who receives the vehicle at the service appointment ("Annehmer").
    ///     from_appointment: The booking is made from a service appointment.
    ///
    /// Source: MOTIONDATA, "Buchungsdetails".
    advisor(kind, sales_advisor = None, service_advisor = None, appointment_receiver = None, from_appointment) = advisor
}

decision! {
    /// `booking.driver`: what may be done with the driver's data?
    ///
    /// Names are edited only where they are typed in, and what is typed in is never written back. A driver with the old
    /// customer's data follows the new customer: `licence_check_cleared`.
    ///
    /// Args:
    ///     driver: What the driver's data come from.
    ///     may_edit_customers: The user has the right to edit the customer master.
    ///     may_edit_vehicles: The user has the right to edit the vehicle master.
    ///     customer_owns_vehicle: The booking's customer owns the vehicle.
    ///     customer_changed: The booking has got another customer; False unless given.
    ///     driver_has_old_customer_data: The driver has the data of the customer before; False unless given.
    ///
    /// Source: MOTIONDATA, "Lenkerdaten".
    driver(
        driver, may_edit_customers, may_edit_vehicles, customer_owns_vehicle, customer_changed = DEFAULT,
        driver_has_old_customer_data = DEFAULT,
    ) shown "(*, driver, may_edit_customers, may_edit_vehicles, customer_owns_vehicle, customer_changed=False, \
            driver_has_old_customer_data=False)" as |py, given| {
        let facts = read!(core::driver::Facts {
            driver,
            may_edit_customers,
            may_edit_vehicles,
            customer_owns_vehicle,
            customer_changed: fact_or_default("customer_changed", customer_changed)?,
            driver_has_old_customer_data: fact_or_default("driver_has_old_customer_data", driver_has_old_customer_data)?,
        });
        given.decision(&py, core::driver::decide(&facts)?)
    }
}

decision! {
    /// `booking.reservation`: what becomes of the reservation in the vehicle master?
    ///
    /// By the setting an issue writes it, and its cancellation or the return empties it. It ends on the civil day of
    /// the planned end, in the zone in which that is given.
    ///
    /// Args:
    ///     update_reservation: The setting "Reservierungsinfos … im Fahrzeugstamm aktualisieren".
    ///     event: What happened.
    ///     issuer_code: The code of the employee who handed the vehicle out.
    ///     planned_end: The planned end of the booking.
    ///     customer_number: The number of the booking's customer.
    ///
    /// Source: MOTIONDATA, "Ausgabe/Sofortausgabe: Reservierungsinfos".
    reservation(update_reservation, event, issuer_code, planned_end, customer_number) as |py, given| {
        let facts: core::reservation::Facts<'_, Moment<'_>> = read!(core::reservation::Facts {
            update_reservation,
            event,
            issuer_code,
            planned_end,
            customer_number,
        });
        on_its_clock!(py, Some(&facts.planned_end), "planned_end", |clock| {
            let facts = clock.read_all(|form| facts.with_times(form))?;
            given.decision(clock, core::reservation::decide(&facts)?)
        })
    }
}

decision! {
    /// `booking.documents`: which documents can be printed, and which are printed now by themselves?
    ///
    /// `because` has the documents that can be printed. A document stays available once it is. Each automatic print
    /// belongs to one event.
    ///
    /// Args:
    ///     kind: The kind of the booking.
    ///     status: How far the booking has come.
    ///     event: What has just happened; None where somebody only looks.
    ///     print_confirmation: The setting "Terminbestätigung automatisch drucken".
    ///     print_contract: The setting "Ausgabebeleg (Vertrag) automatisch drucken".
    ///     print_return_confirmation: The setting "Rückgabebestätigung automatisch drucken".
    ///
    /// Source: MOTIONDATA, "Druck von Belegen" and "Fahrtenbuch auswerten".
    documents(kind, status, event = None, print_confirmation, print_contract, print_return_confirmation) = documents
}

decision! {
    /// `booking.actions`: what can be done with a booking in the logbook and the managers' menus?
    ///
    /// Each action that is not available names the first reason that holds. Deleting a test drive that was handed out
    /// is let through and pointed out: `trial_logbook_record`.
    ///
    /// Args:
    ///     kind: The kind of the booking.
    ///     status: How far the booking has come.
    ///     settled: The booking has been settled; only once the vehicle came back.
    ///     confirmed: The booking is confirmed.
    ///     rights: The rights that the user has for this kind.
    ///     created_by_user: The user entered the booking.
    ///
    /// Raises:
    ///     Refusal: `contradiction` for `settled` where the booking is not returned.
    ///
    /// Source: MOTIONDATA, "Fahrtenbuch auswerten", "Sofortausgabe", "Terminbestätigung und -Aufhebung" and
    /// "Berechtigungsverwaltung".
    actions(kind, status, settled, confirmed, rights, created_by_user) = actions
}

decision! {
    /// `booking.settlement`: can the booking be settled?
    ///
    /// Once, when the vehicle is back, and with all that the calculation needs. A blank text counts as not given; 0
    /// kilometres and 0 days count as given.
    ///
    /// Args:
    ///     kind: The kind of the booking.
    ///     status: How far the booking has come.
    ///     settled: The booking has been settled; only once the vehicle came back.
    ///     may_settle: The user has the right "Verrechnung durchführen" for this kind.
    ///     tariff_model: The tariff model ("Tarifmodell"); None where unknown.
    ///     hull_cover_model: The hull-cover model ("Kaskomodell"); None where unknown.
    ///     kilometres: The distance driven, in kilometres.
    ///     days_of_use: The days of use ("Tage der Nutzung"); None where unknown.
    ///     insurance: The insurance; None where unknown.
    ///     position_code: The position code ("Positionscode") of the line on the order; None where unknown.
    ///     order_target: Where the line goes.
    ///     order_number: The number of the existing order; a new one needs none.
    ///     copy_comment: Copy the comment of the handover into the line; True unless given.
    ///
    /// Raises:
    ///     Refusal: `out_of_range` for a distance above 9,999,999 km, and for a negative distance or number of days;
    ///         `contradiction` for `settled` where the booking is not returned.
    ///
    /// Source: MOTIONDATA, "Abrechnung durchführen: Kalkulation" and "Auftragsdaten".
    settlement(
        kind, status, settled, may_settle, tariff_model = None, hull_cover_model = None, kilometres = None,
        days_of_use = None, insurance = None, position_code = None, order_target, order_number = None,
        copy_comment = DEFAULT,
    ) shown "(*, kind, status, settled, may_settle, tariff_model=None, hull_cover_model=None, kilometres=None, \
            days_of_use=None, insurance=None, position_code=None, order_target, order_number=None, \
            copy_comment=True)" as |py, given| {
        let facts = read!(core::settlement::Facts {
            kind,
            status,
            settled,
            may_settle,
            tariff_model,
            hull_cover_model,
            kilometres,
            days_of_use,
            insurance,
            position_code,
            order_target,
            order_number,
            copy_comment: fact_or("copy_comment", copy_comment, true)?,
        });
        given.decision(&py, core::settlement::decide(&facts)?)
    }
}

decision! {
    /// `booking.confirmation`: what does confirming a service appointment do to its replacement booking?
    ///
    /// The booking gets the appointment's flag, whatever its own was before.
    ///
    /// Args:
    ///     event: What is done to the service appointment.
    ///     has_replacement_booking: The service appointment has a replacement booking.
    ///
    /// Source: MOTIONDATA, "Aufruf über den Service-Termin" and "Terminbestätigung und -Aufhebung".
    confirmation(event, has_replacement_booking) = confirmation
}

decision! {
    /// `booking.maintenance_contract`: what does a maintenance contract opened from a rental start with?
    ///
    /// Only a rental opens one. It is never saved by itself. A VIN that cannot be one is kept as entered.
    ///
    /// Args:
    ///     kind: The kind of the booking.
    ///     process_number: The number of the booking ("Vorgangsnummer").
    ///     vin: The VIN of the vehicle as entered.
    ///     invoice_recipient: Who rented the vehicle.
    ///     valid_from: The first day of the contract.
    ///     valid_to: Its last day; not before the first.
    ///
    /// Raises:
    ///     Refusal: `contradiction` for `valid_to` before `valid_from`.
    ///
    /// Source: MOTIONDATA, "Aufruf Wartungsvertragmanager (Nur Mietfahrzeugmanager)".
    maintenance_contract(kind, process_number, vin, invoice_recipient, valid_from, valid_to) = maintenance_contract
}

/// Replacement, rental and test-drive vehicles.
#[pymodule(submodule)]
pub(crate) mod booking {
    #[pymodule_export]
    use super::{
        actions, advisor, amend_handover, cancel_issue, confirmation, documents, driver, editable, follows_master,
        issue, issue_limit, issue_prefill, maintenance_contract, odometer, permission, plan, reservation, settlement,
        status, take_back, template,
    };
}
