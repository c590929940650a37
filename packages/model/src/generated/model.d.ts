import type { BigNumber as BigNumberClass } from "bignumber.js";

/** A value of one of the model's datatypes. */
export interface Term {
  readonly $tag: number;
}
/** Sequences, sets and maps are arrays; a map's elements are pairs. */
export type Sequence<T> = readonly T[] & { readonly sequence?: T };
export type Collection<T> = readonly T[] & { readonly collection?: T };
export type Mapping<K, V> = readonly (readonly [K, V])[] & { readonly mapping?: readonly [K, V] };

export interface EntityUidTerm extends Term {
  readonly ty: string;
  readonly id: string;
}
export interface IpTerm extends Term {
  readonly is_V4: boolean;
  readonly address: BigNumberClass;
  readonly prefix: BigNumberClass;
}
export interface ValueTerm extends Term {
  readonly is_BoolV: boolean;
  readonly is_LongV: boolean;
  readonly is_StringV: boolean;
  readonly is_EntityV: boolean;
  readonly is_SetV: boolean;
  readonly is_RecordV: boolean;
  readonly is_DecimalV: boolean;
  readonly is_IpV: boolean;
  readonly is_DatetimeV: boolean;
  readonly dtor_b: boolean;
  readonly dtor_i: BigNumberClass;
  readonly dtor_s: string;
  readonly dtor_uid: EntityUidTerm;
  readonly dtor_elements: Collection<ValueTerm>;
  readonly dtor_fields: Mapping<string, ValueTerm>;
  readonly dtor_units: BigNumberClass;
  readonly dtor_ip: IpTerm;
  readonly dtor_epoch: BigNumberClass;
  readonly dtor_millis: BigNumberClass;
}
export interface ErrorTerm extends Term {
  readonly is_TypeError: boolean;
  readonly is_MissingAttribute: boolean;
  readonly is_MissingTag: boolean;
  readonly is_MissingEntity: boolean;
  readonly is_IntegerOverflow: boolean;
  readonly is_ArgumentCount: boolean;
}
export interface ResultTerm extends Term {
  readonly is_Ok: boolean;
  readonly dtor_value: ValueTerm;
  readonly dtor_error: ErrorTerm;
}
export interface OptionTerm<T> extends Term {
  readonly is_Some: boolean;
  readonly dtor_value: T;
}
export interface ResponseTerm extends Term {
  readonly dtor_decision: Term & { readonly is_Allow: boolean };
  readonly dtor_determining: Collection<string>;
  readonly dtor_erroring: Collection<Term & { readonly dtor_id: string; readonly dtor_error: ErrorTerm }>;
}
export interface ExprTerm extends Term {
  readonly is_BoolE: boolean;
  readonly dtor_b: boolean;
  readonly expr?: true;
}
export interface ExprsTerm extends Term {
  readonly exprs?: true;
}
export interface FieldsTerm extends Term {
  readonly fields?: true;
}
export interface PatternTerm extends Term {
  readonly pattern?: true;
}
export interface ConstraintTerm extends Term {
  readonly constraint?: true;
}
export interface ActionTerm extends Term {
  readonly action?: true;
}
export interface SlotTerm extends Term {
  readonly slot?: true;
}
export interface EntityOrSlotTerm extends Term {
  readonly entityOrSlot?: true;
}
export interface ClauseTerm extends Term {
  readonly clause?: true;
}
export interface PolicyTerm extends Term {
  readonly policy?: true;
}
export interface TemplateTerm extends Term {
  readonly template?: true;
}
export interface EntityTerm extends Term {
  readonly entity?: true;
}
export interface RequestTerm extends Term {
  readonly request?: true;
}
export interface EnvTerm extends Term {
  readonly dtor_entities: Mapping<EntityUidTerm, EntityTerm>;
}
export interface NodeTerm extends Term {
  readonly node?: true;
}
export interface TypeTerm extends Term {
  readonly type?: true;
}
export interface AttributeTypeTerm extends Term {
  readonly attributeType?: true;
}
export interface EntityTypeDeclarationTerm extends Term {
  readonly entityTypeDeclaration?: true;
}
export interface ActionDeclarationTerm extends Term {
  readonly actionDeclaration?: true;
}
export interface SchemaTerm extends Term {
  readonly schema?: true;
}

