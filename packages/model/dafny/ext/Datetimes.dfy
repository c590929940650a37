include "Text.dfy"
// The extension type `datetime`: an instant, in milliseconds since 1970-01-01T00:00:00Z.
module Datetimes {
  import opened Values
  import opened Text

  const DayMillis: int := 86400000

  predicate method IsLeapYear(year: int) { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  function method DaysInMonth(year: int, month: int): int
    requires 1 <= month <= 12
  {
    if month == 2 then (if IsLeapYear(year) then 29 else 28)
    else if month == 4 || month == 6 || month == 9 || month == 11 then 30
    else 31
  }

  // Days from the first of January of the year 0 to that of the given year.
  function method DaysBeforeYear(year: int): int
  { 365 * year + (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400 }

  function method DaysBeforeMonth(year: int, month: int): int
    requires 1 <= month <= 12
    decreases month
  { if month == 1 then 0 else DaysBeforeMonth(year, month - 1) + DaysInMonth(year, month - 1) }

  predicate method IsDate(year: int, month: int, day: int)
  { 0 <= year <= 9999 && 1 <= month <= 12 && 1 <= day <= DaysInMonth(year, month) }

  // Days since 1970-01-01.
  function method EpochDay(year: int, month: int, day: int): int
    requires 1 <= month <= 12
  { DaysBeforeYear(year) - DaysBeforeYear(1970) + DaysBeforeMonth(year, month) + day - 1 }

  // The number that stands at `from`, of exactly `count` digits.
  function method Field(s: string, from: nat, count: nat): Option<int>
    requires from + count <= |s|
  { Natural(s[from..from + count]) }

  // YYYY-MM-DD, in milliseconds
  function method ParseDate(s: string): Option<int>
    requires |s| == 10
  {
    var year, month, day := Field(s, 0, 4), Field(s, 5, 2), Field(s, 8, 2);
    if s[4] != '-' || s[7] != '-' || year.None? || month.None? || day.None?
      || !IsDate(year.value, month.value, day.value) then None
    else Some(EpochDay(year.value, month.value, day.value) * DayMillis)
  }

  // Thh:mm:ss, in milliseconds
  function method ParseTime(s: string): Option<int>
    requires |s| == 9
  {
    var hour, minute, second := Field(s, 1, 2), Field(s, 4, 2), Field(s, 7, 2);
    if s[0] != 'T' || s[3] != ':' || s[6] != ':' || hour.None? || minute.None? || second.None?
      || hour.value > 23 || minute.value > 59 || second.value > 59 then None
    else Some(((hour.value * 60 + minute.value) * 60 + second.value) * 1000)
  }

  // The distance of a time zone from UTC: Z, +hhmm or -hhmm, in milliseconds
  function method ParseZone(s: string): Option<int> {
    if s == "Z" then Some(0)
    else if |s| != 5 || (s[0] != '+' && s[0] != '-') then None else
    var hours, minutes := Field(s, 1, 2), Field(s, 3, 2);
    if hours.None? || minutes.None? || hours.value > 23 || minutes.value > 59 then None else
    var distance := (hours.value * 60 + minutes.value) * 60000;
    Some(if s[0] == '+' then distance else -distance)
  }

  // `datetime("2024-10-15T11:35:00.000+0100")`: a date; or a date, a time, perhaps a point and exactly
  // three digits of milliseconds, and a time zone.
  function method ParseDatetime(s: string): Option<int> {
    if |s| < 10 then None else
    var date := ParseDate(s[..10]);
    if |s| == 10 || date.None? then date
    else if |s| < 20 then None else
    var time := ParseTime(s[10..19]);
    if time.None? then None else
    var withMillis := s[19] == '.';
    if withMillis && |s| < 23 then None else
    var millis := if withMillis then Field(s, 20, 3) else Some(0);
    var zone := ParseZone(if withMillis then s[23..] else s[19..]);
    if millis.None? || zone.None? then None
    else Some(date.value + time.value + millis.value - zone.value)
  }

  // The day's first instant in UTC, and how much of the day has passed: never negative, before 1970 either.
  function method ToDate(epoch: int): int { epoch - epoch % DayMillis }
  function method ToTime(epoch: int): int { epoch % DayMillis }
}
