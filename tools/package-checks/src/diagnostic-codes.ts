import { readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { repositoryRoot, sourceFiles, workspacePackages } from "@deodar/package-graph";
import ts from "typescript";

const codeForm = /^[a-z]+(?:-[a-z]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A diagnostic code and the catalogue file that holds it. */
export interface DiagnosticCode {
  readonly code: string;
  readonly file: string;
}

/** Every code that is a key in a `catalogue.ts` of any package, sorted by code. */
export function diagnosticCodes(): readonly DiagnosticCode[] {
  return workspacePackages()
    .flatMap(({ path }) => sourceFiles(join(path, "src")))
    .filter((file) => basename(file) === "catalogue.ts")
    .flatMap((file) =>
      codesIn(readFileSync(file, "utf8")).map((code) => ({ code, file: relative(repositoryRoot, file) })),
    )
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

function codesIn(text: string): readonly string[] {
  const codes = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && ts.isStringLiteral(node.name) && codeForm.test(node.name.text))
      codes.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("catalogue.ts", text, ts.ScriptTarget.Latest));
  return [...codes];
}
