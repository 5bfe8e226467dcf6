// An axis drawn by d3; its words are told elsewhere too, so that it is hidden from those who do not see it.
import { useEffect, useRef } from "preact/hooks";

export function Axis({ make, move, on }: { make: (node: SVGGElement) => void; move: string; on: unknown[] }) {
  const node = useRef<SVGGElement>(null);
  useEffect(() => {
    if (node.current) make(node.current);
  }, [JSON.stringify(on)]);
  return <g class="axis" transform={move} ref={node} aria-hidden="true" />;
}
