//! The Austrian register of the §57a inspections ("Pickerlbuch").

pub mod law;
mod months;

pub use months::{INTERVAL, REACH};

use crate::model::registry::decisions;
use crate::value::closed_enum;

decisions! {
    import (records),
    register_from_order (records),
    next_due,
    window,
    month_end,
    sources,
}

closed_enum! {
    /// What the law tells apart when it sets windows and intervals.
    pub enum Vehicle {
        /// A private car (M1).
        PrivateCar = "private_car",
        /// A moped, motorcycle or light four-wheeler (L).
        ClassL = "class_l",
        /// A historic vehicle.
        Historic = "historic",
        /// A light trailer (O1, O2).
        LightTrailer = "light_trailer",
        /// A tractor of up to 40 km/h.
        TractorTo40 = "tractor_to_40",
        /// A farm trailer.
        FarmTrailer = "farm_trailer",
        /// A vehicle for goods (N).
        GoodsVehicle = "goods_vehicle",
        /// A bus (M2, M3).
        Bus = "bus",
        /// A taxi.
        Taxi = "taxi",
        /// An ambulance.
        Ambulance = "ambulance",
        /// A heavy trailer (O3, O4).
        HeavyTrailer = "heavy_trailer",
        /// A tractor of more than 40 km/h.
        TractorOver40 = "tractor_over_40",
    }
}

/// What an optional text says; nothing where it is blank.
fn said(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !text.trim().is_empty())
}

mod text {
    //! What several decisions of the register say in the same words.
    use crate::message::Text;

    pub(super) const OUTSIDE_WINDOW: Text = Text {
        en: "The month inspected lies outside the statutory window: check the next inspection date.",
        nl: "De gekeurde maand ligt buiten de wettelijke termijn: controleer de volgende keuringsdatum.",
        fr: "Le mois du contrôle est hors du délai légal : vérifiez la prochaine date de contrôle.",
        de: "Der Überprüfungsmonat liegt außerhalb der gesetzlichen Frist: das nächste Prüfdatum ist zu kontrollieren.",
    };
}
