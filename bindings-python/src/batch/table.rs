//! Tables as Arrow has them: columns of facts, read where they lie, and columns of answers, given away as they are.

use std::collections::HashMap;
use std::ffi::CStr;
use std::ptr::NonNull;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::ffi::{FFI_ArrowArray, from_ffi};
use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use arrow_array::types::{
    ArrowDictionaryKeyType, ArrowPrimitiveType, Date32Type, Date64Type, Int8Type, Int16Type, Int32Type, Int64Type,
    TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType, UInt8Type,
    UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{
    Array, ArrayRef, BooleanArray, Date32Array, DictionaryArray, GenericStringArray, Int8Array, Int32Array,
    LargeStringArray, ListArray, OffsetSizeTrait, RecordBatch, RecordBatchIterator, RecordBatchReader, StringArray,
    StringViewArray, StructArray, Time64MicrosecondArray, TimestampMicrosecondArray, downcast_dictionary_array,
};
use arrow_buffer::{ArrowNativeType, BooleanBuffer, Buffer, NullBuffer, OffsetBuffer, ScalarBuffer};
use arrow_schema::ffi::FFI_ArrowSchema;
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef, TimeUnit};
use dms_rules::columns::{Answer, AnswerTable, Answers, Bits, Column, Dictionary, Flags, Flat, Texts, Values};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use crate::fault::Fault;

/// What Arrow's C interface calls its capsules.
pub(super) const STREAM: &CStr = c"arrow_array_stream";
pub(super) const SCHEMA: &CStr = c"arrow_schema";
const ARRAY: &CStr = c"arrow_array";

/// What Arrow finds wrong with a table.
pub(super) fn fault(error: ArrowError) -> Fault {
    PyValueError::new_err(error.to_string()).into()
}

/// The facts that an object offers: a stream of batches, or one.
pub(super) fn open(table: &Bound<'_, PyAny>) -> Result<Box<dyn RecordBatchReader + Send>, Fault> {
    if let Some(stream) = table.getattr_opt("__arrow_c_stream__")? {
        let capsule = stream.call0()?;
        let stream = pointer::<FFI_ArrowArrayStream>(&capsule, STREAM)?;
        // SAFETY: a capsule of this name holds such a struct. It is moved out, and marked there as released.
        let reader = unsafe { RecordBatchStreamReader::from_raw(stream.as_ptr()) };
        return Ok(Box::new(reader.map_err(fault)?));
    }
    if let Some(array) = table.getattr_opt("__arrow_c_array__")? {
        let (schema, array): (Bound<'_, PyAny>, Bound<'_, PyAny>) = array.call0()?.extract()?;
        let (schema, array) = (pointer::<FFI_ArrowSchema>(&schema, SCHEMA)?, pointer::<FFI_ArrowArray>(&array, ARRAY)?);
        // SAFETY: capsules of these names hold such structs; the schema stays its capsule's, the array is moved out and
        // marked there as released.
        let data = unsafe { from_ffi(FFI_ArrowArray::from_raw(array.as_ptr()), schema.as_ref()) }.map_err(fault)?;
        if !matches!(data.data_type(), DataType::Struct(_)) || data.null_count() > 0 {
            return Err(PyTypeError::new_err("table: expected a batch of columns, found a single array").into());
        }
        let batch = RecordBatch::from(StructArray::from(data));
        let schema = batch.schema();
        return Ok(Box::new(RecordBatchIterator::new([Ok(batch)], schema)));
    }
    let found = table.get_type().name()?;
    let expected = "an Arrow table, such as one of pyarrow, polars, pandas or DuckDB";
    Err(PyTypeError::new_err(format!("table: expected {expected}, found {found}")).into())
}

fn pointer<T>(capsule: &Bound<'_, PyAny>, name: &CStr) -> Result<NonNull<T>, Fault> {
    let capsule = capsule.cast::<PyCapsule>().map_err(PyErr::from)?;
    Ok(capsule.pointer_checked(Some(name))?.cast())
}

/// The columns of a batch, put so that the core can read them.
pub(super) struct Columns<'a> {
    batch: &'a RecordBatch,
    held: Vec<Held<'a>>,
}

/// What a column needs beside its own memory.
struct Held<'a> {
    name: &'a str,
    array: &'a dyn Array,
    /// Which rows are known, where a dictionary may hold nothing as a value too.
    known: Option<NullBuffer>,
    texts: Option<Box<dyn Texts + 'a>>,
    found: String,
}

