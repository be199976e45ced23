/** The chapters of the town's encyclopedia, in the order of its table of contents. */
import { ANIMALS } from "./chapters/animals";
import { ART } from "./chapters/art";
import { DISHES } from "./chapters/dishes";
import type { Chapter } from "./entries";
import { FESTIVALS } from "./chapters/festivals";
import { HILLS } from "./chapters/hills";
import { HISTORY } from "./chapters/history";
import { HOUSES } from "./chapters/houses";
import { INNS } from "./chapters/inns";
import { LANDMARKS } from "./chapters/landmarks";
import { LAWS } from "./chapters/laws";
import { LEGENDS } from "./chapters/legends";
import { NATURE } from "./chapters/nature";
import { PEOPLE } from "./chapters/people";
import { SHIPS } from "./chapters/ships";
import { SHOPS } from "./chapters/shops";
import { SOCIETIES } from "./chapters/societies";
import { STREETS } from "./chapters/streets";
import { TRANSPORT } from "./chapters/transport";

export const CHAPTERS: readonly Chapter[] = [
  HILLS,
  NATURE,
  STREETS,
  HISTORY,
  PEOPLE,
  LANDMARKS,
  HOUSES,
  INNS,
  SHOPS,
  DISHES,
  FESTIVALS,
  SOCIETIES,
  LAWS,
  TRANSPORT,
  SHIPS,
  ANIMALS,
  ART,
  LEGENDS,
];
