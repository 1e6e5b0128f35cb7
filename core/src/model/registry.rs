//! The decisions of a domain: declared once, where their modules are, and walked by everything that speaks of all of them.

/// Declares the decisions of a domain, in the order of the rules. For each it declares the module and takes from it `Facts`,
/// `decide`, `TABLE` and `WORDS`. Behind a decision stands what is particular about it:
/// * `times`: its facts hold times, and it is generic over them;
/// * `records`: a fact is a record, a set or a list, and does not lie in a column;
/// * `blocks`: its columns have a shorter way, `BLOCKS`;
/// * `by_hand`: `DECLARATION`, `ENTRY` and `FLAT` stand in the module.
macro_rules! decisions {
    ($($module:ident $(($($kind:ident),+))?),+ $(,)?) => {
        $(pub mod $module;)+

        /// What every decision of this domain declares.
        pub(crate) const DECLARATIONS: &[$crate::model::Declaration] =
            &[$($crate::model::registry::declaration!($module $(, $($kind)+)?)),+];

        /// Every decision of this domain, from JSON to JSON.
        #[cfg(feature = "json")]
        pub(crate) const ENTRIES: &[$crate::catalogue::Entry] =
            &[$($crate::model::registry::entry!($module $(, $($kind)+)?)),+];

        /// Every decision of this domain, its facts in columns.
        #[cfg(feature = "columns")]
        pub(crate) const FLAT: &[Option<$crate::columns::Flat>] =
            &[$($crate::model::registry::flat!($module $(, $($kind)+)?)),+];

        /// The files in which they stand.
        #[cfg(feature = "export")]
        pub(crate) const SOURCES: &[&str] = &[$(include_str!(concat!(stringify!($module), ".rs"))),+];
    };
}
pub(crate) use decisions;

macro_rules! declaration {
    ($module:ident, by_hand) => { $module::DECLARATION };
    ($module:ident, times $($kind:ident)*) => {
        $crate::model::registry::declaration!(@with $module, $module::decide::<chrono::DateTime<chrono::Utc>>)
    };
    ($module:ident $(, $($kind:ident)+)?) => {
        $crate::model::registry::declaration!(@with $module, $module::decide)
    };
    (@with $module:ident, $decide:expr) => {{
        const SIGNATURE: (&$crate::model::Record, $crate::model::Shape) = $crate::model::signature($decide);
        $crate::model::Declaration {
            table: &$module::TABLE,
            words: $module::WORDS,
            facts: SIGNATURE.0,
            outcome: SIGNATURE.1,
            decide: concat!(module_path!(), "::", stringify!($module), "::decide"),
        }
    }};
}
pub(crate) use declaration;

#[cfg(feature = "json")]
macro_rules! entry {
    ($module:ident, by_hand) => {
        $module::ENTRY
    };
    ($module:ident, times $($kind:ident)*) => {
        $crate::catalogue::Entry::new(&$module::TABLE, |facts| {
            let facts: $module::FactsInJson<'_> = $crate::json::read(facts)?;
            // The times are of the kind of the first that is given: the clock on the wall or an instant.
            match facts.first_time() {
                Some($crate::json::JsonTime::Instant(_)) => {
                    $crate::catalogue::answer($module::decide(&facts.with_times($crate::json::JsonTime::instant)?))
                }
                Some($crate::json::JsonTime::WallClock(_)) | None => {
                    $crate::catalogue::answer($module::decide(&facts.with_times($crate::json::JsonTime::wall_clock)?))
                }
            }
        })
    };
    ($module:ident $(, $($kind:ident)+)?) => {
        $crate::catalogue::Entry::new(&$module::TABLE, |facts| {
            $crate::catalogue::answer($module::decide(&$crate::json::read(facts)?))
        })
    };
}
#[cfg(feature = "json")]
pub(crate) use entry;

#[cfg(feature = "columns")]
macro_rules! flat {
    ($module:ident, by_hand) => { $module::FLAT };
    ($module:ident, times) => {{
        const _: () = $crate::model::registry::lies_in_columns(
            $crate::model::signature($module::decide::<chrono::NaiveDateTime>).0,
        );
        Some($crate::columns::Flat::new(
            &$module::TABLE,
            || $crate::columns::columns_of(|facts| $module::decide::<chrono::NaiveDateTime>(facts)),
            |cells, to| {
                let facts: $module::FactsInJson<'_> = $crate::json::read_row(cells)?;
                to.put($module::decide(&facts.with_times($crate::json::JsonTime::in_column)?)?);
                Ok(())
            },
        ))
    }};
    ($module:ident, $(times)? records) => { None };
    ($module:ident, blocks) => { Some($crate::columns::Flat::in_blocks($crate::model::registry::flat!(@ $module), $module::BLOCKS)) };
    ($module:ident) => { Some($crate::model::registry::flat!(@ $module)) };
    (@ $module:ident) => {{
        const _: () = $crate::model::registry::lies_in_columns($crate::model::signature($module::decide).0);
        $crate::columns::Flat::new(
            &$module::TABLE,
            || $crate::columns::columns_of(|facts| $module::decide(facts)),
            |cells, to| {
                let facts = $crate::json::read_row(cells)?;
                to.put($module::decide(&facts)?);
                Ok(())
            },
        )
    }};
}
#[cfg(feature = "columns")]
pub(crate) use flat;

/// Stops the build where a fact does not lie in a column.
#[cfg(feature = "columns")]
#[track_caller]
pub(crate) const fn lies_in_columns(facts: &super::Record) {
    assert!(facts.is_flat(), "a fact is a record, a set or a list: the decision is one of `records`");
}

/// What every domain has under this name, in the order of the rules.
macro_rules! every_domain {
    ($list:ident) => {
        &[
            $crate::vin::$list,
            $crate::car_pass::$list,
            $crate::okr::$list,
            $crate::quarter_hour::$list,
            $crate::booking::$list,
            $crate::inspection::$list,
        ]
    };
}
pub(crate) use every_domain;
