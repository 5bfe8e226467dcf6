import { GLYPHS, SIGN_WORDS, SIGNS } from "./ties";

/** What the signs of the picture mean; the same legend is drawn into every picture that is taken away. */
export function Legend() {
  return (
    <ul class="network-legend" aria-label="Legend">
      {SIGNS.map((sign) => (
        <li key={sign}><span class={`stroke ${sign}`} aria-hidden="true" /> {GLYPHS[sign]} {SIGN_WORDS[sign]}</li>
      ))}
      <li><span class="stroke hedged" aria-hidden="true" /> only hedged lines</li>
      <li><span class="stroke inferred" aria-hidden="true" /> inferred, told by no line</li>
      <li><span aria-hidden="true">●</span> group</li>
      <li><span aria-hidden="true">■</span> state body</li>
      <li><span aria-hidden="true">◆</span> person</li>
      <li><span aria-hidden="true">▲</span> other</li>
      <li class="note">figures count lines; width grows with them</li>
    </ul>
  );
}