export interface PartialValueTerm extends Term {
  readonly partialValue?: true;
}
export interface PartialRequestTerm extends Term {
  readonly partialRequest?: true;
}
export interface PartialEntityTerm extends Term {
  readonly partialEntity?: true;
}
export interface PartialEntitiesTerm extends Term {
  readonly partialEntities?: true;
}
export interface KnowledgeTerm extends Term {
  readonly knowledge?: true;
}
export interface ReadablePatternTerm extends PatternTerm {
  readonly is_Star: boolean;
  readonly is_Char: boolean;
  readonly dtor_c: string;
  readonly dtor_rest: ReadablePatternTerm;
}
export interface ResidualTerm extends Term {
  readonly is_ValueR: boolean;
  readonly is_ErrorR: boolean;
  readonly is_VariableR: boolean;
  readonly is_AndR: boolean;
  readonly is_OrR: boolean;
  readonly is_IfR: boolean;
  readonly is_UnaryR: boolean;
  readonly is_BinaryR: boolean;
  readonly is_LikeR: boolean;
  readonly is_IsR: boolean;
  readonly is_HasR: boolean;
  readonly is_GetR: boolean;
  readonly is_SetR: boolean;
  readonly is_RecordR: boolean;
  readonly is_CallR: boolean;
  readonly dtor_value: ValueTerm;
  readonly dtor_error: ErrorTerm;
  readonly dtor_variable: Term;
  readonly dtor_left: ResidualTerm;
  readonly dtor_right: ResidualTerm;
  readonly dtor_test: ResidualTerm;
  readonly dtor_yes: ResidualTerm;
  readonly dtor_no: ResidualTerm;
  readonly dtor_unary: Term;
  readonly dtor_binary: Term;
  readonly dtor_arg: ResidualTerm;
  readonly dtor_pattern: ReadablePatternTerm;
  readonly dtor_entityType: string;
  readonly dtor_name: string;
  readonly dtor_elements: ResidualListTerm;
  readonly dtor_fields: ResidualFieldsTerm;
  readonly dtor_fn: Term;
  readonly dtor_args: ResidualListTerm;
}
export interface ResidualListTerm extends Term {
  readonly is_MoreResiduals: boolean;
  readonly dtor_first: ResidualTerm;
  readonly dtor_rest: ResidualListTerm;
}
export interface ResidualFieldsTerm extends Term {
  readonly is_MoreResidualFields: boolean;
  readonly dtor_key: string;
  readonly dtor_field: ResidualTerm;
  readonly dtor_others: ResidualFieldsTerm;
}
export interface ResidualPolicyTerm extends Term {
  readonly id: string;
  readonly effect: Term & { readonly is_Permit: boolean };
  readonly condition: ResidualTerm;
}
export interface PartialResponseTerm extends Term {
  readonly dtor_decision: OptionTerm<Term & { readonly is_Allow: boolean }>;
  readonly dtor_must: Collection<string>;
  readonly dtor_may: Collection<string>;
  readonly dtor_erroring: Collection<string>;
  readonly dtor_residuals: Sequence<ResidualPolicyTerm>;
}

export const BigNumber: typeof BigNumberClass;

export const runtime: {
  readonly Seq: { of<T>(...elements: readonly T[]): Sequence<T> };
  readonly Set: { fromElements<T>(...elements: readonly T[]): Collection<T> };
  readonly Map: { of<K, V>(...entries: readonly (readonly [K, V])[]): Mapping<K, V> };
};

export const Values: {
  readonly Option: { create_None(): OptionTerm<never>; create_Some<T>(value: T): OptionTerm<T> };
  readonly EntityUid: { create_EntityUid(ty: string, id: string): EntityUidTerm };
  readonly Value: {
    create_BoolV(b: boolean): ValueTerm;
    create_LongV(i: BigNumberClass): ValueTerm;
    create_StringV(s: string): ValueTerm;
    create_EntityV(uid: EntityUidTerm): ValueTerm;
    create_SetV(elements: Collection<ValueTerm>): ValueTerm;
    create_RecordV(fields: Mapping<string, ValueTerm>): ValueTerm;
  };
};

