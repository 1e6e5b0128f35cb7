from datetime import date

from dms_rules._native import Decision
from dms_rules.car_pass import EnrolmentOutcome, Policy, ReadinessOutcome, Trigger, VisibleOutcome

__all__ = ["enrolment", "readiness", "visible"]

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
