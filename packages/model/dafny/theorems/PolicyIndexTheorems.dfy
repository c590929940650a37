include "../PolicyIndex.dfy"
include "PolicyTheorems.dfy"
module PolicyIndexTheorems {
  import opened Values
  import opened Hierarchy
  import opened Evaluator
  import opened Policies
  import opened Authorizer
  import opened PolicyIndex
  import opened PolicyTheorems

  // The policy can be found below this node along each of the uids that its keys name.
  predicate Holds(node: Node, p: Policy, depth: nat)
    decreases node
  {
    match node
    case Leaf(policies) => p in policies
    case Branch(unconstrained, children) =>
      if depth >= |Keys(p)| then p in unconstrained
      else forall uid :: uid in Keys(p)[depth].uids ==>
        Place(Keys(p)[depth].rank, uid) in children && Holds(children[Place(Keys(p)[depth].rank, uid)], p, depth + 1)
  }

  // The policy is somewhere below this node.
  predicate IsBelow(node: Node, p: Policy)
    decreases node
  {
    match node
    case Leaf(policies) => p in policies
    case Branch(unconstrained, children) =>
      p in unconstrained || exists place :: place in children && IsBelow(children[place], p)
  }

  // ---- inserting keeps what is there ----

  lemma InsertHolds(node: Node, p: Policy, q: Policy, depth: nat)
    requires depth <= 3
    requires q == p || Holds(node, q, depth)
    ensures Holds(Insert(node, p, depth), q, depth)
    decreases 3 - depth, 3
  {
    if node.Branch? { InsertInBranchHolds(node, p, q, depth); }
    else if |node.policies| >= ScanLimit {
      if q in node.policies { BranchOfHolds(node.policies, q, depth); }
      InsertInBranchHolds(BranchOf(node.policies, depth), p, q, depth);
    }
  }

  lemma BranchOfHolds(policies: seq<Policy>, q: Policy, depth: nat)
    requires depth <= 3 && q in policies
    ensures Holds(BranchOf(policies, depth), q, depth)
    decreases 3 - depth, 2, |policies|
  {
    if q in policies[1..] { BranchOfHolds(policies[1..], q, depth); }
    InsertInBranchHolds(BranchOf(policies[1..], depth), policies[0], q, depth);
  }

  lemma InsertInBranchHolds(node: Node, p: Policy, q: Policy, depth: nat)
    requires node.Branch? && depth <= 3
    requires q == p || Holds(node, q, depth)
    ensures Holds(InsertInBranch(node, p, depth), q, depth)
    decreases 3 - depth, 1
  {
    if depth < |Keys(p)| {
      var uids := Keys(p)[depth].uids;
      if depth < |Keys(q)| {
        forall uid | uid in Keys(q)[depth].uids
          ensures var place := Place(Keys(q)[depth].rank, uid);
            var children := InsertAtAll(node.children, p, depth, uids);
            place in children && Holds(children[place], q, depth + 1)
        { InsertAtAllHolds(node.children, p, q, depth, uids, Place(Keys(q)[depth].rank, uid)); }
      }
    }
  }

  // At each place: what was there is there, and the policy is there if the place is one of its own.
  lemma InsertAtAllHolds(children: map<Place, Node>, p: Policy, q: Policy, depth: nat, uids: seq<EntityUid>, place: Place)
    requires depth < |Keys(p)|
    requires (place in children && Holds(children[place], q, depth + 1)) ||
      (q == p && place.rank == Keys(p)[depth].rank && place.uid in uids)
    ensures place in InsertAtAll(children, p, depth, uids)
    ensures Holds(InsertAtAll(children, p, depth, uids)[place], q, depth + 1)
    decreases 3 - depth, 0, |uids|
  {
    if uids != [] {
      var at := Place(Keys(p)[depth].rank, uids[0]);
      var child := Insert(Child(children, at), p, depth + 1);
      if place == at { InsertHolds(Child(children, at), p, q, depth + 1); }
      InsertAtAllHolds(children[at := child], p, q, depth, uids[1..], place);
    }
  }

  // ---- inserting adds nothing else ----

  lemma InsertAddsOnlyIt(node: Node, p: Policy, q: Policy, depth: nat)
    requires depth <= 3 && IsBelow(Insert(node, p, depth), q)
    ensures q == p || IsBelow(node, q)
    decreases 3 - depth, 3
  {
    if node.Branch? { InsertInBranchAddsOnlyIt(node, p, q, depth); }
    else if |node.policies| >= ScanLimit {
      InsertInBranchAddsOnlyIt(BranchOf(node.policies, depth), p, q, depth);
      if q != p { BranchOfHasOnlyThose(node.policies, q, depth); }
    }
  }

