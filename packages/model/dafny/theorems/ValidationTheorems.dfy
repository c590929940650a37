include "../Declarations.dfy"
include "../Conformance.dfy"
include "../EntityValidation.dfy"
include "../RequestValidation.dfy"
include "HierarchyTheorems.dfy"
include "SoundnessTheorems.dfy"
// The checks of requests and entities establish all that the validator's promise asks of them.
module ValidationTheorems {
  import opened Values
  import opened Types
  import opened Schemas
  import opened Declarations
  import opened Hierarchy
  import opened Evaluator
  import opened Conformance
  import opened EntityValidation
  import opened RequestValidation
  import opened HierarchyTheorems
  import opened Policies
  import opened Authorizer
  import opened Validator
  import opened TypeSoundness
  import opened SoundnessTheorems

  // Theorem: a request that validation accepts is one that the validator's promise holds for.
  lemma ValidRequestsConform(request: Request, schema: Schema)
    requires IsValidRequest(request, schema)
    ensures RequestConforms(request, schema)
  { }

  // ---- schemas made of declarations are closed ----

  // Ancestors of ancestors are ancestors, and all of them are declared.
  predicate IsClosed(schema: Schema) {
    && (forall ty :: ty in schema.entityTypes ==> TypeIsClosed(ty, schema))
    && (forall action :: action in schema.actions ==> ActionIsClosed(action, schema))
  }
  predicate TypeIsClosed(ty: string, schema: Schema)
    requires ty in schema.entityTypes
  {
    !IsActionType(ty) && forall above :: above in schema.entityTypes[ty].ancestors ==>
      above in schema.entityTypes && schema.entityTypes[above].ancestors <= schema.entityTypes[ty].ancestors
  }
  predicate ActionIsClosed(action: EntityUid, schema: Schema)
    requires action in schema.actions
  {
    IsActionType(action.ty) && forall above :: above in schema.actions[action].ancestors ==>
      above in schema.actions && schema.actions[above].ancestors <= schema.actions[action].ancestors
  }

  lemma StandsAreAbove(types: EntityTypes, walk: seq<EntityUid>, i: nat)
    requires IsWalk(walk, TypeHierarchy(types)) && 1 <= i < |walk|
    ensures walk[i] == Stand(walk[i].ty) && walk[i].ty in types
  {
    assert walk[(i - 1) + 1] in Parents(walk[i - 1], TypeHierarchy(types));
  }

  lemma TypesAboveAreDeclared(types: EntityTypes, ty: string, above: EntityUid)
    requires above in Ancestors(Stand(ty), TypeHierarchy(types))
    ensures above == Stand(above.ty) && above.ty in types
  {
    AncestorsAreReachable(Stand(ty), above, TypeHierarchy(types));
    var walk :| IsWalk(walk, TypeHierarchy(types)) && walk[0] == Stand(ty) && walk[|walk| - 1] == above;
    StandsAreAbove(types, walk, |walk| - 1);
  }

  lemma TypesAreClosed(types: EntityTypes, actions: Actions, ty: string)
    requires AreNamedWell(types, actions) && ty in types
    ensures TypeIsClosed(ty, SchemaOf(types, actions))
  {
    var schema := SchemaOf(types, actions);
    var hierarchy := TypeHierarchy(types);
    forall above | above in schema.entityTypes[ty].ancestors
      ensures above in schema.entityTypes && schema.entityTypes[above].ancestors <= schema.entityTypes[ty].ancestors
    {
      var stand :| stand in Ancestors(Stand(ty), hierarchy) && stand.ty == above;
      TypesAboveAreDeclared(types, ty, stand);
      forall top | top in schema.entityTypes[above].ancestors ensures top in schema.entityTypes[ty].ancestors {
        var highest :| highest in Ancestors(Stand(above), hierarchy) && highest.ty == top;
        AncestorsAreTransitive(Stand(ty), stand, highest, hierarchy);
      }
    }
  }

  lemma ActionsAreClosed(types: EntityTypes, actions: Actions, action: EntityUid)
    requires AreNamedWell(types, actions) && action in actions
    ensures ActionIsClosed(action, SchemaOf(types, actions))
  {
    var hierarchy := ActionHierarchy(actions);
    forall above | above in Ancestors(action, hierarchy)
      ensures above in actions && Ancestors(above, hierarchy) <= Ancestors(action, hierarchy)
    {
      AncestorsAreReachable(action, above, hierarchy);
      var walk :| IsWalk(walk, hierarchy) && walk[0] == action && walk[|walk| - 1] == above;
      assert walk[(|walk| - 2) + 1] in Parents(walk[|walk| - 2], hierarchy);
      forall top | top in Ancestors(above, hierarchy) ensures top in Ancestors(action, hierarchy) {
        AncestorsAreTransitive(action, above, top, hierarchy);
      }
    }
  }

