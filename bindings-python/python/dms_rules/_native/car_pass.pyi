from collections.abc import Sequence
from datetime import date, datetime

from dms_rules._native import Decision
from dms_rules.car_pass import (
    Account,
    AccountOutcome,
    ActionsOutcome,
    BadgeOutcome,
    Document,
    Dossier,
    EnrolmentOutcome,
    Event,
    HistoryOutcome,
    InvoicingOutcome,
    Policy,
    PromptOutcome,
    ReadinessOutcome,
    ReadingSource,
    StartOfWorkOutcome,
    State,
    SubmissionOutcome,
    Trigger,
    VisibleOutcome,
    WorklistOutcome,
)

__all__ = [
    "account",
    "actions",
    "badge",
    "enrolment",
    "history",
    "invoicing",
    "lifecycle",
    "prompt",
    "readiness",
    "start_of_work",
    "submission",
    "visible",
    "worklist",
]

def enrolment(
    *,
    trigger: Trigger,
    work_started: bool,
    vin: str,
    already_transmitted: bool,
    merged: bool,
    dossier_number: int,
    vat_register_used: bool,
    vat_number_ticked: bool,
    has_owner: bool,
) -> Decision[EnrolmentOutcome]:
    """`car_pass.enrolment`: does a dossier enter the Car-Pass list?

    Saving a dossier enrols it when no reason stands against it. The Car-Pass button always enrols; what would have
    blocked comes back as advisories. The duty knows no exemption for internal work: the advisory
    `internal_work_reportable` says so.

    Args:
        trigger: What set the enrolment off.
        work_started: The work of the dossier has begun.
        vin: The VIN as entered; may be empty.
        already_transmitted: The dossier was transmitted to Car-Pass before.
        merged: The dossier is part of a merger of dossiers ("fusion").
        dossier_number: The dossier number; that of an internal dossier is 0 or below.
        vat_register_used: The firm uses the VAT register.
        vat_number_ticked: The box "Créer N° TVA" is ticked; matters only where the VAT register is used.
        has_owner: The dossier has an owner.

    Source: PlanManager, "Obtenir la liste Car-Pass".
    """

def visible(*, user_site: str, dossier_site: str) -> Decision[VisibleOutcome]:
    """`car_pass.visible`: whose list shows a dossier?

    A user sees the list of the own site only. Names of sites are compared character by character.

    Args:
        user_site: The site of the user who looks.
        dossier_site: The site of the dossier.

    Source: PlanManager, "Attention: la liste des dossiers … est reliée à chaque site".
    """

def readiness(
    *,
    policy: Policy,
    vin: str,
    today: date,
    reading_km: int | None = None,
    start_of_work: date | None = None,
    damage_reading_km: int | None = None,
    repair_reading_km: int | None = None,
) -> Decision[ReadinessOutcome]:
    """`car_pass.readiness`: may the reading be sent to Car-Pass, or is its row red?

    Each policy looks at its own facts: the reading and the start of work of a work order, the two readings of a claim
    file. A start of work after today is red. Advisories: `short_vin`, and for a work order `late_report` where work
    began more than 5 days before today.

    Args:
        policy: Which manual's rule applies.
        vin: The VIN as entered; may be empty.
        today: Today, as the garage's calendar has it.
        reading_km: Work order: the reading, in kilometres; None where unknown.
        start_of_work: Work order: the civil day on which work began; None where unknown.
        damage_reading_km: Claim file: the reading when the damage was done, in kilometres; None where unknown.
        repair_reading_km: Claim file: the reading when it was repaired, in kilometres; None where unknown.

    Raises:
        Refusal: `out_of_range` for a reading below 0 or above 9,999,999 km.

    Source: CPSautosoft, "5. Overzicht"; PlanManager, "Pouvoir envoyer un élément de la liste à Car-Pass".
    """

