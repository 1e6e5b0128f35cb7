//! `car_pass.*`.

use dms_rules::car_pass as core;
use dms_rules::car_pass::{State, StateKind};
use pyo3::prelude::*;

use crate::answer::{Answer, Host, answer};
use crate::decision::decision;
use crate::fact::{DEFAULT, fact, fact_or_default, read, wrong_type};
use crate::fault::Fault;
use crate::name::mirror;
use crate::record::{Class, ITSELF, Kept, Record, record, record_class, records};

mirror! {
    core::Document = "dms_rules.car_pass"."Document" { WorkOrder, ClaimFile, Invoice }
    core::enrolment::Trigger = "dms_rules.car_pass"."Trigger" { Automatic, Manual }
    core::enrolment::Outcome = "dms_rules.car_pass"."EnrolmentOutcome" { Enrolled, NotEnrolled }
    core::visible::Outcome = "dms_rules.car_pass"."VisibleOutcome" { Visible, Hidden }
    core::readiness::Policy = "dms_rules.car_pass"."Policy" { WorkOrder, ClaimFile }
    core::readiness::Outcome = "dms_rules.car_pass"."ReadinessOutcome" { Ready, Blocked }
    core::prompt::Outcome = "dms_rules.car_pass"."PromptOutcome" {
        NothingToDo, SendFromJobDocument, NotYet, OfferToSend,
    }
    core::start_of_work::Origin = "dms_rules.car_pass"."Origin" { Entered, FirstClocking, Arrival, Today, Unknown }
    core::submission::ReadingSource = "dms_rules.car_pass"."ReadingSource" { DamageFirst, RepairFirst }
    core::submission::ReadingOrigin = "dms_rules.car_pass"."ReadingOrigin" { WorkOrder, Damage, Repair }
    core::lifecycle::Event = "dms_rules.car_pass"."Event" {
        AnsweredOk, AnsweredError, CloseWithoutChange, CorrectData, GenerateDocument, MarkExempt, Reopen,
        FlagOdometerReplaced,
    }
    core::actions::Action = "dms_rules.car_pass"."Action" { CorrectData, CloseWithoutChange, GenerateDocument }
    core::actions::DocumentBy = "dms_rules.car_pass"."DocumentBy" { EmailDirectly, PrintSignScan }
    core::invoicing::Outcome = "dms_rules.car_pass"."InvoicingOutcome" { Allowed, DraftOnly, Blocked }
    core::account::Outcome = "dms_rules.car_pass"."AccountOutcome" { Complete, Incomplete }
    core::history::Outcome = "dms_rules.car_pass"."HistoryOutcome" { Allowed, Refused }
}

record_class! {
    core::start_of_work::Outcome = "dms_rules.car_pass"."StartOfWorkOutcome" { date, time, origin }
    core::account::Facts = "dms_rules.car_pass"."Account" { user_code_set, password_set, email_set }
    core::readiness::Facts = "dms_rules.car_pass"."Readiness" {
        policy, vin, today, reading_km, start_of_work, damage_reading_km, repair_reading_km,
    }
    core::worklist::Dossier<'a> = "dms_rules.car_pass"."Dossier" { id, site, state: record, readiness: record }
}

answer! {
    core::badge::Outcome = "dms_rules.car_pass" { "BadgeOutcome"(ask_reading, submit_after_entry) }
    core::start_of_work::Outcome = "dms_rules.car_pass" { "StartOfWorkOutcome"(date, time, origin) }
    core::submission::StartOfWork = "dms_rules.car_pass" { "StartOfWork"(date, time) }
    core::submission::Outcome<'_> = "dms_rules.car_pass" {
        "SubmissionOutcome"(
            vin, reading_km, reading_origin, start_of_work, first_registration, enterprise_number, odometer_replaced,
            work_description
        )
    }
    State<'_> = "dms_rules.car_pass" {
        .Open "Open"(),
        .Questioned "Questioned"(attempt),
        .Accepted "Accepted"(),
        .Confirmed "Confirmed"(),
        .Documented "Documented"(),
        .Exempt "Exempt"(reason),
    }
    core::actions::Outcome = "dms_rules.car_pass" { "ActionsOutcome"(actions, document_by) }
    core::worklist::Outcome<'_> = "dms_rules.car_pass" { "WorklistOutcome"(dossiers) }
}

