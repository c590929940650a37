/// <reference lib="dom" />
import type * as Theirs from "@cedar-policy/cedar-wasm";
import type * as TheirsForNode from "@cedar-policy/cedar-wasm/nodejs";
import type * as TheirsForWeb from "@cedar-policy/cedar-wasm/web";
import { expectTypeOf, test } from "vitest";
import type * as Ours from "../src/index.ts";
import type * as OursForNode from "../src/nodejs.ts";
import type * as OursForWeb from "../src/web.ts";

/** Every type that the reference exports, beside ours of the same name. */
interface Pairs {
  ActionConstraint: [Theirs.ActionConstraint, Ours.ActionConstraint];
  ActionEntityUID: [Theirs.ActionEntityUID<string>, Ours.ActionEntityUID<string>];
  ActionInConstraint: [Theirs.ActionInConstraint, Ours.ActionInConstraint];
  ActionType: [Theirs.ActionType<string>, Ours.ActionType<string>];
  Annotation: [Theirs.Annotation, Ours.Annotation];
  Annotations: [Theirs.Annotations, Ours.Annotations];
  AnyId: [Theirs.AnyId, Ours.AnyId];
  ApplySpec: [Theirs.ApplySpec<string>, Ours.ApplySpec<string>];
  AttributesOrContext: [Theirs.AttributesOrContext<string>, Ours.AttributesOrContext<string>];
  AuthorizationAnswer: [Theirs.AuthorizationAnswer, Ours.AuthorizationAnswer];
  AuthorizationCall: [Theirs.AuthorizationCall, Ours.AuthorizationCall];
  AuthorizationError: [Theirs.AuthorizationError, Ours.AuthorizationError];
  CedarValueJson: [Theirs.CedarValueJson, Ours.CedarValueJson];
  CheckParseAnswer: [Theirs.CheckParseAnswer, Ours.CheckParseAnswer];
  Clause: [Theirs.Clause, Ours.Clause];
  CommonType: [Theirs.CommonType<string>, Ours.CommonType<string>];
  CommonTypeId: [Theirs.CommonTypeId, Ours.CommonTypeId];
  Context: [Theirs.Context, Ours.Context];
  ContextParsingCall: [Theirs.ContextParsingCall, Ours.ContextParsingCall];
  Decision: [Theirs.Decision, Ours.Decision];
  DetailedError: [Theirs.DetailedError, Ours.DetailedError];
  Diagnostics: [Theirs.Diagnostics, Ours.Diagnostics];
  Effect: [Theirs.Effect, Ours.Effect];
  Entities: [Theirs.Entities, Ours.Entities];
  EntitiesParsingCall: [Theirs.EntitiesParsingCall, Ours.EntitiesParsingCall];
  EntityJson: [Theirs.EntityJson, Ours.EntityJson];
  EntityType: [Theirs.EntityType<string>, Ours.EntityType<string>];
  EntityTypeKind: [Theirs.EntityTypeKind<string>, Ours.EntityTypeKind<string>];
  EntityUid: [Theirs.EntityUid, Ours.EntityUid];
  EntityUidJson: [Theirs.EntityUidJson, Ours.EntityUidJson];
  EqConstraint: [Theirs.EqConstraint, Ours.EqConstraint];
  Expr: [Theirs.Expr, Ours.Expr];
  ExprNoExt: [Theirs.ExprNoExt, Ours.ExprNoExt];
  ExtFuncCall: [Theirs.ExtFuncCall, Ours.ExtFuncCall];
  FnAndArgs: [Theirs.FnAndArgs, Ours.FnAndArgs];
  FormattingAnswer: [Theirs.FormattingAnswer, Ours.FormattingAnswer];
  FormattingCall: [Theirs.FormattingCall, Ours.FormattingCall];
  GetValidRequestEnvsResult: [Theirs.GetValidRequestEnvsResult, Ours.GetValidRequestEnvsResult];
  HasAttrRepr: [Theirs.HasAttrRepr, Ours.HasAttrRepr];
  NamespaceDefinition: [Theirs.NamespaceDefinition<string>, Ours.NamespaceDefinition<string>];
  NonEmpty: [Theirs.NonEmpty<string>, Ours.NonEmpty<string>];
  PartialAuthorizationAnswer: [Theirs.PartialAuthorizationAnswer, Ours.PartialAuthorizationAnswer];
  PartialAuthorizationCall: [Theirs.PartialAuthorizationCall, Ours.PartialAuthorizationCall];
  PatternElem: [Theirs.PatternElem, Ours.PatternElem];
  Policy: [Theirs.Policy, Ours.Policy];
  PolicyId: [Theirs.PolicyId, Ours.PolicyId];
  PolicyJson: [Theirs.PolicyJson, Ours.PolicyJson];
  PolicySet: [Theirs.PolicySet, Ours.PolicySet];
  PolicySetTextToPartsAnswer: [Theirs.PolicySetTextToPartsAnswer, Ours.PolicySetTextToPartsAnswer];
  PolicyToJsonAnswer: [Theirs.PolicyToJsonAnswer, Ours.PolicyToJsonAnswer];
  PolicyToTextAnswer: [Theirs.PolicyToTextAnswer, Ours.PolicyToTextAnswer];
  PrincipalConstraint: [Theirs.PrincipalConstraint, Ours.PrincipalConstraint];
  PrincipalOrResourceInConstraint: [Theirs.PrincipalOrResourceInConstraint, Ours.PrincipalOrResourceInConstraint];
  PrincipalOrResourceIsConstraint: [Theirs.PrincipalOrResourceIsConstraint, Ours.PrincipalOrResourceIsConstraint];
  RecordType: [Theirs.RecordType<string>, Ours.RecordType<string>];
  ResidualResponse: [Theirs.ResidualResponse, Ours.ResidualResponse];
  ResourceConstraint: [Theirs.ResourceConstraint, Ours.ResourceConstraint];
  Response: [Theirs.Response, Ours.Response];
  Schema: [Theirs.Schema, Ours.Schema];
  SchemaJson: [Theirs.SchemaJson<string>, Ours.SchemaJson<string>];
  SchemaToJsonAnswer: [Theirs.SchemaToJsonAnswer, Ours.SchemaToJsonAnswer];
  SchemaToJsonWithResolvedTypesAnswer: [
    Theirs.SchemaToJsonWithResolvedTypesAnswer,
    Ours.SchemaToJsonWithResolvedTypesAnswer,
  ];
  SchemaToTextAnswer: [Theirs.SchemaToTextAnswer, Ours.SchemaToTextAnswer];
  Severity: [Theirs.Severity, Ours.Severity];
  SlotId: [Theirs.SlotId, Ours.SlotId];
  SourceLabel: [Theirs.SourceLabel, Ours.SourceLabel];
  SourceLocation: [Theirs.SourceLocation, Ours.SourceLocation];
  StandardEntityType: [Theirs.StandardEntityType<string>, Ours.StandardEntityType<string>];
  StatefulAuthorizationCall: [Theirs.StatefulAuthorizationCall, Ours.StatefulAuthorizationCall];
  StaticPolicySet: [Theirs.StaticPolicySet, Ours.StaticPolicySet];
  Template: [Theirs.Template, Ours.Template];
  TemplateLink: [Theirs.TemplateLink, Ours.TemplateLink];
  Type: [Theirs.Type<string>, Ours.Type<string>];
  TypeAndId: [Theirs.TypeAndId, Ours.TypeAndId];
  TypeOfAttribute: [Theirs.TypeOfAttribute<string>, Ours.TypeOfAttribute<string>];
  TypeVariant: [Theirs.TypeVariant<string>, Ours.TypeVariant<string>];
  UnreservedId: [Theirs.UnreservedId, Ours.UnreservedId];
  ValidationAnswer: [Theirs.ValidationAnswer, Ours.ValidationAnswer];
  ValidationCall: [Theirs.ValidationCall, Ours.ValidationCall];
  ValidationError: [Theirs.ValidationError, Ours.ValidationError];
  ValidationMode: [Theirs.ValidationMode, Ours.ValidationMode];
  ValidationSettings: [Theirs.ValidationSettings, Ours.ValidationSettings];
  Var: [Theirs.Var, Ours.Var];
}

