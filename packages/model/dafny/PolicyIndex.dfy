include "Authorizer.dfy"
// The policy index: finds the policies whose scope may match a request, without looking at the others.
// A tree that narrows by one constraint of the scope at each level, the most selective first.
module PolicyIndex {
  import opened Values
  import opened Hierarchy
  import opened Evaluator
  import opened Policies
  import opened Authorizer

  // The ways a scope can be narrow.
  datatype Rank =
    | PrincipalEqual | ResourceEqual | PrincipalIn | ResourceIn
    | ActionEqualTo | ActionInAny | PrincipalIs | ResourceIs

  // One constraint of a scope and the uids it names; `is` names a type, with an empty id.
  datatype ScopeKey = ScopeKey(rank: Rank, uids: seq<EntityUid>)

  // A place in a branch.
  datatype Place = Place(rank: Rank, uid: EntityUid)

  // A node is a plain list until it outgrows the limit; then it branches.
  datatype Node =
    | Leaf(policies: seq<Policy>)
    | Branch(unconstrained: seq<Policy>, children: map<Place, Node>)

  // Up to this many policies are simply all looked at.
  const ScanLimit: nat := 8

  function method ConstraintKeys(c: Constraint<EntityUid>, equal: Rank, isIn: Rank, isOf: Rank, wanted: Rank): seq<ScopeKey> {
    match c
    case AnyEntity => []
    case EqualTo(u) => if wanted == equal then [ScopeKey(equal, [u])] else []
    case InEntity(u) => if wanted == isIn then [ScopeKey(isIn, [u])] else []
    case IsTypeIn(ty, u) => if wanted == isIn then [ScopeKey(isIn, [u])] else []
    case IsType(ty) => if wanted == isOf then [ScopeKey(isOf, [EntityUid(ty, "")])] else []
  }

  function method KeysOfRank(p: Policy, rank: Rank): seq<ScopeKey> {
    if rank == ActionEqualTo then (if p.action.ActionEqual? then [ScopeKey(rank, [p.action.uid])] else [])
    else if rank == ActionInAny then (if p.action.ActionIn? then [ScopeKey(rank, p.action.uids)] else [])
    else if rank == PrincipalEqual || rank == PrincipalIn || rank == PrincipalIs then
      ConstraintKeys(p.principal, PrincipalEqual, PrincipalIn, PrincipalIs, rank)
    else ConstraintKeys(p.resource, ResourceEqual, ResourceIn, ResourceIs, rank)
  }

  // The policy's constraints, the most selective first: at most one for each variable.
  function method Keys(p: Policy): seq<ScopeKey>
    ensures |Keys(p)| <= 3
  {
    KeysOfRank(p, PrincipalEqual) + KeysOfRank(p, ResourceEqual) +
    KeysOfRank(p, PrincipalIn) + KeysOfRank(p, ResourceIn) +
    KeysOfRank(p, ActionEqualTo) + KeysOfRank(p, ActionInAny) +
    KeysOfRank(p, PrincipalIs) + KeysOfRank(p, ResourceIs)
  }

  // ---- building ----

  function method Build(policies: seq<Policy>): Node
    decreases |policies|
  { if policies == [] then Leaf([]) else Insert(Build(policies[..|policies| - 1]), policies[|policies| - 1], 0) }

  // Adds the policy below this node; its keys before `depth` have been used further up.
  function method Insert(node: Node, p: Policy, depth: nat): Node
    requires depth <= 3
    decreases 3 - depth, 3
  {
    if node.Branch? then InsertInBranch(node, p, depth)
    else if |node.policies| < ScanLimit then Leaf(node.policies + [p])
    else InsertInBranch(BranchOf(node.policies, depth), p, depth)
  }

  // A branch that holds what a list held.
  function method BranchOf(policies: seq<Policy>, depth: nat): Node
    requires depth <= 3
    ensures BranchOf(policies, depth).Branch?
    decreases 3 - depth, 2, |policies|
  {
    if policies == [] then Branch([], map[])
    else InsertInBranch(BranchOf(policies[1..], depth), policies[0], depth)
  }

  function method InsertInBranch(node: Node, p: Policy, depth: nat): Node
    requires node.Branch? && depth <= 3
    ensures InsertInBranch(node, p, depth).Branch?
    decreases 3 - depth, 1
  {
    if depth >= |Keys(p)| then Branch(node.unconstrained + [p], node.children)
    else Branch(node.unconstrained, InsertAtAll(node.children, p, depth, Keys(p)[depth].uids))
  }

  // Adds the policy below each of the uids.
  function method InsertAtAll(children: map<Place, Node>, p: Policy, depth: nat, uids: seq<EntityUid>): map<Place, Node>
    requires depth < |Keys(p)|
    decreases 3 - depth, 0, |uids|
  {
    if uids == [] then children else
    var place := Place(Keys(p)[depth].rank, uids[0]);
    var child := Insert(Child(children, place), p, depth + 1);
    InsertAtAll(children[place := child], p, depth, uids[1..])
  }

  function method Child(children: map<Place, Node>, place: Place): Node {
    if place in children then children[place] else Leaf([])
  }

  // ---- looking up ----

  // All places where policies can be that match the request.
  function method PlacesOf(env: Env): set<Place> {
    var principal, action, resource := env.request.principal, env.request.action, env.request.resource;
    { Place(PrincipalEqual, principal), Place(ActionEqualTo, action), Place(ResourceEqual, resource),
      Place(PrincipalIs, EntityUid(principal.ty, "")), Place(ResourceIs, EntityUid(resource.ty, "")) } +
    (set uid | uid in Containers(principal, env.entities) :: Place(PrincipalIn, uid)) +
    (set uid | uid in Containers(action, env.entities) :: Place(ActionInAny, uid)) +
    (set uid | uid in Containers(resource, env.entities) :: Place(ResourceIn, uid))
  }

  // The policies that may match a request with these places.
  function method Candidates(node: Node, places: set<Place>): set<Policy>
    decreases node
  {
    match node
    case Leaf(policies) => set p | p in policies
    case Branch(unconstrained, children) =>
      var below := map place | place in places && place in children :: Candidates(children[place], places);
      (set p | p in unconstrained) + (set place, p | place in below && p in below[place] :: p)
  }

  function method SatisfiedAmong(effect: Effect, found: set<Policy>, env: Env): set<string> {
    set p | p in found && p.effect == effect && IsSatisfied(p, env) :: p.id
  }
  function method ErroringAmong(found: set<Policy>, env: Env): set<PolicyError> {
    set p | p in found && Outcome(p, env).Err? :: PolicyError(p.id, Outcome(p, env).error)
  }

  // Authorizes over the candidates alone.
  function method IsAuthorizedByIndex(index: Node, env: Env): Response {
    var found := Candidates(index, PlacesOf(env));
    Respond(SatisfiedAmong(Permit, found, env), SatisfiedAmong(Forbid, found, env), ErroringAmong(found, env))
  }
}
