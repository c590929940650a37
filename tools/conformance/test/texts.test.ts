import { describe, expect, it } from "vitest";
import { oracleParse } from "../src/oracle.ts";
import { compareTexts, readTextDifferences } from "../src/text-comparison.ts";
import { unexplained } from "../src/text-reasons.ts";
import { readTextRecord } from "../src/text-record.ts";
import { allTexts } from "../src/texts/all.ts";

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

  it("gives the same first message, the listed differences aside", () => {
    expect(differences).toEqual(readTextDifferences());
    expect(score.firstMessage / score.rejected).toBeGreaterThan(0.95);
  });

  it("has a reason for every listed difference", () => {
    expect(readTextDifferences().filter(({ reason }) => reason === unexplained)).toEqual([]);
  });
});
