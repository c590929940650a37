import { keywords } from "./tokens.ts";

/**
 * The grammar once more, as an LL(1) table: what may follow what, and nothing else. `schema.peggy` reads good texts
 * fast; this finds in bad ones the first token that cannot stand, and all that could have stood there. A test holds the
 * two together.
 *
 * A symbol is a kind of token or a rule of this table, or `+` and `-`: one more and one less level of nesting. The empty
 * alternative, where there is one, is the last.
 */
export const productions: { readonly [rule: string]: readonly (readonly string[])[] } = {
  Schema: [["Item", "Schema"], []],
  Item: [["Annotation", "Item"], ["NAMESPACE", "Path", '"{"', "Members", '"}"'], ["Declaration"]],
  Members: [["Member", "Members"], []],
  Member: [["Annotation", "Member"], ["Declaration"]],
  Annotation: [['"@"', "Word", "AnnotationValue"]],
  AnnotationValue: [['"("', "String", '")"'], []],
  Declaration: [
    ["ENTITY", "Identifier", "MoreIdentifiers", "EntityBody", '";"'],
    ["ACTION", "Name", "MoreNames", "Groups", "AppliesTo", "ActionAttributes", '";"'],
    ["TYPE", "Identifier", '"="', "Type", '";"'],
  ],
  EntityBody: [
    ["ENUM", '"["', "String", "MoreStrings", '"]"'],
    ["Parents", "Shape", "Tags"],
  ],
  MoreStrings: [['","', "String", "MoreStrings"], []],
  Parents: [["IN", "EntityTypes"], []],
  Shape: [['"="', "Record"], ["Record"], []],
  Tags: [["TAGS", "Type"], []],
  Groups: [["IN", "GroupOrGroups"], []],
  GroupOrGroups: [["Group"], ['"["', "Group", "MoreGroups", '"]"']],
  MoreGroups: [['","', "Group", "MoreGroups"], []],
  Group: [["String"], ["Identifier", "GroupRest"]],
  GroupRest: [['"::"', "GroupPath"], []],
  GroupPath: [["String"], ["Identifier", '"::"', "GroupPath"]],
  AppliesTo: [["APPLIESTO", '"{"', "Target", "MoreTargets", '"}"'], []],
  MoreTargets: [['","', "Targets"], []],
  Targets: [["Target", "MoreTargets"], []],
  Target: [
    ["PRINCIPAL", '":"', "EntityTypes"],
    ["RESOURCE", '":"', "EntityTypes"],
    ["CONTEXT", '":"', "Context"],
  ],
  Context: [["Record"], ["Path"]],
  ActionAttributes: [["ATTRIBUTES", '"{"', '"}"'], []],
  Type: [["Record"], ["SET", "SetRest"], ["NotSet", "MorePath"]],
  SetRest: [["+", '"<"', "Type", '">"', "-"], ["MorePath"]],
  Record: [["+", '"{"', "Attributes", '"}"', "-"]],
  Attributes: [["Attribute", "MoreAttributes"], []],
  MoreAttributes: [['","', "Attributes"], []],
  Attribute: [
    ["Annotation", "Attribute"],
    ["Name", "Optional", '":"', "Type"],
  ],
  Optional: [['"?"'], []],
  EntityTypes: [["Path"], ['"["', "Paths", '"]"']],
  Paths: [["Path", "MorePaths"], []],
  MorePaths: [['","', "Path", "MorePaths"], []],
  Path: [["Identifier", "MorePath"]],
  MorePath: [['"::"', "Identifier", "MorePath"], []],
  MoreIdentifiers: [['","', "Identifier", "MoreIdentifiers"], []],
  MoreNames: [['","', "Name", "MoreNames"], []],
  Name: [["String"], ["Identifier"]],
  // Identifiers must not be reserved words, but the keys of annotations may be.
  Identifier: [["SET"], ["NotSet"]],
  NotSet: [["IDENTIFIER"], ...keywords.filter((word) => word !== "Set").map((word) => [word.toUpperCase()])],
  Word: [["IDENTIFIER"], ...keywords.map((word) => [word.toUpperCase()])],
  String: [["STRINGLIT"]],
};
