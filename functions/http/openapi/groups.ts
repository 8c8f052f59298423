import type { Office } from '../../office/settings.ts';
import { articleOperations } from './articles.ts';
import { discoveryOperations } from './discovery.ts';
import { archiveOperations } from './archive.ts';
import { feedOperations } from './feeds.ts';
import { keyOperations } from './keys.ts';
import { lexiconOperations } from './lexicon.ts';
import type { OperationGroup } from './operation.ts';
import { restorationOperations } from './restoration.ts';
import type { Schemas } from './schemas.ts';
import { searchOperations } from './search.ts';
import { statisticsOperations } from './statistics.ts';
import { writingOperations } from './writing.ts';

/** Every subject of the API, in the order in which a reader of the document meets them. */
export function groupsOf(office: Office, schemas: Schemas): readonly OperationGroup[] {
  return [
    articleOperations(office, schemas),
    searchOperations(office, schemas),
    feedOperations(office, schemas),
    archiveOperations(office, schemas),
    discoveryOperations,
    writingOperations(schemas),
    restorationOperations(schemas),
    statisticsOperations,
    keyOperations(office),
    lexiconOperations,
  ];
}
