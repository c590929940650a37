import { unwrap } from "@deodar/diagnostics";
import { parseSchema } from "@deodar/schema";
import { parsePolicies } from "@deodar/syntax";
import { type Random, seeded } from "../random.ts";
import type { ValidationInput } from "./compare.ts";
import { PolicyWriter } from "./policy-writer.ts";
import { schemas } from "./schemas.ts";

/** Policies per call of the reference. */
const batch = 100;

/** Nearly valid policies, `count` of them: half without planted mistakes, half with some. */
export function* generatedInputs(seed: number, count: number): Generator<ValidationInput, void, undefined> {
  const random = seeded(seed);
  const resolved = schemas.map((text) => unwrap(parseSchema(text)));
  for (let done = 0; done < count; done += batch) {
    const index = (done / batch) % schemas.length;
    const schema = schemas[index] as string;
    const policies = Array.from({ length: Math.min(batch, count - done) }, () => readable(random, resolved[index]));
    yield { name: `schema ${index}, policies from ${done}`, schema, policies };
  }
}

/** The next policy that the parser accepts: some mistakes make no policy at all. */
function readable(random: Random, schema: ConstructorParameters<typeof PolicyWriter>[1] | undefined): string {
  for (;;) {
    const mistakes = random.chance(50) ? 0 : 4;
    const text = new PolicyWriter(random, schema as NonNullable<typeof schema>, mistakes).policy();
    if (parsePolicies(text).ok) return text;
  }
}