export const Patterns: {
  readonly Pattern: {
    create_End(): PatternTerm;
    create_Star(rest: PatternTerm): PatternTerm;
    create_Char(c: string, rest: PatternTerm): PatternTerm;
  };
};

type Nullary<Names extends string, T> = { readonly [N in Names as `create_${N}`]: () => T };

export const Expressions: {
  readonly Variable: Nullary<"Principal" | "Action" | "Resource" | "Context", Term>;
  readonly UnaryOp: Nullary<"Not" | "Negate" | "IsEmpty", Term>;
  readonly BinaryOp: Nullary<
    | "Equal"
    | "Less"
    | "LessOrEqual"
    | "Add"
    | "Subtract"
    | "Multiply"
    | "In"
    | "Contains"
    | "ContainsAll"
    | "ContainsAny"
    | "HasTag"
    | "GetTag",
    Term
  >;
  readonly ExtensionFunction: Nullary<
    | "DecimalFn"
    | "LessThan"
    | "LessThanOrEqual"
    | "GreaterThan"
    | "GreaterThanOrEqual"
    | "IpFn"
    | "IsIpv4"
    | "IsIpv6"
    | "IsLoopbackFn"
    | "IsMulticastFn"
    | "IsInRangeFn"
    | "DatetimeFn"
    | "Offset"
    | "DurationSince"
    | "ToDateFn"
    | "ToTimeFn"
    | "DurationFn"
    | "ToMillisecondsFn"
    | "ToSecondsFn"
    | "ToMinutesFn"
    | "ToHoursFn"
    | "ToDaysFn",
    Term
  >;
  readonly Expr: {
    create_BoolE(b: boolean): ExprTerm;
    create_LongE(i: BigNumberClass): ExprTerm;
    create_StringE(s: string): ExprTerm;
    create_EntityE(uid: EntityUidTerm): ExprTerm;
    create_VariableE(variable: Term): ExprTerm;
    create_And(left: ExprTerm, right: ExprTerm): ExprTerm;
    create_Or(left: ExprTerm, right: ExprTerm): ExprTerm;
    create_If(test: ExprTerm, yes: ExprTerm, no: ExprTerm): ExprTerm;
    create_Unary(op: Term, arg: ExprTerm): ExprTerm;
    create_Binary(op: Term, left: ExprTerm, right: ExprTerm): ExprTerm;
    create_LikeE(arg: ExprTerm, pattern: PatternTerm): ExprTerm;
    create_Is(arg: ExprTerm, entityType: string): ExprTerm;
    create_GetAttribute(arg: ExprTerm, name: string): ExprTerm;
    create_SetE(elements: ExprsTerm): ExprTerm;
    create_RecordE(fields: FieldsTerm): ExprTerm;
    create_Call(fn: Term, args: ExprsTerm): ExprTerm;
  };
  readonly Exprs: { create_NoExprs(): ExprsTerm; create_MoreExprs(first: ExprTerm, rest: ExprsTerm): ExprsTerm };
  readonly Fields: {
    create_NoFields(): FieldsTerm;
    create_MoreFields(key: string, value: ExprTerm, others: FieldsTerm): FieldsTerm;
  };
  readonly __default: {
    NotEqual(left: ExprTerm, right: ExprTerm): ExprTerm;
    Greater(left: ExprTerm, right: ExprTerm): ExprTerm;
    GreaterOrEqual(left: ExprTerm, right: ExprTerm): ExprTerm;
    IsIn(arg: ExprTerm, entityType: string, container: ExprTerm): ExprTerm;
    HasPath(arg: ExprTerm, path: Sequence<string>): ExprTerm;
  };
};

export const Hierarchy: {
  readonly Entity: {
    create_Entity(
      attributes: Mapping<string, ValueTerm>,
      tags: Mapping<string, ValueTerm>,
      parents: Collection<EntityUidTerm>,
    ): EntityTerm;
  };
  readonly __default: {
    Ancestors(uid: EntityUidTerm, entities: Mapping<EntityUidTerm, EntityTerm>): Collection<EntityUidTerm>;
  };
};

