import type { Policy } from "@deodar/syntax";
import type { IdentifiedPolicy } from "./policy-set.ts";

/**
 * How policies of a text get their ids. `position`: `policy0`, `policy1` … counted over everything in the text,
 * templates included, as all of Cedar's libraries do. `annotation`: the value of `@id("…")` where there is one, else
 * the position, as the `cedar` command does.
 */
export type IdSource = "position" | "annotation";

/** Options of {@link identifyPolicies}. */
export interface IdentifyOptions {
  /** Where ids come from; `position` unless given. */
  readonly ids?: IdSource;
  /** The position of the first policy, for texts that come in several parts; 0 unless given. */
  readonly first?: number;
}

/** Gives each policy and template of a text its id. Ids from annotations may clash; adding them to a set shows that. */
export function identifyPolicies(
  policies: readonly Policy[],
  options: IdentifyOptions = {},
): readonly IdentifiedPolicy[] {
  const { ids = "position", first = 0 } = options;
  return policies.map((policy, index) => {
    const annotated = ids === "annotation" ? annotatedId(policy) : undefined;
    return { id: annotated ?? `policy${first + index}`, policy };
  });
}

function annotatedId(policy: Policy): string | undefined {
  const annotation = policy.annotations.find(({ key }) => key === "id");
  // `@id` without a value means `@id("")` in Cedar.
  return annotation === undefined ? undefined : (annotation.value ?? "");
}
