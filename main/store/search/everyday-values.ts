import type { ObservableKind } from '../../../contract/observable';

/** Programs that come with Windows or stand on most computers, and that alerts name because something was done with them. */
const PROGRAMS: ReadonlySet<string> = new Set(
  `at bash bitsadmin certutil chrome cmd cmstp conhost consent control cscript csrss curl dfsvc dllhost esentutl eventvwr excel explorer expand
  findstr firefox forfiles ftp hh iexplore installutil ipconfig lsass makecab mavinject mmc mofcomp mpcmdrun msbuild msedge mshta msiexec mspaint
  msteams msmpeng net net1 netsh nltest notepad nslookup ntoskrnl odbcconf onedrive onenote outlook pcalua ping powerpnt powershell
  powershell_ise pwsh quser reg regasm regedit regini regsvcs regsvr32 robocopy rundll32 runtimebroker sc schtasks searchindexer services
  sihost smss spoolsv ssh svchost systeminfo takeown tar taskeng taskhost taskhostw taskkill tasklist taskmgr teams userinit vssadmin
  w3wp wbadmin werfault wermgr wevtutil where whoami wininit winlogon winrm winrs winword wmic wmiprvse wscript wsl wsmprovhost xcopy`
    .split(/\s+/)
    .map((name) => `${name}.exe`),
);
/** Folders only an administrator can write to, in which those programs are what they say they are. */
const THEIR_FOLDERS =
  /^(?:[a-z]:|\\device\\harddiskvolume\d+)\\(?:windows(?:\\(?:system32|syswow64|winsxs|microsoft\.net)(?:\\.*)?)?|program files(?: \(x86\))?(?:\\.*)?)$/;
/** Name servers everybody uses, and addresses that are none. */
const ADDRESSES: ReadonlySet<string> = new Set(
  '8.8.8.8 8.8.4.4 1.1.1.1 1.0.0.1 9.9.9.9 149.112.112.112 208.67.222.222 208.67.220.220 0.0.0.0 255.255.255.255 ::'.split(' '),
);
/** Hosts by their whole name: under many of them anybody can have one. */
const HOSTS: ReadonlySet<string> = new Set(
  `microsoft.com www.microsoft.com login.microsoftonline.com login.live.com login.windows.net graph.microsoft.com outlook.office.com
  outlook.office365.com www.office.com office.com portal.azure.com teams.microsoft.com www.bing.com bing.com www.msftconnecttest.com google.com
  www.google.com accounts.google.com www.gstatic.com www.youtube.com www.linkedin.com www.facebook.com github.com www.github.com`.split(
    /\s+/,
  ),
);
/** Keys under which whatever starts with Windows stands. What they hold differs; the keys do not. */
const REGISTRY = /\\(?:run|runonce|runonceex|runservices|winlogon|services|image file execution options|appcompatflags\\layers)\\?$/;
/** A program without arguments. */
const BARE_COMMAND = /^(?:"[^"]*"|\S*)\s*$/;
/** Its arguments name a service of Windows. */
const SERVICE_HOST = /^"?(?:\S*\\)?svchost\.exe"?\s/;

/** Whether a value, folded, is met at every customer and says nothing. It does not depend on how much is stored, as a share does. */
export function isEveryday(kind: ObservableKind, value: string): boolean {
  switch (kind) {
    case 'file':
      return PROGRAMS.has(value);
    case 'ip':
      return ADDRESSES.has(value);
    case 'domain':
      return HOSTS.has(value);
    case 'url':
      return HOSTS.has(/^https?:\/\/([^/?#]*)\/?$/.exec(value)?.[1] ?? '');
    case 'command':
      return BARE_COMMAND.test(value) || SERVICE_HOST.test(value);
    case 'registry':
      return REGISTRY.test(value);
    default:
      return false;
  }
}

/** Whether a file is one of those programs: by its name, in a folder of theirs, where one is said. What only bears its name elsewhere is none. */
export function isEverydayProgram(name: string, folder: string | null): boolean {
  const [file, path] = [name.trim().toLowerCase(), folder?.trim().toLowerCase() ?? ''];
  if (!PROGRAMS.has(file)) return false;
  const within = path.endsWith(`\\${file}`) ? path.slice(0, -file.length - 1) : path.replace(/\\$/, '');
  return within === '' || THEIR_FOLDERS.test(within);
}