/// A row of the list: the decision on its readiness is told by its colour and its reasons.
impl<'py, H: Host<'py>> Answer<'py, H> for core::worklist::Listed<'_> {
    fn give(self, host: &H) -> Result<Bound<'py, PyAny>, Fault> {
        static CLASS: Class = Class::new("dms_rules.car_pass", "Listed");
        let (red, reasons, advisories) = (self.red(), self.reasons(), self.advisories());
        let Self { id, start_of_work, readiness: _ } = self;
        CLASS.of(
            host.py(),
            [id.give(host)?, start_of_work.give(host)?, red.give(host)?, reasons.give(host)?, advisories.give(host)?],
        )
    }
}

/// A state is one of six classes; two have a field.
impl<'a, 'py> Record<'a, 'py> for State<'a> {
    fn read(record: &'a Bound<'py, PyAny>, kept: &'a Kept<'py>) -> Result<Self, Fault> {
        static CLASSES: [(StateKind, Class); 6] = [
            (StateKind::Open, Class::new("dms_rules.car_pass", "Open")),
            (StateKind::Questioned, Class::new("dms_rules.car_pass", "Questioned")),
            (StateKind::Accepted, Class::new("dms_rules.car_pass", "Accepted")),
            (StateKind::Confirmed, Class::new("dms_rules.car_pass", "Confirmed")),
            (StateKind::Documented, Class::new("dms_rules.car_pass", "Documented")),
            (StateKind::Exempt, Class::new("dms_rules.car_pass", "Exempt")),
        ];
        for (kind, class) in &CLASSES {
            if class.is_class_of(record)? {
                let field = |name| record.getattr(name).map(|value| &*kept.alloc(value));
                let attempt = match kind {
                    StateKind::Questioned => Some(fact("attempt", field("attempt")?)?),
                    _ => None,
                };
                let reason = match kind {
                    StateKind::Exempt => Some(fact("reason", field("reason")?)?),
                    _ => None,
                };
                return Ok(Self::new(*kind, attempt, reason)?);
            }
        }
        Err(wrong_type(ITSELF, "a state", record))
    }
}

decision! {
    /// `car_pass.enrolment`: does a dossier enter the Car-Pass list?
    ///
    /// Saving a dossier enrols it when no reason stands against it. The Car-Pass button always enrols; what would have
    /// blocked comes back as advisories. The duty knows no exemption for internal work: the advisory
    /// `internal_work_reportable` says so.
    ///
    /// Args:
    ///     trigger: What set the enrolment off.
    ///     work_started: The work of the dossier has begun.
    ///     vin: The VIN as entered; may be empty.
    ///     already_transmitted: The dossier was transmitted to Car-Pass before.
    ///     merged: The dossier is part of a merger of dossiers ("fusion").
    ///     dossier_number: The dossier number; that of an internal dossier is 0 or below.
    ///     vat_register_used: The firm uses the VAT register.
    ///     vat_number_ticked: The box "Créer N° TVA" is ticked; matters only where the VAT register is used.
    ///     has_owner: The dossier has an owner.
    ///
    /// Source: PlanManager, "Obtenir la liste Car-Pass".
    enrolment(
        trigger, work_started, vin, already_transmitted, merged, dossier_number, vat_register_used, vat_number_ticked,
        has_owner,
    ) = enrolment
}

decision! {
    /// `car_pass.visible`: whose list shows a dossier?
    ///
    /// A user sees the list of the own site only. Names of sites are compared character by character.
    ///
    /// Args:
    ///     user_site: The site of the user who looks.
    ///     dossier_site: The site of the dossier.
    ///
    /// Source: PlanManager, "Attention: la liste des dossiers … est reliée à chaque site".
    visible(user_site, dossier_site) = visible
}

