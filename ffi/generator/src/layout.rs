//! Where the members of the header's structs lie: worked out here by the rules of C, written down once for the compiler
//! of C and once for that of Rust, so that each says where it differs.

use std::collections::BTreeMap;
use std::error::Error;

/// What the layout depends on.
#[derive(Clone, Copy)]
struct Machine {
    pointer: usize,
}

/// With pointers of 64 bits, and of 32. On both, a number of 64 bits lies on a multiple of 8 bytes.
const MACHINES: [Machine; 2] = [Machine { pointer: 8 }, Machine { pointer: 4 }];

/// A length and what its place is a multiple of, in bytes.
#[derive(Clone, Copy)]
struct Extent {
    size: usize,
    align: usize,
}

impl Extent {
    fn number(size: usize) -> Self {
        Self { size, align: size }
    }
}

struct Member {
    name: String,
    /// Its offset and size on each machine.
    places: [(usize, usize); 2],
}

struct Struct {
    name: String,
    members: Vec<Member>,
    extents: [Extent; 2],
}

/// The files that say where everything lies: `dms_rules_layout.h` and `layout.rs`.
pub fn files(header: &str) -> Result<(String, String), Box<dyn Error>> {
    let structs = structs(header)?;
    Ok((for_c(&structs), for_rust(&structs)))
}

/// Reads the structs as this generator writes them: a member a line.
fn structs(header: &str) -> Result<Vec<Struct>, Box<dyn Error>> {
    let mut constants = BTreeMap::new();
    let mut known: Vec<Struct> = Vec::new();
    let mut open: Option<Struct> = None;
    for line in header.lines().map(str::trim) {
        if let Some((name, value)) = line.strip_prefix("#define ").and_then(|rest| rest.split_once(' ')) {
            constants.insert(name.to_owned(), value.to_owned());
        } else if let Some(name) = line.strip_prefix("typedef struct ").and_then(|rest| rest.strip_suffix(" {")) {
            let empty = Extent { size: 0, align: 1 };
            open = Some(Struct { name: name.to_owned(), members: Vec::new(), extents: [empty; 2] });
        } else if let Some(mut whole) = line.starts_with('}').then(|| open.take()).flatten() {
            for extent in &mut whole.extents {
                extent.size = extent.size.next_multiple_of(extent.align);
            }
            known.push(whole);
        } else if let (Some(current), Some(declared)) = (&mut open, line.strip_suffix(';')) {
            let (name, extents) = member(declared, &constants, &known)
                .ok_or_else(|| format!("{}: no layout is known for `{declared}`", current.name))?;
            let mut places = [(0, 0); 2];
            for ((place, whole), own) in places.iter_mut().zip(&mut current.extents).zip(extents) {
                *place = (whole.size.next_multiple_of(own.align), own.size);
                *whole = Extent { size: place.0 + own.size, align: whole.align.max(own.align) };
            }
            current.members.push(Member { name, places });
        }
    }
    Ok(known)
}

/// The name and the extents of `int32_t date`, `const char *vin`, `char field[DMS_ERROR_FIELD_SIZE]`.
fn member(declared: &str, constants: &BTreeMap<String, String>, known: &[Struct]) -> Option<(String, [Extent; 2])> {
    let (declared, count) = match declared.strip_suffix(']').and_then(|array| array.split_once('[')) {
        Some((declared, length)) => (declared, constants.get(length).map_or(length, String::as_str).parse().ok()?),
        None => (declared, 1),
    };
    let (kind, name) = declared.rsplit_once([' ', '*'])?;
    let of = |machine: Machine| {
        let own = match kind.trim() {
            _ if declared.contains('*') => Extent::number(machine.pointer),
            "size_t" => Extent::number(machine.pointer),
            "char" | "int8_t" | "uint8_t" => Extent::number(1),
            "int16_t" | "uint16_t" => Extent::number(2),
            "int32_t" | "uint32_t" => Extent::number(4),
            "int64_t" | "uint64_t" | "double" => Extent::number(8),
            other => {
                let at = MACHINES.iter().position(|one| one.pointer == machine.pointer)?;
                known.iter().find(|one| one.name == other)?.extents[at]
            }
        };
        Some(Extent { size: own.size * count, ..own })
    };
    Some((name.to_owned(), [of(MACHINES[0])?, of(MACHINES[1])?]))
}

const C_OPENING: &str = "\
/* Generated from ffi/src by ffi/header: change it there. */

