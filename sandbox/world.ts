import { Directory } from './directory/directory';
import { type Analyst, analystsOf } from './directory/analysts';
import { partnerOf } from './directory/partner';
import { Registrations } from './directory/registration';
import { customerTenant, governmentTenant, homeTenant, type Tenant } from './directory/tenants';
import { AuthorizationCodes } from './entra/authorization-codes';
import { CertificateList } from './entra/certificate-list';
import { refusalWith } from './entra/refusal-list';
import type { SigningKey } from './entra/signing-key';
import type { StsError } from './entra/sts-error';
import { Faults } from './control/faults';
import { RequestLog } from './control/request-log';
import { Throttles } from './defender/throttles';
import { GraphSettings } from './graph/graph-settings';
import { HuntingRules } from './hunting/hunting-rules';
import { IncidentBook } from './incidents/book';
import { Telemetry } from './telemetry/telemetry';
import type { SandboxOptions, SandboxPartner } from './types';

const HOUR = 3_600_000;
/** Tenants whose rows stay in memory. */
const OPEN_BOOKS = 32;

/** Everything the imitated cloud knows. The routes read it, the control and the consent pages change it. */
export class World {
  /** Base of every address; set once the port is known. */
  url = '';
  readonly directory: Directory;
  readonly customers: readonly Tenant[];
  readonly foreign: Tenant;
  readonly partner: SandboxPartner;
  readonly registrations: Registrations;
  /** People of the partner's own tenant. */
  readonly analysts: readonly Analyst[];
  readonly authorizationCodes = new AuthorizationCodes();
  readonly certificates = new CertificateList();
  /** Further base addresses the cloud is reached at. */
  readonly addresses = new Set<string>();
  readonly faults = new Faults();
  readonly log = new RequestLog();
  readonly throttles = new Throttles();
  readonly graph = new GraphSettings();
  readonly hunting = new HuntingRules();
  readonly telemetry = new Telemetry(
    () => this.anchor,
    (tenant) =>
      this.book(tenant)
        .rows()
        .map((row) => row.incident()),
  );
  /** Moment the incidents of the seed are dated back from, in milliseconds since 1970. */
  anchor: number;
  credential: 'valid' | 'expired' | 'wrong' = 'valid';
  latencyMs: number;
  tokenLifetimeSeconds: number;
  nextLink = false;
  /** Numbers a tenant answers with, by `place tenantId`. */
  readonly refusals = new Map<string, number>();
  /** Tenants that consented to the partner's second registration. */
  readonly writeConsents: Set<string>;
  /** Tenant asked for → tenant the token will be of. */
  readonly swappedTokens = new Map<string, string>();
  /** Called after a tenant's state changed. */
  onStateChange: () => void = () => {};
  private readonly books = new Map<string, IncidentBook>();
  /** Books with rows in memory, the one read last at the end. */
  private readonly open = new Set<IncidentBook>();
  private clockOffset: number;

  constructor(
    readonly seed: number,
    readonly signingKey: SigningKey,
    options: SandboxOptions,
  ) {
    const count = Math.min(5_000, Math.max(1, options.tenants ?? 12));
    const home = homeTenant(seed);
    this.customers = Array.from({ length: count }, (_, ordinal) =>
      customerTenant(seed, ordinal, options.incidents ?? 240, options.sameSize),
    );
    this.foreign = governmentTenant(seed);
    this.directory = new Directory([home, this.foreign, ...this.customers]);
    this.partner = partnerOf(seed, home.tenantId);
    this.analysts = analystsOf(seed, home.domain);
    this.registrations = new Registrations(this.partner);
    this.writeConsents = new Set([home.tenantId]);
    this.anchor = options.now?.getTime() ?? Math.floor(Date.now() / HOUR) * HOUR;
    this.clockOffset = options.now ? options.now.getTime() - Date.now() : 0;
    this.latencyMs = options.latencyMs ?? 0;
    this.tokenLifetimeSeconds = options.tokenLifetimeSeconds ?? 3_599;
  }

  /** Time of the incidents: starts at the anchor a caller gave, and goes on from there. */
  clock(): number {
    return Date.now() + this.clockOffset;
  }

  setClock(milliseconds: number): void {
    this.clockOffset = milliseconds - Date.now();
  }

  /** The incidents of a tenant. Rows of those not read lately are let go. */
  book(tenant: Tenant): IncidentBook {
    let book = this.books.get(tenant.tenantId);
    if (!book) {
      book = new IncidentBook(tenant, this.anchor);
      this.books.set(tenant.tenantId, book);
    }
    this.open.delete(book);
    this.open.add(book);
    if (this.open.size > OPEN_BOOKS) {
      const [idle] = this.open;
      if (idle) {
        idle.forget();
        this.open.delete(idle);
      }
    }
    return book;
  }

  /** What was set to be answered here; null: nothing. */
  refusalAt(place: 'token' | 'consent', tenant: Tenant): StsError | null {
    const code = this.refusals.get(`${place} ${tenant.tenantId}`);
    return code === undefined ? null : refusalWith(code);
  }

  isWriteApp(clientId: string): boolean {
    return clientId.toLowerCase() === this.partner.writeApp.clientId;
  }

  /** How many incidents a tenant's list holds. */
  countOf(tenant: Tenant): number {
    return this.books.get(tenant.tenantId)?.size ?? tenant.generated;
  }
}
