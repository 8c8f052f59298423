import { type Caller, hasRole } from '../../access/role.ts';
import type { Session, Sessions } from '../../access/sessions.ts';
import type { NewsroomLists } from '../../articles/newsroom-lists.ts';
import type { Office } from '../../office/settings.ts';
import type { Dependencies, DeskMount, Publishing } from '../dependencies.ts';
import type { MediaStore } from '../media-store.ts';
import { type Edition, pathIn } from '../pages/edition.ts';
import type { DeskMessages } from './messages/indonesian.ts';

/** What the desk stands on. */
export type DeskParts = {
  readonly office: Office;
  readonly publishing: Pick<Publishing, 'history' | 'parseSubmission' | 'answers'>;
  readonly articles: Pick<Publishing['articles'], 'findById'>;
  readonly sessions: Sessions;
  readonly lists: Pick<NewsroomLists, 'page'>;
  readonly media: MediaStore;
  readonly authenticate: DeskMount['authenticate'];
  readonly ask: DeskMount['ask'];
  readonly dependencies: Pick<
    Dependencies,
    'index' | 'readers' | 'searches' | 'requestLimit' | 'now' | 'log'
  >;
};

/** The desk in one language. */
export type DeskEdition = { readonly edition: Edition; readonly text: DeskMessages };

/** Who sits there, with what. */
export type Desk = DeskEdition & { readonly caller: Caller; readonly session: Session };

/** What a page of the desk is given: who asks, and what a form of theirs holds. */
export type DeskEnv = { Variables: { desk: Desk; form: FormData; press?: Press } };

/** A form that names itself: under which name, and when its button was first pressed. */
export type Press = { readonly name: string; readonly at: Date };

/** The address of a page of the desk: `/redaksi`, `/en/redaksi/baru`. */
export function deskPath({ edition }: DeskEdition, path: string): string {
  return pathIn(edition, `/redaksi${path}`);
}

/** Whether a caller may change what readers see. */
export function mayPublish(caller: Caller): boolean {
  return hasRole(caller, 'publish');
}
