//! A program with every decision, from JSON to JSON, for `benches/peers/size`.

fn main() {
    for line in std::io::stdin().lines().map_while(Result::ok) {
        println!("{}", dms_rules::catalogue::evaluate_json(&line));
    }
}
