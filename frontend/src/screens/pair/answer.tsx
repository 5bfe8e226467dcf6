import { Empty } from "../../parts/answer";
import { TieLine } from "../../parts/line";
import { hedged } from "../../parts/vocabulary";
import { ask, asked, to } from "../../router";
import { interval, VOICES, VOICE_WORDS } from "../../words";
import { Between } from "./between";
import { Curve } from "./curve";
import { Dimensions } from "./dimensions";
import { passes } from "./filters";
import { Hangs } from "./hangs";
import type { Pair } from "./types";
import { Summary } from "./summary";
import { Uncounted } from "./uncounted";
import { Voices } from "./voices";
import { Years } from "./years";

type Tie = Pair["ties"][number];

/** Copies of one story stand together under the first of them, as they count once. */
function stories(ties: readonly Tie[]): [Tie, ...Tie[]][] {
  const found = new Map<string, [Tie, ...Tie[]]>();
  for (const tie of ties) {
    const key = [tie.line.source.family, tie.subject, tie.object, tie.dimension, tie.sign, tie.line.negated, tie.line.decision].join(" ");
    const held = found.get(key);
    if (held) held.push(tie);
    else found.set(key, [tie]);
  }
  return [...found.values()];
}

function Copies({ ties }: { ties: readonly Tie[] }) {
  return (
    <p class="note copies">
      The same story, counted once:{" "}
      {ties.map(({ line }, index) => (
        <span key={line.key}>{index ? "; " : ""}<a href={to("/report", { id: line.source.report, line: line.key })}>{line.source.publisher || "unknown publisher"}, {interval(line.source.published)}</a></span>
      ))}
    </p>
  );
}

export function Answer({ pair, summary }: { pair: Pair; summary: readonly string[] }) {
  const name = (key: string) => pair.names[key] ?? key;
  const only = asked("lines").split(",").filter(Boolean);
  const kept = pair.ties.filter((tie) => passes(tie.line, hedged(tie.line)) && (!only.length || only.includes(tie.line.key)));
  if (!pair.ties.length && !pair.paths.length && !pair.above?.length && !pair.incidents?.length) {
    return (
      <Empty title={`No line ties ${name(pair.left)} to ${name(pair.right)}`}>
        <p>No report in this case speaks of the two together. That is a gap in the reports, not a finding about the two.</p>
        <p>Try another name of theirs, or <a href="/add">add reports</a> that speak of both.</p>
      </Empty>
    );
  }
  return (
    <div class="pair-answer">
      <h2 class="pair-names">{name(pair.left)} <span class="and">and</span> {name(pair.right)}</h2>
      <Voices pair={pair} />
      <Summary pair={pair} summary={summary} />
      <div class="pair-grid">
        <div class="column">
        <section class="panel">
          <h3>In which respects</h3>
          <Dimensions pair={pair} />
        </section>
        <section class="panel">
          <h3>What it hangs on</h3>
          <Hangs pair={pair} />
        </section>
        </div>
        <div class="column">
        <section class="panel">
          <h3>Over time</h3>
          <Curve pair={pair} />
          <Years pair={pair} />
        </section>
        <section class="panel">
          <h3>Who stands between</h3>
          <Between pair={pair} />
        </section>
        </div>
      </div>
      <section class="lines" id="lines" aria-label="Lines">
        <div class="lines-head">
          <h3>The lines</h3>
          {only.length ? <button class="quiet" type="button" onClick={() => ask({ lines: undefined })}>Show all {pair.ties.length} lines</button> : null}
          <span class="note">{kept.length} of {pair.ties.length} shown</span>
        </div>
        {VOICES.map((voice) => {
          const ties = kept.filter((tie) => tie.line.voice === voice);
          return ties.length ? (
            <section key={voice} class="voice-lines">
              <h4><span aria-hidden="true">{VOICE_WORDS[voice].glyph}</span> {VOICE_WORDS[voice].question} <span class="note">({ties.length})</span></h4>
              {stories(ties).map(([tie, ...copies]) => (
                <TieLine key={tie.line.key} tie={tie} names={pair.names} foot={copies.length ? <Copies ties={copies} /> : null} />
              ))}
            </section>
          ) : null;
        })}
        {kept.length ? null : <p class="note">No line passes what you narrowed it down to.</p>}
        {only.length ? null : <Uncounted pair={pair} />}
      </section>
    </div>
  );
}
