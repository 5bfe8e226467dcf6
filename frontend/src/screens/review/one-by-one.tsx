// What waits for a person, one at a time: what was skipped comes no more until it is asked for.
import { Fragment, type ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useAnswer, type Reply } from "../../api/client";
import { undoLast } from "../../api/decide";
import { Empty, Shown } from "../../parts/answer";
import { useKeys } from "../../parts/keys";

const MOST = 1000; // that the API gives at once

type Waiting<Row> = {
  /** The first so many that wait, the most useful first. */
  ask: (limit: number) => Promise<Reply<Row[]>>;
  /** What else the question hangs on. */
  on?: unknown[];
  nameOf: (row: Row) => string;
  /** What stands where nothing waits, and why. */
  title: string;
  none: ComponentChildren;
  children: (row: Row, waiting: boolean, onSkip: () => void) => ComponentChildren;
};

export function OneByOne<Row>({ ask, on = [], nameOf, title, none, children }: Waiting<Row>) {
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const answer = useAnswer(() => ask(Math.min(MOST, 10 + skipped.length)), [...on, skipped.length]);
  return (
    <Shown answer={answer}>
      {(rows) => {
        const now = rows.find((row) => !skipped.includes(nameOf(row)));
        if (!now) return <NoneLeft skipped={!!rows.length} onBack={() => setSkipped([])} title={title}>{none}</NoneLeft>;
        const name = nameOf(now);
        return <Fragment key={name}>{children(now, answer.state === "loading", () => setSkipped([...skipped, name]))}</Fragment>;
      }}
    </Shown>
  );
}

/** What stands where nothing is left: either all was skipped, or there is none; the last decision can still be taken back. */
function NoneLeft({ skipped, onBack, title, children }: { skipped: boolean; onBack: () => void; title: string; children: ComponentChildren }) {
  useKeys({ u: () => void undoLast() });
  return (
    <Empty title={skipped ? "You skipped all that is left" : title}>
      <p>{skipped ? <button type="button" onClick={onBack}>See what was skipped</button> : children}</p>
    </Empty>
  );
}
