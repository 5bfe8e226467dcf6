// A field in which an actor is named: it proposes as one types, and works by keyboard (ARIA combobox).
import type { TargetedKeyboardEvent } from "preact";
import { useEffect, useId, useLayoutEffect, useState } from "preact/hooks";
import { api, type Schemas } from "../api/client";
import { described } from "./apart";

type Row = Schemas["ActorRow"];

export function ActorField({ label, value, onChoose }: { label: string; value: string; onChoose: (name: string) => void }) {
  const [text, setText] = useState(value);
  const [rows, setRows] = useState<Row[]>([]);
  const [at, setAt] = useState(-1);
  const [open, setOpen] = useState(false);
  const id = useId();
  useLayoutEffect(() => setText(value), [value]); // before anything can be typed: later it would wipe that out
  useEffect(() => {
    if (!open) return;
    let current = true;
    const timer = setTimeout(async () => {
      const reply = await api.GET("/api/actors", { params: { query: { words: text.trim(), limit: 8 } } });
      if (current && reply.data) {
        setRows(reply.data);
        setAt(-1);
      }
    }, 90);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, open]);

  // What stands in the field now is asked for: a quick hand presses Enter before the page is drawn anew.
  const choose = (row: Row | undefined, typed: string) => {
    const chosen = row ? (row.shared ? row.key : row.name) : typed.trim();
    setText(chosen);
    setOpen(false);
    if (chosen !== value) onChoose(chosen);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      setAt((before) => Math.max(-1, Math.min(rows.length - 1, before + (event.key === "ArrowDown" ? 1 : -1))));
    } else if (event.key === "Enter") {
      event.preventDefault();
      choose(rows[at], event.currentTarget.value);
    } else if (event.key === "Escape") setOpen(false);
  };
  const showing = open && rows.length > 0;
  return (
    <div class="field actor-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder="a name, alias or acronym"
        value={text}
        aria-expanded={showing}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={showing && at >= 0 ? `${id}-${at}` : undefined}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setOpen(true);
        }}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={({ currentTarget: field }) => setTimeout(() => choose(undefined, field.value), 120)}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={`${label}: proposals`} hidden={!showing}>
        {rows.map((row, index) => (
          <li
            key={row.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            onMouseDown={(event) => {
              event.preventDefault();
              choose(row, text);
            }}
          >
            <span class="option-name">{row.name}</span>
            <span class="option-more">{described(row, 3)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
