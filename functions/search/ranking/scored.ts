import type { PartView } from '../segments/index-view.ts';

/** Documents of a part about which something stands in its scratch. */
export type Scored = { readonly part: PartView; readonly touched: Uint32Array };
