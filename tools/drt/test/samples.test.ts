import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { production } from "../src/production.ts";
import { Reference } from "../src/reference.ts";
import { replaySample } from "../src/replay-sample.ts";

const folder = join(import.meta.dirname, "..", "samples");
const reference = new Reference();

test.each(readdirSync(folder))("all witnesses agree on %s", (name) => {
  const { tests, disagreements } = replaySample(join(folder, name), { production, reference, census: undefined });
  expect(tests).toBe(1);
  expect(disagreements.map(({ what, answers }) => [what, answers])).toEqual([]);
});
