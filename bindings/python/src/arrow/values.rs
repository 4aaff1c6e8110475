//! Arrays of Arrow as cells.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Date64Type, Decimal32Type, Decimal64Type, Decimal128Type, Decimal256Type, Float16Type,
    Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, TimestampMicrosecondType,
    TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type,
    UInt32Type, UInt64Type,
};
use arrow_array::{
    Array, ArrayRef, BooleanArray, Date32Array, Decimal32Array, Decimal64Array, Decimal128Array,
    Decimal256Array, FixedSizeListArray, Float64Array, Int8Array, Int16Array, Int32Array, Int64Array,
    LargeListArray, LargeListViewArray, LargeStringArray, ListArray, ListViewArray, MapArray, StringArray,
    StringViewArray, UInt8Array, UInt16Array, UInt32Array, UInt64Array,
};
use arrow_schema::{DataType, TimeUnit};
use payymo_contract::columns::{Cell, Object};
use std::borrow::Cow;

/// A piece of a column, with what holds it: a member of an object that is null is null.
pub struct Chunk {
    outer: Option<ArrayRef>,
    array: ArrayRef,
    values: Values,
}

/// The values of an array.
enum Values {
    Null,
    Truth(BooleanArray),
    Int8(Int8Array),
    Int16(Int16Array),
    Int32(Int32Array),
    Int64(Int64Array),
    UInt8(UInt8Array),
    UInt16(UInt16Array),
    UInt32(UInt32Array),
    UInt64(UInt64Array),
    Float(Float64Array),
    Text(StringArray),
    LargeText(LargeStringArray),
    TextView(StringViewArray),
    Days(Date32Array),
    /// Instants, how many of their unit a day has, and whether they have a zone.
    Instants(Int64Array, i64, bool),
    Decimal32(Decimal32Array),
    Decimal64(Decimal64Array),
    Decimal128(Decimal128Array),
    Decimal256(Decimal256Array),
    Dictionary(Vec<usize>, Box<Chunk>),
    List(Spans, Box<Chunk>),
    Map(MapArray, Box<Chunk>, Box<Chunk>),
    Object(Vec<(String, Chunk)>),
    Other,
}

/// Where the elements of a list stand.
enum Spans {
    Small(ListArray),
    Large(LargeListArray),
    View(ListViewArray),
    LargeView(LargeListViewArray),
    Fixed(FixedSizeListArray),
}

impl Spans {
    fn of(&self, row: usize) -> (usize, usize) {
        let from = |start: i64, count: i64| {
            let start = usize::try_from(start).unwrap_or(0);
            (start, start.saturating_add(usize::try_from(count).unwrap_or(0)))
        };
        match self {
            Spans::Small(list) => from(list.value_offsets()[row].into(), list.value_length(row).into()),
            Spans::Large(list) => from(list.value_offsets()[row], list.value_length(row)),
            Spans::View(list) => from(list.value_offsets()[row].into(), list.value_sizes()[row].into()),
            Spans::LargeView(list) => from(list.value_offsets()[row], list.value_sizes()[row]),
            Spans::Fixed(list) => from(list.value_offset_at(row) as i64, list.value_length().into()),
        }
    }
}

impl Chunk {
    /// A column's piece.
    pub fn of(array: &ArrayRef) -> Self {
        Chunk { outer: None, array: array.clone(), values: Values::of(array) }
    }

    /// A member of objects.
    pub fn member(outer: &ArrayRef, array: &ArrayRef) -> Self {
        Chunk { outer: Some(outer.clone()), ..Chunk::of(array) }
    }

    /// How many rows.
    pub fn len(&self) -> usize {
        self.array.len()
    }

    /// Whether nothing stands in it.
    pub fn is_empty_of_values(&self) -> bool {
        self.array.null_count() == self.array.len()
    }

