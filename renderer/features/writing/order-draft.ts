import {
  type Classification,
  classification as classifications,
  type Determination,
  DETERMINATIONS,
  type IncidentChange,
  type WritableStatus,
  type WriteSubject,
  writableStatus,
} from '../../../contract/incident-change';
import type { WriteKind } from '../../store/writes-slice';

/** What is typed and chosen in the form. */
export interface OrderDraft {
  /** Empty: not chosen, and nothing is changed. */
  person: string;
  /** Takes the assignment off. Only where it was said: an empty field also means that there are several owners. */
  nobody: boolean;
  status: WritableStatus | null;
  classification: Classification | null;
  determination: Determination | null;
  addTags: string;
  removeTags: readonly string[];
  /** A tag that is being typed: meant whole. */
  removing: string;
  comment: string;
}

const same = <T>(values: readonly T[]): T | null => (values.every((value) => value === values[0]) ? (values[0] ?? null) : null);
const nameIn = <T extends string>(names: readonly T[], value: string | null): T | null =>
  names.find((name) => name.toLowerCase() === value?.toLowerCase()) ?? null;

/** The form as it opens: with what all the incidents have in common. */
export function firstDraft(subjects: readonly WriteSubject[]): OrderDraft {
  const facts = subjects.map((subject) => subject.facts);
  const classification = nameIn(classifications.options, same(facts.map((one) => one.classification)));
  const determination = same(facts.map((one) => one.determination));
  return {
    person: same(facts.map(({ assignedTo }) => assignedTo)) ?? '',
    nobody: false,
    status: nameIn(writableStatus.options, same(facts.map(({ status }) => status))),
    classification,
    determination: classification && nameIn<Determination>(DETERMINATIONS[classification], determination),
    addTags: '',
    removeTags: [],
    removing: '',
    comment: '',
  };
}

/** Tags in a line, with commas between them, each once. What stands in quotation marks is one. */
export function tagsIn(text: string): string[] {
  const pieces = text.match(/\s*"[^"]*"\s*(?=,|$)|[^,]+/g) ?? [];
  const tags = pieces.map((piece) =>
    piece
      .trim()
      .replace(/^"([^"]*)"$/, '$1')
      .trim(),
  );
  return [...new Set(tags)].filter((tag) => tag !== '');
}

/** What the form asks for; null: it is not filled in, or asks for nothing. */
export function changeOf(kind: WriteKind, draft: OrderDraft): IncidentChange | null {
  const comment = draft.comment.trim() === '' ? {} : { comment: draft.comment.trim() };
  switch (kind) {
    case 'assign': {
      const assignedTo = draft.nobody ? null : draft.person.trim();
      return assignedTo === '' ? null : { assignedTo, ...comment };
    }
    case 'status':
      return draft.status === null ? null : { status: draft.status, ...comment };
    case 'classify': {
      const { classification, determination } = draft;
      return classification === null || determination === null ? null : { verdict: { classification, determination }, ...comment };
    }
    case 'tags': {
      const addTags = tagsIn(draft.addTags);
      const removeTags = [...new Set([...draft.removeTags, draft.removing.trim()])].filter((tag) => tag !== '');
      if (addTags.length === 0 && removeTags.length === 0) return null;
      return { ...(addTags.length > 0 ? { addTags } : {}), ...(removeTags.length > 0 ? { removeTags } : {}) };
    }
    case 'comment':
      return draft.comment.trim() === '' ? null : comment;
  }
}
