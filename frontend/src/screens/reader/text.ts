// A report's text cut into pieces at every boundary of a mark or a line. Offsets are code points, as everywhere in Avowed.
import type { Schemas } from "../../api/client";
import type { Report } from "./types";

export type Piece = { start: number; end: number; text: string; mark: Schemas["Mark"] | null; lines: string[]; breaks: number | null };

export function pieces(report: Report): Piece[] {
  const points = Array.from(report.text);
  const cuts = new Set<number>([0, points.length]);
  for (const mark of report.marks) cuts.add(mark.start).add(mark.end);
  for (const { line } of report.passages) cuts.add(line.start).add(line.end);
  for (const page of report.pages) cuts.add(page.start);
  const starts = [...cuts].filter((cut) => cut >= 0 && cut <= points.length).sort((one, other) => one - other);
  const marks = [...report.marks].sort((one, other) => one.end - one.start - (other.end - other.start));
  const pages = new Map(report.pages.map((page, number) => [page.start, number + 1]));
  return starts.slice(0, -1).map((start, index) => {
    const end = starts[index + 1] as number;
    return {
      start,
      end,
      text: points.slice(start, end).join(""),
      mark: marks.find((mark) => mark.start <= start && end <= mark.end) ?? null,
      lines: report.passages.filter(({ line }) => line.start <= start && end <= line.end).map(({ line }) => line.key),
      breaks: pages.get(start) ?? null,
    };
  });
}

export type Selected = { start: number; end: number; words: string };

/** The words that are selected in the report's text, as code points; null when there are none. */
export function selected(root: HTMLElement | null): Selected | null {
  const selection = window.getSelection();
  if (!root || !selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null;
  const start = offset(range.startContainer, range.startOffset);
  const end = offset(range.endContainer, range.endOffset);
  return start !== null && end !== null && start < end ? { start, end, words: selection.toString() } : null;
}

function offset(node: Node, within: number): number | null {
  const piece = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-start]");
  if (!piece) return null;
  if (node instanceof Element) return Number(piece.dataset["start"]) + (within ? Array.from(piece.textContent ?? "").length : 0);
  return Number(piece.dataset["start"]) + Array.from((node.textContent ?? "").slice(0, within)).length;
}
