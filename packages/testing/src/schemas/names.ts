/** Names that entity types get. */
export const typeNames: readonly string[] = ["User", "Group", "Doc", "Folder", "Team", "Actions", "ip", "_x"];

/** Names that attributes get; keys that mean something in JSON are among the odd ones. */
// biome-ignore format: a table reads better packed
export const attributeNames: Readonly<Record<"plain" | "odd", readonly string[]>> = {
  plain: ["a", "b", "c", "name", "age", "owner", "roles", "flag", "home"],
  odd: ["", "x y", "\0", "é", "type", "id", "fn", "uid", "__proto__", "constructor", "if", "else", "in", "is", "like", "principal", "isEmpty", "has", "true", "\u{1f980}", '"', "a.b"],
};
