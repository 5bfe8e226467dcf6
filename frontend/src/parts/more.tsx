import { ask } from "../router";

/** Pages of a long list; the page is in the address. `open`: there are more than the total that is known. */
export function More({ from, page, total, open = false }: { from: number; page: number; total: number; open?: boolean }) {
  if (total <= page) return null;
  return (
    <p class="more">
      <button class="quiet" type="button" disabled={from === 0} onClick={() => ask({ from: from > page ? String(from - page) : undefined })}>Before</button>{" "}
      {from + 1} to {Math.min(from + page, total)}{open ? "" : ` of ${total.toLocaleString("en")}`}{" "}
      <button class="quiet" type="button" disabled={from + page >= total} onClick={() => ask({ from: String(from + page) })}>Next</button>
    </p>
  );
}
