import type { PictureEdit } from '../../../src-main/contract/picture.ts';
import type { PictureEvent } from './events.ts';
import { kept } from '../state/kept.ts';
import { wantsPicture } from '../state/state.ts';
import type { Editing, FlowState, PictureState } from '../state/state.ts';
import type { PictureStepState } from '../state/kept.ts';

/** What an event around the pictures changes. */
export function onPictureEvent(state: FlowState, event: PictureEvent): FlowState {
  // The Atlassian window may close while another screen is shown.
  if (event.type === 'page-told')
    return { ...state, pictureStep: { ...state.pictureStep, page: event.page } };
  if (event.type === 'picture-asked') return askForPicture(state);
  return state.screen === 'picture' ? onPictureScreen(state, event) : state;
}

function askForPicture(state: FlowState): FlowState {
  if (state.screen !== 'verdict' || state.findings.comparing !== null) return state;
  const { result, kept: evidence } = state.findings;
  return wantsPicture(result) ? pictureScreen(state, { result, kept: evidence }) : state;
}

/** The picture screen, as it looks when one comes to it. */
export function pictureScreen(state: FlowState, of: Pick<PictureState, 'result' | 'kept'>): PictureState {
  return {
    ...kept(state),
    screen: 'picture',
    ...of,
    way: 'browser',
    sources: null,
    busy: false,
    failure: null,
    editing: null,
  };
}

function onPictureScreen(
  state: PictureState,
  event: Exclude<PictureEvent, { type: 'page-told' | 'picture-asked' }>,
): PictureState {
  switch (event.type) {
    case 'way-chosen':
      return { ...state, way: event.way, failure: null };
    case 'sources-listed':
      return { ...state, sources: event.sources };
    case 'picture-work-began':
      return { ...state, busy: true, failure: null };
    case 'picture-work-failed':
      return { ...state, busy: false, failure: event.failure };
    case 'picture-added':
      return withShelf(
        { ...state, busy: false, failure: null, editing: beginEdit(event.picture.id, event.picture.edit) },
        { pictures: [...state.pictureStep.pictures, event.picture] },
      );
    case 'pictures-changed': {
      const isThere = event.pictures.some(({ id }) => id === state.editing?.id);
      return withShelf(
        { ...state, busy: false, editing: isThere ? state.editing : null },
        { pictures: event.pictures },
      );
    }
    case 'page-read':
      return event.facts.length === 0
        ? state
        : withShelf(
            { ...state, residency: state.residency === 'unknown' ? event.residency : state.residency },
            { facts: event.facts, areFactsRead: true },
          );
    case 'fact-typed': {
      const { fact } = event;
      const others = state.pictureStep.facts.filter(({ product }) => product !== fact.product);
      const isEmpty = fact.location === '' && fact.status === '';
      return withShelf(state, { facts: isEmpty ? others : [...others, fact] });
    }
    case 'edit-opened': {
      const picture = state.pictureStep.pictures.find(({ id }) => id === event.id);
      return picture === undefined ? state : { ...state, editing: beginEdit(picture.id, picture.edit) };
    }
    case 'edit-made':
      return state.editing === null
        ? state
        : withEditing(state, {
            ...state.editing,
            past: [...state.editing.past, state.editing.present],
            present: event.edit,
            future: [],
          });
    case 'edit-undone': {
      const last = state.editing?.past.at(-1);
      if (state.editing === null || last === undefined) return state;
      const { past, present, future } = state.editing;
      return withEditing(state, {
        ...state.editing,
        past: past.slice(0, -1),
        present: last,
        future: [present, ...future],
      });
    }
    case 'edit-redone': {
      const [next, ...future] = state.editing?.future ?? [];
      if (state.editing === null || next === undefined) return state;
      const { past, present } = state.editing;
      return withEditing(state, { ...state.editing, past: [...past, present], present: next, future });
    }
    case 'edit-closed':
      return { ...state, editing: null };
  }
}

function beginEdit(id: string, present: PictureEdit): Editing {
  return { id, past: [], present, future: [] };
}

function withShelf(state: PictureState, change: Partial<PictureStepState>): PictureState {
  return { ...state, pictureStep: { ...state.pictureStep, ...change } };
}

/** What is drawn is at once part of the picture; nobody has to save it. */
function withEditing(state: PictureState, editing: Editing): PictureState {
  const pictures = state.pictureStep.pictures.map((picture) =>
    picture.id === editing.id ? { ...picture, edit: editing.present } : picture,
  );
  return withShelf({ ...state, editing }, { pictures });
}
