import { axisTop } from "d3-axis";
import { scaleUtc } from "d3-scale";
import { select } from "d3-selection";
import { Axis } from "../../parts/axis";
import { useWidth } from "../../parts/width";
import { ask, asked } from "../../router";
import { interval, short } from "../../words";
import type { Happening, Timeline } from "./types";
import { glyph, glyphWords, inWords, look } from "./words";

const DAY = 86_400_000;
const time = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** A row for each happening, its bar as long as its date is uncertain; what is not known to the day fades at its ends. */
export function Bars({ timeline }: { timeline: Timeline }) {
  if (!timeline.dated.length) return <p class="note">Nothing here has a date.</p>;
  const ends = timeline.dated.flatMap(({ when }) => [when.first, when.last]).filter((day): day is string => !!day).map(time);
  const [from, to] = [asked("since") ? Math.max(time(asked("since")), 0) : Math.min(...ends), asked("until") ? time(asked("until")) : Math.max(...ends)];
  const first = Math.min(from, to);
  const last = Math.max(to, first) + DAY;
  const scale = scaleUtc([first, last], [0, 100]);
  return (
    <div class="bars" role="group" aria-label="Happenings in the order of their days">
      <TimeAxis first={first} last={last} />
      <ol class="bar-list">
        {timeline.dated.map((one) => <Row key={`${one.kind} ${one.key}`} one={one} names={timeline.names} place={(day) => Math.min(100, Math.max(0, scale(day)))} />)}
      </ol>
    </div>
  );
}

function TimeAxis({ first, last }: { first: number; last: number }) {
  const { box, width } = useWidth<HTMLDivElement>(0);
  return (
    <div class="bars-axis" aria-hidden="true">
      <div class="bars-scale" ref={box}>
        {width ? <svg width={width} height={24}><Axis make={(node) => select(node).call(axisTop(scaleUtc([first, last], [0, width])).ticks(Math.max(2, width / 90)).tickSizeOuter(0))} move="translate(0,22)" on={[first, last, width]} /></svg> : null}
      </div>
    </div>
  );
}

function Row({ one, names, place }: { one: Happening; names: Record<string, string>; place: (day: number) => number }) {
  const { when } = one;
  const start = when.first ? place(time(when.first)) : 0;
  const end = when.last ? place(time(when.last) + DAY) : 100;
  const exact = when.precision === "day";
  const faded = `${when.first && (exact || !when.last) ? "" : " fade-start"}${when.last && exact ? "" : " fade-end"}`;
  const words = inWords(one, names);
  const chosen = asked("chosen") === one.key;
  return (
    <li>
      <button type="button" class={chosen ? "bar-row chosen" : "bar-row"} aria-expanded={chosen} onClick={() => ask({ chosen: chosen ? undefined : one.key }, true)}>
        <span class="bar-when">{interval(when)}</span>
        <span class="bar-words"><span class={`bar-glyph ${look(one)}`} role="img" aria-label={glyphWords(one)}>{glyph(one)}</span> {short(words, 110)}</span>
        <span class="bar-lane" aria-hidden="true"><span class={`bar ${look(one)}${faded}`} style={{ left: `${start}%`, width: `max(7px, ${end - start}%)` }} /></span>
      </button>
    </li>
  );
}
