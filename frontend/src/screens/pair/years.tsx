import { axisBottom, axisLeft } from "d3-axis";
import { scaleBand, scaleLinear } from "d3-scale";
import { select } from "d3-selection";
import { Axis } from "../../parts/axis";
import { useWidth } from "../../parts/width";
import { ask } from "../../router";
import { interval, VOICES } from "../../words";
import type { Pair } from "./types";

const USUAL = 560;
const HEIGHT = 210;
const ROOM = 48; // for the figures of a year
const EDGE = { left: 34, right: 8, top: 8, bottom: 24 };

/** Cooperation upwards and hostility downwards, year by year; never netted. */
export function Years({ pair }: { pair: Pair }) {
  const { box, width } = useWidth<HTMLDivElement>(USUAL);
  const years = everyYear(Object.keys(pair.years));
  if (!years.length) return <p class="note">No line between the two says when. {pair.ties.length ? "The lines are below, undated." : ""}</p>;
  const sums = years.map((year) => sum(pair, year));
  const most = Math.max(0.1, ...sums.map((one) => Math.max(one.plus, one.minus)));
  const x = scaleBand(years, [EDGE.left, width - EDGE.right]).padding(0.3);
  const y = scaleLinear([-most, most], [HEIGHT - EDGE.bottom, EDGE.top]).nice();
  return (
    <>
      <div ref={box}>
      <svg class="years" viewBox={`0 0 ${width} ${HEIGHT}`} role="group" aria-label="Weight of cooperative and hostile lines by year">
        <Axis make={(node) => select(node).call(axisLeft(y).ticks(4).tickFormat((value) => String(Math.abs(Number(value)))))} move={`translate(${EDGE.left},0)`} on={[most]} />
        <Axis make={(node) => select(node).call(axisBottom(x).tickSizeOuter(0).tickValues(spread(years, width)))} move={`translate(0,${HEIGHT - EDGE.bottom})`} on={[...years, width]} />
        <line class="zero" x1={EDGE.left} x2={width - EDGE.right} y1={y(0)} y2={y(0)} />
        {sums.map((one, index) => {
          const year = years[index] as string;
          if (!one.keys.length) return null;
          const left = x(year) ?? 0;
          return (
            <a key={year} href="#lines" class="year" aria-label={`${year}: ${one.coop} cooperative, ${one.host} hostile lines`} onClick={() => ask({ lines: one.keys.join(",") })}>
              <title>{`${year}: ${one.coop} cooperative, ${one.host} hostile`}</title>
              <rect class="hit" x={left} width={x.bandwidth()} y={EDGE.top} height={HEIGHT - EDGE.top - EDGE.bottom} />
              <rect class="bar plus" x={left} width={x.bandwidth()} y={y(one.plus)} height={y(0) - y(one.plus)} />
              <rect class="bar minus" x={left} width={x.bandwidth()} y={y(0)} height={y(-one.minus) - y(0)} />
            </a>
          );
        })}
      </svg>
      </div>
      <p class="note"><span class="plus-words">+ cooperation upwards</span>, <span class="minus-words">− hostility downwards</span>, by weight of the lines.</p>
      {pair.turns.length ? (
        <ul class="turns">
          {pair.turns.map((turn) => (
            <li key={turn.earliest}>
              <button type="button" class="quiet" onClick={() => ask({ lines: turn.lines.join(",") })}>
                Turned from {turn.before > 0 ? "cooperation (+)" : "hostility (−)"} to {turn.after > 0 ? "cooperation (+)" : "hostility (−)"}
              </button>{" "}
              <span class="note">{interval({ first: turn.earliest, last: turn.latest, precision: "day", words: "" })}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function sum(pair: Pair, year: string) {
  const found = { plus: 0, minus: 0, coop: 0, host: 0, keys: [] as string[] };
  for (const voice of VOICES) {
    const tally = pair.years[year]?.[voice];
    if (!tally) continue;
    found.plus += tally.sympathy;
    found.minus += tally.hostility;
    found.coop += tally.cooperative.length;
    found.host += tally.hostile.length;
    found.keys.push(...tally.cooperative, ...tally.hostile, ...tally.denied, ...tally.neutral);
  }
  return found;
}

/** Some of many years, so that their figures do not run into each other. */
const spread = (years: readonly string[], width: number): string[] => years.filter((_, index) => index % Math.ceil((years.length * ROOM) / width) === 0);

/** Every year from the first to the last: one of which nothing is told is a gap, and must be seen as one. */
function everyYear(told: readonly string[]): string[] {
  const [first, last] = [Math.min(...told.map(Number)), Math.max(...told.map(Number))];
  return told.length ? Array.from({ length: last - first + 1 }, (_, index) => String(first + index)) : [];
}
