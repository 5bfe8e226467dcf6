// Places as areas: the less finely a place is known, the wider. No place here is a person's; see the answer's `placeless`.
import { geoCircle } from "d3-geo";
import { placeName } from "../../words";
import type { Happening, Timeline } from "./types";

export type Spot = { name: string; latitude: number; longitude: number; precision: string; happenings: Happening[] };

/** Kilometres around its point within which a place may lie, by how finely it is known. */
export const REACH: Record<string, number> = { exact: 3, near: 12, district: 35, admin1: 110, country: 280, unknown: 40 };
const KM_A_DEGREE = 111.2;

/** The places of what is shown, each once, those of most incidents first. */
export function spots(timeline: Timeline): Spot[] {
  const found = new Map<string, Spot>();
  for (const one of [...timeline.dated, ...timeline.undated]) {
    const place = one.place;
    if (!place || place.latitude == null || place.longitude == null) continue;
    const name = placeName(place.name);
    const key = `${name} ${place.latitude} ${place.longitude}`;
    const held = found.get(key) ?? { name, latitude: place.latitude, longitude: place.longitude, precision: place.precision ?? "unknown", happenings: [] };
    held.happenings.push(one);
    found.set(key, held);
  }
  return [...found.values()].sort((one, other) => other.happenings.length - one.happenings.length);
}

/** Names of places without a known point, with how many incidents. */
export function unplaced(timeline: Timeline): [string, number][] {
  const found = new Map<string, [string, number]>();
  for (const one of [...timeline.dated, ...timeline.undated]) {
    if (one.kind !== "incident" || !one.place || one.place.latitude != null) continue;
    const key = one.place.name.toLowerCase();
    found.set(key, [found.get(key)?.[0] ?? placeName(one.place.name), (found.get(key)?.[1] ?? 0) + 1]);
  }
  return [...found.values()].sort((one, other) => other[1] - one[1]);
}

export const nowhere = (timeline: Timeline): number => [...timeline.dated, ...timeline.undated].filter((one) => one.kind === "incident" && !one.place).length;

export const area = (spot: Spot) => geoCircle().center([spot.longitude, spot.latitude]).radius((REACH[spot.precision] ?? 40) / KM_A_DEGREE)();