/*
 * Where every member lies. Include this file somewhere, and the compiler stops where it does not place members as the
 * library does, as under an option or pragma that packs structs. Languages that place members themselves take the
 * numbers from here, in bytes:
 *
 *   DMS_STRUCT(struct, size with 64-bit pointers, size with 32-bit pointers)
 *   DMS_MEMBER(struct, member, offset and size with 64-bit pointers, offset and size with 32-bit pointers)
 *
 * The second of each is that of 32-bit Windows and ARM. 32-bit x86 has another on Linux, where an int64_t lies on a
 * multiple of 4; nothing is checked there.
 */

#ifndef DMS_RULES_LAYOUT_H
#define DMS_RULES_LAYOUT_H

#include \"dms_rules.h\"

#if defined(__i386__) && !defined(_WIN32)
#define DMS_HOLDS(name, condition) typedef char name##_is_not_checked[1]
#elif defined(__cplusplus) && __cplusplus >= 201103L
#define DMS_HOLDS(name, condition) static_assert(condition, #name \" lies elsewhere\")
#elif defined(__STDC_VERSION__) && __STDC_VERSION__ >= 201112L
#define DMS_HOLDS(name, condition) _Static_assert(condition, #name \" lies elsewhere\")
#else
#define DMS_HOLDS(name, condition) typedef char name##_lies_elsewhere[(condition) ? 1 : -1]
#endif

#if UINTPTR_MAX > 0xFFFFFFFF
#define DMS_ONE_OF(wide, narrow) (wide)
#else
#define DMS_ONE_OF(wide, narrow) (narrow)
#endif

#define DMS_STRUCT(type, size_64, size_32) DMS_HOLDS(type, sizeof(type) == DMS_ONE_OF(size_64, size_32))
#define DMS_MEMBER(type, member, at_64, size_64, at_32, size_32)                   \\
  DMS_HOLDS(type##_##member, offsetof(type, member) == DMS_ONE_OF(at_64, at_32) && \\
                                 sizeof(((type *)0)->member) == DMS_ONE_OF(size_64, size_32))
";

const C_CLOSING: &str = "
#undef DMS_MEMBER
#undef DMS_STRUCT
#undef DMS_ONE_OF
#undef DMS_HOLDS

#endif /* DMS_RULES_LAYOUT_H */
";

fn for_c(structs: &[Struct]) -> String {
    let mut written = C_OPENING.to_owned();
    for Struct { name, members, extents: [wide, narrow] } in structs {
        written += &format!("\nDMS_STRUCT({name}, {}, {});\n", wide.size, narrow.size);
        for Member { name: member, places: [(at, size), (at_32, size_32)] } in members {
            written += &format!("DMS_MEMBER({name}, {member}, {at}, {size}, {at_32}, {size_32});\n");
        }
    }
    written + C_CLOSING
}

const RUST_OPENING: &str = "\
//! Where every member lies, as `dms_rules_layout.h` says it: the build stops where Rust places one elsewhere.
//! Generated from ffi/src by ffi/header: change it there.

use std::mem::offset_of;

use crate::*;

/// A number of 64 bits lies on a multiple of 8 bytes; on 32-bit Linux on x86 it does not, and nothing is checked.
const CHECKED: bool = align_of::<i64>() == 8;
const WIDE: bool = cfg!(target_pointer_width = \"64\");

macro_rules! size {
    ($type:ident, $size_64:literal, $size_32:literal) => {
        const _: () = {
            let size = if WIDE { $size_64 } else { $size_32 };
            assert!(!CHECKED || size_of::<$type>() == size, concat!(stringify!($type), \" has another size\"));
        };
    };
}

macro_rules! member {
    ($type:ident, $member:ident, $at_64:literal, $size_64:literal, $at_32:literal, $size_32:literal) => {
        const _: () = {
            let (at, size) = if WIDE { ($at_64, $size_64) } else { ($at_32, $size_32) };
            assert!(
                !CHECKED || offset_of!($type, $member) == at && size_of_member(|whole: &$type| &whole.$member) == size,
                concat!(stringify!($type), \".\", stringify!($member), \" lies elsewhere\")
            );
        };
    };
}

const fn size_of_member<S, M>(_: fn(&S) -> &M) -> usize {
    size_of::<M>()
}
";

fn for_rust(structs: &[Struct]) -> String {
    let mut written = RUST_OPENING.to_owned();
    for Struct { name, members, extents: [wide, narrow] } in structs {
        written += &format!("\nsize!({name}, {}, {});\n", wide.size, narrow.size);
        for Member { name: member, places: [(at, size), (at_32, size_32)] } in members {
            written += &format!("member!({name}, {member}, {at}, {size}, {at_32}, {size_32});\n");
        }
    }
    written
}