    /// The cell of a row that is there.
    pub fn cell(&self, row: usize) -> Cell<'_> {
        if self.array.is_null(row) || self.outer.as_ref().is_some_and(|outer| outer.is_null(row)) {
            return Cell::Null;
        }
        match &self.values {
            Values::Null => Cell::Null,
            Values::Truth(values) => Cell::Truth(values.value(row)),
            Values::Int8(values) => Cell::Whole(values.value(row).into()),
            Values::Int16(values) => Cell::Whole(values.value(row).into()),
            Values::Int32(values) => Cell::Whole(values.value(row).into()),
            Values::Int64(values) => Cell::Whole(values.value(row).into()),
            Values::UInt8(values) => Cell::Whole(values.value(row).into()),
            Values::UInt16(values) => Cell::Whole(values.value(row).into()),
            Values::UInt32(values) => Cell::Whole(values.value(row).into()),
            Values::UInt64(values) => Cell::Whole(values.value(row).into()),
            Values::Float(_) => Cell::Float,
            Values::Text(values) => Cell::Text(Cow::Borrowed(values.value(row))),
            Values::LargeText(values) => Cell::Text(Cow::Borrowed(values.value(row))),
            Values::TextView(values) => Cell::Text(Cow::Borrowed(values.value(row))),
            Values::Days(values) => Cell::Days(values.value(row)),
            Values::Instants(..) if self.is_no_day(row) => Cell::NotText,
            Values::Instants(values, day, _) => {
                // A day beyond the range is refused by its year.
                Cell::Days(i32::try_from(values.value(row).div_euclid(*day)).unwrap_or(i32::MAX))
            }
            Values::Decimal32(values) => decimal(values.value(row).into(), values.scale()),
            Values::Decimal64(values) => decimal(values.value(row).into(), values.scale()),
            Values::Decimal128(values) => decimal(values.value(row), values.scale()),
            Values::Decimal256(values) => Cell::Text(Cow::Owned(values.value_as_string(row))),
            Values::Dictionary(keys, words) => words.cell(keys[row]),
            Values::List(..) | Values::Map(..) | Values::Object(_) => {
                let mut json = String::new();
                self.json(row, &mut json);
                Cell::Json(Cow::Owned(json))
            }
            Values::Other => Cell::NotText,
        }
    }

    /// Whether an instant with a zone stands there that is no midnight: which day it is, its zone says, and not UTC.
    pub fn is_no_day(&self, row: usize) -> bool {
        let Values::Instants(values, day, true) = &self.values else { return false };
        !values.is_null(row) && values.value(row).rem_euclid(*day) != 0
    }

    /// The whole number of a cell that holds a float: a data frame makes floats of counts beside a gap.
    pub fn count(&self, row: usize) -> Option<i128> {
        let Values::Float(values) = &self.values else { return None };
        let value = values.value(row);
        (value.fract() == 0.0 && value.abs() < 1e15).then_some(value as i128)
    }

    /// Writes the cell as JSON, as rows in documents have it: amounts and days as text.
    pub fn json(&self, row: usize, out: &mut String) {
        if self.array.is_null(row) || self.outer.as_ref().is_some_and(|outer| outer.is_null(row)) {
            out.push_str("null");
            return;
        }
        match &self.values {
            Values::List(spans, elements) => {
                let (start, end) = spans.of(row);
                out.push('[');
                for at in start..end {
                    if at > start {
                        out.push(',');
                    }
                    elements.json(at, out);
                }
                out.push(']');
            }
            Values::Map(map, names, values) => {
                let offsets = map.value_offsets();
                let (start, end) =
                    (offsets[row].unsigned_abs() as usize, offsets[row + 1].unsigned_abs() as usize);
                let mut object = Object::start(out);
                for at in start..end {
                    if let Cell::Text(name) = names.cell(at) {
                        object.member(&name, |out| values.json(at, out));
                    }
                }
                object.end();
            }
            Values::Object(members) => {
                let mut object = Object::start(out);
                for (name, member) in members {
                    if member.cell(row) != Cell::Null {
                        object.member(name, |out| member.json(row, out));
                    }
                }
                object.end();
            }
            Values::Dictionary(keys, words) => words.json(keys[row], out),
            Values::Float(_) => self.count(row).map_or(Cell::Float, Cell::Whole).write(out),
            _ => self.cell(row).write(out),
        }
    }
}

/// A decimal without zeros that no amount needs, so that a wide column holds no wide numbers.
fn decimal(mut digits: i128, scale: i8) -> Cell<'static> {
    let Ok(mut scale) = u32::try_from(scale) else {
        let more = 10_i128.checked_pow(u32::from(scale.unsigned_abs()));
        let whole = more.and_then(|more| digits.checked_mul(more));
        return whole.map_or(Cell::Text(Cow::Owned("1e99".to_owned())), Cell::Whole);
    };
    while scale > 0 && digits % 10 == 0 && (scale > 4 || digits.unsigned_abs() >> 95 > 0) {
        digits /= 10;
        scale -= 1;
    }
    Cell::Decimal { digits, scale }
}

