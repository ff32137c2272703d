import { spoken, statusSign } from '../common/incident-words';

/** An incident's status as a sign and a word. */
export function StatusMark({ status }: { status: string }) {
  return (
    <span className={`status-mark status-${statusSign(status)}`}>
      <i aria-hidden="true" />
      <span className="clip">{spoken(status)}</span>
    </span>
  );
}
