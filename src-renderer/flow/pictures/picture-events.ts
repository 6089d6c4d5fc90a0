import type { HeldPicture, PictureEdit } from '../../../src-main/contract/picture.ts';
import type { PictureEvent } from '../events.ts';
import type { Editing, Pictures } from '../state.ts';

/** Returns the pictures, and what is said of the page, after one of their events. */
export function onPictureEvent(before: Pictures, event: PictureEvent): Pictures {
  // The lists and the page of our window follow what happens elsewhere.
  const isNews = event.type !== 'sources-listed' && event.type !== 'page-told';
  const pictures = isNews && before.isRequestCopied ? { ...before, isRequestCopied: false } : before;
  const { editing } = pictures;
  switch (event.type) {
    case 'pictures-recalled':
      return withHeld(pictures, event.pictures);
    case 'sources-listed':
      return { ...pictures, sources: event.sources };
    case 'picture-work-began':
      return { ...pictures, isBusy: true, failure: null };
    case 'picture-work-failed':
      return { ...pictures, isBusy: false, failure: event.failure };
    case 'picture-added':
      return {
        ...pictures,
        isBusy: false,
        failure: null,
        held: [...pictures.held, event.picture],
        editing: beginEdit(event.picture.id, event.picture.edit),
      };
    case 'pictures-changed':
      return { ...withHeld(pictures, event.pictures), isBusy: false };
    case 'page-read':
      return event.facts.length === 0 ? pictures : { ...pictures, facts: event.facts, areFactsRead: true };
    case 'fact-chosen': {
      const { fact } = event;
      const others = pictures.facts.filter(({ product }) => product !== fact.product);
      const isEmpty = fact.location === '' && fact.status === '';
      return { ...pictures, facts: isEmpty ? others : [...others, fact], areFactsRead: false };
    }
    case 'request-copied':
      return { ...pictures, isRequestCopied: true };
    case 'page-told':
      return { ...pictures, page: event.page };
    case 'edit-opened': {
      const picture = pictures.held.find(({ id }) => id === event.id);
      return picture === undefined ? pictures : { ...pictures, editing: beginEdit(picture.id, picture.edit) };
    }
    case 'edit-made':
      return editing === null
        ? pictures
        : withEditing(pictures, {
            ...editing,
            past: [...editing.past, editing.present],
            present: event.edit,
            future: [],
          });
    case 'edit-undone': {
      const last = editing?.past.at(-1);
      if (editing === null || last === undefined) return pictures;
      const { past, present, future } = editing;
      return withEditing(pictures, {
        ...editing,
        past: past.slice(0, -1),
        present: last,
        future: [present, ...future],
      });
    }
    case 'edit-redone': {
      const [next, ...future] = editing?.future ?? [];
      if (editing === null || next === undefined) return pictures;
      const { past, present } = editing;
      return withEditing(pictures, { ...editing, past: [...past, present], present: next, future });
    }
  }
}

/** The pictures with these in the place of what was held: one of them is always shown with its boxes. */
export function withHeld(pictures: Pictures, held: readonly HeldPicture[]): Pictures {
  const isThere = held.some(({ id }) => id === pictures.editing?.id);
  const last = held.at(-1);
  const next = last === undefined ? null : beginEdit(last.id, last.edit);
  return { ...pictures, held, editing: isThere ? pictures.editing : next };
}

function beginEdit(id: string, present: PictureEdit): Editing {
  return { id, past: [], present, future: [] };
}

/** What is drawn is at once part of the picture; nobody has to save it. */
function withEditing(pictures: Pictures, editing: Editing): Pictures {
  const held = pictures.held.map((picture) =>
    picture.id === editing.id ? { ...picture, edit: editing.present } : picture,
  );
  return { ...pictures, held, editing };
}
