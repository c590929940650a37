import { printUid } from "@deodar/core";
import { escapeText, isIdentifier } from "@deodar/syntax";
import { isEntity, namesOf } from "../types/type.ts";
import type { Answer } from "./answer.ts";
import type { Checker } from "./checker.ts";

/** How messages name the access to an attribute. */
export interface AttributeAccess {
  /** For example `` `address.street` on entity type `User` ``. */
  readonly text: string;
  /** The test that would make it safe, for example `e.address has street`. */
  readonly guard: string;
}

/**
 * Names the access to the attribute `name` of what `owner` is known of: with all the attributes from the last entity
 * on, or from `context`.
 */
export function describeAccess(checker: Checker, owner: Answer, name: string): AttributeAccess {
  const names = [name];
  let place = "";
  let base = "e";
  for (let at = owner; ; ) {
    const entityTypes = at.type !== undefined && isEntity(at.type) ? namesOf(at.type) : undefined;
    if (entityTypes !== undefined) {
      place = ` on entity type${entityTypes.length === 1 ? "" : "s"} ${entityTypes.map((type) => `\`${type}\``).join(", ")}`;
      break;
    }
    if (at.origin === undefined) break;
    if (at.origin === "context") {
      base = "context";
      place = ` in context for ${printUid(checker.environment.action.uid)}`;
      break;
    }
    names.push(at.origin.name);
    at = at.origin.owner;
  }
  names.reverse();
  const last = isIdentifier(name) ? name : `"${escapeText(name)}"`;
  return {
    text: `\`${path(names, false)}\`${place}`,
    guard: `${base}${path(names.slice(0, -1), true)} has ${last}`,
  };
}

function path(names: readonly string[], leadingDot: boolean): string {
  return names
    .map((name, index) => {
      if (!isIdentifier(name)) return `["${escapeText(name)}"]`;
      return index > 0 || leadingDot ? `.${name}` : name;
    })
    .join("");
}
