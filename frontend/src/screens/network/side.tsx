import { api, useAnswer } from "../../api/client";
import { Shown } from "../../parts/answer";
import { Sign as SignMark } from "../../parts/badges";
import { PassageCard, type Passage } from "../../parts/passage";
import { ask, asked, to } from "../../router";
import { count, plain } from "../../words";
import { GLYPHS, inTime, SIGN_WORDS, type Asked, type Drawn, type Network } from "./ties";
import { askable, nameIn } from "./words";

const LISTED = 60;
const LINES = 200;

type Side = { network: Network; ties: ReadonlyMap<string, Drawn>; now: Asked };

/** What was chosen: the lines of a pair, the ties of an actor, or else the list of all actors. */
export function Side({ network, ties, now }: Side) {
  const pair = asked("pair");
  const actor = asked("actor");
  if (pair.includes("~")) return <PairLines network={network} pair={pair} now={now} />;
  if (actor) return <Ties network={network} ties={ties} actor={actor} />;
  return <Actors network={network} ties={ties} />;
}

function Actors({ network, ties }: Omit<Side, "now">) {
  const name = nameIn(network);
  const degree = new Map<string, number>();
  for (const tie of ties.values()) for (const key of [tie.left, tie.right]) degree.set(key, (degree.get(key) ?? 0) + tie.lines);
  const rows = network.actors.filter((row) => degree.has(row.key)).sort((one, other) => (degree.get(other.key) ?? 0) - (degree.get(one.key) ?? 0));
  return (
    <>
      <h2>{count(rows.length, "actor")} in the picture</h2>
      <p class="note">Choose one here or in the picture; choose a tie to read its lines.</p>
      {network.paths?.length ? <Ways network={network} /> : null}
      <ul class="pick-list">
        {rows.slice(0, LISTED).map((row) => (
          <li key={row.key}><button type="button" class="link" onClick={() => ask({ actor: row.key, pair: undefined })}>{name(row.key)}</button> <span class="note">{plain(row.kind)}, {count(degree.get(row.key) ?? 0, "line")}</span></li>
        ))}
      </ul>
      {rows.length > LISTED ? <p class="note">and {rows.length - LISTED} more; type a name above to look around it.</p> : null}
    </>
  );
}

function Ways({ network }: { network: Network }) {
  const name = nameIn(network);
  return (
    <section class="ways">
      <h3>Ways, inferred and told by no line</h3>
      <ol>
        {(network.paths ?? []).map((path, index) => (
          <li key={index}>
            {name(path.steps[0]?.start ?? "")}
            {path.steps.map((step) => (
              <span key={`${step.start} ${step.end}`}> <button type="button" class="link" onClick={() => ask({ pair: `${step.start}~${step.end}`, actor: undefined })} aria-label={`The lines between ${name(step.start)} and ${name(step.end)}`}>—{step.sympathy ? "+" : ""}{step.hostility ? "−" : ""}—</button> {name(step.end)}</span>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Ties({ network, ties, actor }: Omit<Side, "now"> & { actor: string }) {
  const name = nameIn(network);
  const own = [...ties.values()].filter((tie) => tie.left === actor || tie.right === actor).sort((one, other) => other.lines - one.lines);
  const steps = Number(asked("steps")) || 1;
  return (
    <>
      <Back />
      <h2>{name(actor)}</h2>
      <p class="network-deeds">
        {network.focus === actor ? (
          <button type="button" disabled={steps > 3} onClick={() => ask({ steps: String(steps + 1) })}>Step outwards</button>
        ) : (
          <button type="button" onClick={() => ask({ focus: actor, other: undefined, steps: undefined })}>Look around it</button>
        )}{" "}
        {network.focus && network.focus !== actor ? <button type="button" class="quiet" onClick={() => ask({ other: actor })}>The way to it</button> : null}{" "}
        <a class="button quiet" href={to("/actor", { name: actor })}>Who is it?</a>
      </p>
      <h3>{count(own.length, "tie")} as looked at</h3>
      <ul class="pick-list">
        {own.map((tie) => {
          const other = tie.left === actor ? tie.right : tie.left;
          return (
            <li key={tie.id}>
              <SignMark sign={tie.sign === "plus" ? 1 : tie.sign === "minus" ? -1 : 0} denied={tie.sign === "denied"} />{" "}
              <button type="button" class="link" onClick={() => ask({ pair: tie.pair })} aria-label={`${name(other)}: ${GLYPHS[tie.sign]} ${SIGN_WORDS[tie.sign]}, ${count(tie.lines, "line")}`}>{name(other)}</button>{" "}
              <span class="note">{count(tie.lines, "line")}{tie.hedged ? ", only hedged" : ""}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function PairLines({ network, pair, now }: { network: Network; pair: string; now: Asked }) {
  const [left = "", right = ""] = pair.split("~");
  const name = nameIn(network);
  const answer = useAnswer(() => api.GET("/api/lines/like", { params: { query: { actor: left, other: right, limit: LINES } } }), [left, right]);
  return (
    <>
      <Back />
      <h2>{name(left)} <span class="and">and</span> {name(right)}</h2>
      <p><a href={to("/", { left: askable(network, left), right: askable(network, right) })}>How close are the two?</a></p>
      <Shown answer={answer}>
        {(passages) => {
          const kept = passages.filter((passage) => passes(passage, now));
          return (
            <>
              <p class="note">{kept.length === passages.length ? count(kept.length, "line") : `${kept.length} of ${count(passages.length, "line")}, as looked at`}{passages.length === LINES ? "; the latest are listed" : ""}</p>
              {kept.map((passage) => <PassageCard key={passage.line.key} passage={passage} />)}
            </>
          );
        }}
      </Shown>
    </>
  );
}

function passes({ line, dimension }: Passage, now: Asked): boolean {
  const hedged = line.factuality !== "certain" || line.mode !== "actual";
  const year = (line.valid.first ?? line.valid.last ?? "").slice(0, 4);
  return (!now.voice || line.voice === now.voice) && !now.hidden.has(dimension ?? "") && !(now.sure && (hedged || line.negated)) && inTime(year, now);
}

function Back() {
  return <p><button type="button" class="link" onClick={() => ask(asked("pair") ? { pair: undefined } : { actor: undefined })}>‹ Back</button></p>;
}
