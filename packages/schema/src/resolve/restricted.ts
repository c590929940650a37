import { compareStrings, type Diagnostic } from "@deodar/diagnostics";
import { maxFaults } from "../limits.ts";
import { type Block, type Definitions, faultAt } from "./definitions.ts";

/** What cannot be declared: entity types named `Action`, since they are there by themselves, and attributes of actions. */
export function findRestricted({ blocks }: Definitions): Diagnostic[] {
  return blocks.flatMap(restrictedIn);
}

function restrictedIn(block: Block): Diagnostic[] {
  const { entityTypes, actions } = block.namespace;
  const type = entityTypes.find(({ name }) => name === "Action");
  const faults: Diagnostic[] = [];
  if (type !== undefined) {
    faults.push(faultAt({ block, node: type }, "schema/action-type-declared", type.nameSpan, {}));
  }
  const extended = actions.filter(({ attributes }) => attributes !== undefined);
  const [first] = extended;
  if (first !== undefined) {
    const names = extended.map(({ name }) => name).sort(compareStrings);
    const words = { names: names.slice(0, maxFaults).join(", ") };
    faults.push(faultAt({ block, node: first }, "schema/action-attributes", undefined, words));
  }
  return faults;
}
