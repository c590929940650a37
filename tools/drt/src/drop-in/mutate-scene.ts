import type { JsonValue } from "@deodar/json";
import { type Choices, mutateJson, mutateText } from "@deodar/testing";
import type { Ask } from "./ask.ts";
import type { PolicySetInput, Scene } from "./scene.ts";

/** The scene with one of its parts changed, most likely into something wrong. */
export function mutateScene(choices: Choices, scene: Scene): Scene {
  const { texts, json, request } = scene;
  switch (choices.below(8)) {
    case 0:
    case 1:
      return { ...scene, texts: withOneChanged(choices, texts, (text) => mutateText(choices, text as string)) };
    case 2:
      return { ...scene, schemaText: mutateText(choices, scene.schemaText) };
    case 3:
      return { ...scene, json: withOneChanged(choices, json, (policy) => mutateJson(choices, policy as JsonValue, 1)) };
    case 4:
      return { ...scene, schemaJson: mutated(choices, scene.schemaJson) };
    case 5:
      return {
        ...scene,
        entities: mutated(choices, scene.entities),
        shortEntities: mutated(choices, scene.shortEntities),
      };
    case 6:
      return {
        ...scene,
        request: { ...request, context: mutated(choices, request.context) },
        shortContext: mutated(choices, scene.shortContext),
      };
    default: {
      const variable = choices.pick(["principal", "action", "resource"] as const);
      return { ...scene, request: { ...request, [variable]: mutated(choices, request[variable]) } };
    }
  }
}

/** The call with something of its own shape changed. */
export function mutateAsk(choices: Choices, ask: Ask): Ask {
  const [first, ...rest] = ask.input;
  // Where a text is an argument of its own, the reference takes anything else for a place in its memory.
  if (typeof first !== "object" || first === null) return ask;
  return { ...ask, input: [mutateJson(choices, first as JsonValue, 1), ...rest] };
}

function mutated<T>(choices: Choices, part: T): T {
  return mutateJson(choices, part as JsonValue, 1) as T;
}

function withOneChanged(
  choices: Choices,
  policies: PolicySetInput,
  change: (policy: unknown) => unknown,
): PolicySetInput {
  const own = Object.entries(policies.staticPolicies as Record<string, unknown>);
  const templates = Object.entries(policies.templates);
  const at = choices.below(Math.min(256, own.length + templates.length));
  const changed = (entries: readonly [string, unknown][], first: number): Record<string, unknown> =>
    Object.fromEntries(entries.map(([id, policy], index) => [id, first + index === at ? change(policy) : policy]));
  return { ...policies, staticPolicies: changed(own, 0), templates: changed(templates, own.length) };
}
