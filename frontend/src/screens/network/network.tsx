import type { Core } from "cytoscape";
import { useMemo, useState } from "preact/hooks";
import { api, session, useAnswer } from "../../api/client";
import { Empty, Shown } from "../../parts/answer";
import { fileName, savePng, saveSvg } from "../../parts/save";
import { YearSlider } from "../../parts/year-slider";
import { ask, asked } from "../../router";
import { count } from "../../words";
import { Around, Layers, Look } from "./controls";
import { places } from "./layout";
import { Legend } from "./legend";
import { Picture } from "./picture";
import { Side } from "./side";
import { svgOf } from "./svg";
import { askedNow, drawn, layers, yearsOf, type Network } from "./ties";
import { inWords, period, question, seen } from "./words";

export function Screen() {
  const query = { focus: asked("focus"), other: asked("focus") ? asked("other") : "", steps: Number(asked("steps")) || 1, most: Number(asked("most")) || 200, known_on: asked("known") || undefined };
  const answer = useAnswer(() => api.GET("/api/network", { params: { query } }), [query]);
  return (
    <div class="network">
      <h1>Network</h1>
      <Around />
      <Shown answer={answer}>{(network) => (network.bonds.length ? <Drawing network={network} /> : <Nothing />)}</Shown>
    </div>
  );
}

function Nothing() {
  return asked("focus") ? (
    <Empty title="No line ties this actor to anybody"><p>That is a gap in the reports, not a finding. <button type="button" class="link" onClick={() => ask({ focus: undefined, other: undefined })}>See the whole case</button>, or <a href="/add">add reports</a> that speak of it.</p></Empty>
  ) : (
    <Empty title="No two actors are tied yet">
      <p>Every line that ties two actors becomes a tie in this picture: + for cooperation, − for hostility, by respect, by year, and by who says so.</p>
      <p><a class="button" href="/add">Add reports</a></p>
    </Empty>
  );
}

function Drawing({ network }: { network: Network }) {
  const [cy, setCy] = useState<Core | null>(null);
  const now = askedNow();
  const at = useMemo(() => places(network.bonds), [network]);
  const ties = useMemo(() => drawn(network.bonds, now), [network, asked("voice"), asked("without"), asked("sure"), asked("year"), asked("span")]);
  const years = useMemo(() => yearsOf(network.bonds), [network]);
  const respects = useMemo(() => layers(network.bonds), [network]);
  const told = { question: question(network), period: period(now, years), seen: seen(now), case: session.value?.case ?? "", leads: "Leads to be checked, not findings of fact." };
  const svg = () => (cy ? svgOf(cy, network, ties, told) : "");
  const name = fileName(`network ${told.question}`);
  return (
    <>
      <div class="network-looks"><Look /><YearSlider years={years} /><Layers layers={respects} hidden={now.hidden} /></div>
      <div class="network-columns">
        <section class="network-main" aria-label="Picture">
          <p class="network-question"><strong>{told.question}</strong> <span class="note">{told.period}; {told.seen}</span></p>
          <Picture
            network={network}
            places={at}
            ties={ties}
            actor={asked("actor")}
            pair={asked("pair")}
            onActor={(key) => ask({ actor: key || undefined, pair: undefined })}
            onPair={(pair) => ask({ pair: pair || undefined, actor: undefined })}
            onReady={setCy}
            words={inWords(network, ties)}
          />
          <Legend />
          <p class="network-deeds">
            <button type="button" class="quiet" aria-label="Nearer" onClick={() => nearer(cy, 1.4)}>+</button>{" "}
            <button type="button" class="quiet" aria-label="Farther" onClick={() => nearer(cy, 1 / 1.4)}>−</button>{" "}
            <button type="button" class="quiet" onClick={() => cy?.fit(undefined, 30)}>All of it</button>{" "}
            <button type="button" class="quiet" onClick={() => saveSvg(svg(), name)}>Save as SVG</button>{" "}
            <button type="button" class="quiet" onClick={() => void savePng(svg(), name)}>Save as PNG</button>{" "}
            <span class="note">{leftOut(network)}</span>
          </p>
        </section>
        <aside class="network-side" aria-label="Chosen"><Side network={network} ties={ties} now={now} /></aside>
      </div>
    </>
  );
}

function nearer(cy: Core | null, by: number): void {
  cy?.zoom({ level: cy.zoom() * by, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
}

function leftOut(network: Network): string {
  const actors = network.left_out ? `${count(network.left_out, "actor")} of the case ${network.left_out === 1 ? "is" : "are"} not in the picture. ` : "";
  return `${actors}${network.thinned ? "Pairs of fewest lines are left out; look around one actor to see them." : ""}`;
}
