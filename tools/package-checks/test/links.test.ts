import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { repositoryRoot, workspacePackages } from "@deodar/package-graph";
import { expect, test } from "vitest";

const docs = readdirSync(join(repositoryRoot, "docs"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".md") && !file.includes("node_modules"))
  .map((file) => join("docs", file));
const readmes = workspacePackages().map(({ folder }) => join("packages", folder, "README.md"));
const pages = ["README.md", "CONTRIBUTING.md", "SECURITY.md", ...readmes, ...docs].filter((page) =>
  existsSync(join(repositoryRoot, page)),
);

const link = /\]\((?<target>[^)\s]+)\)/g;
const published = "https://github.com/deodar-auth/deodar/blob/main/";

/** The file of this repository that a link on a page leads to; `undefined` for links elsewhere. */
function targetFile(page: string, target: string): string | undefined {
  const [path = ""] = target.split("#");
  if (path.startsWith(published)) return join(repositoryRoot, path.slice(published.length));
  if (path === "" || /^[a-z]+:/.test(path)) return undefined;
  return join(repositoryRoot, dirname(page), path);
}

test("links between pages lead somewhere", () => {
  const dead = pages.flatMap((page) =>
    Array.from(
      readFileSync(join(repositoryRoot, page), "utf8").matchAll(link),
      ({ groups }) => groups?.["target"] ?? "",
    )
      .filter((target) => {
        const file = targetFile(page, target);
        return file !== undefined && !existsSync(file);
      })
      .map((target) => `${page}: ${target}`),
  );
  expect(dead).toEqual([]);
});
