/** InfluxDB answered, and did not do what it was asked; `status` is that of HTTP. */
export class InfluxError extends Error {
  override name = 'InfluxError';

  constructor(
    message: string,
    readonly status: number
  ) {
    super(message);
  }
}

/** InfluxDB knows the user not, or not for this statement. */
export class InfluxRefusal extends Error {
  override name = 'InfluxRefusal';
}

/** What an answer of another status than success means, as a sentence. */
export function refusalOf(url: string, status: number, body: string): Error {
  if (status === 401 || status === 403) {
    return new InfluxRefusal(
      `InfluxDB at ${url} refuses (${status}: ${errorOf(body)}): give --secrets DIR, or --user with CELLTHREAD_PASSWORD, or CELLTHREAD_TOKEN.`
    );
  }
  return new InfluxError(`InfluxDB at ${url} answered ${status}: ${errorOf(body)}`, status);
}

/** That no answer came, as a sentence with the reason. */
export function silenceOf(url: string, cause: unknown): Error {
  const { code, message } = ((cause as { cause?: unknown }).cause ?? cause) as { code?: string; message: string };
  return new Error(`InfluxDB at ${url} does not answer (${code ?? message}): check --url and that it runs.`, { cause });
}

function errorOf(text: string): string {
  try {
    return String((JSON.parse(text) as { error?: string; message?: string }).error ?? text);
  } catch {
    return text.slice(0, 300);
  }
}
