import * as everything from "./index.ts";

export * from "./index.ts";
/** All functions: the reference's module for Node is CommonJS, whose default import is everything that it exports. */
export default everything;
