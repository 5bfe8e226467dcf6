// A slider over years that plays; the year stands in the address.
import { useEffect, useState } from "preact/hooks";
import { ask, asked } from "../router";

const BEAT = 1100; // milliseconds a year

export function YearSlider({ years }: { years: readonly number[] }) {
  const [playing, setPlaying] = useState(false);
  const first = years[0] ?? 0;
  const last = years[years.length - 1] ?? 0;
  const year = Number(asked("year")) || 0;
  const set = (to: number | undefined) => ask({ year: to ? String(to) : undefined }, true);
  useEffect(() => {
    if (!playing) return;
    if (year >= last) return setPlaying(false);
    const timer = setTimeout(() => set(year ? year + 1 : first), BEAT);
    return () => clearTimeout(timer);
  }, [playing, year, first, last]);
  if (years.length < 2) return <p class="note">{years.length ? `All that is dated is of ${first}.` : "No line here says when."}</p>;
  const play = () => {
    if (!playing && (!year || year >= last)) set(first);
    setPlaying(!playing);
  };
  const only = asked("span") === "only";
  return (
    <div class="year-slider">
      <button type="button" class="quiet" onClick={play}>{playing ? "❚❚ Stop" : "▶ Play"}</button>
      <label class="year-range">
        <span class="visually-hidden">Year</span>
        <input type="range" min={first} max={last} step={1} value={year || last} aria-valuetext={year ? String(year) : "all years"} onInput={(event) => set(Number(event.currentTarget.value))} />
      </label>
      <output class="year-now">{year ? (only ? `in ${year}` : `up to ${year}`) : `${first} to ${last}`}</output>
      <label class="check"><input type="checkbox" checked={only} onChange={(event) => ask({ span: event.currentTarget.checked ? "only" : undefined })} /> that year only</label>
      {year ? <button type="button" class="quiet" onClick={() => { setPlaying(false); set(undefined); }}>All years</button> : null}
    </div>
  );
}