  lemma BranchOfHasOnlyThose(policies: seq<Policy>, q: Policy, depth: nat)
    requires depth <= 3 && IsBelow(BranchOf(policies, depth), q)
    ensures q in policies
    decreases 3 - depth, 2, |policies|
  {
    if policies != [] {
      InsertInBranchAddsOnlyIt(BranchOf(policies[1..], depth), policies[0], q, depth);
      if q != policies[0] { BranchOfHasOnlyThose(policies[1..], q, depth); }
    }
  }

  lemma InsertInBranchAddsOnlyIt(node: Node, p: Policy, q: Policy, depth: nat)
    requires node.Branch? && depth <= 3 && IsBelow(InsertInBranch(node, p, depth), q)
    ensures q == p || IsBelow(node, q)
    decreases 3 - depth, 1
  {
    if depth < |Keys(p)| && q !in node.unconstrained {
      var children := InsertAtAll(node.children, p, depth, Keys(p)[depth].uids);
      var place :| place in children && IsBelow(children[place], q);
      InsertAtAllAddsOnlyIt(node.children, p, q, depth, Keys(p)[depth].uids, place);
    }
  }

  lemma InsertAtAllAddsOnlyIt(children: map<Place, Node>, p: Policy, q: Policy, depth: nat, uids: seq<EntityUid>, place: Place)
    requires depth < |Keys(p)|
    requires place in InsertAtAll(children, p, depth, uids)
    requires IsBelow(InsertAtAll(children, p, depth, uids)[place], q)
    ensures q == p || (place in children && IsBelow(children[place], q))
    decreases 3 - depth, 0, |uids|
  {
    if uids != [] {
      var at := Place(Keys(p)[depth].rank, uids[0]);
      var child := Insert(Child(children, at), p, depth + 1);
      InsertAtAllAddsOnlyIt(children[at := child], p, q, depth, uids[1..], place);
      if q != p && place == at { InsertAddsOnlyIt(Child(children, at), p, q, depth + 1); }
    }
  }

  lemma BuildHoldsAll(policies: seq<Policy>, q: Policy)
    requires q in policies
    ensures Holds(Build(policies), q, 0)
    decreases |policies|
  {
    var before := policies[..|policies| - 1];
    if q in before { BuildHoldsAll(before, q); }
    InsertHolds(Build(before), policies[|policies| - 1], q, 0);
  }

  lemma BuildHasOnlyThose(policies: seq<Policy>, q: Policy)
    requires IsBelow(Build(policies), q)
    ensures q in policies
    decreases |policies|
  {
    if policies != [] {
      var before := policies[..|policies| - 1];
      InsertAddsOnlyIt(Build(before), policies[|policies| - 1], q, 0);
      if q != policies[|policies| - 1] { BuildHasOnlyThose(before, q); }
    }
  }

  // ---- looking up ----

  predicate KeyMatches(key: ScopeKey, places: set<Place>) {
    exists uid :: uid in key.uids && Place(key.rank, uid) in places
  }

  // Each of the policy's keys names a place of the request.
  predicate KeysMatch(p: Policy, depth: nat, places: set<Place>) {
    forall i :: depth <= i < |Keys(p)| ==> KeyMatches(Keys(p)[i], places)
  }

  lemma CandidatesAreFound(node: Node, p: Policy, depth: nat, places: set<Place>)
    requires Holds(node, p, depth) && KeysMatch(p, depth, places)
    ensures p in Candidates(node, places)
    decreases node
  {
    if node.Branch? && depth < |Keys(p)| {
      assert KeyMatches(Keys(p)[depth], places);
      var uid :| uid in Keys(p)[depth].uids && Place(Keys(p)[depth].rank, uid) in places;
      var place := Place(Keys(p)[depth].rank, uid);
      CandidatesAreFound(node.children[place], p, depth + 1, places);
      var below := map at | at in places && at in node.children :: Candidates(node.children[at], places);
      assert place in below && p in below[place];
    }
  }

  lemma CandidatesAreThere(node: Node, p: Policy, places: set<Place>)
    requires p in Candidates(node, places)
    ensures IsBelow(node, p)
    decreases node
  {
    if node.Branch? && p !in node.unconstrained {
      var below := map at | at in places && at in node.children :: Candidates(node.children[at], places);
      var place :| place in below && p in below[place];
      CandidatesAreThere(node.children[place], p, places);
    }
  }

  predicate AllMatch(keys: seq<ScopeKey>, places: set<Place>) {
    forall key :: key in keys ==> KeyMatches(key, places)
  }

