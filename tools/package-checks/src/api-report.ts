import { join } from "node:path";
import type { WorkspacePackage } from "@deodar/package-graph";
import ts from "typescript";

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  noEmit: true,
};

/**
 * What a built package exports, as text: for each of its entries the declarations behind every exported name, sorted by
 * name and without comments. Committed beside the package, so that an accidental change of the API shows in a review.
 */
export function apiReport({ path, manifest }: WorkspacePackage): string {
  const entries = Object.entries(manifest.exports ?? {}).flatMap(([entry, target]) => {
    const types = typeof target === "object" && target !== null && "types" in target ? target.types : undefined;
    return typeof types === "string" ? [{ entry, file: join(path, types) }] : [];
  });
  const program = ts.createProgram({ rootNames: entries.map(({ file }) => file), options });
  const sections = entries.map(({ entry, file }) => {
    const name = manifest.name + entry.slice(1);
    return `## ${name}\n\n\`\`\`ts\n${declarations(program, file).join("\n")}\n\`\`\`\n`;
  });
  return `# API of ${manifest.name}\n\nWritten by \`npm run api\`.\n\n${sections.join("\n")}`;
}

function declarations(program: ts.Program, file: string): readonly string[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${file} is not built`);
  const printer = ts.createPrinter({ removeComments: true });
  return checker
    .getExportsOfModule(module)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((exported) => {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      return (symbol.declarations ?? []).map((declaration) => {
        const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
        const text = printer.printNode(ts.EmitHint.Unspecified, statement, statement.getSourceFile());
        return symbol.name === exported.name ? text : `${text} // exported as ${exported.name}`;
      });
    });
}
