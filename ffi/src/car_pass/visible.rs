//! CAR_PASS.VISIBLE (Belgium): whose list shows a dossier?

use std::ffi::c_char;

use dms_rules::car_pass::visible;

use crate::call::{Facts, decide};
use crate::number::{self, Fired, Given, Numbers, mirrored};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// The user's list shows it.
pub const DMS_CAR_PASS_VISIBLE_OUTCOME_VISIBLE: i32 = 1;
/// It stands in the list of another site.
pub const DMS_CAR_PASS_VISIBLE_OUTCOME_HIDDEN: i32 = 2;

/// Row `other_site`.
pub const DMS_CAR_PASS_VISIBLE_ROW_OTHER_SITE: i32 = 1;
/// Row `same_site`.
pub const DMS_CAR_PASS_VISIBLE_ROW_SAME_SITE: i32 = 2;

/// Because the sites differ.
pub const DMS_CAR_PASS_VISIBLE_BECAUSE_OTHER_SITE: u32 = 1 << 0;

mirrored!(visible::Outcome {
    Visible => DMS_CAR_PASS_VISIBLE_OUTCOME_VISIBLE,
    Hidden => DMS_CAR_PASS_VISIBLE_OUTCOME_HIDDEN,
});

pub(crate) static VISIBLE: Numbers = Numbers::new(
    &visible::TABLE,
    const { texts::of::<{ texts::size(&visible::TABLE) }>(&visible::TABLE) }.bytes(),
    &Given {
        rows: &[("other_site", DMS_CAR_PASS_VISIBLE_ROW_OTHER_SITE), ("same_site", DMS_CAR_PASS_VISIBLE_ROW_SAME_SITE)],
        because: &[("other_site", DMS_CAR_PASS_VISIBLE_BECAUSE_OTHER_SITE)],
        advisories: &[],
    },
);

/// The facts of `car_pass.visible`. The names are compared byte by byte: cut the blanks of fixed buffers off.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_car_pass_visible_facts {
    /// The size of this struct.
    pub size: u32,
    /// The site of the user who looks.
    pub user_site: *const c_char,
    /// Its length in bytes.
    pub user_site_length: usize,
    /// The site of the dossier.
    pub dossier_site: *const c_char,
    /// Its length in bytes.
    pub dossier_site_length: usize,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_car_pass_visible_facts {}

impl dms_car_pass_visible_facts {
    /// # Safety
    /// What `user_site` and `dossier_site` point to may be read.
    unsafe fn read(&self) -> Result<visible::Facts<'_>, Refusal> {
        let Self { size: _, user_site, user_site_length, dossier_site, dossier_site_length } = *self;
        // SAFETY: asked of the caller.
        unsafe {
            Ok(visible::Facts {
                user_site: value::text("user_site", user_site, user_site_length)?,
                dossier_site: value::text("dossier_site", dossier_site, dossier_site_length)?,
            })
        }
    }
}

/// What `car_pass.visible` answers.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_car_pass_visible_result {
    /// DMS_CAR_PASS_VISIBLE_OUTCOME_*.
    pub outcome: i32,
    /// DMS_CAR_PASS_VISIBLE_ROW_*.
    pub row: i32,
    /// Bits DMS_CAR_PASS_VISIBLE_BECAUSE_*.
    pub because: u32,
    /// None: 0.
    pub advisories: u32,
}

/// Decides `car_pass.visible`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_car_pass_visible(
    facts: *const dms_car_pass_visible_facts,
    result: *mut dms_car_pass_visible_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let decision = visible::decide(&facts.read()?)?;
            let Fired { row, because, advisories } = VISIBLE.fired(&decision);
            Ok(dms_car_pass_visible_result { outcome: number::of(decision.outcome), row, because, advisories })
        })
    }
}
