import type { LifecycleService } from '@backstage/backend-plugin-api';
import type { HubRoute, HubService, Ledgers } from '@imsa-hub/core-node';
import type { SubjectRecordsRegistry } from '@imsa-hub/network-node';
import { createRegisterRecords } from './createRegisterRecords';
import { erasureAnnouncement } from './erasureAnnouncement';
import { ErasureFinisher } from './ErasureFinisher';
import { ErasureService } from './ErasureService';
import { HoldService } from './HoldService';
import { startFinishing } from './startFinishing';
import { SubjectAccessService } from './SubjectAccessService';
import { subjectAccessRoutes } from './subjectAccessRoutes';

/** Puts subject access together and answers its routes. */
export function startSubjectAccess(options: {
  hub: HubService;
  records: SubjectRecordsRegistry;
  ledgers: Ledgers;
  lifecycle: LifecycleService;
}): HubRoute[] {
  const { hub, records, lifecycle } = options;
  records.add(createRegisterRecords(hub.database));
  const setting = (name: string, otherwise: number) =>
    hub.config.getOptionalNumber(`hub.subjectAccess.${name}`) ?? otherwise;
  const finisher = new ErasureFinisher({ hub, records });
  const erasures = new ErasureService({
    hub,
    finisher,
    keepDays: setting('keepDaysAfterLeaving', 90),
  });
  hub.announce(erasureAnnouncement(hub));
  startFinishing({
    finisher,
    lifecycle,
    logger: hub.logger,
    everySeconds: setting('retrySeconds', 60),
  });
  return subjectAccessRoutes({
    access: new SubjectAccessService(options),
    erasures,
    holds: new HoldService(hub),
  });
}
