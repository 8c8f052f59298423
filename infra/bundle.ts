import { join } from 'node:path';
import { type Plugin, build } from 'esbuild';

/**
 * `node infra/bundle.ts ENTRY FOLDER`: one of `functions/entry` as Lambda gets it, in the fastest form of those
 * measured: ES modules, minified, the SDK inside and not the runtime's own, and what is imported on demand in
 * files of its own, so that a container which answers feeds reads nothing of it.
 */
const [entry = '', folder = ''] = process.argv.slice(2);
const root = join(import.meta.dirname, '..');

await build({
  absWorkingDir: root,
  entryPoints: { index: join(root, 'functions/entry', entry) },
  outdir: folder,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  // What is still CommonJS inside an ES module asks for Node's own modules by `require`.
  banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  plugins: [leaveOutUnused()],
  logLevel: 'warning',
});

/** Parts of packages that are never called here, and that cost every start: each with what it is left out for. */
function leaveOutUnused(): Plugin {
  return {
    name: 'leave-out-unused',
    setup(bundle) {
      // Tables for slugs in other languages, made into patterns when they are loaded: no `locale` is ever given.
      bundle.onLoad({ filter: /transliterate[\\/]locale-replacements\.js$/ }, () => ({
        contents: 'export default {};',
      }));
      // Limiters that count in databases: this one counts in memory.
      bundle.onLoad({ filter: /rate-limiter-flexible[\\/]index\.js$/ }, () => ({
        contents: `exports.RateLimiterMemory = require('./lib/RateLimiterMemory');
          exports.RateLimiterRes = require('./lib/RateLimiterRes');`,
      }));
    },
  };
}