  // Theorem: in a schema made of declarations, what is above a type or an action is all that can be reached by going
  // from declaration to declaration: what is above that is above it, too.
  lemma MadeSchemasAreClosed(types: EntityTypes, actions: Actions)
    requires AreNamedWell(types, actions)
    ensures IsClosed(SchemaOf(types, actions))
  {
    forall ty | ty in SchemaOf(types, actions).entityTypes ensures TypeIsClosed(ty, SchemaOf(types, actions)) {
      TypesAreClosed(types, actions, ty);
    }
    forall action | action in SchemaOf(types, actions).actions ensures ActionIsClosed(action, SchemaOf(types, actions)) {
      ActionsAreClosed(types, actions, action);
    }
  }

  // ---- valid entities conform ----

  lemma MoreEntitiesReachMore(from: EntityUid, to: EntityUid, entities: Entities, schema: Schema)
    requires Reaches(from, to, entities)
    ensures Reaches(from, to, WithActions(entities, schema))
  {
    var walk :| IsWalk(walk, entities) && walk[0] == from && walk[|walk| - 1] == to;
    forall i | 0 <= i < |walk| - 1 ensures walk[i + 1] in Parents(walk[i], WithActions(entities, schema)) {
      assert walk[i + 1] in Parents(walk[i], entities);
    }
    assert IsWalk(walk, WithActions(entities, schema));
  }

  lemma ParentsOfActionsAreDeclared(action: EntityUid, entities: Entities, schema: Schema)
    requires IsClosed(schema) && AreValidEntities(entities, schema) && action in schema.actions
    ensures Parents(action, WithActions(entities, schema)) <= schema.actions[action].ancestors
  {
    assert ActionIsClosed(action, schema);
    if action in entities {
      assert IsValidEntity(action, entities, schema);
      forall parent | parent in Parents(action, entities) ensures parent in schema.actions[action].ancestors {
        ParentsAreAncestors(action, parent, entities);
      }
    }
  }

  lemma ActionsStayBelowTheirGroups(action: EntityUid, entities: Entities, schema: Schema)
    requires IsClosed(schema) && AreValidEntities(entities, schema) && action in schema.actions
    ensures Ancestors(action, WithActions(entities, schema)) <= schema.actions[action].ancestors
  {
    var all := WithActions(entities, schema);
    var above := schema.actions[action].ancestors;
    assert ActionIsClosed(action, schema);
    forall parent | parent in ParentsOfAll(above + {action}, all) ensures parent in above {
      var child :| child in above + {action} && parent in Parents(child, all);
      ParentsOfActionsAreDeclared(child, entities, schema);
    }
    forall ancestor | ancestor in Ancestors(action, all) ensures ancestor in above {
      AncestorsAreReachable(action, ancestor, all);
      var walk :| IsWalk(walk, all) && walk[0] == action && walk[|walk| - 1] == ancestor;
      WalksStayInside(walk, above, all, |walk| - 1);
    }
  }

  lemma GroupsOfActionsAreAbove(action: EntityUid, entities: Entities, schema: Schema)
    requires IsClosed(schema) && AreValidEntities(entities, schema) && action in schema.actions
    ensures schema.actions[action].ancestors <= Ancestors(action, WithActions(entities, schema))
  {
    var all := WithActions(entities, schema);
    assert ActionIsClosed(action, schema);
    forall above | above in schema.actions[action].ancestors ensures above in Ancestors(action, all) {
      if action in entities {
        assert IsValidEntity(action, entities, schema);
        AncestorsAreReachable(action, above, entities);
        MoreEntitiesReachMore(action, above, entities, schema);
        AncestorsAreReachable(action, above, all);
      } else {
        ParentsAreAncestors(action, above, all);
      }
    }
  }

  lemma TypesStayBelowTheirAncestors(walk: seq<EntityUid>, entities: Entities, schema: Schema, i: nat)
    requires IsClosed(schema) && AreValidEntities(entities, schema)
    requires IsWalk(walk, WithActions(entities, schema)) && 1 <= i < |walk|
    requires walk[0] in entities && walk[0].ty in schema.entityTypes
    ensures walk[i].ty in schema.entityTypes[walk[0].ty].ancestors
    decreases i
  {
    var all := WithActions(entities, schema);
    var child, parent := walk[i - 1], walk[(i - 1) + 1];
    assert parent in Parents(child, all);
    assert TypeIsClosed(walk[0].ty, schema);
    if i > 1 { TypesStayBelowTheirAncestors(walk, entities, schema, i - 1); }
    assert TypeIsClosed(child.ty, schema);
    if child in schema.actions { assert ActionIsClosed(child, schema); }
    assert IsValidEntity(child, entities, schema);
  }

