import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@deodar/package-graph";

/** The folder of the pages, `docs/diagnostics`. */
export const pagesFolder: string = join(repositoryRoot, "docs", "diagnostics");

/** A page about one diagnostic code. */
export interface DiagnosticPage {
  readonly code: string;
  /** Its first heading. */
  readonly title: string;
  readonly text: string;
}

/** Every page `docs/diagnostics/<area>/<name>.md`, sorted by code. */
export function diagnosticPages(): readonly DiagnosticPage[] {
  if (!existsSync(pagesFolder)) return [];
  return readdirSync(pagesFolder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.includes("/") && file.endsWith(".md"))
    .sort()
    .map((file) => {
      const text = readFileSync(join(pagesFolder, file), "utf8");
      return { code: file.slice(0, -".md".length), title: /^# (.+)$/m.exec(text)?.[1] ?? "", text };
    });
}

/** The index of all pages, one section for each area. */
export function pagesIndex(pages: readonly DiagnosticPage[]): string {
  const lines = [
    "# Diagnostics",
    "",
    "Every fault that Deodar reports has a stable code, and every code has its page here. `npm run api` writes this index.",
  ];
  let area = "";
  for (const { code, title, text } of pages) {
    const [codeArea = ""] = code.split("/");
    if (codeArea !== area) lines.push("", `## ${codeArea}`, "");
    area = codeArea;
    lines.push(`- [\`${code}\`](${code}.md): ${title.includes(code) ? firstSentence(text) : title}`);
  }
  return `${lines.join("\n")}\n`;
}

/** The first sentence below the heading, on one line. */
function firstSentence(text: string): string {
  const paragraph = text.split(/\n{2,}/).find((part) => part.trim() !== "" && !part.startsWith("#")) ?? "";
  return /^.+?[.:](?=\s|$)/s.exec(paragraph)?.[0].replaceAll(/\s+/g, " ").replace(/[.:]$/, "") ?? "";
}
