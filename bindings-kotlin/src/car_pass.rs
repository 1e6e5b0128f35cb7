//! `car_pass.enrolment`, `car_pass.visible` and `car_pass.readiness`.

use dms_rules::car_pass::{enrolment, readiness, visible};
use dms_rules::error::Error;
use dms_rules::value::Vin;

use crate::answer::{answer, mirror};
use crate::fact::{Fact, WireDate, WireText};

/// The facts of `car_pass.enrolment`.
#[derive(uniffi::Record)]
pub(crate) struct WireCarPassEnrolmentFacts {
    trigger: WireCarPassTrigger,
    work_started: bool,
    vin: WireText,
    already_transmitted: bool,
    merged: bool,
    dossier_number: i64,
    vat_register_used: bool,
    vat_number_ticked: bool,
    has_owner: bool,
}

mirror! {
    /// What sets the enrolment off.
    WireCarPassTrigger = enrolment::Trigger: { Automatic, Manual }
    comes_in
}

mirror! {
    /// Whether the dossier enters the list.
    WireCarPassEnrolmentOutcome = enrolment::Outcome: { Enrolled, NotEnrolled }
    goes_out
}

answer! {
    /// The answer of `car_pass.enrolment`.
    WireCarPassEnrolmentAnswer of WireCarPassEnrolmentOutcome
}

impl TryFrom<WireCarPassEnrolmentFacts> for enrolment::Facts {
    type Error = Error;

    fn try_from(wire: WireCarPassEnrolmentFacts) -> Result<Self, Error> {
        let WireCarPassEnrolmentFacts {
            trigger,
            work_started,
            vin,
            already_transmitted,
            merged,
            dossier_number,
            vat_register_used,
            vat_number_ticked,
            has_owner,
        } = wire;
        Ok(Self {
            trigger: trigger.into(),
            work_started,
            vin: Vin::new(&vin.read("vin")?),
            already_transmitted,
            merged,
            dossier_number,
            vat_register_used,
            vat_number_ticked,
            has_owner,
        })
    }
}

/// Decides `car_pass.enrolment` for each dossier.
#[uniffi::export]
pub(crate) fn car_pass_enrolment(facts: Vec<WireCarPassEnrolmentFacts>) -> Vec<WireCarPassEnrolmentAnswer> {
    facts.into_iter().map(|facts| facts.try_into().and_then(|facts| enrolment::decide(&facts)).into()).collect()
}

/// The facts of `car_pass.visible`.
#[derive(uniffi::Record)]
pub(crate) struct WireCarPassVisibleFacts {
    user_site: WireText,
    dossier_site: WireText,
}

mirror! {
    /// Whether the user sees the dossier.
    WireCarPassVisibleOutcome = visible::Outcome: { Visible, Hidden }
    goes_out
}

answer! {
    /// The answer of `car_pass.visible`.
    WireCarPassVisibleAnswer of WireCarPassVisibleOutcome
}

/// Decides `car_pass.visible` for each dossier.
#[uniffi::export]
pub(crate) fn car_pass_visible(facts: Vec<WireCarPassVisibleFacts>) -> Vec<WireCarPassVisibleAnswer> {
    let decide = |WireCarPassVisibleFacts { user_site, dossier_site }| {
        let (user_site, dossier_site) = (user_site.read("user_site")?, dossier_site.read("dossier_site")?);
        visible::decide(&visible::Facts { user_site: &user_site, dossier_site: &dossier_site })
    };
    facts.into_iter().map(|facts| decide(facts).into()).collect()
}

/// The facts of `car_pass.readiness`.
#[derive(uniffi::Record)]
pub(crate) struct WireCarPassReadinessFacts {
    policy: WireCarPassPolicy,
    vin: WireText,
    today: WireDate,
    reading_km: Option<i32>,
    start_of_work: Option<WireDate>,
    damage_reading_km: Option<i32>,
    repair_reading_km: Option<i32>,
}

mirror! {
    /// Which kind of file the readings come from.
    WireCarPassPolicy = readiness::Policy: { WorkOrder, ClaimFile }
    comes_in
}

mirror! {
    /// Whether the reading may be sent.
    WireCarPassReadinessOutcome = readiness::Outcome: { Ready, Blocked }
    goes_out
}

answer! {
    /// The answer of `car_pass.readiness`.
    WireCarPassReadinessAnswer of WireCarPassReadinessOutcome
}

impl TryFrom<WireCarPassReadinessFacts> for readiness::Facts {
    type Error = Error;

    fn try_from(wire: WireCarPassReadinessFacts) -> Result<Self, Error> {
        let WireCarPassReadinessFacts {
            policy,
            vin,
            today,
            reading_km,
            start_of_work,
            damage_reading_km,
            repair_reading_km,
        } = wire;
        Ok(Self {
            policy: policy.into(),
            vin: Vin::new(&vin.read("vin")?),
            today: today.read("today")?,
            reading_km: reading_km.read("reading_km")?,
            start_of_work: start_of_work.read("start_of_work")?,
            damage_reading_km: damage_reading_km.read("damage_reading_km")?,
            repair_reading_km: repair_reading_km.read("repair_reading_km")?,
        })
    }
}

/// Decides `car_pass.readiness` for each dossier.
#[uniffi::export]
pub(crate) fn car_pass_readiness(facts: Vec<WireCarPassReadinessFacts>) -> Vec<WireCarPassReadinessAnswer> {
    facts.into_iter().map(|facts| facts.try_into().and_then(|facts| readiness::decide(&facts)).into()).collect()
}
