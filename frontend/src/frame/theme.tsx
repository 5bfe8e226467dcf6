// Light, dark, or as the system has it; kept in this browser only.
import { signal } from "@preact/signals";

type Look = "system" | "light" | "dark";
const LOOKS: readonly Look[] = ["system", "light", "dark"];

const stored = localStorage.getItem("look") as Look | null;
const look = signal<Look>(stored && LOOKS.includes(stored) ? stored : "system");

function apply(): void {
  if (look.value === "system") document.documentElement.removeAttribute("data-look");
  else document.documentElement.setAttribute("data-look", look.value);
}
apply();

export function Theme() {
  return (
    <label class="theme" onClick={(event) => event.stopPropagation()}>
      Look{" "}
      <select
        value={look.value}
        onChange={(event) => {
          look.value = event.currentTarget.value as Look;
          localStorage.setItem("look", look.value);
          apply();
        }}
      >
        <option value="system">as the system</option>
        <option value="light">light</option>
        <option value="dark">dark</option>
      </select>
    </label>
  );
}
