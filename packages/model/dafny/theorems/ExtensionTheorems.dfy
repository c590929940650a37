include "../Extensions.dfy"
module ExtensionTheorems {
  import opened Values
  import opened Expressions
  import opened Extensions
  import opened Text
  import opened Decimals
  import opened IpAddresses
  import opened Datetimes
  import opened Durations

  // ---- ip ----

  predicate Covers(range: Ip, address: int)
    requires IsIp(range)
  { Lowest(range) <= address <= Highest(range) }

  lemma RangeContainsItsAddress(ip: Ip)
    requires IsIp(ip)
    ensures Covers(ip, ip.address)
    ensures Lowest(ip) <= Highest(ip)
  { }

  // Theorem: `a.isInRange(b)` holds exactly when both are of one family and every address of a is one of b.
  lemma InRangeIsInclusion(a: Ip, b: Ip)
    requires IsIp(a) && IsIp(b)
    ensures IsInRange(a, b) <==> a.V4? == b.V4? && forall x :: Covers(a, x) ==> Covers(b, x)
  {
    RangeContainsItsAddress(a);
    assert Covers(a, Lowest(a)) && Covers(a, Highest(a));
  }

  // Theorem: every range is in itself, and what is in a range that is in another is in the other.
  lemma InRangeIsAnOrder(a: Ip, b: Ip, c: Ip)
    requires IsIp(a) && IsIp(b) && IsIp(c)
    ensures IsInRange(a, a)
    ensures IsInRange(a, b) && IsInRange(b, c) ==> IsInRange(a, c)
  { }

  // Theorem: no IPv4 address is in a range of IPv6 addresses, nor the other way round.
  lemma FamiliesDoNotMix(a: Ip, b: Ip)
    requires IsIp(a) && IsIp(b) && a.V4? != b.V4?
    ensures !IsInRange(a, b)
  { }

  // Theorem: whatever text `ip` reads, the address fits its 32 or 128 bits and the prefix is no longer than that.
  lemma IpsAreInRange(s: string)
    requires ParseIp(s).Some?
    ensures IsIp(ParseIp(s).value)
  { }

  // ---- decimal, duration ----

  // Theorem: whatever text `decimal` or `duration` reads, the number fits 64 bits.
  lemma DecimalsAndDurationsAreInRange(s: string)
    ensures ParseDecimal(s).Some? ==> IsLong(ParseDecimal(s).value)
    ensures ParseDuration(s).Some? ==> IsLong(ParseDuration(s).value)
  { }

  // ---- datetime ----

  // Theorem: the calendar is right: the day after any day of a month is the next day, the day after the last
  // of a month is the first of the next month, and the day after the last of December is the first of January.
  lemma CalendarHasNoGaps(year: int, month: int, day: int)
    requires 1 <= month <= 12
    ensures EpochDay(year, month, day + 1) == EpochDay(year, month, day) + 1
    ensures month < 12 ==> EpochDay(year, month + 1, 1) == EpochDay(year, month, DaysInMonth(year, month)) + 1
    ensures EpochDay(year + 1, 1, 1) == EpochDay(year, 12, 31) + 1
  { YearsHaveTheirLength(year); MonthsMakeAYear(year); }

  lemma YearsHaveTheirLength(year: int)
    ensures DaysBeforeYear(year + 1) - DaysBeforeYear(year) == if IsLeapYear(year) then 366 else 365
  {
    QuotientSteps(year, 4);
    QuotientSteps(year, 100);
    QuotientSteps(year, 400);
    FactorsDivide(year, 400, 100);
    FactorsDivide(year, 100, 4);
  }

  lemma QuotientSteps(n: int, d: int)
    requires d == 4 || d == 100 || d == 400
    ensures (n + 1 + (d - 1)) / d - (n + (d - 1)) / d == if n % d == 0 then 1 else 0
  { }

  lemma MonthsMakeAYear(year: int)
    ensures DaysBeforeMonth(year, 12) + 31 == if IsLeapYear(year) then 366 else 365
  {
    assert DaysBeforeMonth(year, 3) == 31 + DaysInMonth(year, 2);
    assert DaysBeforeMonth(year, 5) == DaysBeforeMonth(year, 3) + 61;
    assert DaysBeforeMonth(year, 7) == DaysBeforeMonth(year, 5) + 61;
    assert DaysBeforeMonth(year, 9) == DaysBeforeMonth(year, 7) + 62;
    assert DaysBeforeMonth(year, 11) == DaysBeforeMonth(year, 9) + 61;
    assert DaysBeforeMonth(year, 12) == DaysBeforeMonth(year, 11) + 30;
  }

