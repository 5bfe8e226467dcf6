import { useState } from "preact/hooks";
import { api, useAnswer, type Schemas } from "../../api/client";
import { ActorField } from "../../parts/actor-field";
import { Shown } from "../../parts/answer";
import { LineCard, TieLine } from "../../parts/line";
import { ask, asked, to } from "../../router";
import { count, interval, plain } from "../../words";
import { Begin } from "./begin";
import { Names } from "./names";

type Dossier = Schemas["ActorPage"];
const FIRST = 6;
const FEW = 100; // friendly and hostile lines that are all drawn at once

export function Screen() {
  const name = asked("name");
  const known = asked("known");
  const answer = useAnswer(() => (name ? api.GET("/api/actor", { params: { query: { name, known_on: known || undefined } } }) : null), [name, known]);
  return (
    <>
      <div class="ask-head">
        <ActorField label="Who is this actor?" value={answer.state !== "failed" && answer.value ? answer.value.name : name} onChoose={(chosen) => ask({ name: chosen })} />
        {name ? <label class="note known">As known on <input type="date" value={known} onChange={(event) => ask({ known: event.currentTarget.value })} /></label> : null}
      </div>
      {answer.state === "failed" ? <h1>Actor</h1> : null}
      {name ? <Shown answer={answer}>{(dossier) => <Page dossier={dossier} />}</Shown> : <Begin />}
    </>
  );
}

function Page({ dossier }: { dossier: Dossier }) {
  const name = (key: string) => dossier.names[key] ?? key;
  const total = (...parts: string[]) => parts.reduce((sum, part) => sum + (dossier.told[part] ?? 0), 0);
  return (
    <div class="actor-page">
      <h1>{dossier.name}</h1>
      <p>
        {plain(dossier.kind)}{dossier.parent ? <>, part of <strong>{dossier.parent}</strong></> : null}.{" "}
        {dossier.reviewed ? "Who this is was reviewed by a person." : <span class="mark hedge">not reviewed</span>}{" "}
        <a href={to("/incident", { actor: dossier.key })}>Its incidents</a>
        {" · "}<a href={to("/network", { focus: dossier.key })}>its network</a>
        {" · "}<a href={to("/timeline", { name: dossier.key })}>its timeline</a>
      </p>
      {dossier.known_as.length ? <p>Also: {dossier.known_as.join(", ")}</p> : null}
      {dossier.parts.length ? <p>Parts and leaders: {dossier.parts.map((key, index) => <span key={key}>{index ? ", " : ""}<a href={to("/actor", { name: key })}>{name(key)}</a></span>)}</p> : null}
      <div class="pair-grid">
        <div class="column">
          <Offices dossier={dossier} />
          <Ties title="Friends and helpers" ties={dossier.friends} of={total("friends")} dossier={dossier} none="No report tells of cooperation with another actor." />
          <Ties title="Behind it: sponsors and shelter" ties={[...dossier.sponsors, ...dossier.havens]} of={total("sponsors", "havens")} dossier={dossier} />
          <Ties title="Money" ties={dossier.money} of={total("money")} dossier={dossier} />
        </div>
        <div class="column">
          <Ties title="Enemies and rivals" ties={dossier.enemies} of={total("enemies")} dossier={dossier} none="No report tells of hostility towards another actor." />
          <Ties title="Splits, mergers, names" ties={dossier.changes} of={total("changes")} dossier={dossier} />
          <Attributes dossier={dossier} />
          <Names dossier={dossier} />
          <section class="panel"><h2>What is missing</h2><ul>{dossier.missing.map((words) => <li key={words}><Gap words={words} /></li>)}</ul></section>
        </div>
      </div>
      <section>
        <h2>In its own words</h2>
        {dossier.own_words.length ? null : <p class="note">It is not heard itself in any report.</p>}
        {dossier.own_words.map((said) => (
          <LineCard key={said.line.key} line={said.line}><span class="proposition">{said.words}{said.about.length ? <> <em>on</em> {said.about.map(name).join(", ")}</> : null}</span></LineCard>
        ))}
      </section>
    </div>
  );
}

