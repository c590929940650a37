const reserved: ReadonlySet<string> = new Set([
  "Bool",
  "Boolean",
  "Entity",
  "Extension",
  "Long",
  "Record",
  "Set",
  "String",
]);

/** Whether common types cannot have this name, since it has a meaning of its own in the JSON format. */
export function isReservedTypeName(name: string): boolean {
  return reserved.has(name);
}
