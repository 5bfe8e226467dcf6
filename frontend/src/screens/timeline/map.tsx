import { geoMercator, geoPath, type GeoProjection } from "d3-geo";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { feature } from "topojson-client";
import outlines from "world-atlas/countries-50m.json?url";
import { ask, asked } from "../../router";
import { count, plain } from "../../words";
import { area, nowhere, spots, unplaced, type Spot } from "./places";
import type { Timeline } from "./types";

const WIDTH = 500;
const HEIGHT = 400;
const NAMED = 14;
const LETTER = 7; // how wide a letter of a name is at most, and how high a line
const LINE = 14;
const NEAREST = 9000; // the scale at which some towns fill the frame

type Countries = FeatureCollection<Polygon | MultiPolygon, { name: string }>;
let held: Countries | null = null;

async function countries(): Promise<Countries> {
  if (held) return held;
  const world = await (await fetch(outlines)).json();
  held = feature(world, world.objects.countries) as unknown as Countries;
  return held;
}

/** Where incidents were, as areas as wide as their place is uncertain; choosing one narrows the timeline to it. */
export function PlaceMap({ timeline }: { timeline: Timeline }) {
  const found = useMemo(() => spots(timeline), [timeline]);
  if (timeline.placeless) return <><h2>Map</h2><p class="note">No place is shown where the question is about a person: Avowed tells nobody’s whereabouts.</p></>;
  return (
    <>
      <h2>Map</h2>
      {found.length ? <Drawn found={found} /> : <p class="note">No incident here has a place whose coordinates are known. Where you know them, bring a table with the columns name, latitude and longitude: <code>avowed known places.csv</code>. Until then places are listed below.</p>}
      <Without timeline={timeline} />
    </>
  );
}

/** No nearer than a few towns are seen from, with what is shown still in the middle of the frame. */
function fitted(projection: GeoProjection): GeoProjection {
  const middle = projection.invert?.([WIDTH / 2, HEIGHT / 2]);
  if (projection.scale() <= NEAREST || !middle) return projection;
  const [x, y] = projection.scale(NEAREST)(middle) ?? [WIDTH / 2, HEIGHT / 2];
  const [left, top] = projection.translate();
  return projection.translate([left + WIDTH / 2 - x, top + HEIGHT / 2 - y]);
}

type Placed = { spot: Spot; x: number; y: number; radius: number };
type Label = { x: number; anchor: "start" | "end"; words: string };

/** Names within the frame that stand on no other name, those of most incidents first. */
function labelled(drawn: readonly Placed[], chosen: string): Map<Spot, Label> {
  const taken: [number, number, number][] = [];
  const found = new Map<Spot, Label>();
  const first = [...drawn].sort((one, other) => Number(other.spot.name === chosen) - Number(one.spot.name === chosen));
  for (const { spot, x, y, radius } of first) {
    if (found.size >= NAMED) break;
    const words = `${spot.name} ${spot.happenings.length}`;
    const wide = LETTER * words.length;
    const back = x + radius + 4 + wide > WIDTH;
    const left = back ? x - radius - 4 - wide : x + radius + 4;
    if (left < 0 || taken.some(([from, to, at]) => left < to && from < left + wide && Math.abs(at - y) < LINE)) continue;
    taken.push([left, left + wide, y]);
    found.set(spot, { x: back ? left + wide : left, anchor: back ? "end" : "start", words });
  }
  return found;
}

function Drawn({ found }: { found: Spot[] }) {
  const [world, setWorld] = useState<Countries | null>(held);
  useEffect(() => {
    let current = true;
    countries().then((read) => current && setWorld(read));
    return () => {
      current = false;
    };
  }, []);
  const chosen = asked("place");
  const areas = found.map(area);
  const projection = fitted(geoMercator().fitExtent([[50, 50], [WIDTH - 50, HEIGHT - 50]], { type: "GeometryCollection", geometries: areas }));
  const path = geoPath(projection.clipExtent([[0, 0], [WIDTH, HEIGHT]]));
  const drawn = found.map((spot) => {
    const [x = 0, y = 0] = projection([spot.longitude, spot.latitude]) ?? [];
    return { spot, x, y, radius: 4 + 2 * Math.sqrt(spot.happenings.length) };
  });
  const labels = labelled(drawn, chosen);
  return (
    <>
      <svg class="map" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={`Map of ${count(found.length, "place")}`}>
        <rect class="sea" width={WIDTH} height={HEIGHT} />
        {world?.features.map((one, index) => {
          const drawn = path(one);
          return drawn ? <path key={index} class="land" d={drawn}><title>{one.properties.name}</title></path> : null;
        })}
        {drawn.map(({ spot, x, y, radius }, index) => {
          const label = labels.get(spot);
          const words = `${spot.name} ${count(spot.happenings.length, "incident")}, ${precise(spot.precision)}`;
          return (
            <a key={`${spot.name} ${x} ${y}`} href="#map" class={`spot ${spot.precision}${chosen === spot.name ? " chosen" : ""}`} aria-label={words} aria-current={chosen === spot.name ? "true" : undefined} onClick={(event) => { event.preventDefault(); ask({ place: chosen === spot.name ? undefined : spot.name, chosen: undefined }); }}>
              <title>{words}</title>
              <path class="reach" d={path(areas[index] as (typeof areas)[number]) ?? ""} />
              <circle class="point" cx={x} cy={y} r={radius} />
              {label ? <text x={label.x} y={y + 4} text-anchor={label.anchor}>{label.words}</text> : null}
            </a>
          );
        })}
      </svg>
      <p class="note">The shaded area is as wide as the place is uncertain; its figure counts incidents. Press a place to see only what is told of it.</p>
      <ul class="place-list">
        {found.slice(0, 40).map((spot) => (
          <li key={`${spot.name} ${spot.latitude}`}><button type="button" class="link" aria-pressed={chosen === spot.name} onClick={() => ask({ place: chosen === spot.name ? undefined : spot.name, chosen: undefined })}>{spot.name}</button> <span class="note">{precise(spot.precision)}, {count(spot.happenings.length, "incident")}</span></li>
        ))}
      </ul>
    </>
  );
}

const PRECISE: Record<string, string> = { exact: "known exactly", near: "near it", district: "known by district", admin1: "known by province", country: "known by country", unknown: "how finely is not known" };
const precise = (precision: string): string => PRECISE[precision] ?? plain(precision);

/** What cannot be drawn is still listed. */
function Without({ timeline }: { timeline: Timeline }) {
  const rows = unplaced(timeline);
  const none = nowhere(timeline);
  const chosen = asked("place");
  return (
    <>
      {rows.length ? (
        <section class="unplaced">
          <h3>Named, but not on the map</h3>
          <ul class="place-list">
            {rows.map(([name, number]) => <li key={name}><button type="button" class="link" aria-pressed={chosen === name} onClick={() => ask({ place: chosen === name ? undefined : name, chosen: undefined })}>{name}</button> <span class="note">{count(number, "incident")}</span></li>)}
          </ul>
        </section>
      ) : null}
      {none ? <p class="note">{count(none, "incident")} without any place {none === 1 ? "is" : "are"} in the timeline alone.</p> : null}
    </>
  );
}
