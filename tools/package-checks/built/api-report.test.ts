import { join } from "node:path";
import { workspacePackages } from "@deodar/package-graph";
import { describe, expect, test } from "vitest";
import { apiReport } from "../src/api-report.ts";

describe("the committed API reports are true (`npm run api` writes them)", () => {
  test.each(workspacePackages())("$manifest.name", async (member) => {
    await expect(apiReport(member)).toMatchFileSnapshot(join(member.path, "api.md"));
  });
});
