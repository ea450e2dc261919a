import { datasourceSrv } from '../../host/datasourceSrv';

/** What "Save & test" says. */
export interface Verdict {
  status: string;
  message: string;
  details?: string;
}

interface HealthFailure {
  message?: string;
  data?: { message?: string; details?: { message?: string; verboseMessage?: string } };
  details?: { message?: string; verboseMessage?: string };
}

/** Asks the datasource's own `testDatasource`; a thrown health check is a verdict, too. */
export async function testDatasource(uid: string): Promise<Verdict> {
  try {
    const datasource = await datasourceSrv.get(uid);
    const { status, message, details } = await datasource.testDatasource();
    return { status, message, details: details?.verboseMessage ?? details?.message };
  } catch (error) {
    const { message, data, details } = error as HealthFailure;
    const more = data?.details ?? details;
    return {
      status: 'error',
      message: data?.message ?? message ?? 'Unknown error',
      details: more?.verboseMessage ?? more?.message,
    };
  }
}
