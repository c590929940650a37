import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["@deodar/source"] },
  ssr: { resolve: { conditions: ["@deodar/source"] } },
  test: { include: ["packages/*/test/**/*.test.ts", "tools/*/test/**/*.test.ts"] },
});
