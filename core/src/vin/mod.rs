//! Vehicle identification numbers (VIN, chassis numbers).

use crate::model::registry::decisions;

decisions! {
    check,
}
