include "Text.dfy"
// The extension type `decimal`: a number with up to four digits after the point.
module Decimals {
  import opened Values
  import opened Text

  function method TenTo(n: nat): int
    ensures TenTo(n) > 0
  { if n == 0 then 1 else 10 * TenTo(n - 1) }

  // `decimal("-12.34")`: an optional minus sign, digits, a point, one to four digits; from
  // -922337203685477.5808 to 922337203685477.5807. The result counts units of 1/10000.
  function method ParseDecimal(s: string): Option<int> {
    var negative := |s| > 0 && s[0] == '-';
    var body := if negative then s[1..] else s;
    var point := Find('.', body);
    if point == |body| then None else
    var fraction := body[point + 1..];
    var whole := Natural(body[..point]);
    var part := Natural(fraction);
    if whole.None? || part.None? || |fraction| > 4 then None else
    var size := whole.value * 10000 + part.value * TenTo(4 - |fraction|);
    var units := if negative then -size else size;
    if IsLong(units) then Some(units) else None
  }
}
