import { addLong, compareLong, isLong, type Long, subtractLong } from "../values/long.ts";
import { dayOfDate } from "./calendar.ts";
import type { ExtensionCall } from "./call.ts";
import { helps, texts } from "./catalogue.ts";
import { type Duration, durationOf } from "./duration.ts";
import { type ExtensionFault, fault } from "./fault.ts";

/**
 * A moment in milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-datatypes.html#datatype-datetime
 */
export interface Datetime {
  readonly kind: "datetime";
  readonly milliseconds: Long;
  /** The text that it was read from; `undefined` if it was computed. */
  readonly text: string | undefined;
  /** The call that makes it. */
  readonly source: ExtensionCall;
}

class DatetimeValue implements Datetime {
  readonly kind = "datetime";
  readonly milliseconds: Long;
  readonly text: string | undefined;

  constructor(milliseconds: Long, text: string | undefined) {
    this.milliseconds = milliseconds;
    this.text = text;
  }

  get source(): ExtensionCall {
    return this.text === undefined ? canonicalDatetime(this) : { fn: "datetime", args: [this.text] };
  }
}

/** The moment this many milliseconds after 1970-01-01T00:00:00Z. Throws a `RangeError` if that is no Long in canonical form. */
export function datetimeOf(milliseconds: Long): Datetime {
  if (!isLong(milliseconds)) throw new RangeError(`not a Long: ${String(milliseconds)}`);
  return new DatetimeValue(milliseconds, undefined);
}

/** The standard call that gives this moment: an offset from 1970-01-01. */
export function canonicalDatetime(datetime: Datetime): ExtensionCall {
  return { fn: "offset", args: [new DatetimeValue(0, "1970-01-01"), durationOf(datetime.milliseconds)] };
}

const datePattern = /^([0-9]{4})-([0-9]{2})-([0-9]{2})/;
const timePattern = /^T([0-9]{2}):([0-9]{2}):([0-9]{2})/;
const endPattern = /^(?:\.([0-9]{3}))?(?:Z|([+-])([0-9]{2})([0-9]{2}))$/;
const dayMilliseconds = 86_400_000;

/**
 * Cedar's `datetime(text)`: a date, or a date and a time with `Z` or an offset, such as `2024-10-15T11:35:00.123+0100`.
 * The form is checked before the ranges, as in the reference.
 */
export function parseDatetime(text: string): Datetime | ExtensionFault {
  const date = datePattern.exec(text);
  if (date === null) return refuse(texts.datetime.datePattern);
  const [dateText, ...dateParts] = date;
  const [year = 0, month = 0, day = 0] = dateParts.map(Number);
  const dayNumber = dayOfDate(year, month, day);
  if (dateText.length === text.length) {
    if (dayNumber === undefined) return refuse(texts.datetime.date(dateText));
    return new DatetimeValue(dayNumber * dayMilliseconds, text);
  }
  const time = timePattern.exec(text.slice(dateText.length));
  if (time === null) return refuse(texts.datetime.timePattern);
  const [timeText, ...timeParts] = time;
  const [hour = 0, minute = 0, second = 0] = timeParts.map(Number);
  const end = endPattern.exec(text.slice(dateText.length + timeText.length));
  if (end === null) return refuse(texts.datetime.endPattern);
  if (dayNumber === undefined) return refuse(texts.datetime.date(dateText));
  if (hour > 23 || minute > 59 || second > 59) return refuse(texts.datetime.time(timeText.slice(1)));
  const [, fraction = "0", sign = "+", offsetHour = "0", offsetMinute = "0"] = end;
  const offsetHours = Number(offsetHour);
  const offsetMinutes = Number(offsetMinute);
  if (offsetHours > 23 || offsetMinutes > 59) return refuse(texts.datetime.offsetRange(offsetHours, offsetMinutes));
  const offsetInMinutes = (offsetHours * 60 + offsetMinutes) * (sign === "+" ? 1 : -1);
  const seconds = (hour * 60 + minute - offsetInMinutes) * 60 + second;
  return new DatetimeValue(dayNumber * dayMilliseconds + seconds * 1_000 + Number(fraction), text);
}

function refuse(message: string): ExtensionFault {
  return fault("datetime", message, helps.datetime);
}

/** Orders moments, earlier ones first: negative, zero or positive. */
export function compareDatetime(a: Datetime, b: Datetime): number {
  return compareLong(a.milliseconds, b.milliseconds);
}

/** Cedar's `datetime.offset(duration)`: the moment that much later. */
export function offset(datetime: Datetime, duration: Duration): Datetime | ExtensionFault {
  const sum = addLong(datetime.milliseconds, duration.milliseconds);
  if (sum !== undefined) return datetimeOf(sum);
  return fault("offset", texts.datetime.offsetOverflow(canonicalText(datetime), String(duration.milliseconds)));
}

/** Cedar's `datetime.durationSince(other)`: the time from `other` until `datetime`. */
export function durationSince(datetime: Datetime, other: Datetime): Duration | ExtensionFault {
  const difference = subtractLong(datetime.milliseconds, other.milliseconds);
  if (difference !== undefined) return durationOf(difference);
  return fault("durationSince", texts.datetime.durationOverflow(canonicalText(datetime), canonicalText(other)));
}

/** Cedar's `datetime.toDate()`: the beginning of that day in UTC. */
export function toDate(datetime: Datetime): Datetime | ExtensionFault {
  const start = subtractLong(datetime.milliseconds, millisecondsOfDay(datetime.milliseconds));
  return start === undefined
    ? fault("toDate", texts.datetime.dateOverflow(canonicalText(datetime)))
    : datetimeOf(start);
}

/** Cedar's `datetime.toTime()`: the time since the beginning of that day in UTC; never negative. */
export function toTime(datetime: Datetime): Duration {
  return durationOf(millisecondsOfDay(datetime.milliseconds));
}

function millisecondsOfDay(milliseconds: Long): number {
  const remainder =
    typeof milliseconds === "number" ? milliseconds % dayMilliseconds : Number(milliseconds % BigInt(dayMilliseconds));
  return remainder < 0 ? remainder + dayMilliseconds : remainder + 0;
}

function canonicalText(datetime: Datetime): string {
  return `datetime("1970-01-01").offset(duration("${datetime.milliseconds}ms"))`;
}