function Offices({ dossier }: { dossier: Dossier }) {
  if (!dossier.offices.length) return null;
  const name = (key: string) => dossier.names[key] ?? key;
  return (
    <section class="panel">
      <h2>Leaders and offices</h2>
      <ul>
        {dossier.offices.map((office) => (
          <li key={`${office.holder} ${office.role} ${office.since.first}`}>
            <a href={to("/actor", { name: office.holder })}>{name(office.holder)}</a>, {office.role || "leads it"} <span class="note">{interval({ first: office.since.first, last: office.until.last, precision: office.since.precision, words: "" })}; {count(office.lines.length, "line")}</span>
          </li>
        ))}
        {dossier.handovers.map((one) => <li key={`${one.before} ${one.after}`} class="note">{plain(one.kind)} between {name(one.before)} and {name(one.after)}, {interval({ first: one.first, last: one.last, precision: "day", words: "" })}</li>)}
      </ul>
    </section>
  );
}

/** Ties by the other actor: both figures, and the lines behind them; `of` is how many there are, of which the latest are here. */
function Ties({ title, ties, of: total, dossier, none }: { title: string; ties: Schemas["Tie"][]; of: number; dossier: Dossier; none?: string }) {
  if (!ties.length && !none) return null;
  const own = new Set([dossier.key, ...dossier.parts]);
  const by = new Map<string, Schemas["Tie"][]>();
  for (const tie of ties) {
    const other = own.has(tie.subject) ? tie.object : tie.subject;
    by.set(other, [...(by.get(other) ?? []), tie]);
  }
  const groups = [...by].sort(([, one], [, other]) => other.length - one.length);
  return (
    <section class="panel">
      <h2>{title}</h2>
      {groups.length ? null : <p class="note">{none}</p>}
      {total > ties.length ? <p class="note">The latest {ties.length.toLocaleString("en")} of {count(total, "line")}; <a href={to("/search", { actor: dossier.key })}>search</a> finds the others.</p> : null}
      {groups.map(([other, of], index) => (
        <Group key={other} other={other} of={of} dossier={dossier} later={index >= FIRST} />
      ))}
    </section>
  );
}

/** The lines with one other actor: of an actor much told of they are drawn when they are looked at. */
function Group({ other, of, dossier, later }: { other: string; of: Schemas["Tie"][]; dossier: Dossier; later: boolean }) {
  const [open, setOpen] = useState(false);
  const name = dossier.names[other] ?? other;
  return (
    <details class={later ? "tie-group later" : "tie-group"} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <strong>{name}</strong> <span class="note">{[...new Set(of.map((tie) => plain(tie.dimension)))].join(", ")}; {count(of.length, "line")}</span>
      </summary>
      {open || dossier.friends.length + dossier.enemies.length < FEW ? (
        <>
          <p><a href={to("/", { left: dossier.key, right: other })}>Ask about the two</a></p>
          {of.map((tie) => <TieLine key={tie.line.key} tie={tie} names={dossier.names} />)}
        </>
      ) : null}
    </details>
  );
}

function Attributes({ dossier }: { dossier: Dossier }) {
  if (!dossier.attributes.length) return null;
  return (
    <section class="panel">
      <h2>What is said of it</h2>
      <ul>
        {(dossier.attributes as unknown as [string, string, Schemas["Line"]][]).map(([kind, words, line]) => (
          <li key={line.key}>{plain(kind)}: <a href={to("/report", { id: line.source.report, line: line.key })}>{words}</a> <span class="note">{line.source.publisher}</span></li>
        ))}
      </ul>
    </section>
  );
}

/** What is missing, without the commands that a page has no use for: where it is done stands beside it. */
function Gap({ words }: { words: string }) {
  const told = words.replace(/ \([^)]*`[^)]*\)/, "");
  return <>{told}{told === words ? null : <> <a href="/review?what=merges">Review who is who</a></>}</>;
}
