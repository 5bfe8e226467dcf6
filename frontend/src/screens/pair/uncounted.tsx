import { LineCard, TieLine } from "../../parts/line";
import { interval, VOICES } from "../../words";
import type { Pair } from "./types";

type Said = NonNullable<Pair["own_words"]>[number];

/** What stands beside the answer and counts for nothing in it: each kind under a heading that says so. */
export function Uncounted({ pair }: { pair: Pair }) {
  const above = VOICES.flatMap((voice) => (pair.above ?? []).filter((tie) => tie.line.voice === voice));
  return (
    <>
      <SaidLines title="Their own words on each other that tell no tie" said={pair.own_words ?? []} pair={pair} />
      <SaidLines title="Foretold, judged or said of both at once" said={pair.beside ?? []} pair={pair} />
      {pair.incidents?.length ? (
        <section class="voice-lines">
          <h4>Incidents in which both have a part <span class="note">({pair.incidents.length}, not counted)</span></h4>
          {pair.incidents.map((entry) => {
            const [first] = entry.lines;
            return first ? <LineCard key={first.key} line={first}><span class="proposition">{interval(entry.when)}: {entry.words}</span></LineCard> : null;
          })}
        </section>
      ) : null}
      {above.length ? (
        <section class="voice-lines">
          <h4>On a body above one of the two <span class="note">({above.length}, not counted)</span></h4>
          {above.map((tie) => <TieLine key={tie.line.key} tie={tie} names={pair.names} />)}
        </section>
      ) : null}
    </>
  );
}

function SaidLines({ title, said, pair }: { title: string; said: readonly Said[]; pair: Pair }) {
  const name = (key: string) => pair.names[key] ?? key;
  return said.length ? (
    <section class="voice-lines">
      <h4>{title} <span class="note">({said.length}, not counted)</span></h4>
      {said.map((one) => (
        <LineCard key={one.line.key} line={one.line}>
          <span class="proposition">{name(one.speaker)} on {one.about.map(name).join(", ")}: <em>{one.words}</em></span>
        </LineCard>
      ))}
    </section>
  ) : null;
}
