// What Aval knows of each network's page, as data: one file a network, chosen by host or by a sign in the page.
// Not here: how an adapter is applied to a page (content/place.ts).
import x from "./x.json";
import linkedin from "./linkedin.json";
import facebook from "./facebook.json";
import messenger from "./messenger.json";
import metabusiness from "./metabusiness.json";
import instagram from "./instagram.json";
import threads from "./threads.json";
import youtube from "./youtube.json";
import youtubestudio from "./youtubestudio.json";
import reddit from "./reddit.json";
import redditold from "./redditold.json";
import tiktok from "./tiktok.json";
import mastodon from "./mastodon.json";
import phanpy from "./phanpy.json";
import elk from "./elk.json";
import bluesky from "./bluesky.json";
import pinterest from "./pinterest.json";
import trustpilot from "./trustpilot.json";
import googlebusiness from "./googlebusiness.json";
import discourse from "./discourse.json";
import wordpress from "./wordpress.json";
import zendesk from "./zendesk.json";
import intercom from "./intercom.json";
import whatsapp from "./whatsapp.json";
import discord from "./discord.json";
import slack from "./slack.json";
import type { Adapter } from "../content/place";

/** Every adapter, in the order they are tried. */
export const ADAPTERS = [
  x,
  linkedin,
  facebook,
  messenger,
  metabusiness,
  instagram,
  threads,
  youtube,
  youtubestudio,
  reddit,
  redditold,
  tiktok,
  mastodon,
  phanpy,
  elk,
  bluesky,
  pinterest,
  trustpilot,
  googlebusiness,
  discourse,
  wordpress,
  zendesk,
  intercom,
  whatsapp,
  discord,
  slack,
] as unknown as readonly Adapter[];

function hostFits(host: string, pattern: string): boolean {
  return pattern.startsWith("*.") ? host.endsWith(pattern.slice(1)) : host === pattern;
}

/** The adapter of a host (its port does not matter); for self-hosted software, of the sign the content script recognised in the page. */
export function adapterFor(host: string, sign: string | null): Adapter | null {
  const name = host.replace(/:\d+$/, "");
  const byHost = ADAPTERS.find((adapter) => adapter.hosts.some((pattern) => hostFits(name, pattern)));
  return byHost ?? ADAPTERS.find((adapter) => adapter.sign === true && adapter.id === sign) ?? null;
}