  // Theorem: 1970-01-01 is day 0.
  lemma EpochBeginsAtZero()
    ensures EpochDay(1970, 1, 1) == 0
  { }

  lemma DatesAreSmall(year: int, month: int, day: int)
    requires IsDate(year, month, day)
    ensures -1000000 <= EpochDay(year, month, day) <= 4000000
  {
    MonthIsInYear(year, month);
    assert 0 <= DaysBeforeYear(year) <= 365 * 9999 + 2501 + 26;
  }

  lemma MonthIsInYear(year: int, month: int)
    requires 1 <= month <= 12
    ensures 0 <= DaysBeforeMonth(year, month) <= 31 * (month - 1)
    decreases month
  { if month > 1 { MonthIsInYear(year, month - 1); } }

  // Theorem: whatever text `datetime` reads, the instant fits 64 bits.
  lemma DatetimesAreSmall(s: string)
    requires ParseDatetime(s).Some?
    ensures IsLong(ParseDatetime(s).value)
  {
    DateTextsAreSmall(s[..10]);
    if |s| > 10 {
      TimeTextsAreSmall(s[10..19]);
      var withMillis := s[19] == '.';
      ZoneTextsAreSmall(if withMillis then s[23..] else s[19..]);
      if withMillis { FieldsAreSmall(s[20..23]); }
    }
  }

  lemma FieldsAreSmall(s: string)
    requires |s| == 3 && Natural(s).Some?
    ensures 0 <= Natural(s).value <= 999
  {
    var a, b := s[..2], s[..2][..1];
    assert NumberOf(s) == NumberOf(a) * 10 + DigitValue(s[2]);
    assert NumberOf(a) == NumberOf(b) * 10 + DigitValue(a[1]);
    assert NumberOf(b) == NumberOf(b[..0]) * 10 + DigitValue(b[0]);
  }

  lemma DateTextsAreSmall(s: string)
    requires |s| == 10 && ParseDate(s).Some?
    ensures -1000000 * DayMillis <= ParseDate(s).value <= 4000000 * DayMillis
  {
    var year, month, day := Field(s, 0, 4).value, Field(s, 5, 2).value, Field(s, 8, 2).value;
    DatesAreSmall(year, month, day);
  }

  lemma TimeTextsAreSmall(s: string)
    requires |s| == 9 && ParseTime(s).Some?
    ensures 0 <= ParseTime(s).value < DayMillis
  { }

  lemma ZoneTextsAreSmall(s: string)
    requires ParseZone(s).Some?
    ensures -DayMillis < ParseZone(s).value < DayMillis
  { }

  // Theorem: a datetime is its date and its time together; the date is a whole number of days, and the time
  // is not negative and less than a day, before 1970 too.
  lemma DateAndTimeMakeADatetime(epoch: int)
    ensures ToDate(epoch) + ToTime(epoch) == epoch
    ensures ToDate(epoch) % DayMillis == 0
    ensures 0 <= ToTime(epoch) < DayMillis
  { MultiplesLeaveNothing(epoch); }

  lemma MultiplesLeaveNothing(epoch: int)
    ensures (epoch - epoch % DayMillis) % DayMillis == 0
  { assert epoch - epoch % DayMillis == DayMillis * (epoch / DayMillis); }

  // Theorem: going forward by a duration and asking how long ago the start was gives the duration back.
  lemma OffsetAndDurationSinceAgree(start: int, span: int, end: Value)
    requires IsLong(span) && CallTwo(Offset, DatetimeV(start), DurationV(span)) == Ok(end)
    ensures CallTwo(DurationSince, end, DatetimeV(start)) == Ok(DurationV(span))
  { }

  lemma FactorsDivide(n: int, d: int, factor: int)
    requires (d == 400 && factor == 100) || (d == 100 && factor == 4)
    ensures n % d == 0 ==> n % factor == 0
  { }
}