decision! {
    /// `car_pass.readiness`: may the reading be sent to Car-Pass, or is its row red?
    ///
    /// Each policy looks at its own facts: the reading and the start of work of a work order, the two readings of a claim
    /// file. A start of work after today is red. Advisories: `short_vin`, and for a work order `late_report` where work
    /// began more than 5 days before today.
    ///
    /// Args:
    ///     policy: Which manual's rule applies.
    ///     vin: The VIN as entered; may be empty.
    ///     today: Today, as the garage's calendar has it.
    ///     reading_km: Work order: the reading, in kilometres; None where unknown.
    ///     start_of_work: Work order: the civil day on which work began; None where unknown.
    ///     damage_reading_km: Claim file: the reading when the damage was done, in kilometres; None where unknown.
    ///     repair_reading_km: Claim file: the reading when it was repaired, in kilometres; None where unknown.
    ///
    /// Raises:
    ///     Refusal: `out_of_range` for a reading below 0 or above 9,999,999 km.
    ///
    /// Source: CPSautosoft, "5. Overzicht"; PlanManager, "Pouvoir envoyer un élément de la liste à Car-Pass".
    readiness(
        policy, vin, today, reading_km = None, start_of_work = None, damage_reading_km = None,
        repair_reading_km = None,
    ) = readiness
}

decision! {
    /// `car_pass.prompt`: on saving, does the program offer to send the reading?
    ///
    /// Whether the data are complete is what `car_pass.readiness` says of a work order, whatever the document. A firm
    /// that works with work orders or claim files sends from them, not from its invoices. A job whose Car-Pass is in
    /// order is not offered again.
    ///
    /// Args:
    ///     vin: The VIN as entered; may be empty.
    ///     today: Today, as the garage's calendar has it.
    ///     reading_km: The reading of the job, in kilometres; None where unknown.
    ///     start_of_work: The civil day on which work began; None where unknown.
    ///     document: The document that is saved.
    ///     uses_job_documents: The firm works with work orders or claim files.
    ///     state: How far the job's Car-Pass has come.
    ///
    /// Raises:
    ///     Refusal: `out_of_range` for a reading below 0 or above 9,999,999 km; those of a state: `out_of_range` for
    ///         `state.attempt` below 1, `missing_field` for a blank `state.reason`.
    ///
    /// Source: CPSautosoft, "3. Doorsturen gegevens naar Carpass" and "Opladen km stand".
    prompt(vin, today, reading_km = None, start_of_work = None, document, uses_job_documents, state) as |py, given| {
        let kept = Kept::new();
        let facts = read!(core::prompt::Facts { vin, today, reading_km, start_of_work, document, uses_job_documents, state: record("state", state, &kept)? });
        given.decision(&py, core::prompt::decide(&facts)?)
    }
}

decision! {
    /// `car_pass.badge`: when somebody clocks on to a job, is the reading asked for and sent?
    ///
    /// A reading is known when one was entered for this job. What was not asked for at the badge is not sent from it.
    ///
    /// Args:
    ///     ask_reading_at_badge: The setting "Km stand opvragen bij de badge".
    ///     submit_at_badge: The setting "Carpass doorsturen bij de badge".
    ///     reading_known: A reading was entered for this job.
    ///
    /// Source: CPSautosoft, "1. Instellen Carpass gegevens" and "3. Km stand ingeven bij badge".
    badge(ask_reading_at_badge, submit_at_badge, reading_known) = badge
}

decision! {
    /// `car_pass.start_of_work`: which date goes into the file as the start of work?
    ///
    /// A date that already stands in the file is kept; then come the first clocking, with its time, and by the setting
    /// the arrival. Only for a claim file today stands in for what is not known, with the advisory `date_assumed`.
    ///
    /// Args:
    ///     policy: Which manual's rule applies.
    ///     entered: The civil day that already stands in the file; None where there is none.
    ///     first_clocking: When somebody first clocked on to the job, a naive datetime; None where nobody did.
    ///     arrived: The civil day of "wagen is binnen": the vehicle was entered in the garage register; None where it
    ///         was not.
    ///     start_date_at_register: The setting "Aanvangsdatum bij register".
    ///     today: Today, as the garage's calendar has it.
    ///
    /// Raises:
    ///     Refusal: `invalid_date` for a `first_clocking` with a zone.
    ///
    /// Source: CPSautosoft, "1. Aanvangsdatum bij register" and "3. Datum Aanvang werken"; PlanManager, "Qu'est ce qui
    /// est envoyé à Car-Pass?".
    start_of_work(
        policy, entered = None, first_clocking = None, arrived = None, start_date_at_register, today,
    ) = start_of_work
}

