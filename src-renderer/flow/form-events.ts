import type { FormEvent } from './events.ts';
import { EMPTY_FORM, leaveField, pasteInto, recall, refuse, typeInto } from './form.ts';
import type { FormState } from './form.ts';
import { isChecking } from './state.ts';
import type { FlowState } from './state.ts';

/** Returns the state after an event of the keys and sites. */
export function onFormEvent(state: FlowState, event: FormEvent): FlowState {
  switch (event.type) {
    case 'recalled':
      return { ...state, form: recall(state.form, event.shown) };
    case 'typed':
      return withForm(state, (form) => typeInto(form, event.field, event.text));
    case 'pasted':
      return withForm(state, (form) => pasteInto(form, event.field, event.text));
    case 'field-left':
      return withForm(state, (form) => leaveField(form, event.field));
    case 'sites-looked-up':
      return { ...state, siteHints: { ...event.hints, asked: event.asked } };
    case 'plan-ready':
      return { ...state, plan: event.plan };
    case 'check-refused':
      return { ...state, screen: 'connect', failure: null, form: refuse(state.form, event.errors) };
    case 'keys-wanted': {
      const { jiraSite, confluenceSite } = state.form;
      return {
        ...state,
        screen: 'connect',
        failure: null,
        form: { ...EMPTY_FORM, jiraSite, confluenceSite },
      };
    }
  }
}

/** What is checked just now stays as it was entered. */
function withForm(state: FlowState, change: (form: FormState) => FormState): FlowState {
  return state.screen === 'connect' && !isChecking(state)
    ? { ...state, failure: null, form: change(state.form) }
    : state;
}
