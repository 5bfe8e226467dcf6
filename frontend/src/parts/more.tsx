import { ask } from "../router";

/** Pages of a long list; the page is in the address. */
export function More({ from, page, total }: { from: number; page: number; total: number }) {
  if (total <= page) return null;
  return (
    <p class="more">
      <button class="quiet" type="button" disabled={from === 0} onClick={() => ask({ from: from > page ? String(from - page) : undefined })}>Before</button>{" "}
      {from + 1} to {Math.min(from + page, total)} of {total.toLocaleString("en")}{" "}
      <button class="quiet" type="button" disabled={from + page >= total} onClick={() => ask({ from: String(from + page) })}>Next</button>
    </p>
  );
}
