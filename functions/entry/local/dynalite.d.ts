declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** DynamoDB over LevelDB: in memory without a path. The package brings no types of its own. */
  export default function dynalite(options: {
    readonly path?: string | undefined;
    readonly createTableMs?: number;
  }): Server;
}
