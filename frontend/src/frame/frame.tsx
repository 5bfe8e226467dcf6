import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { session } from "../api/client";
import { Loading } from "../parts/answer";
import { place } from "../router";
import { Nav } from "./nav";
import { Notice } from "./notice";
import { Tour } from "./tour";
import { SCREENS } from "./screens";

export function Frame() {
  return (
    <div class="frame">
      <a class="skip" href="#main">Skip to the content</a>
      <Nav />
      <main id="main" tabIndex={-1}>
        <Current />
      </main>
      <Tour />
      <Notice />
      <footer>
        <strong>Leads to be checked, not findings of fact.</strong>{" "}
        {session.value?.leads.replace(/^These lines are leads to be checked, not findings of fact: /, "R").replace(/^Rr/, "R")}
      </footer>
    </div>
  );
}

function Current() {
  const screen = SCREENS.find((one) => one.path === place.value.path);
  const [shown, setShown] = useState<{ path: string; Screen: FunctionComponent } | null>(null);
  useEffect(() => {
    document.title = screen ? `${screen.name} · Avowed` : "Avowed";
    let current = true;
    screen?.load().then(({ Screen }) => current && setShown({ path: screen.path, Screen }));
    return () => {
      current = false;
    };
  }, [screen?.path]);
  if (!screen) return <Nowhere />;
  if (!shown || shown.path !== screen.path) return <Loading />;
  return <shown.Screen />;
}

function Nowhere() {
  return (
    <section class="empty">
      <h1>There is no such page</h1>
      <p>The address leads nowhere. <a href="/">Ask about two actors</a> to begin.</p>
    </section>
  );
}
