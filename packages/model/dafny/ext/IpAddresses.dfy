include "Text.dfy"
// The extension type `ipaddr`: an IPv4 or IPv6 address, or a range of them in CIDR notation.
module IpAddresses {
  import opened Values
  import opened Text

  // One of an IPv4 address's four numbers: up to 255, no leading zero.
  function method ParseOctet(s: string): Option<int> {
    if !AllDigits(s) || |s| > 3 || (|s| > 1 && s[0] == '0') || NumberOf(s) > 255 then None else Some(NumberOf(s))
  }

  // `count` numbers between points, read as one number to the base 256.
  function method ParseOctets(s: string, count: nat): Option<int>
    requires count > 0
    decreases count
  {
    if count == 1 then ParseOctet(s) else
    var point := Find('.', s);
    if point == |s| then None else
    var first := ParseOctet(s[..point]);
    var rest := ParseOctets(s[point + 1..], count - 1);
    if first.None? || rest.None? then None else Some(first.value * TwoTo(8 * (count - 1)) + rest.value)
  }

  predicate method IsHexDigit(c: char) { IsDigit(c) || 'a' <= c <= 'f' || 'A' <= c <= 'F' }

  function method HexValue(c: char): int
    requires IsHexDigit(c)
    ensures 0 <= HexValue(c) <= 15
  {
    if IsDigit(c) then DigitValue(c)
    else if 'a' <= c then (c as int) - ('a' as int) + 10
    else (c as int) - ('A' as int) + 10
  }

  // One group of an IPv6 address: one to four hexadecimal digits.
  function method ParseGroup(s: string): Option<int> {
    if 1 <= |s| <= 4 && (forall i :: 0 <= i < |s| ==> IsHexDigit(s[i])) then Some(HexNumber(s)) else None
  }

  function method HexNumber(s: string): int
    requires forall i :: 0 <= i < |s| ==> IsHexDigit(s[i])
    decreases |s|
  { if |s| == 0 then 0 else HexNumber(s[..|s| - 1]) * 16 + HexValue(s[|s| - 1]) }

  // Groups: how many there are, and the number they spell to the base 65536.
  datatype Groups = Groups(count: nat, number: int)

  function method ParseGroups(s: string): Option<Groups>
    decreases |s|
  {
    var colon := Find(':', s);
    var first := ParseGroup(s[..colon]);
    if first.None? then None
    else if colon == |s| then Some(Groups(1, first.value))
    else
      var rest := ParseGroups(s[colon + 1..]);
      if rest.None? then None
      else Some(Groups(rest.value.count + 1, first.value * TwoTo(16 * rest.value.count) + rest.value.number))
  }

  function method ParseGroupsOrNone(s: string): Option<Groups> {
    if |s| == 0 then Some(Groups(0, 0)) else ParseGroups(s)
  }

  // The place of the first `::`, or the text's length.
  function method FindGap(s: string): nat
    ensures FindGap(s) <= |s|
    ensures FindGap(s) < |s| ==> FindGap(s) + 2 <= |s|
    decreases |s|
  {
    if |s| < 2 then |s| else if s[0] == ':' && s[1] == ':' then 0 else 1 + FindGap(s[1..])
  }

  // Eight groups between colons; `::` may stand once, for one or more groups of zeros.
  function method ParseV6Address(s: string): Option<int> {
    var gap := FindGap(s);
    if gap == |s| then
      var all := ParseGroups(s);
      if all.Some? && all.value.count == 8 then Some(all.value.number) else None
    else
      var head := ParseGroupsOrNone(s[..gap]);
      var tail := ParseGroupsOrNone(s[gap + 2..]);
      if head.None? || tail.None? || head.value.count + tail.value.count > 7 then None
      else Some(head.value.number * TwoTo(16 * (8 - head.value.count)) + tail.value.number)
  }

  // The part after the slash: digits, no leading zero, at most the number of bits.
  function method ParsePrefix(s: string, most: int): Option<int> {
    if !AllDigits(s) || |s| > 3 || (|s| > 1 && s[0] == '0') || NumberOf(s) > most then None else Some(NumberOf(s))
  }

  // `ip("10.0.0.0/8")`: an address, or an address, a slash and a prefix. At most 43 characters; an IPv4
  // address inside an IPv6 address must be spelled in groups.
  function method ParseIp(s: string): Option<Ip>
    ensures ParseIp(s).Some? ==> IsIp(ParseIp(s).value)
  {
    if |s| > 43 then None else
    var slash := Find('/', s);
    var v4 := ParseOctets(s[..slash], 4);
    var v6 := ParseV6Address(s[..slash]);
    var most := if v4.Some? then 32 else 128;
    var prefix := if slash == |s| then Some(most) else ParsePrefix(s[slash + 1..], most);
    if prefix.None? then None
    else if v4.Some? then CheckedIp(V4(v4.value, prefix.value))
    else if v6.Some? then CheckedIp(V6(v6.value, prefix.value))
    else None
  }

  // Every address that the readers above can spell fits its bits; checked rather than argued.
  function method CheckedIp(ip: Ip): Option<Ip>
    ensures CheckedIp(ip).Some? ==> IsIp(CheckedIp(ip).value)
  { if IsIp(ip) then Some(ip) else None }

  // The bits that the range leaves free, as the number of addresses in it.
  function method RangeSize(ip: Ip): int
    requires IsIp(ip)
    ensures RangeSize(ip) > 0
  { TwoTo(MaxPrefix(ip) - ip.prefix) }

  // The lowest and the highest address of the range.
  function method Lowest(ip: Ip): int
    requires IsIp(ip)
  { ip.address - ip.address % RangeSize(ip) }

  function method Highest(ip: Ip): int
    requires IsIp(ip)
  { Lowest(ip) + RangeSize(ip) - 1 }

  // `a.isInRange(b)`: both of one family, and all of a's addresses among b's.
  predicate method IsInRange(a: Ip, b: Ip)
    requires IsIp(a) && IsIp(b)
  { a.V4? == b.V4? && Lowest(b) <= Lowest(a) && Highest(a) <= Highest(b) }

  // 127.0.0.0/8 and ::1
  predicate method IsLoopback(ip: Ip) {
    if ip.V4? then ip.address / TwoTo(24) == 127 && ip.prefix >= 8
    else ip.address == 1 && ip.prefix == 128
  }

  // 224.0.0.0/4 and ff00::/8
  predicate method IsMulticast(ip: Ip) {
    if ip.V4? then ip.address / TwoTo(28) == 14 && ip.prefix >= 4
    else ip.address / TwoTo(120) == 255 && ip.prefix >= 8
  }
}
