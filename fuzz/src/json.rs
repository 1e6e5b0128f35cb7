//! The functions that answer in JSON with any bytes, as a program in C calls them: the length first, then a buffer that has
//! just the room, then one that has too little. The same bytes stand for a request and for the id of a decision.

use std::ffi::c_char;
use std::ptr::{null, null_mut};

use dms_rules::catalogue;
use dms_rules_ffi as c;
use serde_json::Value;

use crate::answer;

type Call<'r> = dyn Fn(*mut c_char, usize, *mut usize) -> i32 + 'r;

/// What stands in the buffer before a call.
const COVER: u8 = 0xA5;

/// One request.
pub fn target(data: &[u8]) {
    let request: Box<[u8]> = data.into();
    // SAFETY: in both: the request is as long as is said, the answer has as much room, and no error is wanted.
    let evaluate = |answer, capacity, length| unsafe {
        c::dms_evaluate_json(request.as_ptr().cast(), request.len(), answer, capacity, length, null_mut())
    };
    let language = 1 + request.len() as i32 % 4;
    let explain = |answer, capacity, length| unsafe {
        c::dms_explain_json(request.as_ptr().cast(), request.len(), language, answer, capacity, length, null_mut())
    };
    let (status, answer) = asked(&evaluate);
    let (status_of_explanation, explanation) = asked(&explain);
    assert_eq!(status, status_of_explanation);
    assert_ne!(status, c::DMS_STATUS_PANIC);
    by_id(&request);
    let Ok(request) = str::from_utf8(data) else {
        assert_eq!((status, answer), (c::DMS_STATUS_INVALID_UTF8, Some(String::new())));
        return;
    };
    let answer = answer.expect("an answer");
    assert_eq!(answer, catalogue::evaluate_json(request));
    assert_eq!(status == c::DMS_STATUS_OK, explanation.is_some_and(|explanation| !explanation.is_empty()));
    answer::check(request, &answer);
    let said: Value = serde_json::from_str(&answer).expect("checked");
    assert_eq!(status == c::DMS_STATUS_OK, said.get("error").is_none(), "{status}: {answer}");
}

/// What is told of a decision by its id.
fn by_id(id: &[u8]) {
    // SAFETY: in all: the id is as long as is said, the answer has as much room, and no error is wanted.
    let describe = |answer, capacity, length| unsafe {
        c::dms_describe_json(id.as_ptr().cast(), id.len(), answer, capacity, length, null_mut())
    };
    let schema = |answer, capacity, length| unsafe {
        c::dms_schema_json(id.as_ptr().cast(), id.len(), answer, capacity, length, null_mut())
    };
    let known = str::from_utf8(id).is_ok_and(|id| catalogue::find(id).is_ok());
    for (status, answer) in [asked(&describe), asked(&schema)] {
        assert_eq!(status == c::DMS_STATUS_OK, known);
        assert_eq!(answer.is_some_and(|answer| !answer.is_empty()), known);
    }
    // Of no id it is the model of all decisions, which is long and always the same.
    if !id.is_empty() {
        let model = |answer, capacity, length| unsafe {
            c::dms_model_json(id.as_ptr().cast(), id.len(), answer, capacity, length, null_mut())
        };
        assert_eq!(asked(&model).0 == c::DMS_STATUS_OK, known);
    }
    let list = |answer, capacity, length| unsafe { c::dms_list_json(answer, capacity, length, null_mut()) };
    if known {
        assert_eq!(asked(&list).0, c::DMS_STATUS_OK);
    }
    let mut text = null();
    // SAFETY: both names are as long as is said, and the place for the text is one.
    let status = unsafe {
        let (name, length) = (id.as_ptr().cast(), id.len());
        c::dms_text(name, length, name, length, 1, &raw mut text, null_mut())
    };
    assert_ne!(status, c::DMS_STATUS_OK, "no row has the id of a decision");
}

/// The status and the answer; none where nothing is written.
fn asked(call: &Call<'_>) -> (i32, Option<String>) {
    let mut length = usize::MAX;
    let mut nothing: [c_char; 0] = [];
    let without_room = call(nothing.as_mut_ptr(), 0, &raw mut length);
    if length == usize::MAX {
        return (without_room, None);
    }
    let mut buffer = vec![COVER; length + 1].into_boxed_slice();
    let mut again = usize::MAX;
    let status = call(buffer.as_mut_ptr().cast(), buffer.len(), &raw mut again);
    assert_eq!((again, buffer[length]), (length, 0));
    // A refusal is explained by nothing, which always has room.
    assert!(without_room == c::DMS_STATUS_BUFFER_TOO_SMALL || (without_room == status && length == 0));
    let mut less = vec![COVER; length].into_boxed_slice();
    if length > 0 {
        let short = call(less.as_mut_ptr().cast(), less.len(), &raw mut again);
        assert_eq!((short, again, less[0]), (c::DMS_STATUS_BUFFER_TOO_SMALL, length, 0));
        assert!(less[1..].iter().all(|byte| *byte == COVER), "what has no room is not written");
    }
    let text = String::from_utf8(buffer[..length].to_vec()).expect("UTF-8");
    (status, Some(text))
}
