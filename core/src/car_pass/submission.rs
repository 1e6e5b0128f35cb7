//! `car_pass.submission`: what is sent to Car-Pass?
//!
//! Source: PM, "Qu'est ce qui est envoyé à Car-Pass?" (start of work, reading, VIN, first registration, login, enterprise
//! number); CPS 3, "Opladen km stand" and "Km teller vervangen" ("dient u dit aan te geven op het dossier, voor u de carpass
//! gegevens doorstuurt").
//!
//! Readings of the manuals:
//! * PM sends the reading of the damage where there is one ("Si le champ du 'km Dégât' est rempli"), else "le kilométrage
//!   originel", which is that of the repair; the reverse order is a setting.
//! * The login is checked for completeness alone: no password ever enters the library.
//! * A missing description of the work is an advisory, though it is compulsory since 2024-01-01, because neither manual
//!   knows it yet.
//! * Everything that is missing or invalid is named at once, so that a person mends it in one go.

use chrono::{NaiveDate, NaiveTime};
use dms_rules_derive::{Facts, Outcome};

use super::account;
use super::readiness::Policy;
use super::start_of_work::{self, to_the_second};
use crate::decision::Decision;
use crate::decision_table;
use crate::error::{Error, ErrorCode};
use crate::manual::PM;
use crate::message::Text;
use crate::value::{EnterpriseNumber, OdometerReading, Vin, VinForm, closed_enum, given};

/// The facts of `car_pass.submission`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts<'a> {
    /// Which manual's rule applies.
    pub policy: Policy,
    /// The VIN as entered; may be empty.
    pub vin: Vin,
    /// The start of work, as `car_pass.start_of_work` answers.
    pub start: start_of_work::Outcome,
    /// `work_order`: the reading of the work order, in km.
    pub reading_km: Option<OdometerReading>,
    /// `claim_file`: the reading when the damage was done, in km.
    pub damage_reading_km: Option<OdometerReading>,
    /// `claim_file`: the reading when it was repaired, in km.
    pub repair_reading_km: Option<OdometerReading>,
    /// `claim_file`: which of its two readings is preferred.
    #[fact(default = ReadingSource::DamageFirst)]
    pub reading_source: ReadingSource,
    /// The day of the vehicle's first registration.
    pub first_registration: Option<NaiveDate>,
    /// The firm's Belgian enterprise number as entered; blanks, dots and a leading "BE" do not matter.
    pub enterprise_number: &'a str,
    /// The odometer was replaced during this job.
    pub odometer_replaced: bool,
    /// What was done to the vehicle.
    pub work_description: Option<&'a str>,
    /// Which of the settings of the account are filled in.
    pub account: account::Facts,
}

closed_enum! {
    /// Which of a claim file's two readings is preferred; the other one is sent where it is missing.
    pub enum ReadingSource {
        /// The reading of the damage.
        DamageFirst = "damage_first",
        /// The reading of the repair.
        RepairFirst = "repair_first",
    }
}

#[allow(clippy::derivable_impls, reason = "the enum's declaration carries names, not attributes")]
impl Default for ReadingSource {
    fn default() -> Self {
        Self::DamageFirst
    }
}

/// What is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
pub struct Outcome<'a> {
    /// The VIN, normalised.
    pub vin: Vin,
    /// The odometer reading, in km.
    pub reading_km: OdometerReading,
    /// Which reading that is.
    pub reading_origin: ReadingOrigin,
    /// When work began.
    pub start_of_work: StartOfWork,
    /// The day of the vehicle's first registration.
    pub first_registration: Option<NaiveDate>,
    /// The firm's enterprise number.
    pub enterprise_number: EnterpriseNumber,
    /// The odometer was replaced during this job.
    pub odometer_replaced: bool,
    /// What was done to the vehicle.
    pub work_description: Option<&'a str>,
}

/// When work began.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
pub struct StartOfWork {
    /// The day.
    pub date: NaiveDate,
    /// The time of day, to the second.
    pub time: Option<NaiveTime>,
}

closed_enum! {
    /// Which reading is sent.
    pub enum ReadingOrigin {
        /// That of the work order.
        WorkOrder = "work_order",
        /// That of the damage.
        Damage = "damage",
        /// That of the repair.
        Repair = "repair",
    }
}

