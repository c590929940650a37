/** What of an answer is compared with that of a twin. */
export type View = (answer: unknown) => unknown;

/** All of it. */
export const whole: View = (answer) => answer;

/** All but the places in texts. */
export const withoutPlaces: View = (answer) => changed(answer, "sourceLocations", () => []);

/** All of a success but its warnings, which are of the schema's text; of a failure, that it is one. */
export const success: View = (answer) => {
  if (kindOf(answer) === "failure") return "failure";
  return changed(answer, /^(?:warnings|otherWarnings)$/, () => []);
};

/**
 * All of a success but what is of the forms of policies and schema. What is said in one text of two places is said once
 * where there are no places.
 */
export const meaning: View = (answer) =>
  changed(withoutPlaces(success(answer)), /^validation(?:Errors|Warnings)$/, (found) => [
    ...new Set((found as readonly unknown[]).map((each) => JSON.stringify(each))),
  ]);

/** Only whether it is a success. */
export const verdict: View = (answer) => kindOf(answer) ?? answer;

/** The decision and the policies that failed; of a failure, that it is one. */
export const decision: View = (answer) => {
  const { response } = answer as { readonly response?: DecisionLike };
  if (response === undefined) return kindOf(answer) ?? answer;
  const { diagnostics, errored, mustBeDetermining } = response;
  const failed = errored ?? diagnostics?.errors.map(({ policyId }) => policyId) ?? [];
  const determining = mustBeDetermining ?? diagnostics?.reason ?? [];
  return { decision: response.decision, failed: failed.toSorted(), determining: determining.toSorted() };
};

interface DecisionLike {
  readonly decision: string;
  readonly diagnostics?: {
    readonly reason: readonly string[];
    readonly errors: readonly { readonly policyId: string }[];
  };
  readonly errored?: readonly string[];
  readonly mustBeDetermining?: readonly string[];
}

/** All of it, with every place in a text so many bytes further on. */
export function shiftedBy(bytes: number): View {
  return (answer) =>
    changed(answer, "sourceLocations", (places) =>
      (places as readonly Place[]).map((place) => ({ ...place, start: place.start + bytes, end: place.end + bytes })),
    );
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function kindOf(answer: unknown): string | undefined {
  return (answer as { readonly type?: string } | null | undefined)?.type;
}

/** A copy in which the values of some keys are changed. */
function changed(part: unknown, key: string | RegExp, change: (value: unknown) => unknown): unknown {
  if (Array.isArray(part)) return part.map((each) => changed(each, key, change));
  if (typeof part !== "object" || part === null) return part;
  const isWanted = (name: string): boolean => (typeof key === "string" ? name === key : key.test(name));
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, isWanted(name) ? change(value) : changed(value, key, change)]),
  );
}
