// The unit of everything: a line with its sign, its marks, its words, who says so, when, and where it was published.
import { Fragment, type ComponentChildren } from "preact";
import type { Schemas } from "../api/client";
import { to } from "../router";
import { chain, interval, type Line } from "../words";
import { Decision, Marks, Sign, VoiceBadge } from "./badges";
import { rangesOf, useSought, type Range } from "./found";
import { hedged, verb } from "./vocabulary";

type Tie = Schemas["Tie"];

export function TieLine({ tie, names, children, foot }: { tie: Tie; names: Record<string, string>; children?: ComponentChildren; foot?: ComponentChildren }) {
  const name = (key: string) => names[key] ?? key;
  return (
    <LineCard line={tie.line} sign={tie.sign} foot={foot}>
      <span class="proposition">
        {name(tie.subject)} <em>{verb(tie.dimension, tie.sign, tie.role)}</em> {name(tie.object)}
        {tie.role ? <span class="role"> ({tie.role})</span> : null}
      </span>
      {children}
    </LineCard>
  );
}

type Card = { line: Line; sign?: number; children: ComponentChildren; foot?: ComponentChildren };

export function LineCard({ line, sign, children, foot }: Card) {
  const rejected = line.decision === "reject" || line.decision === "edit";
  return (
    <article class={`line ${line.voice}${hedged(line) ? " hedged" : ""}${rejected ? " rejected" : ""}`} id={`line-${line.key}`}>
      <p class="line-head">
        {sign !== undefined ? <Sign sign={sign} denied={line.negated} /> : null}
        <Marks line={line} />
        {children}
        <Decision verdict={line.decision ?? ""} />
      </p>
      <blockquote><Quoted line={line} /></blockquote>
      <p class="line-foot">
        <VoiceBadge voice={line.voice} />
        <span>says {chain(line.speakers)}</span>
        <span>{interval(line.valid)}</span>
        <a class="open" href={to("/report", { id: line.source.report, line: line.key })}>
          {line.source.publisher || "unknown publisher"}{line.source.origin ? `, from ${line.source.origin}` : ""}, {interval(line.source.published)}
        </a>
      </p>
      {foot}
    </article>
  );
}

/** The quote with its hedge words underlined, and what was searched for marked. */
export function Quoted({ line }: { line: Line }) {
  const hedges = hedgesIn(line);
  const found = rangesOf(line.quote, useSought());
  const ends = [...new Set([0, line.quote.length, ...[...hedges, ...found].flatMap(({ start, end }) => [start, end])])].sort((one, other) => one - other);
  const pieces = ends.slice(1).map((end, index) => {
    const start = ends[index] as number;
    const words = line.quote.slice(start, end);
    const marked = within(start, found) ? <mark>{words}</mark> : words;
    return <Fragment key={start}>{within(start, hedges) ? <u class="hedge-words">{marked}</u> : marked}</Fragment>;
  });
  return <>“<bdi>{pieces}</bdi>”</>;
}

const within = (at: number, ranges: readonly Range[]): boolean => ranges.some(({ start, end }) => start <= at && at < end);

function hedgesIn(line: Line): Range[] {
  const found: Range[] = [];
  let behind = 0;
  for (const hedge of line.hedges ?? []) {
    const start = line.quote.indexOf(hedge, behind);
    if (start < 0) continue;
    behind = start + hedge.length;
    found.push({ start, end: behind });
  }
  return found;
}
