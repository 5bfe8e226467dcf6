import { signal } from "@preact/signals";
import { session } from "../api/client";
import { place } from "../router";
import { SCREENS } from "./screens";
import { Theme } from "./theme";
import { TourStart } from "./tour";

const open = signal(false);
const GROUPS = ["Ask", "Check", "Case"] as const;

export function Nav() {
  return (
    <header class="nav">
      <div class="nav-head">
        <a class="brand" href="/"><img src="/icon.svg" alt="" width="26" height="26" />Avowed</a>
        <span class="case-name" title="The case that is open">{session.value?.case}</span>
        <button class="quiet nav-toggle" type="button" aria-expanded={open.value} aria-controls="screens" onClick={() => (open.value = !open.value)}>
          Menu
        </button>
      </div>
      <nav id="screens" aria-label="Screens" class={open.value ? "open" : ""} onClick={() => (open.value = false)}>
        {GROUPS.map((group) => {
          const screens = SCREENS.filter((screen) => screen.group === group && !screen.hidden);
          return screens.length ? (
            <div class="nav-group" key={group}>
              <h2>{group}</h2>
              <ul>
                {screens.map((screen) => (
                  <li key={screen.path}>
                    <a href={screen.path} title={screen.hint} aria-current={place.value.path === screen.path ? "page" : undefined}>{screen.name}</a>
                  </li>
                ))}
              </ul>
            </div>
          ) : null;
        })}
        <TourStart />
        <Theme />
      </nav>
    </header>
  );
}
