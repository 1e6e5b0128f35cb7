#![no_main]

dms_rules_fuzz::fuzz!("facts");
