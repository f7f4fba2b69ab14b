import type { Unit } from '@bihuan/core';
import { createRoute, z } from '@hono/zod-openapi';
import { jsonAnswer, newRouter, refusals } from './api-app.ts';
import type { ApiOptions } from './api-options.ts';
import { ListParameters } from './list-parameters.ts';
import { listHeaders } from './list-response.ts';
import { plainList } from './plain-list.ts';
import { refuseWith } from './problem.ts';
import { UnitRecord } from './wire/index.ts';

const tags = ['directory'];
const list = createRoute({
  method: 'get', path: '/', tags, summary: 'Units / 组织', request: { query: ListParameters }, responses: { 200: jsonAnswer(z.array(UnitRecord), 'Units'), ...refusals },
});
const read = createRoute({
  method: 'get', path: '/{id}', tags, summary: 'One unit', request: { params: z.object({ id: z.string() }) }, responses: { 200: jsonAnswer(UnitRecord, 'The unit'), ...refusals },
});

/** `/api/units`: the tree, and the bodies beside it, in the directory's order. */
export function unitRoutes({ engine: { directory, tenant } }: ApiOptions) {
  return newRouter()
    .openapi(list, async (c) => {
      const units = (await directory.units(tenant)).map(unitRecord);
      const { rows, offset, total } = plainList(units, c.req.valid('query'), ['id', 'label', 'level', 'parent']);
      return c.json([...rows], 200, listHeaders('units', rows, offset, total));
    })
    .openapi(read, async (c) => {
      const { id } = c.req.valid('param');
      const unit = await directory.unit(tenant, id);
      if (unit === undefined) throw refuseWith('record.not-found', { id });
      return c.json(unitRecord(unit), 200);
    });
}

const unitRecord = ({ id, label, level, parent }: Unit): UnitRecord => ({ id, label, level, parent: parent ?? null });
