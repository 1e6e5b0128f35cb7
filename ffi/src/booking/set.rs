//! Sets of names as C gives them, one bit for each name.

use std::fmt::Display;

use dms_rules::error::ErrorCode;
use dms_rules::value::{Closed, Set};

use crate::number::{self, InSets};
use crate::status::Refusal;

/// Reads a set by its bits.
pub(super) fn read<E: Closed + Display + InSets>(field: &'static str, bits: u32) -> Result<Set<E>, Refusal> {
    let all = Set::<E>::ALL;
    let unknown = bits & !number::set(all.iter());
    if unknown != 0 {
        let known: Vec<_> = all.iter().map(|name| format!("{} ({name})", name.bit())).collect();
        let expected = format!("bits {}, found also {unknown}", known.join(", "));
        return Err(Refusal::new(ErrorCode::UnknownValue, field, expected));
    }
    Ok(all.iter().filter(|name| bits & name.bit() != 0).collect())
}

#[cfg(test)]
mod tests {
    use dms_rules::booking::Right;
    use dms_rules::value::Set;

    use super::read;
    use crate::number;

    #[test]
    fn every_set_comes_back_and_an_unknown_bit_is_refused() {
        for bits in 0..1 << Right::ALL.len() {
            let rights = read::<Right>("rights", bits).expect("known bits");
            assert_eq!((number::set(rights.iter()), rights.len()), (bits, bits.count_ones() as usize));
        }
        assert_eq!(read::<Right>("rights", 0).ok(), Some(Set::EMPTY));
        for bit in (Right::ALL.len() as u32)..u32::BITS {
            assert!(read::<Right>("rights", 1 | 1 << bit).is_err(), "{bit}");
        }
    }
}
