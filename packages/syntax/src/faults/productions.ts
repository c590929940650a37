/**
 * The grammar once more, as an LL(1) table: what may follow what, and nothing else. `policy.peggy` reads good texts
 * fast; this finds in bad ones the first token that cannot stand, all that could have stood there, and where to go on.
 * A test holds the two together.
 *
 * A symbol is a kind of token or a rule of this table. One that begins with `!` is a mark: what follows it may be
 * faulty and passed over, and then the rule that the mark names comes in its stead. The empty alternative, where there
 * is one, is the last.
 */
export const productions: { readonly [rule: string]: readonly (readonly string[])[] } = {
  Policies: [["!AfterPolicy", "PolicyLoop"]],
  AfterPolicy: [['";"', "Policies"]],
  PolicyLoop: [["PolicyBody", "Policies"], []],
  OnePolicy: [["!AfterOnePolicy", "PolicyBody"]],
  AfterOnePolicy: [['";"']],
  PolicyBody: [
    ["Annotation", "PolicyBody"],
    ["AnyWord", '"("', "ScopeItems", '")"', "Conditions", '";"'],
  ],
  Annotation: [['"@"', "AnyWord", "AnnotationValue"]],
  AnnotationValue: [['"("', "STRINGLIT", '")"'], []],
  ScopeItems: [["ScopeItem", "MoreScopeItems"], []],
  MoreScopeItems: [['","', "ScopeItems"], []],
  ScopeItem: [["AnyWord", "ScopeType", "ScopeIs", "ScopeRelation"]],
  ScopeType: [['":"', "Name"], []],
  ScopeIs: [["IS", "Sum"], []],
  ScopeRelation: [["RelationOperator", "Expression"], []],
  Conditions: [["Condition", "Conditions"], []],
  Condition: [["AnyWord", '"{"', "!Nothing", "ConditionBody", '"}"']],
  ConditionBody: [["NestedExpression"], []],

  Name: [
    ["CommonWord", "NamePath"],
    ["SpecialWord", '"::"', "AnyWord", "NamePath"],
  ],
  NamePath: [['"::"', "AnyWord", "NamePath"], []],
  Uid: [
    ["CommonWord", '"::"', "UidPath"],
    ["SpecialWord", '"::"', "AnyWord", '"::"', "UidPath"],
  ],
  UidPath: [["AnyWord", '"::"', "UidPath"], ["UidTail"]],
  UidTail: [["STRINGLIT"], ['"{"', "Fields", '"}"']],
  Fields: [["Field", "MoreFields"], []],
  MoreFields: [['","', "Fields"], []],
  Field: [["AnyWord", '":"', "Literal"]],
  Literal: [["TRUE"], ["FALSE"], ["NUMBER"], ["STRINGLIT"]],

  Expression: [["!Nothing", "NestedExpression"]],
  Nothing: [[]],
  NestedExpression: [["IF", "IfRest"], ["Or"]],
  IfRest: [
    ['"::"', "AnyWord", "Path", "Accesses", "MoreFactors", "MoreTerms", "Relation", "MoreAnd", "MoreOr"],
    ["Expression", "THEN", "Expression", "ELSE", "Expression"],
  ],
  Or: [["And", "MoreOr"]],
  MoreOr: [['"||"', "And", "MoreOr"], []],
  And: [["Sum", "Relation", "MoreAnd"]],
  MoreAnd: [['"&&"', "Sum", "Relation", "MoreAnd"], []],
  Relation: [
    ["RelationOperator", "Sum", "MoreRelations"],
    ["HAS", "HasField"],
    ["LIKE", "Sum"],
    ["IS", "Sum", "IsIn"],
    [],
  ],
  MoreRelations: [["RelationOperator", "Sum", "MoreRelations"], []],
  IsIn: [["IN", "Sum"], []],
  HasField: [["IF", "HasIf"], ["Sum"]],
  HasIf: [['"::"', "AnyWord", "Path", "Accesses", "MoreFactors", "MoreTerms"], ["Accesses"]],
  Sum: [["Product", "MoreTerms"]],
  MoreTerms: [["SumOperator", "Product", "MoreTerms"], []],
  Product: [["Unary", "MoreFactors"]],
  MoreFactors: [["ProductOperator", "Unary", "MoreFactors"], []],
  Unary: [['"!"', "MoreBangs", "Member"], ['"-"', "MoreDashes", "Member"], ["Member"]],
  MoreBangs: [['"!"', "MoreBangs"], []],
  MoreDashes: [['"-"', "MoreDashes"], []],
  Member: [["Primary", "Accesses"]],
  Accesses: [["Access", "Accesses"], []],
  Access: [
    ['"."', "AnyWord"],
    ['"("', "Arguments", '")"'],
    ['"["', "Expression", '"]"'],
  ],
  Arguments: [["!MoreArguments", "ArgumentList"]],
  ArgumentList: [["NestedExpression", "MoreArguments"], []],
  MoreArguments: [['","', "Arguments"], []],
  Primary: [
    ["CommonWord", "Path"],
    ["TRUE", "LongPath"],
    ["FALSE", "LongPath"],
    ["IF", '"::"', "AnyWord", "Path"],
    ["NUMBER"],
    ["STRINGLIT"],
    ["Slot"],
    ['"("', "Expression", '")"'],
    ['"["', "Arguments", '"]"'],
    ['"{"', "Entries", '"}"'],
  ],
  LongPath: [['"::"', "AnyWord", "Path"], []],
  Path: [['"::"', "PathRest"], []],
  PathRest: [["AnyWord", "Path"], ["UidTail"]],
  Entries: [["!AfterKey", "EntryList"]],
  EntryList: [["Entry", "MoreEntries"], []],
  Entry: [
    ["IF", "IfEntry"],
    ["NestedOr", '":"', "Expression"],
  ],
  NestedOr: [["Or"]],
  AfterKey: [['":"', "Expression", "MoreEntries"]],
  IfEntry: [
    ['":"', "Expression"],
    ["IfKey", '":"', "Expression"],
  ],
  IfKey: [["IfRest"]],
  MoreEntries: [['","', "Entries"], []],
  Slot: [["PRINCIPAL_SLOT"], ["RESOURCE_SLOT"], ["OTHER_SLOT"]],

  AnyWord: [["CommonWord"], ["SpecialWord"]],
  SpecialWord: [["IF"], ["TRUE"], ["FALSE"]],
  CommonWord: [
    ["PRINCIPAL"],
    ["ACTION"],
    ["RESOURCE"],
    ["CONTEXT"],
    ["PERMIT"],
    ["FORBID"],
    ["WHEN"],
    ["UNLESS"],
    ["IN"],
    ["HAS"],
    ["LIKE"],
    ["IS"],
    ["THEN"],
    ["ELSE"],
    ["IDENTIFIER"],
  ],
  RelationOperator: [['"<"'], ['"<="'], ['">="'], ['">"'], ['"!="'], ['"=="'], ['"="'], ["IN"]],
  SumOperator: [['"+"'], ['"-"']],
  ProductOperator: [['"*"'], ['"/"'], ['"%"']],
};

/** The rules that count as a level of nesting. */
export const nestingRules: ReadonlySet<string> = new Set(["NestedExpression", "NestedOr", "IfKey"]);

/** The rules behind whose end nothing inside of them is passed over any more. */
export const closedRules: ReadonlySet<string> = new Set([
  ...nestingRules,
  "ScopeItem",
  "Condition",
  "Primary",
  "Access",
  "Entry",
]);

/** The rules that may be empty, but for lists: those end with their own bracket only. */
export const optionalRules: ReadonlySet<string> = new Set([
  "Path",
  "LongPath",
  "NamePath",
  "Accesses",
  "MoreFactors",
  "MoreTerms",
  "Relation",
  "MoreRelations",
  "IsIn",
  "HasIf",
  "MoreAnd",
  "MoreOr",
  "ScopeType",
  "ScopeIs",
  "ScopeRelation",
]);
