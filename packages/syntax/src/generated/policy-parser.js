// Generated from the grammar by scripts/generate.mjs; not to be edited.

export function parse(input, options) {
  let peg$currPos = 0;

  const { maxDepth, policy, isLong } = options;
  let depth = 0;
  let operators = [];

  // Where an expression cannot be read, nothing else can either: nobody leaves what was entered in vain.
  function enter() {
    return ++depth <= maxDepth;
  }

  function leave() {
    depth--;
    return true;
  }

  // `true`, `false` and `if` begin a name only if `::` follows.
  function scanNameHead() {
    const before = peg$currPos;
    if (!scanToken(skipWord)) return false;
    if (tokenEnd - tokenStart === 2 && input.startsWith("if", tokenStart) && !input.startsWith("::", peg$currPos)) {
      peg$currPos = before;
      return false;
    }
    return true;
  }

  function scanOperators() {
    const operator = input.charAt(peg$currPos);
    if (operator !== "!" && operator !== "-") return false;
    operators = [];
    for (; input.charAt(peg$currPos) === operator; peg$currPos = skipBlank(input, peg$currPos + 1)) {
      if (operators.length <= 4) operators.push(peg$currPos);
    }
    return true;
  }

  // They may be part of a longer path, which is refused later on, but are no type by themselves.
  function isType(head, path) {
    return path !== null || !(isBoolean(head.text) || head.text === "if");
  }

  function isBoolean(text) {
    return text === "true" || text === "false";
  }

  // What a path stands for, with what is behind it: a string, fields in braces or `null`.
  function named(head, words, tail) {
    const { start, text } = head;
    const path = words === null ? [head] : listed(head, words);
    if (tail !== null) {
      return tail.kind === "string"
        ? { kind: "uid", start, end: tail.end, path, id: tail }
        : { kind: "fields", start, end: tail.end, path, fields: tail.fields };
    }
    return words === null && isBoolean(text)
      ? { kind: "boolean", start, end: head.end, value: text === "true" }
      : { kind: "name", start, end: last(path).end, path };
  }

  function chain(kind, first, rest) {
    return rest === null ? first : { kind, start: first.start, end: last(rest).operand.end, first, rest };
  }

  function test(kind, target, operand, container) {
    return { kind, start: target.start, end: (container ?? operand).end, target, operand, in: container };
  }

  function member(item, access) {
    return access === null ? item : { kind: "member", start: item.start, end: last(access).end, item, access };
  }

  function listed(head, tail) {
    tail.unshift(head);
    return tail;
  }

  function last(list) {
    return list[list.length - 1];
  }


  const { skipBlank, skipWord, skipString, isWordPart } = options.scan;
  let tokenStart = 0;
  let tokenEnd = 0;

  function skipSpace() {
    peg$currPos = skipBlank(input, peg$currPos);
    return true;
  }

  function scanToken(skip) {
    tokenStart = peg$currPos;
    tokenEnd = skip(input, tokenStart);
    if (tokenEnd === tokenStart) return false;
    peg$currPos = skipBlank(input, tokenEnd);
    return true;
  }

  function word() {
    return { start: tokenStart, end: tokenEnd, text: input.substring(tokenStart, tokenEnd) };
  }

  function rawString() {
    return { kind: "string", start: tokenStart, end: tokenEnd, raw: input.substring(tokenStart + 1, tokenEnd - 1) };
  }


  function peg$eat(code) {
    return input.charCodeAt(peg$currPos) === code && (peg$currPos++, true);
  }

  function peg$eatTwo(first, second) {
    return (
      input.charCodeAt(peg$currPos) === first && input.charCodeAt(peg$currPos + 1) === second && (peg$currPos += 2, true)
    );
  }

  function peg$eatText(first, text) {
    return (
      input.charCodeAt(peg$currPos) === first && input.startsWith(text, peg$currPos) && (peg$currPos += text.length, true)
    );
  }

  function peg$parsePolicies() {
    let peg$r0, peg$s2, peg$v3;
    if (!(skipSpace())) return;
    peg$r0 = [];
    peg$l1: for (;;) {
    peg$s2 = peg$currPos;
    if (!((peg$v3 = peg$parsePolicy()))) { peg$currPos = peg$s2; break peg$l1; }
    peg$r0.push(peg$v3);
    }
    return peg$r0;
  }

  function peg$parseOnePolicy() {
    let peg$r0;
    if (!(skipSpace() && (peg$r0 = peg$parsePolicy()))) return;
    return peg$r0;
  }

  function peg$parseOneExpression() {
    let peg$r0;
    if (!(skipSpace() && (peg$r0 = peg$parseExpression()))) return;
    return peg$r0;
  }

  function peg$parseEntityUid() {
    let head, path, tail;
    if (!(skipSpace() && scanToken(skipWord) && (head = word(), true) && ((path = peg$parsePath()), true) && peg$eatTwo(58, 58) && skipSpace() && (tail = peg$parseUidTail()) && isType(head, path))) return;
    return named(head, path, tail);
  }

  function peg$parseName() {
    let peg$r0;
    if (!(skipSpace() && (peg$r0 = peg$parsePlainName()))) return;
    return peg$r0;
  }

  function peg$parsePolicy() {
    let annotations, effect, scope, conditions, end, peg$s1, peg$v2, peg$s4, peg$v5;
    annotations = [];
    peg$l0: for (;;) {
    peg$s1 = peg$currPos;
    if (!((peg$v2 = peg$parseAnnotation()))) { peg$currPos = peg$s1; break peg$l0; }
    annotations.push(peg$v2);
    }
    if (!(scanToken(skipWord) && (effect = word(), true) && peg$eat(40) && skipSpace() && (scope = peg$parseScopeItems()) && peg$eat(41) && skipSpace())) return;
    conditions = [];
    peg$l3: for (;;) {
    peg$s4 = peg$currPos;
    if (!((peg$v5 = peg$parseCondition()))) { peg$currPos = peg$s4; break peg$l3; }
    conditions.push(peg$v5);
    }
    if (!(peg$eat(59) && (end = peg$currPos, skipSpace()))) return;
    return policy({ kind: "policy", start: (annotations.length > 0 ? annotations[0] : effect).start, end, annotations, effect, scope, conditions });
  }

  function peg$parseAnnotation() {
    let start, key, value, peg$s0;
    if (!((start = peg$currPos, peg$eat(64) && skipSpace() && scanToken(skipWord) && (key = word(), true) && (peg$s0 = peg$currPos, (value = peg$parseAnnotationValue()) || (peg$currPos = peg$s0, (value = null, true)))))) return;
    return { start, end: value === null ? key.end : value.end, key, value: value === null ? null : value.value };
  }

  function peg$parseAnnotationValue() {
    let value, end;
    if (!(peg$eat(40) && skipSpace() && scanToken(skipString) && (value = rawString(), true) && peg$eat(41) && (end = peg$currPos, skipSpace()))) return;
    return { end, value };
  }

  function peg$parseScopeItems() {
    let peg$r0, peg$s1, peg$r3, peg$s4, peg$s6, peg$v7, peg$s8;
    peg$l2: {
    peg$r3 = [];
    peg$l5: for (;;) {
    peg$s6 = peg$currPos;
    if (peg$r3.length > 0 && !(peg$eat(44) && skipSpace())) { peg$currPos = peg$s6; break peg$l5; }
    if (!((peg$v7 = peg$parseScopeItem()))) { peg$currPos = peg$s6; break peg$l5; }
    peg$r3.push(peg$v7);
    }
    if (peg$r3.length === 0) break peg$l2;
    if (!((peg$s8 = peg$currPos, peg$eat(44) && skipSpace() || (peg$currPos = peg$s8, true)))) break peg$l2;
    return peg$r3;
    }
    return [];
  }

  function peg$parseScopeItem() {
    let variable, type, peg$s0, is, peg$s1, relation, peg$s2;
    if (!(scanToken(skipWord) && (variable = word(), true) && (peg$s0 = peg$currPos, peg$eat(58) && skipSpace() && (type = peg$parsePlainName()) || (peg$currPos = peg$s0, (type = null, true))) && (peg$s1 = peg$currPos, peg$eatTwo(105, 115) && !isWordPart(input.charCodeAt(peg$currPos)) && skipSpace() && (is = peg$parseSum()) || (peg$currPos = peg$s1, (is = null, true))) && (peg$s2 = peg$currPos, (relation = peg$parseScopeRelation()) || (peg$currPos = peg$s2, (relation = null, true))))) return;
    return { start: variable.start, end: ((relation !== null ? relation.operand : is) ?? type ?? variable).end, variable, type, is, relation };
  }

  function peg$parseScopeRelation() {
    let operator, operand;
    if (!((operator = peg$parseRelationOperator()) && (operand = peg$parseExpression()))) return;
    return { operator, operand };
  }

  function peg$parsePlainName() {
    let head, path;
    if (!(scanToken(skipWord) && (head = word(), true) && ((path = peg$parsePath()), true) && isType(head, path))) return;
    return named(head, path, null);
  }

  function peg$parsePath() {
    let peg$r0, peg$s2, peg$v3;
    peg$r0 = null;
    peg$l1: for (;;) {
    peg$s2 = peg$currPos;
    if (!(peg$eatTwo(58, 58) && skipSpace() && scanToken(skipWord) && (peg$v3 = word(), true))) { peg$currPos = peg$s2; break peg$l1; }
    if (peg$r0 === null) peg$r0 = [peg$v3]; else peg$r0.push(peg$v3);
    }
    return peg$r0;
  }

  function peg$parseCondition() {
    let clause, body, peg$s0, end;
    if (!(scanToken(skipWord) && (clause = word(), true) && peg$eat(123) && skipSpace() && (peg$s0 = peg$currPos, (body = peg$parseExpression()) || (peg$currPos = peg$s0, (body = null, true))) && peg$eat(125) && (end = peg$currPos, skipSpace()))) return;
    return { start: clause.start, end, clause, body };
  }

  function peg$parseExpression() {
    let peg$r0, peg$s1;
    if (!(!((input.charCodeAt(peg$currPos) === 41 || input.charCodeAt(peg$currPos) === 93 || input.charCodeAt(peg$currPos) === 125)) && enter() && (peg$s1 = peg$currPos, (peg$r0 = peg$parseIf()) || (peg$currPos = peg$s1, (peg$r0 = peg$parseOr()))) && leave())) return;
    return peg$r0;
  }

  function peg$parseIf() {
    let start, condition, consequent, alternative;
    if (!((start = peg$currPos, peg$eatTwo(105, 102) && !isWordPart(input.charCodeAt(peg$currPos)) && skipSpace() && !input.startsWith("::", peg$currPos) && (condition = peg$parseExpression()) && peg$eatText(116, "then") && !isWordPart(input.charCodeAt(peg$currPos)) && skipSpace() && (consequent = peg$parseExpression()) && peg$eatText(101, "else") && !isWordPart(input.charCodeAt(peg$currPos)) && skipSpace() && (alternative = peg$parseExpression())))) return;
    return { kind: "if", start, end: alternative.end, condition, consequent, alternative };
  }

  function peg$parseOr() {
    let first, rest, peg$s1, peg$v2, operator, operand;
    if (!((first = peg$parseAnd()))) return;
    rest = null;
    peg$l0: for (;;) {
    peg$s1 = peg$currPos;
    if (!(peg$eatTwo(124, 124) && (operator = "||", true) && skipSpace() && (operand = peg$parseAnd()) && (peg$v2 = { operator, operand }, true))) { peg$currPos = peg$s1; break peg$l0; }
    if (rest === null) rest = [peg$v2]; else rest.push(peg$v2);
    }
    return chain("or", first, rest);
  }

  function peg$parseAnd() {
    let first, rest, peg$s1, peg$v2, operator, operand;
    if (!((first = peg$parseRelation()))) return;
    rest = null;
    peg$l0: for (;;) {
    peg$s1 = peg$currPos;
    if (!(peg$eatTwo(38, 38) && (operator = "&&", true) && skipSpace() && (operand = peg$parseRelation()) && (peg$v2 = { operator, operand }, true))) { peg$currPos = peg$s1; break peg$l0; }
    if (rest === null) rest = [peg$v2]; else rest.push(peg$v2);
    }
    return chain("and", first, rest);
  }

  function peg$parseRelation() {
    let target, node, rest, operand, peg$s0, container, peg$s1, peg$s2, peg$s3;
    if (!((target = peg$parseSum()) && (peg$s3 = peg$currPos, ((input.charCodeAt(peg$currPos) === 61 || input.charCodeAt(peg$currPos) === 33 || input.charCodeAt(peg$currPos) === 60 || input.charCodeAt(peg$currPos) === 62 || input.charCodeAt(peg$currPos) === 105 || input.charCodeAt(peg$currPos) === 104 || input.charCodeAt(peg$currPos) === 108)) && (peg$s2 = peg$currPos, (rest = peg$parseComparisons()) && (node = chain("compare", target, rest), true) || peg$eatText(104, "has") && !isWordPart(input.charCodeAt(peg$currPos)) && skipSpace() && (peg$s0 = peg$currPos, (operand = peg$parseSum()) || (peg$currPos = peg$s0, (operand = peg$parseIfField()))) && (node = test("has", target, operand, null), true) || (peg$currPos = peg$s2, peg$eatText(108, "like") && !isWordPart(input.charCodeAt(peg$currPos)) && skipSpace() && (operand = peg$parseSum()) && (node = test("like", target, operand, null), true)) || (peg$currPos = peg$s2, peg$eatTwo(105, 115) && !isWordPart(input.charCodeAt(peg$currPos)) && skipSpace() && (operand = peg$parseSum()) && (peg$s1 = peg$currPos, peg$eatTwo(105, 110) && !isWordPart(input.charCodeAt(peg$currPos)) && skipSpace() && (container = peg$parseSum()) || (peg$currPos = peg$s1, (container = null, true))) && (node = test("is", target, operand, container), true))) || (peg$currPos = peg$s3, (node = null, true))))) return;
    return node === null ? target : node;
  }

  function peg$parseIfField() {
    let peg$s0, peg$t1, head, access, peg$s2, peg$t3, peg$s5, peg$v6;
    if (!((peg$s2 = peg$currPos, peg$t3 = peg$eatTwo(105, 102) && !isWordPart(input.charCodeAt(peg$currPos)) && skipSpace(), peg$currPos = peg$s2, peg$t3) && scanToken(skipWord) && (head = word(), true))) return;
    access = null;
    peg$l4: for (;;) {
    peg$s5 = peg$currPos;
    if (!((peg$v6 = peg$parseAccess()))) { peg$currPos = peg$s5; break peg$l4; }
    if (access === null) access = [peg$v6]; else access.push(peg$v6);
    }
    return member(named(head, null, null), access);
  }

  function peg$parseComparisons() {
    let peg$r0, peg$s2, peg$v3;
    peg$r0 = [];
    peg$l1: for (;;) {
    peg$s2 = peg$currPos;
    if (!((peg$v3 = peg$parseComparison()))) { peg$currPos = peg$s2; break peg$l1; }
    peg$r0.push(peg$v3);
    }
    if (peg$r0.length === 0) return;
    return peg$r0;
  }

  function peg$parseComparison() {
    let operator, operand;
    if (!((operator = peg$parseRelationOperator()) && (operand = peg$parseSum()))) return;
    return { operator, operand };
  }

  function peg$parseRelationOperator() {
    let peg$s0, peg$r1;
    peg$s0 = peg$currPos;
    if ((peg$eatTwo(61, 61) && (peg$r1 = "==", true) || peg$eatTwo(33, 61) && (peg$r1 = "!=", true) || peg$eatTwo(60, 61) && (peg$r1 = "<=", true) || peg$eat(60) && (peg$r1 = "<", true) || peg$eatTwo(62, 61) && (peg$r1 = ">=", true) || ((input.charCodeAt(peg$currPos) >= 61 && input.charCodeAt(peg$currPos) <= 62)) && (peg$r1 = input.charAt(peg$currPos++), true)) && skipSpace()) return peg$r1;
    peg$currPos = peg$s0;
    if (!(peg$eatTwo(105, 110) && !isWordPart(input.charCodeAt(peg$currPos)) && skipSpace())) return;
    return "in";
  }

  function peg$parseSum() {
    let first, rest, peg$s1, peg$v2, operator, operand;
    if (!((first = peg$parseProduct()))) return;
    rest = null;
    peg$l0: for (;;) {
    peg$s1 = peg$currPos;
    if (!((input.charCodeAt(peg$currPos) === 43 || input.charCodeAt(peg$currPos) === 45) && (operator = input.charAt(peg$currPos++), true) && skipSpace() && (operand = peg$parseProduct()) && (peg$v2 = { operator, operand }, true))) { peg$currPos = peg$s1; break peg$l0; }
    if (rest === null) rest = [peg$v2]; else rest.push(peg$v2);
    }
    return chain("sum", first, rest);
  }

  function peg$parseProduct() {
    let first, rest, peg$s1, peg$v2, operator, operand;
    if (!((first = peg$parseUnary()))) return;
    rest = null;
    peg$l0: for (;;) {
    peg$s1 = peg$currPos;
    if (!((input.charCodeAt(peg$currPos) === 42 || input.charCodeAt(peg$currPos) === 47 || input.charCodeAt(peg$currPos) === 37) && (operator = input.charAt(peg$currPos++), true) && skipSpace() && (operand = peg$parseUnary()) && (peg$v2 = { operator, operand }, true))) { peg$currPos = peg$s1; break peg$l0; }
    if (rest === null) rest = [peg$v2]; else rest.push(peg$v2);
    }
    return chain("product", first, rest);
  }

  function peg$parseUnary() {
    let peg$s0, peg$r1, positions, operand;
    peg$s0 = peg$currPos;
    if ((peg$r1 = peg$parseMember())) return peg$r1;
    peg$currPos = peg$s0;
    if (!(scanOperators() && (positions = operators, true) && (operand = peg$parseMember()))) return;
    return { kind: "unary", start: positions[0], end: operand.end, operator: input.charAt(positions[0]), positions, operand };
  }

  function peg$parseMember() {
    let item, access, peg$s1, peg$v2;
    if (!((item = peg$parsePrimary()))) return;
    access = null;
    peg$l0: for (;;) {
    peg$s1 = peg$currPos;
    if (!((peg$v2 = peg$parseAccess()))) { peg$currPos = peg$s1; break peg$l0; }
    if (access === null) access = [peg$v2]; else access.push(peg$v2);
    }
    return member(item, access);
  }

  function peg$parseAccess() {
    let peg$s0, start, field, arguments_, end, index;
    peg$s0 = peg$currPos;
    if ((start = peg$currPos, peg$eat(46) && skipSpace() && scanToken(skipWord) && (field = word(), true))) return { kind: "field", start, end: field.end, field };
    peg$currPos = peg$s0;
    if ((start = peg$currPos, peg$eat(40) && skipSpace() && (arguments_ = peg$parseArguments()) && peg$eat(41) && (end = peg$currPos, skipSpace()))) return { kind: "call", start, end, arguments: arguments_ };
    peg$currPos = peg$s0;
    if (!((start = peg$currPos, peg$eat(91) && skipSpace() && (index = peg$parseExpression()) && peg$eat(93) && (end = peg$currPos, skipSpace())))) return;
    return { kind: "index", start, end, index };
  }

  function peg$parseArguments() {
    let peg$r0, peg$s1, peg$r3, peg$s4, peg$s6, peg$v7, peg$s8;
    peg$l2: {
    peg$r3 = [];
    peg$l5: for (;;) {
    peg$s6 = peg$currPos;
    if (peg$r3.length > 0 && !(peg$eat(44) && skipSpace())) { peg$currPos = peg$s6; break peg$l5; }
    if (!((peg$v7 = peg$parseExpression()))) { peg$currPos = peg$s6; break peg$l5; }
    peg$r3.push(peg$v7);
    }
    if (peg$r3.length === 0) break peg$l2;
    if (!((peg$s8 = peg$currPos, peg$eat(44) && skipSpace() || (peg$currPos = peg$s8, true)))) break peg$l2;
    return peg$r3;
    }
    return [];
  }

  function peg$parsePrimary() {
    let peg$s0, head, path, tail, peg$s1, peg$r2, peg$r3, start, inner, end, elements, entries, name;
    peg$s0 = peg$currPos;
    if (scanNameHead() && (head = word(), true) && ((path = peg$parsePath()), true) && (peg$s1 = peg$currPos, peg$eatTwo(58, 58) && skipSpace() && (tail = peg$parseUidTail()) || (peg$currPos = peg$s1, (tail = null, true))) && (tail === null || isType(head, path))) return named(head, path, tail);
    peg$currPos = peg$s0;
    if (scanToken(skipString) && (peg$r2 = rawString(), true)) return peg$r2;
    if ((peg$r3 = peg$parseNumber())) return peg$r3;
    peg$currPos = peg$s0;
    if ((start = peg$currPos, peg$eat(40) && skipSpace() && (inner = peg$parseExpression()) && peg$eat(41) && (end = peg$currPos, skipSpace()))) return { kind: "group", start, end, inner };
    peg$currPos = peg$s0;
    if ((start = peg$currPos, peg$eat(91) && skipSpace() && (elements = peg$parseArguments()) && peg$eat(93) && (end = peg$currPos, skipSpace()))) return { kind: "list", start, end, elements };
    peg$currPos = peg$s0;
    if ((start = peg$currPos, peg$eat(123) && skipSpace() && (entries = peg$parseEntries()) && peg$eat(125) && (end = peg$currPos, skipSpace()))) return { kind: "record", start, end, entries };
    peg$currPos = peg$s0;
    if (!((start = peg$currPos, peg$eat(63) && scanToken(skipWord) && (name = word(), true)))) return;
    return { kind: "slot", start, end: name.end, text: "?" + name.text };
  }

  function peg$parseUidTail() {
    let peg$r0, fields, end;
    if (scanToken(skipString) && (peg$r0 = rawString(), true)) return peg$r0;
    if (!(peg$eat(123) && skipSpace() && (fields = peg$parseFields()) && peg$eat(125) && (end = peg$currPos, skipSpace()))) return;
    return { kind: "fields", end, fields };
  }

  function peg$parseFields() {
    let peg$r0, peg$s1, peg$r3, peg$s4, peg$s6, peg$v7, peg$s8;
    peg$l2: {
    peg$r3 = [];
    peg$l5: for (;;) {
    peg$s6 = peg$currPos;
    if (peg$r3.length > 0 && !(peg$eat(44) && skipSpace())) { peg$currPos = peg$s6; break peg$l5; }
    if (!((peg$v7 = peg$parseField()))) { peg$currPos = peg$s6; break peg$l5; }
    peg$r3.push(peg$v7);
    }
    if (peg$r3.length === 0) break peg$l2;
    if (!((peg$s8 = peg$currPos, peg$eat(44) && skipSpace() || (peg$currPos = peg$s8, true)))) break peg$l2;
    return peg$r3;
    }
    return [];
  }

  function peg$parseField() {
    let key, value;
    if (!(scanToken(skipWord) && (key = word(), true) && peg$eat(58) && skipSpace() && (value = peg$parseLiteral()))) return;
    return { key, value };
  }

  function peg$parseLiteral() {
    let peg$s0, peg$r1, peg$r2, head;
    peg$s0 = peg$currPos;
    if (scanToken(skipString) && (peg$r1 = rawString(), true)) return peg$r1;
    if ((peg$r2 = peg$parseNumber())) return peg$r2;
    peg$currPos = peg$s0;
    if (!(scanToken(skipWord) && (head = word(), true) && isBoolean(head.text))) return;
    return named(head, null, null);
  }

  function peg$parseNumber() {
    let start, text, end, peg$s0, peg$s1;
    if (!((start = peg$currPos, true))) return;
    peg$s0 = peg$currPos;
    peg$s1 = peg$currPos;
    peg$l2: for (;;) {
    if (!(((input.charCodeAt(peg$currPos) >= 48 && input.charCodeAt(peg$currPos) <= 57)) && ++peg$currPos > 0)) break peg$l2;
    }
    if (peg$s1 === peg$currPos) return;
    text = input.substring(peg$s0, peg$currPos);
    if (!(isLong(text) && (end = peg$currPos, skipSpace()))) return;
    return { kind: "number", start, end, text };
  }

  function peg$parseEntries() {
    let peg$r0, peg$s1, peg$r3, peg$s4, peg$s6, peg$v7, peg$s8;
    peg$l2: {
    peg$r3 = [];
    peg$l5: for (;;) {
    peg$s6 = peg$currPos;
    if (peg$r3.length > 0 && !(peg$eat(44) && skipSpace())) { peg$currPos = peg$s6; break peg$l5; }
    if (!((peg$v7 = peg$parseEntry()))) { peg$currPos = peg$s6; break peg$l5; }
    peg$r3.push(peg$v7);
    }
    if (peg$r3.length === 0) break peg$l2;
    if (!((peg$s8 = peg$currPos, peg$eat(44) && skipSpace() || (peg$currPos = peg$s8, true)))) break peg$l2;
    return peg$r3;
    }
    return [];
  }

  function peg$parseEntry() {
    let key, value;
    if (!(((key = peg$parseIfKey()) || (key = peg$parseExpression())) && peg$eat(58) && skipSpace() && (value = peg$parseExpression()))) return;
    const { start, text } = key;
      const { end } = value;
      return { start, end, key: key.kind === undefined ? named({ start, end, text }, null, null) : key, value };
  }

  function peg$parseIfKey() {
    let peg$r0, peg$s1, peg$t2;
    if (!((peg$s1 = peg$currPos, peg$t2 = peg$eatTwo(105, 102) && !isWordPart(input.charCodeAt(peg$currPos)) && skipSpace() && peg$eat(58) && !input.startsWith(":", peg$currPos), peg$currPos = peg$s1, peg$t2) && scanToken(skipWord) && (peg$r0 = word(), true))) return;
    return peg$r0;
  }

  const result = { Policies: peg$parsePolicies, OnePolicy: peg$parseOnePolicy, OneExpression: peg$parseOneExpression, EntityUid: peg$parseEntityUid, Name: peg$parseName }[options.startRule]();
  return peg$currPos === input.length ? result : undefined;
}