export const Evaluator: {
  readonly Request: {
    create_Request(
      principal: EntityUidTerm,
      action: EntityUidTerm,
      resource: EntityUidTerm,
      context: Mapping<string, ValueTerm>,
    ): RequestTerm;
  };
  readonly Env: { create_Env(request: RequestTerm, entities: Mapping<EntityUidTerm, EntityTerm>): EnvTerm };
  readonly __default: { Evaluate(e: ExprTerm, env: EnvTerm): ResultTerm };
};

export const Policies: {
  readonly Effect: Nullary<"Permit" | "Forbid", Term>;
  readonly Slot: Nullary<"PrincipalSlot" | "ResourceSlot", SlotTerm>;
  readonly EntityOrSlot: {
    create_Known(uid: EntityUidTerm): EntityOrSlotTerm;
    create_Hole(slot: SlotTerm): EntityOrSlotTerm;
  };
  readonly Constraint: {
    create_AnyEntity(): ConstraintTerm;
    create_EqualTo(u: EntityOrSlotTerm): ConstraintTerm;
    create_InEntity(u: EntityOrSlotTerm): ConstraintTerm;
    create_IsType(ty: string): ConstraintTerm;
    create_IsTypeIn(ty: string, u: EntityOrSlotTerm): ConstraintTerm;
  };
  readonly ActionConstraint: {
    create_AnyAction(): ActionTerm;
    create_ActionEqual(uid: EntityUidTerm): ActionTerm;
    create_ActionIn(uids: Sequence<EntityUidTerm>): ActionTerm;
  };
  readonly Clause: { create_When(e: ExprTerm): ClauseTerm; create_Unless(e: ExprTerm): ClauseTerm };
  readonly Template: {
    create_Template(
      effect: Term,
      principal: ConstraintTerm,
      action: ActionTerm,
      resource: ConstraintTerm,
      clauses: Sequence<ClauseTerm>,
    ): TemplateTerm;
  };
  readonly __default: {
    Link(t: TemplateTerm, id: string, values: Mapping<SlotTerm, EntityUidTerm>): OptionTerm<PolicyTerm>;
  };
};

export const Authorizer: {
  readonly __default: { IsAuthorized(policies: Sequence<PolicyTerm>, env: EnvTerm): ResponseTerm };
};

export const PolicyIndex: {
  readonly __default: {
    Build(policies: Sequence<PolicyTerm>): NodeTerm;
    IsAuthorizedByIndex(index: NodeTerm, env: EnvTerm): ResponseTerm;
  };
};

export const Extensions: {
  readonly __default: { CallExtension(fn: Term, args: Sequence<ValueTerm>): ResultTerm };
};

export const Types: {
  readonly BoolType: Nullary<"AnyBool", Term>;
  readonly Type: Nullary<"LongT" | "StringT" | "DecimalT" | "IpT" | "DatetimeT" | "DurationT", TypeTerm> & {
    create_BoolT(bool: Term): TypeTerm;
    create_EntityT(ty: string): TypeTerm;
    create_SetT(element: TypeTerm): TypeTerm;
    create_RecordT(attributes: Mapping<string, AttributeTypeTerm>): TypeTerm;
  };
  readonly AttributeType: { create_AttributeType(ty: TypeTerm, required: boolean): AttributeTypeTerm };
};

export const Declarations: {
  readonly EntityTypeDeclaration: {
    create_EntityTypeDeclaration(
      attributes: Mapping<string, AttributeTypeTerm>,
      tags: OptionTerm<TypeTerm>,
      parents: Collection<string>,
      ids: OptionTerm<Collection<string>>,
    ): EntityTypeDeclarationTerm;
  };
  readonly ActionDeclaration: {
    create_ActionDeclaration(
      principals: Collection<string>,
      resources: Collection<string>,
      context: Mapping<string, AttributeTypeTerm>,
      parents: Collection<EntityUidTerm>,
    ): ActionDeclarationTerm;
  };
  readonly __default: {
    SchemaOf(
      types: Mapping<string, EntityTypeDeclarationTerm>,
      actions: Mapping<EntityUidTerm, ActionDeclarationTerm>,
    ): SchemaTerm;
    HasNoActionCycle(schema: SchemaTerm): boolean;
    AreNamedWell(
      types: Mapping<string, EntityTypeDeclarationTerm>,
      actions: Mapping<EntityUidTerm, ActionDeclarationTerm>,
    ): boolean;
  };
};

