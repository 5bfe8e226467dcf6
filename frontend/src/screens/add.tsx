import { signal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { api, problemOf, session, type Problem, type Schemas } from "../api/client";
import { refresh } from "../api/decide";
import { Failed } from "../parts/answer";
import { count } from "../words";

type Progress = Schemas["Progress"];
const progress = signal<Progress | null>(null);
const busy = (state: string | undefined) => state === "reading" || state === "stopping";

/** Drop files, see how far it is, stop it, and see what was skipped and why. */
export function Screen() {
  const [sending, setSending] = useState<{ done: number; total: number } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useFollow();

  const take = async (files: readonly File[]) => {
    setProblem(null);
    for (const [index, file] of files.entries()) {
      setSending({ done: index, total: files.length });
      const failed = await send(file);
      if (failed) {
        setProblem(failed);
        break;
      }
    }
    setSending(null);
    if (files.length) await begin(setProblem);
  };
  const now = progress.value;
  return (
    <div class="add">
      <h1>Add reports</h1>
      <p class="lede">Saved web pages, PDF, text, Markdown, JSON lines, e-mails and more. They stay on this machine; originals are kept unchanged in the case's folder.</p>
      <div
        class={over ? "drop over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void take([...(event.dataTransfer?.files ?? [])]);
        }}
      >
        <p><strong>Drop files here</strong> or</p>
        <input ref={input} id="files" type="file" multiple class="visually-hidden" onChange={(event) => void take([...(event.currentTarget.files ?? [])])} />
        <label for="files" class="button">Choose files</label>
      </div>
      {sending ? <p role="status">Taking file {sending.done + 1} of {sending.total} …</p> : null}
      {problem ? <Failed problem={problem} /> : null}
      {now && now.state !== "empty" ? <Told progress={now} /> : <p class="note">From the command line the same is done by <code>avowed add --case {session.value?.case} REPORTS</code>.</p>}
    </div>
  );
}

async function send(file: File): Promise<Problem | null> {
  const token = session.value?.token ?? "";
  const reply = await fetch(`/api/tray/file?name=${encodeURIComponent(file.name)}`, { method: "POST", body: file, headers: { "x-avowed-token": token } });
  return reply.ok ? null : problemOf(await reply.json().catch(() => undefined));
}

async function begin(fail: (problem: Problem) => void): Promise<void> {
  const reply = await api.POST("/api/tray/read");
  if (reply.data) progress.value = reply.data;
  else fail(problemOf(reply.error));
}

/** Ask how far it is, often while files are being read. */
function useFollow(): void {
  useEffect(() => {
    let current = true;
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      const reply = await api.GET("/api/tray");
      if (!current) return;
      const ended = busy(progress.value?.state) && !busy(reply.data?.state);
      if (reply.data) progress.value = reply.data;
      if (ended) await refresh();
      timer = setTimeout(() => void look(), busy(progress.value?.state) ? 400 : 2500);
    };
    void look();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, []);
}

function Told({ progress: now }: { progress: Progress }) {
  const total = Math.max(now.total, now.done);
  return (
    <section class="progress" aria-live="polite">
      <h2>{{ waiting: "Waiting", reading: "Reading", stopping: "Stopping after the reports in hand", stopped: "Stopped; what was read is kept", done: "Done", failed: "It failed" }[now.state] ?? now.state}</h2>
      {busy(now.state) ? (
        <>
          <progress value={now.done} max={total || 1} aria-label="Reports read" /> {now.done} of {total}
          <p><button class="quiet" type="button" disabled={now.state === "stopping"} onClick={() => void api.POST("/api/tray/stop")}>Stop</button></p>
        </>
      ) : null}
      {now.state === "failed" ? <p class="failed">{now.message}</p> : null}
      {now.state === "done" || now.state === "stopped" ? (
        <>
          <p>
            {count(now.read, "report")} read with {count(now.assertions, "line")}, {now.already} there already, {count(now.copies, "copy", "copies")} of the same text, {now.skipped.length} skipped.
          </p>
          {now.read + now.already > 0 ? <p><a class="button" href="/">Ask about two actors</a> <a class="button quiet" href="/report">Read the reports</a></p> : null}
        </>
      ) : null}
      {now.skipped.length ? (
        <>
          <h3>Skipped, and why</h3>
          <ul>{now.skipped.map((one) => <li key={one.source}><bdi>{one.source}</bdi>: {one.outcome}</li>)}</ul>
        </>
      ) : null}
      {busy(now.state) && now.latest.length ? <ul class="note">{now.latest.map((one) => <li key={one.source}><bdi>{one.source}</bdi>: {one.outcome}</li>)}</ul> : null}
    </section>
  );
}
