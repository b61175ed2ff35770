import {build, preview} from 'vite';
import type {TestProject} from 'vitest/node';
import {earlierVisit, type Kept} from './earlier-visit.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built site is served, with a slash at the end. */
    siteUrl: string;
    /** What a browser keeps of an earlier visit. */
    kept: Kept;
  }
}

/** Builds the site and serves it as it will be served to people; the end-to-end tests open it. */
export default async function serveBuiltSite(project: TestProject): Promise<() => Promise<void>> {
  await buildForPeople();
  const server = await preview({preview: {port: 0, open: false}});
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('Expected the preview server to give its address, but it gave none.');
  project.provide('siteUrl', url);
  project.provide('kept', await earlierVisit(url));
  return () => server.close();
}

/** Vitest sets `NODE_ENV` to "test", for which libraries such as Lit would give their development files. */
async function buildForPeople(): Promise<void> {
  const {NODE_ENV} = process.env;
  process.env['NODE_ENV'] = 'production';
  try {
    await build({logLevel: 'warn', mode: 'production'});
  } finally {
    process.env['NODE_ENV'] = NODE_ENV;
  }
}
