// Every view has an address that can be shared: the path is the screen, the query is the question.
import { signal } from "@preact/signals";

type Place = { path: string; query: URLSearchParams };

const read = (): Place => ({ path: location.pathname, query: new URLSearchParams(location.search) });

export const place = signal<Place>(read());

window.addEventListener("popstate", () => {
  place.value = read();
});

export function go(address: string, replace = false): void {
  history[replace ? "replaceState" : "pushState"](null, "", address);
  const before = place.value.path;
  place.value = read();
  if (before !== place.value.path) {
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>("main")?.focus();
  }
}

/** The address of a screen with a question; empty values are left out. */
export function to(path: string, query: Record<string, string | undefined> = {}): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) asked.set(name, value);
  const text = asked.toString();
  return text ? `${path}?${text}` : path;
}

/** Change parts of the question and keep the rest; undefined takes a part away. */
export function ask(changes: Record<string, string | undefined>, replace = false): void {
  const query = new URLSearchParams(place.value.query);
  for (const [name, value] of Object.entries(changes)) value ? query.set(name, value) : query.delete(name);
  const text = query.toString();
  go(text ? `${place.value.path}?${text}` : place.value.path, replace);
}

export const asked = (name: string): string => place.value.query.get(name) ?? "";

/** Links inside the desk change the view without loading the page again. */
export function followLinks(event: MouseEvent): void {
  const link = (event.target as Element | null)?.closest?.("a");
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  if (link.origin !== location.origin || link.target || link.hasAttribute("download") || link.pathname.startsWith("/api/")) return;
  if (link.hash && link.pathname === location.pathname) return;
  event.preventDefault();
  go(link.pathname + link.search + link.hash);
}