  lemma ValidEntityConforms(uid: EntityUid, entities: Entities, schema: Schema)
    requires IsClosed(schema) && AreValidEntities(entities, schema)
    requires uid in WithActions(entities, schema)
    ensures EntityConforms(uid, WithActions(entities, schema), schema)
  {
    var all := WithActions(entities, schema);
    if uid in schema.actions {
      assert ActionIsClosed(uid, schema);
      ActionsStayBelowTheirGroups(uid, entities, schema);
      GroupsOfActionsAreAbove(uid, entities, schema);
      if uid in entities { assert IsValidEntity(uid, entities, schema); }
    } else {
      assert IsValidEntity(uid, entities, schema);
      forall ancestor | ancestor in Ancestors(uid, all)
        ensures ancestor.ty in schema.entityTypes[uid.ty].ancestors
      {
        AncestorsAreReachable(uid, ancestor, all);
        var walk :| IsWalk(walk, all) && walk[0] == uid && walk[|walk| - 1] == ancestor;
        TypesStayBelowTheirAncestors(walk, entities, schema, |walk| - 1);
      }
    }
  }

  // Theorem: entities that validation accepts, together with the schema's actions, are such that the validator's
  // promise holds for them, although only the parents of each are looked at.
  lemma ValidEntitiesConform(entities: Entities, schema: Schema)
    requires IsClosed(schema) && AreValidEntities(entities, schema)
    ensures EntitiesConform(WithActions(entities, schema), schema)
  {
    forall uid | uid in WithActions(entities, schema) ensures EntityConforms(uid, WithActions(entities, schema), schema) {
      ValidEntityConforms(uid, entities, schema);
    }
  }

  // Theorem: no accepted entity is in itself by way of others.
  lemma ValidEntitiesHaveNoCycle(uid: EntityUid, entities: Entities, schema: Schema)
    requires AreValidEntities(entities, schema) && uid in entities
    ensures !Reaches(uid, uid, entities)
  { AncestorsAreReachable(uid, uid, entities); }

  // ---- all of it together ----

  // Everything has been checked: the schema is made of declarations, and the request and the entities have passed
  // validation.
  predicate AllChecked(types: EntityTypes, actions: Actions, request: Request, entities: Entities) {
    && AreNamedWell(types, actions)
    && IsValidRequest(request, SchemaOf(types, actions))
    && AreValidEntities(entities, SchemaOf(types, actions))
  }

  // What is then decided by: the request, and the entities together with the schema's actions.
  function CheckedEnv(types: EntityTypes, actions: Actions, request: Request, entities: Entities): Env {
    Env(request, WithActions(entities, SchemaOf(types, actions)))
  }

  lemma CheckedDataConform(types: EntityTypes, actions: Actions, request: Request, entities: Entities)
    requires AllChecked(types, actions, request, entities)
    ensures DataConforms(CheckedEnv(types, actions, request, entities), SchemaOf(types, actions))
  {
    var schema := SchemaOf(types, actions);
    MadeSchemasAreClosed(types, actions);
    forall action | action in schema.actions ensures IsActionType(action.ty) { assert ActionIsClosed(action, schema); }
    forall ty | ty in schema.entityTypes ensures !IsActionType(ty) { assert TypeIsClosed(ty, schema); }
    ValidRequestsConform(request, schema);
    ValidEntitiesConform(entities, schema);
  }

  // Theorem: the whole of validation is sound: if a policy, a request and the entities all pass the checks that programs
  // run, evaluating the policy gives true or false, or fails only with a missing entity, an integer overflow or an
  // extension error.
  lemma ValidationIsSound(p: Policy, types: EntityTypes, actions: Actions, request: Request, entities: Entities)
    requires ValidatePolicy(p, SchemaOf(types, actions)) && AllChecked(types, actions, request, entities)
    ensures IsSafe(Evaluate(Condition(p), CheckedEnv(types, actions, request, entities)))
  {
    CheckedDataConform(types, actions, request, entities);
    ValidPoliciesAreSafe(p, SchemaOf(types, actions), CheckedEnv(types, actions, request, entities));
  }
}
