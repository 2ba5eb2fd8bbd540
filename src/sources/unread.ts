import { counted } from "../text/counted.ts";
import type { LeftOut } from "./fabric-blocks.ts";
import type { Trouble } from "./gather.ts";
import type { Line } from "./line.ts";
import type { Region } from "./regions.ts";

/** One Problem for all code, tables and formulas that were passed over, and one for each that nobody closed. */
export function troublesOfRegions(skipped: readonly Region[], unclosed: readonly Region[]): Trouble[] {
  const places = skipped.filter((region) => region.unclosed === undefined).map(placeOf);
  const [first] = skipped.filter((region) => region.unclosed === undefined);
  const unread = {
    ...(first === undefined ? {} : { line: first.firstLine }),
    message: `Code, tables and formulas are not read: ${placesOf(places)}.`,
    remedy: "Write what you want to remember from them as a sentence.",
  };
  return [...(first === undefined ? [] : [unread]), ...unclosed.map(unclosedTrouble)];
}

/** One for all lines that a heading keeps from being read; none without such lines. */
export function troublesOfHeadings(leftOut: readonly LeftOut[]): Trouble[] {
  const told = leftOut.filter(({ lines }) => lines.length > 0);
  const [first] = told;
  if (first === undefined) return [];
  const count = told.reduce((sum, { lines }) => sum + lines.length, 0);
  const headings = told.map(({ label, lines }) => `${label} (${placesOf([stretchOf(lines)])})`);
  const more = headings.length > mostPlaces ? ` and ${headings.length - mostPlaces} more headings` : "";
  return [
    {
      ...(first.lines[0] && { line: first.lines[0].number }),
      message: `${counted(count, "line")} not read because of the heading above: ${headings.slice(0, mostPlaces).join(", ")}${more}.`,
      remedy: "Put what you want to remember under another heading, such as IDEAS.",
    },
  ];
}

function stretchOf(lines: readonly Line[]): string {
  const [first, last] = [lines[0]?.number, lines.at(-1)?.number];
  return first === last ? `${first}` : `${first}-${last}`;
}

const mostPlaces = 20;

/** "line 7", "lines 14-16, 20", and after twenty how many more there are. */
export function placesOf(places: readonly string[]): string {
  const more = places.length > mostPlaces ? ` and ${places.length - mostPlaces} more` : "";
  const isOneLine = places.length === 1 && !places[0]?.includes("-");
  return `${isOneLine ? "line" : "lines"} ${places.slice(0, mostPlaces).join(", ")}${more}`;
}

function placeOf(region: Region): string {
  return region.firstLine === region.lastLine ? `${region.firstLine}` : `${region.firstLine}-${region.lastLine}`;
}

function unclosedTrouble(region: Region): Trouble {
  return {
    line: region.firstLine,
    message: `${region.unclosed ?? ""} is opened here and not closed.`,
    remedy: "Close it where its contents end.",
  };
}
