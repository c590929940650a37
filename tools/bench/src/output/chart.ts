import type { Point, Row } from "../measure/row.ts";
import { median } from "../measure/statistics.ts";
import { formatFigure } from "./table.ts";

// Two pictures of one run, side by side in one SVG file: a decision of every engine in the three applications, and how
// a decision slows down as policies become more. Both scales are logarithmic: the engines are orders of magnitude apart.

const width = 1040;
const panelWidth = 500;
const left = 210;
const colours = ["#0b6e4f", "#c0392b", "#e67e22", "#8e44ad", "#2471a3", "#7f8c8d", "#b7950b", "#34495e"];

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** A time in the unit that suits it. */
function shownTime(nanoseconds: number): string {
  if (nanoseconds >= 1e9) return formatFigure(nanoseconds / 1e9, "s");
  if (nanoseconds >= 1e6) return formatFigure(nanoseconds / 1e6, "ms");
  if (nanoseconds >= 1e3) return formatFigure(nanoseconds / 1e3, "µs");
  return formatFigure(nanoseconds, "ns");
}

/** One number for each place and series: the median, where several comparisons measured the same. */
function merged(points: readonly Point[]): Map<string, Map<string, number>> {
  const all = new Map<string, Map<string, number[]>>();
  for (const { at, series, nanoseconds } of points) {
    const there = all.get(at) ?? new Map<string, number[]>();
    all.set(at, there);
    there.set(series, [...(there.get(series) ?? []), nanoseconds]);
  }
  return new Map(
    [...all].map(([at, there]) => [at, new Map([...there].map(([series, times]) => [series, median(times)]))]),
  );
}

/** Where a time stands between the bounds, from 0 to 1. */
const position = (nanoseconds: number, [low, high]: readonly [number, number]): number =>
  (Math.log10(nanoseconds) - Math.log10(low)) / (Math.log10(high) - Math.log10(low));

function boundsOf(times: readonly number[]): readonly [number, number] {
  const low = 10 ** Math.floor(Math.log10(Math.min(...times)));
  return [low, Math.max(10 * low, 10 ** Math.ceil(Math.log10(Math.max(...times))))];
}

function powersOfTen([low, high]: readonly [number, number]): number[] {
  const powers: number[] = [];
  for (let power = low; power <= high * 1.0001; power *= 10) powers.push(power);
  return powers;
}

/** Bars, one for each engine, in a group for each application. */
function bars(points: readonly Point[]): { readonly svg: string; readonly height: number } {
  const groups = merged(points);
  const bounds = boundsOf(points.map(({ nanoseconds }) => nanoseconds));
  const series = [...new Set(points.map(({ series }) => series))];
  const across = panelWidth - left - 60;
  let y = 40;
  const parts: string[] = [];
  for (const [group, times] of groups) {
    parts.push(`<text x="0" y="${y + 4}" class="h">${escaped(group)}</text>`);
    y += 14;
    for (const [name, time] of [...times].sort((a, b) => a[1] - b[1])) {
      const length = Math.max(1, position(time, bounds) * across);
      const colour = colours[series.indexOf(name) % colours.length];
      parts.push(
        `<text x="${left - 6}" y="${y + 10}" text-anchor="end">${escaped(name)}</text>`,
        `<rect x="${left}" y="${y}" width="${length.toFixed(1)}" height="12" fill="${colour}"/>`,
        `<text x="${(left + length + 4).toFixed(1)}" y="${y + 10}">${shownTime(time)}</text>`,
      );
      y += 17;
    }
    y += 14;
  }
  return {
    svg: `<text x="0" y="16" class="t">One decision, 50 entities of each kind</text>${parts.join("")}`,
    height: y,
  };
}

/** A line for each engine. */
function lines(points: readonly Point[], title: string, height: number): string {
  const places = merged(points);
  const counts = [...places.keys()].map(Number).sort((a, b) => a - b);
  const bounds = boundsOf(points.map(({ nanoseconds }) => nanoseconds));
  const across: readonly [number, number] = [counts[0] ?? 1, Math.max(10, counts.at(-1) ?? 10)];
  const [top, bottom, start, end] = [40, height - 30, 50, panelWidth - 20];
  const x = (count: number): number => start + position(count, across) * (end - start);
  const y = (time: number): number => bottom - position(time, bounds) * (bottom - top);
  const grid = powersOfTen(bounds).map(
    (time) =>
      `<line x1="${start}" x2="${end}" y1="${y(time).toFixed(1)}" y2="${y(time).toFixed(1)}" class="g"/>` +
      `<text x="${start - 6}" y="${(y(time) + 4).toFixed(1)}" text-anchor="end">${shownTime(time)}</text>`,
  );
  const ticks = counts.map(
    (count) =>
      `<text x="${x(count).toFixed(1)}" y="${bottom + 16}" text-anchor="middle">${count.toLocaleString("en-US")}</text>`,
  );
  const drawn = [...new Set(points.map(({ series }) => series))].map((series, index) => {
    const known = counts.flatMap((count) => {
      const time = places.get(String(count))?.get(series);
      return time === undefined ? [] : [{ x: x(count).toFixed(1), y: y(time).toFixed(1) }];
    });
    const last = known.at(-1);
    const path = known.map(({ x, y }) => `${x},${y}`).join(" ");
    return (
      `<polyline points="${path}" fill="none" stroke="${colours[index % colours.length]}" stroke-width="2"/>` +
      (last === undefined
        ? ""
        : `<text x="${last.x}" y="${Number(last.y) - 8}" text-anchor="end">${escaped(series)}</text>`)
    );
  });
  return `<text x="0" y="16" class="t">${escaped(title)}</text>${[...grid, ...ticks, ...drawn].join("")}`;
}

/** The chart of a run as an SVG file; a run without the suites it needs gives an empty one. */
export function chart(rows: readonly Row[]): string {
  const points = rows.flatMap((row) => row.points ?? []);
  const of = (name: Point["chart"]): Point[] => points.filter(({ chart }) => chart === name);
  const [applications, policies] = [of("applications"), of("policies")];
  const first = applications.length > 0 ? bars(applications) : { svg: "", height: 300 };
  const second = policies.length > 0 ? lines(policies, "One decision among many policies", first.height) : "";
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${first.height}" viewBox="0 0 ${width} ${first.height}" font-family="system-ui, sans-serif" font-size="11">
<title>Time of one decision, by engine and by number of policies; logarithmic scales</title>
<style>.t{font-size:14px;font-weight:600}.h{font-weight:600}.g{stroke:#ccc}text{fill:#333}</style>
<rect width="100%" height="100%" fill="#fff"/>
<g transform="translate(10 0)">${first.svg}</g>
<g transform="translate(${width - panelWidth - 10} 0)">${second}</g>
</svg>
`;
}
