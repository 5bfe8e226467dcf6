import { axisBottom, axisLeft } from "d3-axis";
import { scaleLinear, scaleUtc } from "d3-scale";
import { select } from "d3-selection";
import { area, line } from "d3-shape";
import { Axis } from "../../parts/axis";
import { useWidth } from "../../parts/width";
import { ask } from "../../router";
import { figure, interval } from "../../words";
import type { Pair } from "./types";

type Moment = NonNullable<Pair["curve"]>[number];

const USUAL = 560;
const HEIGHT = 220;
const EDGE = { left: 34, right: 8, top: 10, bottom: 24 };
const time = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** How close the two were over time, with its 80 % band and its turns; what they say of it is dashed. */
export function Curve({ pair }: { pair: Pair }) {
  const { box, width } = useWidth<HTMLDivElement>(USUAL);
  const shown = pair.curve ?? [];
  const stated = pair.stated_curve ?? [];
  const all = [...shown, ...stated];
  if (all.length < 2) return null;
  const days = [...all.map((one) => time(one.month)), ...pair.turns.flatMap((turn) => [time(turn.earliest), time(turn.latest)])];
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const x = scaleUtc([first, last], [EDGE.left, width - EDGE.right]);
  const y = scaleLinear([-1, 1], [HEIGHT - EDGE.bottom, EDGE.top]);
  const middle = line<Moment>().x((one) => x(time(one.month))).y((one) => y(one.value));
  const band = area<Moment>().x((one) => x(time(one.month))).y0((one) => y(one.low)).y1((one) => y(one.high));
  return (
    <>
      <div ref={box}>
      <svg class="curve" viewBox={`0 0 ${width} ${HEIGHT}`} role="group" aria-label={inWords(shown, stated)}>
        {pair.turns.map((turn) => (
          <a key={turn.earliest} href="#lines" class="turn-range" aria-label={`The lines around the turn, ${interval({ first: turn.earliest, last: turn.latest, precision: "day", words: "" })}`} onClick={() => ask({ lines: turn.lines.join(",") })}>
            <rect x={x(time(turn.earliest))} width={Math.max(6, x(time(turn.latest)) - x(time(turn.earliest)))} y={EDGE.top} height={HEIGHT - EDGE.top - EDGE.bottom} />
          </a>
        ))}
        <Axis make={(node) => select(node).call(axisLeft(y).tickValues([-1, -0.5, 0, 0.5, 1]).tickFormat((value) => (Number(value) ? figure(Number(value)).slice(0, -1) : "0")))} move={`translate(${EDGE.left},0)`} on={[1]} />
        <Axis make={(node) => select(node).call(axisBottom(x).ticks(Math.min(6, Math.max(2, width / 80))).tickSizeOuter(0))} move={`translate(0,${HEIGHT - EDGE.bottom})`} on={[first, last, width]} />
        <line class="zero" x1={EDGE.left} x2={width - EDGE.right} y1={y(0)} y2={y(0)} />
        {shown.length ? <path class="band shown" d={band(shown) ?? ""} /> : null}
        {stated.length ? <path class="band said" d={band(stated) ?? ""} /> : null}
        {shown.length ? <path class="middle shown" d={middle(shown) ?? ""} /> : null}
        {stated.length ? <path class="middle said" d={middle(stated) ?? ""} /> : null}
      </svg>
      </div>
      <p class="note">
        From −1, hostile, to +1, close, month by month, each with its 80 % band: {shown.length ? <><span class="curve-key shown" aria-hidden="true" /> what is shown</> : null}{shown.length && stated.length ? ", " : ""}{stated.length ? <><span class="curve-key said" aria-hidden="true" /> what the two say</> : null}.
        {pair.turns.length ? " A column edged by dashes is the time within which it turned; press it for its lines." : ""} Where little is told the band is wide.
      </p>
    </>
  );
}

function inWords(shown: readonly Moment[], stated: readonly Moment[]): string {
  const end = (name: string, of: readonly Moment[]) => {
    const one = of[of.length - 1];
    return one ? `${name} ends at ${figure(one.value)} in ${one.month.slice(0, 7)}, 80 % between ${figure(one.low)} and ${figure(one.high)}` : "";
  };
  return ["Closeness over time", end("what is shown", shown), end("what the two say", stated)].filter(Boolean).join("; ");
}
