import type { PictureEdit } from '../../../src-main/contract/picture.ts';
import type { PictureEvent } from '../events.ts';
import type { Editing, Pictures } from '../state.ts';

/** Returns the pictures, and what is said of the page, after one of their events. */
export function onPictureEvent(pictures: Pictures, event: PictureEvent): Pictures {
  const { editing } = pictures;
  switch (event.type) {
    case 'pictures-recalled':
      return { ...pictures, held: event.pictures };
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
    case 'pictures-changed': {
      const isThere = event.pictures.some(({ id }) => id === editing?.id);
      return { ...pictures, isBusy: false, held: event.pictures, editing: isThere ? editing : null };
    }
    case 'page-read':
      return event.facts.length === 0 ? pictures : { ...pictures, facts: event.facts, areFactsRead: true };
    case 'fact-chosen': {
      const { fact } = event;
      const others = pictures.facts.filter(({ product }) => product !== fact.product);
      const isEmpty = fact.location === '' && fact.status === '';
      return { ...pictures, facts: isEmpty ? others : [...others, fact] };
    }
    case 'residency-derived':
      return pictures;
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
    case 'edit-closed':
      return { ...pictures, editing: null };
  }
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
