import type { Choices } from "../choices/choices.ts";
import type { Ground } from "./ground.ts";
import type { RequestKind } from "./schema-view.ts";

/** One of the kinds of requests that the schema allows; any, if it allows none. */
export function drawKind(choices: Choices, { view }: Ground): RequestKind {
  if (view.kinds.length > 0) return choices.pick(view.kinds);
  const principal = choices.pick(view.entityTypes).name;
  return { principal, action: choices.pick(view.actions), resource: choices.pick(view.entityTypes).name };
}