impl Values {
    fn of(array: &ArrayRef) -> Self {
        let day = |unit: &TimeUnit| match unit {
            TimeUnit::Second => 86_400,
            TimeUnit::Millisecond => 86_400_000,
            TimeUnit::Microsecond => 86_400_000_000,
            TimeUnit::Nanosecond => 86_400_000_000_000,
        };
        let inner = |array: &ArrayRef| Box::new(Chunk::of(array));
        match array.data_type() {
            DataType::Null => Values::Null,
            DataType::Boolean => Values::Truth(array.as_boolean().clone()),
            DataType::Int8 => Values::Int8(array.as_primitive::<Int8Type>().clone()),
            DataType::Int16 => Values::Int16(array.as_primitive::<Int16Type>().clone()),
            DataType::Int32 => Values::Int32(array.as_primitive::<Int32Type>().clone()),
            DataType::Int64 => Values::Int64(array.as_primitive::<Int64Type>().clone()),
            DataType::UInt8 => Values::UInt8(array.as_primitive::<UInt8Type>().clone()),
            DataType::UInt16 => Values::UInt16(array.as_primitive::<UInt16Type>().clone()),
            DataType::UInt32 => Values::UInt32(array.as_primitive::<UInt32Type>().clone()),
            DataType::UInt64 => Values::UInt64(array.as_primitive::<UInt64Type>().clone()),
            DataType::Float16 => Values::Float(array.as_primitive::<Float16Type>().unary(f64::from)),
            DataType::Float32 => Values::Float(array.as_primitive::<Float32Type>().unary(f64::from)),
            DataType::Float64 => Values::Float(array.as_primitive::<Float64Type>().clone()),
            DataType::Utf8 => Values::Text(array.as_string::<i32>().clone()),
            DataType::LargeUtf8 => Values::LargeText(array.as_string::<i64>().clone()),
            DataType::Utf8View => Values::TextView(array.as_string_view().clone()),
            DataType::Date32 => Values::Days(array.as_primitive::<Date32Type>().clone()),
            DataType::Date64 => {
                Values::Instants(array.as_primitive::<Date64Type>().reinterpret_cast(), 86_400_000, false)
            }
            DataType::Timestamp(unit, zone) => {
                let instants = match unit {
                    TimeUnit::Second => array.as_primitive::<TimestampSecondType>().reinterpret_cast(),
                    TimeUnit::Millisecond => {
                        array.as_primitive::<TimestampMillisecondType>().reinterpret_cast()
                    }
                    TimeUnit::Microsecond => {
                        array.as_primitive::<TimestampMicrosecondType>().reinterpret_cast()
                    }
                    TimeUnit::Nanosecond => {
                        array.as_primitive::<TimestampNanosecondType>().reinterpret_cast()
                    }
                };
                Values::Instants(instants, day(unit), zone.is_some())
            }
            DataType::Decimal32(..) => Values::Decimal32(array.as_primitive::<Decimal32Type>().clone()),
            DataType::Decimal64(..) => Values::Decimal64(array.as_primitive::<Decimal64Type>().clone()),
            DataType::Decimal128(..) => Values::Decimal128(array.as_primitive::<Decimal128Type>().clone()),
            DataType::Decimal256(..) => Values::Decimal256(array.as_primitive::<Decimal256Type>().clone()),
            DataType::Dictionary(..) => {
                let words = array.as_any_dictionary();
                // Without words all keys are null.
                match words.values().is_empty() {
                    true => Values::Null,
                    false => Values::Dictionary(words.normalized_keys(), inner(words.values())),
                }
            }
            DataType::List(_) => {
                let list = array.as_list::<i32>();
                Values::List(Spans::Small(list.clone()), inner(list.values()))
            }
            DataType::LargeList(_) => {
                let list = array.as_list::<i64>();
                Values::List(Spans::Large(list.clone()), inner(list.values()))
            }
            DataType::ListView(_) => {
                let list = array.as_list_view::<i32>();
                Values::List(Spans::View(list.clone()), inner(list.values()))
            }
            DataType::LargeListView(_) => {
                let list = array.as_list_view::<i64>();
                Values::List(Spans::LargeView(list.clone()), inner(list.values()))
            }
            DataType::FixedSizeList(..) => {
                let list = array.as_fixed_size_list();
                Values::List(Spans::Fixed(list.clone()), inner(list.values()))
            }
            DataType::Map(..) => {
                let map = array.as_map();
                Values::Map(map.clone(), inner(map.keys()), inner(map.values()))
            }
            DataType::Struct(fields) => {
                let members = fields.iter().zip(array.as_struct().columns());
                Values::Object(
                    members.map(|(field, member)| (field.name().clone(), Chunk::of(member))).collect(),
                )
            }
            _ => Values::Other,
        }
    }
}