/** What `./web` has besides. */
interface WebPairs {
  InitInput: [TheirsForWeb.InitInput, OursForWeb.InitInput];
  InitOutput: [TheirsForWeb.InitOutput, OursForWeb.InitOutput];
  SyncInitInput: [TheirsForWeb.SyncInitInput, OursForWeb.SyncInitInput];
}

/** The names of pairs of which one type cannot stand in for the other. */
type Unlike<All> = {
  [Name in keyof All]: All[Name] extends readonly [infer A, infer B]
    ? [A] extends [B]
      ? [B] extends [A]
        ? never
        : Name
      : Name
    : Name;
}[keyof All];

type Callable = (...args: never) => unknown;
type Wider<A, B> = [A] extends [B] ? true : false;
type Called<Member> = Member extends Callable ? Parameters<Member> : "not a function";
type Answered<Member> = Member extends Callable ? ReturnType<Member> : "not a function";

/** The names of functions that cannot be called like the reference's, or answer otherwise. */
type Wrong<Their, Our extends Their> = {
  [Name in keyof Their]: [
    Wider<Called<Their[Name]>, Called<Our[Name]>>,
    Wider<Answered<Our[Name]>, Answered<Their[Name]>>,
    Wider<Answered<Their[Name]>, Answered<Our[Name]>>,
  ] extends [true, true, true]
    ? never
    : Name;
}[keyof Their];

test("every type of the reference is there, and each can stand in for the other", () => {
  expectTypeOf<Unlike<Pairs>>().toEqualTypeOf<never>();
  expectTypeOf<Unlike<WebPairs>>().toEqualTypeOf<never>();
});

test("our module can stand in for the reference's, on each sub-path", () => {
  expectTypeOf<typeof Ours>().toExtend<typeof Theirs>();
  expectTypeOf<typeof OursForNode>().toExtend<typeof TheirsForNode>();
  expectTypeOf<typeof OursForWeb>().toExtend<typeof TheirsForWeb>();
});

test("calls of the reference's functions type-check with ours, on each sub-path", () => {
  expectTypeOf<Wrong<typeof Theirs, typeof Ours>>().toEqualTypeOf<never>();
  expectTypeOf<Wrong<typeof TheirsForNode, typeof OursForNode>>().toEqualTypeOf<never>();
  expectTypeOf<Wrong<typeof TheirsForWeb, typeof OursForWeb>>().toEqualTypeOf<never>();
});