decision_table! {
    /// Of a work order its reading is sent, of a claim file the reading of the damage, else that of the repair; the
    /// setting turns this round. The account is checked for completeness alone: no password is ever asked for. The
    /// advisory `work_description_missing` says that the description is compulsory since 2024-01-01.
    ///
    /// A refusal lists everything that is missing or invalid, in the order of the facts; the first gives code and
    /// field.
    decision "car_pass.submission", edition "2026-11";
    question Text {
        en: "What is sent to Car-Pass?",
        nl: "Wat wordt naar Car-Pass gestuurd?",
        fr: "Qu'est-ce qui est envoyé à Car-Pass ?",
        de: "Was wird an Car-Pass gesendet?",
    };
    refuses {
        missing_field: "`vin`, `start.date` and `enterprise_number`";
        missing_field: "the reading to send: `reading_km` of a work order, of a claim file the preferred one of `damage_reading_km` and `repair_reading_km`";
        missing_field: "`account.user_code_set`, `account.password_set` and `account.email_set`, where they are not filled in";
        unknown_value: "`vin` and `enterprise_number` that cannot be one";
    }
    source PM, "Qu'est ce qui est envoyé à Car-Pass?; CPSautosoft: 3. Opladen km stand; Km teller vervangen";
    hit policy NONE;

    given(facts: &Facts<'_>) {}

    conditions {
        work_description_missing    = given(facts.work_description).is_none(),
            feel "not(given(work_description))";
    }

    impossible {}

    advisories {
        work_description_missing    : work_description_missing;
    }

    texts {
        work_description_missing: Text {
            en: "The description of the work is missing; it has been compulsory since 1 January 2024.",
            nl: "De beschrijving van de werken ontbreekt; die is verplicht sinds 1 januari 2024.",
            fr: "La description des travaux manque ; elle est obligatoire depuis le 1er janvier 2024.",
            de: "Die Beschreibung der Arbeiten fehlt; sie ist seit dem 1. Jänner 2024 Pflicht.",
        };
    }
}

/// Decides `car_pass.submission`.
///
/// # Errors
/// All that is missing or invalid, in the order of the facts, as [`Error::faults`]; the first gives code and field:
/// * [`ErrorCode::MissingField`] `vin`, `start.date`, `reading_km` (`work_order`), the preferred one of `damage_reading_km`
///   and `repair_reading_km` (`claim_file`), `enterprise_number`, `account.user_code_set`, `account.password_set`,
///   `account.email_set`;
/// * [`ErrorCode::UnknownValue`] `vin`, `enterprise_number`.
pub fn decide<'a>(facts: &Facts<'a>) -> Result<Decision<Outcome<'a>>, Error> {
    let (vin, date, reading, enterprise_number) = (vin(facts), date(facts), reading(facts), enterprise_number(facts));
    let faults = [
        vin.as_ref().err().cloned(),
        date.as_ref().err().cloned(),
        reading.as_ref().err().cloned(),
        enterprise_number.as_ref().err().cloned(),
    ];
    let faults = faults.into_iter().flatten().chain(unset(&facts.account)).collect();
    if let Some(refusal) = Error::listing(faults) {
        return Err(refusal);
    }
    let (reading_km, reading_origin) = reading?;
    let outcome = Outcome {
        vin: vin?,
        reading_km,
        reading_origin,
        start_of_work: StartOfWork { date: date?, time: facts.start.time.map(to_the_second) },
        first_registration: facts.first_registration,
        enterprise_number: enterprise_number?,
        odometer_replaced: facts.odometer_replaced,
        work_description: given(facts.work_description),
    };
    Ok(apply(facts).map(|()| outcome))
}

fn vin(facts: &Facts<'_>) -> Result<Vin, Error> {
    match facts.vin.form() {
        VinForm::Missing => Err(missing("vin", "a chassis number")),
        VinForm::TooLong | VinForm::IllegalCharacter => Err(Error::new(
            ErrorCode::UnknownValue,
            "vin",
            "a chassis number: at most 17 characters that may stand in one",
        )),
        VinForm::Short | VinForm::Standard => Ok(facts.vin),
    }
}

fn date(facts: &Facts<'_>) -> Result<NaiveDate, Error> {
    facts.start.date.ok_or_else(|| missing("start.date", "the day on which work began"))
}

/// The reading to send, and which one it is.
fn reading(facts: &Facts<'_>) -> Result<(OdometerReading, ReadingOrigin), Error> {
    let work_order = ("reading_km", facts.reading_km, ReadingOrigin::WorkOrder);
    let damage = ("damage_reading_km", facts.damage_reading_km, ReadingOrigin::Damage);
    let repair = ("repair_reading_km", facts.repair_reading_km, ReadingOrigin::Repair);
    let (preferred, second) = match (facts.policy, facts.reading_source) {
        (Policy::WorkOrder, _) => (work_order, None),
        (Policy::ClaimFile, ReadingSource::DamageFirst) => (damage, Some(repair)),
        (Policy::ClaimFile, ReadingSource::RepairFirst) => (repair, Some(damage)),
    };
    let mut candidates = [Some(preferred), second].into_iter().flatten();
    candidates
        .find_map(|(_, reading, origin)| Some((reading?, origin)))
        .ok_or_else(|| missing(preferred.0, "an odometer reading"))
}

fn enterprise_number(facts: &Facts<'_>) -> Result<EnterpriseNumber, Error> {
    let field = "enterprise_number";
    let entered = given(Some(facts.enterprise_number)).ok_or_else(|| missing(field, EnterpriseNumber::EXPECTED))?;
    EnterpriseNumber::new(entered).ok_or_else(|| Error::new(ErrorCode::UnknownValue, field, EnterpriseNumber::EXPECTED))
}

/// A fault for each setting of the account that is not filled in.
fn unset(account: &account::Facts) -> impl Iterator<Item = Error> + use<> {
    let settings = [
        (account.user_code_set, "account.user_code_set", "the Car-Pass user code set"),
        (account.password_set, "account.password_set", "the Car-Pass password set"),
        (account.email_set, "account.email_set", "the e-mail address for Car-Pass set"),
    ];
    settings.into_iter().filter(|(set, ..)| !set).map(|(_, field, expected)| missing(field, expected))
}

fn missing(field: &'static str, expected: &'static str) -> Error {
    Error::new(ErrorCode::MissingField, field, expected)
}
