import type { AskId } from './diagnosis';

export interface Ask {
  en: string;
  sv: string;
}

/** What a customer is asked to do. `{tenant}`: its name, `{roles}`: the permissions in brackets, or nothing. Sent by people, in a mail of their own. */
export const CUSTOMER_ASKS: Readonly<Record<AskId, Ask>> = {
  consent: {
    en: 'our security monitoring has no permission in the Microsoft Entra directory of {tenant} yet, or it was withdrawn.\n\nPlease have a Global Administrator or Privileged Role Administrator open the consent link we sent you and choose Accept.',
    sv: 'vår säkerhetsövervakning har ännu ingen behörighet i Microsoft Entra-katalogen för {tenant}, eller så har den dragits tillbaka.\n\nBe en global administratör eller en administratör för privilegierade roller att öppna länken vi har skickat och välja Acceptera.',
  },
  consentAgain: {
    en: 'our security monitoring is allowed in the directory of {tenant}, but it may not read what it needs in Microsoft Defender XDR{roles}.\n\nPlease have a Global Administrator or Privileged Role Administrator open the consent link we sent you once more, check that this permission is listed, and choose Accept.',
    sv: 'vår säkerhetsövervakning är godkänd i katalogen för {tenant}, men får inte läsa det den behöver i Microsoft Defender XDR{roles}.\n\nBe en global administratör eller en administratör för privilegierade roller att öppna länken en gång till, kontrollera att behörigheten finns med och välja Acceptera.',
  },
  consentAsAdmin: {
    en: 'the consent link for {tenant} was opened with an account that cannot consent for your organisation.\n\nPlease have a Global Administrator or Privileged Role Administrator of {tenant} open it in a private browser window, sign in with the account of your own directory, and choose Accept.',
    sv: 'länken för {tenant} öppnades med ett konto som inte kan ge samtycke för er organisation.\n\nBe en global administratör eller en administratör för privilegierade roller hos {tenant} att öppna den i ett privat webbläsarfönster, logga in med kontot i er egen katalog och välja Acceptera.',
  },
  approveRequest: {
    en: 'the consent for our security monitoring in {tenant} waits for approval.\n\nPlease have an administrator open Microsoft Entra admin center > Enterprise applications > Admin consent requests, and approve the request for our application.',
    sv: 'samtycket för vår säkerhetsövervakning hos {tenant} väntar på godkännande.\n\nBe en administratör att öppna administrationscentret för Microsoft Entra > Företagsprogram > Begäranden om administratörsmedgivande och godkänna begäran för vårt program.',
  },
  licence: {
    en: 'Microsoft Defender XDR is not set up in the tenant of {tenant}, or its licence has ended, so we cannot see its incidents.\n\nPlease check that a licence with Microsoft Defender XDR is active, and have an administrator open https://security.microsoft.com once: the first visit sets the service up.',
    sv: 'Microsoft Defender XDR är inte konfigurerat hos {tenant}, eller så har licensen gått ut, så vi kan inte se några incidenter.\n\nKontrollera att en licens med Microsoft Defender XDR är aktiv och be en administratör att öppna https://security.microsoft.com en gång: första besöket sätter upp tjänsten.',
  },
  enableService: {
    en: 'the service behind Microsoft Defender XDR is switched off in the tenant of {tenant}, so we cannot see its incidents.\n\nPlease check the licence, and have an administrator enable “Microsoft Threat Protection” in Microsoft Entra admin center > Enterprise applications > Properties.',
    sv: 'tjänsten bakom Microsoft Defender XDR är avstängd hos {tenant}, så vi kan inte se några incidenter.\n\nKontrollera licensen och be en administratör att aktivera ”Microsoft Threat Protection” i administrationscentret för Microsoft Entra > Företagsprogram > Egenskaper.',
  },
  enableApp: {
    en: 'our application is switched off in the directory of {tenant}, so our security monitoring is interrupted.\n\nPlease have an administrator open Microsoft Entra admin center > Enterprise applications, choose our application, and under Properties set “Enabled for users to sign-in?” to Yes.',
    sv: 'vårt program är avstängt i katalogen för {tenant}, så säkerhetsövervakningen är avbruten.\n\nBe en administratör att öppna administrationscentret för Microsoft Entra > Företagsprogram, välja vårt program och under Egenskaper ställa ”Aktiverat för användarinloggning?” på Ja.',
  },
  assignment: {
    en: 'only assigned users may work with our application in the directory of {tenant}, and the administrator who opened the consent link is not one of them.\n\nPlease assign that administrator under Enterprise applications > Users and groups, or set “Assignment required?” to No, and open the link again.',
    sv: 'bara tilldelade användare får använda vårt program i katalogen för {tenant}, och administratören som öppnade länken är inte en av dem.\n\nTilldela administratören under Företagsprogram > Användare och grupper, eller ställ ”Tilldelning krävs?” på Nej, och öppna länken igen.',
  },
  conditionalAccess: {
    en: 'a Conditional Access policy in the directory of {tenant} keeps our application from signing in, so our security monitoring is interrupted.\n\nPlease have whoever looks after Conditional Access check the policies for workload identities and leave our application out of the one that applies. The sign-in logs of Entra ID name it, under Service principal sign-ins.',
    sv: 'en princip för villkorsstyrd åtkomst i katalogen för {tenant} hindrar vårt program från att logga in, så säkerhetsövervakningen är avbruten.\n\nBe den som ansvarar för villkorsstyrd åtkomst att kontrollera principerna för arbetsbelastningsidentiteter och undanta vårt program från den som gäller. Den framgår av inloggningsloggarna i Entra ID, under inloggningar för tjänstens huvudnamn.',
  },
  signInRules: {
    en: 'the administrator of {tenant} who opened the consent link was stopped by your sign-in rules before the consent.\n\nPlease have the administrator open the link on a device and in a place your rules allow, complete the extra check, and choose Accept.',
    sv: 'administratören hos {tenant} som öppnade länken stoppades av era inloggningsregler före samtycket.\n\nBe administratören att öppna länken på en enhet och en plats som reglerna tillåter, slutföra den extra kontrollen och välja Acceptera.',
  },
  crossTenant: {
    en: 'the tenant or network restrictions of {tenant} keep our application from signing in, so our security monitoring is interrupted.\n\nPlease have your network and identity administrators allow our application in the tenant restrictions and cross-tenant access settings.',
    sv: 'klient- eller nätverksbegränsningar hos {tenant} hindrar vårt program från att logga in, så säkerhetsövervakningen är avbruten.\n\nBe era nätverks- och identitetsadministratörer att tillåta vårt program i klientbegränsningarna och i inställningarna för åtkomst mellan klienter.',
  },
  tenantBlocked: {
    en: 'Microsoft answers that the tenant of {tenant} is blocked or was deleted, so we cannot see its incidents.\n\nPlease tell us whether this is intended. If it is not, an administrator can open a support request with Microsoft.',
    sv: 'Microsoft svarar att klienten för {tenant} är blockerad eller borttagen, så vi kan inte se några incidenter.\n\nMeddela oss om det är avsiktligt. Om inte kan en administratör öppna ett supportärende hos Microsoft.',
  },
  settings: {
    en: 'Microsoft Defender XDR refuses our requests for the incidents of {tenant}.\n\nPlease have an administrator check whether something was changed there lately: the licence, the permissions of our application, or the settings of the Defender portal.',
    sv: 'Microsoft Defender XDR nekar våra frågor om incidenterna hos {tenant}.\n\nBe en administratör att kontrollera om något har ändrats nyligen: licensen, behörigheterna för vårt program eller inställningarna i Defender-portalen.',
  },
};