  lemma KeysOfRankMatch(p: Policy, rank: Rank, env: Env)
    requires ScopeHolds(p, env)
    ensures AllMatch(KeysOfRank(p, rank), PlacesOf(env))
  {
    var places := PlacesOf(env);
    forall key | key in KeysOfRank(p, rank) ensures KeyMatches(key, places) {
      if rank == ActionInAny {
        var uid :| uid in p.action.uids && uid in Containers(env.request.action, env.entities);
        assert Place(ActionInAny, uid) in places;
      } else {
        assert key.uids == [key.uids[0]];
        assert Place(key.rank, key.uids[0]) in places;
      }
    }
  }

  lemma MatchingScopesMatchKeys(p: Policy, env: Env)
    requires ScopeHolds(p, env)
    ensures KeysMatch(p, 0, PlacesOf(env))
  {
    KeysOfRankMatch(p, PrincipalEqual, env); KeysOfRankMatch(p, ResourceEqual, env);
    KeysOfRankMatch(p, PrincipalIn, env); KeysOfRankMatch(p, ResourceIn, env);
    KeysOfRankMatch(p, ActionEqualTo, env); KeysOfRankMatch(p, ActionInAny, env);
    KeysOfRankMatch(p, PrincipalIs, env); KeysOfRankMatch(p, ResourceIs, env);
    var places := PlacesOf(env);
    assert AllMatch(Keys(p), places);
    forall i | 0 <= i < |Keys(p)|
      ensures KeyMatches(Keys(p)[i], places)
    { assert Keys(p)[i] in Keys(p); }
  }

  // Theorem: the index finds every policy whose scope matches the request.
  lemma IndexMissesNothing(policies: seq<Policy>, p: Policy, env: Env)
    requires p in policies && ScopeHolds(p, env)
    ensures p in Candidates(Build(policies), PlacesOf(env))
  {
    BuildHoldsAll(policies, p);
    MatchingScopesMatchKeys(p, env);
    CandidatesAreFound(Build(policies), p, 0, PlacesOf(env));
  }

  // Theorem: the index finds nothing but policies that were put into it.
  lemma IndexInventsNothing(policies: seq<Policy>, p: Policy, env: Env)
    requires p in Candidates(Build(policies), PlacesOf(env))
    ensures p in policies
  {
    CandidatesAreThere(Build(policies), p, PlacesOf(env));
    BuildHasOnlyThose(policies, p);
  }

  // What is found is all of the policies that count: those that are satisfied or erring.
  predicate AreEnough(found: set<Policy>, policies: seq<Policy>, env: Env) {
    && (forall p :: p in found ==> p in policies)
    && (forall p :: p in policies && (IsSatisfied(p, env) || Outcome(p, env).Err?) ==> p in found)
  }

  lemma CandidatesAreEnough(policies: seq<Policy>, env: Env)
    ensures AreEnough(Candidates(Build(policies), PlacesOf(env)), policies, env)
  {
    var found := Candidates(Build(policies), PlacesOf(env));
    forall p | p in policies && (IsSatisfied(p, env) || Outcome(p, env).Err?) ensures p in found {
      ScopesNeverFail(p, env);
      IndexMissesNothing(policies, p, env);
    }
    forall p | p in found ensures p in policies { IndexInventsNothing(policies, p, env); }
  }

  lemma SatisfiedAreFound(effect: Effect, found: set<Policy>, policies: seq<Policy>, env: Env)
    requires AreEnough(found, policies, env)
    ensures SatisfiedAmong(effect, found, env) == Satisfied(effect, policies, env)
  { }

  // An error of one of the policies is among those of what is found.
  lemma ErrorIsFound(p: Policy, found: set<Policy>, policies: seq<Policy>, env: Env)
    requires AreEnough(found, policies, env) && p in policies && Outcome(p, env).Err?
    ensures PolicyError(p.id, Outcome(p, env).error) in ErroringAmong(found, env)
  { }

  lemma ErrorsAreFound(found: set<Policy>, policies: seq<Policy>, env: Env)
    requires AreEnough(found, policies, env)
    ensures ErroringAmong(found, env) == Erroring(policies, env)
  {
    forall e | e in Erroring(policies, env) ensures e in ErroringAmong(found, env) {
      var p :| p in policies && Outcome(p, env).Err? && e == PolicyError(p.id, Outcome(p, env).error);
      ErrorIsFound(p, found, policies, env);
    }
  }

  // Theorem: authorizing over the index's candidates gives the whole response of authorizing over all
  // policies: the decision, the determining policies, and every error.
  lemma IndexIsSound(policies: seq<Policy>, env: Env)
    ensures IsAuthorizedByIndex(Build(policies), env) == IsAuthorized(policies, env)
  {
    var found := Candidates(Build(policies), PlacesOf(env));
    CandidatesAreEnough(policies, env);
    SatisfiedAreFound(Permit, found, policies, env);
    SatisfiedAreFound(Forbid, found, policies, env);
    ErrorsAreFound(found, policies, env);
  }
}
