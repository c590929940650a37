include "Values.dfy"
// The entities: what is known of each, and who is in whom.
module Hierarchy {
  import opened Values

  datatype Entity = Entity(attributes: map<string, Value>, tags: map<string, Value>, parents: set<EntityUid>)
  type Entities = map<EntityUid, Entity>

  // An entity that is not there has no parents.
  function method Parents(uid: EntityUid, entities: Entities): set<EntityUid> {
    if uid in entities then entities[uid].parents else {}
  }

  function method ParentsOfAll(uids: set<EntityUid>, entities: Entities): set<EntityUid> {
    set uid, parent | uid in uids && parent in Parents(uid, entities) :: parent
  }

  // All uids that are a parent of some entity.
  function AllParents(entities: Entities): set<EntityUid> {
    set uid, parent | uid in entities && parent in Parents(uid, entities) :: parent
  }

  // Climbs the hierarchy one step at a time: the parents of the uids met last, as long as there are new ones.
  function method Climb(last: set<EntityUid>, found: set<EntityUid>, entities: Entities): set<EntityUid>
    decreases AllParents(entities) - found
  {
    var met := ParentsOfAll(last, entities) - found;
    if met == {} then found else Climb(met, found + met, entities)
  }

  // The entity's ancestors: its parents, their parents, and so on through all entities that are there.
  function method Ancestors(uid: EntityUid, entities: Entities): set<EntityUid> { Climb({uid}, {}, entities) }

  // What an entity is in: itself and its ancestors.
  function method Containers(uid: EntityUid, entities: Entities): set<EntityUid> { {uid} + Ancestors(uid, entities) }
}
