export { type ActualPackage, type Graph, type GraphEntry, packageFaults, tableFaults } from "./check-graph.ts";
export { type ImportedModule, importedModules } from "./imports.ts";
export { readGraph } from "./read-graph.ts";
export { type Manifest, repositoryRoot, sourceFiles, type WorkspacePackage, workspacePackages } from "./workspace.ts";
