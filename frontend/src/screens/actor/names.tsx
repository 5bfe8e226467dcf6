import { useState } from "preact/hooks";
import { api, useAnswer, type Schemas } from "../../api/client";
import { decide, deciding } from "../../api/decide";
import { Shown } from "../../parts/answer";
import { ask, to } from "../../router";
import { count, interval } from "../../words";

type Dossier = Schemas["ActorPage"];
type Bearing = Schemas["Bearing"];

const LISTED = 200;

/** How each report names an actor: one that means somebody else is parted from it here. */
export function Names({ dossier }: { dossier: Dossier }) {
  const [open, setOpen] = useState(false);
  return (
    <section class="panel names">
      <h2>How reports name it</h2>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>Names, report by report</summary>
        {open ? <Borne dossier={dossier} /> : null}
      </details>
    </section>
  );
}

function Borne({ dossier }: { dossier: Dossier }) {
  const answer = useAnswer(() => api.GET("/api/actor/names", { params: { query: { name: dossier.key, limit: LISTED } } }), [dossier.key]);
  return (
    <Shown answer={answer}>
      {({ rows, total, typical }) => {
        const by = new Map<string, Bearing[]>();
        for (const row of rows) by.set(row.name, [...(by.get(row.name) ?? []), row]);
        return (
          <>
            <p class="note">Where a report means somebody else, part its name from the others; those that are more like it go with it. It can be taken back.</p>
            {[...by].map(([name, held]) => (
              <details key={name} class="tie-group" open={by.size <= 6 && held.length <= 6}>
                <summary><strong><bdi>{name}</bdi></strong> <span class="note">{count(held.length, "report")}</span></summary>
                <ul>{held.map((row) => <Row key={row.key} row={row} dossier={dossier} other={typical.find((key) => key !== row.key)} />)}</ul>
              </details>
            ))}
            {total > rows.length ? <p class="note">and {(total - rows.length).toLocaleString("en")} more reports.</p> : null}
          </>
        );
      }}
    </Shown>
  );
}

function Row({ row, dossier, other }: { row: Bearing; dossier: Dossier; other: string | undefined }) {
  const paper = row.source.publisher || "its report";
  const part = () => {
    ask({ name: dossier.key }, true); // the name alone may be of two actors in a moment
    void decide("not-same", row.key, other, `“${row.name}” in ${paper} is another actor than ${dossier.name}`);
  };
  return (
    <li>
      <a href={to("/report", { id: row.source.report })}>{paper}, {interval(row.source.published)}</a>{" "}
      {other ? <button class="quiet" type="button" disabled={deciding.value} aria-label={`${row.name} in ${paper} is another actor`} onClick={part}>≠ Another actor</button> : null}
    </li>
  );
}