def prompt(
    *,
    vin: str,
    today: date,
    reading_km: int | None = None,
    start_of_work: date | None = None,
    document: Document,
    uses_job_documents: bool,
    state: State,
) -> Decision[PromptOutcome]:
    """`car_pass.prompt`: on saving, does the program offer to send the reading?

    Whether the data are complete is what `car_pass.readiness` says of a work order, whatever the document. A firm
    that works with work orders or claim files sends from them, not from its invoices. A job whose Car-Pass is in
    order is not offered again.

    Args:
        vin: The VIN as entered; may be empty.
        today: Today, as the garage's calendar has it.
        reading_km: The reading of the job, in kilometres; None where unknown.
        start_of_work: The civil day on which work began; None where unknown.
        document: The document that is saved.
        uses_job_documents: The firm works with work orders or claim files.
        state: How far the job's Car-Pass has come.

    Raises:
        Refusal: `out_of_range` for a reading below 0 or above 9,999,999 km; those of a state: `out_of_range` for
            `state.attempt` below 1, `missing_field` for a blank `state.reason`.

    Source: CPSautosoft, "3. Doorsturen gegevens naar Carpass" and "Opladen km stand".
    """

def badge(*, ask_reading_at_badge: bool, submit_at_badge: bool, reading_known: bool) -> Decision[BadgeOutcome]:
    """`car_pass.badge`: when somebody clocks on to a job, is the reading asked for and sent?

    A reading is known when one was entered for this job. What was not asked for at the badge is not sent from it.

    Args:
        ask_reading_at_badge: The setting "Km stand opvragen bij de badge".
        submit_at_badge: The setting "Carpass doorsturen bij de badge".
        reading_known: A reading was entered for this job.

    Source: CPSautosoft, "1. Instellen Carpass gegevens" and "3. Km stand ingeven bij badge".
    """

def start_of_work(
    *,
    policy: Policy,
    entered: date | None = None,
    first_clocking: datetime | None = None,
    arrived: date | None = None,
    start_date_at_register: bool,
    today: date,
) -> Decision[StartOfWorkOutcome]:
    """`car_pass.start_of_work`: which date goes into the file as the start of work?

    A date that already stands in the file is kept; then come the first clocking, with its time, and by the setting
    the arrival. Only for a claim file today stands in for what is not known, with the advisory `date_assumed`.

    Args:
        policy: Which manual's rule applies.
        entered: The civil day that already stands in the file; None where there is none.
        first_clocking: When somebody first clocked on to the job, a naive datetime; None where nobody did.
        arrived: The civil day of "wagen is binnen": the vehicle was entered in the garage register; None where it
            was not.
        start_date_at_register: The setting "Aanvangsdatum bij register".
        today: Today, as the garage's calendar has it.

    Raises:
        Refusal: `invalid_date` for a `first_clocking` with a zone.

    Source: CPSautosoft, "1. Aanvangsdatum bij register" and "3. Datum Aanvang werken"; PlanManager, "Qu'est ce qui
    est envoyé à Car-Pass?".
    """

def submission(
    *,
    policy: Policy,
    vin: str,
    start: StartOfWorkOutcome,
    reading_km: int | None = None,
    damage_reading_km: int | None = None,
    repair_reading_km: int | None = None,
    reading_source: ReadingSource = ReadingSource.DAMAGE_FIRST,
    first_registration: date | None = None,
    enterprise_number: str,
    odometer_replaced: bool,
    work_description: str | None = None,
    account: Account,
) -> Decision[SubmissionOutcome]:
    """`car_pass.submission`: what is sent to Car-Pass?

    Of a work order its reading is sent, of a claim file the reading of the damage, else that of the repair; the
    setting turns this round. The account is checked for completeness alone: no password is ever asked for. The
    advisory `work_description_missing` says that the description is compulsory since 2024-01-01.

    Args:
        policy: Which manual's rule applies.
        vin: The VIN as entered; may be empty.
        start: The start of work, as `car_pass.start_of_work` answers.
        reading_km: Work order: the reading, in kilometres; None where unknown.
        damage_reading_km: Claim file: the reading when the damage was done, in kilometres; None where unknown.
        repair_reading_km: Claim file: the reading when it was repaired, in kilometres; None where unknown.
        reading_source: Claim file: which of its two readings is preferred; that of the damage unless given.
        first_registration: The civil day of the vehicle's first registration; None where unknown.
        enterprise_number: The firm's Belgian enterprise number as entered; blanks, dots and a leading "BE" do not
            matter.
        odometer_replaced: The odometer was replaced during this job.
        work_description: What was done to the vehicle; None where nobody wrote it down.
        account: Which of the settings of the account are filled in.

    Raises:
        Refusal: `faults` has everything that is missing or invalid, in the order of the facts, and the first gives
            code and field: `missing_field` for `vin`, `start.date`, the reading to send, `enterprise_number`,
            `account.user_code_set`, `account.password_set` and `account.email_set`; `unknown_value` for `vin` and
            `enterprise_number`.

    Source: PlanManager, "Qu'est ce qui est envoyé à Car-Pass?"; CPSautosoft, "3. Opladen km stand" and "Km teller
    vervangen".
    """

