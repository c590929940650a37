// The values of Cedar's data model.
module Values {
  datatype Option<T> = None | Some(value: T)

  // An entity identifier: the entity's type and its id, written `User::"alice"`.
  datatype EntityUid = EntityUid(ty: string, id: string)

  // An IP address or a range in CIDR notation. A single address has the longest prefix, 32 or 128.
  // The host bits are kept: 1.2.3.4/24 is not 1.2.3.0/24.
  datatype Ip = V4(address: int, prefix: int) | V6(address: int, prefix: int)

  datatype Value =
    | BoolV(b: bool)
    | LongV(i: int)                          // a 64-bit signed integer
    | StringV(s: string)
    | EntityV(uid: EntityUid)
    | SetV(elements: set<Value>)             // no order, no duplicates
    | RecordV(fields: map<string, Value>)
    | DecimalV(units: int)                   // in units of 1/10000
    | IpV(ip: Ip)
    | DatetimeV(epoch: int)                  // in milliseconds since 1970-01-01T00:00:00Z
    | DurationV(millis: int)                 // in milliseconds

  // Everything that evaluation can fail with.
  datatype Error =
    | TypeError            // an operand of the wrong type
    | MissingAttribute     // an attribute that its record or entity does not have
    | MissingTag           // a tag that its entity does not have
    | MissingEntity        // an attribute or tag of an entity that is not there
    | IntegerOverflow      // a Long beyond 64 bits
    | ArgumentCount        // an extension function applied to too few or too many arguments
    | ExtensionError       // a text that an extension type cannot read, or its arithmetic overflowed

  // What evaluation gives: a value or an error, never both, never neither.
  datatype Result = Ok(value: Value) | Err(error: Error)
  datatype Results = OkAll(values: seq<Value>) | ErrAny(error: Error)

  const MinLong: int := -0x8000_0000_0000_0000
  const MaxLong: int := 0x7FFF_FFFF_FFFF_FFFF
  predicate method IsLong(i: int) { MinLong <= i <= MaxLong }

  // Arithmetic never wraps around: a result beyond 64 bits is an error.
  function method CheckedLong(i: int): Result {
    if IsLong(i) then Ok(LongV(i)) else Err(IntegerOverflow)
  }

  function method MaxPrefix(ip: Ip): int { if ip.V4? then 32 else 128 }
  function method TwoTo(n: nat): int
    ensures TwoTo(n) > 0
  { if n == 0 then 1 else 2 * TwoTo(n - 1) }

  predicate method IsIp(ip: Ip) {
    0 <= ip.prefix <= MaxPrefix(ip) && 0 <= ip.address < TwoTo(MaxPrefix(ip))
  }

  // Whether every number inside the value is one that Cedar can represent.
  predicate method WellFormed(v: Value)
    decreases v
  {
    match v
    case BoolV(b) => true
    case LongV(i) => IsLong(i)
    case StringV(s) => true
    case EntityV(uid) => true
    case SetV(elements) => forall x :: x in elements ==> WellFormed(x)
    case RecordV(fields) => forall k :: k in fields ==> WellFormed(fields[k])
    case DecimalV(units) => IsLong(units)
    case IpV(ip) => IsIp(ip)
    case DatetimeV(epoch) => IsLong(epoch)
    case DurationV(millis) => IsLong(millis)
  }
}