decision! {
    /// `car_pass.submission`: what is sent to Car-Pass?
    ///
    /// Of a work order its reading is sent, of a claim file the reading of the damage, else that of the repair; the
    /// setting turns this round. The account is checked for completeness alone: no password is ever asked for. The
    /// advisory `work_description_missing` says that the description is compulsory since 2024-01-01.
    ///
    /// Args:
    ///     policy: Which manual's rule applies.
    ///     vin: The VIN as entered; may be empty.
    ///     start: The start of work, as `car_pass.start_of_work` answers.
    ///     reading_km: Work order: the reading, in kilometres; None where unknown.
    ///     damage_reading_km: Claim file: the reading when the damage was done, in kilometres; None where unknown.
    ///     repair_reading_km: Claim file: the reading when it was repaired, in kilometres; None where unknown.
    ///     reading_source: Claim file: which of its two readings is preferred; that of the damage unless given.
    ///     first_registration: The civil day of the vehicle's first registration; None where unknown.
    ///     enterprise_number: The firm's Belgian enterprise number as entered; blanks, dots and a leading "BE" do not
    ///         matter.
    ///     odometer_replaced: The odometer was replaced during this job.
    ///     work_description: What was done to the vehicle; None where nobody wrote it down.
    ///     account: Which of the settings of the account are filled in.
    ///
    /// Raises:
    ///     Refusal: `faults` has everything that is missing or invalid, in the order of the facts, and the first gives
    ///         code and field: `missing_field` for `vin`, `start.date`, the reading to send, `enterprise_number`,
    ///         `account.user_code_set`, `account.password_set` and `account.email_set`; `unknown_value` for `vin` and
    ///         `enterprise_number`.
    ///
    /// Source: PlanManager, "Qu'est ce qui est envoyé à Car-Pass?"; CPSautosoft, "3. Opladen km stand" and "Km teller
    /// vervangen".
    submission(
        policy, vin, start, reading_km = None, damage_reading_km = None, repair_reading_km = None,
        reading_source = DEFAULT, first_registration = None, enterprise_number, odometer_replaced,
        work_description = None, account,
    ) shown "(*, policy, vin, start, reading_km=None, damage_reading_km=None, repair_reading_km=None, \
            reading_source=ReadingSource.DAMAGE_FIRST, first_registration=None, enterprise_number, \
            odometer_replaced, work_description=None, account)" as |py, given| {
        let kept = Kept::new();
        let facts = read!(core::submission::Facts {
            policy,
            vin,
            start: record("start", start, &kept)?,
            reading_km,
            damage_reading_km,
            repair_reading_km,
            reading_source: fact_or_default("reading_source", reading_source)?,
            first_registration,
            enterprise_number,
            odometer_replaced,
            work_description,
            account: record("account", account, &kept)?,
        });
        given.decision(&py, core::submission::decide(&facts)?)
    }
}

decision! {
    /// `car_pass.lifecycle`: what becomes of a job's Car-Pass?
    ///
    /// From not sent to in order. The outcome is the new state. Correcting the data and flagging a replaced odometer
    /// change no state: what they change is sent next. The correction document may be made from the second error on.
    ///
    /// Args:
    ///     state: How far the job's Car-Pass has come.
    ///     event: What happens.
    ///     reason: Why nothing is sent; needed with `MARK_EXEMPT`, ignored with any other event.
    ///
    /// Raises:
    ///     Refusal: Those of a state; `illegal_transition` for an `event` that cannot happen in this state, where a
    ///         replaced odometer is flagged too late with the advisory `send_correction`; `missing_field` for `reason`
    ///         where a job is marked exempt without one; `out_of_range` for `state.attempt` past the last number there
    ///         is.
    ///
    /// Source: CPSautosoft, "3. Opladen km stand", "Correctiedocument", "Km teller vervangen" and "4. Facturatie".
    lifecycle(state, event, reason = None) as |py, given| {
        let kept = Kept::new();
        let facts = read!(core::lifecycle::Facts { state: record("state", state, &kept)?, event, reason });
        given.decision(&py, core::lifecycle::decide(&facts)?)
    }
}

