// One key for one deed; never while a person types into a field, and never with a modifier.
import { useEffect } from "preact/hooks";

export const isTyping = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey || !!(event.target as Element | null)?.closest?.("input, select, textarea, [contenteditable=true]");

export function useKeys(deeds: Record<string, () => void>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const deed = deeds[event.key];
      if (!deed || isTyping(event)) return;
      event.preventDefault();
      deed();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  });
}
