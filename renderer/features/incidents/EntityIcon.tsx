import {
  Box20Regular,
  Cloud20Regular,
  Document20Regular,
  Globe20Regular,
  Laptop20Regular,
  Link20Regular,
  Mail20Regular,
  Person20Regular,
  QuestionCircle20Regular,
  Settings20Regular,
} from '@fluentui/react-icons';

/** A sign for an entity's kind, by the words in its name: services spell one kind in several ways. */
export function EntityIcon({ kind }: { kind: string }) {
  const name = kind.toLowerCase();
  if (/user|account|principal/.test(name)) return <Person20Regular aria-hidden="true" />;
  if (/machine|device|host/.test(name)) return <Laptop20Regular aria-hidden="true" />;
  if (/mail/.test(name)) return <Mail20Regular aria-hidden="true" />;
  if (/url/.test(name)) return <Link20Regular aria-hidden="true" />;
  if (/^ip|dns|network/.test(name)) return <Globe20Regular aria-hidden="true" />;
  if (/file/.test(name)) return <Document20Regular aria-hidden="true" />;
  if (/process|registry|service/.test(name)) return <Settings20Regular aria-hidden="true" />;
  if (/cloud|azure|application/.test(name)) return <Cloud20Regular aria-hidden="true" />;
  if (/container|kubernetes|blob/.test(name)) return <Box20Regular aria-hidden="true" />;
  return <QuestionCircle20Regular aria-hidden="true" />;
}
