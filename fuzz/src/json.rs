//! `dms_evaluate_json` and `dms_explain_json` with any bytes, as a program in C calls them: the length first, then a buffer
//! that has just the room, then one that has too little.

use std::ffi::c_char;
use std::ptr::null_mut;

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
    let Ok(request) = str::from_utf8(data) else {
        assert_eq!((status, answer), (c::DMS_STATUS_INVALID_UTF8, None));
        return;
    };
    let answer = answer.expect("an answer");
    assert_eq!(answer, catalogue::evaluate_json(request));
    assert_eq!(status == c::DMS_STATUS_OK, explanation.is_some_and(|explanation| !explanation.is_empty()));
    answer::check(request, &answer);
    let said: Value = serde_json::from_str(&answer).expect("checked");
    assert_eq!(status == c::DMS_STATUS_OK, said.get("error").is_none(), "{status}: {answer}");
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
