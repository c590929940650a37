import type { EntityStore } from "@deodar/core";
import type { Schema } from "@deodar/schema";
import type { LoadedPolicySet } from "./policies/load-policy-set.ts";

/** Entities and the schema that they were read under. */
export interface PreparsedEntities {
  readonly entities: EntityStore;
  readonly schema: Schema | undefined;
}

/** What was parsed ahead of calls, by the name that the caller gave it; kept until it is replaced or dropped. */
export const preparsedPolicySets: Map<string, LoadedPolicySet> = new Map();

/** Schemas that were parsed ahead of calls. */
export const preparsedSchemas: Map<string, Schema> = new Map();

/** Entities that were parsed ahead of calls. */
export const preparsedEntities: Map<string, PreparsedEntities> = new Map();
