//! The Dutch odometer register (OKR, kept by the RDW).

use crate::model::registry::decisions;
use crate::value::closed_enum;

decisions! {
    option (blocks),
    choice (by_hand),
    mutation,
}

closed_enum! {
    /// The vehicle setting "OKR instellingen": when readings are forwarded (OKR, Tabel 1).
    pub enum Mode {
        /// "Nooit": never.
        Never = "never",
        /// "Altijd (bij elke tellerstand mutatie)": at every change of the reading.
        Always = "always",
        /// "Na factuur wanneer tellerstand niet ouder dan x dagen": after an invoice, if the reading is recent enough.
        AfterInvoice = "after_invoice",
        /// The same, and only "vanaf een factuurbedrag (incl. BTW) van € 150,-".
        AfterInvoiceFromAmount = "after_invoice_from_amount",
    }
}

impl Mode {
    const fn is_after_invoice(self) -> bool {
        matches!(self, Self::AfterInvoice | Self::AfterInvoiceFromAmount)
    }
}

/// A reading that differs by more than this from the last one is a probable typing error (OKR, Ad Optie 1).
const LARGEST_DEVIATION_KM: u32 = 100_000;

/// From this many kilometres below the last reading on, the register sees a broken trend (read in
/// aftersalesmagazine.nl, "RDW verbetert proces tellerregistratie"). No manual speaks of it: it only advises.
const TREND_BREAK_KM: i32 = 100;

mod text {
    //! What `okr.option` and `okr.mutation` say in the same words.
    use crate::message::Text;

    pub(super) const READING_UNCHANGED: Text = Text {
        en: "The odometer reading is the same as the last one known.",
        nl: "De tellerstand is gelijk aan de laatst bekende tellerstand.",
        fr: "Le kilométrage est identique au dernier relevé connu.",
        de: "Der Kilometerstand ist gleich dem zuletzt bekannten.",
    };

    pub(super) const DEVIATION_EXCEEDS_LIMIT: Text = Text {
        en: "The odometer reading differs by more than 100,000 km from the last one known: probably a typing error.",
        nl: "De tellerstand wijkt meer dan 100.000 km af van de laatst bekende: waarschijnlijk een typfout.",
        fr: "Le kilométrage s'écarte de plus de 100 000 km du dernier relevé connu : sans doute une faute de frappe.",
        de: "Der Kilometerstand weicht um mehr als 100.000 km vom zuletzt bekannten ab: vermutlich ein Tippfehler.",
    };

    pub(super) const READING_LOWER: Text = Text {
        en: "The reading is up to 99 km below the last one; the register takes that for no trend break.",
        nl: "De tellerstand ligt tot 99 km onder de vorige; voor het register is dat geen trendbreuk.",
        fr: "Le kilométrage est inférieur de 99 km au plus au précédent ; le registre n'y voit pas de rupture.",
        de: "Der Kilometerstand liegt bis zu 99 km unter dem letzten; das Register wertet das nicht als Trendbruch.",
    };

    pub(super) const READING_BREAKS_TREND: Text = Text {
        en: "The reading is 100 km or more below the last one: check it, the register will see a trend break.",
        nl: "De tellerstand ligt 100 km of meer onder de vorige: controleer, het register ziet een trendbreuk.",
        fr: "Le kilométrage est inférieur d'au moins 100 km au précédent : vérifiez, le registre y verra une rupture.",
        de: "Der Kilometerstand liegt 100 km oder mehr unter dem letzten: bitte prüfen, das Register sieht einen Trendbruch.",
    };
}
