import { describe, expect, it } from "vitest";
import { oracleParse } from "../src/oracle.ts";
import { compareTexts, readTextDifferences } from "../src/text-comparison.ts";
import { unexplained } from "../src/text-reasons.ts";
import { readTextRecord } from "../src/text-record.ts";
import { allTexts } from "../src/texts/all.ts";
import { treeFaults } from "../src/tree-comparison.ts";

const records = readTextRecord();

describe("the record of the reference's answers", () => {
  it("holds every text of the table, in order", () => {
    expect(records.map(({ group, text }) => ({ group, text }))).toEqual(allTexts());
    expect(records.length).toBeGreaterThan(11_000);
  });

  it("is what the reference says", () => {
    const stale = records.filter(
      ({ text, verdict }, index) => index % 3 === 0 && JSON.stringify(oracleParse(text)) !== JSON.stringify(verdict),
    );
    expect(stale).toEqual([]);
  });
});

describe("our parser against the record", () => {
  const { score, differences } = compareTexts(records);

  it("accepts what the reference accepts and nothing else", () => {
    expect(score.disagreed).toBe(0);
  });

  it("reads what it accepts as the tree that the reference reads, and keeps it through printing and JSON", () => {
    const faults = records.filter(({ verdict }) => verdict.length === 0).flatMap(({ text }) => treeFaults(text));
    expect(faults).toEqual([]);
  });

  it("gives the same first message, help and place for what both reject", () => {
    expect(score.firstMessage).toBe(score.rejected);
    expect(score.firstHelp).toBe(score.rejected);
    expect(score.firstSpan).toBe(score.rejected);
  });

  it("gives the same errors in the same order, the listed texts aside", () => {
    expect(differences).toEqual(readTextDifferences());
    expect(differences.filter(({ reason }) => reason === unexplained)).toEqual([]);
    expect(score.everything / score.rejected).toBeGreaterThan(0.99);
  });
});