export const EntityValidation: {
  readonly __default: {
    AreValidEntities(entities: Mapping<EntityUidTerm, EntityTerm>, schema: SchemaTerm): boolean;
    WithActions(entities: Mapping<EntityUidTerm, EntityTerm>, schema: SchemaTerm): Mapping<EntityUidTerm, EntityTerm>;
  };
};

export const RequestValidation: {
  readonly __default: { IsValidRequest(request: RequestTerm, schema: SchemaTerm): boolean };
};

export const Validator: {
  readonly __default: {
    ValidatePolicy(p: PolicyTerm, schema: SchemaTerm): boolean;
    ValidateTemplate(t: TemplateTerm, schema: SchemaTerm): boolean;
    ValidateLink(values: Mapping<SlotTerm, EntityUidTerm>, schema: SchemaTerm): boolean;
  };
};

export const PartialData: {
  readonly PartialValue: {
    create_Exactly(value: ValueTerm): PartialValueTerm;
    create_SomeEntity(entityType: string): PartialValueTerm;
    create_Anything(): PartialValueTerm;
  };
  readonly PartialRequest: {
    create_PartialRequest(
      principal: PartialValueTerm,
      action: PartialValueTerm,
      resource: PartialValueTerm,
      context: PartialValueTerm,
    ): PartialRequestTerm;
  };
  readonly PartialEntity: {
    create_PartialEntity(
      attributes: PartialValueTerm,
      tags: PartialValueTerm,
      ancestors: OptionTerm<Collection<EntityUidTerm>>,
    ): PartialEntityTerm;
  };
  readonly PartialEntities: {
    create_PartialEntities(
      listed: Mapping<EntityUidTerm, PartialEntityTerm>,
      missing: Collection<EntityUidTerm>,
      complete: boolean,
    ): PartialEntitiesTerm;
  };
  readonly Knowledge: {
    create_Knowledge(
      request: PartialRequestTerm,
      entities: PartialEntitiesTerm,
      schema: OptionTerm<SchemaTerm>,
    ): KnowledgeTerm;
  };
  readonly __default: {
    RecordOf(fields: Mapping<string, PartialValueTerm>, closed: boolean): PartialValueTerm;
    WithActions(known: KnowledgeTerm): KnowledgeTerm;
    Completes(env: EnvTerm, known: KnowledgeTerm): boolean;
  };
};

export const PartialEvaluation: {
  readonly __default: { PartiallyEvaluate(e: ExprTerm, known: KnowledgeTerm): ResidualTerm };
};

export const PartialAuthorizer: {
  readonly __default: {
    IsAuthorizedPartially(policies: Sequence<PolicyTerm>, known: KnowledgeTerm): PartialResponseTerm;
    PartiallyRespond(residuals: Sequence<ResidualPolicyTerm>): PartialResponseTerm;
    ReducePolicies(residuals: Sequence<ResidualPolicyTerm>, known: KnowledgeTerm): Sequence<ResidualPolicyTerm>;
    Reauthorize(residuals: Sequence<ResidualPolicyTerm>, env: EnvTerm): ResponseTerm;
  };
};

export const Levels: {
  readonly __default: {
    ValidatePolicyAtLevel(p: PolicyTerm, level: BigNumberClass, schema: SchemaTerm): boolean;
    ValidateTemplateAtLevel(t: TemplateTerm, level: BigNumberClass, schema: SchemaTerm): boolean;
  };
};

export const Slices: {
  readonly __default: { Slice(env: EnvTerm, level: BigNumberClass): EnvTerm };
};

export const Loading: {
  readonly __default: {
    DecideByLoading(
      residuals: Sequence<ResidualPolicyTerm>,
      known: KnowledgeTerm,
      entities: Mapping<EntityUidTerm, EntityTerm>,
      rounds: BigNumberClass,
    ): OptionTerm<Term & { readonly is_Allow: boolean }>;
  };
};
