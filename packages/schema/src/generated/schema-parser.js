// Generated from the grammar by scripts/generate.mjs; not to be edited.

export function parse(input, options) {
  let peg$currPos = 0;

  const { maxDepth } = options;
  let depth = 0;

  // Where a type cannot be read, nothing else can either: nobody leaves what was entered in vain.
  function enter() {
    return ++depth <= maxDepth;
  }

  function leave() {
    depth--;
    return true;
  }

  function listed(head, tail) {
    tail.unshift(head);
    return tail;
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

  function peg$parseSchema() {
    let peg$r0, peg$s2, peg$v3;
    if (!(skipSpace())) return;
    peg$r0 = [];
    peg$l1: for (;;) {
    peg$s2 = peg$currPos;
    if (!((peg$v3 = peg$parseItem()))) { peg$currPos = peg$s2; break peg$l1; }
    peg$r0.push(peg$v3);
    }
    return peg$r0;
  }

  function peg$parseItem() {
    let annotations, node, peg$s0, peg$s2, peg$v3, peg$s4;
    annotations = [];
    peg$l1: for (;;) {
    peg$s2 = peg$currPos;
    if (!((peg$v3 = peg$parseAnnotation()))) { peg$currPos = peg$s2; break peg$l1; }
    annotations.push(peg$v3);
    }
    if (!((peg$s4 = peg$currPos, (node = peg$parseNamespace()) || (peg$currPos = peg$s4, (node = peg$parseDeclaration()))))) return;
    return { annotations, node };
  }

  function peg$parseNamespace() {
    let start, name, items, end, peg$s1, peg$v2;
    if (!((start = peg$currPos, peg$eatText(110, "namespace") && !isWordPart(input.charCodeAt(peg$currPos)) && skipSpace() && (name = peg$parsePath()) && peg$eat(123) && skipSpace()))) return;
    items = [];
    peg$l0: for (;;) {
    peg$s1 = peg$currPos;
    if (!((peg$v2 = peg$parseMember()))) { peg$currPos = peg$s1; break peg$l0; }
    items.push(peg$v2);
    }
    if (!(peg$eat(125) && (end = peg$currPos, skipSpace()))) return;
    return { kind: "namespace", start, end, name, items };
  }

  function peg$parseMember() {
    let annotations, node, peg$s1, peg$v2;
    annotations = [];
    peg$l0: for (;;) {
    peg$s1 = peg$currPos;
    if (!((peg$v2 = peg$parseAnnotation()))) { peg$currPos = peg$s1; break peg$l0; }
    annotations.push(peg$v2);
    }
    if (!((node = peg$parseDeclaration()))) return;
    return { annotations, node };
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

  function peg$parseDeclaration() {
    let peg$s0, peg$r1, peg$r2;
    peg$s0 = peg$currPos;
    if ((peg$r1 = peg$parseEntityDeclaration())) return peg$r1;
    peg$currPos = peg$s0;
    if ((peg$r2 = peg$parseActionDeclaration())) return peg$r2;
    peg$currPos = peg$s0;
    return peg$parseTypeDeclaration();
  }

  function peg$parseEntityDeclaration() {
    let start, names, body, peg$s0, end;
    if (!((start = peg$currPos, peg$eatText(101, "entity") && !isWordPart(input.charCodeAt(peg$currPos)) && skipSpace() && (names = peg$parseIdentifiers()) && (peg$s0 = peg$currPos, (body = peg$parseEnumeration()) || (peg$currPos = peg$s0, ((body = peg$parseEntityBody()), true))) && peg$eat(59) && (end = peg$currPos, skipSpace())))) return;
    return { kind: "entity", start, end, names, body };
  }

  function peg$parseEnumeration() {
    let head, tail, peg$s1, peg$v2;
    if (!(peg$eatText(101, "enum") && !isWordPart(input.charCodeAt(peg$currPos)) && skipSpace() && peg$eat(91) && skipSpace() && scanToken(skipString) && (head = rawString(), true))) return;
    tail = [];
    peg$l0: for (;;) {
    peg$s1 = peg$currPos;
    if (!(peg$eat(44) && skipSpace() && scanToken(skipString) && (peg$v2 = rawString(), true))) { peg$currPos = peg$s1; break peg$l0; }
    tail.push(peg$v2);
    }
    if (!(peg$eat(93) && skipSpace())) return;
    return { kind: "enum", choices: listed(head, tail) };
  }

  function peg$parseEntityBody() {
    let parents, peg$s0, shape, peg$s1, peg$s2, tags, peg$s3;
    (peg$s0 = peg$currPos, peg$eatTwo(105, 110) && !isWordPart(input.charCodeAt(peg$currPos)) && skipSpace() && (parents = peg$parseEntityTypes()) || (peg$currPos = peg$s0, (parents = null, true))) && (peg$s2 = peg$currPos, (peg$s1 = peg$currPos, peg$eat(61) && skipSpace() || (peg$currPos = peg$s1, true)) && (shape = peg$parseRecord()) || (peg$currPos = peg$s2, (shape = null, true))) && (peg$s3 = peg$currPos, peg$eatText(116, "tags") && !isWordPart(input.charCodeAt(peg$currPos)) && skipSpace() && (tags = peg$parseType()) || (peg$currPos = peg$s3, (tags = null, true)));
    return { kind: "standard", parents: parents === null ? [] : parents, shape, tags };
  }

  function peg$parseActionDeclaration() {
    let start, names, parents, peg$s0, appliesTo, peg$s1, peg$s2, end;
    if (!((start = peg$currPos, peg$eatText(97, "action") && !isWordPart(input.charCodeAt(peg$currPos)) && skipSpace() && (names = peg$parseNames()) && (peg$s0 = peg$currPos, peg$eatTwo(105, 110) && !isWordPart(input.charCodeAt(peg$currPos)) && skipSpace() && (parents = peg$parseActionGroups()) || (peg$currPos = peg$s0, (parents = null, true))) && (peg$s1 = peg$currPos, (appliesTo = peg$parseAppliesTo()) || (peg$currPos = peg$s1, (appliesTo = null, true))) && (peg$s2 = peg$currPos, peg$eatText(97, "attributes") && !isWordPart(input.charCodeAt(peg$currPos)) && skipSpace() && peg$eat(123) && skipSpace() && peg$eat(125) && skipSpace() || (peg$currPos = peg$s2, true)) && peg$eat(59) && (end = peg$currPos, skipSpace())))) return;
    return { kind: "action", start, end, names, parents, appliesTo };
  }

  function peg$parseActionGroups() {
    let peg$s0, group, head, tail, peg$s2, peg$v3;
    peg$s0 = peg$currPos;
    if ((group = peg$parseActionGroup())) return [group];
    peg$currPos = peg$s0;
    if (!(peg$eat(91) && skipSpace() && (head = peg$parseActionGroup()))) return;
    tail = [];
    peg$l1: for (;;) {
    peg$s2 = peg$currPos;
    if (!(peg$eat(44) && skipSpace() && (peg$v3 = peg$parseActionGroup()))) { peg$currPos = peg$s2; break peg$l1; }
    tail.push(peg$v3);
    }
    if (!(peg$eat(93) && skipSpace())) return;
    return listed(head, tail);
  }

  function peg$parseActionGroup() {
    let id, head, path, peg$s0, peg$s2, peg$v3, peg$s4;
    if (scanToken(skipString) && (id = rawString(), true)) return { start: id.start, end: id.end, path: null, id };
    if (!((head = peg$parseWord()))) return;
    path = [];
    peg$l1: for (;;) {
    peg$s2 = peg$currPos;
    if (!(peg$eatTwo(58, 58) && skipSpace() && (peg$v3 = peg$parseWord()))) { peg$currPos = peg$s2; break peg$l1; }
    path.push(peg$v3);
    }
    if (!((peg$s4 = peg$currPos, peg$eatTwo(58, 58) && skipSpace() && scanToken(skipString) && (id = rawString(), true) || (peg$currPos = peg$s4, (id = null, true))) && (id !== null || path.length === 0))) return;
    return id === null
        ? { start: head.start, end: head.end, path: null, id: head }
        : { start: head.start, end: id.end, path: listed(head, path), id };
  }

  function peg$parseAppliesTo() {
    let start, head, tail, peg$s0, end, peg$s2, peg$v3, peg$s4;
    if (!((start = peg$currPos, peg$eatText(97, "appliesTo") && !isWordPart(input.charCodeAt(peg$currPos)) && skipSpace() && peg$eat(123) && skipSpace() && (head = peg$parseTarget())))) return;
    tail = [];
    peg$l1: for (;;) {
    peg$s2 = peg$currPos;
    if (!(peg$eat(44) && skipSpace() && (peg$v3 = peg$parseTarget()))) { peg$currPos = peg$s2; break peg$l1; }
    tail.push(peg$v3);
    }
    if (!((peg$s4 = peg$currPos, peg$eat(44) && skipSpace() || (peg$currPos = peg$s4, true)) && peg$eat(125) && (end = peg$currPos, skipSpace()))) return;
    return { start, end, targets: listed(head, tail) };
  }

  function peg$parseTarget() {
    let peg$s0, start, variable, types, type, peg$s1, comma;
    peg$s0 = peg$currPos;
    if ((start = peg$currPos, (peg$eatText(112, "principal") && (variable = "principal", true) || peg$eatText(114, "resource") && (variable = "resource", true)) && !isWordPart(input.charCodeAt(peg$currPos)) && skipSpace() && peg$eat(58) && skipSpace() && (types = peg$parseTargets()))) return { kind: variable, start, end: types.end, types: types.types };
    peg$currPos = peg$s0;
    if (!((start = peg$currPos, peg$eatText(99, "context") && !isWordPart(input.charCodeAt(peg$currPos)) && skipSpace() && peg$eat(58) && skipSpace() && (peg$s1 = peg$currPos, (type = peg$parseRecord()) || (peg$currPos = peg$s1, (type = peg$parsePath()))) && ((comma = peg$parseAtComma()) || (comma = null, true))))) return;
    return { kind: "context", start, end: comma === null ? type.end : comma + 1, type };
  }

  function peg$parseTargets() {
    let path, types, end;
    if ((path = peg$parsePath())) return { end: path.end, types: [path] };
    if (!(peg$eat(91) && skipSpace() && (types = peg$parsePaths()) && peg$eat(93) && (end = peg$currPos, skipSpace()))) return;
    return { end, types };
  }

  function peg$parseAtComma() {
    let peg$r0;
    if (!(input.startsWith(",", peg$currPos) && (peg$r0 = peg$currPos, true))) return;
    return peg$r0;
  }

  function peg$parseTypeDeclaration() {
    let start, name, type, end;
    if (!((start = peg$currPos, peg$eatText(116, "type") && !isWordPart(input.charCodeAt(peg$currPos)) && skipSpace() && (name = peg$parseWord()) && peg$eat(61) && skipSpace() && (type = peg$parseType()) && peg$eat(59) && (end = peg$currPos, skipSpace())))) return;
    return { kind: "type", start, end, name, type };
  }

  function peg$parseType() {
    let peg$s0, peg$r1, peg$r2;
    peg$s0 = peg$currPos;
    if ((peg$r1 = peg$parseSet())) return peg$r1;
    peg$currPos = peg$s0;
    if ((peg$r2 = peg$parseRecord())) return peg$r2;
    peg$currPos = peg$s0;
    return peg$parsePath();
  }

  function peg$parseSet() {
    let start, element, end;
    if (!((start = peg$currPos, peg$eatText(83, "Set") && !isWordPart(input.charCodeAt(peg$currPos)) && skipSpace() && peg$eat(60) && skipSpace() && enter() && (element = peg$parseType()) && peg$eat(62) && leave() && (end = peg$currPos, skipSpace())))) return;
    return { kind: "set", start, end, element };
  }

  function peg$parseRecord() {
    let start, attributes, end;
    if (!((start = peg$currPos, peg$eat(123) && skipSpace() && enter() && (attributes = peg$parseAttributes()) && peg$eat(125) && leave() && (end = peg$currPos, skipSpace())))) return;
    return { kind: "record", start, end, attributes };
  }

  function peg$parseAttributes() {
    let peg$s0, head, tail, peg$s1, peg$s3, peg$s5, peg$v6, peg$s7;
    peg$s0 = peg$currPos;
    peg$l2: {
    if (!((head = peg$parseAttribute()))) break peg$l2;
    tail = [];
    peg$l4: for (;;) {
    peg$s5 = peg$currPos;
    if (!(peg$eat(44) && skipSpace() && (peg$v6 = peg$parseAttribute()))) { peg$currPos = peg$s5; break peg$l4; }
    tail.push(peg$v6);
    }
    if (!((peg$s7 = peg$currPos, peg$eat(44) && skipSpace() || (peg$currPos = peg$s7, true)))) break peg$l2;
    return listed(head, tail);
    }
    peg$currPos = peg$s0;
    return [];
  }

  function peg$parseAttribute() {
    let annotations, name, optional, peg$v0, peg$v1, peg$s2, type, peg$s4, peg$v5, peg$v6, peg$v7, peg$s8;
    annotations = [];
    peg$l3: for (;;) {
    peg$s4 = peg$currPos;
    if (!((peg$v5 = peg$parseAnnotation()))) { peg$currPos = peg$s4; break peg$l3; }
    annotations.push(peg$v5);
    }
    if (!((name = peg$parseName()) && (peg$s8 = peg$currPos, peg$eat(63) && (peg$v6 = "?", true) && skipSpace() && (optional = [peg$v6, peg$v7], true) || (peg$currPos = peg$s8, (optional = null, true))) && peg$eat(58) && skipSpace() && (type = peg$parseType()))) return;
    return { start: name.start, end: type.end, annotations, name, required: optional === null, type };
  }

  function peg$parseEntityTypes() {
    let path, peg$r0;
    if ((path = peg$parsePath())) return [path];
    if (!(peg$eat(91) && skipSpace() && (peg$r0 = peg$parsePaths()) && peg$eat(93) && skipSpace())) return;
    return peg$r0;
  }

  function peg$parsePaths() {
    let head, tail, peg$s2, peg$v3;
    peg$l0: {
    if (!((head = peg$parsePath()))) break peg$l0;
    tail = [];
    peg$l1: for (;;) {
    peg$s2 = peg$currPos;
    if (!(peg$eat(44) && skipSpace() && (peg$v3 = peg$parsePath()))) { peg$currPos = peg$s2; break peg$l1; }
    tail.push(peg$v3);
    }
    return listed(head, tail);
    }
    return [];
  }

  function peg$parsePath() {
    let head, tail, peg$s1, peg$v2;
    if (!((head = peg$parseWord()))) return;
    tail = [];
    peg$l0: for (;;) {
    peg$s1 = peg$currPos;
    if (!(peg$eatTwo(58, 58) && skipSpace() && (peg$v2 = peg$parseWord()))) { peg$currPos = peg$s1; break peg$l0; }
    tail.push(peg$v2);
    }
    return { kind: "path", start: head.start, end: tail.length === 0 ? head.end : tail[tail.length - 1].end, words: listed(head, tail) };
  }

  function peg$parseIdentifiers() {
    let head, tail, peg$s1, peg$v2;
    if (!((head = peg$parseWord()))) return;
    tail = [];
    peg$l0: for (;;) {
    peg$s1 = peg$currPos;
    if (!(peg$eat(44) && skipSpace() && (peg$v2 = peg$parseWord()))) { peg$currPos = peg$s1; break peg$l0; }
    tail.push(peg$v2);
    }
    return listed(head, tail);
  }

  function peg$parseNames() {
    let head, tail, peg$s1, peg$v2;
    if (!((head = peg$parseName()))) return;
    tail = [];
    peg$l0: for (;;) {
    peg$s1 = peg$currPos;
    if (!(peg$eat(44) && skipSpace() && (peg$v2 = peg$parseName()))) { peg$currPos = peg$s1; break peg$l0; }
    tail.push(peg$v2);
    }
    return listed(head, tail);
  }

  function peg$parseName() {
    let peg$r0, peg$r1;
    if ((peg$r0 = peg$parseWord())) return peg$r0;
    if (!(scanToken(skipString) && (peg$r1 = rawString(), true))) return;
    return peg$r1;
  }

  function peg$parseWord() {
    let name;
    if (!(scanToken(skipWord) && (name = word(), true))) return;
    return { kind: "word", start: name.start, end: name.end, text: name.text };
  }

  const result = { Schema: peg$parseSchema }[options.startRule]();
  return peg$currPos === input.length ? result : undefined;
}
