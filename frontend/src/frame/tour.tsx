// A walk through the desk on whatever case is open; written with the example case in mind.
import { signal } from "@preact/signals";
import { api } from "../api/client";
import { go, to } from "../router";

type Stop = { title: string; words: string; address: () => string };
let pair = ["", ""];
const at = signal(-1);

const STOPS: readonly Stop[] = [
  { title: "Ask about two actors", words: "The front door. What the two say of each other, what reporting shows, and what others judge stand side by side and are never netted into one figure. Where the evidence is thin there is no number.", address: () => to("/", { left: pair[0], right: pair[1] }) },
  { title: "Everything opens its lines", words: "Press any figure, cell or year: below stand the lines behind it, each with its words, who says so, how surely, since when and who published it. A hedged or denied line is dashed and carries its mark.", address: () => to("/", { left: pair[0], right: pair[1] }) },
  { title: "Read the report", words: "Each line leads into its report, with mentions and lines in place. Select words to add a line that was missed, or to mend where one begins and ends.", address: () => "/report" },
  { title: "Check what was read", words: "The most useful lines first: doubtful ones on which much depends. One key each: a accepts, r rejects, e corrects, s skips, u takes the last decision back. What was read is never changed; your decision stands beside it.", address: () => "/review" },
  { title: "Who is who", words: "Two names that may be one actor are put before you with the reasons for and against. Nothing is merged on a doubt, and a wrong merge is undone by one key.", address: () => "/review?what=merges" },
  { title: "What happened", words: "Incidents merged over reports: tolls as ranges, who claims it, who is suspected by whom, who denies, and the hypotheses set against the evidence.", address: () => "/incident" },
  { title: "Who is tied to whom", words: "Everybody in one picture: + and − are two lines, never one; what the two say and what is shown are looks at the same picture; the years play; every tie opens its lines.", address: () => to("/network", { focus: pair[0] }) },
  { title: "When, and where", words: "Bars as long as a date is uncertain, places as wide as they are. Choose a year and the map follows, choose a place and the timeline follows; what has neither is still listed.", address: () => "/timeline" },
  { title: "How far a source is trusted", words: "Copies of one story count once. Give each publisher a grade from A to F; every answer is weighed anew at once.", address: () => "/sources" },
  { title: "Add your own reports", words: "Drop saved web pages, PDFs, text and more. They stay on this machine. That was the tour.", address: () => "/add" },
];

export function TourStart() {
  const begin = async () => {
    const reply = await api.GET("/api/pairs", { params: { query: { limit: 1 } } });
    const first = reply.data?.[0];
    pair = first ? [first.left_name, first.right_name] : ["", ""];
    show(0);
  };
  return <button class="quiet tour-start" type="button" onClick={() => void begin()}>Take the tour</button>;
}

export function Tour() {
  const stop = STOPS[at.value];
  if (!stop) return null;
  return (
    <div class="tour" role="dialog" aria-label="Tour" onKeyDown={(event) => event.key === "Escape" && (at.value = -1)}>
      <h2>{stop.title}</h2>
      <p>{stop.words}</p>
      <p class="tour-buttons">
        <button type="button" onClick={() => show(at.value + 1)}>{at.value + 1 < STOPS.length ? "Next" : "Done"}</button>
        {at.value > 0 ? <button class="quiet" type="button" onClick={() => show(at.value - 1)}>Back</button> : null}
        {at.value + 1 < STOPS.length ? <button class="quiet" type="button" onClick={() => (at.value = -1)}>End the tour</button> : null}
        <span class="note">{at.value + 1} of {STOPS.length}</span>
      </p>
    </div>
  );
}

function show(number: number): void {
  at.value = number < STOPS.length ? number : -1;
  const stop = STOPS[number];
  if (stop) go(stop.address());
}