def lifecycle(*, state: State, event: Event, reason: str | None = None) -> Decision[State]:
    """`car_pass.lifecycle`: what becomes of a job's Car-Pass?

    From not sent to in order. The outcome is the new state. Correcting the data and flagging a replaced odometer
    change no state: what they change is sent next. The correction document may be made from the second error on.

    Args:
        state: How far the job's Car-Pass has come.
        event: What happens.
        reason: Why nothing is sent; needed with `MARK_EXEMPT`, ignored with any other event.

    Raises:
        Refusal: Those of a state; `illegal_transition` for an `event` that cannot happen in this state, where a
            replaced odometer is flagged too late with the advisory `send_correction`; `missing_field` for `reason`
            where a job is marked exempt without one; `out_of_range` for `state.attempt` past the last number there
            is.

    Source: CPSautosoft, "3. Opladen km stand", "Correctiedocument", "Km teller vervangen" and "4. Facturatie".
    """

def actions(*, state: State, signature_configured: bool) -> Decision[ActionsOutcome]:
    """`car_pass.actions`: what may a person do about an error that Car-Pass has answered with?

    After the first error: correct the data, or close without change. From the second on also have the correction
    document made, which goes by e-mail where the user's signature is set, else advisory `signature_not_configured`.

    Args:
        state: How far the job's Car-Pass has come.
        signature_configured: The user's signature is kept in the program.

    Raises:
        Refusal: Those of a state: `out_of_range` for `state.attempt` below 1, `missing_field` for a blank
            `state.reason`.

    Source: CPSautosoft, "3. Opladen km stand" and "Correctiedocument".
    """

def invoicing(*, state: State, document: Document) -> Decision[InvoicingOutcome]:
    """`car_pass.invoicing`: may the job be invoiced?

    Only once its Car-Pass is in order. An invoice that stands alone may be saved as a draft before: the reading is
    sent from it.

    Args:
        state: How far the job's Car-Pass has come.
        document: The document that is to be invoiced.

    Raises:
        Refusal: Those of a state: `out_of_range` for `state.attempt` below 1, `missing_field` for a blank
            `state.reason`.

    Source: CPSautosoft, "4. Facturatie" and "3. Doorsturen gegevens naar Carpass".
    """

def account(*, user_code_set: bool, password_set: bool, email_set: bool) -> Decision[AccountOutcome]:
    """`car_pass.account`: are the Car-Pass settings complete?

    What is filled in is asked, never what it is.

    Args:
        user_code_set: The user code is filled in.
        password_set: The password is filled in.
        email_set: The e-mail address is filled in.

    Source: CPSautosoft, "1. Instellen Carpass gegevens".
    """

def history(*, user_code_set: bool, password_set: bool, email_set: bool, vin: str) -> Decision[HistoryOutcome]:
    """`car_pass.history`: may the history of a vehicle be asked for?

    Vehicles of the fleet and of the stock are treated alike: what is needed is the account and a VIN to ask for.

    Args:
        user_code_set: The user code is filled in.
        password_set: The password is filled in.
        email_set: The e-mail address is filled in.
        vin: The VIN as entered; may be empty.

    Source: CPSautosoft, "2. Opvragen voertuighistoriek" and "1. Instellen Carpass gegevens".
    """

def worklist(*, dossiers: Sequence[Dossier], user_site: str) -> Decision[WorklistOutcome]:
    """`car_pass.worklist`: which jobs still have to be sent, and which of them are red?

    A job stands in the list of its own site until its Car-Pass is in order. The unknown starts of work come first,
    then the oldest; the given order is kept where they are the same. Whether a row is red is what
    `car_pass.readiness` says.

    Args:
        dossiers: The dossiers of all sites, settled ones among them.
        user_site: The site of the user who looks.

    Raises:
        Refusal: Those of `car_pass.readiness` and of a state; `field` says which dossier:
            `dossiers[1].readiness.today`.

    Source: CPSautosoft, "5. Overzicht"; PlanManager, "Attention" and "Pouvoir envoyer un élément de la liste à Car-
    Pass".
    """
