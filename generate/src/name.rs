//! One name in the manner of each language.

/// `clear_reservation` as `ClearReservation`.
pub(crate) fn camel(snake: &str) -> String {
    snake.split(['_', '.']).map(capital).collect()
}

/// `clear_reservation` as `clearReservation`.
pub(crate) fn lower_camel(snake: &str) -> String {
    let camel = camel(snake);
    let mut rest = camel.chars();
    rest.next().map_or_else(String::new, |first| first.to_lowercase().chain(rest).collect())
}

/// `clear_reservation`, `ClearReservation` and `booking.Kind` as `CLEAR_RESERVATION` and `BOOKING_KIND`.
pub(crate) fn shouting(name: &str) -> String {
    snake(name).to_uppercase()
}

/// `ClearReservation` as `clear_reservation`, `booking.plan.Other` as `booking_plan_other`.
pub(crate) fn snake(name: &str) -> String {
    let mut snake = String::new();
    for letter in name.chars() {
        if letter == '.' {
            snake.push('_');
        } else if letter.is_uppercase() {
            if !snake.is_empty() && !snake.ends_with('_') {
                snake.push('_');
            }
            snake.extend(letter.to_lowercase());
        } else {
            snake.push(letter);
        }
    }
    snake
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::{camel, lower_camel, shouting, snake};

    #[test]
    fn names_follow_each_language() {
        assert_eq!(camel("car_pass.start_of_work"), "CarPassStartOfWork");
        assert_eq!(lower_camel("odometer_km"), "odometerKm");
        assert_eq!(shouting("booking.permission.Action"), "BOOKING_PERMISSION_ACTION");
        assert_eq!(snake("RegisterEntry"), "register_entry");
    }
}
