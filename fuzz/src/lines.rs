//! The lines of `decide`: every form of its output, and what was recorded decided again.

use std::process::ExitCode;

use dms_rules::catalogue;
use dms_rules::message::Language;
use serde_json::Value;
use serde_json::value::RawValue;

#[allow(dead_code, reason = "its arguments are not read here")]
#[path = "../../core/examples/decide/main.rs"]
mod decide;

use decide::{Lines, Stop};

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// One file.
pub fn target(data: &[u8]) {
    let requests: Vec<_> = data.strip_prefix(BYTE_ORDER_MARK).unwrap_or(data).split(|byte| *byte == b'\n').collect();
    let requests: Vec<_> = requests.into_iter().map(<[u8]>::trim_ascii).filter(|line| !line.is_empty()).collect();
    let language = *Language::ALL.get(data.len() % Language::ALL.len()).expect("a language");

    let (answers, status) = said(decide::as_json, data);
    assert_eq!(answers.len(), requests.len(), "a line for each line");
    let mut refused = false;
    for (request, answer) in requests.iter().zip(&answers) {
        match str::from_utf8(request) {
            Ok(request) => assert_eq!(*answer, catalogue::evaluate_json(request)),
            Err(_) => assert!(answer.starts_with(r#"{"decision":null,"error":{"code":"malformed_json""#), "{answer}"),
        }
        refused |= serde_json::from_str::<Value>(answer).expect("an answer").get("error").is_some();
    }
    assert_eq!(status, if refused { ExitCode::FAILURE } else { ExitCode::SUCCESS });

    let (table, status_of_table) = said(|lines, out| decide::as_table(lines, out, language), data);
    assert_eq!((status, requests.is_empty()), (status_of_table, table.is_empty()));
    let (explained, status_of_explanation) = said(|lines, out| decide::explained(lines, out, language), data);
    assert_eq!((status, requests.is_empty()), (status_of_explanation, explained.is_empty()));

    let _ = said_or_stopped(|lines, out| decide::replay::as_table(lines, out, language), data);
    // What is no JSON cannot be recorded, and is told to a person.
    if requests.is_empty() || requests.iter().any(|line| serde_json::from_slice::<&RawValue>(line).is_err()) {
        return;
    }
    let (recorded, status_of_record) = said(decide::recorded, data);
    assert_eq!((recorded.len(), status_of_record), (requests.len(), status));
    let recorded = recorded.join("\n");
    let (told, replayed) = said(decide::replay::as_json, recorded.as_bytes());
    let summary: Value = serde_json::from_str(told.last().expect("a summary")).expect("JSON");
    assert_eq!(
        (told.len(), &summary["differing"], &summary["lines"]),
        (1, &0.into(), &requests.len().into()),
        "{told:?}"
    );
    assert_eq!(replayed, ExitCode::SUCCESS);
}

type Said = (Vec<String>, ExitCode);

/// What is said to a file, line by line, and the exit status.
fn said<'d>(form: impl FnOnce(Lines<&'d [u8]>, &mut Vec<u8>) -> Result<ExitCode, Stop>, data: &'d [u8]) -> Said {
    said_or_stopped(form, data).unwrap_or_else(|| panic!("it stopped"))
}

fn said_or_stopped<'d>(
    form: impl FnOnce(Lines<&'d [u8]>, &mut Vec<u8>) -> Result<ExitCode, Stop>,
    data: &'d [u8],
) -> Option<Said> {
    let mut out = Vec::new();
    let status = form(Lines::read(data, "lines".to_owned()), &mut out).ok()?;
    let text = String::from_utf8(out).expect("UTF-8");
    Some((text.split_terminator('\n').map(str::to_owned).collect(), status))
}
