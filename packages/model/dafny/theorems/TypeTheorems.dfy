include "../Types.dfy"
include "../Signatures.dfy"
// That joining types and the signatures of extension functions are right.
module TypeTheorems {
  import opened Values
  import opened Types
  import opened Expressions
  import opened Extensions
  import opened Signatures
  import opened Decimals
  import opened IpAddresses
  import opened Datetimes
  import opened Durations

  // Theorem: what has one of two types has the common type of both.
  lemma JoinIsAbove(v: Value, t: Type, u: Type)
    requires Join(t, u).Some?
    requires InstanceOf(v, t) || InstanceOf(v, u)
    ensures InstanceOf(v, Join(t, u).value)
    decreases t
  {
    if t.SetT? && u.SetT? {
      forall x | x in v.elements ensures InstanceOf(x, Join(t.element, u.element).value) {
        JoinIsAbove(x, t.element, u.element);
      }
    } else if t.RecordT? && u.RecordT? {
      assert t.attributes.Keys == u.attributes.Keys;
      forall k | k in v.fields ensures k in t.attributes && InstanceOf(v.fields[k], Join(t.attributes[k].ty, u.attributes[k].ty).value) {
        assert k in t.attributes.Keys;
        JoinIsAbove(v.fields[k], t.attributes[k].ty, u.attributes[k].ty);
      }
    }
  }

  // Theorem: an entity has one entity type only.
  lemma EntitiesHaveOneType(v: Value, t: Type, u: Type)
    requires t.EntityT? && u.EntityT? && InstanceOf(v, t) && InstanceOf(v, u)
    ensures t == u
  { }

  lemma OneCallHasItsType(fn: ExtensionFunction, v: Value)
    requires !IsConstructor(fn) && Arity(fn) == 1 && InstanceOf(v, ParameterTypes(fn)[0])
    ensures var r := CallOne(fn, v);
      if r.Ok? then InstanceOf(r.value, ResultType(fn)) else r.error == ExtensionError
  { }

  lemma TwoCallHasItsType(fn: ExtensionFunction, v: Value, w: Value)
    requires Arity(fn) == 2 && InstanceOf(v, ParameterTypes(fn)[0]) && InstanceOf(w, ParameterTypes(fn)[1])
    ensures var r := CallTwo(fn, v, w);
      if r.Ok? then InstanceOf(r.value, ResultType(fn)) else r.error == ExtensionError
  { }

  // Theorem: an extension function or method with arguments of the right types gives a value of its result's type, or
  // fails because its arithmetic overflows.
  lemma CallsHaveTheirType(fn: ExtensionFunction, args: seq<Value>)
    requires !IsConstructor(fn) && |args| == |ParameterTypes(fn)|
    requires forall i :: 0 <= i < |args| ==> InstanceOf(args[i], ParameterTypes(fn)[i])
    ensures var r := CallExtension(fn, args);
      if r.Ok? then InstanceOf(r.value, ResultType(fn)) else r.error == ExtensionError
  {
    if |args| == 1 { OneCallHasItsType(fn, args[0]); } else { TwoCallHasItsType(fn, args[0], args[1]); }
  }

  // Theorem: a constructor with a text that it can read gives a value of its type.
  lemma ConstructorsHaveTheirType(fn: ExtensionFunction, text: string)
    requires IsConstructor(fn) && CallExtension(fn, [StringV(text)]).Ok?
    ensures InstanceOf(CallExtension(fn, [StringV(text)]).value, ResultType(fn))
  {
    if fn == IpFn { assert IsIp(ParseIp(text).value); }
  }
}
