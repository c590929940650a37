import type { CedarValueJson, EntityUid, EntityUidJson } from "./entities.ts";
import type { DetailedError } from "./errors.ts";

/** A string; named as in the reference. */
export type SmolStr = string;

/** An array with at least one element, which the type does not say. */
export type NonEmpty<Type> = Array<Type>;

/** The text of an annotation. */
export type Annotation = SmolStr;

/** Annotations by key. */
export type Annotations = Record<string, Annotation>;

/** An identifier, reserved or not. */
export type AnyId = SmolStr;

/** The id of a policy, a template or a link. */
export type PolicyId = string;

/** `?principal` or `?resource`. */
export type SlotId = string;

/** What a policy does when it applies. */
export type Effect = "permit" | "forbid";

/** The variables of a request. */
export type Var = "principal" | "action" | "resource" | "context";

/** `== …` in a scope. */
export type EqConstraint = { entity: EntityUidJson } | { slot: string };

/** `in …` in the scope of a principal or resource. */
export type PrincipalOrResourceInConstraint = { entity: EntityUidJson } | { slot: string };

/** `is …` in the scope of a principal or resource. */
export interface PrincipalOrResourceIsConstraint {
  entity_type: string;
  in?: PrincipalOrResourceInConstraint;
}

/** `in …` in the scope of an action. */
export type ActionInConstraint = { entity: EntityUidJson } | { entities: EntityUidJson[] };

/** The scope of the principal. */
export type PrincipalConstraint =
  | { op: "All" }
  | ({ op: "==" } & EqConstraint)
  | ({ op: "in" } & PrincipalOrResourceInConstraint)
  | ({ op: "is" } & PrincipalOrResourceIsConstraint);

/** The scope of the action. */
export type ActionConstraint = { op: "All" } | ({ op: "==" } & EqConstraint) | ({ op: "in" } & ActionInConstraint);

/** The scope of the resource. */
export type ResourceConstraint =
  | { op: "All" }
  | ({ op: "==" } & EqConstraint)
  | ({ op: "in" } & PrincipalOrResourceInConstraint)
  | ({ op: "is" } & PrincipalOrResourceIsConstraint);

/** A part of the pattern of `like`. */
export type PatternElem = "Wildcard" | { Literal: SmolStr };

/** What `has` tests. */
export type HasAttrRepr = { left: Expr; attr: SmolStr } | { left: Expr; attr: NonEmpty<SmolStr> };

/** An expression that is no call of an extension function. */
export type ExprNoExt =
  | { Value: CedarValueJson }
  | { Var: Var }
  | { Slot: string }
  | { "!": { arg: Expr } }
  | { neg: { arg: Expr } }
  | { "==": { left: Expr; right: Expr } }
  | { "!=": { left: Expr; right: Expr } }
  | { in: { left: Expr; right: Expr } }
  | { "<": { left: Expr; right: Expr } }
  | { "<=": { left: Expr; right: Expr } }
  | { ">": { left: Expr; right: Expr } }
  | { ">=": { left: Expr; right: Expr } }
  | { "&&": { left: Expr; right: Expr } }
  | { "||": { left: Expr; right: Expr } }
  | { "+": { left: Expr; right: Expr } }
  | { "-": { left: Expr; right: Expr } }
  | { "*": { left: Expr; right: Expr } }
  | { contains: { left: Expr; right: Expr } }
  | { containsAll: { left: Expr; right: Expr } }
  | { containsAny: { left: Expr; right: Expr } }
  | { isEmpty: { arg: Expr } }
  | { getTag: { left: Expr; right: Expr } }
  | { hasTag: { left: Expr; right: Expr } }
  | { ".": { left: Expr; attr: SmolStr } }
  | { has: HasAttrRepr }
  | { like: { left: Expr; pattern: PatternElem[] } }
  | { is: { left: Expr; entity_type: SmolStr; in?: Expr } }
  | { "if-then-else": { if: Expr; then: Expr; else: Expr } }
  | { Set: Expr[] }
  | { Record: Record<string, Expr> };

/** A call of an extension function: its name and its arguments. */
export type ExtFuncCall = {} & Record<string, Array<Expr>>;

/** An expression in JSON. */
export type Expr = ExprNoExt | ExtFuncCall;

/** A condition of a policy. */
export type Clause = { kind: "when"; body: Expr } | { kind: "unless"; body: Expr };

/** A policy or template in JSON. */
export interface PolicyJson {
  effect: Effect;
  principal: PrincipalConstraint;
  action: ActionConstraint;
  resource: ResourceConstraint;
  conditions: Clause[];
  annotations?: Annotations;
}

/** A policy, as Cedar text or JSON. */
export type Policy = string | PolicyJson;

/** A template, as Cedar text or JSON. */
export type Template = string | PolicyJson;

/** Static policies: one text, a list, or policies by id. */
export type StaticPolicySet = string | Policy[] | Record<PolicyId, Policy>;

/** A template with values for its slots. */
export interface TemplateLink {
  templateId: PolicyId;
  newId: PolicyId;
  values: Record<SlotId, EntityUid>;
}

/** Policies, templates and links. */
export interface PolicySet {
  staticPolicies?: StaticPolicySet;
  templates?: Record<PolicyId, Template>;
  templateLinks?: TemplateLink[];
}

/** The policies and templates of a text, each as text. */
export type PolicySetTextToPartsAnswer =
  | { type: "success"; policies: string[]; policy_templates: string[] }
  | { type: "failure"; errors: DetailedError[] };

/** A policy as JSON. */
export type PolicyToJsonAnswer = { type: "success"; json: PolicyJson } | { type: "failure"; errors: DetailedError[] };

/** A policy as text. */
export type PolicyToTextAnswer = { type: "success"; text: string } | { type: "failure"; errors: DetailedError[] };

/** A text to format. */
export interface FormattingCall {
  policyText: string;
  /** The columns that a line should keep to; 80 unless given. */
  lineWidth?: number;
  /** The columns of one level of indent; 2 unless given. */
  indentWidth?: number;
}

/** A formatted text. */
export type FormattingAnswer =
  | { type: "failure"; errors: DetailedError[] }
  | { type: "success"; formatted_policy: string };