impl<'a> Columns<'a> {
    pub(super) fn of(batch: &'a RecordBatch) -> Self {
        let schema = batch.schema_ref();
        let held = schema.fields().iter().zip(batch.columns()).map(|(field, array)| Held {
            name: field.name(),
            array,
            known: array.logical_nulls(),
            texts: texts(array),
            found: field.data_type().to_string(),
        });
        Self { batch, held: held.collect() }
    }

    pub(super) fn len(&self) -> usize {
        self.batch.num_rows()
    }

    pub(super) fn given(&self) -> Vec<(&str, Column<'_>)> {
        self.held.iter().map(|held| (held.name, held.column())).collect()
    }
}

impl Held<'_> {
    fn column(&self) -> Column<'_> {
        let known = self.known.as_ref().map(|known| Bits::new(known.validity(), known.offset()));
        Column { values: self.values(), known }
    }

    fn values(&self) -> Values<'_> {
        fn numbers<T: ArrowPrimitiveType>(array: &dyn Array) -> &[T::Native] {
            array.as_primitive::<T>().values()
        }
        if let Some(texts) = &self.texts {
            return Values::Texts(texts.as_ref());
        }
        let array = self.array;
        match array.data_type() {
            DataType::Null => Values::Unknown,
            DataType::Boolean => {
                let bits = array.as_boolean().values();
                Values::Flags(Bits::new(bits.values(), bits.offset()))
            }
            DataType::Int8 => Values::Int8(numbers::<Int8Type>(array)),
            DataType::Int16 => Values::Int16(numbers::<Int16Type>(array)),
            DataType::Int32 => Values::Int32(numbers::<Int32Type>(array)),
            DataType::Int64 => Values::Int64(numbers::<Int64Type>(array)),
            DataType::UInt8 => Values::UInt8(numbers::<UInt8Type>(array)),
            DataType::UInt16 => Values::UInt16(numbers::<UInt16Type>(array)),
            DataType::UInt32 => Values::UInt32(numbers::<UInt32Type>(array)),
            DataType::UInt64 => Values::UInt64(numbers::<UInt64Type>(array)),
            DataType::Date32 => Values::Days(numbers::<Date32Type>(array)),
            DataType::Date64 => Values::Midnights(numbers::<Date64Type>(array)),
            DataType::Timestamp(unit, None) => {
                let (counts, unit) = match unit {
                    TimeUnit::Second => (numbers::<TimestampSecondType>(array), 1_000_000_000),
                    TimeUnit::Millisecond => (numbers::<TimestampMillisecondType>(array), 1_000_000),
                    TimeUnit::Microsecond => (numbers::<TimestampMicrosecondType>(array), 1_000),
                    TimeUnit::Nanosecond => (numbers::<TimestampNanosecondType>(array), 1),
                };
                Values::Times { counts, unit }
            }
            _ => Values::Other(&self.found),
        }
    }
}

/// The texts of a column, in whichever way Arrow keeps them.
fn texts(array: &dyn Array) -> Option<Box<dyn Texts + '_>> {
    /// Texts one after the other.
    struct Plain<'a, O: OffsetSizeTrait>(&'a GenericStringArray<O>);

    impl<O: OffsetSizeTrait> Texts for Plain<'_, O> {
        fn text(&self, row: usize) -> &str {
            self.0.value(row)
        }
    }

    struct View<'a>(&'a StringViewArray);

    impl Texts for View<'_> {
        fn text(&self, row: usize) -> &str {
            self.0.value(row)
        }
    }

    /// Each text once, by its place.
    struct Entries<'a, K: ArrowDictionaryKeyType> {
        places: &'a [K::Native],
        entries: &'a dyn Array,
        texts: Box<dyn Texts + 'a>,
    }

    impl<K: ArrowDictionaryKeyType> Texts for Entries<'_, K> {
        fn text(&self, row: usize) -> &str {
            self.texts.text(self.places[row].as_usize())
        }

        fn dictionary(&self) -> Option<&dyn Dictionary> {
            Some(self)
        }
    }

    impl<K: ArrowDictionaryKeyType> Dictionary for Entries<'_, K> {
        fn len(&self) -> usize {
            self.entries.len()
        }

        fn entry(&self, place: usize) -> Option<&str> {
            self.entries.is_valid(place).then(|| self.texts.text(place))
        }

        fn places(&self, start: usize, to: &mut [usize]) {
            for (place, to) in self.places[start..].iter().zip(to) {
                *to = place.as_usize();
            }
        }
    }

    fn dictionary<K: ArrowDictionaryKeyType>(array: &DictionaryArray<K>) -> Option<Box<dyn Texts + '_>> {
        let texts = texts(array.values())?;
        Some(Box::new(Entries::<K> { places: array.keys().values(), entries: array.values(), texts }))
    }

    match array.data_type() {
        DataType::Utf8 => Some(Box::new(Plain(array.as_string::<i32>()))),
        DataType::LargeUtf8 => Some(Box::new(Plain(array.as_string::<i64>()))),
        DataType::Utf8View => Some(Box::new(View(array.as_string_view()))),
        DataType::Dictionary(..) => downcast_dictionary_array!(
            array => dictionary(array),
            _ => None,
        ),
        _ => None,
    }
}

