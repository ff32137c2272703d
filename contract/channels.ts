/** Channel names on the wire and the shape of what preload puts on `window`. No imports, so that preload stays one small file. */
export const CALL_CHANNEL = 'tenantry:call';
export const EVENT_CHANNEL = 'tenantry:event';
export const SECRET_SUBMIT_CHANNEL = 'tenantry:secret-submit';
export const SECRET_CANCEL_CHANNEL = 'tenantry:secret-cancel';

/** The page's whole view of main, on `window.tenantry`. Names and payloads are those of `calls` and `events`. */
export interface Bridge {
  call(name: string, input: unknown): Promise<unknown>;
  on(listener: (name: string, payload: unknown) => void): () => void;
}

/** What is wrong with a typed secret, before it is stored. */
export type SecretShapeProblem = 'empty' | 'looksLikeId' | 'tooShort' | 'whitespace' | 'quoted' | 'tooLong';

/** Why what was typed was not taken. */
export type SecretRefusal = SecretShapeProblem | 'wrongPassword' | 'failed';

/** What is typed into the window about a proxy. */
export interface TypedProxySignIn {
  username: string;
  password: string;
  /** In the keychain, and not for this session only. */
  keep: boolean;
}

/** The secret window's whole view of main, on `window.secretPrompt`. */
export interface SecretPromptBridge {
  /** Null: taken, the window closes. Otherwise why it was not. */
  submit(typed: string | TypedProxySignIn): Promise<SecretRefusal | null>;
  cancel(): Promise<void>;
}
