import { ConfigReader, type AppConfig } from '@backstage/config';

const CONFIG_TAGS = 'script[type="backstage.io/config"]';

function readTag(tag: Element): AppConfig[] {
  const parsed: unknown = JSON.parse(tag.textContent ?? '[]');
  if (!Array.isArray(parsed)) throw new Error('App config is not a list');
  return parsed as AppConfig[];
}

/**
 * The configuration that the backend wrote into the page. The app and the
 * backend share one origin: the one in the address bar.
 */
export function readAppConfig(): ConfigReader {
  const configs = [...document.querySelectorAll(CONFIG_TAGS)].flatMap(readTag);
  const here = window.location.origin;
  return ConfigReader.fromConfigs([
    ...configs,
    {
      context: 'address-bar',
      data: { app: { baseUrl: here }, backend: { baseUrl: here } },
    },
  ]);
}
