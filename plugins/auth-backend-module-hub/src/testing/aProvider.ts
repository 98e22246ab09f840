import {
  createHash,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const CLIENT_ID = 'hub';

/** What the provider is to do wrong, if anything. */
export interface ProviderMood {
  token: Record<string, unknown>;
  userinfo: Record<string, unknown>;
  algorithm: 'RS256' | 'none' | 'HS256';
  foreignKey: boolean;
  withoutIdToken: boolean;
}

const HONEST: ProviderMood = {
  token: {},
  userinfo: {},
  algorithm: 'RS256',
  foreignKey: false,
  withoutIdToken: false,
};

/** A small OpenID Connect provider on this machine that can be made to lie. */
export class TestProvider {
  private mood = HONEST;
  private nonce: string | undefined;
  private challenge: string | undefined;
  private readonly keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly foreign = generateKeyPairSync('rsa', {
    modulusLength: 2048,
  });
  private server: Server | undefined;
  /** Tokens given out; none when the sign-in was refused before. */
  granted = 0;
  /** Each of them: access, refresh and ID tokens. */
  readonly given: string[] = [];
  /** What is given out to renew the session with. */
  refreshToken = 'refresh';
  /** What its metadata says it is, where that is not its issuer. */
  pretends: string | undefined;
  /** While false, every answer is 503. */
  available = true;

  get issuer(): string {
    const { port } = this.server?.address() as AddressInfo;
    return `http://localhost:${port}`;
  }

  async start(): Promise<void> {
    this.server = createServer((request, response) => {
      let body = '';
      request.on('data', chunk => {
        body += String(chunk);
      });
      request.on('end', () => {
        const answer = this.available
          ? this.answer(request.url ?? '', new URLSearchParams(body))
          : undefined;
        response
          .writeHead(answer ? 200 : 503, { 'content-type': 'application/json' })
          .end(JSON.stringify(answer ?? {}));
      });
    });
    await new Promise<void>(done => this.server?.listen(0, done));
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise(done => this.server?.close(done));
  }

  /** From now on honest but for what is given. */
  be(mood: Partial<ProviderMood>): void {
    this.mood = { ...HONEST, ...mood };
  }

  /** The browser comes by with what the hub sent it here with. */
  visit(address: string): void {
    const { searchParams } = new URL(address);
    this.nonce = searchParams.get('nonce') ?? undefined;
    this.challenge = searchParams.get('code_challenge') ?? undefined;
  }

  private answer(url: string, form: URLSearchParams): unknown {
    const at = (path: string) => `${this.issuer}${path}`;
    if (url.startsWith('/.well-known/')) {
      return {
        issuer: this.pretends ?? this.issuer,
        authorization_endpoint: at('/auth'),
        token_endpoint: at('/token'),
        userinfo_endpoint: at('/userinfo'),
        jwks_uri: at('/jwks'),
        code_challenge_methods_supported: ['S256'],
      };
    }
    if (url === '/jwks') {
      const jwk = this.keys.publicKey.export({ format: 'jwk' });
      return { keys: [{ ...jwk, kid: 'k', use: 'sig', alg: 'RS256' }] };
    }
    if (url === '/userinfo') {
      return {
        sub: 'ada',
        email: 'ada@hub.example',
        email_verified: true,
        name: 'Ada',
        ...this.mood.userinfo,
      };
    }
    if (url !== '/token' || !this.proves(form)) return undefined;
    this.granted += 1;
    const tokens = {
      access_token: `access-${this.granted}`,
      refresh_token: this.refreshToken,
      ...(this.mood.withoutIdToken
        ? {}
        : { id_token: this.idToken(form.get('grant_type') ?? '') }),
    };
    this.given.push(...Object.values(tokens));
    return {
      ...tokens,
      token_type: 'bearer',
      expires_in: 600,
      scope: 'openid profile email',
    };
  }

  // PKCE: the verifier must be the one the browser's challenge was made of.
  private proves(form: URLSearchParams): boolean {
    if (form.get('grant_type') !== 'authorization_code') return true;
    const verifier = form.get('code_verifier') ?? '';
    const digest = createHash('sha256').update(verifier).digest('base64url');
    return digest === this.challenge;
  }

  private idToken(grant: string): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: this.issuer,
      sub: 'ada',
      aud: CLIENT_ID,
      iat: now,
      exp: now + 300,
      ...(grant === 'authorization_code' ? { nonce: this.nonce } : {}),
      ...this.mood.token,
    };
    const { algorithm, foreignKey } = this.mood;
    const part = (value: unknown) =>
      Buffer.from(JSON.stringify(value)).toString('base64url');
    const unsigned = `${part({ alg: algorithm, kid: 'k' })}.${part(claims)}`;
    if (algorithm === 'none') return `${unsigned}.`;
    const key: KeyObject = (foreignKey ? this.foreign : this.keys).privateKey;
    const mac = sign('RSA-SHA256', Buffer.from(unsigned), key);
    return `${unsigned}.${mac.toString('base64url')}`;
  }
}
