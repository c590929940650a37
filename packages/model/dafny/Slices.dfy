include "Evaluator.dfy"
// The entities that can be reached from a request by so many look-ups.
module Slices {
  import opened Values
  import opened Hierarchy
  import opened Evaluator

  // The entities that a value mentions.
  function method UidsIn(v: Value): set<EntityUid>
    decreases v
  {
    match v
    case EntityV(uid) => {uid}
    case SetV(elements) => set x, uid | x in elements && uid in UidsIn(x) :: uid
    case RecordV(fields) => set k, uid | k in fields && uid in UidsIn(fields[k]) :: uid
    case BoolV(b) => {} case LongV(i) => {} case StringV(s) => {} case DecimalV(units) => {}
    case IpV(ip) => {} case DatetimeV(epoch) => {} case DurationV(millis) => {}
  }

  function method UidsInRequest(request: Request): set<EntityUid> {
    {request.principal, request.action, request.resource} + UidsIn(RecordV(request.context))
  }
  // What the attributes and tags of an entity mention. An entity that is not there mentions nothing.
  function method UidsOf(uid: EntityUid, entities: Entities): set<EntityUid> {
    if uid in entities then UidsIn(RecordV(entities[uid].attributes)) + UidsIn(RecordV(entities[uid].tags)) else {}
  }

  // The entities that the request mentions, and those that are mentioned by them, and so on, `steps` times.
  function method WithinReach(env: Env, steps: nat): set<EntityUid>
    decreases steps
  {
    if steps == 0 then UidsInRequest(env.request) else
    var near := WithinReach(env, steps - 1);
    near + set uid, other | uid in near && other in UidsOf(uid, env.entities) :: other
  }

  // What can be seen with `level` look-ups one behind the other: at level 0 nothing but the request, at level 1 the
  // entities that the request mentions, and so on. Each entity comes with all its ancestors, but these without theirs.
  function method Slice(env: Env, level: nat): Env {
    if level == 0 then Env(env.request, map[]) else
    var near := WithinReach(env, level - 1);
    Env(env.request, map uid | uid in env.entities && uid in near ::
      Entity(env.entities[uid].attributes, env.entities[uid].tags, Ancestors(uid, env.entities)))
  }
}
