//! `car_pass.*`.

use dms_rules::car_pass::{enrolment, readiness, visible};

use crate::name::mirror;

mirror! {
    enrolment::Trigger = "dms_rules.car_pass"."Trigger" { Automatic = "AUTOMATIC", Manual = "MANUAL" }
}

mirror! {
    enrolment::Outcome = "dms_rules.car_pass"."EnrolmentOutcome" { Enrolled = "ENROLLED", NotEnrolled = "NOT_ENROLLED" }
}

mirror! {
    visible::Outcome = "dms_rules.car_pass"."VisibleOutcome" { Visible = "VISIBLE", Hidden = "HIDDEN" }
}

mirror! {
    readiness::Policy = "dms_rules.car_pass"."Policy" { WorkOrder = "WORK_ORDER", ClaimFile = "CLAIM_FILE" }
}

mirror! {
    readiness::Outcome = "dms_rules.car_pass"."ReadinessOutcome" { Ready = "READY", Blocked = "BLOCKED" }
}

/// Car-Pass, the Belgian odometer register.
#[pyo3::pymodule(submodule)]
pub(crate) mod car_pass {
    use dms_rules::car_pass as core;
    use pyo3::prelude::*;

    use crate::decision::Decision;
    use crate::fact::read;
    use crate::fault::guard;

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
    #[pyfunction]
    #[pyo3(signature = (
        *, trigger, work_started, vin, already_transmitted, merged, dossier_number, vat_register_used,
        vat_number_ticked, has_owner,
    ))]
    fn enrolment(
        py: Python<'_>,
        trigger: &Bound<'_, PyAny>,
        work_started: &Bound<'_, PyAny>,
        vin: &Bound<'_, PyAny>,
        already_transmitted: &Bound<'_, PyAny>,
        merged: &Bound<'_, PyAny>,
        dossier_number: &Bound<'_, PyAny>,
        vat_register_used: &Bound<'_, PyAny>,
        vat_number_ticked: &Bound<'_, PyAny>,
        has_owner: &Bound<'_, PyAny>,
    ) -> PyResult<Decision> {
        guard(py, || {
            let facts = read!(core::enrolment::Facts {
                trigger,
                work_started,
                vin,
                already_transmitted,
                merged,
                dossier_number,
                vat_register_used,
                vat_number_ticked,
                has_owner,
            });
            Decision::named(py, core::enrolment::decide(&facts)?)
        })
    }

    /// `car_pass.visible`: whose list shows a dossier?
    ///
    /// A user sees the list of the own site only. Names of sites are compared character by character.
    ///
    /// Args:
    ///     user_site: The site of the user who looks.
    ///     dossier_site: The site of the dossier.
    ///
    /// Source: PlanManager, "Attention: la liste des dossiers … est reliée à chaque site".
    #[pyfunction]
    #[pyo3(signature = (*, user_site, dossier_site))]
    fn visible(py: Python<'_>, user_site: &Bound<'_, PyAny>, dossier_site: &Bound<'_, PyAny>) -> PyResult<Decision> {
        guard(py, || {
            let facts = read!(core::visible::Facts { user_site, dossier_site });
            Decision::named(py, core::visible::decide(&facts)?)
        })
    }

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
    #[pyfunction]
    #[pyo3(signature = (
        *, policy, vin, today, reading_km=None, start_of_work=None, damage_reading_km=None, repair_reading_km=None,
    ))]
    fn readiness(
        py: Python<'_>,
        policy: &Bound<'_, PyAny>,
        vin: &Bound<'_, PyAny>,
        today: &Bound<'_, PyAny>,
        reading_km: Option<&Bound<'_, PyAny>>,
        start_of_work: Option<&Bound<'_, PyAny>>,
        damage_reading_km: Option<&Bound<'_, PyAny>>,
        repair_reading_km: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Decision> {
        guard(py, || {
            let facts = read!(core::readiness::Facts {
                policy,
                vin,
                today,
                reading_km,
                start_of_work,
                damage_reading_km,
                repair_reading_km,
            });
            Decision::named(py, core::readiness::decide(&facts)?)
        })
    }
}
