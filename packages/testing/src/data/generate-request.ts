import type { JsonValue } from "@deodar/json";
import type { Choices } from "../choices/choices.ts";
import type { Ground } from "../ground/ground.ts";
import type { RequestKind } from "../ground/schema-view.ts";
import { drawRecord, drawUid, type Uid, uidJson, type ValueOptions } from "./generate-value.ts";

/** A request in Cedar's JSON form. */
export type RequestJson = {
  readonly principal: Uid;
  readonly action: Uid;
  readonly resource: Uid;
  readonly context: { readonly [name: string]: JsonValue };
};

/** A request of one of the kinds that the schema allows, or, where `slips` say so, of none. */
export function drawRequest(
  choices: Choices,
  ground: Ground,
  kind: RequestKind | undefined,
  options: ValueOptions,
): RequestJson {
  const { principal, action, resource } = kind ?? anyKind(choices, ground);
  const slip = (type: string): string => {
    if (options.slips === 0 || !choices.chance(options.slips)) return type;
    return choices.chance(30) ? "Stranger" : choices.pick(ground.view.entityTypes).name;
  };
  const uid = (type: string): Uid => uidJson(drawUid(choices, ground, slip(type), options.slips));
  return {
    principal: uid(principal),
    action: options.slips > 0 && choices.chance(options.slips) ? { type: "Action", id: "none" } : uidJson(action.uid),
    resource: uid(resource),
    context: drawRecord(choices, ground, action.context, options),
  };
}

/** Any entity types with any action: what no action of the schema applies to can be asked all the same. */
function anyKind(choices: Choices, { view }: Ground): RequestKind {
  return {
    principal: choices.pick(view.entityTypes).name,
    action: choices.pick(view.actions),
    resource: choices.pick(view.entityTypes).name,
  };
}