/// The columns of the answers, and what decided them.
pub(super) fn schema(decision: &Flat, answers: &AnswerTable) -> SchemaRef {
    let mut metadata = HashMap::from([
        ("decision".to_owned(), decision.id().to_owned()),
        ("edition".to_owned(), decision.table().edition.to_owned()),
    ]);
    let fields = answers.columns().iter().map(|column| {
        if let Answers::Mask { names, .. } = &column.values {
            metadata.insert(column.name.clone(), names.join(","));
        }
        Field::new(&column.name, data_type(&column.values), true)
    });
    let fields: Vec<_> = fields.collect();
    Arc::new(Schema::new_with_metadata(fields, metadata))
}

/// A name by its place: at most 127 of them, which a byte holds that has a sign, as pandas wants it.
fn name() -> DataType {
    DataType::Dictionary(Box::new(DataType::Int8), Box::new(DataType::Utf8))
}

fn data_type(answers: &Answers) -> DataType {
    match answers {
        Answers::Name { .. } => name(),
        Answers::Names { .. } => DataType::List(Arc::new(item())),
        Answers::Mask { .. } | Answers::Numbers(_) => DataType::Int32,
        Answers::Flags(_) => DataType::Boolean,
        Answers::Days(_) => DataType::Date32,
        Answers::Times(_) => DataType::Timestamp(TimeUnit::Microsecond, None),
        Answers::Clocks(_) => DataType::Time64(TimeUnit::Microsecond),
        Answers::Texts { .. } => DataType::LargeUtf8,
    }
}

fn item() -> Field {
    Field::new_list_field(name(), false)
}

/// A batch of answers; no column is copied.
pub(super) fn batch(schema: &SchemaRef, columns: Vec<Answer>) -> Result<RecordBatch, Fault> {
    let columns = columns.into_iter().map(array).collect::<Result<_, _>>().map_err(fault)?;
    RecordBatch::try_new(Arc::clone(schema), columns).map_err(fault)
}

fn array(column: Answer) -> Result<ArrayRef, ArrowError> {
    let len = column.len();
    let bits = |flags: Flags| BooleanBuffer::new(Buffer::from_vec(flags.into_bytes()), 0, len);
    let known = column.known.map(|known| NullBuffer::new(bits(known)));
    Ok(match column.values {
        Answers::Name { names, places } => Arc::new(dictionary(places, known, names)?),
        Answers::Names { names, ends, places } => {
            let ends = OffsetBuffer::new(ScalarBuffer::from(ends));
            let names = Arc::new(dictionary(places, None, names)?);
            Arc::new(ListArray::try_new(Arc::new(item()), ends, names, known)?)
        }
        Answers::Mask { bits, .. } => Arc::new(Int32Array::new(bits.into(), known)),
        Answers::Numbers(numbers) => Arc::new(Int32Array::new(numbers.into(), known)),
        Answers::Flags(flags) => Arc::new(BooleanArray::new(bits(flags), known)),
        Answers::Days(days) => Arc::new(Date32Array::new(days.into(), known)),
        Answers::Times(counts) => Arc::new(TimestampMicrosecondArray::new(counts.into(), known)),
        Answers::Clocks(counts) => Arc::new(Time64MicrosecondArray::new(counts.into(), known)),
        Answers::Texts { ends, text } => {
            let ends = OffsetBuffer::new(ScalarBuffer::from(ends));
            Arc::new(LargeStringArray::try_new(ends, Buffer::from_vec(text.into_bytes()), known)?)
        }
    })
}

fn dictionary(
    places: Vec<i8>,
    known: Option<NullBuffer>,
    names: Vec<String>,
) -> Result<DictionaryArray<Int8Type>, ArrowError> {
    DictionaryArray::try_new(Int8Array::new(places.into(), known), Arc::new(StringArray::from(names)))
}
