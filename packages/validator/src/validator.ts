import type { Schema } from "@deodar/schema";
import type { Policy } from "@deodar/syntax";
import { UnicodeFacts } from "./confusables/unicode-facts.ts";
import type { RequestEnvironment, ValidationDiagnostic, ValidationResult } from "./diagnostic.ts";
import { lookUpsOf } from "./levels/check-level.ts";
import type { PolicyToValidate, ValidationOptions } from "./options.ts";
import { checkLink, checkPolicy, requestEnvironmentOf } from "./policy/check-policy.ts";
import { checkTypes, type EnvironmentVerdict } from "./policy/check-types.ts";
import { settingOf, sharedSetting } from "./policy/setting.ts";
import { surveyOf } from "./policy/survey.ts";
import { SchemaFacts } from "./schema-facts.ts";
import type { ValidationMode } from "./types/relations.ts";

/**
 * Checks policies against one schema. What it finds out about the schema it keeps, so that one validator serves many
 * calls.
 *
 * Source: https://docs.cedarpolicy.com/policies/validation.html
 */
export class Validator {
  readonly schema: Schema;
  readonly #facts: SchemaFacts;
  readonly #unicode: UnicodeFacts = new UnicodeFacts();

  constructor(schema: Schema) {
    this.schema = schema;
    this.#facts = new SchemaFacts(schema);
  }

  /**
   * Checks policies, templates and links: whether all that they name is declared, whether some action can apply,
   * whether the types fit in every kind of request that the schema allows, and whether names could deceive the eye.
   *
   * Each policy is checked by itself. Only what is an error lets a policy fail. Throws a `RangeError` if the level is
   * not a whole number from 0 on.
   */
  validate(policies: Iterable<PolicyToValidate>, options: ValidationOptions = {}): ValidationResult {
    const { mode = "strict", level } = options;
    if (level !== undefined && !(Number.isSafeInteger(level) && level >= 0)) {
      throw new RangeError("a level is a whole number from 0 on");
    }
    const shared = sharedSetting(this.#facts, this.#unicode, mode);
    const errors: ValidationDiagnostic[] = [];
    const warnings: ValidationDiagnostic[] = [];
    for (const entry of policies) {
      const { values } = entry;
      const found = values === undefined ? checkPolicy(shared, entry, level) : checkLink(shared, entry, values);
      for (const error of found.errors.sorted()) errors.push(error);
      for (const warning of found.warnings.sorted()) warnings.push(warning);
    }
    return { passed: errors.length === 0, errors, warnings };
  }

  /**
   * The kinds of requests to which a policy or template can apply: those in which it has no type error and is not
   * certain to be false.
   */
  requestEnvironments(policy: Policy): readonly RequestEnvironment[] {
    const found = new Map<string, RequestEnvironment>();
    for (const verdict of this.#check(policy, "strict", false)) {
      if (verdict.failed || verdict.impossible) continue;
      const environment = requestEnvironmentOf(verdict);
      found.set(JSON.stringify(environment), environment);
    }
    return [...found.values()];
  }

  /**
   * The smallest level at which a policy is valid: how many entities, one behind the other, its evaluation looks up from
   * the request on. `undefined` if it is valid at no level, since it looks up an entity literal. Means nothing for a
   * policy with type errors.
   *
   * Source: https://github.com/cedar-policy/rfcs/blob/main/text/0076-entity-slice-validation.md
   */
  levelOf(policy: Policy, mode: ValidationMode = "strict"): number | undefined {
    const setting = settingOf(sharedSetting(this.#facts, this.#unicode, mode), "", policy);
    let smallest = 0;
    for (const verdict of this.#check(policy, mode, true)) {
      for (const { level, literal } of lookUpsOf(setting, policy, verdict)) {
        if (literal) return undefined;
        smallest = Math.max(smallest, level);
      }
    }
    return smallest;
  }

  #check(policy: Policy, mode: ValidationMode, thorough: boolean): Generator<EnvironmentVerdict, void, undefined> {
    const setting = settingOf(sharedSetting(this.#facts, this.#unicode, mode), "", policy);
    return checkTypes({ setting, policy, variables: surveyOf(policy).variables, thorough });
  }
}
