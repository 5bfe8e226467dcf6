// How wide a part of the page is, so that a chart is drawn in its true measure and its words stay as large as all others.
import { useLayoutEffect, useRef, useState } from "preact/hooks";

export function useWidth<T extends HTMLElement>(usual: number) {
  const box = useRef<T>(null);
  const [width, setWidth] = useState(usual);
  useLayoutEffect(() => {
    const node = box.current;
    if (!node) return;
    const measure = () => setWidth(node.clientWidth || usual);
    measure();
    const size = new ResizeObserver(measure);
    size.observe(node);
    return () => size.disconnect();
  }, []);
  return { box, width };
}