decision! {
    /// `car_pass.actions`: what may a person do about an error that Car-Pass has answered with?
    ///
    /// After the first error: correct the data, or close without change. From the second on also have the correction
    /// document made, which goes by e-mail where the user's signature is set, else advisory `signature_not_configured`.
    ///
    /// Args:
    ///     state: How far the job's Car-Pass has come.
    ///     signature_configured: The user's signature is kept in the program.
    ///
    /// Raises:
    ///     Refusal: Those of a state: `out_of_range` for `state.attempt` below 1, `missing_field` for a blank
    ///         `state.reason`.
    ///
    /// Source: CPSautosoft, "3. Opladen km stand" and "Correctiedocument".
    actions(state, signature_configured) as |py, given| {
        let kept = Kept::new();
        let facts = read!(core::actions::Facts { state: record("state", state, &kept)?, signature_configured });
        given.decision(&py, core::actions::decide(&facts)?)
    }
}

decision! {
    /// `car_pass.invoicing`: may the job be invoiced?
    ///
    /// Only once its Car-Pass is in order. An invoice that stands alone may be saved as a draft before: the reading is
    /// sent from it.
    ///
    /// Args:
    ///     state: How far the job's Car-Pass has come.
    ///     document: The document that is to be invoiced.
    ///
    /// Raises:
    ///     Refusal: Those of a state: `out_of_range` for `state.attempt` below 1, `missing_field` for a blank
    ///         `state.reason`.
    ///
    /// Source: CPSautosoft, "4. Facturatie" and "3. Doorsturen gegevens naar Carpass".
    invoicing(state, document) as |py, given| {
        let kept = Kept::new();
        let facts = read!(core::invoicing::Facts { state: record("state", state, &kept)?, document });
        given.decision(&py, core::invoicing::decide(&facts)?)
    }
}

decision! {
    /// `car_pass.account`: are the Car-Pass settings complete?
    ///
    /// What is filled in is asked, never what it is.
    ///
    /// Args:
    ///     user_code_set: The user code is filled in.
    ///     password_set: The password is filled in.
    ///     email_set: The e-mail address is filled in.
    ///
    /// Source: CPSautosoft, "1. Instellen Carpass gegevens".
    account(user_code_set, password_set, email_set) = account
}

decision! {
    /// `car_pass.history`: may the history of a vehicle be asked for?
    ///
    /// Vehicles of the fleet and of the stock are treated alike: what is needed is the account and a VIN to ask for.
    ///
    /// Args:
    ///     user_code_set: The user code is filled in.
    ///     password_set: The password is filled in.
    ///     email_set: The e-mail address is filled in.
    ///     vin: The VIN as entered; may be empty.
    ///
    /// Source: CPSautosoft, "2. Opvragen voertuighistoriek" and "1. Instellen Carpass gegevens".
    history(user_code_set, password_set, email_set, vin) = history
}

decision! {
    /// `car_pass.worklist`: which jobs still have to be sent, and which of them are red?
    ///
    /// A job stands in the list of its own site until its Car-Pass is in order. The unknown starts of work come first,
    /// then the oldest; the given order is kept where they are the same. Whether a row is red is what
    /// `car_pass.readiness` says.
    ///
    /// Args:
    ///     dossiers: The dossiers of all sites, settled ones among them.
    ///     user_site: The site of the user who looks.
    ///
    /// Raises:
    ///     Refusal: Those of `car_pass.readiness` and of a state; `field` says which dossier:
    ///         `dossiers[1].readiness.today`.
    ///
    /// Source: CPSautosoft, "5. Overzicht"; PlanManager, "Attention" and "Pouvoir envoyer un élément de la liste à Car-
    /// Pass".
    worklist(dossiers, user_site) as |py, given| {
        let kept = Kept::new();
        let facts = read!(core::worklist::Facts { dossiers: records("dossiers", dossiers, &kept)?, user_site });
        given.decision(&py, core::worklist::decide(&facts)?)
    }
}

/// Car-Pass, the Belgian odometer register.
#[pymodule(submodule)]
pub(crate) mod car_pass {
    #[pymodule_export]
    use super::{
        account, actions, badge, enrolment, history, invoicing, lifecycle, prompt, readiness, start_of_work,
        submission, visible, worklist,
    };
}
