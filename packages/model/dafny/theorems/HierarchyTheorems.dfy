include "../Hierarchy.dfy"
module HierarchyTheorems {
  import opened Values
  import opened Hierarchy

  // A walk up the hierarchy: from each uid to one of its parents.
  predicate IsWalk(walk: seq<EntityUid>, entities: Entities) {
    |walk| >= 2 && forall i :: 0 <= i < |walk| - 1 ==> walk[i + 1] in Parents(walk[i], entities)
  }

  predicate Reaches(from: EntityUid, to: EntityUid, entities: Entities) {
    exists walk :: IsWalk(walk, entities) && walk[0] == from && walk[|walk| - 1] == to
  }

  lemma OneStep(from: EntityUid, to: EntityUid, entities: Entities)
    requires to in Parents(from, entities)
    ensures Reaches(from, to, entities)
  { var walk := [from, to]; assert IsWalk(walk, entities); }

  lemma OneMoreStep(from: EntityUid, via: EntityUid, to: EntityUid, entities: Entities)
    requires Reaches(from, via, entities) && to in Parents(via, entities)
    ensures Reaches(from, to, entities)
  {
    var walk :| IsWalk(walk, entities) && walk[0] == from && walk[|walk| - 1] == via;
    var longer := walk + [to];
    assert IsWalk(longer, entities);
    assert longer[0] == from && longer[|longer| - 1] == to;
  }

  lemma ClimbFindsOnlyReached(uid: EntityUid, last: set<EntityUid>, found: set<EntityUid>, entities: Entities)
    requires forall w :: w in found ==> Reaches(uid, w, entities)
    requires forall w :: w in last ==> w == uid || w in found
    ensures forall w :: w in Climb(last, found, entities) ==> Reaches(uid, w, entities)
    decreases AllParents(entities) - found
  {
    var met := ParentsOfAll(last, entities) - found;
    forall w | w in met ensures Reaches(uid, w, entities) {
      var v :| v in last && w in Parents(v, entities);
      if v == uid { OneStep(uid, w, entities); } else { OneMoreStep(uid, v, w, entities); }
    }
    if met != {} { ClimbFindsOnlyReached(uid, met, found + met, entities); }
  }

  lemma ClimbIsClosed(uid: EntityUid, last: set<EntityUid>, found: set<EntityUid>, entities: Entities)
    requires last <= found + {uid}
    requires ParentsOfAll(found + {uid} - last, entities) <= found
    ensures found <= Climb(last, found, entities)
    ensures ParentsOfAll(Climb(last, found, entities) + {uid}, entities) <= Climb(last, found, entities)
    decreases AllParents(entities) - found
  {
    var met := ParentsOfAll(last, entities) - found;
    if met == {} {
      forall w | w in ParentsOfAll(found + {uid}, entities) ensures w in found {
        var v :| v in found + {uid} && w in Parents(v, entities);
        if v in last { assert w in ParentsOfAll(last, entities); }
        else { assert v in found + {uid} - last; assert w in ParentsOfAll(found + {uid} - last, entities); }
      }
    } else {
      var older := found + met + {uid} - met;
      forall w | w in ParentsOfAll(older, entities) ensures w in found + met {
        var v :| v in older && w in Parents(v, entities);
        if v in last { assert w in ParentsOfAll(last, entities); }
        else { assert v in found + {uid} - last; assert w in ParentsOfAll(found + {uid} - last, entities); }
      }
      ClimbIsClosed(uid, met, found + met, entities);
    }
  }

  lemma WalksStayInside(walk: seq<EntityUid>, inside: set<EntityUid>, entities: Entities, i: nat)
    requires IsWalk(walk, entities) && 1 <= i < |walk|
    requires ParentsOfAll(inside + {walk[0]}, entities) <= inside
    ensures walk[i] in inside
    decreases i
  {
    if i > 1 { WalksStayInside(walk, inside, entities, i - 1); }
    assert walk[i - 1] in inside + {walk[0]};
    assert walk[(i - 1) + 1] in Parents(walk[i - 1], entities);
    assert walk[i] in ParentsOfAll(inside + {walk[0]}, entities);
  }

  // Theorem: an entity's computed ancestors are exactly the uids that can be reached from it by going from
  // entity to parent, one or more times, whether the hierarchy has cycles or not.
  lemma AncestorsAreReachable(uid: EntityUid, other: EntityUid, entities: Entities)
    ensures other in Ancestors(uid, entities) <==> Reaches(uid, other, entities)
  {
    ClimbFindsOnlyReached(uid, {uid}, {}, entities);
    assert {} + {uid} - {uid} == {};
    ClimbIsClosed(uid, {uid}, {}, entities);
    if Reaches(uid, other, entities) {
      var walk :| IsWalk(walk, entities) && walk[0] == uid && walk[|walk| - 1] == other;
      WalksStayInside(walk, Ancestors(uid, entities), entities, |walk| - 1);
    }
  }

  // Theorem: an ancestor of an ancestor is an ancestor.
  lemma AncestorsAreTransitive(uid: EntityUid, middle: EntityUid, top: EntityUid, entities: Entities)
    requires middle in Ancestors(uid, entities) && top in Ancestors(middle, entities)
    ensures top in Ancestors(uid, entities)
  {
    AncestorsAreReachable(uid, middle, entities);
    AncestorsAreReachable(middle, top, entities);
    var lower :| IsWalk(lower, entities) && lower[0] == uid && lower[|lower| - 1] == middle;
    var upper :| IsWalk(upper, entities) && upper[0] == middle && upper[|upper| - 1] == top;
    var walk := lower + upper[1..];
    forall i | 0 <= i < |walk| - 1 ensures walk[i + 1] in Parents(walk[i], entities) {
      if i < |lower| - 1 { assert lower[i + 1] in Parents(lower[i], entities); }
      else { var j := i - (|lower| - 1); assert upper[j + 1] in Parents(upper[j], entities); }
    }
    assert IsWalk(walk, entities) && walk[0] == uid && walk[|walk| - 1] == top;
    AncestorsAreReachable(uid, top, entities);
  }

  // Theorem: an entity that is not among the entities has no ancestors: it is in itself alone.
  lemma MissingEntityIsAlone(uid: EntityUid, entities: Entities)
    requires uid !in entities
    ensures Containers(uid, entities) == {uid}
  {
    assert ParentsOfAll({uid}, entities) == {};
  }

  // Theorem: an entity's own parents are among its ancestors, those too that are not among the entities.
  lemma ParentsAreAncestors(uid: EntityUid, parent: EntityUid, entities: Entities)
    requires parent in Parents(uid, entities)
    ensures parent in Ancestors(uid, entities)
  { OneStep(uid, parent, entities); AncestorsAreReachable(uid, parent, entities); }
}
