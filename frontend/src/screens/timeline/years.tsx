import { axisBottom, axisLeft } from "d3-axis";
import { scaleBand, scaleLinear } from "d3-scale";
import { select } from "d3-selection";
import { Axis } from "../../parts/axis";
import { ask, asked } from "../../router";
import { count } from "../../words";
import type { Timeline } from "./types";

const WIDTH = 1100;
const HEIGHT = 120;
const WIDEST = 90; // a year
const EDGE = { left: 44, right: 8, top: 8, bottom: 22 };

/** On a phone the years are wider than the screen: the latest are looked at first. */
const atLatest = (node: HTMLElement | null) => node?.scrollTo({ left: node.scrollWidth });

/** How much is told of each year; choosing one narrows timeline and map to it. */
export function Years({ timeline }: { timeline: Timeline }) {
  const told = Object.keys(timeline.years).map(Number);
  const only = asked("since").slice(0, 4) === asked("until").slice(0, 4) ? asked("since").slice(0, 4) : "";
  const any = asked("since") || asked("until");
  if (!told.length) return null;
  const first = Math.min(...told);
  const years = Array.from({ length: Math.max(...told) - first + 1 }, (_, index) => first + index);
  const x = scaleBand(years, [EDGE.left, Math.min(WIDTH - EDGE.right, EDGE.left + WIDEST * years.length)]).padding(0.2);
  const most = Math.max(...Object.values(timeline.years));
  const y = scaleLinear([0, most], [HEIGHT - EDGE.bottom, EDGE.top]).nice(3);
  const choose = (year: number) => ask(only === String(year) ? { since: undefined, until: undefined } : { since: `${year}-01-01`, until: `${year}-12-31`, chosen: undefined });
  const spread = years.filter((_, index) => index % Math.ceil(years.length / 16) === 0);
  return (
    <div class="year-bars" tabIndex={0} role="group" aria-label="Years" ref={atLatest}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label="How much is dated to each year">
        <Axis make={(node) => select(node).call(axisLeft(y).ticks(Math.min(3, most)).tickFormat((value) => String(value)))} move={`translate(${EDGE.left},0)`} on={[most]} />
        <Axis make={(node) => select(node).call(axisBottom(x).tickSizeOuter(0).tickValues(spread).tickFormat(String))} move={`translate(0,${HEIGHT - EDGE.bottom})`} on={[first, years.length]} />
        {years.map((year) => {
          const number = timeline.years[String(year)] ?? 0;
          const left = x(year) ?? 0;
          return (
            <a key={year} href="#years" class={`year${only === String(year) ? " chosen" : ""}`} aria-label={`${year}: ${count(number, "happening")}`} aria-current={only === String(year) ? "true" : undefined} tabIndex={number ? 0 : -1} onClick={(event) => { event.preventDefault(); choose(year); }}>
              <title>{`${year}: ${number}`}</title>
              <rect class="hit" x={left} width={x.bandwidth()} y={EDGE.top} height={HEIGHT - EDGE.top - EDGE.bottom} />
              <rect class="bar" x={left} width={x.bandwidth()} y={y(number)} height={y(0) - y(number)} />
            </a>
          );
        })}
      </svg>
      {any ? <p><button type="button" class="quiet" onClick={() => ask({ since: undefined, until: undefined })}>All years</button></p> : null}
    </div>
  );
}
