import { KustoService } from './kusto-service';
import type { Answer, Request } from './protocol';

const service = new KustoService();

// oxlint-disable-next-line unicorn/prefer-add-event-listener -- a worker has one owner
globalThis.onmessage = ({ data }: MessageEvent<Request>) => {
  globalThis.postMessage(answerTo(data));
};

function answerTo(request: Request): Answer {
  try {
    return { id: request.id, ok: true, output: outputOf(request) };
  } catch (error) {
    return { id: request.id, ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

function outputOf(request: Request): unknown {
  switch (request.name) {
    case 'tables':
      service.setTables(request.input.tables);
      return null;
    case 'complete':
      return service.complete(request.input.text, request.input.at);
    case 'analyse':
      return service.analyse(request.input.text);
    case 'explain':
      return service.explain(request.input.text, request.input.at);
    case 'format':
      return service.format(request.input.text);
  }
}
