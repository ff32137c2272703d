import type { AppStatus, BackgroundCheckHours } from '../../contract/app-status';
import type { ConsentMail } from '../../contract/consent';
import type { LanguageChoice, ThemeChoice } from '../../contract/display';
import type { Surface } from '../../contract/permissions';
import type { ChoicesPort } from '../ipc/context';
import { showAs } from './appearance';
import { type Settings, writeSettings } from './settings';
import { languageOf } from './window-look';

const HOUR_MS = 3_600_000;

interface ChoicesParts {
  file: string;
  onChange(): void;
  /** Main speaks another language, perhaps: what it shows outside of the page has to be said again. */
  onShown(): void;
  /** How often tokens are asked for in the background is another. */
  onBackgroundCheck(): void;
}

type ChoicesShown = Pick<AppStatus, 'theme' | 'languageChoice' | 'language' | 'timeZone' | 'backgroundCheckHours' | 'preferredSurface'>;

/** What was chosen on this computer: kept in the settings file, and followed at once. */
export class Choices implements ChoicesPort {
  #settings: Settings;

  /** @param settings what was chosen before */
  constructor(
    settings: Settings,
    private readonly parts: ChoicesParts,
  ) {
    this.#settings = settings;
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** Shows Tenantry as was chosen before. */
  show(): Promise<void> {
    return showAs(this.#settings);
  }

  /** As the page is told. */
  shown(): ChoicesShown {
    const { theme, language: languageChoice, timeZone, backgroundCheckHours, preferredSurface } = this.#settings;
    return { theme, languageChoice, language: languageOf(languageChoice), timeZone, backgroundCheckHours, preferredSurface };
  }

  /** Time between two rounds of asking for tokens in the background; null: none. */
  backgroundCheckMs(): number | null {
    return this.#settings.backgroundCheckHours * HOUR_MS || null;
  }

  setTheme(theme: ThemeChoice): Promise<void> {
    return this.#showAs({ theme });
  }

  setLanguage(language: LanguageChoice): Promise<void> {
    return this.#showAs({ language });
  }

  setTimeZone(timeZone: string): Promise<void> {
    return this.#showAs({ timeZone });
  }

  async setBackgroundCheck(backgroundCheckHours: BackgroundCheckHours): Promise<void> {
    await this.#keep({ backgroundCheckHours });
    this.parts.onBackgroundCheck();
    this.parts.onChange();
  }

  async setPreferredSurface(preferredSurface: Surface): Promise<void> {
    await this.#keep({ preferredSurface });
    this.parts.onChange();
  }

  consentMail(): ConsentMail {
    return this.#settings.consentMail;
  }

  saveConsentMail(consentMail: ConsentMail): Promise<void> {
    return this.#keep({ consentMail });
  }

  async #showAs(choice: Partial<Settings>): Promise<void> {
    this.#settings = { ...this.#settings, ...choice };
    await showAs(this.#settings);
    this.parts.onShown();
    await writeSettings(this.parts.file, this.#settings);
    this.parts.onChange();
  }

  async #keep(choice: Partial<Settings>): Promise<void> {
    this.#settings = { ...this.#settings, ...choice };
    await writeSettings(this.parts.file, this.#settings);
  }
}
