import { Fragment } from "preact";
import { to } from "../../router";
import type { Pair } from "./types";

/** Ways from one to the other through others: each step opens its own pair. */
export function Between({ pair }: { pair: Pair }) {
  const name = (key: string) => pair.names[key] ?? key;
  if (!pair.paths.length) return <p class="note">No one is tied to both.</p>;
  return (
    <ul class="paths">
      {pair.paths.slice(0, 8).map((path) => (
        <li key={path.steps.map((step) => step.end).join(" ")}>
          {name(path.steps[0]?.start ?? "")}
          {path.steps.map((step) => (
            <Fragment key={`${step.start} ${step.end}`}>
              {" "}
              <a class="step" href={to("/", { left: name(step.start), right: name(step.end) })} title={`${name(step.start)} and ${name(step.end)}`}>
                <span class="plus-words">+{step.sympathy}</span> <span class="minus-words">−{step.hostility}</span>
              </a>{" "}
              {name(step.end)}
            </Fragment>
          ))}
        </li>
      ))}
    </ul>
  );
}
